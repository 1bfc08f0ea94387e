//! A cell of a report in words.

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::document::Document;
use crate::domain::fold::fold;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::period::Period;
use crate::domain::report::{Cell, Kind, Report, Spec};
use crate::lang::format::{amount, date, number, share};
use crate::lang::{Language, Words};

/// What stands where there is nothing to show or to compute from.
pub const DASH: &str = "–";

/// What ids are names of.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The agencies.
    pub agencies: &'a [Agency],
    /// The areas.
    pub areas: &'a [Area],
    /// The documents.
    pub documents: &'a [Document],
}

impl<'a> Names<'a> {
    fn agency(self, id: AgencyId) -> Option<&'a Agency> {
        let found = self.agencies.iter().find(|agency| agency.id == id);
        found.filter(|agency| agency.id != AgencyId::UNRESOLVED)
    }

    fn area(self, id: AreaId) -> Option<&'a Area> {
        let found = self.areas.iter().find(|area| area.id == id);
        found.filter(|area| area.id != AreaId::NONE)
    }

    fn document(self, id: DocumentId) -> Option<&'a Document> {
        self.documents.iter().find(|document| document.id == id)
    }
}

/// A name as offices shorten it where there is little room: what tells it from others comes last.
#[must_use]
pub fn shortened(name: &str) -> String {
    name.replace("Ủy ban nhân dân", "UBND")
}

/// A cell as a person reads it.
#[must_use]
pub fn cell(cell: &Cell, kind: Kind, names: Names<'_>, t: &Words) -> String {
    let none = || DASH.to_owned();
    match cell {
        Cell::None => none(),
        Cell::Text(text) => text.clone(),
        Cell::Word(code) => t.report.word(kind, code).to_owned(),
        Cell::Agency(id) => names
            .agency(*id)
            .map_or_else(|| t.terms.no_agency.to_owned(), |it| it.name.clone()),
        Cell::Head(id) => names
            .agency(*id)
            .map_or_else(|| t.terms.no_agency.to_owned(), head_of),
        Cell::Area(id) => names.area(*id).map_or_else(none, |it| match t.language {
            Language::Vietnamese => it.name_vi.clone(),
            Language::English => it.name_en.clone(),
        }),
        Cell::Task(id) => format!(":{}", id.0),
        Cell::Document(id) => names
            .document(*id)
            .map_or_else(none, |it| it.symbol.clone()),
        Cell::Count(count) | Cell::Days(count) => number(*count, t.language),
        Cell::Share { part, whole } => share(*part, *whole, t.language),
        Cell::Date(day) => date(*day),
        Cell::Amount(amount) => self::amount(*amount, t.language),
        Cell::Interval(interval) => crate::lang::measures::shortly(*interval, t.language),
    }
}

/// The head of an agency: "Giám đốc Sở Nội vụ". Titles end with the kind of agency with which names begin; it is
/// said once.
#[must_use]
pub fn head_of(agency: &Agency) -> String {
    let spelled = agency.head_title.replace("UBND", "Ủy ban nhân dân");
    let title: Vec<&str> = spelled.split_whitespace().collect();
    let name: Vec<&str> = agency.name.split_whitespace().collect();
    let is_same = |length: &usize| {
        let from = title.len() - length;
        let end = title.get(from..).unwrap_or_default();
        let begin = name.get(..*length).unwrap_or_default();
        fold(&end.join(" ")) == fold(&begin.join(" "))
    };
    let most = title.len().min(name.len());
    let twice = (1..=most).rev().find(is_same).unwrap_or(0);
    let left = title.get(..title.len() - twice).unwrap_or_default();
    format!("{} {}", left.join(" "), agency.name)
        .trim()
        .to_owned()
}

/// The same where there is little room: "GĐ Sở Nội vụ", or with its code "GĐ SNV".
#[must_use]
pub fn short_head_of(agency: &Agency, has_name: bool) -> String {
    let title: Vec<&str> = agency.head_title.split_whitespace().collect();
    let title = match title.as_slice() {
        // "Chánh Văn phòng" is head of the office whose name follows.
        ["Chánh", ..] => "Chánh".to_owned(),
        title => title
            .iter()
            .take(2)
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect(),
    };
    let name = if has_name {
        shortened(&agency.name)
    } else {
        agency.code.clone()
    };
    format!("{title} {name}").trim().to_owned()
}

/// A period in words.
#[must_use]
pub fn period(period: Option<Period>, t: &Words) -> String {
    let words = &t.report.screen;
    period.map_or_else(
        || words.all_days.to_owned(),
        |it| (words.period)(&date(it.from), &date(it.to)),
    )
}

