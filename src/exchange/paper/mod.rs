//! Papers in the form of Nghị định 30/2020/NĐ-CP (DOMAIN 6.3): a skeleton of Word whose places are filled.
//!
//! How a paper looks stands in its skeleton, which an office may replace; which tables and words stand in it, who
//! asks says. Tables that need a page across follow as annexes, each page of them in its own section.

mod fill;
mod letter;
mod skeleton;
mod table;

use std::io::{self, BufWriter, Cursor, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub use self::letter::{Letter, LetterRow};
pub use self::skeleton::Skeleton;
pub use self::table::{Align, Table};

use self::fill::{Fill, Filled, Unfit, fill_plain};
use self::table::{Line, push_line};
use super::book;
use crate::domain::error::{Error, FileFault, Result};
use crate::domain::fold::shown_lines;
use crate::domain::paper::{Letterhead, PaperFault};
use crate::lang::Words;

/// The most that a part of a skeleton may unpack to; a letterhead has some ten thousand letters.
const LARGEST_PART: u64 = 4 << 20;

const BODY: &str = "word/document.xml";

/// What stands in a paper.
#[derive(Debug)]
pub struct Content<'a> {
    /// The letterhead.
    pub head: &'a Letterhead,
    /// Number, or the room for it.
    pub number: String,
    /// The symbol after the number.
    pub symbol: String,
    /// The day, as papers write it.
    pub day: String,
    /// What else there is a place for: the name of the place, and what stands there.
    pub places: Vec<(&'static str, String)>,
    /// Its tables.
    pub tables: Vec<Table>,
    /// Of which state of the log it is.
    pub seal: String,
    /// The words around tables.
    pub words: &'a Words,
}

impl Content<'_> {
    fn find(&self, name: &str) -> Option<Fill> {
        let head = self.head;
        let text = match name {
            "co_quan_chu_quan" => kept_together(&head.superior),
            "co_quan" => kept_together(&head.issuer),
            "so" => self.number.clone(),
            "ky_hieu" => self.symbol.clone(),
            "dia_danh" => head.place.clone(),
            "ngay" | "tinh_den" => self.day.clone(),
            "quyen_han" => head.authority.clone(),
            "chuc_vu" => head.signer.clone(),
            "noi_nhan" => self.recipients(),
            "niem" => self.seal.clone(),
            other => {
                let mut places = self.places.iter();
                places.find(|(name, _)| *name == other)?.1.clone()
            }
        };
        Some(Fill::Text(shown_lines(&text).into_owned()))
    }

    /// "- Như trên;", the last line with a full stop.
    fn recipients(&self) -> String {
        let lines: Vec<String> = self
            .head
            .recipients
            .iter()
            .map(|it| format!("- {it}"))
            .collect();
        match lines.is_empty() {
            true => String::new(),
            false => format!("{}.", lines.join(";\n")),
        }
    }
}

/// The name of an agency whose lines do not end between "THÀNH" and "PHỐ".
fn kept_together(name: &str) -> String {
    name.replace("THÀNH PHỐ", "THÀNH\u{a0}PHỐ")
}

/// Fills a skeleton.
///
/// # Errors
/// [`PaperFault`] where the skeleton is none; what `fault` makes of a file that cannot be written.
pub fn write(
    output: impl Write + Seek,
    skeleton: &Skeleton,
    content: &Content<'_>,
    fault: &dyn Fn(io::Error) -> Error,
) -> Result<()> {
    let parts = fill_parts(skeleton, content)?;
    let not_docx = |_| PaperFault::NotDocx(skeleton.path.clone());
    let mut from = ZipArchive::new(Cursor::new(&skeleton.bytes)).map_err(not_docx)?;
    let mut zip = ZipWriter::new(BufWriter::new(output));
    for place in 0..from.len() {
        let entry = from.by_index_raw(place).map_err(not_docx)?;
        let name = entry.name().map_err(not_docx)?.to_string();
        let done = match parts.iter().find(|(part, _)| *part == name) {
            None => zip.raw_copy_file(entry),
            Some((_, text)) => zip
                .start_file(name.as_str(), SimpleFileOptions::default())
                .and_then(|()| Ok(zip.write_all(text.as_bytes())?)),
        };
        done.map_err(|error| fault(error.into()))?;
    }
    let mut output = zip.finish().map_err(|error| fault(error.into()))?;
    output.flush().map_err(fault)
}

