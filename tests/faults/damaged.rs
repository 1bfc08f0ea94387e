//! Pages are damaged: it is told as damage with the file named, nothing panics, and what can be read is exported.

use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;

use cchc::store::{Access, Store};

use crate::office::{Office, said, text};

/// What a page is made of in the files of this program.
const PAGE: u64 = 4096;

/// Writes over a part of a file.
fn overwrite(path: &Path, at: u64, bytes: &[u8]) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(bytes).unwrap();
}

/// Lays a database in its place as it was kept, with nothing beside it.
fn lay(office: &Office, kept: &Path) {
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(office.path(&format!("cchc.db{ending}")));
    }
    fs::copy(kept, office.db()).unwrap();
}

/// The pages of a table or index.
fn pages(path: &Path, name: &str) -> Vec<u64> {
    let sql = format!(
        "SELECT pageno FROM dbstat WHERE name = '{name}' AND pagetype = 'leaf' ORDER BY pageno"
    );
    let ran = Command::new("sqlite3").arg(path).arg(sql).output().unwrap();
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    said(&ran.stdout)
        .lines()
        .map(|line| line.parse().unwrap())
        .collect()
}

/// What every command says about it: damage or the answer, never a panic or a fault that nobody understands.
#[track_caller]
fn is_told(office: &Office, what: &str) -> usize {
    let commands: [&[&str]; 9] = [
        &["list", "--json"],
        &["list", "tìm:thủ"],
        &["show", "1"],
        &["agencies"],
        &["report", "completion"],
        &["audit", "verify"],
        &["--user", "cv.snv", "add", "Việc mới", "--agency", "STC"],
        &["--user", "cv.snv", "undo"],
        &["--as-of", "2023-05-01", "list"],
    ];
    let mut damaged = 0;
    for words in commands {
        let ran = office.run(&[&["--db", text(&office.db())], words].concat());
        let told = said(&ran.stderr);
        assert!(!told.contains("panicked"), "{what}: {words:?}: {told}");
        assert!(
            ran.status.code().is_some(),
            "{what}: {words:?}: {}",
            ran.status
        );
        assert!(!told.contains("ngoài dự kiến"), "{what}: {words:?}: {told}");
        if told.contains("bị hỏng") {
            assert!(
                told.contains("cchc.db") && told.contains("cchc doctor"),
                "{told}"
            );
            damaged += 1;
        }
    }
    damaged
}

#[test]
fn bytes_written_over_any_part_are_told_as_damage_and_never_as_a_fault() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let kept = office.path("kept.db");
    fs::rename(office.db(), &kept).unwrap();
    let fresh = || lay(&office, &kept);
    let noise: Vec<u8> = (0..2 * PAGE).map(|byte| (byte * 31 % 251) as u8).collect();
    let mut told = 0;
    for name in [
        "task",
        "change",
        "task_by_rank",
        "task_code",
        "operation",
        "sqlite_schema",
        "event",
        "tally",
    ] {
        let found = pages(&kept, name);
        let Some(page) = found.get(found.len() / 2) else {
            continue;
        };
        for (at, length) in [(0, 12), (8, 200), (0, PAGE as usize)] {
            fresh();
            overwrite(&office.db(), (page - 1) * PAGE + at, &noise[..length]);
            told += is_told(
                &office,
                &format!("{name}, page {page}, {length} bytes at {at}"),
            );
        }
    }
    assert!(told > 10, "{told}");
    // The header: its name, the size of pages, the format, the whole of it.
    for (at, bytes) in [
        (0, &noise[..16]),
        (16, &[0, 3]),
        (18, &[9, 9]),
        (0, &noise[..100]),
        (28, &[0xFF; 4]),
    ] {
        fresh();
        overwrite(&office.db(), at, bytes);
        is_told(&office, &format!("header at {at}"));
    }
    // Cut at a page and within one.
    let size = fs::metadata(&kept).unwrap().len();
    for size in [size / 2 / PAGE * PAGE, size - 1_000, 5_000, 100, 1] {
        fresh();
        OpenOptions::new()
            .write(true)
            .open(office.db())
            .unwrap()
            .set_len(size)
            .unwrap();
        is_told(&office, &format!("cut to {size}"));
    }
}

