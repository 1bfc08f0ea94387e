//! Nothing is said by colour or by a sign alone.

use cchc::lang::{EN, VI};
use cchc::ui::theme::ThemeName;

use crate::journeys::{self, FROM_HOME, FROM_TASKS, look};

#[test]
fn a_screen_says_the_same_with_colour_and_without() {
    for words in [&VI, &EN] {
        let mut plain = journeys::before_extremes(look(words, ThemeName::Mono), journeys::tasks());
        let mut coloured =
            journeys::before_extremes(look(words, ThemeName::Dark), journeys::tasks());
        for stop in FROM_TASKS {
            plain.press(stop.1);
            coloured.press(stop.1);
            for size in [(132, 43), (40, 10), (80, 24)] {
                let (plain, coloured) = (plain.resize(size), coloured.resize(size));
                assert_eq!(plain.screen(), coloured.screen(), "{}", stop.0);
                assert_eq!(plain.cursor(), coloured.cursor(), "{}", stop.0);
            }
        }
    }
    let mut plain = journeys::before_sample(look(&VI, ThemeName::Mono), "cv.snv", journeys::home());
    let mut coloured =
        journeys::before_sample(look(&VI, ThemeName::Dark), "cv.snv", journeys::home());
    for stop in FROM_HOME {
        assert_eq!(
            plain.press(stop.1).screen(),
            coloured.press(stop.1).screen()
        );
    }
}

#[test]
fn every_sign_is_also_said_in_digits_or_words() {
    for (words, awaiting, review) in [(&VI, "Chờ", "cần rà soát"), (&EN, "Await", "to be rev")]
    {
        for size in [(132, 43), (80, 24), (60, 16), (40, 10), (20, 6)] {
            let mut desk =
                journeys::before_extremes(look(words, ThemeName::Mono), journeys::tasks());
            desk.resize(size);
            for view in 0..3 {
                desk.press("<Home>");
                let mut seen = 0;
                for _ in 0..42 {
                    let line = desk.cursor_line();
                    let at = desk.cursor().map_or(0, |at| usize::from(at.x));
                    let sign = line.chars().nth(at.saturating_sub(2)).unwrap_or(' ');
                    let row: String = line.chars().skip(at + 1).collect();
                    let is_said = match sign {
                        '!' => row.contains(" -"),
                        '~' => row.split(' ').any(|word| word.parse::<u32>().is_ok()),
                        '=' => row.contains(awaiting) || desk.has(awaiting),
                        '?' => desk.has(review),
                        _ => true,
                    };
                    seen += usize::from(sign != ' ');
                    assert!(
                        is_said,
                        "{sign} at {size:?} in view {view}\n{}",
                        desk.picture()
                    );
                    desk.press("<Down>");
                }
                assert!(
                    seen > 6,
                    "the signs were looked at: {seen}\n{}",
                    desk.picture()
                );
                desk.press("<F11>");
            }
        }
    }
}

#[test]
fn the_legend_of_the_signs_is_one_key_away() {
    let mut desk = journeys::before_extremes(look(&VI, ThemeName::Mono), journeys::tasks());
    desk.press("<F1>");
    for said in [
        "! quá hạn",
        "~ sắp đến hạn",
        "= chờ xác nhận",
        "? cần rà soát",
    ] {
        desk.shows(said);
    }
}
