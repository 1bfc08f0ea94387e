//! Saving from the confirm list: when Enter may, when only F10, and what stays after it.

use super::Confirm;
use super::line::{Conflict, Standing};
use super::section::{Section, field_of};
use crate::domain::id::TaskId;
use crate::domain::transition::Refusal;
use crate::ui::screen::{Effect, Message, Outcome, Ui};
use crate::work::request::{OperationKey, Request, Saved, Wish};

/// How many rows stand how.
#[derive(Debug, Default)]
struct Tally {
    ready: usize,
    /// Rows that can be saved once their form is filled in.
    incomplete: usize,
    /// Rows that stay, and the first reason.
    left: usize,
    why: Option<String>,
    is_grave: bool,
}

impl Confirm {
    fn tally(&self, ui: &Ui) -> Tally {
        let mut tally = Tally::default();
        for (place, line) in self.lines.iter().enumerate() {
            let mut leave = |why: String| {
                tally.left += 1;
                tally.why.get_or_insert(why);
            };
            match self.standing(place, ui) {
                Standing::Ready => tally.ready += 1,
                Standing::Incomplete(_) => tally.incomplete += 1,
                Standing::Refused(why) => leave((ui.t.refusals.short)(&why)),
                Standing::Gone => leave(ui.t.confirm.gone.to_owned()),
                Standing::NoDeed => leave(ui.t.confirm.no_deed.to_owned()),
            }
            tally.is_grave |= line.deed.is_some_and(|deed| deed.is_grave());
            tally.is_grave |= line.conflict.is_some();
        }
        tally
    }

    /// What will happen, for the message line.
    pub(super) fn outlook(&self, ui: &Ui) -> String {
        let t = &ui.t.confirm;
        let tally = self.tally(ui);
        let will = tally.ready + tally.incomplete;
        match &tally.why {
            _ if will == 0 => t.nothing.to_owned(),
            Some(why) => (t.partly)(will, tally.left, why),
            None if tally.is_grave => (t.ready_f10)(will),
            None if self.sections.is_empty() => (t.ready)(will),
            None => (t.form_hint)(will),
        }
    }

