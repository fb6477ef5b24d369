-- Rows that are never changed may still be removed by the nightly sweep, when an approved schedule lets them go. A request
-- can not pretend to be the sweep: its role is another one.
create function home.retention_removes() returns boolean language sql stable
  as $$ select coalesce(current_setting('cscc.retention', true), '') = 'sweep' and session_user <> 'cscc_pages' $$;
