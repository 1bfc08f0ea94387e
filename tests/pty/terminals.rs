//! Every kind of terminal, with every locale: it gets only what it can show, and is given back.
//!
//! The walk is that of a morning: home, list, task, form, and out. What went over the wire is read byte
//! by byte, as the sternest terminal would: whatever it does not know, it would print.

use cchc::domain::fold::without_accents;

use super::office::{Office, text};
use super::terminal::{Terminal, find};

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Colours {
    None,
    Eight,
    Sixteen,
}

/// Which characters a terminal shows where the locale is UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signs {
    Ascii,
    Few,
    All,
}

use Colours::{Eight, Sixteen};
use Signs::{All, Ascii, Few};

/// What the manuals say of them.
const TERMINALS: &[(&str, Colours, Signs)] = &[
    ("xterm", Eight, All),
    ("xterm-256color", Sixteen, All),
    ("screen", Eight, All),
    ("tmux", Eight, All),
    ("putty", Eight, Few),
    ("linux", Eight, Few),
    ("ms-terminal", Sixteen, All),
    ("vt100", Colours::None, Ascii),
    ("vt220", Colours::None, Ascii),
    ("ansi", Eight, Ascii),
];

/// Signs that the fonts of consoles and of old Windows have.
const FEW_SIGNS: &str = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝░▒█■●▲▼←↑→↓·…–—•×≤≥";

/// What is sent before the first frame, and after the last.
const MODES: &[&str] = &["?1049h", "?2004h", "?2004l", "?25h", "?25l", "?1049l"];

/// Home, list, task, form, and out; gives what was sent.
fn walk(office: &Office, variables: &[(&str, &str)], more: &[&str]) -> Vec<u8> {
    let db = office.db();
    let arguments = [&["--db", text(&db), "--user", "cv.snv"], more].concat();
    let mut terminal = Terminal::start_with(office, &arguments, (80, 24), variables);
    see(&mut terminal, "Viec hom nay");
    terminal.press("<Enter>");
    see(&mut terminal, "Nhiem vu theo co quan");
    see(&mut terminal, "Chon Han");
    terminal.press("<Enter>");
    see(&mut terminal, "Nhiem vu #");
    terminal.press("<Esc>");
    see(&mut terminal, "Chon Han");
    terminal.press("<F6>");
    see(&mut terminal, "Van ban giao");
    terminal.press("Đẩy mạnh");
    see(&mut terminal, "ay manh");
    terminal.press("<C-u><F12>");
    see(&mut terminal, "Chon Han");
    terminal.press("<F3>");
    see(&mut terminal, "Viec hom nay");
    terminal.press("<F3>");
    assert_eq!(terminal.exit_code(), 0);
    let (before, after) = (&terminal.modes_at_start, terminal.modes());
    assert_eq!(before.local_modes, after.local_modes, "{variables:?}");
    assert_eq!(before.input_modes, after.input_modes, "{variables:?}");
    assert!(!terminal.is_alternate(), "{variables:?}");
    assert!(!terminal.hides_the_cursor(), "{variables:?}");
    std::mem::take(&mut terminal.written)
}

/// Waits for a text, with its accents or without.
#[track_caller]
fn see(terminal: &mut Terminal, plain: &str) {
    terminal.wait_until(&format!("{plain:?}"), |terminal| {
        without_accents(&terminal.screen()).contains(plain)
    });
}

/// Everything that the terminal would not know, as a person would write it down.
fn unknown(sent: &[u8], colours: Colours, signs: Signs) -> Vec<String> {
    let text = std::str::from_utf8(sent).unwrap();
    let mut unknown = Vec::new();
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        let fits = match letter {
            '\u{1b}' => {
                let sequence = sequence(&mut rest);
                let is_known = knows(&sequence, colours);
                if !is_known {
                    unknown.push(format!("ESC {sequence}"));
                }
                continue;
            }
            // SI before a picture painted anew: back from a set of line-drawing letters.
            '\r' | '\n' | '\u{8}' | '\u{f}' | ' '..='~' => true,
            _ if letter.is_control() => false,
            _ => match signs {
                All => true,
                Few => letter.is_alphabetic() || FEW_SIGNS.contains(letter),
                Ascii => false,
            },
        };
        if !fits {
            unknown.push(format!("{letter:?}"));
        }
    }
    unknown.sort();
    unknown.dedup();
    unknown
}

