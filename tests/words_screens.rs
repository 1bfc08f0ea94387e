//! One task, its log, the help, the command line, the filter, the views, the first start.

#![allow(clippy::panic)] // a test that fails panics

mod desk;

use cchc::domain::change::{Change, Fields, Subject};
use cchc::domain::count::Family;
use cchc::domain::error::Error;
use cchc::domain::id::{ChangeId, DocumentId, OperationId, TaskId};
use cchc::domain::query::Query;
use cchc::domain::status::Status;
use cchc::domain::task::Task;
use cchc::ui::keys::Context;
use cchc::ui::screen::{Outcome, Screen, StartChoice, Topic};
use cchc::ui::screens;
use cchc::work::request::{Answer, Request};
use desk::{Desk, Drawer, a_task, agency, day, facts};

/// A drawer with a log.
struct Office {
    drawer: Drawer,
    log: Vec<Change>,
}

fn change(id: i64, what: &str, before: &str, after: &str, why: &str) -> Change {
    let fields = |text: &str| -> Fields { serde_json::from_str(text).expect("fields") };
    Change {
        id: ChangeId(id),
        operation: OperationId(id),
        at: format!("2023-06-02T03:{:02}:00Z", id % 60)
            .parse()
            .expect("a moment"),
        who: "cv.stttt".to_owned(),
        origin: "ssh 10.1.2.3".to_owned(),
        subject: Subject::Task(TaskId(1234)),
        what: what.to_owned(),
        before: fields(before),
        after: fields(after),
        why: why.to_owned(),
        document: String::new(),
        on_behalf: None,
    }
}

fn answer(office: &mut Office, request: &Request) -> Result<Answer, Error> {
    match request {
        Request::Sheet { .. } => {
            let mut answered = office.drawer.answer(request)?;
            if let Answer::Sheet(sheet) = &mut answered {
                sheet.log = office.log.iter().take(3).cloned().collect();
                sheet.family = Some(Family {
                    id: TaskId(9),
                    code: "KH9125/23-041".to_owned(),
                    done: 18,
                    all: 22,
                });
            }
            Ok(answered)
        }
        Request::Log { before, limit, .. } => {
            let older = office
                .log
                .iter()
                .filter(|row| before.is_none_or(|id| row.id < id));
            Ok(Answer::Log(older.take(*limit).cloned().collect()))
        }
        other => office.drawer.answer(other),
    }
}

fn task() -> Task {
    a_task("Cấp chữ ký số cho lãnh đạo cấp phòng, đơn vị thuộc các sở, ban, ngành và Ủy ban nhân dân quận, huyện")
        .due("2023-05-31")
        .with(|task| {
            task.code = "KH9125/23-041.STTTT".to_owned();
            task.original_due = Some(day("2023-04-28"));
            task.extensions = 1;
            task.deadline_text = "Trong tháng 5".to_owned();
            task.progress = Some(60);
            task.progress_note = "Đã cấp 41/58, chờ danh sách Q.3".to_owned();
            task.updated_on = Some(day("2023-06-02"));
            task.product = "Danh sách".to_owned();
            task.supporting = "VPUB; SNV".to_owned();
            task.document = Some(DocumentId(1));
            task.item = "II.3".to_owned();
            task.urgings = 2;
            task.urged_on = Some(day("2023-06-12"));
        })
        .doubtful("no_year")
        .numbered(1234)
}

fn at(size: (u16, u16), screen: Box<dyn Screen>) -> Desk<Office> {
    let tasks = vec![
        task(),
        a_task("Báo cáo trễ")
            .of("STC")
            .due("2023-06-01")
            .numbered(2),
        a_task("Báo cáo đúng")
            .of("STC")
            .due("2023-07-01")
            .numbered(3),
        a_task("Chờ duyệt")
            .of("STC")
            .due("2023-07-01")
            .status(Status::Awaiting)
            .numbered(4),
    ];
    let mut log = vec![
        change(
            99,
            "urge",
            "{\"urgings\":1}",
            "{\"urgings\":2}",
            "Đã quá hạn",
        ),
        change(
            98,
            "extend",
            "{\"due\":\"2023-04-28\"}",
            "{\"due\":\"2023-05-31\"}",
            "Chờ ý kiến",
        ),
        change(
            97,
            "accept",
            "{\"status\":\"not_started\"}",
            "{\"status\":\"in_progress\"}",
            "",
        ),
    ];
    log.extend(
        (1..90)
            .rev()
            .map(|id| change(id, "progress", "{\"progress\":1}", "{\"progress\":2}", "")),
    );
    let office = Office {
        drawer: Drawer::new(facts(), tasks),
        log,
    };
    Desk::new(size, facts(), screen, office, answer)
}

