-- Feeds come in the order of days, so a summary of which pages hold which days finds the rows of a list or a count; an
-- entry for each row, as before, was a quarter of what a first import cost.
drop index incidents.incident_newest;
create index incident_day on incidents.incident using brin (occurred_on)
  with (pages_per_range = 16, autosummarize = on);
