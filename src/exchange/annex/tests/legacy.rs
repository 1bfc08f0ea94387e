//! Annexes of the nineties.

use super::*;
use crate::domain::legacy::Coding;

#[test]
fn rows_of_an_old_coding_are_decoded_and_shown_before_and_after() {
    let rows = read(
        "1|Rµ so¸t thñ tôc hµnh chÝnh||B¸o c¸o|Së T\u{ad} ph¸p|Së Néi vô|Quý I/2022|\n\
         2|Raø soaùt thuû tuïc haønh chính||Baùo caùo|Sôû Tö phaùp|UBND|Quyù I/2022|\n\
         3|Rà soát thủ tục hành chính||Báo cáo|Sở Tư pháp||Quý I/2022|",
    );
    for row in &rows {
        assert_eq!(row.cell(Column::Content), "Rà soát thủ tục hành chính");
        assert_eq!(row.cell(Column::Product), "Báo cáo");
        assert_eq!(row.cell(Column::Lead), "Sở Tư pháp");
        assert_eq!(row.cell(Column::Deadline), "Quý I/2022");
    }
    let coding = |place: usize| {
        let cell = rows
            .get(place)?
            .cells
            .iter()
            .find(|it| it.column == Column::Lead)?;
        cell.before.clone()
    };
    assert_eq!(coding(0), Some((Coding::Tcvn3, "Së T ph¸p".to_owned())));
    assert_eq!(coding(1), Some((Coding::Vni, "Sôû Tö phaùp".to_owned())));
    assert_eq!(coding(2), None);
}

#[test]
fn only_the_cells_that_need_it_are_decoded() {
    let rows =
        read("1|Rµ so¸t thñ tôc hµnh chÝnh||Báo cáo|Sở Tư pháp||Quý I|Chỉ thị số 901/CT-UBND");
    let row = rows.first().expect("a row");
    let decoded: Vec<Column> = row
        .cells
        .iter()
        .filter(|cell| cell.before.is_some())
        .map(|cell| cell.column)
        .collect();
    assert_eq!(decoded, [Column::Content]);
    assert_eq!(row.cell(Column::Product), "Báo cáo");
}

#[test]
fn a_choice_for_a_column_overrules_what_is_recognised() {
    let sheet = || records(&format!("{HEADER}\n1|Rµ so¸t thñ tôc||P|Nhãm|||"));
    let with = |codings| {
        let options = Options {
            codings,
            ..Options::default()
        };
        let rows = read_with(sheet(), &options);
        let row = rows.first().expect("a row");
        (
            row.cell(Column::Content).to_owned(),
            row.cell(Column::Lead).to_owned(),
        )
    };
    let tell = |content: &str, lead: &str| (content.to_owned(), lead.to_owned());
    assert_eq!(with(vec![]), tell("Rà soát thủ tục", "Nhãm"));
    assert_eq!(
        with(vec![
            (Column::Content, None),
            (Column::Lead, Some(Coding::Tcvn3))
        ]),
        tell("Rµ so¸t thñ tôc", "Nhóm")
    );
}

#[test]
fn groups_and_repeated_headers_of_an_old_coding_are_known() {
    let rows = read(
        "II|C¶i c¸ch thÓ chÕ||||||\n\
         STT|Néi dung nhiÖm vô||||||\n\
         1|Rµ so¸t v¨n b¶n|||Së T\u{ad} ph¸p|||",
    );
    assert_eq!(kinds(&rows), ["group", "header", "task"]);
    assert_eq!(
        rows.last().and_then(|row| row.heading.as_deref()),
        Some("Cải cách thể chế")
    );
}
