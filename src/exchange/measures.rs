//! Tables of readings and of files by month: finds the header and hands out the cells by what they hold.

use std::path::Path;

use super::book::{Book, Record};
use crate::domain::error::FileFault;
use crate::domain::fold::{clean, fold};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The agency, by name or code.
    Agency,
    /// The month, quarter, half-year or year.
    Interval,
    /// The indicator, by code.
    Indicator,
    /// The measured value.
    Value,
    /// Its unit.
    Unit,
    /// What is said to it.
    Note,
    /// Open when the month began.
    Opening,
    /// Came in.
    Received,
    /// Solved on time.
    SolvedOnTime,
    /// Solved late.
    SolvedLate,
    /// Open, in time.
    OpenInTime,
    /// Open, late.
    OpenLate,
    /// Taken back.
    Withdrawn,
    /// Waits for papers.
    Waiting,
}

/// How columns are headed, folded; the first one that a heading is or begins with.
const HEADINGS: &[(&str, Heading)] = &[
    ("ma co quan", Heading::Agency),
    ("co quan", Heading::Agency),
    ("don vi tinh", Heading::Unit),
    ("dvt", Heading::Unit),
    ("ten don vi", Heading::Agency),
    ("don vi", Heading::Agency),
    ("agency", Heading::Agency),
    ("thang", Heading::Interval),
    ("quy", Heading::Interval),
    ("nam", Heading::Interval),
    ("ky bao cao", Heading::Interval),
    ("ky", Heading::Interval),
    ("month", Heading::Interval),
    ("period", Heading::Interval),
    ("ma chi tieu", Heading::Indicator),
    ("chi tieu", Heading::Indicator),
    ("indicator", Heading::Indicator),
    ("gia tri", Heading::Value),
    ("ket qua", Heading::Value),
    ("so lieu", Heading::Value),
    ("value", Heading::Value),
    ("unit", Heading::Unit),
    ("ghi chu", Heading::Note),
    ("note", Heading::Note),
    ("ton dau ky", Heading::Opening),
    ("ton ky truoc", Heading::Opening),
    ("ky truoc chuyen sang", Heading::Opening),
    ("opening", Heading::Opening),
    ("tiep nhan", Heading::Received),
    ("moi tiep nhan", Heading::Received),
    ("received", Heading::Received),
    ("da giai quyet dung han", Heading::SolvedOnTime),
    ("da giai quyet trong han", Heading::SolvedOnTime),
    ("giai quyet dung han", Heading::SolvedOnTime),
    ("solved on time", Heading::SolvedOnTime),
    ("da giai quyet qua han", Heading::SolvedLate),
    ("da giai quyet tre han", Heading::SolvedLate),
    ("giai quyet tre han", Heading::SolvedLate),
    ("solved late", Heading::SolvedLate),
    ("dang giai quyet trong han", Heading::OpenInTime),
    ("dang giai quyet dung han", Heading::OpenInTime),
    ("open in time", Heading::OpenInTime),
    ("dang giai quyet qua han", Heading::OpenLate),
    ("dang giai quyet tre han", Heading::OpenLate),
    ("open late", Heading::OpenLate),
    ("xin rut", Heading::Withdrawn),
    ("rut ho so", Heading::Withdrawn),
    ("withdrawn", Heading::Withdrawn),
    ("cho bo sung", Heading::Waiting),
    ("waiting", Heading::Waiting),
];

/// So far down the header is looked for.
const HEADER_WITHIN: usize = 40;

/// More rows than any such table has.
const MOST_ROWS: usize = 100_000;

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureRow {
    /// Its line in the file, from 1.
    pub line: u64,
    cells: Vec<(Heading, String)>,
}

impl MeasureRow {
    /// The text of that column; empty where there is none.
    #[must_use]
    pub fn text(&self, heading: Heading) -> &str {
        let found = self.cells.iter().find(|(held, _)| *held == heading);
        found.map_or("", |(_, text)| text)
    }

