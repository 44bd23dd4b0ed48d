-- How many of somebody's jobs are unfinished, which every new wish asks for: without it all jobs they ever had are read.
create index generation_job_unfinished on generation_job (principal_id, finished_at);
