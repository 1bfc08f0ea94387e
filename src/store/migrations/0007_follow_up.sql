-- What is followed beside status and dates. What lists and reports look for has a column of its own; the rest,
-- which few tasks have, is kept together.

ALTER TABLE task ADD COLUMN held_since TEXT;
ALTER TABLE task ADD COLUMN is_excused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN owes_document INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN issued_on TEXT;
-- The day on which an explanation was asked for that is not given yet.
ALTER TABLE task ADD COLUMN explanation_asked TEXT;
-- The highest step of the ladder of urging, 0 to 4.
ALTER TABLE task ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN more TEXT NOT NULL DEFAULT '';

CREATE INDEX task_excused ON task (agency_id, rank, lateness) WHERE is_excused = 1 AND rank IS NOT NULL;
CREATE INDEX task_to_explain ON task (agency_id, rank, explanation_asked)
    WHERE explanation_asked IS NOT NULL AND rank IS NOT NULL;
CREATE INDEX task_urged ON task (agency_id, rank, step) WHERE step > 0 AND rank IS NOT NULL;

-- What was done to tasks, by agency and day, as far as reports ask for it: drawn from the log in the same save
-- and proved by it. What was taken back is void.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    task_id INTEGER NOT NULL REFERENCES task (id),
    -- Whose it is: the lead at that time, or who was asked.
    agency_id INTEGER NOT NULL REFERENCES agency (id),
    what TEXT NOT NULL,
    -- The day (UTC+7).
    day TEXT NOT NULL,
    -- Of a time of holding: its first day.
    since TEXT,
    -- Calendar days from then: what orders by length.
    length INTEGER,
    -- Of a move from one agency to another: where to.
    other_id INTEGER REFERENCES agency (id),
    is_void INTEGER NOT NULL
) STRICT;

CREATE INDEX event_by_task ON event (task_id);
CREATE INDEX event_by_operation ON event (operation_id);
CREATE INDEX event_by_agency ON event (agency_id, what, day) WHERE is_void = 0;
CREATE INDEX event_by_length ON event (length) WHERE length IS NOT NULL AND is_void = 0;
