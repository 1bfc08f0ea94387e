//! A table as Word has it: its header repeated on every page, no row cut in two, columns as wide as what stands
//! in them.

use super::fill::{push_escaped, run_text};

/// What stands in a column; decides how it is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers of rows, days, short marks.
    Centre,
    /// Numbers.
    Right,
}

/// A table with what is said around it, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its title; may be empty.
    pub title: String,
    /// What was asked for; may be empty.
    pub asked: String,
    /// Its columns: how they are aligned, and their headings.
    pub columns: Vec<(Align, String)>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// The sum of the rows.
    pub total: Option<Vec<String>>,
    /// What is said beneath.
    pub notes: Vec<String>,
}

/// From so many columns on a table stands across the page, as an annex.
const BROAD: usize = 8;

/// Bold letters are wider, in hundredths.
const BOLD: usize = 112;

/// What a cell has on both sides.
const MARGINS: usize = 150;

/// No word gets more room than this, in hundredths of its height: it is cut.
const LONGEST: usize = 2_700;

/// A cell wants no more room than this, some hundred letters; its text goes on in further lines.
const ENOUGH: usize = 5_400;

/// Rows beyond these do not change the widths: a table of thousands is measured by its beginning.
const MEASURED: usize = 500;

impl Table {
    /// True where it needs a page across.
    #[must_use]
    pub fn is_broad(&self) -> bool {
        self.columns.len() >= BROAD
    }

    /// The size of its letters in half-points: what fits so many columns.
    const fn size(columns: usize) -> usize {
        match columns {
            0..=7 => 24,
            8..=10 => 22,
            11..=13 => 20,
            _ => 18,
        }
    }

