//! Everything that the program says to a person, in Vietnamese first and in English.
//!
//! [`Words`] is a struct of texts; what depends on a count or a name is a `fn` field. Each subject
//! has a file with both languages side by side, so that whoever changes one sees the other.
//! Vietnamese is written first and judged at 80 columns. Below `ui`, `cli` and `exchange` nobody
//! imports this room.

mod agencies;
mod app;
mod brief;
mod calendar;
mod choice;
mod command;
mod confirm;
mod console;
mod copies;
pub mod difference;
mod doctor;
mod documents;
mod door;
mod doubts;
mod errors;
mod examples;
mod faults;
mod filter;
mod follow;
mod form;
pub mod format;
mod help;
mod home;
mod import;
mod keys;
mod line;
mod list_file;
mod log;
mod long;
mod measures;
mod office;
mod paper;
mod practice;
mod present;
mod proof;
mod refusals;
pub mod report;
mod restoring;
mod scripts;
mod settings;
mod sheet;
mod standing;
mod start;
mod tables;
mod tasks;
mod terminal;
mod terms;
mod users;
mod windows;

pub use agencies::{AgencyWords, Going, KeepingWords, ToldWords};
pub use app::AppWords;
pub use brief::BriefWords;
pub use calendar::CalendarWords;
pub use choice::ChoiceWords;
pub use command::CommandWords;
pub use confirm::ConfirmWords;
pub use console::ConsoleWords;
pub use copies::{CopyDoubtWords, CopyWords};
pub use doctor::DoctorWords;
pub use documents::DocumentWords;
pub use door::DoorWords;
pub use doubts::DoubtWords;
pub use errors::ErrorWords;
pub use faults::FaultWords;
pub use filter::FilterWords;
pub use follow::FollowWords;
pub use form::FormWords;
pub use help::{HelpWords, Page as HelpPage};
pub use home::HomeWords;
pub use import::{Far, ImportWords};
pub use keys::KeyWords;
pub use line::{HowFar, LineWords};
pub use list_file::ListFileWords;
pub use log::LogWords;
pub use long::LongWords;
pub use measures::{MeasureFormWords, MeasureWords};
pub use office::OfficeWords;
pub use paper::{LetterTexts, PaperWords};
pub use practice::{DrillWords, PracticeWords};
pub use present::PresentWords;
pub use proof::ProofWords;
pub use refusals::RefusalWords;
pub use report::ReportWords;
pub use restoring::RestoringWords;
pub use scripts::{ScriptWords, Usage};
pub use settings::SettingWords;
pub use sheet::SheetWords;
pub use standing::StandingWords;
pub use start::StartWords;
pub use tables::TableWords;
pub use tasks::TaskWords;
pub use terminal::TerminalWords;
pub use terms::Terms;
pub use users::UserWords;
pub use windows::WindowWords;

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Vietnamese, unless said otherwise.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The language of that code (`vi`, `en`), if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Its words.
    #[must_use]
    pub const fn words(self) -> &'static Words {
        match self {
            Self::Vietnamese => &VI,
            Self::English => &EN,
        }
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $field:ident: $kind:ty = $file:ident),* $(,)?) => {
        /// Every text of the program in one language.
        #[derive(Debug)]
        pub struct Words {
            /// Which language this is.
            pub language: Language,
            $($(#[$doc])* pub $field: $kind,)*
        }

        /// Vietnamese.
        pub static VI: Words = Words { language: Language::Vietnamese, $($field: $file::VI,)* };

        /// English.
        pub static EN: Words = Words { language: Language::English, $($field: $file::EN,)* };
    };
}

words! {
    /// The names of keys' actions.
    keys: KeyWords = keys,
    /// Agencies in time.
    agencies: AgencyWords = agencies,
    /// The frame around the screens.
    app: AppWords = app,
    /// What needs somebody today, in three lines.
    brief: BriefWords = brief,
    /// The calendar.
    calendar: CalendarWords = calendar,
    /// The words of the domain.
    terms: Terms = terms,
    /// Choosing from a list.
    choice: ChoiceWords = choice,
    /// The command line within the screens.
    command: CommandWords = command,
    /// The confirm list.
    confirm: ConfirmWords = confirm,
    /// The shell's side: what commands print.
    console: ConsoleWords = console,
    /// The doctor.
    doctor: DoctorWords = doctor,
    /// The register of documents.
    documents: DocumentWords = documents,
    /// The door of a shared server.
    door: DoorWords = door,
    /// What an import doubts.
    doubts: DoubtWords = doubts,
    /// What can go wrong.
    errors: ErrorWords = errors,
    /// Where the database is.
    faults: FaultWords = faults,
    /// The filter.
    filter: FilterWords = filter,
    /// Follow-up.
    follow: FollowWords = follow,
    /// Forms.
    form: FormWords = form,
    /// The help.
    help: HelpWords = help,
    /// The home screen.
    home: HomeWords = home,
    /// Importing a file.
    import: ImportWords = import,
    /// The work as numbered prompts.
    line: LineWords = line,
    /// The log.
    log: LogWords = log,
    /// Long tasks and owed documents.
    long: LongWords = long,
    /// Indicators and caseload.
    measures: MeasureWords = measures,
    /// The settings of the installation.
    office: OfficeWords = office,
    /// Papers.
    paper: PaperWords = paper,
    /// The windows of periodic reports.
    windows: WindowWords = windows,
    /// Practice.
    practice: PracticeWords = practice,
    /// Who is on.
    present: PresentWords = present,
    /// Backup and restore.
    copies: CopyWords = copies,
    /// The proof of the log.
    proof: ProofWords = proof,
    /// What keeps a restore from being begun.
    restoring: RestoringWords = restoring,
    /// What stands otherwise than the log says.
    standing: StandingWords = standing,
    /// Why a deed is not done.
    refusals: RefusalWords = refusals,
    /// Reports.
    report: ReportWords = report,
    /// Keys and themes of a configuration.
    settings: SettingWords = settings,
    /// Commands for scripts.
    scripts: ScriptWords = scripts,
    /// One task.
    sheet: SheetWords = sheet,
    /// Lists of tasks in files.
    list_file: ListFileWords = list_file,
    /// The first start.
    start: StartWords = start,
    /// The register and the log as tables in files.
    tables: TableWords = tables,
    /// Tasks by agency.
    tasks: TaskWords = tasks,
    /// The terminal itself.
    terminal: TerminalWords = terminal,
    /// Accounts.
    users: UserWords = users,
}
