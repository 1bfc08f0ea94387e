//! Exit codes, as documented: sysexits where one fits, 128 + signal where a signal ended it.

use std::process::ExitCode;

use crate::domain::error::{Error, FileFault};

/// Wrong usage.
pub const USAGE: u8 = 2;

/// Nothing is wrong, and somebody should see to something.
pub const WARNED: u8 = 3;

/// A person ended it by Ctrl-C.
pub const INTERRUPTED: u8 = 130;

/// The code for a failure.
#[must_use]
pub fn code(error: &Error) -> ExitCode {
    ExitCode::from(match error {
        Error::BadText { .. } => USAGE,
        Error::NoDatabase(_)
        | Error::Gone(_)
        | Error::BadFile {
            fault: FileFault::Missing,
            ..
        } => 66,
        Error::Exists(_) | Error::IsDirectory(_) => 73,
        Error::Busy
        | Error::InUse(_)
        | Error::Exhausted
        | Error::Replaced(_)
        | Error::Occupied(_)
        | Error::AtWork(_) => 75,
        Error::NoPermission(_) | Error::NotPermitted => 77,
        _ => 1,
    })
}
