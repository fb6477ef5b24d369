-- Which area holds each point was looked up again because the city's outlines changed. The moved incidents have a version
-- that ended by the survey's id; where only the computed area differs and the stated one counts, no version is made.
create table incidents.resurvey (
  id         uuid primary key,
  edition    bigint not null unique,
  at         timestamptz not null,
  points     bigint not null,
  recomputed bigint not null,
  moved      bigint not null,
  unmapped   bigint not null,
  check (moved <= points and recomputed <= points)
);

comment on column incidents.resurvey.edition is 'the edition of the outlines that it used';
comment on column incidents.resurvey.points is 'incidents with a point';
comment on column incidents.resurvey.recomputed is 'incidents whose point lies in another area than was known';
comment on column incidents.resurvey.moved is 'incidents that count in another area now';
comment on column incidents.resurvey.unmapped is 'incidents that count in no known area after it';

-- A case number that the feed has replaced by another: the incident is the same and is still found by the old one.
create table incidents.former_ref (
  ref      text not null,
  incident uuid not null references incidents.incident on delete cascade,
  import   uuid not null,
  primary key (ref, incident)
);
create index former_ref_incident on incidents.former_ref (incident);
