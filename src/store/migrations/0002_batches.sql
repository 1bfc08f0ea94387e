-- Imports: which file was written by whom in which groups, so that it can be finished, named and taken back
-- as one; and what people settled while importing, so that it is not asked again.

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    -- Of the save that began it.
    key TEXT NOT NULL,
    file_name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    sheet TEXT NOT NULL,
    login TEXT NOT NULL,
    origin TEXT NOT NULL,
    at TEXT NOT NULL,
    -- How it was read and what was settled, as JSON: to finish it in the same way.
    spec TEXT NOT NULL,
    settlements TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Agency-tasks that were to be written, and that are.
    planned INTEGER NOT NULL,
    written INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX import_batch_key ON import_batch (key);
CREATE INDEX import_batch_by_checksum ON import_batch (checksum);

ALTER TABLE operation ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
CREATE INDEX operation_by_batch ON operation (batch_id) WHERE batch_id IS NOT NULL;

-- Writings of agencies that somebody settled. Taken back with their import, so they are kept beside older
-- ones of the same writing; the newest that is not gone counts.
CREATE TABLE agency_variant (
    id INTEGER PRIMARY KEY,
    text_key TEXT NOT NULL,
    text TEXT NOT NULL,
    parts TEXT NOT NULL,
    login TEXT NOT NULL,
    at TEXT NOT NULL,
    batch_id INTEGER REFERENCES import_batch (id),
    is_gone INTEGER NOT NULL
) STRICT;

CREATE INDEX agency_variant_by_batch ON agency_variant (batch_id) WHERE batch_id IS NOT NULL;

-- Headings whose column somebody chose; an empty column leaves it out.
CREATE TABLE heading_choice (
    id INTEGER PRIMARY KEY,
    heading TEXT NOT NULL,
    column_code TEXT NOT NULL,
    login TEXT NOT NULL,
    at TEXT NOT NULL,
    batch_id INTEGER REFERENCES import_batch (id),
    is_gone INTEGER NOT NULL
) STRICT;

CREATE INDEX heading_choice_by_batch ON heading_choice (batch_id) WHERE batch_id IS NOT NULL;

-- A document without a symbol has no code, and there may be several.
DROP INDEX document_code;
CREATE UNIQUE INDEX document_code ON document (code) WHERE code <> '';
