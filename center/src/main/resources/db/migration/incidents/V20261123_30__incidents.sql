-- What happened, as the feeds tell it. There is no column for a name, a birth date, an address finer than the block,
-- or anything about a person believed involved in violence: what has no column can not be stored by mistake.
create schema incidents;

-- One file that was brought in, whatever became of it.
create table incidents.import (
  id            uuid primary key,
  file_name     text not null check (length(file_name) <= 200),
  format        text,
  state         text not null
    check (state in ('WAITING', 'RUNNING', 'APPLIED', 'CHECKED', 'QUARANTINED', 'REFUSED', 'FAILED')),
  requested_by  text not null,
  requested_at  timestamptz not null,
  received_at   timestamptz not null,
  ended_at      timestamptz,
  bytes         bigint,
  sha256        text,
  rows_read     bigint not null default 0,
  accepted      bigint not null default 0,
  added         bigint not null default 0,
  updated       bigint not null default 0,
  unchanged     bigint not null default 0,
  rejected      bigint not null default 0,
  unmapped      bigint not null default 0,
  without_case  bigint not null default 0,
  first_day     date,
  last_day      date,
  data_through  timestamptz,
  rule          text,
  rule_row      bigint,
  rule_column   text,
  identity      text,
  order_number  bigint generated always as identity,
  check (accepted + rejected = rows_read),
  check (state <> 'APPLIED' or added + updated + unchanged = accepted)
);

create index import_newest on incidents.import (order_number desc);

-- A row that was not taken: where it stands, which rule, and the value only where its column can hold no person.
create table incidents.reject (
  import      uuid not null references incidents.import on delete cascade,
  row_number  bigint not null,
  line_number bigint not null,
  column_name text not null,
  shown_value text,
  rule        text not null,
  primary key (import, row_number)
);

-- The current version of each incident. Older versions are in incident_version.
-- row_key and row_hash serve a case that one plain row tells; other cases keep their rows in report.
create table incidents.incident (
  id              uuid not null default uuidv7(),
  ref             text not null,
  row_key         text,
  row_hash        bigint,
  occurred_at     timestamptz not null,
  first_seen_at   timestamptz not null,
  last_changed_at timestamptz not null,
  row_updated_at  timestamptz,
  lon             double precision,
  lat             double precision,
  occurred_on     date not null,
  version         int not null default 1,
  area            smallint,
  area_stated     smallint,
  area_computed   smallint,
  domestic        boolean not null,
  gunshot         boolean not null,
  serious         boolean not null,
  type            text not null,
  occurred_precision text not null,
  standing        text not null,
  location_class  text not null,
  iucr            text,
  block           text,
  import          uuid not null,
  primary key (id)
);

create unique index incident_ref on incidents.incident (ref);
create index incident_serious_day on incidents.incident (occurred_on, area) where serious;
create index incident_shots_day on incidents.incident (occurred_on) where type = 'SHOTS_FIRED';
create index incident_newest on incidents.incident (occurred_at desc, id desc);

-- A person harmed, once. The row has no attribute by which the person could be found.
create table incidents.victimization (
  id           uuid primary key,
  incident     uuid not null references incidents.incident on delete cascade,
  seq          int not null,
  kind         text not null check (kind in ('HOMICIDE', 'NONFATAL_SHOOTING', 'OTHER')),
  fatal        boolean not null,
  age_band     text not null,
  occurred_at  timestamptz not null,
  occurred_on  date not null,
  area         smallint,
  unique (incident, seq)
);

create index victimization_day on incidents.victimization (occurred_on, area, kind);

-- What one row of a feed said last, for cases that several rows or a person harmed make.
create table incidents.report (
  feed            text not null check (feed in ('CRIMES', 'VICTIMS')),
  row_key         text not null,
  incident        uuid not null references incidents.incident on delete cascade,
  victimization   uuid,
  import          uuid not null,
  row_hash        bigint not null,
  row_updated_at  timestamptz,
  type            text not null,
  kind            text,
  fatal           boolean not null,
  gunshot         boolean not null,
  domestic        boolean not null,
  iucr            text,
  occurred_at     timestamptz not null,
  occurred_precision text not null,
  block           text,
  lon             double precision,
  lat             double precision,
  area            smallint,
  area_stated     smallint,
  area_computed   smallint,
  location_class  text not null,
  standing        text not null,
  age_band        text not null,
  sex             text not null,
  race            text not null,
  primary key (feed, row_key)
);

create index report_incident on incidents.report (incident);

-- Superseded versions, kept for good.
create table incidents.incident_version (
  incident       uuid not null references incidents.incident on delete cascade,
  version        int not null,
  valid_from     timestamptz not null,
  valid_until    timestamptz not null,
  type           text not null,
  standing       text not null,
  occurred_at    timestamptz not null,
  block          text,
  lon            double precision,
  lat            double precision,
  area           smallint,
  location_class text not null,
  ended_by       uuid not null,
  primary key (incident, version)
);

create index incident_version_ended on incidents.incident_version (valid_until);

create table incidents.harm_version (
  incident      uuid not null,
  version       int not null,
  victimization uuid not null,
  seq           int not null,
  kind          text not null,
  fatal         boolean not null,
  age_band      text not null,
  occurred_at   timestamptz not null,
  area          smallint,
  primary key (incident, version, victimization),
  foreign key (incident, version) references incidents.incident_version on delete cascade
);
