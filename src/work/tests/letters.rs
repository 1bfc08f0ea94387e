//! Stories of letters: which number they have, and which tasks they are about.

use std::path::Path;
use std::thread;
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};

use super::*;
use crate::domain::error::Error;
use crate::domain::paper::LetterKind;
use crate::domain::setting::Setting;
use crate::domain::transition::Refusal;
use crate::work::request::letters::{Ask, Told};
use crate::work::request::settings;

fn urging(folder: &Path, only: Vec<TaskId>) -> Ask {
    Ask {
        key: OperationKey::fresh(),
        kind: LetterKind::Urge,
        query: Query::default(),
        only,
        number: None,
        until: None,
        output: folder.to_owned(),
        is_rehearsal: false,
    }
}

fn write(session: &mut Session, ask: Ask) -> Told {
    match session.ask(&Request::Letters(ask)) {
        Answer::Letters(told) => told,
        other => panic!("no letters: {other:?}"),
    }
}

/// The number that the next letter has.
fn next(session: &mut Session) -> String {
    match session.ask(&Request::Settings(settings::Ask::List)) {
        Answer::Settings(settings::Told::List(all)) => {
            let found = all
                .into_iter()
                .find(|it| it.setting == Setting::PaperNumber);
            found.expect("the setting").value
        }
        other => panic!("no settings: {other:?}"),
    }
}

#[test]
fn the_first_letter_of_a_year_has_the_number_01() {
    let desk = Desk::new();
    let folder = desk.directory.path();
    let monitor = |text: &str| desk.sit_on("cv.snv", day(text));
    monitor("2023-06-15").enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let urge = |session: &mut Session| write(session, urging(folder, Vec::new())).numbers();
    assert_eq!(urge(&mut monitor("2023-12-26")), "01/SNV");
    assert_eq!(urge(&mut monitor("2023-12-29")), "02/SNV");
    assert_eq!(next(&mut monitor("2023-12-31")), "3");
    let mut session = monitor("2024-01-03");
    assert_eq!(next(&mut session), "1");
    // The letter of last year with this number lies there, and stays.
    assert_eq!(urge(&mut session), "01/SNV");
    assert_eq!(next(&mut session), "2");
    session.undo().expect("taken back");
    assert_eq!(next(&mut session), "1");
    // An office that counts other letters as well says where it is; that holds for its year.
    let mut administrator = desk.sit_on("qt.snv", day("2024-01-04"));
    administrator.ask(&Request::Settings(settings::Ask::Save {
        key: OperationKey::fresh(),
        set: vec![settings::Wanted {
            setting: Setting::PaperNumber,
            seen: "1".to_owned(),
            value: "15".to_owned(),
        }],
    }));
    assert_eq!(urge(&mut monitor("2024-01-08")), "15/SNV");
    assert_eq!(next(&mut monitor("2024-12-31")), "16");
    assert_eq!(next(&mut monitor("2025-01-01")), "1");
}

#[test]
fn letters_about_named_tasks_are_about_no_others_and_say_which_are_not_late() {
    let desk = Desk::new();
    let mut session = desk.sit_on("cv.snv", day("2023-07-10"));
    let late = session.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    session.enter("Công khai thủ tục", "STTTT", "30/6/2023");
    let early = session.enter("Báo cáo năm", "STP", "31/12/2023");
    let told = write(
        &mut session,
        urging(desk.directory.path(), vec![late.id, early.id]),
    );
    assert_eq!(told.letters.len(), 1);
    assert_eq!(told.letters[0].tasks, [late.id]);
    let left: Vec<_> = told.left.iter().map(|it| (it.id, it.why.clone())).collect();
    assert_eq!(left, [(early.id, Refusal::NotLate)]);
}

/// The files that lie in a folder, those of a database left out.
fn letters_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".docx"))
        .collect();
    names.sort();
    names
}

