//! What input methods send into everything that takes text.

use std::time::Duration;

use cchc::ui::screens;
use proptest::prelude::*;

use crate::desk::{Desk, Drawer};
use crate::engine::{ENGINES, Engine, Method, Tone, text};
use crate::{at_list, sit, title};

/// How the line cuts a stream.
#[derive(Debug, Clone, Copy)]
enum Cut {
    Strikes,
    Bytes,
    Nowhere,
}

fn send(desk: &mut Desk<Drawer>, strikes: &[Vec<u8>], cut: Cut) {
    let apart = Duration::from_millis(130);
    match cut {
        Cut::Strikes => {
            for strike in strikes {
                desk.receive(strike, apart);
            }
        }
        Cut::Nowhere => {
            desk.receive(&strikes.concat(), apart);
        }
        Cut::Bytes => {
            for byte in strikes.concat() {
                desk.receive(&[byte], Duration::from_millis(20)).stall();
            }
        }
    }
}

/// Sends a text to a fresh desk each way and looks at it.
fn everywhere(
    text: &str,
    open: impl Fn() -> Desk<Drawer>,
    look: impl Fn(&mut Desk<Drawer>, Engine),
) {
    for engine in ENGINES {
        for method in [Method::Telex, Method::Vni] {
            for cut in [Cut::Strikes, Cut::Bytes, Cut::Nowhere] {
                let mut desk = open();
                send(&mut desk, &engine.strikes(text, method, Tone::Last), cut);
                look(&mut desk, engine);
            }
        }
    }
}

#[test]
fn every_word_of_the_lists_arrives_whatever_types_it_and_however_it_is_cut() {
    let words = text();
    assert!(words.split(' ').count() > 200, "{words}");
    let some: Vec<&str> = words.split(' ').step_by(15).collect();
    let some = some.join(" ");
    for engine in ENGINES {
        for method in [Method::Telex, Method::Vni] {
            for tone in [Tone::AtOnce, Tone::Last] {
                let mut desk = sit(screens::add());
                let cut = if tone == Tone::Last {
                    Cut::Strikes
                } else {
                    Cut::Nowhere
                };
                send(&mut desk, &engine.strikes(&words, method, tone), cut);
                assert_eq!(title(&desk), words, "{engine:?} {method:?} {tone:?}");
                for cut in [Cut::Bytes, Cut::Nowhere] {
                    let mut desk = sit(screens::add());
                    send(&mut desk, &engine.strikes(&some, method, tone), cut);
                    assert_eq!(title(&desk), some, "{engine:?} {method:?} {tone:?} {cut:?}");
                }
            }
        }
    }
}

#[test]
fn the_find_line_finds() {
    let open = || {
        let mut desk = at_list();
        desk.press("/");
        desk
    };
    everywhere("thủ tục số", open, |desk, engine| {
        assert!(
            desk.has("Tìm: thủ tục số   5 nhiệm vụ"),
            "{engine:?}\n{}",
            desk.picture()
        );
    });
}

#[test]
fn the_command_line_obeys() {
    let open = || {
        let mut desk = at_list();
        desk.press(":");
        desk
    };
    everywhere("nhật ký", open, |desk, engine| {
        desk.press("<Enter>");
        assert!(
            desk.line("CCHC").contains("Nhật ký"),
            "{engine:?}\n{}",
            desk.picture()
        );
    });
}

#[test]
fn a_list_to_choose_from_narrows() {
    let open = || sit(screens::choose_agency(None));
    everywhere("sở tư pháp", open, |desk, engine| {
        assert!(
            desk.cursor_line().contains("Sở Tư pháp"),
            "{engine:?}\n{}",
            desk.picture()
        );
    });
}

#[test]
fn the_pane_jumps() {
    let open = || {
        let mut desk = at_list();
        desk.press("<Tab>");
        desk
    };
    everywhere("sở xây dựng", open, |desk, engine| {
        assert!(desk.has("sở xây dựng"), "{engine:?}\n{}", desk.picture());
        assert!(
            desk.cursor_line().contains("SXD"),
            "{engine:?}\n{}",
            desk.picture()
        );
    });
}

#[test]
fn a_date_is_understood() {
    use cchc::domain::id::TaskId;
    let open = || sit(screens::confirm(vec![(TaskId(1237), 7)]));
    everywhere("cuối tháng", open, |desk, engine| {
        assert!(desk.has("[cuối tháng"), "{engine:?}\n{}", desk.picture());
        desk.press("<Tab>");
        assert!(desk.has("[30/06/2023"), "{engine:?}\n{}", desk.picture());
    });
}

#[test]
fn the_streams_as_they_are_written_down_give_their_text() {
    let streams = [
        (
            "to\x08ôi go\x08\x08gõ tie\x08êng\x08\x08\x08ếng Vie\x08êt\x08\x08ệt",
            "tôi gõ tiếng Việt",
        ),
        (
            "to\x7fôi go\x7fõ tieng\x7f\x7f\x7fếng Viet\x7f\x7fệt",
            "tôi gõ tiếng Việt",
        ),
        (
            "d\u{202f}\x7f\x7fđa\u{202f}\x7f\x7fấ\u{202f}\x7f\x7fất",
            "đất",
        ),
        ("d\u{200c}\x7f\x7fđang", "đang"),
        ("hoa\x08\x08òa\x08\x08\x08hoàn", "hoàn"),
        ("a\x08á\x08as ", "as"),
        ("u\x08ú\x08úe\x08\x08\x08user ", "user"),
        ("tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tiếng Việt"),
        ("tiếng Việt\r", "tiếng Việt"),
        ("d\x08đ\x08dd", "dd"),
    ];
    for (stream, text) in streams {
        for cut in [Cut::Bytes, Cut::Nowhere] {
            let mut desk = sit(screens::add());
            send(&mut desk, &[stream.as_bytes().to_vec()], cut);
            assert_eq!(title(&desk), text, "{stream:?} {cut:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn however_a_stream_is_cut_the_text_is_the_same(
        engine in 0..ENGINES.len(),
        is_vni in any::<bool>(),
        cuts in prop::collection::vec((1..7_usize, any::<bool>()), 1..30),
    ) {
        let text = "Đẩy mạnh cải cách thủ tục hành chính, người dân hài lòng";
        let method = if is_vni { Method::Vni } else { Method::Telex };
        let stream = ENGINES[engine].strikes(text, method, Tone::Last).concat();
        let mut desk = sit(screens::add());
        let (mut rest, mut cuts) = (&stream[..], cuts.into_iter().cycle());
        while !rest.is_empty() {
            let (many, is_stalled) = cuts.next().unwrap();
            let (now, later) = rest.split_at(many.min(rest.len()));
            desk.receive(now, Duration::from_millis(10));
            if is_stalled {
                desk.stall();
            }
            rest = later;
        }
        prop_assert_eq!(title(&desk), text);
    }
}
