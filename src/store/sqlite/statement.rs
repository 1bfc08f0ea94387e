//! Statements that make parts of the schema, compared by what they say: blanks, notes, quotes and the case of words are the
//! writer's, and another version of the engine writes them otherwise.

/// True where both make the same.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || words(one) == words(other)
}

/// Words, texts and names as they are, and signs. A name loses its quotes only where it is the same name without them.
fn words(sql: &str) -> Vec<String> {
    let mut words = Vec::new();
    // The engine reads no further.
    let mut rest = sql.split('\0').next().unwrap_or_default();
    while let Some(first) = rest.chars().next() {
        let (word, next) = match first {
            _ if rest.starts_with("--") => (None, after(rest, "\n")),
            _ if rest.starts_with("/*") => (None, after(&rest[2..], "*/")),
            '\'' => quoted(rest, first),
            '"' | '`' => {
                let (name, next) = quoted(rest, first);
                (name.map(bare), next)
            }
            _ if is_of_word(first) => word(rest),
            _ => {
                let (sign, next) = rest.split_at(first.len_utf8());
                let word = (!first.is_ascii_whitespace()).then(|| sign.to_owned());
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

/// A word, of which the engine takes letters of ASCII alone for the same in either case; bytes in hexadecimal with their
/// quotes, without which they would be a name and a text.
fn word(sql: &str) -> (Option<String>, &str) {
    let end = sql.find(|letter| !is_of_word(letter)).unwrap_or(sql.len());
    let (word, rest) = sql.split_at(end);
    let word = word.to_ascii_lowercase();
    if word == "x" && rest.starts_with('\'') {
        let (bytes, rest) = quoted(rest, '\'');
        return (bytes.map(|bytes| word + &bytes), rest);
    }
    (Some(word), rest)
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

/// What stands in quotes, where two of them are one, with the sign that it does: the first of them.
fn quoted(sql: &str, quote: char) -> (Option<String>, &str) {
    let mut inside = String::from(quote);
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

/// A quoted name as it is compared: either quote is the same. What is a word of the language or no word at all keeps it;
/// without it the engine would take it for something else, and with it for a text where no such name is.
fn bare(quoted: String) -> String {
    let name = quoted[1..].to_ascii_lowercase();
    if is_plain(&name) {
        name
    } else {
        format!("\"{name}")
    }
}

fn is_plain(name: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    name.starts_with(is_letter)
        && name.chars().all(|it| is_letter(it) || it.is_ascii_digit())
        && !WORDS.split(' ').any(|word| word == name)
}

/// Words that mean something else where they stand in quotes: those of <https://sqlite.org/lang_keywords.html>, and what
/// is read as a literal, as the number of a row or as an option of a table.
const WORDS: &str = "\
    _rowid_ abort action add after all alter always analyze and as asc attach autoincrement before begin between by \
    cascade case cast check collate column commit conflict constraint create cross current current_date current_time \
    current_timestamp database default deferrable deferred delete desc detach distinct do drop each else end escape \
    except exclude exclusive exists explain fail false filter first following for foreign from full generated glob \
    group groups having if ignore immediate in index indexed initially inner insert instead intersect into is isnull \
    join key last left like limit match materialized natural no not nothing notnull null nulls of offset oid on or \
    order others outer over partition plan pragma preceding primary query raise range recursive references regexp \
    reindex release rename replace restrict returning right rollback row rowid rows savepoint select set strict \
    table temp temporary then ties to transaction trigger true unbounded union unique update using vacuum values \
    view virtual when where window with within without";

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

    #[test]
    fn what_the_engine_takes_for_a_text_is_no_word() {
        for (made, other) in [
            ("WHEN NEW.rank IS NOT NULL", "WHEN NEW.rank IS NOT \"NULL\""),
            ("WHEN NEW.rank IS NOT NULL", "WHEN NEW.rank IS NOT `null`"),
            ("DEFAULT TRUE", "DEFAULT \"true\""),
            ("SELECT 1", "SELECT \"1\""),
            ("SELECT a, b", "SELECT \"a, b\""),
            ("SELECT (1)", "SELECT \"(\" 1)"),
            ("SELECT 'x'", "SELECT \"'x\""),
            ("SELECT x'ab'", "SELECT x 'ab'"),
            // A letter that is none of ASCII is another one for the engine.
            ("SELECT kind", "SELECT \"\u{212a}ind\""),
            ("SELECT kind", "SELECT \u{212a}ind"),
            ("a b", "a\u{a0}b"),
            // The engine reads no further.
            ("ON t (a) WHERE b", "ON t (a) --\0\nWHERE b"),
        ] {
            assert!(!is_same(made, other), "{made:?} {other:?}");
        }
    }

    #[test]
    fn a_name_is_plain_where_it_is_no_word_of_the_engine() {
        assert!(is_plain("task_by_due") && is_plain("_a1"));
        for name in ["null", "true", "rowid", "1a", "", "a b", "đ"] {
            assert!(!is_plain(name), "{name}");
        }
    }
}
