-- What several instances of one office agree on. Times are the database's, so that their clocks need not agree; what a
-- statement compares is in `excluded`, because distributed engines take no now() in an upsert.

-- Who has the turn of a conversation until when. `holder` is new for each turn; `awaited`: somebody wants to be told.
create table turn_lease (
  office text not null,
  key text not null,
  holder text not null,
  taken timestamptz not null,
  until timestamptz not null,
  awaited boolean not null,
  primary key (office, key)
);

-- A token bucket by the moment at which it will be full again; one that is full needs no row.
create table rate_bucket (
  office text not null,
  kind text not null,
  key text not null,
  taken timestamptz not null,
  full_at timestamptz not null,
  primary key (office, kind, key)
);

-- Drawn at the first start, the same for all instances.
create table secret (
  office text not null,
  key text not null,
  value text not null,
  primary key (office, key)
);
