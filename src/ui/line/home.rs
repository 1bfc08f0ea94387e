//! Today's work: lines with their counts, chosen by number.

use super::commands::Line;
use super::list::List;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::words::{sentence, spoken};
use crate::domain::query::Query;
use crate::lang::format::number;
use crate::ui::screens::home::{figure, filter_of, note, own, warning};
use crate::work::request::{Answer, Request};

/// The lines with figures.
const LINES: usize = 7;

/// The line of what is due soon.
const SOON: usize = 1;

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
        if !talk.recovered.is_empty() {
            texts.push((t.recovery)(talk.recovered.len()));
        }
        talk.say(&texts.join(" "))?;
        let Some(Answer::Home(figures)) = talk.obtain(&Request::Home)? else {
            return Ok(());
        };
        let is_own = own(&ui).is_some();
        for (place, label) in labels(talk).iter().enumerate() {
            let count = number(figure(&figures, place, is_own), ui.t.language);
            let mut text = format!("{}. {label}: {count}", place + 1);
            if let Some(note) = note(&figures, place, is_own, &ui) {
                text.push_str(", ");
                text.push_str(&spoken(&note));
            }
            talk.say(&sentence(&text))?;
        }
        if let Some(warning) = warning(&ui) {
            talk.say(&warning)?;
        }
        Ok(())
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Number(number @ 1..=LINES) => {
                let frame = talk.frame();
                let ui = frame.ui();
                let mut filter = filter_of(number - 1, &ui);
                filter.agencies.extend(own(&ui).map(|agency| agency.id));
                let query = Query {
                    filter,
                    ..Query::default()
                };
                let title = labels(talk).get(number - 1).cloned();
                Ok(Step::Open(Place::List(List::new(query, title))))
            }
            other => Ok(Step::Other(other)),
        }
    }
}

fn labels(talk: &Talk) -> [String; LINES] {
    let frame = talk.frame();
    let ui = frame.ui();
    let loud = ui.facts.thresholds.loud;
    let mut labels = if own(&ui).is_some() {
        (ui.t.home.own_lines)(loud)
    } else {
        (ui.t.home.lines)(loud)
    };
    // The screens have it in brackets, which a voice leaves out or reads as brackets.
    labels[SOON] = (ui.t.line.soon)(loud);
    labels
}
