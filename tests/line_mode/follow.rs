//! Following up without a screen: reports and what they counted, documents and their chain, values and files,
//! a past day, deeds by name.

use super::{Office, english};

/// The number that stands behind these words.
#[track_caller]
fn number_after(text: &str, words: &str) -> i64 {
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, rest) = whole
        .split_once(words)
        .unwrap_or_else(|| panic!("{words:?} in:\n{text}"));
    let digits: String = rest
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits
        .parse()
        .unwrap_or_else(|_| panic!("a number behind {words:?} in:\n{text}"))
}

#[test]
fn a_row_of_a_report_opens_exactly_what_it_counted() {
    let office = Office::open();
    let talked = office.talk("cv.snv", &["báo cáo trách nhiệm", "1", "2"]);
    talked
        .says("Trách nhiệm người đứng đầu.")
        .says("Tổng cộng, Đang trễ");
    let late = number_after(
        &talked.text,
        "1. Chánh Văn phòng Ủy ban nhân dân Thành phố, Đang trễ",
    );
    assert!(late > 0);
    talked.says(&format!(": {late} nhiệm vụ."));
}

#[test]
fn one_number_of_a_row_opens_what_it_alone_counted() {
    let office = Office::open();
    let typed = [
        "báo cáo gia hạn",
        "1 xin sau",
        "q",
        "1 sao hỏa",
        "1 xin gia",
    ];
    let talked = office.talk("cv.snv", &typed);
    let first = "1. Văn phòng Ủy ban nhân dân Thành phố, Xin gia hạn";
    let asked = number_after(&talked.text, first);
    assert!(asked > 1);
    talked
        .says("Văn phòng Ủy ban nhân dân Thành phố; đến ngày 15/06/2023. 1 dòng.")
        .says("Mở số ở cột nào của dòng này? Có: Xin gia hạn, Xin sau khi quá hạn")
        .says(&format!(
            "Văn phòng Ủy ban nhân dân Thành phố; đến ngày 15/06/2023. {asked} dòng."
        ));
}

#[test]
fn a_report_is_turned_to_another_period_grouping_agency_and_order() {
    let office = Office::open();
    let talked = office.talk(
        "cv.snv",
        &[
            "bao cao",
            "1",
            "kỳ quý I/2023",
            "gộp theo lĩnh vực",
            "gop theo sao hỏa",
            "cơ quan stc",
            "thứ tự",
            "thứ tự tổng",
            "kỳ ngày kia",
        ],
    );
    talked
        .says("1. Kết quả thực hiện nhiệm vụ: bảng để ký")
        .says("01/01/2023 đến 31/03/2023; theo hạn; theo cơ quan")
        .says("theo hạn; theo lĩnh vực")
        .says("không gộp được theo \"sao hỏa\"")
        .says("theo lĩnh vực; Sở Tài chính")
        .says("Thứ tự theo cột nào? Có:")
        .says("Xếp theo Tổng")
        .says("\"ngày kia\" không phải một kỳ");
    // The period is also asked for, with the day by which it counts.
    let talked = office.talk("cv.snv", &["báo cáo 1", "báo cáo", "1", "kỳ", "2022", "2"]);
    talked
        .says("Không có báo cáo \"1\"")
        .says("01/01/2022 đến 31/12/2022; theo ngày giao");
}

#[test]
fn a_document_is_entered_with_its_basis_and_a_chain_in_a_circle_is_refused() {
    let office = Office::open();
    let talked = office.talk(
        "cv.snv",
        &[
            "văn bản",
            "thêm",
            "77/KH-UBND",
            "",
            "12/6",
            "",
            "Kế hoạch thử",
            "KH9125/23",
            "",
            "",
            "1",
            "q",
            "văn bản 77/kh",
            "1",
            "1",
            "q",
        ],
    );
    talked
        .says("Ghi thêm văn bản?")
        .says("Đã ghi văn bản 77/KH-UBND.")
        .says("1 văn bản khớp \"77/kh\"")
        .says("Căn cứ vào: 1. bậc 1, Kế hoạch 9125/KH-UBND ngày 12/01/2023.")
        .says("Là căn cứ của:");
    // What rests on it cannot be what it rests on.
    let talked = office.talk(
        "cv.snv",
        &[
            "văn bản",
            "thêm",
            "78/KH-UBND",
            "",
            "12/6",
            "",
            "",
            "KH77/23",
            "",
            "",
            "1",
            "văn bản 77/kh",
            "1",
            "s",
            "",
            "",
            "",
            "",
            "",
            "KH78/23",
            "",
            "",
            "1",
            "q",
        ],
    );
    talked
        .says("Đã ghi văn bản 78/KH-UBND.")
        .says("Căn cứ thành vòng tròn: KH77/23 → KH78/23 → KH77/23.");
    let talked = office.talk("cv.snv", &["văn bản 77/kh", "1"]);
    talked.says("1. bậc 1, Kế hoạch 9125/KH-UBND");
    // Who only reports may look.
    let talked = office.talk("cv.stttt", &["văn bản", "thêm"]);
    talked.says("Chỉ chuyên viên theo dõi được thêm và sửa văn bản");
}

