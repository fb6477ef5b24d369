-- F4: an agreement is drafted, read by a lawyer, signed, put into force, renewed or ended; then what was shared is
-- destroyed, and a certificate says so. No signature, no feed.
alter table access.agreement drop constraint agreement_state_check;
alter table access.agreement_step drop constraint agreement_step_from_state_check;
alter table access.agreement_step drop constraint agreement_step_to_state_check;
update access.agreement set state = 'TERMINATED' where state = 'ENDED';
update access.agreement_step set to_state = 'TERMINATED' where to_state = 'ENDED';
alter table access.agreement add constraint agreement_state_check
  check (state in ('DRAFT', 'LEGAL_REVIEW', 'SIGNED', 'ACTIVE', 'TERMINATED'));
alter table access.agreement_step add constraint agreement_step_from_state_check
  check (from_state in ('DRAFT', 'LEGAL_REVIEW', 'SIGNED', 'ACTIVE', 'TERMINATED'));
alter table access.agreement_step add constraint agreement_step_to_state_check
  check (to_state in ('DRAFT', 'LEGAL_REVIEW', 'SIGNED', 'ACTIVE', 'TERMINATED'));

alter table access.agreement add column signed_on date;
-- Those that were put into force before had a paper, whose day nobody asked for.
update access.agreement set signed_on = starts_on where state in ('ACTIVE', 'TERMINATED');
alter table access.agreement add constraint agreement_is_signed
  check (state not in ('SIGNED', 'ACTIVE') or signed_on is not null);
-- By when an organization says that it has destroyed what it was given; null while it holds or when nothing was given.
alter table access.agreement add column destroy_by date;
alter table access.agreement add column destroyed_on date;
alter table access.agreement add column certificate text not null default '' check (length(certificate) <= 200);
alter table access.agreement add constraint agreement_certificate
  check (destroyed_on is null or length(certificate) >= 3);
