-- How incidents hang together: computed by the records' own place and time, or stated by people who know. A statement
-- ends by itself after 90 days unless it is made again; what was stated stays as a row. No name, no group, no exhibit.
create table patterns.link (
  id          uuid primary key,
  a           uuid        not null,
  b           uuid        not null,
  kind        text        not null check (kind in ('SHARED_MODUS', 'RETALIATION_SUSPECTED', 'ONGOING_DISPUTE',
    'DOMESTIC', 'ROBBERY_SERIES', 'BALLISTIC_LINK_ASSERTED')),
  confidence  text        not null check (confidence in ('LOW', 'MEDIUM', 'HIGH')),
  basis       text        not null,
  asserted_by text        not null,
  by_role     text        not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  check (a < b),
  check (expires_at > created_at)
);

create index on patterns.link (a, b, kind);
