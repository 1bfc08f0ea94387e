//! What will happen, before it happens: every digit as a deed with before and after, and one small
//! form that asks only for what the deeds need. Enter or F10 does it all in one transaction.
//!
//! Opened with the digits of a list. It asks for the tasks anew, never guesses what they are, and
//! gives back those that were saved; the digits of the others stay where they were typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::change::News;
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::{Deed, Particulars, Pick, has_rank};
use crate::ui::action::Action;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Outcome, Reply, Screen, Topic, Ui, Unsaved};
use crate::ui::screens::choice::choosing;
use crate::ui::sent::Sent;
use crate::ui::widgets::form::Heard;
use crate::work::request::{Answer, Request, Wish};
use kept::Others;
use line::{Line, Standing};
use section::{SHARED, Section};

mod asked;
mod draft;
mod fields;
pub mod kept;
pub mod line;
mod save;
pub mod section;
mod view;

/// The name of its draft.
pub const PLACE: &str = "confirm";

/// The confirm list.
pub struct Confirm {
    items: Vec<(TaskId, Pick)>,
    lines: Vec<Line>,
    is_loaded: bool,
    sections: Vec<Section>,
    section: usize,
    /// The row of the cursor while no form has it.
    at: usize,
    first: usize,
    height: usize,
    sent: Sent<Vec<Wish>>,
    /// Tasks that were saved while others stayed.
    saved: Vec<TaskId>,
    /// F10 was pressed with a field empty; pressed again, it saves the rest.
    is_warned: bool,
    /// What was typed before a hang-up.
    draft: Option<Unsaved>,
    /// What was typed for rows that are not here.
    others: Others,
}

impl Confirm {
    /// The list for these digits and deeds.
    #[must_use]
    pub fn new(items: Vec<(TaskId, Pick)>) -> Self {
        Self {
            items,
            lines: Vec::new(),
            is_loaded: false,
            sections: Vec::new(),
            section: 0,
            at: 0,
            first: 0,
            height: 1,
            sent: Sent::default(),
            saved: Vec::new(),
            is_warned: false,
            draft: None,
            others: Others::default(),
        }
    }

    fn ask(&self) -> Vec<Effect> {
        vec![Effect::Ask(Request::Tasks { ids: self.ids() })]
    }

    fn ids(&self) -> Vec<TaskId> {
        self.items.iter().map(|(id, _)| *id).collect()
    }

    /// The deed and the particulars of a row, as far as they are typed.
    fn given(&self, place: usize, ui: &Ui) -> (Option<Deed>, Particulars) {
        let line = self.lines.get(place);
        let served = self
            .sections
            .iter()
            .find(|section| section.rows.contains(&place));
        match (served, line.and_then(|line| line.task.as_ref())) {
            (Some(section), Some(task)) => {
                let (deed, given) = section.given(task, ui);
                (Some(deed), given)
            }
            _ => (line.and_then(|line| line.deed), Particulars::default()),
        }
    }

    fn standing(&self, place: usize, ui: &Ui) -> Standing {
        let (deed, given) = self.given(place, ui);
        self.lines
            .get(place)
            .map_or(Standing::Gone, |line| line.standing(deed, &given, ui.facts))
    }

    fn build_sections(&mut self, ui: &Ui) {
        self.sections = Section::of(&self.lines, ui);
        self.section = 0;
        self.show_section();
    }

    /// Brings the first row of the present form into view.
    fn show_section(&mut self) {
        let first = self
            .sections
            .get(self.section)
            .and_then(|section| section.rows.first());
        self.at = first.copied().unwrap_or(self.at);
        self.at = self.at.min(self.lines.len().saturating_sub(1));
    }

    /// To another form, at its first field or at its last.
    fn go_to_section(&mut self, section: usize, at_last: bool) {
        self.section = section;
        if let Some(section) = self.sections.get_mut(section) {
            section.form.go_to_end(at_last);
        }
        self.show_section();
    }

    fn turn(&mut self, forward: bool) -> Vec<Effect> {
        let many = self.sections.len();
        if many > 1 {
            let next = if forward {
                self.section + 1
            } else {
                self.section + many - 1
            };
            self.section = next % many;
            self.show_section();
            return Vec::new();
        }
        let last = self.lines.len().saturating_sub(1);
        self.at = if forward {
            (self.at + self.height).min(last)
        } else {
            self.at.saturating_sub(self.height)
        };
        Vec::new()
    }

    /// The flag of the present form was switched: splits it, or joins those of its deed.
    fn follow_flag(&mut self, ui: &Ui) {
        let Some(section) = self.sections.get(self.section) else {
            return;
        };
        let is_joined = section.rows.len() > 1;
        let wants_joined = section.form.is_set(SHARED);
        if section.group < 2 || is_joined == wants_joined {
            return;
        }
        let (deed, group) = (section.deed, section.group);
        if is_joined {
            let parts = section.split(&self.lines, ui);
            self.sections.splice(self.section..=self.section, parts);
        } else {
            let is_of_group = |other: &Section| {
                other.deed == deed && other.group == group && other.rows.len() == 1
            };
            let from = self.sections.iter().position(is_of_group).unwrap_or(0);
            let mine = self.sections.iter().filter(|other| is_of_group(other));
            let rows = mine.flat_map(|other| other.rows.clone()).collect();
            let joined = section.joined(rows, &self.lines, ui);
            self.sections.retain(|other| !is_of_group(other));
            let from = from.min(self.sections.len());
            self.sections.insert(from, joined);
            self.section = from;
        }
        self.show_section();
    }

