//! The second thread: files, imports and past days, beside the lists.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;

use super::kind::is_begun_afresh;
use super::{Job, Message, REST, Told, answer, reply, told};
use crate::domain::error::Result;
use crate::work::request::{Request, rescue};
use crate::work::session::Session;

/// Answers what is asked about files, and makes past days, which the other thread then looks at. What others change
/// is told by that one; here it is only taken in before a file is read or written. The session for that is opened when
/// it is needed, and closed when it rests and keeps nothing that was read.
///
/// Each session has a thread of its own that ends with it: what the allocator keeps at hand for a thread lies between
/// what could be given back (3 MB after a past day of 100,000 tasks, measured).
pub(super) fn work_on_files(
    mut open: impl FnMut() -> Result<Session> + Send,
    mut queue: Receiver<Box<Job>>,
    mut lists: Sender<Box<Job>>,
    mut send: impl Fn(Message) + Send,
) {
    // What is not open is not opened again.
    let reopen = Request::Rescue(rescue::Ask::Reopen);
    let mut stages = 0;
    while let Some(first) = queue.iter().find(|job| job.request != reopen) {
        let mut first = Some(first);
        let (open, job, stages) = (&mut open, &mut first, &mut stages);
        let (queue, lists, say) = (&mut queue, &mut lists, &mut send);
        let at_work = move || {
            let Some(first) = job.take() else { return };
            match open() {
                Ok(mut session) => {
                    session.stages = *stages;
                    serve(&mut session, *first, queue, lists, say);
                    *stages = session.stages;
                }
                Err(error) => reply(*first, Err(error), say),
            }
        };
        let begun = thread::scope(|scope| {
            let thread = thread::Builder::new().name("files".to_owned());
            thread.spawn_scoped(scope, at_work).map(drop)
        });
        // The system gave no thread, and the job is still here.
        if let (Some(job), Err(error)) = (first, begun) {
            reply(*job, Err(error.into()), &send);
        }
    }
}

/// Answers with this session until it rests.
fn serve(
    session: &mut Session,
    first: Job,
    queue: &Receiver<Box<Job>>,
    lists: &Sender<Box<Job>>,
    send: &impl Fn(Message),
) {
    let mut next = Some(first);
    while let Some(job) = next {
        if is_begun_afresh(&job.request) {
            // Where that fails, what is asked says why.
            let _ = session.answer(&Request::News);
        }
        match job.request {
            Request::AsOf { day: Some(day) } => {
                match told(&job, send, |progress| session.past_of(day, progress)) {
                    Ok(past) => {
                        let told = Some(Told::Past(day, past));
                        let _ = lists.send(Box::new(Job { told, ..job }));
                    }
                    Err(error) => reply(job, Err(error), send),
                }
            }
            Request::Rescue(rescue::Ask::Reopen) => {
                // The first session answers; where this one cannot, what is asked next says why.
                let _ = session.answer(&job.request);
            }
            _ => {
                let answer = answer(session, &job, send);
                reply(job, answer, send);
            }
        }
        let come = match queue.recv_timeout(REST) {
            Err(RecvTimeoutError::Timeout) if session.stage.is_some() => {
                session.rest();
                queue.recv().ok()
            }
            come => come.ok(),
        };
        next = come.map(|job| *job);
    }
}
