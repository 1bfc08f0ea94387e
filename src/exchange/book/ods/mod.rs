//! Workbooks of LibreOffice: one part with all sheets, one behind the other.
//!
//! Read as a stream: the rows of a sheet are found by passing over those before it.

mod sheet;
mod styles;

use std::sync::Arc;

use self::sheet::SheetRows;
use self::styles::Styles;
use super::Sheet;
use super::package::Package;
use super::xml::{Node, attribute};
use crate::domain::error::FileFault;

/// The part with the sheets.
const CONTENT: &str = "content.xml";

/// The sheets that are listed.
const MOST_SHEETS: usize = 10_000;

/// A workbook whose sheets are known.
#[derive(Debug)]
pub(super) struct OdsBook {
    package: Package,
    styles: Arc<Styles>,
}

impl OdsBook {
    /// True for a spreadsheet of LibreOffice, or a template of one.
    pub(super) fn is_one(package: &Package) -> bool {
        const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";
        let kind = package.text("mimetype", 200).unwrap_or_default();
        kind.trim().starts_with(KIND)
    }

    pub(super) fn open(package: Package) -> Result<(Self, Vec<Sheet>), FileFault> {
        refuse_encrypted(&package)?;
        let mut styles = Styles::default();
        if package.has("styles.xml") {
            styles.read(package.xml("styles.xml")?)?;
        }
        styles.read(package.xml(CONTENT)?)?;
        let sheets = listed(&package, &styles)?;
        let book = Self {
            package,
            styles: Arc::new(styles),
        };
        Ok((book, sheets))
    }

    pub(super) fn records(&self, sheet: usize) -> Result<SheetRows, FileFault> {
        SheetRows::open(self.package.xml(CONTENT)?, sheet, Arc::clone(&self.styles))
    }
}

/// The list of parts says which of them a password protects.
fn refuse_encrypted(package: &Package) -> Result<(), FileFault> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if !package.has(MANIFEST) {
        return Ok(());
    }
    let mut xml = package.xml(MANIFEST)?;
    loop {
        match xml.next()? {
            Node::Start(start) if start.local_name().as_ref() == "encryption-data" => {
                return Err(FileFault::Encrypted);
            }
            Node::Over => return Ok(()),
            Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
        }
    }
}

/// The names of the sheets. A whole passage, which also finds out that the part is whole.
fn listed(package: &Package, styles: &Styles) -> Result<Vec<Sheet>, FileFault> {
    let mut xml = package.xml(CONTENT)?;
    let mut sheets = Vec::new();
    let mut depth = 0_usize;
    loop {
        match xml.next()? {
            Node::Start(start) if start.local_name().as_ref() == "table" => {
                depth += 1;
                if depth == 1 && sheets.len() < MOST_SHEETS {
                    let style = attribute(&start, "style-name").unwrap_or_default();
                    sheets.push(Sheet {
                        name: attribute(&start, "name").unwrap_or_default().into_owned(),
                        is_hidden: styles.is_hidden_table(&style),
                    });
                }
            }
            Node::Start(start) if is_aside(start.local_name().as_ref()) => xml.skip()?,
            Node::End(end) if end.local_name().as_ref() == "table" => {
                depth = depth.saturating_sub(1);
            }
            Node::Over if sheets.is_empty() => return Err(xml.fault()),
            Node::Over => return Ok(sheets),
            Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
        }
    }
}

/// What looks like tables, rows or text and is not shown in the sheet.
fn is_aside(name: &str) -> bool {
    matches!(
        name,
        "tracked-changes" | "shapes" | "annotation" | "dde-links" | "forms" | "event-listeners"
    )
}
