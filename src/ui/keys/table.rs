//! The built-in table of keys: what every key means while nobody has changed it.
//!
//! Digits, function keys, arrows, Enter, Esc, Tab, Space, Delete, `+` and `-` are the first scheme:
//! no input method rewrites them. Letters and Ctrl-keys are second ways.

use crossterm::event::{KeyCode, KeyModifiers};

use super::context::Context;
use crate::lang::KeyWords;
use crate::ui::action::Action;

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// Which key.
    pub key: KeyCode,
    /// Held with it.
    pub with: KeyModifiers,
    /// What it means.
    pub action: Action,
    /// What the help calls it; a field of the words.
    pub label: fn(&KeyWords) -> &'static str,
    /// Its place in the footer: smaller comes first and stays longest on narrow screens; none is
    /// not shown there.
    pub footer: Option<u8>,
}

const fn key(
    context: Context,
    key: KeyCode,
    action: Action,
    label: fn(&KeyWords) -> &'static str,
) -> Binding {
    Binding {
        context,
        key,
        with: KeyModifiers::NONE,
        action,
        label,
        footer: None,
    }
}

const fn f(
    context: Context,
    number: u8,
    action: Action,
    label: fn(&KeyWords) -> &'static str,
) -> Binding {
    key(context, KeyCode::F(number), action, label)
}

const fn letter(
    context: Context,
    letter: char,
    action: Action,
    label: fn(&KeyWords) -> &'static str,
) -> Binding {
    key(context, KeyCode::Char(letter), action, label)
}

const fn ctrl(letter: char, action: Action, label: fn(&KeyWords) -> &'static str) -> Binding {
    Binding {
        context: Context::Anywhere,
        key: KeyCode::Char(letter),
        with: KeyModifiers::CONTROL,
        action,
        label,
        footer: None,
    }
}

impl Binding {
    /// True where the same key means the same in the same table.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.context, self.key, self.with, self.action)
            == (other.context, other.key, other.with, other.action)
    }

    const fn within(mut self, context: Context) -> Self {
        self.context = context;
        self
    }

    const fn shown(mut self, place: u8) -> Self {
        self.footer = Some(place);
        self
    }
}

use Context::{
    Agencies, Anywhere, Asking, Calendar, Check, Choice, Columns, Confirm, Document, Doubts, File,
    Form, Home, Import, Imports, Keeping, Line, List, Measures, Page, Practice, Present, Register,
    Report, Sheet, Start, Tasks, Users, Writing,
};

