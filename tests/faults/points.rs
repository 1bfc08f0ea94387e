//! One call to the system fails, whichever: a write, a wait for the disk, a renaming, an opening; or the power goes just
//! before it. Each command is done again and again with another call failing, and each time the database is what it was
//! or what it should have become, nothing half-made bears a name, and a sentence names what failed.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use cchc::store::{Access, Store};

use crate::office::{self, Office, said, text};

/// So many calls of a kind fail each by itself, the first and the last and some between them; `CCHC_FAULT_POINTS` says
/// how many.
fn most() -> usize {
    let said = std::env::var("CCHC_FAULT_POINTS").ok();
    said.and_then(|text| text.parse().ok()).unwrap_or(7)
}

/// The codes of the manual with which a command may end that could not be done, or left something to be seen to.
const CODES: [i32; 6] = [1, 3, 66, 73, 75, 77];

/// What makes calls fail, made once.
fn fails() -> &'static Path {
    static FAILS: OnceLock<PathBuf> = OnceLock::new();
    FAILS.get_or_init(|| crate::compiled("fails.c", "fails", &[]))
}

/// A database with a few tasks, made once by the program itself.
fn small() -> &'static Path {
    static SMALL: OnceLock<PathBuf> = OnceLock::new();
    SMALL.get_or_init(|| {
        let office = Office::empty().unwrap();
        let annex = office.path("annex.csv");
        fs::write(&annex, crate::full::annex(20)).unwrap();
        let db = office.db();
        for words in [
            &["init"][..],
            &["import", "tasks", text(&annex), "--yes"],
            &["user", "add", "qt.snv", "--role", "administrator"],
            &[
                "--user", "qt.snv", "user", "add", "cv.snv", "--agency", "SNV", "--role", "monitor",
            ],
            &["list"],
        ] {
            let ran = office.run(&[&["--db", text(&db)], words].concat());
            assert!(ran.status.success(), "{words:?}: {}", said(&ran.stderr));
        }
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("points.db");
        office::keep(&db, &kept);
        kept
    })
}

/// What is done, on a desk that is laid anew each time.
struct Deed {
    office: Office,
    words: Vec<&'static str>,
    variables: Vec<(&'static str, &'static str)>,
    input: Vec<u8>,
    /// Kinds of calls that the disk does not know.
    never: &'static str,
    /// It names no database.
    is_without: bool,
    /// So many calls of a kind fail each by itself.
    most: usize,
}

/// Keeps no database, and so names none: such a command is told by this word.
const THROWN_AWAY: &str = "--color=never";

/// How a call fails.
#[derive(Debug, Clone, Copy)]
struct How {
    /// The error, or `kill`, or `short`.
    what: &'static str,
    /// All calls from there on.
    on: bool,
}

const fn once(what: &'static str) -> How {
    How { what, on: false }
}

const fn from_there_on(what: &'static str) -> How {
    How { what, on: true }
}

impl How {
    /// Of these kinds of calls those that fail so: a disk that is full still removes, renames and waits.
    fn of(self, kinds: &str) -> String {
        match self.on {
            true => kinds.replace(['S', 'R', 'H', 'U', 'M'], ""),
            false => kinds.to_owned(),
        }
    }
}

/// A deed that was done while a call failed.
struct Ran<'a> {
    deed: &'a Deed,
    output: Output,
    /// The command, what failed, and what was said.
    when: String,
}

