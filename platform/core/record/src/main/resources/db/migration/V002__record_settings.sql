-- The second layer of the configuration: every version of every setting; the newest of a name holds.
create table setting_version (
    id binary(16) not null primary key,
    seq bigint not null,
    name varchar(200) not null,
    kind varchar(10) not null,
    text varchar(8000) null,
    hidden varbinary(9000) null,
    changed_at datetime(6) not null,
    actor_id binary(16) null,
    undoes bigint null,
    unique key setting_name (name, seq),
    key setting_seq (seq)
) engine = innodb;

create table setting_head (
    id tinyint not null primary key,
    seq bigint not null
) engine = innodb;

insert into setting_head (id, seq) values (1, 0);
