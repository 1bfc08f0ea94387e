//! The one table of keys. Footer, help, README and tests are made from it.
//!
//! Digits, function keys, arrows, Enter, Esc, Tab, Space, Delete, `+` and `-` are the first scheme:
//! no input method rewrites them. Letters and Ctrl-keys are second ways; Alt-1 to Alt-0 and Alt-minus
//! stand for F1 to F11 everywhere (see [`plain`]), for terminals that keep function keys to themselves.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use crate::lang::KeyWords;

/// A kind of place with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// Wherever a list is: home, tasks, log, choices. Looked up after the place's own keys.
    List,
    /// The home screen.
    Home,
    /// The list of tasks.
    Tasks,
    /// The pane of agencies beside it; letters jump by name.
    Agencies,
    /// One task.
    Sheet,
    /// The confirm list.
    Confirm,
    /// A list to choose from, with letters that narrow it.
    Choice,
    /// A page to read: help, messages.
    Page,
    /// The first start.
    Start,
    /// A form of fields.
    Form,
    /// A single line: find, command.
    Line,
    /// Everywhere, after all others.
    Anywhere,
}

impl Context {
    /// Every context, in the order of the manual.
    pub const ALL: [Self; 12] = [
        Self::Anywhere,
        Self::List,
        Self::Home,
        Self::Tasks,
        Self::Agencies,
        Self::Sheet,
        Self::Confirm,
        Self::Choice,
        Self::Page,
        Self::Form,
        Self::Line,
        Self::Start,
    ];

    /// A stable name, by which the words call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::List => "list",
            Self::Home => "home",
            Self::Start => "start",
            Self::Tasks => "tasks",
            Self::Agencies => "agencies",
            Self::Sheet => "sheet",
            Self::Confirm => "confirm",
            Self::Choice => "choice",
            Self::Page => "page",
            Self::Form => "form",
            Self::Line => "line",
        }
    }

    /// The tables that a key is looked up in, in this order.
    #[must_use]
    pub const fn tables(self) -> &'static [Self] {
        match self {
            Self::Home => &[Self::Home, Self::Anywhere],
            Self::Tasks => &[Self::Tasks, Self::List, Self::Anywhere],
            Self::Agencies => &[Self::Agencies, Self::Anywhere],
            Self::Sheet => &[Self::Sheet, Self::Anywhere],
            Self::Confirm => &[Self::Confirm, Self::Anywhere],
            Self::Choice => &[Self::Choice, Self::Anywhere],
            Self::Page => &[Self::Page, Self::Anywhere],
            Self::Start => &[Self::Start, Self::Anywhere],
            Self::Form => &[Self::Form, Self::Anywhere],
            Self::Line => &[Self::Line, Self::Anywhere],
            Self::List => &[Self::List, Self::Anywhere],
            Self::Anywhere => &[Self::Anywhere],
        }
    }

    /// True where letters are text and not commands.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Form | Self::Line | Self::Choice | Self::Agencies
        )
    }
}

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
    const fn shown(mut self, place: u8) -> Self {
        self.footer = Some(place);
        self
    }
}

use Context::{
    Agencies, Anywhere, Choice, Confirm, Form, Home, Line, List, Page, Sheet, Start, Tasks,
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
    // Home.
    letter(Home, '1', Action::Digit(1), |t| t.home_line),
    letter(Home, '2', Action::Digit(2), |t| t.home_line),
    letter(Home, '3', Action::Digit(3), |t| t.home_line),
    letter(Home, '4', Action::Digit(4), |t| t.home_line),
    letter(Home, '5', Action::Digit(5), |t| t.home_line),
    letter(Home, '6', Action::Digit(6), |t| t.home_line),
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
    // One task: the same digits do the same things; 5 opens it for correction.
    f(Sheet, 2, Action::Status, |t| t.status).shown(2),
    f(Sheet, 5, Action::Refresh, |t| t.refresh).shown(7),
    f(Sheet, 9, Action::TakeBack, |t| t.take_back).shown(6),
    f(Sheet, 11, Action::Log, |t| t.log).shown(5),
    letter(Sheet, '5', Action::Edit, |t| t.edit).shown(3),
    letter(Sheet, 'e', Action::Edit, |t| t.edit),
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
    // Forms.
    f(Form, 4, Action::Choose, |t| t.choose).shown(3),
    f(Form, 7, Action::CopyBefore, |t| t.copy_before).shown(6),
    f(Form, 9, Action::Recall, |t| t.recall).shown(7),
    f(Form, 10, Action::DoIt, |t| t.save).shown(2),
    key(Form, KeyCode::Backspace, Action::Erase, |t| t.erase),
    key(Form, KeyCode::Delete, Action::Delete, |t| t.delete),
    Binding {
        context: Form,
        key: KeyCode::Char('u'),
        with: KeyModifiers::CONTROL,
        action: Action::EraseAll,
        label: |t| t.erase_all,
        footer: None,
    },
    // Single lines.
    f(Line, 4, Action::Choose, |t| t.choose),
    f(Line, 9, Action::Recall, |t| t.recall).shown(3),
    f(Line, 10, Action::DoIt, |t| t.do_it).shown(5),
    key(Line, KeyCode::Backspace, Action::Erase, |t| t.erase),
    key(Line, KeyCode::Delete, Action::Delete, |t| t.delete),
    Binding {
        context: Line,
        key: KeyCode::Char('u'),
        with: KeyModifiers::CONTROL,
        action: Action::EraseAll,
        label: |t| t.erase_all,
        footer: None,
    },
];

