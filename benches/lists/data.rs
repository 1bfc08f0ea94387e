//! The databases that are measured: made once for every schema, measured on a copy.

use std::fs;
use std::path::{Path, PathBuf};

use cchc::work::generate::{Size, generate};
use cchc::work::progress::Progress;
use sha2::{Digest, Sha256};

/// A database with another schema, or made in another way, is another database.
const MADE_BY: [&str; 5] = [
    include_str!("../../src/store/migrations/0001_begin.sql"),
    include_str!("../../src/store/migrations/0013_scale.sql"),
    include_str!("../../src/work/generate.rs"),
    include_str!("../../src/work/generate/life.rs"),
    include_str!("../../src/work/generate/measured.rs"),
];

/// A copy of a generated database that may be written to; it is removed in the end.
pub struct Scratch {
    pub path: PathBuf,
    _folder: tempfile::TempDir,
}

/// The sizes that are measured: a million only when asked, it takes minutes and gigabytes to make.
pub fn sizes() -> Vec<Size> {
    let of = |tasks| Size {
        tasks,
        changes: 10 * tasks,
    };
    let mut sizes = vec![of(1_000), of(100_000)];
    if std::env::var_os("CCHC_BENCH_FULL").is_some() {
        sizes.push(of(1_000_000));
    }
    sizes
}

/// A fresh copy of the database of that size.
pub fn scratch(size: Size) -> Scratch {
    let kept = made(size);
    let folder = tempfile::tempdir_in(folder()).expect("a folder beside the databases");
    let path = folder.path().join("cchc.db");
    fs::copy(kept, &path).expect("room for a copy");
    Scratch {
        path,
        _folder: folder,
    }
}

/// The database of that size, which nobody writes to; made where it is not there yet.
pub fn made(size: Size) -> PathBuf {
    let folder = folder();
    fs::create_dir_all(&folder).expect("a folder for the databases");
    let way: String = Sha256::digest(MADE_BY.concat())
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let path = folder.join(format!("{}-{}-{way}.db", size.tasks, size.changes));
    if !path.exists() {
        eprintln!("making {}", path.display());
        generate(&path, size, &mut Progress::silent()).expect("a database");
    }
    path
}

fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"));
    target.join("bench-data")
}
