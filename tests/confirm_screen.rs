//! Stories of the confirm list: digits in, one list, one small form, one save.

mod desk;

use cchc::domain::change::News;
use cchc::domain::id::TaskId;
use cchc::domain::status::Status;
use cchc::domain::task::{ExtensionRequest, Task};
use cchc::domain::user::Role;
use cchc::ui::screens::confirm;
use cchc::work::request::{Facts, Request};
use desk::{Desk, Drawer, a_task, agency, day, facts};

/// The three tasks of the picture.
fn three() -> Vec<Task> {
    vec![
        a_task("Cấp chữ ký số cho lãnh đạo cấp phòng, đơn vị")
            .due("2023-05-31")
            .with(|task| task.progress = Some(60))
            .numbered(1234),
        a_task("Đánh giá chuyển đổi số các cơ quan, đơn vị")
            .due("2023-06-09")
            .status(Status::NotStarted)
            .numbered(1251),
        a_task("Báo cáo tình hình triển khai đô thị thông minh")
            .due("2023-06-20")
            .with(|task| task.progress = Some(40))
            .numbered(1260),
    ]
}

fn at(facts: Facts, tasks: Vec<Task>, items: &[(i64, u8)], size: (u16, u16)) -> Desk<Drawer> {
    let items = items.iter().map(|(id, digit)| (TaskId(*id), *digit));
    let office = Drawer::new(facts.clone(), tasks);
    Desk::new(
        size,
        facts,
        confirm(items.collect()),
        office,
        Drawer::answer,
    )
}

fn sit(tasks: Vec<Task>, items: &[(i64, u8)]) -> Desk<Drawer> {
    at(facts(), tasks, items, (80, 24))
}

fn as_clerk() -> Facts {
    let mut facts = facts();
    facts.user.login = "cv.stttt".to_owned();
    facts.user.agency = Some(agency("STTTT"));
    facts.user.role = Role::Clerk;
    facts
}

fn saves(desk: &Desk<Drawer>) -> usize {
    let is_save = |request: &&Request| matches!(request, Request::Perform { .. });
    desk.asked().iter().filter(is_save).count()
}

#[test]
fn the_picture() {
    let mut desk = at(
        as_clerk(),
        three(),
        &[(1234, 9), (1251, 9), (1260, 2)],
        (80, 24),
    );
    desk.press("324/BC-STTTT<Tab>14/6");
    desk.looks_like("confirm_80x24");
    desk.resize((132, 43)).looks_like("confirm_132x43");
    desk.resize((60, 16)).looks_like("confirm_60x16");
    desk.resize((40, 8)).looks_like("confirm_40x8");
}

#[test]
fn eight_awaiting_rows_are_confirmed_with_enter_alone() {
    let ids = 1..=8;
    let task = |id| {
        a_task("Rà soát thủ tục")
            .status(Status::Awaiting)
            .numbered(id)
    };
    let items: Vec<_> = ids.clone().map(|id| (id, 9)).collect();
    let mut desk = sit(ids.map(task).collect(), &items);
    desk.shows("8 thao tác trên 8 nhiệm vụ")
        .shows("Chờ → Hoàn thành");
    desk.press("<Enter>");
    assert!(
        desk.office
            .tasks
            .iter()
            .all(|task| task.status == Status::Done)
    );
    assert_eq!(saves(&desk), 1);
    assert!(desk.app().is_done());
}

#[test]
fn evidence_is_asked_once_for_a_group() {
    let task = |id| a_task("Rà soát thủ tục").due("2023-06-30").numbered(id);
    let mut desk = sit(vec![task(1), task(2)], &[(1, 9), (2, 9)]);
    desk.shows("dùng chung cho 2 dòng");
    desk.press("324/BC-SNV<Enter>14/6<Enter><Enter>");
    let office = &mut desk.office;
    assert_eq!(office.task(1).status, Status::Awaiting);
    assert_eq!(office.task(2).evidence, "324/BC-SNV ngày 14/06/2023");
}

