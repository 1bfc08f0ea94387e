//! A working day: what is late is read, deeds are done, taken back, refused; tasks are found and entered.

use cchc::domain::status::Status;
use chrono::NaiveDate;

use super::{Office, english, line};

#[test]
fn a_clerk_reports_a_late_task_done_in_seven_lines() {
    let office = Office::open();
    let talked = office.talk(
        "cv.stttt",
        &["1", "9 1", "324/BC-STTTT", "14/6", "2", "1", "q"],
    );
    talked
        .says("1. Quá hạn của đơn vị: 3.")
        .says("1. Trễ 175 ngày làm việc, đang thực hiện 95%.")
        .says("Hạn 30/09/2022. Số 1243.")
        .says("Hiểu là thứ Tư 14/06/2023.")
        .says("Trạng thái: từ Đang thực hiện thành Chờ xác nhận. Trễ 175 ngày làm việc.")
        .says("Đã ghi báo cáo hoàn thành, nhiệm vụ số 1243: Chấm dứt tình trạng")
        .says("Gõ hoàn tác để lấy lại.");
    let task = office.task(1243);
    assert_eq!(task.status, Status::Awaiting);
    assert_eq!(task.evidence, "324/BC-STTTT ngày 14/06/2023");
    assert_eq!(task.delay_cause, "Chờ hướng dẫn cấp trên");
    assert_eq!(talked.ending.faults, 0);
}

#[test]
fn a_monitor_confirms_several_at_once_and_takes_them_back_as_one() {
    let office = Office::open();
    let talked = office.talk("cv.snv", &["3", "9 1,3-4", "1"]);
    talked
        .says("Xem lại trước khi ghi 3 thao tác")
        .says("Đã ghi 3 nhiệm vụ, số 2062, 2477, 2574. Gõ hoàn tác");
    let ids = [2062, 2477, 2574];
    for id in ids {
        assert_eq!(office.task(id).status, Status::Done, "{id}");
    }
    let talked = office.talk("cv.snv", &["hoan tac", "2"]);
    talked
        .says("Xác nhận, 3 nhiệm vụ, số 2062, 2477, 2574. Nhóm này ghi lúc 15/06/2023")
        .says("Chưa ghi gì.");
    assert_eq!(office.task(2062).status, Status::Done);
    let talked = office.talk("cv.snv", &["hoan tac", "1"]);
    talked.says("Đã hoàn tác xác nhận, 3 nhiệm vụ, số 2062");
    for id in ids {
        assert_eq!(office.task(id).status, Status::Awaiting, "{id}");
    }
    office
        .talk("cv.snv", &["làm lại", "1"])
        .says("Đã làm lại 3 nhiệm vụ, số 2062");
    assert_eq!(office.task(2062).status, Status::Done);
}

#[test]
fn one_reason_serves_several_tasks_or_each_has_its_own() {
    let office = Office::open();
    office
        .talk("cv.snv", &["1", "8 1-2", "", "Chậm báo cáo", "", "1"])
        .says("Đã ghi 2 nhiệm vụ, số ");
    assert_eq!(office.task(1242).urgings, 1 + office_urgings(1242));
    let talked = office.talk("cv.snv", &["1", "8 3-4", "2", "Một", "", "Hai", "", "1"]);
    talked
        .says("Lý do: Một.")
        .says("Lý do: Hai.")
        .says("Đã ghi 2 nhiệm vụ, số ");
}

fn office_urgings(id: i64) -> u32 {
    Office::open().task(id).urgings
}

#[test]
fn what_is_refused_is_said_before_anything_is_asked_and_names_no_key() {
    let office = Office::open();
    let talked = office.talk("cv.stttt", &[":1242", "9", "3", "1"]);
    talked
        .says("Thao tác: 5 đọc thêm, l nhật ký.")
        .says("nhiệm vụ do cơ quan khác chủ trì")
        .says("chuyên viên đơn vị không được làm việc này")
        .does_not_say("F4")
        .does_not_say("#1242")
        .does_not_say("1 có, 2 không, 3 sửa lại");
    assert_eq!(talked.ending.faults, 3);
}

