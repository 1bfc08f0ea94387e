//! Saving the frame around the tasks: agencies, areas, documents, days off, users, settings.

use std::cell::Cell;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::domain::agency::Agency;
use crate::domain::area::Area;
use crate::domain::calendar::DayOff;
use crate::domain::change::{Fields, Subject};
use crate::domain::document::{self, Document, DocumentReference};
use crate::domain::error::Result;
use crate::domain::id::{AgencyId, AreaId, DocumentId};
use crate::domain::user::Account;

use super::db::{Db, fault, values};
use super::{Note, Writer, facts};

/// How the log names an agency that is entered, changed or ended.
pub const AGENCY: &str = "agency";

/// How the log names an account.
pub const USER: &str = "user";

/// How the log names a document that is entered, corrected or taken back.
pub const DOCUMENT: &str = "document";

/// How the log names an area.
pub(super) const AREA: &str = "area";

/// A setting that was set or removed, in the log.
pub const SETTING: &str = "setting";

/// How the log names a day off.
pub const DAY_OFF: &str = "day_off";

impl Writer<'_> {
    /// Enters an agency (id 0 gives it the next number, another id is taken as it is) or changes the
    /// one of that id.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_agency(&mut self, agency: &Agency) -> Result<AgencyId> {
        self.save_agency_by(agency, "")
    }

    /// The same, by a document that the log names.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_agency_by(&mut self, agency: &Agency, document: &str) -> Result<AgencyId> {
        let id = self.id_or_next(agency.id.0, "SELECT MAX(id) FROM agency")?;
        let agency = Agency {
            id: AgencyId(id),
            ..agency.clone()
        };
        let before = facts::agency(self.db, agency.id)?;
        put_agency(self.db, &agency)?;
        let note = Note {
            what: AGENCY,
            document,
            ..Note::default()
        };
        let before = before.map(to_json).transpose()?;
        self.log_noted(Subject::Frame, before, Some(to_json(&agency)?), note)?;
        Ok(agency.id)
    }

    /// Enters an area or changes the one of that id; 0 as for agencies.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_area(&mut self, area: &Area) -> Result<AreaId> {
        let id = self.id_or_next(area.id.0, "SELECT MAX(id) FROM area")?;
        let area = Area {
            id: AreaId(id),
            ..area.clone()
        };
        let before = facts::area(self.db, area.id)?;
        put_area(self.db, &area)?;
        self.frame(
            AREA,
            before.map(to_json).transpose()?,
            Some(to_json(&area)?),
        )?;
        Ok(area.id)
    }

    /// Enters a document or changes the one of that id; 0 as for agencies.
    ///
    /// # Errors
    /// Where its code is taken already, or the database cannot be written.
    pub fn save_document(&mut self, document: &Document) -> Result<DocumentId> {
        let id = self.id_or_next(document.id.0, "SELECT MAX(id) FROM document")?;
        let document = Document {
            id: DocumentId(id),
            ..document.clone()
        };
        let before = facts::document(self.db, document.id)?;
        put_document(self.db, &document)?;
        self.frame(
            DOCUMENT,
            before.map(to_json).transpose()?,
            Some(to_json(&document)?),
        )?;
        Ok(document.id)
    }

    /// The document of this symbol and date, in whatever spelling of its number.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn find_document(
        &self,
        symbol: &str,
        date: Option<NaiveDate>,
    ) -> Result<Option<DocumentId>> {
        facts::find_document(self.db, symbol, date)
    }

    /// The document of that number.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn document(&self, id: DocumentId) -> Result<Option<Document>> {
        facts::document(self.db, id)
    }

    /// A code for a new document that none has yet (DESIGN 7.3); empty for one without symbol.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn free_document_code(&self, reference: &DocumentReference) -> Result<String> {
        let fault = Cell::new(None);
        let is_taken = |code: &str| {
            let sql = "SELECT COUNT(*) FROM document WHERE code = ?1";
            self.db.number(sql, &values![code]).unwrap_or_else(|error| {
                fault.set(Some(error));
                0
            }) > 0
        };
        let code = document::short_code(reference, is_taken);
        match fault.into_inner() {
            Some(error) => Err(error),
            None => Ok(code.unwrap_or_default()),
        }
    }

    /// Enters a row of the calendar, over an older one of that date. What it moves, the caller saves:
    /// [`Store::relative`](super::Store::relative).
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_day_off(&mut self, day: &DayOff) -> Result<()> {
        let before = facts::day_off(self.db, day.date)?;
        let sql = "INSERT INTO day_off (date, name, kind, projected)
            VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (date) DO UPDATE SET name = ?2, kind = ?3, projected = ?4";
        self.db.run(
            sql,
            &values![day.date, day.name.as_str(), day.kind.code(), day.projected],
        )?;
        let before = before.as_ref().map(day_json);
        self.log_frame(Subject::Calendar, DAY_OFF, before, Some(day_json(day)))
    }

    /// Removes a row of the calendar.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn drop_day_off(&mut self, date: NaiveDate) -> Result<()> {
        let before = facts::day_off(self.db, date)?;
        self.db
            .run("DELETE FROM day_off WHERE date = ?1", &values![date])?;
        let before = before.as_ref().map(day_json);
        self.log_frame(Subject::Calendar, DAY_OFF, before, None)
    }

    /// Enters a user, over an older one of that login.
    ///
    /// # Errors
    /// Where the agency does not exist, or the database cannot be written.
    pub fn save_user(&mut self, account: &Account) -> Result<()> {
        let user = &account.user;
        let before = facts::user(self.db, &user.login)?;
        let sql = "INSERT INTO user_account (login, agency_id, role, is_disabled)
            VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (login) DO UPDATE SET agency_id = ?2, role = ?3, is_disabled = ?4";
        self.db.run(
            sql,
            &values![
                user.login.as_str(),
                user.agency.map(|id| id.0),
                user.role.code(),
                account.is_disabled,
            ],
        )?;
        self.frame(
            USER,
            before.as_ref().map(user_json),
            Some(user_json(account)),
        )
    }

    /// Sets or removes a setting.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        let before = facts::setting(self.db, key)?;
        match value {
            Some(value) => put_setting(self.db, key, value)?,
            None => {
                self.db
                    .run("DELETE FROM setting WHERE key = ?1", &values![key])?;
            }
        }
        let of = |value: &str| json!({ "key": key, "value": value });
        self.frame(SETTING, before.as_deref().map(of), value.map(of))
    }

    fn id_or_next(&self, id: i64, sql: &str) -> Result<i64> {
        if id == 0 { self.next_id(sql) } else { Ok(id) }
    }

    pub(super) fn frame(
        &mut self,
        what: &str,
        before: Option<Json>,
        after: Option<Json>,
    ) -> Result<()> {
        self.log_frame(Subject::Frame, what, before, after)
    }

    /// Logs a thing of the frame as it was and as it is.
    pub(super) fn frame_of<T: Serialize>(
        &mut self,
        what: &str,
        before: Option<&T>,
        after: Option<&T>,
    ) -> Result<()> {
        let before = before.map(to_json).transpose()?;
        let after = after.map(to_json).transpose()?;
        self.frame(what, before, after)
    }

    /// Logs what was and what is, whole: the frame is small, and who reads the log wants to see which.
    fn log_frame(
        &mut self,
        subject: Subject,
        what: &str,
        before: Option<Json>,
        after: Option<Json>,
    ) -> Result<()> {
        let note = Note {
            what,
            ..Note::default()
        };
        self.log_noted(subject, before, after, note)
    }

    fn log_noted(
        &mut self,
        subject: Subject,
        before: Option<Json>,
        after: Option<Json>,
        note: Note<'_>,
    ) -> Result<()> {
        if before == after {
            return Ok(());
        }
        self.append(subject, &fields(before), &fields(after), note)
    }
}

