-- Everything below and after takes this collation, whatever the server's default is.
alter database character set utf8mb4 collate utf8mb4_bin;

create table event (
    principal_id binary(16) not null,
    seq bigint not null,
    type varchar(60) not null,
    json varchar(16000) not null,
    occurred_at datetime(6) not null,
    primary key (principal_id, seq),
    key event_age (occurred_at)
) engine = innodb;

create table event_head (
    principal_id binary(16) not null primary key,
    seq bigint not null
) engine = innodb;

create table audit_entry (
    seq bigint not null primary key,
    occurred_at datetime(6) not null,
    actor_id binary(16) null,
    action varchar(80) not null,
    subject varchar(120) not null,
    owner_id binary(16) null,
    outcome varchar(20) not null,
    details varchar(8000) not null,
    chain binary(32) not null,
    key audit_actor (actor_id, seq),
    key audit_owner (owner_id, seq),
    key audit_age (occurred_at)
) engine = innodb;

create table audit_head (
    id tinyint not null primary key,
    seq bigint not null,
    chain binary(32) not null
) engine = innodb;

insert into audit_head (id, seq, chain) values (1, 0, repeat(x'00', 32));

-- Left out of the dump and backed up apart: without it no copy of anything sealed can be read.
create table principal_key (
    principal_id binary(16) not null primary key,
    key_id binary(16) not null,
    master_id varchar(40) not null,
    wrapped varbinary(200) null,
    created_at datetime(6) not null,
    destroyed_at datetime(6) null,
    key principal_key_master (master_id)
) engine = innodb;

-- Housekeeping tasks (the library's own layout).
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data blob,
    execution_time timestamp(6) not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp(6) null,
    last_failure timestamp(6) null,
    consecutive_failures int,
    last_heartbeat timestamp(6) null,
    version bigint not null,
    priority smallint,
    state varchar(20),
    primary key (task_name, task_instance),
    key scheduled_due (execution_time),
    key scheduled_heartbeat (last_heartbeat),
    key scheduled_priority (priority, execution_time)
) engine = innodb;