#[test]
fn a_transfer_wants_the_word_and_not_the_number() {
    let office = Office::open();
    let lines = [
        ":1242",
        "3",
        "so thong tin",
        "Đúng chức năng",
        "",
        "1",
        "ghi",
    ];
    let talked = office.talk("cv.snv", &lines);
    talked
        .says("Hiểu là Sở Thông tin và Truyền thông.")
        .says("Thao tác này thay đổi lớn: gõ chữ ghi để ghi.")
        .says("Cơ quan chủ trì: từ Sở Tài chính thành Sở Thông tin và Truyền thông.")
        .says("Gõ hoàn tác để lấy lại.");
    assert_eq!(office.task(1242).transfers, 1);
}

#[test]
fn several_agencies_that_fit_are_read_out_to_choose_from() {
    let office = Office::open();
    let lines = [":1242", "3", "so t", "?", "zzz", "stttt", "Nhầm", "", "2"];
    office
        .talk("cv.snv", &lines)
        .says("mục khớp")
        .says("1. Sở T")
        .says("Không có mục nào khớp \"zzz\".")
        .says("Chưa ghi. Nội dung đã gõ được giữ");
    assert_eq!(office.task(1242).transfers, 0);
}

#[test]
fn an_extension_is_granted_to_a_day_that_is_said_in_words() {
    let office = Office::open();
    let lines = [":1242", "7", "1/1", "q"];
    let talked = office.talk("cv.snv", &lines);
    talked.says("Hiểu là thứ Hai 01/01/2024");
    let lines = [":1242", "7", "xyz", "+10n", "Theo đề nghị", "", "1"];
    let talked = office.talk("cv.vpub", &lines);
    talked
        .says("Không đọc được ngày \"xyz\"")
        .does_not_say("mở lịch")
        .says("còn 10 ngày làm việc");
    assert_eq!(office.task(1242).due, NaiveDate::from_ymd_opt(2023, 6, 29));
}

#[test]
fn a_task_is_entered_found_and_corrected() {
    let office = Office::open();
    let lines = [
        "them",
        "Số hóa hồ sơ lưu trữ thử nghiệm",
        "",
        "7",
        "",
        "",
        "",
        "Trước ngày 30/12/2023",
        "",
        "stc",
        "1",
        "/số hóa hồ sơ lưu trữ thử nghiệm",
        "1",
        "s",
        "",
        "",
        "",
        "Báo cáo",
        "",
        "",
        "",
        "",
        "1",
        "5",
    ];
    office
        .talk("cv.snv", &lines)
        .says("Thời hạn đọc là")
        .says("Chưa nhập Chủ trì.")
        .says("Đã giao nhiệm vụ số 2697.")
        .says("Tìm số hóa hồ sơ lưu trữ thử nghiệm: 1 nhiệm vụ.")
        .says("Sản phẩm: Báo cáo.");
    assert_eq!(office.task(2697).product, "Báo cáo");
}

#[test]
fn a_list_goes_on_page_by_page_with_its_numbers_and_task_by_task() {
    let office = Office::open();
    let talked = office.talk(
        "cv.snv",
        &["1", "", "11", "n", "p", "q", "p", "11", "thu tu moi"],
    );
    talked
        .says("Quá hạn, do tôi theo dõi, dòng 1 đến 10 trên 39, còn 29, Enter đọc tiếp.")
        .says("11. Trễ 51 ngày làm việc")
        .says("Nhiệm vụ số 1982.")
        .says("Nhiệm vụ số 2020.")
        .says("Không có dòng 11. Đã đọc đến dòng 10.")
        .says("Thứ tự: số mới trước.");
}

