-- Who asks for a token on the machine itself is shown what the center keeps to; the word holds for this token only, and
-- the account's own person still gives theirs on the page (R-HRIT-07).
alter table access.api_token add column acknowledged boolean not null default false;
