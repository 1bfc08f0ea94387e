//! Every drill's shortest way, replayed key by key on the real sample.

use cchc::lang::EN;
use cchc::ui::practice::{DRILLS, Drill, Piece, Records};
use crossterm::event::KeyCode;

use crate::at_drills;
use crate::desk::{Desk, Office};

/// The number that the drill's sentence names; none where it names none.
fn number(desk: &Desk<Office>, drill: &Drill) -> i64 {
    if !drill.way.contains(&Piece::Number) {
        return 0;
    }
    let line = desk.screen()[1].clone();
    let after = line.split("số ").nth(1).unwrap_or_default();
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a sentence with a number")
}

/// The keys of a way, one by one, in the notation of the desk.
fn keys(drill: &Drill, number: i64) -> Vec<String> {
    let typed = |text: &str| -> Vec<String> { text.chars().map(String::from).collect() };
    let of = |piece: &Piece| match piece {
        Piece::Type(text) => typed(text),
        Piece::Number => typed(&number.to_string()),
        Piece::Text => typed("x"),
        Piece::Key(KeyCode::Enter) => vec!["<Enter>".to_owned()],
        Piece::Key(KeyCode::Down) => vec!["<Down>".to_owned()],
        Piece::Key(KeyCode::F(number)) => vec![format!("<F{number}>")],
        Piece::Key(other) => panic!("{other:?} is in no way yet"),
    };
    drill.way.iter().flat_map(of).collect()
}

fn begin(desk: &mut Desk<Office>, drill: &Drill) -> i64 {
    desk.press(&drill.key.to_string());
    desk.shows(&format!("Bài {}: ", drill.key));
    number(desk, drill)
}

#[test]
fn every_shortest_way_reaches_its_goal_with_exactly_so_many_keys() {
    let mut desk = at_drills();
    for drill in &DRILLS {
        let number = begin(&mut desk, drill);
        let keys = keys(drill, number);
        assert_eq!(keys.len(), drill.shortest(number));
        for (place, key) in keys.iter().enumerate() {
            assert!(
                !desk.has(&format!("Xong bài {}", drill.key)),
                "reached after {place} keys of {keys:?}\n{}",
                desk.picture()
            );
            desk.press(key);
        }
        desk.shows(&format!("Xong bài {}: {} phím", drill.key, keys.len()));
        desk.shows("Đúng bằng số phím ít nhất đã biết.");
        desk.press("<Esc>").shows("Bài tập phím");
    }
    // All of them stand in the list with their results.
    for drill in &DRILLS {
        let stands = |line: &String| line.chars().nth(2) == Some(drill.key) && line.contains(" · ");
        assert!(desk.screen().iter().any(stands), "{}", desk.picture());
    }
}

#[test]
fn no_way_reaches_its_goal_with_one_of_its_keys_left_out() {
    let mut desk = at_drills();
    for drill in &DRILLS {
        let number = begin(&mut desk, drill);
        let keys = keys(drill, number);
        desk.press(":q<Enter>").shows("Đã bỏ dở");
        for without in 0..keys.len() {
            begin(&mut desk, drill);
            for (place, key) in keys.iter().enumerate() {
                // A letter that was meant as text may have left the drill.
                if place != without && !is_at_list(&desk) {
                    desk.press(key);
                }
            }
            assert!(
                !desk.has(&format!("Xong bài {}", drill.key)),
                "{} needs no {:?} at {without} of {keys:?}\n{}",
                drill.key,
                keys[without],
                desk.picture()
            );
            // Out of whatever stands there: fields, forms, lists.
            leave(&mut desk);
        }
    }
}

fn is_at_list(desk: &Desk<Office>) -> bool {
    desk.screen()[0].contains("Bài tập phím")
}

/// Leaves a drill from wherever one is.
fn leave(desk: &mut Desk<Office>) {
    for _ in 0..12 {
        if is_at_list(desk) {
            return;
        }
        desk.press("<F3>");
    }
    panic!("no way back to the list\n{}", desk.picture());
}

#[test]
fn the_sentences_name_tasks_and_agencies_and_fit_in_both_languages_and_windows() {
    for (wide, high) in [(80, 24), (60, 16), (132, 43)] {
        let mut vietnamese = at_drills();
        vietnamese.resize((wide, high));
        let english = Desk::practising(&EN, (wide, high), Records::default());
        for mut desk in [vietnamese, english] {
            for drill in &DRILLS {
                desk.press(&drill.key.to_string());
                let rows = desk.screen()[1..3].join(" ");
                assert!(rows.contains(&format!(" {}: ", drill.key)), "{rows}");
                assert!(!rows.contains(['{', '}']), "{rows}");
                let ends = |row: &String| row.trim_end().ends_with('.');
                assert!(desk.screen()[1..3].iter().any(ends), "{}", desk.picture());
                desk.press(":q<Enter>");
            }
        }
    }
}
