-- All connections as the partners see them; made anew from the stored events at any time.
-- The primary key also sees to it that a connection id belongs to one pair of fleet and partner only.
create table connection_view (
    connection_id          uuid primary key,
    position               bigint       not null,
    pair_id                varchar(200) not null,
    fleet_id               varchar(64)  not null,
    partner_id             varchar(36)  not null,
    fleet_name             varchar(200) not null,
    provider_name          varchar(200) not null,
    provider_contact_email varchar(254),
    override_allowed       boolean      not null,
    state                  varchar(20)  not null,
    requested_at           timestamptz  not null,
    expires_at             timestamptz  not null,
    decided_at             timestamptz,
    decided_by             varchar(100),
    ended_at               timestamptz,
    ended_by               varchar(100)
);
create index connection_view_of_partner on connection_view (partner_id, position desc);
create index connection_view_due on connection_view (expires_at) where state = 'PENDING';

-- Copies of what partner-service and identity-service tell; sequence is the version of the newest message seen.
create table partner_copy (
    partner_id    uuid primary key,
    sequence      bigint not null,
    invited_email varchar(254),
    team_email    varchar(254),
    missing_steps varchar(50)[]
);
create index partner_copy_invited_email on partner_copy (invited_email);
create index partner_copy_team_email on partner_copy (team_email);

create table user_copy (
    user_id    uuid primary key,
    sequence   bigint  not null,
    partner_id uuid    not null,
    email      varchar(254),
    active     boolean not null
);
create index user_copy_email on user_copy (email) where active;
