//! Whatever is typed and whatever stands in the titles: plain lines that fit, and no command for a terminal.

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::{Heard, LineSetup, Office, line, vietnamese};
use cchc::ui::terminal::Glyphs;

#[track_caller]
fn is_plain(text: &str, wide: usize) {
    for one in text.split('\n') {
        assert!(!one.contains(char::is_control), "{one:?}");
        assert!(one.width() <= wide, "{} cells: {one:?}", one.width());
    }
}

#[test]
fn words_arrive_decomposed_with_backspaces_and_without_accents() {
    let office = Office::open();
    let lines = [
        "1",
        "tro\u{31b}\u{309} la\u{323}i",
        "hoan tax\u{8}c",
        "co\u{301}",
        "cơ quann\u{7f}",
        "\u{1b}[Aq",
    ];
    let talked = office.talk("cv.snv", &lines);
    talked
        .says("ở phiên làm việc khác. Hoàn tác? 1 có, 2 không:")
        .says("57 cơ quan có nhiệm vụ");
    assert_eq!(talked.ending.faults, 0, "{}", talked.text);
}

#[test]
fn a_reason_typed_decomposed_is_kept_composed() {
    let office = Office::open();
    let talked = office.talk(
        "cv.snv",
        &[":1242", "8", "Gấp \u{1b}[31mly\u{301}", "", "1", "l"],
    );
    talked.says("Lý do: Gấp lý.");
}

#[test]
fn rubbish_is_answered_by_what_may_be_typed() {
    let office = Office::open();
    let lines = [
        "foo", "99", "9 x", ":", ":0", "hoan tax", "9 1", "0", "-1", "thoatt",
    ];
    let talked = office.talk("cv.snv", &lines);
    talked
        .says("Không hiểu \"foo\". Gõ ? để nghe gõ được gì.")
        .says("Không có mục số 99 ở đây.")
        .says("Có phải thoát?");
    assert_eq!(talked.ending.faults, lines.len(), "{}", talked.text);
}

#[test]
fn a_line_too_long_is_refused_and_the_work_goes_on() {
    let office = Office::open();
    let lines = [Heard::TooLong, line("2")];
    let talked = office.talk_as("cv.snv", vietnamese(), Vec::new(), lines.into());
    talked
        .says("Dòng quá dài")
        .says("Sắp đến hạn trong 3 ngày làm việc: 12 nhiệm vụ.");
}

#[test]
fn a_locale_without_utf8_gets_letters_without_accents() {
    let office = Office::open();
    let setup = LineSetup {
        glyphs: Glyphs::Ascii,
        ..vietnamese()
    };
    let lines = ["1", "1", "5", "?"].map(line);
    let talked = office.talk_as("cv.snv", setup, Vec::new(), lines.into());
    assert!(talked.text.is_ascii(), "{}", talked.text);
    talked
        .says("Viec hom nay, thu Nam 15/06/2023.")
        .says("1. Tre 175 ngay lam viec");
}

#[test]
fn a_script_finds_what_it_typed_in_the_text() {
    let office = Office::open();
    let setup = LineSetup {
        is_watched: false,
        ..vietnamese()
    };
    let talked = office.talk_as("cv.snv", setup, Vec::new(), [line("2")].into());
    talked.says("? giúp: 2 Sắp đến hạn");
}

/// Lines as people, cats and other programs type them.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9]",
        2 => "[0-9] [0-9]{1,2}(-[0-9]{1,2})?",
        3 => prop::sample::select(vec![
            "", "n", "p", "q", "?", "l", "r", "s", "5", "=", "-", "cq", "tim", "them", "vi sao", "1", "2", "ghi",
            "hoan tac", "lam lai", "nhat ky", "loc quá hạn", "thu tu", ":1242", ":2230", "views", "luu x", "stc",
        ]).prop_map(str::to_owned),
        2 => "\\PC{0,40}",
        1 => any::<String>(),
        1 => "[a-z\u{1b}\u{8}\u{9b}\\[;A-Z0-9漢\u{300}\u{202e}]{0,60}",
        1 => "[a-zà-ỹ]{200,300}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_commands_the_terminal_and_every_line_fits(
        lines in prop::collection::vec(typed(), 0..40),
        title in "[a-z漢đ\u{1b}\u{7}\u{301}\u{200b}\u{202e}\u{2028} ]{1,300}",
        wide in 20usize..100,
        high in prop::option::of(4usize..30),
        is_ascii in any::<bool>(),
    ) {
        let office = Office::open();
        office.talk("cv.snv", &["them", &title, "", "", "stc", "", "", "", "", "1"]);
        let setup = LineSetup {
            wide,
            high,
            glyphs: if is_ascii { Glyphs::Ascii } else { Glyphs::Full },
            is_watched: false,
            ..vietnamese()
        };
        let heard = ["loc cq:stc", "thu tu moi", "1"]
            .into_iter()
            .map(str::to_owned)
            .chain(lines)
            .map(|text| Heard::Line(text.into_bytes()));
        let talked = office.talk_as("cv.snv", setup, Vec::new(), heard.collect());
        is_plain(&talked.text, wide);
        prop_assert!(!is_ascii || talked.text.is_ascii());
    }
}
