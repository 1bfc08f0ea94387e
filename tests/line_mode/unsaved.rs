//! Cut off in the middle: what was typed is kept in the form of the screens, and nothing is half written.

use cchc::ui::screen::Unsaved;

use super::{Heard, Office, line, vietnamese};

#[test]
fn the_end_of_input_in_a_form_keeps_what_was_typed_and_writes_nothing() {
    let office = Office::open();
    let talked = office.talk("cv.snv", &[":1242", "8", "Đề nghị báo cáo"]);
    let kept = &talked.ending.unsaved;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].place, "confirm");
    let fields: Vec<(&str, &str)> = kept[0]
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        fields,
        [("items", "1242:8"), ("urge#1242.reason", "Đề nghị báo cáo")]
    );
    assert_eq!(office.task(1242).urgings, Office::open().task(1242).urgings);
    // Taken up again: Enter keeps what stands there.
    let lines = ["khoi phuc", "", "", "1"].map(line);
    let kept = talked.ending.unsaved;
    let talked = office.talk_as("cv.snv", vietnamese(), kept, lines.into());
    talked
        .says("còn 1 nội dung nhập dở, gõ khôi phục")
        .says("đang là Đề nghị báo cáo, Enter giữ")
        .says("Gõ hoàn tác để lấy lại.");
    assert!(talked.ending.unsaved.is_empty());
}

#[test]
fn a_signal_keeps_it_too_and_gives_its_code() {
    let office = Office::open();
    let lines = [line("thêm"), line("Rà soát"), Heard::Cut(143)];
    let talked = office.talk_as("cv.snv", vietnamese(), Vec::new(), lines.into());
    assert_eq!(talked.ending.cut, Some(143));
    assert_eq!(talked.ending.unsaved[0].place, "add");
}

#[test]
fn a_form_that_is_left_for_a_task_or_by_q_has_its_texts_when_it_opens_again() {
    let office = Office::open();
    let lines = [
        ":1242", "8", "Gấp", ":2230", "q", "8", "", "q", "8", "", "", "1", "q", "q",
    ];
    let talked = office.talk("cv.snv", &lines);
    talked
        .says("Nhiệm vụ số 2230.")
        .says("đang là Gấp, Enter giữ")
        .says("Gõ hoàn tác để lấy lại.");
    assert!(talked.ending.unsaved.is_empty());
}

#[test]
fn an_equals_sign_takes_what_was_typed_last() {
    let office = Office::open();
    let lines = [
        ":1242",
        "8",
        "Chậm báo cáo",
        "",
        "1",
        ":2230",
        "8",
        "=",
        "",
        "1",
    ];
    office
        .talk("cv.snv", &lines)
        .says("nhiệm vụ số 2230. Số lần đôn đốc: từ 2 thành 3. Lý do: Chậm báo cáo.");
}

#[test]
fn what_was_left_is_in_its_form_wherever_that_is_opened_and_gone_once_it_is_saved() {
    let office = Office::open();
    let left = Unsaved {
        place: "add".to_owned(),
        fields: vec![("title".to_owned(), "Rà soát biểu mẫu".to_owned())],
    };
    let lines = ["thêm", "", "", "", "SNV", "", "", "", "", "", "1"].map(line);
    let talked = office.talk_as("cv.snv", vietnamese(), vec![left.clone()], lines.into());
    talked.says("đang là Rà soát biểu mẫu, Enter giữ");
    talked.says("Đã giao nhiệm vụ số");
    assert_eq!(talked.ending.unsaved, []);
    // Who does not open it finds it next time.
    let talked = office.talk_as(
        "cv.snv",
        vietnamese(),
        vec![left.clone()],
        [line("q")].into(),
    );
    assert_eq!(talked.ending.unsaved, [left]);
}

#[test]
fn a_search_that_was_begun_on_the_screens_is_not_offered_here_and_waits_for_them() {
    let office = Office::open();
    let left = vec![Unsaved::of_line("find", "đất đai")];
    let lines = [line("khôi phục"), line("q")];
    let talked = office.talk_as("cv.snv", vietnamese(), left.clone(), lines.into());
    talked.says("Không có nội dung nhập dở nào");
    assert_eq!(talked.ending.unsaved, left);
}

#[test]
fn what_is_let_go_of_is_named_by_its_words_and_not_by_numbers_that_forms_keep() {
    let office = Office::open();
    let lines = [":1242", "8", "Gấp", "q", "bỏ dở", "1", "bỏ dở", "q"];
    let talked = office.talk("cv.snv", &lines);
    talked
        .says("Bỏ hẳn nội dung nhập dở: Gấp? 1 có, 2 không:")
        .says("Không có nội dung nhập dở nào.");
    assert_eq!(talked.ending.unsaved, []);
}
