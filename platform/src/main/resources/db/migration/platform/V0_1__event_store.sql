-- The event store. Appends take an advisory lock, so global_index order is commit order and a reader never meets a gap that fills later.
create table domain_event (
    global_index    bigint generated always as identity primary key,
    event_id        varchar(64)  not null,
    aggregate_type  varchar(100) not null,
    aggregate_id    varchar(200) not null,
    sequence_number bigint       not null,
    event_type      varchar(200) not null,
    recorded_at     timestamptz  not null,
    payload         json         not null,
    metadata        json         not null,
    constraint one_event_per_aggregate_version unique (aggregate_id, sequence_number)
);

-- How far each processor has read; a row is claimed by one node at a time.
create table token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

-- Events that a policy could not handle, per sequence, until somebody lets them be tried again.
create table dead_letter_entry (
    dead_letter_id      varchar(255) primary key,
    processing_group    varchar(255) not null,
    sequence_identifier varchar(255) not null,
    sequence_index      bigint       not null,
    message_type        varchar(255) not null,
    event_id            varchar(255) not null,
    timestamp           varchar(255) not null,
    payload_type        varchar(255) not null,
    payload_revision    varchar(255),
    payload             bytea        not null,
    metadata            bytea,
    aggregate_type      varchar(255),
    aggregate_id        varchar(255),
    sequence_number     bigint,
    token_type          varchar(255),
    token               bytea,
    enqueued_at         varchar(255) not null,
    last_touched        varchar(255),
    processing_started  varchar(255),
    cause_type          varchar(255),
    cause_message       varchar(1023),
    diagnostics         bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);

-- Messages that have had their effect: the key is a hash of source and id of the CloudEvent, the content one of its data.
create table inbound_message (
    message_key uuid        primary key,
    content     uuid        not null,
    received_at timestamptz not null default now()
);
create index inbound_message_received_at on inbound_message using brin (received_at);
