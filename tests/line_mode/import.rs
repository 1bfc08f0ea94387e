//! A file is imported by numbered prompts: counts, doubts one after the other, a yes.

use cchc::ui::line::LineSetup;
use cchc::ui::screen::Unsaved;

use super::{Heard, Office, line, vietnamese};

const HEADER: &str = "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao";

fn file(office: &Office, rows: &[&str]) -> String {
    let path = office.path().with_file_name("phu-luc.csv");
    std::fs::write(&path, format!("{HEADER}\n{}\n", rows.join("\n"))).expect("a file");
    path.to_string_lossy().into_owned()
}

const ROWS: [&str; 3] = [
    "1,Công khai tiến độ giải quyết hồ sơ,TTHC,Báo cáo,Sở Nội vụ,,30/11/2023,Kế hoạch số 771/KH-UBND ngày 12/01/2023",
    "2,Tập huấn kỹ năng số cho công chức,CQS,Báo cáo,Hội đồng thẩm định,,30/11/2023,Kế hoạch số 771/KH-UBND ngày 12/01/2023",
    "3,Rà soát thủ tục liên thông,TTHC,Báo cáo,Sở Tư pháp,,Trước 15/12,Kế hoạch số 771/KH-UBND ngày 12/01/2023",
];

#[test]
fn doubts_are_settled_one_after_the_other_before_the_file_is_written() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let talked = office.talk(
        "cv.snv",
        &[
            &format!("nhập {path}"),
            "",
            "1",
            "?",
            "9",
            "Sở Thông tin và Truyền thông",
            "=",
            "1",
        ],
    );
    println!("{}", talked.text);
    talked
        .says("Rà soát 2 dòng ngay.")
        .says("Không phải tên cơ quan: \"Hội đồng thẩm định\"")
        .says("Dấu = là đúng như đã đọc")
        .says("Đã đọc lại ô. Còn 1 dòng cần rà soát.")
        .says("Thời hạn không ghi năm")
        .says("Đúng như đã đọc. Còn 0 dòng cần rà soát.")
        .says("Đã nhập tệp: 3 nhiệm vụ mới");
}

#[test]
fn a_settlement_is_taken_back_and_what_is_left_is_imported_to_be_reviewed() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let talked = office.talk(
        "cv.snv",
        &[&format!("nhập {path}"), "", "1", "=", "u", "-", "q", "2"],
    );
    println!("{}", talked.text);
    talked
        .says("Đúng như đã đọc. Còn 1 dòng cần rà soát.")
        .says("Đã hoàn tác. Còn 2 dòng cần rà soát.")
        .says("Đã bỏ qua. Còn 1 dòng cần rà soát.")
        .says("Chưa ghi. Nội dung đã gõ được giữ, mở lại sẽ thấy.")
        .does_not_say("Đã nhập tệp");
    let talked = office.talk("cv.snv", &[&format!("nhập {path}"), "", "2", "1"]);
    talked.says("Đã nhập tệp: 3 nhiệm vụ mới");
}

#[test]
fn a_cut_at_the_questions_keeps_the_file_its_document_and_what_was_settled() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let lines = [
        &format!("nhập {path}"),
        "Kế hoạch số 771/KH-UBND",
        "1",
        "Sở Thông tin và Truyền thông",
    ];
    let cut = office.talk("cv.snv", &lines);
    cut.says("Đã đọc lại ô. Còn 1 dòng cần rà soát.");
    let kept = cut.ending.unsaved;
    assert_eq!(kept.len(), 1, "{kept:?}");
    // Taken up: the file and the document stand there, and the doubt that was settled is.
    let lines = ["khoi phuc", "", "", "1", "=", "1"].map(line);
    let talked = office.talk_as("cv.snv", vietnamese(), kept, lines.into());
    talked
        .says("còn 1 nội dung nhập dở, gõ khôi phục")
        .says(&format!("đang là {path}, Enter giữ"))
        .says("đang là Kế hoạch số 771/KH-UBND, Enter giữ")
        .says("Đang đặt lại 1 chỗ đã xử lý lần trước…")
        .says("Rà soát 1 dòng ngay.")
        .says("Đã nhập tệp: 3 nhiệm vụ mới");
    assert_eq!(talked.ending.unsaved, []);
}

#[test]
fn a_cut_at_the_first_question_keeps_the_name_of_the_file() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let lines = [line("nhập"), line(&path), Heard::Cut(129)];
    let cut = office.talk_as("cv.snv", vietnamese(), Vec::new(), lines.into());
    assert_eq!(cut.ending.cut, Some(129));
    let [kept] = cut.ending.unsaved.as_slice() else {
        panic!("{:?}", cut.ending.unsaved);
    };
    assert_eq!(kept.place, "import");
    assert!(kept.fields.contains(&("file".to_owned(), path)), "{kept:?}");
}

