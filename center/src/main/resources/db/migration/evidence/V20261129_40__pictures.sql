-- Photos of places that show whether something was done, drawn anew from their pixels. They belong to a record of
-- another room, named by that room's own word and id; who may see the record may see them.
create schema evidence;

create table evidence.picture (
  id       uuid primary key,
  owner    text not null check (owner ~ '^[a-z-]{2,40}$'),
  record   text not null check (length(record) between 1 and 100),
  type     text not null check (type in ('image/jpeg', 'image/png')),
  width    integer not null check (width between 1 and 4096),
  height   integer not null check (height between 1 and 4096),
  sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content  bytea not null check (sha256 = encode(sha256(content), 'hex')),
  added_by text not null,
  added_at timestamptz not null
);
alter table evidence.picture alter column content set storage external;
create index on evidence.picture (owner, record);
