//! The journeys through the screens: before hand-made extremes, and before the sample.

use std::sync::Arc;

use cchc::domain::deadline::Kind;
use cchc::domain::query::{Query, View};
use cchc::domain::status::Status;
use cchc::domain::task::Task;
use cchc::lang::{EN, VI, Words};
use cchc::ui::screen::{Screen, Unsaved};
use cchc::ui::screens;
use cchc::ui::setup::Setup;
use cchc::ui::theme::{Looks, ThemeName};
use cchc::work::request::Facts;
use cchc::work::request::import::{BatchState, RowFate, SkipReason};

use crate::desk::{Desk, Drawer, Office, a_task, day, facts};
use crate::office::{Reader, a_batch, a_row, an_entry};

/// Where the focus is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// On a row with a marker.
    Row,
    /// In a field between brackets.
    Field,
    /// On a row with a marker or in a field of a form with flags.
    Form,
    /// On the line where one reads on.
    Page,
    /// On the message line, behind what was typed.
    Find,
    /// Behind letters that narrow a list; nothing is found.
    Typed,
}

/// A stop: its name, the keys that lead there from the stop before, and where the focus is then.
pub struct Stop(pub &'static str, pub &'static str, pub Focus);

/// A look: language and theme.
pub fn look(words: &'static Words, theme: ThemeName) -> Setup {
    let mut setup = Setup::plain(words);
    setup.looks = Looks::new(theme, Vec::new(), theme != ThemeName::Mono);
    setup
}

/// The four looks of a terminal.
pub fn looks() -> [Setup; 2] {
    [look(&VI, ThemeName::Mono), look(&EN, ThemeName::Mono)]
}

/// The facts, with an agency whose name does not end.
pub fn extreme_facts() -> Facts {
    let mut facts = facts();
    for agency in Arc::make_mut(&mut facts.agencies) {
        if agency.code == "STTTT" {
            "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng, công nghiệp, hạ tầng số và chuyển đổi số thuộc Ủy ban nhân dân Thành phố".clone_into(&mut agency.name);
        }
    }
    facts
}

/// Tasks that are long, late, wide, doubtful, many.
pub fn extremes() -> Vec<Task> {
    let long = "Tổ chức rà soát, đánh giá và công bố kết quả thực hiện nhiệm vụ cải cách hành chính năm 2023 tại 1.234 đơn vị, bảo đảm 98,5% hồ sơ đúng hạn; ".repeat(3);
    let mut sketches = vec![
        a_task(&long).due("2019-01-02").with(|task| {
            task.code = "KH9125/23-041.STTTT.2023-06-15".to_owned();
            task.progress = Some(100);
            task.extensions = 12;
            task.original_due = Some(day("2018-11-30"));
            task.progress_note = "Đã cấp 41/58, chờ danh sách Q.3".to_owned();
            task.updated_on = Some(day("2023-06-02"));
            task.supporting = "VPUB; SNV; STC; SKHDT; STNMT".to_owned();
            task.product = long.clone();
        }),
        a_task("Chữ tổ hợp: Cải cách thủ tục")
            .due("2023-05-31")
            .doubtful("no_year"),
        a_task("宽字 漢字 한글 行政改革 任務").due("2023-06-14"),
        a_task("Sắp đến hạn")
            .due("2023-06-16")
            .status(Status::NotStarted),
        a_task("Sắp đến hạn sau").due("2023-06-23"),
        a_task("Còn lâu").due("2030-12-31"),
        a_task("Thường xuyên").kind(Kind::Ongoing, "Thường xuyên"),
        a_task("Không rõ hạn")
            .kind(Kind::Unknown, "Theo hướng dẫn")
            .doubtful("no_date"),
        a_task("Chờ xác nhận")
            .due("2023-06-30")
            .status(Status::Awaiting),
        a_task("Chờ xác nhận, nộp trễ")
            .due("2023-06-01")
            .status(Status::Awaiting),
        a_task("Có rà soát, còn hạn")
            .due("2023-12-31")
            .doubtful("no_year"),
    ];
    sketches.push(a_task("Của đơn vị khác").of("Q4").due("2023-04-12"));
    let mut tasks: Vec<Task> = (98_765..)
        .zip(sketches)
        .map(|(id, sketch)| sketch.numbered(id))
        .collect();
    tasks.extend((1..=30).map(|id| {
        a_task(&format!("Việc thứ {id:03}"))
            .due("2023-07-15")
            .numbered(id)
    }));
    tasks
}

