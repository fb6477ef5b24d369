-- Who read beyond the own teams in an emergency, why and for how long, and what the privacy officer found afterwards.
create table access.emergency (
  id           uuid primary key,
  account_id   uuid not null references access.account on delete cascade,
  account      text not null,
  role         text not null,
  organization text not null,
  reason       text not null check (length(reason) between 1 and 400),
  began_at     timestamptz not null,
  ends_at      timestamptz not null check (ends_at > began_at),
  ended_at     timestamptz,
  look_by      date not null,
  looked_at    timestamptz,
  looked_by    text,
  in_order     boolean,
  finding      text check (length(finding) <= 400),
  check ((looked_at is null) = (looked_by is null)),
  check ((looked_at is null) = (in_order is null))
);
create index on access.emergency (account_id) where ended_at is null;
create index on access.emergency (look_by) where looked_at is null;
create index on access.emergency (began_at);
