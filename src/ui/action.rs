//! What a key can mean. Screens see actions, never keys; which key means what is said in `keys`.

/// What a person wants, independent of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Explain this place, and why.
    Help,
    /// Change the status of this row or of the marked rows.
    Status,
    /// Close this screen; leave the program at home.
    Close,
    /// Back one level; nothing that was typed is lost.
    Back,
    /// Choose: the agency in lists, a value for the field in forms.
    Choose,
    /// Take in what others changed, in order.
    Refresh,
    /// A new task by hand.
    Add,
    /// Correct the fields of this task.
    Edit,
    /// Filter the list.
    Filter,
    /// Saved views.
    Views,
    /// Take back one's own last group.
    TakeBack,
    /// Do again what was taken back.
    Redo,
    /// Do it, save, yes.
    DoIt,
    /// Other columns; preview on and off.
    Columns,
    /// The next order of the list.
    Sort,
    /// Mark this row for a common deed.
    Mark,
    /// To the next overdue task.
    NextOverdue,
    /// To the previous overdue task.
    PreviousOverdue,
    /// To the next row of a file that is doubtful.
    NextDoubt,
    /// To the previous row of a file that is doubtful.
    PreviousDoubt,
    /// These rows are right as they were read.
    AsRead,
    /// All rows with this doubt are right as they were read.
    AllAsRead,
    /// Import a file.
    Import,
    /// Another sheet of the workbook.
    Sheet,
    /// Find as one types.
    Find,
    /// The command line.
    Command,
    /// The log.
    Log,
    /// Open, apply, next field; review where digits stand.
    Enter,
    /// A digit of the option column.
    Digit(u8),
    /// One up.
    Up,
    /// One down.
    Down,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first row, to the beginning of the field.
    First,
    /// To the last row, to the end of the field.
    Last,
    /// To the next pane or field.
    NextPane,
    /// To the previous pane or field.
    PreviousPane,
    /// Clear the digit of this row; delete the letter under the cursor.
    Delete,
    /// Delete the letter before the cursor.
    Erase,
    /// Delete everything before the cursor.
    EraseAll,
    /// Copy this value from the record before.
    CopyBefore,
    /// Recall what was typed before.
    Recall,
    /// The next way of composing Vietnamese: off, Telex, VNI.
    Composing,
    /// Send the whole screen again.
    Repaint,
    /// Stop the program for a while (Ctrl-Z).
    Suspend,
    /// Cancel what is going on (Ctrl-C).
    Cancel,
    /// The next set of characters for this terminal.
    Glyphs,
    /// The next amount of colour for this terminal.
    Colours,
    /// The next speed of the line.
    Economy,
    /// The page on which the terminal is tried.
    Check,
    /// What frames cost, on the message line.
    Meter,
    /// The next theme: other colours, or none.
    NextTheme,
    /// The accounts.
    Users,
    /// Whose open tasks have no lead any more.
    Orphans,
    /// The days off.
    DaysOff,
    /// The calendar.
    Calendar,
    /// Tasks stand under today's successor, or under the agency of the time.
    BySuccessor,
    /// The tasks of the list, or the report, into a file.
    Export,
    /// Letters to the leads of late tasks.
    Letters,
}

