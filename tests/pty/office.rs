//! A desk with nothing on it but what a story puts there: a home of its own, a database, a clean
//! environment; and the command line, for looking from outside.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

use super::terminal::Terminal;

/// A home, and the working database in it.
pub struct Office {
    folder: TempDir,
}

impl Office {
    /// An office without a database; none where terminals cannot be made, which is said, and where
    /// `CCHC_CI` is 1 a failure.
    pub fn empty() -> Option<Self> {
        let is_there = Command::new("setsid").arg("--version").output().is_ok();
        if !is_there {
            let must = std::env::var("CCHC_CI").is_ok_and(|value| value == "1");
            assert!(!must, "setsid (util-linux) is needed to make a terminal");
            eprintln!("skipped: setsid (util-linux) is not here");
            return None;
        }
        Some(Self {
            folder: tempfile::tempdir().unwrap(),
        })
    }

    /// An office with the sample in its database.
    pub fn with_sample() -> Option<Self> {
        let office = Self::empty()?;
        std::fs::copy(sample(), office.db()).unwrap();
        Some(office)
    }

    /// Where its database is, or would be.
    pub fn db(&self) -> PathBuf {
        self.path("cchc.db")
    }

    /// A place in this office.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Opens the screens on the database.
    pub fn open(&self, user: &str) -> Terminal {
        Terminal::start(self, &["--db", text(&self.db()), "--user", user])
    }

    /// Opens the screens on the database as a job of a shell.
    pub fn open_in_a_shell(&self, user: &str) -> Terminal {
        Terminal::in_a_shell(self, &["--db", text(&self.db()), "--user", user])
    }

    /// Runs a command to its end, without a terminal.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        self.clean(&mut command);
        command
            .args(arguments)
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap()
    }

    /// Runs a command on the database and reads its JSON.
    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> Value {
        let db = self.db();
        let output = self.run(&[&["--db", text(&db)], arguments, &["--json"]].concat());
        let (data, talk) = (said(&output.stdout), said(&output.stderr));
        assert!(
            output.status.success(),
            "{arguments:?}: {} {data} {talk}",
            output.status
        );
        serde_json::from_str(&data).unwrap()
    }

    /// Says whether the log is whole.
    #[track_caller]
    pub fn verify(&self) {
        let output = self.run(&["--db", text(&self.db()), "audit", "verify"]);
        assert!(
            output.status.success(),
            "{} {}",
            said(&output.stdout),
            said(&output.stderr)
        );
    }

    /// One task as the command line shows it.
    #[track_caller]
    pub fn task(&self, code: &str) -> Value {
        self.json(&["show", code])["task"].take()
    }

    /// Everything about every task that an edit would change: code, status, version.
    #[track_caller]
    pub fn tasks(&self) -> Vec<(String, String, i64)> {
        let all = self.json(&["list"])["tasks"].take();
        let line = |task: &Value| {
            let word = |name: &str| task[name].as_str().unwrap().to_owned();
            (
                word("code"),
                word("status"),
                task["row_version"].as_i64().unwrap(),
            )
        };
        all.as_array().unwrap().iter().map(line).collect()
    }

    /// Gives a command this office's environment and nothing else.
    pub fn clean(&self, command: &mut Command) {
        let home = self.folder.path();
        command
            .env_clear()
            .current_dir(home)
            .env("HOME", home)
            .env("LANG", "C.UTF-8");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        for (name, folder) in [
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            command.env(name, home.join(folder));
        }
    }
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What a command said.
pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The sample, made once by the program itself.
fn sample() -> &'static Path {
    static SAMPLE: OnceLock<PathBuf> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let kept = folder.join("pty-sample.db");
        let office = Office::empty().unwrap();
        let mut terminal = Terminal::start(&office, &["demo", "--db", text(&office.db())]);
        terminal.wait_for("Việc hôm nay");
        terminal.press("<F3>");
        assert_eq!(terminal.exit_code(), 0);
        keep(&office.db(), &kept);
        kept
    })
}

/// Keeps a copy for all stories. It is moved into place: another program of tests may be copying the one that is there.
pub fn keep(file: &Path, kept: &Path) {
    let beside = tempfile::NamedTempFile::new_in(kept.parent().unwrap()).unwrap();
    std::fs::copy(file, beside.path()).unwrap();
    beside.persist(kept).unwrap();
}
