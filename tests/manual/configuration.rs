//! What a configuration file may say. Its words are listed in `assets/man/configuration.csv`, from which the page and
//! the file that the package installs are made; a test holds the list to what the program reads.

use cchc::config::File;
use cchc::domain::setting::Setting;
use cchc::lang::Words;
use cchc::ui::theme;
use serde::Deserialize;

use crate::roff::{bold, heading, italic, item, text};
use crate::{assets, hold};

/// A word of the file.
#[derive(Debug, Deserialize)]
struct Row {
    /// `[backup]`, `[[terminal]]`; empty at the top.
    table: String,
    name: String,
    /// A value that may stand there, as TOML.
    example: String,
    /// Where it is usual.
    usual: String,
    vi: String,
    en: String,
}

impl Row {
    fn means(&self, language: &str) -> &str {
        match language {
            "vi" => &self.vi,
            _ => &self.en,
        }
    }

    fn line(&self) -> String {
        format!("{} = {}", self.name, self.example)
    }
}

fn rows() -> Vec<Row> {
    let path = assets().join("man/configuration.csv");
    csv::Reader::from_path(path)
        .unwrap()
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

/// Every word with its value and meaning, table by table.
pub fn options(language: &str) -> String {
    let (mut written, mut table) = (String::new(), String::new());
    for row in rows() {
        if row.table != table {
            written += &heading(&row.table);
            table.clone_from(&row.table);
        }
        let usual = match (row.usual.as_str(), language) {
            ("", _) => String::new(),
            (usual, "vi") => format!(" Mặc định: {usual}."),
            (usual, _) => format!(" Default: {usual}."),
        };
        let term = format!("{} = {}", bold(&row.name), italic(&row.example));
        written += &item(&term, &format!("{}{usual}", row.means(language)));
    }
    written
}

/// What is set in the database and not in a file.
pub fn settings(words: &Words) -> String {
    let each = Setting::ALL.map(|setting| {
        let t = &words.office;
        let means = format!(
            "{}: {} ({})",
            (t.label)(setting),
            (t.meaning)(setting),
            (t.range)(setting)
        );
        item(&bold(setting.key()), &means)
    });
    each.concat()
}

/// What looks may be given to, and of which words they are made.
pub fn looks() -> String {
    let list = |words: Vec<&str>| words.into_iter().map(bold).collect::<Vec<_>>().join(", ");
    format!(
        ".PP\n{}\n.PP\n{}\n",
        list(theme::meanings().to_vec()),
        list(theme::words().collect())
    )
}

/// The file that the package installs: every word, explained, and none in force.
fn installed() -> String {
    let source = assets().join("man/source/config.toml");
    let (mut written, mut table) = (std::fs::read_to_string(source).unwrap(), String::new());
    for row in rows() {
        written += "\n";
        if row.table != table {
            written += &format!("#{}\n\n", row.table);
            table.clone_from(&row.table);
        }
        for piece in cchc::ui::canvas::wrap(&row.vi, 76) {
            written += &format!("## {piece}\n");
        }
        written += &format!("#{}\n", row.line());
    }
    written
}

#[test]
fn the_installed_configuration_is_made_of_the_same_list() {
    hold(&assets().join("config/config.toml"), &installed());
}

#[test]
fn the_installed_configuration_changes_nothing_until_somebody_does() {
    let file: File = toml::from_str(&installed()).unwrap();
    assert_eq!(file, File::default());
}

#[test]
fn the_installed_configuration_is_sound_where_all_of_it_is_taken_in() {
    let all = installed();
    let lines = all.lines().filter(|line| !line.starts_with("##"));
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix('#').unwrap_or(line))
        .collect();
    let file: Result<File, _> = toml::from_str(&lines.join("\n"));
    assert!(file.is_ok(), "{file:?}\n{}", lines.join("\n"));
}

#[test]
fn every_word_of_a_configuration_is_listed() {
    let listed = rows();
    for (table, broken) in [
        ("", "zz = 1"),
        ("[backup]", "[backup]\nzz = 1"),
        ("[paper]", "[paper]\nzz = 1"),
        ("[door]", "[door]\nzz = 1"),
    ] {
        // The reader of the file itself says what it would take.
        let refused = toml::from_str::<File>(broken).unwrap_err().to_string();
        let (_, known) = refused.split_once("expected").unwrap();
        for name in known.split('`').skip(1).step_by(2) {
            let is_listed = listed.iter().any(|row| {
                let heads = row.table.trim_matches(['[', ']']).split('.').next() == Some(name);
                row.table == table && row.name == name || table.is_empty() && heads
            });
            assert!(
                is_listed,
                "{table} {name} is not in assets/man/configuration.csv"
            );
        }
    }
}

#[test]
fn the_page_of_the_configuration_says_its_headings_as_text() {
    assert!(options("en").contains(&format!(".SS \"{}\"", text("[[terminal]]"))));
}
