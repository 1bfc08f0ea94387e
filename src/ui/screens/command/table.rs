//! The one table of commands: the twin in words of every function key, in both languages.

use crate::domain::query::Query;
use crate::domain::report::{Kind, Spec};
use crate::lang::KeyWords;
use crate::ui::action::Action;
use crate::ui::composing::Method;
use crate::ui::screen::Screen;
use crate::ui::screens;

/// What a command does.
#[derive(Debug, Clone, Copy)]
pub enum Does {
    /// What the key of this action does on the screen beneath.
    Pass(Action),
    /// Opens a screen.
    Open(fn() -> Box<dyn Screen>),
    /// Filters by the words that follow; without words it opens the filter.
    Filter,
    /// Goes over to the theme that is named; without a name to the next one.
    Theme,
    /// Shows everything as it was at the end of the day that is named; without one, as it is now.
    AsOf,
    /// Opens the report that is named; without a name the list of reports.
    Report,
    /// Opens the saved view that is named; without a name the list of them.
    View,
    /// Composes what is typed from now on.
    Compose(Option<Method>),
    /// Closes everything down to home.
    Home,
    /// Leaves the program.
    Quit,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// As it is written, with its accents.
    pub word: &'static str,
    /// The same in English.
    pub english: &'static str,
    /// Other words for it, folded.
    pub also: &'static [&'static str],
    /// What it does.
    pub does: Does,
    /// What the help calls it.
    pub label: fn(&KeyWords) -> &'static str,
}

const fn row(
    word: &'static str,
    english: &'static str,
    also: &'static [&'static str],
    does: Does,
    label: fn(&KeyWords) -> &'static str,
) -> Row {
    Row {
        word,
        english,
        also,
        does,
        label,
    }
}

use Does::{Open, Pass};

