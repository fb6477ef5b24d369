-- Whom to call: what organizations offer and where, who speaks for them, who is on call, who steers. No client of any of
-- them is here, and a place that has to stay secret can not have an address.
alter table directory.organization drop constraint organization_kind_check;
alter table directory.organization add constraint organization_kind_check
  check (kind in ('CITY_DEPARTMENT', 'SISTER_AGENCY', 'COMMUNITY_ORGANIZATION', 'PROVIDER'));
alter table directory.organization add column description text not null default '';
alter table directory.organization add column website text not null default '';
-- The name of the organization in exchanges with other directories (HSDS); it never changes.
alter table directory.organization add column hsds_id uuid not null unique default gen_random_uuid();

create table directory.service (
  id           uuid primary key,
  organization text not null references directory.organization,
  name         text not null check (length(name) between 1 and 160),
  need         text not null,
  description  text not null default '',
  eligibility  text not null default '',
  languages    text[] not null default '{}',
  funding      text not null default '',
  phone        text not null default '',
  email        text not null default '',
  website      text not null default '',
  active       boolean not null default true,
  -- The day on which somebody last asked the organization whether it is still so; null, nobody ever did.
  assured_on   date,
  version      int not null default 1
);
create index service_organization on directory.service (organization);

create table directory.location (
  id           uuid primary key,
  organization text not null references directory.organization,
  name         text not null,
  address      text not null default '',
  city         text not null default '',
  postal_code  text not null default '',
  lon          double precision,
  lat          double precision,
  secret       boolean not null default false,
  check ((lon is null) = (lat is null)),
  check (not secret or (address = '' and postal_code = '' and lon is null))
);

-- A service at a place. No areas means: the whole city.
create table directory.offer (
  id       uuid primary key,
  service  uuid not null references directory.service on delete cascade,
  location uuid not null references directory.location,
  areas    int[] not null default '{}',
  capacity text not null default 'UNKNOWN' check (capacity in ('OPEN', 'WAITLIST', 'FULL', 'UNKNOWN'))
);
create index offer_service on directory.offer (service);

create table directory.opening (
  offer  uuid not null references directory.offer on delete cascade,
  day    int not null check (day between 1 and 7),
  opens  time not null,
  closes time not null check (closes > opens),
  primary key (offer, day, opens)
);

create table directory.liaison (
  id           uuid primary key,
  organization text not null references directory.organization,
  name         text not null check (length(name) between 1 and 120),
  part         text not null check (part in ('LIAISON', 'DEPUTY', 'SUPERVISOR')),
  phone        text not null default '',
  email        text not null default '',
  since        date not null,
  until        date,
  check (until is null or until >= since)
);
create index liaison_organization on directory.liaison (organization);

create table directory.on_call (
  id           uuid primary key,
  duty         text not null check (duty in ('DUTY_OFFICER', 'OUTREACH', 'VICTIM_SERVICES')),
  area         int,
  back_up      boolean not null default false,
  organization text not null references directory.organization,
  name         text not null default '',
  phone        text not null check (length(phone) between 3 and 40),
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  check (ends_at > starts_at),
  check ((duty = 'DUTY_OFFICER') = (area is null))
);
create index on_call_ends on directory.on_call (ends_at);

create table directory.committee_seat (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 120),
  stands_for text not null check (length(stands_for) between 1 and 120),
  since      date not null,
  until      date,
  check (until is null or until >= since)
);

alter table directory.change drop constraint change_what_check;
alter table directory.change add constraint change_what_check
  check (what in ('ORGANIZATION', 'TEAM', 'SERVICE', 'LIAISON', 'ON_CALL', 'COMMITTEE_SEAT'));
