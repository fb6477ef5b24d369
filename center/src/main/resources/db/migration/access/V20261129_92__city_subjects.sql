-- Which account a person of the City's single sign-on is: by the subject that the provider gives them, which never changes
-- and is no name. The administrator writes it down; nobody gets an account or a role by signing in.
create table access.city_subject (
  issuer     text not null check (length(issuer) <= 300),
  subject    text not null check (length(subject) between 1 and 255),
  account_id uuid not null references access.account on delete cascade,
  linked_at  timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
