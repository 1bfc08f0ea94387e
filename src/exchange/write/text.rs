//! A table as CSV.

use std::io::{self, Write};

use super::super::defuse::defused;
use super::Cell;
use crate::domain::error::{Error, Result};
use crate::lang::format;

/// Writes the mark, the headings and the rows.
pub(super) fn write<const N: usize>(
    output: &mut impl Write,
    headings: [&str; N],
    rows: impl Iterator<Item = Result<[Cell; N]>>,
    fault: &impl Fn(io::Error) -> Error,
) -> Result<u64> {
    output.write_all("\u{feff}".as_bytes()).map_err(fault)?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(output);
    let broken = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => fault(error),
        // Rows of other lengths and the like: all of ours are alike.
        kind => fault(io::Error::other(format!("{kind:?}"))),
    };
    writer.write_record(headings).map_err(broken)?;
    let mut count = 0;
    for row in rows {
        let row = row?;
        for cell in &row {
            let written = match cell {
                Cell::Text(text) => defused(text),
                Cell::Number(number) => number.to_string().into(),
                Cell::Date(day) => format::date(*day).into(),
            };
            writer.write_field(written.as_ref()).map_err(broken)?;
        }
        writer.write_record(None::<&[u8]>).map_err(broken)?;
        count += 1;
    }
    writer.flush().map_err(fault)?;
    Ok(count)
}
