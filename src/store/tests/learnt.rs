//! Imports, what people settled while importing, the rows that stand for "none", and notes of the program.

use super::standing::{said, spoilt};
use super::{House, a_task, head, key, written};
use crate::domain::annex::Column;
use crate::domain::batch::BatchState;
use crate::domain::document::Document;
use crate::domain::id::{BatchId, DocumentId};
use crate::store::{Kind, NewBatch, Standing};

fn import(house: &mut House, file: &str, state: BatchState) -> BatchId {
    let key = key();
    let imported = house.store.write(&head(&key, Kind::Import), |writer| {
        let batch = writer.begin_batch(&NewBatch {
            key: &key,
            file,
            checksum: "00ff",
            sheet: "Phụ lục",
            spec: "{}",
            settlements: "[]",
            planned: 1,
        })?;
        writer.save_variant("Sở KH-CN", &[], Some(batch))?;
        writer.save_heading_choice("noi dung", Some(Column::Content), Some(batch))?;
        writer.insert_task(&a_task(file), None, super::CREATE)?;
        writer.set_batch_state(batch, state)?;
        if state == BatchState::TakenBack {
            writer.forget_choices(batch, true)?;
        }
        Ok(batch)
    });
    written(imported.unwrap())
}

fn house() -> House {
    let mut house = House::new();
    import(&mut house, "mot.csv", BatchState::Finished);
    import(&mut house, "hai.csv", BatchState::TakenBack);
    house.write(|writer| {
        writer.save_document(&Document {
            id: DocumentId(0),
            kind: "KH".to_owned(),
            symbol: "12/KH-UBND".to_owned(),
            date: None,
            issuer: String::new(),
            summary: String::new(),
            code: "KH12/23".to_owned(),
            bases: Vec::new(),
            skips_confirmation: false,
        })
    });
    house
}

/// What is found after something was done, each in a line; what was done is taken back.
fn found(house: &House, spoil: &str) -> Vec<String> {
    let found = spoilt(house, spoil, || house.store.check_frame().unwrap());
    let line = |fault: &crate::store::FrameFault| {
        let how = match &fault.how {
            Standing::Changed(fields) => fields.iter().map(said).collect::<Vec<_>>().join("; "),
            Standing::Gone => "gone".to_owned(),
            Standing::Unlogged => "unlogged".to_owned(),
        };
        format!("{} {}: {how}", fault.what, fault.name)
    };
    found.named().iter().map(line).collect()
}

#[test]
fn imports_and_what_was_settled_with_them_are_held_against_the_log() {
    let house = house();
    assert_eq!(found(&house, ""), [""; 0]);
    for (spoil, says) in [
        (
            "UPDATE import_batch SET state = 'finished' WHERE id = 2",
            "import_batch 2: state: taken_back -> finished",
        ),
        (
            "UPDATE import_batch SET file_name = 'x' WHERE id = 1",
            "import_batch 1: file: mot.csv -> x",
        ),
        (
            "UPDATE import_batch SET login = 'x' WHERE id = 1",
            "import_batch 1: login: cv.snv -> x",
        ),
        (
            "UPDATE import_batch SET checksum = 'x' WHERE id = 1",
            "import_batch 1: checksum: 00ff -> x",
        ),
        (
            "UPDATE import_batch SET planned = 7 WHERE id = 1",
            "import_batch 1: planned: 1 -> 7",
        ),
        (
            "UPDATE agency_variant SET text = 'x' WHERE id = 2",
            "variant 2: text: Sở KH-CN -> x",
        ),
        (
            "UPDATE agency_variant SET parts = '[1]' WHERE id = 1",
            "variant 1: parts: [] -> [1]",
        ),
        (
            "UPDATE agency_variant SET is_gone = 0 WHERE id = 2",
            "variant 2: is_gone: 1 -> 0",
        ),
        (
            "UPDATE agency_variant SET batch_id = 2 WHERE id = 1",
            "variant 1: batch: 1 -> 2",
        ),
        (
            "UPDATE heading_choice SET column_code = 'x' WHERE id = 1",
            "heading 1: column: content -> x",
        ),
        (
            "UPDATE heading_choice SET is_gone = 1 WHERE id = 1",
            "heading 1: is_gone: 0 -> 1",
        ),
        ("DELETE FROM heading_choice WHERE id = 2", "heading 2: gone"),
        (
            "INSERT INTO heading_choice SELECT 9, heading, column_code, login, at, batch_id, is_gone
            FROM heading_choice WHERE id = 1",
            "heading 9: unlogged",
        ),
        ("INSERT INTO meta VALUES ('search_later', '')", "meta search_later: unlogged"),
        ("UPDATE agency SET name = 'x' WHERE id = 0", "agency 0: "),
        ("UPDATE area SET code = 'x' WHERE id = 0", "area 0: "),
        ("UPDATE document SET date = '2023-01-01' WHERE id = 0", "document 0: "),
    ] {
        assert_eq!(found(&house, spoil), [says], "{spoil}");
    }
    for column in ["sheet", "spec", "settlements"] {
        let found = found(
            &house,
            &format!("UPDATE import_batch SET {column} = 'x' WHERE id = 1"),
        );
        let [only] = found.as_slice() else {
            panic!("{column}: {found:?}")
        };
        assert!(only.starts_with("import_batch 1: read_as: "), "{only}");
    }
}

