-- What this data directory holds, in one row: nothing yet, the synthetic city, or real data.
create schema home;

create table home.state (
  only_row            boolean primary key default true check (only_row),
  kind                text   not null check (kind in ('EMPTY', 'DEMO', 'REAL')),
  clock_ahead_seconds bigint not null default 0
);

insert into home.state (kind) values ('EMPTY');
