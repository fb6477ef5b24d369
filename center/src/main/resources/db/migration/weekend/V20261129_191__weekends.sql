-- What is coming on a weekend and who is there, so that Friday noon a plan can be frozen and Monday morning what happened
-- can be held against it. About places and hours; whose vigil or funeral it is stands nowhere.
create schema weekend;

-- The row says how it stands; each change of it is a row of `step`.
create table weekend.gathering (
  id           uuid primary key,
  kind         text not null check (kind in ('VIGIL', 'FUNERAL', 'PARK_PERMIT', 'SCHOOL_EVENT', 'FESTIVAL', 'ANNIVERSARY',
                                             'WEATHER', 'STREET_CLOSURE', 'SAFE_SPACE', 'OTHER')),
  -- Null is the whole city.
  area         smallint check (area between 1 and 99),
  place        text not null check (length(place) between 3 and 120),
  starts_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '14 days'),
  -- Which organization will be there.
  organization text,
  note         text not null default '' check (length(note) <= 300),
  cancelled    boolean not null default false,
  created_by   text not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  version      int not null default 1
);
create index gathering_span on weekend.gathering (starts_at, ends_at);

create table weekend.step (
  gathering  uuid not null references weekend.gathering,
  position   int  not null check (position >= 1),
  move       text not null check (move in ('ADD', 'CHANGE', 'CANCEL')),
  -- How it stood afterwards.
  area       smallint,
  place      text not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  reason     text check (length(reason) <= 300),
  constraint step_of_cancelling_says_why check ((move = 'CANCEL') = (reason is not null)),
  by_account text not null,
  by_role    text not null,
  at         timestamptz not null,
  primary key (gathering, position)
);

create function weekend.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'what was written about a weekend is only added to';
end $$;
create trigger only_added before update or delete on weekend.step
  for each row execute function weekend.only_added();

-- A frozen plan; what changes afterwards makes the next revision. Revision 1 is made once, whoever comes first.
create table weekend.plan (
  friday         date not null check (extract(isodow from friday) = 5),
  revision       int  not null check (revision >= 1),
  content        text not null,
  content_sha256 bytea not null,
  as_of          timestamptz not null,
  -- "system" when nobody had done it by Friday noon.
  published_by   text not null,
  primary key (friday, revision)
);
create trigger only_added before update or delete on weekend.plan
  for each row execute function weekend.only_added();

-- What was known on Monday morning, once a weekend.
create table weekend.flash (
  friday         date primary key check (extract(isodow from friday) = 5),
  content        text not null,
  content_sha256 bytea not null,
  as_of          timestamptz not null
);
create trigger only_added before update or delete on weekend.flash
  for each row execute function weekend.only_added();

create table weekend.once (
  key       uuid primary key,
  account   text not null,
  at        timestamptz not null,
  gathering uuid references weekend.gathering
);
create index once_gathering on weekend.once (gathering);
