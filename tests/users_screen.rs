//! "Người dùng" as an administrator uses it, what everybody else sees of it, and who else is on.

#![allow(clippy::panic)] // a story that cannot go on fails

#[path = "desk/mod.rs"]
mod desk;

use std::time::Duration;

use cchc::domain::change::News;
use cchc::domain::id::TaskId;
use cchc::domain::present::{Beside, Standing};
use cchc::domain::transition::{Deed, Particulars};
use cchc::domain::user::{Account, Role};
use cchc::store::{Access, Store};
use cchc::ui::screens;
use cchc::work::files::Files;
use cchc::work::request::users::{Ask, Told};
use cchc::work::request::{Answer, Edits, OperationKey, Request, Wish};
use cchc::work::session::{Session, SessionSetup};
use desk::{Desk, Office};

fn sit(login: &str) -> Desk<Office> {
    Desk::at_sample((80, 24), login, screens::users())
}

/// Role, agency's code and whether it is closed, of the account of this login.
fn account(desk: &mut Desk<Office>, login: &str) -> (String, Option<i64>, bool) {
    let answer = desk.office.answer(&Request::Users(Ask::List));
    let Ok(Answer::Users(Told::List(all))) = answer else {
        panic!("{answer:?}");
    };
    let found = all.into_iter().find(|it| it.account.user.login == login);
    let account = found.unwrap_or_else(|| panic!("no {login}")).account;
    let agency = account.user.agency.map(|id| id.0);
    (
        account.user.role.code().to_owned(),
        agency,
        account.is_disabled,
    )
}

#[test]
fn an_administrator_enters_an_account_and_takes_it_back() {
    let mut desk = sit("qt.snv");
    desk.shows("Quản trị: người dùng").shows("đang dùng");
    desk.press("<F6>").shows("Thêm người dùng");
    desk.press("cv.stp-2<Tab>chuyên viên đơn vị<Tab>STP<F10>");
    desk.shows("Đã ghi tài khoản cv.stp-2");
    let (role, agency, is_closed) = account(&mut desk, "cv.stp-2");
    assert_eq!(
        (role.as_str(), agency.is_some(), is_closed),
        ("clerk", true, false)
    );
    desk.press("<F9>").shows("Đã hoàn tác: tài khoản cv.stp-2.");
    assert!(account(&mut desk, "cv.stp-2").2);
    desk.press("stp-2").shows("đã khóa");
}

#[test]
fn the_cursor_is_on_the_account_that_was_saved() {
    let mut desk = sit("qt.snv");
    // One further down the list, and one that what was typed leaves out.
    for (typed, login) in [("", "zz.moi"), ("stp", "cv.moi")] {
        desk.press(&format!("{typed}<F6>{login}<Tab>người xem<F10>"));
        desk.shows(&format!("Đã ghi tài khoản {login}"));
        desk.press("<F10>")
            .shows(&format!("Khóa tài khoản {login}?"));
        desk.press("<Esc>");
    }
}

#[test]
fn a_wide_window_shows_the_whole_last_save_and_a_narrow_one_role_and_state() {
    let mut desk = Desk::at_sample((132, 43), "qt.snv", screens::users());
    desk.press("snv");
    let screen = desk.screen();
    let row = screen.iter().find(|line| line.contains("/2023 "));
    let row = row.unwrap_or_else(|| panic!("no last save on\n{}", desk.picture()));
    assert!(!row.contains('…'), "{row}");
    let desk = Desk::at_sample((60, 16), "qt.snv", screens::users());
    desk.shows("đang dùng").shows("chuyên viên đơn vị");
    desk.shows("F10 khóa, mở");
}

#[test]
fn what_is_wrong_with_an_account_is_said_and_what_was_typed_stays() {
    let mut desk = sit("qt.snv");
    desk.press("<F6>Nguyen Van A<Tab>người xem<F10>");
    desk.shows("tên tài khoản là 2-32").shows("Nguyen Van A");
    desk.press("<C-u>cv.moi<Tab>chuyên viên đơn vị<F10>");
    desk.shows("phải thuộc một cơ quan");
    desk.press("STC<F10>").shows("Đã ghi tài khoản cv.moi");
}

#[test]
fn what_was_typed_for_a_new_account_is_there_again_after_esc_until_it_is_saved() {
    let mut desk = sit("qt.snv");
    desk.press("<F6>cv.moi<Tab>chuyên viên đơn vị<Esc>");
    desk.hides("cv.moi");
    desk.press("<F6>")
        .shows("cv.moi")
        .shows("chuyên viên đơn vị");
    desk.press("<Tab><Tab>STC<F10>")
        .shows("Đã ghi tài khoản cv.moi");
    desk.press("<F6>").shows("Thêm người dùng").hides("cv.moi");
}

