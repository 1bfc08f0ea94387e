//! The settings of an installation: a table of what may be set, so that screen, command line and undo know the
//! same ones. They live in the database; what belongs to a terminal or a person does not stand here.

use chrono::{Datelike, NaiveDate};

use super::fold::clean;

/// Why a setting is not set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingFault {
    /// There is no setting of this word.
    Unknown(String),
    /// This is no value of it.
    BadValue(Setting, String),
    /// Somebody else has set it since it was looked at; what it is now.
    Changed(Setting, String),
}

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// The working days before its due date from which on a task is due soon.
    Soon,
    /// The working days from which on it is marked louder.
    Loud,
    /// The working days that lie between two urgings of a task.
    UrgeGap,
    /// "Trước ngày 15/12" leaves the 15th out (D2).
    BeforeIsExclusive,
    /// The minutes without a key after which a session ends by itself. Usually an hour: who leaves a terminal open
    /// leaves a name for whoever sits down there next, and of what was typed nothing is lost.
    IdleEnd,
    /// The sessions that one login may have at the same time, of those that come through the door of a shared server.
    /// Ten leave room for whoever works at several windows; each takes a process, and whoever opens thousands keeps the
    /// others out.
    Sessions,
    /// The agency above the one that issues papers.
    PaperSuperior,
    /// The agency that issues papers.
    PaperIssuer,
    /// The symbol of its letters.
    PaperSymbol,
    /// Where papers are signed.
    PaperPlace,
    /// In whose name they are signed.
    PaperAuthority,
    /// The title of who signs.
    PaperSigner,
    /// Who receives them.
    PaperRecipients,
    /// The number of the next letter.
    PaperNumber,
}

/// What a setting holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A number of working days between these.
    Days {
        /// At the least.
        least: u32,
        /// At the most.
        most: u32,
    },
    /// A number of minutes, at the most so many; 0 for never.
    Minutes {
        /// At the most.
        most: u32,
    },
    /// A number, at the most so many; 0 for without end.
    Count {
        /// At the most.
        most: u32,
    },
    /// Yes or no.
    Flag,
    /// The number of a paper, from 1.
    Number {
        /// At the most.
        most: u32,
    },
    /// A line of text; empty where the program finds out what stands there.
    Line {
        /// Letters at the most.
        most: usize,
    },
    /// Lines of text, kept in one with `;` between them; empty as above.
    Lines {
        /// Letters at the most, of all together.
        most: usize,
    },
}

impl Setting {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 14] = [
        Self::Soon,
        Self::Loud,
        Self::UrgeGap,
        Self::BeforeIsExclusive,
        Self::IdleEnd,
        Self::Sessions,
        Self::PaperSuperior,
        Self::PaperIssuer,
        Self::PaperSymbol,
        Self::PaperPlace,
        Self::PaperAuthority,
        Self::PaperSigner,
        Self::PaperRecipients,
        Self::PaperNumber,
    ];

    /// The word by which the database and the command line know it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Loud => "loud",
            Self::UrgeGap => "urge_gap",
            Self::BeforeIsExclusive => "before_is_exclusive",
            Self::IdleEnd => "idle_end",
            Self::Sessions => "sessions",
            Self::PaperSuperior => "paper.superior",
            Self::PaperIssuer => "paper.issuer",
            Self::PaperSymbol => "paper.symbol",
            Self::PaperPlace => "paper.place",
            Self::PaperAuthority => "paper.authority",
            Self::PaperSigner => "paper.signer",
            Self::PaperRecipients => "paper.recipients",
            Self::PaperNumber => "paper.next_number",
        }
    }

    /// The setting of that word, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.key() == key)
    }

    /// What it holds.
    #[must_use]
    pub const fn holds(self) -> Holds {
        match self {
            Self::Soon | Self::Loud => Holds::Days { least: 0, most: 60 },
            Self::UrgeGap => Holds::Days { least: 0, most: 30 },
            Self::BeforeIsExclusive => Holds::Flag,
            Self::IdleEnd => Holds::Minutes { most: 1_440 },
            Self::Sessions => Holds::Count { most: 1_000 },
            Self::PaperSymbol => Holds::Line { most: 40 },
            Self::PaperSuperior
            | Self::PaperIssuer
            | Self::PaperPlace
            | Self::PaperAuthority
            | Self::PaperSigner => Holds::Line { most: 160 },
            Self::PaperRecipients => Holds::Lines { most: 1_000 },
            Self::PaperNumber => Holds::Number { most: 99_999 },
        }
    }

    /// What is in force where nothing was set.
    #[must_use]
    pub const fn usual(self) -> &'static str {
        match self {
            Self::Soon => "7",
            Self::Loud => "3",
            Self::UrgeGap => "1",
            Self::BeforeIsExclusive => "true",
            Self::IdleEnd => "60",
            Self::Sessions => "10",
            // Found out from the agency of whoever writes.
            Self::PaperSuperior
            | Self::PaperIssuer
            | Self::PaperSymbol
            | Self::PaperPlace
            | Self::PaperAuthority
            | Self::PaperSigner
            | Self::PaperRecipients => "",
            Self::PaperNumber => "1",
        }
    }

    /// What is in force on a day, by what is kept. A letter's number counts within a year: numbers begin with 01 on
    /// 01/01 and end on 31/12 (Nghị định 30/2020/NĐ-CP, Điều 15). Where an older program kept none, they go on.
    #[must_use]
    pub fn in_force(self, kept: Option<&str>, on: NaiveDate) -> String {
        let is_over = |kept: &&str| {
            let year = kept.split_once('/').map(|(_, year)| year.parse::<i32>());
            self == Self::PaperNumber && matches!(year, Some(Ok(year)) if year < on.year())
        };
        let kept = kept.filter(|kept| !is_over(kept));
        kept.map_or(self.usual(), |kept| self.shown(kept))
            .to_owned()
    }

    /// A value that was [read](Self::read) as it is kept: a letter's number with the year within which it counts.
    #[must_use]
    pub fn to_keep(self, value: &str, on: NaiveDate) -> String {
        match self {
            Self::PaperNumber => format!("{value}/{}", on.year()),
            _ => value.to_owned(),
        }
    }

    /// What is kept, without the year of a number.
    #[must_use]
    pub fn shown(self, kept: &str) -> &str {
        match (self, kept.split_once('/')) {
            (Self::PaperNumber, Some((number, _))) => number,
            _ => kept,
        }
    }

    /// The value that a text means; none where the text is no value of it.
    #[must_use]
    pub fn read(self, text: &str) -> Option<String> {
        let text = text.trim();
        match self.holds() {
            Holds::Days { least, most } => {
                let days: u32 = text.parse().ok()?;
                (least..=most).contains(&days).then(|| days.to_string())
            }
            Holds::Minutes { most } | Holds::Count { most } => {
                let number: u32 = text.parse().ok()?;
                (number <= most).then(|| number.to_string())
            }
            Holds::Flag => match text.to_lowercase().as_str() {
                "true" | "1" | "yes" | "có" | "co" => Some("true".to_owned()),
                "false" | "0" | "no" | "không" | "khong" => Some("false".to_owned()),
                _ => None,
            },
            Holds::Number { most } => {
                let number: u32 = text.parse().ok()?;
                (1..=most).contains(&number).then(|| number.to_string())
            }
            Holds::Line { most } => {
                let line = clean(text);
                // A symbol follows the number and its stroke: it has none of its own, and no space.
                let is_symbol = self == Self::PaperSymbol;
                let is_broken = is_symbol && line.contains(['/', ' ']);
                (!is_broken && line.chars().count() <= most).then_some(line)
            }
            Holds::Lines { most } => {
                let lines: Vec<String> = lines_of(text).collect();
                let text = lines.join("; ");
                (text.chars().count() <= most).then_some(text)
            }
        }
    }
}

