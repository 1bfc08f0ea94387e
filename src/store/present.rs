//! Who is on: a directory beside the database with one entry for every living session.
//!
//! An entry is a file that its session holds by `flock`, so that whoever dies, however they die, is not counted; the
//! next who looks clears it away. What never changes stands in it: login, origin, since when. On what its session
//! stands is in its name, so that reading one directory says who has a task open, without opening a file, and the
//! directory's own time says whether anything has changed at all. It is told and locks nothing; where the directory
//! cannot be written nobody is there.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use rustix::fs::{FlockOperation, OFlags, flock};
use serde::{Deserialize, Serialize};

use crate::domain::fold::clean;
use crate::domain::id::TaskId;
use crate::domain::present::{Present, Standing};

use super::lock::beside;
use super::{Access, Store};

/// What is put behind the name of the database for the directory.
const FOLDER: &str = ".on";

/// An entry is shorter; what is longer is none of ours.
const LONGEST: u64 = 4096;

/// What an entry holds.
#[derive(Serialize, Deserialize)]
struct Entry {
    login: String,
    origin: String,
    since: DateTime<Utc>,
}

/// One's own entry, as long as it lives.
#[derive(Debug)]
pub(super) struct Seat {
    folder: PathBuf,
    /// Locked as long as it is open.
    _file: File,
    /// What no other entry's name begins with.
    stem: String,
    name: String,
    me: Present,
    look: Look,
}

/// What was found when the directory was read last.
#[derive(Debug, Default)]
struct Look {
    task: Option<TaskId>,
    changed: Option<SystemTime>,
    names: Vec<String>,
}

impl Store {
    /// Says on what this session stands, and from the first time on that it is there. A session that may not write
    /// says nothing.
    pub fn stand(&mut self, login: &str, origin: &str, standing: Standing, now: DateTime<Utc>) {
        if self.access == Access::Look {
            return;
        }
        let has_said = |seat: &mut Seat| seat.stand(standing, now);
        if self.seat.as_mut().is_some_and(has_said) {
            return;
        }
        // The first time, or somebody has cleared the directory away.
        let me = Present {
            login: login.to_owned(),
            origin: origin.to_owned(),
            since: self.seat.as_ref().map_or(now, |seat| seat.me.since),
            standing,
            standing_since: now,
        };
        self.seat = Seat::take(self.db.path(), me);
    }

    /// Says no longer that this session is there.
    pub fn leave(&mut self) {
        self.seat = None;
    }

    /// This session as others see it; none where it never said so.
    #[must_use]
    pub fn standing(&self) -> Option<&Present> {
        self.seat.as_ref().map(|seat| &seat.me)
    }

    /// The other living sessions that have said so, by login; of those that died nothing is left.
    #[must_use]
    pub fn others_on(&self) -> Vec<Present> {
        let folder = beside(self.db.path(), FOLDER);
        let own = self.seat.as_ref().map(|seat| seat.stem.as_str());
        let is_own = |name: &String| own.is_some_and(|stem| name.starts_with(stem));
        let names = names(&folder).into_iter().filter(|name| !is_own(name));
        let mut others: Vec<Present> = names.filter_map(|name| read(&folder, &name)).collect();
        others.sort_by(|one, other| (&one.login, one.since).cmp(&(&other.login, other.since)));
        others
    }

    /// The other sessions that have this task open. Asked again while nothing changes, it costs a look at the time of
    /// the directory and at those who were found.
    pub fn open_beside(&mut self, task: TaskId) -> Vec<Present> {
        match &mut self.seat {
            Some(seat) => seat.beside(task),
            None => Vec::new(),
        }
    }
}

impl Seat {
    fn take(database: &Path, me: Present) -> Option<Self> {
        let folder = beside(database, FOLDER);
        let mode = fs::metadata(database).ok()?.permissions().mode() & 0o777;
        make_folder(&folder, mode)?;
        // What others left who died is cleared away by whoever comes.
        for name in names(&folder) {
            let _ = read(&folder, &name);
        }
        let stem = format!("{}-{:016x}", std::process::id(), fastrand::u64(..));
        let entry = Entry {
            login: me.login.clone(),
            origin: me.origin.clone(),
            since: me.since,
        };
        let (unborn, name) = (
            folder.join(format!(".{stem}")),
            name_of(&stem, me.standing, me.standing_since),
        );
        let file = write(&unborn, &entry, mode);
        // Under its name it is locked already: nobody takes it for dead.
        let Some(file) = file.filter(|_| fs::rename(&unborn, folder.join(&name)).is_ok()) else {
            let _ = fs::remove_file(&unborn);
            return None;
        };
        Some(Self {
            folder,
            _file: file,
            stem,
            name,
            me,
            look: Look::default(),
        })
    }

