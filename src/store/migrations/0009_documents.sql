-- Documents rest on others, and may do without confirmation; several spellings of one number are found under
-- one key, which the program computes anew in this step. What turns out to be entered twice stays so.
-- Beside that, what documents, owed documents, long tasks and series are counted by.

ALTER TABLE document ADD COLUMN bases TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN skips_confirmation INTEGER NOT NULL DEFAULT 0;

DROP INDEX document_same;
CREATE INDEX document_same ON document (symbol_key, COALESCE(date, ''));

-- How many listed tasks a document has in each status.
CREATE TABLE document_tally (
    document_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (document_id, status)
) STRICT, WITHOUT ROWID;

-- How many documents agencies owe: 0 not issued, 1 issued on time, 2 issued late, 3 done and none is named.
CREATE TABLE owed_tally (
    agency_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (agency_id, state)
) STRICT, WITHOUT ROWID;

-- How the occurrences of a series ended: 0 open, 1 kept, 2 done late, 3 done without a date, 4 dropped.
CREATE TABLE series_tally (
    series_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (series_id, state)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_running_by_document ON task (document_id, effective_due) WHERE rank = 0;
CREATE INDEX task_running_by_series ON task (series_id, effective_due, rank) WHERE rank = 0 AND series_id IS NOT NULL;
-- What they are asked for rides along, so that they are counted without the rows.
CREATE INDEX task_ongoing ON task (agency_id, COALESCE(updated_on, assigned_on), kind, rank, status)
    WHERE kind = 'ongoing' AND rank < 2 AND status <> 'draft';

-- Owed documents: all of them by due date; those that are not issued, those that are, those that were forgotten.
CREATE INDEX task_owed ON task (effective_due, agency_id, issued_on, status, owes_document, rank)
    WHERE owes_document = 1 AND rank IS NOT NULL;
CREATE INDEX task_owing ON task (effective_due, agency_id, status, owes_document, issued_on, rank)
    WHERE owes_document = 1 AND issued_on IS NULL AND rank < 3;
CREATE INDEX task_issued ON task (issued_on, agency_id, effective_due, status, owes_document, rank)
    WHERE owes_document = 1 AND issued_on IS NOT NULL AND rank IS NOT NULL;
CREATE INDEX task_unnamed ON task (effective_due, agency_id, owes_document, issued_on, status, rank)
    WHERE owes_document = 1 AND issued_on IS NULL AND status = 'done' AND rank IS NOT NULL;

INSERT INTO document_tally
SELECT document_id, status, COUNT(*) FROM task WHERE rank IS NOT NULL GROUP BY 1, 2;

INSERT INTO series_tally
SELECT series_id,
    CASE status WHEN 'done' THEN CASE lateness WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END
        WHEN 'dropped' THEN 4 ELSE 0 END,
    COUNT(*)
FROM task WHERE series_id IS NOT NULL AND rank IS NOT NULL GROUP BY 1, 2;

INSERT INTO owed_tally
SELECT agency_id,
    CASE WHEN issued_on IS NOT NULL THEN CASE WHEN issued_on > effective_due THEN 2 ELSE 1 END
        WHEN status = 'done' THEN 3 ELSE 0 END,
    COUNT(*)
FROM task WHERE owes_document = 1 AND rank IS NOT NULL AND status NOT IN ('draft', 'dropped') GROUP BY 1, 2;

CREATE TRIGGER task_enters_document_tally AFTER INSERT ON task WHEN NEW.rank IS NOT NULL
BEGIN
    INSERT INTO document_tally VALUES (NEW.document_id, NEW.status, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_leaves_document_tally AFTER DELETE ON task WHEN OLD.rank IS NOT NULL
BEGIN
    UPDATE document_tally SET n = n - 1 WHERE document_id = (OLD.document_id) AND status = (OLD.status);
END;

CREATE TRIGGER task_moves_in_document_tally AFTER UPDATE ON task
WHEN OLD.document_id IS NOT NEW.document_id OR OLD.status IS NOT NEW.status OR OLD.rank IS NOT NEW.rank
BEGIN
    UPDATE document_tally SET n = n - 1 WHERE OLD.rank IS NOT NULL AND document_id = (OLD.document_id) AND status = (OLD.status);
    INSERT INTO document_tally SELECT NEW.document_id, NEW.status, 1 WHERE NEW.rank IS NOT NULL ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_enters_owed_tally AFTER INSERT ON task WHEN NEW.owes_document = 1 AND NEW.rank IS NOT NULL AND NEW.status NOT IN ('draft', 'dropped')
BEGIN
    INSERT INTO owed_tally VALUES (NEW.agency_id, CASE WHEN NEW.issued_on IS NOT NULL THEN CASE WHEN NEW.issued_on > NEW.effective_due THEN 2 ELSE 1 END
        WHEN NEW.status = 'done' THEN 3 ELSE 0 END, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_leaves_owed_tally AFTER DELETE ON task WHEN OLD.owes_document = 1 AND OLD.rank IS NOT NULL AND OLD.status NOT IN ('draft', 'dropped')
BEGIN
    UPDATE owed_tally SET n = n - 1 WHERE agency_id = (OLD.agency_id) AND state = (CASE WHEN OLD.issued_on IS NOT NULL THEN CASE WHEN OLD.issued_on > OLD.effective_due THEN 2 ELSE 1 END
        WHEN OLD.status = 'done' THEN 3 ELSE 0 END);
END;

CREATE TRIGGER task_moves_in_owed_tally AFTER UPDATE ON task
WHEN OLD.agency_id IS NOT NEW.agency_id OR OLD.owes_document IS NOT NEW.owes_document OR OLD.issued_on IS NOT NEW.issued_on OR OLD.effective_due IS NOT NEW.effective_due OR OLD.status IS NOT NEW.status OR OLD.rank IS NOT NEW.rank
BEGIN
    UPDATE owed_tally SET n = n - 1 WHERE OLD.owes_document = 1 AND OLD.rank IS NOT NULL AND OLD.status NOT IN ('draft', 'dropped') AND agency_id = (OLD.agency_id) AND state = (CASE WHEN OLD.issued_on IS NOT NULL THEN CASE WHEN OLD.issued_on > OLD.effective_due THEN 2 ELSE 1 END
        WHEN OLD.status = 'done' THEN 3 ELSE 0 END);
    INSERT INTO owed_tally SELECT NEW.agency_id, CASE WHEN NEW.issued_on IS NOT NULL THEN CASE WHEN NEW.issued_on > NEW.effective_due THEN 2 ELSE 1 END
        WHEN NEW.status = 'done' THEN 3 ELSE 0 END, 1 WHERE NEW.owes_document = 1 AND NEW.rank IS NOT NULL AND NEW.status NOT IN ('draft', 'dropped') ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_enters_series_tally AFTER INSERT ON task WHEN NEW.series_id IS NOT NULL AND NEW.rank IS NOT NULL
BEGIN
    INSERT INTO series_tally VALUES (NEW.series_id, CASE NEW.status WHEN 'done' THEN CASE NEW.lateness WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END
        WHEN 'dropped' THEN 4 ELSE 0 END, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_leaves_series_tally AFTER DELETE ON task WHEN OLD.series_id IS NOT NULL AND OLD.rank IS NOT NULL
BEGIN
    UPDATE series_tally SET n = n - 1 WHERE series_id = (OLD.series_id) AND state = (CASE OLD.status WHEN 'done' THEN CASE OLD.lateness WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END
        WHEN 'dropped' THEN 4 ELSE 0 END);
END;

CREATE TRIGGER task_moves_in_series_tally AFTER UPDATE ON task
WHEN OLD.series_id IS NOT NEW.series_id OR OLD.status IS NOT NEW.status OR OLD.lateness IS NOT NEW.lateness OR OLD.rank IS NOT NEW.rank
BEGIN
    UPDATE series_tally SET n = n - 1 WHERE OLD.series_id IS NOT NULL AND OLD.rank IS NOT NULL AND series_id = (OLD.series_id) AND state = (CASE OLD.status WHEN 'done' THEN CASE OLD.lateness WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END
        WHEN 'dropped' THEN 4 ELSE 0 END);
    INSERT INTO series_tally SELECT NEW.series_id, CASE NEW.status WHEN 'done' THEN CASE NEW.lateness WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE 3 END
        WHEN 'dropped' THEN 4 ELSE 0 END, 1 WHERE NEW.series_id IS NOT NULL AND NEW.rank IS NOT NULL ON CONFLICT DO UPDATE SET n = n + 1;
END;
