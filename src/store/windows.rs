//! The table of reporting windows.

use crate::domain::error::Result;
use crate::domain::report_window::{Series, Window, sort};

use super::db::{Db, Row, values};
use super::record::known;
use super::{Store, Writer};

/// How the log names a reporting window.
pub const WINDOW: &str = "report_window";

impl Store {
    /// All windows, by their last days.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn windows(&self) -> Result<Vec<Window>> {
        windows(&self.db)
    }
}

impl Writer<'_> {
    /// All windows as they are now.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn windows(&self) -> Result<Vec<Window>> {
        windows(self.db)
    }

    /// The window of that name as it is now, in whatever spelling.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn window(&self, name: &str) -> Result<Option<Window>> {
        let all = windows(self.db)?;
        Ok(all.into_iter().find(|window| window.is_called(name)))
    }

    /// Enters a window, over an older one of that name.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn save_window(&mut self, window: &Window) -> Result<()> {
        let before = self.window(&window.name)?;
        if let Some(before) = &before {
            take_window(self.db, &before.name)?;
        }
        put_window(self.db, window)?;
        self.frame_of(WINDOW, before.as_ref(), Some(window))
    }

    /// Removes a window.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn drop_window(&mut self, name: &str) -> Result<()> {
        let Some(before) = self.window(name)? else {
            return Ok(());
        };
        take_window(self.db, &before.name)?;
        self.frame_of(WINDOW, Some(&before), None)
    }
}

/// The row of a window, over an older one of that very name.
pub(super) fn put_window(db: &Db, window: &Window) -> Result<()> {
    let sql = "INSERT INTO report_window (name, series, first_day, last_day, due)
        VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (name) DO UPDATE SET series = ?2, first_day = ?3, last_day = ?4, due = ?5";
    let row = values![
        window.name.as_str(),
        window.series.code(),
        window.from,
        window.to,
        window.due
    ];
    db.run(sql, &row).map(|_| ())
}

/// Takes the row of a window away.
pub(super) fn take_window(db: &Db, name: &str) -> Result<()> {
    let sql = "DELETE FROM report_window WHERE name = ?1";
    db.run(sql, &values![name]).map(|_| ())
}

fn windows(db: &Db) -> Result<Vec<Window>> {
    let sql = "SELECT name, series, first_day, last_day, due FROM report_window ORDER BY name";
    let mut windows = db.rows(sql, &[], read_window)?;
    sort(&mut windows);
    Ok(windows)
}

/// A row of the table.
pub(super) fn read_window(row: &mut Row<'_>) -> Result<Window> {
    Ok(Window {
        name: row.text()?,
        series: known("series", &row.text()?, Series::from_code)?,
        from: row.date()?,
        to: row.date()?,
        due: row.date()?,
    })
}
