//! What is said around a report that goes into a file.

use crate::lang::Language;
use crate::lang::format::number;

/// Words of reports in files and of the form that asks for one.
#[derive(Debug)]
pub struct ReportFileWords {
    /// So many of the late ones of a row are excused: a remark.
    pub excused: fn(i64) -> String,
    /// On time of all that were given and of those that have fallen due: parts, wholes and shares (DOMAIN 2.8).
    pub both: fn(i64, [(i64, &str); 2]) -> String,
}

pub(in crate::lang) const VI: ReportFileWords = ReportFileWords {
    excused: |count| format!("{} trễ khách quan", number(count, Language::Vietnamese)),
    both: |done, [(given, of_given), (due, of_due)]| {
        let number = |it| number(it, Language::Vietnamese);
        format!(
            "HT trong hạn {}: trên số được giao {} là {of_given}; trên số đã đến hạn {} là {of_due}.",
            number(done),
            number(given),
            number(due)
        )
    },
};

pub(in crate::lang) const EN: ReportFileWords = ReportFileWords {
    excused: |count| format!("{} late but excused", number(count, Language::English)),
    both: |done, [(given, of_given), (due, of_due)]| {
        let number = |it| number(it, Language::English);
        format!(
            "Done on time {}: of {} given {of_given}; of {} fallen due {of_due}.",
            number(done),
            number(given),
            number(due)
        )
    },
};
