//! A long check or copy on the command line: a line on standard error where that is a terminal, nothing in a pipe;
//! Ctrl-C, or the system that stops it, ends it as cleanly as the work can be ended.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use super::place::Place;
use crate::domain::error::Result;
use crate::lang::{Far, format};
use crate::work::progress::Cancel;
use crate::work::watch::Watch;

/// By these one is asked to end: Ctrl-C, the system that stops a service, a terminal that was closed.
const ENDING: [i32; 3] = [SIGINT, SIGTERM, SIGHUP];

/// Does it.
///
/// # Errors
/// Those of the work; `Cancelled` where one of these signals ended it.
pub fn watched<T>(place: &Place, work: impl FnOnce(&Watch) -> Result<T>) -> Result<T> {
    let cancel = Cancel::default();
    let mut heard = Vec::new();
    for signal in ENDING {
        heard.push(signal_hook::flag::register(signal, cancel.shared())?);
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{wide_msg}") {
        bar.set_style(style);
    }
    let watch = Watch::new(cancel, told(place, bar.clone()));
    let value = work(&watch);
    bar.finish_and_clear();
    for id in heard {
        signal_hook::low_level::unregister(id);
    }
    value
}

fn told(
    place: &Place,
    bar: ProgressBar,
) -> impl Fn(crate::domain::proof::Part, u64, u64) + Send + Sync + 'static {
    use crate::domain::proof::Part;
    let words = place.words;
    move |part, done, total| {
        // A part begins anew: how fast the one before was says nothing about it.
        if bar.length() != Some(total) {
            bar.reset();
            bar.set_length(total);
        }
        bar.set_position(done);
        let number =
            |number: u64| format::number(i64::try_from(number).unwrap_or(i64::MAX), words.language);
        let is_bytes = matches!(part, Part::Copying | Part::Summing);
        let shown = |amount: u64| number(if is_bytes { amount >> 20 } else { amount });
        let rate = bar.per_sec();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let a_second = (rate >= 1.0 && total > 0 && !is_bytes).then(|| number(rate as u64));
        let left = usize::try_from(bar.eta().as_secs()).ok();
        bar.set_message((words.proof.part)(
            part,
            Far {
                done: &shown(done),
                total: (total > 0).then(|| shown(total)).as_deref(),
                rate: a_second.as_deref(),
                left: left.filter(|_| total > 0 && rate >= 1.0),
            },
        ));
    }
}
