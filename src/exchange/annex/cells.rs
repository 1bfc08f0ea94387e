//! Makes the text of a cell fit to be kept: NFC, nothing invisible, runs of white space one space
//! (DOMAIN 3.4 rule 8). Most cells are so already, and are passed on as they are.

use super::LONGEST_CELL;
use crate::domain::fold::clean;
use crate::domain::legacy;

/// What one look at the letters of a cell tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Nothing but white space and invisible characters stands in it.
    pub is_blank: bool,
    /// It can be kept as it is.
    pub is_tidy: bool,
    /// It may be of an old coding.
    pub is_suspicious: bool,
    /// It is longer than any spreadsheet allows.
    pub is_too_long: bool,
}

impl Look {
    pub(super) fn at(text: &str) -> Self {
        let mut look = Self {
            is_blank: true,
            is_tidy: !text.ends_with(' '),
            is_suspicious: false,
            is_too_long: text.len() > LONGEST_CELL && text.chars().nth(LONGEST_CELL).is_some(),
        };
        let mut before = ' ';
        for letter in text.chars() {
            match letter {
                ' ' => look.is_tidy &= before != ' ',
                '!'..='~' => look.is_blank = false,
                // Vietnamese letters are composed here; what may have to be composed is looked at below.
                'ă' | 'đ' | 'ơ' | 'ư' | 'Ă' | 'Đ' | 'Ơ' | 'Ư' | '\u{1ea0}'..='\u{1ef9}' => {
                    look.is_blank = false;
                }
                '\u{a1}'..='\u{ff}' => {
                    // Invisible, and the ư of TCVN3: only the decoded text can say whether it is blank.
                    look.is_tidy &= letter != '\u{ad}';
                    look.is_blank &= letter == '\u{ad}';
                    look.is_suspicious |= legacy::is_suspicious(before, letter);
                }
                '\u{100}'..='\u{2ff}' | '–' | '—' | '‘' | '’' | '“' | '”' | '•' | '…' =>
                {
                    look.is_blank = false;
                }
                _ => look.is_tidy = false,
            }
            before = letter;
        }
        // Whatever is left of it has to be seen: it may all be invisible.
        if look.is_blank && !look.is_tidy && !text.is_empty() {
            look.is_blank = clean(text).is_empty();
        }
        look
    }
}

/// The text as it is kept; lines stay apart where they part agencies and dates.
pub(super) fn tidied(text: String, is_tidy: bool, keeps_lines: bool) -> String {
    if is_tidy {
        return text;
    }
    if !keeps_lines {
        return clean(&text);
    }
    let lines: Vec<String> = text
        .split(['\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(clean)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_as_it_should_be_is_passed_on() {
        for text in ["Sở Nội vụ", "30/6/2022", "“Một cửa” – số 12…", "PHỤ LỤC II"]
        {
            assert!(Look::at(text).is_tidy, "{text}");
        }
        for text in [
            " a",
            "a ",
            "a  b",
            "a\u{a0}b",
            "Ca\u{309}i",
            "a\u{200b}",
            "a\nb",
        ] {
            assert!(!Look::at(text).is_tidy, "{text:?}");
        }
        assert!(Look::at("\u{200b} \u{ad}").is_blank);
        assert_eq!(
            tidied(" Sở  Nội vụ \r\n\n Sở Y tế".to_owned(), false, true),
            "Sở Nội vụ\nSở Y tế"
        );
    }

    proptest! {
        #[test]
        fn a_tidy_text_is_one_that_cleaning_leaves_as_it_is(text in "[ a-zăâêỆđ\u{a0}\u{ad}\u{301}“…\u{200b}\n\u{212b}\u{f900}µK]{0,12}") {
            let look = Look::at(&text);
            if look.is_tidy {
                prop_assert_eq!(clean(&text), text.clone());
            }
            prop_assert_eq!(look.is_blank, clean(&text).is_empty());
        }
    }
}