    /// Enter: only where nothing is missing, nothing is left and nothing is grave.
    pub(super) fn save_by_enter(&mut self, ui: &Ui) -> Vec<Effect> {
        let tally = self.tally(ui);
        if let Some(sentence) = self.go_to_fault(ui) {
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        if tally.ready == 0 {
            return vec![Effect::Say(Message::refusal(ui.t.confirm.nothing))];
        }
        if tally.is_grave || tally.left > 0 {
            return vec![Effect::Say(Message::refusal(ui.t.confirm.needs_f10))];
        }
        self.send(ui)
    }

    /// F10: shows the first empty field; pressed again, saves the rows that are complete.
    pub(super) fn save_by_f10(&mut self, ui: &Ui) -> Vec<Effect> {
        if !self.is_loaded {
            return self.ask();
        }
        let ready = self.tally(ui).ready;
        if !(self.is_warned && ready > 0)
            && let Some(mut sentence) = self.go_to_fault(ui)
        {
            if ready > 0 {
                sentence = format!("{sentence} {}", (ui.t.confirm.again)(ready));
                self.is_warned = true;
            }
            return vec![Effect::Say(Message::refusal(sentence))];
        }
        self.is_warned = false;
        if ready == 0 {
            return vec![Effect::Say(Message::refusal(ui.t.confirm.nothing))];
        }
        self.send(ui)
    }

    /// Puts the cursor into the first field that is empty or wrong; gives the sentence about it.
    fn go_to_fault(&mut self, ui: &Ui) -> Option<String> {
        let (section, field, sentence) = self.fault(ui)?;
        if section != self.section {
            self.section = section;
            self.show_section();
        }
        if let Some(section) = self.sections.get_mut(section) {
            section.form.go_to(field);
        }
        Some(sentence)
    }

    fn fault(&self, ui: &Ui) -> Option<(usize, &'static str, String)> {
        for (at, section) in self.sections.iter().enumerate() {
            if let Some((field, sentence)) = section.form.fault(ui) {
                return Some((at, field, sentence));
            }
            for place in &section.rows {
                if let Standing::Incomplete(why) = self.standing(*place, ui) {
                    let number = self.lines.get(*place).map_or(0, |line| line.id.0);
                    let sentence = (ui.t.refusals.sentence)(&why, number);
                    return Some((at, field_of(&why), sentence));
                }
            }
        }
        None
    }

    fn wishes(&self, ui: &Ui) -> Vec<Wish> {
        let has_fault = |place: usize| {
            let mut sections = self.sections.iter();
            let served = sections.find(|section| section.rows.contains(&place));
            served.is_some_and(|section| section.form.fault(ui).is_some())
        };
        let wish = |place: usize| {
            let task = self.lines.get(place)?.task.as_ref()?;
            let (deed, given) = self.given(place, ui);
            Some(Wish {
                id: task.id,
                seen: task.version,
                deed: deed?,
                given,
            })
        };
        (0..self.lines.len())
            .filter(|place| self.standing(*place, ui) == Standing::Ready && !has_fault(*place))
            .filter_map(wish)
            .collect()
    }

    fn send(&mut self, ui: &Ui) -> Vec<Effect> {
        let wishes = self.wishes(ui);
        if wishes.is_empty() {
            return vec![Effect::Say(Message::refusal(ui.t.confirm.nothing))];
        }
        let key = self.sent.key_for(wishes.clone());
        vec![Effect::Ask(Request::Perform { key, wishes })]
    }

    /// True if that was the save which was sent last.
    pub(super) fn sent_as(&self, key: &OperationKey) -> bool {
        self.sent.is(key)
    }

    /// Leaves the rows that were not saved.
    fn keep_rest(&mut self, done: &[TaskId], before: &[(Vec<TaskId>, Section)], ui: &Ui) {
        self.lines.retain(|line| !done.contains(&line.id));
        self.items = self.lines.iter().map(|line| (line.id, line.pick)).collect();
        self.rebuild(before, ui);
    }

    /// Takes the answer to a save: closes, or keeps the rows that others changed, with both versions.
    pub(super) fn take_saved(&mut self, saved: &Saved, ui: &Ui) -> Vec<Effect> {
        let _ = self.sent.answered();
        let mut effects = vec![Effect::Remember(self.to_remember())];
        let done: Vec<_> = saved.done.iter().map(|task| task.id).collect();
        self.saved.extend(&done);
        let before = self.forms_by_task();
        if saved.left.is_empty() {
            self.keep_rest(&done, &before, ui);
            let text = (ui.t.confirm.saved)(self.saved.len(), self.lines.len());
            // Of rows whose form was not filled in what was typed is kept.
            effects.extend(self.typed().map(Effect::Keep));
            effects.push(Effect::Say(Message::plain(text)));
            effects.push(Effect::Choose(Outcome::Saved(std::mem::take(
                &mut self.saved,
            ))));
            return effects;
        }
        for left in &saved.left {
            let Some(line) = self.lines.iter_mut().find(|line| line.id == left.id) else {
                continue;
            };
            let now = left.now.as_deref().cloned();
            let seen = std::mem::replace(&mut line.task, now);
            let is_change = matches!(left.why, Refusal::Changed { .. });
            line.conflict = seen.filter(|_| is_change).map(|seen| Conflict {
                why: left.why.clone(),
                seen,
            });
        }
        self.keep_rest(&done, &before, ui);
        let text = (ui.t.confirm.conflict)(done.len(), saved.left.len());
        effects.push(Effect::Say(Message::refusal(text)));
        effects.push(Effect::Unasked);
        effects
    }
}
