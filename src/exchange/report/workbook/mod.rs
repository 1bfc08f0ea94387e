//! Reports as a workbook of Excel, a sheet each: real numbers, shares and dates, totals as formulas, the header in
//! sight and repeated on every page, landscape A4 one page wide, notes beneath, the seal in properties and footer.

mod chart;
mod formulas;
mod page;
pub(in crate::exchange) mod styles;

use std::fmt::Write as _;
use std::io::{self, BufWriter, Seek, Write};

use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::{Document, Sheet};
use crate::domain::error::{Error, Result};
use crate::exchange::write::escape::push_escaped;
use crate::exchange::write::workbook::{MOST_ROWS, properties};

/// How the parts of a package are declared.
const TYPES: &str = "application/vnd.openxmlformats-";

/// The letters that no name of a sheet may have.
const FORBIDDEN: [char; 8] = [':', '\\', '/', '?', '*', '[', ']', '\''];

/// So long a name of a sheet may be, in letters.
const NAME: usize = 31;

/// Writes the workbook; `step` is told how many rows are written.
pub(super) fn write<W: Write + Seek>(
    output: W,
    document: &Document,
    fault: &dyn Fn(io::Error) -> Error,
    step: &mut dyn FnMut(usize) -> Result<()>,
) -> Result<()> {
    let broken = |error: ZipError| fault(io::Error::from(error));
    let mut zip = ZipWriter::new(output);
    let options = SimpleFileOptions::default();
    let charted: Vec<&Sheet> = document
        .sheets
        .iter()
        .filter(|it| chart::helps(it))
        .collect();
    let names = names(document, charted.len());
    for (name, text) in parts(document, &names)
        .into_iter()
        .chain(charts(document, &names))
    {
        zip.start_file(name, options).map_err(broken)?;
        zip.write_all(text.as_bytes()).map_err(fault)?;
    }
    let mut done = 0;
    for (sheet, number) in document.sheets.iter().zip(1..) {
        if sheet.rows.len() as u64 + 100 > MOST_ROWS {
            return Err(Error::SheetFull);
        }
        let name = format!("xl/worksheets/sheet{number}.xml");
        zip.start_file(name, options).map_err(broken)?;
        let mut part = BufWriter::with_capacity(64 * 1024, &mut zip);
        page::write(sheet, &document.seal, document.language, |text, is_row| {
            part.write_all(text.as_bytes()).map_err(fault)?;
            if is_row {
                done += 1;
                step(done)?;
            }
            Ok(())
        })?;
        part.flush().map_err(fault)?;
    }
    let mut output = zip.finish().map_err(broken)?;
    output.flush().map_err(fault)
}

/// The names of the sheets: their titles as far as Excel allows them, none twice; behind them those of the charts.
fn names(document: &Document, charts: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let tables = document.sheets.iter().map(|sheet| sheet.title.as_str());
    let chart = document.language.words().report.files.chart;
    for title in tables.chain(std::iter::repeat_n(chart, charts)) {
        let title = title.replace(FORBIDDEN, "");
        let mut name: String = title.chars().take(NAME).collect();
        let mut number = 1;
        while names.contains(&name) {
            number += 1;
            let end = format!(" {number}");
            let kept = NAME.saturating_sub(end.chars().count());
            name = title.chars().take(kept).chain(end.chars()).collect();
        }
        names.push(name);
    }
    names
}

/// The parts beside the sheets, by name.
fn parts(document: &Document, names: &[String]) -> Vec<(String, String)> {
    let parts = [
        ("[Content_Types].xml", types(document, names.len())),
        ("_rels/.rels", ROOT.to_owned()),
        ("docProps/custom.xml", properties(&document.seal)),
        ("docProps/core.xml", core(document)),
        ("xl/workbook.xml", book(document, names)),
        ("xl/_rels/workbook.xml.rels", relations(names.len())),
        ("xl/styles.xml", styles::part()),
    ];
    parts.map(|(name, text)| (name.to_owned(), text)).into()
}

