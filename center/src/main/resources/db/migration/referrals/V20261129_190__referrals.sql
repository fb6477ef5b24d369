-- Hand-offs of a need to an organization, without anybody's identity. The organization holds the name; here is a token
-- that means nothing, the area, the kinds of help, and how far it went. Every column is an id, a code from a closed list,
-- a moment, or a sign-in name of staff: there is no place for a sentence, a name, an age or a sex, and none is to be added.
create schema referrals;

create table referrals.referral (
  id             uuid primary key,
  -- Sixty random bits, to be said on the telephone; who knows it and does not reach the row sees nothing.
  token          text     not null unique check (token ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  area           smallint not null check (area between 1 and 99),
  incident       uuid,
  needs          text[]   not null check (cardinality(needs) between 1 and 3 and needs <@ array[
    'OUTREACH', 'VICTIM_SERVICES', 'COUNSELING', 'HOUSING', 'FOOD', 'LEGAL_AID', 'WORK', 'YOUTH', 'HEALTH_CARE', 'OTHER']),
  organization   text     not null check (organization ~ '^[A-Z0-9_-]{2,20}$'),
  state          text     not null check (state in
    ('OFFERED', 'ACCEPTED_BY_ORG', 'CONTACT_MADE', 'SERVICE_STARTED', 'CLOSED', 'NO_CONTACT', 'DECLINED')),
  decline_code   text check (decline_code in ('FULL', 'OUT_OF_AREA', 'NOT_OUR_SERVICE', 'CONFLICT_OF_INTEREST')),
  constraint referral_is_declined_with_a_code check ((state = 'DECLINED') = (decline_code is not null)),
  outcome_code   text check (outcome_code in ('GOAL_MET', 'PARTLY_MET', 'NOT_WANTED', 'HANDED_ON', 'ENDED')),
  constraint referral_is_closed_with_an_outcome check ((state = 'CLOSED') = (outcome_code is not null)),
  offered_by     text     not null check (offered_by ~ '^[a-z0-9._-]{2,40}$'),
  offered_org    text     not null check (offered_org ~ '^[A-Z0-9_-]{2,20}$'),
  offered_at     timestamptz not null,
  accepted_at    timestamptz,
  contact_at     timestamptz,
  started_at     timestamptz,
  ended_at       timestamptz,
  -- Until when the organization answers, and until when it has spoken with the person.
  answer_by      timestamptz not null,
  contact_by     timestamptz,
  due_at         timestamptz generated always as
    (case state when 'OFFERED' then answer_by when 'ACCEPTED_BY_ORG' then contact_by end) stored,
  -- Which of the two clocks was told when it ran out; each is told once.
  told_answer_at timestamptz,
  told_contact_at timestamptz,
  -- The one that another organization declined, when this was offered in its place; one successor each.
  follows        uuid unique references referrals.referral,
  changed_at     timestamptz not null,
  version        int not null default 1
);
create index referral_organization on referrals.referral (organization, state);
create index referral_offered_org on referrals.referral (offered_org, state);
create index referral_offered_by on referrals.referral (offered_by);
create index referral_incident on referrals.referral (incident) where incident is not null;
create index referral_area on referrals.referral (area, state);
create index referral_due on referrals.referral (due_at) where state in ('OFFERED', 'ACCEPTED_BY_ORG');

create table referrals.step (
  referral        uuid not null references referrals.referral,
  position        int  not null check (position >= 1),
  move            text not null check (move in ('OFFER', 'ACCEPT', 'DECLINE', 'CONTACT', 'NO_CONTACT', 'START', 'CLOSE')),
  from_state      text check (from_state ~ '^[A-Z_]{3,20}$'),
  to_state        text not null check (to_state ~ '^[A-Z_]{3,20}$'),
  by_account      text not null check (by_account ~ '^[a-z0-9._-]{2,40}$'),
  by_role         text not null check (by_role ~ '^[A-Z_]{3,30}$'),
  by_organization text not null check (by_organization ~ '^[A-Z0-9_-]{0,20}$'),
  at              timestamptz not null,
  code            text check (code ~ '^[A-Z_]{3,30}$'),
  primary key (referral, position)
);

create function referrals.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'the history of a referral is only added to';
end $$;
create trigger only_added before update or delete on referrals.step
  for each row execute function referrals.only_added();

-- Which form was sent already.
create table referrals.once (
  key      uuid primary key,
  account  text not null,
  at       timestamptz not null,
  referral uuid references referrals.referral
);
create index once_referral on referrals.once (referral);
