//! The windows of periodic reports (DOMAIN 6.1): which days a report is about, and by when it is due.
//!
//! The reporting year is not the plan year, and offices are told other days each year: windows are a table that an
//! administrator keeps. What is typed is looked up there first; the general rule of Nghị định 09/2019/NĐ-CP holds where
//! the table has nothing.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::fold::{clean, fold};
use super::period::{Period, read};
use super::report::{Grouping, Kind, Spec};

/// What follows upon what: windows of one series do not overlap.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Series {
    /// Monthly reports.
    Month,
    /// Quarterly reports.
    Quarter,
    /// Reports of half a year.
    HalfYear,
    /// Yearly reports.
    Year,
    /// What is asked for once.
    #[default]
    Other,
}

impl Series {
    /// Every series, the shortest first.
    pub const ALL: [Self; 5] = [
        Self::Month,
        Self::Quarter,
        Self::HalfYear,
        Self::Year,
        Self::Other,
    ];

    /// The word by which the database, commands and JSON know it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Year => "year",
            Self::Other => "other",
        }
    }

    /// The series of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|series| series.code() == code)
    }

    /// The series that a name such as "Quý II/2023" belongs to.
    #[must_use]
    pub fn of_name(name: &str, today: NaiveDate) -> Self {
        match read::months(name, today) {
            Some(1) => Self::Month,
            Some(3) => Self::Quarter,
            Some(6) => Self::HalfYear,
            Some(12) => Self::Year,
            Some(_) | None => Self::Other,
        }
    }
}

/// A window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// What it is called: "Quý II/2023". No other has it, in whatever spelling.
    pub name: String,
    /// What it follows upon.
    pub series: Series,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day: the cut-off.
    pub to: NaiveDate,
    /// The day by which the report is due.
    pub due: NaiveDate,
}

/// What is wrong with a window or an edit of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WindowFault {
    /// It has no name.
    NoName,
    /// It ends before it begins.
    EndsBefore(String),
    /// The report would be due before its data is complete.
    DueBefore(String),
    /// It shares days with another one of its series.
    Overlaps {
        /// The one that is entered.
        name: String,
        /// The one that is there.
        other: String,
    },
    /// There is no window of that name.
    Unknown(String),
    /// Somebody changed it since.
    Changed(String),
}

impl Window {
    /// The days that the report is about; none where it ends before it begins.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        Period::new(self.from, self.to)
    }

    /// True where this is the window of that name, in whatever spelling.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        fold(&self.name) == fold(name)
    }

    /// The same, fit to be kept beside these others; its own older version is no other.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn checked(&self, others: &[Self]) -> Result<Self, WindowFault> {
        let name = clean(&self.name);
        if name.is_empty() {
            return Err(WindowFault::NoName);
        }
        let Some(period) = self.period() else {
            return Err(WindowFault::EndsBefore(name));
        };
        // On the last day itself is early, and somebody may want it.
        if self.due < self.to {
            return Err(WindowFault::DueBefore(name));
        }
        let is_other = |it: &&Self| !it.is_called(&name) && it.series == self.series;
        let overlaps = |it: &&Self| it.period().is_some_and(|it| it.overlaps(period));
        let is_of_series = self.series != Series::Other;
        let found = others.iter().filter(is_other).find(overlaps);
        if let Some(other) = found.filter(|_| is_of_series) {
            return Err(WindowFault::Overlaps {
                name,
                other: other.name.clone(),
            });
        }
        Ok(Self {
            name,
            ..self.clone()
        })
    }
}

/// The windows that a new database begins with, of the years 2022 to 2025: by the general rule, due on the 20th of their
/// last month. They are written with the schema, and no log names them.
#[must_use]
pub fn initial() -> Vec<Window> {
    const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];
    let of_year = |year: i32| {
        let months = (1..=12).map(|month| (Series::Month, format!("Tháng {month}/{year}")));
        let quarters = QUARTERS.map(|it| (Series::Quarter, format!("Quý {it}/{year}")));
        let halves = ["đầu", "cuối"];
        let halves = halves.map(|it| (Series::HalfYear, format!("6 tháng {it} năm {year}")));
        let whole = [(Series::Year, format!("Năm {year}"))];
        let all = months.chain(quarters).chain(halves).chain(whole);
        all.collect::<Vec<_>>()
    };
    let by_rule = |(series, name): (Series, String)| {
        // The year is in every name: no day is asked.
        let period = Period::read(&format!("kỳ báo cáo {name}"), Period::BEGINNING)?;
        Some(Window {
            name,
            series,
            from: period.from,
            to: period.to,
            due: period.to.with_day(20)?,
        })
    };
    (2022..=2025)
        .flat_map(of_year)
        .filter_map(by_rule)
        .collect()
}

