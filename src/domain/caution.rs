//! What is not wrong with the database yet and may go wrong: as data, for whoever says it.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::seal::Missing;

/// Something to be careful about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caution {
    /// Saves that were acknowledged are gone.
    Missing(Missing),
    /// The file lies on a disk of another machine, where locks do not hold.
    NetworkDisk {
        /// The file.
        path: PathBuf,
        /// What the disk is called: `NFS`, `SMB/CIFS`, ...
        kind: &'static str,
    },
    /// The server's clock is behind what it was when something was saved last.
    ClockBehind {
        /// When the last row of the log was written, by the clock of then.
        last: DateTime<Utc>,
        /// By the clock of now.
        now: DateTime<Utc>,
    },
    /// Accounts that have nothing to do with it may read or write the file.
    OpenToOthers {
        /// The file.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
}
