-- What came of a review, as everybody at the table was sent it. Opened again by the director and closed again, it is the
-- next revision; no revision is ever changed. It keeps no tension, no age and no hour of an incident, and no name.
create table reviews.minutes (
  meeting        uuid        not null references reviews.meeting,
  revision       int         not null check (revision >= 1),
  content        text        not null,
  content_sha256 bytea       not null,
  closed_by      text        not null,
  closed_at      timestamptz not null,
  primary key (meeting, revision),
  check (content_sha256 = sha256(convert_to(content, 'UTF8')))
);

create trigger minutes_are_never_changed before update or delete on reviews.minutes
  for each row execute function reviews.refuse_change();
