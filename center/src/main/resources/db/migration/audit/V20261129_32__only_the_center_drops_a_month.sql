-- Dropping a month of the trail is the center's own work: no request may call it.
revoke execute on function audit.drop_month(date, text, timestamptz) from public;