#[test]
fn a_damaged_or_foreign_log_of_writes_is_left_out_and_what_was_in_the_file_stays() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let wal = office.path("cchc.db-wal");
    let before = office.tasks();
    // Noise, a header without a body, and an empty file.
    let noise: Vec<u8> = (0..100_000_u32)
        .map(|byte| (byte * 31 % 251) as u8)
        .collect();
    for bytes in [&noise[..], &noise[..32], &[]] {
        fs::write(&wal, bytes).unwrap();
        assert_eq!(office.tasks(), before);
        office.verify();
    }
    // A journal of nothing that was left over.
    fs::write(office.path("cchc.db-journal"), &noise).unwrap();
    assert_eq!(office.tasks(), before);
    office.verify();
    // An index of the log that somebody left.
    fs::write(office.path("cchc.db-shm"), &noise[..32_768]).unwrap();
    assert_eq!(office.tasks(), before);
    office.verify();
}

#[test]
fn a_log_of_writes_of_another_database_is_told_by_the_proof_and_never_by_a_panic() {
    let (Some(office), Some(other)) = (Office::with_sample(), Office::with_sample()) else {
        return;
    };
    // A session of the other database was killed: its log lies there, with saves of its own in it.
    let code = other.json(&["list", "tt:awaiting", "--limit", "1"])["tasks"][0]["code"].clone();
    let mut reader = Command::new("sqlite3")
        .arg(other.db())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let input = reader.stdin.as_mut().unwrap();
    writeln!(input, "BEGIN; SELECT COUNT(*) FROM task;").unwrap();
    input.flush().unwrap();
    while !other.path("cchc.db-wal").exists() {
        std::thread::yield_now();
    }
    for _ in 0..3 {
        other.json(&["--user", "cv.snv", "set", "done", code.as_str().unwrap()]);
        other.json(&["--user", "cv.snv", "undo"]);
    }
    // Of a database that went its own way meanwhile.
    office.json(&["--user", "cv.snv", "add", "Việc khác", "--agency", "STC"]);
    fs::copy(other.path("cchc.db-wal"), office.path("cchc.db-wal")).unwrap();
    let _ = fs::remove_file(office.path("cchc.db-shm"));
    reader.kill().unwrap();
    reader.wait().unwrap();
    is_told(&office, "a foreign log");
    let ran = office.run(&["--db", text(&office.db()), "audit", "verify"]);
    println!(
        "{:?} {}{}",
        ran.status.code(),
        said(&ran.stdout),
        said(&ran.stderr)
    );
}

#[test]
fn what_can_be_read_of_a_damaged_database_is_exported_and_the_rest_is_named() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let whole = office.path("whole.csv");
    let ran = office.run(&["--db", text(&office.db()), "salvage", text(&whole)]);
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    assert!(
        said(&ran.stdout).contains("Đọc được tất cả"),
        "{}",
        said(&ran.stdout)
    );
    // A file for import is no copy of the database, and nobody should take it for one.
    assert!(
        said(&ran.stdout).contains("KHÔNG có trạng thái"),
        "{}",
        said(&ran.stdout)
    );
    let exported = office.path("exported.csv");
    let ran = office.run(&[
        "--db",
        text(&office.db()),
        "export",
        "tasks",
        text(&exported),
    ]);
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    let (whole, exported) = (
        fs::read_to_string(whole).unwrap(),
        fs::read_to_string(exported).unwrap(),
    );
    assert_eq!(whole.lines().count(), exported.lines().count());

    let found = pages(&office.db(), "task");
    for page in [found[found.len() / 3], found[found.len() / 2]] {
        overwrite(&office.db(), (page - 1) * PAGE, &[0xA5; PAGE as usize]);
    }
    let part = office.path("part.csv");
    let ran = office.run(&["--db", text(&office.db()), "salvage", text(&part), "--json"]);
    assert_eq!(ran.status.code(), Some(1), "{}", said(&ran.stderr));
    let told: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let (rows, lost) = (
        told["rows"].as_u64().unwrap(),
        told["lost"].as_array().unwrap().len(),
    );
    assert!(rows > 50 && lost > 2 && lost < 60, "{rows} {lost}");
    let again = Office::empty().unwrap();
    assert!(
        again
            .run(&["--db", text(&again.db()), "init"])
            .status
            .success()
    );
    let ran = again.run(&[
        "--db",
        text(&again.db()),
        "import",
        "tasks",
        text(&part),
        "--yes",
    ]);
    assert!(
        ran.status.success(),
        "{}{}",
        said(&ran.stdout),
        said(&ran.stderr)
    );
    assert!(
        Store::open(&again.db(), Access::Look)
            .unwrap()
            .last_task()
            .unwrap()
            > 50
    );
}

