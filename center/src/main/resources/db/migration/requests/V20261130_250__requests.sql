-- What people asked the City for by 311, as the City's own files tell it: no requester, no words, no house number and no
-- point. What the City calls closed is not fixed yet (R-COO-06): `follow` says who looked and what was seen there.
create schema requests;

create table requests.intake (
  id           uuid primary key,
  file_name    text        not null,
  shape        text        not null check (shape in ('PORTAL', 'POTHOLES', 'FACTS', 'DEMO')),
  received_at  timestamptz not null,
  -- The newest moment in the file: what is known is what was known then.
  as_of        timestamptz not null,
  rows_read    bigint not null,
  accepted     bigint not null,
  added        bigint not null,
  updated      bigint not null,
  unchanged    bigint not null,
  older        bigint not null,
  rejected     bigint not null,
  without_area bigint not null,
  without_block bigint not null,
  unmapped     bigint not null,
  constraint intake_adds_up check (accepted + rejected = rows_read and added + updated + unchanged + older = accepted)
);

create table requests.request (
  id           uuid primary key,
  -- 311 gave numbers of the old system again in the new one: a number is known only together with where it is from.
  number       text     not null check (number ~ '^[A-Za-z0-9-]{3,32}$'),
  legacy       boolean  not null,
  slug         text     not null generated always as (number || case when legacy then '.legacy' else '' end) stored unique,
  -- As the City writes it; null where a file has none.
  type_written text check (length(type_written) <= 120),
  -- Code of the service that it is with us; null when it is none of ours.
  type         text,
  department   text check (length(department) <= 80),
  status       text     not null check (status in ('OPEN', 'COMPLETED', 'CANCELED')),
  duplicate    boolean  not null,
  parent       text check (parent ~ '^[A-Za-z0-9-]{3,32}$'),
  opened_at    timestamptz not null,
  opened_timed boolean  not null,
  opened_on    date     not null,
  closed_at    timestamptz,
  closed_timed boolean  not null,
  closed_on    date,
  -- Business days from one day to the other; null while it is open.
  days         int,
  block        text check (length(block) between 3 and 80),
  area         smallint check (area between 1 and 77),
  -- On the list of priority blocks of the day it was asked for, and of the day it was closed (today's while it is open).
  asked_listed boolean  not null default false,
  listed       boolean  not null default false,
  -- Until when what is told here holds; what was true before does not replace it.
  state_at     timestamptz not null,
  first_seen   timestamptz not null,
  changed_at   timestamptz not null,
  changed_by   uuid     not null references requests.intake,
  version      int      not null default 1
);
create index request_order on requests.request (listed desc, opened_at desc, slug desc);
create index request_area on requests.request (area, status);
create index request_block on requests.request (block, area);
create index request_parent on requests.request (parent) where parent is not null;
create index request_closed on requests.request (closed_on) where closed_on is not null;
create index request_changed on requests.request (changed_by);

create table requests.request_version (
  request      uuid not null references requests.request,
  version      int  not null,
  type_written text,
  type         text,
  department   text,
  status       text not null,
  duplicate    boolean not null,
  parent       text,
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  block        text,
  area         smallint,
  state_at     timestamptz not null,
  known_at     timestamptz not null,
  intake       uuid not null references requests.intake,
  primary key (request, version)
);

create table requests.follow (
  id         uuid primary key,
  request    uuid not null unique references requests.request,
  area       smallint not null,
  block      text not null,
  type       text not null,
  state      text not null check (state in ('OPEN', 'CLOSED_BY_CITY', 'FIXED', 'NOT_FIXED', 'LET_GO')),
  -- Why nobody follows it any more.
  let_go     text check (let_go in ('CANCELED', 'OFF_THE_LIST', 'DUPLICATE')),
  constraint follow_let_go_for_a_reason check ((state = 'LET_GO') = (let_go is not null)),
  -- The day the City closed it, and from when somebody should look (R-COO-06).
  closed_on  date,
  look_on    date,
  constraint follow_closed_has_its_look check (state <> 'CLOSED_BY_CITY' or (closed_on is not null and look_on is not null)),
  looked_on  date,
  -- Code of the service that was asked for because it is not fixed.
  task       text check (task ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  changed_at timestamptz not null,
  version    int not null default 1
);
create index follow_look on requests.follow (state, look_on);

create table requests.step (
  follow          uuid not null references requests.follow,
  position        int not null check (position >= 1),
  move            text not null,
  from_state      text,
  to_state        text not null,
  by_account      text not null,
  by_role         text not null,
  by_organization text not null,
  at              timestamptz not null,
  reason_code     text,
  detail          text check (length(detail) <= 400),
  primary key (follow, position)
);

create function requests.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'the history of a request is only added to';
end $$;
create trigger only_added before update or delete on requests.step
  for each row execute function requests.only_added();
create trigger only_added before update or delete on requests.request_version
  for each row execute function requests.only_added();

-- A form carries a key of its own: sent twice over a bad line, it is done once.
create table requests.once (
  key     uuid primary key,
  account text not null,
  follow  uuid references requests.follow,
  at      timestamptz not null
);
