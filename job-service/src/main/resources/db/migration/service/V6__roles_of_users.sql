-- Whether a user is an admin, as identity-service tells; sequence is the version of the newest message seen.
create table user_role (
    user_id  varchar(64) primary key,
    sequence bigint  not null,
    is_admin boolean not null
);
