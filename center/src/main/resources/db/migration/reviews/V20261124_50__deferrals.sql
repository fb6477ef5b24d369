-- R-HRIT-03: an incident of the week is on the table by itself. A facilitator may put it off to a later review, with a
-- reason; nobody may take it off. Rows are only added: the newest one of a team, week and incident counts, and one
-- without a later week takes the deferral back.
create table reviews.deferral (
  id         bigint generated always as identity primary key,
  team       text        not null,
  week       date        not null,
  incident   uuid        not null,
  until_week date        check (until_week > week),
  reason     text        not null check (reason in ('AWAITS_FACTS', 'FAMILY_ASKED', 'PARTNER_ABSENT', 'NO_TIME', 'TAKEN_BACK')),
  by_account text        not null,
  by_role    text        not null,
  at         timestamptz not null,
  check ((until_week is null) = (reason = 'TAKEN_BACK'))
);

create index on reviews.deferral (team, week);
create index on reviews.deferral (until_week);

create trigger deferral_is_never_changed before update or delete on reviews.deferral
  for each row execute function reviews.refuse_change();
