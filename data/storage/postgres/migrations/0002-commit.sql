-- A commit is one call: one round trip, one transaction. Its changes come as a JSON array of these fields; a record comes
-- as a string in it, so that no \u0000 has to become a text of PostgreSQL's. SQLSTATE MC001: does not continue what is
-- stored.
create type change as (
  kind text,
  -- What to do: next (version), put, append (to a conversation), drop, erase.
  action text,
  key text,
  version integer,
  at timestamptz,
  open boolean,
  unit text,
  due date,
  record text,
  -- Of an erasure what it takes away.
  erased_kind text,
  erased_key text
);

create function conflict(of_change change) returns void language plpgsql as $$
begin
  raise exception '% of % does not continue', of_change.version, of_change.kind using errcode = 'MC001';
end $$;

create function last_sequence(for_office text, conversation text) returns integer language sql stable as $$
  select coalesce(
    (select max(version) from activity where office = for_office and key = conversation),
    (select version from erasure where office = for_office and key = 'conversation ' || conversation),
    0
  )
$$;

-- Takes the change when nothing is kept under its key; says whether it did.
create function insert_change(for_office text, new change) returns boolean language plpgsql as $$
declare
  inserted integer;
begin
  execute format(
    'insert into %I (office, key, version, at, open, unit, due, record)
     values ($1, $2, $3, $4, $5, $6, $7, $8::json) on conflict (office, key) do nothing', new.kind)
  using for_office, new.key, new.version, new.at, new.open, new.unit, new.due, new.record;
  get diagnostics inserted = row_count;
  return inserted = 1;
end $$;

-- Puts the change over a kept version between `lowest` and `highest`; says whether there was one.
create function update_change(for_office text, new change, lowest integer, highest integer) returns boolean
language plpgsql as $$
declare
  updated integer;
begin
  execute format(
    'update %I set version = $3, at = $4, open = $5, unit = $6, due = $7, record = $8::json
     where office = $1 and key = $2 and version between $9 and $10', new.kind)
  using for_office, new.key, new.version, new.at, new.open, new.unit, new.due, new.record, lowest, highest;
  get diagnostics updated = row_count;
  return updated = 1;
end $$;

create function put_state(for_office text, new change) returns void language sql as $$
  insert into state (office, key, record) values (for_office, new.key, new.record::json)
  on conflict (office, key) do update set record = excluded.record
$$;

create function append_activity(for_office text, new change) returns void language sql as $$
  insert into activity (office, key, version, at, record)
  values (for_office, new.key, new.version, new.at, new.record::json)
$$;

create function put_next(for_office text, new change) returns void language plpgsql as $$
begin
  if new.version > 1 then
    if not update_change(for_office, new, new.version - 1, new.version - 1) then
      perform conflict(new);
    end if;
    return;
  end if;
  -- The tombstone is looked for after the insert, which waits for an erasure of this key that is under way.
  if new.version < 1 or not insert_change(for_office, new) or exists (
    select from erasure where office = for_office and key = new.kind || ' ' || new.key
  ) then
    perform conflict(new);
  end if;
end $$;

create function drop_record(for_office text, old change) returns void language plpgsql as $$
declare
  dropped integer;
begin
  execute format('delete from %I where office = $1 and key = $2 and version = $3', old.kind)
  using for_office, old.key, old.version;
  get diagnostics dropped = row_count;
  if dropped = 0 and old.version > 0 then
    perform conflict(old);
  end if;
end $$;

-- The tombstone of a conversation follows the one before; of a record there is one.
create function erase(for_office text, tombstone change) returns void language plpgsql as $$
declare
  old change := tombstone;
  is_kept boolean;
begin
  old.kind := tombstone.erased_kind;
  old.key := tombstone.erased_key;
  if old.kind = 'activity' then
    if last_sequence(for_office, old.key) <> old.version then
      perform conflict(old);
    end if;
    delete from activity where office = for_office and key = old.key and version <= old.version;
    if not insert_change(for_office, tombstone) then
      perform update_change(for_office, tombstone, 0, tombstone.version);
    end if;
    return;
  end if;
  perform drop_record(for_office, old);
  execute format('select exists (select from %I where office = $1 and key = $2)', old.kind)
  into is_kept using for_office, old.key;
  if is_kept or not insert_change(for_office, tombstone) then
    perform conflict(old);
  end if;
end $$;

create function commit_changes(for_office text, changes json) returns void language plpgsql as $$
declare
  new change;
begin
  foreach new in array array(select item from json_populate_recordset(null::change, changes) as item) loop
    case new.action
      when 'next' then
        perform put_next(for_office, new);
      when 'put' then
        if new.kind = 'state' then
          perform put_state(for_office, new);
        elsif not insert_change(for_office, new) then
          perform update_change(for_office, new, 0, 0);
        end if;
      when 'append' then
        if new.version <> last_sequence(for_office, new.key) + 1 then
          perform conflict(new);
        end if;
        perform append_activity(for_office, new);
      when 'drop' then
        if new.kind = 'state' then
          delete from state where office = for_office and key = new.key;
        else
          perform drop_record(for_office, new);
        end if;
      when 'erase' then
        perform erase(for_office, new);
    end case;
  end loop;
end $$;

-- Takes what was kept elsewhere, versions as they are; what is kept here in this or a later version stays.
create function load_change(for_office text, new change) returns void language plpgsql as $$
begin
  if new.kind = 'activity' then
    insert into activity (office, key, version, at, record)
    values (for_office, new.key, new.version, new.at, new.record::json) on conflict (office, key, version) do nothing;
  elsif new.kind = 'state' then
    perform put_state(for_office, new);
  elsif not exists (select from erasure where office = for_office and key = new.kind || ' ' || new.key)
    and not insert_change(for_office, new) then
    perform update_change(for_office, new, 0, greatest(new.version - 1, 0));
  end if;
  if new.action = 'erase' then
    execute format('delete from %I where office = $1 and key = $2 and version <= $3', new.erased_kind)
    using for_office, new.erased_key, new.version;
  end if;
end $$;

create function load_changes(for_office text, changes json) returns void language plpgsql as $$
declare
  new change;
begin
  foreach new in array array(select item from json_populate_recordset(null::change, changes) as item) loop
    perform load_change(for_office, new);
  end loop;
end $$;
