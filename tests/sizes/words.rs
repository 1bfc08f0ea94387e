//! What a misleading cut is, for a machine.
//!
//! Pictures of windows that are large enough for everything tell which words there are. A word on a
//! smaller one is then one of these:
//! - a word that is known, as it is;
//! - a beginning of a known word that touches `…`, or a part of one that touches `‹` or `›`;
//! - a part of a known word that is too long for a line, and was broken.
//!
//! A number (digits and no letters) is only ever known as it is, and never touches `…`. So two texts that
//! run into one another, letters left over from what lies beneath, a lost digit or sign are all unknown.

use std::collections::BTreeSet;

/// What may stand around a word and belongs to the screen.
const AROUND: &[char] = &[
    '>', '_', '*', '!', '~', '?', '=', '│', '─', '┴', '[', ']', '"', '(', ')', ':', ';', ',', '.',
    '|', '/', '·',
];

/// The words of large windows.
#[derive(Default)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// Learns the words of a picture.
    pub fn learn(&mut self, lines: &[String]) {
        for line in lines {
            for word in line.split([' ', '│']) {
                self.0.insert(word.to_owned());
                self.0.insert(bare(word).to_owned());
            }
        }
    }

    /// The first word of a line that misleads.
    pub fn misleading(&self, line: &str, wide: u16) -> Option<String> {
        let mut found = line
            .split([' ', '│'])
            .filter(|word| !self.is_honest(word, wide));
        found.next().map(str::to_owned)
    }

    fn is_honest(&self, word: &str, wide: u16) -> bool {
        let known = |word: &str| word.is_empty() || self.0.contains(word);
        if known(word) || known(bare(word)) {
            return true;
        }
        if word.contains(['‹', '›']) {
            let part = word.trim_matches(['‹', '›', '[', ']', '>', ':']);
            return self.0.iter().any(|known| known.contains(part));
        }
        if let Some(begin) = word.strip_suffix('…') {
            return is_text(begin) && self.begins(begin);
        }
        if !is_text(word) {
            return is_place(word);
        }
        // What is broken is longer than most of the line.
        let long = usize::from(wide.saturating_sub(24)).max(1);
        self.0
            .iter()
            .any(|known| known.chars().count() > long && known.contains(bare(word)))
    }

    fn begins(&self, begin: &str) -> bool {
        let begin = begin.trim_start_matches(AROUND);
        let mut from = self.0.range(begin.to_owned()..);
        from.next().is_some_and(|known| known.starts_with(begin))
            || self
                .0
                .iter()
                .any(|known| known.contains(begin) && !begin.is_empty())
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(AROUND)
}

/// True for what is no number: letters, or no digits.
fn is_text(word: &str) -> bool {
    word.contains(char::is_alphabetic) || !word.contains(|letter: char| letter.is_ascii_digit())
}

/// `1-18/40`, which follows the size of the window.
fn is_place(word: &str) -> bool {
    let parts: Vec<&str> = bare(word).split(['-', '–', '/']).collect();
    parts.len() > 1 && parts.iter().all(|part| part.parse::<usize>().is_ok())
}

#[test]
fn cuts_that_mislead_are_told_from_those_that_do_not() {
    let mut words = Words::default();
    words.learn(&[
        "Xây dựng 1.234 nhiệm vụ, trễ 28 ngày -24 KH9125/23-041 hoàn-thành-đúng-hạn".to_owned(),
    ]);
    let honest = [
        "Xây dựng 1.234 …",
        "Xâ…",
        "‹ựng nhi›",
        "KH9125/2…",
        "dòng… 3-7/40",
        "-24",
        "trễ 28 …",
    ];
    for line in honest {
        let line = line.replace("dòng…", "nhiệm…");
        assert_eq!(words.misleading(&line, 80), None, "{line}");
    }
    for line in [
        "1.23",
        "234",
        "1.2…",
        "28…",
        "24",
        "Xâ",
        "Xâydựng",
        "nhiệmtrễ",
        "2",
    ] {
        assert!(words.misleading(line, 80).is_some(), "{line}");
    }
    assert_eq!(words.misleading("hoàn-thành-đ", 12), None);
}
