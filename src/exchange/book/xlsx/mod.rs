//! Workbooks of Excel since 2007: a zip of XML parts.
//!
//! Texts that cells share, and formats, are held while the book is open; rows are read one at a time.

mod shared;
mod sheet;
mod styles;

use std::collections::HashMap;
use std::sync::Arc;

use self::sheet::SheetRows;
use self::styles::Styles;
use super::Sheet;
use super::package::{Package, broken};
use super::strings::Strings;
use super::xml::{Node, attribute, is_set};
use crate::domain::error::FileFault;

/// The sheets that a workbook may have; Excel's own limit is its memory, ours is this.
const MOST_SHEETS: usize = 10_000;

/// A workbook whose parts are known.
#[derive(Debug)]
pub(super) struct XlsxBook {
    package: Package,
    /// The parts of the sheets, in their order.
    parts: Vec<String>,
    shared: Arc<Shared>,
}

/// What all sheets refer to.
#[derive(Debug)]
struct Shared {
    strings: Strings,
    styles: Styles,
    is_1904: bool,
}

/// A line of a part's list of other parts.
#[derive(Debug)]
struct Relation {
    kind: String,
    target: String,
}

impl XlsxBook {
    /// The part that lists the sheets; none where the package is no workbook.
    pub(super) fn workbook_part(package: &Package) -> Option<String> {
        let relations = relations(package, "_rels/.rels", "").ok()?;
        let main = |relation: &&Relation| relation.kind.ends_with("/officeDocument");
        let part = relations
            .values()
            .find(main)
            .map(|main| main.target.clone());
        part.filter(|part| part.starts_with("xl/") && package.has(part))
            .or_else(|| {
                package
                    .has("xl/workbook.xml")
                    .then(|| "xl/workbook.xml".to_owned())
            })
    }

    pub(super) fn open(package: Package, workbook: &str) -> Result<(Self, Vec<Sheet>), FileFault> {
        let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", workbook));
        let relations = relations(&package, &format!("{folder}/_rels/{name}.rels"), folder)?;
        let part_of = |kind: &str| {
            let is_it = |relation: &&Relation| relation.kind.ends_with(kind);
            let target = relations.values().find(is_it).map(|one| one.target.clone());
            target.filter(|part| package.has(part))
        };
        let strings = match part_of("/sharedStrings") {
            Some(part) => shared::read(package.xml(&part)?)?,
            None => Strings::default(),
        };
        let styles = match part_of("/styles") {
            Some(part) => Styles::read(package.xml(&part)?)?,
            None => Styles::default(),
        };
        let mut list = SheetList::default();
        list.read(&package, workbook, &relations)?;
        if list.parts.is_empty() {
            return Err(broken(workbook));
        }
        let shared = Arc::new(Shared {
            strings,
            styles,
            is_1904: list.is_1904,
        });
        let book = Self {
            package,
            parts: list.parts,
            shared,
        };
        Ok((book, list.sheets))
    }

    pub(super) fn records(&self, sheet: usize) -> Result<SheetRows, FileFault> {
        let part = self.parts.get(sheet).ok_or(FileFault::NoSheet)?;
        SheetRows::open(&self.package, part, Arc::clone(&self.shared))
    }
}

/// The sheets as the workbook lists them.
#[derive(Debug, Default)]
struct SheetList {
    parts: Vec<String>,
    sheets: Vec<Sheet>,
    is_1904: bool,
}

impl SheetList {
    fn read(
        &mut self,
        package: &Package,
        workbook: &str,
        relations: &HashMap<String, Relation>,
    ) -> Result<(), FileFault> {
        let mut xml = package.xml(workbook)?;
        loop {
            match xml.next()? {
                Node::Start(start) => match start.local_name().as_ref() {
                    "workbookPr" => self.is_1904 = is_set(&start, "date1904"),
                    "sheet" if self.parts.len() < MOST_SHEETS => {
                        let id = attribute(&start, "id").unwrap_or_default();
                        let Some(relation) = relations.get(&*id) else {
                            continue;
                        };
                        // Charts and macros have sheets of their own, without rows.
                        if !relation.kind.ends_with("/worksheet") {
                            continue;
                        }
                        let state = attribute(&start, "state").unwrap_or_default();
                        self.parts.push(relation.target.clone());
                        self.sheets.push(Sheet {
                            name: attribute(&start, "name").unwrap_or_default().into_owned(),
                            is_hidden: matches!(&*state, "hidden" | "veryHidden"),
                        });
                    }
                    _ => {}
                },
                Node::Over => return Ok(()),
                Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
            }
        }
    }
}

/// The parts to which a part refers, by the names that it gives them.
fn relations(
    package: &Package,
    part: &str,
    folder: &str,
) -> Result<HashMap<String, Relation>, FileFault> {
    let mut xml = package.xml(part)?;
    let mut found = HashMap::new();
    loop {
        match xml.next()? {
            Node::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let text = |name| attribute(&start, name).unwrap_or_default().into_owned();
                let relation = Relation {
                    kind: text("Type"),
                    target: resolved(folder, &text("Target")),
                };
                found.insert(text("Id"), relation);
            }
            Node::Over => return Ok(found),
            Node::Start(_) | Node::End(_) | Node::Text(_) | Node::Letter(_) | Node::Other => {}
        }
    }
}

/// A part's full name: targets are told from the folder of the part that names them.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(target) = target.strip_prefix('/') {
        return target.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
