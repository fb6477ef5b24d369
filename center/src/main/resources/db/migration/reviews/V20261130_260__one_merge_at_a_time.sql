-- R-MEET-07 under two hands at once: what is merged has no guests of its own, and a guest goes where a review is held. Each
-- hand reads only its own teams, so the schema looks, for everybody, one merge after another.
create function reviews.merge_alone() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtext('reviews.merge'));
  if exists (select from reviews.meeting where merged_into = new.id)
      or exists (select from reviews.meeting where id = new.merged_into and merged_into is not null) then
    raise exception 'A review that is held elsewhere takes no guests' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger merge_alone before update of merged_into on reviews.meeting
  for each row when (new.merged_into is not null and new.merged_into is distinct from old.merged_into)
  execute function reviews.merge_alone();
