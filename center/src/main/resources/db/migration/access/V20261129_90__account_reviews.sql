-- Each quarter somebody looks at each account and says whether it stays.

-- When the account's person last showed who they are, by the clock of the house.
alter table access.account add column last_sign_in_at timestamptz;

-- What was found, and what the account was when somebody looked. Rows are only added.
create table access.account_review (
  id              uuid primary key,
  account_id      uuid not null references access.account on delete cascade,
  at              timestamptz not null,
  by_account      text not null,
  by_role         text not null,
  verdict         text not null check (verdict in ('KEPT', 'TAKEN_AWAY')),
  standing        text not null,
  last_sign_in_at timestamptz,
  reason          text not null check (length(reason) <= 400)
);
create index on access.account_review (account_id, at desc);
