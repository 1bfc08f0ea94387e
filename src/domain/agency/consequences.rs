//! What a reorganisation does: which versions end, which begin, and where open tasks go.
//!
//! Pure, so that the preview and the save ask the same function; the save asks it again inside its
//! transaction, where nobody else can have been faster.

use chrono::{Days, NaiveDate};

use super::correction::{self, Correction};
use super::lineage::by_code;
use super::naming::{code_for, head_of, kind_of};
use super::{Agency, AgencyKind, Flaw, Heir, Newcomer, Reorganisation, Step};
use crate::domain::fold::{clean, fold};
use crate::domain::id::AgencyId;

/// A decision is known so long ahead at the most; a later day is a slip of the pen.
const AHEAD: Days = Days::new(366);

/// A code is no longer than this.
const LONGEST_CODE: usize = 16;

/// What becomes of the agencies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consequences {
    /// Versions that end, as they will be.
    pub ending: Vec<Agency>,
    /// Versions that begin; id 0 where the row is new.
    pub beginning: Vec<Agency>,
    /// Where the open tasks of each ending one go.
    pub ways: Vec<Way>,
    /// Versions that are put right, as they stand and as they should.
    pub corrected: Vec<Correction>,
}

/// Where open tasks go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// From this agency.
    pub from: AgencyId,
    /// To the one of this code; none where somebody has to choose.
    pub to: Option<String>,
}

/// Works a reorganisation out against the agencies as they are.
///
/// # Errors
/// The first [`Flaw`] that is found.
pub fn work_out(
    agencies: &[Agency],
    plan: &Reorganisation,
    today: NaiveDate,
) -> Result<Consequences, Flaw> {
    if let Step::Correct { code, new } = &plan.step {
        return Ok(Consequences {
            corrected: correction::work_out(agencies, code, new)?,
            ..Consequences::default()
        });
    }
    if clean(&plan.document).is_empty() {
        return Err(Flaw::NoDocument);
    }
    if today
        .checked_add_days(AHEAD)
        .is_some_and(|last| plan.on > last)
    {
        return Err(Flaw::FarAhead(plan.on));
    }
    let mut office = Office {
        agencies,
        on: plan.on,
        leaving: Vec::new(),
        made: Consequences::default(),
    };
    match &plan.step {
        Step::Rename { code, new } => office.rename(code, new)?,
        Step::Merge { codes, into } => office.merge(codes, into)?,
        Step::Split { code, into } => office.split(code, into)?,
        Step::Dissolve { code } => {
            let old = office.existing(code)?.clone();
            office.end(&old, Vec::new())?;
        }
        Step::Found { new } => {
            office.begin(new, None)?;
        }
        // Worked out above: it has neither day nor document.
        Step::Correct { .. } => {}
    }
    Ok(office.made)
}

struct Office<'a> {
    agencies: &'a [Agency],
    on: NaiveDate,
    /// Those that end: their names are free on the day.
    leaving: Vec<AgencyId>,
    made: Consequences,
}

impl<'a> Office<'a> {
    fn eve(&self) -> NaiveDate {
        self.on.pred_opt().unwrap_or(self.on)
    }

