//! The city whose Chairman asks: the sample, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use cchc::work::sample;
use serde_json::Value;
use tempfile::TempDir;

/// The day of the sample.
pub const TODAY: &str = "2023-06-15";

/// The sample, and what was done to it since.
pub struct City {
    directory: TempDir,
}

fn sample() -> &'static Path {
    static MADE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = MADE.get_or_init(|| {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("sample.db");
        drop(sample::make(&path).expect("a sample"));
        (directory, path)
    });
    path
}

impl City {
    /// The sample as it is made.
    pub fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        fs::copy(sample(), directory.path().join("cchc.db")).expect("a copy");
        Self { directory }
    }

    /// Runs the program in the name of an account; it must succeed.
    #[track_caller]
    pub fn run(&self, login: &str, words: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        command.env_clear().env("HOME", self.directory.path());
        command
            .arg("--db")
            .arg(self.directory.path().join("cchc.db"));
        command.args(["--user", login]).args(words);
        let output = command.stdin(Stdio::null()).output().expect("it runs");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {error}");
        String::from_utf8(output.stdout).expect("text")
    }

    /// What a command answers the leader.
    #[track_caller]
    pub fn json(&self, words: &[&str]) -> Value {
        let out = self.run("ld.ubnd", &[words, &["--json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|why| panic!("{why}: {out}"))
    }

    /// The tasks that words find, by their numbers.
    pub fn found(&self, words: &[&str]) -> Vec<i64> {
        let listed = self.json(&[&["list"], words].concat());
        let mut numbers: Vec<i64> = array(&listed["tasks"]).iter().map(number).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Every listed task.
    pub fn all(&self) -> Vec<Value> {
        array(&self.json(&["list"])["tasks"]).clone()
    }

    /// Does a deed to a task.
    #[track_caller]
    pub fn does(&self, login: &str, deed: &str, task: i64, given: &[&str]) {
        let task = format!(":{task}");
        self.run(login, &[&["do", deed, &task], given].concat());
    }

    /// How often a deed stands in the log of a task.
    pub fn times(&self, task: i64, deeds: &[&str]) -> usize {
        let shown = self.json(&["show", &format!(":{task}")]);
        let log = array(&shown["task"]["changes"]).iter();
        log.filter(|row| deeds.iter().any(|deed| row["what"] == *deed))
            .count()
    }
}

/// A list.
pub fn array(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
}

/// The number of a task.
pub fn number(task: &Value) -> i64 {
    task["number"].as_i64().expect("a number")
}
