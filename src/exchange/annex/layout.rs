//! Finds the header: wherever it stands, of one row or two, in any coding.

use super::cells::{Look, tidied};
use super::columns::{Assigned, Heading, assign};
use super::headings::column_of;
use super::{Layout, LayoutColumn, Options, marks, title};
use crate::domain::annex::{Column, ColumnSource, letter};
use crate::domain::document::DocumentReference;
use crate::domain::error::FileFault;
use crate::domain::fold::clean;
use crate::domain::legacy::{self, Coding};
use crate::exchange::book::{Cell, Record};

/// A row with fewer known headings than this is no header.
const FEWEST: usize = 2;

/// A header with this score need not be compared with what stands below it.
const SURE: u32 = 22;

/// A header has no more columns than this; a sheet that is wider is no annex.
const WIDEST: usize = 1024;

/// Finds the header in the first records of a file (sixty are enough) and assigns its columns.
///
/// # Errors
/// [`FileFault::NoHeader`] or [`FileFault::MissingColumns`] with what stands there instead.
pub fn find_layout(top: &[Record], options: &Options) -> Result<Layout, FileFault> {
    let texts: Vec<Vec<String>> = top.iter().map(texts_of).collect();
    let mut best: Option<(Assigned, usize)> = None;
    for place in 0..texts.len() {
        for (headings, after) in candidates(&texts, place) {
            let assigned = assign(&headings, options);
            let is_better = |(other, _): &(Assigned, usize)| assigned.score > other.score;
            if assigned.known() >= FEWEST && best.as_ref().is_none_or(is_better) {
                best = Some((assigned, after));
            }
        }
        if best.as_ref().is_some_and(|(best, _)| is_beyond_doubt(best)) {
            break;
        }
    }
    let Some((mut assigned, mut after)) = best else {
        return Err(FileFault::NoHeader {
            found: first_of(&texts),
        });
    };
    if let Some(first) = first_row(&assigned, &texts, after - 1) {
        // The table begins at once: what stands in its first row is no heading.
        after = first;
        for column in &mut assigned.columns {
            column.heading.clear();
            column.parts.clear();
        }
    }
    let below = texts.get(after..).unwrap_or_default();
    take_notes_for_document(&mut assigned, below);
    take_numbers_for_item(&mut assigned, below, options);
    ensure_needed(&assigned)?;
    let mut columns = assigned.columns;
    widen(&mut columns, below);
    let above = texts.iter().take(after.saturating_sub(1)).flatten();
    Ok(Layout {
        header_line: after
            .checked_sub(1)
            .and_then(|at| top.get(at))
            .map_or(0, |record| record.line),
        after,
        columns,
        document: above.map(String::as_str).find_map(title::document_in),
    })
}

/// Where a table without header begins: nothing but a person says what its columns are, and numbers or days
/// stand where headings would.
fn first_row(assigned: &Assigned, texts: &[Vec<String>], header: usize) -> Option<usize> {
    let columns = &assigned.columns;
    let is_read = columns
        .iter()
        .any(|it| it.column.is_some() && it.source != ColumnSource::ByHand);
    let is_row = |row: &Vec<String>| {
        let filled = row.iter().filter(|text| !text.is_empty()).count();
        let begins_with_digit =
            |text: &String| text.starts_with(|letter: char| letter.is_ascii_digit());
        filled >= FEWEST && row.iter().any(begins_with_digit)
    };
    if is_read || !texts.get(header).is_some_and(is_row) {
        return None;
    }
    texts.iter().position(is_row)
}

/// Most columns are known by their very wording: further down there is no better header.
fn is_beyond_doubt(assigned: &Assigned) -> bool {
    let needed = [Column::Content, Column::Lead, Column::Deadline];
    assigned.score >= SURE && needed.into_iter().all(|column| assigned.has(column))
}

/// The cells of a record as text for people.
fn texts_of(record: &Record) -> Vec<String> {
    let cells = record.cells.iter().take(WIDEST);
    let looks: Vec<(&Cell, Look)> = cells.map(|cell| (cell, Look::at(&cell.text))).collect();
    let may_be_old = looks
        .iter()
        .any(|(cell, look)| look.is_suspicious || cell.coding.is_some());
    let text = |(cell, look): (&Cell, Look)| {
        let plain = tidied(cell.text.clone(), look.is_tidy, false);
        let decoded = may_be_old.then(|| decoded_heading(&plain, cell)).flatten();
        decoded.unwrap_or(plain)
    };
    looks.into_iter().map(text).collect()
}

/// A heading in an old coding, where decoding makes Vietnamese or a heading of it.
fn decoded_heading(plain: &str, cell: &Cell) -> Option<String> {
    if plain.is_ascii() || column_of(plain).is_some() {
        return None;
    }
    let decoded = |coding| clean(&legacy::decode(&cell.text, coding));
    if let Some(coding) = legacy::recognise(&[(cell.text.as_str(), cell.coding)]) {
        return Some(decoded(coding));
    }
    let mut readings = Coding::ALL.into_iter().map(decoded);
    readings.find(|decoded| column_of(decoded).is_some())
}

/// The headers that can end with or begin at this record: of one row, and of two.
fn candidates(texts: &[Vec<String>], place: usize) -> Vec<(Vec<Heading>, usize)> {
    let Some(upper) = texts.get(place) else {
        return Vec::new();
    };
    let single = upper.iter().map(|text| Heading {
        parts: vec![text.clone()],
        parent: String::new(),
    });
    let mut found = vec![(single.collect(), place + 1)];
    if let Some(lower) = texts
        .get(place + 1)
        .filter(|lower| goes_below(upper, lower))
    {
        found.push((joined(upper, lower), place + 2));
    }
    found
}

