//! The real program behind a real `sshd`, called by the real `ssh`: what a clerk can do through the door, and what
//! nobody can.
//!
//! Each story starts a server on 127.0.0.1 with keys of its own. That needs OpenSSH's server and client, and root,
//! because `sshd` hands out terminals; where they are missing it is said, and where `CCHC_CI` is 1 it is a failure.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[allow(dead_code)]
#[path = "../pty/office.rs"]
mod office;
#[allow(dead_code)]
#[path = "../pty/process.rs"]
mod process;
#[allow(dead_code)]
#[path = "../pty/terminal.rs"]
mod terminal;

mod server;

mod cuts;
mod escapes;
mod files;
mod together;