#[test]
fn values_are_entered_one_agency_after_another_and_the_last_is_taken_back() {
    let office = Office::open();
    let talked = office.talk(
        "cv.snv",
        &[
            "chỉ tiêu vtvl",
            "1",
            "nhập số 2",
            "",
            "",
            "",
            "120",
            "1",
            "",
            "",
            "",
            "97,5",
            "1",
            "96",
            "1",
            "q",
            "u",
        ],
    );
    talked
        .says("Công chức, viên chức theo vị trí việc làm được phê duyệt. Mục tiêu từ 100 %")
        .says("Tỷ lệ 120 % vượt quá 100 %.")
        .says("Đã ghi 1 số liệu.")
        .says("Đã hoàn tác.")
        .does_not_say("F9");
    // After the first value only the value of the next agency is asked for.
    assert_eq!(
        talked.text.matches("Đã ghi 1 số liệu.").count(),
        2,
        "{}",
        talked.text
    );
    let lines = [
        "chỉ tiêu vtvl",
        "1",
        "nhập số 1",
        "",
        "quý IV/2023",
        "",
        "50",
        "1",
        "q",
    ];
    office
        .talk("cv.snv", &lines)
        .says("Quý IV/2023 chưa bắt đầu");
    office
        .talk("cv.snv", &["chỉ tiêu", "nhập số"])
        .says("Cho chỉ tiêu nào?");
}

#[test]
fn files_whose_sums_do_not_fit_are_refused_and_what_was_typed_is_kept() {
    let office = Office::open();
    let lines = [
        "hồ sơ",
        "nhập số 1",
        "",
        "",
        "10",
        "100",
        "80",
        "10",
        "15",
        "6",
        "0",
        "0",
        "1",
        "q",
        "q",
        "hồ sơ",
        "nhập số 1",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "5",
        "",
        "",
        "1",
        "q",
    ];
    office
        .talk("cv.snv", &lines)
        .says("Hồ sơ: Tháng 5/2023. Toàn Thành phố:")
        .says("tỷ lệ giảm nhưng số hồ sơ trễ tăng")
        .says("Số không khớp: tồn đầu kỳ + tiếp nhận = 110")
        .says("Chưa ghi. Nội dung đã gõ được giữ")
        .says("Đang giải quyết trễ hạn, đang là 6")
        .says("Đã ghi 1 số liệu.");
    let talked = office.talk("cv.snv", &["hồ sơ", "1"]);
    talked.says("1. Tháng 5/2023: Trễ 15, trong số 110");
}

#[test]
fn a_past_day_is_looked_at_without_being_written_and_left_again() {
    let office = Office::open();
    let talked = office.talk(
        "cv.snv",
        &[
            "như ngày 31/3/2023",
            "1",
            "8 1",
            "văn bản",
            "thêm",
            "như ngày",
            "1",
            "như ngày 1/1/2030",
        ],
    );
    talked
        .says("Đang xem mọi thứ như cuối thứ Sáu 31/03/2023, chỉ xem.")
        .says("Việc hôm nay, thứ Sáu 31/03/2023.")
        .says("Đã về hôm nay.")
        .says("Việc hôm nay, thứ Năm 15/06/2023.")
        .does_not_say("Đã sang ngày mới")
        .does_not_say("Lý do");
    let refused =
        talked.text.matches("không ghi được").count() + talked.text.matches("chỉ xem").count();
    assert!(refused >= 3, "{}", talked.text);
    let figures: Vec<&str> = talked
        .text
        .lines()
        .filter(|line| line.starts_with("1. Quá hạn"))
        .collect();
    assert!(
        figures.len() >= 2 && figures[0] != figures[1],
        "{figures:?}"
    );
}

#[test]
fn a_deed_without_a_digit_is_done_for_rows_by_its_letter_and_by_its_name() {
    let office = Office::open();
    let done = |line: &str| {
        let office = Office::open();
        let talked = office.talk(
            "ld.ubnd",
            &[
                "/quá hạn",
                line,
                "",
                "12/TB-VP",
                "Chậm nhiều lần",
                "1",
                "ghi",
            ],
        );
        talked.says("Phê bình, 2 nhiệm vụ");
        talked.text.matches("Đã ghi").count()
    };
    assert_eq!(done("b 1-2"), 1);
    assert_eq!(done("phê bình 1,2"), 1);
    assert_eq!(done("PHE BINH 1 2"), 1);
    office
        .talk("ld.ubnd", &["/quá hạn", "phê bình"])
        .says("Cho những dòng nào?");
    office
        .talk("ld.ubnd", &["phê bình"])
        .says("Ở đây không có nhiệm vụ nào đang mở");
    // On a task its name is enough.
    office
        .talk("ld.ubnd", &["/quá hạn", "1", "phe binh", "q"])
        .says("Phê bình, nhiệm vụ số");
}

#[test]
fn an_administrator_sets_when_a_task_may_be_urged_again() {
    let office = Office::open();
    // The settings after it, of papers too, stay as they are.
    let all = |urge_gap| [&["", "", urge_gap][..], &[""; 11], &["1"]].concat();
    let lines = [&["cài đặt"][..], &all("99"), &all("5"), &["u"]].concat();
    office
        .talk("qt.snv", &lines)
        .says("Đôn đốc lại, đang là 1")
        .says("\"99\" không được; 0 đến 30 ngày")
        .says("Đã ghi 1 cài đặt.")
        .says("Đã hoàn tác cài đặt \"Đôn đốc lại\".");
    office
        .talk("cv.snv", &["cài đặt"])
        .says("Chỉ quản trị được sửa cài đặt");
}

#[test]
fn the_same_is_said_in_english() {
    let office = Office::open();
    let heard = [
        "reports promise",
        "group by area",
        "q",
        "documents",
        "1",
        "q",
        "q",
        "caseload",
        "q",
        "indicators",
        "1",
        "as of 31/3/2023",
        "as of",
    ];
    let heard = heard.iter().map(|text| super::line(text)).collect();
    let talked = office.talk_as("cv.snv", english(), Vec::new(), heard);
    talked
        .says("Promise kept: shares on time.")
        .says("by area")
        .says("documents, newest first.")
        .says("Rests on:")
        .says("Caseload: 05/2023.")
        .says("Type as of to come back.")
        .says("Back to today.");
    assert_eq!(talked.ending.faults, 0, "{}", talked.text);
}
