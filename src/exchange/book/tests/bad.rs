//! Files that people choose by mistake, and files that are damaged: each with its own fault.

use std::fs;

use super::{FORMS, bytes_of, try_bytes};
use crate::domain::error::{FileFault, FileKind};
use crate::exchange::book::Book;

#[test]
fn other_files_are_called_by_their_name() {
    for (bytes, kind) in [
        (b"%PDF-1.7\n".as_slice(), FileKind::Pdf),
        (b"{\\rtf1 abc}", FileKind::Word),
        (b"\x89PNG\r\n\x1a\n", FileKind::Picture),
        (b"\xff\xd8\xff\xe0", FileKind::Picture),
        (b"\x1f\x8b\x08", FileKind::Archive),
        (b"Rar!\x1a\x07", FileKind::Archive),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", FileKind::WebPage),
        (b"<table><tr><td>STT</td></tr></table>", FileKind::WebPage),
        (b"<?xml version=\"1.0\"?><Workbook/>", FileKind::Xml),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", FileKind::OldExcel),
    ] {
        let fault = Err(FileFault::OtherKind(kind));
        assert_eq!(
            try_bytes(bytes),
            fault,
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn what_is_no_regular_file_is_not_waited_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let fault = |path: &std::path::Path| Book::open(path).expect_err("no table");
    assert_eq!(fault(folder.path()), FileFault::IsDirectory);
    assert_eq!(fault(&folder.path().join("khong-co")), FileFault::Missing);
    assert_eq!(fault("/dev/zero".as_ref()), FileFault::NotAFile);
    let pipe = folder.path().join("ong");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &pipe,
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RUSR,
        0,
    )
    .expect("a pipe");
    assert_eq!(fault(&pipe), FileFault::NotAFile);
}

#[test]
fn a_workbook_cut_off_anywhere_is_refused() {
    for name in FORMS {
        let bytes = bytes_of(name);
        for part in 1..20 {
            let cut = bytes.len() * part / 20;
            let read = try_bytes(&bytes[..cut]);
            assert!(read.is_err(), "{name} cut at {cut} of {}", bytes.len());
        }
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bang.csv");
    fs::write(&path, "a,b\n".repeat(100_000)).expect("a file");
    let book = Book::open(&path).expect("a table");
    let mut records = book.records(0).expect("rows");
    assert!(records.next().is_some_and(|record| record.is_ok()));
    fs::write(&path, "a,b\n").expect("a file");
    let last = records.last().expect("a fault");
    assert_eq!(last, Err(FileFault::Interrupted));
}

#[test]
fn a_file_whose_name_is_removed_is_read_to_its_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bang.csv");
    fs::write(&path, "a,b\n".repeat(100_000)).expect("a file");
    let book = Book::open(&path).expect("a table");
    fs::remove_file(&path).expect("removed");
    assert_eq!(
        book.records(0).expect("rows").filter(Result::is_ok).count(),
        100_000
    );
}
