//! What the rows are, and what they have from the row above.

use proptest::prelude::*;

use super::*;

#[test]
fn blank_cells_have_the_value_above_where_that_is_the_custom() {
    let rows = read("1|A|TTHC|P|SNV|STC|30/6/2022|901/CT-UBND\n2|B||||||");
    let second = rows.get(1).expect("two rows");
    let texts = Column::ALL.map(|column| second.cell(column));
    assert_eq!(texts, ["2", "B", "TTHC", "", "SNV", "", "", "901/CT-UBND"]);
    let lead = second.cells.iter().find(|it| it.column == Column::Lead);
    assert_eq!(lead.and_then(|it| it.from), Some((2, 4)));
}

#[test]
fn ditto_marks_have_the_value_above_even_of_deadlines_and_through_chains() {
    let rows = read(
        "1|A|TTHC|P|SNV|STC|30/6/2022|901/CT-UBND\n\
         2|B|nt|-nt-|\"|Như trên|''|〃\n\
         3|C|nt.|n/t|nt|-\"-|nt|nt\n\
         4|D||-|||-|",
    );
    for row in rows.iter().take(3).skip(1) {
        let texts = [
            Column::Product,
            Column::Lead,
            Column::Support,
            Column::Deadline,
        ]
        .map(|it| row.cell(it));
        assert_eq!(texts, ["P", "SNV", "STC", "30/6/2022"]);
        let deadline = row.cells.iter().find(|it| it.column == Column::Deadline);
        assert_eq!(deadline.and_then(|it| it.from), Some((2, 6)));
    }
    let last = rows.get(3).expect("four rows");
    assert_eq!(
        (last.cell(Column::Product), last.cell(Column::Deadline)),
        ("-", "-")
    );
}

#[test]
fn a_ditto_mark_under_nothing_is_nothing() {
    let rows = read("1|A||nt|SNV|nt|nt|\n2|B||nt|||nt|");
    for row in &rows {
        assert_eq!(row.cell(Column::Product), "");
        assert_eq!(row.cell(Column::Deadline), "");
    }
}

