//! The command line's form. Its texts are words like all others and put in by `localized`.

use std::path::PathBuf;
use std::thread;

use chrono::NaiveDate;
use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::agency_args::{AgencyWhat, HolidayWhat};
use super::deed_args::{
    AddArguments, ExtendArguments, NoteArguments, SetArguments, TransferArguments, UrgeArguments,
};
use super::document_args::DocumentWhat;
use super::measure_args::{CaseloadWhat, IndicatorWhat};
use super::print::Form;
use super::proof_args::{AuditWhat, BackupArguments, DoctorArguments, RestoreArguments};
use super::report::ReportArguments;
use super::settings::ConfigWhat;
use super::user_args::UserWhat;
use super::view_args::ViewWhat;
use super::window::WindowWhat;
use crate::lang::Words;

/// What stands on the command line.
#[derive(Debug, Parser)]
#[command(name = "cchc", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Deed>,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "vi|en")]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub user: Option<String>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "YYYY-MM-DD",
        conflicts_with = "today"
    )]
    pub as_of: Option<String>,
    #[arg(long, global = true, value_name = "auto|always|never")]
    pub color: Option<String>,
    #[arg(long, global = true)]
    pub line: bool,
    #[arg(long, global = true)]
    pub plain: bool,
    #[arg(long, global = true, requires = "plain")]
    pub headings: bool,
}

impl Common {
    /// How rows are printed.
    #[must_use]
    pub fn form(&self) -> Form {
        match self.plain {
            true => Form::Plain {
                is_headed: self.headings,
            },
            false => Form::Columns,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Deed {
    Demo,
    Practice,
    Init,
    Import {
        #[command(subcommand)]
        what: ImportWhat,
    },
    Export {
        #[command(subcommand)]
        what: ExportWhat,
    },
    Salvage(super::salvage::SalvageArgs),
    Deadline {
        text: String,
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: String,
        #[arg(long)]
        json: bool,
    },
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Workdays {
        #[arg(index = 1)]
        from: String,
        #[arg(index = 2, allow_hyphen_values = true)]
        to: String,
        #[arg(long)]
        json: bool,
    },
    List {
        filter: Vec<String>,
        #[arg(long, value_name = "then|today|head")]
        by: Option<String>,
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
        #[arg(long = "view", value_name = "NAME")]
        by_view: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Show {
        code: String,
        #[arg(long)]
        json: bool,
    },
    Agencies {
        #[arg(long, value_name = "then|today|head")]
        by: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Report(ReportArguments),
    Letter(super::letter::LetterArguments),
    Agency {
        #[command(subcommand)]
        what: AgencyWhat,
    },
    Calendar {
        #[arg(long, value_name = "YYYY-MM")]
        month: Option<String>,
        #[arg(long, value_name = "CODE")]
        agency: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Document {
        #[command(subcommand)]
        what: DocumentWhat,
    },
    Config {
        #[command(subcommand)]
        what: ConfigWhat,
    },
    User {
        #[command(subcommand)]
        what: UserWhat,
    },
    Indicator {
        #[command(subcommand)]
        what: IndicatorWhat,
    },
    Caseload {
        #[command(subcommand)]
        what: CaseloadWhat,
    },
    Window {
        #[command(subcommand)]
        what: WindowWhat,
    },
    Holiday {
        #[command(subcommand)]
        what: HolidayWhat,
    },
    Set(SetArguments),
    Note(NoteArguments),
    Extend(ExtendArguments),
    Transfer(TransferArguments),
    Urge(UrgeArguments),
    Add(AddArguments),
    View {
        #[command(subcommand)]
        what: ViewWhat,
    },
    Brief {
        #[arg(long, value_name = "CODE")]
        agency: Option<String>,
        #[arg(long)]
        quiet: bool,
        #[arg(long)]
        json: bool,
    },
    Do(super::follow::DoArguments),
    Undo {
        #[arg(long)]
        json: bool,
    },
    Audit {
        #[command(subcommand)]
        what: AuditWhat,
    },
    Backup(BackupArguments),
    Doctor(DoctorArguments),
    Restore(RestoreArguments),
    Keys {
        #[arg(long)]
        json: bool,
    },
    Schema {
        of_command: Vec<String>,
    },
    #[command(hide = true)]
    Generate {
        #[arg(long)]
        tasks: u64,
        #[arg(long)]
        changes: u64,
    },
}

/// What can be imported.
#[derive(Debug, Subcommand)]
pub enum ImportWhat {
    Tasks {
        file: PathBuf,
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        #[arg(long, value_name = "C=WORD")]
        column: Vec<String>,
        #[arg(long, value_enum, default_value_t)]
        coding: FileCoding,
        #[arg(long)]
        document: Option<String>,
        #[arg(long, value_name = "YYYY-MM-DD", requires = "document")]
        date: Option<String>,
        #[arg(long)]
        past_occurrences: bool,
        #[arg(long)]
        yes: bool,
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        json: bool,
    },
    List {
        #[arg(long)]
        json: bool,
    },
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Finish {
        #[arg(index = 1)]
        number: i64,
        #[arg(index = 2)]
        file: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Undo {
        number: i64,
        #[arg(long)]
        json: bool,
    },
}

/// How the letters of a file are coded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum FileCoding {
    #[default]
    Auto,
    Unicode,
    Tcvn3,
    Vni,
}

/// What can be exported.
#[derive(Debug, Subcommand)]
pub enum ExportWhat {
    List(super::export::TaskArguments),
    Tasks(super::export::TaskArguments),
    Documents(super::export_register::RegisterArguments),
    Changes(super::export_register::RegisterArguments),
}

/// Reads the command line.
///
/// On a thread of its own, whose stack goes when it has ended: the tree of all commands takes 170 KiB of it, which a
/// session kept to its end on the one that it draws on (measured).
///
/// # Errors
/// What clap says: a request for help or version too.
pub fn parse(words: &Words, arguments: &[std::ffi::OsString]) -> Result<Arguments, clap::Error> {
    let read = || {
        let matches = super::help::localized(words)
            .bin_name("cchc")
            .try_get_matches_from(arguments)?;
        Arguments::from_arg_matches(&matches)
    };
    thread::scope(|scope| {
        match thread::Builder::new().spawn_scoped(scope, read) {
            Ok(thread) => thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            // Where there are no threads left, one that may work without says so in its own words.
            Err(_) => read(),
        }
    })
}

/// The value of `--lang`, wherever it stands, before the command line is read in that language.
#[must_use]
pub fn language_of(arguments: &[std::ffi::OsString]) -> Option<String> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if let Some(value) = word.strip_prefix("--lang=") {
            return Some(value.to_owned());
        }
        if word == "--lang" {
            return words.next().map(str::to_owned);
        }
    }
    None
}

/// A date as commands take it.
pub fn date(text: &str, what: &'static str) -> crate::domain::error::Result<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| crate::domain::error::Error::BadText {
        what,
        text: text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{EN, VI};

    #[test]
    fn a_status_comes_before_its_tasks_in_every_language() {
        for words in [&VI, &EN] {
            let line = ["cchc", "set", "awaiting", ":2", ":3"]
                .map(Into::into)
                .to_vec();
            let Some(Deed::Set(given)) = parse(words, &line).expect("a good line").command else {
                panic!("another command was read");
            };
            assert_eq!(
                (given.status.as_str(), given.which.codes.join(" ").as_str()),
                ("awaiting", ":2 :3")
            );
        }
    }
}