/// The charts with the sheets that show them: the sheets behind those of the tables.
fn charts(document: &Document, names: &[String]) -> Vec<(String, String)> {
    let tables = document.sheets.len();
    let sheets = document.sheets.iter().zip(names);
    let charted = sheets.filter(|(sheet, _)| chart::helps(sheet));
    let parts = charted.zip(1..).map(|((sheet, name), number)| {
        let page = tables + number;
        [
            (format!("xl/worksheets/sheet{page}.xml"), chart::page()),
            (
                format!("xl/worksheets/_rels/sheet{page}.xml.rels"),
                chart::relation("drawing", &format!("../drawings/drawing{number}.xml")),
            ),
            (
                format!("xl/drawings/drawing{number}.xml"),
                chart::drawing(sheet),
            ),
            (
                format!("xl/drawings/_rels/drawing{number}.xml.rels"),
                chart::relation("chart", &format!("../charts/chart{number}.xml")),
            ),
            (
                format!("xl/charts/chart{number}.xml"),
                chart::part(sheet, name),
            ),
        ]
    });
    parts.flatten().collect()
}

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

fn types(document: &Document, sheets: usize) -> String {
    let mut text = String::from(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#,
    );
    let mut part = |name: &str, kind: &str| {
        // Writing to a text cannot fail.
        let _ = write!(
            text,
            r#"<Override PartName="/{name}" ContentType="{TYPES}{kind}+xml"/>"#
        );
    };
    part("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main");
    part("xl/styles.xml", "officedocument.spreadsheetml.styles");
    part("docProps/custom.xml", "officedocument.custom-properties");
    part("docProps/core.xml", "package.core-properties");
    for number in 1..=sheets {
        let name = format!("xl/worksheets/sheet{number}.xml");
        part(&name, "officedocument.spreadsheetml.worksheet");
    }
    for number in 1..=sheets - document.sheets.len() {
        part(
            &format!("xl/drawings/drawing{number}.xml"),
            "officedocument.drawing",
        );
        part(
            &format!("xl/charts/chart{number}.xml"),
            "officedocument.drawingml.chart",
        );
    }
    text.push_str("</Types>");
    text
}

fn core(document: &Document) -> String {
    let mut text = String::from(
        r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>"#,
    );
    push_escaped(&mut text, &document.title);
    text.push_str("</dc:title><dc:creator>cchc</dc:creator></cp:coreProperties>");
    text
}

/// The sheets by name, and what of each is printed and repeated.
fn book(document: &Document, names: &[String]) -> String {
    let mut text = String::from(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"#,
    );
    for (name, number) in names.iter().zip(1..) {
        text.push_str(r#"<sheet name=""#);
        push_attribute(&mut text, name);
        let _ = write!(text, r#"" sheetId="{number}" r:id="rId{number}"/>"#);
    }
    text.push_str("</sheets><definedNames>");
    for (place, (sheet, name)) in document.sheets.iter().zip(names).enumerate() {
        for (what, range) in [
            ("Print_Area", page::area(sheet)),
            ("Print_Titles", page::repeated()),
        ] {
            let _ = write!(
                text,
                r#"<definedName name="_xlnm.{what}" localSheetId="{place}">'"#
            );
            push_escaped(&mut text, name);
            let _ = write!(text, "'!{range}</definedName>");
        }
    }
    text.push_str(r#"</definedNames><calcPr fullCalcOnLoad="1"/></workbook>"#);
    text
}

fn push_attribute(text: &mut String, value: &str) {
    let mut escaped = String::new();
    push_escaped(&mut escaped, value);
    text.push_str(&escaped.replace('"', "&quot;"));
}

fn relations(sheets: usize) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut text = String::from(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    );
    for number in 1..=sheets {
        let _ = write!(
            text,
            r#"<Relationship Id="rId{number}" Type="{kind}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        );
    }
    let _ = write!(
        text,
        r#"<Relationship Id="rId{}" Type="{kind}/styles" Target="styles.xml"/></Relationships>"#,
        sheets + 1
    );
    text
}
