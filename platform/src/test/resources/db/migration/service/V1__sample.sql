create table counter_sum (counter_id varchar(100) primary key, total bigint not null, changed_at bigint not null);
create table counter_echo (counter_id varchar(100) not null, sequence bigint not null);
