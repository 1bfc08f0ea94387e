//! Deeds: what cannot be done is said first, then only what is missing is asked for, then everything is
//! read out as it will be, and one yes does it all in one transaction.
//!
//! The rows, the forms and what is typed into them are those of the confirm list of the screens, so that
//! both ask for the same and each can take up what was typed into the other.

use super::form::{self, yes_or_no};
use super::talk::{Away, Said, Talk};
use super::words::{capital, differing, sentence, spoken};
use crate::domain::change::difference;
use crate::domain::id::TaskId;
use crate::domain::task::Task;
use crate::domain::transition::{self, Deed, Particulars, Refusal};
use crate::lang::format;
use crate::ui::screen::{Ui, Unsaved};
use crate::ui::screens::confirm::PLACE;
use crate::ui::screens::confirm::line::{Line, Standing};
use crate::ui::screens::confirm::section::{SHARED, Section, is_typed};
use crate::ui::widgets::form::Form;
use crate::work::request::{Answer, OperationKey, Request, Saved, Wish};

/// The name of the field that holds rows and digits in what is kept.
const ITEMS: &str = "items";

/// What the reading before the save leaves out, because the deed itself says it or the log keeps it.
const UNSAID: [&str; 4] = ["submitted_on", "submitted_by", "closed_on", "effective_due"];

/// What is left of a question whether to save.
enum Choice {
    Save,
    Mend,
}

struct Review {
    lines: Vec<Line>,
    sections: Vec<Section>,
    sent: Option<(OperationKey, Vec<Wish>)>,
    saved: Vec<TaskId>,
}

/// Does what these digits mean for these tasks, after asking; gives the tasks that were saved.
///
/// # Errors
/// Where it is left for another place; what was typed is kept under the same rows.
pub fn run(talk: &mut Talk, items: &[(TaskId, u8)], draft: Option<&Unsaved>) -> Said<Vec<TaskId>> {
    let ids: Vec<TaskId> = items.iter().map(|(id, _)| *id).collect();
    let tasks = talk.tasks(&ids)?;
    let facts = talk.facts();
    let find = |id| tasks.iter().find(|task| task.id == id).cloned();
    let line = |(id, digit): &(TaskId, u8)| Line::new(*id, *digit, find(*id), &facts);
    let mut review = Review {
        lines: items.iter().map(line).collect(),
        sections: Vec::new(),
        sent: None,
        saved: Vec::new(),
    };
    let watched = std::mem::replace(&mut talk.watched, ids);
    let ended = review.run(talk, draft);
    talk.watched = watched;
    match ended {
        Ok(()) => {
            talk.forget(PLACE);
            Ok(review.saved)
        }
        Err(away) => {
            let typed = review.typed();
            let is_kept = typed.is_some();
            if let Some(typed) = typed {
                talk.keep(typed);
            }
            match away {
                Away::Back => {
                    let t = &talk.t.line;
                    talk.say(if is_kept {
                        t.not_saved_kept
                    } else {
                        t.not_saved
                    })?;
                    Ok(review.saved)
                }
                other => Err(other),
            }
        }
    }
}

/// Takes up the list as it was typed before the program was cut off; none where that was another form.
///
/// # Errors
/// As for [`run`].
pub fn recover(talk: &mut Talk, draft: &Unsaved) -> Said<bool> {
    let item = |text: &str| {
        let (id, digit) = text.split_once(':')?;
        Some((TaskId(id.parse().ok()?), digit.parse().ok()?))
    };
    let items = draft.fields.iter().find(|(name, _)| name == ITEMS);
    let items: Option<Vec<_>> = items
        .filter(|_| draft.place == PLACE)
        .and_then(|(_, items)| items.split(',').map(item).collect());
    match items {
        Some(items) => run(talk, &items, Some(draft)).map(|_| true),
        None => Ok(false),
    }
}

