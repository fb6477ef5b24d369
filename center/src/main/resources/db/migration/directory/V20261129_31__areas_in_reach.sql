-- The areas that a permission for the own team reaches: those of the person's teams, and those named for the person.
create function directory.areas_in_reach() returns int[] language sql stable
  as $$
    select array(
      select area from directory.team_area where team = any (home.own('teams'))
      union
      select unnest(home.own('areas'))::int)
  $$;
