//! A session on a thread of its own that answers one question after the other: whoever asks waits only as long as they
//! wish. The screens have an [`Office`](super::Office) instead, which also brings news.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use super::begin_work;
use crate::domain::error::{Error, Result};
use crate::work::request::{Answer, Facts, Request};
use crate::work::session::Session;

/// An answer, and what the session knows since.
type Reply = (Result<Answer>, Arc<Facts>);

/// The session; dropping it lets the thread end after the question under way.
pub struct Aside {
    questions: Sender<Box<Request>>,
    answers: Receiver<Box<Reply>>,
    thread: JoinHandle<()>,
    facts: Arc<Facts>,
}

impl Aside {
    /// Opens a session on a thread of its own; what `begin` finds out there comes back before anything is asked.
    ///
    /// # Errors
    /// Where the system gives no thread; those of `open` and `begin`.
    pub fn open<T: Send + 'static>(
        open: impl FnOnce() -> Result<Session> + Send + 'static,
        begin: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
    ) -> Result<(Self, T)> {
        let (questions, asked) = mpsc::channel();
        let (reply, answers) = mpsc::channel();
        let begin = |session: &mut Session| Ok((begin(session)?, Arc::clone(session.facts())));
        let go_on = move |session| work(session, &asked, &reply);
        let (thread, (begun, facts)) = begin_work(open, begin, go_on)?;
        let aside = Self {
            questions,
            answers,
            thread,
            facts,
        };
        Ok((aside, begun))
    }

    /// What seldom changes, as it was at the last answer.
    #[must_use]
    pub const fn facts(&self) -> &Arc<Facts> {
        &self.facts
    }

    /// Puts a question. Its answer is to be waited for before the next one is put.
    pub fn ask(&self, request: Request) {
        // Where the thread is gone, waiting says so.
        let _ = self.questions.send(Box::new(request));
    }

    /// Waits for the answer, so long at most; none where it is not there by then.
    ///
    /// # Errors
    /// What the session says.
    pub fn wait(&mut self, longest: Duration) -> Option<Result<Answer>> {
        match self.answers.recv_timeout(longest) {
            Ok(reply) => {
                let (answer, facts) = *reply;
                self.facts = facts;
                Some(answer)
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(Error::Exhausted)),
        }
    }

    /// Waits until the session is closed.
    pub fn close(self) {
        drop(self.questions);
        let _ = self.thread.join(); // a thread that panicked has said so
    }
}

fn work(mut session: Session, asked: &Receiver<Box<Request>>, reply: &Sender<Box<Reply>>) {
    while let Ok(request) = asked.recv() {
        let answer = session.answer(&request);
        let told = Box::new((answer, Arc::clone(session.facts())));
        // Whoever has gone is told nothing.
        let _ = reply.send(told);
    }
}
