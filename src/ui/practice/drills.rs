//! The ten drills as data: on which tasks, from where, to which goal, and the shortest way known.
//!
//! Tasks are found by the words of a filter, never by number, so that another sample has its drills too.
//! Whether the ways are true is proved by `tests/practice`.

use crossterm::event::{KeyCode, KeyModifiers};

use super::goal::Step;
use crate::domain::query::Order;
use crate::domain::transition::Deed;
use crate::ui::keys;

/// Where a drill begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// At home.
    Home,
    /// In the list that these words of the filter mean, in this order.
    List(&'static str, Order),
}

/// A piece of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Typed as it stands.
    Type(&'static str),
    /// The number of the first task, right behind what was typed before.
    Number,
    /// A text of one's own; one letter is enough.
    Text,
    /// One key that is no letter.
    Key(KeyCode),
}

/// A drill; its words have the same place in `lang`.
#[derive(Debug)]
pub struct Drill {
    /// The key that begins it, and its name in the records.
    pub key: char,
    /// The filter that finds its tasks, and their order.
    pub cast: (&'static str, Order),
    /// Which of the tasks found, counted from 0; none where it needs none.
    pub picks: &'static [usize],
    /// Where it begins.
    pub start: Start,
    /// What has to be reached, one after the other.
    pub goal: &'static [Step],
    /// The shortest way known.
    pub way: &'static [Piece],
}

use Piece::{Number, Text, Type};

const ENTER: Piece = Piece::Key(KeyCode::Enter);
const DOWN: Piece = Piece::Key(KeyCode::Down);

const fn f(number: u8) -> Piece {
    Piece::Key(KeyCode::F(number))
}

/// Every drill, in the order of the list.
pub const DRILLS: [Drill; 10] = [
    Drill {
        key: '1',
        cast: ("quá hạn", Order::Newest),
        picks: &[0],
        start: Start::List("", Order::Newest),
        goal: &[Step::At],
        way: &[Type("+")],
    },
    Drill {
        key: '2',
        cast: ("", Order::Urgency),
        picks: &[],
        start: Start::Home,
        goal: &[Step::Shows("cq:sxd")],
        way: &[f(4), Type("sx"), ENTER],
    },
    Drill {
        key: '3',
        cast: ("quá hạn", Order::Urgency),
        // Far enough down that its number is the shortest way to it.
        picks: &[18],
        start: Start::Home,
        goal: &[Step::Explained],
        way: &[Type(":"), Number, ENTER, f(1)],
    },
    Drill {
        key: '4',
        cast: ("tt:đang cq:snv", Order::Urgency),
        picks: &[8],
        start: Start::Home,
        goal: &[Step::Reported(70)],
        way: &[
            Type(":"),
            Number,
            ENTER,
            Type("2"),
            Type("70"),
            ENTER,
            Text,
            ENTER,
        ],
    },
    Drill {
        key: '5',
        cast: ("tt:chưa cq:snv", Order::Urgency),
        picks: &[0, 1, 2],
        start: Start::List("tt:chưa cq:snv", Order::Urgency),
        goal: &[Step::Done(Deed::Accept)],
        way: &[Type("111"), ENTER, ENTER],
    },
    Drill {
        key: '6',
        cast: ("tt:chờ \"chờ tôi\"", Order::Urgency),
        picks: &[0, 2, 3, 4, 7, 9, 10, 11],
        start: Start::Home,
        goal: &[Step::Done(Deed::Confirm)],
        way: &[
            Type("3"),
            Type("9"),
            DOWN,
            Type("999"),
            DOWN,
            DOWN,
            Type("9"),
            DOWN,
            Type("999"),
            ENTER,
            ENTER,
        ],
    },
    Drill {
        key: '7',
        cast: ("", Order::Urgency),
        picks: &[],
        start: Start::List("", Order::Urgency),
        goal: &[Step::Shows("thư xin lỗi")],
        way: &[Type("/thu xin loi"), ENTER],
    },
    Drill {
        key: '8',
        cast: ("", Order::Urgency),
        picks: &[],
        start: Start::Home,
        goal: &[Step::Kept("cq:stc quá hạn")],
        way: &[
            Type("+"),
            f(7),
            Type("cq:stc"),
            ENTER,
            f(8),
            f(6),
            Text,
            ENTER,
        ],
    },
    Drill {
        key: '9',
        cast: ("quá hạn", Order::Urgency),
        picks: &[0],
        start: Start::Home,
        goal: &[Step::Done(Deed::Urge), Step::TakenBack],
        way: &[Type("+"), Type("8"), ENTER, Text, f(10), f(9)],
    },
    Drill {
        key: '0',
        cast: ("", Order::Urgency),
        picks: &[],
        start: Start::Home,
        goal: &[Step::Entered {
            agency: "STC",
            due: (2023, 6, 30),
        }],
        way: &[
            f(6),
            Text,
            ENTER,
            ENTER,
            ENTER,
            Type("stc"),
            ENTER,
            ENTER,
            ENTER,
            Type("30/6/23"),
            f(10),
        ],
    },
];

impl Drill {
    /// How many keys the shortest way takes, where the first task has this number.
    #[must_use]
    pub fn shortest(&self, number: i64) -> usize {
        let of = |piece: &Piece| match piece {
            Piece::Type(text) => text.chars().count(),
            Piece::Number => number.to_string().len(),
            Piece::Text | Piece::Key(_) => 1,
        };
        self.way.iter().map(of).sum()
    }

    /// The shortest way in the names of the key table; words stand in quotes, and a text of one's own is
    /// called `own`.
    #[must_use]
    pub fn spelled(&self, number: i64, own: &str) -> String {
        let mut words: Vec<String> = Vec::new();
        for piece in self.way {
            match piece {
                Piece::Type(text) => words.push(quoted(text)),
                Piece::Number => {
                    let before = words.pop().unwrap_or_default();
                    words.push(format!("{before}{number}"));
                }
                Piece::Text => words.push(format!("({own})")),
                Piece::Key(code) => words.push(keys::name(*code, KeyModifiers::NONE)),
            }
        }
        words.join(" ")
    }
}

/// What is typed: words in quotes, single keys and numbers bare.
fn quoted(typed: &str) -> String {
    let letters = typed.chars().filter(|letter| letter.is_alphabetic());
    match letters.count() {
        0 | 1 => typed.to_owned(),
        _ => format!("\"{typed}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_counted_and_spelled_with_the_number_of_the_task() {
        let [_, _, third, ..] = &DRILLS;
        assert_eq!(third.shortest(1234), 7);
        assert_eq!(third.spelled(1234, "chữ"), ":1234 Enter F1");
        let [_, second, _, fourth, ..] = &DRILLS;
        assert_eq!(fourth.spelled(7, "chữ"), ":7 Enter 2 70 Enter (chữ) Enter");
        assert_eq!(second.spelled(0, "chữ"), "F4 \"sx\" Enter");
    }

    #[test]
    fn every_drill_has_a_key_of_its_own_and_a_digit() {
        for (place, drill) in DRILLS.iter().enumerate() {
            assert_eq!(drill.key.to_digit(10), Some((place as u32 + 1) % 10));
        }
    }
}