#[test]
fn what_was_settled_in_a_file_is_not_laid_over_another_one_of_its_name() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let named = format!("nhập {path}");
    let cut = office.talk("cv.snv", &[&named, "", "1", "-"]);
    cut.says("Đã bỏ qua.");
    file(&office, &ROWS[..2]);
    let lines = [named.as_str(), "", "2", "2"].map(line);
    let talked = office.talk_as("cv.snv", vietnamese(), cut.ending.unsaved, lines.into());
    talked
        .says("Tệp đã khác lần trước: không dùng lại cột đã chọn và chỗ đã rà soát.")
        .says("Rà soát 1 dòng ngay.")
        .does_not_say("Đang đặt lại");
}

#[test]
fn another_file_begins_with_empty_questions() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let other = office.path().with_file_name("khac.csv");
    std::fs::copy(&path, &other).expect("a copy");
    let other = format!("nhập {}", other.to_string_lossy());
    let lines = [
        &format!("nhập {path}"),
        "771/KH-UBND",
        "2",
        "2",
        &other,
        "",
        "2",
        "2",
        "q",
    ];
    office
        .talk("cv.snv", &lines)
        .does_not_say("đang là 771/KH-UBND");
}

#[test]
fn a_file_that_is_left_by_a_no_is_as_it_was_when_it_is_named_again() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let named = format!("nhập {path}");
    let lines = [&named, "", "1", "-", "q", "2", &named, "", "2", "1", "q"];
    let talked = office.talk("cv.snv", &lines);
    talked
        .says("Chưa ghi. Nội dung đã gõ được giữ, mở lại sẽ thấy.")
        .says("Đang đặt lại 1 chỗ đã xử lý lần trước…")
        .says("Đã nhập tệp: 2 nhiệm vụ mới");
    assert_eq!(talked.ending.unsaved, []);
}

/// A file of which one doubt is settled and the document typed, cut off.
fn cut_off(office: &Office) -> (String, Vec<Unsaved>) {
    let path = file(office, &ROWS);
    let lines = [&format!("nhập {path}"), "771/KH-UBND", "1", "-"];
    let cut = office.talk("cv.snv", &lines);
    cut.says("Đã bỏ qua. Còn 1 dòng cần rà soát.");
    (path, cut.ending.unsaved)
}

#[test]
fn a_mistyped_name_and_a_look_at_another_file_lose_nothing_that_was_settled() {
    let office = Office::open();
    let (path, kept) = cut_off(&office);
    let other = office.path().with_file_name("khac.csv");
    std::fs::copy(&path, &other).expect("a copy");
    let other = other.to_string_lossy();
    for lines in [
        vec![format!("nhập {path}x"), String::new()],
        vec!["khoi phuc".to_owned(), format!("{path}x"), String::new()],
        vec![format!("nhập {other}"), "q".to_owned()],
        vec![format!("nhập '{path}'"), "q".to_owned()],
        vec![
            "khôi phục".to_owned(),
            format!("\"{path}x\""),
            "q".to_owned(),
        ],
    ] {
        let heard = lines.iter().map(|text| line(text)).collect();
        let talked = office.talk_as("cv.snv", vietnamese(), kept.clone(), heard);
        assert_eq!(talked.ending.unsaved, kept, "{lines:?}\n{}", talked.text);
    }
}

#[test]
fn the_same_file_in_other_words_is_the_same_and_a_no_says_what_is_kept() {
    let office = Office::open();
    let (path, kept) = cut_off(&office);
    let quoted = format!("'{path}'");
    let lines = [
        "khôi phục",
        &quoted,
        "",
        "2",
        "2",
        "khôi phục",
        "",
        "",
        "q",
        "q",
    ]
    .map(line);
    let talked = office.talk_as("cv.snv", vietnamese(), kept, lines.into());
    assert_eq!(
        talked.text.matches("Đang đặt lại 1 chỗ").count(),
        2,
        "{}",
        talked.text
    );
    let named = format!("nhập {path}");
    let talked = office.talk("cv.snv", &[&named, "", "2", "2", "q"]);
    talked.says("Chưa ghi gì.").does_not_say("được giữ");
    assert_eq!(talked.ending.unsaved, []);
}

