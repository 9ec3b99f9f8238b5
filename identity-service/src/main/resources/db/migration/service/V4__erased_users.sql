-- Of an erased user nothing is left but the id, the role and the state.
alter table user_view alter column email drop not null;

-- Whose name and address an invitation tells; null for those made before it was kept.
alter table invitation_view add column invited_by_id varchar(36);
create index invitation_view_invited_by on invitation_view (invited_by_id);

create table erasure_view (
    user_id    varchar(36) primary key,
    erasure_id varchar(36) not null,
    erased_at  timestamptz not null
);
create table erasure_confirmation_view (
    user_id      varchar(36)  not null,
    service      varchar(100) not null,
    confirmed_at timestamptz  not null,
    primary key (user_id, service)
);
