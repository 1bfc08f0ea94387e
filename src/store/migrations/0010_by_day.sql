-- How many listed tasks there are by due date and by day of assignment, so that any period is answered without a
-- walk through its tasks: a period is some years, some months and some days.

CREATE TABLE span_tally (
    -- 0 by effective due date, 1 by day of assignment.
    basis INTEGER NOT NULL,
    -- 0 a year, 1 a month, 2 a day.
    grain INTEGER NOT NULL,
    -- '2023', '2023-03', '2023-03-31'.
    span TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    is_dated INTEGER NOT NULL,
    lateness INTEGER NOT NULL,
    first_lateness INTEGER NOT NULL,
    is_excused INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (basis, grain, span, agency_id, area_id, status, is_dated, lateness, first_lateness, is_excused)
) STRICT, WITHOUT ROWID;

-- Running clocks by day of assignment: how many of them are late is a matter of today.
CREATE INDEX task_running_since ON task (assigned_on, effective_due, agency_id, area_id, is_excused)
    WHERE rank = 0;

-- Running clocks that were extended: which of them would be late by the first due date.
CREATE INDEX task_extended ON task (agency_id, original_due, effective_due) WHERE rank = 0 AND extensions > 0;

CREATE TRIGGER task_enters_spans AFTER INSERT ON task WHEN NEW.rank IS NOT NULL
BEGIN
    INSERT INTO span_tally
    SELECT basis, grain, SUBSTR(day, 1, length), NEW.agency_id, NEW.area_id, NEW.status,
        NEW.effective_due <> '9999-12-31', NEW.lateness, NEW.first_lateness, NEW.is_excused, 1
    FROM (SELECT 0 AS basis, NEW.effective_due AS day UNION ALL SELECT 1, NEW.assigned_on) AS days,
        (SELECT 0 AS grain, 4 AS length UNION ALL SELECT 1, 7 UNION ALL SELECT 2, 10) AS grains
    WHERE day IS NOT NULL AND day <> '9999-12-31'
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_leaves_spans AFTER DELETE ON task WHEN OLD.rank IS NOT NULL
BEGIN
    UPDATE span_tally SET n = n - 1
    WHERE basis = 0 AND grain IN (0, 1, 2)
        AND span IN (SUBSTR(OLD.effective_due, 1, 4), SUBSTR(OLD.effective_due, 1, 7), OLD.effective_due)
        AND agency_id = OLD.agency_id AND area_id = OLD.area_id AND status = OLD.status
        AND is_dated = (OLD.effective_due <> '9999-12-31') AND lateness = OLD.lateness
        AND first_lateness = OLD.first_lateness AND is_excused = OLD.is_excused;
    UPDATE span_tally SET n = n - 1
    WHERE basis = 1 AND grain IN (0, 1, 2)
        AND span IN (SUBSTR(OLD.assigned_on, 1, 4), SUBSTR(OLD.assigned_on, 1, 7), OLD.assigned_on)
        AND agency_id = OLD.agency_id AND area_id = OLD.area_id AND status = OLD.status
        AND is_dated = (OLD.effective_due <> '9999-12-31') AND lateness = OLD.lateness
        AND first_lateness = OLD.first_lateness AND is_excused = OLD.is_excused;
END;

CREATE TRIGGER task_moves_in_spans
AFTER UPDATE OF agency_id, area_id, status, effective_due, assigned_on, lateness, first_lateness, is_excused, rank
ON task
WHEN OLD.agency_id <> NEW.agency_id OR OLD.area_id <> NEW.area_id OR OLD.status <> NEW.status
    OR OLD.effective_due <> NEW.effective_due OR OLD.assigned_on IS NOT NEW.assigned_on
    OR OLD.lateness <> NEW.lateness OR OLD.first_lateness <> NEW.first_lateness
    OR OLD.is_excused <> NEW.is_excused OR (OLD.rank IS NULL) <> (NEW.rank IS NULL)
BEGIN
    UPDATE span_tally SET n = n - 1
    WHERE OLD.rank IS NOT NULL AND basis = 0 AND grain IN (0, 1, 2)
        AND span IN (SUBSTR(OLD.effective_due, 1, 4), SUBSTR(OLD.effective_due, 1, 7), OLD.effective_due)
        AND agency_id = OLD.agency_id AND area_id = OLD.area_id AND status = OLD.status
        AND is_dated = (OLD.effective_due <> '9999-12-31') AND lateness = OLD.lateness
        AND first_lateness = OLD.first_lateness AND is_excused = OLD.is_excused;
    UPDATE span_tally SET n = n - 1
    WHERE OLD.rank IS NOT NULL AND basis = 1 AND grain IN (0, 1, 2)
        AND span IN (SUBSTR(OLD.assigned_on, 1, 4), SUBSTR(OLD.assigned_on, 1, 7), OLD.assigned_on)
        AND agency_id = OLD.agency_id AND area_id = OLD.area_id AND status = OLD.status
        AND is_dated = (OLD.effective_due <> '9999-12-31') AND lateness = OLD.lateness
        AND first_lateness = OLD.first_lateness AND is_excused = OLD.is_excused;
    INSERT INTO span_tally
    SELECT basis, grain, SUBSTR(day, 1, length), NEW.agency_id, NEW.area_id, NEW.status,
        NEW.effective_due <> '9999-12-31', NEW.lateness, NEW.first_lateness, NEW.is_excused, 1
    FROM (SELECT 0 AS basis, NEW.effective_due AS day UNION ALL SELECT 1, NEW.assigned_on) AS days,
        (SELECT 0 AS grain, 4 AS length UNION ALL SELECT 1, 7 UNION ALL SELECT 2, 10) AS grains
    WHERE NEW.rank IS NOT NULL AND day IS NOT NULL AND day <> '9999-12-31'
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

INSERT INTO span_tally
SELECT basis, grain, SUBSTR(day, 1, length), agency_id, area_id, status, is_dated, lateness, first_lateness,
    is_excused, COUNT(*)
FROM (
    SELECT 0 AS basis, effective_due AS day, agency_id, area_id, status, effective_due <> '9999-12-31' AS is_dated,
        lateness, first_lateness, is_excused
    FROM task WHERE rank IS NOT NULL AND effective_due <> '9999-12-31'
    UNION ALL
    SELECT 1, assigned_on, agency_id, area_id, status, effective_due <> '9999-12-31', lateness, first_lateness,
        is_excused
    FROM task WHERE rank IS NOT NULL AND assigned_on IS NOT NULL
) AS days, (SELECT 0 AS grain, 4 AS length UNION ALL SELECT 1, 7 UNION ALL SELECT 2, 10) AS grains
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
