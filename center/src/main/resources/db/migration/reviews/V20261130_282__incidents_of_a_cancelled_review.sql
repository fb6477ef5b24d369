-- R-HRIT-03: what was on the table of a review that was cancelled comes to the team's next one.
alter table reviews.deferral drop constraint deferral_reason_check;
alter table reviews.deferral add constraint deferral_reason_check check (reason in
  ('AWAITS_FACTS', 'FAMILY_ASKED', 'PARTNER_ABSENT', 'NO_TIME', 'REVIEW_CANCELLED', 'TAKEN_BACK'));
