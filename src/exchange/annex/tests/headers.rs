//! Where headers stand, and what they are called.

use super::*;

fn layout(text: &str) -> Result<Layout, FileFault> {
    find_layout(&records(text), &Options::default())
}

/// The columns in the order of the file, by their codes; `-` for one that is not known.
fn columns(layout: &Layout) -> String {
    let codes = layout
        .columns
        .iter()
        .map(|it| it.column.map_or("-", Column::code));
    codes.collect::<Vec<_>>().join(" ")
}

fn columns_of(text: &str) -> String {
    columns(&layout(text).expect("a header"))
}

#[test]
fn our_own_header_is_found_at_once() {
    let found = layout(&format!("{HEADER}\n1|A|||SNV|||")).expect("a header");
    assert_eq!((found.header_line, found.after), (1, 1));
    assert_eq!(
        columns(&found),
        "item content area product lead support deadline document"
    );
    assert_eq!(found.document, None);
}

#[test]
fn a_header_of_two_rows_below_a_title_block_is_found_and_the_document_with_it() {
    let found = layout(
        "ỦY BAN NHÂN DÂN|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|||\n\
         THÀNH PHỐ HỒ CHÍ MINH|||Độc lập - Tự do - Hạnh phúc|||\n\
         PHỤ LỤC||||||\n\
         DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2022||||||\n\
         (Kèm theo Kế hoạch số 9010/KH-UBND ngày 25/01/2022 của Ủy ban nhân dân Thành phố)||||||\n\
         ||||||\n\
         TT|Nhiệm vụ, giải pháp|Sản phẩm|Cơ quan thực hiện||Thời gian|\n\
         |||Chủ trì|Phối hợp|Bắt đầu|Hoàn thành\n\
         (1)|(2)|(3)|(4)|(5)|(6)|(7)\n\
         1|Rà soát|Báo cáo|SNV|STC|01/2022|30/6/2022",
    )
    .expect("a header");
    assert_eq!((found.header_line, found.after), (8, 8));
    assert_eq!(
        columns(&found),
        "item content product lead support - deadline"
    );
    assert_eq!(
        found.columns.get(4).map(|it| it.heading.as_str()),
        Some("Cơ quan thực hiện Phối hợp")
    );
    assert_eq!(
        found.document.as_deref(),
        Some("Kế hoạch số 9010/KH-UBND ngày 25/01/2022")
    );
}

#[test]
fn headings_broken_over_two_rows_are_put_together() {
    let text = "TT|Nội dung|Cơ quan|Cơ quan|Thời gian\n\
                |công việc|chủ trì|phối hợp|hoàn thành\n\
                1|A|SNV|STC|30/6";
    assert_eq!(columns_of(text), "item content lead support deadline");
    assert_eq!(layout(text).expect("a header").after, 2);
}

#[test]
fn the_first_row_of_the_table_is_no_second_row_of_the_header() {
    let text = "STT|Nhiệm vụ|Chủ trì|Thời hạn\n|Nội dung chung|SNV|Quý I\n1|B|STC|Quý II";
    assert_eq!(layout(text).expect("a header").after, 1);
}

#[test]
fn headings_are_known_in_capitals_without_accents_with_remarks_and_in_old_codings() {
    assert_eq!(
        columns_of("STT|NOI DUNG NHIEM VU|CO QUAN CHU TRI|THOI HAN (ngay/thang/nam)"),
        "item content lead deadline"
    );
    assert_eq!(
        columns_of("Sè TT|Néi dung nhiÖm vô|C¬ quan chñ tr×|C¬ quan phèi hîp|Thêi gian hoµn thµnh"),
        "item content lead support deadline"
    );
    assert_eq!(
        columns_of("STT|Noäi dung nhieäm vuï|Cô quan chuû trì|Cô quan phoái hôïp|Thôøi haïn"),
        "item content lead support deadline"
    );
}

#[test]
fn of_two_columns_for_the_same_the_better_heading_counts() {
    assert_eq!(
        columns_of("TT|Nhiệm vụ|Đơn vị thực hiện|Cơ quan chủ trì|Thời hạn"),
        "item content - lead deadline"
    );
    assert_eq!(
        columns_of("TT|Nhiệm vụ|Đơn vị thực hiện|Thời hạn"),
        "item content lead deadline"
    );
    assert_eq!(
        columns_of("TT|Nhiệm vụ|Chủ trì|Thời hạn chuẩn|Thời hạn văn bản"),
        "item content lead - deadline"
    );
    assert_eq!(
        columns_of(
            "Lãnh đạo Bộ chỉ đạo|Ngày tạo|Số phiếu giao việc|Nhiệm vụ cha|Tên nhiệm vụ|Chủ trì|Phối hợp|Hạn xử lý"
        ),
        "- - - - content lead support deadline"
    );
}

