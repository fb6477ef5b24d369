-- What people who know say about the circumstances of an incident, by a fixed list of codes (M-9). No free text, no name,
-- no group, nothing about health or a case. A statement ends by itself; what was stated stays as a row until it is swept.
create table patterns.circumstance (
  id          uuid primary key,
  incident    uuid        not null,
  code        text        not null check (code in ('ARGUMENT', 'ROBBERY', 'CARJACKING', 'DOMESTIC', 'ROAD_DISPUTE',
    'ONLINE_DISPUTE', 'GATHERING', 'RENTED_PARTY', 'NEAR_A_VIGIL', 'VEHICLE_INVOLVED', 'VACANT_BUILDING', 'DARK_STREET',
    'CHANCE_VICTIM', 'MISHANDLED_WEAPON')),
  confidence  text        not null check (confidence in ('ASSERTED', 'PROBABLE', 'POSSIBLE', 'RULED_OUT')),
  source      text        not null check (source in ('RECORDS', 'POLICE', 'DEPARTMENT', 'RESIDENTS', 'OUTREACH', 'PARTNER')),
  coded_by    text        not null,
  by_role     text        not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  check (expires_at > created_at)
);

create index on patterns.circumstance (incident, code);
