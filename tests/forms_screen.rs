//! Stories of entering a task, correcting one, and choosing what to do with it.

#![allow(clippy::panic)] // a test that fails panics

mod desk;

use cchc::domain::error::Error;
use cchc::domain::id::TaskId;
use cchc::domain::query::{Mark, Query};
use cchc::domain::status::Status;
use cchc::domain::task::Task;
use cchc::domain::transition::{Deed, Particulars, Refusal};
use cchc::domain::user::Role;
use cchc::ui::screen::{Screen, Unsaved};
use cchc::ui::screens;
use cchc::work::request::{Answer, Left, OperationKey, Request, Saved, Wish};
use desk::{Desk, Drawer, a_task, agency, day, facts};

const SIZE: (u16, u16) = (80, 24);

/// An office that also takes what is entered and corrected.
struct Office {
    drawer: Drawer,
    /// The next correction finds that somebody was faster, with the task as it is now.
    faster: Option<Task>,
}

fn answering(office: &mut Office, request: &Request) -> Result<Answer, Error> {
    match request {
        Request::Create { .. } | Request::Edit { .. } if office.drawer.is_broken => {
            Err(Error::DiskFull)
        }
        Request::Create { draft, .. } => {
            let task = a_task(&draft.title).numbered(77);
            Ok(Answer::Saved(Saved {
                done: vec![task],
                ..Saved::default()
            }))
        }
        Request::Edit { id, .. } => {
            let mut saved = Saved::default();
            match office.faster.take() {
                Some(now) => saved.left.push(Left {
                    id: *id,
                    why: Refusal::Changed {
                        by: "cv.vpub".to_owned(),
                        at: "10:42 15/06".to_owned(),
                        what: "edit".to_owned(),
                    },
                    now: Some(Box::new(now)),
                }),
                None => saved.done.push(office.drawer.task(id.0).clone()),
            }
            Ok(Answer::Saved(saved))
        }
        _ => office.drawer.answer(request),
    }
}

fn sit(screen: Box<dyn Screen>, tasks: Vec<Task>) -> Desk<Office> {
    let office = Office {
        drawer: Drawer::new(facts(), tasks),
        faster: None,
    };
    Desk::new(SIZE, facts(), screen, office, answering)
}

fn last(desk: &Desk<Office>) -> Request {
    desk.asked().last().expect("something was asked").clone()
}

#[test]
fn a_task_is_entered_with_its_agency_by_initials_and_its_deadline_read_as_one_types() {
    let mut desk = sit(screens::add(), vec![]);
    desk.press("Rà soát thủ tục<Tab>Kế hoạch số 12/KH-UBND ngày 5/1/2023<Tab>tthc<Tab>snv<Tab>");
    desk.press("stc<Tab>Báo cáo<Tab>Trước ngày 30/6/2023");
    desk.shows("Sở Nội vụ")
        .shows("Thời hạn đọc là: T5 29/06/2023, còn 10 ngày làm việc");
    desk.looks_like("add_80x24");
    desk.press("<F10>");
    let Request::Create { draft, .. } = last(&desk) else {
        panic!("not entered: {}", desk.picture());
    };
    assert_eq!(draft.agency, Some(agency("SNV")));
    assert_eq!(draft.deadline_text, "Trước ngày 30/6/2023");
    assert!(draft.area.is_some() && draft.assign);
    assert!(desk.app().is_done());
}

#[test]
fn a_field_that_is_missing_gets_the_cursor_and_a_sentence() {
    let mut desk = sit(screens::add(), vec![]);
    desk.press("Rà soát<F10>").shows("Chưa nhập Chủ trì");
    assert!(desk.cursor_line().contains("Chủ trì"), "{}", desk.picture());
    assert!(desk.asked().is_empty());
    desk.press("không có gì<F10>")
        .shows("không có mục nào khớp");
}

#[test]
fn a_draft_may_do_without_a_lead() {
    let mut desk = sit(screens::add(), vec![]);
    desk.press("Rà soát<Up><Up><Space><F10>");
    let Request::Create { draft, .. } = last(&desk) else {
        panic!("not entered: {}", desk.picture());
    };
    assert!(!draft.assign);
    assert_eq!(draft.agency, None);
}

#[test]
fn one_after_another_is_entered_and_values_are_copied_from_the_one_before() {
    let mut desk = sit(screens::add(), vec![]);
    desk.press("Một<Tab><Tab><Tab>snv<Up><Up><Up><Up><Space><F10>");
    desk.shows("Đã giao nhiệm vụ #77").hides("Một");
    desk.press("Hai<Tab><Tab><Tab><F7>").shows("Sở Nội vụ");
    desk.press("<F10>");
    let Request::Create { draft, .. } = last(&desk) else {
        panic!("not entered");
    };
    assert_eq!(
        (draft.title.as_str(), draft.agency),
        ("Hai", Some(agency("SNV")))
    );
}

