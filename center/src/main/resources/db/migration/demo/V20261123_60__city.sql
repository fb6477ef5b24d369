-- The synthetic city of this home, in one row: what it was made of, and how far its feed has come.
create schema demo;

create table demo.city (
  only_row    boolean primary key default true check (only_row),
  seed        bigint not null,
  scale       text not null check (scale in ('SMALL', 'LARGE')),
  -- Up to when its feed has been brought in; null before the first file.
  fed_until   timestamptz,
  -- Whether it was finished; one that is not is gone on with at the next start.
  finished    boolean not null default false
);
