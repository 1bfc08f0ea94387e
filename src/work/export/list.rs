//! A list as a table to be read: its rows in its order, as of one moment, whatever their number.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use super::super::lists::spelled_out;
use super::super::progress::Progress;
use super::super::session::Session;
use super::PATIENCE;
use super::row::{cited, words_of};
use crate::domain::agency::Group;
use crate::domain::condition::{ConditionKind, Day};
use crate::domain::error::Result;
use crate::domain::fold::shown;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::query::Query;
use crate::domain::seal::Seal;
use crate::domain::status::Status;
use crate::exchange::report::Language;
use crate::exchange::write::list::{ListCell, ListRow, ListTable, Piece};
use crate::exchange::write::{Existing, WriteForm};
use crate::store::{Listed, Patience, Whole};

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
    let query = spelled_out(query, facts);
    let (store, day) = (&session.store, facts.day());
    let patience = Patience::of(PATIENCE).or_until(progress.flag());
    let tally = store.count(&query, &day, &facts.user, patience)?;
    let total = if tally.is_partial { 0 } else { tally.count };
    let total = usize::try_from(total).unwrap_or(0);
    let names = Names::of(session, language);
    let table = ListTable {
        form,
        words: &names.words,
        language,
        asked: (asked, facts.today),
        mark: &seal.short(),
    };
    let rows = Rows {
        table,
        names: &names,
        day,
    };
    let mut done = 0;
    progress.step(done, total)?;
    table.write(path, existing, session.setup.files.tray(), |put| {
        store.whole_list(&query, (&facts.user, &day), &rows, |piece| {
            done += usize::try_from(piece.rows()).unwrap_or(0);
            put(piece)?;
            progress.step(done, total)
        })
    })
}

/// Where the word of an id is, in the order of ids: looked up for every row.
struct Places<T>(Vec<(T, usize)>);

impl<T: Ord + Copy> Places<T> {
    fn of(&self, id: T) -> Option<usize> {
        let found = self.0.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.0.get(found).map(|(_, place)| *place)
    }
}

impl<T: Ord> FromIterator<(T, usize)> for Places<T> {
    fn from_iter<I: IntoIterator<Item = (T, usize)>>(places: I) -> Self {
        let mut places: Vec<_> = places.into_iter().collect();
        places.sort_unstable();
        Self(places)
    }
}

/// The texts that many rows share, and where each of them is.
struct Names<'a> {
    words: Vec<String>,
    areas: Places<AreaId>,
    agencies: Places<AgencyId>,
    documents: Places<DocumentId>,
    by_code: HashMap<&'a str, &'a str>,
    nobody: usize,
    statuses: Vec<(Status, usize)>,
    conditions: Vec<(ConditionKind, usize)>,
}

impl<'a> Names<'a> {
    fn of(session: &'a Session, language: Language) -> Self {
        let (facts, t) = (session.facts(), language.words());
        let mut words = Vec::new();
        let mut word = |text: &str| {
            words.push(shown(text).into_owned());
            words.len() - 1
        };
        let area = |area: &crate::domain::area::Area| match language {
            Language::Vietnamese => area.name_vi.clone(),
            Language::English => area.name_en.clone(),
        };
        let listed = facts.areas.iter().filter(|area| area.id != AreaId::NONE);
        let areas = listed.map(|it| (it.id, word(&area(it)))).collect();
        let agencies = facts.agencies.iter();
        let real = agencies.filter(|agency| agency.id != AgencyId::UNRESOLVED);
        let by_code = real.clone().map(|it| (it.code.as_str(), it.name.as_str()));
        let documents = facts.documents.iter();
        Self {
            areas,
            agencies: real.map(|it| (it.id, word(&it.name))).collect(),
            documents: documents.map(|it| (it.id, word(&cited(it)))).collect(),
            by_code: by_code.clone().collect(),
            nobody: word(t.terms.no_agency),
            statuses: Status::ALL
                .into_iter()
                .map(|it| (it, word((t.terms.status)(it))))
                .collect(),
            conditions: ConditionKind::ALL
                .into_iter()
                .map(|it| (it, word((t.terms.condition_kind)(it))))
                .collect(),
            words,
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
}

/// Makes rows of tasks.
struct Rows<'a> {
    table: ListTable<'a>,
    names: &'a Names<'a>,
    day: Day<'a>,
}

impl Whole for Rows<'_> {
    type Piece = Piece;

    fn begin(&self) -> Piece {
        Piece::default()
    }

    fn put(&self, piece: &mut Piece, task: &Listed<'_>) -> Result<()> {
        let names = self.names;
        let condition = self.day.judge_dates(
            task.status,
            task.effective_due,
            task.submitted_on.or(task.closed_on),
        );
        let supporting = names.supporting(task.supporting);
        let row: ListRow<'_> = [
            text(task.code),
            text(task.item),
            text(task.title),
            word(names.areas.of(task.area)),
            word(names.agencies.of(task.agency).or(Some(names.nobody))),
            text(&supporting),
            word(task.document.and_then(|id| names.documents.of(id))),
            date(task.assigned_on),
            text(task.deadline_text),
            date(task.effective_due),
            of(&names.statuses, task.status),
            of(&names.conditions, condition.kind()),
            number(condition.days_late()),
            number(task.progress),
            text(task.progress_note),
            date(task.closed_on),
            text(task.delay_cause),
            text(task.product),
        ];
        self.table.put(piece, &row);
        Ok(())
    }
}

fn text(text: &str) -> ListCell<'_> {
    match shown(text) {
        Cow::Borrowed("") => ListCell::Nothing,
        shown => ListCell::Text(shown),
    }
}

fn word(place: Option<usize>) -> ListCell<'static> {
    place.map_or(ListCell::Nothing, ListCell::Word)
}

fn of<T: PartialEq>(words: &[(T, usize)], wanted: T) -> ListCell<'static> {
    let found = words.iter().find(|(it, _)| *it == wanted);
    word(found.map(|(_, place)| *place))
}

fn date(day: Option<chrono::NaiveDate>) -> ListCell<'static> {
    day.map_or(ListCell::Nothing, ListCell::Date)
}

fn number(number: Option<i64>) -> ListCell<'static> {
    number.map_or(ListCell::Nothing, ListCell::Number)
}
