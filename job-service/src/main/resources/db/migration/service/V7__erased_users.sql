-- Of an erased user only the id is left.
alter table user_name add column erased boolean not null default false;