/// The parts in which places may stand, filled.
fn fill_parts(skeleton: &Skeleton, content: &Content<'_>) -> Result<Vec<(String, String)>> {
    let is_paper = |name: &str| {
        name == BODY || name.starts_with("word/header") || name.starts_with("word/footer")
    };
    let is_wanted =
        |name: &str| name.ends_with(".xml") && (is_paper(name) || name.starts_with("docProps/"));
    let path = || skeleton.path.clone();
    let texts = book::texts(&skeleton.bytes, LARGEST_PART, is_wanted);
    let texts = texts.map_err(|found| -> Error {
        if matches!(
            found,
            FileFault::UnpacksTooLarge { .. } | FileFault::Encrypted
        ) {
            return Error::BadFile {
                path: path(),
                fault: found,
            };
        }
        PaperFault::NotDocx(path()).into()
    })?;
    if !texts.iter().any(|(name, _)| name == BODY) {
        return Err(PaperFault::NotDocx(path()).into());
    }
    let mut parts = Vec::with_capacity(texts.len());
    let mut has_table = false;
    for (name, text) in texts {
        if !is_paper(&name) {
            let filled = fill_plain(&text, &|name: &str| content.find(name));
            parts.push((name, filled));
            continue;
        }
        let page = Page::of(&text);
        let find = |place: &str| match place {
            "bang" => Some(Fill::Blocks(blocks(content, &page))),
            place => content.find(place),
        };
        let Filled { xml, has_blocks } = fill::fill(&text, &find).map_err(|unfit| match unfit {
            Unfit::Broken => PaperFault::NotDocx(path()),
            Unfit::Unknown(name) => PaperFault::UnknownPlace(path(), name),
        })?;
        has_table |= has_blocks;
        let xml = if name == BODY {
            with_annexes(&xml, content, &page)
        } else {
            xml
        };
        parts.push((name, xml));
    }
    if !has_table {
        return Err(PaperFault::NoTable(path()).into());
    }
    Ok(parts)
}

/// What stands in the place of the table: the tables that fit, and where the others are found.
fn blocks(content: &Content<'_>, page: &Page) -> String {
    let mut xml = String::new();
    let is_one = content.tables.len() == 1;
    let mut broad = 0;
    for table in &content.tables {
        if table.is_broad() {
            let annex = annex_of(content, broad);
            broad += 1;
            let said = (content.words.paper.see_annex)(&table.title, &annex);
            push_line(&mut xml, &said, 28, Line::Plain);
            for note in &table.notes {
                push_line(&mut xml, note, 26, Line::Note);
            }
            continue;
        }
        if !is_one && !table.title.is_empty() {
            push_line(&mut xml, &table.title, 28, Line::Title);
        }
        if !table.asked.is_empty() {
            push_line(&mut xml, &table.asked, 24, Line::Asked);
        }
        table.push_to(&mut xml, page.upright());
    }
    xml
}

/// How an annex is called: with a number where there are several.
fn annex_of(content: &Content<'_>, place: usize) -> String {
    let count = content.tables.iter().filter(|it| it.is_broad()).count();
    let numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let number = numbers
        .get(place)
        .map_or_else(|| (place + 1).to_string(), |it| (*it).to_owned());
    (content.words.paper.annex)((count > 1).then_some(number.as_str()))
}

