//! A list as a table to be read: its rows in its order, as of one moment, whatever their number.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use super::super::progress::Progress;
use super::super::request::Facts;
use super::super::session::Session;
use super::PATIENCE;
use super::known::{Known, real, word};
use super::row::words_of;
use crate::domain::agency::Group;
use crate::domain::condition::{ConditionKind, Day};
use crate::domain::error::Result;
use crate::domain::fold::shown;
use crate::domain::query::Query;
use crate::domain::seal::Seal;
use crate::domain::status::Status;
use crate::exchange::report::Language;
use crate::exchange::write::list::{ListRow, list};
use crate::exchange::write::{Cell, Existing, Piece, WriteForm};
use crate::store::{Listed, Patience};

/// Writes what a query finds; says how many rows.
pub(super) fn write(
    session: &Session,
    path: &Path,
    query: &Query,
    (existing, (form, language, asked)): (Existing, (WriteForm, Language, &str)),
    seal: &Seal,
    progress: &mut Progress<'_>,
) -> Result<u64> {
    let facts = session.facts();
    let (store, day) = (&session.store, facts.day());
    let patience = Patience::of(PATIENCE).or_until(progress.flag());
    let tally = store.count(query, &day, &facts.user, patience)?;
    let total = if tally.is_partial { 0 } else { tally.count };
    let total = usize::try_from(total).unwrap_or(0);
    let names = Names::of(facts, language);
    let mark = seal.short();
    let asked = (asked, facts.today);
    let table = list((form, language), asked, &names.known.words.0, &mark);
    let mut done = 0;
    progress.step(done, total)?;
    table.write(path, existing, session.setup.files.tray(), |put| {
        let former = || {
            |piece: &mut Piece, task: &Listed<'_>| {
                let supporting = names.supporting(task.supporting);
                table.put(piece, &names.row(task, &day, &supporting));
                Ok(())
            }
        };
        store.whole_list(query, (&facts.user, &day), former, |piece| {
            done += usize::try_from(piece.rows()).unwrap_or(0);
            put(piece)?;
            progress.step(done, total)
        })
    })
}

/// What rows are made of besides tasks.
struct Names<'a> {
    known: Known,
    by_code: HashMap<&'a str, &'a str>,
    nobody: usize,
    statuses: Vec<(Status, usize)>,
    conditions: Vec<(ConditionKind, usize)>,
}

impl<'a> Names<'a> {
    fn of(facts: &'a Facts, language: Language) -> Self {
        let t = language.words();
        let mut known = Known::of(facts, language);
        let mut word = |text: &str| known.words.add(text);
        Self {
            nobody: word(t.terms.no_agency),
            statuses: Status::ALL
                .into_iter()
                .map(|it| (it, word((t.terms.status)(it))))
                .collect(),
            conditions: ConditionKind::ALL
                .into_iter()
                .map(|it| (it, word((t.terms.condition_kind)(it))))
                .collect(),
            by_code: real(facts)
                .map(|it| (it.code.as_str(), it.name.as_str()))
                .collect(),
            known,
        }
    }

    /// Codes and tokens of groups as people call them; any other text as it is.
    fn supporting<'b>(&self, codes: &'b str) -> Cow<'b, str> {
        if codes.is_empty() {
            return Cow::Borrowed("");
        }
        let names = codes.split("; ").map(|code| match Group::from_token(code) {
            Some(group) => words_of(group),
            None => self.by_code.get(code).copied().unwrap_or(code),
        });
        Cow::Owned(names.collect::<Vec<_>>().join("; "))
    }

    /// The cells of a task, in the order of a list.
    fn row<'b>(&self, task: &'b Listed<'_>, day: &Day<'_>, supporting: &'b str) -> ListRow<'b> {
        let condition = day.judge_dates(
            task.status,
            task.effective_due,
            task.submitted_on.or(task.closed_on),
        );
        let known = &self.known;
        [
            text(task.code),
            text(task.item),
            text(task.title),
            known.area(task.area),
            word(known.agency(task.agency).or(Some(self.nobody))),
            text(supporting),
            known.document(task.document),
            date(task.assigned_on),
            text(task.deadline_text),
            date(task.effective_due),
            of(&self.statuses, task.status),
            of(&self.conditions, condition.kind()),
            number(condition.days_late()),
            number(task.progress),
            text(task.progress_note),
            date(task.closed_on),
            text(task.delay_cause),
            text(task.product),
        ]
    }
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(shown(text))
}

fn of<T: PartialEq>(words: &[(T, usize)], wanted: T) -> Cell<'static> {
    let found = words.iter().find(|(it, _)| *it == wanted);
    word(found.map(|(_, place)| *place))
}

fn date(day: Option<chrono::NaiveDate>) -> Cell<'static> {
    day.map_or(Cell::Nothing, Cell::Date)
}

fn number(number: Option<i64>) -> Cell<'static> {
    number.map_or(Cell::Nothing, Cell::Number)
}
