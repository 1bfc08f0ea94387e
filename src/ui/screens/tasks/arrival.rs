//! What arrives for the list: pages that were asked for, the rest of a search, refusals, what was saved.
//!
//! An answer counts only while its question is the one that is wanted.

use super::list::{Landing, List, just_before};
use super::{Tasks, leapt};
use crate::domain::query::{Anchor, Page, Position};
use crate::ui::screen::{Effect, Ui};
use crate::work::request::{Request, Saved};

impl Tasks {
    /// Takes in a page, and asks how many there are where a filter or a find makes that worth knowing.
    pub(super) fn take_page(&mut self, question: &Request, page: &Page, ui: &Ui) -> Vec<Effect> {
        if self.list.is_leap(question) {
            return leapt(self.list.land(page), ui);
        }
        let mut effects = self.list.take(question, page);
        let is_known = self.tally().is_some();
        let is_worth_it = self.is_filtered() || self.find.is_some();
        if is_worth_it && !is_known && !self.list.is_stale() {
            let query = self.list.query().clone();
            effects.push(Effect::Fetch(Request::Count { query }));
        }
        effects
    }

    /// Somebody at this terminal saved something: the rows are shown as they are now.
    pub(super) fn take_saved(&mut self, question: &Request, saved: &Saved) -> Vec<Effect> {
        let left = saved.left.iter().filter_map(|left| left.now.as_deref());
        let left: Vec<_> = left.cloned().collect();
        self.list.renew(&left);
        self.list.renew(&saved.done);
        if matches!(question, Request::Perform { .. }) {
            for task in &saved.done {
                self.options.clear(task.id);
            }
        }
        if matches!(question, Request::UndoBatch { .. }) {
            return self.take_many();
        }
        let mut effects = vec![Effect::Fetch(Request::Agencies)];
        // A row that came or went changes the order by one's own wish: it is read again.
        let has_gone = saved.done.iter().any(|task| task.rank().is_none());
        if has_gone || matches!(question, Request::Create { .. }) {
            effects.push(self.list.reread());
        }
        effects
    }

    /// Letters were written, or a file was imported or taken back: which tasks of the list that is about, the rows say.
    pub(super) fn take_many(&mut self) -> Vec<Effect> {
        // How many there are is not known any more.
        self.found = None;
        vec![self.list.reread(), Effect::Fetch(Request::Agencies)]
    }

    /// A question failed. What an import wrote before it broke off is there all the same.
    pub(super) fn take_failure(&mut self, question: &Request) -> Vec<Effect> {
        self.list.give_up(question);
        self.touched.take(question);
        match question {
            Request::ImportStage { .. }
            | Request::FinishBatch { .. }
            | Request::UndoBatch { .. } => self.take_many(),
            _ => Vec::new(),
        }
    }
}

impl List {
    /// True where this was the question for the next overdue task; it is answered then.
    pub(super) fn is_leap(&mut self, question: &Request) -> bool {
        self.leap.take_if(|asked| asked == question).is_some()
    }

    /// Turns to the overdue task that was found; none where none was.
    pub(super) fn land(&mut self, page: &Page) -> Option<Vec<Effect>> {
        let place = page.tasks.first().and_then(Position::of)?;
        let from = Anchor::After(just_before(self.query.order, place));
        Some(vec![self.ask(from, Landing::Top)])
    }

    /// Takes in a page, if it is wanted; what has to be asked then.
    pub(super) fn take(&mut self, question: &Request, page: &Page) -> Vec<Effect> {
        let was_followed = self.followed.take_if(|asked| asked == question).is_some();
        if self.continued.take_if(|asked| asked == question).is_some() {
            return self.append(question, page);
        }
        if let Some((_, landing)) = self.wanted.take_if(|(asked, _)| asked == question) {
            return self.replace(question, page, landing);
        }
        match &self.wanted {
            Some((request, _)) if was_followed => {
                self.followed = Some(request.clone());
                vec![Effect::Fetch(request.clone())]
            }
            _ => Vec::new(),
        }
    }

    /// A question failed: nothing waits for its answer any more.
    pub(super) fn give_up(&mut self, question: &Request) {
        self.followed.take_if(|asked| asked == question);
        self.continued.take_if(|asked| asked == question);
        let missed = self.wanted.take_if(|(asked, _)| asked == question);
        if missed.is_some() && self.read.as_ref() != Some(&self.query) {
            // Rows of another question must not stand where a person expects the answer to this one.
            self.rows.clear();
            (self.top, self.at) = (0, 0);
            (self.goes_before, self.goes_after) = (false, false);
        }
        self.leap.take_if(|asked| asked == question);
    }

    fn replace(&mut self, question: &Request, page: &Page, landing: Landing) -> Vec<Effect> {
        let Request::Page { anchor, limit, .. } = question else {
            return Vec::new();
        };
        let is_short = page.tasks.len() < *limit && page.searched_to.is_none();
        let mut rows = page.tasks.clone();
        let count = rows.len();
        match anchor {
            // A short page before the present one: the beginning of the list, filled up with what followed.
            Anchor::Before(_) if is_short => {
                rows.extend(self.rows.drain(..).skip(self.top));
                self.goes_before = false;
            }
            Anchor::Before(_) => {
                self.goes_before = page.has_more;
                self.goes_after = true;
            }
            Anchor::Last => {
                self.goes_before = page.has_more;
                self.goes_after = false;
            }
            Anchor::First => {
                self.goes_before = false;
                self.goes_after = page.has_more;
            }
            Anchor::After(_) => {
                self.goes_before = true;
                self.goes_after = page.has_more;
            }
        }
        let line = self.line();
        self.rows = rows;
        self.read = Some(self.query.clone());
        self.top = 0;
        self.at = match landing {
            Landing::Top => 0,
            Landing::Bottom => count.saturating_sub(1),
            Landing::Stay(id) => {
                let place = self.rows.iter().position(|task| task.id == id);
                place.unwrap_or(line.min(count.saturating_sub(1)))
            }
        };
        self.fit(self.height);
        self.search_on(question, page)
    }

    fn append(&mut self, question: &Request, page: &Page) -> Vec<Effect> {
        let Request::Page { anchor, .. } = question else {
            return Vec::new();
        };
        if anchor.is_backward() {
            let count = page.tasks.len();
            self.rows.splice(0..0, page.tasks.iter().cloned());
            self.at = (self.at + count).min(self.rows.len().saturating_sub(1));
            self.goes_before = page.has_more;
        } else {
            self.rows.extend(page.tasks.iter().cloned());
            self.goes_after = page.has_more;
        }
        self.search_on(question, page)
    }

    /// Goes on with a search that ran out of its time before the page was full.
    fn search_on(&mut self, question: &Request, page: &Page) -> Vec<Effect> {
        let (Request::Page { anchor, limit, .. }, Some(place)) = (question, page.searched_to)
        else {
            return Vec::new();
        };
        let missing = limit.saturating_sub(page.tasks.len());
        if missing == 0 {
            return Vec::new();
        }
        let anchor = if anchor.is_backward() {
            Anchor::Before(place)
        } else {
            Anchor::After(place)
        };
        self.go_on(anchor, missing)
    }
}
