//! A terminal that is set to another character set.

use std::time::Duration;

use cchc::ui::screens;

use crate::{at_list, sit, title};

const ADVICE: &str = "PuTTY: Window > Translation";

fn at_once() -> Duration {
    Duration::from_millis(130)
}

#[test]
fn it_is_said_what_to_set_and_the_other_keys_are_kept() {
    let mut desk = sit(screens::add());
    desk.receive(b"c\xf4ng v\xe0n", at_once());
    desk.shows(ADVICE);
    assert_eq!(title(&desk), "cng vn");
    desk.press(" a").shows(ADVICE);
    assert_eq!(title(&desk), "cng vn a");
}

#[test]
fn it_is_said_once_for_each_screen() {
    let mut desk = at_list();
    desk.receive(b"\xf5", at_once()).shows(ADVICE);
    desk.press("<Down>").hides(ADVICE);
    desk.receive(b"\xff", at_once()).hides(ADVICE);
    desk.press(":");
    desk.receive(b"\xff", at_once()).shows(ADVICE);
    desk.press("<Esc>").hides(ADVICE);
}

#[test]
fn a_paste_in_another_character_set_runs_no_command() {
    let mut desk = at_list();
    let before = desk.cursor_line();
    desk.receive(b"C\xf4ng v\xe0n jgkq", at_once());
    assert!(!desk.app().is_done());
    assert_eq!(desk.cursor_line(), before);
}
