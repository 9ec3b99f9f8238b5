create table counter_sum (counter_id varchar(100) primary key, total bigint not null, changed_at bigint not null);
