-- When each team meets, by a rule as calendars know it (RFC 5545), and which organizations have a seat at its table.
-- How the first rows were chosen is our own reading: every team has one hour on a Wednesday or a Thursday.
create table reviews.schedule (
  team       text primary key,
  rule       text     not null check (length(rule) between 6 and 200),
  from_day   date     not null,
  starts_at  time     not null,
  minutes    smallint not null check (minutes between 15 and 240),
  place      text     not null check (length(place) <= 200),
  quorum     smallint not null check (quorum between 1 and 40),
  assumed    boolean  not null default false,
  version    int      not null default 1,
  changed_by text     not null,
  changed_at timestamptz not null default now()
);

create table reviews.seat (
  team         text not null,
  organization text not null,
  role         text not null,
  primary key (team, organization, role)
);

insert into reviews.schedule (team, rule, from_day, starts_at, minutes, place, quorum, assumed, changed_by)
select team, 'FREQ=WEEKLY;BYDAY=' || day, date '2026-01-04', at::time, 60, '', 4, true, 'system'
from (values
  ('auburn-gresham', 'WE', '09:00'), ('austin', 'WE', '10:00'), ('chicago-lawn', 'WE', '11:00'),
  ('east-garfield-park', 'WE', '09:30'), ('englewood', 'WE', '13:00'), ('greater-grand-crossing', 'WE', '14:00'),
  ('humboldt-park', 'WE', '15:00'), ('new-city', 'WE', '16:00'), ('north-lawndale', 'WE', '11:30'),
  ('roseland', 'TH', '09:00'), ('south-lawndale', 'TH', '10:00'), ('south-shore', 'TH', '11:00'),
  ('west-englewood', 'TH', '13:00'), ('west-garfield-park', 'WE', '13:30'), ('west-pullman', 'TH', '14:00'),
  ('little-village-douglas-park', 'TH', '15:00')) as first_rows (team, day, at);

insert into reviews.seat (team, organization, role)
select team, organization, role from reviews.schedule, (values
  ('MOCS', 'FACILITATOR'), ('MOCS', 'REPRESENTATIVE'), ('CDPH', 'OUTREACH'), ('CPD', 'POLICE_LIAISON'),
  ('DSS', 'DEPARTMENT_LIAISON'), ('CDOT', 'DEPARTMENT_LIAISON'), ('DOB', 'DEPARTMENT_LIAISON'),
  ('PARKS', 'DEPARTMENT_LIAISON'), ('CPS', 'DEPARTMENT_LIAISON')) as first_rows (organization, role);

-- R-HRIT-01: one meeting a team and review week. The week is the one it looks back on, so it is the packet's, too.
create table reviews.meeting (
  id              uuid primary key,
  team            text        not null,
  week            date        not null,
  -- As the rule gave it; a meeting that was moved differs from it.
  planned_at      timestamptz not null,
  starts_at       timestamptz not null,
  minutes         smallint    not null,
  place           text        not null,
  quorum          smallint    not null,
  state           text        not null check (state in ('SCHEDULED', 'PACKET_DRAFT', 'PACKET_PUBLISHED', 'IN_SESSION',
                                                        'MINUTES_DRAFT', 'CLOSED', 'CANCELLED', 'MERGED')),
  -- Counted up with whatever a calendar has to learn (RFC 5546).
  sequence        int         not null default 0,
  packet_revision int,
  merged_into     uuid references reviews.meeting,
  minutes_revision int        not null default 0,
  slipped_at      timestamptz,
  version         int         not null default 1,
  unique (team, week),
  check ((state = 'MERGED') = (merged_into is not null))
);
create index on reviews.meeting (starts_at);

create table reviews.meeting_step (
  meeting    uuid        not null references reviews.meeting,
  position   int         not null check (position >= 1),
  move       text        not null,
  from_state text,
  to_state   text        not null,
  by_account text        not null,
  by_role    text        not null,
  at         timestamptz not null,
  reason     text check (length(reason) <= 500),
  detail     text,
  primary key (meeting, position)
);

create trigger meeting_step_is_never_changed before update or delete on reviews.meeting_step
  for each row execute function reviews.refuse_change();
