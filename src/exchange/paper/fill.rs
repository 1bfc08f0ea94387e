//! The places of a skeleton (`{{bang}}`) are filled with what stands there this time.
//!
//! Word cuts a text into runs wherever somebody paused: a place is looked for in the text of a whole paragraph,
//! and what it is filled with goes into the run in which it begins, with that run's font. Everything else stays
//! byte for byte.

use quick_xml::Reader;
use quick_xml::events::Event;

/// What stands in a place.
#[derive(Debug, Clone)]
pub(super) enum Fill {
    /// Text; a line break goes on in a new line of the same paragraph.
    Text(String),
    /// Blocks that take the whole paragraph's stead.
    Blocks(String),
}

/// Why a part cannot be filled.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is no XML.
    Broken,
    /// Nobody knows what stands in the place of this name.
    Unknown(String),
}

/// A part that was filled, and which blocks found a place in it.
#[derive(Debug)]
pub(super) struct Filled {
    pub xml: String,
    pub has_blocks: bool,
}

/// A text of a run: where its element begins and ends, and the text.
struct Piece {
    from: usize,
    to: usize,
    text: String,
}

/// A paragraph: where it stands, and its texts in order.
struct Paragraph {
    from: usize,
    to: usize,
    pieces: Vec<Piece>,
}

/// Fills the places of a part.
pub(super) fn fill(xml: &str, find: &impl Fn(&str) -> Option<Fill>) -> Result<Filled, Unfit> {
    let mut edits = Vec::new();
    let mut has_blocks = false;
    for paragraph in paragraphs(xml)? {
        match of_paragraph(&paragraph, find)? {
            Change::None => {}
            Change::Whole(blocks) => {
                has_blocks = true;
                edits.push((paragraph.from, paragraph.to, blocks));
            }
            Change::Pieces(pieces) => edits.extend(pieces),
        }
    }
    edits.sort_by_key(|(from, ..)| *from);
    let mut filled = String::with_capacity(xml.len());
    let mut at = 0;
    for (from, to, text) in edits {
        // A paragraph within one that was replaced is gone with it.
        if from < at {
            continue;
        }
        filled.push_str(xml.get(at..from).unwrap_or_default());
        filled.push_str(&text);
        at = to;
    }
    filled.push_str(xml.get(at..).unwrap_or_default());
    Ok(Filled {
        xml: filled,
        has_blocks,
    })
}

/// The paragraphs of a part with their texts, in the order in which they end; text in a box within a paragraph
/// belongs to the paragraphs of the box.
fn paragraphs(xml: &str) -> Result<Vec<Paragraph>, Unfit> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Paragraph> = Vec::new();
    let mut done = Vec::new();
    let mut text_from = None;
    let mut depth = 0_usize;
    loop {
        let before = place(&reader);
        let event = reader.read_event().map_err(|_| Unfit::Broken)?;
        let after = place(&reader);
        match event {
            Event::Start(start) => {
                depth += 1;
                match start.local_name().as_ref() {
                    "p" => open.push(Paragraph {
                        from: before,
                        to: after,
                        pieces: Vec::new(),
                    }),
                    "t" => text_from = Some((before, after)),
                    _ => {}
                }
            }
            Event::End(end) => {
                depth = depth.checked_sub(1).ok_or(Unfit::Broken)?;
                match end.local_name().as_ref() {
                    "p" => done.extend(open.pop().map(|it| Paragraph { to: after, ..it })),
                    "t" => {
                        if let (Some((from, inner)), Some(paragraph)) =
                            (text_from.take(), open.last_mut())
                        {
                            let raw = xml.get(inner..before).unwrap_or_default();
                            let text = quick_xml::escape::unescape(raw)
                                .map_or_else(|_| raw.to_owned(), |text| text.into_owned());
                            let to = after;
                            paragraph.pieces.push(Piece { from, to, text });
                        }
                    }
                    _ => {}
                }
            }
            Event::DocType(_) => return Err(Unfit::Broken),
            Event::Eof if depth > 0 => return Err(Unfit::Broken),
            Event::Eof => return Ok(done),
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

enum Change {
    None,
    Whole(String),
    Pieces(Vec<(usize, usize, String)>),
}

fn of_paragraph(
    paragraph: &Paragraph,
    find: &impl Fn(&str) -> Option<Fill>,
) -> Result<Change, Unfit> {
    let whole: String = paragraph.pieces.iter().map(|it| it.text.as_str()).collect();
    let places = places_in(&whole);
    if places.is_empty() {
        return Ok(Change::None);
    }
    let mut fills = Vec::with_capacity(places.len());
    for (from, to, name) in places {
        match find(&name) {
            None => return Err(Unfit::Unknown(name)),
            Some(Fill::Blocks(blocks)) => return Ok(Change::Whole(blocks)),
            Some(Fill::Text(text)) => fills.push((from, to, text)),
        }
    }
    if is_empty_then(&whole, &fills) {
        return Ok(Change::Whole(THIN.to_owned()));
    }
    let mut edits = Vec::new();
    let mut begin = 0;
    for piece in &paragraph.pieces {
        let end = begin + piece.text.len();
        let text = within(&piece.text, begin, &fills);
        if text != piece.text {
            edits.push((piece.from, piece.to, run_text(&text)));
        }
        begin = end;
    }
    Ok(Change::Pieces(edits))
}

/// A paragraph that would be empty takes no room, and stays: a cell of a table must have one.
const THIN: &str = r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#;

fn is_empty_then(whole: &str, fills: &[(usize, usize, String)]) -> bool {
    let places: usize = fills.iter().map(|(from, to, _)| to - from).sum();
    places == whole.trim().len() && fills.iter().all(|(.., text)| text.is_empty())
}

/// The text of a piece that begins there, with the places that begin in it filled and the rest of them left out.
fn within(text: &str, begin: usize, fills: &[(usize, usize, String)]) -> String {
    let mut filled = String::new();
    for (at, letter) in text.char_indices() {
        let at = begin + at;
        match fills
            .iter()
            .find(|(from, to, _)| (*from..*to).contains(&at))
        {
            Some((from, _, value)) if *from == at => filled.push_str(value),
            Some(_) => {}
            None => filled.push(letter),
        }
    }
    filled
}

/// The places in a text: from where, to where, and their names.
fn places_in(text: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(from) = text.get(at..).and_then(|rest| rest.find("{{")) {
        let from = at + from;
        let inner = from + 2;
        let Some(length) = text.get(inner..).and_then(|rest| rest.find("}}")) else {
            break;
        };
        let name = text.get(inner..inner + length).unwrap_or_default();
        at = inner + length + 2;
        found.push((from, at, name.trim().to_owned()));
    }
    found
}

/// The text of a run; its lines with breaks between them.
pub(super) fn run_text(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let mut element = String::from(r#"<w:t xml:space="preserve">"#);
        push_escaped(&mut element, line);
        element.push_str("</w:t>");
        element
    });
    let lines: Vec<String> = lines.collect();
    lines.join("<w:br/>")
}

/// Adds a text as XML has it; letters that XML has not are left out.
pub(super) fn push_escaped(xml: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}'
            | '\u{fffe}'
            | '\u{ffff}' => {}
            other => xml.push(other),
        }
    }
}

