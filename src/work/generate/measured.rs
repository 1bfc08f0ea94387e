//! What a generated database measures: twenty indicators at every lead month by month, and the files of every month.

use chrono::{Datelike, NaiveDate};
use fastrand::Rng;

use super::{day, first_day, head};
use crate::domain::amount::Amount;
use crate::domain::caseload::Caseload;
use crate::domain::error::Result;
use crate::domain::follow_up::Bound;
use crate::domain::id::{AgencyId, AreaId, IndicatorId};
use crate::domain::indicator::{Indicator, Level, Reading};
use crate::domain::interval::{Every, Interval};
use crate::store::{Kind, Loader, Writer};
use crate::work::sample::at;

const INDICATORS: usize = 20;

/// On this day of a month the last one is reported.
const REPORTED: u32 = 5;

/// What is measured, and where.
pub(super) struct Indicators {
    ids: Vec<IndicatorId>,
    agencies: Vec<AgencyId>,
}

/// Enters the indicators.
pub(super) fn indicators(writer: &mut Writer<'_>, agencies: &[AgencyId]) -> Result<Indicators> {
    let mut ids = Vec::new();
    for number in 1..=INDICATORS {
        ids.push(writer.save_indicator(&Indicator {
            id: IndicatorId(0),
            code: format!("CT{number:02}"),
            name: format!("Chỉ tiêu {number:02} của kế hoạch cải cách hành chính"),
            unit: "%".to_owned(),
            bound: Bound::AtLeast {
                low: Amount::whole(80),
            },
            deadline: Some(day()),
            level: Level::Agencies(agencies.to_vec()),
            every: Every::Month,
            since: first_day(),
            area: AreaId::NONE,
            document: None,
            is_closed: false,
        })?);
    }
    Ok(Indicators {
        ids,
        agencies: agencies.to_vec(),
    })
}

/// Reports the month before, on the day of the month when that is done; one value of fifty never comes.
pub(super) fn month(
    loader: &mut Loader<'_>,
    indicators: &Indicators,
    today: NaiveDate,
    rng: &mut Rng,
) -> Result<()> {
    let month = Interval::of(Every::Month, today).before();
    if today.day() != REPORTED || month.first() < Interval::of(Every::Month, first_day()).first() {
        return Ok(());
    }
    let key = format!("generate-{month}");
    loader.write(&head(&key, at(today, 8 * 60), Kind::Frame), |writer| {
        for agency in &indicators.agencies {
            for indicator in &indicators.ids {
                if rng.u8(..50) == 0 {
                    continue;
                }
                writer.save_reading(&Reading {
                    indicator: *indicator,
                    agency: *agency,
                    interval: month,
                    value: Amount::from_ten_thousandths(rng.i64(500_000..1_000_000)),
                    note: String::new(),
                })?;
            }
            let before = writer.caseload(*agency, month.before())?;
            writer.save_caseload(&files(*agency, month, before.as_ref(), rng))?;
        }
        Ok(())
    })
}

fn files(agency: AgencyId, month: Interval, before: Option<&Caseload>, rng: &mut Rng) -> Caseload {
    let opening = before.map_or(40, Caseload::open);
    let received = rng.i64(200..2_000);
    let all = opening + received;
    let open = all * rng.i64(90..130) / 1_000;
    let solved = all - open;
    let (solved_late, open_late) = (solved * rng.i64(1..90) / 1_000, open / 20);
    Caseload {
        agency,
        month,
        opening,
        received,
        solved_on_time: solved - solved_late,
        solved_late,
        open_in_time: open - open_late,
        open_late,
        withdrawn: None,
        waiting: None,
    }
}
