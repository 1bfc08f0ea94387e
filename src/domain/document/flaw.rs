//! Why a document is not entered or corrected, as data; `lang` says it in words.

/// What is wrong with what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentFlaw {
    /// There is no such document, or several fit.
    Unknown(String),
    /// Neither number nor symbol stands in the text.
    NoSymbol(String),
    /// The document of this code has the number and the date already, in whatever spelling.
    Same(String),
    /// The chain of legal bases would come back to where it began: the codes on the way.
    Circle(Vec<String>),
    /// It lies in the future.
    LaterDate(chrono::NaiveDate),
    /// It was signed after the document that rests on it: both codes.
    YoungerBasis(String, String),
    /// Somebody changed the document of this code since it was read.
    Changed(String),
    /// The document of this code came into use since: tasks or documents name it.
    InUse(String),
}
