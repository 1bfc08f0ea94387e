//! The one table of commands: the twin in words of every function key, in both languages.

use crate::domain::filter::nearest;
use crate::domain::fold::fold;
use crate::domain::query::Query;
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
        &["bo loc", "xem"],
        Pass(Action::Views),
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
        "theo nơi tiếp nhận",
        "by successor",
        &["theo noi nhan", "theo co quan hom nay"],
        Pass(Action::BySuccessor),
        |t| t.by_successor,
    ),
    row(
        "chưa có nơi nhận",
        "orphans",
        &["mo coi", "chua co don vi tiep nhan"],
        Open(screens::orphans),
        |t| t.orphans,
    ),
    row(
        "lịch nghỉ",
        "days off",
        &["ngay nghi", "holidays"],
        Open(screens::days_off),
        |t| t.days_off,
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

impl Row {
    /// Every way of writing it, folded.
    fn forms(&self) -> impl Iterator<Item = String> {
        [fold(self.word), self.english.to_owned()]
            .into_iter()
            .chain(self.also.iter().map(|form| (*form).to_owned()))
    }
}

/// The command that a line begins with, the longest first, and what follows it.
pub fn read(line: &str) -> Option<(&'static Row, String)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    (1..=words.len()).rev().find_map(|length| {
        let (head, rest) = words.split_at_checked(length)?;
        let head = match head {
            // The command w, of which Telex makes ư; folded, it would be another one.
            ["ư" | "Ư"] => "w".to_owned(),
            // Folded, "right" and "stop" are one word.
            ["đúng" | "Đúng"] => fold("đúng như đã đọc"),
            _ => fold(&head.join(" ")),
        };
        let row = COMMANDS
            .iter()
            .find(|row| row.forms().any(|form| form == head))?;
        Some((row, rest.join(" ")))
    })
}

/// The commands that begin like this: by their own word first, then by another one.
pub fn beginning(line: &str) -> Vec<&'static Row> {
    let begun = fold(line);
    let fits = |row: &&Row| row.forms().any(|form| form.starts_with(&begun));
    let mut found: Vec<&Row> = COMMANDS.iter().filter(fits).collect();
    found.sort_by_key(|row| !fold(row.word).starts_with(&begun));
    found
}

/// The command that is nearest to an unknown one.
pub fn nearest_to(line: &str) -> Option<&'static str> {
    nearest(
        line,
        COMMANDS.iter().flat_map(|row| [row.word, row.english]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_commands_and_all_of_them_are_folded() {
        let mut seen = std::collections::HashSet::new();
        for row in COMMANDS {
            for form in row.forms() {
                assert_eq!(fold(&form), form);
                assert!(seen.insert(form.clone()), "{form}");
                assert_eq!(read(&form).map(|(found, _)| found.word), Some(row.word));
            }
        }
    }

    /// The command that does what an action does.
    fn has_word(action: Action) -> bool {
        COMMANDS.iter().any(|row| match row.does {
            Does::Pass(passed) => passed == action,
            Does::Open(_) => matches!(
                action,
                Action::Add | Action::Import | Action::Log | Action::Orphans | Action::DaysOff
            ),
            Does::Filter => action == Action::Filter,
            Does::Theme => action == Action::NextTheme,
            Does::Home | Does::Compose(_) => false,
            Does::Quit => action == Action::Close,
        })
    }

    #[test]
    fn every_function_key_has_its_word_and_all_but_one_an_alt_key() {
        use crate::ui::keys::{Context, Keymap, twin};
        use crossterm::event::KeyCode;
        let keymap = Keymap::default();
        for context in Context::ALL {
            // In forms and choices `:` is text, so the line cannot be opened there and a word for
            // their keys could never be said: Alt-keys are the only twins.
            let has_line = keymap
                .bindings(context)
                .iter()
                .any(|key| key.action == Action::Command);
            for key in keymap.bindings(context) {
                if let KeyCode::F(number) = key.key {
                    assert!(
                        has_word(key.action) || !has_line,
                        "{context:?} F{number} {:?}",
                        key.action
                    );
                    // F12 goes back, and so does Esc, wherever it is.
                    let has_twin = twin(key.key).is_some()
                        || keymap
                            .bindings(context)
                            .iter()
                            .any(|other| other.key == KeyCode::Esc && other.action == key.action);
                    assert!(has_twin, "{context:?} F{number}");
                }
            }
        }
    }

    #[test]
    fn words_behind_a_command_are_its_argument() {
        let found = read("LỌC cq:stc quá hạn").map(|(row, rest)| (row.english, rest));
        assert_eq!(found, Some(("filter", "cq:stc quá hạn".to_owned())));
        assert_eq!(nearest_to("nhat ki"), Some("nhật ký"));
    }

    #[test]
    fn a_w_of_which_an_input_method_made_another_letter_saves_and_never_undoes() {
        assert_eq!(read("ư").map(|(row, _)| row.english), Some("do it"));
        assert_eq!(read("u").map(|(row, _)| row.english), Some("undo"));
    }
}
