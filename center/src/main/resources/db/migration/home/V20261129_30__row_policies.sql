-- What the role that answers requests may see of a row: the person's reach, as access brings it with each connection.
create table home.row_policies (
  only_row boolean primary key default true check (only_row),
  print    text        not null,
  at       timestamptz not null
);
insert into home.row_policies (print, at) values ('', now());

create function home.reach() returns jsonb language sql stable
  as $$ select coalesce(nullif(current_setting('cscc.reach', true), ''), '{}')::jsonb $$;

-- Whether a capability is held in a relation: any, team, organization, account or household.
create function home.may(capability text, relation text) returns boolean language sql stable
  as $$ select coalesce(home.reach() -> relation ? capability, false) $$;

-- Whether a capability is held in some relation, for rows that lie nowhere.
create function home.holds(capability text) returns boolean language sql stable
  as $$
    select exists (
      select from unnest(array['any', 'team', 'organization', 'account', 'household']) relation
      where home.may(capability, relation))
  $$;

-- What is the person's own: teams, areas, organizations, accounts or households.
create function home.own(what text) returns text[] language sql stable
  as $$ select array(select jsonb_array_elements_text(coalesce(home.reach() -> what, '[]'))) $$;
