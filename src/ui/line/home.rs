//! Today's work: lines with their counts, chosen by number.

use super::commands::Line;
use super::list::List;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::words::{sentence, spoken};
use crate::domain::concern::Concern;
use crate::domain::query::Query;
use crate::lang::format::number;
use crate::ui::screens::home::{label, lines, note, own, report_due, warning};
use crate::work::request::{Answer, Request};

/// The lines without a digit are numbered from here on.
const BEYOND: usize = 10;

/// Today's work.
#[derive(Default)]
pub struct Home {
    /// Who one is and which day it is has been said.
    has_greeted: bool,
}

impl Home {
    /// Says the day and the lines.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        let frame = talk.frame();
        let ui = frame.ui();
        let t = &ui.t.line;
        let mut texts = vec![sentence(&format!(
            "{}, {}",
            ui.t.home.title,
            (t.day)(ui.facts.today)
        ))];
        if !std::mem::replace(&mut self.has_greeted, true) {
            let role = (ui.t.terms.role)(ui.facts.user.role);
            texts.push((t.greeting)(&ui.facts.user.login, role));
            if ui.facts.is_sample {
                texts.push(t.sample.to_owned());
            }
            if ui.facts.is_looking_only {
                texts.push(t.looking.to_owned());
            }
        }
        if talk.looks_back {
            texts.push((t.follow.as_of)(&(t.day)(ui.facts.today)));
        }
        let left = talk.offered().len();
        if left > 0 {
            texts.push((t.recovery)(left));
        }
        talk.say(&texts.join(" "))?;
        let Some(Answer::Home(figures)) = talk.obtain(&Request::Home)? else {
            return Ok(());
        };
        let is_own = own(&ui).is_some();
        let mut lines = Vec::new();
        for (place, concern) in numbered(talk) {
            let label = called(concern, talk);
            let count = number(figures.count(concern), ui.t.language);
            let mut text = format!("{place}. {label}: {count}");
            if let Some(note) = note(&figures, concern, is_own, &ui) {
                text.push_str(", ");
                text.push_str(&spoken(&note));
            }
            lines.push(sentence(&text));
        }
        lines.extend(report_due(&ui));
        lines.extend(warning(&ui));
        talk.read_out(&lines)
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Number(number) => {
                let Some((_, concern)) = numbered(talk).into_iter().find(|it| it.0 == number)
                else {
                    return Ok(Step::Other(Line::Number(number)));
                };
                let frame = talk.frame();
                let ui = frame.ui();
                let own = own(&ui).map(|agency| agency.id);
                let mut filter = concern.filter(own, &ui.facts.day());
                filter.agencies.extend(own.filter(|_| concern.is_of_lead()));
                let query = Query {
                    filter,
                    ..Query::default()
                };
                let title = Some(called(concern, talk));
                Ok(Step::Open(Place::List(List::new(query, title))))
            }
            other => Ok(Step::Other(other)),
        }
    }
}

/// The lines with the numbers by which they are chosen: their digits, and beyond these one after the other.
fn numbered(talk: &Talk) -> Vec<(usize, Concern)> {
    let frame = talk.frame();
    let mut beyond = BEYOND..;
    let lines = lines(&frame.ui()).iter();
    let numbered = lines.filter_map(|(digit, concern)| {
        let number = match digit {
            Some(digit) => usize::from(*digit),
            None => beyond.next()?,
        };
        Some((number, *concern))
    });
    numbered.collect()
}

/// What a line is called, as a voice says it.
fn called(concern: Concern, talk: &Talk) -> String {
    let frame = talk.frame();
    let ui = frame.ui();
    match concern {
        // The screens have it in brackets, which a voice leaves out or reads as brackets.
        Concern::DueSoon => (ui.t.line.soon)(ui.facts.thresholds.loud),
        _ => label(concern, &ui),
    }
}
