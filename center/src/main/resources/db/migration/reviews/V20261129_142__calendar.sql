-- The address under which a person's calendar reads when the own teams meet. Only the hash of its secret is kept; who
-- makes a new one, or takes it away, ends the old one at once.
create table reviews.calendar_feed (
  account text        primary key,
  secret  bytea       not null unique check (length(secret) = 32),
  made_at timestamptz not null,
  read_at timestamptz
);