impl Review {
    fn run(&mut self, talk: &mut Talk, draft: Option<&Unsaved>) -> Said<()> {
        self.tell_refused(talk)?;
        let frame = talk.frame();
        if !self
            .lines
            .iter()
            .any(|line| line.possible(frame.ui().facts).is_some())
        {
            return Ok(());
        }
        self.sections = Section::of(&self.lines, &frame.ui());
        let kept = draft.or_else(|| talk.memory.draft(PLACE)).cloned();
        if let Some(kept) = kept {
            self.take(&kept, &frame.ui());
        }
        let mut at = 0;
        loop {
            self.fill(talk, at)?;
            match self.faulty(talk)? {
                Some(section) => {
                    at = section;
                    continue;
                }
                None => at = 0,
            }
            match self.confirm(talk)? {
                Choice::Mend => {}
                Choice::Save => return Ok(()),
            }
        }
    }

    /// Says which rows stay, and why, before anything is asked for the others.
    fn tell_refused(&self, talk: &mut Talk) -> Said<()> {
        let facts = talk.facts();
        for line in &self.lines {
            match line.standing(None, &Particulars::default(), &facts) {
                Standing::Ready | Standing::Incomplete(_) => {}
                Standing::Refused(why) => {
                    let text = (talk.t.refusals.sentence)(&why, line.id.0);
                    talk.refuse(&spoken(&text))?;
                }
                Standing::Gone => {
                    let text = (talk.t.line.about)(line.id.0, talk.t.confirm.gone);
                    talk.refuse(&text)?;
                }
                Standing::NoDeed => {
                    let text = (talk.t.line.no_deed)(line.digit);
                    talk.refuse(&text)?;
                }
            }
        }
        Ok(())
    }

    /// Asks for the fields of every form, from this one on.
    fn fill(&mut self, talk: &mut Talk, from: usize) -> Said<()> {
        let mut at = from;
        while let Some(section) = self.sections.get_mut(at) {
            let frame = talk.frame();
            let ui = frame.ui();
            talk.say(&heading(section, &self.lines, &ui))?;
            if section.form.row(SHARED).is_some() && section.rows.len() > 1 {
                form::ask_field(talk, &mut section.form, SHARED)?;
                if !section.form.is_set(SHARED) {
                    let parts = section.split(&self.lines, &ui);
                    self.sections.splice(at..=at, parts);
                    continue;
                }
            }
            form::ask(talk, &mut section.form, is_skipped)?;
            talk.memory
                .remember(section.form.filled().into_iter().filter(is_typed).collect());
            at += 1;
        }
        Ok(())
    }

    /// The first form with which a row cannot be saved yet; says why.
    fn faulty(&self, talk: &mut Talk) -> Said<Option<usize>> {
        let frame = talk.frame();
        let ui = frame.ui();
        for (at, section) in self.sections.iter().enumerate() {
            for place in &section.rows {
                let Some(line) = self.lines.get(*place) else {
                    continue;
                };
                let (deed, given) = self.given(*place, &ui);
                if let Standing::Incomplete(why) = line.standing(deed, &given, ui.facts) {
                    let text = match &why {
                        Refusal::Missing(need) => {
                            (ui.t.line.missing)(line.id.0, (ui.t.refusals.need)(*need))
                        }
                        _ => (ui.t.refusals.sentence)(&why, line.id.0),
                    };
                    talk.refuse(&text)?;
                    return Ok(Some(at));
                }
            }
        }
        Ok(None)
    }

    /// What will be done to a row, and with which particulars.
    fn given(&self, place: usize, ui: &Ui) -> (Option<Deed>, Particulars) {
        let line = self.lines.get(place);
        let mut sections = self.sections.iter();
        let served = sections.find(|section| section.rows.contains(&place));
        match (served, line.and_then(|line| line.task.as_ref())) {
            (Some(section), Some(task)) => {
                let (deed, given) = section.given(task, ui);
                (Some(deed), given)
            }
            _ => (line.and_then(|line| line.deed), Particulars::default()),
        }
    }

