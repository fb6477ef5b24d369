-- Who did what with which record. Rows are only ever added; a month is a partition, so that what has
-- been kept long enough goes as a whole.
create schema audit;

-- Words that come again and again, as numbers; never changed, because rows are hashed with the words.
create table audit.word (
  id   smallint generated always as identity primary key,
  word text not null unique check (length(word) <= 80)
);

create table audit.event (
  seq     bigint generated always as identity,
  -- The transaction, so that a seal can take exactly those that can not grow any more.
  tx      bigint not null default pg_current_xact_id()::text::bigint,
  at      timestamptz not null,
  rows    integer not null,
  deed    smallint not null,
  role    smallint not null,
  org     smallint not null,
  purpose smallint not null,
  kind    smallint not null,
  way     smallint not null,
  actor   text not null,
  record  text not null,
  -- Where from: the network, never the single machine.
  network cidr,
  before  text,
  after   text
) partition by range (at);

create index event_record on audit.event (record);
create index event_actor on audit.event (actor);
create index event_tx on audit.event using brin (tx) with (pages_per_range = 16);
create index event_at on audit.event using brin (at) with (pages_per_range = 16);

-- A chain over the rows in the order of their transactions. prints holds the first 8 bytes of each
-- row's hash, so that a broken seal can name the row.
create table audit.seal (
  id        bigint primary key,
  month     date not null,
  from_tx   bigint not null,
  to_tx     bigint not null,
  rows      integer not null,
  prints    bytea not null,
  previous  bytea not null,
  hash      bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null
);

-- Months that were dropped when their time had come, by the rule that says so.
create table audit.dropped (
  month   date primary key,
  rows    bigint not null,
  rule    text not null,
  at      timestamptz not null
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail only grows' using errcode = 'insufficient_privilege';
end $$;

create trigger only_grows before update or delete on audit.event
  for each row execute function audit.refuse_change();
create trigger only_grows before update or delete or truncate on audit.seal
  for each statement execute function audit.refuse_change();
create trigger only_grows before update or delete or truncate on audit.word
  for each statement execute function audit.refuse_change();
create trigger only_grows before update or delete or truncate on audit.dropped
  for each statement execute function audit.refuse_change();
create trigger no_truncate before truncate on audit.event
  for each statement execute function audit.refuse_change();

-- Makes the partition of a month, with the same refusals.
create function audit.ensure_month(month date) returns void language plpgsql security definer
set search_path = pg_catalog as $$
declare
  first date := date_trunc('month', month)::date;
  name text := 'event_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('audit.' || name) is null then
    perform pg_advisory_xact_lock(hashtext('audit.ensure_month'));
    if to_regclass('audit.' || name) is null then
      execute format(
        'create table if not exists audit.%I partition of audit.event for values from (%L) to (%L)',
        name, first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
      execute format(
        'create or replace trigger no_truncate before truncate on audit.%I for each statement execute function audit.refuse_change()',
        name);
    end if;
  end if;
end $$;

-- Drops a month that a retention rule has let go, and says so. Refuses anything younger than a year.
create function audit.drop_month(month date, rule text, now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  first date := date_trunc('month', month)::date;
  name text := 'event_' || to_char(first, 'YYYY_MM');
  gone bigint;
begin
  if first > (now - interval '1 year')::date then
    raise exception 'A month younger than a year stays' using errcode = 'insufficient_privilege';
  end if;
  if to_regclass('audit.' || name) is null then
    return 0;
  end if;
  execute format('select count(*) from audit.%I', name) into gone;
  execute format('drop table audit.%I', name);
  insert into audit.dropped values (first, gone, rule, now);
  return gone;
end $$;
