//! Text files as offices send them.

use std::fs;

use crate::domain::annex::{Encoding, FileForm};
use crate::domain::error::FileFault;
use crate::exchange::book::{Book, LONGEST_CELL, Record};

const HEADER: &str = "STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời gian hoàn thành";

fn try_read(bytes: &[u8]) -> Result<(FileForm, Vec<Record>), FileFault> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bang.xlsx");
    fs::write(&path, bytes).expect("a file");
    let book = Book::open(&path)?;
    assert_eq!(book.sheets().len(), 1);
    let records = book.records(0)?.collect::<Result<Vec<_>, _>>()?;
    Ok((book.form(), records))
}

fn read(bytes: &[u8]) -> (FileForm, Vec<Record>) {
    try_read(bytes).expect("the file can be read")
}

fn lines(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    let texts = |record: Record| record.cells.into_iter().map(|cell| cell.text).collect();
    let (_, records) = read(bytes);
    records
        .into_iter()
        .map(|record| (record.line, texts(record)))
        .collect()
}

fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

fn form(encoding: Encoding, delimiter: char) -> FileForm {
    FileForm::Csv {
        encoding,
        delimiter,
    }
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

/// Letters and tones one behind the other, as windows-1258 has them.
fn windows_1258(text: &str) -> Vec<u8> {
    use unicode_normalization::UnicodeNormalization;
    let mut bytes = Vec::new();
    for letter in text.chars() {
        let text = letter.to_string();
        let (whole, _, misses) = encoding_rs::WINDOWS_1258.encode(&text);
        if !misses {
            bytes.extend_from_slice(&whole);
            continue;
        }
        let parts: Vec<char> = std::iter::once(letter).nfd().collect();
        let (tone, base): (Vec<char>, Vec<char>) = parts
            .into_iter()
            .partition(|part| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*part));
        let text: String = base.into_iter().nfc().chain(tone).collect();
        let (parts, _, misses) = encoding_rs::WINDOWS_1258.encode(&text);
        assert!(!misses, "{letter}");
        bytes.extend_from_slice(&parts);
    }
    bytes
}

#[test]
fn every_line_is_a_record_with_its_line() {
    let text = "a,b\n\n\"x\ny\",\"he said \"\"no\"\"\"\r\n,\n\r\n\"\"\nlast,";
    let expected = [
        row(1, &["a", "b"]),
        row(2, &[]),
        row(3, &["x\ny", "he said \"no\""]),
        row(5, &["", ""]),
        row(6, &[]),
        row(7, &[""]),
        row(8, &["last", ""]),
    ];
    assert_eq!(lines(text.as_bytes()), expected);
    assert_eq!(lines(format!("{text}\n").as_bytes()), expected);
}

#[test]
fn carriage_returns_alone_end_lines_too() {
    assert_eq!(
        lines(b"a,b\r\"x\ry\r\nz\",1\rc"),
        [
            row(1, &["a", "b"]),
            row(2, &["x\ry\r\nz", "1"]),
            row(5, &["c"])
        ]
    );
}

#[test]
fn quotes_within_and_behind_a_cell_belong_to_it() {
    assert_eq!(
        lines(b"5\" disk,\"a\"b,\"\"\"\"\n"),
        [row(1, &["5\" disk", "ab", "\""])]
    );
}

#[test]
fn the_delimiter_is_the_one_under_which_the_header_shows() {
    for sign in [',', ';', '\t'] {
        let text = HEADER.replace(',', &sign.to_string());
        let text =
            format!("ỦY BAN, PHỤ LỤC; số 1\n{text}\n1{sign}Rà soát, đánh giá; báo cáo{sign}\n");
        let (found, records) = read(text.as_bytes());
        assert_eq!(found, form(Encoding::Utf8, sign));
        assert_eq!(records[1].cells.len(), 4, "{sign:?}");
    }
    // The row of data has more commas; the header has none.
    let (found, _) = read("STT;Nội dung;Chủ trì\n1;a,b,c,d,e,f,g;STC\n".as_bytes());
    assert_eq!(found, form(Encoding::Utf8, ';'));
    // No heading is known: what parts most rows alike.
    let (found, _) = read(b"x, y\n1;2;3\n4;5,5;6\n7;8;9\n");
    assert_eq!(found, form(Encoding::Utf8, ';'));
}

#[test]
fn a_line_that_names_the_delimiter_is_obeyed_and_is_no_row() {
    let (found, records) = read(b"sep=;\r\na;b,c\r\n");
    assert_eq!(found, form(Encoding::Utf8, ';'));
    assert_eq!((records.len(), records[0].line), (1, 2));
    assert_eq!(records[0].cells[1].text, "b,c");
    let (found, _) = read(b"\xef\xbb\xbf\"sep=\t\"\na\tb\n");
    assert_eq!(found, form(Encoding::Utf8, '\t'));
}

