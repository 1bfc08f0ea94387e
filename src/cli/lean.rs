//! A session begins anew, once, with an allocator that gives memory back.
//!
//! A session rests for hours, two hundred of them on one server. The C library keeps what was freed for whoever asks
//! next: a heap for each thread, pieces at hand in each thread, and large pieces among small ones once a large one has
//! come back. After a past day that is 4 MB of a session's 8 (100,000 tasks, measured). How it keeps them is read from
//! the environment when a program starts, and by nothing else without `unsafe`; so the program takes its own place.

use std::ffi::OsString;

/// What the GNU C library is told (its manual, "Memory Allocation Tunables"): one heap for all threads, nothing kept
/// at hand for a thread, pieces from 128 KiB on lie apart for good, and the end of the heap goes back.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const TUNABLES: &str = "glibc.malloc.arena_max=1:glibc.malloc.tcache_count=0:\
    glibc.malloc.mmap_threshold=131072:glibc.malloc.trim_threshold=65536:glibc.malloc.top_pad=16384";

/// Where somebody will work on a screen, begins this process anew with a lean allocator: same number, same arguments,
/// same files, 2 ms later. Comes back where it has been done, where somebody has tuned the library themselves, and
/// where the system does not let it be done: then a session is larger, and nothing else.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn begin_anew(arguments: &[OsString]) {
    use std::os::unix::process::CommandExt;

    /// Holds the number of the process that has begun anew: what is inherited says nothing of an heir.
    const DONE: &str = "CCHC_LEAN";
    const OF_LIBRARY: &str = "GLIBC_TUNABLES";

    let own = std::process::id().to_string();
    let is_done = std::env::var_os(DONE).is_some_and(|done| *done == *own);
    if is_done || std::env::var_os(OF_LIBRARY).is_some() || !is_session(arguments) {
        return;
    }
    let (Some((called, rest)), Some(program)) = (arguments.split_first(), own_file()) else {
        return;
    };
    let _not_let = std::process::Command::new(program)
        .arg0(called)
        .args(rest)
        .env(DONE, own)
        .env(OF_LIBRARY, TUNABLES)
        .exec();
    // What was tried has set this signal as it is for other programs: a pipe without a reader would end this one.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGPIPE, std::sync::Arc::default());
}

/// The file that this process runs, if it is still there under its name. Of a program that the loader was asked to run
/// (`ld.so cchc`), the system names the loader.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn own_file() -> Option<std::path::PathBuf> {
    use std::os::unix::fs::MetadataExt;

    let path = std::env::current_exe().ok()?;
    let (named, run) = (
        path.metadata().ok()?,
        std::fs::metadata("/proc/self/exe").ok()?,
    );
    let is_it = (named.dev(), named.ino()) == (run.dev(), run.ino());
    let is_loader = path.file_name()?.to_string_lossy().contains(".so");
    (is_it && !is_loader).then_some(path)
}

/// Other libraries are not told by the environment.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn begin_anew(_arguments: &[OsString]) {}

/// Whether somebody will work on a screen, as far as it can be told before the line is understood, which takes longer
/// than beginning anew: a terminal at both ends, and no command but the two that open screens. What follows an option is
/// taken for its value; whoever is taken for a session and is none has a lean allocator too.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn is_session(arguments: &[OsString]) -> bool {
    use std::io::IsTerminal;

    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    let mut command = None;
    while let Some(word) = words.next() {
        if !word.starts_with('-') {
            command = Some(word);
            break;
        }
        if !word.contains('=') {
            words.next();
        }
    }
    let is_screen = matches!(command.as_deref(), None | Some("demo" | "practice"));
    is_screen && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}
