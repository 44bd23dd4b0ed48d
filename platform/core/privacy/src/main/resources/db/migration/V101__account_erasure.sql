-- An account that is to be erased may wait for its day (state SCHEDULED); whoever holds the code may read the receipt.
alter table erasure_order
    add column receipt_hash binary(32) null,
    add unique key erasure_receipt (receipt_hash),
    add key erasure_scheduled (state, ordered_at);

-- Keys that sign receipts: the private half sealed under the installation's own key, the public one for everybody.
create table receipt_key (
    id binary(16) not null primary key,
    public_key varbinary(100) not null,
    private_key varbinary(400) not null,
    made_at datetime(6) not null
) engine = innodb;
