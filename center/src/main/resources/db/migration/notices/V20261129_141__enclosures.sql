-- What goes along with a notice by mail, in the words of the room that knows how to make it, such as an invitation. It is
-- made when the mail is handed over, so that nothing of it lies here.
alter table notices.notice add column enclosure text check (enclosure ~ '^[a-z-]+ [0-9a-zA-Z-]{1,80}$');
