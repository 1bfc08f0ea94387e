//! Việc hôm nay: figures that open the tasks behind them.

mod desk;

use cchc::domain::concern::Concern;
use cchc::domain::count::{AgencyCounts, AreaCounts, Counts, Home};
use cchc::domain::error::Error;
use cchc::domain::filter::{describe, parse};
use cchc::domain::id::{AgencyId, AreaId};
use cchc::domain::user::Role;
use cchc::lang::VI;
use cchc::ui::screen::Unsaved;
use cchc::ui::screens;
use cchc::ui::setup::Setup;
use cchc::work::request::{Answer, Facts, Request};
use desk::{Desk, agency, day, facts};

fn figures() -> Home {
    let row = |code: &str, late, due, open, soon, (original, judged): (i64, i64)| AgencyCounts {
        agency: agency(code),
        counts: Counts {
            late,
            open,
            due_soon: soon,
            done_on_original: original,
            done_on_time: judged - 1,
            done_late: 1,
            ..Counts::default()
        },
        oldest_overdue: Some(day(due)),
    };
    Home {
        counts: [
            (Concern::Overdue, 37),
            (Concern::NewlyOverdue, 2),
            (Concern::DueSoon, 12),
            (Concern::ToConfirm, 6),
            (Concern::ExtensionsAsked, 2),
            (Concern::Disputed, 1),
            (Concern::ToReview, 11),
            (Concern::Orphans, 23),
            (Concern::Returned, 3),
        ]
        .into(),
        oldest: [(Concern::ToConfirm, day("2023-06-09"))].into(),
        newly_overdue: 2,
        newly_by_agency: [(agency("STTTT"), 1)].into(),
        areas: vec![AreaCounts {
            area: AreaId(1),
            counts: Counts {
                late: 9,
                open: 40,
                ..Counts::default()
            },
            newly_overdue: 2,
            oldest_overdue: Some(day("2023-05-12")),
        }],
        worst: vec![
            row("SNV", 4, "2023-06-05", 31, 5, (24, 27)),
            row("STTTT", 3, "2023-05-12", 22, 2, (10, 14)),
            row("STNMT", 3, "2023-05-25", 24, 0, (13, 17)),
            row("Q4", 2, "2023-04-14", 9, 1, (3, 6)),
            row("VPUB", 2, "2023-06-12", 18, 2, (12, 13)),
        ],
        total: Counts {
            late: 37,
            open: 412,
            no_due: 118,
            done_on_time: 541,
            done_late: 44,
            ..Counts::default()
        },
        ..Home::default()
    }
}

fn answer(figures: &mut Home, request: &Request) -> Result<Answer, Error> {
    match request {
        Request::Home => Ok(Answer::Home(Box::new(figures.clone()))),
        other => Err(Error::NoTask(format!("{other:?}"))),
    }
}

fn at(size: (u16, u16), facts: Facts, recovered: Vec<Unsaved>) -> Desk<Home> {
    let interrupted = (!recovered.is_empty()).then(|| "10:42".to_owned());
    Desk::new(
        size,
        facts,
        screens::home(recovered, interrupted),
        figures(),
        answer,
    )
}

fn draft() -> Unsaved {
    Unsaved {
        place: "add".to_owned(),
        fields: vec![("title".to_owned(), "Rà soát".to_owned())],
    }
}

#[test]
fn home_says_what_needs_me_who_is_late_and_both_shares() {
    let desk = at((80, 24), facts(), vec![draft()]);
    println!("{}", desk.picture());
    desk.shows(">1  Quá hạn, do tôi theo dõi")
        .shows("Mới quá hạn, hạn từ")
        .shows("từ ngày làm việc trước");
    assert!(desk.line("Quá hạn, do tôi").ends_with(" 37"));
    desk.shows("lâu nhất 4 ngày làm việc");
    desk.shows("Sở Nội vụ")
        .shows("8 ngày")
        .shows("88,9% (24/27)");
    desk.shows("Toàn Thành phố: 1.115 nhiệm vụ · 585 hoàn thành (541 đúng hạn, 44 trễ)");
    desk.shows("13,0% (81/622)").shows("7,3% (81/1.115)");
    desk.shows("Lần trước, lúc 10:42, còn 1 nội dung nhập dở: F10 khôi phục");
    desk.shows("F3 Thoát").shows("F4 Cơ quan").shows("F2 Nhập");
}

