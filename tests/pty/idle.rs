//! A session that nobody touches costs nothing.

use std::path::Path;
use std::time::Duration;

use super::office::Office;
use super::process::{self, Memory};
use super::terminal::Terminal;

#[test]
fn an_idle_session_writes_no_byte_and_wakes_once_a_second() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("3");
    terminal.wait_for("tt:chờ");
    terminal.settle();
    let (before, written) = (process::usage(terminal.program()), terminal.written.len());
    terminal.read_for(Duration::from_secs(3));
    let after = process::usage(terminal.program());
    assert_eq!(terminal.written.len() - written, 0, "bytes");
    assert!(after.ticks - before.ticks <= 1, "{before:?} {after:?}");
    assert!(after.wakes - before.wakes <= 5, "{before:?} {after:?}");
}

#[test]
fn a_session_that_has_searched_read_and_reported_keeps_little_memory_of_its_own() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let _beside = office.open("cv.stttt"); // what the program itself takes is shared
    // The allocator keeps more where threads wait for one another on a busy machine: of three sessions the least counts.
    let memories: Vec<Memory> = (0..3).map(|_| after_a_look_around(&office)).collect();
    for memory in &memories {
        let is_sound = 0 < memory.private && memory.private <= memory.share;
        assert!(is_sound && memory.share <= memory.resident, "{memory:?}");
    }
    let least = memories.iter().map(|memory| memory.private).min();
    // Four megabytes of the program as it is shipped; the tables of one that was not made small are 0.4 larger.
    assert!(least <= Some(4_096 + 400), "{memories:?}");
}

/// The memory of a session that has searched, read and reported.
fn after_a_look_around(office: &Office) -> Memory {
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    for keys in [
        "<F7>\"báo cáo\"<Enter>",
        "<End>",
        "<Home>",
        "<Enter>",
        "<PgDn>",
        "<F12>",
        "<F3>",
    ] {
        terminal.press(keys);
        terminal.settle();
    }
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press(":bao cao<Enter>");
    terminal.settle();
    terminal.press("<Enter>");
    terminal.settle();
    process::memory(terminal.program())
}

#[test]
fn a_session_begins_anew_with_a_lean_allocator_unless_somebody_has_tuned_it() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let database = office.db();
    let line = ["--db", database.to_str().unwrap(), "--user", "cv.snv"];
    let given = |variables: &[(&str, &str)]| {
        let mut terminal = Terminal::start_with(&office, &line, (80, 24), variables);
        terminal.wait_for("Chờ tôi xác nhận");
        let id = terminal.program();
        (id, process::environment(id), process::words(id))
    };

    let (id, environment, words) = given(&[]);
    assert!(environment.contains(&format!("CCHC_LEAN={id}")));
    let is_lean = |text: &String| text.starts_with("GLIBC_TUNABLES=glibc.malloc.arena_max=1");
    assert!(environment.iter().any(is_lean), "{environment:?}");
    assert_eq!(words[1..], line, "the same arguments");

    // A name that somebody else left there is no sign that it has been done.
    let (id, environment, _) = given(&[("CCHC_LEAN", "1")]);
    assert!(environment.contains(&format!("CCHC_LEAN={id}")));

    let own = "GLIBC_TUNABLES=glibc.malloc.arena_max=2";
    let (_, environment, _) = given(&[own.split_once('=').unwrap()]);
    assert!(environment.contains(&own.to_owned()), "{environment:?}");
    let is_anew = |text: &String| text.starts_with("CCHC_LEAN");
    assert!(!environment.iter().any(is_anew), "{environment:?}");
}

#[test]
fn a_program_that_cannot_begin_anew_works_as_it_is() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let database = office.db();
    let given = ["--db", database.to_str().unwrap(), "--user", "cv.snv"];
    let program = env!("CARGO_BIN_EXE_cchc");
    let copy = office.path("cchc");
    std::fs::copy(program, &copy).unwrap();
    let loader = Path::new("/lib64/ld-linux-x86-64.so.2");
    let by_loader = [loader.to_str().unwrap(), program];
    // The file of the second is gone when it looks for it, and something else has what the system calls it then.
    let script =
        r#"exec 9<"$1"; rm "$1"; cp /bin/echo "$1 (deleted)"; shift; exec /proc/self/fd/9 "$@""#;
    let without_file = ["/bin/sh", "-c", script, "sh", copy.to_str().unwrap()];
    let ways: [&[&str]; 2] = [&by_loader, &without_file];
    for way in ways.into_iter().filter(|way| Path::new(way[0]).exists()) {
        let line = [way, &given].concat();
        let mut terminal = Terminal::start_program(&office, &line);
        terminal.wait_for("Chờ tôi xác nhận");
        let environment = process::environment(terminal.program());
        let is_anew = |text: &String| text.starts_with("CCHC_LEAN");
        assert!(!environment.iter().any(is_anew), "{way:?}");
        terminal.press("<F3>");
        assert_eq!(terminal.exit_code(), 0, "{way:?}");
    }
}