#[test]
fn notes_are_the_document_where_they_cite_documents() {
    let header = "TT|Nhiệm vụ|Chủ trì|Thời hạn|Ghi chú";
    let cites = format!("{header}\n1|A|SNV|Quý I|Kế hoạch số 9010/KH-UBND\n2|B|SNV|Quý I|");
    assert_eq!(columns_of(&cites), "item content lead deadline document");
    let notes = format!("{header}\n1|A|SNV|Quý I|đang làm\n2|B|SNV|Quý I|chưa làm");
    assert_eq!(columns_of(&notes), "item content lead deadline -");
}

#[test]
fn a_column_of_numbers_needs_no_heading() {
    let text = "|Nhiệm vụ|Chủ trì|Thời hạn\nI|Thể chế||\n1|A|SNV|Quý I\n2|B|SNV|Quý I";
    assert_eq!(columns_of(text), "item content lead deadline");
}

#[test]
fn a_column_is_assigned_by_hand_or_as_remembered() {
    let text = "STT|Việc phải làm|Nơi làm|Thời hạn\n1|A|SNV|Quý I";
    assert!(matches!(
        layout(text),
        Err(FileFault::MissingColumns { missing, .. }) if missing == ["Nội dung nhiệm vụ"]
    ));
    let options = Options {
        columns: vec![("b".to_owned(), Some(Column::Content))],
        remembered: vec![
            ("noi lam".to_owned(), Some(Column::Lead)),
            ("thoi han".to_owned(), None),
        ],
        codings: Vec::new(),
    };
    let found = find_layout(&records(text), &options).expect("a header");
    assert_eq!(columns(&found), "item content lead -");
    let sources: Vec<ColumnSource> = found.columns.iter().map(|it| it.source).collect();
    assert_eq!(
        sources,
        [
            ColumnSource::Heading,
            ColumnSource::ByHand,
            ColumnSource::Remembered,
            ColumnSource::Unknown
        ]
    );
}

#[test]
fn of_a_table_without_header_no_row_is_lost_once_a_person_has_said_its_columns() {
    let hand = |letter: &str, column| (letter.to_owned(), Some(column));
    let options = Options {
        columns: vec![
            hand("A", Column::Item),
            hand("B", Column::Content),
            hand("C", Column::Lead),
            hand("D", Column::Support),
            hand("E", Column::Deadline),
        ],
        ..Options::default()
    };
    let rows = "1|Rà soát|SNV||30/6/2023\n2|Công bố|STC|SNV|30/7/2023\n3|Tập huấn|SYT||30/8/2023";
    let read = super::read_with(records(&format!("PHỤ LỤC\n{rows}")), &options);
    let contents: Vec<&str> = read.iter().map(|row| row.cell(Column::Content)).collect();
    assert_eq!(contents, ["Rà soát", "Công bố", "Tập huấn"]);
    // Headings that nobody knows are headings still.
    let read = super::read_with(
        records(&format!("Số|Việc|Ai|Với ai|Bao giờ\n{rows}")),
        &options,
    );
    assert_eq!(read.len(), 3);
}

#[test]
fn a_table_without_header_or_without_what_is_needed_says_what_it_has_instead() {
    assert_eq!(
        layout("|\nxin|chào\n1|2"),
        Err(FileFault::NoHeader {
            found: vec!["xin".to_owned(), "chào".to_owned()]
        })
    );
    assert_eq!(
        layout("STT|Nội dung nhiệm vụ|Sản phẩm"),
        Err(FileFault::MissingColumns {
            missing: vec![
                "Cơ quan chủ trì".to_owned(),
                "Thời gian hoàn thành".to_owned()
            ],
            found: vec![
                "STT".to_owned(),
                "Nội dung nhiệm vụ".to_owned(),
                "Sản phẩm".to_owned()
            ]
        })
    );
    assert!(find_layout(&[], &Options::default()).is_err());
}
