//! A process that is killed in the middle.

use rustix::process::Signal;

use super::office::Office;
use super::terminal::Terminal;

/// Tasks not yet done, as the screen counts them.
fn open_on(terminal: &Terminal) -> Option<i64> {
    let line = terminal.line(1);
    let (count, _) = line.rsplit_once(" chưa HT")?;
    count.rsplit(' ').next()?.replace('.', "").parse().ok()
}

fn open_in(office: &Office) -> i64 {
    let agencies = office.json(&["agencies"])["agencies"].take();
    agencies
        .as_array()
        .unwrap()
        .iter()
        .map(|agency| agency["open"].as_i64().unwrap())
        .sum()
}

#[test]
fn what_the_screen_said_was_saved_is_there_after_kill_9() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    for seen in 1..=3 {
        let before = open_in(&office);
        let mut terminal = office.open("cv.snv");
        terminal.wait_for("Chờ tôi xác nhận");
        terminal.press("3");
        terminal.wait_for("tt:chờ");
        terminal.wait_until("the count", |terminal| open_on(terminal) == Some(before));
        terminal.press(&"9<Enter><Enter>".repeat(5));
        terminal.wait_until("a save", |terminal| {
            open_on(terminal).is_some_and(|open| open <= before - seen)
        });
        terminal.signal(Signal::KILL);
        terminal.wait_for_end();
        let (shown, found) = (open_on(&terminal), open_in(&office));
        let kept = shown.is_none_or(|shown| found <= shown) && found <= before - seen;
        assert!(
            kept,
            "{before} before, {shown:?} shown, {found} found\n{}",
            terminal.screen()
        );
        office.verify();
    }
}
