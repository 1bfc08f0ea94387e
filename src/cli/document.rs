//! `document`: the register of documents, from the shell.

use serde_json::{Value, json};

use super::args;
use super::document_args::{DocumentTexts, DocumentWhat};
use super::json as shape;
use super::place::Place;
use super::print::{self, Column, Form};
use crate::domain::document::{Branch, Direction, Document, cited, mentions, tree};
use crate::domain::error::{Error, Result};
use crate::domain::id::DocumentId;
use crate::ui::screens::documents::tree as drawn;
use crate::work::request::documents::{
    Ask, DocumentCounts, DocumentSaved, DocumentSheet, Draft, Told,
};
use crate::work::request::{Answer, Facts, OperationKey, Request};
use crate::work::session::Session;

/// Does what was asked about documents.
pub fn run(place: &Place, what: DocumentWhat) -> Result<()> {
    let mut session = place.session()?;
    match what {
        DocumentWhat::List {
            document_words,
            twice,
            json,
        } => list(place, &mut session, &document_words.join(" "), twice, json),
        DocumentWhat::Show {
            document_name,
            json,
        } => {
            let id = found(&session, &document_name)?.id;
            show(place, &mut session, id, json)
        }
        DocumentWhat::Add {
            document_number,
            texts,
            bases,
            json,
        } => {
            let mut draft = Draft {
                number: document_number,
                bases: all_found(&session, &bases)?,
                ..Draft::default()
            };
            put(&mut draft, texts)?;
            save(place, &mut session, None, draft, json)
        }
        DocumentWhat::Set {
            document_name,
            right_number,
            texts,
            json,
        } => {
            let seen = found(&session, &document_name)?.clone();
            let mut draft = Draft::of(&seen);
            draft.number = right_number.unwrap_or(draft.number);
            put(&mut draft, texts)?;
            save(place, &mut session, Some(seen), draft, json)
        }
        DocumentWhat::Base {
            document_name,
            add_base,
            remove_base,
            json,
        } => {
            let seen = found(&session, &document_name)?.clone();
            let mut draft = Draft::of(&seen);
            let removed = all_found(&session, &remove_base)?;
            draft.bases.retain(|basis| !removed.contains(basis));
            draft.bases.extend(all_found(&session, &add_base)?);
            save(place, &mut session, Some(seen), draft, json)
        }
    }
}

fn found<'a>(session: &'a Session, text: &str) -> Result<&'a Document> {
    Ok(cited(&session.facts().documents, text)?)
}

fn all_found(session: &Session, texts: &[String]) -> Result<Vec<DocumentId>> {
    let ids = texts.iter().map(|text| Ok(found(session, text)?.id));
    ids.collect()
}

/// Puts what was given over what there is.
fn put(draft: &mut Draft, texts: DocumentTexts) -> Result<()> {
    if let Some(kind) = texts.document_kind {
        draft.kind = kind;
    }
    if let Some(day) = texts.signed {
        draft.date = Some(args::date(&day, "date")?);
    }
    if let Some(issuer) = texts.issuer {
        draft.issuer = issuer;
    }
    if let Some(summary) = texts.summary {
        draft.summary = summary;
    }
    if let Some(text) = texts.confirmation {
        draft.skips_confirmation = match text.as_str() {
            "yes" => false,
            "no" => true,
            _ => {
                return Err(Error::BadText {
                    what: "confirmation",
                    text,
                });
            }
        };
    }
    Ok(())
}

fn ask(session: &mut Session, ask: Ask) -> Result<Option<Told>> {
    match session.answer(&Request::Documents(ask))? {
        Answer::Documents(told) => Ok(Some(told)),
        _ => Ok(None),
    }
}

fn list(
    place: &Place,
    session: &mut Session,
    words: &str,
    is_twice: bool,
    is_json: bool,
) -> Result<()> {
    let counts = match ask(session, Ask::Counts)? {
        Some(Told::Counts(counts)) => counts,
        _ => Vec::new(),
    };
    let facts = session.facts();
    let count = |id: DocumentId| {
        let place = counts.binary_search_by_key(&id, |one| one.id).ok();
        let none = DocumentCounts {
            id,
            all: 0,
            open: 0,
            late: 0,
        };
        place.and_then(|at| counts.get(at)).copied().unwrap_or(none)
    };
    let shown = facts.documents.iter().filter(|it| mentions(it, words));
    let shown = shown.filter(|it| !is_twice || !twins(it, facts).is_empty());
    if is_json {
        let documents: Vec<Value> = shown.map(|it| document(it, count(it.id), facts)).collect();
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "documents": documents }),
        )?);
    }
    let columns = [
        Column::Left(12),
        Column::Left(24),
        Column::Left(10),
        Column::Right(7),
        Column::Right(8),
        Column::Right(6),
        Column::Rest,
    ];
    let t = &place.words.documents;
    let [code, _, date, all, open, late] = t.heading;
    let heading = [code, t.number, date, all, open, late, t.summary];
    print::heading(place, &columns, &heading.map(str::to_owned))?;
    for one in shown {
        let counts = count(one.id);
        let number = |number| place.number(number);
        let cells = [
            one.code.clone(),
            one.symbol.clone(),
            place.day(one.date),
            number(counts.all),
            number(counts.open),
            number(counts.late),
            one.summary.clone(),
        ];
        print::row(place, &columns, &cells)?;
    }
    Ok(())
}

