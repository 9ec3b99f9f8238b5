-- The admins' list: all jobs of a partner, newest change first.
create index job_view_by_change on job_view (partner_id, changed_index) where partner_id is not null;
create index connection_view_of_partner on connection_view (partner_id, fleet_id);

-- What users are called, as identity-service tells; sequence is the version of the newest message seen. Names are in no stored
-- event: to erase somebody's, delete the row.
create table user_name (
    user_id    varchar(64) primary key,
    sequence   bigint not null,
    first_name text,
    last_name  text
);
