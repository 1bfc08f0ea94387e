//! Accounts and who is on by numbered prompts; and the end of a session that nobody answers.

use std::collections::VecDeque;
use std::time::Duration;

use super::{Office, line, vietnamese};
use cchc::domain::id::TaskId;
use cchc::domain::present::Standing;
use cchc::domain::setting::Setting;
use cchc::domain::transition::{Deed, Particulars};
use cchc::domain::user::Account;
use cchc::ui::line::Heard;
use cchc::work::request::present::Ask;
use cchc::work::request::settings::{self, Wanted};
use cchc::work::request::users::{self, Told};
use cchc::work::request::{Answer, OperationKey, Request, Wish};

#[test]
fn an_account_is_entered_field_by_field_and_read_out() {
    let office = Office::open();
    let lines = ["người dùng thêm", "cv.moi", "lãnh đạo", "", "1"];
    let talked = office.talk("qt.snv", &lines);
    talked.says("Đã ghi tài khoản cv.moi");
    let talked = office.talk("xem", &["người dùng"]);
    talked.says("cv.moi, lãnh đạo, đang dùng.");
    let talked = office.talk("cv.snv", &["người dùng cv.moi"]);
    talked.says("Chỉ quản trị được sửa tài khoản");
}

#[test]
fn who_is_on_is_said_with_the_task() {
    let office = Office::open();
    office
        .talk("cv.snv", &["đang làm"])
        .says("Không có ai khác.");
    let mut clerk = office.session("cv.stttt");
    let standing = Standing::Open(TaskId(7));
    let stand = Request::Present(Ask::Stand(standing));
    clerk.answer(&stand).expect("noted");
    let talked = office.talk("cv.snv", &["đang làm"]);
    talked.says("cv.stttt").says("đang mở nhiệm vụ 7.");
}

#[test]
fn a_session_that_is_warned_goes_on_and_one_that_ends_keeps_what_was_typed() {
    let office = Office::open();
    let soon = || Heard::Soon(Duration::from_secs(300));
    let lines = VecDeque::from([
        soon(),
        line("thêm"),
        line("Rà soát thủ tục"),
        soon(),
        Heard::Cut(124),
    ]);
    let talked = office.talk_as("cv.snv", vietnamese(), Vec::new(), lines);
    talked.says("còn 5 phút thì tự kết thúc");
    assert_eq!(talked.ending.cut, Some(124));
    let kept = &talked.ending.unsaved;
    assert!(format!("{kept:?}").contains("Rà soát thủ tục"), "{kept:?}");
}

/// An administrator makes something else of an account.
fn become_of(office: &Office, login: &str, change: impl FnOnce(&mut Account)) {
    let mut administrator = office.session("qt.snv");
    let Ok(Answer::Users(Told::List(all))) =
        administrator.answer(&Request::Users(users::Ask::List))
    else {
        panic!("no accounts");
    };
    let found = all.into_iter().find(|it| it.account.user.login == login);
    let seen = found.expect("an account").account;
    let mut wanted = seen.clone();
    change(&mut wanted);
    let save = Request::Users(users::Ask::Save {
        key: OperationKey::fresh(),
        seen: Some(seen),
        wanted,
    });
    administrator.answer(&save).expect("saved");
}

#[test]
fn who_may_not_take_back_or_do_again_hears_why_and_nothing_of_others() {
    let office = Office::open();
    let mut clerk = office.session("cv.stttt");
    let before = office.task(1243);
    let wish = Wish {
        id: before.id,
        seen: before.version,
        deed: Deed::Progress,
        given: Particulars {
            percent: Some(97),
            ..Particulars::default()
        },
    };
    let perform = Request::Perform {
        key: OperationKey::fresh(),
        wishes: vec![wish],
    };
    let saved = clerk.answer(&perform).expect("saved");
    assert!(matches!(saved, Answer::Saved(saved) if saved.left.is_empty()));
    let agency = office.session("cv.stc").user().agency;
    let home = clerk.user().agency;
    become_of(&office, "cv.stttt", |account| account.user.agency = agency);
    let talked = office.talk("cv.stttt", &["hoan tac", "1"]);
    talked
        .says("Không nhiệm vụ nào được hoàn tác; 1 để nguyên: của cơ quan khác.")
        .does_not_say("người khác");
    become_of(&office, "cv.stttt", |account| account.user.agency = home);
    let talked = office.talk("cv.stttt", &["hoan tac", "1"]);
    talked.says("Đã hoàn tác cập nhật tiến độ, nhiệm vụ số 1243");
    become_of(&office, "cv.stttt", |account| account.user.agency = agency);
    let talked = office.talk("cv.stttt", &["lam lai", "1"]);
    talked
        .says("Không nhiệm vụ nào được làm lại; 1 để nguyên: của cơ quan khác.")
        .does_not_say("người khác");
    assert_eq!(office.task(1243).progress, before.progress);
}

#[test]
fn a_line_typed_before_the_account_was_closed_is_not_answered_after_it() {
    let office = Office::open();
    let mut at = 0;
    let mut listen = |_| {
        at += 1;
        if at > 1 {
            return Heard::End;
        }
        become_of(&office, "cv.stttt", |account| account.is_disabled = true);
        line(":2230")
    };
    let talked = office.listen("cv.stttt", vietnamese(), Vec::new(), &mut listen);
    talked.says("Tài khoản cv.stttt đã bị khóa. Nhờ quản trị mở lại");
}

#[test]
fn a_new_end_of_idle_sessions_holds_from_the_next_line_on() {
    let office = Office::open();
    let mut waits = Vec::new();
    let mut listen = |minutes| {
        waits.push(minutes);
        match waits.len() {
            1 => {
                let wanted = Wanted {
                    setting: Setting::IdleEnd,
                    seen: "60".to_owned(),
                    value: "7".to_owned(),
                };
                let save = Request::Settings(settings::Ask::Save {
                    key: OperationKey::fresh(),
                    set: vec![wanted],
                });
                office.session("qt.snv").answer(&save).expect("saved");
                line("")
            }
            2 => Heard::Soon(Duration::from_secs(60)),
            _ => Heard::End,
        }
    };
    let talked = office.listen("cv.snv", vietnamese(), Vec::new(), &mut listen);
    talked.says("tự kết thúc, giữ nháp. Nhấn Enter.");
    assert_eq!(waits, [60, 7, 7]);
}
