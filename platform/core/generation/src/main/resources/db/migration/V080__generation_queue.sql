create table generation_job (
    id                binary(16)                       not null primary key,
    principal_id      binary(16)                       not null,
    idempotency_key   varchar(100) character set ascii collate ascii_bin null,
    instance_id       varchar(40) character set ascii  not null,
    model_id          varchar(80) character set ascii  not null,
    model_title       varchar(200)                     not null,
    kind              varchar(8) character set ascii   not null,
    origin            varchar(40) character set ascii  not null,
    result_count      smallint                         not null,
    credits_each      bigint                           not null,
    credits           bigint                           not null,
    settlement        varchar(8) character set ascii   not null,
    charged           bigint                           not null,
    input_sealed      mediumblob                       not null,
    state             varchar(12) character set ascii  not null,
    priority          tinyint                          not null,
    epoch             bigint                           not null,
    cancel_requested  boolean                          not null,
    attempts          smallint                         not null,
    next_at           datetime(6)                      not null,
    due_at            datetime(6)                      null,
    lease_token       bigint                           null,
    submit_key        varchar(64) character set ascii  null,
    remote_token      varchar(4096)                    null,
    remote_version    varchar(60) character set ascii  null,
    outputs_sealed    mediumblob                       null,
    notes_sealed      mediumblob                       null,
    asset_ids         varbinary(1024)                  not null,
    fraction          double                           null,
    preview_seq       int                              not null,
    failure_code      varchar(40) character set ascii  null,
    unknown_since     datetime(6)                      null,
    created_at        datetime(6)                      not null,
    started_at        datetime(6)                      null,
    spooled_at        datetime(6)                      null,
    finished_at       datetime(6)                      null,
    deadline_at       datetime(6)                      not null,
    keep_until        datetime(6)                      null,
    constraint generation_job_wish unique (principal_id, idempotency_key)
) engine = InnoDB;

-- One's list, newest first.
create index generation_job_list on generation_job (principal_id, id);
-- The head of one person's line at one instance, line lengths, and how many run.
create index generation_job_line on generation_job (instance_id, state, principal_id, id);
-- What somebody without the lease must look at by now: polls, lookups, late leases, deadlines.
create index generation_job_due on generation_job (due_at);
create index generation_job_period on generation_job (keep_until);

-- Whose turn it is at an instance: one row for everybody who ever waited there. due_at lies far ahead while nothing waits.
create table generation_turn (
    instance_id  varchar(40) character set ascii not null,
    principal_id binary(16)                      not null,
    priority     tinyint                         not null,
    last_turn    datetime(6)                     not null,
    waiting      int                             not null,
    due_at       datetime(6)                     not null,
    primary key (instance_id, principal_id)
) engine = InnoDB;
create index generation_turn_order on generation_turn (instance_id, priority, last_turn, waiting);

-- Taken by whoever claims at an instance, so that its concurrency limit holds across nodes.
create table generation_lane (
    instance_id varchar(40) character set ascii not null primary key
) engine = InnoDB;
