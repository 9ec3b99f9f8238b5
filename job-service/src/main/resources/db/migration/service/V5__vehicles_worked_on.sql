-- Which technicians have started which jobs on which vehicles. A job may be started again on another vehicle, so this is no column of job_view.
create table vehicle_work (
    vin           varchar(17) not null,
    technician_id varchar(64) not null,
    job_id        varchar(64) not null,
    primary key (vin, technician_id, job_id)
);

drop index job_view_worked_on;

-- What the read model would have written: the VIN of a start is the last one that the provider or a technician had filled in by then.
insert into vehicle_work (vin, technician_id, job_id)
select distinct vehicle.vin, start.payload ->> 'technicianId', start.aggregate_id
from domain_event start
    cross join lateral (
        select coalesce(event.payload -> 'filledIn' ->> 'vin', event.payload -> 'details' ->> 'vin') as vin
        from domain_event event
        where event.aggregate_id = start.aggregate_id and event.sequence_number <= start.sequence_number
            and event.event_type in ('job.created.v1', 'job.changed.v1', 'job.started.v1')
            and (event.event_type <> 'job.started.v1' or event.payload -> 'filledIn' ->> 'vin' is not null)
        order by event.sequence_number desc limit 1) vehicle
where start.event_type = 'job.started.v1' and vehicle.vin is not null;