/// A key in the form in which the table has it: Alt-1 to Alt-0 are F1 to F10, Alt-minus is F11, and
/// a shifted letter is that letter.
#[must_use]
pub fn plain(event: KeyEvent) -> (KeyCode, KeyModifiers) {
    let with = event.modifiers;
    match event.code {
        KeyCode::Char(digit @ '1'..='9') if with.contains(KeyModifiers::ALT) => {
            let number = digit
                .to_digit(10)
                .and_then(|number| u8::try_from(number).ok());
            (KeyCode::F(number.unwrap_or(1)), KeyModifiers::NONE)
        }
        KeyCode::Char('0') if with.contains(KeyModifiers::ALT) => {
            (KeyCode::F(10), KeyModifiers::NONE)
        }
        KeyCode::Char('-') if with.contains(KeyModifiers::ALT) => {
            (KeyCode::F(11), KeyModifiers::NONE)
        }
        code => (code, with & (KeyModifiers::CONTROL | KeyModifiers::ALT)),
    }
}

/// What a key means in a context; `None` where it is text or nothing.
#[must_use]
pub fn action(context: Context, event: KeyEvent) -> Option<Action> {
    let (code, with) = plain(event);
    context.tables().iter().find_map(|table| {
        BINDINGS
            .iter()
            .find(|row| row.context == *table && row.key == code && row.with == with)
            .map(|row| row.action)
    })
}

/// The bindings of a context and of what stands behind it, nearest first, each key once.
#[must_use]
pub fn bindings(context: Context) -> Vec<&'static Binding> {
    let mut found: Vec<&Binding> = Vec::new();
    for table in context.tables() {
        for row in BINDINGS.iter().filter(|row| row.context == *table) {
            if !found
                .iter()
                .any(|have| have.key == row.key && have.with == row.with)
            {
                found.push(row);
            }
        }
    }
    found
}

/// How a key is written: `F10`, `Enter`, `Ctrl-R`, `Space`.
#[must_use]
pub fn name(code: KeyCode, with: KeyModifiers) -> String {
    let base = match code {
        KeyCode::F(number) => format!("F{number}"),
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(letter) if with.contains(KeyModifiers::CONTROL) => {
            letter.to_uppercase().to_string()
        }
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::BackTab => "Shift-Tab".to_owned(),
        other => format!("{other:?}"),
    };
    if with.contains(KeyModifiers::CONTROL) {
        format!("Ctrl-{base}")
    } else {
        base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for (place, row) in BINDINGS.iter().enumerate() {
            let twin = BINDINGS.iter().skip(place + 1).find(|other| {
                other.context == row.context && other.key == row.key && other.with == row.with
            });
            assert!(twin.is_none(), "{row:?} and {twin:?}");
        }
    }

    #[test]
    fn every_context_has_help_a_way_back_and_a_way_to_confirm() {
        for context in Context::ALL {
            for wanted in [Action::Help, Action::Back, Action::Close, Action::Enter] {
                assert!(
                    bindings(context).iter().any(|row| row.action == wanted),
                    "{context:?} lacks {wanted:?}"
                );
            }
        }
    }

    #[test]
    fn where_letters_are_text_no_letter_is_a_command() {
        for context in Context::ALL
            .into_iter()
            .filter(|context| context.takes_text())
        {
            for row in bindings(context) {
                if let KeyCode::Char(letter) = row.key {
                    assert!(
                        !letter.is_alphanumeric() || row.with != KeyModifiers::NONE,
                        "{context:?} {letter}"
                    );
                }
            }
        }
    }

    #[test]
    fn alt_digits_are_function_keys() {
        let alt = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT);
        assert_eq!(action(Tasks, alt('2')), Some(Action::Status));
        assert_eq!(action(Tasks, alt('0')), Some(Action::DoIt));
        assert_eq!(action(Tasks, alt('-')), Some(Action::Columns));
    }
}
