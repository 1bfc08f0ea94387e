//! The work as numbered prompts on real lines: a terminal without a cursor, a pipe, a hang-up.

use std::io::{ErrorKind, Write};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::ends::{CUTS, hold_the_turn, is_over_in_time, left_behind};
use super::office::{Office, said, text};
use super::terminal::Terminal;

fn dumb(office: &Office, name: &str, more: &[&str]) -> Terminal {
    let db = office.db();
    let line = [&["--db", text(&db), "--user", "cv.snv"], more].concat();
    Terminal::start_with(office, &line, (80, 24), &[("TERM", name)])
}

/// Runs it with these lines in a pipe.
fn piped(office: &Office, arguments: &[&str], lines: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
    office.clean(&mut command);
    let db = office.db();
    command
        .args(["--db", text(&db), "--user", "cv.snv"])
        .args(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // One that refuses at once may be gone before it is told anything.
    match child.stdin.take().unwrap().write_all(lines.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        written => written.unwrap(),
    }
    child.wait_with_output().unwrap()
}

#[test]
fn a_terminal_without_a_screen_gets_prompts_by_itself_and_no_escape() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    for name in ["dumb", "unknown", "", "wyse60"] {
        let mut terminal = dumb(&office, name, &[]);
        terminal.wait_for("TERM=xterm");
        terminal.wait_for("Gõ số dòng, q thoát, ? giúp:");
        terminal.press("3<Enter>");
        terminal.wait_for("Chờ tôi xác nhận: ");
        terminal.wait_for("Enter đọc tiếp. Gõ số dòng");
        terminal.press("tro lai<Enter>thoat<Enter>");
        assert_eq!(terminal.exit_code(), 0, "TERM={name}");
        assert!(
            !terminal.written.contains(&b'\x1b'),
            "{}",
            terminal.screen()
        );
    }
}

#[test]
fn the_terminal_keeps_its_own_line_editing() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = dumb(&office, "xterm", &["--line"]);
    terminal.wait_for("Gõ số dòng, q thoát, ? giúp:");
    let modes = terminal.modes();
    assert_eq!(modes.local_modes, terminal.modes_at_start.local_modes);
    terminal.press("5\x7f2<Enter>");
    terminal.wait_for("Sắp đến hạn trong 3 ngày làm việc: 12 nhiệm vụ.");
    terminal.press("<C-d>");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_hang_up_in_a_form_keeps_what_was_typed_for_the_next_start() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    for (signal, code) in [(Signal::HUP, 129), (Signal::TERM, 143), (Signal::INT, 130)] {
        let mut terminal = dumb(&office, "dumb", &[]);
        terminal.wait_for("? giúp:");
        terminal.press(":1242<Enter>8<Enter>");
        terminal.wait_for("Lý do, Enter bỏ qua:");
        terminal.press("Đề nghị báo cáo<Enter>");
        terminal.wait_for("Văn bản, Enter bỏ qua:");
        terminal.signal(signal);
        assert_eq!(terminal.exit_code(), code);
        let mut terminal = dumb(&office, "dumb", &[]);
        terminal.wait_for("gõ khôi phục");
        terminal.press("khoi phuc<Enter>");
        terminal.wait_for("đang là Đề nghị báo cáo");
        terminal.press("-<Enter>-<Enter>q<Enter>thoat<Enter>");
        assert_eq!(terminal.exit_code(), 0, "{}", terminal.screen());
    }
    office.verify();
}

#[test]
fn a_script_works_by_a_pipe_and_learns_by_the_code_whether_all_was_obeyed() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let output = piped(&office, &["--line"], "3\n9 1,2\n1\n");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    assert!(said(&output.stdout).contains("Đã ghi 2 nhiệm vụ, số "));
    assert!(!output.stdout.contains(&b'\x1b'));
    let output = piped(&office, &["--line"], "xyz\n1");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stdout).contains("Quá hạn, do tôi theo dõi: 39 nhiệm vụ."));
    // Without being asked for, a pipe is no terminal to talk on.
    assert_eq!(piped(&office, &[], "1\n").status.code(), Some(2));
    office.verify();
}

#[test]
fn the_first_start_asks_by_numbers_too() {
    let Some(office) = Office::empty() else {
        return;
    };
    let mut terminal = Terminal::start_with(&office, &[], (80, 24), &[("TERM", "dumb")]);
    terminal.wait_for("Gõ 1, 2 hoặc 3, q thoát, ? giúp:");
    terminal.press("2<Enter>no-such.csv<Enter>");
    terminal.wait_for("tệp không tồn tại");
    terminal.press("3<Enter>");
    terminal.wait_for("Việc hôm nay");
    assert!(office.path("data/cchc/cchc.db").exists());
    terminal.press("q<Enter>");
    assert_eq!(terminal.exit_code(), 0);
    let empty = Office::empty().unwrap();
    assert_eq!(piped(&empty, &["--line"], "1\n").status.code(), Some(66));
}

