-- How far a running computation has come, so that whoever waits sees that it moves.
alter table patterns.recomputation
  add column part       text,
  add column parts_done int    not null default 0 check (parts_done >= 0),
  add column parts      int    not null default 0 check (parts >= 0),
  add column steps_done bigint not null default 0 check (steps_done >= 0),
  add column steps      bigint not null default 0 check (steps >= 0);
