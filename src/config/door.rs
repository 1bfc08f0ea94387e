//! What a configuration says of the door of a shared server: where the clerks' trays lie and what they hold.
//!
//! For the operator of the server, whose disk it is: `[door]` in the site's file, or in that of the service account.

use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

/// `[door]` as written; what is left out is as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoorTable {
    /// The directory with a directory for each login.
    directory: Option<PathBuf>,
    /// So many megabytes (of 1,000,000 bytes) a clerk may keep.
    quota_mb: Option<u32>,
    /// So many files a clerk may keep.
    files: Option<u32>,
    /// After so many days a file is removed; 0 for never.
    keep_days: Option<u32>,
}

/// The same in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorSettings {
    /// The directory with a directory for each login; none for one beside the state of the service account.
    pub directory: Option<PathBuf>,
    /// So many bytes a clerk may keep.
    pub bytes: u64,
    /// So many files a clerk may keep.
    pub files: u64,
    /// For so long a file is kept; none for ever.
    pub keep: Option<Duration>,
}

impl DoorSettings {
    /// What the nearer file says, then what the farther one says, then what is usual.
    #[must_use]
    pub fn of(near: Option<DoorTable>, far: Option<DoorTable>) -> Self {
        let (near, far) = (near.unwrap_or_default(), far.unwrap_or_default());
        let days = near.keep_days.or(far.keep_days).unwrap_or(30);
        Self {
            directory: near.directory.or(far.directory),
            bytes: u64::from(near.quota_mb.or(far.quota_mb).unwrap_or(50)) * 1_000_000,
            files: near.files.or(far.files).unwrap_or(200).into(),
            keep: (days > 0).then(|| Duration::from_secs(u64::from(days) * 86_400)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_file_says_it_line_by_line() {
        let table = |text: &str| toml::from_str::<DoorTable>(text).ok();
        let usual = DoorSettings::of(None, None);
        assert_eq!(usual.bytes, 50_000_000);
        let both = DoorSettings::of(
            table("keep_days = 0\nfiles = 3"),
            table("files = 9\nquota_mb = 1"),
        );
        assert_eq!((both.bytes, both.files, both.keep), (1_000_000, 3, None));
        assert!(table("quota_mb = -1").is_none());
        assert!(table("quota = 1").is_none());
    }
}