/// Where the pages of the log are, in the order of its rows: leaves, and what leads to them.
fn pages_of_log(path: &Path, kind: &str) -> Vec<u64> {
    let sql = format!(
        "SELECT pageno FROM dbstat WHERE name = 'change' AND pagetype = '{kind}' ORDER BY path"
    );
    let ran = Command::new("sqlite3").arg(path).arg(sql).output().unwrap();
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    let told = said(&ran.stdout);
    told.lines().map(|line| line.parse().unwrap()).collect()
}

/// The numbers in the first column of a table that was exported.
fn numbers(path: &Path) -> Vec<i64> {
    let table = fs::read_to_string(path).unwrap();
    let first = |line: &str| line.split(',').next().unwrap().parse().ok();
    table.lines().filter_map(first).collect()
}

#[test]
fn changes_on_both_sides_of_a_damaged_page_leave_the_rest_is_named_and_the_proof_goes_on() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let (db, kept) = (office.db(), office.path("kept.db"));
    fs::rename(&db, &kept).unwrap();
    let fresh = || lay(&office, &kept);
    let file = office.path("log.csv");
    let export = |more: &[&str]| {
        let _ = fs::remove_file(&file);
        let line = ["--db", text(&db), "export", "changes", text(&file)];
        office.run(&[&line, more].concat())
    };
    fresh();
    let ran = export(&[]);
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    let all = numbers(&file);
    assert!(all.len() > 5_000, "{}", all.len());

    let (leaves, inner) = (pages_of_log(&kept, "leaf"), pages_of_log(&kept, "internal"));
    let (first, last) = (leaves[0], *leaves.last().unwrap());
    let middle = leaves[leaves.len() / 2];
    // The first is the root: without it nothing of the log is found.
    let (root, inner) = (inner[0], inner[1]);
    for (what, broken, at_least) in [
        ("in the middle", vec![middle], all.len() - 60),
        ("the first leaf", vec![first], all.len() - 60),
        ("the last leaf", vec![last], all.len() - 60),
        ("three holes", vec![first, middle, last], all.len() - 180),
        ("an inner page", vec![inner], 10),
        ("the root", vec![root], 0),
    ] {
        fresh();
        for page in &broken {
            overwrite(&db, (page - 1) * PAGE, &[0xA5; PAGE as usize]);
        }
        let ran = export(&["--json"]);
        let told = || format!("{what}: {}{}", said(&ran.stdout), said(&ran.stderr));
        assert_eq!(ran.status.code(), Some(1), "{}", told());
        let json: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
        let written = numbers(&file);
        assert_eq!(json["rows"], written.len(), "{}", told());
        assert!(
            written.len() >= at_least && written.len() < all.len(),
            "{what}: {}",
            written.len()
        );
        // What is named and what is written are all that there is, and nothing is both.
        let lost = json["lost"].as_array().unwrap();
        assert_eq!(lost.len(), broken.len(), "{}", told());
        let lost = lost.iter().flat_map(|hole| {
            let end = |name: &str| hole[name].as_i64().unwrap();
            end("from")..=end("to")
        });
        let lost: Vec<i64> = lost.collect();
        let mut both = [written, lost.clone()].concat();
        both.sort_unstable();
        assert_eq!(both, all, "{what}");

        let ran = export(&[]);
        assert_eq!(ran.status.code(), Some(1));
        let (one, end) = (said(&ran.stdout), lost[lost.len() - 1]);
        let line = one.lines().find(|line| line.contains("KHÔNG ĐỦ"));
        let line = line.unwrap_or_else(|| panic!("{what}: {one}"));
        assert!(
            line.contains(&format!("số {}", lost[0])) && line.contains(&end.to_string()),
            "{line}"
        );
        let ran = export(&["--lang", "en"]);
        assert!(
            said(&ran.stdout).contains("NOT COMPLETE"),
            "{}",
            said(&ran.stdout)
        );

        let line = ["--db", text(&db), "audit", "verify"];
        let ran = office.run(&[&line[..], &["--json"]].concat());
        let told = || format!("{what}: {}{}", said(&ran.stdout), said(&ran.stderr));
        assert_eq!(ran.status.code(), Some(1), "{}", told());
        let json: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
        assert_eq!(json["changes"], all.len() - lost.len(), "{}", told());
        assert_eq!(json["partial"], true, "{}", told());
        let found = json["findings"].as_array().unwrap();
        let holes: Vec<&serde_json::Value> = found.iter().collect();
        assert_eq!(holes.len(), broken.len(), "{}", told());
        assert!(
            holes.iter().all(|hole| hole["how"] == "unreadable"),
            "{}",
            told()
        );
        assert_eq!(holes[0]["from"], lost[0], "{}", told());
        assert_eq!(holes[holes.len() - 1]["to"], end, "{}", told());
        let ran = office.run(&line);
        assert!(
            said(&ran.stdout).contains("không đọc được, tệp bị hỏng"),
            "{what}: {}{}",
            said(&ran.stdout),
            said(&ran.stderr)
        );
    }
}