impl Deed {
    /// On a desk with the small database, to which `furnish` adds what it wants; none where nothing can be traced, which
    /// is said.
    fn new(words: &[&'static str], furnish: impl FnOnce(&Self)) -> Option<Self> {
        let is_known = cfg!(any(target_arch = "x86_64", target_arch = "aarch64"));
        if !(is_known && cfg!(target_os = "linux")) {
            crate::skip("calls are made to fail on x86_64 and aarch64 under Linux only");
            return None;
        }
        let deed = Self {
            office: Office::empty()?,
            words: words.to_vec(),
            variables: Vec::new(),
            input: Vec::new(),
            never: "",
            is_without: words.contains(&THROWN_AWAY),
            most: most(),
        };
        for folder in ["kept", "kept/tmp", "kept/state"] {
            fs::create_dir(deed.office.path(folder)).unwrap();
        }
        fs::copy(small(), deed.office.path("kept/cchc.db")).unwrap();
        deed.lay();
        furnish(&deed);
        fs::remove_dir_all(deed.office.path("kept")).unwrap();
        fs::rename(deed.office.path("desk"), deed.office.path("kept")).unwrap();
        deed.lay();
        let counted = deed.start("W", 0, once("EIO"));
        if counted.status.code() == Some(125) {
            crate::skip("nothing can be traced here");
            return None;
        }
        deed.lay();
        Some(deed)
    }

    /// The same through the door.
    fn at_the_door(asked: &'static str, input: &[u8], furnish: impl FnOnce(&Self)) -> Option<Self> {
        let mut deed = Self::new(&["--user", "cv.snv"], furnish)?;
        deed.variables = through_the_door(asked);
        deed.input = input.to_vec();
        Some(deed)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.office.path("desk").join(name)
    }

    fn db(&self) -> PathBuf {
        self.path("cchc.db")
    }

    /// The desk as it was kept.
    fn lay(&self) {
        let _ = fs::remove_dir_all(self.office.path("desk"));
        copy(&self.office.path("kept"), &self.office.path("desk"));
    }

    fn clean(&self, command: &mut Command) {
        self.office.clean(command);
        let desk = self.office.path("desk");
        command.current_dir(&desk).env("LOGNAME", "chu.tep");
        command.env("XDG_STATE_HOME", desk.join("state"));
        command.env("XDG_DATA_HOME", desk.join("data"));
        command.env("TMPDIR", desk.join("tmp"));
        command.stdin(Stdio::null());
    }

    /// Some other command on this desk, of which nothing fails.
    #[track_caller]
    fn does(&self, words: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        self.clean(&mut command);
        let ran = command.args(["--db", "cchc.db"]).args(words).output();
        let ran = ran.unwrap();
        assert!(ran.status.success(), "{words:?}: {}", said(&ran.stderr));
    }

    fn start(&self, kinds: &str, at: usize, how: How) -> Output {
        let _ = fs::remove_file(self.office.path("told"));
        let mut command = Command::new(fails());
        self.clean(&mut command);
        let under = self.office.path("desk");
        command.arg(format!("under={}", text(&under)));
        let kinds = how.of(kinds);
        command.args([format!("kinds={kinds}"), format!("at={at}")]);
        command.arg(format!("do={}", how.what));
        command.arg(format!("never={}", self.never));
        command.args(how.on.then_some("on"));
        for file in ["told", "count"] {
            command.arg(format!("{file}={}", text(&self.office.path(file))));
        }
        command.args(["--", env!("CARGO_BIN_EXE_cchc")]);
        if !self.is_without {
            command.args(["--db", "cchc.db"]);
        }
        command.args(&self.words).envs(self.variables.clone());
        fs::write(self.office.path("input"), &self.input).unwrap();
        command.stdin(fs::File::open(self.office.path("input")).unwrap());
        command.output().unwrap()
    }

    /// Does it while one call of these kinds fails, another one each time, and looks at what is left.
    fn at_each(&self, kinds: &[&str], how: &[How], mut look: impl FnMut(&Ran<'_>)) {
        let (mut failed, mut hit) = (0, 0);
        for kinds in kinds {
            self.lay();
            let ran = self.start(kinds, 0, once("EIO"));
            assert!(ran.status.success(), "{}", said(&ran.stderr));
            let calls: usize = fs::read_to_string(self.office.path("count"))
                .unwrap()
                .trim()
                .parse()
                .unwrap();
            // A disk that is full still removes, renames and waits.
            let is_on = |how: &&How| !how.on || kinds.contains(['W', 'K', 'T', 'C']);
            for (at, how) in some_of(calls, self.most)
                .flat_map(|at| how.iter().filter(is_on).map(move |how| (at, *how)))
            {
                self.lay();
                let output = self.start(kinds, at, how);
                let Ok(told) = fs::read_to_string(self.office.path("told")) else {
                    continue;
                };
                let what = told.lines().next().unwrap_or_default();
                let when = format!(
                    "{:?}: {how:?} at {at}, {what}: {}\n{}{}",
                    self.words,
                    output.status,
                    said(&output.stdout),
                    said(&output.stderr)
                );
                let ran = Ran {
                    deed: self,
                    output,
                    when,
                };
                hit += 1;
                failed += usize::from(!ran.is_done());
                if how.what != "kill" {
                    ran.is_told();
                    ran.left_nothing();
                }
                look(&ran);
            }
        }
        println!("{:?}: {hit} points, {failed} not done", self.words);
        assert!(hit > 3, "{:?}: {hit}", self.words);
    }
}

impl Ran<'_> {
    fn is_done(&self) -> bool {
        self.output.status.success()
    }

    /// It ended as the manual says, with a sentence.
    #[track_caller]
    fn is_told(&self) {
        let told = said(&self.output.stderr);
        for strange in ["panicked", "ngoài dự kiến", "ZipWriter"] {
            assert!(!told.contains(strange), "{}", self.when);
        }
        assert_eq!(self.output.status.signal(), None, "{}", self.when);
        let code = self.output.status.code().unwrap_or_default();
        if code != 0 {
            assert!(CODES.contains(&code), "{}", self.when);
            assert!(told.trim_end().ends_with(['.', ')']), "{}", self.when);
        }
    }

    /// Nothing lies about that was being made.
    #[track_caller]
    fn left_nothing(&self) {
        let is_unborn = |name: &&String| name.starts_with(".cchc-") || name.starts_with(".tmp");
        let names = names(&self.deed.office.path("desk"));
        let left: Vec<_> = names.iter().filter(is_unborn).collect();
        assert_eq!(left, Vec::<&String>::new(), "{}", self.when);
    }

    /// The last row of the log of a database of which everything agrees.
    #[track_caller]
    fn sound(&self, name: &str) -> i64 {
        let path = self.deed.path(name);
        let store = Store::open(&path, Access::Write)
            .unwrap_or_else(|error| panic!("{name}: {error}: {}", self.when));
        let said = store.integrity().unwrap();
        assert_eq!(said, Vec::<String>::new(), "{name}: {}", self.when);
        let verdict = store.verify_log(|_, _| Ok(())).unwrap();
        assert_eq!(verdict.broken, None, "{name}: {}", self.when);
        store.log(None, None, 1).unwrap()[0].id.0
    }
}

/// Which of so many calls fail: all of a few, else the first, the last, and some between.
fn some_of(calls: usize, most: usize) -> impl Iterator<Item = usize> {
    let step = |nth: usize| 1 + nth * calls.saturating_sub(1) / most.saturating_sub(1).max(1);
    let chosen: BTreeSet<usize> = match calls <= most {
        true => (1..=calls).collect(),
        false => (0..most).map(step).collect(),
    };
    chosen.into_iter()
}

fn through_the_door(asked: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22"),
        ("SSH_ORIGINAL_COMMAND", asked),
    ]
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// The names of all that lies there, however deep.
fn names(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        names.push(entry.file_name().to_string_lossy().into_owned());
        if entry.path().is_dir() {
            names.extend(self::names(&entry.path()));
        }
    }
    names.sort();
    names
}

