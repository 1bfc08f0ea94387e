//! Everything that happens in the sample, in order of time: imports, occurrences that begin, deeds.
//!
//! First all tasks are known and their fates drawn, in memory; then the story is told to the database.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc};
use fastrand::Rng;

use super::history::{self, Frame, Happening};
use super::measures::{Book, Entry};
use super::reporting::Reporting;
use super::round::Round;
use super::stories::Rewriting;
use super::{ORIGIN, Wave, papers};
use crate::domain::deadline::Rules;
use crate::domain::error::Result;
use crate::domain::id::{DocumentId, TaskId};
use crate::domain::task::{Form, Task};
use crate::store::{DOCUMENT, Head, Kind, Loader, Note};
use crate::work::import::family::{self, Making};
use crate::work::import::merge::{self, IMPORT};
use crate::work::import::plan::occurrence_key;
use crate::work::occurrences::{self, MADE, PROGRAM};
use crate::work::texts;

/// How the log names a review that changes nothing but the mark.
const SETTLE: Note<'static> = Note {
    what: "edit",
    why: "Đã rà soát, giữ nguyên nội dung văn bản giao",
    document: "",
    on_behalf: None,
};

/// What happens at one moment.
enum Event {
    /// The tasks of a document are imported; the first of them stands in that place.
    Import { wave: usize, first: usize },
    /// An occurrence begins: its place, its series' place, its label.
    Begin {
        place: usize,
        series: usize,
        label: String,
    },
    /// The monitor has looked at the members of groups that were doubtful, and lets them stand.
    Settle { places: Range<usize> },
    /// What the documents of an import rest on is entered.
    Register { wave: usize },
    /// A deadline is written anew.
    Rewrite(Rewriting),
    /// What is measured is laid down.
    Found,
    /// Offices report what they measured.
    Report(Vec<Entry>),
    /// Somebody does something.
    Deed(Happening),
}

/// All tasks, and what happens to them.
pub(super) struct Story {
    /// As they are when they are entered.
    tasks: Vec<Task>,
    events: Vec<(DateTime<Utc>, Event)>,
    /// The documents whose tasks need no confirmation.
    skipping: Vec<DocumentId>,
    reporting: Reporting,
}

impl Story {
    /// Draws the story of these imports, and of what offices report.
    pub(super) fn of(waves: &[Wave], book: Book, frame: &Frame<'_>, rng: &mut Rng) -> Self {
        let mut seeds = rng.fork();
        let mut story = Self {
            tasks: Vec::new(),
            events: Vec::new(),
            skipping: Vec::new(),
            reporting: Reporting::default(),
        };
        let mut begins = Vec::new();
        for (wave, it) in waves.iter().enumerate() {
            let at = history::at(it.day, 7 * 60 + 40);
            let first = story.tasks.len();
            story.events.push((at, Event::Import { wave, first }));
            let registered = history::at(it.day, 9 * 60 + 10);
            story.events.push((registered, Event::Register { wave }));
            story.enter(it);
            begins.resize(story.tasks.len(), it.day);
            let reviewed = frame.calendar.add_working_days(it.day, 3);
            let places = first..story.tasks.len();
            let settle = Event::Settle { places };
            story.events.push((history::at(reviewed, 17 * 60), settle));
            story.begin_later(it.day, first, frame, &mut begins);
        }
        let (happenings, rewritings) = history::plan(&story.tasks, &begins, frame, rng, &mut seeds);
        for it in happenings {
            story.events.push((it.at, Event::Deed(it)));
        }
        for it in rewritings {
            story.events.push((it.at, Event::Rewrite(it)));
        }
        story.measure(book, waves.first().map_or(frame.today, |it| it.day), frame);
        story.events.sort_by_key(|(at, _)| *at);
        story
    }

    fn measure(&mut self, book: Book, first: NaiveDate, frame: &Frame<'_>) {
        let days;
        (self.reporting, days) = Reporting::of(book, (first, frame.today), frame.calendar);
        let founded = history::at(first, 7 * 60 + 10);
        self.events.push((founded, Event::Found));
        let report = |(day, entries)| (history::at(day, 7 * 60 + 45), Event::Report(entries));
        self.events.extend(days.into_iter().map(report));
    }