#[test]
fn a_change_that_was_made_beside_a_hole_is_named_too_and_a_kept_hash_behind_it_is_doubtful() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let db = office.db();
    let verify = |head: &str| {
        let line = ["--db", text(&db), "audit", "verify", "--json"];
        let head: &[&str] = if head.is_empty() {
            &[]
        } else {
            &["--head", head]
        };
        let ran = office.run(&[&line, head].concat());
        serde_json::from_slice::<serde_json::Value>(&ran.stdout).unwrap()
    };
    let whole = verify("");
    let end = format!(
        "{}@{}",
        whole["head"].as_str().unwrap(),
        whole["row"].as_i64().unwrap()
    );
    assert_eq!(verify(&end)["kept_head"]["holds"], true);
    let triggers = "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'change'";
    let sqlite = |sql: &str| {
        let ran = Command::new("sqlite3").arg(&db).arg(sql).output().unwrap();
        assert!(ran.status.success(), "{}", said(&ran.stderr));
        said(&ran.stdout)
    };
    let drop_them = sqlite(triggers);
    sqlite(&format!(
        "{drop_them} UPDATE change SET why = 'khác' WHERE id = 12000"
    ));
    let leaves = pages_of_log(&db, "leaf");
    let middle = leaves[leaves.len() / 2];
    overwrite(&db, (middle - 1) * PAGE, &[0xA5; PAGE as usize]);
    let told = verify(&end);
    let found = told["findings"].as_array().unwrap();
    assert_eq!(found.len(), 2, "{told}");
    assert_eq!(found[0]["how"], "unreadable");
    assert_eq!(
        (&found[1]["how"], &found[1]["from"]),
        (&"changed".into(), &12_000.into())
    );
    assert_eq!(told["kept_head"]["why"], "broken_before", "{told}");
    let in_hole = format!("{}@{}", "0".repeat(64), found[0]["from"]);
    assert_eq!(verify(&in_hole)["kept_head"]["why"], "unreadable");
}

/// The first page of each table and order: without it nothing of that is found.
fn roots(path: &Path) -> Vec<(String, u64)> {
    let sql = "SELECT name || ' ' || rootpage FROM sqlite_schema WHERE rootpage > 0";
    let ran = Command::new("sqlite3").arg(path).arg(sql).output().unwrap();
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    let told = said(&ran.stdout);
    let root = |line: &str| {
        let (name, page) = line.split_once(' ').unwrap();
        (name.to_owned(), page.parse().unwrap())
    };
    told.lines().map(root).collect()
}

