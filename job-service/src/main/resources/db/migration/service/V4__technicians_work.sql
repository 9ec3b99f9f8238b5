-- What technicians have made of a job. started_under is the connection under which a technician holds it, from his acceptance on.
alter table job_view add column work json;

-- Few rows: only jobs that somebody holds are in them.
create index job_view_accepted on job_view (started_under) where status = 'ASSIGNED' and started_under is not null;
create index job_view_held on job_view (technician_id) where status in ('ASSIGNED', 'RUNNING') and technician_id is not null;

-- Requests that have had their effect, by who sent them and their Idempotency-Key, with what was answered.
create table idempotent_request (
    owner       varchar(64) not null,
    key         varchar(64) not null,
    content     uuid        not null,
    status      integer,
    headers     json,
    body        json,
    received_at timestamptz not null default now(),
    primary key (owner, key)
);
create index idempotent_request_received_at on idempotent_request using brin (received_at);

-- To look into the past of a vehicle: only jobs that technicians have touched.
create index job_view_worked_on on job_view ((details ->> 'vin')) where work is not null or technician_id is not null;
