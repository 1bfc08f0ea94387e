//! Reads what the program sends, as a suspicious terminal: what it would obey, and what would hide text or turn it
//! round, and was not meant by the program.

/// More marks than this on one letter come from nobody's language.
const MARKS: usize = 8;

/// The name of that fault.
pub const TOWER: &str = "a tower of marks";

/// What is wrong with the bytes of screens: everything but text and the few commands that our pen writes.
pub fn faults_of_screen(bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec!["bytes that are no text".to_owned()];
    };
    let mut faults = Vec::new();
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        kept.push_str(before);
        match command(after) {
            Some(length) => rest = &after[length..],
            None => {
                faults.push(format!(
                    "ESC {:?}",
                    after.chars().take(12).collect::<String>()
                ));
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    // Back, down, to the margin, letters again: the pen's own.
    faults.extend(faults_of_text(&kept, &['\u{8}', '\n', '\r', '\u{f}']));
    faults
}

/// How long a command of ours is, behind its ESC; none for anything else.
fn command(after: &str) -> Option<usize> {
    let rest = after.strip_prefix('[')?;
    let end = rest.find(|letter: char| !matches!(letter, '0'..='9' | ';' | '?'))?;
    let (parameters, last) = (&rest[..end], rest[end..].chars().next()?);
    let is_ours = match last {
        'H' | 'A' | 'C' | 'D' | 'K' | 'J' | 'm' => !parameters.contains('?') && end <= 24,
        'h' | 'l' => parameters == "?25",
        _ => false,
    };
    is_ours.then_some(1 + end + 1)
}

/// What is wrong with a text in which these controls may stand.
pub fn faults_of_text(text: &str, may: &[char]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut marks = 0;
    for letter in text.chars() {
        if is_hostile(letter) && !may.contains(&letter) {
            faults.push(format!("U+{:04X}", u32::from(letter)));
        }
        marks = if matches!(letter, '\u{300}'..='\u{36f}') {
            marks + 1
        } else {
            0
        };
        if marks == MARKS {
            faults.push(TOWER.to_owned());
        }
    }
    faults
}

/// What a terminal obeys, hides, or lets change the order of letters. A list of its own: that of the program could be
/// wrong.
pub fn is_hostile(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn a_suspicious_terminal_finds_what_it_is_to_find() {
    for text in [
        "\u{1b}]0;x\u{7}",
        "\u{1b}[6n",
        "\u{1b}[?1049h",
        "\u{9b}6n",
        "\u{202e}",
        "a\0",
        "\u{1b}c",
        "\u{1b}",
    ] {
        assert!(!faults_of_screen(text.as_bytes()).is_empty(), "{text:?}");
    }
    let tower = format!("a{}", "\u{301}".repeat(9));
    assert!(!faults_of_screen(tower.as_bytes()).is_empty());
    let ours = "\u{f}\u{1b}[m\u{1b}[H\u{1b}[2J\u{1b}[1;37;44mCải cách\u{8}\r\n\u{1b}[?25h";
    assert_eq!(faults_of_screen(ours.as_bytes()), Vec::<String>::new());
}
