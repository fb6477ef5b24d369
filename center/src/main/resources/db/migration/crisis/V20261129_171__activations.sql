-- What the center does in the hours after an incident: who was called, who answered, who is there, and what the next day
-- needs. Of the incident there is its place and its time; of people there is nothing. Police liaisons read none of it:
-- where outreach is and what it does goes one way.
create schema crisis;

create table crisis.activation (
  id              uuid primary key,
  code            text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  -- Called by hand before the feed knows of it, it has none yet; one incident has one activation.
  incident        uuid unique,
  area            smallint not null,
  block           text check (length(block) between 3 and 80),
  occurred_at     timestamptz not null,
  -- When the center could know: when the incident first came in, or when somebody called.
  known_at        timestamptz not null,
  opened_at       timestamptz not null,
  opened_by       text not null,
  why             text not null default '' check (length(why) <= 400),
  state           text not null check (state in ('OPENED', 'NOTIFIED', 'ACKNOWLEDGED', 'DEPLOYED', 'STABILISING',
                                                 'STOOD_DOWN', 'AFTER_ACTION')),
  -- Organizations that were called; they read it, and no other organization does.
  called          text[] not null default '{}',
  notify_by       timestamptz not null,
  notified_at     timestamptz,
  acknowledged_at timestamptz,
  deployed_at     timestamptz,
  contact_at      timestamptz,
  plan_by         timestamptz not null,
  planned_at      timestamptz,
  stood_down_at   timestamptz,
  lessons_by      timestamptz,
  reviewed_at     timestamptz,
  -- Every reason for it was taken back while people were out: whoever leads it decides.
  doubted         boolean not null default false,
  retracted_at    timestamptz,
  changed_at      timestamptz not null,
  version         int not null default 1,
  constraint activation_is_notified check (state = 'OPENED' or notified_at is not null or stood_down_at is not null)
);
create index activation_open on crisis.activation (area, opened_at) where state not in ('STOOD_DOWN', 'AFTER_ACTION');
create index activation_opened on crisis.activation (opened_at);

-- Why it was opened. What turned out untrue is struck and stays readable.
create table crisis.reason (
  activation uuid not null references crisis.activation,
  kind       text not null check (kind in ('HOMICIDE', 'SEVERAL_HARMED', 'MINOR', 'SCHOOL_OR_PARK', 'NEAR_REPEAT', 'CALLED')),
  -- The earlier incident whose window it fell into.
  earlier    uuid,
  at         timestamptz not null,
  struck_at  timestamptz,
  primary key (activation, kind, at)
);

-- An organization that was called, and how far it is.
create table crisis.party (
  activation      uuid not null references crisis.activation,
  organization    text not null,
  duty            text not null check (duty in ('OUTREACH', 'VICTIM_SERVICES', 'DEPARTMENT')),
  back_up         boolean not null default false,
  state           text not null check (state in ('NOTIFIED', 'ACKNOWLEDGED', 'DEPLOYED', 'LEFT', 'UNABLE')),
  notified_at     timestamptz not null,
  acknowledge_by  timestamptz not null,
  acknowledged_at timestamptz,
  deploy_by       timestamptz,
  deployed_at     timestamptz,
  -- Only of who helps survivors: that somebody was reached, never who.
  contact_by      timestamptz,
  contact_at      timestamptz,
  left_at         timestamptz,
  unable_code     text check (unable_code in ('NO_STAFF', 'TOO_FAR', 'NOT_OURS', 'NOT_SAFE')),
  primary key (activation, organization),
  check ((contact_by is not null) = (duty = 'VICTIM_SERVICES')),
  check ((state = 'UNABLE') = (unable_code is not null))
);

-- The next 24 hours: what is done, by whom, from when until when. Written anew, never over.
create table crisis.plan_line (
  activation   uuid not null references crisis.activation,
  edition      int not null check (edition >= 1),
  position     int not null check (position >= 1),
  kind         text not null check (kind in ('PRESENCE', 'FAMILY_SUPPORT', 'SCHOOL', 'VIGIL', 'LIGHT_AND_CLEAN',
                                             'BUSINESS', 'COMMUNICATION', 'OTHER')),
  organization text not null,
  from_at      timestamptz not null,
  until_at     timestamptz not null check (until_at > from_at),
  said         text not null default '' check (length(said) <= 300),
  by_account   text not null,
  at           timestamptz not null,
  primary key (activation, edition, position)
);

-- What was learned, after the practice of exercises: strengths, what to improve, and who improves it.
create table crisis.lesson (
  activation uuid not null references crisis.activation,
  edition    int not null check (edition >= 1),
  strengths  text not null check (length(strengths) between 3 and 1000),
  to_improve text not null check (length(to_improve) between 3 and 1000),
  next_steps text not null check (length(next_steps) between 3 and 1000),
  by_account text not null,
  at         timestamptz not null,
  primary key (activation, edition)
);

-- A clock that ran out, once each.
create table crisis.lapse (
  activation   uuid not null references crisis.activation,
  organization text not null default '',
  clock        text not null check (clock in ('NOTIFY', 'ACKNOWLEDGE', 'DEPLOY', 'CONTACT', 'PLAN', 'LESSONS')),
  due          timestamptz not null,
  at           timestamptz not null,
  primary key (activation, organization, clock)
);

create table crisis.step (
  activation      uuid not null references crisis.activation,
  position        int not null check (position >= 1),
  move            text not null,
  from_state      text,
  to_state        text not null,
  -- The organization that moved, or was called.
  organization    text,
  by_account      text not null,
  by_role         text not null,
  by_organization text not null,
  at              timestamptz not null,
  reason          text,
  detail          text,
  primary key (activation, position)
);

create function crisis.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'what happened in an activation is only added to';
end $$;
create trigger only_added before update or delete on crisis.step
  for each row execute function crisis.only_added();
create trigger only_added before update or delete on crisis.plan_line
  for each row execute function crisis.only_added();
create trigger only_added before update or delete on crisis.lesson
  for each row execute function crisis.only_added();

-- A form carries a key of its own: sent twice over a bad line, it is done once.
create table crisis.once (
  key        uuid primary key,
  account    text not null,
  activation uuid references crisis.activation,
  at         timestamptz not null
);

-- Which change of the incidents was looked at last; one node looks at a time.
create table crisis.looked (
  single      boolean primary key default true check (single),
  last_change uuid
);
insert into crisis.looked default values;
