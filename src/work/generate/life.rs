//! What happens to a generated task: drawn when it is entered, done by the rules when its day comes. Every act is one
//! row of the log: what the rules refuse becomes a progress entry.

use chrono::{Days, NaiveDate};
use fastrand::Rng;
use serde_json::json;

use super::{day, note, vocabulary};
use crate::domain::calendar::Calendar;
use crate::domain::change::Fields;
use crate::domain::condition::{Day, Thresholds};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, TaskId};
use crate::domain::task::Task;
use crate::domain::transition::{self, Deed, Particulars};
use crate::domain::user::User;
use crate::store::{Note, Writer};

/// What a life depends on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lot {
    /// The day of assignment.
    pub given: NaiveDate,
    /// The due date; none for what goes on.
    pub due: Option<NaiveDate>,
    /// The lead.
    pub agency: AgencyId,
}

/// One row of the log to come.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// A progress entry from one percentage to another; the task itself hears of the last one only.
    Note(u8, u8),
    /// The last progress entry.
    LastNote(u8),
    /// A deed; the number says to which agency, or how many days later.
    Deed(Deed, u16),
}

/// One task in a thousand, as a lot is drawn.
type Fate = u16;

/// Draws what happens to a task, in order of time: so many acts by today's end, at least three.
pub(super) fn draw(
    lot: Lot,
    acts: usize,
    leads: &[AgencyId],
    rng: &mut Rng,
) -> Vec<(NaiveDate, Act)> {
    let fate: Fate = rng.u16(..1_000);
    let mut life = Life {
        acts: Vec::with_capacity(acts),
        room: acts,
        rng,
    };
    let (today, due) = (day(), lot.due.unwrap_or_else(|| day() + Days::new(1)));
    let goes_on = lot.due.is_none() && fate < 990;
    let is_open = goes_on || due >= today && fate < 700 || due < today && fate < 50;
    let end = if is_open {
        life.open(lot, due, fate);
        today
    } else {
        life.closed(lot, due, fate, leads)
    };
    life.fill(lot.given, end);
    life.acts
}

struct Life<'a> {
    acts: Vec<(NaiveDate, Act)>,
    /// So many more may happen.
    room: usize,
    rng: &'a mut Rng,
}

impl Life<'_> {
    fn then(&mut self, on: NaiveDate, deed: Deed, number: u16) {
        if self.room > 0 && on <= day() {
            self.room -= 1;
            self.acts.push((on, Act::Deed(deed, number)));
        }
    }

    /// So many of a hundred.
    fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(..100) < percent
    }

    /// How an open task stands: a fifth is not begun; overdue ones were urged, and some had to explain.
    fn open(&mut self, lot: Lot, due: NaiveDate, fate: Fate) {
        let begun = after(lot.given, self.rng.u64(1..10));
        if !fate.is_multiple_of(5) {
            self.then(begun, Deed::Accept, 0);
        }
        if self.chance(4) {
            let whom = self.rng.u16(..60);
            self.then(after(begun, 5), Deed::AskSupport, whom);
        }
        if due < day() {
            self.urged(due);
        } else if self.chance(6) {
            self.then(before(due, 5).max(begun), Deed::AskExtension, 30);
        }
    }

    /// A task that is done, or awaits; gives the day of its end.
    fn closed(&mut self, lot: Lot, due: NaiveDate, fate: Fate, leads: &[AgencyId]) -> NaiveDate {
        let is_late = fate >= 920;
        let begun = after(lot.given, self.rng.u64(1..10));
        let mut submitted = if is_late {
            after(due, self.rng.u64(1..40))
        } else {
            before(due, self.rng.u64(0..10))
        };
        submitted = submitted.max(after(begun, 2)).min(before(day(), 3));
        let begun = begun.min(before(submitted, 1)).max(lot.given);
        let ends = if fate >= 996 { 2 } else { 3 };
        self.room = self.room.saturating_sub(ends);
        let mut accepted = begun;
        if self.chance(4) && self.room >= 4 {
            accepted = self.moved(lot, begun, submitted, leads);
        }
        self.extended(is_late, accepted, due, submitted);
        if is_late || self.chance(5) {
            self.urged(before(due.min(submitted), 6).max(accepted));
        }
        if self.chance(5) && self.room >= 2 {
            let asked = middle(accepted, submitted);
            let whom = self.rng.u16(..60);
            self.then(asked, Deed::AskSupport, whom);
            self.then(middle(asked, submitted), Deed::AnswerSupport, 0);
        }
        if self.chance(6) && self.room >= 2 {
            // Handed in before, and returned.
            let first = middle(middle(accepted, submitted), submitted);
            self.then(first, Deed::Submit, 0);
            self.then(first, Deed::Return, 0);
        }
        self.room += ends;
        self.then(begun, Deed::Accept, 0);
        self.then(submitted, Deed::Submit, 0);
        if fate < 996 {
            self.then(after(submitted, 3), Deed::Confirm, 0);
        }
        submitted
    }

    /// Went to another agency, and sometimes came back; accepted again each time.
    fn moved(
        &mut self,
        lot: Lot,
        begun: NaiveDate,
        submitted: NaiveDate,
        leads: &[AgencyId],
    ) -> NaiveDate {
        let own = leads.iter().position(|it| *it == lot.agency).unwrap_or(0);
        let count = leads.len().max(2);
        let other = (own + self.rng.usize(1..count)) % count;
        let number = |place: usize| u16::try_from(place).unwrap_or(0);
        let first = middle(begun, middle(begun, submitted));
        self.then(first, Deed::Transfer, number(other));
        self.then(first, Deed::Accept, 0);
        if !self.chance(12) || self.room < 2 {
            return first;
        }
        let back = middle(first, middle(first, submitted));
        self.then(back, Deed::Transfer, number(own));
        self.then(back, Deed::Accept, 0);
        back
    }

    fn extended(&mut self, is_late: bool, from: NaiveDate, due: NaiveDate, until: NaiveDate) {
        if self.room < 2 || !self.chance(12) {
            return;
        }
        let asked = if is_late && self.chance(40) {
            after(due, 1).min(until)
        } else {
            before(due, 12).max(from).min(until)
        };
        let decided = after(asked, 2).min(until);
        self.then(asked, Deed::AskExtension, 30);
        match self.rng.u8(..10) {
            0 | 1 => self.then(decided, Deed::RefuseExtension, 0),
            2 => self.then(decided, Deed::Extend, 10),
            _ => self.then(decided, Deed::Extend, 30),
        }
    }

    /// Urged once or more; some heads were asked to explain, and most of them did.
    fn urged(&mut self, from: NaiveDate) {
        for time in 0..self.rng.u64(1..4) {
            self.then(after(from, time * 8), Deed::Urge, 0);
        }
        if self.room < 2 || !self.chance(20) {
            return;
        }
        let asked = after(from, 14);
        self.then(asked, Deed::AskExplanation, 0);
        if self.chance(80) {
            self.then(after(asked, 6), Deed::Explain, 0);
        }
        match self.rng.u8(..100) {
            0..4 => self.then(after(asked, 20), Deed::Criticise, 0),
            4 => self.then(after(asked, 25), Deed::Propose, 0),
            _ => {}
        }
    }

    /// Progress entries for the rest, and all of it in order of time.
    fn fill(&mut self, from: NaiveDate, to: NaiveDate) {
        let days = u64::try_from((to - from).num_days()).unwrap_or(0).max(2);
        for _ in 0..self.room {
            let on = after(from, self.rng.u64(1..days)).min(day());
            self.acts.push((on, Act::Note(0, 0)));
        }
        self.acts.sort_by_key(|(on, _)| *on);
        let mut percent = 0;
        for (_, act) in &mut self.acts {
            if let Act::Note(from, to) = act {
                let next = (percent + self.rng.u8(1..12)).min(95);
                (*from, *to) = (percent, next);
                percent = next;
            }
        }
        for (_, act) in self.acts.iter_mut().rev() {
            if let Act::Note(_, to) = *act {
                *act = Act::LastNote(to);
                break;
            }
        }
    }
}

