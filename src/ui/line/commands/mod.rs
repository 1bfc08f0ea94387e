//! The one table of what may be typed at a prompt that is no field, in both languages.

mod typed;

use crate::domain::filter::nearest;
use crate::domain::fold::fold;

pub use typed::{Line, read, rows_of};

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Explains the prompt.
    Help,
    /// One level back.
    Back,
    /// To today's work.
    Home,
    /// Out of the program.
    Leave,
    /// Says again what stands here.
    Again,
    /// The next page, the next task.
    Next,
    /// The page or task before.
    Previous,
    /// The agencies with their counts.
    Agencies,
    /// Narrows the list by words, or searches all.
    Find,
    /// Another filter in place of this one.
    Filter,
    /// Another order.
    Sort,
    /// The saved views.
    Views,
    /// Keeps the filter as a view.
    Keep,
    /// The tasks of the list, or a report, into a file.
    Export,
    /// Letters to the leads of late tasks: of the list, of some rows, of the task.
    Letters,
    /// A new task.
    Add,
    /// Tasks from a file.
    Import,
    /// Practice, which needs the screens.
    Practice,
    /// Corrects the task.
    Edit,
    /// What is done to agencies.
    Keeping,
    /// A month and what falls due in it, or the tasks of a day.
    Calendar,
    /// The days off.
    DaysOff,
    Windows,
    /// The reports, or the one that is named.
    Reports,
    /// The days that a report or a measure is about.
    Period,
    /// By what the rows of a report are gathered.
    Grouping,
    /// The register of documents.
    Documents,
    /// The indicators.
    Indicators,
    /// The files of agencies by month.
    Caseload,
    /// Enters values, or files.
    Enter,
    /// Everything as it was on a past day, or as it is now.
    AsOf,
    /// The settings of the installation.
    Settings,
    /// The accounts, or the one that is named.
    Users,
    /// Who is on.
    On,
    /// The log.
    Log,
    /// How the days are counted.
    Why,
    /// Takes back the last group.
    Undo,
    /// Does it again.
    Redo,
    /// What was typed and not saved when the program was cut off.
    Recover,
    /// Lets go of what was typed and not saved.
    LetGo,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What it means.
    pub command: Command,
    /// As it is written in Vietnamese, with its accents.
    pub word: &'static str,
    /// The same in English.
    pub english: &'static str,
    /// Other words for it, folded; also what input methods make of them (`add` arrives as `ađ`).
    pub also: &'static [&'static str],
    /// Something may follow.
    pub takes_more: bool,
}

const fn row(
    command: Command,
    word: &'static str,
    english: &'static str,
    also: &'static [&'static str],
    takes_more: bool,
) -> Row {
    Row {
        command,
        word,
        english,
        also,
        takes_more,
    }
}

