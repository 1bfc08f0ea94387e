//! What `doctor` finds: a list of checks, each with how it stands and what was seen. What to do about it, `lang` says.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use super::proof::{Finding, SchemaFault};
use super::seal::Missing;

/// How a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing to do.
    Fine,
    /// Work goes on; somebody should see to it.
    Warning,
    /// Something is wrong.
    Failure,
}

impl Level {
    /// The word that `--json` has for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Warning => "warning",
            Self::Failure => "failure",
        }
    }
}

/// What is looked at, in the order in which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// The file, its directory and its disk.
    File,
    /// The schema, and the program.
    Schema,
    /// The pages of the file, as the engine sees them.
    Pages,
    /// Kept numbers, what reports count, and the search.
    Counters,
    /// The log.
    Log,
    /// The days off.
    Calendar,
    /// The clock.
    Clock,
    /// Room on the disk, and the write-ahead log.
    Room,
    /// The last backup.
    Backup,
    /// Imports that were broken off.
    Imports,
    /// The accounts.
    Users,
    /// Tasks whose lead ended or is not known.
    Agencies,
    /// The terminal of this session.
    Terminal,
}

impl Check {
    /// The word that `--json` has for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Schema => "schema",
            Self::Pages => "integrity",
            Self::Counters => "counters",
            Self::Log => "log",
            Self::Calendar => "calendar",
            Self::Clock => "clock",
            Self::Room => "room",
            Self::Backup => "backup",
            Self::Imports => "imports",
            Self::Users => "users",
            Self::Agencies => "agencies",
            Self::Terminal => "terminal",
        }
    }
}

/// What was seen, of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// The file is this account's alone, on a disk of this machine.
    FilePrivate,
    /// Others can read the file or its directory: which, its mode, and what the mode should be.
    OpenToOthers(PathBuf, u32, u32),
    /// The file is an account's that cannot reach it, since its directory is another one's alone: which file, in which
    /// directory.
    OwnerShutOut(PathBuf, PathBuf),
    /// A restore was broken off by force: the file that it left.
    RestoreBrokenOff(PathBuf),
    /// The file cannot be opened: what is said of that.
    CannotOpen(String),
    /// The disk is another machine's; locks do not hold there.
    NetworkDisk(String),
    /// The schema is the one that this program knows.
    SchemaKnown(i64, String),
    /// The schema is older; the next session that writes brings it up to date.
    SchemaOlder(i64, i64),
    /// Tables, indexes, triggers or views are not as this program makes them, or are none of its: which.
    SchemaGaps(Vec<SchemaFault>),
    /// The pages are sound; true where indexes were compared with their tables too.
    PagesSound(bool),
    /// Pages are damaged, or rows point at nothing: how many complaints, and the first.
    PagesDamaged(usize, String),
    /// A word stands where the program never wrote it: of what, and the word.
    StrangeWord(String, String),
    /// Kept numbers are what counting gives.
    CountersRight,
    /// Kept numbers of these tables are not what counting gives.
    CountersWrong(Vec<String>),
    /// The log holds: so many rows were proved; true where those were all.
    LogHolds(i64, bool),
    /// So many tasks or things of the frame are not as the log says; the first by its number or name.
    NotAsLogged(usize, String),
    /// The log is broken: the first place, and how many there are.
    LogBroken(Box<Finding>, usize),
    /// Saves that were acknowledged are gone.
    SavesMissing(Missing),
    /// Days off are entered until the end of this year, and Tết with them.
    CalendarUpTo(i32),
    /// No day off is entered for this year.
    NoDaysOff(i32),
    /// Tết is not entered for this year.
    NoTet(i32),
    /// The clock is not behind the log.
    ClockRight,
    /// The clock is behind the last change, which was made at that moment.
    ClockBehind(DateTime<Utc>),
    /// So many bytes are free; so many the database takes.
    RoomEnough(u64, u64),
    /// The same, and it is little.
    RoomShort(u64, u64),
    /// The write-ahead log has so many bytes: somebody has been reading for long.
    WalLong(u64),
    /// The last backup was made at that moment.
    BackedUp(DateTime<Utc>, PathBuf),
    /// The last backup is so many days old.
    BackupOld(i64, PathBuf),
    /// The last backup is not where it was put, or not the file that it was.
    BackupGone(PathBuf),
    /// The note of the last backup is another account's: which file.
    BackupUnread(PathBuf),
    /// There was never a backup.
    NeverBackedUp,
    /// No import is unfinished.
    ImportsDone,
    /// Imports that are unfinished: how many, and the number of one.
    ImportsUnfinished(usize, i64),
    /// There are so many enabled accounts, an administrator among them.
    UsersRight(usize),
    /// There are no accounts: the file is one person's.
    NoUsers,
    /// There are accounts, and no administrator who may come in.
    NoAdministrator,
    /// Every open task has a lead that exists.
    LeadsRight,
    /// So many open tasks have a lead that ended or is not known.
    Orphans(i64),
    /// The terminal can be worked at: its kind, columns and rows.
    TerminalRight(String, u16, u16),
    /// The environment does not say that it is UTF-8: what it says instead.
    NoUtf8(String),
    /// The terminal is smaller than 80 x 24.
    TerminalSmall(u16, u16),
    /// Screens cannot be shown; lines can.
    NoScreens(String),
    /// It was not looked at, because of what failed before, or nobody sits at a terminal.
    NotLookedAt,
}

