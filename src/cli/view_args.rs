//! What stands on the command line of `view`.

use clap::Subcommand;

/// What can be done with saved views.
#[derive(Debug, Subcommand)]
pub enum ViewWhat {
    List {
        #[arg(long)]
        json: bool,
    },
    Show {
        view_name: String,
        #[arg(long)]
        json: bool,
    },
    // Places are numbered: putting in the texts of a language re-orders what is not.
    Save {
        #[arg(index = 1)]
        view_name: String,
        #[arg(index = 2, required = true)]
        filter: Vec<String>,
        #[arg(long = "order", value_name = "urgency|newest|document")]
        view_order: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Remove {
        view_name: String,
        #[arg(long)]
        json: bool,
    },
}
