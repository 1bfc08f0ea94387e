//! A letter to a lead about its tasks: công văn đôn đốc, công văn yêu cầu giải trình.
//!
//! It is Vietnamese whatever the language of the screens: it goes to offices.

use std::io::{self, Seek, Write};

use chrono::NaiveDate;

use super::{Align, Content, Skeleton, Table};
use crate::domain::agency::Agency;
use crate::domain::error::{Error, Result};
use crate::domain::fold::shown;
use crate::domain::paper::{LetterKind, Letterhead, day_line};
use crate::lang::format::date;
use crate::lang::report::said::head_of;
use crate::lang::{Language, LetterTexts};

/// A letter.
#[derive(Debug)]
pub struct Letter<'a> {
    /// What it asks.
    pub kind: LetterKind,
    /// The letterhead.
    pub head: &'a Letterhead,
    /// The name of who asks, as it stands in a sentence.
    pub issuer: &'a str,
    /// Its number.
    pub number: u32,
    /// Its day.
    pub on: NaiveDate,
    /// The day by which an answer is wanted.
    pub until: Option<NaiveDate>,
    /// To whom.
    pub agency: &'a Agency,
    /// About which tasks.
    pub rows: Vec<LetterRow>,
}

/// A task in a letter.
#[derive(Debug)]
pub struct LetterRow {
    /// Its code, by which it is quoted.
    pub code: String,
    /// What is to be done.
    pub title: String,
    /// Its due date.
    pub due: Option<NaiveDate>,
    /// So many working days late.
    pub days: i64,
    /// The how manieth urging this one is.
    pub urging: u32,
}

impl Letter<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// As [`super::write`].
    pub fn write(
        &self,
        output: impl Write + Seek,
        skeleton: &Skeleton,
        fault: &impl Fn(io::Error) -> Error,
    ) -> Result<()> {
        let (today, until) = (day_line(self.on), self.until.map(day_line));
        let head = head_of(self.agency);
        let texts = LetterTexts {
            kind: self.kind,
            agency: &self.agency.name,
            head: &head,
            issuer: self.issuer,
            today: &today,
            until: until.as_deref(),
            tasks: self.rows.len(),
        };
        let addressee = match self.kind {
            LetterKind::Urge => self.agency.name.clone(),
            LetterKind::Explain => head.clone(),
        };
        let content = Content {
            head: self.head,
            number: format!("{:02}", self.number),
            symbol: self.head.symbol.clone(),
            day: today.clone(),
            places: vec![
                ("trich_yeu", texts.subject()),
                ("kinh_gui", addressee),
                ("mo_dau", texts.opening()),
                ("de_nghi", texts.request()),
            ],
            tables: vec![self.table(&texts)],
            seal: String::new(),
            words: Language::Vietnamese.words(),
        };
        super::write(output, skeleton, &content, fault)
    }

    fn table(&self, texts: &LetterTexts<'_>) -> Table {
        let [code, title, due, days, asked] = LetterTexts::headings();
        let columns = [
            (Align::Centre, "TT"),
            (Align::Left, code),
            (Align::Left, title),
            (Align::Centre, due),
            (Align::Centre, days),
            (Align::Left, asked),
        ];
        let row = |(place, row): (usize, &LetterRow)| {
            vec![
                (place + 1).to_string(),
                shown(&row.code).into_owned(),
                shown(&row.title).into_owned(),
                row.due.map(date).unwrap_or_default(),
                row.days.to_string(),
                texts.asked(row.urging),
            ]
        };
        Table {
            columns: columns.map(|(align, it)| (align, it.to_owned())).into(),
            rows: self.rows.iter().enumerate().map(row).collect(),
            ..Table::default()
        }
    }
}
