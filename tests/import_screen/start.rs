//! The file is named, chosen, read; what was imported before stands below.

use std::path::PathBuf;

use cchc::domain::id::BatchId;
use cchc::ui::screens;
use cchc::work::request::Request;
use cchc::work::request::import::{BatchState, ImportSpec, StagedRow};

use crate::desk::{Desk, facts};
use crate::office::{Reader, a_batch, an_entry};
use crate::{preview, rows, sit};

fn specs(desk: &Desk<Reader>) -> Vec<ImportSpec> {
    let asked = desk.asked().iter();
    asked
        .filter_map(|request| match request {
            Request::Stage { spec, .. } => Some(spec.clone()),
            _ => None,
        })
        .collect()
}

fn with_files(rows: Vec<StagedRow>) -> Desk<Reader> {
    let mut desk = sit((80, 24), rows);
    desk.office.files = vec![
        an_entry("ảnh.png", 12, false),
        an_entry("cũ", 0, true),
        an_entry("phu-luc.xlsx", 34_567, false),
        // As a Mac writes it: letters and marks apart.
        an_entry("Phu\u{323} lu\u{323}c 2.csv", 2_345_678, false),
    ];
    desk
}

#[test]
fn the_file_its_document_and_date_are_asked_for() {
    let mut desk = sit((80, 24), rows());
    desk.press("/srv/a.xlsx<Tab>9125/KH-UBND<Tab>12/1/2023<Tab><Space>");
    println!("{}", desk.picture());
    desk.press("<F10>");
    let spec = &specs(&desk)[0];
    assert_eq!(spec.path, PathBuf::from("/srv/a.xlsx"));
    assert_eq!(spec.document.as_deref(), Some("9125/KH-UBND"));
    assert_eq!(spec.document_date, Some(crate::desk::day("2023-01-12")));
    assert!(spec.past_occurrences);
    desk.shows("Nhập: xem trước").shows("9125/KH-UBND");
}

#[test]
fn tables_stand_first_in_the_list_of_files_and_letters_narrow_it() {
    let mut desk = with_files(rows());
    desk.press("<F4>");
    println!("{}", desk.picture());
    let place = |desk: &Desk<Reader>, text: &str| {
        let lines = desk.screen();
        lines
            .iter()
            .position(|line| line.contains(text))
            .expect("it is listed")
    };
    assert!(place(&desk, "phu-luc.xlsx") < place(&desk, "cũ/"));
    assert!(place(&desk, "cũ/") < place(&desk, "ảnh.png"));
    desk.shows("34 KB").shows("3 MB").shows("10/06/2023 10:00");
    desk.press("phu luc 2").hides("phu-luc.xlsx");
    desk.press("<Enter>");
    desk.shows("Nhập phụ lục");
    desk.press("<F10>");
    // The path is the one on the disk, letter for letter, whatever the field shows.
    let path = PathBuf::from("/srv/phu-luc/Phu\u{323} lu\u{323}c 2.csv");
    assert_eq!(specs(&desk)[0].path, path);
}

#[test]
fn a_typed_name_is_found_though_the_disk_writes_it_with_other_letters() {
    let mut desk = with_files(rows());
    desk.paste("/srv/phu-luc/Phụ lục 2.csv").press("<F10>");
    desk.shows("Nhập: xem trước");
    let path = PathBuf::from("/srv/phu-luc/Phu\u{323} lu\u{323}c 2.csv");
    assert_eq!(
        specs(&desk).last().map(|spec| spec.path.clone()),
        Some(path)
    );
}

#[test]
fn a_file_that_is_none_is_said_and_the_form_stays() {
    let mut desk = sit((80, 24), rows());
    desk.paste("/srv/không có.csv").press("<F10>");
    println!("{}", desk.picture());
    desk.shows("tệp không tồn tại").shows("Nhập phụ lục");
    desk.press("<C-u>").paste("/srv/giả.xlsx").press("<F10>");
    desk.shows("Nhập phụ lục");
    desk.press("<C-u><F10>").shows("Chưa nhập Tệp.");
}

#[test]
fn reading_goes_on_beside_the_keys_and_esc_ends_it() {
    let mut desk = sit((80, 24), rows());
    desk.paste("/srv/a.xlsx").hold();
    desk.press("<F10>");
    println!("{}", desk.picture());
    desk.shows("Đang đọc");
    desk.press("<Tab>abc").shows("abc");
    desk.release();
    desk.shows("Nhập: xem trước");
}

#[test]
fn past_imports_are_listed_taken_back_and_finished() {
    let office = {
        let mut office = Reader::new(facts(), rows());
        office.batches = vec![
            a_batch(3, BatchState::Unfinished, 500),
            a_batch(2, BatchState::Finished, 1_500),
            a_batch(1, BatchState::TakenBack, 20),
            a_batch(0, BatchState::TakingBack, 20),
        ];
        office
    };
    let mut desk = Desk::new((80, 24), facts(), screens::import(), office, Reader::answer);
    println!("{}", desk.picture());
    desk.shows("Các lần nhập gần đây").shows("14/06/2023 09:30");
    assert!(desk.line("còn dở").contains("500/1.500"));
    desk.press("<Tab><Tab><Tab><Tab>");
    assert!(desk.cursor_line().contains("còn dở"), "{}", desk.picture());
    desk.shows("F10 nhập tiếp");
    desk.press("<F10>").shows("nêu tệp phu-luc.xlsx");
    desk.press("<Down><F9>")
        .shows("Lấy lại lần nhập phu-luc.xlsx (1.500 nhiệm vụ)?");
    desk.press("<Esc>").press("<F9><F10>");
    desk.shows("Đã lấy lại cả lần nhập");
    assert_eq!(desk.office.batches[1].state, BatchState::TakenBack);
    desk.press("<F9>").shows("đã được lấy lại");
    desk.press("<Down><Down>").shows("F9 lấy lại tiếp");
    assert!(desk.line("lấy lại dở").contains("20/1.500"));
    desk.press("<F9><F10>");
    assert_eq!(desk.office.batches[3].state, BatchState::TakenBack);
}