fn bytes_of(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// All kinds of calls that change something; writes apart from the rest, of which there are few.
const CHANGING: [&str; 3] = ["W", "K", "STRHUMC"];

#[test]
fn a_backup_is_whole_with_its_note_or_bears_no_name_and_the_older_ones_stay_until_then() {
    let backup = Deed::new(&["backup", "--keep", "1"], |deed| {
        deed.does(&["backup"]);
        for name in names(&deed.path("backup")) {
            let older = name.replacen(&name[..20], "cchc-20200101-000000", 1);
            fs::rename(
                deed.path("backup").join(name),
                deed.path("backup").join(older),
            )
            .unwrap();
        }
    });
    let Some(backup) = backup else { return };
    let all = names(&backup.path("backup")).len();
    let how = [
        once("EIO"),
        from_there_on("ENOSPC"),
        once("EMFILE"),
        once("kill"),
    ];
    // The few by which something gets its name or loses it once more by themselves: none of them is passed over.
    let kinds = [&CHANGING[..], &["RHU"]].concat();
    backup.at_each(&kinds, &how, |ran| {
        ran.sound("cchc.db");
        let is_killed = ran.output.status.code() == Some(137);
        let names = names(&backup.path("backup"));
        let mut copies = 0;
        for name in names.iter().filter(|name| name.ends_with(".db")) {
            let has_note = names.contains(&format!("{name}.json"));
            assert!(has_note, "{name}: {names:?}: {}", ran.when);
            ran.sound(&format!("backup/{name}"));
            copies += 1;
        }
        assert!(copies > 0, "{}", ran.when);
        let is_new = names
            .iter()
            .any(|name| name.ends_with(".db") && !name.contains("2020"));
        assert!(is_new || !ran.is_done(), "{}", ran.when);
        if !ran.is_done() && !is_killed {
            assert_eq!((is_new, names.len()), (false, all), "{}", ran.when);
        }
        if is_killed {
            // A note whose copy never got its name is in nobody's way.
            backup.does(&["backup", "--keep", "1"]);
        }
    });
}

#[test]
fn a_restore_leaves_the_old_database_whole_or_the_new_one_and_says_how_to_go_on() {
    restores_whole_or_not_at_all("");
}

#[test]
fn a_restore_on_a_disk_without_second_names_leaves_no_half_of_a_database_under_any_name() {
    restores_whole_or_not_at_all("H");
}

fn restores_whole_or_not_at_all(never: &'static str) {
    let words = ["restore", "copy.db", "--yes"];
    let restore = Deed::new(&words, |deed| {
        deed.does(&["backup", "copy.db"]);
        deed.does(&["add", "Việc mới", "--agency", "STC"]);
    });
    let Some(restore) = restore else { return };
    let restore = Deed { never, ..restore };
    let last = |name: &str| {
        let store = Store::open(&restore.path(name), Access::Look).unwrap();
        store.log(None, None, 1).unwrap()[0].id.0
    };
    let (old, new) = (last("cchc.db"), last("copy.db"));
    assert!(old > new);
    let kept = || {
        let mut names = names(&restore.office.path("desk"));
        names.retain(|name| name.contains(".replaced-") && !name.contains("-shm"));
        names
    };
    let how = [once("EIO"), from_there_on("ENOSPC"), once("kill")];
    restore.at_each(&CHANGING, &how, |ran| {
        let is_killed = ran.output.status.code() == Some(137);
        let now = ran.sound("cchc.db");
        if ran.is_done() {
            assert_eq!(now, new, "{}", ran.when);
            assert_eq!(kept().len(), 1, "{:?}: {}", kept(), ran.when);
            assert_eq!(ran.sound(&kept()[0]), old, "{}", ran.when);
        } else if is_killed {
            assert!([old, new].contains(&now), "{now}: {}", ran.when);
            // What was begun in this very moment might be somebody's who is still at it.
            thread::sleep(Duration::from_millis(150));
            let mut doctor = Command::new(env!("CARGO_BIN_EXE_cchc"));
            restore.clean(&mut doctor);
            let told = doctor.args(["--db", "cchc.db", "doctor"]).output().unwrap();
            let is_left = names(&restore.office.path("desk"))
                .iter()
                .any(|name| name.starts_with(".cchc-restore-"));
            assert!(
                !is_left || said(&told.stdout).contains("cchc restore"),
                "{}",
                said(&told.stdout)
            );
            // What bears a name is whole, whatever was done by then.
            for name in kept() {
                let store = Store::open(&restore.path(&name), Access::Look);
                let said = store.and_then(|store| store.integrity());
                let said = said.unwrap_or_else(|error| panic!("{name}: {error}: {}", ran.when));
                assert_eq!(said, Vec::<String>::new(), "{name}: {}", ran.when);
            }
            // It goes on by the same command, and no second name of a database that is worked with stays.
            restore.does(&words);
            assert_eq!(ran.sound("cchc.db"), new, "{}", ran.when);
            ran.left_nothing();
            for name in kept() {
                assert!(
                    [old, new].contains(&ran.sound(&name)),
                    "{name}: {}",
                    ran.when
                );
            }
        } else {
            assert_eq!((now, kept()), (old, Vec::new()), "{}", ran.when);
        }
    });
}

#[test]
fn a_damaged_database_is_replaced_whole_or_left_as_it_is_under_one_name() {
    let words = ["restore", "copy.db", "--yes"];
    let damage = [7; 90_000];
    let restore = Deed::new(&words, |deed| {
        deed.does(&["backup", "copy.db"]);
        fs::write(deed.db(), damage).unwrap();
    });
    let Some(restore) = restore else { return };
    restore.at_each(&["RHUC"], &[once("EIO"), once("kill")], |ran| {
        let is_killed = ran.output.status.code() == Some(137);
        if is_killed {
            restore.does(&words);
        }
        if ran.is_done() || is_killed {
            ran.sound("cchc.db");
            return;
        }
        assert!(
            bytes_of(&restore.db()) == Some(damage.to_vec()),
            "{}",
            ran.when
        );
        let names = names(&restore.office.path("desk"));
        let is_second = names.iter().any(|name| name.contains(".replaced-"));
        assert!(!is_second, "{names:?}: {}", ran.when);
    });
}

#[test]
fn a_file_that_cannot_be_written_to_its_end_is_not_there() {
    for (words, name) in [
        (&["export", "list", "out.xlsx"][..], "out.xlsx"),
        (&["export", "tasks", "out.csv"], "out.csv"),
        (&["report", "completion", "-o", "out.docx"], "out.docx"),
        (&["report", "completion", "-o", "out.xlsx"], "out.xlsx"),
        (&["config", "paper", "report", "out.docx"], "out.docx"),
    ] {
        let Some(deed) = Deed::new(words, |_| ()) else {
            return;
        };
        deed.lay();
        assert!(deed.start("W", 0, once("EIO")).status.success());
        let whole = bytes_of(&deed.path(name)).unwrap();
        let how = [once("EIO"), from_there_on("ENOSPC"), once("kill")];
        deed.at_each(&["WC", "SRH"], &how, |ran| {
            let there = bytes_of(&deed.path(name));
            let is_killed = ran.output.status.code() == Some(137);
            assert_eq!(there.is_some(), ran.is_done(), "{is_killed}: {}", ran.when);
            assert!(
                there.is_none_or(|it| it.len() == whole.len()),
                "{}",
                ran.when
            );
        });
    }
}

#[test]
fn half_a_write_and_one_that_is_woken_up_are_gone_on_with() {
    for words in [
        &["export", "list", "out.xlsx"][..],
        &["backup", "copy.db"],
        &["add", "Việc mới", "--agency", "STC"],
    ] {
        let Some(deed) = Deed::new(words, |_| ()) else {
            return;
        };
        deed.at_each(&["W", "r"], &[once("short"), once("EINTR")], |ran| {
            assert!(ran.is_done(), "{}", ran.when);
            ran.sound("cchc.db");
        });
    }
}

#[test]
fn what_is_put_through_the_door_is_there_whole_or_as_it_was_before() {
    let (old, new) = (vec![1; 3_000], vec![2; 300_000]);
    let former = old.clone();
    let put = Deed::at_the_door("replace tep.csv", &new, |deed| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        deed.clean(&mut command);
        command.envs(through_the_door("put tep.csv"));
        fs::write(deed.office.path("input"), former).unwrap();
        command.stdin(fs::File::open(deed.office.path("input")).unwrap());
        let ran = command
            .args(["--db", "cchc.db", "--user", "cv.snv"])
            .output();
        let ran = ran.unwrap();
        assert!(ran.status.success(), "{}", said(&ran.stderr));
    });
    let Some(put) = put else { return };
    let file = put.path("state/cchc/users/cv.snv/files/tep.csv");
    assert!(bytes_of(&file) == Some(old.clone()));
    let how = [once("EIO"), from_there_on("EDQUOT"), once("kill")];
    put.at_each(&["W", "STRHUMCO"], &how, |ran| {
        let is_killed = ran.output.status.code() == Some(137);
        let there = bytes_of(&file).unwrap();
        assert!(there == old || there == new, "{}", ran.when);
        assert_eq!(
            there == new,
            ran.is_done() || (is_killed && there == new),
            "{}",
            ran.when
        );
        // The server's paths are not the clerk's.
        assert!(
            !said(&ran.output.stderr).contains("/state/"),
            "{}",
            ran.when
        );
    });
}