#[test]
fn what_was_emptied_again_is_not_there_after_a_hang_up() {
    let mut desk = sit("qt.snv");
    desk.press("<F6>cv.moi<Esc>");
    assert_eq!(desk.app().unsaved().len(), 1);
    // Emptied, and the line is cut before the form is left.
    desk.press("<F6>").shows("cv.moi");
    desk.press("<C-u>");
    assert_eq!(desk.app().unsaved(), []);
    // The same where a past day takes the screens away.
    desk.press("<Esc><F6>cv.moi<Esc><F6><C-u><Esc><F6>")
        .hides("cv.moi");
}

#[test]
fn what_another_administrator_changes_stands_beside_what_one_is_typing() {
    let mut desk = sit("qt.snv");
    desk.press("cv.stp<Enter>lãnh").shows("[lãnh ");
    let answer = desk.office.answer(&Request::Users(Ask::List));
    let Ok(Answer::Users(Told::List(all))) = answer else {
        panic!("{answer:?}");
    };
    let mut accounts = all.into_iter().map(|it| it.account);
    let seen = accounts.find(|it| it.user.login == "cv.stp");
    let seen = seen.expect("an account");
    let mut wanted = seen.clone();
    let facts = desk.office.facts().clone();
    let other = facts.agencies.iter().find(|it| it.code == "STC");
    wanted.user.agency = other.map(|it| it.id);
    let (key, seen) = (OperationKey::fresh(), Some(seen));
    let save = Request::Users(Ask::Save { key, seen, wanted });
    desk.office.answer(&save).expect("saved");
    desk.tell(News {
        facts: true,
        ..News::default()
    });
    desk.shows("[lãnh ").shows("Sở Tài chính");
    desk.press(" đạo<F10>").shows("Đã ghi tài khoản cv.stp.");
    let (role, agency, _) = account(&mut desk, "cv.stp");
    assert_eq!((role.as_str(), agency), ("leader", other.map(|it| it.id.0)));
}

#[test]
fn an_account_is_closed_by_two_keys_and_opened_again() {
    let mut desk = sit("qt.snv");
    desk.press("stp<F10>").shows("Khóa tài khoản cv.stp?");
    desk.press("<Esc>").hides("Khóa tài khoản cv.stp?");
    assert!(!account(&mut desk, "cv.stp").2);
    // The same key again is a slip of the finger, and closes nobody's account.
    desk.press("<F10><F10>").shows("Khóa tài khoản cv.stp?");
    assert!(!account(&mut desk, "cv.stp").2);
    desk.press("<Enter>").shows("Đã khóa tài khoản cv.stp.");
    assert!(account(&mut desk, "cv.stp").2);
    desk.press("<F10>").shows("Mở lại tài khoản cv.stp?");
    desk.press("<F10>").shows("Đã mở lại tài khoản cv.stp.");
    assert!(!account(&mut desk, "cv.stp").2);
}

#[test]
fn f4_moves_an_account_to_another_agency() {
    let mut desk = sit("qt.snv");
    let (_, before, _) = account(&mut desk, "cv.stp");
    desk.press("cv.stp<F4>STC<Enter>")
        .shows("Sửa người dùng: cv.stp");
    desk.press("<F10>").shows("Đã ghi tài khoản cv.stp.");
    assert_ne!(account(&mut desk, "cv.stp").1, before);
}

#[test]
fn nobody_changes_the_own_role_and_others_only_look() {
    let mut desk = sit("qt.snv");
    desk.press("qt.snv<F10><Enter>").shows("không tự khóa");
    let mut desk = sit("cv.snv");
    // Said before anything is tried.
    desk.shows("Chỉ quản trị được sửa tài khoản");
    for key in ["<F6>", "<Enter>", "<F4>", "<F10>"] {
        desk.press(key).shows("Chỉ quản trị được sửa tài khoản");
    }
    desk.shows("Quản trị: người dùng");
}

#[test]
fn the_list_is_reached_from_administration_and_by_its_name() {
    let mut desk = Desk::at_sample((80, 24), "cv.snv", screens::agencies_in_time());
    desk.press("<F2>").shows("Quản trị: người dùng");
    desk.press(":đang làm<Enter>").shows("Đang làm việc");
    desk.press("<Esc>:người dùng<Enter>")
        .shows("Quản trị: người dùng");
    desk.press("<F1>").shows("Mỗi người vào bằng một tài khoản");
}

