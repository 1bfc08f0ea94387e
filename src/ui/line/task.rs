//! One task: first what a clerk asks first, then what can be done with it; the rest on demand.

use super::commands::{Command, Line};
use super::deeds::{self, name};
use super::place::{Place, Step};
use super::talk::{Away, Said, Talk};
use super::words::{agencies_named, capital, days_spoken, sentence, spoken, standing};
use super::{entry, letters, log::Log};
use crate::domain::id::TaskId;
use crate::domain::query::Query;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Pick, effective, may};
use crate::lang::{Language, format};
use crate::ui::screen::Ui;
use crate::ui::screens::sheet::{follow, why};
use crate::work::request::{Answer, Request, Sheet};

/// The digits that are deeds, in the order of the help.
const DIGITS: [u8; 9] = [1, 2, 3, 4, 6, 7, 8, 9, 0];

/// The number of the first deed that has no digit.
const BEYOND: usize = 10;

/// The digit that reads everything.
const READ: usize = 5;

/// One task.
pub struct TaskPlace {
    /// Which.
    pub id: TaskId,
}

impl TaskPlace {
    /// The place of this task.
    #[must_use]
    pub const fn new(id: TaskId) -> Self {
        Self { id }
    }

    fn sheet(&self, talk: &mut Talk) -> Said<Option<Box<Sheet>>> {
        Ok(match talk.obtain(&Request::Sheet { id: self.id })? {
            Some(Answer::Sheet(sheet)) => Some(sheet),
            _ => None,
        })
    }

    /// Says what matters most, and what can be done.
    ///
    /// # Errors
    /// As for [`Talk::say`]; [`Away::Back`] where the task is gone.
    pub fn announce(&self, talk: &mut Talk) -> Said<()> {
        talk.watched = vec![self.id];
        let Some(sheet) = self.sheet(talk)? else {
            return Err(Away::Back);
        };
        let frame = talk.frame();
        let ui = frame.ui();
        let mut texts = head(&sheet.task, &ui);
        texts.push(offers(&sheet.task, &ui));
        talk.read_out(&texts)
    }

    /// Says the rest of what is known about it.
    fn read(&self, talk: &mut Talk) -> Said<()> {
        let Some(sheet) = self.sheet(talk)? else {
            return Err(Away::Back);
        };
        let frame = talk.frame();
        let ui = frame.ui();
        // What matters most was said when the task was opened, and `r` says it again.
        talk.read_out(&rest(&sheet, &ui))
    }

    /// The question under the task.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        (talk.t.line.prompt.task)(self.id.0)
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// Where the task is left for another place.
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing => talk.say(talk.t.line.nothing_typed)?,
            Line::Number(READ) => self.read(talk)?,
            Line::Number(number) => return self.work(talk, number),
            Line::Deed(deed) => return self.work_on(talk, Pick::Deed(deed)),
            Line::Command(Command::Log, _) => {
                return Ok(Step::Open(Place::Log(Log::new(Some(self.id)))));
            }
            Line::Command(Command::Why, _) => self.explain(talk)?,
            Line::Command(Command::Edit, _) => {
                entry::edit(talk, self.id, None)?;
                return Ok(Step::Again);
            }
            Line::Command(Command::Letters, _) => {
                letters::run(talk, Query::default(), vec![self.id])?;
            }
            Line::Command(Command::Next, _) => return Ok(Step::Neighbour(true)),
            Line::Command(Command::Previous, _) => return Ok(Step::Neighbour(false)),
            other => return Ok(Step::Other(other)),
        }
        Ok(Step::Stay)
    }

    fn work(&self, talk: &mut Talk, number: usize) -> Said<Step> {
        let digit = u8::try_from(number).ok().filter(|digit| *digit <= 9);
        let beyond = number.checked_sub(BEYOND);
        let deed = beyond.and_then(|place| Deed::FOLLOW_UP.get(place).copied());
        let Some(pick) = digit.map(Pick::from).or(deed.map(Pick::from)) else {
            talk.refuse(talk.t.line.digits)?;
            return Ok(Step::Stay);
        };
        self.work_on(talk, pick)
    }

    fn work_on(&self, talk: &mut Talk, pick: Pick) -> Said<Step> {
        let saved = deeds::run(talk, &[(self.id, pick)], None)?;
        if !saved.is_empty() {
            self.tell_now(talk)?;
        }
        Ok(Step::Stay)
    }

    /// How it stands after it was changed, and what can be done now.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn tell_now(&self, talk: &mut Talk) -> Said<()> {
        let Some(task) = talk.tasks(&[self.id])?.pop() else {
            return Ok(());
        };
        let frame = talk.frame();
        let ui = frame.ui();
        talk.say(&sentence(&(ui.t.line.saving.now)(&standing(&task, &ui))))?;
        talk.say(&offers(&task, &ui))
    }

    fn explain(&self, talk: &mut Talk) -> Said<()> {
        let Some(task) = talk.tasks(&[self.id])?.pop() else {
            return Err(Away::Back);
        };
        let frame = talk.frame();
        let texts: Vec<String> = why::lines(&task, &frame.ui())
            .iter()
            .map(|text| sentence(&days_spoken(&spoken(text), talk.t)))
            .collect();
        talk.read_out(&texts)
    }
}

