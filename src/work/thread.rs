//! The store thread: a session that works beside a screen.
//!
//! Requests queue in order and each reply carries its question. Between requests, at most once a second,
//! the thread looks whether others committed or a new day began, and says so only where something did.

pub mod aside;
mod files;
mod kind;

use std::mem::discriminant;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use self::files::work_on_files;
use self::kind::is_about_files;
pub(super) use self::kind::key_of;
use super::progress::{Cancel, Far, Phase, Progress};
use super::request::present::Ask;
use super::request::{Answer, OperationKey, Request, rescue};
use super::session::Session;
use crate::domain::change::News;
use crate::domain::error::{Error, Result};
use crate::domain::present;
use crate::domain::query::Query;
use crate::store::Past;

/// Other people's commits are looked for this often, when there is nothing else to do.
const LOOK: Duration = Duration::from_secs(1);

/// Who was not asked for so long gives memory back: of two hundred sessions most rest at any time.
const REST: Duration = Duration::from_secs(5);

/// A long work tells how far it is this often: each frame costs on a slow line.
const TELL: Duration = Duration::from_millis(250);

/// What the thread says.
#[derive(Debug)]
pub enum Message {
    /// The answer to a question.
    Reply {
        /// The question.
        question: Box<Request>,
        /// Its answer.
        answer: Result<Answer>,
    },
    /// How far an import is.
    Progress {
        /// What it is at, and how much of it is done.
        far: Far,
        /// Since that was begun.
        elapsed: Duration,
    },
    /// Others changed something, or a new day began.
    News(News),
    /// Who else has the task open now on which this session stands.
    Beside(Vec<present::Beside>),
    /// Looking for news failed; said once until it works again, or fails for another reason. Or there is something to be
    /// careful about from the beginning.
    Trouble(Error),
}

/// In a box: a queue keeps room for some thirty of them.
struct Job {
    request: Request,
    cancel: Cancel,
    /// What the thread of the lists has to know of what the one of files does.
    told: Option<Told>,
}

/// What the thread of files does, and the one of the lists has to know.
enum Told {
    /// It will save under this key, for the person of both.
    Expected(OperationKey),
    /// It has made the past day that was asked for.
    Past(chrono::NaiveDate, Past),
}

/// A session at work on a thread of its own; dropping it ends the thread after the running request.
pub struct Office {
    jobs: Sender<Box<Job>>,
    /// The search that was asked last, and the flag that ends it.
    search: Option<(Query, Cancel)>,
    /// End the works on files and imports that run or wait.
    imports: Vec<Cancel>,
    /// Ends the making of a past day: who leaves does not wait for it.
    past: Option<Cancel>,
    thread: JoinHandle<()>,
    /// Files are read and written by a session of its own, where there is one: a long import does not keep
    /// lists waiting.
    beside: Option<Beside>,
}

/// The second thread.
struct Beside {
    jobs: Sender<Box<Job>>,
    thread: JoinHandle<()>,
}