#[test]
fn a_group_can_be_split_so_that_each_row_has_evidence_of_its_own() {
    let task = |id| a_task("Rà soát thủ tục").due("2023-06-30").numbered(id);
    let mut desk = sit(vec![task(1), task(2)], &[(1, 9), (2, 9)]);
    desk.press("1/BC-SNV<Up><Space>");
    desk.shows("Báo cáo HT #1").shows("biểu 1/2");
    desk.press("<PgDn>")
        .shows("Báo cáo HT #2")
        .shows("1/BC-SNV");
    desk.press("<C-u>2/BC-SNV<F10>");
    assert_eq!(desk.office.task(1).evidence, "1/BC-SNV");
    assert_eq!(desk.office.task(2).evidence, "2/BC-SNV");
}

#[test]
fn a_value_is_copied_from_the_row_above() {
    let task = |id| a_task("Rà soát thủ tục").due("2023-06-30").numbered(id);
    let mut desk = sit(vec![task(1), task(2)], &[(1, 9), (2, 9)]);
    desk.press("<Up><Space>7/BC-SNV<PgDn><F7><F10>");
    assert_eq!(desk.office.task(2).evidence, "7/BC-SNV");
}

#[test]
fn a_list_with_a_refused_row_takes_f10_only_and_leaves_that_row() {
    let mut desk = sit(
        vec![
            a_task("A").status(Status::Awaiting).numbered(1),
            a_task("B").status(Status::NotStarted).numbered(2),
        ],
        &[(1, 9), (2, 9)],
    );
    desk.shows("CHƯA ĐƯỢC: chưa tiếp nhận");
    desk.shows("nhiệm vụ chưa được tiếp nhận. Nhập 1 để tiếp");
    desk.press("<Enter>").shows("chỉ ghi bằng F10");
    assert_eq!(saves(&desk), 0);
    desk.press("<F10>");
    assert_eq!(desk.office.task(1).status, Status::Done);
    assert_eq!(desk.office.task(2).status, Status::NotStarted);
}

#[test]
fn a_drop_needs_its_reason_and_f10() {
    let mut desk = sit(vec![a_task("A").numbered(1)], &[(1, 4)]);
    desk.press("<F10>").shows("Chưa nhập Lý do");
    desk.press("Trùng nhiệm vụ<Enter><Enter>")
        .shows("chỉ ghi bằng F10");
    assert_eq!(saves(&desk), 0);
    desk.press("<F10>");
    assert_eq!(desk.office.task(1).status, Status::Dropped);
}

#[test]
fn a_transfer_finds_the_agency_by_its_initials() {
    let mut desk = sit(vec![a_task("A").numbered(1)], &[(1, 3)]);
    desk.press("stc").shows("→ Sở Tài chính");
    desk.press("<Tab>").shows("STTTT → STC");
    desk.press("Đúng chức năng<F10>");
    assert_eq!(desk.office.task(1).agency, agency("STC"));
}

#[test]
fn the_agency_can_be_chosen_from_the_list() {
    let mut desk = sit(vec![a_task("A").numbered(1)], &[(1, 3)]);
    desk.press("<F4>nội vụ");
    desk.looks_like("choice_80x24");
    desk.press("<Enter>").shows("STTTT → SNV");
    desk.press("Theo Quyết định<F10>");
    assert_eq!(desk.office.task(1).agency, agency("SNV"));
}

#[test]
fn a_day_can_be_chosen_from_its_month() {
    let mut desk = sit(vec![a_task("A").due("2023-06-30").numbered(1)], &[(1, 7)]);
    desk.press("<F4>");
    desk.looks_like("month_80x24");
    desk.press("<PgDn><Enter>").shows("[15/07/2023");
    desk.press("Chờ ý kiến<F10>");
    assert_eq!(desk.office.task(1).due, Some(day("2023-07-15")));
}

