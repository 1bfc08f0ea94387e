//! The frame around the tasks: agencies, areas, days off, documents, users, settings, views.

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::calendar::DayOff;
use crate::domain::document::Document;
use crate::domain::error::Result;
use crate::domain::query::View;
use crate::domain::user::Account;

use super::Store;

impl Store {
    /// All agencies in official order, without the one that stands for an unresolved lead.
    pub fn agencies(&self) -> Result<Vec<Agency>> {
        todo!()
    }

    /// All areas in their order, without the one that stands for none.
    pub fn areas(&self) -> Result<Vec<Area>> {
        todo!()
    }

    /// The rows of the calendar, by date.
    pub fn days_off(&self) -> Result<Vec<DayOff>> {
        todo!()
    }

    /// All assigning documents, oldest number first.
    pub fn documents(&self) -> Result<Vec<Document>> {
        todo!()
    }

    /// All users, by login.
    pub fn users(&self) -> Result<Vec<Account>> {
        todo!()
    }

    /// The user of that login, if the administrator entered one.
    pub fn user(&self, login: &str) -> Result<Option<Account>> {
        let _ = login;
        todo!()
    }

    /// The value of a setting (`own_day`, `soon`, ...).
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let _ = key;
        todo!()
    }

    /// The views of a login, by name.
    pub fn views(&self, login: &str) -> Result<Vec<View>> {
        let _ = login;
        todo!()
    }
}
