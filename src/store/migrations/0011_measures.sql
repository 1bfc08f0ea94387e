-- Indicators with their readings, and the files of agencies by month.

CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    -- What is wanted, as JSON: a bound has one or two amounts.
    bound TEXT NOT NULL,
    deadline TEXT,
    -- Empty for the city; else the numbers of the agencies, with commas.
    agencies TEXT NOT NULL,
    every TEXT NOT NULL,
    since TEXT NOT NULL,
    area_id INTEGER NOT NULL REFERENCES area (id),
    document_id INTEGER REFERENCES document (id),
    is_closed INTEGER NOT NULL
) STRICT;

CREATE TABLE reading (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    -- 0 for the city.
    agency_id INTEGER NOT NULL REFERENCES agency (id),
    -- 2023-05, 2023-Q2, 2023-H1, 2023.
    period TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    -- In ten-thousandths.
    value INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (indicator_id, agency_id, first_day)
) STRICT;

CREATE INDEX reading_by_period ON reading (indicator_id, first_day, agency_id);

CREATE TABLE caseload (
    agency_id INTEGER NOT NULL REFERENCES agency (id),
    -- 2023-05.
    month TEXT NOT NULL,
    opening INTEGER NOT NULL,
    received INTEGER NOT NULL,
    solved_on_time INTEGER NOT NULL,
    solved_late INTEGER NOT NULL,
    open_in_time INTEGER NOT NULL,
    open_late INTEGER NOT NULL,
    withdrawn INTEGER,
    waiting INTEGER,
    PRIMARY KEY (agency_id, month)
) STRICT;

CREATE INDEX caseload_by_month ON caseload (month, agency_id);
