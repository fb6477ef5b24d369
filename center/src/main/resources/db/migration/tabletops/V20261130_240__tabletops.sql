-- A tabletop exercise: what organizations would do before, during and after an incident that somebody made up. What was
-- lacking is owed by an organization or answered no; nothing in it is about a person, and of who came only numbers are kept.
create schema tabletops;

create table tabletops.exercise (
  id            uuid primary key,
  code          text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  title         text not null check (length(title) between 5 and 120),
  -- The first one leads; a facilitator of any of them moves it.
  teams         text[] not null check (cardinality(teams) between 1 and 5),
  -- Where it is made up to be; null for all areas of the teams.
  area          smallint,
  starts_at     timestamptz not null,
  place         text not null check (length(place) <= 160),
  -- A line each.
  objectives    text not null check (length(objectives) <= 1200),
  -- Codes of who is asked to the table: their people read it.
  organizations text[] not null check (cardinality(organizations) >= 1),
  state         text not null check (state in ('PLANNED', 'HELD', 'DEBRIEFED', 'CLOSED', 'CANCELLED')),
  cancel_reason text check (length(cancel_reason) between 3 and 400),
  constraint exercise_cancelled_for_a_reason check ((state = 'CANCELLED') = (cancel_reason is not null)),
  -- When the report is due, by the rule of the day on which it was held.
  report_due    timestamptz,
  constraint exercise_held_owes_a_report check ((state in ('HELD', 'DEBRIEFED', 'CLOSED')) = (report_due is not null)),
  -- Why nothing was found; only when nothing was.
  none_because  text check (length(none_because) between 3 and 400),
  closed_at     timestamptz,
  constraint exercise_closed_at_a_time check ((state = 'CLOSED') = (closed_at is not null)),
  planned_by    text not null,
  planned_org   text not null,
  planned_at    timestamptz not null,
  changed_at    timestamptz not null,
  version       int not null default 1
);
create index exercise_state on tabletops.exercise (state, starts_at);

-- The three parts of what was made up.
create table tabletops.scene (
  exercise uuid not null references tabletops.exercise,
  part     text not null check (part in ('PRE', 'INCIDENT', 'POST')),
  story    text not null check (length(story) between 1 and 2000),
  -- In the order in which they are told.
  injects  text[] not null default '{}' check (cardinality(injects) <= 12),
  question text not null check (length(question) between 1 and 300),
  primary key (exercise, part)
);

-- Who came: organizations and heads, never names.
create table tabletops.present (
  exercise     uuid not null references tabletops.exercise,
  organization text not null,
  heads        smallint not null check (heads between 1 and 99),
  primary key (exercise, organization)
);

create table tabletops.finding (
  id           uuid primary key,
  exercise     uuid not null references tabletops.exercise,
  position     int not null check (position >= 1),
  part         text not null check (part in ('PRE', 'INCIDENT', 'POST')),
  kind         text not null check (kind in ('GAP', 'STRENGTH')),
  said         text not null check (length(said) between 3 and 300),
  organization text,
  -- What became of a gap (R-ENG-04): the code of the item that is owed, or a no.
  item         text check (item ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  no_code      text check (no_code in ('NOT_OURS', 'DONE_ALREADY', 'NO_MEANS', 'NOT_WORTH_IT', 'BY_MISTAKE')),
  no_because   text check (length(no_because) between 3 and 400),
  decided_at   timestamptz,
  constraint finding_only_a_gap_is_decided check (kind = 'GAP' or decided_at is null),
  constraint finding_is_owed_or_answered_no check (num_nonnulls(item, no_code) = num_nonnulls(decided_at)
                                                   and (no_code is null) = (no_because is null)),
  unique (exercise, position)
);

create table tabletops.step (
  exercise        uuid not null references tabletops.exercise,
  position        int not null check (position >= 1),
  move            text not null,
  from_state      text,
  to_state        text not null,
  by_account      text not null,
  by_role         text not null,
  by_organization text not null,
  at              timestamptz not null,
  detail          text,
  primary key (exercise, position)
);

create function tabletops.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'the history of an exercise is only added to';
end $$;
create trigger only_added before update or delete on tabletops.step
  for each row execute function tabletops.only_added();

-- A form carries a key of its own: sent twice over a bad line, it is done once.
create table tabletops.once (
  key      uuid primary key,
  account  text not null,
  exercise uuid references tabletops.exercise,
  at       timestamptz not null
);
