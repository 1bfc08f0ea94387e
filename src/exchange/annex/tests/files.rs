//! Tables as offices send them, and files that are none.

use proptest::prelude::*;

use super::super::*;
use crate::domain::error::FileFault;

const HEADER: &str = "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao\n";

fn read(rows: &str) -> Vec<ReadRow> {
    read_carried(format!("{HEADER}{rows}").as_bytes()).expect("a table")
}

/// The tasks, and the others by number and reason.
fn parted(rows: Vec<ReadRow>) -> (Vec<ReadRow>, Vec<(u64, SkipReason)>) {
    let reasons = rows.iter().filter_map(|row| Some((row.row, row.skipped?)));
    let reasons = reasons.collect();
    let tasks = rows.into_iter().filter(|row| row.skipped.is_none());
    (tasks.collect(), reasons)
}

/// The texts of some columns of a row.
fn texts<const N: usize>(row: &ReadRow, columns: [Column; N]) -> [&str; N] {
    columns.map(|column| row.cell(column))
}

const FIRST: [Column; 3] = [Column::Area, Column::Lead, Column::Document];
const SECOND: [Column; 3] = [Column::Product, Column::Support, Column::Deadline];

#[test]
fn our_own_sample_is_read_whole() {
    let rows = read_carried(include_bytes!("../../../../assets/tasks.csv")).expect("a table");
    let (tasks, skipped) = parted(rows);
    assert_eq!(tasks.len(), 133);
    assert_eq!(skipped, []);
    let first = tasks.first().expect("a row");
    assert_eq!(
        (first.row, first.line, first.cell(Column::Item)),
        (1, 2, "1")
    );
    assert_eq!(
        texts(first, [Column::Lead, Column::Document]),
        [
            "Các sở, ban, ngành; UBND các quận, huyện và thành phố Thủ Đức",
            "Chỉ thị số 901/CT-UBND ngày 10/5/2022"
        ]
    );
}

#[test]
fn any_delimiter_order_and_wording_is_the_same_table() {
    let semicolons =
        "\u{feff}Thời hạn;Đơn vị chủ trì;Người lập;Nhiệm vụ\r\n30/6/2022;SNV, STC;ai;Rà soát\r\n";
    let tabs = "nhiem vu\tthoi han\tdon vi chu tri\nRà soát\t30/6/2022\tSNV, STC\n";
    for text in [semicolons, tabs] {
        let rows = read_carried(text.as_bytes()).expect("a table");
        let [row]: &[ReadRow; 1] = rows.as_slice().try_into().expect("one row");
        assert_eq!(
            texts(row, [Column::Content, Column::Lead, Column::Deadline]),
            ["Rà soát", "SNV, STC", "30/6/2022"]
        );
    }
}

#[test]
fn a_title_block_above_the_header_is_passed_over() {
    let text = format!("PHỤ LỤC\n\"(Kèm theo Kế hoạch số 1/KH-UBND)\"\n\n{HEADER}1,A,,,SNV,,,\n");
    let rows = read_carried(text.as_bytes()).expect("a table");
    assert_eq!(rows.len(), 1);
}

#[test]
fn merged_cells_are_carried_down_but_deadlines_are_not() {
    let rows =
        read("1,A,TTHC,P,SNV,STC,30/6/2022,901/CT-UBND\n2,B,,,,,,\n3,C,,nt,,Như trên,\"\"\"\",\n");
    let [_, second, third]: &[ReadRow; 3] = rows.as_slice().try_into().expect("three rows");
    assert_eq!(texts(second, FIRST), ["TTHC", "SNV", "901/CT-UBND"]);
    assert_eq!(texts(second, SECOND), ["", "", ""]);
    assert_eq!(texts(third, SECOND), ["", "", ""]);
    let rows = read("1,A,,P,SNV,STC,30/6/2022,\n2,B,,-nt-,,Như trên,\"\"\"\",\n");
    let second = rows.get(1).expect("two rows");
    assert_eq!(texts(second, SECOND), ["P", "STC", "30/6/2022"]);
}

#[test]
fn what_is_no_task_is_skipped_with_its_reason() {
    let (tasks, skipped) = parted(read(
        "1,2,3,4,5,6,7,8\n\
         I,Cải cách thể chế,,,,,,\n\
         1,Rà soát văn bản,,,STP,,Quý I,\n\
         ,của Thành phố,,,,,,\n\
         ,,,,,,,\n\
         STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao\n\
         2,,,,SNV,,,\n\
         3,B,,,Các sở, ban, ngành,,,\n\
         ,Tổng cộng,,,,,12,\n\
         Ghi chú: dự thảo,,,,,,,\n",
    ));
    let [row]: &[ReadRow; 1] = tasks.as_slice().try_into().expect("one row");
    assert_eq!(
        (row.row, row.cell(Column::Content), row.heading.as_deref()),
        (3, "Rà soát văn bản của Thành phố", Some("Cải cách thể chế"))
    );
    let reasons: Vec<SkipReason> = skipped.iter().map(|(_, reason)| *reason).collect();
    assert_eq!(
        reasons,
        [
            SkipReason::RepeatedHeader,
            SkipReason::Heading,
            SkipReason::Continuation,
            SkipReason::Blank,
            SkipReason::RepeatedHeader,
            SkipReason::NoContent,
            SkipReason::TooManyCells,
            SkipReason::Total,
            SkipReason::Footnote
        ]
    );
}

#[test]
fn line_breaks_stay_where_they_part_agencies_only() {
    let rows = read("1,\"A\nB\",,,\"Sở Nội vụ\n Sở  Tài chính\",,,\n");
    let row = rows.first().expect("a row");
    assert_eq!(
        texts(row, [Column::Content, Column::Lead]),
        ["A B", "Sở Nội vụ\nSở Tài chính"]
    );
}

#[test]
fn a_file_that_is_no_table_of_tasks_says_what_is_missing() {
    let fault = |bytes: &[u8]| read_carried(bytes).expect_err("no table");
    assert_eq!(fault(b""), FileFault::Empty);
    assert_eq!(fault(b"\xef\xbb\xbf \n"), FileFault::Empty);
    assert_eq!(
        fault(b"a;b\n1;2\n"),
        FileFault::NoHeader {
            found: vec!["a".to_owned(), "b".to_owned()]
        }
    );
    assert_eq!(
        fault("STT,Nội dung nhiệm vụ\n1,A\n".as_bytes()),
        FileFault::MissingColumns {
            missing: vec![
                "Cơ quan chủ trì".to_owned(),
                "Thời gian hoàn thành".to_owned()
            ],
            found: vec!["STT".to_owned(), "Nội dung nhiệm vụ".to_owned()]
        }
    );
    let open = format!("{HEADER}1,A,,,SNV,,,\n2,\"B,,,SNV,,,\n3,C,,,SNV,,,\n");
    assert_eq!(fault(open.as_bytes()), FileFault::Malformed { line: 3 });
}

proptest! {
    #[test]
    fn no_soup_of_bytes_does_harm(soup in prop::collection::vec(any::<u8>(), 0..200), text in "[\\PC,;\"\n\t]{0,120}") {
        let _ = read_carried(&soup);
        let _ = read_carried(format!("{HEADER}{text}").as_bytes());
        let _ = read_carried(&[HEADER.as_bytes(), &soup].concat());
    }
}
