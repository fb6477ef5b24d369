-- A blitz: several departments serve one place within a few days. What was found before stands beside what was left
-- after; how it came to stand so is in `step`. Nothing in it is about a person.
create schema blitz;

create table blitz.blitz (
  id            uuid primary key,
  code          text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  area          smallint not null,
  reason_code   text not null check (reason_code in ('PRIORITY_BLOCK', 'RESIDENTS', 'TEAM_REVIEW', 'SEASON',
                                                     'BEFORE_AN_EVENT')),
  note          text not null default '' check (length(note) <= 400),
  first_day     date not null,
  last_day      date not null check (last_day >= first_day),
  blocks        text[] not null check (cardinality(blocks) >= 1),
  -- Which of them were on the list of priority blocks on the day of planning.
  listed        text[] not null default '{}',
  types         text[] not null check (cardinality(types) >= 1),
  -- Everybody who was ever asked, whatever they answered: their people read it.
  departments   text[] not null check (cardinality(departments) >= 1),
  state         text not null check (state in ('PLANNED', 'WALKED', 'SCHEDULED', 'EXECUTED', 'REWALKED', 'REPORTED',
                                               'CALLED_OFF')),
  call_off_code text check (call_off_code in ('WEATHER', 'DEPARTMENTS_CAN_NOT', 'PLANNED_TWICE', 'NOTHING_FOUND',
                                              'PLACE_NOT_FREE')),
  constraint blitz_called_off_for_a_reason check ((state = 'CALLED_OFF') = (call_off_code is not null)),
  -- How many walked before, never who.
  walkers       smallint check (walkers between 1 and 99),
  planned_by    text not null,
  planned_org   text not null,
  planned_at    timestamptz not null,
  changed_at    timestamptz not null,
  version       int not null default 1
);
create index blitz_state on blitz.blitz (state, first_day);
create index blitz_area on blitz.blitz (area, state);

-- What a department answered for itself.
create table blitz.part (
  blitz       uuid not null references blitz.blitz,
  department  text not null,
  state       text not null check (state in ('ASKED', 'YES', 'NO', 'LET_OUT')),
  on_day      date,
  -- Shown to the department itself and to who plans, and in no report.
  work_order  text check (length(work_order) <= 40),
  constraint part_yes_has_its_day check ((state = 'YES') = (on_day is not null)
                                         and (state = 'YES') = (work_order is not null)),
  reason_code text,
  constraint part_no_has_its_reason check ((state in ('NO', 'LET_OUT')) = (reason_code is not null)),
  by_account  text not null,
  at          timestamptz not null,
  primary key (blitz, department)
);
create index part_waits on blitz.part (department, state);

-- A block that somebody walked. Two who walk different blocks do not disturb each other: each has a version of its own.
create table blitz.walk (
  blitz      uuid not null references blitz.blitz,
  block      text not null,
  look       text not null check (look in ('FIRST', 'SECOND')),
  by_account text not null,
  at         timestamptz not null,
  version    int  not null default 1,
  primary key (blitz, block, look)
);

create table blitz.finding (
  id         uuid primary key,
  blitz      uuid not null references blitz.blitz,
  block      text not null,
  type       text not null,
  found      smallint not null check (found between 1 and 999),
  note       text not null default '' check (length(note) <= 200),
  -- Code of the service that was asked for it; how that stands is asked of the room of services.
  task       text check (task ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  verdict    text check (verdict in ('FIXED', 'NOT_FIXED', 'CAME_BACK')),
  remaining  smallint check (remaining between 0 and 999),
  constraint finding_looked_at_says_what_is_left check ((verdict is null) = (remaining is null)
                                                        and (verdict = 'FIXED') = (remaining = 0)),
  -- Code of the service that is owed after the second look, the same one or another.
  again      text check (again ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  unique (blitz, block, type)
);

create table blitz.done (
  blitz      uuid not null references blitz.blitz,
  block      text not null,
  type       text not null,
  department text not null,
  number     smallint not null check (number between 0 and 999),
  by_account text not null,
  at         timestamptz not null,
  primary key (blitz, block, type, department)
);

create table blitz.report (
  blitz      uuid primary key references blitz.blitz,
  content    text not null,
  by_account text not null,
  at         timestamptz not null
);

create table blitz.step (
  blitz           uuid not null references blitz.blitz,
  position        int not null check (position >= 1),
  move            text not null,
  from_state      text,
  to_state        text not null,
  by_account      text not null,
  by_role         text not null,
  by_organization text not null,
  at              timestamptz not null,
  reason_code     text,
  detail          text,
  primary key (blitz, position)
);

create function blitz.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'the history and the report of a blitz are only added to';
end $$;
create trigger only_added before update or delete on blitz.step
  for each row execute function blitz.only_added();
create trigger only_added before update or delete on blitz.report
  for each row execute function blitz.only_added();

-- A form carries a key of its own: sent twice over a bad line, it is done once.
create table blitz.once (
  key     uuid primary key,
  account text not null,
  blitz   uuid references blitz.blitz,
  at      timestamptz not null
);
