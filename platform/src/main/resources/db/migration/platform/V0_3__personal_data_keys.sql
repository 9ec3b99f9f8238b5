-- A key per person, wrapped by a master key that is not in the database. An erased person keeps a row without a key, so that none is made again.
create table personal_data_key (
    subject    varchar(200) primary key,
    key_id     uuid         not null unique,
    wrapped    bytea,
    master     varchar(16),
    erasure_id uuid,
    erased_at  timestamptz
);

-- Which address is whose, by what stands for the address.
create table personal_data_address (
    subject varchar(200) not null,
    address varchar(200) not null,
    primary key (subject, address)
);
create index personal_data_address_address on personal_data_address (address);
