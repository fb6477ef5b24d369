-- The page of an incident asks to which reviews it was put off.
create index deferral_incident on reviews.deferral (incident);
