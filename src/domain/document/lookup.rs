//! Which document a text names: by its code, by its number in any spelling, with its date where several have it.

use super::{Document, DocumentFlaw, DocumentReference, number_key, symbol_key};
use crate::domain::fold::{clean, fold};

/// The one document that a text names: `KH9125/23`, `26-nq/tư`, `Nghị quyết 26-NQ/TW ngày 19/5/2018`.
///
/// # Errors
/// [`DocumentFlaw::Unknown`] where there is none, or several fit.
pub fn cited<'a>(documents: &'a [Document], text: &str) -> Result<&'a Document, DocumentFlaw> {
    let text = clean(text);
    let unknown = || DocumentFlaw::Unknown(text.clone());
    let code = symbol_key(&text);
    let has_code = |document: &&Document| !code.is_empty() && symbol_key(&document.code) == code;
    if let Some(document) = documents.iter().find(has_code) {
        return Ok(document);
    }
    let key = number_key(&text);
    let date = DocumentReference::parse(&text).and_then(|reference| reference.date);
    let fits = |document: &&Document| {
        !key.is_empty() && document.key() == key && (date.is_none() || document.date == date)
    };
    let mut found = documents.iter().filter(fits);
    match (found.next(), found.next()) {
        (Some(document), None) => Ok(document),
        _ => Err(unknown()),
    }
}

/// True where every word that was typed stands in what is known of a document: its number in any spelling, its
/// code, kind, issuer, abstract.
#[must_use]
pub fn mentions(document: &Document, typed: &str) -> bool {
    let typed = clean(typed);
    if typed.is_empty() {
        return true;
    }
    let key = number_key(&typed);
    if !key.is_empty() && document.key().starts_with(&key) {
        return true;
    }
    let known = [
        document.code.as_str(),
        &document.symbol,
        &document.kind,
        &document.issuer,
        &document.summary,
    ];
    let known = format!(" {}", fold(&known.join(" ")));
    fold(&typed)
        .split(' ')
        .all(|word| known.contains(&format!(" {word}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::DocumentId;

    fn documents() -> Vec<Document> {
        let one = |id, symbol: &str, date: &str, code: &str| Document {
            id: DocumentId(id),
            kind: "Nghị quyết".to_owned(),
            symbol: symbol.to_owned(),
            date: date.parse().ok(),
            issuer: "TW".to_owned(),
            summary: "Xây dựng đội ngũ cán bộ".to_owned(),
            code: code.to_owned(),
            bases: Vec::new(),
            skips_confirmation: false,
        };
        vec![
            one(1, "26-NQ/TW", "2018-05-19", "NQ26/18"),
            one(2, "12/KH-UBND", "2022-01-05", "KH12/22"),
            one(3, "12/KH-UBND", "2023-01-05", "KH12/23"),
        ]
    }

    #[test]
    fn a_document_is_named_by_code_or_number_and_date_where_the_number_is_not_enough() {
        let documents = documents();
        let found = |text| cited(&documents, text).map(|it| it.id.0).ok();
        for text in ["nq26/18", "26-NQ/TƯ", "Nghị quyết 26 - NQ/TW", "026-nq/tw"] {
            assert_eq!(found(text), Some(1), "{text}");
        }
        assert_eq!(found("12/KH-UBND"), None, "two have it");
        assert_eq!(found("Kế hoạch số 12/KH-UBND ngày 05/01/2023"), Some(3));
        assert_eq!(found("KH12/22"), Some(2));
        assert_eq!(found(""), None);
        assert_eq!(found("13/KH-UBND"), None);
    }

    #[test]
    fn letters_narrow_by_number_and_by_words() {
        let documents = documents();
        let found = |typed: &str| -> Vec<i64> {
            let fits = documents.iter().filter(|it| mentions(it, typed));
            fits.map(|it| it.id.0).collect()
        };
        assert_eq!(found("26-nq/tư"), [1]);
        assert_eq!(found("can bo doi"), [1, 2, 3]);
        assert_eq!(found("12/kh"), [2, 3]);
        assert_eq!(found("kh12 23"), [3]);
    }
}
