//! Which functions a session runs: what `assets/link/session.ld` lays side by side.
//!
//! A system maps a program by pieces of 64 KiB, so a session that runs a quarter of the program had nearly all of it in
//! memory. The sessions of [`idle`](crate::idle) are gone through under `callgrind`, and every function that ran is named
//! with a star for the hash that each build gives it anew: first what a list needs, which all have, then what the rest
//! of a clerk's day runs, then works on files, then what random keys come upon.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::city::{City, Clerk, OVERSEER};
use crate::hands::Hands;
use crate::idle::{WORK, WORKS, press, wait};
use crate::office::Office;
use crate::room::Pace;
use crate::seat::Seat;

/// The program runs fifty times slower while it is watched.
const SLOWLY: Duration = Duration::from_millis(1_600);

/// Which hands are watched, and how many of their keys.
const SEEDS: [u64; 4] = [2, 4, 6, 8];
const STRUCK: usize = 500;

/// A save, as most keys that are pressed lead to one.
const SAVE: [&str; 6] = [
    "<Esc>",
    "<F7><C-u>tt:đang<Enter>",
    "2",
    "<Enter>",
    "<Tab>xong",
    "<F10>",
];

/// Where the linker finds what was learnt.
const LEARNT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/link/session.ld");

/// Watches a clerk and who oversees the city at every kind of work, and writes down what ran. The program is built for it
/// with its names and as it comes: `CCHC_LAYOUT=plain CARGO_PROFILE_RELEASE_STRIP=none`.
///
/// # Panics
/// Where valgrind is missing, or the program has no names.
pub fn learn(city: &City) {
    let overseer = Clerk {
        login: OVERSEER.to_owned(),
        ..city.clerks[0].clone()
    };
    let (clerk, overseer) = (&city.clerks[0], &overseer);
    let day: Vec<&str> = WORK.iter().flat_map(|(_, keys)| *keys).copied().collect();
    let day = [day.as_slice(), &SAVE].concat();
    let works: Vec<&str> = WORKS.iter().flat_map(|(_, keys)| *keys).copied().collect();
    // Callgrind knows it under a name of its own.
    let mut list = BTreeSet::from(["main".to_owned()]);
    list.append(&mut watch(city, clerk, |_| {}));
    assert!(list.len() > 500, "the program has no names");
    let mut days = watch(city, clerk, |seats| go_through(seats, &day, SLOWLY));
    days.append(&mut watch(city, overseer, |seats| {
        go_through(seats, &day, SLOWLY);
    }));
    let of_works = watch(city, overseer, |seats| {
        go_through(seats, &works, 4 * SLOWLY);
    });
    let mut of_hands = BTreeSet::new();
    for seed in SEEDS {
        of_hands.append(&mut watch(city, overseer, |seats| {
            let mut hands = Hands::of(seed);
            for _ in 0..STRUCK {
                let _ = seats[0].master.write_all(&hands.strike()); // who has left strikes no more
                wait(seats, Pace::of_a_clerk(), SLOWLY / 8);
            }
        }));
    }
    let mut tiers = [list, days, of_works, of_hands];
    let mut known = BTreeSet::new();
    for tier in &mut tiers {
        tier.retain(|name| known.insert(name.clone()));
    }
    write(&tiers).expect("the file of the linker");
    println!("{:?} functions", tiers.map(|tier| tier.len()));
}

fn go_through(seats: &mut [Seat], keys: &[&str], slowly: Duration) {
    for key in keys {
        press(&mut seats[0], key);
        wait(seats, Pace::of_a_clerk(), slowly);
        if key.is_empty() || *key == "<F10>" {
            println!("{}", seats[0].screen());
        }
    }
}

