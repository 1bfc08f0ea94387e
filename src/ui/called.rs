//! What the choices for a terminal are called: on the page where they are made, and in the sentence that
//! follows one.

use super::composing::Method;
use super::terminal::{Colour, Glyphs};
use super::theme::ThemeName;
use crate::lang::TerminalWords;

/// A set of characters.
#[must_use]
pub fn glyphs(t: &TerminalWords, glyphs: Glyphs) -> &'static str {
    let [full, safe, plain, ascii] = t.glyphs;
    match glyphs {
        Glyphs::Full => full,
        Glyphs::Safe => safe,
        Glyphs::Plain => plain,
        Glyphs::Ascii => ascii,
    }
}

/// An amount of colour.
#[must_use]
pub fn colour(t: &TerminalWords, colour: Colour) -> &'static str {
    let [none, eight, sixteen] = t.amounts;
    match colour {
        Colour::None => none,
        Colour::Eight => eight,
        Colour::Sixteen => sixteen,
    }
}

/// A theme.
#[must_use]
pub fn theme(t: &TerminalWords, theme: ThemeName) -> &'static str {
    let [dark, light, high_contrast, mono] = t.themes;
    match theme {
        ThemeName::Dark => dark,
        ThemeName::Light => light,
        ThemeName::HighContrast => high_contrast,
        ThemeName::Mono => mono,
    }
}

/// A way of composing.
#[must_use]
pub fn composing(t: &TerminalWords, method: Option<Method>) -> &'static str {
    let [off, telex, vni] = t.composing;
    match method {
        None => off,
        Some(Method::Telex) => telex,
        Some(Method::Vni) => vni,
    }
}