impl Action {
    /// Every action, in the order of the manual.
    pub const ALL: [Self; 70] = [
        Self::Help,
        Self::Status,
        Self::Close,
        Self::Back,
        Self::Choose,
        Self::Refresh,
        Self::Add,
        Self::Edit,
        Self::Filter,
        Self::Views,
        Self::TakeBack,
        Self::Redo,
        Self::DoIt,
        Self::Columns,
        Self::Sort,
        Self::Mark,
        Self::NextOverdue,
        Self::PreviousOverdue,
        Self::NextDoubt,
        Self::PreviousDoubt,
        Self::AsRead,
        Self::AllAsRead,
        Self::Import,
        Self::Sheet,
        Self::Find,
        Self::Command,
        Self::Log,
        Self::Enter,
        Self::Up,
        Self::Down,
        Self::Left,
        Self::Right,
        Self::PageUp,
        Self::PageDown,
        Self::First,
        Self::Last,
        Self::NextPane,
        Self::PreviousPane,
        Self::Delete,
        Self::Erase,
        Self::EraseAll,
        Self::CopyBefore,
        Self::Recall,
        Self::Repaint,
        Self::Suspend,
        Self::Cancel,
        Self::Composing,
        Self::Glyphs,
        Self::Colours,
        Self::Economy,
        Self::Check,
        Self::Meter,
        Self::NextTheme,
        Self::Users,
        Self::Orphans,
        Self::DaysOff,
        Self::Calendar,
        Self::BySuccessor,
        Self::Export,
        Self::Letters,
        Self::Digit(0),
        Self::Digit(1),
        Self::Digit(2),
        Self::Digit(3),
        Self::Digit(4),
        Self::Digit(5),
        Self::Digit(6),
        Self::Digit(7),
        Self::Digit(8),
        Self::Digit(9),
    ];

    /// A stable name, by which configurations call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Status => "status",
            Self::Close => "close",
            Self::Back => "back",
            Self::Choose => "choose",
            Self::Refresh => "refresh",
            Self::Add => "add",
            Self::Edit => "edit",
            Self::Filter => "filter",
            Self::Views => "views",
            Self::TakeBack => "undo",
            Self::Redo => "redo",
            Self::DoIt => "do-it",
            Self::Columns => "columns",
            Self::Sort => "sort",
            Self::Mark => "mark",
            Self::NextOverdue => "next-overdue",
            Self::PreviousOverdue => "previous-overdue",
            Self::NextDoubt => "next-doubt",
            Self::PreviousDoubt => "previous-doubt",
            Self::AsRead => "as-read",
            Self::AllAsRead => "all-as-read",
            Self::Import => "import",
            Self::Sheet => "sheet",
            Self::Find => "find",
            Self::Command => "command",
            Self::Log => "log",
            Self::Enter => "enter",
            Self::Up => "up",
            Self::Down => "down",
            Self::Left => "left",
            Self::Right => "right",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::First => "first",
            Self::Last => "last",
            Self::NextPane => "next-pane",
            Self::PreviousPane => "previous-pane",
            Self::Delete => "delete",
            Self::Erase => "erase",
            Self::EraseAll => "erase-all",
            Self::CopyBefore => "copy-before",
            Self::Recall => "recall",
            Self::Repaint => "repaint",
            Self::Suspend => "suspend",
            Self::Cancel => "cancel",
            Self::Composing => "next-composing",
            Self::Glyphs => "next-characters",
            Self::Colours => "next-colours",
            Self::Economy => "economy",
            Self::Check => "screen-check",
            Self::Meter => "meter",
            Self::NextTheme => "next-theme",
            Self::Users => "users",
            Self::Orphans => "orphans",
            Self::DaysOff => "days-off",
            Self::Calendar => "calendar",
            Self::BySuccessor => "by-successor",
            Self::Export => "export",
            Self::Letters => "letters",
            Self::Digit(0) => "digit-0",
            Self::Digit(1) => "digit-1",
            Self::Digit(2) => "digit-2",
            Self::Digit(3) => "digit-3",
            Self::Digit(4) => "digit-4",
            Self::Digit(5) => "digit-5",
            Self::Digit(6) => "digit-6",
            Self::Digit(7) => "digit-7",
            Self::Digit(8) => "digit-8",
            Self::Digit(_) => "digit-9",
        }
    }

    /// The action of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }

    /// True for what means the same on every screen, and so may have a key in every context.
    #[must_use]
    pub const fn is_everywhere(self) -> bool {
        matches!(
            self,
            Self::Help
                | Self::Command
                | Self::Repaint
                | Self::Suspend
                | Self::TakeBack
                | Self::Redo
                | Self::Cancel
                | Self::Composing
                | Self::Glyphs
                | Self::Colours
                | Self::Economy
                | Self::Check
                | Self::Meter
                | Self::NextTheme
        )
    }
}