#[test]
fn what_another_session_of_the_login_saved_is_taken_back_only_when_asked_twice() {
    let mut desk = sit("qt.snv");
    let is_closed = |desk: &mut Desk<Office>| account(desk, "cv.stp").2;
    become_of(&mut desk, "cv.stp", |account| account.is_disabled = true);
    let offer = "F9 lần nữa hoàn tác tài khoản cv.stp (phiên khác, 15/06/2023 12:00).";
    desk.press("<F9>").shows(offer);
    assert!(is_closed(&mut desk), "nobody asked for it yet");
    // Any other key forgets it: it is said again.
    desk.press("<Down>").hides("lần nữa");
    desk.press("<F9>").shows(offer);
    assert!(is_closed(&mut desk), "it was only said");
    desk.press("<F9>").shows("Đã hoàn tác: tài khoản cv.stp.");
    assert!(!is_closed(&mut desk), "and now it is");
    // That was done here, and is done again without more ado.
    desk.press("<C-r>").shows("Đã làm lại: tài khoản cv.stp.");
    assert!(is_closed(&mut desk));
}

#[test]
fn the_command_that_takes_back_is_given_twice_as_well_and_another_command_forgets() {
    let home = screens::home(Vec::new(), None);
    let mut desk = Desk::at_sample((80, 24), "qt.snv", home);
    become_of(&mut desk, "cv.stp", |account| account.is_disabled = true);
    let offer = "F9 lần nữa hoàn tác tài khoản cv.stp";
    desk.press(":hoàn tác<Enter>").shows(offer);
    for other in [":<Esc>", ":nhật ký<Enter><F3>", ":lịch<Enter><F3>"] {
        desk.press(other).press("<F9>").shows(offer);
    }
    desk.press(":hoàn tác<Enter>")
        .shows("Đã hoàn tác: tài khoản cv.stp.");
}

#[test]
fn a_task_that_another_session_saved_is_named_by_its_code() {
    let mut desk = Desk::at_sample((80, 24), "cv.snv", screens::home(Vec::new(), None));
    let task = another_session(&desk, "cv.snv", |session| {
        let ids = vec![TaskId(1242)];
        let Ok(Answer::Tasks(tasks)) = session.answer(&Request::Tasks { ids }) else {
            panic!("no task");
        };
        let edits = Edits {
            product: Some("Tờ trình".to_owned()),
            ..Edits::default()
        };
        let (key, id, seen) = (OperationKey::fresh(), tasks[0].id, tasks[0].version);
        let edit = Request::Edit {
            key,
            id,
            seen,
            edits,
        };
        let answer = session.answer(&edit);
        assert!(
            matches!(&answer, Ok(Answer::Saved(saved)) if saved.left.is_empty()),
            "{answer:?}"
        );
        tasks[0].clone()
    });
    let product = |desk: &mut Desk<Office>| {
        let ids = vec![task.id];
        match desk.office.answer(&Request::Tasks { ids }) {
            Ok(Answer::Tasks(tasks)) => tasks[0].product.clone(),
            other => panic!("{other:?}"),
        }
    };
    let code = &task.code;
    desk.press("<F9>").shows(&format!(
        "F9 lần nữa hoàn tác nhiệm vụ {code} (phiên khác, 15/06/2023 12:00)."
    ));
    assert_eq!(product(&mut desk), "Tờ trình");
    desk.press("<F9>")
        .shows(&format!("Đã hoàn tác: nhiệm vụ {code}. Ctrl-R làm lại."));
    assert_eq!(product(&mut desk), task.product);
}

#[test]
fn a_clerk_of_another_agency_by_now_hears_why_a_group_is_left_as_it_is() {
    let home = screens::home(Vec::new(), None);
    let mut desk = Desk::at_sample((80, 24), "cv.stttt", home);
    another_session(&desk, "cv.stttt", |session| {
        let id = TaskId(1243);
        let Ok(Answer::Tasks(tasks)) = session.answer(&Request::Tasks { ids: vec![id] }) else {
            panic!("no task");
        };
        let wish = Wish {
            id,
            seen: tasks[0].version,
            deed: Deed::Progress,
            given: Particulars {
                percent: Some(97),
                ..Particulars::default()
            },
        };
        let (key, wishes) = (OperationKey::fresh(), vec![wish]);
        let answer = session.answer(&Request::Perform { key, wishes });
        assert!(
            matches!(&answer, Ok(Answer::Saved(saved)) if saved.left.is_empty()),
            "{answer:?}"
        );
    });
    let agency = another_session(&desk, "cv.stc", |session| session.user().agency);
    become_of(&mut desk, "cv.stttt", |account| {
        account.user.agency = agency
    });
    let _ = desk.office.answer(&Request::News);
    desk.press("<F9><F9>")
        .shows("Không nhiệm vụ nào được hoàn tác; 1 để nguyên: của cơ quan khác.");
}

