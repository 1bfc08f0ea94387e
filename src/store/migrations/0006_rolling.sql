-- What an edit of the calendar may move is found by its due date: few days are concerned, and with them few of
-- the relative deadlines of all years.

DROP INDEX task_relative;
CREATE INDEX task_relative ON task (due) WHERE kind = 'relative' AND due IS NOT NULL;
