//! Letters in sentences: what would be written, and what was.

use crate::domain::id::AgencyId;
use crate::domain::paper::PaperFault;
use crate::ui::screen::Ui;
use crate::work::request::letters::Told;

/// So many agencies are named before the others are counted.
const NAMED: usize = 5;

/// What would be written: how many letters, to whom; and what was left out.
pub(super) fn would(told: &Told, ui: &Ui) -> Vec<String> {
    let t = &ui.t.paper;
    let would = match told.letters.len() {
        0 => vec![(t.fault)(&PaperFault::NothingToSay)],
        count => vec![
            (t.would)(count, told.tasks(), &told.numbers()),
            agencies(told, ui),
        ],
    };
    would.into_iter().chain(left(told, ui)).collect()
}

/// What was written into a folder or file of that name, and how it is fetched.
pub(super) fn written(told: &Told, output: &str, ui: &Ui) -> Vec<String> {
    let t = &ui.t.paper;
    let [here, tray] = t.form.places;
    let place = match output {
        _ if ui.facts.is_at_door => tray,
        "" => here,
        named => named,
    };
    let (count, numbers) = (told.letters.len(), told.numbers());
    let mut texts = vec![(t.written)(count, told.tasks(), &numbers, place)];
    texts.extend(told.letters.iter().map(|letter| {
        let file = letter.file.file_name().unwrap_or_default();
        let (name, count) = (name(letter.agency, ui), letter.tasks.len());
        (t.letter)(&letter.number, name, count, &file.to_string_lossy())
    }));
    texts.extend(left(told, ui));
    texts.push(t.form.recorded.to_owned());
    if ui.facts.is_at_door {
        texts.push(t.form.fetch.to_owned());
    }
    texts
}

fn left(told: &Told, ui: &Ui) -> Option<String> {
    let first = told.left.first()?;
    let why = (ui.t.refusals.keyless)(&first.why, first.id.0);
    Some((ui.t.paper.form.left)(told.left.len(), &why))
}

/// `Sở Tài chính 5, Sở Tư pháp 3, và 4 cơ quan nữa`.
fn agencies(told: &Told, ui: &Ui) -> String {
    let named = told.letters.iter().take(NAMED);
    let mut names: Vec<String> = named
        .map(|letter| format!("{} {}", name(letter.agency, ui), letter.tasks.len()))
        .collect();
    let more = told.letters.len() - names.len();
    if more > 0 {
        names.push((ui.t.paper.form.more)(more));
    }
    names.join(", ")
}

fn name<'a>(agency: AgencyId, ui: &Ui<'a>) -> &'a str {
    let agency = ui.facts.agency(agency);
    agency.map_or(ui.t.terms.no_agency, |agency| agency.name.as_str())
}
