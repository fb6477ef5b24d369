-- Who is at the table. The official list of the 22 departments and sister agencies is not public: rows that rest
-- on our own reading say so in `assumed`, and so does each page that shows them.
create schema directory;

create table directory.organization (
  code    text primary key check (code ~ '^[A-Z][A-Z0-9-]{1,19}$'),
  name    text not null unique,
  kind    text not null check (kind in ('CITY_DEPARTMENT', 'SISTER_AGENCY', 'COMMUNITY_ORGANIZATION')),
  assumed boolean not null default false,
  active  boolean not null default true,
  version int not null default 1
);

insert into directory.organization (code, name, kind, assumed) values
  ('MOCS', 'Mayor''s Office of Community Safety', 'CITY_DEPARTMENT', false),
  ('CPD', 'Chicago Police Department', 'CITY_DEPARTMENT', false),
  ('CFD', 'Chicago Fire Department', 'CITY_DEPARTMENT', true),
  ('OEMC', 'Office of Emergency Management and Communications', 'CITY_DEPARTMENT', false),
  ('CDPH', 'Chicago Department of Public Health', 'CITY_DEPARTMENT', false),
  ('DFSS', 'Department of Family and Support Services', 'CITY_DEPARTMENT', true),
  ('DSS', 'Department of Streets and Sanitation', 'CITY_DEPARTMENT', false),
  ('CDOT', 'Chicago Department of Transportation', 'CITY_DEPARTMENT', false),
  ('DOB', 'Department of Buildings', 'CITY_DEPARTMENT', true),
  ('DPD', 'Department of Planning and Development', 'CITY_DEPARTMENT', false),
  ('DOH', 'Department of Housing', 'CITY_DEPARTMENT', true),
  ('BACP', 'Business Affairs and Consumer Protection', 'CITY_DEPARTMENT', true),
  ('CPL', 'Chicago Public Library', 'CITY_DEPARTMENT', false),
  ('DCASE', 'Cultural Affairs and Special Events', 'CITY_DEPARTMENT', true),
  ('AIS', 'Assets, Information and Services', 'CITY_DEPARTMENT', true),
  ('MOPD', 'Mayor''s Office for People with Disabilities', 'CITY_DEPARTMENT', true),
  ('DWM', 'Department of Water Management', 'CITY_DEPARTMENT', true),
  ('CPS', 'Chicago Public Schools', 'SISTER_AGENCY', false),
  ('PARKS', 'Chicago Park District', 'SISTER_AGENCY', false),
  ('CTA', 'Chicago Transit Authority', 'SISTER_AGENCY', true),
  ('CHA', 'Chicago Housing Authority', 'SISTER_AGENCY', false),
  ('CCC', 'City Colleges of Chicago', 'SISTER_AGENCY', true);

-- A team looks after one or more areas, or a part of one; the flyer counts 16 teams for 15 areas and does not say why.
create table directory.team (
  code    text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name    text not null unique,
  assumed boolean not null default false,
  active  boolean not null default true,
  version int not null default 1
);

create table directory.team_area (
  team     text not null references directory.team,
  area     int not null,
  sub_area text,
  lead     boolean not null default true,
  primary key (team, area)
);

insert into directory.team (code, name, assumed) values
  ('auburn-gresham', 'Auburn Gresham', true),
  ('austin', 'Austin', true),
  ('chicago-lawn', 'Chicago Lawn', true),
  ('east-garfield-park', 'East Garfield Park', true),
  ('englewood', 'Englewood', true),
  ('greater-grand-crossing', 'Greater Grand Crossing', true),
  ('humboldt-park', 'Humboldt Park', true),
  ('new-city', 'New City', true),
  ('north-lawndale', 'North Lawndale', true),
  ('roseland', 'Roseland', true),
  ('south-lawndale', 'South Lawndale', true),
  ('south-shore', 'South Shore', true),
  ('west-englewood', 'West Englewood', true),
  ('west-garfield-park', 'West Garfield Park', true),
  ('west-pullman', 'West Pullman', true),
  ('little-village-douglas-park', 'Little Village and Douglas Park', true);

insert into directory.team_area (team, area, sub_area, lead) values
  ('auburn-gresham', 71, null, true),
  ('austin', 25, null, true),
  ('chicago-lawn', 66, null, true),
  ('east-garfield-park', 27, null, true),
  ('englewood', 68, null, true),
  ('greater-grand-crossing', 69, null, true),
  ('humboldt-park', 23, null, true),
  ('new-city', 61, null, true),
  ('north-lawndale', 29, null, true),
  ('roseland', 49, null, true),
  ('south-lawndale', 30, null, true),
  ('south-shore', 43, null, true),
  ('west-englewood', 67, null, true),
  ('west-garfield-park', 26, null, true),
  ('west-pullman', 53, null, true),
  ('little-village-douglas-park', 30, 'East of Kedzie Avenue', false),
  ('little-village-douglas-park', 29, 'Around Douglass Park', false);