impl Seen {
    /// How a check stands of which this was seen.
    #[must_use]
    pub const fn level(&self) -> Level {
        match self {
            Self::FilePrivate
            | Self::SchemaKnown(..)
            | Self::PagesSound(_)
            | Self::CountersRight
            | Self::LogHolds(..)
            | Self::CalendarUpTo(_)
            | Self::ClockRight
            | Self::RoomEnough(..)
            | Self::BackedUp(..)
            | Self::ImportsDone
            | Self::UsersRight(_)
            | Self::NoUsers
            | Self::LeadsRight
            | Self::TerminalRight(..)
            | Self::NotLookedAt => Level::Fine,
            Self::OpenToOthers(..)
            | Self::OwnerShutOut(..)
            | Self::RestoreBrokenOff(_)
            | Self::SchemaOlder(..)
            | Self::NoDaysOff(_)
            | Self::NoTet(_)
            | Self::RoomShort(..)
            | Self::WalLong(_)
            | Self::BackupOld(..)
            | Self::BackupUnread(_)
            | Self::NeverBackedUp
            | Self::ImportsUnfinished(..)
            | Self::Orphans(_)
            | Self::NoUtf8(_)
            | Self::TerminalSmall(..)
            | Self::NoScreens(_) => Level::Warning,
            Self::CannotOpen(_)
            | Self::NetworkDisk(_)
            | Self::PagesDamaged(..)
            | Self::SchemaGaps(_)
            | Self::StrangeWord(..)
            | Self::CountersWrong(_)
            | Self::LogBroken(..)
            | Self::SavesMissing(_)
            | Self::NotAsLogged(..)
            | Self::ClockBehind(_)
            | Self::BackupGone(_)
            | Self::NoAdministrator => Level::Failure,
        }
    }
}

/// A check with what was seen.
pub type Line = (Check, Seen);

/// The first year of which nothing is entered, or no Tết; days until the end of the next year should be: deadlines lie
/// so far ahead. Tết is known by its name.
#[must_use]
pub fn calendar_of<'a>(days: impl Iterator<Item = (NaiveDate, &'a str)>, today: NaiveDate) -> Seen {
    use chrono::Datelike;
    let days: Vec<(i32, &str)> = days.map(|(day, name)| (day.year(), name)).collect();
    let is_tet = |name: &str| super::fold::fold(name).contains("tet nguyen dan");
    let last = today.year() + 1;
    for year in today.year()..=last {
        let mut of_year = days.iter().filter(|day| day.0 == year).peekable();
        if of_year.peek().is_none() {
            return Seen::NoDaysOff(year);
        }
        if !of_year.any(|day| is_tet(day.1)) {
            return Seen::NoTet(year);
        }
    }
    Seen::CalendarUpTo(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_without_days_off_or_without_tet_is_named() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let today = day("2023-06-15");
        let of = |days: &[(&str, &'static str)]| {
            let days: Vec<_> = days.iter().map(|(at, name)| (day(at), *name)).collect();
            calendar_of(days.into_iter(), today)
        };
        let tet = "Tết Nguyên đán (mùng 1)";
        assert_eq!(of(&[]), Seen::NoDaysOff(2023));
        assert_eq!(of(&[("2023-01-22", tet)]), Seen::NoDaysOff(2024));
        let new_year = ("2024-01-01", "Tết Dương lịch");
        assert_eq!(of(&[("2023-01-22", tet), new_year]), Seen::NoTet(2024));
        let both = [("2023-01-22", tet), new_year, ("2024-02-10", tet)];
        assert_eq!(of(&both), Seen::CalendarUpTo(2024));
    }
}
