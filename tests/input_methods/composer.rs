//! Our own Telex and VNI, where the terminal has none.

use std::time::Instant;

use cchc::ui::composing::compose;
use cchc::ui::screens;

use crate::engine::{Method, Tone, keys, text};
use crate::{at_list, sit, title};

#[test]
fn every_word_of_the_lists_can_be_typed_both_ways() {
    let words = text();
    for (switch, method) in [("<C-t>", Method::Telex), ("<C-t><C-t>", Method::Vni)] {
        for tone in [Tone::AtOnce, Tone::Last] {
            let mut desk = sit(screens::add());
            desk.press(switch).press(&keys(&words, method, tone));
            for (typed, wanted) in title(&desk).split(' ').zip(words.split(' ')) {
                assert_eq!(old_style(typed), old_style(wanted), "{method:?} {tone:?}");
            }
        }
    }
}

/// Where the lists have both spellings of one sound, the composer has the one of the official names.
fn old_style(word: &str) -> String {
    let pairs = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
    ];
    let pairs = pairs.into_iter().chain([
        ("uỷ", "ủy"),
        ("Uỷ", "Ủy"),
        ("uý", "úy"),
        ("uỳ", "ùy"),
        ("uỵ", "ụy"),
    ]);
    let open = pairs
        .into_iter()
        .find(|(new, _)| word.ends_with(new) && !word.contains('q') && !word.contains('Q'));
    open.map_or(word.to_owned(), |(new, old)| word.replace(new, old))
}

#[test]
fn one_key_switches_everywhere_and_the_title_says_so() {
    let mut desk = at_list();
    assert_eq!(desk.composing(), None);
    desk.press("<C-t>")
        .shows("Gõ TELEX")
        .shows("TELEX DỮ LIỆU MẪU");
    desk.press("<C-t>").shows("Gõ VNI").shows("VNI DỮ LIỆU MẪU");
    desk.press("<C-t>").shows("Thôi ghép dấu").hides("VNI");
    desk.press(":<C-t>").shows("Gõ TELEX");
    assert_eq!(desk.composing(), Some(Method::Telex));
}

#[test]
fn the_command_line_switches_too() {
    let mut desk = at_list();
    for (command, method) in [
        ("telex", Some(Method::Telex)),
        ("vni", Some(Method::Vni)),
        ("bogo", None),
        ("gõ telex", Some(Method::Telex)),
        ("bỏ gõ", None),
    ] {
        desk.press(":").press(command).press("<Enter>");
        assert_eq!(desk.composing(), method, "{command}");
    }
}

#[test]
fn everything_that_takes_text_composes() {
    let mut desk = at_list();
    desk.press("<C-t>/thur tujc")
        .shows("Tìm: thủ tục   5 nhiệm vụ");
    desk.press("<BS><BS>").shows("Tìm: thủ t ");
    desk.press("ujc").shows("Tìm: thủ tục");
    desk.press("<Esc>:nhaatj kys").shows(":[nhật ký");
    desk.press("<Esc><Tab>sowr xaay duwngj")
        .shows("sở xây dựng");
    desk.press("<Esc><F4>");
    let mut desk = sit(screens::choose_agency(None));
    desk.press("<C-t>sowr tuw phaps").shows("sở tư pháp");
    assert!(desk.cursor_line().contains("Sở Tư pháp"));
    let mut desk = sit(screens::filter(
        String::new(),
        cchc::domain::query::Query::default(),
    ));
    desk.press("<C-t>\"quas hanj\"").shows("\"quá hạn\"");
}

#[test]
fn what_was_pasted_is_not_composed() {
    let mut desk = sit(screens::add());
    desk.press("<C-t>").paste("as of user").press(" as");
    assert_eq!(title(&desk), "as of user á");
}

#[test]
fn an_input_method_on_the_pc_and_the_composer_do_not_fight() {
    use crate::engine::ENGINES;
    let words = text();
    for engine in ENGINES {
        let mut desk = sit(screens::add());
        desk.press("<C-t>");
        for strike in engine.strikes(&words, Method::Telex, Tone::Last) {
            desk.receive(&strike, std::time::Duration::from_millis(130));
        }
        assert_eq!(title(&desk), words, "{engine:?}");
    }
}

#[test]
fn a_key_costs_microseconds() {
    let word: Vec<char> = "nguwowngfnghieengf".chars().collect();
    let begun = Instant::now();
    for _ in 0..1000 {
        assert!(!compose("", &word, Method::Telex).is_empty());
    }
    let each = begun.elapsed() / 1000;
    assert!(each.as_micros() < 500, "{each:?}");
}
