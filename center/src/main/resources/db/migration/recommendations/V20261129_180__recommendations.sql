-- The review of an incident by many disciplines, and what comes of it. A review has no person in it: places, hours,
-- settings, services, organizations. What was said in it is only ever added to.
create schema recommendations;

create table recommendations.review (
  id           uuid primary key,
  code         text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  team         text not null,
  area         smallint not null,
  block        text check (length(block) between 3 and 80),
  state        text not null check (state in ('OPEN', 'CONCLUDED')),
  -- Codes of organizations, never persons; their people read the review.
  participants text[] not null default '{}',
  -- R-INC-05: the output is a recommendation, or the reason why there is none.
  none_because text check (length(none_because) <= 1000),
  opened_by    text not null,
  opened_at    timestamptz not null,
  concluded_at timestamptz,
  constraint review_concluded_some_day check ((state = 'CONCLUDED') = (concluded_at is not null)),
  changed_at   timestamptz not null,
  version      int not null default 1
);
create index review_team on recommendations.review (team, state);

-- What was known of the incidents when the review began; what is known now is asked of the records.
create table recommendations.reviewed (
  review      uuid not null references recommendations.review,
  incident    uuid not null,
  occurred_on date not null,
  band        text not null check (band in ('NIGHT', 'MORNING', 'AFTERNOON', 'EVENING', 'UNKNOWN')),
  block       text,
  kind        text not null,
  setting     text not null,
  area        smallint not null,
  primary key (review, incident)
);
create index reviewed_incident on recommendations.reviewed (incident);

create table recommendations.section (
  review        uuid not null references recommendations.review,
  kind          text not null check (kind in ('SCANNING', 'ANALYSIS', 'RESPONSE', 'ASSESSMENT')),
  version       int  not null check (version >= 1),
  said          text not null check (length(said) <= 4000),
  lacking       text not null default '' check (length(lacking) <= 2000),
  factors       text[] not null default '{}',
  organizations text[] not null default '{}',
  until         date,
  by_account    text not null,
  at            timestamptz not null,
  primary key (review, kind, version)
);

create table recommendations.review_step (
  review     uuid not null references recommendations.review,
  position   int  not null check (position >= 1),
  move       text not null check (move in ('START', 'CONCLUDE', 'REOPEN')),
  by_account text not null,
  by_role    text not null,
  at         timestamptz not null,
  reason     text,
  primary key (review, position)
);

create table recommendations.recommendation (
  id             uuid primary key,
  code           text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  review         uuid not null references recommendations.review,
  review_code    text not null,
  team           text not null,
  area           smallint not null,
  block          text,
  title          text not null check (length(title) between 3 and 120),
  said           text not null check (length(said) between 10 and 2000),
  level          text not null check (level in ('PLACE', 'AGENCY_PRACTICE', 'CITY_POLICY', 'STATE_LAW')),
  addressed_to   text not null,
  -- The addressee from the day on which it is issued; nobody else's draft is read by the one it is about.
  shown_to       text,
  state          text not null check (state in ('DRAFT', 'PROPOSED', 'ISSUED', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED',
                                                'EVALUATED', 'DROPPED')),
  constraint recommendation_shown_when_issued check
    ((state in ('DRAFT', 'PROPOSED', 'DROPPED')) = (shown_to is null)),
  written_by     text not null,
  proposed_by    text,
  issued_at      timestamptz,
  due_at         timestamptz,
  constraint recommendation_issued_with_a_day check
    ((shown_to is null) = (issued_at is null) and (issued_at is null) = (due_at is null)),
  answered_at    timestamptz,
  answer         text check (length(answer) <= 2000),
  promised_on    date,
  constraint recommendation_answered_with_words check
    (state not in ('ACCEPTED', 'REJECTED', 'IMPLEMENTED', 'EVALUATED') or (answer is not null and answered_at is not null)),
  constraint recommendation_accepted_until_a_day check
    (state not in ('ACCEPTED', 'IMPLEMENTED', 'EVALUATED') or promised_on is not null),
  implemented_at timestamptz,
  implemented_by text,
  evidence       text check (length(evidence) <= 2000),
  constraint recommendation_implemented_with_evidence check
    (state not in ('IMPLEMENTED', 'EVALUATED') or evidence is not null),
  evaluated_at   timestamptz,
  -- Activity, trend and effect are different things (fact 10): which of them the sentence is, is said beside it.
  statement      text check (statement in ('ACTIVITY', 'TREND', 'EFFECT')),
  statement_n    int check (statement_n >= 0),
  evaluation     text check (length(evaluation) <= 2000),
  constraint recommendation_evaluated_as_something check
    (state <> 'EVALUATED' or (statement is not null and statement_n is not null and evaluation is not null)),
  -- 1: the addressee was reminded; 2: it is before the steering committee.
  raised         smallint not null default 0 check (raised between 0 and 2),
  steering_at    timestamptz,
  rises_at       timestamptz generated always as (case raised when 0 then due_at when 1 then steering_at end) stored,
  changed_at     timestamptz not null,
  version        int not null default 1
);
create index recommendation_review on recommendations.recommendation (review);
create index recommendation_state on recommendations.recommendation (state, due_at);
create index recommendation_shown on recommendations.recommendation (shown_to) where shown_to is not null;
create index recommendation_team on recommendations.recommendation (team);
create index recommendation_rises on recommendations.recommendation (rises_at) where state = 'ISSUED';

create table recommendations.wording (
  recommendation uuid not null references recommendations.recommendation,
  version        int  not null check (version >= 1),
  title          text not null,
  said           text not null,
  level          text not null,
  addressed_to   text not null,
  by_account     text not null,
  at             timestamptz not null,
  primary key (recommendation, version)
);

create table recommendations.step (
  recommendation  uuid not null references recommendations.recommendation,
  position        int  not null check (position >= 1),
  move            text not null,
  from_state      text,
  to_state        text not null,
  by_account      text not null,
  by_role         text not null,
  by_organization text not null,
  at              timestamptz not null,
  reason          text,
  detail          text,
  primary key (recommendation, position)
);

create function recommendations.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'what was said in a review is only added to';
end $$;
create trigger only_added before update or delete on recommendations.section
  for each row execute function recommendations.only_added();
create trigger only_added before update or delete on recommendations.review_step
  for each row execute function recommendations.only_added();
create trigger only_added before update or delete on recommendations.wording
  for each row execute function recommendations.only_added();
create trigger only_added before update or delete on recommendations.step
  for each row execute function recommendations.only_added();

-- One row a level: reminded, and raised to the steering committee.
create table recommendations.escalation (
  recommendation uuid not null references recommendations.recommendation,
  level          smallint not null check (level between 1 and 2),
  at             timestamptz not null,
  primary key (recommendation, level)
);

-- A form carries a key of its own: sent twice over a bad line, it is done once.
create table recommendations.once (
  key     uuid primary key,
  account text not null,
  -- Code of what it made, or of what it moved.
  made    text,
  at      timestamptz not null
);

-- What the director looks at on Thursday, as it was at its hour.
create table recommendations.week (
  first_day date primary key,
  as_of     timestamptz not null,
  content   text not null
);
