-- Who is signed in, for every node and over a restart. The cookie's value is not here, only its SHA-256.
create table access.session (
  id           uuid primary key,
  token        bytea not null unique,
  account_id   uuid references access.account on delete cascade,
  proof        text,
  proved_at    timestamptz,
  began_at     timestamptz not null,
  last_seen_at timestamptz not null,
  browser      text not null default '',
  attributes   bytea,
  check ((account_id is null) = (proof is null)),
  check ((account_id is null) = (proved_at is null))
);
create index on access.session (account_id);
create index on access.session (last_seen_at);

-- Attempts to sign in, by the SHA-256 of the name that was typed (which may be a password, by mistake) and of a known
-- browser's secret: they get further apart, see Attempts.
create table access.sign_in_attempt (
  key      text primary key,
  attempts integer not null,
  next_at  timestamptz not null,
  last_at  timestamptz not null
);

-- Browsers in which somebody has signed in before, by the SHA-256 of their cookie.
create table access.known_browser (
  secret     bytea not null,
  account_id uuid not null references access.account on delete cascade,
  seen_at    timestamptz not null,
  primary key (secret, account_id)
);
