//! What one person does at one moment in the sample: written as one group.

use chrono::{DateTime, Utc};

use super::ORIGIN;
use super::history::Done;
use crate::domain::error::Result;
use crate::domain::task::Task;
use crate::store::{Head, Kind, Loader};
use crate::work::perform;

/// Deeds of one moment by one person: they were done with one Enter.
#[derive(Default)]
pub(super) struct Round<'a> {
    head: Option<(DateTime<Utc>, &'a str)>,
    deeds: Vec<(Done<'a>, Task)>,
}

impl<'a> Round<'a> {
    /// Whether a deed belongs to it.
    pub(super) fn takes(&self, at: DateTime<Utc>, done: &Done<'_>) -> bool {
        let is_same_deed = self
            .deeds
            .last()
            .is_none_or(|(last, _)| last.deed == done.deed);
        is_same_deed && self.head == Some((at, done.user.login.as_str()))
    }

    /// Takes a deed in.
    pub(super) fn add(&mut self, at: DateTime<Utc>, done: Done<'a>, after: Task) {
        self.head = Some((at, &done.user.login));
        self.deeds.push((done, after));
    }

    /// Writes what was taken in, and begins anew.
    pub(super) fn write(&mut self, loader: &mut Loader<'_>) -> Result<()> {
        let (Some((at, who)), Some((first, _))) = (self.head.take(), self.deeds.first()) else {
            return Ok(());
        };
        let key = format!("sample-{}-{}", first.before.id.0, first.before.version);
        let head = Head {
            key: &key,
            at,
            who,
            origin: ORIGIN,
            kind: Kind::Save,
            summary: first.deed.code(),
        };
        let deeds = std::mem::take(&mut self.deeds);
        loader.write(&head, |writer| {
            for (done, after) in &deeds {
                let note = perform::note(&done.before, done.deed, &done.given, done.user);
                writer.save_task(&done.before, after, note)?;
            }
            Ok(())
        })
    }
}
