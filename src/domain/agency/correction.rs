//! A slip of the pen in an agency is put right, without a reorganisation: its name, its abbreviation, what it
//! is, what stands above it, what its head is called.
//!
//! Its days and who took over are no slips of the pen: they come from a reorganisation, which is taken back.

use super::consequences::checked;
use super::lineage::by_code;
use super::{Agency, CITY, Flaw, Newcomer};
use crate::domain::fold::clean;

/// No agency has so many above it; a circle in the data ends here.
const HIGHEST: usize = 16;

/// An agency as it stands and as it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As it stands.
    pub before: Agency,
    /// As it should.
    pub after: Agency,
}

/// The agency as it should be, and after it those that name it by a code that was wrong.
pub(super) fn work_out(
    agencies: &[Agency],
    code: &str,
    new: &Newcomer,
) -> Result<Vec<Correction>, Flaw> {
    let before = by_code(agencies, code).ok_or_else(|| Flaw::Unknown(code.to_owned()))?;
    let name = clean(&new.name);
    let after = Agency {
        code: match &new.code {
            Some(code) if !code.eq_ignore_ascii_case(&before.code) => checked(code, agencies)?,
            Some(_) | None => before.code.clone(),
        },
        name: if name.is_empty() {
            before.name.clone()
        } else {
            name
        },
        kind: new.kind.unwrap_or(before.kind),
        parent_code: match &new.parent_code {
            Some(parent) => above(agencies, before, parent)?,
            None => before.parent_code.clone(),
        },
        head_title: match &new.head_title {
            Some(title) => clean(title),
            None => before.head_title.clone(),
        },
        ..before.clone()
    };
    if after == *before {
        return Err(Flaw::AsItIs(before.code.clone()));
    }
    if after.code != before.code && before.code == CITY {
        return Err(Flaw::FixedCode(before.code.clone()));
    }
    check_name(agencies, before, &after)?;
    let mut all = vec![Correction {
        before: before.clone(),
        after: after.clone(),
    }];
    if after.code != before.code {
        all.extend(named_by(agencies, &before.code, &after.code));
    }
    Ok(all)
}

/// What shall stand above it: an agency that exists, at whatever time, and does not stand below it.
fn above(agencies: &[Agency], agency: &Agency, parent: &str) -> Result<Option<String>, Flaw> {
    if parent.is_empty() {
        return Ok(None);
    }
    let parent = by_code(agencies, parent).ok_or_else(|| Flaw::Unknown(parent.to_owned()))?;
    let mut higher = Some(parent);
    for _ in 0..HIGHEST {
        let Some(one) = higher else { break };
        if one.id == agency.id {
            return Err(Flaw::AboveItself(agency.code.clone()));
        }
        let next = one.parent_code.as_deref();
        higher = next.and_then(|code| by_code(agencies, code));
    }
    Ok(Some(parent.code.clone()))
}

/// No two agencies of a kind have one name on one day.
fn check_name(agencies: &[Agency], before: &Agency, after: &Agency) -> Result<(), Flaw> {
    if after.name == before.name && after.kind == before.kind {
        return Ok(());
    }
    let is_same = |other: &&Agency| {
        let meets = other.valid_to.is_none_or(|last| !after.begins_after(last))
            && after.valid_to.is_none_or(|last| !other.begins_after(last));
        other.id != after.id
            && !other.is_void()
            && meets
            && other.kind == after.kind
            && other.name.to_lowercase() == after.name.to_lowercase()
    };
    agencies.iter().find(is_same).map_or(Ok(()), |other| {
        Err(Flaw::NameTaken {
            code: other.code.clone(),
            name: other.name.clone(),
        })
    })
}

/// Those below it, and those that it took over from: they name it by its code.
fn named_by<'a>(
    agencies: &'a [Agency],
    old: &'a str,
    new: &'a str,
) -> impl Iterator<Item = Correction> + 'a {
    let right = move |code: &String| {
        if code == old {
            new.to_owned()
        } else {
            code.clone()
        }
    };
    agencies.iter().filter_map(move |agency| {
        let after = Agency {
            parent_code: agency.parent_code.as_ref().map(right),
            successors: agency.successors.iter().map(right).collect(),
            ..agency.clone()
        };
        (after != *agency).then(|| Correction {
            before: agency.clone(),
            after,
        })
    })
}