/// What follows an ESC, to its last character.
fn sequence(rest: &mut std::str::Chars) -> String {
    let mut sequence = String::new();
    for letter in rest.by_ref() {
        sequence.push(letter);
        if sequence.len() > 1 && ('@'..='~').contains(&letter) {
            break;
        }
        if sequence.len() == 1 && letter != '[' {
            break;
        }
    }
    sequence
}

/// Cursor, erasing, looks, and the few modes: nothing that asks, nothing for a title.
fn knows(sequence: &str, colours: Colours) -> bool {
    let Some(inner) = sequence.strip_prefix('[') else {
        return false;
    };
    if MODES.contains(&inner) {
        return true;
    }
    let (numbers, last) = inner.split_at(inner.len().saturating_sub(1));
    let numbers: Option<Vec<u16>> = numbers
        .split(';')
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().ok())
        .collect();
    let Some(numbers) = numbers else {
        return false;
    };
    match last {
        "A" | "B" | "C" | "D" => numbers.len() < 2,
        "H" => numbers.len() < 3,
        "J" | "K" => numbers.iter().all(|number| *number < 3),
        "m" => numbers.iter().all(|number| match number {
            0 | 1 | 4 | 7 => true,
            30..=37 | 40..=47 => colours >= Eight,
            90..=97 | 100..=107 => colours >= Sixteen,
            _ => false,
        }),
        _ => false,
    }
}

#[track_caller]
fn gets_only_what_it_knows(names: &[&str]) {
    for (name, colours, signs) in TERMINALS {
        if !names.contains(name) {
            continue;
        }
        for locale in ["vi_VN.UTF-8", "C.UTF-8", "C"] {
            let Some(office) = Office::with_sample() else {
                return;
            };
            let signs = if locale == "C" { Ascii } else { *signs };
            let sent = walk(&office, &[("TERM", name), ("LANG", locale)], &[]);
            let unknown = unknown(&sent, *colours, signs);
            assert!(unknown.is_empty(), "{name} {locale}: {unknown:?}");
            if signs != Ascii {
                assert!(find(&sent, "Việc".as_bytes()), "{name} {locale}");
            }
        }
    }
}

#[test]
fn a_window_of_today_gets_only_what_it_knows_and_is_given_back() {
    gets_only_what_it_knows(&["xterm", "xterm-256color", "ms-terminal"]);
}

#[test]
fn a_multiplexer_gets_only_what_it_knows_and_is_given_back() {
    gets_only_what_it_knows(&["screen", "tmux"]);
}

#[test]
fn a_console_and_an_old_window_get_only_the_signs_of_their_fonts() {
    gets_only_what_it_knows(&["putty", "linux"]);
}

#[test]
fn a_terminal_of_glass_and_steel_gets_ascii_and_four_looks() {
    gets_only_what_it_knows(&["vt100", "vt220", "ansi"]);
}

#[test]
fn whoever_wants_no_colour_gets_none() {
    let cases = [
        (("NO_COLOR", "1"), ["--color", "auto"]),
        (("COLORTERM", "truecolor"), ["--color", "never"]),
    ];
    for (variable, more) in cases {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let sent = walk(&office, &[variable], &more);
        let unknown = unknown(&sent, Colours::None, All);
        assert!(unknown.is_empty(), "{variable:?} {more:?}: {unknown:?}");
    }
}

#[test]
fn whoever_always_wants_colour_gets_no_more_than_the_terminal_has() {
    for (name, colours, signs) in [("vt220", Eight, Ascii), ("xterm", Eight, All)] {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let variables = [("TERM", name), ("NO_COLOR", "1")];
        let sent = walk(&office, &variables, &["--color", "always"]);
        let unknown = unknown(&sent, colours, signs);
        assert!(unknown.is_empty(), "{name}: {unknown:?}");
        assert!(find(&sent, b"31m"), "{name}: late is red");
    }
}

#[test]
fn a_terminal_without_a_screen_gets_lines_and_nothing_else() {
    for locale in ["vi_VN.UTF-8", "C"] {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let db = office.db();
        let arguments = ["--db", text(&db), "--user", "cv.snv"];
        let variables = [("TERM", "dumb"), ("LANG", locale)];
        let mut terminal = Terminal::start_with(&office, &arguments, (80, 24), &variables);
        see(&mut terminal, "Go so dong");
        terminal.press("1<Enter>");
        see(&mut terminal, "So 1238.");
        assert!(!find(&terminal.written, b"\x1b"), "{}", terminal.screen());
        assert!(locale != "C" || terminal.written.is_ascii());
    }
}
