//! The program itself is wrong: it ends with a sentence and a code, the terminal is given back, and what was saved is
//! there. What it is made to fall over is a clock from before 1970 (`early.c`), in whatever thread asks first.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::office::{Office, said, text};
use crate::terminal::Terminal;

/// The variables under which the clock is early once the file is there.
fn variables(flag: &Path) -> [(&'static str, String); 2] {
    static CLOCK: OnceLock<PathBuf> = OnceLock::new();
    let clock =
        CLOCK.get_or_init(|| crate::compiled("early.c", "early.so", &["-shared", "-fPIC", "-ldl"]));
    [
        ("LD_PRELOAD", text(clock).to_owned()),
        ("EARLY_FLAG", text(flag).to_owned()),
    ]
}

#[test]
fn a_fault_of_the_program_gives_the_terminal_back_and_says_what_to_do() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let flag = office.path("flag");
    let variables = variables(&flag);
    let variables: Vec<_> = variables.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let db = office.db();
    let arguments = ["--db", text(&db), "--user", "cv.stttt"];
    let mut terminal = Terminal::start_with(&office, &arguments, (80, 24), &variables);
    terminal.wait_for("Quá hạn của đơn vị");
    let before = terminal.modes_at_start.clone();
    fs::write(&flag, "").unwrap();
    terminal.press("1<Enter><F10>");
    assert_eq!(terminal.exit_code(), 70);
    assert!(!terminal.is_alternate(), "{}", terminal.screen());
    assert_eq!(terminal.modes().local_modes, before.local_modes);
    let screen = terminal.screen().replace('\n', "");
    for words in ["lỗi của chính nó", "vẫn còn nguyên", "quản trị hệ thống"] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    fs::remove_file(&flag).unwrap();
    office.verify();
}

#[test]
fn a_script_hears_of_it_in_its_own_form() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let flag = office.path("flag");
    fs::write(&flag, "").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
    office.clean(&mut command);
    command.envs(variables(&flag)).stdin(Stdio::null());
    command.args(["--db", text(&office.db()), "doctor", "--json"]);
    let ran = command.output().unwrap();
    assert_eq!(ran.status.code(), Some(70), "{}", said(&ran.stderr));
    let last = said(&ran.stderr);
    let last: serde_json::Value = serde_json::from_str(last.lines().last().unwrap()).unwrap();
    assert_eq!(last["error"]["kind"], "broken");
}