#[test]
fn what_was_being_typed_is_kept_or_said_word_by_word() {
    let Some(mut line) = Deed::new(&["--line"], |_| ()) else {
        return;
    };
    line.input = "thêm\nRà soát quy trình\nKế hoạch đang gõ".into();
    let how = [once("EIO"), from_there_on("ENOSPC")];
    line.at_each(&["WC", "SRHM"], &how, |ran| {
        let is_kept = names(&line.path("state"))
            .iter()
            .any(|name| name.starts_with("unsaved-"));
        let told = said(&ran.output.stderr);
        let is_said = told.contains("Rà soát quy trình") && told.contains("Kế hoạch đang gõ");
        // Where nobody could sit down at all nothing was typed.
        let has_begun = said(&ran.output.stdout).contains("Nội dung");
        assert!(is_kept || is_said || !has_begun, "{}", ran.when);
    });
}

#[test]
fn a_first_database_a_save_and_an_import_are_there_whole_or_not_at_all() {
    let Some(init) = Deed::new(&["init"], |deed| fs::remove_file(deed.db()).unwrap()) else {
        return;
    };
    let how = [once("EIO"), once("EMFILE"), once("kill")];
    init.at_each(&CHANGING, &how, |ran| {
        if init.db().exists() {
            ran.sound("cchc.db");
        } else {
            assert!(!ran.is_done(), "{}", ran.when);
        }
    });
    let annex = |deed: &Deed| fs::write(deed.path("annex.csv"), crate::full::annex(60)).unwrap();
    for words in [
        &["add", "Việc mới", "--agency", "STC"][..],
        &["import", "tasks", "annex.csv", "--yes"],
    ] {
        let Some(deed) = Deed::new(words, annex) else {
            return;
        };
        let before = Store::open(&deed.db(), Access::Look).unwrap();
        let before = before.log(None, None, 1).unwrap()[0].id.0;
        deed.at_each(&CHANGING, &how, |ran| {
            let now = ran.sound("cchc.db");
            if ran.is_done() {
                assert!(now > before, "{}", ran.when);
            } else if ran.output.status.code() != Some(137) {
                let is_saved = now > before;
                let is_said = said(&ran.output.stderr).contains("đã vào cơ sở dữ liệu");
                assert_eq!(is_saved, is_said, "{}", ran.when);
            }
        });
    }
}

