-- What the office keeps: a table for each kind, all alike. `record` is the JSON as it was committed; json and not jsonb,
-- which refuses \u0000 and puts keys into another order. The other columns are what look-ups and lists need of it.
-- `office` leads every key and index, so that tables can be spread by office.
do $$
declare
  kind text;
begin
  foreach kind in array array[
    'feedback', 'survey', 'dossier', 'receipt', 'audit', 'correction', 'alias', 'question', 'answer', 'erasure'
  ] loop
    execute format(
      'create table %I (
        office text not null,
        key text not null,
        version integer not null,
        at timestamptz not null,
        open boolean not null,
        unit text,
        due date,
        record json not null,
        primary key (office, key)
      )', kind);
    execute format('create index %I on %I (office, at, key)', kind || '_by_time', kind);
  end loop;
  foreach kind in array array['feedback', 'dossier', 'receipt'] loop
    execute format('create index %I on %I (office, at, key) where open', kind || '_open', kind);
  end loop;
end $$;

-- Lists by due date: all that is open, and that of one unit.
create index dossier_open_by_due on dossier (office, due, key) where open;
create index dossier_open_by_unit on dossier (office, unit, due, key) where open;

create table state (
  office text not null,
  key text not null,
  record json not null,
  primary key (office, key)
);

-- `key` is the conversation, `version` the sequence.
create table activity (
  office text not null,
  key text not null,
  version integer not null,
  at timestamptz not null,
  record json not null,
  primary key (office, key, version)
);

-- Written to find out whether the database takes anything.
create table probe (
  office text primary key,
  at timestamptz not null
);
