-- What a user was given instead of the first role; null as long as that has not changed.
alter table user_copy add column role varchar(20);