#[test]
fn one_failure_of_the_system_is_not_called_a_full_disk_and_does_not_end_a_command_that_can_go_on() {
    let Some(list) = Deed::new(&["list", "--limit", "1"], |_| ()) else {
        return;
    };
    let how = [once("EIO"), once("EMFILE"), once("EACCES")];
    list.at_each(&["W", "TC"], &how, |ran| {
        for wrong in ["đầy", "chỉ cho đọc"] {
            assert!(!said(&ran.output.stderr).contains(wrong), "{}", ran.when);
        }
        assert!(ran.is_done(), "{}", ran.when);
    });
    let sticky = [from_there_on("EIO")];
    list.at_each(&["W", "TC"], &sticky, |ran| {
        assert!(!said(&ran.output.stderr).contains("đầy"), "{}", ran.when);
    });
}

#[test]
fn a_disk_without_locks_is_told_as_what_it_is_and_not_as_busy() {
    for words in [
        &["list", "--limit", "1"] as &[&str],
        &["note", "1", "đã làm"],
        &["doctor"],
        &["init"],
    ] {
        let furnish = |deed: &Deed| {
            if words == ["init"] {
                fs::remove_file(deed.db()).unwrap();
            }
        };
        let Some(deed) = Deed::new(words, furnish) else {
            return;
        };
        let ran = deed.start("L", 1, from_there_on("ENOLCK"));
        let all = format!("{}{}", said(&ran.stdout), said(&ran.stderr));
        assert!(all.contains("không khóa được tệp"), "{words:?}: {all}");
        assert!(all.contains("cchc.db"), "{words:?}: {all}");
        assert!(!all.contains("đang bận"), "{words:?}: {all}");
        assert!(!ran.status.success(), "{words:?}: {all}");
        assert_eq!(deed.db().exists(), words != ["init"], "{words:?}");
    }
}

