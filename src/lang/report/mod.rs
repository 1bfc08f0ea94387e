//! The words of reports: titles, headings of columns, words that stand in cells, notes beneath.
//!
//! A report says what it holds by codes; here they are put into words, a file a subject, so that screen, text and
//! files say the same. [`said`] puts a cell into words.

mod deeds;
mod files;
mod heads;
mod late;
mod long;
mod measures;
mod menu;
pub mod period;
mod rates;
pub mod said;
mod screen;

use crate::domain::report::Kind;

pub use files::ReportFileWords;
pub use screen::ReportScreenWords;

/// The heading of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The column's name.
    pub name: &'static str,
    /// As it stands where there is room, in text and in files.
    pub long: &'static str,
    /// As it stands at 80 columns; it may be broken over two lines.
    pub short: &'static str,
}

/// The words of some reports that belong together.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// Which reports; none for what all reports may say.
    pub kinds: &'static [Kind],
    /// The headings of their columns.
    pub headings: &'static [Heading],
    /// Words in cells, by their code.
    pub words: &'static [(&'static str, &'static str)],
    /// Notes beneath, by their code.
    pub notes: &'static [(&'static str, &'static str)],
}

/// A heading whose long and short form are these.
pub(super) const fn heading(
    name: &'static str,
    long: &'static str,
    short: &'static str,
) -> Heading {
    Heading { name, long, short }
}

/// The words of reports in one language.
#[derive(Debug)]
pub struct ReportWords {
    /// The title of a report.
    pub title: fn(Kind) -> &'static str,
    /// What it answers, in a line.
    pub answers: fn(Kind) -> &'static str,
    /// The screens, and what stands around a table.
    pub screen: ReportScreenWords,
    /// What stands around a table in a file.
    pub files: ReportFileWords,
    subjects: &'static [Subject],
}

impl ReportWords {
    /// The heading of a column; its name where no words were found for it.
    #[must_use]
    pub fn heading(&self, kind: Kind, name: &'static str) -> Heading {
        let mut subjects = self.of(kind);
        let found = subjects.find_map(|it| it.headings.iter().find(|it| it.name == name));
        found.copied().unwrap_or(heading(name, name, name))
    }

    /// A word that stands in a cell.
    #[must_use]
    pub fn word(&self, kind: Kind, code: &'static str) -> &'static str {
        let mut words = self.of(kind).flat_map(|it| it.words);
        words.find(|it| it.0 == code).map_or(code, |it| it.1)
    }

    /// A note beneath the table.
    #[must_use]
    pub fn note(&self, kind: Kind, code: &'static str) -> &'static str {
        let mut notes = self.of(kind).flat_map(|it| it.notes);
        notes.find(|it| it.0 == code).map_or(code, |it| it.1)
    }

    /// What belongs to a report: its own words first, then those of all.
    fn of(&self, kind: Kind) -> impl Iterator<Item = &'static Subject> {
        let own = move |it: &&Subject| it.kinds.contains(&kind);
        let general = |it: &&Subject| it.kinds.is_empty();
        let subjects = self.subjects;
        let own = subjects.iter().filter(own);
        own.chain(subjects.iter().filter(general))
    }
}

pub(super) const VI: ReportWords = ReportWords {
    title: menu::vi_title,
    answers: menu::vi_answers,
    screen: screen::VI,
    files: files::VI,
    subjects: &[
        screen::VI_GENERAL,
        rates::VI,
        late::VI,
        heads::VI,
        deeds::VI,
        long::VI,
        measures::VI,
    ],
};

pub(super) const EN: ReportWords = ReportWords {
    title: menu::en_title,
    answers: menu::en_answers,
    screen: screen::EN,
    files: files::EN,
    subjects: &[
        screen::EN_GENERAL,
        rates::EN,
        late::EN,
        heads::EN,
        deeds::EN,
        long::EN,
        measures::EN,
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_words() {
        for (vi, en) in VI.subjects.iter().zip(EN.subjects) {
            assert_eq!(vi.kinds, en.kinds);
            let names = |it: &Subject| it.headings.iter().map(|it| it.name).collect::<Vec<_>>();
            assert_eq!(names(vi), names(en));
            let codes = |of: &[(&'static str, &str)]| of.iter().map(|it| it.0).collect::<Vec<_>>();
            assert_eq!(codes(vi.words), codes(en.words));
            assert_eq!(codes(vi.notes), codes(en.notes));
        }
        assert_eq!(VI.subjects.len(), EN.subjects.len());
    }

    #[test]
    fn what_stands_beneath_a_printed_table_tells_nobody_to_open_a_row() {
        for subject in VI.subjects.iter().chain(EN.subjects) {
            for (code, note) in subject.notes {
                let note = note.to_lowercase();
                let told = ["mở dòng", "open a row", "open it"];
                assert!(told.iter().all(|it| !note.contains(it)), "{code}");
            }
        }
    }

    #[test]
    fn no_report_has_the_title_of_another() {
        for words in [&VI, &EN] {
            let mut titles: Vec<_> = Kind::ALL.map(words.title).to_vec();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(titles.len(), Kind::ALL.len());
        }
    }
}