/// True if a row can be the second one of a header: it adds headings, and is no row of the table, which
/// would have something under the headings of number or content that does not read with them.
fn goes_below(upper: &[String], lower: &[String]) -> bool {
    // A line of the title block above the header is no part of it.
    let is_alone = upper.iter().filter(|text| !text.is_empty()).count() < 2;
    if is_alone || !upper.iter().any(|text| column_of(text).is_some()) {
        return false;
    }
    let headings = joined(upper, lower);
    let mut adds = false;
    for (place, heading) in headings.iter().enumerate() {
        let below = lower.get(place).map_or("", String::as_str);
        if below.is_empty() {
            continue;
        }
        if marks::is_ordinal(below) {
            return false;
        }
        let above = heading.parts.first().map_or("", String::as_str);
        let whole = column_of(&format!("{above} {below}"));
        let alone = column_of(above).map(|found| found.0);
        let is_own = matches!(
            alone,
            Some(Column::Item | Column::Content | Column::Deadline)
        );
        let spans = upper.get(place + 1).is_some_and(String::is_empty);
        if is_own && whole.is_none_or(|(column, _)| Some(column) != alone) && !spans {
            return false;
        }
        adds |= whole.is_some() || column_of(below).is_some();
    }
    adds
}

/// Both rows over each column; a text stretches over blank cells to its right that have one below.
fn joined(upper: &[String], lower: &[String]) -> Vec<Heading> {
    let wide = upper.len().max(lower.len());
    let mut headings = Vec::with_capacity(wide);
    let mut parent = "";
    for place in 0..wide {
        let above = upper.get(place).map_or("", String::as_str);
        let below = lower.get(place).map_or("", String::as_str);
        if !above.is_empty() {
            parent = if below.is_empty() { "" } else { above };
        }
        let stretches = above.is_empty() && !below.is_empty();
        headings.push(Heading {
            parts: vec![above.to_owned(), below.to_owned()],
            parent: if stretches {
                parent.to_owned()
            } else {
                String::new()
            },
        });
    }
    headings
}

/// A column of notes is that of the document if most of what stands in it cites one.
fn take_notes_for_document(assigned: &mut Assigned, below: &[Vec<String>]) {
    let Some(place) = assigned.perhaps_document else {
        return;
    };
    if assigned.has(Column::Document) {
        return;
    }
    let notes = below.iter().filter_map(|row| row.get(place));
    let filled: Vec<&String> = notes.filter(|text| !text.is_empty()).collect();
    let cites = |text: &&&String| {
        DocumentReference::parse(text).is_some_and(|document| !document.symbol.is_empty())
    };
    let documents = filled.iter().filter(cites).count();
    if let Some(column) = assigned.columns.get_mut(place)
        && documents * 2 > filled.len()
    {
        column.column = Some(Column::Document);
        column.source = ColumnSource::Heading;
    }
}

/// A column without heading is that of the numbers if it stands left of the content and most of what
/// stands in it are numbers.
fn take_numbers_for_item(assigned: &mut Assigned, below: &[Vec<String>], options: &Options) {
    if assigned.has(Column::Item) {
        return;
    }
    let is_free = |column: &LayoutColumn| {
        let is_by_hand = |(letter, _): &(String, _)| letter.eq_ignore_ascii_case(&column.letter);
        column.heading.is_empty() && !options.columns.iter().any(is_by_hand)
    };
    let columns = assigned.columns.iter().enumerate();
    let left = columns.take_while(|(_, it)| it.column != Some(Column::Content));
    let numbers = |place: usize| {
        let filled = below
            .iter()
            .filter_map(|row| row.get(place))
            .filter(|it| !it.is_empty());
        let (all, numbers) = filled.fold((0, 0), |(all, numbers), text| {
            (all + 1, numbers + usize::from(marks::is_number(text)))
        });
        numbers > 1 && numbers * 2 > all
    };
    let found = left
        .filter(|(_, column)| is_free(column))
        .map(|(place, _)| place)
        .find(|place| numbers(*place));
    if let Some(column) = found.and_then(|place| assigned.columns.get_mut(place)) {
        column.column = Some(Column::Item);
        column.source = ColumnSource::Heading;
    }
}

fn ensure_needed(assigned: &Assigned) -> Result<(), FileFault> {
    let mut missing = Vec::new();
    if !assigned.has(Column::Content) {
        missing.push(Column::Content);
    }
    if !assigned.has(Column::Lead) && !assigned.has(Column::Deadline) {
        missing.extend([Column::Lead, Column::Deadline]);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let headings = assigned.columns.iter().map(|it| it.heading.as_str());
    Err(FileFault::MissingColumns {
        missing: missing.into_iter().map(|it| it.name().to_owned()).collect(),
        found: headings
            .filter(|text| !text.is_empty())
            .map(shortened)
            .collect(),
    })
}

/// Blank cells beyond the header in every row are the file's habit, and no shifted cells.
fn widen(columns: &mut Vec<LayoutColumn>, below: &[Vec<String>]) {
    let filled = below
        .iter()
        .filter(|row| row.iter().any(|text| !text.is_empty()));
    let habit = filled.map(Vec::len).min().unwrap_or_default();
    for place in columns.len()..habit {
        columns.push(LayoutColumn {
            letter: letter(place),
            heading: String::new(),
            column: None,
            source: ColumnSource::Unknown,
            parts: Vec::new(),
        });
    }
}

/// The cells of the first row that has some; at most 20, shortened, for people to recognise their file.
fn first_of(texts: &[Vec<String>]) -> Vec<String> {
    let filled = |row: &&Vec<String>| row.iter().any(|text| !text.is_empty());
    let Some(first) = texts.iter().find(filled) else {
        return Vec::new();
    };
    first.iter().take(20).map(|text| shortened(text)).collect()
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}