#[test]
fn whatever_else_is_damaged_the_log_and_the_items_leave_whole_and_the_log_is_proved() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let (db, kept) = (office.db(), office.path("kept.db"));
    fs::rename(&db, &kept).unwrap();
    let (log, items) = (office.path("log.csv"), office.path("items.csv"));
    let run = |words: &[&str]| office.run(&[&["--db", text(&db)], words].concat());
    let leave = |what: &str| {
        for file in [&log, &items] {
            let _ = fs::remove_file(file);
        }
        for words in [
            vec!["export", "changes", text(&log)],
            vec!["salvage", text(&items)],
        ] {
            let ran = run(&words);
            let told = format!("{what}: {}{}", said(&ran.stdout), said(&ran.stderr));
            assert!(ran.status.success(), "{told}");
        }
        let lines = fs::read_to_string(&items).unwrap().lines().count();
        (numbers(&log), lines)
    };
    fs::copy(&kept, &db).unwrap();
    let all = leave("whole");
    assert!(all.0.len() > 5_000 && all.1 > 50, "{}", all.1);
    let found = roots(&kept);
    // Tables all; of orders those that are asked on these ways.
    let asked = |name: &str| {
        let is_order = name.starts_with("sqlite_") || name.contains("_by_");
        !is_order
            || [
                "task_by_parent",
                "task_by_series",
                "sqlite_autoindex_meta_1",
            ]
            .contains(&name)
    };
    let found = found.iter().filter(|(name, _)| asked(name));
    let mut tried = 0;
    for (what, page) in found.filter(|(name, _)| !["task", "change"].contains(&name.as_str())) {
        lay(&office, &kept);
        overwrite(&db, (page - 1) * PAGE, &[0xA5; PAGE as usize]);
        assert_eq!(leave(what), all, "{what}");
        let ran = run(&["audit", "verify", "--json"]);
        let proved: serde_json::Value = serde_json::from_slice(&ran.stdout)
            .unwrap_or_else(|_| panic!("{what}: {}", said(&ran.stderr)));
        assert_eq!(proved["changes"], all.0.len(), "{what}");
        let is_whole = ran.status.success();
        assert_eq!(is_whole, proved["intact"] == true, "{what}");
        let is_of_end = what.contains("meta");
        assert_eq!(proved["broken_how"] == "end_differs", is_of_end, "{what}");
        if ["meta", "operation", "setting"].contains(&what.as_str()) {
            let told = said(&run(&["audit", "verify"]).stdout);
            assert_eq!(told.contains("Nhật ký nguyên vẹn"), !is_of_end, "{told}");
            assert!(
                told.contains("bị hỏng") && told.contains("chưa đối chiếu"),
                "{told}"
            );
        }
        tried += 1;
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn the_log_leaves_up_to_its_damaged_end_where_its_note_is_damaged_too() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let (db, file) = (office.db(), office.path("log.csv"));
    let run = |words: &[&str]| office.run(&[&["--db", text(&db)], words].concat());
    assert!(run(&["export", "changes", text(&file)]).status.success());
    let all = numbers(&file);
    let meta = pages(&db, "meta")[0];
    let last = *pages_of_log(&db, "leaf").last().unwrap();
    for page in [meta, last] {
        overwrite(&db, (page - 1) * PAGE, &[0xA5; PAGE as usize]);
    }
    let ran = run(&["export", "changes", text(&file), "--overwrite", "--json"]);
    let told = format!("{}{}", said(&ran.stdout), said(&ran.stderr));
    assert_eq!(ran.status.code(), Some(1), "{told}");
    let json: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let written = numbers(&file);
    assert!(written.len() > all.len() - 60 && written.len() < all.len());
    assert!(all.starts_with(&written));
    assert_eq!(json["lost"][0]["from"], written.len() + 1, "{told}");
    assert_eq!(json["log"], serde_json::Value::Null, "{told}");
    let ran = run(&["export", "changes", text(&file), "--overwrite"]);
    let on = format!("{} trở đi", written.len() + 1);
    assert!(said(&ran.stdout).contains(&on), "{}", said(&ran.stdout));
}

/// Says that a page holds half as many cells as it does.
fn halve(path: &Path, page: u64) {
    let at = (page - 1) * PAGE + 3;
    let bytes = fs::read(path).unwrap();
    let place = usize::try_from(at).unwrap();
    let cells = u16::from_be_bytes([bytes[place], bytes[place + 1]]);
    overwrite(path, at, &(cells / 2).to_be_bytes());
}

