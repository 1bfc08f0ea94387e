-- What was done to agencies, days off and accounts is found without a walk through the log of all tasks.

CREATE INDEX change_of_frame ON change (what) WHERE task_id IS NULL;
