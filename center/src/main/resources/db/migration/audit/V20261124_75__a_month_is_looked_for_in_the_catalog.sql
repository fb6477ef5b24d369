-- The second look for the month asked the session's own cache, which may still say no after another writer has made it;
-- the trigger then waited for open transactions, and every writer behind it. A query sees what is committed.
create or replace function audit.ensure_month(month date) returns void language plpgsql security definer
set search_path = pg_catalog as $$
declare
  first date := date_trunc('month', month)::date;
  name text := 'event_' || to_char(first, 'YYYY_MM');
begin
  if audit.has_month(name) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('audit.ensure_month'));
  if audit.has_month(name) then
    return;
  end if;
  execute format(
    'create table audit.%I partition of audit.event for values from (%L) to (%L)',
    name, first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
  execute format(
    'create trigger no_truncate before truncate on audit.%I for each statement execute function audit.refuse_change()',
    name);
end $$;

create function audit.has_month(name text) returns boolean language sql volatile
set search_path = pg_catalog as $$
  select exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'audit' and c.relname = name)
$$;
