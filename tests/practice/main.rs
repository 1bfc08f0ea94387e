//! Practice: the drills, their shortest ways, their results; and what keys common work may cost.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "../desk/mod.rs"]
mod desk;

mod budgets;
mod coach;
mod ways;

use cchc::lang::VI;
use cchc::ui::practice::Records;
use desk::{Desk, Office};

/// The list of drills, in Vietnamese, for whoever practises for the first time.
fn at_drills() -> Desk<Office> {
    Desk::practising(&VI, (80, 24), Records::default())
}