impl Office {
    /// Starts the thread on a session; `send` brings its messages to whoever waits for them.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(session: Session, send: impl Fn(Message) + Send + 'static) -> Result<Self> {
        let (office, ()) = Self::open(|| Ok(session), |_| Ok(()), send)?;
        Ok(office)
    }

    /// Starts the thread, and opens a session there; what `begin` finds out about it comes back before anything is asked.
    ///
    /// # Errors
    /// Where the system gives no thread; those of `open` and `begin`.
    pub fn open<T: Send + 'static>(
        open: impl FnOnce() -> Result<Session> + Send + 'static,
        begin: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
        send: impl Fn(Message) + Send + 'static,
    ) -> Result<(Self, T)> {
        let (jobs, queue) = mpsc::channel();
        let go_on = move |session| work(session, &queue, &send);
        let (thread, begun) = begin_work(open, begin, go_on)?;
        let office = Self {
            jobs,
            search: None,
            imports: Vec::new(),
            past: None,
            thread,
            beside: None,
        };
        Ok((office, begun))
    }

    /// The same, with a second session for files: opened when one is asked for, and closed when nobody asks any more.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn with_files(
        mut self,
        open: impl FnMut() -> Result<Session> + Send + 'static,
        send: impl Fn(Message) + Send + 'static,
    ) -> Result<Self> {
        let (jobs, queue) = mpsc::channel();
        let lists = self.jobs.clone();
        let thread = thread::Builder::new()
            .name("desk".to_owned())
            .spawn(move || work_on_files(open, queue, lists, send))?;
        self.beside = Some(Beside { jobs, thread });
        Ok(self)
    }

    /// Puts a question; the answer comes as a message. A search for something else ends the one before,
    /// which is answered by [`Error::Cancelled`].
    pub fn ask(&mut self, request: Request) {
        let cancel = self.flag_of(&request);
        let is_beside =
            is_about_files(&request) || matches!(request, Request::AsOf { day: Some(_) });
        let beside = self.beside.as_ref().filter(|_| is_beside);
        let jobs = beside.map_or(&self.jobs, |beside| &beside.jobs);
        // The second session has the same file of before.
        if let (Request::Rescue(rescue::Ask::Reopen), Some(beside)) = (&request, &self.beside) {
            let (request, cancel, told) = (request.clone(), cancel.clone(), None);
            let _ = beside.jobs.send(Box::new(Job {
                request,
                cancel,
                told,
            }));
        }
        // Before it begins: what it saves may be met at any moment.
        if let (Some(key), Some(_)) = (key_of(&request), beside) {
            let told = Some(Told::Expected(key.clone()));
            let _ = self.jobs.send(Box::new(Job {
                request: request.clone(),
                cancel: cancel.clone(),
                told,
            }));
        }
        // The thread ends only with this sender, or with the program.
        let told = None;
        let _ = jobs.send(Box::new(Job {
            request,
            cancel,
            told,
        }));
    }

    /// Ends the work on a file or import that runs or waits; what an import had written is taken back.
    pub fn cancel_import(&self) {
        self.imports.iter().for_each(Cancel::set);
    }

    /// Ends the thread, after everything that was asked.
    pub fn close(self) {
        self.past.iter().for_each(Cancel::set);
        // The second thread hands things over to the first one.
        if let Some(beside) = self.beside {
            drop(beside.jobs);
            let _ = beside.thread.join();
        }
        drop(self.jobs);
        let _ = self.thread.join();
    }

    /// Lets the threads end by themselves, after everything that was asked.
    pub fn let_go(self) {
        self.past.iter().for_each(Cancel::set);
    }

    fn flag_of(&mut self, request: &Request) -> Cancel {
        match request {
            Request::Page { query, .. } | Request::Count { query }
                if !query.filter.texts.is_empty() =>
            {
                if let Some((running, cancel)) = &self.search {
                    if running == query {
                        return cancel.clone();
                    }
                    cancel.set();
                }
                let cancel = Cancel::default();
                self.search = Some((query.clone(), cancel.clone()));
                cancel
            }
            Request::Stage { .. }
            | Request::Settle { .. }
            | Request::Unsettle { .. }
            | Request::ImportStage { .. }
            | Request::FinishBatch { .. }
            | Request::UndoBatch { .. }
            | Request::Export { .. }
            | Request::WriteReport(_)
            | Request::WriteRegister(_)
            | Request::Letters(_)
            | Request::AsOf { .. } => {
                // A work that is done has let go of its flag.
                self.imports.retain(|running| !running.is_alone());
                let cancel = Cancel::default();
                self.imports.push(cancel.clone());
                if matches!(request, Request::AsOf { .. }) {
                    // Another day takes its place.
                    let before = self.past.replace(cancel.clone());
                    before.iter().for_each(Cancel::set);
                }
                cancel
            }
            _ => Cancel::default(),
        }
    }
}

fn reply(job: Job, answer: Result<Answer>, send: &impl Fn(Message)) {
    send(Message::Reply {
        question: Box::new(job.request),
        answer,
    });
}