#[test]
fn large_numbers_stand_apart_in_the_table() {
    let mut many = figures();
    many.worst[0].counts = Counts {
        late: 603,
        open: 1_540,
        done_on_original: 10_212,
        done_on_time: 11_036,
        done_late: 1,
        ..Counts::default()
    };
    let desk = Desk::new(
        (80, 24),
        facts(),
        screens::home(Vec::new(), None),
        many,
        answer,
    );
    println!("{}", desk.picture());
    // What a share is made of gives way to the share.
    assert!(desk.line("1.540").ends_with("  1.540              92,5%"));
}

#[test]
fn what_was_left_is_in_its_form_wherever_that_is_opened_and_gone_once_it_is_saved() {
    let left = vec![draft()];
    let home = screens::home(left.clone(), Some("10:42".to_owned()));
    let mut desk = Desk::at_sample((80, 24), "cv.snv", home);
    assert_eq!(desk.app().unsaved(), left);
    desk.shows("còn 1 nội dung nhập dở");
    // Not by F10, but by the key of the form.
    desk.press("<F6>").shows("Rà soát");
    assert_eq!(desk.app().unsaved(), left);
    desk.press("<Tab><Tab><Tab>snv<F10>")
        .shows("Đã giao nhiệm vụ");
    desk.press("<Esc>").hides("nhập dở");
    assert_eq!(desk.app().unsaved(), []);
    // What is begun now is no matter of last time.
    desk.press("<F6>Việc khác<Esc>").hides("Lần trước");
    assert_eq!(desk.app().unsaved().len(), 1);
}

/// Home at a terminal that was never seen before.
fn at_a_new_terminal(recovered: Vec<Unsaved>, notice: Option<&str>) -> Desk<Home> {
    let mut setup = Setup::plain(&VI);
    setup.terminal.is_new = true;
    setup.notice = notice.map(str::to_owned);
    let home = screens::home(recovered, Some("10:42".to_owned()));
    Desk::set_up(setup, (80, 24), facts(), home, figures(), answer)
}

#[test]
fn at_a_new_terminal_what_was_left_is_said_first_and_the_terminal_after_it() {
    let mut desk = at_a_new_terminal(vec![draft()], None);
    desk.shows("F10 khôi phục").hides("Thiết bị mới");
    desk.press("<Down>").shows("Thiết bị mới: Ctrl-O");
    desk.press("<Down>").shows("F10 khôi phục");
    desk.press("<Down>").hides("Thiết bị mới");
    // What a key says comes before it, and it is not lost.
    let mut desk = at_a_new_terminal(vec![draft()], None);
    desk.press("z").shows("Phím z").hides("Thiết bị mới");
    desk.press("<Down>").shows("Thiết bị mới");
    // Where nothing was left it stands from the beginning.
    at_a_new_terminal(Vec::new(), None).shows("Thiết bị mới");
    let mut desk = at_a_new_terminal(vec![draft()], Some("3 lỗi trong cấu hình"));
    desk.shows("F10 khôi phục");
    desk.press("<Down>").shows("3 lỗi trong cấu hình");
    desk.press("<Down>").shows("Thiết bị mới");
    desk.press("<Down>").shows("F10 khôi phục");
}

#[test]
fn of_several_forms_that_were_left_each_is_opened_in_its_turn() {
    let of = |place: &str, field: &str, text: &str| Unsaved {
        place: place.to_owned(),
        fields: vec![(field.to_owned(), text.to_owned())],
    };
    let left = vec![
        draft(),
        of("account", "login", "cv.moi"),
        of("edit:12", "reason", "Gõ nhầm"),
    ];
    let home = screens::home(left.clone(), None);
    let mut desk = Desk::at_sample((80, 24), "cv.snv", home);
    desk.press("<F10>").shows("Gõ nhầm");
    desk.press("<Esc>").shows("F10 khôi phục");
    desk.press("<F10>").shows("Rà soát");
    desk.press("<Esc>");
    let mut unsaved = desk.app().unsaved();
    unsaved.sort_by(|one, other| one.place.cmp(&other.place));
    assert_eq!(unsaved.len(), 3, "{unsaved:?}");
}