    /// The imported tasks, with places for ids: they are told apart by form alone until they are written.
    fn enter(&mut self, wave: &Wave) {
        for batch in &wave.plan.batches {
            for member in &batch.members {
                let mut task = member.planned.task.clone();
                task.parent = member.planned.parent.map(|_| TaskId(0));
                task.series = member.planned.series.map(|_| TaskId(0));
                self.tasks.push(task);
            }
        }
    }

    /// The occurrences that begin after their import, until the sample's day.
    fn begin_later(
        &mut self,
        imported: NaiveDate,
        first: usize,
        frame: &Frame<'_>,
        begins: &mut Vec<NaiveDate>,
    ) {
        let making = Making {
            agencies: frame.agencies,
            calendar: frame.calendar,
            today: frame.today,
            past_occurrences: false,
        };
        for series in first..self.tasks.len() {
            let Some(task) = self.tasks.get(series).filter(|it| it.form == Form::Series) else {
                continue;
            };
            let task = occurrences::without_doubts(task);
            let Some(recurrence) = occurrences::recurrence_of(&task) else {
                continue;
            };
            for occurrence in family::begun(&recurrence, &task, imported, &making) {
                if occurrence.begins <= imported {
                    continue;
                }
                let mut next = family::occurrence(&task, &occurrence);
                next.series = Some(TaskId(0));
                let day = frame
                    .calendar
                    .next_working_day_on_or_after(occurrence.begins);
                let event = Event::Begin {
                    place: self.tasks.len(),
                    series,
                    label: occurrence.label,
                };
                let at = history::at(day.min(frame.today), 7 * 60 + 30);
                self.events.push((at, event));
                self.tasks.push(next);
                begins.push(day);
            }
        }
    }

    /// Writes the story, event by event, what belongs together as one group.
    pub(super) fn tell(
        mut self,
        loader: &mut Loader<'_>,
        waves: &[Wave],
        frame: &Frame<'_>,
    ) -> Result<()> {
        let events = std::mem::take(&mut self.events);
        let mut round = Round::default();
        for (at, event) in events {
            match event {
                Event::Deed(happening) => {
                    let place = happening.task();
                    let Some(task) = self.tasks.get_mut(place) else {
                        continue;
                    };
                    let document = task.document.as_ref();
                    let skips = document.is_some_and(|it| self.skipping.contains(it));
                    let Some(done) = happening.carry_out(task, frame, skips) else {
                        continue;
                    };
                    if !round.takes(at, &done) {
                        round.write(loader)?;
                    }
                    round.add(at, done, task.clone());
                }
                Event::Import { wave, first } => {
                    round.write(loader)?;
                    if let Some(wave) = waves.get(wave) {
                        self.import(loader, at, wave, first, frame)?;
                    }
                }
                Event::Settle { places } => {
                    round.write(loader)?;
                    self.settle(loader, at, places, frame)?;
                }
                Event::Register { wave } => {
                    round.write(loader)?;
                    if let Some(wave) = waves.get(wave) {
                        self.register(loader, at, wave, frame)?;
                    }
                }
                Event::Rewrite(it) => {
                    round.write(loader)?;
                    self.rewrite(loader, &it, frame)?;
                }
                Event::Found => {
                    round.write(loader)?;
                    self.reporting.found(loader, at)?;
                }
                Event::Report(entries) => {
                    round.write(loader)?;
                    self.reporting.enter(loader, at, &entries)?;
                }
                Event::Begin {
                    place,
                    series,
                    label,
                } => {
                    round.write(loader)?;
                    self.begin(loader, at, place, series, &label)?;
                }
            }
        }
        round.write(loader)
    }

