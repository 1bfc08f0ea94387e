//! What somebody may have meant by a word that is not known: the nearest that is.

use crate::domain::error::Error;
use crate::domain::filter::nearest;
use crate::work::session::Session;

/// The error, with the nearest of the words that are known where one is near.
pub fn near<T: AsRef<str>>(error: Error, text: &str, known: impl IntoIterator<Item = T>) -> Error {
    let known: Vec<T> = known.into_iter().collect();
    with(error, nearest(text, known.iter().map(AsRef::as_ref)))
}

/// The error, with this word where there is one.
pub fn with(error: Error, nearest: Option<&str>) -> Error {
    match nearest {
        Some(nearest) => Error::Meant {
            error: Box::new(error),
            nearest: nearest.to_owned(),
        },
        None => error,
    }
}

/// An agency is not known by this code or name; those that are there today are named by their codes.
pub fn agency(session: &Session, text: &str) -> Error {
    let facts = session.facts();
    let (agencies, today) = (&facts.agencies, facts.today);
    let there = || {
        let all = agencies.iter();
        all.filter(move |agency| agency.is_valid_on(today))
    };
    let by_code = nearest(text, there().map(|agency| agency.code.as_str()));
    // Of a name its code is said: it can be typed.
    let by_name = || {
        let name = nearest(text, there().map(|agency| agency.name.as_str()))?;
        let found = there().find(|agency| agency.name == name)?;
        Some(found.code.as_str())
    };
    with(Error::NoAgency(text.to_owned()), by_code.or_else(by_name))
}
