-- When the City's directory said that an account is gone. It stays a row, because what its person did stays written down.
alter table access.account add column removed_at timestamptz check (removed_at is null or disabled_at is not null);
