//! The few requests of a manual page, and text that is taken for nothing else.

/// Text as it is to be read, whatever stands in it.
pub fn text(raw: &str) -> String {
    let mut safe = String::new();
    for letter in raw.chars() {
        match letter {
            '\\' => safe.push_str("\\e"),
            '-' => safe.push_str("\\-"),
            '\'' => safe.push_str("\\(aq"),
            '"' => safe.push_str("\\(dq"),
            '`' => safe.push_str("\\(ga"),
            '^' => safe.push_str("\\(ha"),
            '~' => safe.push_str("\\(ti"),
            '\n' => safe.push(' '),
            other => safe.push(other),
        }
    }
    match safe.starts_with('.') {
        true => format!("\\&{safe}"),
        false => safe,
    }
}

/// The same in bold.
pub fn bold(raw: &str) -> String {
    format!("\\fB{}\\fR", text(raw))
}

/// The same in italics: what is to be replaced.
pub fn italic(raw: &str) -> String {
    format!("\\fI{}\\fR", text(raw))
}

/// A term that is formatted already, and what it is.
pub fn item(term: &str, means: &str) -> String {
    format!(".TP\n{term}\n{}\n", text(means))
}

/// A heading below a section.
pub fn heading(raw: &str) -> String {
    format!(".SS \"{}\"\n", text(raw))
}

/// Lines as they are, without filling.
pub fn verbatim(lines: &str) -> String {
    let lines: Vec<String> = lines.lines().map(text).collect();
    format!(".nf\n{}\n.fi\n", lines.join("\n"))
}

/// What lies further in.
pub fn indented(inner: &str) -> String {
    match inner.is_empty() {
        true => String::new(),
        false => format!(".RS\n{inner}.RE\n"),
    }
}

#[test]
fn nothing_in_a_text_is_a_request() {
    assert_eq!(text(".TH"), "\\&.TH");
    assert_eq!(
        text("a\\b --json '~' \"q\""),
        "a\\eb \\-\\-json \\(aq\\(ti\\(aq \\(dqq\\(dq"
    );
}
