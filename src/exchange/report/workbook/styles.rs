//! How the cells of a workbook look: Times New Roman, lines around a table, number formats whose decimal sign and
//! grouping the reader's Excel puts in as its country writes them.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::super::{Said, Value};

/// A cell style, by its place in the table of styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) struct Style(usize);

/// The number formats of [`CELLS`], by their ids; 3 and 4 are those that every workbook knows.
const FORMATS: [(u16, &str); 5] = [
    (164, "0.0%"),
    (165, "dd/mm/yyyy"),
    (166, "#,##0.0"),
    (167, "#,##0.000"),
    (168, "#,##0.0000"),
];

/// The cells of a table: number format and alignment; each of them plain and, after all, bold.
const CELLS: [(u16, &str); 10] = [
    (49, "left"),
    (3, "right"),
    (164, "right"),
    (165, "center"),
    // Measured values with none to four decimals.
    (166, "right"),
    (4, "right"),
    (167, "right"),
    (168, "right"),
    // A dash.
    (0, "center"),
    // A number by which something is called.
    (1, "right"),
];

/// A text of a table.
#[cfg(test)]
pub(in crate::exchange) const TEXT: Style = Style(0);
/// A whole number.
#[cfg(test)]
pub(in crate::exchange) const NUMBER: Style = Style(1);
/// A day.
#[cfg(test)]
pub(in crate::exchange) const DATE: Style = Style(3);
/// A number by which something is called.
#[cfg(test)]
pub(in crate::exchange) const NAME: Style = Style(9);
/// The title of a sheet.
pub(super) const TITLE: Style = Style(2 * CELLS.len());
/// What was asked for, beneath the title.
pub(super) const ASKED: Style = Style(2 * CELLS.len() + 1);
/// A heading.
pub(in crate::exchange) const HEADING: Style = Style(2 * CELLS.len() + 2);
/// A note beneath the table.
pub(super) const NOTE: Style = Style(2 * CELLS.len() + 3);

impl Style {
    /// Of a cell of the table, in bold in the row of the total.
    pub(super) fn of(said: &Said, is_total: bool) -> Self {
        let place = match said.value {
            Value::Text => 0,
            Value::Number(_) => 1,
            Value::Share { .. } => 2,
            Value::Date(_) => 3,
            Value::Amount(amount) => {
                let text = amount.to_string();
                match text.split_once('.').map_or(0, |(_, places)| places.len()) {
                    0 => 1,
                    places => 3 + places.min(4),
                }
            }
            Value::None => 8,
        };
        Self(if is_total { CELLS.len() + place } else { place })
    }

    /// Its number in the workbook; 0 is the style of cells that nobody touched.
    pub(in crate::exchange) const fn number(self) -> usize {
        self.0 + 1
    }
}

/// A day as the number that a spreadsheet keeps of it; none where that count is wrong, before March 1900.
pub(in crate::exchange) fn serial(day: NaiveDate) -> Option<i64> {
    // Days are counted from the day before 1900 with a 29 February that there was not.
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = (day - zero).num_days();
    (days > 60).then_some(days)
}

/// The part of the styles.
pub(in crate::exchange) fn part() -> String {
    let mut text = String::from(
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="5">"#,
    );
    for (id, code) in FORMATS {
        // Writing to a text cannot fail.
        let _ = write!(text, r#"<numFmt numFmtId="{id}" formatCode="{code}"/>"#);
    }
    text.push_str(
        r#"</numFmts><fonts count="4"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font><font><i/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#,
    );
    let _ = write!(text, r#"<cellXfs count="{}">"#, 2 * CELLS.len() + 5);
    text.push_str(r#"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#);
    for font in 0..2 {
        for (format, align) in CELLS {
            push(&mut text, (format, font, 0, 1), (align, "center"));
        }
    }
    push(&mut text, (0, 2, 0, 0), ("center", "center"));
    push(&mut text, (0, 3, 0, 0), ("center", "center"));
    push(&mut text, (49, 1, 2, 1), ("center", "center"));
    push(&mut text, (0, 3, 0, 0), ("left", "top"));
    text.push_str("</cellXfs></styleSheet>");
    text
}

/// A style: number format, font, fill and border, and how its text stands.
fn push(text: &mut String, of: (u16, u8, u8, u8), align: (&str, &str)) {
    let (format, font, fill, border) = of;
    let (across, down) = align;
    let _ = write!(
        text,
        r#"<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="{across}" vertical="{down}" wrapText="1"/></xf>"#
    );
}