#[test]
fn prompts_that_nobody_answers_warn_and_end_and_leave_nothing_typed_to_the_shell() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let set = ["config", "set", "idle_end", "1", "--user", "qt.snv"];
    office.json(&set);
    let mut terminal = dumb(&office, "xterm", &["--line"]);
    terminal.wait_for("Gõ số dòng, q thoát, ? giúp:");
    terminal.press("rm -rf");
    terminal.read_for(Duration::from_secs(25));
    terminal.wait_for("còn 30 giây thì tự kết thúc");
    terminal.read_for(Duration::from_secs(25));
    assert!(terminal.is_running());
    assert_eq!(terminal.exit_code(), 124);
    let whole = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(whole.contains("tự kết thúc sau 1 phút"), "{whole}");
}

#[test]
fn the_last_sentence_of_prompts_that_nobody_answers_has_the_letters_of_all_others() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let set = ["config", "set", "idle_end", "1", "--user", "qt.snv"];
    office.json(&set);
    let db = office.db();
    let line = ["--db", text(&db), "--user", "cv.snv"];
    let variables = [("TERM", "dumb"), ("LANG", "")];
    let mut terminal = Terminal::start_with(&office, &line, (80, 24), &variables);
    terminal.wait_for("q thoat, ? giup:");
    terminal.press("them<Enter>Ra soat<Enter>");
    terminal.read_for(Duration::from_secs(55));
    assert_eq!(terminal.exit_code(), 124);
    let whole = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(whole.is_ascii(), "{whole}");
    assert!(
        whole.contains("da tu ket thuc sau 1 phut khong thao tac."),
        "{whole}"
    );
    assert!(whole.contains("Noi dung dang go duoc giu"), "{whole}");
}

#[test]
fn who_is_cut_off_while_a_save_waits_is_gone_in_time_and_finds_what_was_sent_unless_it_was_saved() {
    for code in CUTS {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let before = office.tasks();
        let note = ":1242<Enter>8<Enter>Đề nghị báo cáo<Enter>";
        let mut terminal = dumb(&office, "dumb", &[]);
        terminal.wait_for("? giúp:");
        terminal.press(note);
        terminal.wait_for("Văn bản, Enter bỏ qua:");
        terminal.press("<Enter>");
        terminal.wait_for("1 có, 2 không");
        let ticket = hold_the_turn(&office);
        terminal.press("1<Enter>");
        terminal.read_for(Duration::from_millis(300));
        is_over_in_time(&mut terminal, code);
        drop(ticket);
        assert_eq!(office.tasks(), before);
        office.verify();
        // Nobody saved it: it is offered, and saved once.
        let mut terminal = dumb(&office, "dumb", &[]);
        terminal.wait_for("gõ khôi phục");
        terminal.press("khoi phuc<Enter>");
        terminal.wait_for("đang là Đề nghị báo cáo");
        terminal.press("<Enter><Enter>1<Enter>");
        terminal.wait_for("Đã ghi");
        terminal.press("thoat<Enter>");
        assert_eq!(terminal.exit_code(), 0, "{}", terminal.screen());
        assert_eq!(left_behind(&office).len(), 0);
        office.verify();
    }
}

#[test]
fn what_is_saved_while_a_cut_session_still_hears_it_is_not_offered_again() {
    for code in CUTS {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let before = office.tasks().len();
        let mut terminal = asked_to_save(&office);
        let ticket = hold_the_turn(&office);
        terminal.press("1<Enter>");
        terminal.read_for(Duration::from_millis(300));
        match code {
            129 => terminal.hang_up(),
            _ => terminal.signal(Signal::TERM),
        }
        // What was typed is kept before anything is waited for.
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(left_behind(&office).len(), 1);
        drop(ticket);
        assert_eq!(terminal.exit_code(), code);
        assert_eq!(office.tasks().len(), before + 1);
        assert_eq!(left_behind(&office).len(), 0);
        office.verify();
    }
}

#[test]
fn a_script_that_is_told_to_end_while_it_waits_ends_and_saves_nothing_half() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let before = office.tasks();
    let db = office.db();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
    office.clean(&mut command);
    command.args(["--db", text(&db), "--user", "cv.snv", "--line"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let ticket = hold_the_turn(&office);
    let mut lines = child.stdin.take().unwrap();
    lines.write_all(b"3\n9 1,2\n1\n").unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    let since = Instant::now();
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, Signal::TERM).unwrap();
    let code = child.wait().unwrap().code();
    let time = since.elapsed();
    drop(ticket);
    assert_eq!(code, Some(143));
    assert!(time < Duration::from_secs(2), "{time:?}");
    assert_eq!(office.tasks(), before);
    office.verify();
}

