//! What documents of the Government and the Prime Minister gave (DOMAIN 6.2): the signed table by who issued the
//! document. They give few tasks of all, so these are counted along the index by document.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::completion::{SIGNED, signed};
use super::{column, grouped};
use crate::domain::completion::Classes;
use crate::domain::condition::ConditionKind::{self, DoneLate, DoneOnTime, NoDue, Overdue};
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::fold::fold;
use crate::domain::query::{Filter, Mark, Query};
use crate::domain::report::{Cell, Grouping, Holds, Opens, Report, Row, Spec};
use crate::store::LateAsked;
use crate::work::request::Facts;
use crate::work::session::Session;

/// True for a document that the Government or the Prime Minister issued.
fn is_superior(document: &Document) -> bool {
    let issuer = fold(&document.issuer);
    issuer == "chinh phu" || issuer.starts_with("thu tuong")
}

/// Its documents by issuer, as the register writes it.
fn documents(facts: &Facts) -> BTreeMap<&str, Vec<&Document>> {
    let mut by_issuer = BTreeMap::<&str, Vec<&Document>>::new();
    for document in facts.documents.iter().filter(|it| is_superior(it)) {
        by_issuer
            .entry(&document.issuer)
            .or_default()
            .push(document);
    }
    by_issuer
}

/// `Kind::Superior`.
pub(super) fn superior(session: &Session, spec: &Spec) -> Result<Report> {
    let facts = session.facts();
    let spec = Spec {
        by: Grouping::None,
        area: None,
        only: None,
        ..spec.clone()
    };
    let leads = grouped::leads(&grouped::agencies_of(&spec, facts));
    let mut rows = Vec::new();
    let mut all = Classes::default();
    for (issuer, documents) in documents(facts) {
        let mut classes = Classes::default();
        for agency in &leads {
            let asked = LateAsked {
                agency: *agency,
                area: None,
                period: spec.period,
                basis: spec.basis,
            };
            for document in &documents {
                let store = &session.store;
                classes += store.classes_of_document(document.id, &asked, facts.today)?;
            }
        }
        if classes.total() > 0 {
            all += classes;
            let first = Cell::Text(issuer.to_owned());
            rows.push(Row {
                cells: std::iter::once(first).chain(signed(&classes)).collect(),
                opens: Some(opens(&spec, facts, &documents)),
            });
        }
    }
    let total = std::iter::once(Cell::Word("total")).chain(signed(&all));
    let columns = std::iter::once(column("issuer", Holds::Text, 0)).chain(SIGNED);
    let columns = columns.collect();
    let total = Some(total.collect());
    let notes = vec!["superior", "classes", "shares"];
    Ok(super::cut(session, &spec, columns, rows, total, notes))
}

/// What each number of a row was counted from, by the name of its column.
fn opens(spec: &Spec, facts: &Facts, documents: &[&Document]) -> Opens {
    let of = |conditions: &[ConditionKind], marks: &[Mark]| {
        let mut filter = Filter {
            statuses: grouped::FOLLOWED.to_vec(),
            documents: documents.iter().map(|it| it.id).collect(),
            agencies: grouped::agencies_of(spec, facts),
            conditions: conditions.to_vec(),
            marks: marks.to_vec(),
            ..Filter::default()
        };
        grouped::within(&mut filter, spec);
        Opens::Tasks(Arc::new(Query {
            filter,
            ..Query::default()
        }))
    };
    Opens::Each {
        columns: vec![
            ("done_on_time", of(&[DoneOnTime], &[])),
            ("share_on_time", of(&[DoneOnTime], &[])),
            ("done_late", of(&[DoneLate], &[])),
            ("share_late", of(&[DoneLate], &[])),
            ("open_in_time", of(&[], &[Mark::OpenInTime])),
            ("open_late", of(&[Overdue], &[])),
            ("share_open_late", of(&[Overdue], &[])),
            ("not_judged", of(&[NoDue], &[])),
            ("excused", of(&[DoneLate, Overdue], &[Mark::Excused])),
        ],
        rest: Box::new(of(&[], &[])),
    }
}
