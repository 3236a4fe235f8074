-- What the office keeps, a table for each kind. `record` is the JSON as it was committed: json and not jsonb, which
-- refuses \u0000 and puts keys into another order. The other columns are what look-ups and lists need of it.
-- `office` leads every key and index, so that the tables can be spread by office.

create table feedback (
  office text not null,
  key text not null,
  version integer not null,
  at timestamptz not null,
  open boolean not null,
  state text not null,
  record json not null,
  primary key (office, key)
);
create index feedback_by_time on feedback (office, at, key);
create index feedback_open on feedback (office, at, key) where open;

create table survey (
  office text not null,
  key text not null,
  version integer not null,
  at timestamptz not null,
  record json not null,
  primary key (office, key)
);
create index survey_by_time on survey (office, at, key);

create table dossier (
  office text not null,
  key text not null,
  version integer not null,
  at timestamptz not null,
  open boolean not null,
  due date,
  unit text,
  record json not null,
  primary key (office, key)
);
create index dossier_by_time on dossier (office, at, key);
create index dossier_open on dossier (office, at, key) where open;
create index dossier_open_by_due_date on dossier (office, due, key) where open;
create index dossier_open_by_unit on dossier (office, unit, due, key) where open;

create table state (
  office text not null,
  key text not null,
  record json not null,
  primary key (office, key)
);

-- `key` is the conversation's, `version` the sequence.
create table activity (
  office text not null,
  key text not null,
  version integer not null,
  at timestamptz not null,
  record json not null,
  primary key (office, key, version)
);

create table receipt (
  office text not null,
  key text not null,
  at timestamptz not null,
  open boolean not null,
  lease timestamptz,
  record json not null,
  primary key (office, key)
);
create index receipt_open on receipt (office, at, key) where open;

create table audit (
  office text not null,
  key text not null,
  at timestamptz not null,
  record json not null,
  primary key (office, key)
);
create index audit_by_time on audit (office, at, key);

create table correction (
  office text not null,
  key text not null,
  at timestamptz not null,
  record json not null,
  primary key (office, key)
);

create table alias (
  office text not null,
  key text not null,
  version integer not null,
  at timestamptz not null,
  record json not null,
  primary key (office, key)
);

create table question (
  office text not null,
  key text not null,
  at timestamptz not null,
  record json not null,
  primary key (office, key)
);
create index question_by_time on question (office, at, key);
