-- What somebody allowed to be told. Nobody's name is here: a token drawn at random stands for the person.
create schema consent;

create table consent.consent (
  id           uuid primary key,
  token        text not null check (token ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  organization text not null,
  shares       text[] not null check (cardinality(shares) > 0),
  recipients   text[] not null check (cardinality(recipients) > 0),
  purpose      text not null,
  method       text not null,
  language     text not null check (language in ('en', 'es')),
  given_at     timestamptz not null,
  expires_at   timestamptz not null check (expires_at > given_at),
  recorded_by  text not null
);

create index consent_token on consent.consent (token);
create index consent_organization on consent.consent (organization, given_at desc);

create table consent.withdrawal (
  consent uuid primary key references consent.consent,
  by      text not null,
  at      timestamptz not null
);
