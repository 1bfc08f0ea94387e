//! Remarks that a deadline was moved: "(lùi từ 31/3)", "(gia hạn đến 30/6/2023)" (D19).

use chrono::{Days, NaiveDate};

use super::phrases::Length;
use super::tokens::{Cursor, Token, What};
use super::{Context, Deadline, Kind, Why, read as read_again, relative, spans};

/// Reads a text that holds such a remark; none where it holds none.
///
/// The newest date is current, the older one is the original, and a person must look at it: an extension is
/// a decision with a document of its own.
pub(super) fn read(tokens: &[Token], context: &Context<'_>) -> Option<Deadline> {
    let (start, verb) =
        (0..tokens.len()).find_map(|start| Some((start, verb(tokens.get(start..)?)?)))?;
    let remark = tokens.get(start + verb..)?;
    let closed = remark
        .iter()
        .position(|token| token.what == What::Sign(')'));
    let (remark, after) = remark.split_at(closed.unwrap_or(remark.len()));
    let mut main = tokens.get(..start)?.to_vec();
    while main.last().is_some_and(|token| {
        matches!(token.what, What::Sign('(' | ',' | ';' | '-' | ':'))
            || token.is("duoc")
            || token.is("da")
    }) {
        main.pop();
    }
    main.extend_from_slice(after.get(1..).unwrap_or_default());
    Some(judged(&main, remark, context))
}

fn judged(main: &[Token], remark: &[Token], context: &Context<'_>) -> Deadline {
    let (old, new) = old_and_new(remark);
    let stated = |tokens: &[Token], reference: NaiveDate| {
        let read = (!tokens.is_empty()).then(|| {
            read_again(
                tokens,
                &Context {
                    reference,
                    ..*context
                },
            )
        });
        read.filter(|deadline| deadline.due.is_some())
    };
    let reference = context.reference;
    let main_alone = stated(main, reference);
    if let Some(length) = spans::length(&mut after_more(remark)).filter(|_| new.is_empty()) {
        return main_alone.map_or_else(
            || Deadline::unknown(Why::ExtensionInBrackets),
            |main| prolonged(main, &length, context),
        );
    }
    let current = match (stated(new, reference), &main_alone) {
        // "31/3/2023 (gia hạn đến 30/6)": the next 30/6 after the date that was moved.
        (Some(new), Some(main)) if lacks_year(&new) && !lacks_year(main) => {
            stated(new_after(new_tokens(remark)), main.due.unwrap_or(reference))
        }
        (Some(new), _) => Some(new),
        (None, main) => main.clone(),
    };
    let Some(current) = current else {
        return Deadline::unknown(Why::ExtensionInBrackets);
    };
    let due = current.due.unwrap_or(reference);
    // A date before the current one, and without a year, lies in the year that ends with it.
    let year_before = due.checked_sub_days(Days::new(364)).unwrap_or(due);
    let earlier = |tokens: &[Token]| {
        let plain = stated(tokens, reference)?;
        if lacks_year(&plain) {
            stated(tokens, year_before)
        } else {
            Some(plain)
        }
    };
    let others = [
        earlier(old),
        if new.is_empty() { None } else { earlier(main) },
    ];
    newest(current, others.into_iter().flatten().collect(), reference)
}

fn after_more(remark: &[Token]) -> Cursor<'_> {
    let mut at = Cursor::new(remark);
    at.skip(&["thoi han", "them"]);
    at
}

/// "Gia hạn thêm 30 ngày": counted from the date that was moved, not from the document.
fn prolonged(main: Deadline, length: &Length, context: &Context<'_>) -> Deadline {
    let end = main.due.and_then(|due| relative::end(length, due, context));
    match end {
        Some(end) => newest(
            Deadline::new(Kind::Date, Some(end)),
            vec![main],
            context.reference,
        ),
        None => Deadline::unknown(Why::ExtensionInBrackets),
    }
}

fn newest(current: Deadline, others: Vec<Deadline>, reference: NaiveDate) -> Deadline {
    let all: Vec<_> = std::iter::once(current).chain(others).collect();
    let oldest = all
        .iter()
        .flat_map(|deadline| [deadline.original_due, deadline.due])
        .flatten()
        .min();
    let Some(mut latest) = all.into_iter().max_by_key(|deadline| deadline.due) else {
        return Deadline::unknown(Why::ExtensionInBrackets);
    };
    latest.original_due = oldest.filter(|oldest| Some(*oldest) != latest.due);
    if latest.due.is_some_and(|due| due >= reference) {
        latest.why.retain(|why| *why != Why::BeforeDocument);
    }
    latest.because(Why::ExtensionInBrackets)
}

fn lacks_year(deadline: &Deadline) -> bool {
    deadline.why.contains(&Why::NoYear)
}

/// Splits "từ 31/3 đến 30/6" into the date before and the date after.
fn old_and_new(remark: &[Token]) -> (&[Token], &[Token]) {
    let new = new_tokens(remark);
    let old = remark.get(..remark.len() - new.len()).unwrap_or_default();
    let from = old.iter().position(|token| token.is("tu"));
    let cited = old
        .first()
        .is_some_and(|token| matches!(token.what, What::Number(..) | What::Sign(':')));
    match from {
        Some(from) => (old.get(from + 1..).unwrap_or_default(), new_after(new)),
        None if cited || new.is_empty() => (old, new_after(new)),
        None => (&[], new_after(new)),
    }
}

/// From the first word of direction on: đến, sang, thành.
fn new_tokens(remark: &[Token]) -> &[Token] {
    let at = remark
        .iter()
        .position(|token| ["den", "sang", "thanh"].iter().any(|word| token.is(word)));
    at.and_then(|at| remark.get(at..)).unwrap_or_default()
}

/// "Đến" itself stays, so that a period has no start (D3); "sang" and "thành" only say that it moved.
fn new_after(new: &[Token]) -> &[Token] {
    match new.split_first() {
        Some((first, rest)) if !first.is("den") => rest,
        _ => new,
    }
}

/// The length of the verb that moves a deadline, where it stands here.
fn verb(tokens: &[Token]) -> Option<usize> {
    let length = |at: Cursor<'_>| tokens.len() - at.rest.len();
    let mut at = Cursor::new(tokens);
    let named = [
        "gia han",
        "ban dau",
        "han cu",
        "han goc",
        "han ban dau",
        "truoc day la",
        "truoc day",
        "thay cho",
        "lui han",
        "lui thoi han",
        "doi han",
    ];
    if at.any(&named) {
        return Some(length(at));
    }
    if !at.any(&["lui", "doi", "hoan", "keo dai", "dieu chinh", "chuyen"]) {
        return None;
    }
    let end = length(at);
    at.skip(&[
        "thoi gian",
        "thoi han",
        "han",
        "hoan thanh",
        "thuc hien",
        "lai",
    ]);
    at.any(&["tu", "den", "sang"]).then_some(end)
}
