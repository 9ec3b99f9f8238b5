-- Ids come from outside: FleetControl may give a job and a connection the same one.
alter table domain_event
    drop constraint one_event_per_aggregate_version,
    add constraint one_event_per_aggregate_version unique (aggregate_id, aggregate_type, sequence_number);