#[test]
fn a_missing_field_gets_the_cursor_and_a_second_f10_saves_the_rest() {
    let mut desk = sit(three(), &[(1234, 9), (1260, 2)]);
    desk.press("<PgDn>70<F10>")
        .shows("F10 lần nữa ghi 1 dòng đã đủ");
    assert!(
        desk.cursor_line().contains("Nguyên nhân trễ"),
        "{}",
        desk.picture()
    );
    desk.press("<F10>");
    assert_eq!(desk.office.task(1260).progress, Some(70));
    assert_eq!(desk.office.task(1234).status, Status::InProgress);
}

#[test]
fn a_stale_save_shows_who_changed_what_and_keeps_the_text() {
    let mut desk = sit(three(), &[(1234, 2), (1260, 2)]);
    desk.press("<Tab>Đã cấp 50/58");
    let other = desk.office.task(1234);
    other.progress = Some(80);
    other.version = 2;
    desk.press("<F10>");
    desk.shows("NGƯỜI KHÁC VỪA SỬA")
        .shows("cv.khac vừa sửa lúc 10:42 15/06");
    desk.shows("Bây giờ: Đang thực hiện,")
        .shows("80%, 31/05/2023, STTTT")
        .shows("Đã cấp 50/58");
    desk.hides("#1260 ");
    assert_eq!(desk.office.task(1260).progress_note, "Đã cấp 50/58");
    desk.looks_like("confirm_conflict_80x24");
    desk.press("<F10>");
    assert_eq!(desk.office.task(1234).progress_note, "Đã cấp 50/58");
    assert!(desk.app().is_done());
}

#[test]
fn a_full_disk_keeps_everything_and_the_same_save_is_tried_again() {
    let mut desk = sit(three(), &[(1260, 2)]);
    desk.press("70<Tab>Xong phần I");
    desk.office.is_broken = true;
    desk.press("<F10>").shows("Xong phần I");
    desk.office.is_broken = false;
    desk.press("<F10>");
    let saves: Vec<_> = desk
        .asked()
        .iter()
        .filter(|request| matches!(request, Request::Perform { .. }))
        .collect();
    assert_eq!(saves.len(), 2);
    assert_eq!(saves[0], saves[1], "one name, so that a retry is harmless");
    assert_eq!(desk.office.task(1260).progress, Some(70));
}

#[test]
fn who_goes_to_another_agency_with_the_tasks_goes_on_where_they_were() {
    let mut desk = at(as_clerk(), three(), &[(1260, 2)], (80, 24));
    desk.press("70<Tab>Xong phần I");
    let there = desk.office.task(1260).agency;
    assert_eq!(there, agency("STTTT"));
    let moved = |desk: &mut Desk<Drawer>, with_task: bool| {
        desk.office.facts.user.agency = Some(agency("STC"));
        if with_task {
            desk.office.task(1260).agency = agency("STC");
        }
        desk.tell(News {
            facts: true,
            ..News::default()
        });
    };
    moved(&mut desk, false);
    desk.shows("của cơ quan khác").shows("Xong phần I");
    moved(&mut desk, true);
    desk.hides("của cơ quan khác").shows("Xong phần I");
    desk.press("<F10>");
    assert_eq!(desk.office.task(1260).progress, Some(70));
}

/// Sits before an extension that is asked for.
fn sit_before_a_request(role: Role) -> Desk<Drawer> {
    let asked = |task: &mut Task| {
        task.extension_asked = Some(ExtensionRequest {
            due: day("2023-07-31"),
            reason: "Chờ ý kiến Bộ".to_owned(),
            asked_on: day("2023-06-14"),
            is_late: false,
        });
    };
    let task = a_task("A").due("2023-06-30").with(asked).numbered(1);
    let mut facts = facts();
    facts.user.role = role;
    at(facts, vec![task], &[(1, 7)], (80, 24))
}

