-- What went to which plugin: one line for each call that carried data.
create table disclosure (
    id binary(16) not null primary key,
    principal_id binary(16) null,
    object_kind varchar(31) null,
    object_id binary(16) null,
    instance varchar(40) not null,
    plugin varchar(60) not null,
    method varchar(120) not null,
    purpose varchar(41) not null,
    recipients varchar(4000) not null,
    hosts varchar(4000) not null,
    categories varchar(400) not null,
    bytes bigint not null,
    occurred_at datetime(6) not null,
    delete_at datetime(6) null,
    key disclosure_owner (principal_id, id),
    key disclosure_object (object_id, id),
    key disclosure_deadline (delete_at)
) engine = innodb;

-- An order to erase, kept as the receipt when it is done. Holds ids and counts, no content.
create table erasure_order (
    id binary(16) not null primary key,
    principal_id binary(16) not null,
    scope varchar(20) not null,
    scope_detail mediumtext not null,
    dispositions varchar(4000) not null,
    state varchar(20) not null,
    round int not null,
    attempts int not null,
    waiting_for varchar(200) not null,
    ordered_at datetime(6) not null,
    next_at datetime(6) not null,
    finished_at datetime(6) null,
    delete_at datetime(6) null,
    lease_token bigint not null,
    lease_until datetime(6) null,
    key erasure_due (state, next_at),
    key erasure_owner (principal_id, id),
    key erasure_deadline (delete_at)
) engine = innodb;

create table erasure_step (
    order_id binary(16) not null,
    phase varchar(20) not null,
    feature varchar(40) not null,
    done boolean not null,
    checkpoint varchar(500) null,
    primary key (order_id, phase, feature)
) engine = innodb;

create table erasure_tally (
    order_id binary(16) not null,
    category varchar(20) not null,
    what varchar(40) not null,
    outcome varchar(20) not null,
    detail varchar(100) not null,
    amount bigint not null,
    primary key (order_id, category, what, outcome, detail)
) engine = innodb;

-- Each wording of the privacy page by its hash, and since when it holds.
create table privacy_page_version (
    hash varchar(64) not null primary key,
    first_seen_at datetime(6) not null,
    last_seen_at datetime(6) not null
) engine = innodb;
