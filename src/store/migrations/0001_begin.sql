-- The first schema: tasks, the frame around them, the log, and the numbers that are kept beside.
-- Dates are ISO text, times UTC; texts are folded by the program, never by the engine.
-- Row 0 of agency, area and document stands for "none", so that keys need no NULL.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;

CREATE TABLE agency (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent_code TEXT,
    head_title TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    successors TEXT NOT NULL
) STRICT;

CREATE TABLE area (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name_vi TEXT NOT NULL,
    name_en TEXT NOT NULL,
    basis TEXT NOT NULL
) STRICT;

CREATE TABLE day_off (
    date TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    projected INTEGER NOT NULL
) STRICT;

CREATE TABLE user_account (
    login TEXT PRIMARY KEY,
    agency_id INTEGER REFERENCES agency (id),
    role TEXT NOT NULL,
    is_disabled INTEGER NOT NULL
) STRICT;

CREATE TABLE saved_view (
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    query TEXT NOT NULL,
    PRIMARY KEY (login, name)
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    symbol TEXT NOT NULL,
    symbol_key TEXT NOT NULL,
    date TEXT,
    issuer TEXT NOT NULL,
    summary TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;

-- COALESCE: two rows without a date would not be equal.
CREATE UNIQUE INDEX document_same ON document (symbol_key, COALESCE(date, ''));
CREATE UNIQUE INDEX document_code ON document (code);

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    row_version INTEGER NOT NULL,
    same_key TEXT,
    code TEXT NOT NULL,
    code_key TEXT NOT NULL,
    form TEXT NOT NULL,
    parent_id INTEGER REFERENCES task (id),
    series_id INTEGER REFERENCES task (id),
    document_id INTEGER NOT NULL DEFAULT 0 REFERENCES document (id),
    item TEXT NOT NULL,
    title TEXT NOT NULL,
    product TEXT NOT NULL,
    area_id INTEGER NOT NULL DEFAULT 0 REFERENCES area (id),
    agency_id INTEGER NOT NULL DEFAULT 0 REFERENCES agency (id),
    supporting TEXT NOT NULL,
    deadline_text TEXT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT,
    due TEXT,
    original_due TEXT,
    -- 9999-12-31 stands for none, so that none sorts last and is no NULL in the keys.
    effective_due TEXT NOT NULL,
    recurrence TEXT,
    doubts TEXT NOT NULL,
    status TEXT NOT NULL,
    resume_to TEXT,
    progress INTEGER,
    progress_note TEXT NOT NULL,
    updated_on TEXT,
    assigned_on TEXT,
    submitted_on TEXT,
    submitted_by TEXT NOT NULL,
    closed_on TEXT,
    evidence TEXT NOT NULL,
    delay_cause TEXT NOT NULL,
    extensions INTEGER NOT NULL,
    extension_asked TEXT,
    urgings INTEGER NOT NULL,
    urged_on TEXT,
    transfers INTEGER NOT NULL,
    returns INTEGER NOT NULL,
    is_disputed INTEGER NOT NULL,
    is_gone INTEGER NOT NULL,
    -- The place in the lists (0 the clock runs ... 3 closed); NULL is listed nowhere.
    rank INTEGER,
    -- Of done tasks: 0 cannot be said, 1 on time, 2 late; by the present and by the first due date.
    lateness INTEGER NOT NULL,
    first_lateness INTEGER NOT NULL,
    search TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX task_code ON task (code_key);
CREATE UNIQUE INDEX task_same ON task (same_key) WHERE same_key IS NOT NULL;
-- The orders of the lists. The number of the task stands at the end of every index by itself; named
-- there, it would keep `(effective_due, id) > (?, ?)` from being one range.
CREATE INDEX task_by_agency ON task (agency_id, rank, effective_due) WHERE rank IS NOT NULL;
CREATE INDEX task_by_due ON task (rank, effective_due) WHERE rank IS NOT NULL;
CREATE INDEX task_by_document ON task (document_id) WHERE rank IS NOT NULL;
CREATE INDEX task_by_parent ON task (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_by_series ON task (series_id) WHERE series_id IS NOT NULL;
-- Running clocks by area, to be counted only.
CREATE INDEX task_by_area ON task (agency_id, area_id, effective_due) WHERE rank = 0;
-- Few rows each; what they are asked for rides along, so that they are counted without the rows.
CREATE INDEX task_to_review ON task (agency_id, rank, doubts) WHERE doubts <> '' AND rank IS NOT NULL;
CREATE INDEX task_asked ON task (agency_id, rank, extension_asked)
    WHERE extension_asked IS NOT NULL AND rank IS NOT NULL;
CREATE INDEX task_disputed ON task (agency_id, rank, is_disputed) WHERE is_disputed = 1 AND rank IS NOT NULL;
CREATE INDEX task_returned ON task (agency_id, rank, status, returns)
    WHERE returns > 0 AND status = 'in_progress' AND rank IS NOT NULL;
CREATE INDEX task_awaiting ON task (submitted_on, agency_id, submitted_by, rank, status)
    WHERE status = 'awaiting' AND rank IS NOT NULL;
CREATE INDEX task_series ON task (id) WHERE form = 'series';
CREATE INDEX task_relative ON task (id) WHERE kind = 'relative';

-- How many listed tasks there are of each sort; kept by the triggers below.
CREATE TABLE tally (
    agency_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    is_dated INTEGER NOT NULL,
    lateness INTEGER NOT NULL,
    first_lateness INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (agency_id, area_id, status, is_dated, lateness, first_lateness)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER task_enters_tally AFTER INSERT ON task WHEN NEW.rank IS NOT NULL
BEGIN
    INSERT INTO tally VALUES (NEW.agency_id, NEW.area_id, NEW.status, NEW.effective_due <> '9999-12-31',
        NEW.lateness, NEW.first_lateness, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER task_leaves_tally AFTER DELETE ON task WHEN OLD.rank IS NOT NULL
BEGIN
    UPDATE tally SET n = n - 1
    WHERE agency_id = OLD.agency_id AND area_id = OLD.area_id AND status = OLD.status
        AND is_dated = (OLD.effective_due <> '9999-12-31')
        AND lateness = OLD.lateness AND first_lateness = OLD.first_lateness;
END;

CREATE TRIGGER task_moves_in_tally
AFTER UPDATE OF agency_id, area_id, status, effective_due, lateness, first_lateness, rank ON task
BEGIN
    UPDATE tally SET n = n - 1
    WHERE OLD.rank IS NOT NULL
        AND agency_id = OLD.agency_id AND area_id = OLD.area_id AND status = OLD.status
        AND is_dated = (OLD.effective_due <> '9999-12-31')
        AND lateness = OLD.lateness AND first_lateness = OLD.first_lateness;
    INSERT INTO tally
    SELECT NEW.agency_id, NEW.area_id, NEW.status, NEW.effective_due <> '9999-12-31',
        NEW.lateness, NEW.first_lateness, 1
    WHERE NEW.rank IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Search. Triggers fire only where the text changes: a change of status does not touch the index.
CREATE VIRTUAL TABLE task_fts USING fts5 (
    search, content = 'task', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER task_enters_search AFTER INSERT ON task
BEGIN
    INSERT INTO task_fts (rowid, search) VALUES (NEW.id, NEW.search);
END;

CREATE TRIGGER task_leaves_search AFTER DELETE ON task
BEGIN
    INSERT INTO task_fts (task_fts, rowid, search) VALUES ('delete', OLD.id, OLD.search);
END;

CREATE TRIGGER task_moves_in_search AFTER UPDATE OF search ON task WHEN OLD.search <> NEW.search
BEGIN
    INSERT INTO task_fts (task_fts, rowid, search) VALUES ('delete', OLD.id, OLD.search);
    INSERT INTO task_fts (rowid, search) VALUES (NEW.id, NEW.search);
END;

CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    at TEXT NOT NULL,
    login TEXT NOT NULL,
    origin TEXT NOT NULL,
    kind TEXT NOT NULL,
    undoes INTEGER REFERENCES operation (id),
    undone_by INTEGER REFERENCES operation (id),
    summary TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX operation_key ON operation (key);
CREATE INDEX operation_by_login ON operation (login);

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    at TEXT NOT NULL,
    login TEXT NOT NULL,
    origin TEXT NOT NULL,
    subject TEXT NOT NULL,
    task_id INTEGER REFERENCES task (id),
    what TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    why TEXT NOT NULL,
    document TEXT NOT NULL,
    -- The agency whose part somebody else did for it.
    on_behalf INTEGER REFERENCES agency (id),
    hash BLOB NOT NULL
) STRICT;

CREATE INDEX change_by_task ON change (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX change_by_operation ON change (operation_id);

CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change
BEGIN
    SELECT RAISE(ABORT, 'the log is only appended to');
END;

CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'the log is only appended to');
END;

INSERT INTO agency VALUES (0, '', '', 'khac', NULL, '', NULL, NULL, '');
INSERT INTO area VALUES (0, '', '', '', '');
INSERT INTO document VALUES (0, '', '', '', NULL, '', '', '');