    /// All of it, for whoever has to find it again.
    #[must_use]
    pub fn whole(&self) -> String {
        let texts = self.cells.iter().map(|(_, text)| text.as_str());
        let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        texts.join(" | ")
    }
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeasureTable {
    /// What stands above the header: titles, often with the month.
    pub titles: Vec<String>,
    /// Its rows.
    pub rows: Vec<MeasureRow>,
}

/// Reads the table of a file that has all these columns.
///
/// # Errors
/// What is wrong with the file, and which columns it has not.
pub fn read_measures(path: &Path, needed: &[Heading]) -> Result<MeasureTable, FileFault> {
    of_book(&Book::open(path)?, needed)
}

fn of_book(book: &Book, needed: &[Heading]) -> Result<MeasureTable, FileFault> {
    let sheet = book.sheets().iter().position(|sheet| !sheet.is_hidden);
    let mut records = book.records(sheet.unwrap_or(0))?;
    let mut table = MeasureTable::default();
    let mut best: Vec<String> = Vec::new();
    let mut lacking = needed.to_vec();
    let mut columns = None;
    for record in records.by_ref().take(HEADER_WITHIN) {
        let record = record?;
        let found = headings(&record);
        let lacks: Vec<Heading> = needed
            .iter()
            .copied()
            .filter(|heading| !found.contains(&Some(*heading)))
            .collect();
        if lacks.is_empty() {
            columns = Some(found);
            break;
        }
        let texts = record.cells.iter().map(|cell| clean(&cell.text));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        table.titles.extend(texts.iter().cloned());
        if best.is_empty() || lacks.len() < lacking.len() {
            (best, lacking) = (texts, lacks);
        }
    }
    let Some(columns) = columns else {
        if best.is_empty() {
            return Err(FileFault::Empty);
        }
        return Err(FileFault::MissingColumns {
            missing: lacking.into_iter().map(spoken).collect(),
            found: best,
        });
    };
    for record in records.take(MOST_ROWS) {
        let record = record?;
        if let Some(row) = row(&record, &columns) {
            table.rows.push(row);
        }
    }
    Ok(table)
}

/// What the cells of a header say, each thing once.
fn headings(record: &Record) -> Vec<Option<Heading>> {
    let mut found: Vec<Option<Heading>> = Vec::new();
    for cell in &record.cells {
        let text = fold(&cell.text).replace('_', " ");
        let exact = HEADINGS.iter().find(|(word, _)| text == *word);
        let begun = || {
            let mut fitting = HEADINGS.iter().filter(|(word, _)| text.starts_with(word));
            let first = fitting.next()?;
            Some(fitting.fold(first, |best, one| {
                if one.0.len() > best.0.len() {
                    one
                } else {
                    best
                }
            }))
        };
        let heading = exact.or_else(begun).map(|(_, heading)| *heading);
        found.push(heading.filter(|heading| !found.contains(&Some(*heading))));
    }
    found
}

/// How a column is headed that is missing: as offices head it.
fn spoken(heading: Heading) -> String {
    let text = match heading {
        Heading::Agency => "Cơ quan",
        Heading::Interval => "Kỳ",
        Heading::Indicator => "Mã chỉ tiêu",
        Heading::Value => "Kết quả",
        Heading::Unit => "Đơn vị tính",
        Heading::Note => "Ghi chú",
        Heading::Opening => "Tồn đầu kỳ",
        Heading::Received => "Tiếp nhận",
        Heading::SolvedOnTime => "Đã giải quyết đúng hạn",
        Heading::SolvedLate => "Đã giải quyết trễ hạn",
        Heading::OpenInTime => "Đang giải quyết trong hạn",
        Heading::OpenLate => "Đang giải quyết trễ hạn",
        Heading::Withdrawn => "Xin rút",
        Heading::Waiting => "Chờ bổ sung",
    };
    text.to_owned()
}

/// The row; none for a blank one, one of totals, one that numbers the columns.
fn row(record: &Record, columns: &[Option<Heading>]) -> Option<MeasureRow> {
    let cells = columns.iter().zip(&record.cells);
    let cells: Vec<(Heading, String)> = cells
        .filter_map(|(heading, cell)| Some(((*heading)?, clean(&cell.text))))
        .collect();
    let is_blank = cells.iter().all(|(_, text)| text.is_empty());
    let whole = fold(
        &record
            .cells
            .iter()
            .map(|cell| cell.text.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    );
    let is_total = whole.trim().starts_with("tong") || whole.trim().starts_with("total");
    let is_sum = cells.iter().any(|(heading, text)| {
        *heading == Heading::Agency
            && matches!(
                fold(text).as_str(),
                "tong" | "tong so" | "tong cong" | "cong"
            )
    });
    (!is_blank && !is_total && !is_sum).then_some(MeasureRow {
        line: record.line,
        cells,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str, needed: &[Heading]) -> Result<MeasureTable, FileFault> {
        of_book(&Book::of_bytes(text.as_bytes())?, needed)
    }

    #[test]
    fn a_table_is_found_beneath_its_titles_and_totals_are_no_rows() {
        let text = "BÁO CÁO HỒ SƠ,,,,,,,\nTháng 5 năm 2023,,,,,,,\n\
            STT,Tên đơn vị,Tồn đầu kỳ,Tiếp nhận trong kỳ,Đã giải quyết đúng hạn,Đã giải quyết quá hạn,Đang giải quyết trong hạn,Đang giải quyết quá hạn\n\
            1,Sở Nội vụ,10,90,70,10,12,8\n,Tổng cộng,10,90,70,10,12,8\n";
        let needed = [Heading::Agency, Heading::Opening, Heading::OpenLate];
        let table = table(text, &needed).expect("a table");
        assert_eq!(table.titles, ["BÁO CÁO HỒ SƠ", "Tháng 5 năm 2023"]);
        let [row] = table.rows.as_slice() else {
            unreachable!("one row: {:?}", table.rows)
        };
        assert_eq!((row.text(Heading::Agency), row.line), ("Sở Nội vụ", 4));
        assert_eq!(row.text(Heading::SolvedLate), "10");
        assert_eq!(row.text(Heading::OpenLate), "8");
        assert_eq!(row.text(Heading::Withdrawn), "");
    }

    #[test]
    fn what_is_missing_is_named() {
        let fault = table("Cơ quan,Tháng\nSNV,5\n", &[Heading::Agency, Heading::Value]);
        assert!(
            matches!(&fault, Err(FileFault::MissingColumns { missing, .. }) if *missing == ["Kết quả"]),
            "{fault:?}"
        );
    }
}
