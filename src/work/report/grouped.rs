//! What a report that counts tasks is gathered by: the rows' first cell, whose tasks belong to it, and the
//! query that finds exactly these.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::domain::agency::lineage;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::query::{Filter, Mark, Order, Query};
use crate::domain::report::{Basis, Cell, Column, Grouping, Holds, Spec};
use crate::domain::status::Status;
use crate::work::request::Facts;

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// An agency, or those whose heir it is today.
    Agency(AgencyId),
    /// An area.
    Area(AreaId),
}

impl Key {
    /// True where there is such an agency or area.
    #[must_use]
    pub fn is_known(self) -> bool {
        match self {
            Self::Agency(id) => id != AgencyId::UNRESOLVED,
            Self::Area(id) => id != AreaId::NONE,
        }
    }
}

/// The statuses of what was given and is still followed.
pub const FOLLOWED: [Status; 5] = [
    Status::NotStarted,
    Status::InProgress,
    Status::Awaiting,
    Status::Done,
    Status::Suspended,
];

/// How a report that counts tasks is gathered; what is no grouping is by agency.
#[must_use]
pub const fn settled(by: Grouping) -> Grouping {
    match by {
        Grouping::None => Grouping::Agency,
        Grouping::Agency | Grouping::Successor | Grouping::Area | Grouping::Head => by,
    }
}

/// Under what the tasks of an agency in an area stand.
#[must_use]
pub fn key(spec: &Spec, facts: &Facts, agency: AgencyId, area: AreaId) -> Key {
    match spec.by {
        Grouping::Agency | Grouping::Head | Grouping::None => Key::Agency(agency),
        Grouping::Successor => Key::Agency(lineage::today_of(&facts.agencies, agency, facts.today)),
        Grouping::Area => Key::Area(area),
    }
}

/// The column of that cell.
#[must_use]
pub const fn column(by: Grouping) -> Column {
    let name = match by {
        Grouping::Agency | Grouping::Successor | Grouping::None => "agency",
        Grouping::Area => "area",
        Grouping::Head => "head",
    };
    Column {
        name,
        holds: Holds::Text,
        yields: 0,
    }
}

/// The first cell of a row.
#[must_use]
pub const fn cell(by: Grouping, key: Key) -> Cell {
    match (key, by) {
        (Key::Agency(id), Grouping::Head) => Cell::Head(id),
        (Key::Agency(id), _) => Cell::Agency(id),
        (Key::Area(id), _) => Cell::Area(id),
    }
}

/// The agencies that a report is limited to; empty for all.
#[must_use]
pub fn agencies_of(spec: &Spec, facts: &Facts) -> Vec<AgencyId> {
    match (spec.agency, spec.by) {
        (None, _) => Vec::new(),
        (Some(agency), by) if by == Grouping::Successor || spec.with_old => {
            lineage::with_predecessors(&facts.agencies, agency, facts.today)
        }
        (Some(agency), _) => vec![agency],
    }
}

/// What is asked of the store one after the other: each of these leads, or all at once.
#[must_use]
pub fn leads(only: &[AgencyId]) -> Vec<Option<AgencyId>> {
    match only {
        [] => vec![None],
        some => some.iter().copied().map(Some).collect(),
    }
}

/// The same report one by one, of what a row is about.
#[must_use]
pub fn closer(spec: &Spec, key: Key) -> Spec {
    let (agency, area) = match key {
        Key::Agency(id) => (Some(id), spec.area),
        Key::Area(id) => (spec.agency, Some(id)),
    };
    Spec {
        by: Grouping::None,
        with_old: spec.by == Grouping::Successor || spec.with_old,
        agency,
        area,
        ..spec.clone()
    }
}

/// The tasks of a row that have this mark, whatever the period.
#[must_use]
pub fn marked(spec: &Spec, facts: &Facts, key: Key, mark: Mark) -> Query {
    let timeless = Spec {
        period: None,
        ..spec.clone()
    };
    let mut query = query(&timeless, facts, key);
    query.filter.statuses.clear();
    query.filter.marks = vec![mark];
    query
}

/// The tasks of a row, in the period of the report.
#[must_use]
pub fn query(spec: &Spec, facts: &Facts, key: Key) -> Query {
    let mut filter = Filter {
        statuses: FOLLOWED.to_vec(),
        ..Filter::default()
    };
    match key {
        Key::Agency(id) if spec.by == Grouping::Successor => {
            filter.agencies = lineage::with_predecessors(&facts.agencies, id, facts.today);
        }
        Key::Agency(id) => filter.agencies = vec![id],
        Key::Area(id) => {
            filter.areas = vec![id];
            filter.agencies = agencies_of(spec, facts);
        }
    }
    within(&mut filter, spec);
    Query {
        filter,
        order: Order::Urgency,
    }
}

/// Narrows to the period of the report.
pub fn within(filter: &mut Filter, spec: &Spec) {
    let Some(period) = spec.period else {
        return;
    };
    match spec.basis {
        Basis::Due => {
            filter.due_from = Some(period.from);
            filter.due_to = Some(period.to);
        }
        Basis::Assigned => {
            filter.assigned_from = Some(period.from);
            filter.assigned_to = Some(period.to);
        }
    }
}

/// Sums by what rows are about, in the order of agencies or areas.
pub fn gathered<T: AddAssign + Default>(parts: impl Iterator<Item = (Key, T)>) -> BTreeMap<Key, T> {
    let mut sums = BTreeMap::<Key, T>::new();
    for (key, part) in parts {
        *sums.entry(key).or_default() += part;
    }
    sums
}
