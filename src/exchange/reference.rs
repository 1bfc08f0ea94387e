//! Reads the tables that a city keeps of itself: its agencies, the areas of reform, its days off.

use super::book::{Book, Record};
use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::error::FileFault;
use crate::domain::fold::clean;
use crate::domain::id::{AgencyId, AreaId};

const AGENCY_COLUMNS: [&str; 8] = [
    "code",
    "name",
    "kind",
    "parent_code",
    "head_title",
    "valid_from",
    "valid_to",
    "successor_code",
];

const DAY_COLUMNS: [&str; 4] = ["date", "name", "kind", "status"];

const AREA_COLUMNS: [&str; 4] = ["code", "name_vi", "name_en", "basis"];

/// The agencies of a file of the form of `agencies.csv`, numbered by row from 1, in official order.
///
/// # Errors
/// Where a column is missing, or a row is no agency: half a list of agencies is worse than none.
pub fn read_agencies(bytes: &[u8]) -> Result<Vec<Agency>, FileFault> {
    read(bytes, AGENCY_COLUMNS, |number, fields| {
        Agency::from_fields(AgencyId(number), fields)
    })
}

/// The areas of a file of the form of `areas.csv`, numbered by row from 1.
///
/// # Errors
/// Where a column is missing, or a row is no area.
pub fn read_areas(bytes: &[u8]) -> Result<Vec<Area>, FileFault> {
    read(bytes, AREA_COLUMNS, |number, fields| {
        Area::from_fields(AreaId(number), fields)
    })
}

/// The days off and make-up days of a file of the form of `holidays.csv`.
///
/// # Errors
/// Where a column is missing, or a row is no such day.
pub fn read_days_off(bytes: &[u8]) -> Result<Vec<DayOff>, FileFault> {
    read(bytes, DAY_COLUMNS, |_, [date, name, kind, status]| {
        Some(DayOff {
            date: date.trim().parse().ok()?,
            name: clean(name),
            kind: DayKind::from_code(kind.trim())?,
            projected: status.trim() == "projected",
        })
    })
}

fn read<T, const N: usize>(
    bytes: &[u8],
    columns: [&str; N],
    make: impl Fn(i64, [&str; N]) -> Option<T>,
) -> Result<Vec<T>, FileFault> {
    let book = Book::of_bytes(bytes)?;
    let mut records = book.records(0)?;
    let header = records.next().ok_or(FileFault::Empty)??;
    let header: Vec<&str> = header.cells.iter().map(|cell| cell.text.trim()).collect();
    let place_of = |column: &str| header.iter().position(|cell| *cell == column);
    let missing: Vec<String> = columns
        .iter()
        .filter(|column| place_of(column).is_none())
        .map(|column| (*column).to_owned())
        .collect();
    if !missing.is_empty() {
        let found = header.into_iter().map(str::to_owned).collect();
        return Err(FileFault::MissingColumns { missing, found });
    }
    let places = columns.map(place_of);
    let one = |(number, record): (i64, Result<Record, FileFault>)| {
        let record = record?;
        let fields = places.map(|place| {
            place
                .and_then(|place| record.cells.get(place))
                .map_or("", |cell| cell.text.as_str())
        });
        make(number, fields).ok_or(FileFault::Malformed { line: record.line })
    };
    (1..).zip(records).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_that_the_program_carries_are_sound() {
        let agencies =
            read_agencies(include_bytes!("../../assets/agencies.csv")).expect("agencies");
        let areas = read_areas(include_bytes!("../../assets/areas.csv")).expect("areas");
        assert_eq!((agencies.len(), areas.len()), (253, 7));
        assert_eq!(agencies.first().map(|agency| agency.id), Some(AgencyId(1)));
        for agency in &agencies {
            for code in agency.successors.iter().chain(&agency.parent_code) {
                assert!(agencies.iter().any(|other| other.code == *code), "{code}");
            }
        }
    }

    #[test]
    fn a_row_that_is_no_agency_is_named_by_its_line() {
        let text = "code,name,kind,parent_code,head_title,valid_from,valid_to,successor_code\nA,B,so,,,,,\nC,D,cuc,,,,,\n";
        assert_eq!(
            read_agencies(text.as_bytes()),
            Err(FileFault::Malformed { line: 3 })
        );
        assert!(matches!(
            read_areas(b"code,name_vi,basis\n"),
            Err(FileFault::MissingColumns { missing, .. }) if missing == ["name_en"]
        ));
    }
}
