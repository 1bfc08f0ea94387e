//! The frame around the tasks: agencies, areas, days off, documents, users, settings, views.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::area::Area;
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::document::{Document, number_key};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::query::View;
use crate::domain::user::{Account, Role, User};

use super::Store;
use super::db::{Db, Row, fault, values};
use super::log;
use super::record::known;

impl Store {
    /// All agencies in official order, without the one that stands for an unresolved lead.
    ///
    /// # Errors
    /// Where the database cannot be read; so for all that follow.
    pub fn agencies(&self) -> Result<Vec<Agency>> {
        agencies(&self.db)
    }

    /// All areas in their order, without the one that stands for none.
    pub fn areas(&self) -> Result<Vec<Area>> {
        let sql = "SELECT id, code, name_vi, name_en, basis FROM area WHERE id <> 0 ORDER BY id";
        self.db.rows(sql, &[], read_area)
    }

    /// The rows of the calendar, by date.
    pub fn days_off(&self) -> Result<Vec<DayOff>> {
        days_off(&self.db)
    }

    /// All assigning documents, in the order in which they were entered.
    pub fn documents(&self) -> Result<Vec<Document>> {
        documents(&self.db)
    }

    /// The document of that number.
    pub fn document(&self, id: DocumentId) -> Result<Option<Document>> {
        document(&self.db, id)
    }

    /// The document of this symbol and date, in whatever spelling of its number.
    pub fn find_document(
        &self,
        symbol: &str,
        date: Option<NaiveDate>,
    ) -> Result<Option<DocumentId>> {
        find_document(&self.db, symbol, date)
    }

    /// The code of a document.
    pub fn document_code(&self, id: DocumentId) -> Result<Option<String>> {
        let sql = "SELECT code FROM document WHERE id = ?1";
        self.db.first(sql, &values![id.0], |row| row.text())
    }

    /// All users, by login.
    pub fn users(&self) -> Result<Vec<Account>> {
        users(&self.db)
    }

    /// The user of that login, if the administrator entered one.
    pub fn user(&self, login: &str) -> Result<Option<Account>> {
        user(&self.db, login)
    }

    /// When this login saved something last; none where it never did.
    pub fn last_save_of(&self, login: &str) -> Result<Option<DateTime<Utc>>> {
        let sql = "SELECT at FROM operation WHERE login = ?1 ORDER BY id DESC LIMIT 1";
        let at = self.db.first(sql, &values![login], |row| row.text())?;
        at.map(|at| log::time_of(&at)).transpose()
    }

    /// The value of a setting (`own_day`, `soon`, ...).
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        setting(&self.db, key)
    }

    /// The views of a login, by name.
    pub fn views(&self, login: &str) -> Result<Vec<View>> {
        let sql = "SELECT name, words, query FROM saved_view WHERE login = ?1 ORDER BY name";
        self.db.rows(sql, &values![login], read_view)
    }
}

pub(super) fn agencies(db: &Db) -> Result<Vec<Agency>> {
    let sql =
        "SELECT id, code, name, kind, parent_code, head_title, valid_from, valid_to, successors
        FROM agency
        WHERE id <> 0
        ORDER BY id";
    db.rows(sql, &[], read_agency)
}

pub(super) fn days_off(db: &Db) -> Result<Vec<DayOff>> {
    let sql = "SELECT date, name, kind, projected FROM day_off ORDER BY date";
    db.rows(sql, &[], read_day_off)
}

pub(super) fn users(db: &Db) -> Result<Vec<Account>> {
    let sql = "SELECT login, agency_id, role, is_disabled FROM user_account ORDER BY login";
    db.rows(sql, &[], read_user)
}

pub(super) fn agency(db: &Db, id: AgencyId) -> Result<Option<Agency>> {
    let sql =
        "SELECT id, code, name, kind, parent_code, head_title, valid_from, valid_to, successors
        FROM agency
        WHERE id = ?1";
    db.first(sql, &values![id.0], read_agency)
}

pub(super) fn area(db: &Db, id: AreaId) -> Result<Option<Area>> {
    let sql = "SELECT id, code, name_vi, name_en, basis FROM area WHERE id = ?1";
    db.first(sql, &values![id.0], read_area)
}

