-- When the facilitators of a review that was opened and not closed were told so: each is told once.
alter table reviews.meeting add column unclosed_at timestamptz;
create index meeting_open on reviews.meeting (starts_at) where state in ('IN_SESSION', 'MINUTES_DRAFT');
