-- The weekly packet. Every preparation is a row of its own that is never changed: a draft that was prepared again is set
-- aside, a published one is frozen, a correction is a new revision. What happened to a row is told by the rows of
-- packet_step. Emptying a demo home truncates both tables; nothing else takes a row away.
create schema reviews;

create table reviews.packet (
  id             uuid primary key,
  team           text        not null,
  week           date        not null,
  revision       int         not null check (revision >= 1),
  edition        int         not null check (edition >= 1),
  content        text        not null,
  content_sha256 bytea       not null,
  facts_sha256   bytea       not null,
  data_as_of     timestamptz not null,
  prepared_at    timestamptz not null,
  prepared_by    text        not null,
  incidents      int         not null check (incidents >= 0),
  harmed         int         not null check (harmed >= 0),
  killed         int         not null check (killed >= 0),
  changes        int         not null check (changes >= 0),
  unique (team, week, revision, edition),
  check (content_sha256 = sha256(convert_to(content, 'UTF8')))
);

create index on reviews.packet (week);

create table reviews.packet_step (
  packet     uuid        not null references reviews.packet,
  position   int         not null check (position >= 1),
  team       text        not null,
  week       date        not null,
  revision   int         not null,
  from_state text check (from_state in ('DRAFT', 'PUBLISHED')),
  to_state   text        not null check (to_state in ('DRAFT', 'SET_ASIDE', 'PUBLISHED', 'REVISED')),
  by_account text        not null,
  by_role    text        not null,
  at         timestamptz not null,
  reason     text        not null,
  primary key (packet, position)
);

-- R-HRIT-02: a revision is published once.
create unique index packet_published_once on reviews.packet_step (team, week, revision) where to_state = 'PUBLISHED';

create function reviews.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'R-HRIT-02: a row of % is never changed; a correction is a new revision', tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger packet_is_never_changed before update or delete on reviews.packet
  for each row execute function reviews.refuse_change();

create trigger packet_step_is_never_changed before update or delete on reviews.packet_step
  for each row execute function reviews.refuse_change();

-- Where each row stands: its newest step.
create view reviews.packet_standing as
select p.*, s.to_state as state, s.by_account as state_by, s.at as state_at,
       (select at from reviews.packet_step where packet = p.id and to_state = 'PUBLISHED') as published_at
from reviews.packet p
join lateral (
  select to_state, by_account, at from reviews.packet_step
  where packet = p.id order by position desc limit 1) s on true;
