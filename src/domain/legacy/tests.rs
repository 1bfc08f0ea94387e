//! Old files as they arrive, and texts that must be left alone.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// The text as a file in this coding would hold it; capitals with tones are lost in TCVN3.
fn encode(text: &str, coding: Coding) -> String {
    match coding {
        Coding::Tcvn3 => text.chars().map(in_tcvn3).collect(),
        Coding::Vni => vni::encode(text),
    }
}

fn in_tcvn3(letter: char) -> char {
    let place_of = |letter| tcvn3::LETTERS.iter().position(|own| *own == letter);
    let small = letter.to_lowercase().next().expect("a letter");
    let place = place_of(letter).or_else(|| place_of(small));
    match place {
        Some(place) if letter != ' ' => {
            char::from_u32(0xa1 + u32::try_from(place).expect("few")).expect("Latin-1")
        }
        _ => letter,
    }
}

/// What is left of a text in a coding: TCVN3 loses the case of letters with tones.
fn surviving(text: &str, coding: Coding) -> String {
    match coding {
        Coding::Tcvn3 => text.to_lowercase(),
        Coding::Vni => text.to_owned(),
    }
}

/// The rows of our own tables.
fn assets() -> Vec<Vec<String>> {
    let files: [&[u8]; 5] = [
        include_bytes!("../../../assets/tasks.csv"),
        include_bytes!("../../../assets/agencies.csv"),
        include_bytes!("../../../assets/areas.csv"),
        include_bytes!("../../../assets/deadlines.csv"),
        include_bytes!("../../../assets/holidays.csv"),
    ];
    let mut rows = Vec::new();
    for file in files {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(file);
        for record in reader.records() {
            let record = record.expect("our own file");
            rows.push(record.iter().map(str::to_owned).collect());
        }
    }
    rows
}

