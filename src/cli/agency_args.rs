//! The form of `agency` and `holiday` on the command line. Its texts are words like all others.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What can be done with agencies.
#[derive(Debug, Subcommand)]
pub enum AgencyWhat {
    List {
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<String>,
        #[arg(long)]
        all: bool,
        #[arg(long)]
        json: bool,
    },
    Show {
        agency_code: String,
        #[arg(long)]
        json: bool,
    },
    Found {
        agency_name: String,
        #[command(flatten)]
        new: NewArguments,
        #[command(flatten)]
        doing: Doing,
    },
    Correct {
        agency_code: String,
        #[arg(long = "name", value_name = "NAME")]
        right_name: Option<String>,
        #[command(flatten)]
        new: NewArguments,
        #[command(flatten)]
        handing: Handing,
    },
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Rename {
        #[arg(index = 1)]
        agency_code: String,
        #[arg(index = 2)]
        agency_name: String,
        #[command(flatten)]
        new: NewArguments,
        #[command(flatten)]
        doing: Doing,
    },
    Merge {
        #[arg(required = true)]
        agency_codes: Vec<String>,
        #[arg(long, value_name = "CODE", required_unless_present = "new_name")]
        into: Option<String>,
        #[arg(long = "name", conflicts_with = "into")]
        new_name: Option<String>,
        #[command(flatten)]
        new: NewArguments,
        #[command(flatten)]
        doing: Doing,
    },
    Split {
        agency_code: String,
        #[arg(long = "into", value_name = "CODE", required = true, num_args = 1..)]
        parts: Vec<String>,
        #[command(flatten)]
        doing: Doing,
    },
    Dissolve {
        agency_code: String,
        #[command(flatten)]
        doing: Doing,
    },
    HandOver {
        #[arg(index = 1)]
        from_agency: String,
        #[arg(index = 2)]
        to_agency: String,
        #[command(flatten)]
        handing: Handing,
    },
    Orphans {
        #[arg(long)]
        json: bool,
    },
    SettleOrphans {
        #[arg(long = "to", value_name = "CODE")]
        to_agency: Option<String>,
        #[arg(long = "from", value_name = "CODE")]
        from_agency: Option<String>,
        #[arg(long, requires = "to_agency")]
        area: Option<String>,
        #[arg(long, requires = "to_agency", conflicts_with = "area")]
        words: Option<String>,
        #[command(flatten)]
        handing: Handing,
    },
}

/// What an agency that begins is, where its name does not say it.
#[derive(Debug, Args)]
pub struct NewArguments {
    #[arg(long = "code", value_name = "CODE")]
    pub new_code: Option<String>,
    #[arg(long = "kind", value_name = "KIND")]
    pub agency_kind: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub parent: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub head: Option<String>,
}

/// From when on, by which document, and how it is asked.
#[derive(Debug, Args)]
pub struct Doing {
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: String,
    #[command(flatten)]
    pub handing: Handing,
}

/// By which document, and how it is asked.
#[derive(Debug, Args)]
pub struct Handing {
    #[arg(long = "document")]
    pub by_document: Option<String>,
    #[arg(long)]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

/// What can be done with days off.
#[derive(Debug, Subcommand)]
pub enum HolidayWhat {
    List {
        year: Option<i32>,
        #[arg(long)]
        json: bool,
    },
    Set {
        #[arg(index = 1)]
        day: String,
        #[arg(index = 2)]
        day_name: String,
        #[arg(
            long = "kind",
            value_name = "holiday|swap_off|swap_work",
            default_value = "holiday"
        )]
        day_kind: String,
        #[arg(long)]
        projected: bool,
        #[command(flatten)]
        asking: Asking,
    },
    Remove {
        day: String,
        #[command(flatten)]
        asking: Asking,
    },
    Import {
        file: PathBuf,
        #[command(flatten)]
        asking: Asking,
    },
}

/// How it is asked.
#[derive(Debug, Args)]
pub struct Asking {
    #[arg(long)]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}
