//! A file is imported by numbered prompts: counts, doubts one after the other, a yes.

use super::Office;

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
        .says("Chưa ghi gì.")
        .does_not_say("Đã nhập tệp");
    let talked = office.talk("cv.snv", &[&format!("nhập {path}"), "", "2", "1"]);
    talked.says("Đã nhập tệp: 3 nhiệm vụ mới");
}
