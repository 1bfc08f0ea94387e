//! Files in and out: what offices send one another, and what they get back.
//!
//! Bytes become rows of text here, and nothing more: who is meant by a cell, `domain` reads; what is
//! kept, the jobs in `work` decide. Never knows the database.

pub mod annex;
pub mod book;
mod defuse;
pub mod measures;
pub mod paper;
mod reference;
pub mod report;
pub mod tray;
pub mod write;

pub use crate::domain::annex::{Column, SkipReason};
pub use reference::{read_agencies, read_areas, read_days_off};
