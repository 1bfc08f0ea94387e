//! How fast files come in: parsed and staged, as a share of what the bare reader takes in the same run;
//! the first page of the preview of a plan; written into an empty database and beside what is there.
//!
//! `cargo bench --bench import -- 1000000` says how many rows; without a number 100,000.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cchc::exchange::book::Book;
use cchc::store::{Access, Store};
use cchc::work::request::import::{Staged, Which};
use cchc::work::request::{Answer, ImportSpec, OperationKey, Request};
use cchc::work::sample;
use cchc::work::session::{Session, SessionSetup};
use chrono::{TimeZone, Utc};

const LEADS: [&str; 6] = [
    "Sở Tài chính",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Y tế",
    "Sở Du lịch",
    "Sở Xây dựng",
];

const DEADLINES: [&str; 4] = [
    "Quý II/2026",
    "Trước ngày 15/12/2026",
    "Tháng 9/2026",
    "30/9/2026",
];

fn main() {
    let count = std::env::args().filter_map(|it| it.parse().ok()).next();
    let count: u64 = count.unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder");
    let large = annex(&folder.path().join("large.csv"), count);
    let plan = annex(&folder.path().join("plan.csv"), 200);
    let bytes = fs::metadata(&large).expect("a file").len();
    println!("{count} rows, {:.0} MB of CSV", bytes as f64 / 1e6);
    let floor = bare(&large);
    say("bare csv reader", count, floor, None);
    say("our reader of books", count, book(&large), Some(floor));
    let mut session = open(folder.path(), "empty.db");
    first_page(&mut session, &plan);
    let (staged, took) = stage(&mut session, &large);
    say("parsed and staged", count, took, Some(floor));
    println!("  resident afterwards: {} MB", resident());
    pages(&mut session, &staged);
    let took = import(&mut session, &staged);
    say("into an empty database", count, took, None);
    let (again, took) = stage(&mut session, &large);
    assert_eq!(again.counts.unchanged, count);
    say("staged again, all stored", count, took, Some(floor));
    let more = annex(&folder.path().join("more.csv"), 10_000);
    fs::write(
        &more,
        fs::read_to_string(&more)
            .expect("a file")
            .replace("/KH-UBND", "/KH-SNV"),
    )
    .expect("a file");
    let (staged, _) = stage(&mut session, &more);
    let took = import(&mut session, &staged);
    say("in slices beside them", 10_000, took, None);
}

fn annex(path: &Path, count: u64) -> PathBuf {
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    writeln!(
        file,
        "STT,Nội dung nhiệm vụ,Lĩnh vực,Sản phẩm,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian hoàn thành,Văn bản giao"
    )
    .expect("written");
    for number in 0..count {
        let of = |texts: &[&'static str]| texts[(number % texts.len() as u64) as usize];
        writeln!(
            file,
            "{},Rà soát chuẩn hóa thủ tục hành chính thuộc phạm vi quản lý và tham mưu công bố số {number},TTHC,\
            Báo cáo,{},{},{},Kế hoạch số {}/KH-UBND ngày 12/01/2026",
            number % 200 + 1,
            of(&LEADS),
            of(&["Sở Công Thương", "", "Văn phòng UBND Thành phố"]),
            of(&DEADLINES),
            1_000 + number / 200,
        )
        .expect("written");
    }
    file.flush().expect("written");
    path.to_owned()
}

fn bare(path: &Path) -> Duration {
    let begun = Instant::now();
    let mut reader = csv::Reader::from_path(path).expect("a file");
    let mut record = csv::StringRecord::new();
    let mut cells = 0;
    while reader.read_record(&mut record).expect("a record") {
        cells += record.len();
    }
    assert!(cells > 0);
    begun.elapsed()
}

fn book(path: &Path) -> Duration {
    let begun = Instant::now();
    let book = Book::open(path).expect("a book");
    let rows = book.records(0).expect("rows").filter(Result::is_ok).count();
    assert!(rows > 0);
    begun.elapsed()
}

fn open(folder: &Path, name: &str) -> Session {
    let path = folder.join(name);
    let at = Utc
        .with_ymd_and_hms(2026, 1, 15, 3, 0, 0)
        .single()
        .expect("a time");
    drop(sample::begin(&path, "cv.snv", at).expect("a database"));
    let store = Store::open(&path, Access::Write).expect("a store");
    let setup = SessionSetup {
        login: "cv.snv".to_owned(),
        today: None,
        origin: "bench".to_owned(),
        is_own_file: true,
        clock: Box::new(move || at),
    };
    Session::open(store, setup).expect("a session")
}

fn stage(session: &mut Session, path: &Path) -> (Staged, Duration) {
    let spec = ImportSpec {
        path: path.to_owned(),
        ..ImportSpec::default()
    };
    let begun = Instant::now();
    match session.answer(&Request::Stage { spec, after: None }) {
        Ok(Answer::Staged(staged)) => (*staged, begun.elapsed()),
        other => panic!("{other:?}"),
    }
}

fn rows(session: &mut Session, staged: &Staged, which: Which, from: u64) -> usize {
    let request = Request::StagedRows {
        stage: staged.stage,
        which,
        from,
        limit: 40,
    };
    match session.answer(&request) {
        Ok(Answer::StagedRows(page)) => page.rows.len(),
        other => panic!("{other:?}"),
    }
}

fn first_page(session: &mut Session, plan: &Path) {
    let begun = Instant::now();
    let (staged, _) = stage(session, plan);
    rows(session, &staged, Which::All, 0);
    println!(
        "first page of a plan of 200 rows: {:.1} ms",
        begun.elapsed().as_secs_f64() * 1e3
    );
}

fn pages(session: &mut Session, staged: &Staged) {
    for (which, from) in [
        (Which::All, 0),
        (Which::All, staged.counts.rows - 40),
        (Which::Review, 0),
        (Which::Skipped, 0),
    ] {
        let begun = Instant::now();
        rows(session, staged, which, from);
        let took = begun.elapsed().as_secs_f64() * 1e3;
        println!("  page of {which:?} from {from}: {took:.2} ms");
    }
}

fn import(session: &mut Session, staged: &Staged) -> Duration {
    let request = Request::ImportStage {
        key: OperationKey::fresh(),
        stage: staged.stage,
    };
    let begun = Instant::now();
    match session.answer(&request) {
        Ok(Answer::Imported(report)) => assert_eq!(report.new, staged.counts.rows),
        other => panic!("{other:?}"),
    }
    begun.elapsed()
}

fn say(what: &str, count: u64, took: Duration, floor: Option<Duration>) {
    let seconds = took.as_secs_f64();
    let rate = count as f64 / seconds;
    let ratio = floor.map_or_else(String::new, |floor| {
        format!("  {:.1} x floor", seconds / floor.as_secs_f64())
    });
    println!("{what}: {seconds:.2} s, {rate:.0} rows/s{ratio}");
}

/// The largest resident size so far, in MB.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