/// Sits down before the extremes.
pub fn before_extremes(setup: Setup, screen: Box<dyn Screen>) -> Desk<Drawer> {
    let facts = extreme_facts();
    let mut drawer = Drawer::new(facts.clone(), extremes());
    drawer.views = vec![View {
        name: "Việc quá hạn của các sở, tuần này 26/2023".to_owned(),
        words: "\"quá hạn\" cq:stc hạn<30/06/2023".to_owned(),
        query: Query::default(),
    }];
    Desk::set_up(setup, (80, 24), facts, screen, drawer, Drawer::answer)
}

/// Sits down before nothing at all.
pub fn before_nothing(setup: Setup, screen: Box<dyn Screen>) -> Desk<Drawer> {
    let drawer = Drawer::new(facts(), Vec::new());
    Desk::set_up(setup, (80, 24), facts(), screen, drawer, Drawer::answer)
}

/// Sits down before the sample.
pub fn before_sample(setup: Setup, login: &str, screen: Box<dyn Screen>) -> Desk<Office> {
    let office = Office::open(login);
    let facts: Facts = Arc::unwrap_or_clone(office.facts().clone());
    Desk::set_up(setup, (80, 24), facts, screen, office, Office::answer)
}

/// Sits down before a file of long, doubtful and skipped rows.
pub fn before_import(setup: Setup) -> Desk<Reader> {
    let long = "Tổ chức rà soát, đánh giá và công bố kết quả thực hiện nhiệm vụ cải cách hành chính năm 2023 tại 1.234 đơn vị, bảo đảm 98,5% hồ sơ đúng hạn; ".repeat(3);
    let mut rows = vec![
        a_row(7, "Chương trình").skipped(SkipReason::Heading).row(),
        a_row(8, &long)
            .led_by("Sở TT", &["STTTT", "STP"])
            .due("Trước 15/12", "no_year")
            .row(),
        a_row(9, "Tập huấn")
            .led_by("Chủ đầu tư", &[])
            .carried("E8")
            .row(),
        a_row(10, "Cải cách tài chính công")
            .decoded("C¶i c¸ch")
            .row(),
        a_row(11, "Đã có").stored(RowFate::Unchanged).row(),
    ];
    rows.extend((12..60).map(|line| a_row(line, &format!("Việc thứ {line:03}")).row()));
    let mut office = Reader::new(extreme_facts(), rows);
    office.batches = vec![
        a_batch(3, BatchState::Unfinished, 500),
        a_batch(2, BatchState::Finished, 1_500),
    ];
    office.files = vec![
        an_entry("phu-luc.xlsx", 34_567, false),
        an_entry("cũ", 0, true),
        an_entry("ảnh.png", 12, false),
    ];
    let screen = screens::import();
    Desk::set_up(
        setup,
        (80, 24),
        extreme_facts(),
        screen,
        office,
        Reader::answer,
    )
}

/// From the file through its preview to what was written.
pub const FROM_IMPORT: &[Stop] = &[
    Stop("import", "", Focus::Form),
    Stop("past imports", "<Up>", Focus::Form),
    Stop("take back", "<Tab><F9>", Focus::Row),
    Stop("files", "<Esc><Tab><F4>", Focus::Row),
    Stop("a file", "<Enter>", Focus::Form),
    Stop("preview", "<F10>", Focus::Row),
    Stop("doubts", "<Enter>", Focus::Row),
    Stop("second doubt", "<Tab>", Focus::Row),
    Stop("another text", "<F6>", Focus::Form),
    Stop("settled", "<Esc><F2>", Focus::Row),
    Stop("nobody fits", "<F2>", Focus::Row),
    Stop("all rows", "<Esc>6", Focus::Row),
    Stop("a new row", "<End>", Focus::Row),
    Stop("skipped", "5", Focus::Row),
    Stop("columns", "<F11>", Focus::Row),
    Stop("a coding", "<Down><F11>", Focus::Row),
    Stop("write", "<Esc><F10>", Focus::Page),
    Stop("written", "<F10>", Focus::Page),
];

