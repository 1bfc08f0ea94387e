//! The manual and the completions are those of the tables: of the command line, of the keys, of the filter, of the
//! configuration. `CCHC_MANUAL=write cargo test --test manual` writes them anew into `assets/`; without it a file that
//! differs is a failure.
//!
//! What no table knows (what it is for, files, examples) stands in `assets/man/source`, a template for each page and
//! language, in which a line `@NAME` is replaced by what the table NAME gives.

#![allow(clippy::panic, clippy::unwrap_used)] // a test ends where a file is not as it should be

mod commands;
mod configuration;
mod filter;
mod keys;
mod roff;
mod shells;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cchc::lang::{EN, VI, Words};

/// Both languages, and where their pages lie.
const LANGUAGES: [(&str, &Words); 2] = [("vi", &VI), ("en", &EN)];

/// The pages.
const PAGES: [&str; 3] = ["cchc.1", "cchc-config.5", "cchc-filter.7"];

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

/// Holds a file to what it should be, or writes it.
fn hold(path: &Path, wanted: &str) {
    if std::env::var("CCHC_MANUAL").is_ok_and(|what| what == "write") {
        let folder = path.parent().unwrap();
        fs::create_dir_all(folder).unwrap();
        fs::write(path, wanted).unwrap();
        return;
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    let differs = wanted
        .lines()
        .zip(found.lines())
        .find(|(wanted, found)| wanted != found);
    assert!(
        wanted == found,
        "{} is not what the tables say: {differs:?}\nWrite it anew: CCHC_MANUAL=write cargo test --test manual",
        path.display()
    );
}

/// A page with the tables in it.
fn page(language: &str, name: &str, words: &Words) -> String {
    let source = assets().join("man/source").join(language).join(name);
    let template =
        fs::read_to_string(&source).unwrap_or_else(|why| panic!("{}: {why}", source.display()));
    let mut page = String::from(
        ".\\\" Made by tests/manual from the tables of the program and from assets/man/source. Not to be edited.\n",
    );
    for line in template.lines() {
        match line.strip_prefix('@') {
            Some(table) => page.push_str(&made(table, language, words)),
            None => {
                page.push_str(&line.replace("@VERSION@", env!("CARGO_PKG_VERSION")));
                page.push('\n');
            }
        }
    }
    page
}

fn made(table: &str, language: &str, words: &Words) -> String {
    match table {
        "ABOUT" => commands::about(words),
        "OPTIONS" => commands::options(words),
        "COMMANDS" => commands::commands(words),
        "EXITS" => commands::exits(words),
        "EXAMPLES" => commands::examples(words),
        "KEYS" => keys::keys(words),
        "SCREEN_COMMANDS" => keys::commands(words),
        "CONFIGURATION" => configuration::options(language),
        "SETTINGS" => configuration::settings(words),
        "CONTEXTS" => keys::contexts(words),
        "ACTIONS" => keys::actions(),
        "LOOKS" => configuration::looks(),
        "FILTER_KEYS" => filter::keys(words),
        "FILTER_PHRASES" => filter::phrases(words),
        "FILTER_STATUSES" => filter::statuses(words),
        "FILTER_RULES" => filter::rules(words),
        other => panic!("there is no table @{other}"),
    }
}

fn page_path(language: &str, name: &str) -> PathBuf {
    assets().join("man").join(language).join(name)
}

#[test]
fn the_pages_are_those_of_the_tables() {
    for (language, words) in LANGUAGES {
        for name in PAGES {
            hold(&page_path(language, name), &page(language, name, words));
        }
    }
}

#[test]
fn every_command_and_key_and_word_of_the_filter_stands_in_the_manual() {
    for (language, words) in LANGUAGES {
        let plain = |name| page(language, name, words).replace('\\', "");
        let (manual, filter) = (plain("cchc.1"), plain("cchc-filter.7"));
        for (path, _) in words.console.commands {
            assert!(manual.contains(&format!("cchc {path}")), "{path}");
        }
        for (code, means) in words.console.exits {
            assert!(manual.contains(means), "{code}");
        }
        for row in cchc::domain::filter::PHRASES {
            assert!(filter.contains(row.word), "{}", row.word);
        }
    }
}

#[test]
fn no_formatter_complains_about_a_page() {
    let mut silent = 0;
    for (language, words) in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        for name in PAGES {
            let path = folder.path().join(name);
            fs::write(&path, page(language, name, words)).unwrap();
            let path = path.display().to_string();
            silent += usize::from(is_silent("mandoc", &["-Tlint", "-Wwarning", &path]));
            let groff = ["-K", "utf8", "-ww", "-man", "-Tutf8", "-z", &path];
            silent += usize::from(is_silent("groff", &groff));
        }
    }
    if silent == 0 {
        println!("skipped: neither mandoc nor groff is on this machine");
    }
}

/// True where the formatter is there; what it complains about is a failure.
fn is_silent(formatter: &str, arguments: &[&str]) -> bool {
    let Ok(ran) = Command::new(formatter).args(arguments).output() else {
        return false;
    };
    let said = [ran.stdout, ran.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(said.trim().is_empty(), "{formatter} {arguments:?}:\n{said}");
    true
}
