-- The quarterly list of priority blocks: a dated decision, each version kept for good (R-HOT-06). A block comes to it by
-- a nomination, by data or by residents, and both weigh the same (R-HOT-04).
create table patterns.nomination (
  id           uuid primary key,
  block        text        not null check (length(block) between 3 and 120),
  area         int         not null,
  source       text        not null check (source in ('DATA', 'RESIDENTS')),
  reason       text        not null,
  nominated_by text        not null,
  role         text        not null,
  at           timestamptz not null,
  unique (block, area, source)
);

create table patterns.block_list (
  version        int primary key check (version >= 1),
  quarter        text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  effective_from date        not null,
  approved_by    text        not null,
  approved_at    timestamptz not null
);

create table patterns.listed_block (
  version int  not null references patterns.block_list,
  block   text not null,
  area    int  not null,
  sources text not null,
  primary key (version, block, area)
);

-- Steps after the approval; a block that is not on the next version is removed by that version.
create table patterns.listed_block_step (
  version    int         not null,
  block      text        not null,
  area       int         not null,
  to_state   text        not null check (to_state in ('SERVICED')),
  by_account text        not null,
  by_role    text        not null,
  at         timestamptz not null,
  primary key (version, block, area, to_state),
  foreign key (version, block, area) references patterns.listed_block
);
