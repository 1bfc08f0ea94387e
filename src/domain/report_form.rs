//! In which form a report leaves the program.

use std::path::Path;

/// A form of a report on paper or in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportForm {
    /// Plain text in columns, for mail and for a terminal.
    Text,
    /// A table of Markdown.
    Markdown,
    /// UTF-8 with a byte order mark, commas, CR LF: what Excel opens without a question.
    Csv,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A document in the form of Nghị định 30/2020.
    Docx,
}

impl ReportForm {
    /// Every form that is written, in the order of the help.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Markdown,
        Self::Csv,
        Self::Xlsx,
        Self::Docx,
    ];

    /// The word by which commands call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// How the name of such a file ends.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// The form of that word or ending, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.to_ascii_lowercase();
        let mut all = Self::ALL.into_iter();
        all.find(|form| code == form.code() || code == form.ending())
    }

    /// The form that the name of a file asks for by its ending.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        Self::from_code(path.extension()?.to_str()?)
    }

    /// True for bytes that no terminal should be shown.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        match self {
            Self::Text | Self::Markdown | Self::Csv => false,
            Self::Xlsx | Self::Docx => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_says_the_form() {
        for form in ReportForm::ALL {
            let name = format!("báo cáo.{}", form.ending().to_uppercase());
            assert_eq!(ReportForm::of(Path::new(&name)), Some(form));
            assert_eq!(ReportForm::from_code(form.code()), Some(form));
        }
        assert_eq!(ReportForm::of(Path::new("a.pdf")), None);
        assert_eq!(ReportForm::of(Path::new("csv")), None);
    }
}