#[test]
fn a_full_disk_keeps_the_form_and_the_same_save_is_tried_again() {
    let mut desk = sit(screens::add(), vec![]);
    desk.press("Một<Tab><Tab><Tab>snv");
    desk.office.drawer.is_broken = true;
    desk.press("<F10>").shows("đĩa").shows("Một");
    desk.office.drawer.is_broken = false;
    desk.press("<F10>");
    let asked = desk.asked();
    assert_eq!(asked[0], asked[1]);
}

#[test]
fn what_was_typed_is_offered_again_after_a_hang_up() {
    let mut desk = sit(screens::add(), vec![]);
    desk.press("Rà soát thủ tục<Tab><Tab><Tab>snv");
    let unsaved = desk.app().unsaved();
    let again = sit(screens::restore(&unsaved[0]).expect("the form"), vec![]);
    again.shows("Rà soát thủ tục").shows("Sở Nội vụ");
}

#[test]
fn an_agency_that_ended_since_it_was_typed_is_no_number_in_its_field() {
    let typed = [("title", "Rà soát thủ tục"), ("agency", "987654")];
    let draft = Unsaved {
        place: "add".to_owned(),
        fields: typed
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
    };
    let again = sit(screens::restore(&draft).expect("the form"), vec![]);
    again.shows("Rà soát thủ tục").hides("987654");
}

#[test]
fn a_correction_sends_only_what_was_changed() {
    let task = a_task("Rà soát").doubtful("no_year").numbered(5);
    let mut desk = sit(screens::edit(TaskId(5)), vec![task]);
    desk.shows("Cần rà soát:");
    desk.press("<Tab><Tab><Tab><Tab><Tab><Tab>30/6/2023");
    desk.looks_like("edit_80x24");
    desk.press("<F10>");
    let Request::Edit { edits, .. } = last(&desk) else {
        panic!("not corrected: {}", desk.picture());
    };
    assert_eq!(edits.deadline_text.as_deref(), Some("30/6/2023"));
    assert_eq!(
        (edits.title, edits.agency, edits.settled),
        (None, None, false)
    );
}

#[test]
fn a_correction_without_a_change_says_so() {
    let mut desk = sit(
        screens::edit(TaskId(5)),
        vec![a_task("Rà soát").numbered(5)],
    );
    desk.press("<F10>").shows("Chưa có gì thay đổi");
}

#[test]
fn somebody_faster_is_shown_and_nothing_typed_is_lost() {
    let task = || a_task("Rà soát").with(|task| task.product = "Báo cáo".to_owned());
    let mut desk = sit(screens::edit(TaskId(5)), vec![task().numbered(5)]);
    desk.press(" thủ tục");
    let mut now = task().numbered(5);
    now.title = "Rà soát lại".to_owned();
    now.product = "Tờ trình".to_owned();
    now.version = 4;
    desk.office.faster = Some(now);
    desk.press("<F10>");
    desk.shows("cv.vpub")
        .shows("Nội dung hiện là: Rà soát lại")
        .shows("Rà soát thủ tục");
    desk.shows("Tờ trình").hides("Báo cáo");
    desk.press("<F10>");
    let Request::Edit { edits, seen, .. } = last(&desk) else {
        panic!("not corrected");
    };
    assert_eq!(
        (edits.title.as_deref(), edits.product, seen),
        (Some("Rà soát thủ tục"), None, 4)
    );
}

#[test]
fn a_status_is_two_keys_away() {
    let task = a_task("Rà soát")
        .status(Status::Awaiting)
        .due("2023-06-30")
        .numbered(5);
    let mut desk = sit(screens::status(vec![TaskId(5)]), vec![task]);
    desk.shows("Chờ → Hoàn thành")
        .shows("chưa được: đang chờ xác nhận");
    desk.looks_like("status_80x24");
    desk.press("2")
        .shows("nhiệm vụ đang chờ xác nhận. Xác nhận (9)");
    desk.press("9<Enter>");
    assert_eq!(desk.office.drawer.task(5).status, Status::Done);
}

#[test]
fn marked_rows_say_how_many_may() {
    let tasks = vec![
        a_task("A").numbered(1),
        a_task("B").status(Status::NotStarted).numbered(2),
    ];
    let mut desk = sit(screens::status(vec![TaskId(1), TaskId(2)]), tasks);
    desk.shows("được 1/2; chưa được: chưa tiếp nhận");
    desk.press("2").shows("CHƯA ĐƯỢC: chưa tiếp nhận");
}

