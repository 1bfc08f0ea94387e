//! What stands above the table: "PHỤ LỤC ... (Kèm theo Kế hoạch số 9010/KH-UBND ngày 25/01/2022 của ...)".

use crate::domain::document::DocumentReference;

/// How the words begin that say of which document a table is the annex.
const BEFORE: &[&str] = &["ban hành kèm theo", "kèm theo", "ban hành theo", "theo"];

/// What may follow a document in its citation and is none of it.
const AFTER: &[&str] = &[" của ", " về ", ")", ";"];

/// The document that a text of the title block names, without what stands around it.
///
/// A text that only mentions a symbol ("Số: 12/BC-SNV") names the paper itself and not its parent.
pub(super) fn document_in(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // Lower-casing keeps the length of Vietnamese letters; where it does not, `get` finds nothing.
    let begin = BEFORE
        .iter()
        .find_map(|word| lower.find(word).map(|at| at + word.len()))?;
    let cited = text.get(begin..)?.trim_start();
    let end = AFTER
        .iter()
        .filter_map(|word| cited.find(word))
        .min()
        .unwrap_or(cited.len());
    let cited = cited.get(..end)?.trim_end_matches([' ', ',', '.']);
    let reference = DocumentReference::parse(cited)?;
    (!reference.symbol.is_empty()).then(|| cited.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_of_an_annex_is_taken_out_of_its_title() {
        for (title, document) in [
            (
                "(Kèm theo Kế hoạch số 9010/KH-UBND ngày 25/01/2022 của Ủy ban nhân dân Thành phố)",
                Some("Kế hoạch số 9010/KH-UBND ngày 25/01/2022"),
            ),
            (
                "(Ban hành kèm theo Quyết định số 52/2021/QĐ-UBND ngày 03 tháng 12 năm 2021)",
                Some("Quyết định số 52/2021/QĐ-UBND ngày 03 tháng 12 năm 2021"),
            ),
            ("PHỤ LỤC II", None),
            ("DANH MỤC NHIỆM VỤ NĂM 2022", None),
            ("Số: 12/BC-SNV", None),
        ] {
            assert_eq!(document_in(title).as_deref(), document, "{title}");
        }
    }
}
