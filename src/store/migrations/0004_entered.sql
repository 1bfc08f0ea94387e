-- A task without a number in an annex is known again by what it says: what was entered by hand, exported and
-- imported again is no second task.

CREATE INDEX task_without_item ON task (title) WHERE item = '';