    /// The table, of this width in twentieths of a point, with its notes beneath.
    pub(super) fn push_to(&self, xml: &mut String, width: usize) {
        let size = Self::size(self.columns.len());
        let widths = self.widths(width, size);
        xml.push_str(&format!(r#"<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>"#));
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            xml.push_str(&format!(
                r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
            ));
        }
        xml.push_str(r#"</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#);
        for width in &widths {
            xml.push_str(&format!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        xml.push_str("</w:tblGrid>");
        let heading = |(place, width): (usize, &usize)| {
            let text = self.columns.get(place).map_or("", |(_, it)| it.as_str());
            (text.to_owned(), *width, Align::Centre)
        };
        let head: Vec<_> = widths.iter().enumerate().map(heading).collect();
        push_row(xml, &head, size, true, true);
        let rows = self.rows.iter().map(|row| (row, false));
        let total = self.total.iter().map(|row| (row, true));
        for (row, is_bold) in rows.chain(total) {
            let cells = self.columns.iter().zip(&widths).enumerate();
            let cells = cells.map(|(place, ((align, _), width))| {
                let text = row.get(place).cloned().unwrap_or_default();
                (text, *width, *align)
            });
            push_row(xml, &cells.collect::<Vec<_>>(), size, is_bold, false);
        }
        xml.push_str("</w:tbl>");
        // After a table there is a paragraph, or the next one grows together with it.
        if self.notes.is_empty() {
            push_line(xml, "", 12, Line::Plain);
        }
        for note in &self.notes {
            push_line(xml, note, 24, Line::Note);
        }
    }

    /// Every column gets what its longest word needs, and then a share of the rest by what it would like.
    fn widths(&self, width: usize, size: usize) -> Vec<usize> {
        // From hundredths of the height of letters to twentieths of a point.
        let room = |breadth: usize| breadth * size / 10;
        let wants = self
            .columns
            .iter()
            .enumerate()
            .map(|(place, (_, heading))| {
                let rows = self.rows.iter().take(MEASURED).chain(&self.total);
                let texts = rows.filter_map(|row| row.get(place)).map(String::as_str);
                let (mut word, mut whole) = (0, 0);
                for text in texts {
                    word = word.max(longest_word(text));
                    whole = whole.max(breadth(text));
                }
                let heading = longest_word(heading) * BOLD / 100;
                let least = room(word.min(LONGEST).max(heading)) + MARGINS;
                (least, (room(whole.min(ENOUGH)) + MARGINS).max(least))
            });
        let wants: Vec<(usize, usize)> = wants.collect();
        let least: usize = wants.iter().map(|(least, _)| least).sum();
        let more: usize = wants.iter().map(|(least, wanted)| wanted - least).sum();
        if least >= width {
            // Words will be cut, each column in proportion.
            let cut = wants.iter().map(|(it, _)| it * width / least.max(1));
            return cut.collect();
        }
        let left = width - least;
        let share = |(least, wanted): &(usize, usize)| match more {
            0 => least + left / wants.len().max(1),
            more => least + (wanted - least) * left / more,
        };
        wants.iter().map(share).collect()
    }
}

/// The breadth of the longest piece that goes on no further line: Word cuts at spaces and after hyphens.
fn longest_word(text: &str) -> usize {
    let words = text.split_whitespace();
    let pieces = words.flat_map(|word| word.split_inclusive('-'));
    pieces.map(breadth).max().unwrap_or(0)
}

/// How broad a text is, in hundredths of its height: as Times New Roman is, and a little more.
fn breadth(text: &str) -> usize {
    let of = |letter: char| match letter {
        'i' | 'j' | 'l' | 't' | ' ' | '.' | ',' | ':' | ';' | '/' | '\'' | '|' | '!' => 30,
        'f' | 'r' | 's' | 'I' | 'J' | '-' | '(' | ')' => 40,
        'E' | 'F' | 'L' | 'P' | 'S' | 'T' | 'Z' => 64,
        'm' => 80,
        'M' | 'W' | '%' => 95,
        // With a horn: ơ, ư and their tones.
        'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => {
            70
        }
        letter if letter.is_uppercase() => 76,
        letter if letter.is_alphanumeric() => 53,
        _ => 60,
    };
    text.chars().map(of).sum()
}

fn push_row(
    xml: &mut String,
    cells: &[(String, usize, Align)],
    size: usize,
    is_bold: bool,
    is_head: bool,
) {
    let head = if is_head { "<w:tblHeader/>" } else { "" };
    let bold = if is_bold { "<w:b/>" } else { "" };
    xml.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>"));
    for (text, width, align) in cells {
        let align = match align {
            Align::Left => "left",
            Align::Centre => "center",
            Align::Right => "right",
        };
        let font =
            format!(r#"<w:rPr>{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#);
        xml.push_str(&format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="{align}"/>{font}</w:pPr>"#
        ));
        if !text.is_empty() {
            xml.push_str(&format!("<w:r>{font}{}</w:r>", run_text(text)));
        }
        xml.push_str("</w:p></w:tc>");
    }
    xml.push_str("</w:tr>");
}

/// How a line beside tables looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// A title, bold and centred, kept with what follows.
    Title,
    /// The same on a new page.
    NewPage,
    /// Beneath a title, in italics.
    Asked,
    /// A sentence of the text.
    Plain,
    /// Beneath a table, in italics.
    Note,
}

/// A line of its own, of this size in half-points.
pub(super) fn push_line(xml: &mut String, text: &str, size: usize, line: Line) {
    let (keep, align, style) = match line {
        Line::Title => ("<w:keepNext/>", "center", "<w:b/>"),
        Line::NewPage => ("<w:keepNext/><w:pageBreakBefore/>", "center", "<w:b/>"),
        Line::Asked => ("<w:keepNext/>", "center", "<w:i/>"),
        Line::Plain => ("", "both", ""),
        Line::Note => ("", "both", "<w:i/>"),
    };
    let font = format!(r#"<w:rPr>{style}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#);
    xml.push_str(&format!(
        r#"<w:p><w:pPr>{keep}<w:spacing w:before="60" w:after="60"/><w:jc w:val="{align}"/>{font}</w:pPr>"#
    ));
    if !text.is_empty() {
        xml.push_str(&format!(r#"<w:r>{font}<w:t xml:space="preserve">"#));
        push_escaped(xml, text);
        xml.push_str("</w:t></w:r>");
    }
    xml.push_str("</w:p>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_code_leaves_most_room_to_what_is_to_be_done() {
        let headings = [
            "TT",
            "Số hiệu",
            "Nội dung nhiệm vụ",
            "Thời hạn",
            "Số ngày làm việc trễ",
            "Nội dung đề nghị",
        ];
        let table = Table {
            columns: headings.map(|it| (Align::Left, it.to_owned())).into(),
            rows: vec![
                [
                    "2",
                    "CT901/22-003.STTTT.2023-03",
                    "Rà soát các nội dung người đứng đầu đã cam kết với người dân, doanh nghiệp và công khai tiến độ",
                    "31/03/2023",
                    "51",
                    "Giải trình nguyên nhân chậm",
                ]
                .map(str::to_owned)
                .into(),
            ],
            ..Table::default()
        };
        let widths = table.widths(9_354, 24);
        let widest = widths.iter().max();
        assert_eq!(widest, widths.get(2), "{widths:?}");
        assert!(widths[2] > 2_800, "{widths:?}");
    }

    #[test]
    fn a_word_with_horns_is_not_cut() {
        assert!(longest_word("số người") > longest_word("số nguoi") + 30);
    }

    #[test]
    fn columns_share_the_page_by_what_stands_in_them() {
        let table = Table {
            columns: vec![
                (Align::Centre, "TT".to_owned()),
                (Align::Left, "Nội dung nhiệm vụ".to_owned()),
                (Align::Centre, "Thời hạn".to_owned()),
            ],
            rows: vec![vec![
                "1".to_owned(),
                "Rà soát thủ tục hành chính thuộc thẩm quyền".to_owned(),
                "15/06/2023".to_owned(),
            ]],
            ..Table::default()
        };
        let widths = table.widths(9_354, 24);
        let sum: usize = widths.iter().sum();
        assert!((9_300..=9_354).contains(&sum), "{widths:?}");
        assert!(
            widths[1] > 3 * widths[2] && widths[2] > 10 * 120,
            "{widths:?}"
        );
    }
}
