-- Why the privacy officer opened a survivor's record: written down before anything opens, and never changed. A row policy
-- lets a record's rows through to an officer only where such a row of their own stands (home/tables.txt).
create table vault.cause (
  id      uuid primary key,
  token   text not null check (token ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  account text not null,
  reason  text not null check (length(reason) between 15 and 400),
  at      timestamptz not null,
  ends_at timestamptz not null check (ends_at > at)
);
create index cause_token on vault.cause (token, account);
create index cause_account on vault.cause (account, at);
