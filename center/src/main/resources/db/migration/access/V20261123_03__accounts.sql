-- Who may sign in. Staff and partners only: people who were harmed have no row here.
create schema access;

create table access.account (
  id            uuid primary key,
  name          text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_name  text not null check (length(display_name) between 1 and 120),
  role          text not null,
  organization  text not null,
  password_hash text not null,
  created_at    timestamptz not null,
  disabled_at   timestamptz
);

-- The seats an account has; teams are named by the code that directory gives them.
create table access.account_team (
  account_id uuid not null references access.account on delete cascade,
  team       text not null,
  primary key (account_id, team)
);

create table access.api_token (
  id         uuid primary key,
  account_id uuid not null references access.account on delete cascade,
  sha256     bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