/// The window after these days, or before them; of the same series where they are those of a window. The table is in
/// the order of the last days.
#[must_use]
pub fn neighbour(windows: &[Window], of: Period, is_later: bool) -> Option<&Window> {
    let own = windows.iter().find(|it| it.period() == Some(of));
    let mut windows = windows
        .iter()
        .filter(|it| own.is_none_or(|own| it.series == own.series));
    if is_later {
        windows.find(|it| it.to > of.to)
    } else {
        windows.rfind(|it| it.to < of.to)
    }
}

/// In the order in which they are shown: by the last day, the shorter first.
pub fn sort(windows: &mut [Window]) {
    windows.sort_by(|one, other| {
        let key = |it: &Window| (it.to, it.due, it.series);
        key(one)
            .cmp(&key(other))
            .then_with(|| one.name.cmp(&other.name))
    });
}

/// The window that is meant: by its name, or by another way to say the same months ("q2/2023", "kỳ báo cáo quý 2").
#[must_use]
pub fn find<'a>(windows: &'a [Window], text: &str, today: NaiveDate) -> Option<&'a Window> {
    // They are kept clean, whatever was given as their names.
    let text = clean(text);
    let text = read::without_prefix(&text).unwrap_or(text);
    if let Some(window) = windows.iter().find(|it| it.is_called(&text)) {
        return Some(window);
    }
    let same = |it: &&Window| read::is_same(&it.name, &text, today);
    windows.iter().find(same)
}

/// Reads a period as it is typed: a window of a report ("kỳ báo cáo quý I/2023", "BC quý I/2023") is looked up in the
/// table, and so is a name that means nothing else; the rest is read as [`Period::read`] does.
#[must_use]
pub fn read(windows: &[Window], text: &str, today: NaiveDate) -> Option<Period> {
    let is_report = read::without_prefix(text).is_some();
    let period = Period::read(text, today);
    if (is_report || period.is_none())
        && let Some(window) = find(windows, text, today)
    {
        return window.period();
    }
    period
}

/// The windows whose report is due next, those of today first, and of one day the longest last.
#[must_use]
pub fn due_next(windows: &[Window], today: NaiveDate) -> Vec<&Window> {
    let mut next: Vec<&Window> = windows.iter().filter(|it| it.due >= today).collect();
    next.sort_by_key(|it| (it.due, it.series, it.from));
    next
}

/// The reports that are due next, all of one day, where that is at most so many days ahead; none where nothing is due
/// so soon.
#[must_use]
pub fn due_soon(
    windows: &[Window],
    today: NaiveDate,
    ahead: u64,
) -> Option<(NaiveDate, Vec<&Window>)> {
    let next = due_next(windows, today);
    let due = next.first()?.due;
    let last = today.checked_add_days(Days::new(ahead))?;
    let of_day = next.into_iter().filter(|it| it.due == due);
    (due <= last).then(|| (due, of_day.collect()))
}

/// All of them, as a person looks for one: what is due next first, then what is over, the latest first.
#[must_use]
pub fn offered(windows: &[Window], today: NaiveDate) -> Vec<&Window> {
    let mut offered = due_next(windows, today);
    let mut over: Vec<&Window> = windows.iter().filter(|it| it.due < today).collect();
    over.sort_by_key(|it| std::cmp::Reverse((it.due, it.series)));
    offered.extend(over);
    offered
}

/// The report of a period (DOMAIN 6.2) as the reports that it consists of, all about the same days (files of its last whole month): plan completion,
/// tasks of the Government, late tasks by agency and one by one with their causes, documents late or not issued, files, indicators, extensions,
/// urgings.
#[must_use]
pub fn parts(period: Period) -> Vec<Spec> {
    let of = |kind| Spec {
        period: Some(period),
        ..Spec::new(kind)
    };
    vec![
        of(Kind::Completion),
        of(Kind::Superior),
        of(Kind::Late),
        Spec {
            by: Grouping::None,
            ..of(Kind::Late)
        },
        of(Kind::Documents),
        Spec {
            period: last_month(period),
            ..of(Kind::Caseload)
        },
        of(Kind::Indicators),
        of(Kind::Extensions),
        of(Kind::Urgings),
    ]
}

/// The last whole month of a period: files are kept by month.
fn last_month(period: Period) -> Option<Period> {
    let last = period.to.succ_opt()?.with_day(1)?.pred_opt()?;
    Period::new(last.with_day(1)?, last)
}

