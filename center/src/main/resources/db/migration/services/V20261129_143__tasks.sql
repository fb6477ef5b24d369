-- Services of the City and its sister agencies on a block: what is asked for, which department does it, until when, and
-- whether somebody else has seen that it is done. The row says how it stands; how it came to stand so is in `step`.
create schema services;

-- What can be asked for. Who does it and within how many business days is our own reading until somebody confirms it.
-- Only of a seasonal one a department may say that it has to wait for another season.
create table services.type (
  code          text primary key check (code ~ '^[A-Z_]{3,40}$'),
  department    text     not null,
  usual_days   smallint not null check (usual_days between 1 and 365),
  priority_days smallint not null check (priority_days between 1 and usual_days),
  physical      boolean  not null default true,
  seasonal      boolean  not null default false,
  assumed       boolean  not null default true,
  version       int      not null default 1,
  changed_by    text     not null default 'system',
  changed_at    timestamptz not null default now()
);

insert into services.type (code, department, usual_days, priority_days, seasonal) values
  ('ALLEY_LIGHT_OUT', 'CDOT', 10, 5, false), ('STREET_LIGHT_OUT', 'CDOT', 7, 3, false),
  ('LIGHT_POLE_DAMAGE', 'CDOT', 14, 7, false), ('VIADUCT_LIGHT_OUT', 'CDOT', 14, 7, false),
  ('POTHOLE', 'CDOT', 10, 5, true), ('ALLEY_GRADING', 'CDOT', 30, 15, true),
  ('SIDEWALK_INSPECTION', 'CDOT', 30, 15, false), ('TRAFFIC_SIGNAL_OUT', 'CDOT', 1, 1, false),
  ('STOP_SIGN_REPAIR', 'CDOT', 3, 1, false), ('SPEED_HUMP_REPAIR', 'CDOT', 30, 15, true),
  ('GRAFFITI_REMOVAL', 'DSS', 5, 2, false), ('CLEAN_VACANT_LOT', 'DSS', 21, 10, false),
  ('WEED_REMOVAL', 'DSS', 14, 7, true), ('FLY_DUMPING', 'DSS', 7, 3, false),
  ('SANITATION_VIOLATION', 'DSS', 3, 2, false), ('STREET_CLEANING', 'DSS', 10, 5, true),
  ('RODENT_BAITING', 'DSS', 7, 3, false), ('TREE_TRIM', 'DSS', 60, 30, false),
  ('TREE_DEBRIS', 'DSS', 5, 2, false), ('TREE_PLANTING', 'DSS', 180, 90, true),
  ('ABANDONED_VEHICLE', 'DSS', 10, 5, false), ('VACANT_BUILDING', 'DOB', 14, 7, false),
  ('OPEN_HYDRANT', 'DWM', 1, 1, false), ('PARK_REPAIR', 'PARKS', 21, 10, false),
  ('BUSINESS_COMPLAINT', 'BACP', 21, 10, false);
update services.type set physical = false where code in ('SIDEWALK_INSPECTION', 'BUSINESS_COMPLAINT');

