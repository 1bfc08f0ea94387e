//! One understood row becomes a family of tasks: the item itself, one agency-task for each member of a
//! group, one series for each recurring task, and the occurrences that have begun.
//!
//! Pure: what is stored already is none of its business.

use chrono::NaiveDate;

use super::understand::Understood;
use crate::domain::agency::Agency;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{self, Kind};
use crate::domain::document;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::recurrence::{Occurrence, Recurrence};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};
use crate::domain::transition::effective;

/// A task that is to be stored, and where in its family it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Planned {
    /// The task, without id.
    pub task: Task,
    /// Its parent, by place in the family.
    pub parent: Option<usize>,
    /// Its series, by place in the family.
    pub series: Option<usize>,
    /// Tells an occurrence from its sisters; empty for everything else.
    pub label: String,
}

/// The tasks of one row; the head comes first, whoever stands for others before them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Family {
    /// The record's number in the file.
    /// All of them; a code is what follows the head's.
    pub members: Vec<Planned>,
    /// Occurrences that ended before today and are not made.
    pub passed_over: i64,
}

/// What a family is made with.
pub(crate) struct Making<'a> {
    /// In official order.
    pub agencies: &'a [Agency],
    /// For dates that roll.
    pub calendar: &'a Calendar,
    /// Occurrences that have begun by this day are made.
    pub today: NaiveDate,
    /// Beginning with the document's date, instead of today's period.
    pub past_occurrences: bool,
}

/// Makes the family of a row.
pub(crate) fn make(row: &Understood, making: &Making<'_>) -> Family {
    let mut family = Family::default();
    let head = head(row, making.calendar);
    let Some(group) = row.group() else {
        let lead = row.lead.unwrap_or(AgencyId::UNRESOLVED);
        let mut task = head;
        task.agency = lead;
        family.add_agency_task(task, None, row, making);
        return family;
    };
    let mut parent = head.clone();
    parent.form = Form::Parent;
    parent.supporting.clone_from(&row.supporting);
    family.members.push(Planned {
        task: parent,
        ..Planned::default()
    });
    let on = row.document_date.unwrap_or(making.today);
    for agency in making
        .agencies
        .iter()
        .filter(|agency| agency.is_valid_on(on) && group.iter().any(|group| group.includes(agency)))
    {
        let mut task = head.clone();
        task.agency = agency.id;
        task.code = document::member_code("", &agency.code);
        task.supporting = without(&row.supporting, &agency.code);
        family.add_agency_task(task, Some(0), row, making);
    }
    family
}

impl Default for Planned {
    fn default() -> Self {
        Self {
            task: Task::blank(Form::Task),
            parent: None,
            series: None,
            label: String::new(),
        }
    }
}

impl Family {
    /// A task, or a series with the occurrences that have begun.
    fn add_agency_task(
        &mut self,
        mut task: Task,
        parent: Option<usize>,
        row: &Understood,
        making: &Making<'_>,
    ) {
        let recurrence = row.deadline.recurrence.as_ref();
        let recurrence = recurrence.filter(|_| row.deadline.kind == Kind::Recurring);
        if recurrence.is_some() {
            task.form = Form::Series;
        }
        let place = self.members.len();
        let series = task.clone();
        self.members.push(Planned {
            task,
            parent,
            ..Planned::default()
        });
        let Some(recurrence) = recurrence else { return };
        let given = series.assigned_on.unwrap_or(making.today);
        for occurrence in begun(recurrence, &series, given, making) {
            if occurrence.due < making.today && !making.past_occurrences {
                self.passed_over += 1;
                continue;
            }
            self.members.push(Planned {
                task: self::occurrence(&series, &occurrence),
                parent,
                series: Some(place),
                label: occurrence.label,
            });
        }
    }
}

/// The occurrences of a series that fall due on or after a day and have begun by today, as long as the
/// agency exists.
pub(crate) fn begun(
    recurrence: &Recurrence,
    series: &Task,
    from: NaiveDate,
    making: &Making<'_>,
) -> Vec<Occurrence> {
    let agency = making.agencies.iter().find(|it| it.id == series.agency);
    let end = agency.and_then(|agency| agency.valid_to);
    let to = end.map_or(making.today, |end| end.min(making.today));
    recurrence.occurrences(from, to).collect()
}

/// One time of a series, as a task of its own.
pub(crate) fn occurrence(series: &Task, occurrence: &Occurrence) -> Task {
    Task {
        form: Form::Task,
        code: format!("{}{}", series.code, occurrence.label),
        start: None,
        due: Some(occurrence.due),
        original_due: Some(occurrence.due),
        effective_due: Some(occurrence.due),
        recurrence: None,
        assigned_on: series.assigned_on.map(|given| given.max(occurrence.begins)),
        status: Status::NotStarted,
        ..series.clone()
    }
}

fn head(row: &Understood, calendar: &Calendar) -> Task {
    let deadline = &row.deadline;
    Task {
        item: row.item.clone(),
        title: row.title.clone(),
        product: row.product.clone(),
        area: row.area.unwrap_or(AreaId::NONE),
        supporting: row.supporting.clone(),
        deadline_text: row.deadline_text.clone(),
        kind: deadline.kind,
        start: deadline.start,
        due: deadline.due,
        original_due: deadline.original_due.or(deadline.due),
        effective_due: effective(deadline.kind, deadline.due, calendar),
        recurrence: deadline.recurrence.as_ref().map(ToString::to_string),
        doubts: row.doubts(),
        owes_document: document::owes(&row.product),
        stages: deadline::stages(&row.deadline_text, deadline),
        target: row.target.clone(),
        status: Status::NotStarted,
        assigned_on: row.document_date,
        ..Task::blank(Form::Task)
    }
}

/// Without the agency itself: a member does not support its own task (DOMAIN 3.4 rule 2a).
fn without(supporting: &str, code: &str) -> String {
    let kept: Vec<&str> = supporting
        .split("; ")
        .filter(|part| *part != code && !part.is_empty())
        .collect();
    kept.join("; ")
}
