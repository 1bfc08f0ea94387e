//! A list of tasks, page by page. Numbers go on from page to page and stay with their tasks until
//! another list is read, so that a row that was heard before can still be named.

use super::commands::{Command, Line, rows_of};
use super::deeds;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::task::TaskPlace;
use super::words::{before_bracket, capital, meant, row};
use crate::domain::error::Error;
use crate::domain::filter::parse;
use crate::domain::fold::{clean, fold};
use crate::domain::id::TaskId;
use crate::domain::query::{Anchor, Filter, Order, Page, Position, Query};
use crate::domain::task::Task;
use crate::domain::transition::Pick;
use crate::lang::HowFar;
use crate::lang::format::number;
use crate::ui::screens::to_file::Content;
use crate::work::request::{Answer, Request};

/// So many tasks are read at a time.
const PAGE: usize = 10;

/// A list of tasks.
pub struct List {
    query: Query,
    /// What it is called, where that is more than its filter says.
    title: Option<String>,
    rows: Vec<TaskId>,
    /// Where pages begin, and with which row; the last one is the page that was read last.
    pages: Vec<(Anchor, usize)>,
    /// Where the next page begins; none at the end.
    next: Option<Anchor>,
    total: Option<(i64, bool)>,
}

impl List {
    /// The tasks of a query; the title is said instead of what its filter means.
    #[must_use]
    pub fn new(query: Query, title: Option<String>) -> Self {
        Self {
            query,
            title,
            rows: Vec::new(),
            pages: Vec::new(),
            next: Some(Anchor::First),
            total: None,
        }
    }

    /// The tasks that words find.
    ///
    /// # Errors
    /// [`Error::BadFilter`] for the first word that is not understood.
    pub fn of_words(talk: &Talk, words: &str, order: Order) -> Result<Self, Error> {
        let facts = talk.facts();
        let filter = parse(&clean(words), &facts.filter_context()).map_err(Error::BadFilter)?;
        // Words alone are said as they were typed; of the rest it is said how it was understood.
        let others = Filter {
            texts: Vec::new(),
            typed: Vec::new(),
            ..filter.clone()
        };
        let title = others.is_empty() && !filter.is_empty();
        let title = title.then(|| (talk.t.line.found_by)(&filter.typed.join(" ")));
        Ok(Self::new(Query { filter, order }, title))
    }

    fn name(&self, talk: &Talk) -> String {
        let frame = talk.frame();
        match &self.title {
            Some(title) => title.clone(),
            None => capital(&meant(&self.query.filter, &frame.ui())),
        }
    }

