-- Users who were removed or have got another role, as identity-service tells; sequence is the version of the newest message seen.
create table user_copy (
    user_id  uuid primary key,
    sequence bigint  not null,
    is_admin boolean not null
);
