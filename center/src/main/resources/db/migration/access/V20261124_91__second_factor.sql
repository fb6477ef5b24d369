-- Phones that show codes: one an account. The secret is sealed with a key that is not in the database.
create table access.authenticator (
  account_id  uuid primary key references access.account on delete cascade,
  secret      text not null,
  last_step   bigint not null,
  enrolled_at timestamptz not null
);

-- What lets somebody in on the day the phone is gone; each counts once.
create table access.recovery_code (
  account_id uuid not null references access.account on delete cascade,
  sha256     bytea not null,
  used_at    timestamptz,
  primary key (account_id, sha256)
);