/// Every key of the program.
pub const BINDINGS: &[Binding] = &[
    f(Anywhere, 1, Action::Help, |t| t.help).shown(1),
    f(Anywhere, 3, Action::Close, |t| t.close).shown(4),
    f(Anywhere, 12, Action::Back, |t| t.back).shown(2),
    key(Anywhere, KeyCode::Esc, Action::Back, |t| t.back),
    key(Anywhere, KeyCode::Enter, Action::Enter, |t| t.enter),
    key(Anywhere, KeyCode::Up, Action::Up, |t| t.up),
    key(Anywhere, KeyCode::Down, Action::Down, |t| t.down),
    key(Anywhere, KeyCode::Left, Action::Left, |t| t.left),
    key(Anywhere, KeyCode::Right, Action::Right, |t| t.right),
    key(Anywhere, KeyCode::PageUp, Action::PageUp, |t| t.page_up),
    key(Anywhere, KeyCode::PageDown, Action::PageDown, |t| {
        t.page_down
    }),
    key(Anywhere, KeyCode::Home, Action::First, |t| t.first),
    key(Anywhere, KeyCode::End, Action::Last, |t| t.last),
    key(Anywhere, KeyCode::Tab, Action::NextPane, |t| t.next_pane),
    key(Anywhere, KeyCode::BackTab, Action::PreviousPane, |t| {
        t.previous_pane
    }),
    ctrl('t', Action::Composing, |t| t.composing),
    ctrl('l', Action::Repaint, |t| t.repaint),
    ctrl('z', Action::Suspend, |t| t.suspend),
    ctrl('c', Action::Cancel, |t| t.cancel),
    ctrl('r', Action::Redo, |t| t.redo),
    ctrl('o', Action::Check, |t| t.check),
    ctrl('g', Action::Glyphs, |t| t.glyphs),
    ctrl('y', Action::Colours, |t| t.colours),
    ctrl('e', Action::Economy, |t| t.economy),
    ctrl('k', Action::NextTheme, |t| t.theme),
    // Lists: everything that is one.
    f(List, 2, Action::Status, |t| t.status).shown(2),
    f(List, 4, Action::Choose, |t| t.agency).shown(7),
    f(List, 5, Action::Refresh, |t| t.refresh).shown(5),
    f(List, 6, Action::Add, |t| t.add).shown(4),
    f(List, 7, Action::Filter, |t| t.filter).shown(3),
    f(List, 8, Action::Views, |t| t.views).shown(8),
    f(List, 9, Action::TakeBack, |t| t.take_back).shown(6),
    f(List, 10, Action::DoIt, |t| t.do_it),
    f(List, 11, Action::Columns, |t| t.columns).shown(5),
    letter(List, '?', Action::Help, |t| t.help),
    letter(List, 'q', Action::Close, |t| t.close),
    letter(List, '/', Action::Find, |t| t.find).shown(3),
    letter(List, ':', Action::Command, |t| t.command).shown(8),
    letter(List, 'u', Action::TakeBack, |t| t.take_back),
    letter(List, 'j', Action::Down, |t| t.down),
    letter(List, 'k', Action::Up, |t| t.up),
    letter(List, 'h', Action::Left, |t| t.left),
    letter(List, 'l', Action::Right, |t| t.right),
    letter(List, 'g', Action::First, |t| t.first),
    letter(List, 'G', Action::Last, |t| t.last),
    key(List, KeyCode::Backspace, Action::Erase, |t| t.nothing),
    // Tasks: the option column.
    letter(Tasks, '1', Action::Digit(1), |t| t.digit_1),
    letter(Tasks, '2', Action::Digit(2), |t| t.digit_2),
    letter(Tasks, '3', Action::Digit(3), |t| t.digit_3),
    letter(Tasks, '4', Action::Digit(4), |t| t.digit_4),
    letter(Tasks, '5', Action::Digit(5), |t| t.digit_5),
    letter(Tasks, '6', Action::Digit(6), |t| t.digit_6),
    letter(Tasks, '7', Action::Digit(7), |t| t.digit_7),
    letter(Tasks, '8', Action::Digit(8), |t| t.digit_8),
    letter(Tasks, '9', Action::Digit(9), |t| t.digit_9),
    letter(Tasks, '0', Action::Digit(0), |t| t.digit_0),
    key(Tasks, KeyCode::Delete, Action::Delete, |t| t.clear_digit),
    letter(Tasks, ' ', Action::Mark, |t| t.mark),
    letter(Tasks, '+', Action::NextOverdue, |t| t.next_overdue),
    letter(Tasks, '-', Action::PreviousOverdue, |t| t.previous_overdue),
    letter(Tasks, 's', Action::Sort, |t| t.sort),
    letter(Tasks, 'b', Action::BySuccessor, |t| t.by_successor),
    ctrl('x', Action::Export, |t| t.export).within(Tasks),
    // The pane of agencies: letters jump by name, so no letter is a command.
    f(Agencies, 2, Action::Status, |t| t.status),
    f(Agencies, 4, Action::Choose, |t| t.agency).shown(5),
    f(Agencies, 5, Action::Refresh, |t| t.refresh).shown(6),
    f(Agencies, 6, Action::Add, |t| t.add),
    f(Agencies, 7, Action::Filter, |t| t.filter).shown(3),
    f(Agencies, 8, Action::Views, |t| t.views),
    f(Agencies, 9, Action::TakeBack, |t| t.take_back),
    f(Agencies, 10, Action::DoIt, |t| t.do_it),
    f(Agencies, 11, Action::Columns, |t| t.columns),
    letter(Agencies, '/', Action::Find, |t| t.find),
    letter(Agencies, ':', Action::Command, |t| t.command),
    letter(Agencies, '?', Action::Help, |t| t.help),
    key(Agencies, KeyCode::Backspace, Action::Erase, |t| t.erase),
    ctrl('x', Action::Export, |t| t.export).within(Agencies),
    // Home.
    letter(Home, '1', Action::Digit(1), |t| t.home_line),
    letter(Home, '2', Action::Digit(2), |t| t.home_line),
    letter(Home, '3', Action::Digit(3), |t| t.home_line),
    letter(Home, '4', Action::Digit(4), |t| t.home_line),
    letter(Home, '5', Action::Digit(5), |t| t.home_line),
    letter(Home, '6', Action::Digit(6), |t| t.home_line),
    f(Home, 2, Action::Import, |t| t.import).shown(6),
    letter(Home, '7', Action::Digit(7), |t| t.home_line),
    letter(Home, '8', Action::Digit(8), |t| t.reports),
    letter(Home, '9', Action::Digit(9), |t| t.home_line),
    f(Home, 3, Action::Close, |t| t.leave).shown(4),
    key(Home, KeyCode::Enter, Action::Enter, |t| t.enter).shown(2),
    f(Home, 4, Action::Choose, |t| t.agency).shown(3),
    f(Home, 5, Action::Refresh, |t| t.refresh),
    f(Home, 6, Action::Add, |t| t.add).shown(9),
    f(Home, 7, Action::Filter, |t| t.filter).shown(7),
    f(Home, 8, Action::Views, |t| t.views).shown(5),
    f(Home, 9, Action::TakeBack, |t| t.take_back),
    f(Home, 10, Action::DoIt, |t| t.recover),
    f(Home, 11, Action::Log, |t| t.log),
    f(Home, 12, Action::Back, |t| t.back),
    letter(Home, '/', Action::Find, |t| t.find).shown(3),
    letter(Home, ':', Action::Command, |t| t.command).shown(6),
    letter(Home, '?', Action::Help, |t| t.help),
    letter(Home, 'q', Action::Close, |t| t.leave),
    letter(Home, 'u', Action::TakeBack, |t| t.take_back),
    letter(Home, 'j', Action::Down, |t| t.down),
    letter(Home, 'k', Action::Up, |t| t.up),
    letter(Home, 'g', Action::First, |t| t.first),
    letter(Home, 'G', Action::Last, |t| t.last),
    letter(Home, '+', Action::NextOverdue, |t| t.next_overdue),
    letter(Home, '0', Action::Calendar, |t| t.calendar).shown(10),
    letter(Home, 'l', Action::Calendar, |t| t.calendar),
    // One task: the same digits do the same things; 5 opens it for correction.
    f(Sheet, 2, Action::Status, |t| t.status).shown(2),
    f(Sheet, 5, Action::Refresh, |t| t.refresh).shown(7),
    f(Sheet, 9, Action::TakeBack, |t| t.take_back).shown(6),
    f(Sheet, 11, Action::Log, |t| t.log).shown(5),
    letter(Sheet, '5', Action::Edit, |t| t.edit).shown(3),
    letter(Sheet, '?', Action::Help, |t| t.help),
    letter(Sheet, ':', Action::Command, |t| t.command).shown(8),
    letter(Sheet, 'q', Action::Close, |t| t.close),
    letter(Sheet, 'u', Action::TakeBack, |t| t.take_back),
    letter(Sheet, 'j', Action::Down, |t| t.down),
    letter(Sheet, 'k', Action::Up, |t| t.up),
    letter(Sheet, 'g', Action::First, |t| t.first),
    letter(Sheet, 'G', Action::Last, |t| t.last),
    letter(Sheet, ' ', Action::PageDown, |t| t.page_down),
    key(Sheet, KeyCode::Backspace, Action::PageUp, |t| t.page_up),
    letter(Sheet, '1', Action::Digit(1), |t| t.digit_1),
    letter(Sheet, '2', Action::Digit(2), |t| t.digit_2),
    letter(Sheet, '3', Action::Digit(3), |t| t.digit_3),
    letter(Sheet, '4', Action::Digit(4), |t| t.digit_4),
    letter(Sheet, '6', Action::Digit(6), |t| t.digit_6),
    letter(Sheet, '7', Action::Digit(7), |t| t.digit_7),
    letter(Sheet, '8', Action::Digit(8), |t| t.digit_8),
    letter(Sheet, '9', Action::Digit(9), |t| t.digit_9),
    letter(Sheet, '0', Action::Digit(0), |t| t.digit_0),
    // The confirm list.
    f(Confirm, 10, Action::DoIt, |t| t.save).shown(2),
    letter(Confirm, '?', Action::Help, |t| t.help),
    key(Confirm, KeyCode::Backspace, Action::Erase, |t| t.nothing),
    // Choices: letters narrow the list.
    f(Choice, 6, Action::Add, |t| t.keep),
    f(Choice, 10, Action::DoIt, |t| t.do_it),
    key(Choice, KeyCode::Delete, Action::Delete, |t| t.delete),
    key(Choice, KeyCode::Backspace, Action::Erase, |t| t.erase),
    // Pages.
    f(Page, 5, Action::Refresh, |t| t.refresh),
    letter(Page, ':', Action::Command, |t| t.command).shown(6),
    letter(Page, '?', Action::Help, |t| t.help),
    letter(Page, 'g', Action::First, |t| t.first),
    letter(Page, 'G', Action::Last, |t| t.last),
    letter(Page, 'q', Action::Close, |t| t.close),
    letter(Page, 'j', Action::Down, |t| t.down),
    letter(Page, 'k', Action::Up, |t| t.up),
    letter(Page, ' ', Action::PageDown, |t| t.page_down),
    key(Page, KeyCode::Backspace, Action::PageUp, |t| t.page_up),
    // The first start.
    letter(Start, '1', Action::Digit(1), |t| t.home_line),
    letter(Start, '2', Action::Digit(2), |t| t.home_line),
    letter(Start, '3', Action::Digit(3), |t| t.home_line),
    f(Start, 3, Action::Close, |t| t.leave).shown(4),
    key(Start, KeyCode::Enter, Action::Enter, |t| t.choose).shown(2),
    letter(Start, '?', Action::Help, |t| t.help),
    letter(Start, 'q', Action::Close, |t| t.leave),
    // The page on which the terminal is tried.
    key(Check, KeyCode::Enter, Action::Enter, |t| t.change).shown(3),
    letter(Check, '1', Action::Digit(1), |t| t.home_line),
    letter(Check, '2', Action::Digit(2), |t| t.home_line),
    letter(Check, '3', Action::Digit(3), |t| t.home_line),
    letter(Check, '4', Action::Digit(4), |t| t.home_line),
    letter(Check, '5', Action::Digit(5), |t| t.home_line),
    letter(Check, '6', Action::Digit(6), |t| t.home_line),
    // Agencies in time, whose tasks have no lead, days off: letters narrow, so no letter is a command.
    f(Keeping, 2, Action::Users, |t| t.users).shown(5),
    f(Keeping, 4, Action::Choose, |t| t.hand_over),
    f(Keeping, 5, Action::Refresh, |t| t.refresh),
    f(Keeping, 6, Action::Add, |t| t.add).shown(3),
    f(Keeping, 7, Action::Orphans, |t| t.orphans).shown(6),
    f(Keeping, 8, Action::DaysOff, |t| t.days_off).shown(7),
    f(Keeping, 9, Action::TakeBack, |t| t.take_back).shown(8),
    f(Keeping, 11, Action::Columns, |t| t.all_times),
    key(Keeping, KeyCode::Delete, Action::Delete, |t| t.delete),
    key(Keeping, KeyCode::Backspace, Action::Erase, |t| t.erase),
    letter(Keeping, ':', Action::Command, |t| t.command),
    letter(Keeping, '?', Action::Help, |t| t.help),
    // Accounts.
    f(Users, 2, Action::Edit, |t| t.change).shown(5),
    f(Users, 4, Action::Choose, |t| t.agency).shown(6),
    f(Users, 5, Action::Refresh, |t| t.refresh),
    f(Users, 6, Action::Add, |t| t.add).shown(3),
    f(Users, 9, Action::TakeBack, |t| t.take_back).shown(8),
    f(Users, 10, Action::DoIt, |t| t.close_or_open).shown(7),
    key(Users, KeyCode::Backspace, Action::Erase, |t| t.erase),
    letter(Users, ':', Action::Command, |t| t.command),
    letter(Users, '?', Action::Help, |t| t.help),
    // Who is on.
    key(Present, KeyCode::Enter, Action::Enter, |t| t.enter).shown(3),
    f(Present, 5, Action::Refresh, |t| t.refresh).shown(5),
    key(Present, KeyCode::Backspace, Action::Erase, |t| t.erase),
    letter(Present, ':', Action::Command, |t| t.command),
    letter(Present, '?', Action::Help, |t| t.help),
    // The calendar: letters and digits are a date.
    key(Calendar, KeyCode::Enter, Action::Enter, |t| t.enter).shown(3),
    f(Calendar, 4, Action::Choose, |t| t.agency).shown(5),
    f(Calendar, 5, Action::Refresh, |t| t.refresh),
    f(Calendar, 8, Action::DaysOff, |t| t.days_off).shown(7),
    key(Calendar, KeyCode::Backspace, Action::Erase, |t| t.to_today).shown(6),
    key(Calendar, KeyCode::Delete, Action::Delete, |t| t.delete),
    letter(Calendar, ':', Action::Command, |t| t.command),
    letter(Calendar, '?', Action::Help, |t| t.help),
    // The register of documents: letters and the signs of numbers narrow.
    f(Register, 5, Action::Refresh, |t| t.refresh),
    f(Register, 6, Action::Add, |t| t.add).shown(3),
    f(Register, 7, Action::Filter, |t| t.filter).shown(5),
    f(Register, 9, Action::TakeBack, |t| t.take_back).shown(6),
    key(Register, KeyCode::Backspace, Action::Erase, |t| t.erase),
    letter(Register, ':', Action::Command, |t| t.command),
    letter(Register, '?', Action::Help, |t| t.help),
    // One document: a page that leads to its tasks.
    f(Document, 2, Action::Edit, |t| t.edit).shown(3),
    f(Document, 9, Action::TakeBack, |t| t.take_back).shown(6),
    key(Document, KeyCode::Enter, Action::Enter, |t| t.enter).shown(5),
    // A report.
    key(Report, KeyCode::Enter, Action::Enter, |t| t.enter).shown(2),
    f(Report, 4, Action::Choose, |t| t.agency).shown(5),
    f(Report, 5, Action::Refresh, |t| t.refresh),
    f(Report, 7, Action::Filter, |t| t.period).shown(3),
    f(Report, 11, Action::Columns, |t| t.grouping).shown(4),
    letter(Report, '/', Action::Find, |t| t.find).shown(6),
    letter(Report, ':', Action::Command, |t| t.command).shown(8),
    letter(Report, '?', Action::Help, |t| t.help),
    letter(Report, 's', Action::Sort, |t| t.sort).shown(7),
    ctrl('x', Action::Export, |t| t.export).within(Report),
    letter(Report, ' ', Action::PageDown, |t| t.page_down),
    letter(Report, 'q', Action::Close, |t| t.close),
    letter(Report, 'j', Action::Down, |t| t.down),
    letter(Report, 'k', Action::Up, |t| t.up),
    letter(Report, 'g', Action::First, |t| t.first),
    letter(Report, 'G', Action::Last, |t| t.last),
    // Indicators and caseload: letters narrow, so no letter is a command.
    f(Measures, 2, Action::Edit, |t| t.edit_indicator).shown(5),
    f(Measures, 5, Action::Refresh, |t| t.refresh),
    f(Measures, 6, Action::Add, |t| t.enter_values).shown(3),
    f(Measures, 7, Action::Import, |t| t.import_values).shown(6),
    f(Measures, 8, Action::Sort, |t| t.sort).shown(7),
    f(Measures, 9, Action::TakeBack, |t| t.take_back).shown(8),
    key(Measures, KeyCode::Delete, Action::Delete, |t| t.delete),
    key(Measures, KeyCode::Backspace, Action::Erase, |t| t.erase),
    letter(Measures, ':', Action::Command, |t| t.command),
    letter(Measures, '?', Action::Help, |t| t.help),
    // Practice.
    letter(Practice, '1', Action::Digit(1), |t| t.drill),
    letter(Practice, '2', Action::Digit(2), |t| t.drill),
    letter(Practice, '3', Action::Digit(3), |t| t.drill),
    letter(Practice, '4', Action::Digit(4), |t| t.drill),
    letter(Practice, '5', Action::Digit(5), |t| t.drill),
    letter(Practice, '6', Action::Digit(6), |t| t.drill),
    letter(Practice, '7', Action::Digit(7), |t| t.drill),
    letter(Practice, '8', Action::Digit(8), |t| t.drill),
    letter(Practice, '9', Action::Digit(9), |t| t.drill),
    letter(Practice, '0', Action::Digit(0), |t| t.drill),
    f(Practice, 3, Action::Close, |t| t.leave).shown(4),
    key(Practice, KeyCode::Enter, Action::Enter, |t| t.drill).shown(2),
    letter(Practice, '?', Action::Help, |t| t.help),
    letter(Practice, 'q', Action::Close, |t| t.leave),
    letter(Practice, 'j', Action::Down, |t| t.down),
    letter(Practice, 'k', Action::Up, |t| t.up),
    // The form that asks for a file: of forms, with a word of its own for what F10 does.
    f(File, 4, Action::Choose, |t| t.choose_file).shown(3),
    f(File, 10, Action::DoIt, |t| t.read_file).shown(2),
    // Past imports.
    key(Imports, KeyCode::Enter, Action::Enter, |t| {
        t.tasks_of_import
    })
    .shown(3),
    f(Imports, 5, Action::Refresh, |t| t.refresh),
    f(Imports, 9, Action::TakeBack, |t| t.take_back_import).shown(5),
    f(Imports, 10, Action::DoIt, |t| t.finish_import).shown(6),
    letter(Imports, ':', Action::Command, |t| t.command).shown(8),
    letter(Imports, '?', Action::Help, |t| t.help),
    letter(Imports, 'q', Action::Close, |t| t.close),
    letter(Imports, 'j', Action::Down, |t| t.down),
    letter(Imports, 'k', Action::Up, |t| t.up),
    // While a file is written, and whether it shall be, or shall end.
    key(Writing, KeyCode::Esc, Action::Back, |t| t.stop).shown(2),
    f(Writing, 12, Action::Back, |t| t.stop),
    f(Writing, 3, Action::Close, |t| t.go_home).shown(1),
    letter(Writing, ':', Action::Command, |t| t.command).shown(4),
    letter(Writing, '?', Action::Help, |t| t.help),
    letter(Writing, 'q', Action::Close, |t| t.go_home),
    f(Asking, 10, Action::DoIt, |t| t.do_it).shown(1),
    letter(Asking, ':', Action::Command, |t| t.command),
    letter(Asking, '?', Action::Help, |t| t.help),
    letter(Asking, 'q', Action::Close, |t| t.close),
    // The preview of a file: which rows, then what is done with them.
    letter(Import, '1', Action::Digit(1), |t| t.which_rows),
    letter(Import, '2', Action::Digit(2), |t| t.which_rows),
    letter(Import, '3', Action::Digit(3), |t| t.which_rows),
    letter(Import, '4', Action::Digit(4), |t| t.which_rows),
    letter(Import, '5', Action::Digit(5), |t| t.which_rows),
    letter(Import, '6', Action::Digit(6), |t| t.which_rows),
    key(Import, KeyCode::Enter, Action::Enter, |t| t.doubts).shown(3),
    f(Import, 2, Action::AsRead, |t| t.as_read).shown(4),
    f(Import, 4, Action::Sheet, |t| t.other_sheet),
    f(Import, 5, Action::Refresh, |t| t.read_again),
    f(Import, 7, Action::AllAsRead, |t| t.all_as_read).shown(9),
    f(Import, 9, Action::TakeBack, |t| t.take_back).shown(7),
    f(Import, 10, Action::DoIt, |t| t.import).shown(2),
    f(Import, 11, Action::Columns, |t| t.columns).shown(5),
    letter(Import, ' ', Action::Mark, |t| t.mark),
    letter(Import, '+', Action::NextDoubt, |t| t.next_doubt).shown(6),
    letter(Import, '-', Action::PreviousDoubt, |t| t.previous_doubt),
    key(Import, KeyCode::Delete, Action::Delete, |t| t.leave_out),
    letter(Import, ':', Action::Command, |t| t.command).shown(9),
    letter(Import, '?', Action::Help, |t| t.help),
    letter(Import, 'q', Action::Close, |t| t.close),
    letter(Import, 'j', Action::Down, |t| t.down),
    letter(Import, 'k', Action::Up, |t| t.up),
    letter(Import, 'g', Action::First, |t| t.first),
    letter(Import, 'G', Action::Last, |t| t.last),
    // The doubts of a row: digits choose who is meant.
    letter(Doubts, '1', Action::Digit(1), |t| t.choose_number),
    letter(Doubts, '2', Action::Digit(2), |t| t.choose_number),
    letter(Doubts, '3', Action::Digit(3), |t| t.choose_number),
    letter(Doubts, '4', Action::Digit(4), |t| t.choose_number),
    letter(Doubts, '5', Action::Digit(5), |t| t.choose_number),
    letter(Doubts, '6', Action::Digit(6), |t| t.choose_number),
    letter(Doubts, '7', Action::Digit(7), |t| t.choose_number),
    letter(Doubts, '8', Action::Digit(8), |t| t.choose_number),
    letter(Doubts, '9', Action::Digit(9), |t| t.choose_number),
    key(Doubts, KeyCode::Enter, Action::Enter, |t| t.choose).shown(3),
    f(Doubts, 2, Action::AsRead, |t| t.as_read).shown(4),
    f(Doubts, 4, Action::Choose, |t| t.choose_other).shown(5),
    f(Doubts, 6, Action::Edit, |t| t.other_text).shown(5),
    f(Doubts, 7, Action::AllAsRead, |t| t.all_as_read).shown(9),
    f(Doubts, 9, Action::TakeBack, |t| t.take_back).shown(7),
    letter(Doubts, ' ', Action::Mark, |t| t.only_this_row),
    letter(Doubts, '+', Action::NextDoubt, |t| t.next_doubt).shown(6),
    letter(Doubts, '-', Action::PreviousDoubt, |t| t.previous_doubt),
    key(Doubts, KeyCode::Delete, Action::Delete, |t| t.leave_out),
    letter(Doubts, ':', Action::Command, |t| t.command),
    letter(Doubts, '?', Action::Help, |t| t.help),
    letter(Doubts, 'q', Action::Close, |t| t.close),
    letter(Doubts, 'j', Action::Down, |t| t.down),
    letter(Doubts, 'k', Action::Up, |t| t.up),
    // The columns of a file: digits say what one is.
    letter(Columns, '0', Action::Digit(0), |t| t.column_is),
    letter(Columns, '1', Action::Digit(1), |t| t.column_is),
    letter(Columns, '2', Action::Digit(2), |t| t.column_is),
    letter(Columns, '3', Action::Digit(3), |t| t.column_is),
    letter(Columns, '4', Action::Digit(4), |t| t.column_is),
    letter(Columns, '5', Action::Digit(5), |t| t.column_is),
    letter(Columns, '6', Action::Digit(6), |t| t.column_is),
    letter(Columns, '7', Action::Digit(7), |t| t.column_is),
    letter(Columns, '8', Action::Digit(8), |t| t.column_is),
    key(Columns, KeyCode::Enter, Action::Enter, |t| t.choose).shown(3),
    f(Columns, 4, Action::Choose, |t| t.choose),
    f(Columns, 5, Action::Refresh, |t| t.as_recognised).shown(5),
    f(Columns, 10, Action::DoIt, |t| t.read_again).shown(2),
    f(Columns, 11, Action::Columns, |t| t.coding).shown(4),
    letter(Columns, ':', Action::Command, |t| t.command),
    letter(Columns, '?', Action::Help, |t| t.help),
    letter(Columns, 'q', Action::Close, |t| t.close),
    letter(Columns, 'j', Action::Down, |t| t.down),
    letter(Columns, 'k', Action::Up, |t| t.up),
    // Forms.
    f(Form, 4, Action::Choose, |t| t.choose).shown(3),
    f(Form, 7, Action::CopyBefore, |t| t.copy_before).shown(6),
    f(Form, 9, Action::Recall, |t| t.recall).shown(7),
    f(Form, 10, Action::DoIt, |t| t.save).shown(2),
    key(Form, KeyCode::Backspace, Action::Erase, |t| t.erase),
    key(Form, KeyCode::Delete, Action::Delete, |t| t.delete),
    ctrl('u', Action::EraseAll, |t| t.erase_all).within(Form),
    // Single lines.
    f(Line, 4, Action::Choose, |t| t.choose),
    f(Line, 9, Action::Recall, |t| t.recall).shown(3),
    f(Line, 10, Action::DoIt, |t| t.do_it).shown(5),
    key(Line, KeyCode::Backspace, Action::Erase, |t| t.erase),
    key(Line, KeyCode::Delete, Action::Delete, |t| t.delete),
    ctrl('u', Action::EraseAll, |t| t.erase_all).within(Line),
];
