//! Exit codes, as documented: sysexits where one fits, 128 + signal where a signal ended it.

use std::process::ExitCode;

use crate::domain::door::DoorFault;
use crate::domain::error::{Error, FileFault};

/// Wrong usage.
pub const USAGE: u8 = 2;

/// Done, and somebody should see to something: work that waits (`brief`), a warning (`doctor`).
pub const WAITS: u8 = 3;

/// A person ended it by Ctrl-C.
pub const INTERRUPTED: u8 = 130;

/// The code for a failure.
#[must_use]
pub fn code(error: &Error) -> ExitCode {
    ExitCode::from(number(error))
}

/// The same as a number.
#[must_use]
pub fn number(error: &Error) -> u8 {
    match error {
        Error::BadText { .. } => USAGE,
        Error::Meant { error, .. } => number(error),
        Error::NoDatabase(_)
        | Error::Gone(_)
        | Error::BadFile {
            fault: FileFault::Missing,
            ..
        } => 66,
        Error::Door(fault) => of_door(fault),
        Error::Exists(_) | Error::IsDirectory(_) => 73,
        Error::Busy
        | Error::InUse(_)
        | Error::WentOn(_)
        | Error::Exhausted
        | Error::Replaced(_)
        | Error::LogTaken(_)
        | Error::Occupied(_)
        | Error::AtWork(_) => 75,
        Error::NoPermission(_)
        | Error::NotPermitted
        | Error::ForAdministrators
        | Error::AccountClosed(_) => 77,
        _ => 1,
    }
}

/// What a code stands for, in a word that scripts see.
#[must_use]
pub const fn kind(code: u8) -> &'static str {
    match code {
        USAGE => "usage",
        66 => "not_found",
        73 => "exists",
        75 => "busy",
        77 => "not_permitted",
        _ => "failed",
    }
}

const fn of_door(fault: &DoorFault) -> u8 {
    match fault {
        DoorFault::NoName(_)
        | DoorFault::Terminal
        | DoorFault::NoWord(_)
        | DoorFault::Copier(_)
        | DoorFault::NoScreen
        | DoorFault::Settled
        | DoorFault::BadKey(_) => USAGE,
        DoorFault::NoFile(_) | DoorFault::NotAFile(_) => 66,
        DoorFault::Taken(_) | DoorFault::Full(_) | DoorFault::TooMany(_) => 73,
        DoorFault::Underway | DoorFault::Cut => 75,
        DoorFault::Stranger(_) => 77,
    }
}
