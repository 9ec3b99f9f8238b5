create table counter_sum (counter_id varchar(100) primary key, total bigint not null, changed_at bigint not null);
create table counter_echo (counter_id varchar(100) not null, sequence bigint not null);
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
