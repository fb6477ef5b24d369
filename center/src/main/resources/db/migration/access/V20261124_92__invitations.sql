-- Links that let somebody choose a password once; a used one is gone.
create table access.invitation (
  sha256     bytea primary key,
  account_id uuid not null unique references access.account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