#[test]
fn what_follows_from_the_fields_of_a_document_is_held_too() {
    let house = house();
    let found = found(&house, "UPDATE document SET symbol_key = 'x' WHERE id = 1");
    let [only] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert!(
        only.starts_with("document KH12/23: symbol_key: ") && only.ends_with(" -> x"),
        "{only}"
    );
}

#[test]
fn a_group_is_given_to_an_import_before_anything_is_written() {
    let mut house = house();
    let key = key();
    let late = house.store.write(&head(&key, Kind::Import), |writer| {
        writer.insert_task(&a_task("trước"), None, super::CREATE)?;
        writer.go_on_with(BatchId(1))
    });
    assert!(late.is_err());
    assert_eq!(found(&house, ""), [""; 0]);
}

#[test]
fn a_key_that_an_older_program_made_of_letters_it_knew_otherwise_is_no_finding() {
    let mut house = house();
    // A letter that shows nothing by now, and was a letter like any other.
    let odd = |text: &str| text.replace('~', "\u{3164}");
    let task = house.insert(&crate::domain::task::Task {
        title: odd("Rà~soát hồ sơ"),
        code: odd("T~1"),
        ..a_task("")
    });
    let document = house.write(|writer| {
        writer.save_variant(&odd("Sở~lạ"), &[], None)?;
        writer.save_document(&Document {
            id: DocumentId(0),
            kind: "KH".to_owned(),
            symbol: odd("13/KH-U~BND"),
            date: None,
            issuer: String::new(),
            summary: String::new(),
            code: "KH13/23".to_owned(),
            bases: Vec::new(),
            skips_confirmation: false,
        })
    });
    let replay = |house: &House, spoil: &str| {
        let found = spoilt(house, spoil, || {
            house.store.check_replay(|_, _| Ok(())).unwrap()
        });
        found.total()
    };
    assert_eq!((found(&house, ""), replay(&house, "")), (Vec::new(), 0));
    let older = odd(&format!(
        "UPDATE task SET search = '~' || replace(search, 'soat', '~soat') WHERE id = {}",
        task.id.0
    ));
    assert_eq!(replay(&house, &older), 0);
    let changed = format!(
        "UPDATE task SET search = replace(search, 'soat', 'xoat') WHERE id = {}",
        task.id.0
    );
    assert_eq!(replay(&house, &changed), 1);
    // Of letters that every program knows the key is what it is.
    assert_eq!(
        replay(
            &house,
            &odd("UPDATE task SET search = search || '~' WHERE id = 1")
        ),
        1
    );
    let older = odd(&format!(
        "UPDATE document SET symbol_key = symbol_key || '~' WHERE id = {};
        UPDATE agency_variant SET text_key = text_key || '~' WHERE text LIKE '%lạ'",
        document.0
    ));
    assert_eq!(found(&house, &older), [""; 0]);
    let changed = "UPDATE document SET symbol_key = symbol_key || 'x'; UPDATE agency_variant SET text_key = text_key || 'x'";
    assert_eq!(found(&house, changed).len(), 6);
}
