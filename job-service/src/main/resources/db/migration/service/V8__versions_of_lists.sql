-- How often the jobs or connections of a partner have changed: as long as the number is the same, so is everything that its technicians see.
-- By triggers, so that nothing can change them and forget to count: no version of the service, no rebuild, nobody with psql.
create table partner_list (
    partner_id varchar(64) primary key,
    version    bigint not null
);

create function count_change_of_list() returns trigger language plpgsql as $$
begin
    insert into partner_list as list (partner_id, version)
    select distinct partner_id, 1 from changed where partner_id is not null order by partner_id
    on conflict (partner_id) do update set version = list.version + 1;
    return null;
end $$;

create trigger job_shown after insert on job_view referencing new table as changed for each statement execute function count_change_of_list();
create trigger job_changed_from after update on job_view referencing old table as changed for each statement execute function count_change_of_list();
create trigger job_changed_to after update on job_view referencing new table as changed for each statement execute function count_change_of_list();
create trigger job_gone after delete on job_view referencing old table as changed for each statement execute function count_change_of_list();

create trigger connection_shown after insert on connection_view referencing new table as changed for each statement execute function count_change_of_list();
create trigger connection_changed_from after update on connection_view referencing old table as changed for each statement execute function count_change_of_list();
create trigger connection_changed_to after update on connection_view referencing new table as changed for each statement execute function count_change_of_list();
create trigger connection_gone after delete on connection_view referencing old table as changed for each statement execute function count_change_of_list();
