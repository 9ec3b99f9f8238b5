-- What a partner signed last; part of the read model.
alter table partner_view
    add column nda_version        varchar(10),
    add column nda_signed_at      timestamptz,
    add column nda_signed_by      text,
    add column nda_signer_name    text,
    add column nda_company_name   varchar(200),
    add column nda_street         varchar(200),
    add column nda_zip_city       varchar(200),
    add column nda_representative varchar(200);

create index partner_view_nda_version on partner_view (nda_version);

-- The signed copies themselves. Not part of the read model: nothing makes them anew.
create table signed_nda (
    partner_id varchar(36) not null,
    version    varchar(10) not null,
    language   varchar(2)  not null,
    signed_at  timestamptz not null,
    sha256     varchar(64) not null,
    content    bytea       not null,
    primary key (partner_id, version)
);
