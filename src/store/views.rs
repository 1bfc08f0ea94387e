//! Saved filters: each person has their own, by name.

use serde_json::{Value as Json, json};

use super::db::{fault, values};
use super::frame::to_json;
use super::{Writer, facts};
use crate::domain::error::Result;
use crate::domain::query::View;

/// How the log names a view.
pub(super) const VIEW: &str = "view";

impl Writer<'_> {
    /// Keeps a view of the writing login, over an older one of that name.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_view(&mut self, view: &View) -> Result<()> {
        let before = facts::view(self.db, self.who, &view.name)?;
        let query = serde_json::to_string(&view.query).map_err(fault)?;
        let sql = "INSERT INTO saved_view (login, name, words, query)
            VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (login, name) DO UPDATE SET words = ?3, query = ?4";
        self.db.run(
            sql,
            &values![self.who, view.name.as_str(), view.words.as_str(), query],
        )?;
        let before = before.as_ref().map(view_json).transpose()?;
        self.frame(VIEW, before, Some(view_json(view)?))
    }

    /// Removes a view of the writing login.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn drop_view(&mut self, name: &str) -> Result<()> {
        let before = facts::view(self.db, self.who, name)?;
        let sql = "DELETE FROM saved_view WHERE login = ?1 AND name = ?2";
        self.db.run(sql, &values![self.who, name])?;
        let before = before.as_ref().map(view_json).transpose()?;
        self.frame(VIEW, before, None)
    }
}

fn view_json(view: &View) -> Result<Json> {
    let query = to_json(&view.query)?;
    Ok(json!({ "name": view.name, "words": view.words, "query": query }))
}
