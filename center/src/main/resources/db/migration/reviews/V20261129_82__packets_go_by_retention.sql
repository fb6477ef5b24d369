-- A packet is never changed, until it goes as a whole by its schedule.
create or replace function reviews.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'R-HRIT-02: a row of % is never changed; a correction is a new revision', tg_table_name
    using errcode = 'restrict_violation';
end $$;
