-- What the privacy officer let stand although the linter marks it (R-HRIT-09). Refused text is kept nowhere.
create schema wording;

create table wording.release (
  id     uuid primary key,
  text   text not null unique check (length(text) between 1 and 2000),
  reason text not null check (length(reason) between 10 and 500),
  by     text not null,
  at     timestamptz not null
);
