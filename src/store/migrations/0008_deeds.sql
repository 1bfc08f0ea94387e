-- What is looked for to see who is waited for, and for how long somebody had a task.

-- The day on which the oldest request to a supporting agency was made that has no answer yet.
ALTER TABLE task ADD COLUMN support_asked TEXT;

CREATE INDEX task_support_asked ON task (agency_id, rank, support_asked)
    WHERE support_asked IS NOT NULL AND rank IS NOT NULL;

-- Tasks that are with their lead, by the day since when.
CREATE INDEX task_held ON task (agency_id, COALESCE(held_since, assigned_on))
    WHERE rank IS NOT NULL AND is_disputed = 0 AND status IN ('not_started', 'in_progress');

-- Times that agencies held a task, the longest of each.
CREATE INDEX event_held ON event (agency_id, what, length) WHERE length IS NOT NULL AND is_void = 0;

-- Moves from one agency to another.
CREATE INDEX event_moved ON event (day, task_id) WHERE other_id IS NOT NULL AND is_void = 0;