#[test]
fn a_page_never_leaves_the_window() {
    let office = Office::open();
    let setup = cchc::ui::line::LineSetup {
        high: Some(10),
        ..super::vietnamese()
    };
    let lines = ["1", "", "2", "5", "", "", "q", "q"].map(line);
    let talked = office.talk_as("cv.snv", setup, Vec::new(), lines.into());
    talked.says("Còn nữa. Enter đọc tiếp, q thôi:");
    let mut said = 0;
    for text in talked.text.lines() {
        // What is said after a question stands behind it: nobody has pressed Enter on this terminal.
        let is_question = text.contains("giúp: ") || text.contains("q thôi: ");
        said = if is_question { 1 } else { said + 1 };
        assert!(said < 10, "{}", talked.text);
    }
}

#[test]
fn agencies_are_chosen_by_number_code_and_name() {
    let office = Office::open();
    office
        .talk(
            "cv.snv",
            &[
                "cq",
                "5",
                "q",
                "STP",
                "q",
                "so tai chinh",
                "q",
                "q",
                "cơ quan stc",
            ],
        )
        .says("5. Sở Tài chính: 2 trễ, 1 sắp đến hạn, 14 chưa hoàn thành. Mã STC.")
        .says("Sở Tư pháp: ")
        .says("Sở Tài chính: 49 nhiệm vụ.");
}

#[test]
fn a_filter_is_kept_under_a_name_and_opened_again() {
    let office = Office::open();
    office
        .talk(
            "cv.snv",
            &[
                "loc cq:stc quá hạn",
                "lưu Tài chính trễ",
                "ve dau",
                "views",
                "1",
            ],
        )
        .says("Sở Tài chính, quá hạn: 2 nhiệm vụ.")
        .says("1. Tài chính trễ: Sở Tài chính, quá hạn.")
        .says("Tài chính trễ: 2 nhiệm vụ.");
    // By its name from anywhere, in any spelling; of one that there is not the nearest is said.
    office
        .talk("cv.snv", &["xem tai chinh tre"])
        .says("Tài chính trễ: 2 nhiệm vụ.");
    office
        .talk(
            "cv.snv",
            &["views Tài chính trê1", "views", "Tài chính trê1"],
        )
        .says("Không có bộ lọc đã lưu \"Tài chính trê1\". Có phải \"Tài chính trễ\"?")
        .says("1. Tài chính trễ: ");
    office
        .talk("cv.snv", &["loc cqq:stc"])
        .says("Chưa hiểu \"cqq:\".");
}

#[test]
fn every_prompt_explains_itself_and_q_leads_out_of_every_one() {
    let office = Office::open();
    let lines = [
        "?", "1", "?", "1", "?", "l", "?", "q", "8", "?", "q", "2", "?", "q", "q", "q", "cq", "?",
        "q",
    ];
    let talked = office.talk("cv.snv", &lines);
    talked
        .says("Gõ số dòng để mở danh sách đó.")
        .says("9 3,5,7")
        .says("5 đọc thêm, l nhật ký, vì sao")
        .says("Enter đọc các dòng cũ hơn.")
        .says("dấu bằng lấy lại nội dung gõ lần trước")
        .says("Gõ một số từ 0 đến 100.")
        .says("Gõ số, mã hoặc tên cơ quan");
    let out = office.talk("cv.snv", &["q", "1"]);
    out.does_not_say("Dòng 1 đến");
}

#[test]
fn it_speaks_english_too() {
    let office = Office::open();
    let lines = ["1", "8 1", "Late again", "", "1", "undo", "back", "exit"].map(line);
    let talked = office.talk_as("cv.snv", english(), Vec::new(), lines.into());
    talked
        .says("Today's work, Thursday 15/06/2023.")
        .says("1. 175 working days late, in progress 95%.")
        .says("Save urge, task number 1238? 1 yes, 2 no, 3 edit: ")
        .says("Undone: urge");
    assert_eq!(talked.ending.faults, 0, "{}", talked.text);
}
