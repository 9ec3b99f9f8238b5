-- Partners as they are now; made anew from the stored events at any time.
create table partner_view (
    partner_id    varchar(36)  primary key,
    team_name     varchar(100),
    team_email    varchar(254) not null,
    missing_steps text[]       not null
);
