//! The form of `indicator` and `caseload` on the command line. Its texts are words like all others.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::agency_args::Asking;

/// What can be done with indicators.
#[derive(Debug, Subcommand)]
pub enum IndicatorWhat {
    List {
        #[arg(long)]
        json: bool,
    },
    Show {
        indicator_code: String,
        #[arg(long)]
        json: bool,
    },
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Add {
        #[arg(index = 1)]
        indicator_code: String,
        #[arg(index = 2)]
        indicator_name: String,
        #[arg(long, value_name = ">=100|25-35")]
        target: String,
        #[command(flatten)]
        about: About,
        #[arg(long)]
        json: bool,
    },
    Set {
        indicator_code: String,
        #[arg(long = "name", value_name = "NAME")]
        right_indicator_name: Option<String>,
        #[arg(long, value_name = ">=100|25-35")]
        target: Option<String>,
        #[command(flatten)]
        about: About,
        #[arg(long)]
        closed: Option<bool>,
        #[arg(long)]
        json: bool,
    },
    Read {
        #[arg(index = 1)]
        indicator_code: String,
        #[arg(id = "reading_period", index = 2, value_name = "2023-Q2")]
        period: String,
        #[arg(
            id = "reading_value",
            index = 3,
            value_name = "VALUE",
            allow_hyphen_values = true,
            required_unless_present = "remove_value"
        )]
        value: Option<String>,
        #[arg(long = "agency", value_name = "CODE")]
        of_agency: Option<String>,
        #[arg(long = "note", value_name = "TEXT")]
        value_note: Option<String>,
        #[arg(long = "remove", conflicts_with = "reading_value")]
        remove_value: bool,
        #[arg(long)]
        json: bool,
    },
    Import {
        file: PathBuf,
        #[arg(long, value_name = "CODE")]
        indicator: Option<String>,
        #[arg(long = "period", value_name = "2023-Q2")]
        file_period: Option<String>,
        #[command(flatten)]
        asking: Asking,
    },
}

/// What an indicator is.
#[derive(Debug, Args)]
pub struct About {
    #[arg(long)]
    pub unit: Option<String>,
    #[arg(id = "target_until", long = "until", value_name = "YYYY-MM-DD")]
    pub until: Option<String>,
    #[arg(long, value_name = "CODE;CODE|@SBN")]
    pub agencies: Option<String>,
    #[arg(long, value_name = "month|quarter|half|year")]
    pub every: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub since: Option<String>,
    #[arg(long = "area", value_name = "CODE")]
    pub of_area: Option<String>,
    #[arg(long = "document")]
    pub of_document: Option<String>,
}

/// What can be done with files by month.
#[derive(Debug, Subcommand)]
pub enum CaseloadWhat {
    List {
        #[arg(id = "latest_month", long = "month", value_name = "2023-05")]
        month: Option<String>,
        #[arg(long = "agency", value_name = "CODE")]
        of_agency: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Set {
        #[arg(index = 1)]
        agency_code: String,
        #[arg(index = 2, value_name = "2023-05")]
        of_month: String,
        #[command(flatten)]
        counts: Counts,
        #[arg(long)]
        json: bool,
    },
    Remove {
        #[arg(index = 1)]
        agency_code: String,
        #[arg(index = 2, value_name = "2023-05")]
        of_month: String,
        #[arg(long)]
        json: bool,
    },
    Alerts {
        #[arg(id = "latest_month", long = "month", value_name = "2023-05")]
        month: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Import {
        file: PathBuf,
        #[arg(long = "month", value_name = "2023-05")]
        file_month: Option<String>,
        #[command(flatten)]
        asking: Asking,
    },
}

/// The files of a month.
#[derive(Debug, Args)]
pub struct Counts {
    #[arg(long, value_name = "N")]
    pub opening: i64,
    #[arg(long, value_name = "N")]
    pub received: i64,
    #[arg(long, value_name = "N")]
    pub solved_on_time: i64,
    #[arg(long, value_name = "N")]
    pub solved_late: i64,
    #[arg(long, value_name = "N")]
    pub open_in_time: i64,
    #[arg(long, value_name = "N")]
    pub open_late: i64,
    #[arg(long, value_name = "N")]
    pub withdrawn: Option<i64>,
    #[arg(long, value_name = "N")]
    pub waiting: Option<i64>,
}
