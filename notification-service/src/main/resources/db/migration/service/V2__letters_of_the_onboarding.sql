-- From now on the service keeps copies of what others told, and needs all they ever told: its consumer groups are new and read the topics
-- from the beginning. What was not sent yet is ordered again by that; what was sent is in the log and is not sent again.
delete from inbound_message;
delete from delivery where state = 'PENDING';

alter table delivery add column language varchar(2) not null default 'EN';
alter table delivery alter column language drop default;
alter table delivery drop constraint delivery_state_check;
alter table delivery alter column state type varchar(20);
alter table delivery add constraint delivery_state_check check (state in ('PENDING', 'SENT', 'FAILED', 'SUPERSEDED'));

-- Each group of columns comes from messages of its own, and has the ce_sequence of the last one: an older one changes nothing.
create table user_copy (
    user_id          uuid        primary key,
    partner_id       uuid        not null,
    state            varchar(10) check (state in ('INVITED', 'ACTIVE', 'REMOVED')),
    state_sequence   bigint      not null default -1,
    role             varchar(10) check (role in ('ADMIN', 'TECHNICIAN')),
    role_sequence    bigint      not null default -1,
    email            varchar(320),
    email_sequence   bigint      not null default -1,
    language         varchar(2),
    language_sequence bigint     not null default -1,
    first_name       varchar(200),
    last_name        varchar(200),
    name_sequence    bigint      not null default -1
);
create index user_copy_partner on user_copy (partner_id);
create index user_copy_email on user_copy (email);

create table team_copy (
    partner_id uuid         primary key,
    sequence   bigint       not null,
    team_name  varchar(200) not null
);

-- The last invitation of each user; the facts are those the letters need. Not open: used, revoked, or the user is gone.
create table invitation_copy (
    user_id    uuid    primary key,
    sequence   bigint  not null,
    open       boolean not null,
    invitation_id varchar(100),
    invitation jsonb,
    expires_at timestamptz,
    remind_at  timestamptz
);
create index invitation_copy_id on invitation_copy (invitation_id);
create index invitation_copy_remind on invitation_copy (remind_at) where open;

-- A decision may be known before its request; then there are no facts and there is no letter.
create table request_copy (
    connection_id uuid    primary key,
    pending       boolean not null,
    request       jsonb,
    expires_at    timestamptz,
    remind_at     timestamptz
);
create index request_copy_remind on request_copy (remind_at) where pending;

-- Signatures whose signer gets a letter as soon as the address is known.
create table signature_copy (
    cause_id  varchar(200) primary key,
    signer_id uuid         not null,
    signature jsonb        not null,
    ordered   boolean      not null default false
);
create index signature_copy_waiting on signature_copy (signer_id) where not ordered;
