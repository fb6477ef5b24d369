-- Survivors and applicants (T3), apart from everything else. `record` is what staff of the City may see: a token drawn at
-- random, an area, amounts and clocks. `field` holds what only the organization can open, sealed with its own key;
-- `keyset` holds that key, sealed with one that is not in the database. No name, no address, and no hash of one.
create schema vault;

create table vault.keyset (
  organization text primary key,
  wrapped      bytea not null,
  made_at      timestamptz not null,
  rotated_at   timestamptz
);

create table vault.record (
  id            uuid primary key,
  token         text not null check (token ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  organization  text not null,
  purpose       text not null check (purpose in ('REFERRAL', 'ASSISTANCE')),
  area          int not null check (area between 1 and 9999),
  asked_cents   bigint check (asked_cents >= 0),
  granted_cents bigint check (granted_cents >= 0),
  opened_at     timestamptz not null,
  due_at        timestamptz not null check (due_at > opened_at),
  closed_at     timestamptz,
  written_by    text not null,
  unique (token, organization)
);
create index record_organization on vault.record (organization, due_at);

create table vault.field (
  record       uuid not null references vault.record on delete cascade,
  organization text not null,
  kind         text not null check (kind in ('CALLED', 'WAY', 'TIMES', 'CARE')),
  sealed       bytea not null,
  primary key (record, kind)
);
create index field_organization on vault.field (organization);