/// Puts what one page holds in the place of another.
fn put_over(path: &Path, page: u64, over: u64) {
    let bytes = fs::read(path).unwrap();
    let place = usize::try_from((page - 1) * PAGE).unwrap();
    let page = &bytes[place..place + PAGE as usize];
    overwrite(path, (over - 1) * PAGE, page);
}

#[test]
fn where_pages_do_not_hang_together_what_the_engine_passes_over_in_silence_is_named() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let (db, kept) = (office.db(), office.path("kept.db"));
    fs::rename(&db, &kept).unwrap();
    let fresh = || lay(&office, &kept);
    let (log, items) = (office.path("log.csv"), office.path("items.csv"));
    let run = |words: &[&str]| {
        for file in [&log, &items] {
            let _ = fs::remove_file(file);
        }
        let ran = office.run(&[&["--db", text(&db)], words].concat());
        let json: serde_json::Value = serde_json::from_slice(&ran.stdout)
            .unwrap_or_else(|_| panic!("{words:?}: {}", said(&ran.stderr)));
        (ran.status.code(), json)
    };
    let export = ["export", "changes", text(&log), "--json"];
    let salvage = ["salvage", text(&items), "--json"];
    fresh();
    assert_eq!(run(&export).0, Some(0));
    let all = numbers(&log);
    let (code, whole) = run(&salvage);
    assert_eq!(code, Some(0), "{whole}");
    let tasks = whole["tasks"].as_u64().unwrap();

    let leaves = pages_of_log(&kept, "leaf");
    let (root, inner) = (
        pages_of_log(&kept, "internal")[0],
        pages_of_log(&kept, "internal")[1],
    );
    let (one, other) = (leaves[leaves.len() / 3], leaves[leaves.len() / 2]);
    let of_log: [(&str, &dyn Fn()); 5] = [
        ("half a leaf", &|| halve(&db, one)),
        ("half of the root", &|| halve(&db, root)),
        ("half an inner page", &|| halve(&db, inner)),
        ("one leaf for another", &|| put_over(&db, other, one)),
        ("two in each other's place", &|| {
            put_over(&db, other, one);
            let bytes = fs::read(&kept).unwrap();
            let place = usize::try_from((one - 1) * PAGE).unwrap();
            let page = &bytes[place..place + PAGE as usize];
            overwrite(&db, (other - 1) * PAGE, page);
        }),
    ];
    for (what, spoil) in of_log {
        fresh();
        spoil();
        let (code, json) = run(&export);
        assert_eq!(code, Some(1), "{what}");
        let lost = json["lost"].as_array().unwrap().iter().flat_map(|hole| {
            let end = |name: &str| hole[name].as_i64().unwrap();
            end("from")..=end("to")
        });
        let mut both: Vec<i64> = lost.chain(numbers(&log)).collect();
        both.sort_unstable();
        assert_eq!(both, all, "{what}");
    }

    let leaves = pages(&kept, "task");
    let roots = roots(&kept);
    let root = |name: &str| roots.iter().find(|(it, _)| it == name).unwrap().1;
    let of_tasks: [(&str, &dyn Fn()); 4] = [
        ("half a leaf", &|| halve(&db, leaves[leaves.len() / 2])),
        ("half of the root", &|| halve(&db, root("task"))),
        ("one leaf for another", &|| {
            put_over(&db, leaves[1], leaves[leaves.len() / 2]);
        }),
        ("pages of the log", &|| put_over(&db, inner, root("task"))),
    ];
    for (what, spoil) in of_tasks {
        fresh();
        spoil();
        let (code, json) = run(&salvage);
        assert_eq!(code, Some(1), "{what}");
        let lost = json["lost"].as_array().unwrap().len() as u64;
        assert!(lost > 0, "{what}");
        // Rows of another table may pass for tasks that nobody can tell from lost ones; none of them is written.
        let told = json["tasks"].as_u64().unwrap() + lost;
        let is_all = told == tasks || what == "pages of the log" && told > tasks;
        assert!(is_all, "{what}: {told} of {tasks}");
        assert!(json["rows"].as_u64() < whole["rows"].as_u64(), "{what}");
    }
}