/// What was asked for, in a line: period, basis, grouping, agency, and as of which day.
#[must_use]
pub fn asked(spec: &Spec, today: chrono::NaiveDate, names: Names<'_>, t: &Words) -> String {
    let words = &t.report.screen;
    let mut parts = vec![period(spec.period, t)];
    if spec.period.is_some() && has_basis(spec.kind) {
        parts.push((words.basis)(spec.basis).to_owned());
    }
    parts.push(match task_of(spec) {
        Some(task) => (words.task)(task),
        None => (words.by)(spec.by).to_owned(),
    });
    let agency = spec.agency.and_then(|id| names.agency(id));
    parts.extend(agency.map(|agency| agency.name.clone()));
    let area = spec.area.and_then(|id| names.area(id));
    parts.extend(area.map(|area| match t.language {
        Language::Vietnamese => area.name_vi.clone(),
        Language::English => area.name_en.clone(),
    }));
    parts.push((words.as_of)(&date(today)));
    parts.join("; ")
}

/// True where tasks belong to a period by one of their days; deeds, files and values have a day of their own.
const fn has_basis(kind: Kind) -> bool {
    match kind {
        Kind::Completion
        | Kind::Promise
        | Kind::Superior
        | Kind::Late
        | Kind::Heads
        | Kind::Documents => true,
        Kind::Hands
        | Kind::Loops
        | Kind::Waiting
        | Kind::Urgings
        | Kind::Extensions
        | Kind::Ongoing
        | Kind::Series
        | Kind::Indicators
        | Kind::MissingReadings
        | Kind::Caseload
        | Kind::CaseloadAlerts => false,
    }
}

/// The task that a report is about, if it is about one.
const fn task_of(spec: &Spec) -> Option<i64> {
    match spec.kind {
        Kind::Hands | Kind::Urgings | Kind::Extensions => spec.of,
        Kind::Completion
        | Kind::Promise
        | Kind::Superior
        | Kind::Late
        | Kind::Heads
        | Kind::Documents
        | Kind::Loops
        | Kind::Waiting
        | Kind::Ongoing
        | Kind::Series
        | Kind::Indicators
        | Kind::MissingReadings
        | Kind::Caseload
        | Kind::CaseloadAlerts => None,
    }
}

/// The notes beneath a report, and how many rows are not in it.
#[must_use]
pub fn notes(report: &Report, t: &Words) -> Vec<String> {
    let kind = report.spec.kind;
    let said = report.notes.iter().map(|code| t.report.note(kind, code));
    let mut notes: Vec<String> = said.map(str::to_owned).collect();
    if report.left_out > 0 {
        notes.insert(0, (t.report.screen.left_out)(report.left_out));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::Amount;

    #[test]
    fn a_head_is_named_without_saying_anything_twice() {
        let of = |title: &str, name: &str| {
            let fields = ["X", name, "so", "", title, "", "", ""];
            let agency = Agency::from_fields(AgencyId(1), fields).expect("an agency");
            head_of(&agency)
        };
        assert_eq!(of("Giám đốc Sở", "Sở Nội vụ"), "Giám đốc Sở Nội vụ");
        assert_eq!(of("Giám đốc", "Sở Nội vụ"), "Giám đốc Sở Nội vụ");
        assert_eq!(
            of("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân Thành phố"),
            "Chánh Văn phòng Ủy ban nhân dân Thành phố"
        );
        assert_eq!(
            of("Chủ tịch UBND quận", "Ủy ban nhân dân Quận 1"),
            "Chủ tịch Ủy ban nhân dân Quận 1"
        );
        assert_eq!(of("", "Sở Nội vụ"), "Sở Nội vụ");
        let short = |title: &str, name: &str, has_name| {
            let fields = ["X", name, "so", "", title, "", "", ""];
            let agency = Agency::from_fields(AgencyId(1), fields).expect("an agency");
            short_head_of(&agency, has_name)
        };
        assert_eq!(short("Giám đốc Sở", "Sở Nội vụ", true), "GĐ Sở Nội vụ");
        assert_eq!(
            short("Chủ tịch UBND quận", "Ủy ban nhân dân Quận 1", true),
            "CT UBND Quận 1"
        );
        assert_eq!(short("Chánh Văn phòng", "Văn phòng", false), "Chánh X");
        assert_eq!(short("", "Sở Nội vụ", false), "X");
    }

    #[test]
    fn amounts_are_written_as_offices_write_them() {
        for (kept, written) in [("1822.5", "1.822,5"), ("-0.25", "-0,25"), ("95", "95")] {
            let kept: Amount = kept.parse().expect("an amount");
            assert_eq!(amount(kept, Language::Vietnamese), written);
        }
    }
}
