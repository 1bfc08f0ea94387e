-- The windows of periodic reports as a table: name, first and last day of the data, and the day by which the report is
-- due. The reporting year is not the plan year, and offices are told other days each year: no calendar arithmetic.
CREATE TABLE report_window (
    name TEXT NOT NULL PRIMARY KEY,
    -- month, quarter, half_year, year, other: windows of one series do not overlap.
    series TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    due TEXT NOT NULL
) STRICT;

-- Those of the years 2022 to 2025, as the general rule has them: from the 15th of the month before to the 14th of the
-- last month, due on the 20th of it.
WITH RECURSIVE years (y) AS (
    SELECT 2022 UNION ALL SELECT y + 1 FROM years WHERE y < 2025
), months (m) AS (
    SELECT 1 UNION ALL SELECT m + 1 FROM months WHERE m < 12
), spans (series, first, last, label) AS (
    SELECT 'month', m, m, 'Tháng ' || m || '/' FROM months
    UNION ALL SELECT 'quarter', 1, 3, 'Quý I/'
    UNION ALL SELECT 'quarter', 4, 6, 'Quý II/'
    UNION ALL SELECT 'quarter', 7, 9, 'Quý III/'
    UNION ALL SELECT 'quarter', 10, 12, 'Quý IV/'
    UNION ALL SELECT 'half_year', 1, 6, '6 tháng đầu năm '
    UNION ALL SELECT 'half_year', 7, 12, '6 tháng cuối năm '
    UNION ALL SELECT 'year', 1, 12, 'Năm '
)
INSERT INTO report_window (name, series, first_day, last_day, due)
SELECT label || y, series,
    CASE WHEN first = 1 THEN printf('%d-12-15', y - 1) ELSE printf('%d-%02d-15', y, first - 1) END,
    printf('%d-%02d-14', y, last), printf('%d-%02d-20', y, last)
FROM years, spans;

-- Why things are late: what was done late by due date, and of running clocks the few whose lead said why. Counted
-- without the rows; what nobody gave a cause for is the rest of what is late.
CREATE INDEX task_done_late ON task (effective_due, agency_id, area_id, assigned_on, delay_cause)
    WHERE rank = 3 AND lateness = 2;
CREATE INDEX task_with_cause ON task (agency_id, area_id, effective_due, assigned_on, delay_cause)
    WHERE rank = 0 AND delay_cause <> '';
