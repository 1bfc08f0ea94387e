//! What the proof of the log finds: which rows are not as they were written, in which way, and whose they are.

use std::collections::BTreeMap;

use super::id::TaskId;
use super::seal::Seal;

/// So many findings of one kind are kept with all they tell; more are only counted.
pub const NAMED: usize = if cfg!(test) { 8 } else { 2_000 };

/// What a long check or copy is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The database is copied; counted in bytes.
    Copying,
    /// The engine goes through the file; how far it is cannot be told.
    Checking,
    /// Kept numbers are counted anew; how far it is cannot be told.
    Counting,
    /// The log is held against its chain; counted in rows.
    Chain,
    /// What reports count is drawn again from the log; counted in tasks.
    Events,
    /// The sum of a file is taken; counted in bytes.
    Summing,
    /// Kept numbers and orders are made anew; how far it is cannot be told.
    Repairing,
}

/// In which way rows of the log are not as they were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Breach {
    /// Something in the row was changed; or in the row before it, whose hash was then made anew.
    Changed,
    /// The hash of the row was changed, and nothing else in it.
    HashChanged,
    /// The rows are not there any more, and their numbers are free.
    Removed,
    /// The rows stand among the others and were never written by the program.
    Inserted,
    /// Two rows that follow one another stand in each other's place.
    Swapped,
    /// From this row on all numbers were moved down by so many: so many rows before it were removed.
    MovedUp(i64),
    /// From this row on all numbers were moved up by so many: so many rows before it were put in.
    MovedDown(i64),
    /// The last rows of the log are missing.
    CutOff,
    /// There is no row at all, and something was written that should have left some.
    Gone,
    /// The rows stand after the end of the log as it was noted.
    Appended,
    /// The rows cannot be read: the file is damaged where they stand.
    Unreadable,
    /// The group of the rows is gone, or says another hour, login or origin than they do.
    Group,
    /// The end of the log as it was noted is not this, its last row; or it is not noted at all.
    End,
}

impl Breach {
    /// The word that `--json` has for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::HashChanged => "hash_changed",
            Self::Removed => "removed",
            Self::Inserted => "inserted",
            Self::Swapped => "swapped",
            Self::MovedUp(_) => "removed_and_renumbered",
            Self::MovedDown(_) => "inserted_and_renumbered",
            Self::CutOff => "cut_off",
            Self::Gone => "gone",
            Self::Appended => "appended",
            Self::Unreadable => "unreadable",
            Self::Group => "group_differs",
            Self::End => "end_differs",
        }
    }
}

/// Rows that are not as they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// In which way.
    pub breach: Breach,
    /// The first row, by its number.
    pub from: i64,
    /// The last row.
    pub to: i64,
    /// What is known of the first row; of one that is gone, what its group tells.
    pub trace: Option<Trace>,
}

/// Whose row it is, as it stands now or as its group tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// The task, where the row is about one.
    pub task: Option<TaskId>,
    /// Its code.
    pub code: String,
    /// When, as it stands in the row: it may have been made anything.
    pub at: String,
    /// The login.
    pub who: String,
    /// From where.
    pub origin: String,
    /// The deed, by its code.
    pub what: String,
}

/// Findings of a proof, whose number may be that of all tasks: of each kind the first [`NAMED`] are kept as they are,
/// and all are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<F> {
    named: Vec<F>,
    counts: BTreeMap<&'static str, usize>,
}

impl<F> Default for Found<F> {
    fn default() -> Self {
        Self {
            named: Vec::new(),
            counts: BTreeMap::new(),
        }
    }
}

