//! The figures of home: what needs somebody, counted along the small index of each concern.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::domain::concern::{Concern, LATELY, LONG};
use crate::domain::condition::Day;
use crate::domain::count::{AreaCounts, Counts, Home};
use crate::domain::error::Result;
use crate::domain::follow_up::SupportRequest;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::period::Period;
use crate::domain::task::ExtensionRequest;
use crate::domain::transition::Deed;
use crate::domain::user::{Role, User};

use super::Store;
use super::counts::{
    RETURNED, agency_counts, earliest_by_area, marked, orphans, running, running_by_area,
    to_confirm,
};
use super::db::{Db, fault, values};
use super::owed::OWING;
use super::page::{EXPLAINED, PROPOSED, asked_of};
use super::record::{READ, due_key, read};
use super::sqlite::pin::Pin;

/// How many agencies the home screen names.
const WORST: usize = 20;

/// The clocks of so many requests are looked at.
const REQUESTS: i64 = 1_000;

impl Store {
    /// The home screen's figures, of one agency or of all.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn home(&self, agency: Option<AgencyId>, day: &Day<'_>, user: &User) -> Result<Home> {
        self.db.at_once(|| {
            let db = &self.db;
            let mut worst = agency_counts(db, agency, day)?;
            let mut home = Home::default();
            for one in &worst {
                home.total += one.counts;
            }
            let longest = worst.iter().filter_map(|one| one.oldest_overdue).min();
            home.oldest
                .extend(longest.map(|due| (Concern::LongOverdue, due)));
            // Official order among equals: the sort keeps it.
            worst.retain(|one| one.counts.late > 0);
            worst.sort_by_key(|one| std::cmp::Reverse(one.counts.late));
            worst.truncate(WORST);
            let (from, to) = day.newly_overdue();
            for one in &worst {
                let newly = running(db, Some(one.agency), from, to)?;
                home.newly_by_agency.insert(one.agency, newly);
            }
            home.worst = worst;
            home.newly_overdue = running(db, agency, from, to)?;
            for (_, concern) in Concern::lines(user.role) {
                let count = self.concern(*concern, agency, day, user, &home)?;
                home.counts.insert(*concern, count);
                if count > 0
                    && let Some(since) = self.oldest_of(*concern, agency, user)?
                {
                    home.oldest.insert(*concern, since);
                }
            }
            if let (Role::Clerk, Some(agency)) = (user.role, agency) {
                home.late_answers = self.late_answers(agency, day.today)?;
                home.decided = self.decided_lately(agency, day.today)?;
            }
            home.areas = self.late_areas(agency, day)?;
            Ok(home)
        })
    }

    fn concern(
        &self,
        concern: Concern,
        agency: Option<AgencyId>,
        day: &Day<'_>,
        user: &User,
        home: &Home,
    ) -> Result<i64> {
        let db = &self.db;
        match concern {
            Concern::Overdue => Ok(home.total.late),
            Concern::NewlyOverdue => Ok(home.newly_overdue),
            Concern::LongOverdue => running(db, agency, NaiveDate::MIN, day.overdue_for(LONG)),
            Concern::DueSoon => running(db, agency, day.today, day.loud_until()),
            Concern::ToConfirm => to_confirm(db, agency, user).map(|(count, _)| count),
            Concern::Returned => marked(db, Pin::Returned, RETURNED, agency),
            Concern::ExtensionsAsked => {
                marked(db, Pin::Asked, "extension_asked IS NOT NULL", agency)
            }
            Concern::Disputed => marked(db, Pin::Disputed, "is_disputed = 1", agency),
            Concern::ToReview => marked(db, Pin::Review, "doubts <> ''", agency),
            Concern::Orphans => orphans(db, agency, day.today),
            Concern::AskedOfUs => asked_of_us(db, agency),
            Concern::ToExplain => {
                let condition = "explanation_asked IS NOT NULL";
                marked(db, Pin::ToExplain, condition, agency)
            }
            Concern::Explained => marked(db, Pin::Explained, EXPLAINED, agency),
            Concern::Proposed => marked(db, Pin::Proposed, PROPOSED, agency),
            Concern::StagesDue => {
                let until = day.loud_until();
                let condition = format!(
                    "stage_due IS NOT NULL AND stage_due <= '{until}'
                    AND status IN ('not_started', 'in_progress')"
                );
                marked(db, Pin::StageDue, &condition, agency)
            }
            Concern::OwedDocuments => {
                let today = due_key(Some(day.today));
                let condition = format!("{OWING} AND rank = 0 AND effective_due < '{today}'");
                marked(db, Pin::Owing, &condition, agency)
            }
        }
    }

    /// Since when the oldest of a concern waits, where people ask for it.
    fn oldest_of(
        &self,
        concern: Concern,
        agency: Option<AgencyId>,
        user: &User,
    ) -> Result<Option<NaiveDate>> {
        match concern {
            Concern::ToConfirm => to_confirm(&self.db, agency, user).map(|(_, since)| since),
            Concern::ExtensionsAsked => self.oldest_extension_request(agency),
            Concern::Disputed => self.oldest_dispute(agency),
            Concern::ToExplain => self.oldest_explanation(agency),
            Concern::Overdue
            | Concern::NewlyOverdue
            | Concern::LongOverdue
            | Concern::DueSoon
            | Concern::Returned
            | Concern::ToReview
            | Concern::Orphans
            | Concern::AskedOfUs
            | Concern::Explained
            | Concern::Proposed
            | Concern::StagesDue
            | Concern::OwedDocuments => Ok(None),
        }
    }

    /// Since when the oldest request for an extension waits.
    pub fn oldest_extension_request(&self, agency: Option<AgencyId>) -> Result<Option<NaiveDate>> {
        // The request stands in the index as it is kept, and few wait at a time.
        let (from, to) = agency.map_or((0, i64::MAX), |id| (id.0, id.0));
        let sql = format!(
            "SELECT extension_asked FROM {}
            WHERE extension_asked IS NOT NULL AND rank IS NOT NULL AND agency_id >= ?1 AND agency_id <= ?2",
            Pin::Asked.table()
        );
        let days = self.db.rows(&sql, &values![from, to], |row| {
            let asked: ExtensionRequest = serde_json::from_str(&row.text()?).map_err(fault)?;
            Ok(asked.asked_on)
        })?;
        Ok(days.into_iter().min())
    }

    /// Since when the oldest suspended task is with its leader.
    pub fn oldest_suspension(&self, agency: Option<AgencyId>) -> Result<Option<NaiveDate>> {
        let column = "COALESCE(held_since, assigned_on)";
        self.oldest(Pin::Suspended, column, "status = 'suspended'", agency)
    }

    /// The requests to an agency that wait for its answer although the day for it has passed.
    fn late_answers(&self, agency: AgencyId, today: NaiveDate) -> Result<i64> {
        let Some(asked) = asked_of(&[agency]) else {
            return Ok(0);
        };
        let sql = format!(
            "SELECT {READ} FROM {} WHERE {asked} AND rank IS NOT NULL LIMIT ?1",
            Pin::AskedOf.table()
        );
        let is_late = |request: &SupportRequest| {
            let is_ours = request.agency == agency && request.is_open();
            is_ours && request.due.is_some_and(|due| due < today)
        };
        let tasks = self.db.rows(&sql, &values![REQUESTS], read)?;
        let late = tasks.iter().flat_map(|task| &task.requests);
        let late = late.filter(|request| is_late(request)).count();
        Ok(i64::try_from(late).unwrap_or(i64::MAX))
    }

    /// The extensions of an agency that were granted or refused lately.
    fn decided_lately(&self, agency: AgencyId, today: NaiveDate) -> Result<i64> {
        let from = today.checked_sub_days(Days::new(LATELY)).unwrap_or(today);
        let Some(period) = Period::new(from, today) else {
            return Ok(0);
        };
        let mut all = 0;
        for deed in [Deed::Extend, Deed::RefuseExtension] {
            let (count, _) = self.kept_of(agency, deed.code(), period)?;
            all += count;
        }
        Ok(all)
    }

    /// The areas that have something late, the worst first.
    fn late_areas(&self, agency: Option<AgencyId>, day: &Day<'_>) -> Result<Vec<AreaCounts>> {
        let db = &self.db;
        let mut counts: BTreeMap<AreaId, Counts> =
            self.area_counts(agency, day)?.into_iter().collect();
        counts.retain(|_, counts| counts.late > 0);
        let (from, to) = day.newly_overdue();
        let newly: BTreeMap<AreaId, i64> =
            running_by_area(db, agency, from, to)?.into_iter().collect();
        let oldest: BTreeMap<AreaId, Option<NaiveDate>> =
            earliest_by_area(db, agency)?.into_iter().collect();
        let one = |(area, counts)| AreaCounts {
            area,
            counts,
            newly_overdue: newly.get(&area).copied().unwrap_or(0),
            oldest_overdue: oldest.get(&area).copied().flatten(),
        };
        let mut all: Vec<AreaCounts> = counts.into_iter().map(one).collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.counts.late));
        Ok(all)
    }
}

/// How many tasks wait for an answer of this agency.
fn asked_of_us(db: &Db, agency: Option<AgencyId>) -> Result<i64> {
    let Some(asked) = agency.and_then(|agency| asked_of(&[agency])) else {
        return Ok(0);
    };
    let sql = format!(
        "SELECT COUNT(*) FROM {} WHERE {asked} AND rank IS NOT NULL",
        Pin::AskedOf.table()
    );
    db.number(&sql, &[])
}