/// The lines of a setting that holds several.
pub fn lines_of(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split([';', '\n'])
        .map(|line| clean(line.trim().trim_start_matches('-')))
        .filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::condition::Thresholds;
    use crate::domain::deadline::Rules;

    #[test]
    fn what_is_usual_is_what_the_program_does_where_nothing_is_set() {
        let usual = Thresholds::default();
        assert_eq!(Setting::Soon.usual(), usual.soon.to_string());
        assert_eq!(Setting::Loud.usual(), usual.loud.to_string());
        assert_eq!(Setting::UrgeGap.usual(), usual.urge_gap.to_string());
        let rules = Rules::default();
        assert_eq!(
            Setting::BeforeIsExclusive.usual(),
            rules.before_is_exclusive.to_string()
        );
    }

    #[test]
    fn numbers_of_letters_begin_anew_with_the_year() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let number = Setting::PaperNumber;
        let kept = number.to_keep("57", day("2022-12-30"));
        assert_eq!(number.in_force(Some(&kept), day("2022-12-31")), "57");
        assert_eq!(number.in_force(Some(&kept), day("2023-01-01")), "1");
        assert_eq!(number.in_force(None, day("2023-01-01")), "1");
        // Kept by an older program, without its year; and a clock that went back.
        assert_eq!(number.in_force(Some("57"), day("2023-01-01")), "57");
        assert_eq!(number.in_force(Some(&kept), day("2021-12-31")), "57");
        let symbol = Setting::PaperSymbol;
        let kept = symbol.to_keep("SNV-CCHC", day("2022-12-30"));
        assert_eq!(symbol.in_force(Some(&kept), day("2023-01-01")), "SNV-CCHC");
    }

    #[test]
    fn a_value_is_read_or_refused() {
        assert_eq!(Setting::UrgeGap.read(" 3 ").as_deref(), Some("3"));
        assert_eq!(Setting::UrgeGap.read("31"), None);
        assert_eq!(Setting::Soon.read("-1"), None);
        assert_eq!(Setting::Soon.read("bảy"), None);
        let flag = Setting::BeforeIsExclusive;
        assert_eq!(flag.read("Có").as_deref(), Some("true"));
        assert_eq!(flag.read("2"), None);
        let lines = Setting::PaperRecipients;
        assert_eq!(
            lines.read("- Như trên;\n- Lưu: VT, CCHC;").as_deref(),
            Some("Như trên; Lưu: VT, CCHC")
        );
        assert_eq!(Setting::PaperSymbol.read("SNV/CCHC"), None);
        assert_eq!(Setting::PaperNumber.read("0"), None);
        assert_eq!(Setting::PaperIssuer.read(" ").as_deref(), Some(""));
        for setting in Setting::ALL {
            assert_eq!(Setting::from_key(setting.key()), Some(setting));
            assert!(setting.read(setting.usual()).is_some());
        }
    }
}
