//! A table as a workbook of Excel: real days and numbers, the header in sight with its filters, A4 landscape one page wide
//! with the header on every page.
//!
//! Written by hand, part by part. Texts that many rows share stand once, in the part for that; all others in their
//! cells, so that nothing is held until the end and a full disk is an error as any other. Where a sheet holds no more
//! rows the next one begins, with everything that the first one has.

mod cells;
mod parts;

use std::fmt::Write as _;
use std::io::{self, BufWriter, Seek, Write};

use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use self::cells::LINE;
#[cfg(test)]
pub(super) use self::cells::{DAY, EMPTY, FIGURE, INLINE, KEPT, NAME, SHARED};
pub(super) use self::cells::{begin_row, end_row, push};
use self::parts::MAIN;
pub(in crate::exchange) use self::parts::properties;
use super::escape::{push_escaped, push_page_text};
use super::table::{Fault, Fits, Joint, Piece, Table};
use crate::domain::annex::letter;
use crate::domain::error::Result;
use crate::exchange::report::styles::{self, HEADING};

/// The header and all the rows that a sheet of Excel has.
pub(in crate::exchange) const MOST_ROWS: u64 = 1_048_576;

/// The rows that a sheet has here; few in tests, whose tables are short.
const ROWS: u64 = if cfg!(test) { 120 } else { MOST_ROWS - 1 };

/// The bytes that a sheet has: a part of 4 GiB takes another form of package, which not every program reads.
const BYTES: u64 = 4_000_000_000;

/// Writes the file; says how many rows there are.
pub(super) fn write<const N: usize>(
    table: &Table<'_, N>,
    file: impl Write + Seek,
    fault: Fault<'_>,
    fits: Fits<'_>,
    rows: impl FnOnce(&mut dyn FnMut(Piece) -> Result<()>) -> Result<()>,
) -> Result<u64> {
    let mut package = Parts {
        zip: ZipWriter::new(BufWriter::new(file)),
        fault,
    };
    package.add("_rels/.rels", &parts::root())?;
    package.add("docProps/custom.xml", &parts::properties(table.mark))?;
    package.add("xl/styles.xml", &styles::part())?;
    package.add("xl/sharedStrings.xml", &parts::shared(table.words))?;
    let mut joint = Joint::new(table);
    let (mut count, mut sheets) = (0, 1);
    let mut sheet = Sheet::begin(&mut package, table, sheets)?;
    rows(&mut |piece| {
        if sheet.is_full_before(&piece) {
            sheet.end(&mut package, table)?;
            sheets += 1;
            sheet = Sheet::begin(&mut package, table, sheets)?;
        }
        joint.put(&piece, &mut package.zip).map_err(fault)?;
        sheet.take(&piece);
        count += piece.rows;
        fits(piece.rows)
    })?;
    sheet.end(&mut package, table)?;
    // How many sheets there are is known by now.
    package.add("xl/workbook.xml", &parts::book(table.name, sheets))?;
    package.add("xl/_rels/workbook.xml.rels", &parts::relations(sheets))?;
    package.add("[Content_Types].xml", &parts::types(sheets))?;
    let mut output = package.zip.finish().map_err(|it| fault(it.into()))?;
    output.flush().map_err(fault)?;
    Ok(count)
}

/// The parts of a workbook, one behind the other.
struct Parts<'a, W: Write + Seek> {
    zip: ZipWriter<BufWriter<W>>,
    fault: Fault<'a>,
}

impl<W: Write + Seek> Parts<'_, W> {
    fn begin(&mut self, name: &str) -> Result<()> {
        // A table of a million rows is read as soon as it is there: fast is better than small.
        let options = SimpleFileOptions::default().compression_level(Some(1));
        let broken = |error: ZipError| (self.fault)(io::Error::from(error));
        self.zip.start_file(name, options).map_err(broken)
    }

    fn write(&mut self, text: &str) -> Result<()> {
        self.zip.write_all(text.as_bytes()).map_err(self.fault)
    }

    fn add(&mut self, name: &str, text: &str) -> Result<()> {
        self.begin(name)?;
        self.write(text)
    }
}

/// A sheet that is being written.
#[derive(Debug, Default)]
struct Sheet {
    rows: u64,
    bytes: u64,
}

impl Sheet {
    fn begin<const N: usize>(
        package: &mut Parts<'_, impl Write + Seek>,
        table: &Table<'_, N>,
        number: u32,
    ) -> Result<Self> {
        package.add(&format!("xl/worksheets/sheet{number}.xml"), &opening(table))?;
        Ok(Self::default())
    }

    /// A piece stays together: nobody knows where its rows end.
    fn is_full_before(&self, piece: &Piece) -> bool {
        self.rows > 0
            && (self.rows + piece.rows > ROWS || self.bytes + piece.bytes.len() as u64 > BYTES)
    }

    fn take(&mut self, piece: &Piece) {
        self.rows += piece.rows;
        self.bytes += piece.bytes.len() as u64;
    }

    fn end<const N: usize>(
        &self,
        package: &mut Parts<'_, impl Write + Seek>,
        table: &Table<'_, N>,
    ) -> Result<()> {
        package.write(&closing(table, self.rows))
    }
}

/// Up to the first row, the header included.
fn opening<const N: usize>(table: &Table<'_, N>) -> String {
    let mut text = format!(
        r#"<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#
    );
    for (width, number) in table.widths.iter().zip(1..) {
        let _ = write!(
            text,
            r#"<col min="{number}" max="{number}" width="{width}" customWidth="1"/>"#
        );
    }
    let high = 3 * LINE;
    let _ = write!(
        text,
        r#"</cols><sheetData><row ht="{high}" customHeight="1">"#
    );
    for heading in table.headings {
        let style = HEADING.number();
        let _ = write!(text, r#"<c s="{style}" t="inlineStr"><is><t>"#);
        push_escaped(&mut text, heading);
        text.push_str("</t></is></c>");
    }
    text.push_str("</row>");
    text
}

/// After the last row: filters, print set-up, what was asked above each page and the mark beneath it.
fn closing<const N: usize>(table: &Table<'_, N>, rows: u64) -> String {
    let (column, row) = (letter(N.saturating_sub(1)), rows + 1);
    let mut text = format!(
        r#"</sheetData><autoFilter ref="A1:{column}{row}"/><printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter>"#
    );
    if !table.asked.is_empty() {
        text.push_str("<oddHeader>&amp;C");
        push_page_text(&mut text, &table.asked);
        text.push_str("</oddHeader>");
    }
    text.push_str("<oddFooter>&amp;Lcchc ");
    push_page_text(&mut text, table.mark);
    text.push_str("&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>");
    text
}
