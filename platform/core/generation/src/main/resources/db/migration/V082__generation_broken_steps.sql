-- How often a step of the job broke by a fault of ours; at a limit the job ends.
alter table generation_job add column broken_steps smallint not null default 0;
