//! The first start without screens: three ways to begin, as numbers.

use super::LineSetup;
use super::ear::{Heard, understood};
use super::voice::Voice;
use super::words::sentence;
use crate::ui::screen::StartChoice;

/// Why no way was chosen.
#[derive(Debug)]
pub enum NoChoice {
    /// It was left, or nothing more comes.
    Left,
    /// Cut off, with the code to leave with.
    Cut(u8),
}

/// Asks what a first start begins with; `complaint` says what was wrong with the file before.
///
/// # Errors
/// Where none was chosen.
pub fn begin(
    setup: LineSetup,
    complaint: Option<&str>,
    listen: &mut dyn FnMut(u32) -> Heard,
    out: &mut dyn std::io::Write,
) -> Result<StartChoice, NoChoice> {
    let t = setup.words;
    let mut voice = Voice::new(out, setup);
    let mut texts = vec![complaint.map_or(t.start.opening, |text| text).to_owned()];
    let ways = t.line.prompt.ways.iter().zip(1..);
    texts.extend(ways.map(|(way, number)| sentence(&format!("{number}. {way}"))));
    for text in texts {
        voice.say(&text).map_err(|_| NoChoice::Left)?;
    }
    loop {
        match ask(setup, &mut voice, t.line.prompt.start, listen)?.as_str() {
            "1" => return Ok(StartChoice::Sample),
            "2" => {
                let file = ask(setup, &mut voice, t.line.prompt.file, listen)?;
                if !matches!(file.as_str(), "" | "q" | "?") {
                    return Ok(StartChoice::Import(file));
                }
            }
            "3" => return Ok(StartChoice::Empty),
            "q" | "Q" => return Err(NoChoice::Left),
            _ => voice.say(t.line.help.start).map_err(|_| NoChoice::Left)?,
        }
    }
}

fn ask(
    setup: LineSetup,
    voice: &mut Voice,
    question: &str,
    listen: &mut dyn FnMut(u32) -> Heard,
) -> Result<String, NoChoice> {
    voice.ask(question).map_err(|_| NoChoice::Left)?;
    match listen(0) {
        Heard::Line(bytes) => {
            let typed = understood(&bytes);
            if !setup.is_watched {
                voice.echo(&typed).map_err(|_| NoChoice::Left)?;
            }
            Ok(typed)
        }
        Heard::TooLong | Heard::Soon(_) => Ok("?".to_owned()),
        Heard::End => Err(NoChoice::Left),
        Heard::Cut(code) => Err(NoChoice::Cut(code)),
    }
}