    fn wishes(&self, ui: &Ui) -> Vec<Wish> {
        let wish = |place: usize| {
            let line = self.lines.get(place)?;
            let (deed, given) = self.given(place, ui);
            let is_ready = line.standing(deed, &given, ui.facts) == Standing::Ready;
            let task = line.task.as_ref().filter(|_| is_ready)?;
            Some(Wish {
                id: task.id,
                seen: task.version,
                deed: deed?,
                given,
            })
        };
        (0..self.lines.len()).filter_map(wish).collect()
    }

    /// Reads out what will happen, asks, and saves; until all is saved or something is to be mended.
    fn confirm(&mut self, talk: &mut Talk) -> Said<Choice> {
        loop {
            if self.faulty(talk)?.is_some() {
                return Ok(Choice::Mend);
            }
            let frame = talk.frame();
            let ui = frame.ui();
            let wishes = self.wishes(&ui);
            if wishes.is_empty() {
                talk.refuse(talk.t.confirm.nothing)?;
                return Err(Away::Back);
            }
            let texts = self.outlook(&wishes, &ui);
            talk.read_out(&texts)?;
            let is_grave = wishes.iter().any(|wish| wish.deed.is_grave());
            if !ask_to_save(talk, wishes.len(), is_grave)? {
                return Ok(Choice::Mend);
            }
            // A save whose answer was lost is asked for again under its own name and does no harm.
            let key = match self.sent.take() {
                Some((key, sent)) if sent == wishes => key,
                _ => OperationKey::fresh(),
            };
            self.sent = Some((key.clone(), wishes.clone()));
            match talk.answer(&Request::Perform { key, wishes }) {
                Ok(Answer::Saved(saved)) => {
                    if self.take_saved(talk, &saved)? {
                        return Ok(Choice::Save);
                    }
                }
                Ok(_) => return Ok(Choice::Save),
                Err(error) => talk.complain(&error)?,
            }
        }
    }

    fn outlook(&self, wishes: &[Wish], ui: &Ui) -> Vec<String> {
        let many = wishes.len();
        let mut texts = vec![(ui.t.line.review)(many)];
        for (wish, number) in wishes.iter().zip(1..) {
            let line = self.lines.iter().find(|line| line.id == wish.id);
            let Some(task) = line.and_then(|line| line.task.as_ref()) else {
                continue;
            };
            let deed = (ui.t.line.deed_on)(&name(wish.deed, ui), task.id.0);
            let mut text = sentence(&deed);
            if many > 1 {
                text = format!("{number}. {text}");
            }
            for change in changes(task, wish, ui) {
                text.push(' ');
                text.push_str(&sentence(&change));
            }
            if many > 1 {
                text.push(' ');
                text.push_str(&sentence(&task.title));
            }
            texts.push(text);
        }
        texts
    }

    /// Takes the answer to a save; true where nothing is left. What others changed in between stays,
    /// as it is now.
    fn take_saved(&mut self, talk: &mut Talk, saved: &Saved) -> Said<bool> {
        self.sent = None;
        let done: Vec<TaskId> = saved.done.iter().map(|task| task.id).collect();
        self.saved.extend(&done);
        if !done.is_empty() {
            talk.say(&(talk.t.line.saved)(done.len()))?;
        }
        if saved.left.is_empty() {
            return Ok(true);
        }
        let frame = talk.frame();
        let ui = frame.ui();
        let before = self.forms();
        for left in &saved.left {
            let Some(line) = self.lines.iter_mut().find(|line| line.id == left.id) else {
                continue;
            };
            let now = left.now.as_deref().cloned();
            let seen = std::mem::replace(&mut line.task, now);
            talk.refuse(&left_text(left.id, &left.why, &ui))?;
            if let (Some(seen), Some(now)) = (seen, &line.task) {
                let (seen, now) = (Line::version(&seen, &ui), Line::version(now, &ui));
                talk.say(&(ui.t.confirm.versions)(&seen, &now))?;
            }
        }
        self.lines.retain(|line| !done.contains(&line.id));
        // What can no longer be done, whatever is given, has been said and goes.
        self.lines.retain(|line| line.possible(ui.facts).is_some());
        self.rebuild(&before, &ui);
        if self.lines.is_empty() {
            return Ok(true);
        }
        talk.say(talk.t.line.kept_for_new)?;
        Ok(false)
    }

