//! The form of `user` on the command line.

use std::path::PathBuf;

use clap::Subcommand;

/// What can be done about users.
#[derive(Debug, Subcommand)]
pub enum UserWhat {
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Key {
        #[arg(index = 1)]
        login: String,
        #[arg(index = 2, value_name = "FILE")]
        key: Option<PathBuf>,
    },
}