#[test]
fn a_leader_decides_about_an_extension_that_is_asked_for() {
    let sit = || sit_before_a_request(Role::Leader);
    let mut desk = sit();
    desk.shows("Xin đến 31/07/2023: Chờ ý kiến Bộ");
    desk.shows("Đồng ý như đề nghị (31/07/2023)");
    desk.shows("Hạn 30/06/23 → 31/07/23");
    desk.press("<F10>");
    assert_eq!(desk.office.task(1).due, Some(day("2023-07-31")));

    let mut desk = sit();
    desk.press("2<Tab>15/7<Tab>Cần sớm hơn<F10>");
    assert_eq!(desk.office.task(1).due, Some(day("2023-07-15")));

    let mut desk = sit();
    desk.press("khong<Tab>").shows("giữ hạn 30/06/23");
    desk.press("<Tab>Không đủ căn cứ<F10>");
    assert_eq!(desk.office.task(1).due, Some(day("2023-06-30")));
    assert_eq!(desk.office.task(1).extension_asked, None);
}

#[test]
fn a_monitor_records_what_was_decided_about_an_extension_with_its_document() {
    let mut desk = sit_before_a_request(Role::Monitor);
    desk.press("<F10>").shows("Chưa nhập Văn bản");
    assert_eq!(desk.office.task(1).due, Some(day("2023-06-30")));
    desk.press("35/TB-VP<F10>");
    assert_eq!(desk.office.task(1).due, Some(day("2023-07-31")));

    let mut desk = sit_before_a_request(Role::Monitor);
    desk.press("khong<Tab><Tab>35/TB-VP<Tab>Không đủ căn cứ<F10>");
    assert_eq!(desk.office.task(1).extension_asked, None);
    assert_eq!(desk.office.task(1).due, Some(day("2023-06-30")));
}

#[test]
fn a_monitor_reads_why_a_decision_needs_a_document_beside_the_form_and_by_f1() {
    let why = "do lãnh đạo quyết định";
    let mut desk = sit_before_a_request(Role::Monitor);
    desk.shows(why).shows("số, ký hiệu văn bản");
    desk.press("<F1>").shows(why);
    // A leader decides, and needs none.
    let mut desk = sit_before_a_request(Role::Leader);
    desk.hides(why);
    desk.press("<F1>").hides(why);
}

#[test]
fn what_was_typed_before_leaving_is_there_again_for_the_same_rows() {
    let tasks = cchc::ui::screens::tasks(Default::default(), String::new(), None);
    let office = Drawer::new(facts(), three());
    let mut desk = Desk::new((80, 24), facts(), tasks, office, Drawer::answer);
    desk.press("9<Enter>324/BC-STTTT<Esc>");
    desk.shows("1 dòng đã chọn thao tác");
    assert!(
        desk.app()
            .unsaved()
            .iter()
            .any(|kept| kept.place == "confirm")
    );
    desk.press("<Enter>").shows("324/BC-STTTT");
}

#[test]
fn what_was_typed_for_some_rows_outlives_the_review_of_others() {
    let tasks = cchc::ui::screens::tasks(Default::default(), String::new(), None);
    let office = Drawer::new(facts(), three());
    let mut desk = Desk::new((80, 24), facts(), tasks, office, Drawer::answer);
    desk.press("9<Enter>324/BC-STTTT<Esc><Home><Del>");
    desk.press("<End>2<Enter>").hides("324/BC-STTTT");
    desk.press("70<Esc>");
    let typed = |desk: &Desk<Drawer>| {
        let unsaved = desk.app().unsaved();
        let fields = unsaved.into_iter().flat_map(|draft| draft.fields);
        let texts = fields.filter(|(name, _)| name.contains('.'));
        texts.map(|(_, text)| text).collect::<Vec<_>>()
    };
    assert_eq!(typed(&desk), ["70", "324/BC-STTTT"]);
    desk.press("<Enter>").shows("→ 70%");
    desk.press("<F10>");
    assert_eq!(desk.office.task(1260).progress, Some(70));
    assert_eq!(typed(&desk), ["324/BC-STTTT"]);
    desk.press("<Home>9<Enter>").shows("324/BC-STTTT");
    // Emptied, it does not come back, whether it is left or the line is cut.
    desk.press("<C-u>");
    assert_eq!(typed(&desk), [""; 0]);
    desk.press("<Esc><Enter>").hides("324/BC-STTTT");
}

