//! What stands on the command line of proof, backup and restore.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What can be audited.
#[derive(Debug, Subcommand)]
pub enum AuditWhat {
    Verify {
        #[arg(long = "head", value_name = "HASH[@ROW]")]
        kept_head: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Head {
        #[arg(long)]
        json: bool,
    },
}

/// A copy is made.
#[derive(Debug, Args)]
pub struct BackupArguments {
    #[arg(value_name = "DIR|FILE")]
    pub copy_to: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub keep: Option<u16>,
    #[arg(long)]
    pub json: bool,
}

/// A copy is put in place.
#[derive(Debug, Args)]
pub struct RestoreArguments {
    #[arg(value_name = "FILE")]
    pub copy: PathBuf,
    #[arg(long)]
    pub yes: bool,
    #[arg(long)]
    pub json: bool,
}

/// The database and what is around it are gone through.
#[derive(Debug, Args)]
pub struct DoctorArguments {
    #[arg(long)]
    pub full: bool,
    #[arg(long)]
    pub repair: bool,
    #[arg(long)]
    pub json: bool,
}
