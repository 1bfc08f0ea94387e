//! What the system says about a running process.

use std::fs::{read_dir, read_to_string};
use std::path::Path;

/// What a process has used since it began.
#[derive(Debug, Clone, Copy, Default)]
pub struct Use {
    /// Hundredths of a second of the processor.
    pub ticks: u64,
    /// How often a thread waited and was woken again.
    pub wakes: u64,
}

/// What the process and its threads have used.
pub fn usage(id: u32) -> Use {
    let mut used = Use::default();
    for thread in read_dir(format!("/proc/{id}/task")).unwrap() {
        let thread = thread.unwrap().path();
        let stat = read_to_string(thread.join("stat")).unwrap_or_default();
        let ticks = fields(&stat)
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u64>().ok());
        used.ticks += ticks.sum::<u64>();
        used.wakes += switches(&thread);
    }
    used
}

fn switches(thread: &Path) -> u64 {
    let status = read_to_string(thread.join("status")).unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
    line.and_then(|count| count.trim().parse().ok())
        .unwrap_or(0)
}

/// Kilobytes of a process.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory {
    /// All that it has in memory.
    pub resident: u64,
    /// Of it what it has written, and shares with nobody.
    pub private: u64,
    /// Pages that several have count in parts.
    pub share: u64,
}

/// The memory of a process.
pub fn memory(id: u32) -> Memory {
    let told = read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let of = |name: &str| {
        let line = told.lines().find(|line| line.starts_with(name));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        number
            .and_then(|number| number.parse::<u64>().ok())
            .unwrap_or(0)
    };
    Memory {
        resident: of("Rss:"),
        private: of("Private_Dirty:"),
        share: of("Pss:"),
    }
}

/// The state of a process: `S` waits, `T` is stopped.
pub fn state(id: u32) -> Option<char> {
    let stat = read_to_string(format!("/proc/{id}/stat")).ok()?;
    fields(&stat).next()?.chars().next()
}

/// A child of a process.
pub fn child_of(id: u32) -> Option<u32> {
    let is_child = |child: &u32| {
        let stat = read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
        fields(&stat).nth(1) == Some(&id.to_string())
    };
    let entries = read_dir("/proc").ok()?;
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    ids.into_iter().find(is_child)
}

/// The fields of `/proc/ID/stat` from the state on; the name before it may hold blanks.
fn fields(stat: &str) -> impl Iterator<Item = &str> {
    stat.rsplit_once(')')
        .map_or("", |(_, rest)| rest)
        .split_whitespace()
}

/// The environment that a process began with.
pub fn environment(id: u32) -> Vec<String> {
    texts(&format!("/proc/{id}/environ"))
}

/// The words that a process was called with, its own name first.
pub fn words(id: u32) -> Vec<String> {
    texts(&format!("/proc/{id}/cmdline"))
}

fn texts(path: &str) -> Vec<String> {
    let all = read_to_string(path).unwrap_or_default();
    all.split_terminator('\0').map(str::to_owned).collect()
}