/// Asks for letters while the database is moved away, once they wait for their turn: they are recorded in a file that is
/// not in its place any more.
fn write_while_it_is_moved(desk: &Desk, session: &mut Session, ask: &Ask) -> Error {
    let beside = |ending: &str| PathBuf::from(format!("{}{ending}", desk.path().display()));
    let ticket = fs::File::options().write(true).open(beside(".lock"));
    let ticket = ticket.expect("a side file");
    flock(&ticket, FlockOperation::LockExclusive).expect("the turn");
    let drawn = fs::read(beside(".door")).expect("the queue");
    let aside = beside(".aside");
    let answer = thread::scope(|scope| {
        let writer = scope.spawn(|| session.answer(&Request::Letters(ask.clone())));
        while fs::read(beside(".door")).expect("the queue") == drawn && !writer.is_finished() {
            thread::sleep(Duration::from_millis(5));
        }
        fs::rename(desk.path(), &aside).expect("moved away");
        drop(ticket);
        writer.join().expect("an answer")
    });
    fs::rename(&aside, desk.path()).expect("moved back");
    answer.expect_err("not in its place")
}

#[test]
fn letters_whose_record_was_saved_stay_whatever_went_wrong_after_that() {
    let desk = Desk::new();
    let folder = tempfile::tempdir().expect("a directory");
    let mut session = desk.sit_on("cv.snv", day("2023-07-10"));
    let late = session.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let ask = urging(folder.path(), Vec::new());
    let error = write_while_it_is_moved(&desk, &mut session, &ask);
    assert!(matches!(error, Error::Gone(_)), "{error:?}");
    let mut other = desk.sit_on("cv.snv", day("2023-07-10"));
    assert_eq!(other.see(late.id).urgings, 1);
    assert_eq!(
        letters_in(folder.path()),
        ["cong-van-2023-01-don-doc-STTTT.docx"]
    );
}

#[test]
fn letters_that_are_asked_for_again_are_told_as_they_were_recorded_and_none_is_written_anew() {
    let desk = Desk::new();
    let folder = tempfile::tempdir().expect("a directory");
    let mut session = desk.sit_on("cv.snv", day("2023-07-10"));
    let one = session.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let two = session.enter("Số hóa hồ sơ", "STTTT", "30/6/2023");
    let other = session.enter("Công khai thủ tục", "STP", "30/6/2023");
    let ask = urging(folder.path(), Vec::new());
    let first = write(&mut session, ask.clone());
    assert_eq!(first.numbers(), "01/SNV – 02/SNV");
    let files = letters_in(folder.path());
    // Nothing is left to urge, and later something else is.
    assert_eq!(write(&mut session, ask.clone()), first);
    session.enter("Báo cáo quý", "SGTVT", "30/6/2023");
    assert_eq!(write(&mut session, ask.clone()), first);
    assert_eq!(letters_in(folder.path()), files);
    assert_eq!(next(&mut session), "3");
    for id in [one.id, two.id, other.id] {
        assert_eq!(session.see(id).urgings, 1);
    }
    // Another day it is told no other way; and a rehearsal says what would be.
    let mut later = desk.sit_on("cv.snv", day("2024-01-08"));
    assert_eq!(write(&mut later, ask.clone()), first);
    let rehearsal = Ask {
        is_rehearsal: true,
        ..ask
    };
    assert_eq!(write(&mut later, rehearsal).operation, None);
}

#[test]
fn letters_whose_answer_was_an_error_after_they_were_recorded_are_told_where_they_are_asked_for_again()
 {
    let desk = Desk::new();
    let folder = tempfile::tempdir().expect("a directory");
    let mut session = desk.sit_on("cv.snv", day("2023-07-10"));
    let late = session.enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let ask = urging(folder.path(), Vec::new());
    write_while_it_is_moved(&desk, &mut session, &ask);
    let told = write(&mut session, ask);
    assert_eq!((told.numbers().as_str(), told.tasks()), ("01/SNV", 1));
    assert!(told.operation.is_some() && told.letters[0].file.is_file());
    assert_eq!(session.see(late.id).urgings, 1);
    assert_eq!(letters_in(folder.path()).len(), 1);
}
