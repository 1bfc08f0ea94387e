//! Does what was asked at the door: the screens, or one of the few things that need none.
//!
//! Whatever is asked, the account is asked for first. No other program is ever started.

use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::asked::{self, Asked};
use super::{Door, note};
use crate::cli::place::Place;
use crate::cli::print::{self, Column};
use crate::cli::recovery::Stay;
use crate::cli::{brief, exit, tui};
use crate::domain::door::{DoorFault, PlainName};
use crate::domain::error::{Error, Result};
use crate::exchange::write::Existing;

/// A connection that ended is heard of within this time of the end of what it sent.
const HEARD_OF: Duration = Duration::from_millis(200);

/// So much is read at once.
const CHUNK: usize = 64 * 1024;

/// So much is sent at once: what may be written at all takes as much without waiting.
const SENT: usize = 4096;

/// A transfer of which no byte came or went for so long has ended.
const HANGING: Duration = Duration::from_secs(10 * 60);

/// Lets the clerk in.
///
/// # Errors
/// Whatever keeps them out, or from what they asked for.
pub fn enter(place: &Place, door: &Door) -> Result<ExitCode> {
    let Some(asked) = &door.asked else {
        return screens(place);
    };
    let mut bytes = 0;
    // The paths of the server are not the clerk's.
    let done = answer(place, door, asked, &mut bytes).map_err(|error| door.tray.told(error));
    let outcome = match &done {
        Ok(code) => *code,
        Err(error) => exit::number(error),
    };
    note::write(
        &door.notes,
        &note::Note {
            at: Utc::now(),
            address: &door.address,
            login: &place.login(),
            asked,
            outcome,
            bytes,
        },
    );
    done.map(ExitCode::from)
}

fn screens(place: &Place) -> Result<ExitCode> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(DoorFault::NoScreen.into());
    }
    let database = &place.config.db;
    // Where there is none, nobody at the door makes one.
    if matches!(database.try_exists(), Ok(false)) {
        return Err(Error::NoDatabase(database.clone()));
    }
    tui::screens(place, database, Stay::Stays)
}

/// Does what was asked, and gives the exit code; counts the bytes that went in or out.
fn answer(place: &Place, door: &Door, asked: &str, bytes: &mut u64) -> Result<u8> {
    let mut session = place.session()?;
    let asked = asked::read(asked)?;
    let now = SystemTime::now();
    door.tray.sweep(now, place.config.door.keep)?;
    match asked {
        Asked::Put(name, existing) => {
            // Who sends slowly keeps nobody from the database.
            drop(session);
            *bytes = put(place, door, &name, existing)?;
            print::line(&(place.words.door.received)(name.as_str(), *bytes))?;
        }
        Asked::Get(name) => {
            drop(session);
            *bytes = get(door, &name)?;
        }
        Asked::List => list(place, door)?,
        Asked::Remove(name) => {
            door.tray.remove(&name)?;
            print::line(&(place.words.door.removed)(name.as_str()))?;
        }
        Asked::Brief => return brief::tell(place, &mut session, None, false),
        Asked::Help => {
            print::line(&(place.words.door.you_are)(&place.login()))?;
            for line in place.words.door.help {
                print::line(line)?;
            }
        }
    }
    Ok(0)
}

fn put(place: &Place, door: &Door, name: &PlainName, existing: Existing) -> Result<u64> {
    let input = io::stdin();
    if input.is_terminal() {
        return Err(DoorFault::Terminal.into());
    }
    let mut input = Patient::of(&input, HANGING);
    door.tray.receive(name, existing, &mut input, || {
        if !is_connected() {
            return Err(DoorFault::Cut.into());
        }
        // The account may have been closed while the file came.
        place.session().map(drop)
    })
}

/// One end of a connection, which is waited for so long.
struct Patient<'a> {
    end: BorrowedFd<'a>,
    wait: Option<Timespec>,
}