#[test]
fn a_task_is_told_whole_and_its_log_in_words() {
    let mut desk = at((80, 24), screens::sheet(TaskId(1234)));
    println!("{}", desk.picture());
    desk.shows("#1234 KH9125/23-041.STTTT")
        .shows("! trễ 11 ngày làm việc");
    desk.shows("Sở Thông tin và Truyền thông · Giám đốc Sở");
    desk.shows("31/05/2023 (T4)")
        .shows("28/04/2023 · gia hạn 1 lần")
        .shows("\"Trong tháng 5\"");
    desk.shows("? Thời hạn không ghi năm")
        .shows("Đang thực hiện 60%")
        .shows("VPUB, SNV");
    desk.shows("Kế hoạch số 9125/KH-UBND ngày 12/01/2023, mục II.3")
        .shows("đã xong 18/22");
    desk.press("<PgDn>");
    println!("{}", desk.picture());
    desk.shows("Đôn đốc · cv.stttt (ssh 10.1.2.3)")
        .shows("Hạn: 28/04/23 → 31/05/23");
    desk.shows("Trạng thái: Chưa thực hiện → Đang thực hiện")
        .shows("Lý do: Đã quá hạn");
}

#[test]
fn older_rows_of_the_log_come_when_one_reads_on() {
    let mut desk = at((80, 24), screens::sheet(TaskId(1234)));
    desk.press("<End>")
        .shows("Nhật ký")
        .hides("Tiến độ: 1% → 2%");
    desk.press("<PgDn><PgDn>").shows("Tiến độ: 1% → 2%");
    desk.press("<End><PgDn><End><PgDn><End>")
        .shows("Hết nhật ký");
}

#[test]
fn f1_on_a_task_explains_its_days() {
    let mut desk = at((80, 24), screens::sheet(TaskId(1234)));
    desk.press("<F1>");
    println!("{}", desk.picture());
    desk.shows("Từ 31/05/2023 đến 15/06/2023: 11 ngày làm việc.");
    desk.shows("Không tính cuối tuần: 4 ngày (03/06/23, 04/06/23, 10/06/23, 11/06/23)");
    desk.press("<Esc>").shows("KH9125/23-041.STTTT");
}

#[test]
fn f1_on_the_page_of_all_keys_opens_no_other_copy() {
    let mut desk = at((80, 24), screens::home(Vec::new(), None));
    desk.press("<F1><F1>").shows("Mọi nơi");
    desk.press("<F1><F1>").shows("Mọi nơi");
    desk.press("<Esc>").hides("Mọi nơi");
    desk.press("<Esc>").shows("Việc hôm nay");
}

#[test]
fn keys_that_do_nothing_are_not_listed() {
    let mut desk = at(
        (80, 24),
        screens::tasks(Default::default(), String::new(), None),
    );
    desk.press("<F1>").shows("Phím ở đây");
    for _ in 0..5 {
        desk.hides("Không làm gì");
        desk.press("<PgDn>");
    }
}

#[test]
fn the_way_back_stands_below_every_place_that_has_one() {
    for screen in [
        screens::tasks(Default::default(), String::new(), None),
        screens::sheet(TaskId(1234)),
        screens::log(None),
        screens::add(),
        screens::choose_agency(None),
    ] {
        let mut desk = at((80, 24), screen);
        desk.shows("F12 Về");
        desk.resize((60, 16)).shows("F12 Về");
    }
}

#[test]
fn a_supporting_group_is_spelled_out_on_the_page() {
    let mut desk = at((80, 24), screens::home(Vec::new(), None));
    desk.office.drawer.task(1234).supporting = "@ALL; VPUB".to_owned();
    desk.press(":1234<Enter>").hides("@ALL");
    desk.shows("các cơ quan, đơn vị, VPUB");
}

