-- The history of an item is only added to, until the item itself goes by its schedule.
create or replace function actions.only_added() returns trigger language plpgsql as
$$ begin
  if tg_op = 'DELETE' and home.retention_removes() then
    return old;
  end if;
  raise exception 'the history of an item is only added to';
end $$;
