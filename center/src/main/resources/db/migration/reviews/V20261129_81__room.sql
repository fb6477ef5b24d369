-- What was written down in the room of a review. A row is never changed: who writes over it adds the next version, and
-- two who write the next version at once can not both have it.
create table reviews.entry (
  meeting    uuid        not null references reviews.meeting,
  kind       text        not null check (kind in ('SEAT', 'INCIDENT', 'BLOCK', 'LOOK_AHEAD', 'NOTE', 'READ_BACK')),
  subject    text        not null check (length(subject) <= 80),
  version    int         not null check (version >= 1),
  value      text        not null check (length(value) <= 40),
  detail     text check (length(detail) <= 80),
  note       text        not null check (length(note) <= 1000),
  -- Of the form: the same form sent twice is written once.
  key        uuid        not null unique,
  by_account text        not null,
  by_role    text        not null,
  at         timestamptz not null,
  primary key (meeting, kind, subject, version)
);

create trigger entry_is_never_changed before update or delete on reviews.entry
  for each row execute function reviews.refuse_change();

-- How tense people say a block is, for three days. It goes one way: no police liaison reads it (the wall is in
-- home/tables.txt), and no packet keeps it.
create table reviews.tension (
  id         uuid primary key,
  area       smallint    not null,
  block      text        not null check (length(block) <= 80),
  level      text        not null check (level in ('LOW', 'MEDIUM', 'HIGH', 'OVER')),
  by_account text        not null,
  by_role    text        not null,
  at         timestamptz not null,
  until      timestamptz not null check (until > at)
);
create index on reviews.tension (area, block, at desc);
