//! The proof of groups: each is what its first row in the log seals of it, and was taken back by the group that says so.
//!
//! Hour, login and origin are in every row of a group: `groups` holds them against it. Groups that are older than what
//! rows seal are held against sums of a thousand each, and against what can be told from their rows; so are those that an
//! older program wrote afterwards, whose session was on while the schema was brought up to date. What a row seals cannot be
//! taken out of it without breaking the chain.

use crate::domain::error::Result;
use crate::domain::proof::Found;

use super::apart::{Apart, Standing};
use super::db::{Db, Row, values};
use super::seals::{self, Group, Seals};
use super::sqlite::pin::{CHANGES_OF_GROUP, CHANGES_OF_TASK};
use super::sqlite::schema;
use super::standing::FrameFault;

/// How the proof names a group.
pub const GROUP: &str = "operation";

/// How it names groups that went into one sum.
pub const OLD_GROUPS: &str = "old_operations";

/// How it names tasks whose keys went into one sum.
pub const OLD_KEYS: &str = "old_same_keys";

/// How it names the sums themselves.
pub const SUMS: &str = "old_sums";

/// Groups by their numbers.
type Pairs = Vec<(i64, i64)>;

/// A group with its first row.
struct Headed {
    id: i64,
    stands: Group,
    undone_by: Option<i64>,
    first: Option<i64>,
    what: String,
    seals: Seals,
}

/// Holds all groups against the log.
pub(super) fn check(db: &Db, found: &mut Found<FrameFault>) -> Result<()> {
    let column = schema::seals(db)?;
    let is_sealing = schema::seals_anything(db)?;
    let old = if is_sealing {
        seals::last(db, seals::GROUPS)?
    } else {
        i64::MAX
    };
    let sql = format!(
        "SELECT operation.id, operation.key, operation.kind, operation.undoes, operation.summary,
            operation.batch_id, operation.undone_by, first.id, COALESCE(first.what, ''), {column}
        FROM operation LEFT JOIN change AS first ON first.id =
            (SELECT MIN(id) FROM {CHANGES_OF_GROUP} WHERE change.operation_id = operation.id)
        ORDER BY operation.id"
    );
    // What takes back, with what is taken back, by the log; and what was taken back, as it stands.
    let (mut taking, mut taken) = (Pairs::new(), Pairs::new());
    let mut seen = Seen::default();
    db.rows(&sql, &[], |row| {
        let it = read(row)?;
        let is_old = it.id <= old;
        let sealed = it.seals.group.as_ref();
        if !is_old && sealed.is_some() && seen.first.is_none() {
            seen.first = Some(it.id);
        }
        seen.is_early |= is_sealing && is_old && sealed.is_some();
        if let Some(sums) = &it.seals.sums {
            seen.sums = Some((it.id, sums.clone()));
        }
        if let Some(undoes) = sealed.map_or(it.stands.undoes, |group| group.undoes) {
            taking.push((undoes, it.id));
        }
        taken.extend(it.undone_by.map(|by| (it.id, by)));
        if let Some(how) = standing(&it) {
            add(found, it.id, how);
        }
        Ok(())
    })?;
    taken_back(taking, &taken, found);
    if is_sealing {
        old_ones(db, seen.are_sealed(db)?, found)?;
    }
    Ok(())
}

/// What was seen of groups on the way through them.
#[derive(Default)]
struct Seen {
    /// The first one that is younger than the sums and is sealed.
    first: Option<i64>,
    /// The one whose first row seals the sums, and what it seals.
    sums: Option<(i64, String)>,
    /// One that went into a sum seals something itself, which none did by then.
    is_early: bool,
}

impl Seen {
    /// True where the sums are those that were taken; until the first save after that nothing seals them.
    fn are_sealed(&self, db: &Db) -> Result<bool> {
        if self.is_early {
            return Ok(false);
        }
        match (&self.sums, self.first) {
            (None, None) => Ok(true),
            (None, Some(_)) => seals::are_sealed(db, None),
            (Some((id, sums)), first) => {
                Ok(first == Some(*id) && seals::are_sealed(db, Some(sums.as_str()))?)
            }
        }
    }
}

fn add(found: &mut Found<FrameFault>, id: i64, how: Standing) {
    let fault = FrameFault {
        what: GROUP,
        name: id.to_string(),
        how,
    };
    found.add(GROUP, fault);
}

fn read(row: &mut Row<'_>) -> Result<Headed> {
    let id = row.number()?;
    let stands = Group {
        key: row.any_text()?,
        kind: row.any_text()?,
        undoes: number(&row.any_text()?),
        summary: row.any_text()?,
        batch: number(&row.any_text()?),
    };
    Ok(Headed {
        id,
        stands,
        undone_by: number(&row.any_text()?),
        first: row.maybe_number()?,
        what: row.any_text()?,
        seals: Seals::read(&row.any_text()?),
    })
}

