-- Five accounts a principal; only GRANTED may be below nought.
create table ledger_account (
    principal_id binary(16)                               not null,
    account      varchar(10) character set ascii          not null,
    balance      bigint                                   not null,
    primary key (principal_id, account),
    constraint ledger_account_not_overdrawn check (account = 'GRANTED' or balance >= 0)
) engine = InnoDB;

-- The journal. Rows are never changed; business_key makes every operation happen once.
create table ledger_transaction (
    id               binary(16)                      not null primary key,
    principal_id     binary(16)                      not null,
    business_key     varchar(100) character set ascii collate ascii_bin not null,
    operation        varchar(20) character set ascii not null,
    credits          bigint                          not null,
    available_change bigint                          not null,
    job_id           binary(16)                      null,
    reason           varchar(40) character set ascii not null,
    booked_at        datetime(6)                     not null,
    constraint ledger_transaction_key unique (business_key),
    constraint ledger_transaction_about_something check (credits > 0)
) engine = InnoDB;
create index ledger_transaction_statement on ledger_transaction (principal_id, id);

create table ledger_entry (
    transaction_id binary(16)                      not null,
    account        varchar(10) character set ascii not null,
    principal_id   binary(16)                      not null,
    credits        bigint                          not null,
    primary key (transaction_id, account)
) engine = InnoDB;
create index ledger_entry_account on ledger_entry (principal_id, account, credits);