pub(super) fn documents(db: &Db) -> Result<Vec<Document>> {
    let sql = "SELECT id, kind, symbol, date, issuer, summary, code, bases, skips_confirmation
        FROM document
        WHERE id <> 0
        ORDER BY id";
    db.rows(sql, &[], read_document)
}

pub(super) fn document(db: &Db, id: DocumentId) -> Result<Option<Document>> {
    let sql = "SELECT id, kind, symbol, date, issuer, summary, code, bases, skips_confirmation
        FROM document
        WHERE id = ?1";
    db.first(sql, &values![id.0], read_document)
}

pub(super) fn find_document(
    db: &Db,
    symbol: &str,
    date: Option<NaiveDate>,
) -> Result<Option<DocumentId>> {
    let sql =
        "SELECT id FROM document WHERE symbol_key = ?1 AND COALESCE(date, '') = ?2 ORDER BY id";
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    let id = db.first(sql, &values![number_key(symbol), date], |row| row.number())?;
    Ok(id.filter(|id| *id != 0).map(DocumentId))
}

pub(super) fn day_off(db: &Db, date: NaiveDate) -> Result<Option<DayOff>> {
    let sql = "SELECT date, name, kind, projected FROM day_off WHERE date = ?1";
    db.first(sql, &values![date], read_day_off)
}

pub(super) fn user(db: &Db, login: &str) -> Result<Option<Account>> {
    let sql = "SELECT login, agency_id, role, is_disabled FROM user_account WHERE login = ?1";
    db.first(sql, &values![login], read_user)
}

pub(super) fn setting(db: &Db, key: &str) -> Result<Option<String>> {
    db.first(
        "SELECT value FROM setting WHERE key = ?1",
        &values![key],
        |row| row.text(),
    )
}

pub(super) fn view(db: &Db, login: &str, name: &str) -> Result<Option<View>> {
    let sql = "SELECT name, words, query FROM saved_view WHERE login = ?1 AND name = ?2";
    db.first(sql, &values![login, name], read_view)
}

pub(super) fn read_agency(row: &mut Row<'_>) -> Result<Agency> {
    Ok(Agency {
        id: AgencyId(row.number()?),
        code: row.text()?,
        name: row.text()?,
        kind: known("kind", &row.text()?, AgencyKind::from_code)?,
        parent_code: row.maybe_text()?,
        head_title: row.text()?,
        valid_from: row.maybe_date()?,
        valid_to: row.maybe_date()?,
        successors: row
            .text()?
            .split(';')
            .filter(|code| !code.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}

pub(super) fn read_area(row: &mut Row<'_>) -> Result<Area> {
    Ok(Area {
        id: AreaId(row.number()?),
        code: row.text()?,
        name_vi: row.text()?,
        name_en: row.text()?,
        basis: row.text()?,
    })
}

pub(super) fn read_document(row: &mut Row<'_>) -> Result<Document> {
    Ok(Document {
        id: DocumentId(row.number()?),
        kind: row.text()?,
        symbol: row.text()?,
        date: row.maybe_date()?,
        issuer: row.text()?,
        summary: row.text()?,
        code: row.text()?,
        bases: row
            .text()?
            .split(';')
            .filter(|id| !id.is_empty())
            .map(|id| id.parse().map(DocumentId).map_err(fault))
            .collect::<Result<_>>()?,
        skips_confirmation: row.is()?,
    })
}

pub(super) fn read_day_off(row: &mut Row<'_>) -> Result<DayOff> {
    Ok(DayOff {
        date: row.date()?,
        name: row.text()?,
        kind: known("kind", &row.text()?, DayKind::from_code)?,
        projected: row.is()?,
    })
}

pub(super) fn read_user(row: &mut Row<'_>) -> Result<Account> {
    Ok(Account {
        user: User {
            login: row.text()?,
            agency: row.maybe_number()?.map(AgencyId),
            role: known("role", &row.text()?, Role::from_code)?,
        },
        is_disabled: row.is()?,
    })
}

fn read_view(row: &mut Row<'_>) -> Result<View> {
    Ok(View {
        name: row.text()?,
        words: row.text()?,
        query: serde_json::from_str(&row.text()?).map_err(fault)?,
    })
}
