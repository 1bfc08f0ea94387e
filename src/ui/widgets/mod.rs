//! Parts that several screens are made of.

pub mod field;
pub mod form;
pub mod month;
pub mod narrow;
pub mod pages;
pub mod plot;