/// Every command; `?` and `q` stand for the first two everywhere, also in fields.
pub const COMMANDS: &[Row] = &[
    row(Command::Help, "giúp", "help", &["tro giup"], false),
    row(
        Command::Back,
        "trở lại",
        "back",
        &["q", "quay lai", "lui", "ve"],
        false,
    ),
    row(
        Command::Home,
        "về đầu",
        "home",
        &["dau", "viec hom nay", "today"],
        false,
    ),
    row(
        Command::Leave,
        "thoát",
        "exit",
        &["quit", "eit", "ket thuc", "bye"],
        false,
    ),
    row(Command::Again, "đọc lại", "again", &["r", "repeat"], false),
    row(
        Command::Next,
        "tiếp",
        "next",
        &["n", "sau", "net", "xem tiep"],
        false,
    ),
    row(
        Command::Previous,
        "trước",
        "previous",
        &["p", "prev"],
        false,
    ),
    row(
        Command::Agencies,
        "cơ quan",
        "agency",
        &["cq", "don vi", "agencies"],
        true,
    ),
    row(Command::Find, "tìm", "find", &["search"], true),
    row(Command::Filter, "lọc", "filter", &["bo loc", "filte"], true),
    row(Command::Sort, "thứ tự", "sort", &["sap xep", "sỏt"], true),
    row(
        Command::Views,
        "bộ lọc đã lưu",
        "views",
        &["da luu", "view", "xem"],
        true,
    ),
    row(Command::Keep, "lưu", "keep", &["luu bo loc"], true),
    row(Command::Export, "xuất", "export", &["xuat tep"], true),
    row(
        Command::Letters,
        "công văn",
        "letters",
        &["cv", "lap cong van", "letter"],
        true,
    ),
    row(
        Command::Add,
        "thêm",
        "add",
        &["ad", "new", "them nhiem vu"],
        false,
    ),
    row(Command::Import, "nhập", "import", &["nhap tep"], true),
    row(
        Command::Practice,
        "luyện tập",
        "practice",
        &["practise"],
        false,
    ),
    row(Command::Edit, "sửa", "edit", &["s"], false),
    row(
        Command::Keeping,
        "quản trị",
        "administer",
        &["qt", "admin"],
        true,
    ),
    row(Command::Calendar, "lịch", "calendar", &["thang"], true),
    row(
        Command::DaysOff,
        "lịch nghỉ",
        "days off",
        &["ngay nghi", "holidays"],
        true,
    ),
    row(
        Command::Windows,
        "bảng kỳ",
        "windows",
        &["cac ky bao cao", "bang ky bao cao"],
        true,
    ),
    row(
        Command::Reports,
        "báo cáo",
        "reports",
        &["bc", "report"],
        true,
    ),
    row(Command::Period, "kỳ", "period", &["ky bao cao"], true),
    row(
        Command::Grouping,
        "gộp theo",
        "group by",
        &["gop", "group"],
        true,
    ),
    row(
        Command::Documents,
        "văn bản",
        "documents",
        &["vb", "document"],
        true,
    ),
    row(
        Command::Indicators,
        "chỉ tiêu",
        "indicators",
        &["indicator"],
        true,
    ),
    row(Command::Caseload, "hồ sơ", "caseload", &["files"], true),
    row(
        Command::Enter,
        "nhập số",
        "enter",
        &["so lieu", "nhap so lieu", "value"],
        true,
    ),
    row(
        Command::AsOf,
        "như ngày",
        "as of",
        &["nhu hom", "tinh den ngay"],
        true,
    ),
    row(
        Command::Settings,
        "cài đặt",
        "settings",
        &["thiet dat"],
        false,
    ),
    row(
        Command::Users,
        "người dùng",
        "users",
        &["tai khoan", "accounts"],
        true,
    ),
    row(
        Command::On,
        "đang làm",
        "on",
        &["ai dang lam", "who"],
        false,
    ),
    row(Command::Log, "nhật ký", "log", &["l", "nk"], false),
    row(Command::Why, "vì sao", "why", &["cach tinh"], false),
    row(Command::Undo, "hoàn tác", "undo", &["u"], false),
    row(Command::Redo, "làm lại", "redo", &[], false),
    row(
        Command::Recover,
        "khôi phục",
        "recover",
        &["restore"],
        false,
    ),
    row(
        Command::LetGo,
        "bỏ dở",
        "discard",
        &["bo nhap do", "let go"],
        false,
    ),
];

impl Row {
    /// True for one of its words, folded.
    fn is_called(&self, folded: &str) -> bool {
        fold(self.word) == folded
            || fold(self.english) == folded
            || self.also.iter().any(|also| fold(also) == folded)
    }
}

/// The command that is nearest to what was typed, in Vietnamese or in English.
#[must_use]
pub fn meant(text: &str, in_english: bool) -> Option<&'static str> {
    let named = |row: &'static Row| if in_english { row.english } else { row.word };
    nearest(text, COMMANDS.iter().map(named))
}
