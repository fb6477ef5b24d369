-- Commitments that somebody made at the table: who, what, where, until when. The row says how it stands; how it came to
-- stand so is in `step`, which is only added to.
create schema actions;

create table actions.item (
  id            uuid primary key,
  code          text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  title         text not null check (length(title) between 3 and 200),
  verb          text not null,
  pillar        text not null,
  priority      text not null check (priority in ('P1', 'P2', 'P3', 'P4')),
  tier          text not null default 'T1' check (tier in ('T1', 'T2')),
  area          smallint,
  block         text check (block is null or area is not null),
  lon           double precision,
  lat           double precision,
  team          text,
  origin        text not null,
  origin_record text,
  state         text not null,
  owner_org     text,
  owner_account text,
  due_at        timestamptz,
  helpers       text[] not null default '{}',
  blocked_on    text,
  -- R-HRIT-04: one accountable organization, one named account and a date, from the moment it is given out.
  constraint item_is_owed check
    (state = 'PROPOSED' or (owner_org is not null and owner_account is not null and due_at is not null)),
  constraint item_blocked_by_somebody check (state <> 'BLOCKED' or blocked_on is not null),
  -- When it rises to levels 1, 2 and 3 unless it is claimed done before; null while nobody owes it.
  level         smallint not null default 0 check (level between 0 and 3),
  first_at      timestamptz,
  second_at     timestamptz,
  third_at      timestamptz,
  rises_at      timestamptz generated always as
    (case level when 0 then first_at when 1 then second_at when 2 then third_at end) stored,
  claimed_at    timestamptz,
  -- Until when the claim can be verified or reopened; an analyst's sample opens it again.
  check_until   timestamptz,
  parent        uuid references actions.item,
  created_by    text not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  version       int not null default 1
);

create index item_owner on actions.item (owner_org, state, due_at);
create index item_account on actions.item (owner_account, state);
create index item_area on actions.item (area, state);
create index item_team on actions.item (team, state);
create index item_blocked_on on actions.item (blocked_on) where blocked_on is not null;
create index item_helpers on actions.item using gin (helpers);
create index item_parent on actions.item (parent) where parent is not null;
create index item_place on actions.item (block, verb);
create index item_rises on actions.item (rises_at)
  where parent is null and state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'REOPENED');

create table actions.step (
  item            uuid not null references actions.item,
  position        int not null check (position >= 1),
  move            text not null,
  from_state      text,
  to_state        text not null,
  by_account      text not null,
  by_role         text not null,
  by_organization text not null,
  at              timestamptz not null,
  reason_code     text,
  reason          text check (length(reason) <= 1000),
  detail          text,
  primary key (item, position)
);
create index step_by_account on actions.step (by_account, at);

create function actions.only_added() returns trigger language plpgsql as
$$ begin raise exception 'the history of an item is only added to'; end $$;
create trigger only_added before update or delete on actions.step
  for each row execute function actions.only_added();

-- What shows that something was done, or that it was not.
create table actions.evidence (
  id         uuid primary key,
  item       uuid not null references actions.item,
  position   int not null,
  kind       text not null check (kind in ('NOTE', 'WORK_CODE', 'PICTURE')),
  said       text check (length(said) <= 1000),
  upload     uuid,
  by_account text not null,
  at         timestamptz not null,
  check ((kind = 'PICTURE') = (upload is not null) and (kind = 'PICTURE' or said is not null))
);
create index evidence_item on actions.evidence (item, position);

-- One row a level: raised, and perhaps answered.
create table actions.escalation (
  item        uuid not null references actions.item,
  level       smallint not null check (level between 1 and 3),
  at          timestamptz not null,
  by_account  text not null,
  by_role     text not null,
  reason      text not null,
  answer      text check (length(answer) <= 1000),
  answered_by text,
  answered_at timestamptz,
  primary key (item, level)
);
create index escalation_open on actions.escalation (level, at) where answered_at is null;

-- R-HRIT-06: the meetings in which an open item was read out again.
create table actions.carried (
  item    uuid not null references actions.item,
  meeting uuid not null,
  at      timestamptz not null,
  primary key (item, meeting)
);

-- A form carries a key of its own: sent twice over a bad line, it is done once.
create table actions.once (
  key     uuid primary key,
  account text not null,
  item    uuid references actions.item,
  at      timestamptz not null
);
