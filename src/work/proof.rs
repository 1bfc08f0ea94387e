//! All that can be proved of a database, asked in one walk: by `audit verify`, and of a copy before older ones go for it.

use super::watch::Watch;
use crate::domain::error::{Error, Result};
use crate::domain::proof::{Found, Part, SchemaFault, Verdict};
use crate::domain::seal::{Claim, Missing, Seal};
use crate::store::{Differs, EVENTS, FrameFault, ReplayFault, Store};

/// What was found.
#[derive(Debug)]
pub struct Proved {
    /// Of the log.
    pub verdict: Verdict,
    /// Rows of tasks that stand otherwise than the log says, and what is counted of them.
    pub replay: Found<ReplayFault>,
    /// Cells, and things of the frame, that do.
    pub frame: Found<FrameFault>,
    /// Tables of kept numbers that are not what counting gives.
    pub counters: Vec<&'static str>,
    /// Parts of the schema that are not as the program makes them.
    pub schema: Vec<SchemaFault>,
    /// Saves that were acknowledged and are gone.
    pub missing: Option<Missing>,
    /// Something could not be asked: the schema is not what it should be, or the file is damaged.
    pub is_partial: bool,
    /// Pages other than those of the log cannot be read.
    pub damage: Option<Error>,
    /// Something stands there that the program never writes: in which column.
    pub strange: Option<String>,
}

impl Proved {
    /// True where nothing is wrong, and all was proved.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.verdict.is_intact()
            && self.replay.is_empty()
            && self.frame.is_empty()
            && self.counters.is_empty()
            && self.schema.is_empty()
            && self.missing.is_none()
            && !self.is_partial
    }

    /// The first task whose events do not follow from the log, by its number, and how many there are.
    #[must_use]
    pub fn of_events(&self) -> Option<(i64, usize)> {
        let mut named = self.replay.named().iter();
        let first = named.find(|fault| fault.how.kind() == EVENTS)?;
        Some((first.task.0, self.replay.count(EVENTS)))
    }

    /// Tasks whose rows are not as the log says, as far as they are named.
    pub fn of_rows(&self) -> impl Iterator<Item = &ReplayFault> {
        let named = self.replay.named().iter();
        named.filter(|fault| fault.how.kind() != EVENTS)
    }

    /// How many of them there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.replay.total() - self.replay.count(EVENTS)
    }

    /// How many of them have changes that lie in a hole of the log: nobody need have changed them.
    #[must_use]
    pub fn unread(&self) -> usize {
        match self.verdict.has_holes() {
            true => self.replay.count(Differs::Unreadable.kind()),
            false => 0,
        }
    }
}

/// Proves all that can be proved: the log, with a seal that was kept where there is one; the schema; rows, things of the frame
/// and kept numbers by the log.
///
/// # Errors
/// `Cancelled`, and what keeps even the log from being read; what is damaged elsewhere is a finding.
pub fn prove(store: &mut Store, claim: Option<&Claim>, watch: &Watch) -> Result<Proved> {
    let schema = store.check_schema()?;
    let mut asking = Asking {
        schema_differs: !schema.is_empty(),
        ..Asking::default()
    };
    let verdict = store.verify_log_to(claim, watch.steps(Part::Chain));
    let verdict = asking.take(verdict)?.unwrap_or_else(unread);
    // What hangs on rows that cannot be read cannot be proved.
    asking.has_holes = verdict.has_holes();
    asking.is_partial |= asking.has_holes;
    if verdict.is_of_chain_only {
        asking.take::<()>(Err(Error::Damaged(store.path().to_owned())))?;
    }
    let replay = asking.take(store.check_replay(watch.steps(Part::Events)))?;
    let pulse = watch.pulse(Part::Counting, || (0, 0));
    let (frame, counters) = store.while_heard(pulse, |store| {
        let mut frame = asking.take(store.check_cells())?.unwrap_or_default();
        let things = asking.take(store.check_frame())?;
        frame.join(things.unwrap_or_default());
        let counters = asking.take(store.check_counters())?;
        Ok((frame, counters))
    })?;
    Ok(Proved {
        verdict,
        replay: replay.unwrap_or_default(),
        frame,
        counters: counters.unwrap_or_default(),
        schema,
        missing: store.missing(),
        is_partial: asking.is_partial,
        damage: asking.damage,
        strange: asking.strange,
    })
}

/// What could not be asked so far, and why.
#[derive(Debug, Default)]
struct Asking {
    schema_differs: bool,
    has_holes: bool,
    is_partial: bool,
    damage: Option<Error>,
    strange: Option<String>,
}

impl Asking {
    /// What cannot be asked of a schema that is not what it should be, of what somebody wrote into it, or of a damaged
    /// file, is said to be so, and the rest is asked all the same.
    fn take<T>(&mut self, found: Result<T>) -> Result<Option<T>> {
        match found {
            Err(Error::Strange { what, .. }) => {
                self.strange.get_or_insert(what);
            }
            Err(Error::TablesLost(_)) => {}
            Err(Error::Fault(_)) if self.schema_differs => {}
            Err(Error::Damaged(_)) if self.has_holes => {}
            Err(Error::Damaged(path)) => self.damage = Some(Error::Damaged(path)),
            other => return other.map(Some),
        }
        self.is_partial = true;
        Ok(None)
    }
}

/// Of a log that could not be read.
fn unread() -> Verdict {
    Verdict {
        rows: 0,
        seal: Seal {
            row: 0,
            hash: String::new(),
        },
        broken: None,
        further: Vec::new(),
        more: 0,
        claimed: None,
        is_of_chain_only: false,
    }
}
