-- R-MEET-07: a guest comes to a review that is still ahead. It is looked at after the reference was checked, which waits
-- for whoever opens or cancels the other review in the same moment.
create function reviews.merge_meets() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from reviews.meeting
      where id = new.merged_into and state in ('SCHEDULED', 'PACKET_DRAFT', 'PACKET_PUBLISHED')) then
    raise exception 'The other review is not ahead any more' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger merge_meets after update of merged_into on reviews.meeting
  for each row when (new.merged_into is not null and new.merged_into is distinct from old.merged_into)
  execute function reviews.merge_meets();
