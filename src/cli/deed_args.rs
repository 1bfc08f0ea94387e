//! What stands on the command line of deeds: `set`, `note`, `extend`, `transfer`, `urge`, and of `add`.

use clap::Args;

/// To which tasks a deed is done: those of the codes, or those that a filter finds.
#[derive(Debug, Default, Args)]
pub struct Which {
    // `-` reads them from standard input.
    #[arg(
        index = 2,
        required_unless_present = "by_filter",
        conflicts_with = "by_filter"
    )]
    pub codes: Vec<String>,
    #[command(flatten)]
    pub found: Found,
}

/// All tasks that a filter finds, after a question.
#[derive(Debug, Default, Args)]
pub struct Found {
    #[arg(long = "filter", value_name = "FILTER")]
    pub by_filter: Option<String>,
    #[arg(long, requires = "by_filter")]
    pub yes: bool,
}

/// A status that tasks are led to.
#[derive(Debug, Args)]
pub struct SetArguments {
    // Places are numbered: putting in the texts of a language re-orders what is not.
    #[arg(index = 1)]
    pub status: String,
    #[command(flatten)]
    pub which: Which,
    #[arg(long)]
    pub note: Option<String>,
    #[arg(long)]
    pub evidence: Option<String>,
    #[arg(long)]
    pub reason: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// How far a task is.
#[derive(Debug, Args)]
pub struct NoteArguments {
    #[arg(index = 1)]
    pub code: String,
    #[arg(index = 2)]
    pub note_text: String,
    #[arg(long)]
    pub percent: Option<u8>,
    #[arg(long)]
    pub json: bool,
}

/// What deeds share that need no more than a reason.
#[derive(Debug, Args)]
pub struct Grounds {
    #[command(flatten)]
    pub found: Found,
    #[arg(long)]
    pub reason: Option<String>,
    #[arg(long = "document")]
    pub by_document: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// A new due date.
#[derive(Debug, Args)]
pub struct ExtendArguments {
    #[command(flatten)]
    pub to: UrgeArguments,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<String>,
}

/// Another lead. The agency stands last, so that a filter can stand for the codes before it.
#[derive(Debug, Args)]
pub struct TransferArguments {
    #[arg(index = 1, required = true, value_name = "CODE... AGENCY")]
    pub codes_and_agency: Vec<String>,
    #[command(flatten)]
    pub grounds: Grounds,
}

/// A reminder to whoever has the tasks.
#[derive(Debug, Args)]
pub struct UrgeArguments {
    #[arg(
        index = 1,
        required_unless_present = "by_filter",
        conflicts_with = "by_filter"
    )]
    pub codes: Vec<String>,
    #[command(flatten)]
    pub grounds: Grounds,
}

/// A task by hand.
#[derive(Debug, Args)]
pub struct AddArguments {
    pub title: String,
    #[arg(long, value_name = "CODE")]
    pub agency: Option<String>,
    #[arg(long)]
    pub deadline: Option<String>,
    #[arg(long)]
    pub document: Option<String>,
    #[arg(long)]
    pub area: Option<String>,
    #[arg(long)]
    pub product: Option<String>,
    #[arg(long)]
    pub supporting: Option<String>,
    #[arg(long)]
    pub draft: bool,
    #[arg(long)]
    pub json: bool,
}
