//! What clerks see and press: a stack of screens over requests, one table of keys, one frame at a time.
//!
//! Enters: events of the terminal, answers of `work`. Never: the database, files, the clock.

pub mod action;
mod ahead;
pub mod app;
pub mod called;
pub mod canvas;
mod company;
pub mod composing;
mod effects;
pub mod ending;
pub mod frame;
pub mod given;
pub mod idle;
pub mod keys;
pub mod line;
mod lost;
pub mod mail;
pub mod memory;
pub mod meter;
pub mod practice;
pub mod run;
pub mod running;
pub mod screen;
pub mod screens;
pub mod sent;
pub mod setup;
mod taking_back;
pub mod terminal;
pub mod theme;
mod told;
mod treatment;
mod typing;
mod unsaved;
pub mod widgets;