#[test]
fn a_submitted_task_shows_what_was_submitted_on_its_page() {
    let mut desk = at((80, 24), screens::home(Vec::new(), None));
    let task = desk.office.drawer.task(1234);
    task.status = Status::Awaiting;
    task.submitted_on = Some(day("2023-06-14"));
    task.submitted_by = "cv.stttt".to_owned();
    desk.press(":1234<Enter>").hides("60%");
    desk.shows("Chờ xác nhận · báo cáo 14/06/2023 bởi cv.stttt");
}

#[test]
fn what_others_change_shows_on_the_page() {
    let mut desk = at((80, 24), screens::sheet(TaskId(1234)));
    desk.office.drawer.task(1234).progress = Some(80);
    desk.office.drawer.task(1234).version = 2;
    desk.tell(cchc::domain::change::News {
        tasks: vec![TaskId(1234)],
        ..Default::default()
    });
    desk.shows("Đang thực hiện 80%").shows("Người khác vừa sửa");
}

#[test]
fn the_log_of_everything_is_read_page_by_page() {
    let mut desk = at((80, 24), screens::log(None));
    println!("{}", desk.picture());
    desk.shows("02/06/2023 10:39  #1234  Đôn đốc · cv.stttt");
    desk.press("<End><PgDn><End><PgDn><End>")
        .shows("Hết nhật ký");
}

#[test]
fn a_number_behind_a_colon_opens_the_task() {
    let mut desk = at((80, 24), screens::home(Vec::new(), None));
    desk.press(":1234");
    println!("{}", desk.picture());
    desk.press("<Enter>").shows("KH9125/23-041.STTTT");
    desk.press("<Esc>").shows("Việc hôm nay");
    desk.press(":9999<Enter>").shows(":[9999");
}

#[test]
fn commands_are_words_with_or_without_accents_and_tab_completes_them() {
    let mut desk = at((80, 24), screens::home(Vec::new(), None));
    desk.press(":nhat ky<Enter>").shows("Đôn đốc");
    desk.press("<Esc>:nhat<Tab>")
        .shows(":[nhật ký")
        .shows("> nhật ký");
    desk.press("<Enter>").shows("Đôn đốc");
    desk.press("<Esc>:nhat ki<Enter>")
        .shows("Có phải \"nhật ký\"?");
    desk.press("<C-u><F9>").shows(":[nhat ki");
    desk.press("<F9>").shows(":[nhật ký");
    desk.press("<C-u><BS>").shows("Việc hôm nay").hides(":[");
    desk.press(":q<Enter>");
    assert!(desk.app().is_done());
}

#[test]
fn the_filter_says_what_it_means_while_one_types() {
    let mut desk = at((80, 24), screens::filter(String::new(), Query::default()));
    desk.shows("Không lọc: mọi nhiệm vụ").shows("Ví dụ: cq:stc");
    desk.press("cq:stc qua han");
    println!("{}", desk.picture());
    desk.shows("1 nhiệm vụ: Sở Tài chính · quá hạn")
        .shows("[x] quá hạn");
    desk.press("<C-u>cq:sttt")
        .shows("Không có cơ quan \"sttt\". Có phải \"STTTT\"?");
    desk.press("<Enter>").shows("Không có cơ quan");
    desk.press("<C-u>han<lt>31/2")
        .shows("Chưa hiểu ngày \"31/2\"");
}

#[test]
fn choosing_from_the_lists_writes_the_words() {
    let mut desk = at((80, 24), screens::filter(String::new(), Query::default()));
    desk.press("<Down><Space>").shows("[\"quá hạn\"");
    desk.press("<Right><Down><Down><Space>")
        .shows("tt:đang \"quá hạn\"");
    assert!(desk.cursor_line().contains(">[x] Đang thực hiện"));
    println!("{}", desk.picture());
    desk.press("<Space>").hides("tt:đang");
    desk.press(" <BS>");
}

#[test]
fn an_applied_filter_is_what_the_screen_ends_with() {
    let mut desk = at((80, 24), screens::filter(String::new(), Query::default()));
    desk.press("cq:stc tre<Enter>");
    let Outcome::Query { words, query } = desk.app().outcome() else {
        panic!("{:?}", desk.app().outcome());
    };
    assert_eq!(words, "cq:stc tre");
    assert_eq!(query.filter.agencies, [agency("STC")]);
}

