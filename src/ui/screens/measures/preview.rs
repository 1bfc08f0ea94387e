//! A file of values as it was read: what will be written, what is doubtful, which rows are left and why.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{code, is_stale, marked, said, short};
use crate::lang::format;
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Outcome, Reply, Screen, Topic, Ui};
use crate::ui::widgets::pages::{Lines, Pages};
use crate::work::request::measures::{Ask, Told, Understood, What};
use crate::work::request::{Answer, OperationKey, Request};

/// The preview of a file.
pub struct Preview {
    told: Vec<String>,
    /// Under one key: sent again after a lost answer it does no harm. None where nothing can be written.
    request: Option<Request>,
    lines: Lines,
    pages: Pages,
    wide: u16,
}

impl Preview {
    /// Of what was read.
    #[must_use]
    pub fn new(read: &Understood, what: What, ui: &Ui) -> Self {
        let key = OperationKey::fresh();
        let ask = match what {
            What::Caseload => Ask::SaveCaseload {
                key,
                seen: Some(read.files_there.clone()),
                set: read.files.clone(),
                remove: Vec::new(),
            },
            What::Readings(_) => Ask::SaveReadings {
                key,
                seen: Some(read.readings_there.clone()),
                set: read.readings.clone(),
                remove: Vec::new(),
            },
        };
        Self {
            told: lines(read, ui),
            request: (read.sound() > read.same).then_some(Request::Measures(ask)),
            lines: Lines::default(),
            pages: Pages::default(),
            wide: 0,
        }
    }

    fn write(&mut self, wide: u16, ui: &Ui) {
        self.wide = wide;
        self.lines = Lines::default();
        let room = usize::from(wide).saturating_sub(1);
        for text in &self.told {
            self.lines.labelled("- ", text, 2, room, ui.theme.text);
        }
    }
}

/// What was read, in sentences: counts, what is left, what is doubtful, then the values.
fn lines(read: &Understood, ui: &Ui) -> Vec<String> {
    let t = &ui.t.measures;
    let (sound, left) = (read.sound(), read.left.len());
    let mut lines = vec![(t.form.read)(sound, read.differing, read.same, left)];
    for row in &read.left {
        lines.push((t.form.left)(row.line, &row.text, &(t.fault)(&row.why)));
    }
    lines.extend(read.marks.iter().map(|mark| marked(mark, ui)));
    let language = ui.t.language;
    lines.extend(read.files.iter().map(|one| {
        let files = one.files();
        let part = format::share(files.late, files.all, language);
        let late = format::number(files.late, language);
        let all = format::number(files.all, language);
        format!(
            "{} {}: {late}/{all} ({part})",
            code(one.agency, ui),
            short(one.month)
        )
    }));
    lines.extend(read.readings.iter().map(|one| {
        let value = format::amount(one.value, language);
        format!("{} {}: {value}", code(one.agency, ui), short(one.interval))
    }));
    lines
}

impl Screen for Preview {
    fn context(&self) -> Context {
        Context::Confirm
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.measures.form.import_title.to_owned()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        match (action, &self.request) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::DoIt, Some(request)) => vec![Effect::Ask(request.clone())],
            (Action::DoIt, None) => {
                vec![Effect::Say(Message::refusal(ui.t.measures.form.nothing))]
            }
            _ if self.pages.act(action, self.lines.len()) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn reply(&mut self, question: &Request, answer: Reply, ui: &Ui) -> Vec<Effect> {
        if self.request.as_ref() != Some(question) {
            return Vec::new();
        }
        let saved = match answer {
            Ok(Answer::Measures(Told::Saved(saved))) => saved,
            // What was compared is not so any more: the file is read again by the form beneath.
            Err(error) if is_stale(error) => return vec![Effect::Close],
            _ => return Vec::new(),
        };
        vec![
            Effect::Say(said(saved, ui)),
            Effect::Choose(Outcome::Saved(Vec::new())),
        ]
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        if area.width != self.wide {
            self.write(area.width, ui);
        }
        self.pages.draw(&self.lines, area, buffer)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.form.preview_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}
