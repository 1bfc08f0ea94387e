//! The form of `user` on the command line. Its texts are words like all others.

use std::path::PathBuf;

use clap::Subcommand;

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum UserWhat {
    List {
        #[arg(long)]
        json: bool,
    },
    On {
        #[arg(long)]
        json: bool,
    },
    Add {
        user_login: String,
        #[arg(long, value_name = "CODE")]
        agency: Option<String>,
        #[arg(long = "role", value_name = "ROLE")]
        user_role: String,
        #[arg(long)]
        json: bool,
    },
    Disable {
        user_login: String,
        #[arg(long)]
        json: bool,
    },
    Enable {
        user_login: String,
        #[arg(long)]
        json: bool,
    },
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Key {
        #[arg(index = 1)]
        user_login: String,
        #[arg(index = 2, value_name = "FILE")]
        key: Option<PathBuf>,
    },
    Move {
        user_login: String,
        #[arg(long, value_name = "CODE")]
        agency: Option<String>,
        #[arg(long = "role", value_name = "ROLE")]
        user_role: Option<String>,
        #[arg(long)]
        json: bool,
    },
}