impl Act {
    /// Lets it happen.
    pub(super) fn carry_out(
        self,
        writer: &mut Writer<'_>,
        id: TaskId,
        today: NaiveDate,
        calendar: &Calendar,
        leads: &[AgencyId],
    ) -> Result<()> {
        let (deed, number) = match self {
            Self::Note(from, to) => return progress(writer, id, from, to),
            Self::LastNote(to) => return reported(writer, id, to),
            Self::Deed(deed, number) => (deed, number),
        };
        let Some(task) = writer.task(id)? else {
            return Ok(());
        };
        let day = Day {
            today,
            calendar,
            thresholds: Thresholds::default(),
        };
        let given = Particulars {
            note: "Đề nghị cho ý kiến".to_owned(),
            reason: "Theo tiến độ chung".to_owned(),
            document: format!("{}/UBND-KH", 100 + id.0 % 900),
            delay_cause: "Chờ ý kiến phối hợp".to_owned(),
            evidence: format!("{}/BC-UBND", 10 + id.0 % 2_990),
            evidence_date: Some(today),
            due: task.due.map(|due| after(due, u64::from(number))),
            agency: match deed {
                Deed::Transfer | Deed::AskSupport => leads.get(usize::from(number)).copied(),
                _ => None,
            },
            ..Particulars::default()
        };
        let user = User::owner(if deed == Deed::Submit {
            "cv.stttt"
        } else {
            "cv.snv"
        });
        let Ok(after) = transition::perform(&task, deed, &given, &user, &day) else {
            return seen(writer, &task);
        };
        let after = transition::straight(after, deed, &given, false, today);
        let noted = Note {
            document: &given.document,
            ..note(deed.code(), &given.reason)
        };
        writer.save_task(&task, &after, noted).map(|_| ())
    }
}

/// A progress entry in the log only: a later one says what came last.
fn progress(writer: &mut Writer<'_>, id: TaskId, from: u8, to: u8) -> Result<()> {
    let text = text_of(to);
    let before = fields(Some(from), "");
    writer.record(id, &before, &fields(Some(to), text), note("progress", text))
}

/// The last progress entry, which the row of the task has too.
fn reported(writer: &mut Writer<'_>, id: TaskId, to: u8) -> Result<()> {
    let Some(task) = writer.task(id)? else {
        return Ok(());
    };
    let text = text_of(to);
    let after = Task {
        progress: Some(to),
        progress_note: text.to_owned(),
        ..task.clone()
    };
    writer
        .save_task(&task, &after, note("progress", text))
        .map(|_| ())
}

/// A progress entry that changes nothing.
fn seen(writer: &mut Writer<'_>, task: &Task) -> Result<()> {
    let as_it_is = fields(task.progress, &task.progress_note);
    writer.record(task.id, &as_it_is, &as_it_is, note("progress", ""))
}

fn text_of(percent: u8) -> &'static str {
    let place = usize::from(percent) % vocabulary::NOTES.len();
    vocabulary::NOTES.get(place).copied().unwrap_or_default()
}

fn fields(percent: Option<u8>, text: &str) -> Fields {
    let mut fields = Fields::new();
    fields.insert("progress".to_owned(), json!(percent));
    fields.insert("progress_note".to_owned(), json!(text));
    fields
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day - Days::new(days)
}

fn middle(from: NaiveDate, to: NaiveDate) -> NaiveDate {
    from + (to - from) / 2
}