/// Opens a session on a thread of its own, which goes on with it; gives what `begin` finds out about it before that.
///
/// The allocator keeps a heap for each thread: what opening takes for a moment is in the way of nothing else, and is
/// used again by what is asked (0.5 MB of a session that rests, measured).
///
/// # Errors
/// Where the system gives no thread; those of `open` and `begin`.
fn begin_work<T: Send + 'static>(
    open: impl FnOnce() -> Result<Session> + Send + 'static,
    begin: impl FnOnce(&mut Session) -> Result<T> + Send + 'static,
    go_on: impl FnOnce(Session) + Send + 'static,
) -> Result<(JoinHandle<()>, T)> {
    let (tell, begun) = mpsc::channel();
    let thread = thread::Builder::new()
        .name("store".to_owned())
        .spawn(move || {
            let begun = open().and_then(|mut session| Ok((begin(&mut session)?, session)));
            match begun {
                Ok((begun, session)) => {
                    let _ = tell.send(Ok(begun));
                    go_on(session);
                }
                Err(error) => drop(tell.send(Err(error))),
            }
        })?;
    let begun = begun.recv().map_err(|_| Error::Exhausted)??;
    Ok((thread, begun))
}

fn work(mut session: Session, queue: &Receiver<Box<Job>>, send: &impl Fn(Message)) {
    let mut looked = Instant::now();
    let mut asked = Some(looked);
    let mut trouble = None;
    let mut beside = Vec::new();
    // Said once: one line is all there is for it, and `cchc doctor` says the rest.
    if let Ok(Some(caution)) = session.cautions().map(|found| found.into_iter().next()) {
        send(Message::Trouble(Error::Caution(caution)));
    }
    loop {
        match queue.recv_timeout(LOOK) {
            Ok(mut job) => {
                let answer = match job.told.take() {
                    Some(Told::Expected(key)) => {
                        session.expects(&key);
                        None
                    }
                    Some(Told::Past(day, past)) => Some(session.adopt(day, past)),
                    None => Some(answer(&mut session, &job, send)),
                };
                // On what one stands is said, not asked.
                let is_said = matches!(job.request, Request::Present(Ask::Stand(_)));
                if let Some(answer) = answer.filter(|_| !is_said) {
                    send(Message::Reply {
                        question: Box::new(job.request),
                        answer,
                    });
                }
                asked = Some(Instant::now());
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if looked.elapsed() < LOOK {
            continue;
        }
        looked = Instant::now();
        if asked.is_some_and(|asked| asked.elapsed() >= REST) {
            session.rest();
            asked = None;
        }
        match session.answer(&Request::News) {
            Ok(answer) => {
                trouble = None;
                if let Answer::News(news) = answer
                    && news != News::default()
                {
                    if news.new_day {
                        // What begins with a day was done; then it rests again.
                        asked = Some(Instant::now());
                    }
                    send(Message::News(news));
                }
            }
            Err(error) => {
                // By its kind: a text may name a number that is another one each time.
                let kind = Some(discriminant(&error));
                if trouble != kind {
                    trouble = kind;
                    send(Message::Trouble(error));
                }
            }
        }
        let now = session.beside();
        if now != beside {
            beside.clone_from(&now);
            send(Message::Beside(now));
        }
    }
}

fn answer(session: &mut Session, job: &Job, send: &impl Fn(Message)) -> Result<Answer> {
    let answer = told(job, send, |progress| {
        session.answer_with(&job.request, progress)
    });
    // What a walk found before it was ended is of no use to anybody.
    let is_walk = matches!(job.request, Request::Page { .. } | Request::Count { .. });
    if is_walk && job.cancel.is_set() {
        return Err(Error::Cancelled);
    }
    answer
}

/// Does a job that may take long, and tells how far it is.
fn told<T>(
    job: &Job,
    send: &impl Fn(Message),
    work: impl FnOnce(&mut Progress<'_>) -> Result<T>,
) -> Result<T> {
    if job.cancel.is_set() {
        return Err(Error::Cancelled);
    }
    let mut begun = Instant::now();
    let (mut told, mut phase) = (begun, Phase::default());
    let mut progress = Progress::told(job.cancel.clone(), |far| {
        if far.phase != phase {
            // A rate over reading and writing together would be none.
            (phase, begun) = (far.phase, Instant::now());
        }
        if told.elapsed() >= TELL {
            told = Instant::now();
            let elapsed = begun.elapsed();
            send(Message::Progress { far, elapsed });
        }
    });
    work(&mut progress)
}
