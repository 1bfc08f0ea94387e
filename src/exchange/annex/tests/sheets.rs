//! What only workbooks have: merged cells, fonts, hidden rows, errors.

use super::*;

fn merged(from: (u64, usize)) -> Cell {
    Cell {
        merged_from: Some(from),
        ..Cell::default()
    }
}

#[test]
fn merged_cells_hold_for_their_rows_and_are_doubted_where_that_is_not_the_custom() {
    let mut sheet = records(&format!(
        "{HEADER}\n1|A|TTHC|P|SNV|STC|30/6/2022|\n2|B||||||"
    ));
    let second = sheet.get_mut(2).expect("three rows");
    for place in 2..7 {
        second.cells[place] = merged((2, place + 1));
    }
    let rows = read_with(sheet, &Options::default());
    let second = rows.get(1).expect("two rows");
    let texts = Column::ALL.map(|column| second.cell(column));
    assert_eq!(texts, ["2", "B", "TTHC", "P", "SNV", "STC", "", ""]);
    let doubted: Vec<Column> = second
        .cells
        .iter()
        .filter(|cell| cell.is_merged)
        .map(|cell| cell.column)
        .collect();
    assert_eq!(
        doubted,
        [Column::Product, Column::Support, Column::Deadline]
    );
    assert!(
        second
            .cells
            .iter()
            .skip(2)
            .all(|cell| cell.from == Some((2, cell.place)))
    );
}

#[test]
fn one_content_merged_over_several_leads_is_a_task_for_each() {
    let mut sheet = records(&format!("{HEADER}\n1|A|||SNV||Quý I|\n||||STC||Quý II|"));
    let second = sheet.get_mut(2).expect("three rows");
    second.cells[0] = merged((2, 1));
    second.cells[1] = merged((2, 2));
    let rows = read_with(sheet, &Options::default());
    let second = rows.get(1).expect("two rows");
    assert_eq!(second.kind, RowKind::Task);
    assert_eq!(
        (second.cell(Column::Content), second.cell(Column::Lead)),
        ("A", "STC")
    );
    assert!(
        second
            .cells
            .iter()
            .any(|cell| cell.column == Column::Content && cell.is_merged)
    );
}

#[test]
fn a_letter_with_a_title_is_a_task_where_the_lead_is_merged_with_the_one_above() {
    let mut sheet = records(&format!(
        "{HEADER}\na|Rà soát|||SNV||Quý I|\nb|Kiểm tra||||||"
    ));
    sheet.get_mut(2).expect("three rows").cells[4] = merged((2, 5));
    let rows = read_with(sheet, &Options::default());
    assert_eq!(kinds(&rows), ["task", "task"]);
}

#[test]
fn hidden_rows_and_failed_formulas_are_told() {
    let mut sheet = records(&format!("{HEADER}\n1|A|||#REF!|||"));
    let row = sheet.get_mut(1).expect("two rows");
    row.is_hidden = true;
    row.cells[4].is_error = true;
    row.cells[1].is_hidden = true;
    let rows = read_with(sheet, &Options::default());
    let row = rows.first().expect("a row");
    assert!(row.is_hidden);
    let told = |column: Column| {
        let cell = row
            .cells
            .iter()
            .find(|it| it.column == column)
            .expect("filled");
        (cell.is_error, cell.is_hidden)
    };
    assert_eq!(told(Column::Lead), (true, false));
    assert_eq!(told(Column::Content), (false, true));
}
