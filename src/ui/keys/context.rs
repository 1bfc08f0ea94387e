//! The places that have keys of their own, and which table stands behind which.

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
    /// The page on which the terminal is tried.
    Check,
    /// The form that asks for a file to import.
    File,
    /// The past imports, below the form of a new one.
    Imports,
    /// A file that is being written.
    Writing,
    /// A question that F10 answers with yes and Esc with no.
    Asking,
    /// A file as it was understood, before it is written.
    Import,
    /// The doubts of one row of it.
    Doubts,
    /// The columns of the file.
    Columns,
    /// The lists on which agencies and days off are kept; letters narrow them.
    Keeping,
    /// The accounts; letters narrow them.
    Users,
    /// Who is on; letters narrow the list.
    Present,
    /// The calendar; a date may be typed.
    Calendar,
    /// The register of documents.
    Register,
    /// The page of one document.
    Document,
    /// A report.
    Report,
    /// Indicators and caseload; letters narrow them.
    Measures,
    /// The list of drills.
    Practice,
    /// Everywhere, after all others.
    Anywhere,
}

impl Context {
    /// Every context, in the order of the manual.
    pub const ALL: [Self; 29] = [
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
        Self::File,
        Self::Imports,
        Self::Writing,
        Self::Asking,
        Self::Import,
        Self::Doubts,
        Self::Columns,
        Self::Start,
        Self::Check,
        Self::Calendar,
        Self::Keeping,
        Self::Users,
        Self::Present,
        Self::Register,
        Self::Document,
        Self::Report,
        Self::Measures,
        Self::Practice,
    ];

    /// A stable name, by which words and configurations call it.
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
            Self::Calendar => "calendar",
            Self::Keeping => "keeping",
            Self::Users => "users",
            Self::Present => "present",
            Self::Register => "register",
            Self::Document => "document",
            Self::Report => "report",
            Self::Measures => "measures",
            Self::Practice => "practice",
            Self::File => "file",
            Self::Imports => "imports",
            Self::Writing => "writing",
            Self::Asking => "asking",
            Self::Import => "import",
            Self::Doubts => "doubts",
            Self::Columns => "columns",
            Self::Check => "check",
            Self::Form => "form",
            Self::Line => "line",
        }
    }

    /// The context of that code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.code() == code)
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
            Self::Calendar => &[Self::Calendar, Self::Anywhere],
            Self::Keeping => &[Self::Keeping, Self::Anywhere],
            Self::Users => &[Self::Users, Self::Anywhere],
            Self::Present => &[Self::Present, Self::Anywhere],
            Self::Register => &[Self::Register, Self::Anywhere],
            Self::Document => &[Self::Document, Self::Page, Self::Anywhere],
            Self::Report => &[Self::Report, Self::Anywhere],
            Self::Measures => &[Self::Measures, Self::Anywhere],
            Self::Practice => &[Self::Practice, Self::Anywhere],
            Self::File => &[Self::File, Self::Form, Self::Anywhere],
            Self::Imports => &[Self::Imports, Self::Anywhere],
            Self::Writing => &[Self::Writing, Self::Anywhere],
            Self::Asking => &[Self::Asking, Self::Anywhere],
            Self::Import => &[Self::Import, Self::Anywhere],
            Self::Doubts => &[Self::Doubts, Self::Anywhere],
            Self::Columns => &[Self::Columns, Self::Anywhere],
            Self::Check => &[Self::Check, Self::Anywhere],
            Self::Form => &[Self::Form, Self::Anywhere],
            Self::Line => &[Self::Line, Self::Anywhere],
            Self::List => &[Self::List, Self::Anywhere],
            Self::Anywhere => &[Self::Anywhere],
        }
    }

    /// True where taking back is the screen's own: a settlement of the preview, a past import.
    #[must_use]
    pub const fn takes_back(self) -> bool {
        matches!(self, Self::Import | Self::Imports | Self::Doubts)
    }

    /// True where letters are text and not commands.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Form
                | Self::File
                | Self::Line
                | Self::Choice
                | Self::Agencies
                | Self::Calendar
                | Self::Keeping
                | Self::Users
                | Self::Present
                | Self::Register
                | Self::Measures
        )
    }
}
