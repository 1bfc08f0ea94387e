//! Files that chance has damaged: no panic, no hang, bounded memory, whatever comes out.
//!
//! A few hundred rounds each time; `CCHC_FUZZ_ROUNDS` for more.

use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{bytes_of, try_bytes};

/// No file of some kilobytes is read longer than this, on a busy machine either.
const LONGEST: Duration = Duration::from_secs(20);

fn rounds() -> u64 {
    let said = std::env::var("CCHC_FUZZ_ROUNDS").ok();
    said.and_then(|rounds| rounds.parse().ok()).unwrap_or(150)
}

/// Changes, cuts, doubles or inserts some bytes.
fn mutate(random: &mut fastrand::Rng, bytes: &mut Vec<u8>) {
    for _ in 0..random.usize(1..8) {
        if bytes.is_empty() {
            return;
        }
        let at = random.usize(0..bytes.len());
        let many = random.usize(1..64).min(bytes.len() - at);
        match random.u8(0..6) {
            0 => bytes[at] ^= 1 << random.u8(0..8),
            1 => bytes[at] = random.u8(..),
            2 => {
                bytes.drain(at..at + many);
            }
            3 => {
                let piece = bytes[at..at + many].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let words: [&[u8]; 8] = [
                    b"\xff\xff\xff\xff",
                    b"\0\0\0\0",
                    b"9999999999",
                    b"\"",
                    b"<a>",
                    b"&x;",
                    b"XFD1048576",
                    b"-1",
                ];
                bytes.splice(at..at, words[random.usize(..words.len())].iter().copied());
            }
            _ => bytes.truncate(at),
        }
    }
}

/// Damages a part inside of the zip, so that the unpacking does not find it out.
fn mutate_part(random: &mut fastrand::Rng, bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a sound zip");
    let damaged = random.usize(0..zip.len());
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its bytes");
        if place == damaged {
            mutate(random, &mut content);
        }
        written
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        written.write_all(&content).expect("its bytes");
    }
    written.finish().expect("a zip").into_inner()
}

fn survives(name: &str, seed: u64, bytes: &[u8]) {
    let begin = Instant::now();
    // What is read is of no interest here; that it ends is.
    let read = std::panic::catch_unwind(|| try_bytes(bytes).is_ok());
    assert!(read.is_ok(), "{name}: a panic with seed {seed}");
    let took = begin.elapsed();
    assert!(took < LONGEST, "{name}: {took:?} with seed {seed}");
}

fn fuzz(name: &str, sound: &[u8]) {
    for seed in 0..rounds() {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = sound.to_vec();
        mutate(&mut random, &mut bytes);
        survives(name, seed, &bytes);
    }
}

fn fuzz_parts(name: &str) {
    let sound = bytes_of(name);
    for seed in 0..rounds() {
        let mut random = fastrand::Rng::with_seed(seed);
        let bytes = mutate_part(&mut random, &sound);
        survives(name, seed, &bytes);
    }
}

#[test]
fn damaged_texts_are_survived() {
    let text = include_str!("../../../../assets/tasks.csv");
    let beginning: String = text.lines().take(30).collect::<Vec<_>>().join("\n");
    fuzz("utf-8", beginning.as_bytes());
    let wide: Vec<u8> = beginning
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fuzz("utf-16", &wide);
}

#[test]
fn damaged_workbooks_are_survived() {
    for name in super::FORMS {
        fuzz(name, &bytes_of(name));
    }
}

#[test]
fn damaged_parts_of_workbooks_are_survived() {
    fuzz_parts("annex.xlsx");
    fuzz_parts("annex.ods");
}
