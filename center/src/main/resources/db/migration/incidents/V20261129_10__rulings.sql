-- What an analyst says of an incident's standing against the feed. While a ruling holds, standing is the analyst's word
-- and standing_told keeps the feed's own, which goes on being imported; without one, standing_told is null.
alter table incidents.incident add column standing_told text;

-- Every ruling that was ever made, the undoing ones included; nothing of it is changed or removed.
create table incidents.ruling (
  id          uuid primary key,
  incident    uuid not null references incidents.incident on delete cascade,
  version     int not null,
  verdict     text not null check (verdict in ('UNFOUNDED', 'OUT_OF_SCOPE', 'FEED')),
  reason      text not null check (length(reason) <= 40),
  told        text not null,
  by_account  text not null,
  at          timestamptz not null,
  unique (incident, version)
);

comment on column incidents.ruling.version is 'the version of the incident that it made';
comment on column incidents.ruling.verdict is 'FEED: the feed''s own word holds again';
comment on column incidents.ruling.told is 'what the feed said of the standing at that time';

create index ruling_at on incidents.ruling (at);
create index incident_set_aside on incidents.incident (id) where standing_told is not null;
