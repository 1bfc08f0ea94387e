//! Statements that make parts of the schema, compared by what they say: blanks, notes, quotes and the case of words are the
//! writer's, and another version of the engine writes them otherwise.

/// True where both make the same.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || words(one) == words(other)
}

/// Words, names without their quotes, texts as they are, and signs.
fn words(sql: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (word, next) = match first {
            _ if rest.starts_with("--") => (None, after(rest, "\n")),
            _ if rest.starts_with("/*") => (None, after(&rest[2..], "*/")),
            '\'' => quoted(rest, '\''),
            '"' | '`' => {
                let (name, next) = quoted(rest, first);
                (name.map(|name| name.to_lowercase()), next)
            }
            _ if is_of_word(first) => {
                let end = rest
                    .find(|letter| !is_of_word(letter))
                    .unwrap_or(rest.len());
                let (word, next) = rest.split_at(end);
                (Some(word.to_lowercase()), next)
            }
            _ => {
                let (sign, next) = rest.split_at(first.len_utf8());
                let word = (!first.is_whitespace()).then(|| sign.to_owned());
                (word, next)
            }
        };
        words.extend(word);
        rest = next;
    }
    words
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

/// What stands in quotes, where two of them are one; a text keeps the sign that it is one.
fn quoted(sql: &str, quote: char) -> (Option<String>, &str) {
    let mut inside = String::new();
    if quote == '\'' {
        inside.push(quote);
    }
    let mut letters = sql.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter != quote {
            inside.push(letter);
        } else if letters.next_if(|next| next.1 == quote).is_some() {
            inside.push(quote);
        } else {
            return (Some(inside), sql.get(at + 1..).unwrap_or_default());
        }
    }
    (Some(inside), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_written_otherwise_is_the_same() {
        let made =
            "CREATE TABLE \"a b\" (x TEXT NOT NULL, -- a note\n  y INTEGER DEFAULT 0) STRICT";
        for same in [
            "create table `A B`(x text not null,y integer default 0) strict",
            "CREATE TABLE \"a b\" (x TEXT /* why, (not */ NOT NULL, y INTEGER DEFAULT 0)\nSTRICT",
        ] {
            assert!(is_same(made, same), "{same}");
        }
    }

    #[test]
    fn another_word_text_or_sign_is_another_statement() {
        let made = "CREATE INDEX i ON t (a, b) WHERE c <> 'It''s'";
        for other in [
            "CREATE INDEX i ON t (a, b)",
            "CREATE INDEX i ON t (a, b) WHERE c <> 'it''s'",
            "CREATE INDEX i ON t (a, b) WHERE c <> \"It's\"",
            "CREATE INDEX i ON t (a, b) WHERE c = 'It''s'",
            "CREATE UNIQUE INDEX i ON t (a, b) WHERE c <> 'It''s'",
            "CREATE INDEX i ON t (b, a) WHERE c <> 'It''s'",
            "CREATE INDEX i ON t (a, b) WHERE c <> 'It''s",
        ] {
            let is_broken = other.ends_with("It''s");
            assert_eq!(is_same(made, other), is_broken, "{other}");
        }
    }
}