#[test]
fn whoever_hands_lines_in_and_names_a_file_begins_anew_whatever_was_left() {
    let office = Office::open();
    let (path, kept) = cut_off(&office);
    let other = office.path().with_file_name("khac.csv");
    std::fs::copy(&path, &other).expect("a copy");
    let handed_in = LineSetup {
        is_watched: false,
        ..vietnamese()
    };
    let named = format!("nhập {}", other.to_string_lossy());
    let lines = [named.as_str(), "", "2", "1"].map(line);
    let talked = office.talk_as("cv.snv", handed_in, kept.clone(), lines.into());
    talked.says("Đã nhập tệp: 3 nhiệm vụ mới");
    assert_eq!(talked.ending.unsaved, kept, "it is of another file");
    let named = format!("nhập {path}");
    for lines in [&[named.as_str()] as &[&str], &[&named, "771/KH-UBND"]] {
        let lines = lines.iter().map(|text| line(text)).collect();
        let talked = office.talk_as("cv.snv", handed_in, kept.clone(), lines);
        assert_eq!(talked.ending.unsaved, kept, "{}", talked.text);
    }
    let lines = [named.as_str(), "", "2", "1"].map(line);
    let talked = office.talk_as("cv.snv", handed_in, kept.clone(), lines.into());
    talked.says("3 giữ nguyên").does_not_say("đang là");
    assert_eq!(talked.ending.unsaved, kept, "nothing was written");
}

#[test]
fn what_is_stored_by_now_is_left_no_more_and_what_was_left_can_be_let_go_of() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let lines = [&format!("nhập {path}"), "", "1", "=", "="];
    let cut = office.talk("cv.snv", &lines);
    let other = [&format!("nhập {path}"), "", "2", "1", "q"];
    office.talk("cv.snv", &other).says("Đã nhập tệp");
    let lines = ["khoi phuc", "", "", "q"].map(line);
    let talked = office.talk_as("cv.snv", vietnamese(), cut.ending.unsaved, lines.into());
    talked.says("Đang đặt lại 2 chỗ").says("3 giữ nguyên");
    assert_eq!(talked.ending.unsaved, []);

    let (path, kept) = cut_off(&office);
    let lines = ["bo do", "2", "bỏ dở", "1", "bỏ dở", "q"].map(line);
    let talked = office.talk_as("cv.snv", vietnamese(), kept, lines.into());
    talked
        .says("gõ khôi phục để nhập tiếp, bỏ dở để bỏ")
        .says("Bỏ hẳn nội dung nhập dở: ")
        .says("771/KH-UBND? 1 có, 2 không:")
        .says("Đã bỏ nội dung nhập dở.")
        .says("Không có nội dung nhập dở nào");
    assert!(
        talked.text.replace('\n', "").contains(&path),
        "{}",
        talked.text
    );
    assert_eq!(talked.ending.unsaved, []);
}

#[test]
fn a_document_that_is_not_understood_is_asked_again_and_a_question_mark_helps() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let lines = [&format!("nhập {path}"), "?", "xyz", "-", "2", "1"];
    office
        .talk("cv.snv", &lines)
        .says("Không hiểu \"xyz\" ở văn bản giao")
        .says("đang là xyz, Enter giữ")
        .says("Đã nhập tệp: 3 nhiệm vụ mới");
}

#[test]
fn a_name_that_the_disk_has_in_other_letters_is_found() {
    let office = Office::open();
    let path = file(&office, &ROWS);
    let decomposed = "Ke\u{302}\u{301} hoa\u{323}ch.csv";
    std::fs::rename(path, office.path().with_file_name(decomposed)).expect("a file");
    let named = office.path().with_file_name("Kế hoạch.csv");
    let lines = [&format!("nhập {}", named.to_string_lossy()), "", "2", "1"];
    office
        .talk("cv.snv", &lines)
        .says("Đã nhập tệp: 3 nhiệm vụ mới");
}

#[test]
fn columns_that_were_begun_on_the_screens_are_named_and_stay_for_them() {
    let office = Office::open();
    let (_, mut kept) = cut_off(&office);
    let read = kept[0].fields.iter().find(|(name, _)| name == "read");
    let read: serde_json::Value = serde_json::from_str(&read.expect("columns").1).expect("json");
    let begun = serde_json::json!({
        "headings": read["headings"], "sheet": null, "columns": [["E", null]], "codings": [],
    });
    kept[0].fields.retain(|(name, _)| name != "begun");
    kept[0].fields.push(("begun".to_owned(), begun.to_string()));
    let lines = ["khôi phục", "", "", "2", "2", "q"].map(line);
    let talked = office.talk_as("cv.snv", vietnamese(), kept.clone(), lines.into());
    talked.says("Các cột đang nêu dở trên màn hình không dùng ở đây");
    let begun = |kept: &[Unsaved]| {
        let field = kept[0].fields.iter().find(|(name, _)| name == "begun");
        serde_json::from_str::<serde_json::Value>(&field.expect("columns").1).expect("json")
    };
    assert_eq!(begun(&talked.ending.unsaved), begun(&kept));
}