#[test]
fn a_clerk_reads_why_a_task_cannot_be_entered() {
    let mut facts = facts();
    facts.user.role = Role::Clerk;
    let office = Drawer::new(facts.clone(), vec![]);
    let desk = Desk::new(SIZE, facts, screens::add(), office, Drawer::answer);
    desk.shows("không nhập và sửa nhiệm vụ");
}

#[test]
fn an_agency_is_chosen_from_all_of_them() {
    let mut desk = sit(screens::choose_agency(None), vec![]);
    desk.shows("Tất cả");
    desk.press("thu duc").shows("Thủ Đức");
    desk.press("<C-u>").press("<Esc>");
    assert!(desk.app().is_done());
}

#[test]
fn every_size_shows_something_and_none_fails() {
    let task = || {
        a_task(&"Nâng tỷ lệ hồ sơ ".repeat(40))
            .due("2023-05-31")
            .doubtful("no_year")
            .with(|task| task.closed_on = Some(day("2023-06-01")))
            .numbered(5)
    };
    let open: [fn() -> Box<dyn Screen>; 4] = [
        screens::add,
        || screens::edit(TaskId(5)),
        || screens::status(vec![TaskId(5)]),
        || screens::choose_agency(None),
    ];
    for screen in open {
        let mut desk = sit(screen(), vec![task()]);
        for wide in (1..=200).step_by(9) {
            for high in (1..=60).step_by(3) {
                desk.resize((wide, high));
            }
        }
        desk.press("<Down>a<End><F4><Down><Enter>");
    }
}

#[test]
fn a_task_entered_and_reported_done_stands_in_a_real_office() {
    let mut desk = Desk::at_sample(SIZE, "cv.snv", screens::add());
    desk.press("Rà soát bộ thủ tục<Tab><Tab><Tab>stttt<Tab><Tab><Tab>30/6/2023<F10>");
    assert!(desk.app().is_done(), "{}", desk.picture());
    let located = desk.office.answer(&Request::Locate {
        text: "NV/23-0001".to_owned(),
    });
    let Ok(Answer::Located(id)) = located else {
        panic!("{located:?}");
    };
    let office = desk.office;
    let mut desk = Desk::new(
        SIZE,
        office.facts().as_ref().clone(),
        screens::status(vec![id]),
        office,
        desk::Office::answer,
    );
    desk.press("1<Enter>");
    let Ok(Answer::Tasks(tasks)) = desk.office.answer(&Request::Tasks { ids: vec![id] }) else {
        panic!("no task");
    };
    assert_eq!(tasks[0].status, Status::InProgress, "{}", desk.picture());
    assert_eq!(tasks[0].due, Some(day("2023-06-30")));
}

#[test]
fn eight_rows_are_confirmed_from_the_list_and_taken_back_as_one() {
    let mut query = Query::default();
    query.filter.statuses = vec![Status::Awaiting];
    query.filter.marks = vec![Mark::MayConfirm];
    let screen = screens::tasks(query, "tt:chờ".to_owned(), None);
    let mut desk = Desk::at_sample(SIZE, "cv.snv", screen);
    desk.press("99999999<Enter>")
        .shows("8 thao tác trên 8 nhiệm vụ");
    desk.press("<Enter>")
        .shows("Đã ghi 8 nhiệm vụ. F9 hoàn tác.");
    desk.press("<F9>").shows("Đã hoàn tác 8 nhiệm vụ");
}

#[test]
fn two_clerks_on_one_row_lose_nothing() {
    let mut query = Query::default();
    query.filter.statuses = vec![Status::InProgress];
    query.filter.agencies = vec![agency("STTTT")];
    let screen = screens::tasks(query, String::new(), None);
    let mut desk = Desk::at_sample(SIZE, "cv.stttt", screen);
    desk.press("2<Enter>50<Tab>Đã xong phần I");
    let Some(Request::Tasks { ids }) = desk.asked().last().cloned() else {
        panic!("{}", desk.picture());
    };
    let Ok(Answer::Tasks(tasks)) = desk.office.answer(&Request::Tasks { ids }) else {
        panic!("no task");
    };
    let other = Request::Perform {
        key: OperationKey::fresh(),
        wishes: vec![Wish {
            id: tasks[0].id,
            seen: tasks[0].version,
            deed: Deed::Progress,
            given: Particulars {
                percent: Some(33),
                ..Particulars::default()
            },
        }],
    };
    desk.office.answer(&other).expect("the other one saves");
    desk.press("<F10>")
        .shows("NGƯỜI KHÁC VỪA SỬA")
        .shows("Đã xong phần I");
    desk.press("<F10>").shows("Đã ghi 1 nhiệm vụ");
}