#[test]
fn views_are_kept_recalled_and_dropped_only_with_f10() {
    let words = "cq:stc \"quá hạn\"".to_owned();
    let mut desk = at((80, 24), screens::views(words, Query::default()));
    desk.shows("Chưa lưu bộ lọc nào");
    desk.press("<F6>Tài chính trễ<Enter>")
        .shows("Đã giữ bộ lọc \"Tài chính trễ\"");
    println!("{}", desk.picture());
    assert!(desk.cursor_line().contains("Tài chính trễ"));
    desk.press("<Del>")
        .shows("F10 bỏ, Esc giữ lại: bộ lọc \"Tài chính trễ\"");
    desk.press("<Esc><F10>");
    assert_eq!(desk.office.drawer.views.len(), 1);
    desk.press("<Del><F10>").shows("Chưa lưu bộ lọc nào");
    assert!(desk.office.drawer.views.is_empty());
}

#[test]
fn the_first_start_ends_with_a_choice() {
    let mut desk = at((80, 24), screens::start());
    println!("{}", desk.picture());
    desk.press("1");
    assert_eq!(desk.app().outcome(), &Outcome::Start(StartChoice::Sample));
    let mut desk = at((80, 24), screens::start());
    desk.press("<Down><Enter>/tmp/phu luc.csv<Enter>");
    let path = "/tmp/phu luc.csv".to_owned();
    assert_eq!(
        desk.app().outcome(),
        &Outcome::Start(StartChoice::Import(path))
    );
    let mut desk = at((80, 24), screens::start());
    desk.press("2<Enter>").shows("Cần đường dẫn");
    desk.press("<Esc>3");
    assert_eq!(desk.app().outcome(), &Outcome::Start(StartChoice::Empty));
}

#[test]
fn every_topic_has_its_page_with_the_keys_of_the_place() {
    let desk = at((80, 40), screens::help(Topic::Filter, Context::Line));
    println!("{}", desk.picture());
    desk.shows("cq:").shows("agency:");
    let mut desk = at((80, 24), screens::help(Topic::Home, Context::Home));
    println!("{}", desk.picture());
    desk.shows("Quá hạn");
    desk.press("<End>").shows("Alt-1");
}

fn all() -> Vec<Box<dyn Screen>> {
    let words = || "cq:stc".to_owned();
    vec![
        screens::sheet(TaskId(1234)),
        screens::sheet(TaskId(77)),
        screens::log(None),
        screens::log(Some(TaskId(1234))),
        screens::filter(words(), Query::default()),
        screens::views(words(), Query::default()),
        screens::start(),
        screens::help(Topic::Help, Context::Page),
        screens::help(Topic::Command, Context::Line),
        screens::command(),
    ]
}

#[test]
fn no_size_makes_any_screen_fail() {
    for screen in all() {
        let mut desk = at((80, 24), screen);
        for wide in [1, 2, 3, 7, 30, 59, 60, 80, 132, 200] {
            for high in [1, 2, 3, 5, 15, 16, 24, 43, 60] {
                desk.resize((wide, high))
                    .press("<Down><Right><PgDn><Up><Tab>");
            }
        }
    }
}

#[test]
fn english_has_its_words_too() {
    for screen in all() {
        let drawer = Drawer::new(facts(), vec![task()]);
        let desk = Desk::in_english((80, 24), facts(), screen, drawer, Drawer::answer);
        desk.hides("Giúp").shows("F1 Help");
    }
}

#[test]
fn a_figure_on_home_opens_the_tasks_that_were_counted() {
    let mut desk = at((80, 24), screens::home(Vec::new(), None));
    desk.press("1").shows("\"quá hạn\"").shows("Cấp chữ ký số");
    desk.hides("Chờ duyệt");
    println!("{}", desk.picture());
    desk.press("<Esc><Esc>").shows("Việc hôm nay");
    desk.press(":lọc cq:stc trễ<Enter>").shows("Báo cáo trễ");
    desk.hides("Báo cáo đúng");
}
