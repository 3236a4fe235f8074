-- A receipt's version is 0 while it is taken and 1 once it is answered, so that nobody takes it again. Of those kept
-- before, done ones are known by `open`; the few that wait to be sent stay 0 until they have left.
update receipt set version = 1 where not open;

-- Receipts and answers are taken away whatever their version.
create or replace function drop_record(for_office text, old change) returns void language plpgsql as $$
declare
  dropped integer;
begin
  execute format('delete from %I where office = $1 and key = $2 and (version = $3 or $4)', old.kind)
  using for_office, old.key, old.version, old.kind in ('receipt', 'answer');
  get diagnostics dropped = row_count;
  if dropped = 0 and old.version > 0 then
    perform conflict(old);
  end if;
end $$;

-- Puts a change without a version of its own in the place of what is kept; an answered receipt is not taken again.
create function put_over(for_office text, new change) returns void language plpgsql as $$
begin
  if not insert_change(for_office, new) and not update_change(for_office, new, 0, new.version) then
    perform conflict(new);
  end if;
end $$;

create or replace function commit_changes(for_office text, changes json) returns void language plpgsql as $$
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
        else
          perform put_over(for_office, new);
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