#[test]
fn what_was_typed_for_a_row_that_is_not_complete_is_kept_while_the_others_are_saved() {
    let mut desk = sit(three(), &[(1234, 9), (1260, 2)]);
    desk.press("<PgDn>70<PgUp><Tab><Tab>Đã cấp");
    desk.press("<F10><F10>");
    assert_eq!(desk.office.task(1260).progress, Some(70));
    assert_eq!(desk.office.task(1234).status, Status::InProgress);
    let unsaved = desk.app().unsaved();
    let (name, text) = unsaved[0].fields.last().expect("what was typed");
    assert_eq!(
        (name.as_str(), text.as_str()),
        ("submit#1234.delay_cause", "Đã cấp")
    );
}

#[test]
fn what_was_typed_survives_a_hang_up() {
    let mut desk = sit(three(), &[(1234, 9), (1260, 2)]);
    desk.press("324/BC-STTTT<PgDn>70");
    let unsaved = desk.app().unsaved();
    assert_eq!(unsaved.len(), 1);
    let screen = cchc::ui::screens::restore(&unsaved[0]).expect("the confirm list");
    let office = Drawer::new(facts(), three());
    let desk = Desk::new((80, 24), facts(), screen, office, Drawer::answer);
    desk.shows("324/BC-STTTT").shows("Đang 40% → 70%");
}

#[test]
fn a_word_of_telex_backspaces_and_a_word_of_loose_marks_are_the_same() {
    let mut desk = sit(three(), &[(1260, 2)]);
    desk.press("<Tab>tie<BS>êng<BS><BS><BS>ếng Vie\u{302}\u{323}t");
    desk.shows("tiếng Việt");
}

#[test]
fn a_letter_typed_repaints_its_cell_alone() {
    let mut desk = sit(three(), &[(1234, 9)]);
    desk.press("<Tab><Tab><Tab>Đã cấ");
    let before = desk.buffer().clone();
    desk.press("p");
    assert_eq!(before.diff(desk.buffer()).len(), 1, "{}", desk.picture());
}

#[test]
fn every_size_shows_something_and_none_fails() {
    let items: Vec<(i64, u8)> = (1..=50)
        .map(|id| (id, if id % 7 == 0 { 4 } else { 9 }))
        .collect();
    let task = |id: i64| {
        let status = if id % 5 == 0 {
            Status::NotStarted
        } else {
            Status::InProgress
        };
        a_task("Nâng tỷ lệ hồ sơ trực tuyến toàn trình")
            .due("2023-05-31")
            .status(status)
            .numbered(id)
    };
    let mut desk = sit((1..=50).map(task).collect(), &items);
    for wide in (1..=200).step_by(7) {
        for high in 1..=60 {
            desk.resize((wide, high));
        }
    }
    desk.press("<F4>");
    for (wide, high) in [(1, 1), (2, 3), (9, 60), (200, 1), (60, 16)] {
        desk.resize((wide, high));
    }
}

#[test]
fn fifty_rows_scroll_by_pages() {
    let items: Vec<(i64, u8)> = (1..=50).map(|id| (id, 9)).collect();
    let task = |id| a_task("Rà soát").status(Status::Awaiting).numbered(id);
    let mut desk = sit((1..=50).map(task).collect(), &items);
    desk.shows("dòng 1-17/50");
    desk.press("<PgDn>").shows("#18 ").hides("#17 ");
    desk.press("<End>").shows("#50 ");
}

#[test]
fn deeds_without_a_digit_are_chosen_by_their_letter_and_ask_for_what_they_need() {
    let office = Drawer::new(facts(), three());
    let screen = cchc::ui::screens::status(vec![TaskId(1234)]);
    let mut desk = Desk::new((80, 24), facts(), screen, office, Drawer::answer);
    desk.shows("Yêu cầu giải trình").shows("Đề nghị phối hợp");
    desk.press("b").shows("Phê bình").shows("Văn bản");
    desk.press("<F10>");
    assert_eq!(saves(&desk), 0);
    desk.press("3/TB-UBND<F10>");
    assert_eq!(saves(&desk), 1);
}