    /// The forms as they are, with the tasks that they serve.
    fn forms(&self) -> Vec<(Deed, Vec<TaskId>, Form)> {
        let ids = |section: &Section| {
            let rows = section.rows.iter();
            let lines = rows.filter_map(|place| self.lines.get(*place));
            lines.map(|line| line.id).collect()
        };
        let sections = self.sections.iter();
        sections
            .map(|section| (section.deed, ids(section), section.form.clone()))
            .collect()
    }

    fn rebuild(&mut self, before: &[(Deed, Vec<TaskId>, Form)], ui: &Ui) {
        let mut sections = Vec::new();
        for section in Section::of(&self.lines, ui) {
            for mut part in section.split(&self.lines, ui) {
                let id = part.rows.first().and_then(|place| self.lines.get(*place));
                let old = before.iter().find(|(deed, ids, _)| {
                    *deed == part.deed && id.is_some_and(|line| ids.contains(&line.id))
                });
                if let Some((_, _, form)) = old {
                    part.fill(form);
                }
                sections.push(part);
            }
        }
        self.sections = sections;
    }

    /// Everything that was typed, as the screens keep it; none where nothing was.
    fn typed(&self) -> Option<Unsaved> {
        let items: Vec<String> = self
            .lines
            .iter()
            .map(|line| format!("{}:{}", line.id.0, line.digit))
            .collect();
        let mut fields = vec![(ITEMS.to_owned(), items.join(","))];
        for section in &self.sections {
            let key = section.key(&self.lines);
            let typed = section.form.filled().into_iter().filter(is_typed);
            fields.extend(typed.map(|(name, value)| (format!("{key}.{name}"), value)));
        }
        (fields.len() > 1).then(|| Unsaved {
            place: PLACE.to_owned(),
            fields,
        })
    }

    /// Puts back what was typed for these rows.
    fn take(&mut self, draft: &Unsaved, ui: &Ui) {
        let is_for = |section: &Section, lines: &[Line]| {
            let key = format!("{}.", section.key(lines));
            draft.fields.iter().any(|(name, _)| name.starts_with(&key))
        };
        let mut sections = Vec::new();
        for section in std::mem::take(&mut self.sections) {
            let parts = section.split(&self.lines, ui);
            if parts.len() > 1 && parts.iter().any(|part| is_for(part, &self.lines)) {
                sections.extend(parts);
            } else {
                sections.push(section);
            }
        }
        for section in &mut sections {
            let key = format!("{}.", section.key(&self.lines));
            for (name, value) in &draft.fields {
                if let Some(field) = name.strip_prefix(&key) {
                    section.set(field, value);
                }
            }
        }
        self.sections = sections;
    }
}

/// Asks whether to save; false to go through the fields again. What ends or moves a task wants a word.
///
/// # Errors
/// [`Away::Back`] for no; and as for [`Talk::hear`].
pub fn ask_to_save(talk: &mut Talk, many: usize, is_grave: bool) -> Said<bool> {
    let t = &talk.t.line;
    let question = (t.save)(many, is_grave);
    loop {
        let typed = talk.hear(&question)?;
        let word = crate::domain::fold::fold(&typed);
        match word.as_str() {
            "q" => return Err(Away::Back),
            "3" | "sua" | "edit" => return Ok(false),
            "1" | "co" | "c" | "yes" | "y" if is_grave => talk.say(t.needs_word)?,
            "" => talk.say((t.help_save)(is_grave))?,
            _ => match (yes_or_no(&typed), typed.strip_prefix(':')) {
                (Some(true), _) => return Ok(true),
                (Some(false), _) => return Err(Away::Back),
                (None, Some(task)) => return Err(Away::Task(task.to_owned())),
                (None, None) if typed == "?" => talk.say((t.help_save)(is_grave))?,
                (None, None) => talk.refuse((t.help_save)(is_grave))?,
            },
        }
    }
}

