//! Letters and the report of a period without a screen.

use super::Office;

fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn letters_about_a_list_are_read_out_before_they_are_written_and_taken_back() {
    let office = Office::open();
    let folder = tempfile::tempdir().expect("a directory");
    let place = folder.path().display().to_string();
    let typed = [
        "lọc cq:stc",
        "công văn",
        "",
        "",
        "30/6/2023",
        &place,
        "1",
        "hoàn tác",
    ];
    let talked = office.talk("cv.snv", &typed);
    println!("{}", talked.text);
    talked
        .says("1. đôn đốc")
        .says("Sẽ lập 1 công văn về")
        .says("Sở Tài chính")
        .says("Ghi công văn về nhiệm vụ quá hạn? 1 có, 2 không")
        .says("Đã lập 1 công văn về")
        .says("cong-van-2023-01-don-doc-STC.docx")
        .says("Đã hoàn tác đôn đốc, 2 nhiệm vụ")
        .does_not_say("F10")
        .does_not_say("Nhóm này ghi lúc");
    assert_eq!(names(folder.path()), ["cong-van-2023-01-don-doc-STC.docx"]);
    assert_eq!(talked.ending.faults, 0);
}

#[test]
fn letters_may_be_about_some_rows_or_one_task_and_nothing_is_written_by_a_no() {
    let office = Office::open();
    let folder = tempfile::tempdir().expect("a directory");
    let place = folder.path().display().to_string();
    let typed = [
        "lọc quá hạn",
        "cong van 1-2",
        "yêu cầu giải trình",
        "",
        "",
        &place,
        "2",
        "cv 3 x",
        "1",
        "công văn",
        "2",
        "77",
        "",
        &place,
        "1",
    ];
    let talked = office.talk("cv.snv", &typed);
    println!("{}", talked.text);
    talked
        .says("về 2 nhiệm vụ")
        .says("Chưa ghi")
        .says("Cho những dòng nào?")
        .says("Sẽ lập 1 công văn về 1 nhiệm vụ, số 77/SNV")
        .says("Đã lập 1 công văn về 1 nhiệm vụ");
    let [name] = names(folder.path()).try_into().expect("one letter");
    assert!(name.starts_with("cong-van-2023-77-giai-trinh-"), "{name}");
    assert_eq!(talked.ending.faults, 1);
}

#[test]
fn who_may_not_write_letters_hears_it_at_once() {
    let office = Office::open();
    let talked = office.talk("khach", &["lọc quá hạn", "công văn", "q"]);
    talked
        .says("Vai trò của anh/chị không được làm việc này")
        .does_not_say("Số bắt đầu");
}

#[test]
fn who_may_not_urge_hears_why_each_is_left_out_and_writes_nothing() {
    let office = Office::open();
    let typed = ["lọc cq:stttt quá hạn", "công văn", "", "", "", "", "1", "q"];
    let talked = office.talk("cv.stttt", &typed);
    println!("{}", talked.text);
    talked
        .says("Không có nhiệm vụ nào để lập công văn; chưa ghi gì.")
        .says("Bỏ qua")
        .does_not_say("#")
        .does_not_say("Đã lập");
    assert_eq!(talked.ending.faults, 1);
}

#[test]
fn the_report_of_a_period_goes_into_one_file_and_its_parts_are_opened() {
    let office = Office::open();
    let folder = tempfile::tempdir().expect("a directory");
    let path = folder.path().join("bo-bieu.docx");
    let export = format!("xuất {}", path.display());
    let typed = [
        "báo cáo kỳ",
        &export,
        "1",
        "q",
        "99",
        "p",
        "kỳ kỳ báo cáo quý I/2023",
        "n",
    ];
    let talked = office.talk("cv.snv", &typed);
    println!("{}", talked.text);
    talked
        .says("Báo cáo kỳ 6 tháng đầu năm 2023: ")
        .says("1. Kết quả thực hiện nhiệm vụ: ")
        .says("Đã xuất")
        .says("Báo cáo kỳ 6 tháng đầu năm 2023. Gõ số của biểu")
        .says("Kết quả thực hiện nhiệm vụ. ")
        .says("Báo cáo kỳ 6 tháng cuối năm 2022: ")
        .says("Báo cáo kỳ Quý I/2023: ")
        .says("Báo cáo kỳ Quý II/2023: ");
    let bytes = std::fs::read(&path).expect("a file");
    assert!(bytes.starts_with(b"PK"));
    assert_eq!(talked.ending.faults, 1);
}
