-- The area of the task rides along with what was done to it, so that deeds are counted by area without the tasks.
ALTER TABLE event ADD COLUMN area_id INTEGER NOT NULL DEFAULT 0;
UPDATE event SET area_id = (SELECT area_id FROM task WHERE task.id = event.task_id);

DROP INDEX event_by_agency;
CREATE INDEX event_by_agency ON event (agency_id, what, day, length, area_id) WHERE is_void = 0;

CREATE TRIGGER task_moves_its_events AFTER UPDATE OF area_id ON task WHEN OLD.area_id <> NEW.area_id
BEGIN
    UPDATE event SET area_id = NEW.area_id WHERE task_id = NEW.id;
END;
