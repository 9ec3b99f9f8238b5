-- Visibility is a join of these three: a job is visible to a technician of its partner while the partner's connection to the
-- job's fleet is accepted. Nothing here says "visible": changing a connection changes one row.
create table job_view (
    job_id        varchar(64) primary key,
    fleet_id      varchar(64) not null,
    partner_id    varchar(64),
    status        varchar(16) not null,
    technician_id varchar(64),
    started_under varchar(64),
    details       json        not null,
    version       bigint      not null,
    assigned_at   timestamptz,
    changed_at    timestamptz not null,
    position      bigint      not null,
    changed_index bigint      not null
);
create index job_view_of_partner on job_view (partner_id, fleet_id, position desc) where partner_id is not null;

create index job_view_by_state on job_view (partner_id, fleet_id, status, position desc) where status <> 'ASSIGNED';
create index job_view_running on job_view (started_under) where status = 'RUNNING';

create table connection_view (
    connection_id    varchar(64) primary key,
    fleet_id         varchar(64) not null,
    partner_id       varchar(64) not null,
    state            varchar(16) not null,
    fleet_name       varchar(200),
    provider_name    varchar(200),
    override_allowed boolean     not null,
    changed_index    bigint      not null
);
create index connection_view_accepted on connection_view (partner_id, fleet_id) where state = 'ACCEPTED';

create table technician_view (
    user_id       varchar(64) primary key,
    partner_id    varchar(64) not null,
    active        boolean     not null,
    changed_index bigint      not null
);
