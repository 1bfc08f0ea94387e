//! The doubts of a file one after the other: what is doubted, the numbered candidates, and one line that
//! settles it.

use super::talk::{Away, Said, Talk};
use super::words::{capital, sentence};
use crate::ui::screens::import::parts::{
    agency_named, candidates, cell_of, column_of, doubt_said, meaning, open_doubts,
};
use crate::ui::screens::import::said;
use crate::work::request::import::{
    Column, Part, Settlement, StageId, Staged, StagedDoubt, StagedRow, Which,
};
use crate::work::request::{Answer, Request};

/// What a line means to a doubt.
enum Typed {
    Number(usize),
    AsRead,
    LeaveOut,
    Later,
    TakeBack,
    End,
    Help,
    Text(String),
}

fn meant(text: String) -> Said<Typed> {
    Ok(match text.as_str() {
        "" => Typed::Later,
        "=" => Typed::AsRead,
        "-" => Typed::LeaveOut,
        "u" | "U" => Typed::TakeBack,
        "q" | "Q" => Typed::End,
        "?" => Typed::Help,
        _ => match (text.strip_prefix(':'), text.parse()) {
            (Some(task), _) => return Err(Away::Task(task.to_owned())),
            (None, Ok(number)) => Typed::Number(number),
            (None, Err(_)) => Typed::Text(text),
        },
    })
}

/// Goes through the doubtful rows; what is left for later stays doubtful. Gives the file as it is then, and notes what is
/// settled.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn run(
    talk: &mut Talk,
    mut staged: Box<Staged>,
    settled: &mut Vec<Settlement>,
) -> Said<Box<Staged>> {
    let mut later = 0;
    while let Some(row) = nth_doubtful(talk, staged.stage, later)? {
        let Some(doubt) = open_doubts(&row).first().copied().cloned() else {
            later += 1;
            continue;
        };
        tell(talk, &row, &doubt)?;
        let settlement = loop {
            match meant(talk.hear(talk.t.line.prompt.doubt)?)? {
                Typed::End => return Ok(staged),
                Typed::Later => break None,
                Typed::Help => talk.say(talk.t.line.help.doubt)?,
                Typed::TakeBack => break Some(None),
                Typed::AsRead => {
                    let places = vec![row.place];
                    break Some(Some(Settlement::AsRead { places }));
                }
                Typed::LeaveOut => {
                    let places = vec![row.place];
                    break Some(Some(Settlement::LeaveOut { places, out: true }));
                }
                Typed::Number(number) => match numbered(talk, &row, &doubt, number) {
                    Some(settlement) => break Some(Some(settlement)),
                    None => {
                        let refused = (talk.t.line.field.no_such_choice)(&number.to_string());
                        talk.refuse(&refused)?;
                    }
                },
                Typed::Text(text) => break Some(Some(retyped(&row, &doubt, text))),
            }
        };
        match settlement {
            None => later += 1,
            Some(settlement) => {
                if let Some(now) = send(talk, &staged, settlement, settled)? {
                    later = if now.settlements < staged.settlements {
                        0
                    } else {
                        later
                    };
                    staged = now;
                }
            }
        }
    }
    Ok(staged)
}

/// Sends a settlement, or takes the last one back; says what is left.
fn send(
    talk: &mut Talk,
    staged: &Staged,
    settlement: Option<Settlement>,
    settled: &mut Vec<Settlement>,
) -> Said<Option<Box<Staged>>> {
    let stage = staged.stage;
    let request = match &settlement {
        Some(settlement) => Request::Settle {
            stage,
            settlement: settlement.clone(),
        },
        None if staged.settlements == 0 => {
            talk.refuse(talk.t.import.settling.nothing_settled)?;
            return Ok(None);
        }
        None => Request::Unsettle { stage },
    };
    // Cut off before the answer it is kept, and tried again.
    settled.extend(settlement.clone());
    let Some(Answer::Staged(now)) = talk.obtain(&request)? else {
        settled.truncate(settled.len() - usize::from(settlement.is_some()));
        return Ok(None);
    };
    let left = now.counts.review;
    let what = match &settlement {
        Some(settlement) => said::deed(settlement, &talk.frame().ui()),
        None => talk.t.import.settling.taken_back,
    };
    if settlement.is_none() {
        settled.pop();
    }
    talk.say(&(talk.t.line.prompt.settled)(what, left))?;
    Ok(Some(now))
}

/// The doubtful row of that number among them, from 0.
fn nth_doubtful(talk: &mut Talk, stage: StageId, place: u64) -> Said<Option<StagedRow>> {
    let request = Request::StagedRows {
        stage,
        which: Which::Review,
        from: place,
        limit: 1,
    };
    Ok(match talk.obtain(&request)? {
        Some(Answer::StagedRows(page)) => page.rows.into_iter().next(),
        _ => None,
    })
}

/// The row, why it is doubted, and the candidates with their numbers.
fn tell(talk: &mut Talk, row: &StagedRow, doubt: &StagedDoubt) -> Said<()> {
    let content = row.task.as_ref().map_or("", |task| task.content.as_str());
    let mut texts = Vec::new();
    {
        let frame = talk.frame();
        let ui = frame.ui();
        let why = sentence(&capital(&doubt_said(doubt, row, &ui)));
        texts.push(format!(
            "{} {}",
            (talk.t.line.import_row)(row.line, &why),
            sentence(content)
        ));
        for (number, id) in (1..).zip(candidates(doubt, row)) {
            texts.push(format!("{number}. {}", agency_named(id, &ui)));
        }
    }
    for text in texts {
        talk.say(&text)?;
    }
    Ok(())
}

fn numbered(
    talk: &Talk,
    row: &StagedRow,
    doubt: &StagedDoubt,
    number: usize,
) -> Option<Settlement> {
    let choices = candidates(doubt, row);
    let id = choices.get(number.checked_sub(1)?)?;
    let frame = talk.frame();
    meaning(doubt, row, Part::Agency(*id), false, &frame.ui())
}

/// Another text for the doubted cell; for the doubted part of it, where that is a part.
fn retyped(row: &StagedRow, doubt: &StagedDoubt, text: String) -> Settlement {
    let column = column_of(doubt, row).unwrap_or(Column::Content);
    let cell = cell_of(row, column).map_or("", |cell| cell.text.as_str());
    let is_part = !doubt.detail.is_empty() && doubt.detail != cell && cell.contains(&doubt.detail);
    let text = match is_part {
        true => cell.replacen(&doubt.detail, &text, 1),
        false => text,
    };
    Settlement::Text {
        place: row.place,
        column,
        text,
    }
}
