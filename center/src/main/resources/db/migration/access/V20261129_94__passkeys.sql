-- Passkeys: what a device proved to hold when it was enrolled. The public key is in "attested"; nothing here is secret.
create table access.passkey (
  id              uuid primary key,
  account_id      uuid not null references access.account on delete cascade,
  credential      bytea not null unique,
  attested        bytea not null,
  counter         bigint not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  device          text not null,
  enrolled_at     timestamptz not null,
  last_used_at    timestamptz
);
create index on access.passkey (account_id);
