-- The address of an invited user belongs to the partner as well; a revoked invitation frees it, unless a newer one has replaced it.
alter table user_copy add column state varchar(20);
update user_copy set state = case when active then 'ACTIVE' else 'REMOVED' end;
alter table user_copy alter column state set not null;
alter table user_copy drop column active;
alter table user_copy add column invitation_id uuid;
create index user_copy_email on user_copy (email) where state in ('ACTIVE', 'INVITED');