/// The body with its broad tables behind it, in a section whose pages lie across.
fn with_annexes(xml: &str, content: &Content<'_>, page: &Page) -> String {
    let broad: Vec<&Table> = content.tables.iter().filter(|it| it.is_broad()).collect();
    // The last section's form stands at the end of the body.
    let Some(at) = xml.rfind("<w:sectPr").filter(|_| !broad.is_empty()) else {
        return xml.to_owned();
    };
    let (before, rest) = xml.split_at(at);
    let end = rest
        .find("</w:sectPr>")
        .map_or(rest.len(), |end| end + "</w:sectPr>".len());
    let (section, after) = rest.split_at(end);
    let mut whole = String::from(before);
    whole.push_str(&format!(
        r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section}</w:pPr></w:p>"#
    ));
    for (place, table) in broad.into_iter().enumerate() {
        // A break in a paragraph of its own leaves an empty page where that no longer fits on the one before.
        let line = match place {
            0 => Line::Title,
            _ => Line::NewPage,
        };
        let heading = annex_of(content, place).to_uppercase();
        push_line(&mut whole, &heading, 28, line);
        push_line(&mut whole, &table.title, 28, Line::Title);
        let number = format!("{}/{}", content.number, content.symbol);
        let to = (content.words.paper.annexed_to)(&number, &content.day);
        push_line(&mut whole, &to, 26, Line::Asked);
        if !table.asked.is_empty() {
            push_line(&mut whole, &table.asked, 24, Line::Asked);
        }
        table.push_to(&mut whole, page.across());
    }
    if !content.seal.is_empty() {
        let seal = (content.words.proof.sealed)(&content.seal);
        push_line(&mut whole, &seal, 18, Line::Note);
    }
    whole.push_str(&lying(section, page));
    whole.push_str(after);
    whole
}

/// The same section with its pages across; its number stands on the first of them too.
fn lying(section: &str, page: &Page) -> String {
    let size = format!(
        r#"<w:pgSz w:w="{}" w:h="{}" w:orient="landscape"/>"#,
        page.height, page.width
    );
    let without = |text: &str, tag: &str| match text.find(&format!("<w:{tag}")) {
        Some(from) => {
            let rest = text.get(from..).unwrap_or_default();
            let end = rest.find("/>").map_or(rest.len(), |end| end + 2);
            let (before, after) = (text.get(..from), text.get(from + end..));
            (
                before.unwrap_or_default().to_owned(),
                after.unwrap_or_default().to_owned(),
            )
        }
        None => (text.to_owned(), String::new()),
    };
    let (before, after) = without(section, "titlePg");
    let section = format!("{before}{after}");
    match section.contains("<w:pgSz") {
        true => {
            let (before, after) = without(&section, "pgSz");
            format!("{before}{size}{after}")
        }
        false => section.replacen("</w:sectPr>", &format!("{size}</w:sectPr>"), 1),
    }
}

/// The page of a skeleton, in twentieths of a point.
#[derive(Debug)]
struct Page {
    width: usize,
    height: usize,
    left: usize,
    right: usize,
}

impl Page {
    /// What the last section says; A4 with the margins of the decree where it says nothing.
    fn of(xml: &str) -> Self {
        let section = xml.rfind("<w:sectPr").and_then(|at| xml.get(at..));
        let section = section.unwrap_or_default();
        let number = |tag: &str, name: &str| -> Option<usize> {
            let tag = section.get(section.find(&format!("<w:{tag} "))?..)?;
            let tag = tag.get(..tag.find('>')?)?;
            let value = tag.split_once(&format!(" w:{name}=\""))?.1;
            value.split('"').next()?.parse().ok()
        };
        let of = |tag, name, usual: usize, most: usize| {
            number(tag, name).filter(|it| *it <= most).unwrap_or(usual)
        };
        Self {
            width: of("pgSz", "w", 11_906, 40_000).max(5_000),
            height: of("pgSz", "h", 16_838, 40_000).max(5_000),
            left: of("pgMar", "left", 1_701, 2_000),
            right: of("pgMar", "right", 851, 2_000),
        }
    }

    const fn upright(&self) -> usize {
        self.width - self.left - self.right
    }

    const fn across(&self) -> usize {
        self.height - self.left - self.right
    }
}

#[cfg(test)]
mod tests;