    fn known(&self, code: &str) -> Result<&'a Agency, Flaw> {
        by_code(self.agencies, code).ok_or_else(|| Flaw::Unknown(code.to_owned()))
    }

    /// The agency of a code, which exists on the eve and is not known to end.
    fn existing(&self, code: &str) -> Result<&'a Agency, Flaw> {
        let agency = self.known(code)?;
        let eve = self.eve();
        if let Some(from) = agency.valid_from.filter(|from| *from > eve) {
            let code = agency.code.clone();
            return Err(Flaw::NotYet { code, from });
        }
        match agency.valid_to {
            Some(on) => Err(Flaw::Ended {
                code: agency.code.clone(),
                on,
            }),
            None => Ok(agency),
        }
    }

    fn rename(&mut self, code: &str, new: &Newcomer) -> Result<(), Flaw> {
        let old = self.existing(code)?.clone();
        let name = clean(&new.name);
        if name == old.name {
            return Err(Flaw::NothingNew(old.code));
        }
        let kind = match kind_of(&name) {
            // What the name does not say stays.
            AgencyKind::Other => old.kind,
            said => said,
        };
        let new = Newcomer {
            code: new.code.clone(),
            kind: Some(new.kind.unwrap_or(kind)),
            parent_code: new.parent_code.clone().or(old.parent_code.clone()),
            head_title: Some(new.head_title.clone().unwrap_or(old.head_title.clone())),
            name,
        };
        self.leaving.push(old.id);
        let code = self.begin(&new, Some(&old))?;
        self.end(&old, vec![code])
    }

    fn merge(&mut self, codes: &[String], into: &Heir) -> Result<(), Flaw> {
        let mut old: Vec<Agency> = Vec::new();
        for code in codes {
            let agency = self.existing(code)?;
            if old.iter().any(|other| other.id == agency.id) {
                return Err(Flaw::Twice(agency.code.clone()));
            }
            old.push(agency.clone());
        }
        if let Heir::Known(code) = into
            && old.len() > 1
        {
            // "Nội vụ and Lao động become Nội vụ": the one that stays does not end.
            old.retain(|agency| !agency.code.eq_ignore_ascii_case(code));
        }
        let Some(first) = old.first().cloned() else {
            return Err(Flaw::Nobody);
        };
        self.leaving.extend(old.iter().map(|agency| agency.id));
        let code = self.heir(into, Some(&first))?;
        for agency in old {
            if agency.code == code {
                return Err(Flaw::IntoItself(code));
            }
            self.end(&agency, vec![code.clone()])?;
        }
        Ok(())
    }

    fn split(&mut self, code: &str, into: &[Heir]) -> Result<(), Flaw> {
        let old = self.existing(code)?.clone();
        if into.len() < 2 {
            return Err(Flaw::TooFewParts);
        }
        self.leaving.push(old.id);
        let mut codes: Vec<String> = Vec::new();
        for part in into {
            let code = self.heir(part, Some(&old))?;
            if code == old.code {
                return Err(Flaw::IntoItself(code));
            }
            if codes.contains(&code) {
                return Err(Flaw::Twice(code));
            }
            codes.push(code);
        }
        self.end(&old, codes)
    }

    /// The code of who takes over, who exists on the day.
    fn heir(&mut self, heir: &Heir, after: Option<&Agency>) -> Result<String, Flaw> {
        let code = match heir {
            Heir::New(new) => return self.begin(new, after),
            Heir::Known(code) => code,
        };
        let agency = self.known(code)?;
        if agency.is_valid_on(self.on) {
            return Ok(agency.code.clone());
        }
        Err(Flaw::NoHeir {
            code: agency.code.clone(),
            on: self.on,
        })
    }

    fn end(&mut self, old: &Agency, successors: Vec<String>) -> Result<(), Flaw> {
        self.made.ways.push(Way {
            from: old.id,
            to: match successors.as_slice() {
                [code] => Some(code.clone()),
                _ => None,
            },
        });
        self.made.ending.push(Agency {
            valid_to: Some(self.eve()),
            successors,
            ..old.clone()
        });
        Ok(())
    }

    /// Lets one begin; what is not said is concluded from its name or from whom it follows.
    fn begin(&mut self, new: &Newcomer, after: Option<&Agency>) -> Result<String, Flaw> {
        let name = clean(&new.name);
        if name.is_empty() {
            return Err(Flaw::NoName);
        }
        let kind = new.kind.unwrap_or_else(|| kind_of(&name));
        self.check_name(&name, kind)?;
        let mut known = self.agencies.to_vec();
        known.extend(self.made.beginning.iter().cloned());
        let code = match &new.code {
            Some(code) => checked(code, &known)?,
            None => code_for(&name, &known),
        };
        // A version that was taken back leaves its row to the next of its code.
        let void = self.agencies.iter().find(|agency| agency.code == code);
        let parent = after.and_then(|after| after.parent_code.clone());
        self.made.beginning.push(Agency {
            id: void.map_or(AgencyId(0), |agency| agency.id),
            code: code.clone(),
            kind,
            parent_code: new
                .parent_code
                .clone()
                .or(parent)
                .or_else(|| Some(super::CITY.to_owned())),
            head_title: new
                .head_title
                .clone()
                .unwrap_or_else(|| head_of(kind).to_owned()),
            name,
            valid_from: Some(self.on),
            valid_to: None,
            successors: Vec::new(),
        });
        Ok(code)
    }

    /// No two agencies of a kind have one name on one day; that of an ended one may come back.
    fn check_name(&self, name: &str, kind: AgencyKind) -> Result<(), Flaw> {
        let folded = fold(name);
        let is_same = |other: &&Agency| {
            other.kind == kind
                && other.is_valid_on(self.on)
                && !self.leaving.contains(&other.id)
                && other.name.to_lowercase() == name.to_lowercase()
                && fold(&other.name) == folded
        };
        let mut all = self.agencies.iter().chain(&self.made.beginning);
        all.find(is_same).map_or(Ok(()), |other| {
            Err(Flaw::NameTaken {
                code: other.code.clone(),
                name: other.name.clone(),
            })
        })
    }
}

/// A code that an agency may be given.
pub(super) fn checked(code: &str, agencies: &[Agency]) -> Result<String, Flaw> {
    let code = clean(code).to_uppercase();
    let is_code = !code.is_empty()
        && code.len() <= LONGEST_CODE
        && code
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    if !is_code {
        return Err(Flaw::BadCode(code));
    }
    if by_code(agencies, &code).is_some() {
        return Err(Flaw::CodeTaken(code));
    }
    Ok(code)
}