#[test]
fn a_demonstration_is_there_whole_or_not_at_all_and_one_that_is_thrown_away_leaves_nothing() {
    let how = [once("EIO"), from_there_on("ENOSPC"), once("kill")];
    let gone = |deed: &Deed| fs::remove_file(deed.db()).unwrap();
    let Some(demo) = Deed::new(&["demo", "--line"], gone) else {
        return;
    };
    // A sample takes its second each time.
    let demo = Deed {
        most: most().div_ceil(2),
        ..demo
    };
    demo.at_each(&CHANGING, &how, |ran| {
        if demo.db().exists() {
            ran.sound("cchc.db");
        } else {
            assert!(!ran.is_done(), "{}", ran.when);
        }
    });
    // A directory that cannot be removed is tried once more.
    let Some(thrown) = Deed::new(&["demo", "--line", THROWN_AWAY], gone) else {
        return;
    };
    let thrown = Deed {
        most: most().div_ceil(2),
        ..thrown
    };
    thrown.at_each(&CHANGING, &how[..2], |ran| {
        assert!(!thrown.db().exists(), "{}", ran.when);
    });
}

#[test]
fn practice_ends_with_a_sentence_whatever_fails_and_leaves_nothing_but_its_results() {
    let Some(deed) = Deed::new(&["practice"], |_| ()) else {
        return;
    };
    let (desk, told, count) = (
        deed.office.path("desk"),
        deed.office.path("told"),
        deed.office.path("count"),
    );
    let play = |kinds: &str, at: usize, how: How| {
        deed.lay();
        let _ = fs::remove_file(&told);
        let mut line = vec!["env".to_owned()];
        line.push(format!("TMPDIR={}", text(&deed.path("tmp"))));
        line.push(format!("XDG_STATE_HOME={}", text(&deed.path("state"))));
        line.push(text(fails()).to_owned());
        line.push(format!("under={}", text(&desk)));
        line.extend([
            format!("kinds={}", how.of(kinds)),
            format!("at={at}"),
            format!("do={}", how.what),
        ]);
        line.extend(how.on.then(|| "on".to_owned()));
        line.push(format!("told={}", text(&told)));
        line.push(format!("count={}", text(&count)));
        line.extend(["--", env!("CARGO_BIN_EXE_cchc"), "practice"].map(str::to_owned));
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        let mut terminal = crate::terminal::Terminal::start_program(&deed.office, &line);
        // Whatever it shows: a drill is begun, done, and left, and so is practice.
        let moment = Duration::from_millis(100);
        while terminal.is_running() && terminal.screen().trim().is_empty() {
            terminal.read_for(moment);
        }
        for keys in ["1", "+", "<Esc>"].into_iter().chain(["<F3>"; 20]) {
            terminal.read_for(moment);
            if !terminal.is_running() {
                break;
            }
            terminal.press(keys);
        }
        let code = terminal.exit_code();
        (code, said(&terminal.written))
    };
    for kinds in CHANGING {
        assert_eq!(play(kinds, 0, once("EIO")).0, 0);
        let calls = fs::read_to_string(&count).unwrap().trim().parse().unwrap();
        for at in some_of(calls, most().div_ceil(2)) {
            for how in [once("EIO"), from_there_on("ENOSPC")] {
                let (code, written) = play(kinds, at, how);
                let what = fs::read_to_string(&told).unwrap_or_default();
                let when = format!("{how:?} at {at} of {calls}, {what}: {code}\n{written}");
                for strange in ["panicked", "ngoài dự kiến"] {
                    assert!(!written.contains(strange), "{when}");
                }
                assert!(code == 0 || CODES.contains(&code), "{when}");
                assert_eq!(names(&deed.path("tmp")), Vec::<String>::new(), "{when}");
            }
        }
    }
}
