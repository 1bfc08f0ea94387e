//! The rows of a stage: one page of one sort, and the cursor. Only what is shown is asked for.

use crate::ui::action::Action;
use crate::ui::screen::Effect;
use crate::work::request::Request;
use crate::work::request::import::{StageId, StagedPage, StagedRow, Which};

/// Rows asked for before the first frame has said how many there are.
const FIRST_HEIGHT: usize = 40;

/// A page of rows and the cursor.
#[derive(Debug)]
pub struct List {
    /// Which rows.
    pub which: Which,
    /// So many there are of this sort.
    pub total: u64,
    /// The first row of the page, counted among those of this sort.
    top: u64,
    /// The row of the cursor, counted likewise.
    at: u64,
    rows: Vec<StagedRow>,
    /// From where on the rows were read; none before the first answer.
    read: Option<(Which, u64)>,
    /// The page that is on its way.
    asked: Option<Request>,
    height: usize,
}

impl List {
    /// Nothing yet, of this sort.
    pub fn new(which: Which) -> Self {
        Self {
            which,
            total: 0,
            top: 0,
            at: 0,
            rows: Vec::new(),
            read: None,
            asked: None,
            height: FIRST_HEIGHT,
        }
    }

    /// The rows of the page that is shown.
    pub fn page(&self) -> &[StagedRow] {
        let end = self.rows.len().min(self.height);
        self.rows.get(..end).unwrap_or_default()
    }

    /// The line of the cursor on the page.
    pub fn line(&self) -> usize {
        usize::try_from(self.at - self.top).unwrap_or(0)
    }

    /// The row under the cursor; none while it is on its way.
    pub fn current(&self) -> Option<&StagedRow> {
        if self.is_stale() {
            return None;
        }
        self.rows.get(self.line())
    }

    /// True while what is shown is not what is wanted.
    pub fn is_stale(&self) -> bool {
        self.read != Some((self.which, self.top))
    }

    /// Which row of how many, from 1.
    pub fn place(&self) -> (u64, u64) {
        ((self.at + 1).min(self.total), self.total)
    }

    /// Asks for the page again.
    pub fn ask(&mut self, stage: StageId) -> Effect {
        Effect::Ask(self.request(stage))
    }

    fn request(&mut self, stage: StageId) -> Request {
        let request = Request::StagedRows {
            stage,
            which: self.which,
            from: self.top,
            limit: self.height,
        };
        self.asked = Some(request.clone());
        request
    }

    /// A question that failed is not waited for.
    pub fn give_up(&mut self, question: &Request) {
        self.asked.take_if(|asked| asked == question);
    }

    /// Goes to another sort, at its first row.
    pub fn show(&mut self, which: Which, stage: StageId) -> Effect {
        (self.which, self.top, self.at) = (which, 0, 0);
        self.read = None;
        self.ask(stage)
    }

    /// Goes to the row of that number among those of its sort.
    pub fn go_to(&mut self, at: u64, stage: StageId) -> Vec<Effect> {
        self.at = at.min(self.total.saturating_sub(1));
        self.follow(stage)
    }

    /// Turns pages so that the cursor shows; whole pages, a list that crawls is sent again with every key.
    fn follow(&mut self, stage: StageId) -> Vec<Effect> {
        let height = u64::try_from(self.height.max(1)).unwrap_or(1);
        if self.at >= self.top && self.at < self.top + height {
            return Vec::new();
        }
        self.top = self.at - self.at % height;
        vec![self.ask(stage)]
    }

    /// Moves the cursor.
    pub fn act(&mut self, action: Action, stage: StageId) -> Option<Vec<Effect>> {
        let page = u64::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1);
        let last = self.total.saturating_sub(1);
        let at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => self.at + 1,
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => self.at + page,
            Action::First => 0,
            Action::Last => last,
            _ => return None,
        };
        Some(self.go_to(at, stage))
    }

    /// Takes in a page; false where another one is wanted by now.
    pub fn take(&mut self, question: &Request, page: &StagedPage) -> bool {
        if self.asked.as_ref() != Some(question) {
            return false;
        }
        self.asked = None;
        self.total = page.total;
        self.rows.clone_from(&page.rows);
        self.read = Some((self.which, self.top));
        true
    }

    /// Fewer rows than before: the cursor stands on the last one. Says whether another page is needed.
    pub fn shrink(&mut self, stage: StageId) -> Vec<Effect> {
        if self.at < self.total || self.total == 0 {
            if self.total == 0 {
                (self.at, self.top) = (0, 0);
                self.read = Some((self.which, 0));
            }
            return Vec::new();
        }
        self.go_to(self.total - 1, stage)
    }

    /// The frame has so many lines for rows.
    pub fn fit(&mut self, height: usize) {
        self.height = height.max(1);
        let height = u64::try_from(self.height).unwrap_or(1);
        if self.at >= self.top + height {
            // The rows that are there are moved up, until the page is read anew.
            let gone = usize::try_from(self.at - self.top).unwrap_or(0) / self.height * self.height;
            let gone = gone.min(self.rows.len());
            self.rows.drain(..gone);
            self.top += u64::try_from(gone).unwrap_or(0);
            if let Some((_, from)) = &mut self.read {
                *from = self.top;
            }
        }
    }

    /// What is missing to fill the frame.
    pub fn fill(&mut self, stage: StageId) -> Vec<Effect> {
        let has = u64::try_from(self.rows.len()).unwrap_or(0);
        let is_short = self.rows.len() < self.height && self.top + has < self.total;
        if self.read.is_some() && self.asked.is_none() && is_short {
            return vec![Effect::Fetch(self.request(stage))];
        }
        Vec::new()
    }
}
