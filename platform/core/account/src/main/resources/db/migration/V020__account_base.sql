create table principal (
    id binary(16) not null primary key,
    kind varchar(10) not null,
    state varchar(10) not null,
    epoch bigint not null
) engine = innodb;

-- The address is sealed; it is found by a keyed hash of its normal form.
create table person (
    principal_id binary(16) not null primary key,
    email varbinary(1200) not null,
    email_hash binary(32) not null,
    email_confirmed boolean not null,
    pending_email varbinary(1200) null,
    role varchar(10) not null,
    locale varchar(20) not null,
    created_at datetime(6) not null,
    password_changed_at datetime(6) null,
    last_seen_at datetime(6) null,
    suspended_at datetime(6) null,
    suspend_reason varbinary(4200) null,
    unique key person_email (email_hash),
    key person_newest (created_at, principal_id)
) engine = innodb;

create table session (
    id binary(16) not null primary key,
    principal_id binary(16) not null,
    token_hash binary(32) not null,
    device varchar(80) not null,
    address varchar(60) not null,
    created_at datetime(6) not null,
    last_seen_at datetime(6) not null,
    idle_until datetime(6) not null,
    expires_at datetime(6) not null,
    unique key session_token (token_hash),
    key session_owner (principal_id, last_seen_at),
    key session_end (expires_at),
    key session_idle (idle_until)
) engine = innodb;

create table api_key (
    id binary(16) not null primary key,
    principal_id binary(16) not null,
    name varbinary(600) not null,
    prefix varchar(20) not null,
    secret_hash binary(32) not null,
    scopes varchar(1000) not null,
    created_at datetime(6) not null,
    last_used_at datetime(6) null,
    expires_at datetime(6) null,
    revoked_at datetime(6) null,
    unique key api_key_secret (secret_hash),
    key api_key_owner (principal_id, created_at)
) engine = innodb;

create table invite (
    id binary(16) not null primary key,
    token_hash binary(32) not null,
    email varbinary(1200) null,
    email_hash binary(32) null,
    role varchar(10) not null,
    note varbinary(2400) null,
    created_by binary(16) null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    used_at datetime(6) null,
    used_by binary(16) null,
    revoked_at datetime(6) null,
    refusals int not null,
    unique key invite_token (token_hash),
    key invite_newest (created_at, id),
    key invite_used_by (used_by)
) engine = innodb;

create table one_time_link (
    id binary(16) not null primary key,
    purpose varchar(20) not null,
    token_hash binary(32) not null,
    principal_id binary(16) null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    unique key one_time_link_token (token_hash),
    key one_time_link_owner (principal_id, purpose),
    key one_time_link_end (expires_at)
) engine = innodb;

-- What identity plugins keep: sealed, by instance and subject.
create table credential_record (
    instance varchar(40) not null,
    subject varchar(200) not null,
    id binary(16) not null,
    owner_id binary(16) not null,
    record varbinary(9000) not null,
    updated_at datetime(6) not null,
    primary key (instance, subject),
    key credential_owner (owner_id)
) engine = innodb;

create table mail (
    id binary(16) not null primary key,
    owner_id binary(16) not null,
    kind varchar(40) not null,
    recipient varbinary(1200) not null,
    subject varbinary(1200) not null,
    body mediumblob not null,
    state varchar(10) not null,
    attempts int not null,
    next_attempt_at datetime(6) not null,
    created_at datetime(6) not null,
    sent_at datetime(6) null,
    failure varchar(80) null,
    key mail_newest (created_at, id),
    key mail_due (state, next_attempt_at),
    key mail_owner (owner_id)
) engine = innodb;

-- Secrets of the installation itself, sealed under its own key.
create table installation_secret (
    name varchar(40) not null primary key,
    secret varbinary(200) not null
) engine = innodb;
