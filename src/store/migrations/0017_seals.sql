-- What no row of the log told is written into it from here on and hashed with it: into the first row of a group what
-- the group is, into the first row of a task the key under which it is known again. Older rows have none of it, and
-- their hashes hold as they are; of what they would have sealed sums are taken in this step, by the program, and the
-- next row that is written seals those.
ALTER TABLE change ADD COLUMN seals TEXT;

CREATE TABLE old_sum (
    -- group, same_key.
    what TEXT NOT NULL,
    -- The last number that went into it; the first follows that of the sum before.
    last INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (what, last)
) STRICT, WITHOUT ROWID;
