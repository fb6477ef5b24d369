-- What went because its time was over: how many rows of which table, by which schedule. Counts only.
create schema retention;

create table retention.night (
  id bigint generated always as identity primary key,
  at timestamptz not null
);

create table retention.removal (
  night      bigint not null references retention.night,
  relation text   not null,
  schedule   text   not null,
  -- Who approved the schedule; null when nobody has, and rows wait.
  approval   text,
  before     timestamptz not null,
  removed    bigint not null check (removed >= 0),
  waiting    bigint not null check (waiting >= 0),
  primary key (night, relation),
  check (approval is not null or removed = 0)
);
