//! Two clerks at one task: what another one saved is told, and nothing typed is lost.

use cchc::domain::status::Status;

use super::{Heard, Office, line, vietnamese};

#[test]
fn the_loser_of_a_race_hears_who_was_faster_and_saves_over_the_new_state() {
    let office = Office::open();
    let mut lines = vec!["1", "2", "60", "Đang lấy ý kiến", "1", "1", "q"];
    lines.insert(0, ":2230");
    lines.remove(1);
    let mut at = 0;
    let mut listen = |_| {
        let text = lines.get(at).copied();
        at += 1;
        // The other one saves while the first yes is being typed.
        if at == 5 {
            office
                .talk("cv.snv", &[":2230", "8", "Gấp", "", "1"])
                .says("Gõ hoàn tác để lấy lại.");
        }
        text.map_or(Heard::End, line)
    };
    let talked = office.listen("cv.stttt", vietnamese(), Vec::new(), &mut listen);
    talked
        .says("Chưa ghi được số 2230: cv.snv vừa ghi đôn đốc lúc")
        .says("Nội dung đã gõ được giữ, ghi được lên bản mới.")
        .says("Gõ hoàn tác để lấy lại.");
    let task = office.task(2230);
    assert_eq!(
        (task.progress, task.progress_note.as_str()),
        (Some(60), "Đang lấy ý kiến")
    );
}

#[test]
fn what_others_change_of_the_task_in_hand_is_told_before_the_next_prompt() {
    let office = Office::open();
    let mut at = 0;
    let mut listen = |_| {
        at += 1;
        match at {
            1 => line(":2230"),
            2 => {
                office.talk("cv.snv", &[":2230", "8", "Gấp", "", "1"]);
                office.talk("cv.snv", &[":1242", "8", "Gấp", "", "1"]);
                line("")
            }
            _ => Heard::End,
        }
    };
    let talked = office.listen("cv.stttt", vietnamese(), Vec::new(), &mut listen);
    talked.says("Vừa có thay đổi: cv.snv đã ghi đôn đốc ở nhiệm vụ số 2230.");
    talked.does_not_say("1242");
}

#[test]
fn a_task_that_others_have_closed_is_not_closed_twice() {
    let office = Office::open();
    let mut at = 0;
    let mut listen = |_| {
        at += 1;
        match at {
            1 => line(":2062"),
            2 => line("9"),
            3 => {
                office
                    .talk("cv.vpub", &[":2062", "9", "1"])
                    .says("Gõ hoàn tác để lấy lại.");
                line("1")
            }
            _ => Heard::End,
        }
    };
    let talked = office.listen("cv.snv", vietnamese(), Vec::new(), &mut listen);
    talked
        .says("cv.vpub vừa ghi xác nhận")
        .does_not_say("Gõ hoàn tác để lấy lại.");
    assert_eq!(office.task(2062).status, Status::Done);
}