/// The same for a part whose texts stand in no paragraphs: the properties.
pub(super) fn fill_plain(xml: &str, find: &impl Fn(&str) -> Option<Fill>) -> String {
    let mut filled = String::with_capacity(xml.len());
    let mut at = 0;
    for (from, to, name) in places_in(xml) {
        if let Some(Fill::Text(text)) = find(&name) {
            filled.push_str(xml.get(at..from).unwrap_or_default());
            push_escaped(&mut filled, &text);
            at = to;
        }
    }
    filled.push_str(xml.get(at..).unwrap_or_default());
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(name: &str) -> Option<Fill> {
        match name {
            "co_quan" => Some(Fill::Text("SỞ A & B".to_owned())),
            "noi_nhan" => Some(Fill::Text("- Một;\n- Hai.".to_owned())),
            "trong" => Some(Fill::Text(String::new())),
            "bang" => Some(Fill::Blocks("<w:tbl/>".to_owned())),
            _ => None,
        }
    }

    fn filled(xml: &str) -> String {
        fill(xml, &find).expect("a good part").xml
    }

    #[test]
    fn a_place_that_word_cut_into_runs_is_found() {
        let xml = "<w:p><w:r><w:b/><w:t>Của {</w:t></w:r><w:proofErr/><w:r><w:t>{co_</w:t></w:r><w:r><w:t>quan}}, nhé</w:t></w:r></w:p>";
        let filled = filled(xml);
        assert!(filled.contains("Của SỞ A &amp; B</w:t>"), "{filled}");
        assert!(filled.contains(", nhé</w:t>") && !filled.contains("co_"));
    }

    #[test]
    fn blocks_take_the_place_of_the_paragraph_and_lines_go_on_in_it() {
        let xml = "<b><w:p><w:r><w:t>{{bang}}</w:t></w:r></w:p><w:p><w:r><w:t>{{noi_nhan}}</w:t></w:r></w:p></b>";
        let filled = filled(xml);
        assert!(filled.starts_with("<b><w:tbl/><w:p>"), "{filled}");
        assert!(filled.contains("- Một;</w:t><w:br/><w:t"), "{filled}");
    }

    #[test]
    fn what_is_empty_takes_no_room_and_what_is_unknown_is_named() {
        let thin = filled("<b><w:p><w:r><w:t>{{trong}}</w:t></w:r></w:p></b>");
        assert_eq!(thin, format!("<b>{THIN}</b>"));
        let unknown = fill("<w:p><w:t>{{ngya}}</w:t></w:p>", &find).expect_err("no such place");
        assert_eq!(unknown, Unfit::Unknown("ngya".to_owned()));
        assert!(fill("<w:p><w:t>", &find).is_err());
        assert!(fill("<!DOCTYPE a><w:p/>", &find).is_err());
    }
}
