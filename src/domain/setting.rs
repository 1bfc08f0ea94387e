//! The settings of an installation: a table of what may be set, so that screen, command line and undo know the
//! same ones. They live in the database; what belongs to a terminal or a person does not stand here.

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
    /// Yes or no.
    Flag,
}

impl Setting {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Soon,
        Self::Loud,
        Self::UrgeGap,
        Self::BeforeIsExclusive,
        Self::IdleEnd,
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
        }
    }

    /// The value as it is kept; none where the text is no value of it.
    #[must_use]
    pub fn read(self, text: &str) -> Option<String> {
        let text = text.trim();
        match self.holds() {
            Holds::Days { least, most } => {
                let days: u32 = text.parse().ok()?;
                (least..=most).contains(&days).then(|| days.to_string())
            }
            Holds::Minutes { most } => {
                let minutes: u32 = text.parse().ok()?;
                (minutes <= most).then(|| minutes.to_string())
            }
            Holds::Flag => match text.to_lowercase().as_str() {
                "true" | "1" | "yes" | "có" | "co" => Some("true".to_owned()),
                "false" | "0" | "no" | "không" | "khong" => Some("false".to_owned()),
                _ => None,
            },
        }
    }
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
    fn a_value_is_read_or_refused() {
        assert_eq!(Setting::UrgeGap.read(" 3 ").as_deref(), Some("3"));
        assert_eq!(Setting::UrgeGap.read("31"), None);
        assert_eq!(Setting::Soon.read("-1"), None);
        assert_eq!(Setting::Soon.read("bảy"), None);
        let flag = Setting::BeforeIsExclusive;
        assert_eq!(flag.read("Có").as_deref(), Some("true"));
        assert_eq!(flag.read("2"), None);
        for setting in Setting::ALL {
            assert_eq!(Setting::from_key(setting.key()), Some(setting));
            assert!(setting.read(setting.usual()).is_some());
        }
    }
}
