-- Tasks that are entered by the hundred enter the search together at the end of their save: row by row, each
-- leaves a piece of the index of its own, and merging the pieces cost more than all else of an import. The
-- mark is set and taken off inside one transaction, so nobody else ever sees it.
DROP TRIGGER task_enters_search;
CREATE TRIGGER task_enters_search AFTER INSERT ON task
WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'search_later')
BEGIN
    INSERT INTO task_fts (rowid, search) VALUES (NEW.id, NEW.search);
END;
