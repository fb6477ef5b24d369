-- The page of an import lists what it moved.
create index incident_version_ended_by on incidents.incident_version (ended_by);
