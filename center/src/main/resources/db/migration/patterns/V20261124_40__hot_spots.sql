-- What is computed from the records. A computation is a row: what it was made from, with which settings, what came out,
-- and how it ended. A place that stands out is a hot spot whose ground stays the same for good; what each later
-- computation says of that ground is a row of its own, and so is every step that people or the clock take with it.
-- No row is keyed by a person (R-HOT-01).
create schema patterns;

create table patterns.recomputation (
  id          uuid primary key,
  data_import uuid        not null,
  last_day    date        not null,
  computed_on date        not null,
  settings    text        not null,
  state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  started_at  timestamptz not null,
  finished_at timestamptz,
  incidents   int check (incidents >= 0),
  unplaced    int check (unplaced >= 0),
  millis      bigint,
  failure     text,
  content     text,
  check ((state = 'DONE') = (content is not null)),
  check ((state = 'FAILED') = (failure is not null))
);

create unique index recomputation_once on patterns.recomputation (data_import, last_day, computed_on, settings)
  where state = 'DONE';

create table patterns.hot_spot (
  id       uuid primary key,
  number   int generated always as identity unique,
  q        int              not null,
  r        int              not null,
  width    double precision not null check (width > 0),
  area     int              not null,
  state    text             not null
    check (state in ('CANDIDATE', 'CONFIRMED', 'ACTIVE', 'COOLING', 'RETIRED', 'REJECTED')),
  version  int              not null check (version >= 1),
  found_by uuid             not null references patterns.recomputation,
  found_on date             not null,
  plan_due date
);

create index on patterns.hot_spot (state);

create table patterns.hot_spot_step (
  hot_spot   uuid        not null references patterns.hot_spot,
  position   int         not null check (position >= 1),
  move       text        not null,
  from_state text,
  to_state   text        not null,
  reason     text        not null,
  work       text,
  lead       text,
  until      date,
  by_account text        not null,
  by_role    text        not null,
  at         timestamptz not null,
  primary key (hot_spot, position)
);

create table patterns.hot_spot_evidence (
  hot_spot      uuid    not null references patterns.hot_spot,
  recomputation uuid    not null references patterns.recomputation,
  incidents     int     not null,
  significant   boolean not null,
  content       text    not null,
  primary key (hot_spot, recomputation)
);
