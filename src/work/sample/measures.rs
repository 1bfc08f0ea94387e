//! What is measured in the sample: the indicators of the directive with invented values, and eighteen months of
//! files of forty agencies, two of which hide more late files behind a better share.
//!
//! Entered through the functions that the forms use, so that the log holds it and sums fit, and on the days on which
//! offices report: a past day of the sample knows what had been reported by then.

use chrono::NaiveDate;
use fastrand::Rng;

use super::City;
use crate::domain::agency::{Agency, AgencyKind, Group};
use crate::domain::amount::Amount;
use crate::domain::caseload::Caseload;
use crate::domain::follow_up::Bound;
use crate::domain::id::{AgencyId, AreaId, IndicatorId};
use crate::domain::indicator::{Indicator, Level, Reading};
use crate::domain::interval::{Every, Interval};

const SEED: u64 = 0x0cc_2022;

/// So many months of files, up to the last one that is over.
const MONTHS: i32 = 18;

/// So many agencies report them.
const AGENCIES: usize = 40;

/// The places of those that are on alert in the last month.
const ALERTS: [usize; 2] = [4, 27];

/// Code, name, unit, target, deadline, how often, area.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    Bound,
    (i32, u32, u32),
    Every,
    &'static str,
);

const fn at_least(low: i64) -> Bound {
    Bound::AtLeast {
        low: Amount::whole(low),
    }
}

/// What the directive names as figures; the first is measured at each department and board.
const INDICATORS: [Row; 6] = [
    (
        "VTVL",
        "Công chức, viên chức theo vị trí việc làm được phê duyệt",
        "%",
        at_least(100),
        (2025, 12, 31),
        Every::Quarter,
        "CDCV",
    ),
    (
        "LDQT-2025",
        "Lãnh đạo, quản lý đủ khả năng làm việc trong môi trường quốc tế",
        "%",
        Bound::Band {
            low: Amount::whole(25),
            high: Amount::whole(35),
        },
        (2025, 12, 31),
        Every::Half,
        "CDCV",
    ),
    (
        "LDQT-2030",
        "Cán bộ lãnh đạo các cấp đủ khả năng làm việc trong môi trường quốc tế",
        "%",
        at_least(100),
        (2030, 12, 31),
        Every::Year,
        "CDCV",
    ),
    (
        "DTBD",
        "Công chức được đào tạo, bồi dưỡng kỹ năng cải cách hành chính trong năm",
        "%",
        at_least(80),
        (2025, 12, 31),
        Every::Quarter,
        "CDCV",
    ),
    (
        "TGBC",
        "Tinh giản biên chế so với số giao đầu giai đoạn",
        "%",
        at_least(5),
        (2025, 12, 31),
        Every::Half,
        "TCBM",
    ),
    (
        "CGKH",
        "Chuyên gia, nhà khoa học, người có tài năng được thu hút trong năm",
        "người",
        at_least(20),
        (2025, 12, 31),
        Every::Year,
        "CDCV",
    ),
];

/// The values of the city, the earliest first, in tenths; of what is measured there.
const OF_CITY: [(&str, &[i64]); 5] = [
    ("LDQT-2025", &[142, 168, 189]),
    ("LDQT-2030", &[168]),
    ("DTBD", &[187, 412, 655, 823]),
    ("TGBC", &[11, 19, 26]),
    ("CGKH", &[140]),
];

/// What is measured, and the values by interval.
pub(super) struct Book {
    /// What is measured; their ids are not known yet.
    pub(super) indicators: Vec<Indicator>,
    /// By the interval that they are about, office by office.
    pub(super) entries: Vec<(Interval, Entry)>,
}

/// A value that somebody reports.
pub(super) enum Entry {
    /// A reading of the indicator in that place of the book.
    Reading(usize, Reading),
    /// The files of a month.
    Caseload(Caseload),
}

impl Book {
    /// Invents all of it, up to today.
    pub(super) fn of(city: &City, today: NaiveDate) -> Self {
        let mut rng = Rng::with_seed(SEED);
        let mut book = Self {
            indicators: INDICATORS.map(|row| indicator(row, city, today)).into(),
            entries: Vec::new(),
        };
        for (place, indicator) in book.indicators.iter().enumerate() {
            let readings = match &indicator.level {
                Level::City => of_city(indicator, today),
                Level::Agencies(ids) => {
                    let of_one = |(place, agency): (usize, &AgencyId)| {
                        of_agency(*agency, place, today, &mut rng)
                    };
                    ids.iter().enumerate().flat_map(of_one).collect()
                }
            };
            let entry = |reading: Reading| (reading.interval, Entry::Reading(place, reading));
            book.entries.extend(readings.into_iter().map(entry));
        }
        for files in caseload(&city.agencies, today, &mut rng) {
            book.entries.push((files.month, Entry::Caseload(files)));
        }
        book
    }
}

fn indicator(
    (code, name, unit, bound, (year, month, day), every, area): Row,
    city: &City,
    today: NaiveDate,
) -> Indicator {
    let area = city.areas.iter().find(|it| it.code == area);
    let level = if OF_CITY.iter().any(|(of_city, _)| *of_city == code) {
        Level::City
    } else {
        let members = Group::DepartmentsAndBoards.members(&city.agencies, today);
        Level::Agencies(members.into_iter().map(|it| it.id).collect())
    };
    Indicator {
        id: IndicatorId(0),
        code: code.to_owned(),
        name: name.to_owned(),
        unit: unit.to_owned(),
        bound,
        deadline: NaiveDate::from_ymd_opt(year, month, day),
        level,
        every,
        since: NaiveDate::from_ymd_opt(2022, 1, 1).unwrap_or(today),
        area: area.map_or(AreaId::NONE, |it| it.id),
        document: None,
        is_closed: false,
    }
}