impl<'a> Patient<'a> {
    fn of(end: &'a impl AsFd, wait: Duration) -> Self {
        Self {
            end: end.as_fd(),
            wait: Timespec::try_from(wait).ok(),
        }
    }

    fn wait_for(&self, what: PollFlags) -> io::Result<()> {
        let mut ends = [PollFd::from_borrowed_fd(self.end, what)];
        match poll(&mut ends, self.wait.as_ref()) {
            Ok(0) => Err(io::ErrorKind::TimedOut.into()),
            Ok(_) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

impl Read for Patient<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.wait_for(PollFlags::IN)?;
        Ok(rustix::io::read(self.end, into)?)
    }
}

impl Write for Patient<'_> {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        self.wait_for(PollFlags::OUT)?;
        let some = from.get(..SENT).unwrap_or(from);
        Ok(rustix::io::write(self.end, some)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// True where the other side is there still. What is read ends in the same way where a file ends and where the
/// connection does; but then nobody reads any more what is written.
fn is_connected() -> bool {
    let output = io::stdout();
    let mut ends = [PollFd::from_borrowed_fd(output.as_fd(), PollFlags::empty())];
    let wait = Timespec::try_from(HEARD_OF).ok();
    let is_gone = poll(&mut ends, wait.as_ref()).is_ok_and(|ended| ended > 0);
    !is_gone
}

fn get(door: &Door, name: &PlainName) -> Result<u64> {
    let output = io::stdout();
    if output.is_terminal() {
        return Err(DoorFault::Terminal.into());
    }
    let mut file = door.tray.send(name)?;
    let mut output = Patient::of(&output, HANGING);
    let (mut sent, mut chunk) = (0, vec![0; CHUNK]);
    loop {
        let many = match file.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map_err(|error| Error::failed(&error, Path::new(name.as_str())))?,
        };
        if many == 0 {
            return Ok(sent);
        }
        let written = output.write_all(chunk.get(..many).unwrap_or_default());
        written.map_err(|error| match error.kind() {
            // Half a file is none, however it was cut.
            io::ErrorKind::TimedOut | io::ErrorKind::BrokenPipe => DoorFault::Cut.into(),
            _ => Error::from(error),
        })?;
        sent += u64::try_from(many).unwrap_or_default();
    }
}

fn list(place: &Place, door: &Door) -> Result<()> {
    let words = &place.words.door;
    let files = door.tray.files()?;
    if files.is_empty() {
        return Ok(print::line(words.empty)?);
    }
    let columns = [Column::Right(14), Column::Left(16), Column::Rest];
    print::heading(place, &columns, &words.heading.map(str::to_owned))?;
    for file in &files {
        let size = i64::try_from(file.size).unwrap_or(i64::MAX);
        let changed: DateTime<Utc> = file.changed.into();
        let cells = [
            place.number(size),
            place.moment(changed),
            file.name.to_string(),
        ];
        print::row(place, &columns, &cells)?;
    }
    let days = place.config.door.keep.map(|keep| keep.as_secs() / 86_400);
    let bytes = files.iter().map(|file| file.size).sum();
    Ok(print::line(&(words.kept)(files.len(), bytes, days))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_sends_or_takes_nothing_is_not_waited_for_for_ever() {
        let (reader, writer) = io::pipe().expect("a pipe");
        let wait = Duration::from_millis(50);
        let mut byte = [0];
        let heard = Patient::of(&reader, wait).read(&mut byte);
        let kind = |heard: io::Result<()>| heard.map_err(|error| error.kind());
        assert_eq!(kind(heard.map(drop)), Err(io::ErrorKind::TimedOut));
        let much = vec![7; 1_000_000];
        let sent = Patient::of(&writer, wait).write_all(&much);
        assert_eq!(kind(sent), Err(io::ErrorKind::TimedOut));
        assert_eq!(Patient::of(&reader, wait).read(&mut byte).ok(), Some(1));
    }
}