/// What matters most: how it stands, what it is, by when, whose, and what waits for somebody.
fn head(task: &Task, ui: &Ui) -> Vec<String> {
    let t = &ui.t.sheet;
    let labels = &t.labels;
    let number = (ui.t.line.number)(task.id.0);
    let mut texts = vec![
        sentence(&format!("{}. {number}", standing(task, ui))),
        sentence(&task.title),
    ];
    let mut add = |label: &str, text: &str| {
        if !text.is_empty() {
            let label = if label.is_empty() {
                String::new()
            } else {
                format!("{label}: ")
            };
            texts.push(sentence(&format!("{label}{}", spoken(text))));
        }
    };
    let due = task.due.map(format::date).unwrap_or_default();
    add(labels.due, &due);
    let agency = ui.facts.agency(task.agency);
    let lead = agency.map_or(ui.t.terms.no_agency, |agency| agency.name.as_str());
    add(labels.agency, lead);
    if task.status.has_progress() && (task.updated_on.is_some() || !task.progress_note.is_empty()) {
        let updated = (t.updated)(task.updated_on, &task.progress_note);
        add(ui.t.line.progress, &updated);
    }
    if let Some(day) = task.submitted_on {
        add("", &capital(&(t.submitted)(day, &task.submitted_by)));
        add(labels.evidence, &task.evidence);
        add(labels.cause, &task.delay_cause);
    }
    if let Some(asked) = &task.extension_asked {
        add(labels.asked, &(t.asked)(asked));
    }
    if task.is_disputed {
        add(labels.status, t.disputed);
    }
    for doubt in &task.doubts {
        add(
            labels.doubts,
            &(ui.t.doubts.sentence)(&doubt.code, &doubt.detail),
        );
    }
    texts
}

/// The rest of what is known.
fn rest(sheet: &Sheet, ui: &Ui) -> Vec<String> {
    let (t, task) = (&ui.t.sheet, &sheet.task);
    let labels = &t.labels;
    let agency = ui.facts.agency(task.agency);
    let first = task
        .original_due
        .filter(|first| Some(*first) != task.due || task.extensions > 0);
    let rolled =
        effective(task.kind, task.due, &ui.facts.calendar).filter(|day| Some(*day) != task.due);
    let area = ui.facts.area(task.area).map(|area| match ui.t.language {
        Language::Vietnamese => area.name_vi.clone(),
        Language::English => area.name_en.clone(),
    });
    let written = (!task.deadline_text.is_empty())
        .then(|| format!("\"{}\", {}", task.deadline_text, (t.kind)(task.kind.code())));
    let family = |family: &Option<crate::work::request::Family>| {
        family
            .as_ref()
            .map(|family| (ui.t.line.family)(&family.code, family.done, family.all))
    };
    let mut rows: Vec<(&str, Option<String>)> = vec![
        (ui.t.tasks.code, Some(task.code.clone())),
        (
            ui.t.line.head,
            agency.map(|agency| agency.head_title.clone()),
        ),
        (labels.due, rolled.map(t.rolled)),
        (
            labels.original,
            first.map(|first| (t.original)(first, task.extensions)),
        ),
        (labels.written, written),
        (labels.product, Some(task.product.clone())),
        (
            labels.supporting,
            Some(agencies_named(&task.supporting, ui)),
        ),
        (labels.area, area),
        (
            labels.document,
            sheet.document.as_ref().map(|_| document(sheet, ui)),
        ),
        (labels.parent, family(&sheet.family)),
        (labels.series, family(&sheet.series)),
    ];
    rows.extend(past(sheet, ui));
    let followed = follow::rows(sheet, ui).into_iter();
    rows.extend(followed.map(|(label, text)| (label, Some(text))));
    rows.into_iter()
        .filter_map(|(label, text)| Some((label, text.filter(|text| !text.is_empty())?)))
        .map(|(label, text)| sentence(&format!("{label}: {}", spoken(&text))))
        .collect()
}

/// What has happened to it.
fn past<'a>(sheet: &Sheet, ui: &Ui<'a>) -> Vec<(&'a str, Option<String>)> {
    let (t, task) = (&ui.t.sheet, &sheet.task);
    let labels = &t.labels;
    vec![
        (
            labels.evidence,
            task.submitted_on.is_none().then(|| task.evidence.clone()),
        ),
        (
            labels.cause,
            task.submitted_on
                .is_none()
                .then(|| task.delay_cause.clone()),
        ),
        (
            labels.hands,
            (task.transfers + task.returns > 0).then(|| (t.hands)(task.transfers, task.returns)),
        ),
        (ui.t.line.closed, task.closed_on.map(format::date)),
        (
            ui.t.log.heading,
            Some((ui.t.line.log_rows)(sheet.log.len())),
        ),
    ]
}

fn document(sheet: &Sheet, ui: &Ui) -> String {
    let t = &ui.t.sheet;
    let Some(document) = &sheet.document else {
        return String::new();
    };
    let mut text = (t.document)(&document.kind, &document.symbol, document.date);
    if !sheet.task.item.is_empty() {
        text.push_str(", ");
        text.push_str(&(t.item)(&sheet.task.item));
    }
    if !document.summary.is_empty() {
        text.push_str(". ");
        text.push_str(&document.summary);
    }
    text
}

/// What this person may do now, with the digits of the option column and the numbers beyond.
fn offers(task: &Task, ui: &Ui) -> String {
    let user = &ui.facts.user;
    let possible = |digit: &u8| {
        let deed = Deed::of_digit(*digit, task, user)?;
        may(task, deed, user).ok()?;
        Some(format!("{digit}\u{a0}{}", name(deed, ui)))
    };
    let mut texts: Vec<String> = DIGITS.iter().filter_map(possible).collect();
    let beyond = (BEYOND..).zip(Deed::FOLLOW_UP);
    let beyond = beyond.filter(|(_, deed)| may(task, *deed, user).is_ok());
    texts.extend(beyond.map(|(number, deed)| format!("{number}\u{a0}{}", name(deed, ui))));
    texts.push(format!("{READ}\u{a0}{}", ui.t.line.read_all));
    (ui.t.line.offers)(&texts.join(", "))
}
