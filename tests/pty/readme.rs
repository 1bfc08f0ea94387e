//! The table of keys in the README is the one that the program prints.

use std::process::Command;

const README: &str = include_str!("../../README.md");

#[test]
fn the_readme_has_the_keys_that_the_program_has() {
    let output = Command::new(env!("CARGO_BIN_EXE_cchc"))
        .args(["keys", "--lang", "en"])
        .output();
    let table = String::from_utf8(output.unwrap().stdout).unwrap();
    let (_, section) = README.split_once("\n## Keys\n").unwrap();
    let section = section
        .split_once("\n## ")
        .map_or(section, |(section, _)| section);
    let rows: Vec<&str> = section
        .lines()
        .filter(|line| line.starts_with('|'))
        .collect();
    let is_same = rows == table.lines().collect::<Vec<_>>();
    assert!(
        is_same,
        "README.md, under \"## Keys\", has to have this table:\n\n{table}"
    );
}