    fn act_in_form(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let before = self
            .section
            .checked_sub(1)
            .and_then(|place| self.sections.get(place));
        let before = before.map(|section| section.form.clone());
        let last = self.sections.len().saturating_sub(1);
        let heard = match self.sections.get_mut(self.section) {
            Some(section) => section.form.act(action, before.as_ref(), ui),
            None => Heard::Unknown,
        };
        match heard {
            Heard::Finished if self.section == last => return self.save_by_enter(ui),
            Heard::Finished => self.go_to_section(self.section + 1, false),
            Heard::Below if self.section == last => self.go_to_section(0, false),
            Heard::Below => self.go_to_section(self.section + 1, false),
            Heard::Above if self.section == 0 => self.go_to_section(last, true),
            Heard::Above => self.go_to_section(self.section - 1, true),
            other => return answer(other, ui),
        }
        Vec::new()
    }

    /// Where agencies were reorganised a person and their tasks have another one by now: rows that would be somebody
    /// else's as they were seen are looked at as they are.
    fn renew(&mut self, tasks: &[Task], ui: &Ui) -> Vec<Effect> {
        let mut is_other = false;
        for line in &mut self.lines {
            let is_theirs = match (&line.task, line.deed) {
                (Some(task), Some(deed)) => has_rank(task, deed, &ui.facts.user).is_ok(),
                (Some(_) | None, _) => true,
            };
            let now = tasks.iter().find(|task| task.id == line.id);
            if let Some(now) = now.filter(|_| !is_theirs) {
                line.task = Some(now.clone());
                is_other = true;
            }
        }
        is_other.then_some(Effect::Unasked).into_iter().collect()
    }

    fn act_in_list(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let last = self.lines.len().saturating_sub(1);
        match action {
            Action::Enter if !self.is_loaded => return self.ask(),
            Action::Enter => return self.save_by_enter(ui),
            Action::Up | Action::PreviousPane => self.at = self.at.saturating_sub(1),
            Action::Down | Action::NextPane => self.at = (self.at + 1).min(last),
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            _ => return vec![Effect::Useless],
        }
        Vec::new()
    }
}

/// What a screen answers to what a form heard.
fn answer(heard: Heard, ui: &Ui) -> Vec<Effect> {
    match heard {
        Heard::Say(message) => vec![Effect::Say(message)],
        Heard::Choose(wanted) => vec![Effect::Open(choosing(wanted, ui))],
        Heard::Unknown => vec![Effect::Useless],
        Heard::Done | Heard::Finished | Heard::Below | Heard::Above => Vec::new(),
    }
}

impl Screen for Confirm {
    fn context(&self) -> Context {
        if self.sections.is_empty() {
            Context::Confirm
        } else {
            Context::Form
        }
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.confirm.title.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        self.ask()
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        if action == Action::DoIt {
            return self.save_by_f10(ui);
        }
        self.is_warned = false;
        match action {
            Action::Back | Action::Close => self.leave(),
            Action::PageUp => self.turn(false),
            Action::PageDown => self.turn(true),
            _ if self.sections.is_empty() => self.act_in_list(action, ui),
            _ => self.act_in_form(action, ui),
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.is_warned = false;
        let Some(section) = self.sections.get_mut(self.section) else {
            return vec![Effect::Useless];
        };
        let heard = section.form.write(letter, ui);
        self.follow_flag(ui);
        answer(heard, ui)
    }

    fn reply(&mut self, question: &Request, reply: Reply, ui: &Ui) -> Vec<Effect> {
        match (question, reply) {
            (Request::Tasks { ids }, Ok(Answer::Tasks(tasks)))
                if !self.is_loaded && *ids == self.ids() =>
            {
                let find = |id| tasks.iter().find(|task| task.id == id).cloned();
                let line = |(id, pick): &(TaskId, Pick)| Line::new(*id, *pick, find(*id), ui.facts);
                self.lines = self.items.iter().map(line).collect();
                self.is_loaded = true;
                self.build_sections(ui);
                self.take_draft(ui);
                Vec::new()
            }
            (Request::Tasks { ids }, Ok(Answer::Tasks(tasks))) if *ids == self.ids() => {
                self.renew(tasks, ui)
            }
            (Request::Perform { key, .. }, Ok(Answer::Saved(saved))) if self.sent_as(key) => {
                self.take_saved(saved, ui)
            }
            _ => Vec::new(),
        }
    }

    fn news(&mut self, news: &News, _: &Ui) -> Vec<Effect> {
        if news.facts && self.is_loaded {
            let ids = self.ids();
            return vec![Effect::Fetch(Request::Tasks { ids })];
        }
        Vec::new()
    }

    fn resume(&mut self, outcome: Outcome, _: &Ui) -> Vec<Effect> {
        if let Some(section) = self.sections.get_mut(self.section) {
            section.form.take(&outcome);
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        self.paint(area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        self.is_loaded.then(|| self.outlook(ui))
    }

    fn unsaved(&self) -> Vec<Unsaved> {
        self.typed().into_iter().collect()
    }

    fn why(&self, ui: &Ui) -> Vec<String> {
        let section = self.sections.get(self.section);
        let recorded = section.and_then(|section| section.recorded(&self.lines, ui));
        recorded.map(str::to_owned).into_iter().collect()
    }

    fn topic(&self) -> Topic {
        Topic::Confirm
    }
}
