//! What everybody needs all the time: agencies, areas, documents, the calendar, the day, the user.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::calendar::Calendar;
use crate::domain::condition::{Day, Thresholds};
use crate::domain::document::{self, Document};
use crate::domain::filter::FilterContext;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::period::Period;
use crate::domain::report_window::{self, Window};
use crate::domain::task::Task;
use crate::domain::user::User;
use crate::exchange::report::Names;

/// What everybody needs all the time and what seldom changes.
#[derive(Debug, Clone)]
pub struct Facts {
    /// All agencies, in official order.
    pub agencies: Arc<[Agency]>,
    /// All areas, in their order.
    pub areas: Arc<[Area]>,
    /// All assigning documents.
    pub documents: Arc<[Document]>,
    /// The working days.
    pub calendar: Arc<Calendar>,
    /// The windows of periodic reports, by their last days.
    pub windows: Arc<[Window]>,
    /// When due soon begins.
    pub thresholds: Thresholds,
    /// The minutes without a key after which a session ends; 0 for never.
    pub idle_minutes: u32,
    /// At the keyboard.
    pub user: User,
    /// The day in UTC+7, or the one that is looked at.
    pub today: NaiveDate,
    /// Sample or practice data, with a day of its own.
    pub is_sample: bool,
    /// Looked at as of another day: nothing is written.
    pub is_looking_only: bool,
    /// Through the door of a shared server: files are named, and fetched from there.
    pub is_at_door: bool,
}

impl Facts {
    /// The same, with what did not change taken from before: what is read anew lies above what a session is busy with just
    /// then, and would keep all of it when that goes.
    #[must_use]
    pub fn sharing(self, before: &Self) -> Self {
        fn shared<T: PartialEq + ?Sized>(now: Arc<T>, before: &Arc<T>) -> Arc<T> {
            if now == *before {
                Arc::clone(before)
            } else {
                now
            }
        }
        Self {
            agencies: shared(self.agencies, &before.agencies),
            areas: shared(self.areas, &before.areas),
            documents: shared(self.documents, &before.documents),
            calendar: shared(self.calendar, &before.calendar),
            windows: shared(self.windows, &before.windows),
            ..self
        }
    }

    /// The day as judgements need it.
    #[must_use]
    pub fn day(&self) -> Day<'_> {
        Day {
            today: self.today,
            calendar: &self.calendar,
            thresholds: self.thresholds,
        }
    }

    /// A period as it is typed: the windows of reports are those of the table.
    #[must_use]
    pub fn period(&self, text: &str) -> Option<Period> {
        report_window::read(&self.windows, text, self.today)
    }

    /// The document of that id.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        document::find(&self.documents, id)
    }

    /// True where what is submitted of this task needs no confirmation.
    #[must_use]
    pub fn skips_confirmation(&self, task: &Task) -> bool {
        let document = task.document.and_then(|id| self.document(id));
        document.is_some_and(|document| document.skips_confirmation)
    }

    /// The agency of that id.
    #[must_use]
    pub fn agency(&self, id: AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == id)
    }

    /// What the words of a filter are read against.
    #[must_use]
    pub fn filter_context(&self) -> FilterContext<'_> {
        FilterContext {
            agencies: &self.agencies,
            areas: &self.areas,
            documents: &self.documents,
            calendar: &self.calendar,
            today: self.today,
            in_english: false,
        }
    }

    /// What ids are names of.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names {
            agencies: &self.agencies,
            areas: &self.areas,
            documents: &self.documents,
        }
    }

    /// The area of that id.
    #[must_use]
    pub fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }
}
