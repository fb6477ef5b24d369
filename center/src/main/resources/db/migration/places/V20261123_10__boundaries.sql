-- Outlines as they were imported, each import a version that stays. Which edition of a kind of reference data is
-- in force is one small row, so that a running center sees cheaply that another program brought a new one.
create table places.edition (
  what   text primary key,
  number bigint not null
);

insert into places.edition (what, number) values ('areas', 1), ('boundaries', 0), ('assets', 0);

create table places.boundary_version (
  version     bigint primary key,
  source      text not null check (length(source) <= 200),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  as_of       timestamptz not null,
  imported_at timestamptz not null,
  areas       int not null check (areas > 0),
  notes       text not null default ''
);

-- Well-known binary, lon/lat WGS84. The simple outline is made once, at the import, for maps and the API.
create table places.boundary (
  version bigint not null references places.boundary_version,
  area    int not null,
  outline bytea not null,
  simple  bytea not null,
  primary key (version, area)
);

-- Two cities may have an area of the same name; within one city a name is one area.
alter table places.area drop constraint area_name_key;
alter table places.area add constraint area_name_once unique (city, name);

create table places.asset (
  id     bigint generated always as identity primary key,
  kind   text not null check (kind in ('SCHOOL', 'PARK', 'LIBRARY', 'TRANSIT', 'BUSINESS', 'PLACE_OF_WORSHIP')),
  name   text not null check (length(name) between 1 and 200),
  lon    double precision not null check (lon between -180 and 180),
  lat    double precision not null check (lat between -90 and 90),
  opens  time,
  closes time,
  source text not null check (length(source) <= 200)
);

create index asset_kind on places.asset (kind);

-- Who changed the priority list, when and why; the list itself stays readable for every past day.
alter table places.priority_list add column version int not null default 1;
alter table places.priority_list add column decided_by text;
alter table places.priority_list add column decided_at timestamptz;