/// The name of a deed, in full.
#[must_use]
pub fn name(deed: Deed, ui: &Ui) -> String {
    match deed {
        Deed::Submit => ui.t.line.submit.to_owned(),
        other => (ui.t.terms.deed)(other).to_owned(),
    }
}

/// Why a row was not saved.
fn left_text(id: TaskId, why: &Refusal, ui: &Ui) -> String {
    match why {
        Refusal::Changed { by, at, what } => {
            (ui.t.line.conflict)(id.0, by, at, (ui.t.terms.log_entry)(what))
        }
        other => (ui.t.refusals.sentence)(other, id.0),
    }
}

/// What a wish changes, in the words in which the log will say it.
fn changes(task: &Task, wish: &Wish, ui: &Ui) -> Vec<String> {
    let (user, facts) = (&ui.facts.user, ui.facts);
    let after = transition::perform(
        task,
        wish.deed,
        &wish.given,
        user,
        facts.today,
        &facts.calendar,
    );
    let Ok(after) = after else {
        return Vec::new();
    };
    let (old, new) = difference(task, &after);
    let mut texts = differing(&old, &new, &UNSAID, ui);
    if matches!(wish.deed, Deed::Submit | Deed::Confirm) {
        let judged = (ui.t.terms.condition)(facts.day().judge(&after));
        texts.insert(1.min(texts.len()), capital(&judged));
    }
    let given = &wish.given;
    if !given.reason.is_empty() {
        texts.push((ui.t.log.why)(&given.reason));
    }
    if !given.document.is_empty() {
        texts.push((ui.t.log.document)(&given.document));
    }
    if let Some(agency) =
        transition::on_behalf(task, wish.deed, user).and_then(|id| facts.agency(id))
    {
        texts.push((ui.t.log.on_behalf)(&agency.name));
    }
    texts
}

/// Above the fields: the deed, and the task or how many rows they serve.
fn heading(section: &Section, lines: &[Line], ui: &Ui) -> String {
    let deed = name(section.deed, ui);
    let first = section.rows.first().and_then(|place| lines.get(*place));
    let head = match (section.rows.len(), first) {
        (1, Some(line)) => (ui.t.line.deed_on)(&deed, line.id.0),
        (count, _) => (ui.t.line.deed_on_many)(&deed, count),
    };
    let asked = first.and_then(|line| line.task.as_ref()?.extension_asked.as_ref());
    match (section.deed, asked) {
        (Deed::Extend, Some(asked)) if section.rows.len() == 1 => {
            let day = format::date(asked.due);
            let asked = (ui.t.confirm.asked)(&day, &asked.reason, asked.is_late);
            format!("{} {}", sentence(&head), sentence(&asked))
        }
        (Deed::Submit, _) => {
            let evidence = format!(
                "{}: {}",
                ui.t.sheet.labels.evidence, ui.t.confirm.evidence_echo
            );
            format!("{} {}", sentence(&head), sentence(&evidence))
        }
        _ => sentence(&head),
    }
}

/// What need not be asked: the summary where there is a document, its date where there is none, another
/// day where the asked one is granted or none is.
fn is_skipped(name: &str, form: &Form) -> bool {
    match name {
        SHARED => true,
        "evidence_date" => form.value("evidence").is_empty(),
        "summary" => !form.value("evidence").is_empty(),
        "due" => matches!(form.value("decision").as_str(), "grant" | "refuse"),
        _ => false,
    }
}