/// Whatever lies there; no group has the number 0.
fn number(text: &str) -> Option<i64> {
    match text {
        "" => None,
        text => Some(text.parse().unwrap_or(0)),
    }
}

/// How a group stands that is not as the log says.
fn standing(it: &Headed) -> Option<Standing> {
    // A save writes its group and a row of the log, or neither.
    if it.first.is_none() {
        return Some(Standing::Unlogged);
    }
    let apart = match &it.seals.group {
        Some(sealed) => differing(sealed, &it.stands),
        None => old_one(it),
    };
    (!apart.is_empty()).then_some(Standing::Changed(apart))
}

fn differing(sealed: &Group, stands: &Group) -> Vec<Apart> {
    let text = |text: &str| text.to_owned();
    let pairs = [
        ("key", text(&sealed.key), text(&stands.key)),
        ("kind", text(&sealed.kind), text(&stands.kind)),
        ("undoes", said(sealed.undoes), said(stands.undoes)),
        ("summary", text(&sealed.summary), text(&stands.summary)),
        ("batch", said(sealed.batch), said(stands.batch)),
    ];
    let apart = pairs.into_iter().filter(|it| it.1 != it.2);
    apart
        .map(|(field, logged, stands)| Apart {
            field: field.to_owned(),
            logged,
            stands,
        })
        .collect()
}

fn said(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// What can be told of a group whose rows seal nothing: of its task they say whether it was put back, and a group takes
/// another one back or is none that does.
fn old_one(it: &Headed) -> Vec<Apart> {
    let kind = it.stands.kind.as_str();
    let puts_back = ["undo", "redo"];
    let by_rows = puts_back.contains(&it.what.as_str());
    let is_right = match kind {
        "undo" | "redo" => it.stands.undoes.is_some() && (!by_rows || it.what == kind),
        "save" | "import" | "bulk" | "frame" => it.stands.undoes.is_none() && !by_rows,
        _ => false,
    };
    if is_right {
        return Vec::new();
    }
    let logged = if by_rows {
        it.what.clone()
    } else {
        String::new()
    };
    vec![Apart {
        field: "kind".to_owned(),
        logged,
        stands: kind.to_owned(),
    }]
}

/// True where a task was entered by a group whose rows seal nothing: by an older program, beside this one.
pub(super) fn is_bare(db: &Db, task: i64) -> Result<bool> {
    let sql = format!(
        "SELECT COUNT(first.seals) FROM change AS first INDEXED BY change_by_operation WHERE first.operation_id =
            (SELECT operation_id FROM {CHANGES_OF_TASK} WHERE task_id = ?1 ORDER BY id LIMIT 1)"
    );
    Ok(db.number(&sql, &values![task])? == 0)
}

/// Holds what took groups back against what stands in those: the last one that did, and nothing where none did.
fn taken_back(mut taking: Pairs, taken: &Pairs, found: &mut Found<FrameFault>) {
    taking.sort_unstable();
    // The last of those that took the same group back.
    taking.reverse();
    taking.dedup_by_key(|pair| pair.0);
    taking.reverse();
    let mut expected = taking.into_iter().peekable();
    let mut stands = taken.iter().copied().peekable();
    loop {
        let (first, second) = (expected.peek(), stands.peek());
        let ids = first.into_iter().chain(second).map(|pair| pair.0);
        let Some(id) = ids.min() else { return };
        let by_log = expected.next_if(|pair| pair.0 == id).map(|pair| pair.1);
        let as_kept = stands.next_if(|pair| pair.0 == id).map(|pair| pair.1);
        if by_log != as_kept {
            let apart = Apart {
                field: "undone_by".to_owned(),
                logged: said(by_log),
                stands: said(as_kept),
            };
            add(found, id, Standing::Changed(vec![apart]));
        }
    }
}

/// Holds what is older against its sums, and the sums against the row that seals them.
fn old_ones(db: &Db, are_sealed: bool, found: &mut Found<FrameFault>) -> Result<()> {
    if !are_sealed {
        let (name, how) = (String::new(), Standing::Changed(Vec::new()));
        let what = SUMS;
        found.add(what, FrameFault { what, name, how });
    }
    for (sort, what) in [(seals::GROUPS, OLD_GROUPS), (seals::KEYS, OLD_KEYS)] {
        for (from, to, logged, stands) in seals::differing(db, sort)? {
            let apart = Apart {
                field: "sum".to_owned(),
                logged,
                stands,
            };
            let fault = FrameFault {
                what,
                name: format!("{from}-{to}"),
                how: Standing::Changed(vec![apart]),
            };
            found.add(what, fault);
        }
    }
    Ok(())
}