#[test]
fn the_line_under_the_cursor_is_known_without_colour() {
    let mut desk = at((80, 24), facts(), Vec::new());
    assert!(desk.cursor_line().contains("Quá hạn, do tôi"));
    desk.press("<Down><Down>");
    assert!(desk.cursor_line().contains(">3  Chờ tôi xác nhận"));
    desk.press("<Tab>");
    assert!(desk.cursor_line().contains(">Sở Nội vụ"));
    desk.press("<End>");
    assert!(desk.cursor_line().contains("Văn phòng UBND Thành phố"));
}

#[test]
fn a_clerk_sees_the_lines_of_the_own_agency() {
    let mut facts = facts();
    facts.user.role = Role::Clerk;
    facts.user.agency = Some(agency("STTTT"));
    let desk = at((80, 24), facts, Vec::new());
    desk.shows("Quá hạn của đơn vị")
        .shows("Bị trả lại, phải làm tiếp");
    desk.shows("Sở Thông tin và Truyền thông: 1.115 nhiệm vụ");
    desk.hides("Chờ tôi xác nhận");
}

#[test]
fn news_asks_for_the_figures_again() {
    let mut desk = at((80, 24), facts(), Vec::new());
    desk.office.counts.insert(Concern::Overdue, 36);
    desk.tell(Default::default());
    assert!(desk.line("Quá hạn, do tôi").ends_with(" 36"));
}

#[test]
fn no_size_makes_home_fail() {
    let mut desk = at((80, 24), facts(), vec![draft()]);
    for wide in [1, 2, 5, 20, 40, 60, 76, 80, 100, 132, 200] {
        for high in [1, 2, 3, 8, 12, 16, 20, 24, 43, 60] {
            desk.resize((wide, high)).press("<Down>");
        }
    }
    let mut desk = at((60, 16), facts(), Vec::new());
    desk.shows("Cần rà soát sau khi nhập")
        .shows("Toàn Thành phố");
    println!("{}", desk.picture());
    println!("{}", desk.resize((132, 43)).picture());
    assert_eq!(agency("SNV"), AgencyId(5));
}

/// What home asks in a real session, and what it is answered.
#[test]
fn each_line_opens_exactly_the_tasks_that_it_counts_for_everybody() {
    let mut seen = std::collections::BTreeMap::new();
    for login in ["cv.snv", "cv.vpub", "cv.stttt", "cv.stc", "ld.ubnd"] {
        let mut desk = Desk::at_sample((132, 43), login, screens::home(Vec::new(), None));
        let figures = match desk.office.answer(&Request::Home) {
            Ok(Answer::Home(figures)) => *figures,
            other => panic!("{other:?}"),
        };
        let user = desk.office.user().clone();
        for (place, (digit, concern)) in Concern::lines(user.role).iter().enumerate() {
            let figure = figures.count(*concern);
            seen.insert(*concern, seen.get(concern).copied().unwrap_or(0) + figure);
            let before = desk.asked().len();
            match digit {
                Some(digit) => desk.press(&digit.to_string()),
                None => desk.press(&format!("<Home>{}<Enter>", "<Down>".repeat(place))),
            };
            let query = desk.asked()[before..].iter().find_map(|asked| match asked {
                Request::Page { query, .. } => Some(query.clone()),
                _ => None,
            });
            let query = query.unwrap_or_else(|| panic!("{login}, {concern:?}: {}", desk.picture()));
            let counted = match desk.office.answer(&Request::Count {
                query: query.clone(),
            }) {
                Ok(Answer::Count(tally)) => tally.count,
                other => panic!("{other:?}"),
            };
            assert_eq!(counted, figure, "{login}, {concern:?}: {query:?}");
            // The words that stand above the list mean the same tasks.
            let words = describe(&query.filter, &desk.office.facts().filter_context());
            let read = parse(&words, &desk.office.facts().filter_context());
            assert_eq!(read.as_ref(), Ok(&query.filter), "{login}: {words}");
            desk.press("<F3>");
        }
    }
    println!("{seen:?}");
}
