-- First admins register without a name.
alter table user_view alter column first_name drop not null;
alter table user_view alter column last_name drop not null;

-- An address is used once amongst all users who are invited or active, over all partners.
create unique index user_view_address on user_view (email) where state <> 'REMOVED';
create index user_view_email on user_view (email);

-- Every invitation there ever was, so that an old link can be told what became of it.
create table invitation_view (
    invitation_id varchar(36)  primary key,
    user_id       varchar(36)  not null,
    partner_id    varchar(36)  not null,
    kind          varchar(20)  not null,
    provider_name varchar(200),
    fleet_name    varchar(200),
    invited_by    varchar(254),
    invited_at    timestamptz  not null,
    expires_at    timestamptz  not null,
    state         varchar(20)  not null
);
create unique index invitation_view_open on invitation_view (user_id) where state = 'OPEN';
