//! The fields of what is decided about an agency, for the form of the screens and the questions of line mode.

use std::sync::Arc;

use super::step::Kind;
use crate::domain::agency::{Agency, AgencyKind, lineage};
use crate::domain::typed_date::Toward;
use crate::lang::format;
use crate::ui::screen::Ui;
use crate::ui::widgets::form::{Form as Fields, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;

/// The fields of other agencies that merge, and of the parts of a split.
pub(super) const OTHERS: [&str; 6] = ["part_1", "part_2", "part_3", "part_4", "part_5", "part_6"];

/// The fields of what is done to this agency; of a hand-over of one task fewer.
pub(super) fn blank(kind: Kind, old: Option<&Agency>, is_one_task: bool, ui: &Ui) -> Fields {
    let t = &ui.t.agencies.screens;
    let text = |name, label: &str| Row::new(name, label, Field::Text);
    let on = || Row::new("on", t.on, Field::Date(Toward::Past)).needed();
    let document = || text("document", t.document).needed();
    let heirs = heirs(ui);
    let agency =
        |name, label: &str| Row::new(name, label, Field::Choice(Arc::clone(&heirs))).wide(44);
    let code = || text("code", t.code).wide(18);
    let today = format::date(ui.facts.today);
    let mut rows = match kind {
        Kind::Rename => vec![text("name", t.new_name).needed(), code(), on(), document()],
        Kind::Merge => {
            let mut rows = vec![
                agency("into", t.into),
                text("name", t.or_new),
                code(),
                on(),
                document(),
            ];
            rows.extend(
                OTHERS
                    .into_iter()
                    .take(3)
                    .map(|name| agency(name, t.together)),
            );
            rows
        }
        Kind::Split => {
            let mut rows = vec![on(), document()];
            rows.extend(OTHERS.into_iter().map(|name| agency(name, t.part)));
            rows.push(text("more", t.more_parts));
            rows
        }
        Kind::Dissolve => vec![on(), document()],
        Kind::Found => vec![
            text("name", t.new_name).needed(),
            code(),
            Row::new("kind", t.kind, Field::Choice(kinds(ui))).wide(24),
            agency("parent", t.parent),
            text("head", t.head),
            on(),
            document(),
        ],
        Kind::Correct => corrected(old, ui),
        Kind::HandOver if is_one_task => {
            vec![agency("to", t.into).needed(), document()]
        }
        Kind::HandOver => vec![
            agency("to", t.into).needed(),
            document(),
            Row::new("area", t.only_area, Field::Choice(areas(ui))).wide(44),
            text("words", t.only_words),
        ],
    };
    for row in &mut rows {
        if row.name == "on" {
            row.set(&today);
        }
    }
    Fields::new(rows)
}

/// The agency as it stands, to be put right.
fn corrected(old: Option<&Agency>, ui: &Ui) -> Vec<Row> {
    let t = &ui.t.agencies;
    let [code, name, kind, parent, head, ..] = t.show_labels;
    let all = ui.facts.agencies.iter();
    let all: Arc<[Item]> = all.filter(|it| !it.is_void()).map(Item::agency).collect();
    let mut rows = vec![
        Row::new("name", name, Field::Text).needed(),
        Row::new("code", code, Field::Text).wide(18).needed(),
        Row::new("kind", kind, Field::Choice(kinds(ui)))
            .wide(24)
            .needed(),
        Row::new("parent", parent, Field::Choice(all)).wide(44),
        Row::new("head", head, Field::Text),
        Row::new("document", t.screens.any_document, Field::Text),
    ];
    if let Some(old) = old {
        let above = old.parent_code.as_deref();
        let above = above.and_then(|code| lineage::by_code(&ui.facts.agencies, code));
        let values = [
            old.name.clone(),
            old.code.clone(),
            old.kind.code().to_owned(),
            above.map_or_else(String::new, |above| above.id.0.to_string()),
            old.head_title.clone(),
        ];
        for (row, value) in rows.iter_mut().zip(values) {
            row.set(&value);
        }
    }
    rows
}

/// Agencies that exist today or will: who may take over.
fn heirs(ui: &Ui) -> Arc<[Item]> {
    let today = ui.facts.today;
    let agencies = ui.facts.agencies.iter();
    agencies
        .filter(|agency| !agency.is_void() && !agency.ended_before(today))
        .map(Item::agency)
        .collect()
}

fn areas(ui: &Ui) -> Arc<[Item]> {
    let areas = ui.facts.areas.iter();
    areas.map(|area| Item::area(area, ui.t.language)).collect()
}

fn kinds(ui: &Ui) -> Arc<[Item]> {
    let kinds = AgencyKind::ALL.into_iter();
    kinds
        .map(|kind| Item::new(kind.code(), "", (ui.t.agencies.told.kind)(kind)))
        .collect()
}
