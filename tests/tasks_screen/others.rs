//! What others change while one looks.

use cchc::domain::change::News;
use cchc::domain::id::TaskId;

use crate::*;

#[test]
fn what_others_change_is_shown_in_place_and_waits_for_f5_to_be_ordered() {
    let mut desk = at_sttt(a_pile(5));
    desk.press("<Down>");
    let task = desk.office.task(3);
    task.status = Status::Awaiting;
    task.submitted_on = Some(day("2023-06-15"));
    task.version += 1;
    desk.tell(News {
        tasks: vec![TaskId(3)],
        ..News::default()
    });
    assert!(desk.cursor_line().contains("thứ 002"), "{}", desk.picture());
    desk.shows("= _  07/06/23   -6 Chờ    Việc thứ 003")
        .shows("1 thay đổi – F5");
    assert!(desk.line("> STTTT").contains("4   5"), "{}", desk.picture());
    desk.press("<F5>").hides("thay đổi");
    assert!(desk.cursor_line().contains("thứ 002"), "{}", desk.picture());
    let last = desk
        .screen()
        .into_iter()
        .rfind(|line| line.contains("│= _"));
    assert!(
        last.is_some_and(|line| line.contains("thứ 003")),
        "{}",
        desk.picture()
    );
}