/// A new task, up to the question whether to save it.
fn asked_to_save(office: &Office) -> Terminal {
    let mut terminal = dumb(office, "dumb", &[]);
    terminal.wait_for("? giúp:");
    terminal.press("them<Enter>");
    terminal.wait_for("Thêm nhiệm vụ");
    terminal.press("Rà soát thủ tục đất đai<Enter>");
    terminal.press("<Enter><Enter>snv<Enter><Enter><Enter><Enter><Enter>");
    terminal.wait_for("Ghi nhiệm vụ mới?");
    terminal
}

#[test]
fn a_line_that_breaks_just_as_it_is_saved_leaves_either_a_task_or_what_was_typed_and_never_both() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut tasks = office.tasks().len();
    for wait in [0, 1, 2, 3, 4, 6, 8, 12] {
        let mut terminal = asked_to_save(&office);
        terminal.press("1<Enter>");
        std::thread::sleep(Duration::from_millis(wait));
        terminal.hang_up();
        assert_eq!(terminal.exit_code(), 129);
        let now = office.tasks().len();
        let left = left_behind(&office);
        assert_eq!(now - tasks + left.len(), 1, "after {wait} ms: {left:?}");
        for file in left {
            std::fs::remove_file(file).unwrap();
        }
        tasks = now;
    }
    office.verify();
}

/// A signal ends it with its code, and in time.
fn ends_in_time(terminal: &mut Terminal, signal: Signal, code: i32) {
    let since = Instant::now();
    terminal.signal(signal);
    assert_eq!(terminal.exit_code(), code);
    let time = since.elapsed();
    assert!(time < Duration::from_secs(2), "{time:?}");
}

#[test]
fn a_terminal_that_was_stopped_holds_up_no_end_and_what_was_typed_is_kept() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let mut terminal = asked_to_save(&office);
        terminal.press("<C-s>");
        terminal.read_for(Duration::from_millis(200));
        ends_in_time(&mut terminal, signal, code);
        assert_eq!(left_behind(&office).len(), 1);
        // Where more is said than the stopped terminal takes.
        let mut terminal = dumb(&office, "dumb", &[]);
        terminal.wait_for("? giúp:");
        terminal.press("<C-s>?<Enter>");
        terminal.read_for(Duration::from_millis(300));
        ends_in_time(&mut terminal, signal, code);
    }
}

#[test]
fn a_signal_between_the_first_question_and_the_work_ends_it() {
    for wait in [0, 20, 60, 120, 250] {
        let Some(office) = Office::empty() else {
            return;
        };
        let mut terminal = Terminal::start_with(&office, &[], (80, 24), &[("TERM", "dumb")]);
        terminal.wait_for("Gõ 1, 2 hoặc 3, q thoát, ? giúp:");
        terminal.press("1<Enter>");
        std::thread::sleep(Duration::from_millis(wait));
        terminal.signal(Signal::TERM);
        let since = Instant::now();
        while terminal.is_running() && since.elapsed() < Duration::from_secs(2) {
            terminal.read_for(Duration::from_millis(20));
        }
        assert!(!terminal.is_running(), "after {wait} ms");
    }
}

#[test]
fn of_several_that_were_sent_only_what_was_refused_is_offered_after_a_cut() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = dumb(&office, "dumb", &[]);
    terminal.wait_for("? giúp:");
    terminal.press("1<Enter>");
    terminal.wait_for("Gõ số dòng");
    terminal.press("8 1,2<Enter>");
    terminal.wait_for("Dùng chung cho 2 dòng?");
    terminal.press("1<Enter>");
    terminal.wait_for("Lý do, Enter bỏ qua:");
    terminal.press("Đề nghị báo cáo<Enter>");
    terminal.wait_for("Văn bản, Enter bỏ qua:");
    terminal.press("<Enter>");
    terminal.wait_for("Ghi 2 thao tác?");
    // Somebody else was faster with the first of them.
    office.json(&["--user", "cv.snv", "note", ":1238", "đang rà soát"]);
    let before = office.tasks();
    let ticket = hold_the_turn(&office);
    terminal.press("1<Enter>");
    terminal.read_for(Duration::from_millis(300));
    terminal.signal(Signal::TERM);
    std::thread::sleep(Duration::from_millis(250));
    drop(ticket);
    assert_eq!(terminal.exit_code(), 143);
    let now = office.tasks();
    let changed: Vec<_> = now.iter().zip(&before).filter(|(a, b)| a != b).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    let left = left_behind(&office);
    let kept = std::fs::read_to_string(&left[0]).unwrap();
    assert!(kept.contains("#1238.") && !kept.contains("1242"), "{kept}");
    assert!(!kept.contains("\"sent\""), "{kept}");
    office.verify();
}