#[test]
fn unicode_is_read_in_all_its_encodings() {
    let text = format!("{HEADER}\n1,Rà soát thủ tục,Sở Nội vụ,30/6/2022\n");
    let expected = lines(text.as_bytes());
    assert_eq!(expected[1].1[2], "Sở Nội vụ");
    for mark in ["", "\u{feff}"] {
        let text = format!("{mark}{text}");
        assert_eq!(lines(text.as_bytes()), expected);
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes = utf16(&text, to_bytes);
            assert_eq!(lines(&bytes), expected);
            assert_eq!(read(&bytes).0, form(Encoding::Utf16, ','));
        }
    }
}

#[test]
fn a_text_that_ends_within_a_letter_is_cut_off() {
    let text = format!("{HEADER}\n1,Rà soát,Sở Nội vụ,Quý I\n");
    let mut bytes = utf16(&text, u16::to_le_bytes);
    bytes.pop();
    assert_eq!(try_read(&bytes), Err(FileFault::NotUtf8 { line: 2 }));
    let bytes = "a,b\nc,ộ".as_bytes();
    let cut = &bytes[..bytes.len() - 1];
    assert_eq!(try_read(cut), Err(FileFault::NotUtf8 { line: 2 }));
}

#[test]
fn windows_1258_becomes_composed_text() {
    let text =
        format!("{HEADER}\n1,\"Rà soát, đơn giản hóa thủ tục\",Sở Giao thông vận tải,Quý IV\n");
    let bytes = windows_1258(&text);
    assert!(std::str::from_utf8(&bytes).is_err());
    assert_eq!(read(&bytes).0, form(Encoding::Windows1258, ','));
    assert_eq!(lines(&bytes), lines(text.as_bytes()));
}

#[test]
fn old_codings_keep_their_western_letters() {
    for text in [
        "STT;Néi dung nhiÖm vô;C¬ quan chñ tr×\n1;C¶i c¸ch hµnh chÝnh;Së Néi vô\n",
        "STT;Noäi dung nhieäm vuï;Cô quan chuû trì\n1;Caûi caùch haønh chính;Sôû Noäi vuï\n",
    ] {
        let (bytes, _, misses) = encoding_rs::WINDOWS_1252.encode(text);
        assert!(!misses);
        assert_eq!(read(&bytes).0, form(Encoding::Windows1252, ';'));
        assert_eq!(lines(&bytes), lines(text.as_bytes()));
    }
}

#[test]
fn text_that_is_no_vietnamese_is_refused_with_its_line() {
    let fault = try_read(b"a,b\nGar\xe7on,\xdcber\n");
    assert_eq!(fault, Err(FileFault::NotUtf8 { line: 2 }));
    // Beyond what is looked at beforehand, the line is known all the same.
    let mut late = "một,hai\n".repeat(200_000).into_bytes();
    late.extend_from_slice(b"\"ba\nb\",b\xe9\n");
    assert_eq!(try_read(&late), Err(FileFault::NotUtf8 { line: 200_002 }));
}

#[test]
fn a_broken_letter_in_unicode_makes_no_old_coding_of_it() {
    let mut bytes = "STT,Nội dung\n1,Cải cách hành chính, đổi mới\n"
        .as_bytes()
        .to_vec();
    bytes.extend_from_slice(b"2,th\xf4ng tin\n");
    assert_eq!(try_read(&bytes), Err(FileFault::NotUtf8 { line: 3 }));
}

#[test]
fn damage_is_told_with_its_line() {
    let open = try_read(b"a,b\nc,\"d\ne,f\ng,h\n");
    assert_eq!(open, Err(FileFault::Malformed { line: 2 }));
    let zero = "một,hai\n".repeat(20) + "a,b\0c\n";
    assert_eq!(
        try_read(zero.as_bytes()),
        Err(FileFault::ZeroByte { line: 21 })
    );
    let zero = "một,hai\n".repeat(20) + "a,\"b\n\0c\"\n";
    let fault = try_read(zero.as_bytes());
    assert!(
        matches!(fault, Err(FileFault::ZeroByte { line: 21 | 22 })),
        "{fault:?}"
    );
    assert_eq!(try_read(&[7, 0, 0, 1, 0, 0, 0, 9]), Err(FileFault::NotText));
    assert_eq!(try_read(b""), Err(FileFault::Empty));
    assert_eq!(try_read(b"\xef\xbb\xbf \r\n\r\n"), Err(FileFault::Empty));
}

#[test]
fn a_cell_of_a_megabyte_is_kept_one_character_over_the_limit() {
    for letter in ["x", "ộ"] {
        let text = format!("a,b\n1,\"{}\",2\n", letter.repeat(1_000_000));
        let (_, records) = read(text.as_bytes());
        let cell = &records[1].cells[1].text;
        assert_eq!(cell.chars().count(), LONGEST_CELL + 1);
        assert_eq!(records[1].cells[2].text, "2");
    }
    let text = format!("a,b\n1,{}\n", "ộ".repeat(LONGEST_CELL));
    assert_eq!(
        read(text.as_bytes()).1[1].cells[1].text.chars().count(),
        LONGEST_CELL
    );
}

#[test]
fn a_row_without_end_is_no_table() {
    let commas = ",".repeat(100_000);
    let fault = try_read(format!("a,b\n{commas}\n").as_bytes());
    assert_eq!(fault, Err(FileFault::RowTooLong { line: 2 }));
}
