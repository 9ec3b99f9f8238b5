-- Spring Session's tables, under its names. What a session holds is sealed; principal_name is the identity provider's session.
create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index on spring_session (expiry_time);
create index on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- The tokens of a person who is signed in: a row, so that replicas can take turns to renew them.
create table session_tokens (
    identity_session text primary key,
    tokens           bytea       not null,
    kept_at          timestamptz not null default now()
);