/// The main screen.
pub fn tasks() -> Box<dyn Screen> {
    screens::tasks(Query::default(), String::new(), None)
}

/// Home, after an interruption.
pub fn home() -> Box<dyn Screen> {
    let draft = Unsaved {
        place: "add".to_owned(),
        fields: vec![("title".to_owned(), "Việc nhập dở".to_owned())],
    };
    screens::home(vec![draft], Some("10:42".to_owned()))
}

/// From the main screen through what it opens.
pub const FROM_TASKS: &[Stop] = &[
    Stop("list", "", Focus::Row),
    Stop("second row", "<Down>", Focus::Row),
    Stop("digits", "9<Down>2", Focus::Row),
    Stop("confirm", "<Enter>", Focus::Form),
    Stop("confirm help", "<F1>", Focus::Page),
    Stop(
        "list with marks",
        "<Esc><Esc><Space><Down><Space>",
        Focus::Row,
    ),
    Stop("status of the marked", "<F2>", Focus::Row),
    Stop("pane", "<Esc><Tab>", Focus::Row),
    Stop("an agency", "<PgDn>", Focus::Row),
    Stop("list again", "<Home><Enter>", Focus::Row),
    Stop("list alone", "<F11>", Focus::Row),
    Stop("codes", "<F11>", Focus::Row),
    Stop("documents", "<F11>", Focus::Row),
    Stop("find", "<F11>/v", Focus::Find),
    Stop("filtered", "<Enter>", Focus::Row),
    Stop("filter", "<F7>", Focus::Field),
    Stop("filter lists", "<Down>", Focus::Row),
    Stop("filter fault", "<Esc><F7>xyz:1", Focus::Field),
    Stop("views", "<Esc><F8>", Focus::Row),
    Stop("views drop", "<Del>", Focus::Row),
    Stop("views keep", "<Esc><F6>", Focus::Field),
    Stop("unfiltered", "<Esc><Esc><Esc>", Focus::Row),
    Stop("command", ":", Focus::Field),
    Stop("command completed", "<Tab><Tab>", Focus::Field),
    Stop("choice of agencies", "<Esc><F4>", Focus::Row),
];

/// The first of the extremes.
pub fn first() -> cchc::domain::id::TaskId {
    cchc::domain::id::TaskId(98_765)
}

/// From home through what it opens.
pub const FROM_HOME: &[Stop] = &[
    Stop("home", "", Focus::Row),
    Stop("home at an agency", "<Tab>", Focus::Row),
    Stop("help of home", "<F1>", Focus::Page),
    Stop("help read on", "<PgDn>", Focus::Page),
    Stop("overdue", "<Esc><Home>1", Focus::Row),
    Stop("a task of the sample", "<F12><F12>:20<Enter>", Focus::Page),
    Stop("its second page", "<PgDn>", Focus::Page),
    Stop("its log", "<F11>", Focus::Page),
    Stop("its deeds", "<Esc><F2>", Focus::Row),
    Stop("message", "3", Focus::Form),
    Stop("add", "<Esc><Esc><F6>", Focus::Form),
    Stop(
        "add typed",
        "Ra soat 1.234 thu tuc hanh chinh tai cac co quan trong toan Thanh pho nam 2023",
        Focus::Form,
    ),
    Stop("add, a choice", "<Down><Down><F4>", Focus::Row),
    Stop("add, nothing found", "zzzz", Focus::Typed),
];

/// From a task through its dialogs.
pub const FROM_SHEET: &[Stop] = &[
    Stop("sheet", "", Focus::Page),
    Stop("sheet on", "<PgDn>", Focus::Page),
    Stop("deeds", "<F2>", Focus::Row),
    Stop("refused", "0", Focus::Row),
    Stop("edit", "<Esc>5", Focus::Form),
    Stop("edit deadline", "<Down><Down><Down><Down>", Focus::Form),
    Stop("extend", "<Esc>7", Focus::Form),
    Stop("month", "<F4>", Focus::Page),
    Stop("day", "<Right>", Focus::Page),
];

