-- Access asks whose turn as duty officer it is, with the account and in the same statement; who is on call is the directory's
-- to say, so the directory answers. A turn that names nobody is nobody's: the begin and end of each, in seconds since 1970.
create function access.duty_turns(of_organization text, of_name text) returns text[]
  language sql stable
  return array(
    select concat_ws(' ', floor(extract(epoch from d.starts_at))::bigint, floor(extract(epoch from d.ends_at))::bigint)
    from directory.on_call d
    where d.duty = 'DUTY_OFFICER' and d.organization = of_organization and btrim(d.name) <> ''
      and lower(btrim(d.name)) = lower(btrim(of_name)));
