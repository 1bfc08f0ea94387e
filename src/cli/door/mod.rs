//! The door of a shared server: `cchc --user LOGIN`, run by `sshd` as the forced command of a clerk's key.
//!
//! Who comes in is who the key says, sees one tray of files and the screens, and can set nothing about the program:
//! not the database, not the configuration, no path. What the client asks for (`ssh HOST put NAME`) is read by
//! `asked`, never by a shell. It is the door where a variable of `sshd` and `--user` are there and no command of ours is
//! on the command line; a command there is typed by an operator, or the one thing that a key is for.

mod asked;
mod deeds;
mod note;

use std::path::{Path, PathBuf};

use super::args::Arguments;
use crate::config::{Config, Environment};
use crate::domain::door::{DoorFault, PlainName};
use crate::domain::error::Result;
use crate::domain::fold::clean;
use crate::exchange::tray::Tray;
use crate::work::files::Files;

pub use deeds::enter;

/// Who calls at the door, before it is opened.
pub struct Calling {
    login: PlainName,
    /// What the client asked for, as it came; none for the screens.
    asked: Option<String>,
}

/// The door, open to one clerk.
pub struct Door {
    /// The files of this clerk.
    tray: Tray,
    /// Where it is noted what was asked here.
    notes: PathBuf,
    /// What the client asked for, as it came; none for the screens.
    asked: Option<String>,
    /// From where the clerk comes.
    address: String,
}

impl Calling {
    /// Whether somebody calls at the door, and who.
    ///
    /// # Errors
    /// [`DoorFault::NoName`] for a login that could be no directory; [`DoorFault::Settled`] where the client asks for
    /// something and the forced command does one thing only.
    pub fn of(arguments: &Arguments, environment: &Environment) -> Result<Option<Self>> {
        let asked = environment.value("SSH_ORIGINAL_COMMAND");
        let called = environment.value("SSH_CONNECTION").or(asked);
        let (Some(_), Some(login)) = (called, &arguments.common.user) else {
            return Ok(None);
        };
        if arguments.command.is_some() {
            return match asked {
                Some(_) => Err(DoorFault::Settled.into()),
                None => Ok(None),
            };
        }
        Ok(Some(Self {
            login: PlainName::read(&clean(login))?,
            asked: asked.map(str::to_owned),
        }))
    }

    /// Opens the door: what is kept for this clerk is kept in a directory of their own from now on.
    ///
    /// # Errors
    /// Where that directory cannot be made.
    pub fn open(self, config: &mut Config, environment: &Environment) -> Result<Door> {
        let settings = &config.door;
        let users = match &settings.directory {
            Some(directory) => directory.clone(),
            None => config.state.join("users"),
        };
        let own = users.join(self.login.as_str());
        let tray = Tray::open(own.join("files"), settings.bytes, settings.files);
        // The paths of the server are not the clerk's.
        let tray = tray.map_err(|error| error.of(Path::new("files")))?;
        config.state = own;
        let connection = environment.value("SSH_CONNECTION").unwrap_or_default();
        let address = connection.split(' ').next().unwrap_or_default();
        Ok(Door {
            tray,
            notes: users.join("door.log"),
            asked: self.asked,
            address: clean(address),
        })
    }
}

impl Door {
    /// Which files the clerk may name.
    pub fn files(&self) -> Files {
        Files::Within(self.tray.clone())
    }
}