fn tasks() -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(&include_bytes!("../../../assets/tasks.csv")[..]);
    reader
        .records()
        .map(|record| {
            record
                .expect("our own file")
                .iter()
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

fn recognised(cells: &[String]) -> Option<Coding> {
    let cells: Vec<(&str, Option<Coding>)> = cells.iter().map(|it| (it.as_str(), None)).collect();
    recognise(&cells)
}

fn sieve(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|letter| {
        let is_suspicious = is_suspicious(before, letter);
        before = letter;
        is_suspicious
    })
}

#[test]
fn the_two_codings_are_read() {
    for (text, coding, read) in [
        ("C¶i c¸ch hµnh chÝnh", Coding::Tcvn3, "Cải cách hành chính"),
        ("Së T\u{ad} ph¸p", Coding::Tcvn3, "Sở Tư pháp"),
        ("ñy ban nh©n d©n", Coding::Tcvn3, "ủy ban nhân dân"),
        ("§Èy m¹nh øng dông", Coding::Tcvn3, "Đẩy mạnh ứng dụng"),
        ("Caûi caùch haønh chính", Coding::Vni, "Cải cách hành chính"),
        ("CAÛI CAÙCH HAØNH CHÍNH", Coding::Vni, "CẢI CÁCH HÀNH CHÍNH"),
        ("Ñaåy maïnh öùng duïng", Coding::Vni, "Đẩy mạnh ứng dụng"),
        (
            "Quyõ ñaát, nghæ pheùp, Myõ",
            Coding::Vni,
            "Quỹ đất, nghỉ phép, Mỹ",
        ),
        ("C¶I C¸CH HµNH CHÝNH", Coding::Tcvn3, "CẢI CÁCH HÀNH CHÍNH"),
    ] {
        assert_eq!(decode(text, coding), read);
        assert_eq!(recognise(&[(text, None)]), Some(coding), "{text}");
        assert!(needs(text, coding) && sieve(text), "{text}");
    }
}

#[test]
fn quotation_marks_and_dashes_of_windows_come_as_such_or_as_control_characters() {
    for text in ["\u{93}Thñ tôc\u{94} \u{96} sè 1", "“Thñ tôc” – sè 1"] {
        assert_eq!(decode(text, Coding::Tcvn3), "“Thủ tục” – số 1");
        assert_eq!(recognise(&[(text, None)]), Some(Coding::Tcvn3));
    }
}

#[test]
fn every_syllable_of_our_tables_survives_both_codings() {
    let mut words = BTreeSet::new();
    for cell in assets().iter().flatten() {
        words.extend(
            cell.split(|it: char| !it.is_alphabetic())
                .map(str::to_owned),
        );
    }
    assert!(words.len() > 500, "{}", words.len());
    for word in &words {
        for coding in Coding::ALL {
            let decoded = decode(&encode(word, coding), coding);
            assert_eq!(surviving(&decoded, coding), surviving(word, coding));
        }
    }
}

#[test]
fn every_task_is_recognised_in_both_codings_and_reads_as_before() {
    for cells in tasks() {
        for coding in Coding::ALL {
            let written: Vec<String> = cells.iter().map(|cell| encode(cell, coding)).collect();
            assert!(written.iter().any(|cell| sieve(cell)), "{written:?}");
            assert_eq!(recognised(&written), Some(coding), "{written:?}");
            for (cell, original) in written.iter().zip(&cells) {
                let read = if needs(cell, coding) {
                    decode(cell, coding)
                } else {
                    cell.clone()
                };
                assert_eq!(surviving(&read, coding), surviving(original, coding));
            }
        }
    }
}

#[test]
fn no_row_of_our_tables_is_touched() {
    for cells in assets() {
        assert_eq!(recognised(&cells), None, "{cells:?}");
        for coding in Coding::ALL {
            let hinted: Vec<(&str, Option<Coding>)> =
                cells.iter().map(|it| (it.as_str(), Some(coding))).collect();
            assert_eq!(recognise(&hinted), None, "{cells:?}");
        }
    }
}

#[test]
fn texts_that_only_look_strange_are_left_alone() {
    for text in [
        "Sở Công Thương (VNI)",
        "Société Générale, café, Noël, naïve, Zürich, Malmö på øya",
        "© 2022 Windows® và Office®",
        "50µg/m³, 5 µm, 20°C ± 1, ½, 3 × 4",
        "ISO 9001:2015",
        "«Một cửa»",
        "Báo cáo quý",
        "TÀI CHÍNH CÔNG",
        "pure ASCII",
        "",
        "São Paulo và Besançon",
        "hoà, hòa, thuý, thúy, quý, giá, già, khoẻ",
    ] {
        assert_eq!(recognise(&[(text, None)]), None, "{text}");
    }
}

#[test]
fn a_font_helps_where_there_is_little_text_and_does_not_where_it_is_vietnamese() {
    assert_eq!(recognise(&[("§Êt", None)]), None);
    assert_eq!(
        recognise(&[("§Êt", Some(Coding::Tcvn3))]),
        Some(Coding::Tcvn3)
    );
    assert_eq!(recognise(&[("ñaát", Some(Coding::Vni))]), Some(Coding::Vni));
    assert_eq!(recognise(&[("Sở Tư pháp", Some(Coding::Tcvn3))]), None);
    assert_eq!(recognise(&[("Báo cáo", Some(Coding::Vni))]), None);
}

#[test]
fn in_a_mixed_row_only_what_is_of_the_old_coding_needs_decoding() {
    let cells = ["Së Y tÕ", "Sở Y tế", "Báo cáo", "UBND"];
    let hinted: Vec<(&str, Option<Coding>)> = cells.iter().map(|it| (*it, None)).collect();
    assert_eq!(recognise(&hinted), Some(Coding::Tcvn3));
    let needing = cells.map(|cell| needs(cell, Coding::Tcvn3));
    assert_eq!(needing, [true, false, false, false]);
}

proptest! {
    #[test]
    fn valid_vietnamese_is_never_touched(picked in prop::collection::vec((0..10_000_usize, any::<bool>()), 1..20)) {
        let words: Vec<String> = assets()
            .iter()
            .flatten()
            .flat_map(|cell| cell.split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let chosen = picked.iter().map(|(place, is_upper)| {
            let word = words.get(place % words.len()).expect("within");
            if *is_upper { word.to_uppercase() } else { word.clone() }
        });
        let text: String = chosen.collect::<Vec<_>>().join(" ");
        prop_assert_eq!(recognise(&[(text.as_str(), None)]), None);
        for coding in Coding::ALL {
            prop_assert!(!needs(&text, coding));
        }
    }

    #[test]
    fn no_text_does_harm(text in "\\PC{0,40}", latin in "[ -~\u{80}-\u{ff}]{0,40}") {
        for text in [&text, &latin] {
            for coding in Coding::ALL {
                let _ = (decode(text, coding), needs(text, coding), recognise(&[(text, Some(coding))]));
            }
        }
    }
}
