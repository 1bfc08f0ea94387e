//! A long work on the command line: a bar on standard error where that is a terminal, nothing in a pipe,
//! and Ctrl-C ends it as cleanly as the work can be ended.

use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::place::Place;
use super::{exit, failure};
use crate::domain::error::{Error, Result};
use crate::lang::Far;
use crate::lang::format;
use crate::work::progress::{self, Cancel, Phase, Progress};
use crate::work::request::{Answer, Request};
use crate::work::session::Session;

/// Which long work it is, for its words.
#[derive(Debug, Clone, Copy)]
pub enum Work {
    /// A file is read.
    Reading,
    /// A stage is written.
    Writing,
    /// An import is taken back.
    TakingBack,
    /// Tasks are written into a file.
    Exporting,
}

/// How it ended.
pub enum Told {
    /// With its answer.
    Answer(Answer),
    /// By Ctrl-C.
    Stopped(ExitCode),
}

/// Asks for a long work.
///
/// # Errors
/// Those of the request, but for the end by Ctrl-C.
pub fn answer(place: &Place, session: &mut Session, request: &Request, work: Work) -> Result<Told> {
    let cancel = Cancel::default();
    let heard = signal_hook::flag::register(signal_hook::consts::SIGINT, cancel.shared())?;
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.set_style(ProgressStyle::with_template("{wide_msg}").unwrap_or_else(|_| plain()));
    let mut phase = Phase::default();
    let answer = session.answer_with(
        request,
        &mut Progress::told(cancel.clone(), |far| {
            if far.phase != phase {
                phase = far.phase;
                bar.reset();
            }
            bar.set_length(far.total as u64);
            bar.set_position(far.done as u64);
            bar.set_message(said(place, work, &bar, far));
        }),
    );
    bar.finish_and_clear();
    signal_hook::low_level::unregister(heard);
    match answer {
        Err(Error::Cancelled) if cancel.is_set() => {
            let text = match work {
                Work::Reading | Work::Writing | Work::TakingBack => place.words.console.interrupted,
                Work::Exporting => place.words.console.export_interrupted,
            };
            Ok(Told::Stopped(failure::said(place, text, exit::INTERRUPTED)))
        }
        other => other.map(Told::Answer),
    }
}

fn plain() -> ProgressStyle {
    ProgressStyle::default_bar()
}

/// How far it is, in the words of the screen.
fn said(place: &Place, work: Work, bar: &ProgressBar, far: progress::Far) -> String {
    let (done, total) = (far.done, far.total);
    let number = |number: usize| {
        format::number(
            i64::try_from(number).unwrap_or(i64::MAX),
            place.words.language,
        )
    };
    let rate = bar.per_sec();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let a_second = (rate >= 1.0).then(|| number(rate as usize));
    let left = usize::try_from(bar.eta().as_secs()).ok();
    let [_, writing, taking_back, ..] = place.words.import.writing.running;
    let say = match (far.phase, work) {
        // To finish an import its file is read first, and to export which tasks there are.
        (Phase::Reading, _) | (Phase::Doing, Work::Reading) => place.words.console.reading,
        (Phase::Ordering, _) => place.words.import.writing.ordering,
        (Phase::Doing, Work::Writing) => writing,
        (Phase::Doing, Work::TakingBack) => taking_back,
        (Phase::Doing, Work::Exporting) => place.words.console.exporting,
    };
    say(Far {
        done: &number(done),
        total: (total > 0).then(|| number(total)).as_deref(),
        rate: a_second.as_deref(),
        left: left.filter(|_| total > 0 && a_second.is_some()),
    })
}
