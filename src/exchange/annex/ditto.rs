//! Marks that stand for the cell above: "nt", "-nt-", "Như trên", and signs of repetition (DOMAIN 3.4 rule 2).

use crate::domain::fold::fold;

const MARKS: &[char] = &['"', '“', '”', '„', '″', '〃', '\'', '’', '‘'];

const WORDS: &[&str] = &[
    "nt",
    "n t",
    "nhu tren",
    "nhu tren nt",
    "nt nhu tren",
    "nhu dong tren",
    "nhu o tren",
    "nhu hang tren",
];

/// The longest of them in bytes, with accents and brackets.
const LONGEST: usize = 32;

/// True if the cell stands for the one above.
pub(super) fn is_ditto(cell: &str) -> bool {
    if cell.len() > LONGEST {
        return false;
    }
    let Some(first) = cell
        .chars()
        .find(|letter| !matches!(letter, ' ' | '-' | '–' | '('))
    else {
        // A dash alone says that there is nothing, or that something is not known (D16).
        return false;
    };
    if MARKS.contains(&first) || matches!(first, '/' | ',') {
        return is_mark(cell);
    }
    matches!(first, 'n' | 'N') && WORDS.contains(&fold(cell).as_str())
}

fn is_mark(cell: &str) -> bool {
    let inner: String = cell
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '–' | '(' | ')' | '.'))
        .collect();
    let is_quote = !inner.is_empty() && inner.chars().all(|letter| MARKS.contains(&letter));
    is_quote || matches!(inner.as_str(), "//" | ",,")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_repetition_are_known_and_nothing_else() {
        for cell in [
            "nt",
            "NT",
            "-nt-",
            "- nt -",
            "nt.",
            "n/t",
            "(nt)",
            "Như trên",
            "nhu tren",
            "Như trên.",
            "\"",
            "''",
            "〃",
            "-\"-",
            "- “ -",
            "”",
            "-//-",
        ] {
            assert!(is_ditto(cell), "{cell}");
        }
        for cell in [
            "",
            "-",
            "--",
            "- -",
            "Như trên và Sở Tài chính",
            "NTM",
            "Như mục 3",
            "/",
            ",",
            "Nội vụ",
            "...",
        ] {
            assert!(!is_ditto(cell), "{cell}");
        }
    }
}