impl<F> Found<F> {
    /// Takes in one more, of a kind by the word that `--json` has for it.
    pub fn add(&mut self, kind: &'static str, finding: F) {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= NAMED {
            self.named.push(finding);
        }
    }

    /// Takes in what was found elsewhere.
    pub fn join(&mut self, other: Self) {
        self.named.extend(other.named);
        for (kind, count) in other.counts {
            *self.counts.entry(kind).or_default() += count;
        }
    }

    /// Those that were kept, in the order in which they were found.
    #[must_use]
    pub fn named(&self) -> &[F] {
        &self.named
    }

    /// The kinds of which there is any, with how many there are of each.
    #[must_use]
    pub fn counts(&self) -> &BTreeMap<&'static str, usize> {
        &self.counts
    }

    /// How many there are of a kind.
    #[must_use]
    pub fn count(&self, kind: &str) -> usize {
        self.counts.get(kind).copied().unwrap_or(0)
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// True where nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }
}

/// How a part of the schema differs from what the program makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlike {
    /// It is not there.
    Missing,
    /// It is made otherwise.
    Altered,
    /// The program makes none of that name.
    Foreign,
}

impl Unlike {
    /// The word that `--json` has for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Altered => "altered",
            Self::Foreign => "foreign",
        }
    }
}

/// A part of the schema that is not as the program makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaFault {
    /// `table`, `index`, `trigger`, `view`, or [`SchemaFault::SEARCH`].
    pub kind: String,
    /// Its name.
    pub name: String,
    /// How it differs.
    pub how: Unlike,
}

impl SchemaFault {
    /// The search, with the tables that the engine makes for it.
    pub const SEARCH: &str = "search";

    /// Tables of what is counted of tasks and drawn from the log.
    const FOLLOWING: [&str; 7] = [
        "tally",
        "span_tally",
        "document_tally",
        "owed_tally",
        "series_tally",
        "event_tally",
        "event",
    ];

    /// True where it holds nothing of its own, so that it is made anew, or dropped, without loss.
    #[must_use]
    pub fn is_mended(&self) -> bool {
        let is_following = Self::FOLLOWING.contains(&self.name.as_str());
        match self.kind.as_str() {
            "index" | "trigger" | "view" | Self::SEARCH => true,
            _ => is_following && self.how != Unlike::Foreign,
        }
    }

    /// True for a table whose rows are nowhere else, and which is not there.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.how == Unlike::Missing && !self.is_mended()
    }
}

/// What became of a seal that was kept outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claimed {
    /// It is the hash of this row: the log up to it is the one that was sealed.
    Holds(i64),
    /// It is the hash of this row, and what stands at or before it is not as it was written: the log that was sealed is
    /// not this one.
    Doubtful(i64),
    /// The row has another hash: the log was written anew at or before it.
    Differs(Seal),
    /// The row cannot be read.
    Unread(i64),
    /// The log ends before the row.
    Beyond(i64),
    /// No row has such a hash.
    Nowhere,
}

/// What the proof of the log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Rows that were read.
    pub rows: i64,
    /// The last of them, with its hash; a report may quote it.
    pub seal: Seal,
    /// The first thing that is wrong.
    pub broken: Option<Finding>,
    /// What else is wrong, in the order of the rows.
    pub further: Vec<Finding>,
    /// So many findings more were counted and not kept.
    pub more: u64,
    /// What became of the seal that was held against it, if one was.
    pub claimed: Option<Claimed>,
    /// What groups say of the rows cannot be read: only the chain is proved.
    pub is_of_chain_only: bool,
}

impl Verdict {
    /// Everything that is wrong and was kept.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.broken.iter().chain(&self.further)
    }

    /// How many things are wrong, with those that were not kept.
    #[must_use]
    pub fn total(&self) -> usize {
        let more = usize::try_from(self.more).unwrap_or(usize::MAX);
        self.findings().count().saturating_add(more)
    }

    /// True where rows cannot be read, so that not all of it is proved.
    #[must_use]
    pub fn has_holes(&self) -> bool {
        self.findings()
            .any(|finding| finding.breach == Breach::Unreadable)
    }

    /// True where nothing is wrong, with the seal that was held against it neither.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.broken.is_none()
            && !self.is_of_chain_only
            && matches!(self.claimed, None | Some(Claimed::Holds(_)))
    }
}
