//! The terminal room: what arrives from real terminals and input methods, and what is sent to them.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../desk/mod.rs"]
mod desk;

mod figures;
mod frames;
mod function_keys;
mod glass;
mod input_methods;
mod keys;
mod reading;
mod slow;