    /// False where it could not be said: others see where one was, or nobody.
    fn stand(&mut self, standing: Standing, now: DateTime<Utc>) -> bool {
        if standing == self.me.standing {
            return true;
        }
        let name = name_of(&self.stem, standing, now);
        let renamed = fs::rename(self.folder.join(&self.name), self.folder.join(&name));
        if renamed.is_ok() {
            self.name = name;
            self.me.standing = standing;
            self.me.standing_since = now;
        }
        renamed.is_ok()
    }

    fn beside(&mut self, task: TaskId) -> Vec<Present> {
        let changed = fs::metadata(&self.folder).and_then(|it| it.modified()).ok();
        if self.look.task != Some(task) || self.look.changed != changed {
            let has_open = |name: &String| {
                let standing = standing_of(name).map(|(standing, _)| standing);
                standing == Some(Standing::Open(task)) && !name.starts_with(&self.stem)
            };
            self.look = Look {
                task: Some(task),
                changed,
                names: names(&self.folder).into_iter().filter(has_open).collect(),
            };
        }
        let found = self.look.names.iter();
        found.filter_map(|name| read(&self.folder, name)).collect()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // Where it stays, nobody holds it any more, and the next who looks takes it away.
        let _ = fs::remove_file(self.folder.join(&self.name));
    }
}

/// Who may write the database may say that they are on, whatever the umask.
fn make_folder(folder: &Path, mode: u32) -> Option<()> {
    let mode = mode | (mode & 0o444) >> 2;
    match DirBuilder::new().mode(mode).create(folder) {
        Ok(()) => {
            // A directory of a group hands its group on, which stays so.
            let handed = fs::metadata(folder).map_or(0, |made| made.permissions().mode() & 0o7000);
            let _ = fs::set_permissions(folder, Permissions::from_mode(mode | handed));
            Some(())
        }
        Err(_) => is_folder(folder).then_some(()),
    }
}

/// True where a directory itself lies there: one to which a link leads is none of ours, and nothing is made or cleared
/// away in it.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_dir())
}

fn write(path: &Path, entry: &Entry, mode: u32) -> Option<File> {
    let text = serde_json::to_vec(entry).ok()?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(path)
        .ok()?;
    let _ = file.set_permissions(Permissions::from_mode(mode));
    flock(&file, FlockOperation::NonBlockingLockExclusive).ok()?;
    file.write_all(&text).ok()?;
    Some(file)
}

/// The names of all entries; those that are not born yet are none.
fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    if !is_folder(folder) {
        return Vec::new();
    }
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| !name.starts_with('.')).collect()
}

/// An entry that somebody holds; one that nobody holds goes.
fn read(folder: &Path, name: &str) -> Option<Present> {
    let (standing, standing_since) = standing_of(name)?;
    let path = folder.join(name);
    // A pipe that somebody put there keeps nobody waiting.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(i32::try_from(flags).ok()?)
        .open(&path)
        .ok()?;
    if flock(&file, FlockOperation::NonBlockingLockShared).is_ok() {
        let _ = fs::remove_file(&path);
        return None;
    }
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).ok()?;
    let entry: Entry = serde_json::from_str(&text).ok()?;
    // Whoever may write the directory may write anything there: nothing of it commands a terminal.
    Some(Present {
        login: clean(&entry.login),
        origin: clean(&entry.origin),
        since: entry.since,
        standing,
        standing_since,
    })
}

/// `4711-9f…e2.open.1234.1686823200`.
fn name_of(stem: &str, standing: Standing, since: DateTime<Utc>) -> String {
    let task = standing.task().map_or(0, |id| id.0);
    format!("{stem}.{}.{task}.{}", standing.code(), since.timestamp())
}

fn standing_of(name: &str) -> Option<(Standing, DateTime<Utc>)> {
    let mut parts = name.split('.').skip(1);
    let (code, task) = (parts.next()?, TaskId(parts.next()?.parse().ok()?));
    let since = DateTime::from_timestamp(parts.next()?.parse().ok()?, 0)?;
    let all = [
        Standing::Elsewhere,
        Standing::Row(task),
        Standing::Open(task),
    ];
    let standing = all.into_iter().find(|standing| standing.code() == code)?;
    Some((standing, since))
}
