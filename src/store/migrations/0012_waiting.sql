-- What waits for somebody and has no date of its own in a column yet: stages, and what supporting agencies were
-- asked for. Few rows each; what they are counted by rides along.

-- The day of the first stage that is not reached, while the task is open.
ALTER TABLE task ADD COLUMN stage_due TEXT;
-- The agencies that were asked and have not answered: ';5;12;'.
ALTER TABLE task ADD COLUMN asked_of TEXT;

UPDATE task SET stage_due = (
    SELECT MIN(json_extract(stage.value, '$.due'))
    FROM json_each(task.more, '$.stages') AS stage
    WHERE json_extract(stage.value, '$.done_on') IS NULL
)
WHERE more LIKE '%"stages"%' AND status NOT IN ('done', 'dropped');

UPDATE task SET asked_of = (
    SELECT ';' || GROUP_CONCAT(json_extract(request.value, '$.agency'), ';') || ';'
    FROM json_each(task.more, '$.requests') AS request
    WHERE json_extract(request.value, '$.ended_on') IS NULL
)
WHERE support_asked IS NOT NULL;

CREATE INDEX task_stage_due ON task (stage_due, agency_id, status, rank)
    WHERE stage_due IS NOT NULL AND rank IS NOT NULL;
CREATE INDEX task_asked_of ON task (asked_of, rank) WHERE asked_of IS NOT NULL AND rank IS NOT NULL;
-- An explanation was given, and nothing was decided since.
CREATE INDEX task_explained ON task (agency_id, step, explanation_asked, is_excused, rank)
    WHERE step = 2 AND explanation_asked IS NULL AND is_excused = 0 AND rank < 3;
-- Responsibility was proposed.
CREATE INDEX task_proposed ON task (agency_id, step, rank) WHERE step = 4 AND rank < 3;
-- Suspended, by since when.
CREATE INDEX task_suspended ON task (agency_id, COALESCE(held_since, assigned_on), status, rank)
    WHERE status = 'suspended' AND rank IS NOT NULL;