fn show(place: &Place, session: &mut Session, id: DocumentId, is_json: bool) -> Result<()> {
    let Some(Told::Sheet(sheet)) = ask(session, Ask::Sheet { id })? else {
        return Ok(());
    };
    let facts = session.facts();
    if is_json {
        let mut value = document(&sheet.document, sheet.counts, facts);
        if let Value::Object(fields) = &mut value {
            for (name, direction) in [
                ("chain", Direction::Bases),
                ("dependents", Direction::Dependents),
            ] {
                let branches = tree(&facts.documents, id, direction);
                let branches: Vec<Value> = branches.iter().map(|it| branch(it, facts)).collect();
                fields.insert(name.to_owned(), Value::Array(branches));
            }
            let log = sheet.log.iter().rev();
            let log: Vec<Value> = log.map(|change| shape::change(change, facts)).collect();
            fields.insert("changes".to_owned(), Value::Array(log));
        }
        return Ok(print::json(
            &json!({ "version": shape::VERSION, "document": value }),
        )?);
    }
    show_text(place, &sheet, facts)
}

fn show_text(place: &Place, sheet: &DocumentSheet, facts: &Facts) -> Result<()> {
    let t = &place.words.documents;
    let it = &sheet.document;
    let [needed, not_needed] = t.confirmation;
    let confirmation = if it.skips_confirmation {
        not_needed
    } else {
        needed
    };
    let number = |number| place.number(number);
    let counts = &sheet.counts;
    for (label, value) in [
        (t.code, it.code.clone()),
        (t.number, drawn::name(it, place.words)),
        (t.issuer, it.issuer.clone()),
        (t.summary, it.summary.clone()),
        (t.confirmation_label, confirmation.to_owned()),
        (
            t.tasks,
            (t.counts)(
                &number(counts.all),
                &number(counts.open),
                &number(counts.late),
            ),
        ),
        (t.twins, twins(it, facts).join(", ")),
    ] {
        if !value.is_empty() {
            let columns = [Column::Left(16), Column::Rest];
            print::row(place, &columns, &[label.to_owned(), value])?;
        }
    }
    for (label, direction) in [
        (t.rests_on, Direction::Bases),
        (t.carries, Direction::Dependents),
    ] {
        if let Form::Plain { .. } = place.form {
            for branch in tree(&facts.documents, it.id, direction) {
                let there = facts.document(branch.id);
                let cells = [
                    label.to_owned(),
                    branch.last.len().to_string(),
                    there.map_or_else(String::new, |it| it.code.clone()),
                    there.map_or_else(String::new, |it| drawn::name(it, place.words)),
                ];
                print::row(place, &[], &cells)?;
            }
            continue;
        }
        let lines = drawn::lines(it.id, direction, facts, place.words);
        if !lines.is_empty() {
            print::line(label)?;
        }
        for line in lines {
            print::line(&format!("  {line}"))?;
        }
    }
    Ok(())
}

fn save(
    place: &Place,
    session: &mut Session,
    seen: Option<Document>,
    draft: Draft,
    is_json: bool,
) -> Result<()> {
    let key = OperationKey::fresh();
    let seen = seen.map(Box::new);
    let Some(Told::Saved(saved)) = ask(session, Ask::Save { key, seen, draft })? else {
        return Ok(());
    };
    let DocumentSaved { id, operation } = saved;
    let facts = session.facts();
    let code = facts.document(id).map_or("", |it| it.code.as_str());
    if is_json {
        return Ok(print::json(&json!({
            "version": shape::VERSION,
            "operation": operation.map(|id| id.0),
            "code": code,
        }))?);
    }
    let t = &place.words.documents;
    let said = match operation {
        Some(_) => (t.saved)(code),
        None => t.unchanged.to_owned(),
    };
    Ok(print::line(&said)?)
}

/// The codes of those that are the same by number and date.
fn twins(document: &Document, facts: &Facts) -> Vec<String> {
    let twins = facts.documents.iter().filter(|it| it.is_same_as(document));
    twins.map(|it| it.code.clone()).collect()
}

fn code_of(id: DocumentId, facts: &Facts) -> Option<&str> {
    facts.document(id).map(|it| it.code.as_str())
}

fn document(it: &Document, counts: DocumentCounts, facts: &Facts) -> Value {
    let bases: Vec<_> = it.bases.iter().map(|id| code_of(*id, facts)).collect();
    json!({
        "code": it.code,
        "symbol": it.symbol,
        "kind": shape::text(&it.kind),
        "date": it.date,
        "issuer": shape::text(&it.issuer),
        "summary": shape::text(&it.summary),
        "needs_confirmation": !it.skips_confirmation,
        "bases": bases,
        "same_number": twins(it, facts),
        "tasks": counts.all,
        "open": counts.open,
        "late": counts.late,
    })
}

/// A branch of a chain: how deep it stands, and whether it stands there for the first time.
fn branch(branch: &Branch, facts: &Facts) -> Value {
    json!({
        "code": code_of(branch.id, facts),
        "document": facts.document(branch.id).map(shape::document),
        "depth": branch.last.len(),
        "again": branch.is_again,
    })
}
