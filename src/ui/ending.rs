//! The end of a session: how it ended, what was typed and not saved, and what is still heard of what was sent.

use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use super::app::App;
use super::mail::{Arrival, Mail, event_of};
use super::screen::{Outcome, SentAs, Unsaved};
use super::screens::confirm::kept::{is_all_of, without};
use super::screens::import::kept;
use crate::domain::id::TaskId;
use crate::work::request::{
    Answer, OperationKey, Request, documents, measures, settings, users, windows,
};
use crate::work::thread::Office;

/// Who is cut off waits so long for the answer to what was sent. Whatever is not done by then ends as if the process had
/// been killed: a cut connection is over within two seconds, whatever the database does.
pub const LAST: Duration = Duration::from_millis(800);

/// How the program ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ending {
    /// A person left it, with this choice where the first screen asked for one, and what was typed and not saved.
    Left(Outcome, Vec<Unsaved>),
    /// The terminal went away, a signal asked, or nobody has typed for long: what was typed and not saved, and the exit code.
    Cut {
        /// What was typed and not saved.
        unsaved: Vec<Unsaved>,
        /// What of it was sent, and not answered.
        sent: Option<SentAs>,
        /// 128 and the signal's number, or [`idle::CODE`](super::idle::CODE).
        code: u8,
        /// After so many minutes without a key a session ended, at its end.
        minutes: u32,
    },
}

impl App {
    /// The end of a session that is cut off, with what was typed and not saved.
    pub(super) fn cut_off(&self, code: u8) -> Ending {
        Ending::Cut {
            unsaved: self.unsaved(),
            sent: self.sent(),
            code,
            minutes: self.idle_minutes(),
        }
    }

    /// Lets go of the store, and hears what it still answers: what that saved is typed no more, and is not offered to be
    /// saved again. Who left waits until all is done that was asked; who is cut off, not for long.
    pub(super) fn hears_last(mut self, office: Office, mail: Mail, ending: Ending) -> Ending {
        let Ending::Cut { code, .. } = ending else {
            office.close();
            return ending;
        };
        office.let_go();
        // The threads have the other ends: the last of them is gone once its thread is done.
        let Mail { send, receive } = mail;
        drop(send);
        let until = Instant::now() + LAST;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match receive.recv_timeout(left) {
                Ok(Arrival::Store(message)) => drop(self.handle(event_of(message))), // nobody is left to be asked
                Ok(Arrival::Terminal(_)) => {}
                Err(RecvTimeoutError::Disconnected | RecvTimeoutError::Timeout) => break,
            }
        }
        self.cut_off(code)
    }

    /// Of what stands in the uppermost form, under which key it was sent and not answered. Keys wait for the answer, so it
    /// stands there as it was sent.
    fn sent(&self) -> Option<SentAs> {
        let unsaved = self.screens.last()?.unsaved();
        let draft = unsaved.into_iter().find(|it| !it.fields.is_empty())?;
        let mut awaited = self.awaited.iter();
        awaited.find_map(|request| sent_of(&draft, request))
    }
}

/// Under which key a draft was sent by this request; none where it is another's, or something of it stays unsaved.
#[must_use]
pub fn sent_of(draft: &Unsaved, request: &Request) -> Option<SentAs> {
    let key = key_of_all(draft, request).filter(|_| !draft.fields.is_empty())?;
    Some(SentAs {
        key: key.0.clone(),
        place: draft.place.clone(),
    })
}

/// A save that was answered: what of a draft it carried is not typed any more.
#[derive(Debug)]
pub struct Fulfilled {
    request: Request,
    /// The rows that were done, where others were refused; none where nothing is left.
    done: Option<Vec<TaskId>>,
}

impl Fulfilled {
    /// None where nothing was saved.
    #[must_use]
    pub fn of(request: &Request, answer: &Answer) -> Option<Self> {
        let done = match answer {
            Answer::Saved(saved) if !saved.left.is_empty() => {
                Some(saved.done.iter().map(|task| task.id).collect())
            }
            Answer::Saved(_)
            | Answer::Days(_)
            | Answer::Reorganised(_)
            | Answer::Measures(measures::Told::Saved(_))
            | Answer::Documents(documents::Told::Saved(_))
            | Answer::Users(users::Told::Saved(_))
            | Answer::Windows(windows::Told::Saved(_))
            | Answer::Settings(settings::Told::Saved(_))
            | Answer::Imported(_) => None,
            _ => return None,
        };
        let request = request.clone();
        Some(Self { request, done })
    }

    /// True where it saved this draft. A file is not asked for by the key of its import, which may have come half way; one
    /// that was answered has come to its end.
    fn is_of(&self, draft: &Unsaved) -> bool {
        match self.request {
            Request::ImportStage { .. } => draft.place == kept::PLACE,
            _ => sent_of(draft, &self.request).is_some(),
        }
    }

    /// What of a draft is still typed and not saved; without fields where nothing is.
    #[must_use]
    pub fn left_of(&self, draft: Unsaved) -> Unsaved {
        if !self.is_of(&draft) {
            return draft;
        }
        match &self.done {
            Some(done) => without(&draft, done),
            None => Unsaved {
                fields: Vec::new(),
                ..draft
            },
        }
    }
}

/// The key of a save after which nothing of a draft is left; none where it is no such save.
fn key_of_all<'a>(draft: &Unsaved, request: &'a Request) -> Option<&'a OperationKey> {
    match request {
        // Rows whose form is not filled in stay.
        Request::Perform { key, wishes } => is_all_of(draft, wishes).then_some(key),
        Request::Create { key, .. }
        | Request::Edit { key, .. }
        | Request::Reorganise {
            key,
            is_rehearsal: false,
            ..
        }
        | Request::HandOver {
            key,
            is_rehearsal: false,
            ..
        }
        | Request::SaveDays {
            key,
            is_rehearsal: false,
            ..
        }
        | Request::Documents(documents::Ask::Save { key, .. })
        | Request::Measures(
            measures::Ask::SaveIndicator { key, .. }
            | measures::Ask::SaveReadings { key, .. }
            | measures::Ask::SaveCaseload { key, .. },
        )
        | Request::Settings(settings::Ask::Save { key, .. })
        | Request::Users(users::Ask::Save { key, .. })
        | Request::Windows(windows::Ask::Save { key, .. }) => Some(key),
        // What is taken back is in no form.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::request::import::StageId;

    #[test]
    fn a_file_that_was_written_while_nobody_reads_any_more_is_not_left() {
        let request = Request::ImportStage {
            key: OperationKey::fresh(),
            stage: StageId(1),
        };
        let draft = |place: &str| Unsaved {
            place: place.to_owned(),
            fields: vec![("file".to_owned(), "/tmp/a.csv".to_owned())],
        };
        let answer = Answer::Imported(Box::default());
        let written = Fulfilled::of(&request, &answer).expect("a save");
        assert!(written.left_of(draft(kept::PLACE)).fields.is_empty());
        assert_eq!(written.left_of(draft("add")), draft("add"));
        // By its key it is not called whole: it may have come half way.
        assert_eq!(sent_of(&draft(kept::PLACE), &request), None);
    }
}