/// Every command.
pub const COMMANDS: &[Row] = &[
    row(
        "giúp",
        "help",
        &["tro giup", "h"],
        Pass(Action::Help),
        |t| t.help,
    ),
    row(
        "trạng thái",
        "status",
        &["tt"],
        Pass(Action::Status),
        |t| t.status,
    ),
    row(
        "đóng",
        "close",
        &["dong man hinh"],
        Pass(Action::Close),
        |t| t.close,
    ),
    row(
        "cơ quan",
        "agency",
        &["cq", "don vi"],
        Pass(Action::Choose),
        |t| t.agency,
    ),
    row(
        "làm mới",
        "refresh",
        &["tai lai", "reload"],
        Pass(Action::Refresh),
        |t| t.refresh,
    ),
    row(
        "thêm",
        "add",
        &["new", "nhap moi", "them nhiem vu"],
        Open(screens::add),
        |t| t.add,
    ),
    row(
        "nhập",
        "import",
        &["nhap phu luc", "nhap tep"],
        Open(screens::import),
        |t| t.import,
    ),
    row(
        "dừng",
        "stop",
        &["dung lai", "dung nhap", "ngung"],
        Open(screens::stop),
        |t| t.stop,
    ),
    row(
        "báo cáo",
        "reports",
        &["bang bieu", "thong ke", "report"],
        Does::Report,
        |t| t.reports,
    ),
    row(
        "như ngày",
        "as of",
        &["nhu cuoi ngay", "ngay da qua", "hien tai", "now"],
        Does::AsOf,
        |t| t.as_of,
    ),
    row(
        "kết quả",
        "completion",
        &["ket qua thuc hien", "bang ky"],
        Open(|| screens::report(Spec::new(Kind::Completion))),
        |t| t.report_completion,
    ),
    row(
        "giữ lời",
        "promise",
        &["dung han"],
        Open(|| screens::report(Spec::new(Kind::Promise))),
        |t| t.report_promise,
    ),
    row(
        "trễ hạn",
        "late",
        &["viec tre", "nhiem vu tre", "danh sach tre"],
        Open(|| screens::report(Spec::new(Kind::Late))),
        |t| t.report_late,
    ),
    row(
        "trách nhiệm",
        "heads",
        &["nguoi dung dau", "accountability"],
        Open(|| screens::report(Spec::new(Kind::Heads))),
        |t| t.report_heads,
    ),
    row(
        "đúng như đã đọc",
        "as read",
        &[],
        Pass(Action::AsRead),
        |t| t.as_read,
    ),
    row(
        "đúng cả loại này",
        "all as read",
        &[],
        Pass(Action::AllAsRead),
        |t| t.all_as_read,
    ),
    row(
        "trang tính",
        "sheet",
        &["trang tinh khac"],
        Pass(Action::Sheet),
        |t| t.other_sheet,
    ),
    row("sửa", "edit", &["hieu chinh"], Pass(Action::Edit), |t| {
        t.edit
    }),
    row("lọc", "filter", &["loc theo"], Does::Filter, |t| t.filter),
    row(
        "bộ lọc đã lưu",
        "views",
        &["bo loc", "xem", "view"],
        Does::View,
        |t| t.views,
    ),
    row(
        "hoàn tác",
        "undo",
        &["u", "take back"],
        Pass(Action::TakeBack),
        |t| t.take_back,
    ),
    row("làm lại", "redo", &[], Pass(Action::Redo), |t| t.redo),
    row(
        "thực hiện",
        "do it",
        &["ghi", "luu", "w", "save"],
        Pass(Action::DoIt),
        |t| t.do_it,
    ),
    row(
        "cột",
        "columns",
        &["xem truoc", "preview"],
        Pass(Action::Columns),
        |t| t.columns,
    ),
    row("về", "back", &["quay lai"], Pass(Action::Back), |t| {
        t.back
    }),
    row(
        "thứ tự",
        "order",
        &["sap xep", "sort"],
        Pass(Action::Sort),
        |t| t.sort,
    ),
    row(
        "tìm",
        "find",
        &["tim kiem", "search"],
        Pass(Action::Find),
        |t| t.find,
    ),
    row("đánh dấu", "mark", &["chon"], Pass(Action::Mark), |t| {
        t.mark
    }),
    row(
        "trễ kế",
        "next overdue",
        &["tre tiep"],
        Pass(Action::NextOverdue),
        |t| t.next_overdue,
    ),
    row(
        "trễ trước",
        "previous overdue",
        &[],
        Pass(Action::PreviousOverdue),
        |t| t.previous_overdue,
    ),
    row(
        "nhật ký",
        "log",
        &["lich su", "history"],
        Open(whole_log),
        |t| t.log,
    ),
    row(
        "nhiệm vụ",
        "tasks",
        &["danh sach", "list"],
        Open(all_tasks),
        |t| t.enter,
    ),
    row(
        "trang chủ",
        "home",
        &["viec hom nay", "trang dau"],
        Does::Home,
        |t| t.home,
    ),
    row(
        "gõ telex",
        "telex",
        &[],
        Does::Compose(Some(Method::Telex)),
        |t| t.composing,
    ),
    row(
        "gõ vni",
        "vni",
        &[],
        Does::Compose(Some(Method::Vni)),
        |t| t.composing,
    ),
    row(
        "bỏ gõ",
        "no telex",
        &["bogo", "tat go", "no vni"],
        Does::Compose(None),
        |t| t.composing,
    ),
    row(
        "vẽ lại",
        "repaint",
        &["redraw"],
        Pass(Action::Repaint),
        |t| t.repaint,
    ),
    row(
        "kiểm tra màn hình",
        "screen",
        &["man hinh", "check", "terminal"],
        Pass(Action::Check),
        |t| t.check,
    ),
    row(
        "bộ ký tự",
        "characters",
        &["ky tu", "glyphs"],
        Pass(Action::Glyphs),
        |t| t.glyphs,
    ),
    row(
        "số màu",
        "colours",
        &["mau", "colors"],
        Pass(Action::Colours),
        |t| t.colours,
    ),
    row(
        "tiết kiệm",
        "economy",
        &["duong truyen"],
        Pass(Action::Economy),
        |t| t.economy,
    ),
    row(
        "đo khung hình",
        "meter",
        &["do"],
        Pass(Action::Meter),
        |t| t.meter,
    ),
    row("giao diện", "theme", &["mau sac"], Does::Theme, |t| {
        t.theme
    }),
    row(
        "quản trị",
        "administration",
        &["admin", "co quan theo thoi gian", "agencies"],
        Open(screens::agencies_in_time),
        |t| t.keeping,
    ),
    row(
        "văn bản",
        "documents",
        &["vb", "so van ban"],
        Open(screens::documents),
        |t| t.documents,
    ),
    row(
        "cách gộp",
        "group by",
        &[
            "theo noi tiep nhan",
            "theo noi nhan",
            "by successor",
            "theo nguoi dung dau",
        ],
        Pass(Action::BySuccessor),
        |t| t.by_successor,
    ),
    row(
        "xuất",
        "export",
        &["xuat tep", "xuat danh sach"],
        Pass(Action::Export),
        |t| t.export,
    ),
    row(
        "công văn",
        "letters",
        &["cv", "lap cong van", "cong van don doc", "letter"],
        Pass(Action::Letters),
        |t| t.letters,
    ),
    row(
        "chưa có nơi nhận",
        "orphans",
        &["mo coi", "chua co don vi tiep nhan"],
        Open(screens::orphans),
        |t| t.orphans,
    ),
    row(
        "lịch",
        "calendar",
        &["lich thang", "lich cong tac"],
        Open(screens::calendar),
        |t| t.calendar,
    ),
    row(
        "lịch nghỉ",
        "days off",
        &["ngay nghi", "holidays"],
        Open(screens::days_off),
        |t| t.days_off,
    ),
    row(
        "báo cáo kỳ",
        "period report",
        &["bao cao dinh ky", "bo bieu"],
        Open(screens::period_report),
        |t| t.period_report,
    ),
    row(
        "kỳ báo cáo",
        "windows",
        &["bang ky bao cao", "cac ky bao cao", "reporting windows"],
        Open(screens::windows),
        |t| t.windows,
    ),
    row(
        "người dùng",
        "users",
        &["tai khoan", "accounts"],
        Open(screens::users),
        |t| t.users,
    ),
    row(
        "đang làm",
        "on",
        &["ai dang lam", "who", "dang lam viec"],
        Open(screens::who_is_on),
        |t| t.who_is_on,
    ),
    row(
        "cài đặt",
        "settings",
        &["thiet dat", "cai dat chung"],
        Open(screens::settings),
        |t| t.settings,
    ),
    row(
        "chỉ tiêu",
        "indicators",
        &["ct"],
        Open(screens::indicators),
        |t| t.indicators,
    ),
    row(
        "hồ sơ",
        "caseload",
        &["hs", "files"],
        Open(screens::caseload),
        |t| t.caseload,
    ),
    row(
        "thoát",
        "quit",
        &["q", "qa", "exit", "wq"],
        Does::Quit,
        |t| t.leave,
    ),
];

fn whole_log() -> Box<dyn Screen> {
    screens::log(None)
}

fn all_tasks() -> Box<dyn Screen> {
    screens::tasks(Query::default(), String::new(), None)
}