fn of_city(indicator: &Indicator, today: NaiveDate) -> Vec<Reading> {
    let found = OF_CITY.iter().find(|(code, _)| *code == indicator.code);
    let values = found.map_or(&[][..], |(_, values)| values);
    // The half-year that runs has a value already; the last quarter of training is not reported yet.
    let first = Interval::of(indicator.every, indicator.since);
    let reading = |(value, place): (&i64, i32)| {
        let value = Amount::from_ten_thousandths(value * 1_000);
        reading(AgencyId::UNRESOLVED, first.after(place), value)
    };
    values
        .iter()
        .zip(0..)
        .map(reading)
        .take_while(|reading| !reading.interval.is_future(today))
        .collect()
}

fn reading(agency: AgencyId, interval: Interval, value: Amount) -> Reading {
    Reading {
        indicator: IndicatorId(0),
        agency,
        interval,
        value,
        note: String::new(),
    }
}

/// The share of staff by approved job position: it rises quarter by quarter, and some report late.
fn of_agency(agency: AgencyId, place: usize, today: NaiveDate, rng: &mut Rng) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut interval = Interval::of(
        Every::Quarter,
        NaiveDate::from_ymd_opt(2022, 1, 1).unwrap_or(today),
    );
    let mut tenths = rng.i64(550..800);
    while interval.is_over(today) {
        let is_last = interval.after(1).period().has(today);
        // Every ninth one has not reported the last quarter.
        if !(is_last && place % 9 == 5) {
            let value = Amount::from_ten_thousandths(tenths * 1_000);
            readings.push(reading(agency, interval, value));
        }
        tenths = (tenths + rng.i64(15..90)).min(1_000);
        interval = interval.after(1);
    }
    readings
}

fn caseload(agencies: &[Agency], today: NaiveDate, rng: &mut Rng) -> Vec<Caseload> {
    let mut all = Vec::new();
    let last = Interval::of(Every::Month, today).before();
    let first = last.after(1 - MONTHS);
    let reports = |agency: &&Agency| {
        let is_one = matches!(
            agency.kind,
            AgencyKind::Department
                | AgencyKind::District
                | AgencyKind::RuralDistrict
                | AgencyKind::City
        );
        is_one
            && agency.id.0 > 1
            && agency.is_valid_on(first.first())
            && agency.is_valid_on(last.last())
    };
    for (place, agency) in agencies.iter().filter(reports).take(AGENCIES).enumerate() {
        let mut before: Option<Caseload> = None;
        let base = rng.i64(120..2_400);
        let late = rng.i64(30..140);
        for count in 0..MONTHS {
            let month = first.after(count);
            let is_alert = month == last && ALERTS.contains(&place);
            let files = match before {
                Some(before) if is_alert => on_alert(&before, month),
                _ => ordinary(
                    agency.id,
                    month,
                    before.as_ref(),
                    (base, late - i64::from(count)),
                    rng,
                ),
            };
            all.push(files);
            before = Some(files);
        }
    }
    all
}

/// A month like others: around the usual number of files, so many of a thousand late.
fn ordinary(
    agency: AgencyId,
    month: Interval,
    before: Option<&Caseload>,
    (base, late): (i64, i64),
    rng: &mut Rng,
) -> Caseload {
    let opening = before.map_or(base / 8, Caseload::open);
    let received = base * rng.i64(85..116) / 100;
    let all = opening + received;
    let withdrawn = all * rng.i64(0..12) / 1_000;
    let open = all * rng.i64(90..130) / 1_000;
    let solved = all - withdrawn - open;
    let of_thousand = (late + rng.i64(-12..13)).max(5);
    let (solved_late, open_late) = (solved * of_thousand / 1_000, open * of_thousand / 1_200);
    let mut files = Caseload {
        agency,
        month,
        opening,
        received,
        solved_on_time: solved - solved_late,
        solved_late,
        open_in_time: open - open_late,
        open_late,
        withdrawn: Some(withdrawn),
        waiting: Some(open / 9),
    };
    if let Some(before) = before
        && files.files().hides_more(before.files())
    {
        // Only those that are meant to are on alert.
        let over = files.files().late - before.files().late;
        let solved = over.min(files.solved_late);
        files.solved_late -= solved;
        files.solved_on_time += solved;
        files.open_late -= over - solved;
        files.open_in_time += over - solved;
    }
    files
}

/// Twice as many files, a fifth more of them late: a better share, and more people who wait.
fn on_alert(before: &Caseload, month: Interval) -> Caseload {
    let was = before.files();
    let opening = before.open();
    let received = before.received * 2;
    let open = before.open();
    let solved = opening + received - open;
    let late = was.late + (was.late / 5).max(1);
    let open_late = before.open_late;
    let solved_late = late - open_late;
    Caseload {
        agency: before.agency,
        month,
        opening,
        received,
        solved_on_time: solved - solved_late,
        solved_late,
        open_in_time: open - open_late,
        open_late,
        withdrawn: Some(0),
        waiting: before.waiting,
    }
}
