//! What the message line says of an answer, wherever one is by then; and at the beginning.

use std::collections::VecDeque;

use super::action::Action;
use super::app::App;
use super::screen::Message;
use crate::lang::format;
use crate::work::request::import::ImportReport;
use crate::work::request::letters::Told as Letters;
use crate::work::request::{Request, Saved};

impl App {
    /// What is said at the beginning, the first first.
    pub(super) fn to_be_greeted(&self) -> VecDeque<Message> {
        let notice = self.setup.notice.clone().map(Message::refusal);
        let is_new = self.setup.terminal.is_new;
        let first_seen = is_new.then(|| Message::plain(self.words().terminal.first_seen));
        notice.into_iter().chain(first_seen).collect()
    }

    /// Says the next of it, where nothing else is said or about to be.
    pub(super) fn greet(&mut self) {
        if self.message.is_none() && self.awaited.is_empty() {
            self.message = self.greetings.pop_front();
        }
    }

    pub(super) fn say_saved(&mut self, question: &Request, saved: &Saved) {
        // Of a long import only the first tasks are handed back; the others are counted.
        let beyond = usize::try_from(saved.beyond).unwrap_or(0);
        let done = saved.done.len() + beyond;
        let left = self
            .words()
            .refusals
            .left_alone(saved.left.iter().map(|it| &it.why));
        let what = match saved.done.as_slice() {
            [only] if beyond == 0 => (self.words().app.one_task)(&only.code),
            _ => self.words().users.things(&saved.things),
        };
        self.message = match question {
            Request::Undo { .. } => {
                let redo = self.key_for(Action::Redo, ":redo");
                Some(Message::plain((self.words().app.taken_back)(
                    &what, done, &left, &redo,
                )))
            }
            Request::UndoBatch { .. } => {
                let done = saved.agency_tasks() + beyond;
                let text = (self.words().import.start.batch_taken_back)(done, &left);
                Some(Message::plain(text))
            }
            Request::Redo { .. } => {
                let undo = self.key_for(Action::TakeBack, ":undo");
                Some(Message::plain((self.words().app.redone)(
                    &what, done, &left, &undo,
                )))
            }
            _ => return,
        };
    }

    pub(super) fn say_imported(&mut self, report: &ImportReport) {
        let undo = self.key_for(Action::TakeBack, ":undo");
        let number = |count: u64| {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            format::number(count, self.words().language)
        };
        let (new, changed) = (number(report.new), number(report.changed));
        let review = report.counts.review;
        let text = (self.words().import.writing.imported)(&new, &changed, review, &undo);
        self.message = Some(Message::plain(text));
    }

    pub(super) fn say_letters(&mut self, told: &Letters) {
        let undo = self.key_for(Action::TakeBack, ":undo");
        let text = (self.words().paper.form.done)(told.letters.len(), told.tasks(), &undo);
        self.message = Some(Message::plain(text));
    }
}
