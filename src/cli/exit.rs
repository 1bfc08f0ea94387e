//! Exit codes, as documented in `lang/console/exits.rs`: sysexits where one fits, 128 + signal where a signal ended it.

use std::process::ExitCode;

use crate::domain::door::DoorFault;
use crate::domain::error::{Error, FileFault};

/// It could not be done.
pub const FAILED: u8 = 1;

/// Wrong usage.
pub const USAGE: u8 = 2;

/// Done, and somebody should see to something: work that waits (`brief`), a warning (`doctor`).
pub const WAITS: u8 = 3;

/// There is no such database or file.
pub const NOT_FOUND: u8 = 66;

/// The program itself is wrong.
pub const BROKEN: u8 = 70;

/// Something is in the place where something was to be made.
pub const EXISTS: u8 = 73;

/// Somebody else is at it: try again.
pub const BUSY: u8 = 75;

/// The person may not.
pub const NOT_PERMITTED: u8 = 77;

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
        } => NOT_FOUND,
        Error::Door(fault) => of_door(fault),
        Error::Exists(_) | Error::IsDirectory(_) | Error::InTheWay(_) => EXISTS,
        Error::Cancelled => INTERRUPTED,
        Error::Busy
        | Error::InUse(_)
        | Error::WentOn(_)
        | Error::Exhausted
        | Error::Replaced(_)
        | Error::LogTaken(_)
        | Error::Occupied(_)
        | Error::OtherName(_)
        | Error::LogOfAnother(_)
        | Error::AtWork(_) => BUSY,
        Error::NoPermission(_)
        | Error::NotPermitted
        | Error::ForAdministrators
        | Error::AccountClosed(_) => NOT_PERMITTED,
        _ => FAILED,
    }
}

/// What a code stands for, in a word that scripts see.
#[must_use]
pub const fn kind(code: u8) -> &'static str {
    match code {
        USAGE => "usage",
        NOT_FOUND => "not_found",
        BROKEN => "broken",
        EXISTS => "exists",
        BUSY => "busy",
        NOT_PERMITTED => "not_permitted",
        INTERRUPTED => "interrupted",
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
        DoorFault::NoFile(_) | DoorFault::NotAFile(_) => NOT_FOUND,
        DoorFault::Taken(_) | DoorFault::Full(_) | DoorFault::TooMany(_) => EXISTS,
        DoorFault::Underway | DoorFault::Cut => BUSY,
        DoorFault::Stranger(_) | DoorFault::Crowded(_) | DoorFault::NoTray => NOT_PERMITTED,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

    use super::*;
    use crate::lang::{EN, VI};
    use crate::ui::idle;

    /// This file without its tests.
    fn source() -> &'static str {
        let all = include_str!("exit.rs");
        all.split("#[cfg(test)]").next().unwrap_or(all)
    }

    #[test]
    fn the_manual_has_every_exit_code_and_no_other() {
        let code = |line: &str| {
            line.strip_prefix("pub const ")?
                .split(" = ")
                .nth(1)
                .map(str::to_owned)
        };
        let given = source().lines().filter_map(code);
        let mut given: BTreeSet<u8> = given
            .map(|it| it.trim_end_matches(';').parse().expect("a number"))
            .collect();
        assert!(
            given.contains(&INTERRUPTED),
            "the constants are read: {given:?}"
        );
        // The screens and line mode end by a signal with 128 and its number, and of themselves after too long a rest.
        let by_signal = |signal: i32| u8::try_from(128 + signal).expect("a code");
        assert_eq!(by_signal(SIGINT), INTERRUPTED);
        given.extend([0, idle::CODE]);
        given.extend([SIGHUP, SIGQUIT, SIGTERM].map(by_signal));
        for words in [&VI, &EN] {
            let said = words.console.exits.iter().map(|(code, _)| *code);
            assert_eq!(said.clone().collect::<BTreeSet<u8>>(), given);
            assert!(said.is_sorted(), "{:?}", words.console.exits);
        }
    }

    #[test]
    fn no_code_is_given_out_without_a_name() {
        let arms = source().lines().filter_map(|line| line.split_once(" => "));
        let bare: Vec<_> = arms
            .filter(|(_, code)| code.starts_with(|letter: char| letter.is_ascii_digit()))
            .collect();
        assert_eq!(bare, []);
    }
}
