-- An account has one open order, however many ask at once: the second finds the first.
alter table erasure_order
    add column open_account binary(16) generated always as (if(scope = 'account' and state <> 'DONE', principal_id, null)) virtual,
    add unique key erasure_open_account (open_account);