    fn import(
        &mut self,
        loader: &mut Loader<'_>,
        at: DateTime<Utc>,
        wave: &Wave,
        first: usize,
        frame: &Frame<'_>,
    ) -> Result<()> {
        let key = format!("sample-import-{first}");
        let head = Head {
            key: &key,
            at,
            who: &frame.cast.importer().login,
            origin: ORIGIN,
            kind: Kind::Import,
            summary: "tasks.csv",
        };
        let mut place = first;
        loader.write(&head, |writer| {
            for batch in &wave.plan.batches {
                let document = batch.document.and_then(|it| wave.plan.documents.get(it));
                let Some(document) = document else { continue };
                let known = writer.find_document(&document.symbol, document.date)?;
                let id = known.map_or_else(|| writer.save_document(document), Ok)?;
                let code = batch.code.as_deref().unwrap_or_default();
                let mut written = Vec::new();
                for member in &batch.members {
                    let task = merge::placed(&member.planned, code, Some(id), &written);
                    let of_series = task
                        .series
                        .map(|series| occurrence_key(series, &member.planned.label));
                    let key = member.key.as_deref().or(of_series.as_deref());
                    let task = writer.insert_task(&task, key, IMPORT)?;
                    written.push(task.id);
                    if let Some(slot) = self.tasks.get_mut(place) {
                        *slot = task;
                    }
                    place += 1;
                }
            }
            Ok(())
        })
    }

    fn settle(
        &mut self,
        loader: &mut Loader<'_>,
        at: DateTime<Utc>,
        places: Range<usize>,
        frame: &Frame<'_>,
    ) -> Result<()> {
        let key = format!("sample-settle-{}", places.start);
        let head = Head {
            key: &key,
            at,
            who: &frame.cast.importer().login,
            origin: ORIGIN,
            kind: Kind::Save,
            summary: SETTLE.what,
        };
        let tasks = self.tasks.get_mut(places).unwrap_or_default();
        let mut tasks: Vec<&mut Task> = tasks
            .iter_mut()
            .filter(|task| task.parent.is_some() && !task.doubts.is_empty())
            .collect();
        if tasks.is_empty() {
            return Ok(());
        }
        loader.write(&head, |writer| {
            for task in &mut tasks {
                let mut after: Task = (**task).clone();
                after.doubts.clear();
                **task = writer.save_task(task, &after, SETTLE)?;
            }
            Ok(())
        })
    }

    fn register(
        &mut self,
        loader: &mut Loader<'_>,
        at: DateTime<Utc>,
        wave: &Wave,
        frame: &Frame<'_>,
    ) -> Result<()> {
        let key = format!("sample-register-{}", wave.day);
        let head = Head {
            key: &key,
            at,
            who: &frame.cast.importer().login,
            origin: ORIGIN,
            kind: Kind::Save,
            summary: DOCUMENT,
        };
        let documents = &wave.plan.documents;
        let skipping = loader.write(&head, |writer| papers::enter(writer, documents))?;
        self.skipping.extend(skipping);
        Ok(())
    }

    fn rewrite(
        &mut self,
        loader: &mut Loader<'_>,
        it: &Rewriting,
        frame: &Frame<'_>,
    ) -> Result<()> {
        let Some(task) = self.tasks.get_mut(it.task) else {
            return Ok(());
        };
        let key = format!("sample-edit-{}", task.id.0);
        let head = Head {
            key: &key,
            at: it.at,
            who: &frame.cast.importer().login,
            origin: ORIGIN,
            kind: Kind::Save,
            summary: SETTLE.what,
        };
        let mut after = task.clone();
        let on = task.assigned_on.unwrap_or(frame.today);
        texts::redate(&mut after, &it.text, on, frame.calendar, Rules::default());
        let note = Note {
            why: it.why,
            ..SETTLE
        };
        *task = loader.write(&head, |writer| writer.save_task(task, &after, note))?;
        Ok(())
    }

    fn begin(
        &mut self,
        loader: &mut Loader<'_>,
        at: DateTime<Utc>,
        place: usize,
        series: usize,
        label: &str,
    ) -> Result<()> {
        let Some(parent) = self.tasks.get(series).cloned() else {
            return Ok(());
        };
        let Some(slot) = self.tasks.get_mut(place) else {
            return Ok(());
        };
        let key = occurrence_key(parent.id, label);
        let head = Head {
            key: &key,
            at,
            who: PROGRAM,
            origin: ORIGIN,
            kind: Kind::Frame,
            summary: MADE.what,
        };
        let task = Task {
            code: format!("{}{label}", parent.code),
            document: parent.document,
            parent: parent.parent,
            series: Some(parent.id),
            ..slot.clone()
        };
        *slot = loader.write(&head, |writer| writer.insert_task(&task, Some(&key), MADE))?;
        Ok(())
    }
}
