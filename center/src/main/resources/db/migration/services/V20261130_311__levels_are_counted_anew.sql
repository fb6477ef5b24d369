-- A department that receives a service from another one has not had its days yet: it rises from level 1 again. So a task can
-- reach the same level twice, at two moments.
alter table services.escalation drop constraint escalation_pkey;
alter table services.escalation add primary key (task, level, at);
