-- The page of an incident asks for the items that were raised from it.
create index item_origin on actions.item (origin_record) where origin_record is not null;
