//! Text that wants to command the terminal, wherever text from outside can stand: in every field of the database, in
//! files and their names, in arguments, variables and settings. No screen, no line and no file that comes out of the
//! program holds a byte that the program did not mean.

#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used)]

#[path = "../desk/mod.rs"]
mod desk;
#[allow(dead_code)] // the stories of the screens use more of these
#[path = "../terminal/glass.rs"]
mod glass;
#[allow(dead_code)]
#[path = "../sizes/journeys.rs"]
mod journeys;
#[allow(dead_code)]
#[path = "../import_screen/office.rs"]
mod office;

mod commands;
mod poison;
mod screens;
mod watch;
