-- Users as they are now; made anew from the stored events at any time.
create table user_view (
    user_id    varchar(36)  primary key,
    partner_id varchar(36)  not null,
    email      varchar(254) not null,
    first_name varchar(100) not null,
    last_name  varchar(100) not null,
    role       varchar(20)  not null,
    state      varchar(20)  not null
);
create index user_view_partner on user_view (partner_id);
