-- What people are told, written in the transaction of what it tells about. A notice is a sentence of the house with a
-- few words put in, never a text that somebody wrote; it always stands on the person's own page, and where the person
-- wants it a delivery carries it out of the house.
create schema notices;

create table notices.notice (
  id         uuid primary key,
  recipient  text not null,
  kind       text not null,
  words      text[] not null,
  path       text not null check (path ~ '^/'),
  urgent     boolean not null,
  once       text unique,
  created_at timestamptz not null,
  seen_at    timestamptz
);
create index notice_recipient on notices.notice (recipient, created_at desc);

create table notices.delivery (
  notice         uuid not null references notices.notice on delete cascade,
  channel        text not null check (channel in ('MAIL', 'TEXT')),
  state          text not null check (state in ('WAITING', 'HANDED_OVER', 'FAILED', 'NO_SERVER', 'SETTLED')),
  attempts       int not null default 0,
  due_at         timestamptz not null,
  leased_until   timestamptz,
  handed_over_at timestamptz,
  trouble        text,
  settled_by     text,
  settled_at     timestamptz,
  primary key (notice, channel)
);
create index delivery_due on notices.delivery (due_at) where state = 'WAITING';
create index delivery_failed on notices.delivery (state) where state in ('FAILED', 'NO_SERVER');

-- How a member of staff or a partner wants to be told. Nobody else has a row here.
create table notices.preference (
  account     text primary key,
  channel     text not null check (channel in ('PAGE', 'MAIL', 'TEXT')),
  address     text not null check (channel = 'PAGE' or length(address) between 3 and 200),
  language    text not null check (language in ('en', 'es')),
  quiet_from  time,
  quiet_until time,
  check ((quiet_from is null) = (quiet_until is null))
);