/// The row of an agency, over an older one.
pub(super) fn put_agency(db: &Db, agency: &Agency) -> Result<()> {
    let sql =
        "INSERT INTO agency (id, code, name, kind, parent_code, head_title, valid_from, valid_to,
        successors)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (id) DO UPDATE SET code = ?2, name = ?3, kind = ?4, parent_code = ?5,
        head_title = ?6, valid_from = ?7, valid_to = ?8, successors = ?9";
    let row = values![
        agency.id.0,
        agency.code.as_str(),
        agency.name.as_str(),
        agency.kind.code(),
        agency.parent_code.as_deref(),
        agency.head_title.as_str(),
        agency.valid_from,
        agency.valid_to,
        agency.successors.join(";"),
    ];
    db.run(sql, &row).map(|_| ())
}

/// The row of an area, over an older one.
pub(super) fn put_area(db: &Db, area: &Area) -> Result<()> {
    let sql = "INSERT INTO area (id, code, name_vi, name_en, basis)
        VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET code = ?2, name_vi = ?3, name_en = ?4, basis = ?5";
    let row = values![
        area.id.0,
        area.code.as_str(),
        area.name_vi.as_str(),
        area.name_en.as_str(),
        area.basis.as_str(),
    ];
    db.run(sql, &row).map(|_| ())
}

/// The row of a document, over an older one.
pub(super) fn put_document(db: &Db, document: &Document) -> Result<()> {
    let sql = "INSERT INTO document (id, kind, symbol, symbol_key, date, issuer, summary, code, bases,
        skips_confirmation)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (id) DO UPDATE SET kind = ?2, symbol = ?3, symbol_key = ?4, date = ?5, issuer = ?6,
        summary = ?7, code = ?8, bases = ?9, skips_confirmation = ?10";
    let bases: Vec<String> = document.bases.iter().map(|id| id.0.to_string()).collect();
    let row = values![
        document.id.0,
        document.kind.as_str(),
        document.symbol.as_str(),
        document.key(),
        document.date,
        document.issuer.as_str(),
        document.summary.as_str(),
        document.code.as_str(),
        bases.join(";"),
        document.skips_confirmation,
    ];
    db.run(sql, &row).map(|_| ())
}

/// A setting, over an older value.
pub(super) fn put_setting(db: &Db, key: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2)
        ON CONFLICT (key) DO UPDATE SET value = ?2";
    db.run(sql, &values![key, value]).map(|_| ())
}

/// The fields of a thing; none of what is no thing.
pub(super) fn fields(json: Option<Json>) -> Fields {
    match json {
        Some(Json::Object(fields)) => fields,
        _ => Fields::new(),
    }
}

pub(super) fn to_json(thing: impl Serialize) -> Result<Json> {
    serde_json::to_value(thing).map_err(fault)
}

pub(super) fn day_json(day: &DayOff) -> Json {
    json!({ "date": day.date, "name": day.name, "kind": day.kind, "projected": day.projected })
}

pub(super) fn user_json(account: &Account) -> Json {
    let user = &account.user;
    json!({ "login": user.login, "agency": user.agency, "role": user.role, "is_disabled": account.is_disabled })
}