#[test]
fn headings_in_all_their_forms_take_over_the_area_and_leave_the_lead() {
    let rows = read(
        "1|A|TTHC||SNV|||901/CT-UBND\n\
         II|Cải cách thể chế||||||\n\
         2|B||||||\n\
         III. Cải cách tài chính công|||||||\n\
         3|C||||||\n\
         |B. Nhiệm vụ chung||||||\n\
         4|D||||||\n\
         |CẢI CÁCH CHẾ ĐỘ CÔNG VỤ||||||\n\
         5|E||||||\n\
         a)|Nhiệm vụ thường xuyên||||||\n\
         6|F||||||",
    );
    let found: Vec<(&str, Option<&str>, &str, &str)> = tasks(&rows)
        .into_iter()
        .map(|row| {
            (
                row.cell(Column::Content),
                row.heading.as_deref(),
                row.cell(Column::Area),
                row.cell(Column::Lead),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("A", None, "TTHC", "SNV"),
            ("B", Some("Cải cách thể chế"), "", "SNV"),
            ("C", Some("Cải cách tài chính công"), "", "SNV"),
            ("D", Some("Nhiệm vụ chung"), "", "SNV"),
            ("E", Some("CẢI CÁCH CHẾ ĐỘ CÔNG VỤ"), "", "SNV"),
            ("F", Some("Nhiệm vụ thường xuyên"), "", "SNV"),
        ]
    );
    assert!(
        rows.iter()
            .all(|row| matches!(row.kind, RowKind::Task | RowKind::Group))
    );
}

#[test]
fn an_arabic_number_is_a_heading_only_where_the_numbers_go_on_inside() {
    let rows = read(
        "1|Công tác xây dựng thể chế||||||\n\
         1.1|Rà soát văn bản|||STP||Quý I|\n\
         2|Kiểm tra công vụ||||||\n\
         3|Báo cáo|||SNV||Quý II|",
    );
    assert_eq!(kinds(&rows), ["group", "task", "task", "task"]);
    assert_eq!(
        rows.get(1).and_then(|row| row.heading.as_deref()),
        Some("Công tác xây dựng thể chế")
    );
}

#[test]
fn content_goes_on_over_a_page_break_with_a_repeated_header() {
    let rows = read(&format!(
        "1|Rà soát văn bản|||STP||Quý I|\n\
         |||||||\n\
         {HEADER}\n\
         (1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)\n\
         |của Thành phố||||||\n\
         |và của quận||||||\n\
         2|Kiểm tra|||SNV||Quý II|"
    ));
    assert_eq!(
        kinds(&rows),
        [
            "task",
            "blank",
            "header",
            "header",
            "continuation",
            "continuation",
            "task"
        ]
    );
    assert_eq!(
        rows.first().map(|row| row.cell(Column::Content)),
        Some("Rà soát văn bản của Thành phố và của quận")
    );
}

#[test]
fn a_table_without_numbers_has_no_continuations() {
    let rows = read("|Rà soát|||STP||Quý I|\n|Kiểm tra||||||");
    assert_eq!(kinds(&rows), ["task", "task"]);
}

#[test]
fn totals_footnotes_and_signatures_are_notes_and_so_is_what_follows_them() {
    let rows = read(
        "1|Rà soát|||STP||Quý I|\n\
         |Tổng cộng|||||1|\n\
         Tổng số: 1 nhiệm vụ|||||||\n\
         Ghi chú: dự thảo|||||||\n\
         (*) Theo Chỉ thị số 901/CT-UBND|||||||\n\
         Nơi nhận:||||TM. ỦY BAN NHÂN DÂN|||\n\
         |- Như trên;|||CHỦ TỊCH|||\n\
         - Lưu: VT.|||||||\n\
         ||||Nguyễn Văn A|||",
    );
    let reasons: Vec<SkipReason> = rows.iter().filter_map(|row| row.skipped).collect();
    let mut expected = vec![SkipReason::Total; 2];
    expected.extend([SkipReason::Footnote; 6]);
    assert_eq!(reasons, expected);
    assert_eq!(kinds(&rows)[0], "task");
}

#[test]
fn a_subtotal_between_the_tasks_ends_nothing() {
    let rows = read("1|A|||STP||Quý I|\n|Cộng: 1 nhiệm vụ||||||\nII|Thể chế||||||\n2|B|||||Quý I|");
    assert_eq!(kinds(&rows), ["task", "note", "group", "task"]);
    assert_eq!(rows.get(3).map(|row| row.cell(Column::Lead)), Some("STP"));
}

#[test]
fn what_cannot_be_a_task_is_a_note_with_its_reason() {
    let long = "ă".repeat(LONGEST_CELL + 1);
    let rows = read(&format!(
        "1||||SNV||Quý I|\n\
         2|B|||Các sở| ban| ngành|||\n\
         3|{long}|||SNV|||\n\
         4|D|||STP||Quý I|"
    ));
    let reasons: Vec<Option<SkipReason>> = rows.iter().map(|row| row.skipped).collect();
    assert_eq!(
        reasons,
        [
            Some(SkipReason::NoContent),
            Some(SkipReason::TooManyCells),
            Some(SkipReason::CellTooLong),
            None
        ]
    );
    let shown = rows
        .get(2)
        .map(|row| row.cell(Column::Content).chars().count());
    assert_eq!(shown, Some(101), "enough to be known by, and no more");
}

#[test]
fn blank_cells_beyond_the_header_in_every_row_are_a_habit() {
    let rows = read("1|A|||SNV|||||\n2|B|||SNV|||||");
    assert_eq!(kinds(&rows), ["task", "task"]);
}

#[test]
fn text_is_cleaned_and_its_spelling_left_alone() {
    let rows = read("1|  Chuẩn hoá\u{a0}\u{200b} thủ\\ntục  |||Sở  Nội vụ\\n\\n Sở Y tê\u{301}|||");
    let row = rows.first().expect("a row");
    assert_eq!(row.cell(Column::Content), "Chuẩn hoá thủ tục");
    assert_eq!(row.cell(Column::Lead), "Sở Nội vụ\nSở Y tế");
}

#[test]
fn a_fault_of_the_file_comes_after_all_that_was_read_before_it() {
    let records = records(&format!("{HEADER}\n1|A|||SNV|||"));
    let layout = find_layout(&records, &Options::default()).expect("a header");
    let below = [
        Ok(records.get(1).cloned().expect("a row")),
        Err(FileFault::Malformed { line: 3 }),
    ];
    let rows: Vec<_> = Annex::new(&layout, &Options::default(), below.into_iter()).collect();
    assert!(matches!(
        rows.as_slice(),
        [Ok(_), Err(FileFault::Malformed { line: 3 })]
    ));
}

/// Cells as annexes have them, and as they do not.
fn cell() -> impl Strategy<Value = String> {
    let known: Vec<&str> = vec![
        "",
        "",
        "",
        "1",
        "2.",
        "1.1",
        "I",
        "II.",
        "a)",
        "nt",
        "\"",
        "-",
        "Rà soát văn bản",
        "Sở Nội vụ",
        "Quý I/2022",
        "Tổng cộng",
        "Ghi chú: x",
        "STT",
        "Nội dung nhiệm vụ",
        "Cơ quan chủ trì",
        "(1)",
        "II. Thể chế",
        "THỂ CHẾ CHUNG",
        "C¶i c¸ch hµnh chÝnh",
        "Caûi caùch haønh chính",
        "Trang 2",
        "TM. ỦY BAN",
        "\u{ad}",
        "\u{200b}",
    ];
    let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
    prop_oneof![8 => prop::sample::select(known), 1 => "\\PC{0,12}"]
}

fn row() -> impl Strategy<Value = Record> {
    prop::collection::vec((cell(), any::<bool>()), 0..10).prop_map(|cells| Record {
        line: 1,
        cells: cells
            .into_iter()
            .map(|(text, is_merged)| Cell {
                merged_from: (is_merged && text.is_empty()).then_some((1, 1)),
                ..Cell::text(text)
            })
            .collect(),
        is_hidden: false,
    })
}

proptest! {
    #[test]
    fn every_record_comes_out_once_and_in_order(rows in prop::collection::vec(row(), 0..60)) {
        let many = rows.len();
        let header = records(HEADER);
        let layout = find_layout(&header, &Options::default()).expect("our own header");
        let annex = Annex::new(&layout, &Options::default(), rows.into_iter().map(Ok));
        let mut next = 0;
        for row in annex {
            let row = row.expect("no fault");
            next += 1;
            prop_assert_eq!(row.row, next);
            prop_assert_eq!(row.skipped.is_none(), row.kind == RowKind::Task);
            if let Some(reason) = row.skipped {
                prop_assert_eq!(reason.kind(), row.kind);
            } else {
                prop_assert!(!row.cell(Column::Content).is_empty());
            }
        }
        prop_assert_eq!(usize::try_from(next).expect("few"), many);
    }

    #[test]
    fn no_top_of_a_file_does_harm(rows in prop::collection::vec(row(), 0..20)) {
        let _ = find_layout(&rows, &Options::default());
    }
}