/// From the agencies in time through what is done to them.
pub const FROM_KEEPING: &[Stop] = &[
    Stop("agencies", "", Focus::Row),
    Stop("agencies of all times", "<F11>", Focus::Row),
    Stop("an agency", "<F11>sdl<Enter>", Focus::Page),
    Stop("steps", "<F12><F6>", Focus::Row),
    Stop("merger", "<Down><Enter>", Focus::Form),
    Stop(
        "merger typed",
        "svhtt<Enter><Enter><Enter><Enter>QD 5/QD-UBND",
        Focus::Form,
    ),
    Stop("merger confirm", "<F10>", Focus::Page),
    Stop(
        "dissolution",
        "<Esc><Esc><F6><Down><Down><Down><Enter>",
        Focus::Form,
    ),
    Stop("dissolved", "<Enter>QD 6/QD-UBND<F10><F10>", Focus::Row),
    Stop("orphans", "<F7>", Focus::Row),
    Stop("orphans of one", "sdl<Enter>", Focus::Row),
    Stop("hand over", "<F4>", Focus::Form),
    Stop("days off", "<Esc><F12><F8>", Focus::Row),
    Stop("a day", "<Enter>", Focus::Form),
];

/// From the calendar through what it opens.
pub const FROM_CALENDAR: &[Stop] = &[
    Stop("calendar", "", Focus::Row),
    Stop("a late day", "<Left>", Focus::Row),
    Stop("agenda", "<Tab>", Focus::Row),
    Stop("second of the day", "<Down>", Focus::Row),
    Stop("last of the day", "<End>", Focus::Row),
    Stop("typed", "1/9", Focus::Page),
    Stop("a month with days off", "<Enter>", Focus::Row),
    Stop("why", "<F1>", Focus::Page),
    Stop("an agency", "<Esc><F4>", Focus::Row),
];

/// From the list of reports through what they open.
pub const FROM_REPORTS: &[Stop] = &[
    Stop("reports", "", Focus::Row),
    Stop("completion", "<Enter>", Focus::Row),
    Stop("completion, second page", "<PgDn>", Focus::Row),
    Stop("completion, sorted", "<Right><Right>", Focus::Row),
    Stop("period", "<F7>", Focus::Form),
    Stop("a quarter", "quý II/2023", Focus::Form),
    Stop("completion of it", "<F10>", Focus::Row),
    Stop("by area", "<F11><F11>", Focus::Row),
    Stop("what was counted", "<Enter>", Focus::Row),
    Stop("promise", "<F12><F12><F12><Down><Enter>", Focus::Row),
    Stop("heads", "<F12><Down><Down><Down><Enter>", Focus::Row),
    Stop("a head", "<Enter>", Focus::Row),
];

/// From the indicators through one of them and the form of its values.
pub const FROM_INDICATORS: &[Stop] = &[
    Stop("indicators", "", Focus::Row),
    Stop("an indicator", "vtvl<Enter>", Focus::Row),
    Stop("one agency", "<Enter>", Focus::Row),
    Stop("a value", "<F6>", Focus::Form),
    Stop("an edited indicator", "<Esc><Esc><F2>", Focus::Form),
    Stop("a file", "<Esc><F7>", Focus::Form),
];

/// From the files of a month through those of an agency and their form.
pub const FROM_CASELOAD: &[Stop] = &[
    Stop("caseload", "", Focus::Row),
    Stop("caseload by count", "<F8>", Focus::Row),
    Stop("months", "sct<Enter>", Focus::Row),
    Stop("a month", "<F6>", Focus::Form),
];

/// The first start.
pub const FROM_START: &[Stop] = &[
    Stop("start", "", Focus::Row),
    Stop("second way", "<Down>", Focus::Row),
    Stop("path", "<Enter>", Focus::Field),
    Stop(
        "long path",
        "/home/cv.snv/phu-luc/nhiem-vu-2023.csv",
        Focus::Field,
    ),
    Stop("no path", "<C-u><Enter>", Focus::Field),
];
