//! What others did meanwhile: told before a question, and only where it touches what is being worked on.

use super::talk::{Said, Talk};
use crate::domain::id::TaskId;
use crate::work::request::{Answer, Request};

/// More tasks than this that others changed are counted instead of named.
const NAMED: usize = 3;

impl Talk<'_> {
    /// Says what others changed of the tasks that are worked on, and that a new day has begun.
    ///
    /// # Errors
    /// Where nobody reads any more.
    pub fn tell_news(&mut self) -> Said<()> {
        let Ok(Answer::News(news)) = self.answer(&Request::News) else {
            // The next question to the session says what is wrong.
            return Ok(());
        };
        let t = &self.t.line;
        if news.new_day {
            let today = self.facts().today;
            self.say(&(t.new_day)(today))?;
        }
        let touched: Vec<TaskId> = self
            .watched
            .iter()
            .filter(|id| news.tasks.contains(id))
            .copied()
            .collect();
        if news.is_much && !self.watched.is_empty() && !news.new_day {
            return self.say(t.much_changed);
        }
        if touched.len() > NAMED {
            return self.say(&(t.many_changed)(touched.len()));
        }
        for id in touched {
            let request = Request::Log {
                task: Some(id),
                before: None,
                limit: 1,
            };
            if let Ok(Answer::Log(rows)) = self.answer(&request)
                && let Some(change) = rows.first()
            {
                let what = (self.t.terms.log_entry)(&change.what);
                self.say(&(t.changed)(id.0, &change.who, what))?;
            }
        }
        Ok(())
    }
}
