//! Letters from the list: what would be written shows first, what was written is recorded and taken back.

use std::path::Path;

use cchc::domain::error::Error;
use cchc::domain::setting::Setting;
use cchc::ui::screens;
use cchc::work::request::letters::Ask;
use cchc::work::request::{Answer, settings};

use crate::desk::Office;
use crate::*;

fn list() -> Box<dyn cchc::ui::screen::Screen> {
    screens::tasks(Query::default(), String::new(), None)
}

fn at_sample(login: &str) -> Desk<Office> {
    Desk::at_sample((80, 24), login, list())
}

/// A list of one agency, with the form open and the folder named in it.
fn at_the_form(folder: &Path) -> Desk<Office> {
    let mut desk = at_sample("cv.snv");
    desk.press(":lọc cq:stc<Enter>:công văn<Enter>");
    fill_in(&mut desk, folder);
    desk
}

fn fill_in<O>(desk: &mut Desk<O>, folder: &Path) {
    desk.press("<Enter><Enter><Enter>");
    desk.paste(&folder.display().to_string());
}

/// The letters that were asked for, looked at only or to be written.
fn asks<O>(desk: &Desk<O>, is_rehearsal: bool) -> Vec<Ask> {
    let asked = desk.asked().iter();
    let letters = asked.filter_map(|request| match request {
        Request::Letters(ask) => Some(ask.clone()),
        _ => None,
    });
    letters
        .filter(|ask| ask.is_rehearsal == is_rehearsal)
        .collect()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The number of the next letter.
fn next(desk: &mut Desk<Office>) -> String {
    next_of(&mut desk.office)
}

fn next_of(office: &mut Office) -> String {
    let request = Request::Settings(settings::Ask::List);
    let answer = office.answer(&request);
    let Ok(Answer::Settings(settings::Told::List(all))) = answer else {
        return String::new();
    };
    let found = all
        .into_iter()
        .find(|it| it.setting == Setting::PaperNumber);
    found.expect("the setting").value
}

#[test]
fn letters_show_before_they_are_written_are_recorded_and_are_taken_back() {
    let folder = tempfile::tempdir().expect("a directory");
    let mut desk = at_sample("cv.snv");
    // Accents may be left out.
    desk.press(":lọc cq:stc<Enter>:cong van<Enter>");
    println!("{}", desk.picture());
    desk.shows("Công văn về nhiệm vụ quá hạn")
        .shows("[đôn đốc")
        .shows("Sẽ lập 1 công văn về")
        .shows("số 01/SNV; chưa ghi gì")
        .shows("Sở Tài chính");
    desk.press("<Enter><Enter>30/6/2023<Enter>");
    desk.paste(&folder.path().display().to_string());
    // The folder was not looked at yet.
    desk.press("<F10>").shows("F10 lần nữa");
    assert!(files(folder.path()).is_empty());
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Đã lập 1 công văn về")
        .shows("01/SNV Sở Tài chính: 2 nhiệm vụ")
        .shows("cong-van-2023-01-don-doc-STC.docx")
        .shows("trong nhật ký");
    assert_eq!(files(folder.path()), ["cong-van-2023-01-don-doc-STC.docx"]);
    assert_eq!(next(&mut desk), "2");
    let [ask] = asks(&desk, false).try_into().expect("written once");
    assert_eq!(ask.until, Some(day("2023-06-30")));
    desk.press("<Esc><Enter>").shows("01/SNV");
    desk.press("<Esc>u").shows("Đã hoàn tác");
    assert_eq!(next(&mut desk), "1");
}

#[test]
fn an_explanation_is_asked_for_and_what_would_be_written_follows() {
    let folder = tempfile::tempdir().expect("a directory");
    let mut desk = at_the_form(folder.path());
    desk.press("<Down>giai trinh<Down>")
        .shows("yêu cầu giải trình")
        .shows("Sẽ lập 1 công văn");
    desk.press("12<Down>").shows("số 12/SNV");
    desk.press("<F10>");
    assert_eq!(
        files(folder.path()),
        ["cong-van-2023-12-giai-trinh-STC.docx"]
    );
    assert_eq!(next(&mut desk), "13");
}

#[test]
fn what_is_no_number_of_a_letter_is_refused_where_it_stands() {
    let mut desk = at_sample("cv.snv");
    desk.press(":công văn<Enter><Enter>0<F10>")
        .shows("\"0\" không phải số công văn");
    assert!(desk.cursor_line().contains("Số bắt đầu"));
    assert!(asks(&desk, false).is_empty());
}

#[test]
fn marked_rows_are_meant_alone_and_one_task_by_itself() {
    let mut desk = at_sample("cv.snv");
    desk.press("<Space><Space>:công văn<Enter>");
    println!("{}", desk.picture());
    let ask = asks(&desk, true).pop().expect("looked at");
    assert_eq!(ask.only.len(), 2);
    desk.shows("nhiệm vụ");
    desk.press("<Esc><Home><Enter>:công văn<Enter>");
    let ask = asks(&desk, true).pop().expect("looked at");
    assert_eq!(ask.only.len(), 1);
    desk.press("<Esc>").shows("Đang chờ");
}

#[test]
fn a_letter_about_one_task_shows_on_its_page_and_nobody_else_is_named() {
    let folder = tempfile::tempdir().expect("a directory");
    let mut desk = at_sample("cv.snv");
    desk.press("<Enter>").shows("Đôn đốc      1 lần");
    desk.press(":công văn<Enter>");
    fill_in(&mut desk, folder.path());
    desk.press("<Up><F10>")
        .shows("Đã lập 1 công văn về 1 nhiệm vụ");
    desk.press("<Esc>")
        .shows("Đôn đốc      2 lần, gần nhất 15/06/2023")
        .hides("Người khác");
}

#[test]
fn who_may_not_urge_reads_why_and_writes_nothing() {
    let mut desk = at_sample("cv.stttt");
    desk.press(":công văn<Enter>");
    println!("{}", desk.picture());
    desk.shows("Không có nhiệm vụ nào để lập công văn")
        .shows("Bỏ qua");
    desk.press("<F10>").shows("Không có nhiệm vụ nào");
    let mut viewer = at_sample("khach");
    viewer
        .press(":công văn<Enter>")
        .shows("Vai trò của anh/chị không được làm việc này");
    viewer.press("<F10>").shows("Vai trò của anh/chị");
    assert!(asks(&desk, false).is_empty() && asks(&viewer, false).is_empty());
}

#[test]
fn no_letter_is_written_on_a_day_that_is_only_looked_at() {
    let mut desk = Desk::at_sample((80, 24), "cv.snv", screens::home(Vec::new(), None));
    desk.press(":như ngày 31/3/2023<Enter>:nhiệm vụ<Enter>:công văn<Enter>");
    println!("{}", desk.picture());
    desk.shows("không ghi được");
    desk.press("<F10>").shows("không ghi được");
    assert!(asks(&desk, true).is_empty() && asks(&desk, false).is_empty());
}

#[test]
fn writing_goes_on_beside_other_work_and_can_be_stopped() {
    let folder = tempfile::tempdir().expect("a directory");
    // Letters that are stopped before they are whole.
    let stopped = |office: &mut Office, request: &Request| match request {
        Request::Letters(ask) if !ask.is_rehearsal => Err(Error::Cancelled),
        _ => office.answer(request),
    };
    let office = Office::open("cv.snv");
    let facts = office.facts().as_ref().clone();
    let mut desk = Desk::new((80, 24), facts, list(), office, stopped);
    desk.press(":lọc cq:stc<Enter>:công văn<Enter>");
    fill_in(&mut desk, folder.path());
    desk.press("<Up>").hold().press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Đang lập 0 công văn · Esc dừng");
    desk.press("<Esc>").shows("Dừng lập công văn?");
    desk.press("<F10>");
    assert_eq!(desk.cancelled(), 1);
    desk.release().shows("Đã dừng lập công văn; không ghi gì.");
    // All that was typed stands there.
    desk.shows("Thư mục hoặc tệp").shows("Sẽ lập 1 công văn");
    assert!(files(folder.path()).is_empty());
    assert_eq!(next(&mut desk), "1");
}

#[test]
fn who_goes_home_meanwhile_hears_that_letters_were_written() {
    let folder = tempfile::tempdir().expect("a directory");
    let mut desk = at_the_form(folder.path());
    desk.press("<Up>").hold().press("<F10><F3>");
    desk.shows("Đang lập 0 công văn · :dừng");
    desk.release()
        .shows("Đã lập 1 công văn về")
        .shows("F9 lấy lại");
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn who_goes_home_meanwhile_finds_what_was_typed_where_letters_fail_and_nothing_where_they_are_written()
 {
    type Answering = fn(&mut Office, &Request) -> Result<Answer, Error>;
    let fails: Answering = |office, request| match request {
        Request::Letters(ask) if !ask.is_rehearsal => Err(Error::DiskFull),
        _ => office.answer(request),
    };
    let goes_on: Answering = |office, request| office.answer(request);
    for (answering, is_kept) in [(fails, true), (goes_on, false)] {
        let folder = tempfile::tempdir().expect("a directory");
        let office = Office::open("cv.snv");
        let facts = office.facts().as_ref().clone();
        let home = screens::home(Vec::new(), None);
        let mut desk = Desk::new((80, 24), facts, home, office, answering);
        desk.press("1:lọc cq:stc<Enter>:công văn<Enter>");
        fill_in(&mut desk, folder.path());
        desk.press("<Up>").hold().press("<F10><F3>");
        desk.shows("Việc hôm nay");
        desk.release();
        let unsaved = desk.app().unsaved();
        let has_typed = unsaved.iter().any(|draft| draft.place == "letters");
        assert_eq!(has_typed, is_kept, "{unsaved:?}");
    }
}

#[test]
fn letters_that_were_recorded_and_answered_by_an_error_are_told_where_they_are_sent_again() {
    let folder = tempfile::tempdir().expect("a directory");
    // The first are recorded, and then the disk says that it may not have them.
    let answering = |office: &mut Office, request: &Request| {
        let is_written = matches!(request, Request::Letters(ask) if !ask.is_rehearsal);
        let is_first = is_written && next_of(office) == "1";
        let answer = office.answer(request);
        if is_first {
            return Err(Error::NotOnDisk(std::io::ErrorKind::Other.into()));
        }
        answer
    };
    let office = Office::open("cv.snv");
    let facts = office.facts().as_ref().clone();
    let mut desk = Desk::new((80, 24), facts, list(), office, answering);
    desk.press(":lọc cq:stc<Enter>:công văn<Enter>");
    fill_in(&mut desk, folder.path());
    desk.press("<Up><F10>").shows("Đĩa máy chủ báo lỗi");
    let name = "cong-van-2023-01-don-doc-STC.docx";
    assert_eq!(files(folder.path()), [name]);
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Đã lập 1 công văn về").shows(name);
    assert_eq!(files(folder.path()), [name]);
    assert_eq!(next(&mut desk), "2");
    let [one, again] = asks(&desk, false).try_into().expect("sent twice");
    assert_eq!(one, again);
}

#[test]
fn a_file_that_is_there_already_stays_and_nothing_is_recorded() {
    let folder = tempfile::tempdir().expect("a directory");
    let file = folder.path().join("cong-van-2023-01-don-doc-STC.docx");
    std::fs::write(&file, "của người khác").expect("a file");
    let mut desk = at_the_form(folder.path());
    desk.press("<Up><F10>");
    println!("{}", desk.picture());
    desk.shows("cong-van-2023-01-don-doc-STC.docx")
        .shows("Thư mục hoặc tệp");
    assert_eq!(
        std::fs::read_to_string(&file).expect("a file"),
        "của người khác"
    );
    assert_eq!(next(&mut desk), "1");
}

#[test]
fn at_the_door_letters_lie_in_the_tray_and_it_is_said_how_they_are_fetched() {
    let office = Office::at_the_door("cv.snv");
    let (facts, tray) = (office.facts().as_ref().clone(), office.tray());
    let mut desk = Desk::new((80, 24), facts, list(), office, Office::answer);
    desk.press(":lọc cq:stc<Enter>:công văn<Enter>")
        .shows("chỗ của anh/chị trên máy chủ")
        .hides("Thư mục");
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("ở chỗ của anh/chị trên máy chủ")
        .shows("cong-van-2023-01-don-doc-STC.docx")
        .shows("ssh MÁY get TÊN > TÊN")
        .hides(&tray.display().to_string());
    assert_eq!(files(&tray), ["cong-van-2023-01-don-doc-STC.docx"]);
    // Only the clerk's own account reads them.
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(&tray).expect("a tray").permissions();
    assert_eq!(mode.mode() & 0o077, 0);
}

#[test]
fn the_list_and_a_report_go_into_a_file_by_one_key() {
    let mut desk = at_sample("cv.snv");
    desk.press("<C-x>").shows("nhiem-vu-2023-06-15.xlsx");
    desk.press("<Esc><Tab><C-x>").shows("Xuất danh sách ra tệp");
    let mut desk = Desk::at_sample((80, 24), "cv.snv", screens::period_report());
    desk.press("<C-x>").shows("bao-cao-ky-2023-06-14.docx");
}
