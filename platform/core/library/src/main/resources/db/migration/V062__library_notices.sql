-- When the owner was told that the file's time is nearly over.
alter table asset
    add column noticed_at datetime(6) null,
    add key asset_notice (principal_id, noticed_at);
