//! The form of `document` on the command line. Its texts are words like all others.

use clap::{Args, Subcommand};

/// What can be done with documents.
#[derive(Debug, Subcommand)]
pub enum DocumentWhat {
    List {
        document_words: Vec<String>,
        #[arg(long)]
        twice: bool,
        #[arg(long)]
        json: bool,
    },
    Show {
        document_name: String,
        #[arg(long)]
        json: bool,
    },
    Add {
        document_number: String,
        #[command(flatten)]
        texts: DocumentTexts,
        #[arg(long = "base", value_name = "DOCUMENT")]
        bases: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    Set {
        document_name: String,
        #[arg(long = "number", value_name = "NUMBER")]
        right_number: Option<String>,
        #[command(flatten)]
        texts: DocumentTexts,
        #[arg(long)]
        json: bool,
    },
    Base {
        document_name: String,
        #[arg(long = "add", value_name = "DOCUMENT")]
        add_base: Vec<String>,
        #[arg(long = "remove", value_name = "DOCUMENT")]
        remove_base: Vec<String>,
        #[arg(long)]
        json: bool,
    },
}

/// What is told of a document beside its number.
#[derive(Debug, Default, Args)]
pub struct DocumentTexts {
    #[arg(long = "kind", value_name = "WORD")]
    pub document_kind: Option<String>,
    #[arg(long = "date", value_name = "YYYY-MM-DD")]
    pub signed: Option<String>,
    #[arg(long)]
    pub issuer: Option<String>,
    #[arg(long)]
    pub summary: Option<String>,
    #[arg(long, value_name = "yes|no")]
    pub confirmation: Option<String>,
}
