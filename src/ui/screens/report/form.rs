//! The period of a report, and by which day a task belongs to it.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::period::Period;
use crate::domain::report::{Basis, Spec};
use crate::domain::report_window::{Window, offered};
use crate::lang::format::date;
use crate::lang::report::said;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::asked::Asked;
use crate::ui::screens::editing::{Typed, answer, paint};
use crate::ui::widgets::form::{Form as Fields, Heard, Kind as Field, Row};
use crate::ui::widgets::narrow::Item;

/// The words by which the form hands a basis over.
const BASES: [(Basis, &str); 2] = [(Basis::Due, "due"), (Basis::Assigned, "assigned")];

/// The name of its draft.
const PLACE: &str = "report_period";

/// The form; ends with a text that [`taken`] understands.
pub struct PeriodForm {
    fields: Fields,
    typed: Typed,
}

impl PeriodForm {
    /// With what the report is about now.
    #[must_use]
    pub fn new(spec: &Spec, ui: &Ui) -> Self {
        let t = &ui.t.report.screen;
        let bases: Arc<[Item]> = BASES
            .into_iter()
            .map(|(basis, code)| Item::new(code, "", (t.basis)(basis)))
            .collect();
        let offered = offered(&ui.facts.windows, ui.facts.today).into_iter();
        let windows: Arc<[Item]> = offered.map(|window| item(window, ui)).collect();
        let period = spec.period.map(|_| said::period(spec.period, ui.t));
        let now = BASES.into_iter().find(|it| it.0 == spec.basis);
        let rows = vec![
            Row::new("period", t.period_label, Field::Suggest(windows))
                .wide(44)
                .with(&period.unwrap_or_default()),
            Row::new("basis", t.basis_label, Field::Choice(bases))
                .wide(30)
                .with(now.map_or("due", |it| it.1)),
        ];
        let mut fields = Fields::new(rows);
        let typed = Typed::open(PLACE.to_owned(), &mut fields, ui);
        Self { fields, typed }
    }

    fn end(&self, ui: &Ui) -> Vec<Effect> {
        let text = self.fields.value("period");
        let period = ui.facts.period(&text);
        if !text.is_empty() && period.is_none() {
            let sentence = (ui.t.report.screen.bad_period)(&text);
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        let days = period.map_or_else(String::new, |it| format!("{}..{}", it.from, it.to));
        let basis = self.fields.value("basis");
        vec![
            self.typed.forget(),
            Effect::Choose(Outcome::Text(format!("{basis} {days}"))),
        ]
    }
}

/// A window to choose: by its name as the window of a report, with its days beside it.
fn item(window: &Window, ui: &Ui) -> Item {
    let t = &ui.t.windows;
    let name = format!("{} {}", t.prefix, window.name);
    let days = said::period(window.period(), ui.t);
    let due = date(window.due);
    Item::new(
        name,
        "",
        &format!("{}: {days}; {} {due}", window.name, t.due),
    )
}

/// The same report about what the form was ended with; none where that is something else.
#[must_use]
pub fn taken(spec: &Spec, text: &str) -> Option<Spec> {
    let (basis, days) = text.split_once(' ')?;
    let (basis, _) = BASES.into_iter().find(|it| it.1 == basis)?;
    let period = match days.split_once("..") {
        Some((from, to)) => Some(Period::new(from.parse().ok()?, to.parse().ok()?)?),
        None => None,
    };
    Some(Spec {
        period,
        basis,
        ..spec.clone()
    })
}

impl Screen for PeriodForm {
    fn context(&self) -> Context {
        Context::Form
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.report.screen.form.to_owned()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match action {
            Action::Back | Action::Close => return self.typed.leave(&self.fields),
            Action::DoIt => return self.end(ui),
            _ => {}
        }
        match self.fields.act(action, None, ui) {
            Heard::Finished => self.end(ui),
            heard => answer(heard, &mut self.fields, ui),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        let heard = self.fields.write(letter, ui);
        answer(heard, &mut self.fields, ui)
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        self.fields.take(&outcome);
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let text = self.fields.value("period");
        let period = ui.facts.period(&text);
        let mut notes: Vec<String> = period
            .map(|period| said::period(Some(period), ui.t))
            .into_iter()
            .collect();
        notes.push(ui.t.report.screen.examples.to_owned());
        paint("", &mut self.fields, &notes, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.report.screen.form_hint.to_owned())
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        vec![self.typed.unsaved(&self.fields)]
    }

    fn topic(&self) -> Topic {
        Topic::Report
    }
}

impl Asked for PeriodForm {
    fn fields_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }
}
