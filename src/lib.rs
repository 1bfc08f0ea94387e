//! cchc follows the tasks of an administrative-reform directive, agency by agency.
//!
//! Six rooms; imports go one way only: `domain` below everything, then `lang`, `exchange` and
//! `store` beside one another, `work` above them, `ui` and `cli` on top. `tests/layers.rs` reads the
//! `use` lines and holds us to it.

pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod lang;
pub mod store;
pub mod ui;
pub mod work;
