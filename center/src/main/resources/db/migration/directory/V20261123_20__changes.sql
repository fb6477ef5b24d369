-- Every change of a department, agency or team: what it was, what it became, by whom and when. Only ever added to.
create table directory.change (
  id     bigint generated always as identity primary key,
  what   text not null check (what in ('ORGANIZATION', 'TEAM')),
  code   text not null,
  before jsonb not null,
  after  jsonb not null,
  by     text not null,
  at     timestamptz not null
);
