-- What would grow with the years is kept: how often agencies did something and the longest time of each, and the
-- documents that they owe, by year and month. A period is some years, some months and some days; the days are counted.

-- How often this was done and holds, and the longest of it where it has a length.
CREATE TABLE event_tally (
    what TEXT NOT NULL,
    -- 0 a year, 1 a month, as in span_tally.
    grain INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    -- '2023', '2023-03'.
    span TEXT NOT NULL,
    n INTEGER NOT NULL,
    longest INTEGER,
    PRIMARY KEY (what, grain, agency_id, span)
) STRICT, WITHOUT ROWID;

-- What it is asked for rides along: days are counted, and the longest is found, without the rows.
DROP INDEX event_by_agency;
CREATE INDEX event_by_agency ON event (agency_id, what, day, length) WHERE is_void = 0;
DROP INDEX event_held;
CREATE INDEX event_held ON event (agency_id, what, length, day) WHERE length IS NOT NULL AND is_void = 0;
DROP INDEX event_by_length;
CREATE INDEX event_by_length ON event (what, length, day) WHERE length IS NOT NULL AND is_void = 0;

-- A transfer to an agency that had given the task away before: few of all moves.
ALTER TABLE event ADD COLUMN is_back INTEGER NOT NULL DEFAULT 0;
DROP INDEX event_moved;
CREATE INDEX event_back ON event (day, task_id, agency_id, other_id) WHERE is_back = 1 AND is_void = 0;

CREATE TRIGGER event_comes_back AFTER INSERT ON event WHEN NEW.other_id IS NOT NULL AND NEW.what = 'transfer'
BEGIN
    UPDATE event SET is_back = 1
    WHERE id = NEW.id AND EXISTS (SELECT 1 FROM event AS earlier
        WHERE earlier.task_id = NEW.task_id AND earlier.id < NEW.id AND earlier.agency_id = NEW.other_id
            AND earlier.what = 'transfer' AND earlier.is_void = 0);
END;

-- What was given away and is taken back was not given away: whoever got it later had not had it before.
CREATE TRIGGER event_goes_back AFTER UPDATE OF is_void ON event
WHEN NEW.other_id IS NOT NULL AND NEW.what = 'transfer' AND OLD.is_void <> NEW.is_void
BEGIN
    UPDATE event SET is_back = CASE WHEN EXISTS (SELECT 1 FROM event AS earlier
        WHERE earlier.task_id = NEW.task_id AND earlier.id < event.id AND earlier.agency_id = NEW.agency_id
            AND earlier.what = 'transfer' AND earlier.is_void = 0) THEN 1 ELSE 0 END
    WHERE task_id = NEW.task_id AND id > NEW.id AND what = 'transfer' AND other_id = NEW.agency_id;
END;

UPDATE event SET is_back = 1
WHERE other_id IS NOT NULL AND what = 'transfer' AND EXISTS (SELECT 1 FROM event AS earlier
    WHERE earlier.task_id = event.task_id AND earlier.id < event.id AND earlier.agency_id = event.other_id
        AND earlier.what = 'transfer' AND earlier.is_void = 0);

