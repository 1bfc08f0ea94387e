//! "Quản trị": agencies in time, what is done to them, whose tasks have no lead, and the days off.
//!
//! Everybody may look; who keeps the frame decides in a form, sees what will happen, and does it with F10.

mod confirm;
pub mod day_form;
pub(super) mod days;
mod fields;
pub mod form;
mod heirs;
pub(super) mod list;
pub(super) mod orphans;
pub(in crate::ui::screens) mod rows;
mod sheet;
pub mod step;
pub mod told;