    /// Reads the list from its beginning, or the page that was read last again.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        if self.total.is_none() {
            let request = Request::Count {
                query: self.query.clone(),
            };
            let Some(Answer::Count(tally)) = talk.obtain(&request)? else {
                return Ok(());
            };
            self.total = Some((tally.count, tally.is_partial));
            if tally.count == 0 && !tally.is_partial {
                talk.say(&(talk.t.line.nothing)(&self.name(talk)))?;
                self.next = None;
                return Ok(());
            }
            let count = number(tally.count, talk.t.language);
            let found = (talk.t.tasks.found)(&count, tally.is_partial);
            let mut text = format!("{}: {found}.", self.name(talk));
            if self.query.order != Order::Urgency {
                text.push(' ');
                text.push_str((talk.t.tasks.sorted)(self.query.order));
            }
            talk.say(&text)?;
        }
        match self.pages.pop() {
            Some((anchor, first)) => self.read(talk, anchor, first),
            None => self.go_on(talk),
        }
    }

    /// What others change here is told from now on.
    pub fn watch(&self, talk: &mut Talk) {
        talk.watched.clone_from(&self.rows);
    }

    fn go_on(&mut self, talk: &mut Talk) -> Said<()> {
        match self.next {
            Some(anchor) => self.read(talk, anchor, self.rows.len()),
            None => talk.say(talk.t.line.end_of_list),
        }
    }

    fn go_back(&mut self, talk: &mut Talk) -> Said<()> {
        if self.pages.len() < 2 {
            return talk.say(talk.t.line.first_page);
        }
        self.pages.pop();
        match self.pages.pop() {
            Some((anchor, first)) => self.read(talk, anchor, first),
            None => Ok(()),
        }
    }

    /// Reads one page out, as much of it as the terminal has room for.
    fn read(&mut self, talk: &mut Talk, anchor: Anchor, first: usize) -> Said<()> {
        let Some((tasks, more)) = self.fetch(talk, anchor)? else {
            return Ok(());
        };
        let frame = talk.frame();
        let names_agency = self.query.filter.agencies.len() != 1;
        let mut read: Vec<&Task> = Vec::new();
        for (task, place) in tasks.iter().zip(first + 1..) {
            let text = row(place, task, names_agency, &frame.ui());
            if !read.is_empty() && talk.is_full_with(talk.lines_of(&text)) {
                break;
            }
            talk.say(&text)?;
            read.push(task);
        }
        if tasks.is_empty() {
            talk.say(talk.t.line.end_of_list)?;
        }
        let ids: Vec<TaskId> = read.iter().map(|task| task.id).collect();
        let has_more = read.len() < tasks.len();
        let last = read.last().and_then(|task| Position::of(task));
        self.next = match last.filter(|_| has_more) {
            Some(last) => Some(Anchor::After(last)),
            None => more,
        };
        self.take(&ids, first);
        self.pages.push((anchor, first));
        self.watch(talk);
        Ok(())
    }

    /// The tasks of a page, and where the next one begins; a search goes on until it has a page.
    fn fetch(&self, talk: &mut Talk, from: Anchor) -> Said<Option<(Vec<Task>, Option<Anchor>)>> {
        let mut tasks: Vec<Task> = Vec::new();
        let mut anchor = from;
        loop {
            let request = Request::Page {
                query: self.query.clone(),
                anchor,
                limit: PAGE - tasks.len(),
            };
            let Some(Answer::Page(page)) = talk.obtain(&request)? else {
                return Ok(None);
            };
            let Page {
                tasks: found,
                has_more,
                searched_to,
            } = page;
            tasks.extend(found);
            let last = tasks.last().and_then(Position::of);
            match searched_to {
                Some(place) if tasks.len() < PAGE => anchor = Anchor::After(place),
                Some(place) => return Ok(Some((tasks, Some(Anchor::After(place))))),
                None => {
                    let more = last.filter(|_| has_more).map(Anchor::After);
                    return Ok(Some((tasks, more)));
                }
            }
        }
    }

    /// Numbers what was read; what was read behind it is read again with the next page.
    fn take(&mut self, ids: &[TaskId], first: usize) {
        self.rows.truncate(first);
        self.rows.extend(ids);
    }

    /// The question under the list.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        let t = &talk.t.line;
        let name = before_bracket(&self.name(talk));
        if self.rows.is_empty() {
            return (t.prompt.empty)(&name);
        }
        let first = self.pages.last().map_or(0, |(_, first)| *first) + 1;
        let (count, is_partial) = self.total.unwrap_or_default();
        let all = match number(count, talk.t.language) {
            count if is_partial => (t.at_least)(&count),
            count => count,
        };
        let left = usize::try_from(count)
            .unwrap_or(0)
            .checked_sub(self.rows.len());
        (t.prompt.list)(
            &name,
            &HowFar {
                rows: (first, self.rows.len()),
                all,
                left: left.filter(|_| !is_partial),
                has_more: self.next.is_some(),
            },
        )
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// Where the list is left for another place.
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing | Line::Command(Command::Next, _) => self.go_on(talk)?,
            Line::Command(Command::Previous, _) => self.go_back(talk)?,
            Line::Number(number) => match self.row(number) {
                Some(id) => return Ok(Step::Open(Place::Task(TaskPlace::new(id)))),
                None => self.refuse_row(talk, number)?,
            },
            Line::Deeds(pick, rows) => return self.work(talk, pick, &rows),
            Line::Deed(_) => talk.refuse(talk.t.line.follow.which_rows)?,
            Line::Command(Command::Find, words) => return self.narrow(talk, &words),
            Line::Command(Command::Filter, words) => {
                return filtered(talk, &words, self.query.order);
            }
            Line::Command(Command::Sort, words) => return self.sort(talk, &words),
            Line::Command(Command::Keep, name) => super::views::keep(talk, &self.query, &name)?,
            Line::Command(Command::Export, name) => {
                let content = Content::list(self.query.clone(), &talk.facts(), talk.t);
                super::export::run(talk, &content, &name)?;
            }
            Line::Command(Command::Letters, rows) => self.letters(talk, &rows)?,
            other => return Ok(Step::Other(other)),
        }
        Ok(Step::Stay)
    }

    /// Letters about the late tasks of the list, or about these rows.
    fn letters(&self, talk: &mut Talk, rows: &str) -> Said<()> {
        let numbers = match rows {
            "" => Vec::new(),
            _ => match rows_of(rows) {
                Some(numbers) => numbers,
                None => return talk.refuse(talk.t.line.follow.which_rows),
            },
        };
        let mut only = Vec::new();
        for number in numbers {
            match self.row(number) {
                Some(id) => only.push(id),
                None => return self.refuse_row(talk, number),
            }
        }
        super::letters::run(talk, self.query.clone(), only)
    }

    fn refuse_row(&self, talk: &mut Talk, number: usize) -> Said<()> {
        let t = &talk.t.line;
        match self.rows.len() {
            0 => talk.refuse(t.no_rows_at_all),
            read => talk.refuse(&(t.no_row)(number, read)),
        }
    }

    fn row(&self, number: usize) -> Option<TaskId> {
        self.rows.get(number.checked_sub(1)?).copied()
    }

    fn work(&mut self, talk: &mut Talk, pick: Pick, rows: &[usize]) -> Said<Step> {
        let mut items = Vec::new();
        for number in rows {
            match self.row(*number) {
                Some(id) => items.push((id, pick)),
                None => {
                    self.refuse_row(talk, *number)?;
                    return Ok(Step::Stay);
                }
            }
        }
        if let ([(id, _)], Pick::Digit(5)) = (items.as_slice(), pick) {
            return Ok(Step::Open(Place::Task(TaskPlace::new(*id))));
        }
        deeds::run(talk, &items, None)?;
        Ok(Step::Stay)
    }

    /// Words that narrow this list further.
    fn narrow(&mut self, talk: &mut Talk, words: &str) -> Said<Step> {
        let Some(words) = ask_words(talk, words)? else {
            return Ok(Step::Stay);
        };
        let frame = talk.frame();
        let context = frame.ui().filter_context();
        let now = crate::domain::filter::describe(&self.query.filter, &context);
        filtered(talk, format!("{now} {words}").trim(), self.query.order)
    }

    fn sort(&mut self, talk: &mut Talk, words: &str) -> Said<Step> {
        let order = match (fold(words).as_str(), self.query.order) {
            ("han" | "qua han" | "due" | "urgency", _) | ("", Order::Document) => Order::Urgency,
            ("moi" | "so moi" | "newest" | "new", _) | ("", Order::Urgency) => Order::Newest,
            ("van ban" | "document", _) | ("", Order::Newest) => Order::Document,
            _ => {
                talk.refuse(talk.t.line.orders)?;
                return Ok(Step::Stay);
            }
        };
        let query = Query {
            filter: self.query.filter.clone(),
            order,
        };
        Ok(Step::Replace(Place::List(Self::new(
            query,
            self.title.clone(),
        ))))
    }

    /// The task before or after this one, for going through the list task by task.
    ///
    /// # Errors
    /// As for [`Talk::say`].
    pub fn neighbour(
        &mut self,
        talk: &mut Talk,
        id: TaskId,
        forward: bool,
    ) -> Said<Option<TaskId>> {
        let Some(place) = self.rows.iter().position(|row| *row == id) else {
            return Ok(None);
        };
        if !forward {
            let before = place.checked_sub(1);
            return Ok(before.and_then(|place| self.rows.get(place)).copied());
        }
        if place + 1 == self.rows.len()
            && let Some(anchor) = self.next
            && let Some((tasks, more)) = self.fetch(talk, anchor)?
        {
            self.pages.push((anchor, self.rows.len()));
            self.rows.extend(tasks.iter().map(|task| task.id));
            self.next = more;
        }
        Ok(self.rows.get(place + 1).copied())
    }
}

/// A list of what these words find, in place of the one that asks.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn filtered(talk: &mut Talk, words: &str, order: Order) -> Said<Step> {
    match List::of_words(talk, words, order) {
        Ok(list) => Ok(Step::Replace(Place::List(list))),
        Err(error) => {
            talk.complain(&error)?;
            Ok(Step::Stay)
        }
    }
}

/// The words to look for; asks for them where none were given. None where nothing was typed.
///
/// # Errors
/// As for [`Talk::hear`].
pub fn ask_words(talk: &mut Talk, words: &str) -> Said<Option<String>> {
    let mut words = words.to_owned();
    while words.is_empty() {
        let typed = talk.hear(talk.t.line.prompt.words)?;
        match typed.as_str() {
            "" | "q" | "Q" => return Ok(None),
            "?" => talk.say(talk.t.line.help.words)?,
            _ => words = typed,
        }
    }
    Ok(Some(words))
}