/// What ran for one of them, who did this.
fn watch(city: &City, clerk: &Clerk, work: impl FnOnce(&mut [Seat])) -> BTreeSet<String> {
    let office = Office::empty().expect("a terminal can be made");
    let told = tempfile::NamedTempFile::new().expect("a file");
    let out = format!("--callgrind-out-file={}", told.path().display());
    let under = [
        "valgrind",
        "--quiet",
        "--tool=callgrind",
        "--demangle=no",
        &out,
    ];
    let pace = Pace::of_a_clerk();
    let mut seats = [Seat::take(&office, city, clerk, Instant::now(), &under)];
    while !seats[0].is_ready() {
        wait(&mut seats, pace, SLOWLY);
        assert_eq!(
            seats[0].told.faults,
            Vec::<String>::new(),
            "is valgrind there?"
        );
    }
    work(&mut seats);
    println!("{}", seats[0].screen());
    // Valgrind writes when the program ends by itself, as it has where a random key led out of it.
    let _ = Command::new("kill").arg(seats[0].id().to_string()).status();
    wait(&mut seats, pace, 2 * SLOWLY);
    ran(&fs::read_to_string(told.path()).expect("what ran"))
}

/// The functions of the program in what callgrind wrote: `ob=` says of which file the next `fn=` is, and both have a
/// number, with the name where it stands for the first time.
fn ran(text: &str) -> BTreeSet<String> {
    let mut files = HashMap::new();
    let mut functions = HashMap::new();
    let mut is_ours = false;
    let mut ran = BTreeSet::new();
    for line in text.lines() {
        let Some((what, (number, name))) = line
            .split_once("=(")
            .and_then(|(what, rest)| Some((what, rest.split_once(')')?)))
        else {
            continue;
        };
        let names = match what {
            "ob" | "cob" => &mut files,
            "fn" | "cfn" => &mut functions,
            _ => continue,
        };
        let name = name.trim();
        if !name.is_empty() {
            names.insert(number, name);
        }
        match (what, names.get(number)) {
            ("ob", Some(file)) => {
                is_ours = Path::new(file) == Path::new(env!("CARGO_BIN_EXE_cchc"))
            }
            // What callgrind found no name for has one with a space.
            ("fn", Some(name)) if is_ours && !name.contains(' ') => {
                ran.insert(pattern(name));
            }
            _ => {}
        }
    }
    ran
}

/// The name of the section of a function, as the linker matches it.
fn pattern(name: &str) -> String {
    // Callgrind numbers the turns of what calls itself; the compiler of C numbers the pieces of what it took apart.
    let name = name.split('\'').next().unwrap_or(name);
    if name.starts_with("_ZN") {
        return match name.rfind("17h") {
            Some(hash) => format!("{}*", &name[..hash + 3]),
            None => name.to_owned(),
        };
    }
    name.split('.').next().unwrap_or(name).to_owned()
}

fn write(tiers: &[BTreeSet<String>]) -> std::io::Result<()> {
    let mut file =
        tempfile::NamedTempFile::new_in(Path::new(LEARNT).parent().unwrap_or(Path::new(".")))?;
    writeln!(
        file,
        "/* What a session runs, side by side, what most sessions run first: written by\n   \
        `cargo bench --bench clerks -- learn`, used by build.rs. */\nSECTIONS {{\n  .text.session : {{"
    )?;
    for names in tiers {
        sections(&mut file, names)?;
    }
    writeln!(file, "  }}\n}} INSERT BEFORE .text;")?;
    file.persist(LEARNT)?;
    Ok(())
}

/// The functions of these names, wherever they come from.
fn sections(file: &mut impl Write, names: &BTreeSet<String>) -> std::io::Result<()> {
    writeln!(file, "    *(")?;
    for name in names {
        // Also what the compiler holds for unlikely, and ran.
        writeln!(file, "      .text.{name} .text.unlikely.{name}")?;
        // Pieces that the compiler of C made of one.
        if !name.starts_with('_') {
            writeln!(file, "      .text.{name}.* .text.startup.{name}")?;
        }
    }
    writeln!(file, "    )")
}