#[test]
fn enter_on_a_past_import_shows_its_own_tasks() {
    let mut office = Reader::new(facts(), rows());
    office.batches = vec![
        a_batch(3, BatchState::Finished, 500),
        a_batch(2, BatchState::Finished, 1_500),
    ];
    let mut desk = Desk::new((80, 24), facts(), screens::import(), office, Reader::answer);
    desk.press("<Tab><Tab><Tab><Tab><Down><Enter>");
    println!("{}", desk.picture());
    desk.shows("nhập:2");
    let mut pages = desk.asked().iter().filter_map(|request| match request {
        Request::Page { query, .. } => Some(query.filter.batches.clone()),
        _ => None,
    });
    assert_eq!(pages.next_back(), Some(vec![BatchId(2)]));
}

#[test]
fn the_question_whether_to_take_back_shows_while_a_file_is_written() {
    let mut office = Reader::new(facts(), rows());
    office.batches = vec![a_batch(2, BatchState::Finished, 1_500)];
    let mut desk = Desk::new((80, 24), facts(), screens::import(), office, Reader::answer);
    desk.paste("/srv/a.xlsx").press("<F10><F10>").hold();
    desk.press("<F10><F3>").shows("Đang ghi");
    desk.press("<Tab><Tab><Tab><Tab><F9>");
    println!("{}", desk.picture());
    desk.shows("Lấy lại lần nhập phu-luc.xlsx (1.500 nhiệm vụ)?");
    // What broke off is finished when this is done.
    desk.press("<Esc><F10>").shows("Đang đọc hoặc ghi");
    desk.release();
}

#[test]
fn an_import_that_broke_off_goes_on_from_its_file() {
    let mut office = Reader::new(facts(), rows());
    office.batches = vec![a_batch(3, BatchState::Unfinished, 500)];
    let mut desk = Desk::new((80, 24), facts(), screens::import(), office, Reader::answer);
    desk.paste("/srv/khac/phu-luc.xlsx")
        .press("<Tab><Tab><Tab><Tab><F10>");
    assert_eq!(desk.office.batches[0].state, BatchState::Finished);
}

#[test]
fn what_was_settled_is_settled_again_after_a_hang_up() {
    let mut desk = preview((80, 24));
    desk.press("<Enter>1").shows("[4 Cần rà soát 3]");
    let unsaved = desk.app().unsaved();
    let place: Vec<&str> = unsaved.iter().map(|draft| draft.place.as_str()).collect();
    assert!(place.contains(&"import"), "{place:?}");
    let office = Reader::new(facts(), rows());
    let home = screens::home(unsaved, Some("10:42".to_owned()));
    let mut desk = Desk::new((80, 24), facts(), home, office, Reader::answer);
    desk.press("<F10>").shows("/srv/phu-luc/phu-luc.xlsx");
    desk.press("<F10>");
    desk.shows("[4 Cần rà soát 3]");
    // A file that is another one by now begins anew.
    let mut desk = preview((80, 24));
    desk.press("<Enter>1").press("<Esc><Esc>");
    desk.shows("Nhập phụ lục");
    desk.office.rows = rows();
    desk.office.checksum = "def".to_owned();
    desk.press("<F10>").shows("[4 Cần rà soát 5]");
}

#[test]
fn what_was_settled_and_taken_back_is_not_settled_after_a_hang_up() {
    // Settled, left, and taken up again from the form, which remembers it beneath the preview.
    let mut desk = preview((80, 24));
    desk.press("<Enter>1").press("<Esc><Esc>");
    desk.press("<F10>").shows("[4 Cần rà soát 3]");
    let settled = |desk: &Desk<Reader>| {
        let unsaved = desk.app().unsaved();
        let fields = unsaved.into_iter().flat_map(|draft| draft.fields);
        let found = fields.filter(|(name, _)| name == "settled");
        found.map(|(_, value)| value).collect::<Vec<_>>()
    };
    assert!(settled(&desk).iter().any(|it| it.contains("means")));
    desk.press("<F9>").shows("Đã hoàn tác");
    let left = settled(&desk);
    assert!(left.iter().all(|it| it == "[]"), "{left:?}");
}

#[test]
fn whoever_may_not_enter_tasks_is_told() {
    let mut facts = facts();
    facts.user.role = cchc::domain::user::Role::Viewer;
    let office = Reader::new(facts.clone(), Vec::new());
    let desk = Desk::new((80, 24), facts, screens::import(), office, Reader::answer);
    println!("{}", desk.picture());
    desk.shows("Nhập phụ lục");
}

#[test]
fn home_and_the_command_line_lead_there() {
    for keys in ["<F2>", ":nhập<Enter>", ":nhap<Enter>", ":import<Enter>"] {
        let office = Reader::new(facts(), rows());
        let home = screens::home(Vec::new(), None);
        let mut desk = Desk::new((80, 24), facts(), home, office, Reader::answer);
        desk.press(keys).shows("Nhập phụ lục");
    }
}
