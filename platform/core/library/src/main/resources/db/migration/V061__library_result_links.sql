-- Addresses that open one result without signing in, for a while. Only the hash of what opens it is kept.
create table result_link (
    token_hash binary(32) not null primary key,
    principal_id binary(16) not null,
    asset_id binary(16) not null,
    ends_at datetime(6) not null,
    key result_link_principal (principal_id),
    key result_link_ends (ends_at)
) engine = innodb;