create table services.task (
  id              uuid primary key,
  code            text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  type            text not null references services.type,
  area            smallint not null,
  block           text not null check (length(block) between 3 and 80),
  source          text not null check (source in ('TEAM', 'RESIDENT', 'WALK', 'CITY_311', 'BLOCK_CLUB')),
  note            text not null default '' check (length(note) <= 400),
  -- R-COO-02: whether the block was on the list of priority blocks when it was asked for.
  priority        boolean not null,
  city_number     text check (length(city_number) <= 40),
  item            text,
  state           text not null check (state in ('SUBMITTED', 'ROUTED', 'ACKNOWLEDGED', 'SCHEDULED', 'IN_PROGRESS',
                                                 'BLOCKED', 'COMPLETED', 'VERIFIED', 'REOPENED', 'REJECTED')),
  department      text,
  -- Departments that it was with before; they see what became of it.
  passed          text[] not null default '{}',
  -- Departments of tasks that wait for this one; they see when they can go on.
  waited_by       text[] not null default '{}',
  -- R-COO-01: one accountable department, from the moment it is routed.
  constraint task_has_one_department check (state = 'SUBMITTED' or department is not null),
  reason_code     text,
  resume_on       date,
  constraint task_is_rejected_for_a_reason check (state <> 'REJECTED' or reason_code is not null),
  constraint task_resumes_after_the_season check (reason_code is distinct from 'SEASONAL' or resume_on is not null),
  requested_by    text not null,
  requested_org   text not null,
  requested_at    timestamptz not null,
  -- The last of the business days that the type gives, counted from the day after it was asked for.
  due_on          date not null,
  acknowledged_at timestamptz,
  scheduled_on    date,
  work_order      text check (length(work_order) <= 40),
  completed_at    timestamptz,
  verified_at     timestamptz,
  blocked_on      text,
  constraint task_blocked_by_somebody check (state <> 'BLOCKED' or blocked_on is not null),
  -- R-COO-04: somebody else has to look; R-COO-06: and not before some days have passed, if nobody has looked by then.
  sampled         boolean not null default false,
  recheck_on      date,
  reopened        smallint not null default 0,
  level           smallint not null default 0 check (level between 0 and 3),
  first_at        timestamptz,
  second_at       timestamptz,
  third_at        timestamptz,
  rises_at        timestamptz generated always as
    (case level when 0 then first_at when 1 then second_at when 2 then third_at end) stored,
  parent          uuid references services.task,
  changed_at      timestamptz not null,
  version         int not null default 1
);
create index task_department on services.task (department, state, due_on);
create index task_area on services.task (area, state);
create index task_place on services.task (block, type);
create index task_parent on services.task (parent) where parent is not null;
create index task_blocked_on on services.task (blocked_on) where blocked_on is not null;
create index task_requested on services.task (requested_by);
create index task_rises on services.task (rises_at)
  where parent is null and state in ('ROUTED', 'ACKNOWLEDGED', 'SCHEDULED', 'IN_PROGRESS', 'BLOCKED', 'REOPENED');

create table services.step (
  task            uuid not null references services.task,
  position        int not null check (position >= 1),
  move            text not null,
  from_state      text,
  to_state        text not null,
  by_account      text not null,
  by_role         text not null,
  by_organization text not null,
  at              timestamptz not null,
  reason_code     text,
  reason          text,
  detail          text,
  primary key (task, position)
);
create index step_of_department on services.step (by_organization, move, at);

create function services.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'the history of a task is only added to';
end $$;
create trigger only_added before update or delete on services.step
  for each row execute function services.only_added();

create table services.evidence (
  id         uuid primary key,
  task       uuid not null references services.task,
  position   int not null,
  kind       text not null check (kind in ('NOTE', 'CREW_CODE', 'PICTURE')),
  said       text check (length(said) <= 400),
  upload     uuid,
  by_account text not null,
  at         timestamptz not null,
  check ((kind = 'PICTURE') = (upload is not null) and (kind = 'PICTURE' or said is not null))
);
create index evidence_task on services.evidence (task, position);

-- What has to be done before: lights before the trees that hide them are no light.
create table services.dependency (
  task  uuid not null references services.task,
  needs uuid not null references services.task,
  by_account text not null,
  at    timestamptz not null,
  primary key (task, needs),
  check (task <> needs)
);
create index dependency_needs on services.dependency (needs);

create table services.escalation (
  task       uuid not null references services.task,
  level      smallint not null check (level between 1 and 3),
  at         timestamptz not null,
  by_account text not null,
  by_role    text not null,
  reason     text not null,
  primary key (task, level)
);

-- A form carries a key of its own: sent twice over a bad line, it is done once.
create table services.once (
  key     uuid primary key,
  account text not null,
  task    uuid references services.task,
  at      timestamptz not null
);