/// The window whose report is to be made now: of those that are due next the longest, or the last one that there is.
#[must_use]
pub fn current(windows: &[Window], today: NaiveDate) -> Option<&Window> {
    let next = due_next(windows, today);
    let due = next.first().map(|it| it.due);
    let mut of_day = next.into_iter().filter(|it| Some(it.due) == due);
    of_day.next_back().or_else(|| windows.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn window(name: &str, from: &str, to: &str, due: &str) -> Window {
        Window {
            name: name.to_owned(),
            series: Series::of_name(name, day("2023-06-15")),
            from: day(from),
            to: day(to),
            due: day(due),
        }
    }

    #[test]
    fn what_was_edited_wins_over_the_general_rule() {
        let today = day("2023-06-15");
        let edited = [window(
            "Quý I/2023",
            "2022-12-20",
            "2023-03-10",
            "2023-03-15",
        )];
        for text in ["kỳ báo cáo quý I/2023", "BC q1/2023", "bao cao quy 1"] {
            let found = read(&edited, text, today).expect("a period");
            assert_eq!(found.from, day("2022-12-20"), "{text}");
        }
        // What is not in the table follows the rule; without the word it is the calendar.
        let second = read(&edited, "kỳ báo cáo quý II/2023", today).expect("a period");
        assert_eq!(
            (second.from, second.to),
            (day("2023-03-15"), day("2023-06-14"))
        );
        let plain = read(&edited, "quý I/2023", today).expect("a period");
        assert_eq!(plain.from, day("2023-01-01"));
    }

    #[test]
    fn a_name_that_means_nothing_else_is_a_window() {
        let today = day("2023-06-15");
        let once = [window(
            "Sơ kết Nghị quyết 76",
            "2021-07-15",
            "2023-05-31",
            "2023-06-10",
        )];
        let found = read(&once, "sơ kết nghị quyết 76", today).expect("a period");
        assert_eq!(found.to, day("2023-05-31"));
        assert_eq!(once[0].series, Series::Other);
        assert_eq!(read(&once, "chẳng biết", today), None);
    }

    #[test]
    fn windows_are_checked_against_their_series() {
        let there = [window(
            "Quý I/2023",
            "2022-12-15",
            "2023-03-14",
            "2023-03-20",
        )];
        let check = |it: Window| it.checked(&there);
        assert!(
            check(window(
                "Quý II/2023",
                "2023-03-15",
                "2023-06-14",
                "2023-06-20"
            ))
            .is_ok()
        );
        // A window may take the place of its own older version, in another spelling too.
        assert!(
            check(window(
                "QUÝ I/2023",
                "2022-12-10",
                "2023-03-10",
                "2023-03-20"
            ))
            .is_ok()
        );
        assert!(
            check(window(
                "Tháng 3/2023",
                "2023-02-15",
                "2023-03-14",
                "2023-03-20"
            ))
            .is_ok()
        );
        let overlapping = window("Quý II/2023", "2023-03-14", "2023-06-14", "2023-06-20");
        assert!(matches!(
            check(overlapping),
            Err(WindowFault::Overlaps { .. })
        ));
        let backwards = window("Quý II/2023", "2023-06-14", "2023-03-15", "2023-06-20");
        assert!(matches!(check(backwards), Err(WindowFault::EndsBefore(_))));
        let early = window("Quý II/2023", "2023-03-15", "2023-06-14", "2023-06-13");
        assert!(matches!(check(early), Err(WindowFault::DueBefore(_))));
        let nameless = window("\u{200b} ", "2023-03-15", "2023-06-14", "2023-06-20");
        assert_eq!(check(nameless), Err(WindowFault::NoName));
    }

    #[test]
    fn what_is_due_next_is_offered_first() {
        let all = [
            window("Quý I/2023", "2022-12-15", "2023-03-14", "2023-03-20"),
            window("Quý II/2023", "2023-03-15", "2023-06-14", "2023-06-20"),
            window("Tháng 6/2023", "2023-05-15", "2023-06-14", "2023-06-20"),
            window("Quý III/2023", "2023-06-15", "2023-09-14", "2023-09-20"),
        ];
        let names = |today| -> Vec<&str> {
            let offered = offered(&all, day(today));
            offered.iter().map(|it| it.name.as_str()).collect()
        };
        let expected = ["Tháng 6/2023", "Quý II/2023", "Quý III/2023", "Quý I/2023"];
        assert_eq!(names("2023-06-15"), expected);
        assert_eq!(names("2023-06-20"), expected);
    }
}
