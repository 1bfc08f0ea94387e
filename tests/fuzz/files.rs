//! Readers of files, beyond opening them: an annex with its header, a table of measures, the tables that are carried.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use cchc::domain::error::FileFault;
use cchc::exchange::annex::read_carried;
use cchc::exchange::book::Book;
use cchc::exchange::measures::{Heading, read_measures};
use cchc::exchange::{read_agencies, read_areas, read_days_off};

use crate::{dice, seeds, survives};

/// No file of some kilobytes takes longer, in a build for tests.
const LONGEST: Duration = Duration::from_secs(20);

/// What breaks readers of tables.
const WORDS: [&[u8]; 16] = [
    b"\xff\xfe",
    b"\0",
    b"\"",
    b"\"\"",
    b";",
    b"\t",
    b"\r",
    b",,,,,,,,,,,,,,,,",
    b"9999999999",
    b"-1",
    b"XFD1048576",
    b"<!DOCTYPE x [<!ENTITY a \"b\">]>",
    b"&a;",
    "Cơ quan chủ trì".as_bytes(),
    "nt".as_bytes(),
    "\u{feff}".as_bytes(),
];

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let inside = |folder: &Path| {
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        entries.filter(|path| path.is_file()).collect::<Vec<_>>()
    };
    let mut files = inside(&folder);
    files.extend(inside(&folder.join("annexes")));
    files.retain(|path| {
        path.metadata().unwrap().len() < 200_000 && path.extension().is_some_and(|it| it != "json")
    });
    files.sort();
    assert!(files.len() > 4, "{files:?}");
    files
}

fn read_all(bytes: &[u8]) -> Result<usize, FileFault> {
    let book = Book::of_bytes(bytes)?;
    let mut cells = 0;
    for sheet in 0..book.sheets().len() {
        for record in book.records(sheet)? {
            cells += record?.cells.len();
        }
    }
    Ok(cells)
}

#[test]
fn damaged_annexes_are_read_to_their_end_or_refused() {
    for (place, path) in files().into_iter().enumerate() {
        let sound = fs::read(&path).unwrap();
        for seed in seeds(1).step_by(4) {
            let mut random = fastrand::Rng::with_seed(seed * 1_000 + place as u64);
            let mut bytes = sound.clone();
            dice::damage(&mut random, &mut bytes, &WORDS);
            survives(&path.display().to_string(), seed, LONGEST, || {
                let _ = read_all(&bytes);
                let _ = read_carried(&bytes);
            });
        }
    }
}

#[test]
fn damaged_tables_of_measures_and_of_the_city_are_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-lieu.csv");
    let measures = "Báo cáo tháng 5/2023,,,\nMã cơ quan,Tháng,Tồn đầu kỳ,Tiếp nhận,Đã giải quyết đúng hạn,Chỉ tiêu,Giá trị\n\
        SNV,5/2023,12,340,330,VTVL,\"95,13\"\nQ1,2023-05,1,2,3,,\n";
    for seed in seeds(4) {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = measures.as_bytes().to_vec();
        dice::damage(&mut random, &mut bytes, &WORDS);
        fs::write(&path, &bytes).unwrap();
        survives("measures", seed, LONGEST, || {
            let _ = read_measures(&path, &[Heading::Agency]);
            let _ = read_measures(&path, &[]);
        });
        let tables: [&[u8]; 3] = [
            include_bytes!("../../assets/agencies.csv"),
            include_bytes!("../../assets/areas.csv"),
            include_bytes!("../../assets/holidays.csv"),
        ];
        for table in tables {
            let mut bytes = table.to_vec();
            dice::damage(&mut random, &mut bytes, &WORDS);
            survives("a table of the city", seed, LONGEST, || {
                let _ = (
                    read_agencies(&bytes).is_ok(),
                    read_areas(&bytes).is_ok(),
                    read_days_off(&bytes).is_ok(),
                );
            });
        }
    }
}