CREATE TRIGGER event_enters_tally AFTER INSERT ON event WHEN NEW.is_void = 0
BEGIN
    INSERT INTO event_tally
    SELECT NEW.what, grain, NEW.agency_id, SUBSTR(NEW.day, 1, letters), 1, NEW.length
    FROM (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
    WHERE NEW.is_void = 0
    ON CONFLICT DO UPDATE SET n = n + 1,
        longest = CASE WHEN longest IS NULL OR longest < excluded.longest THEN excluded.longest ELSE longest END;
END;

-- The longest one is looked for only where it may have been this one.
CREATE TRIGGER event_leaves_tally AFTER UPDATE OF is_void ON event WHEN OLD.is_void = 0 AND NEW.is_void = 1
BEGIN
    UPDATE event_tally SET n = n - 1,
        longest = CASE WHEN OLD.length IS NULL OR OLD.length < longest THEN longest ELSE (
            SELECT MAX(length) FROM event
            WHERE agency_id = OLD.agency_id AND what = OLD.what AND is_void = 0
                AND day >= event_tally.span AND day < event_tally.span || '~'
        ) END
    WHERE what = OLD.what AND agency_id = OLD.agency_id AND grain IN (0, 1)
        AND span IN (SUBSTR(OLD.day, 1, 4), SUBSTR(OLD.day, 1, 7));
END;

CREATE TRIGGER event_reenters_tally AFTER UPDATE OF is_void ON event WHEN OLD.is_void = 1 AND NEW.is_void = 0
BEGIN
    INSERT INTO event_tally
    SELECT NEW.what, grain, NEW.agency_id, SUBSTR(NEW.day, 1, letters), 1, NEW.length
    FROM (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
    WHERE NEW.is_void = 0
    ON CONFLICT DO UPDATE SET n = n + 1,
        longest = CASE WHEN longest IS NULL OR longest < excluded.longest THEN excluded.longest ELSE longest END;
END;

INSERT INTO event_tally
SELECT what, grain, agency_id, SUBSTR(day, 1, letters), COUNT(*), MAX(length)
FROM event, (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
WHERE is_void = 0
GROUP BY 1, 2, 3, 4;

-- How many documents agencies owe, by due date: 0 not issued, 1 issued on time, 2 issued late, 3 done and none is
-- named. What has no due date stands under the last year.
DROP TRIGGER task_enters_owed_tally;
DROP TRIGGER task_leaves_owed_tally;
DROP TRIGGER task_moves_in_owed_tally;
DROP TABLE owed_tally;
-- The area rides along.
DROP INDEX task_owed;
CREATE INDEX task_owed ON task (effective_due, agency_id, area_id, issued_on, status, owes_document, rank)
    WHERE owes_document = 1 AND rank IS NOT NULL;
DROP INDEX task_owing;
CREATE INDEX task_owing ON task (effective_due, agency_id, area_id, status, owes_document, issued_on, rank)
    WHERE owes_document = 1 AND issued_on IS NULL AND rank < 3;
CREATE TABLE owed_tally (
    grain INTEGER NOT NULL,
    span TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (grain, span, agency_id, area_id, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER task_enters_owed_tally AFTER INSERT ON task
WHEN NEW.owes_document = 1 AND NEW.rank IS NOT NULL AND NEW.status NOT IN ('draft', 'dropped')
BEGIN
    INSERT INTO owed_tally
    SELECT grain, SUBSTR(NEW.effective_due, 1, letters), NEW.agency_id, NEW.area_id,
        CASE WHEN NEW.issued_on IS NOT NULL THEN CASE WHEN NEW.issued_on > NEW.effective_due THEN 2 ELSE 1 END
        WHEN NEW.status = 'done' THEN 3 ELSE 0 END, 1
    FROM (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
    WHERE NEW.owes_document = 1
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_leaves_owed_tally AFTER DELETE ON task
WHEN OLD.owes_document = 1 AND OLD.rank IS NOT NULL AND OLD.status NOT IN ('draft', 'dropped')
BEGIN
    UPDATE owed_tally SET n = n - 1
    WHERE grain IN (0, 1) AND span IN (SUBSTR(OLD.effective_due, 1, 4), SUBSTR(OLD.effective_due, 1, 7))
        AND agency_id = OLD.agency_id AND area_id = OLD.area_id
        AND state = CASE WHEN OLD.issued_on IS NOT NULL THEN CASE WHEN OLD.issued_on > OLD.effective_due THEN 2 ELSE 1 END
        WHEN OLD.status = 'done' THEN 3 ELSE 0 END;
END;

CREATE TRIGGER task_moves_in_owed_tally
AFTER UPDATE OF agency_id, area_id, owes_document, issued_on, effective_due, status, rank ON task
WHEN (OLD.owes_document = 1 OR NEW.owes_document = 1)
    AND (OLD.agency_id IS NOT NEW.agency_id OR OLD.area_id IS NOT NEW.area_id
    OR OLD.owes_document IS NOT NEW.owes_document
    OR OLD.issued_on IS NOT NEW.issued_on OR OLD.effective_due IS NOT NEW.effective_due
    OR OLD.status IS NOT NEW.status OR (OLD.rank IS NULL) <> (NEW.rank IS NULL))
BEGIN
    UPDATE owed_tally SET n = n - 1
    WHERE OLD.owes_document = 1 AND OLD.rank IS NOT NULL AND OLD.status NOT IN ('draft', 'dropped')
        AND grain IN (0, 1) AND span IN (SUBSTR(OLD.effective_due, 1, 4), SUBSTR(OLD.effective_due, 1, 7))
        AND agency_id = OLD.agency_id AND area_id = OLD.area_id
        AND state = CASE WHEN OLD.issued_on IS NOT NULL THEN CASE WHEN OLD.issued_on > OLD.effective_due THEN 2 ELSE 1 END
        WHEN OLD.status = 'done' THEN 3 ELSE 0 END;
    INSERT INTO owed_tally
    SELECT grain, SUBSTR(NEW.effective_due, 1, letters), NEW.agency_id, NEW.area_id,
        CASE WHEN NEW.issued_on IS NOT NULL THEN CASE WHEN NEW.issued_on > NEW.effective_due THEN 2 ELSE 1 END
        WHEN NEW.status = 'done' THEN 3 ELSE 0 END, 1
    FROM (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
    WHERE NEW.owes_document = 1 AND NEW.rank IS NOT NULL AND NEW.status NOT IN ('draft', 'dropped')
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

INSERT INTO owed_tally
SELECT grain, SUBSTR(due, 1, letters), agency_id, area_id, state, SUM(n)
FROM (
    SELECT effective_due AS due, agency_id, area_id,
        CASE WHEN issued_on IS NOT NULL THEN CASE WHEN issued_on > effective_due THEN 2 ELSE 1 END
        WHEN status = 'done' THEN 3 ELSE 0 END AS state, COUNT(*) AS n
    FROM task WHERE owes_document = 1 AND rank IS NOT NULL AND status NOT IN ('draft', 'dropped')
    GROUP BY 1, 2, 3, 4
) AS owed, (SELECT 0 AS grain, 4 AS letters UNION ALL SELECT 1, 7) AS grains
GROUP BY 1, 2, 3, 4, 5;
