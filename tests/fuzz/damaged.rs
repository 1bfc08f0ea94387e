//! Bytes of a keyboard, and settings.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use cchc::ui::terminal::{Input, PASTE_KEPT, Parser};

use crate::{dice, seeds, survives};

const KEYS: [&[u8]; 24] = [
    b"\x1b",
    b"\x1b[",
    b"\x1bO",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b]0;",
    b"\x07",
    b"\x1b\\",
    b"\x1bP",
    b"\x1b[<0;1;1M",
    b"\x1b[99999999999999999999~",
    b"\x1b[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;A",
    b"\x1b[1;5A",
    b"\x1b[27;5;13~",
    b"\x1b[13u",
    b"\x08",
    b"\x7f",
    b"\r",
    b"\n",
    b"\xc3",
    b"\xe1\xba",
    b"\xff",
    "đ".as_bytes(),
    "e\u{302}\u{301}".as_bytes(),
];

#[test]
fn any_bytes_of_a_keyboard_are_keys_pastes_or_nothing_however_they_are_cut() {
    for seed in seeds(20) {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = Vec::new();
        for _ in 0..random.usize(1..40) {
            match random.u8(..4) {
                0 => bytes.push(random.u8(..)),
                _ => bytes.extend_from_slice(KEYS[random.usize(..KEYS.len())]),
            }
        }
        survives("keyboard", seed, Duration::from_secs(2), || {
            let mut parser = Parser::new();
            let mut inputs = Vec::new();
            let mut rest = bytes.as_slice();
            while !rest.is_empty() {
                let (piece, after) = rest.split_at(random.usize(1..=rest.len()));
                inputs.extend(parser.feed(piece));
                if random.u8(..8) == 0 {
                    inputs.extend(parser.flush());
                }
                rest = after;
            }
            inputs.extend(parser.flush());
            assert!(inputs.len() <= bytes.len() + 1);
            for input in inputs {
                if let Input::Paste { text, .. } = input {
                    assert!(text.len() <= 3 * PASTE_KEPT);
                    assert!(!text.contains(
                        |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t')
                    ));
                }
            }
        });
    }
}

#[test]
fn damaged_settings_are_complained_about() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cchc/config.toml");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let sound = "db = \"/tmp/x.db\"\nlang = \"vi\"\ncolor = \"auto\"\n[keys.tasks]\n\"Ctrl-R\" = \"redo\"\nF9 = \"undo\"\n\
        [theme]\nname = \"dark\"\noverdue = \"bold red on #ff0000\"\n[[terminal]]\nterm = \"xterm*\"\nglyphs = \"safe\"\nspeed = 9600\n";
    let words: [&[u8]; 12] = [
        b"[[",
        b"]]",
        b"\"\"\"",
        b"=",
        b"[a.b.c]",
        b"{",
        b"inf",
        b"1979-05-27",
        b"\\u0000",
        b"\\UFFFFFFFF",
        b"F99",
        b"[keys.all]\n",
    ];
    for seed in seeds(1) {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = sound.as_bytes().to_vec();
        dice::damage(&mut random, &mut bytes, &words);
        fs::write(&file, &bytes).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        command
            .env_clear()
            .env("XDG_CONFIG_HOME", folder.path())
            .env("HOME", folder.path());
        let output = command.arg("keys").stdin(Stdio::null()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let is_answered = matches!(output.status.code(), Some(0..=99));
        assert!(
            is_answered && !said.contains("panicked"),
            "seed {seed}: {} {said}\n{}",
            output.status,
            String::from_utf8_lossy(&bytes)
        );
    }
}
