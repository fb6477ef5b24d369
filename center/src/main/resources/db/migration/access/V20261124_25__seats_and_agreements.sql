-- What an account is to the records it may reach, and what somebody agreed to before reaching them.

-- The household a resident speaks for: a token of the center's own making, never a name or an address.
alter table access.account add column household text check (household ~ '^[a-z0-9-]{4,40}$');

-- Areas that are named for an account beyond those of its teams.
create table access.account_area (
  account_id uuid not null references access.account on delete cascade,
  area       smallint not null check (area between 1 and 9999),
  primary key (account_id, area)
);

-- R-HRIT-07: who acknowledged which text, and until when that holds. Rows are only added.
create table access.acknowledgement (
  account_id      uuid not null references access.account on delete cascade,
  acknowledged_at timestamptz not null,
  expires_at      timestamptz not null check (expires_at > acknowledged_at),
  text_version    int not null,
  primary key (account_id, acknowledged_at)
);

-- R-COO-05: which organization may see which data, for what, from which day to which, both included.
create table access.agreement (
  id           uuid primary key,
  organization text not null,
  dataset      text not null,
  purpose      text not null,
  starts_on    date not null,
  ends_on      date not null check (ends_on >= starts_on),
  document     text not null check (length(document) between 1 and 200),
  state        text not null check (state in ('DRAFT', 'ACTIVE', 'ENDED')),
  drafted_by   text not null
);

create index on access.agreement (organization) where state = 'ACTIVE';

create table access.agreement_step (
  agreement  uuid not null references access.agreement on delete cascade,
  position   int not null check (position >= 1),
  from_state text check (from_state in ('DRAFT', 'ACTIVE')),
  to_state   text not null check (to_state in ('DRAFT', 'ACTIVE', 'ENDED')),
  by_account text not null,
  by_role    text not null,
  at         timestamptz not null,
  reason     text not null check (length(reason) <= 400),
  primary key (agreement, position)
);