/// So many tasks were asked for and entered.
fn created(desk: &Desk<Office>) -> usize {
    let path = desk.office.tray().with_file_name("sample.db");
    let store = Store::open(&path, Access::Look).expect("the database");
    let log = store.log(None, None, 20).expect("the log");
    log.iter().filter(|change| change.what == "create").count()
}

/// What somebody does in a session of their own beside the desk.
fn another_session<T>(desk: &Desk<Office>, login: &str, deed: impl FnOnce(&mut Session) -> T) -> T {
    let path = desk.office.tray().with_file_name("sample.db");
    let store = Store::open(&path, Access::Write).expect("the database");
    let setup = SessionSetup {
        login: login.to_owned(),
        today: None,
        origin: "test".to_owned(),
        is_own_file: false,
        is_named: false,
        files: Files::Anywhere,
        clock: Box::new(|| "2023-06-15T05:00:00Z".parse().expect("a moment")),
    };
    deed(&mut Session::open(store, setup).expect("a session"))
}

/// An administrator makes something else of an account, in a session of their own.
fn become_of(desk: &mut Desk<Office>, login: &str, change: impl FnOnce(&mut Account)) {
    another_session(desk, "qt.snv", |session| {
        let Ok(Answer::Users(Told::List(all))) = session.answer(&Request::Users(Ask::List)) else {
            panic!("no accounts");
        };
        let mut accounts = all.into_iter().map(|it| it.account);
        let seen = accounts.find(|it| it.user.login == login);
        let seen = seen.expect("an account");
        let mut wanted = seen.clone();
        change(&mut wanted);
        let (key, seen) = (OperationKey::fresh(), Some(seen));
        let save = Request::Users(Ask::Save { key, seen, wanted });
        session.answer(&save).expect("saved");
    });
}

#[test]
fn who_becomes_somebody_else_in_the_midst_of_a_form_loses_nothing_and_saves_nothing() {
    type Change = fn(&mut Account);
    let viewer: Change = |account| account.user.role = Role::Viewer;
    let closed: Change = |account| account.is_disabled = true;
    for (change, sentence) in [(viewer, "không được"), (closed, "bị khóa")] {
        for has_news in [false, true] {
            let home = screens::home(Vec::new(), None);
            let mut desk = Desk::at_sample((80, 24), "cv.snv", home);
            let before = created(&desk);
            desk.press("<F6>Rà soát biểu mẫu<Tab><Tab><Tab>snv");
            become_of(&mut desk, "cv.snv", change);
            if has_news {
                let _ = desk.office.answer(&Request::News);
                desk.tell(News {
                    facts: true,
                    ..News::default()
                });
            }
            desk.press("<F10>")
                .shows("Rà soát biểu mẫu")
                .shows(sentence);
            assert_eq!(created(&desk), before);
            desk.press("<Esc>");
            let unsaved = desk.app().unsaved();
            assert_eq!(unsaved[0].place, "add", "{unsaved:?}");
        }
    }
}

#[test]
fn the_title_says_who_else_has_the_task_open_and_the_save_dialog_too() {
    let id = TaskId(12);
    let mut desk = Desk::at_sample((100, 24), "cv.snv", screens::sheet(id));
    assert_eq!(desk.stood().last(), Some(&Standing::Open(id)));
    let other = |task, login: &str, minutes| Beside {
        task,
        login: login.to_owned(),
        minutes,
    };
    desk.meet(vec![other(id, "cv.stp", 2)]);
    desk.shows("#12 · đang mở: cv.stp 2'");
    desk.press("8").shows("đang mở: cv.stp 2'");
    desk.press("<Esc>");
    let many = ["cv.stp", "cv.stc", "ld.ubnd"].map(|login| other(id, login, 5));
    desk.meet(many.into());
    desk.shows("đang mở: cv.stp 5', cv.stc 5', và 1 nữa");
    // Of another task nothing is said.
    desk.meet(vec![other(TaskId(13), "cv.stp", 2)])
        .hides("đang mở: cv.");
    desk.meet(Vec::new()).hides("đang mở: cv.");
}

#[test]
fn a_session_that_nobody_touches_says_that_it_ends_soon_and_a_key_takes_that_away() {
    let mut desk = sit("cv.snv");
    desk.ends_soon(Duration::from_secs(300));
    desk.shows("còn 5 phút thì tự kết thúc");
    desk.press("<Down>").hides("tự kết thúc");
}
