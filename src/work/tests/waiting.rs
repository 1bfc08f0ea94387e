//! The store thread: answers come with their questions, news without.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::stages::many;
use super::*;
use crate::domain::change::News;
use crate::domain::condition::ConditionKind;
use crate::domain::error::Error;
use crate::domain::paper::LetterKind;
use crate::domain::query::Filter;
use crate::work::request::{Existing, TaskTable, letters, registers};
use crate::work::session;
use crate::work::thread::{Message, Office};

fn office(desk: &Desk, login: &str) -> (Office, Receiver<Message>) {
    let (send, messages) = channel();
    let office = Office::start(desk.sit(login), move |message| {
        let _ = send.send(message);
    });
    (office.expect("a thread"), messages)
}

/// The same, with a second thread for files.
fn with_files(desk: &Desk, login: &str) -> (Office, Receiver<Message>) {
    let (send, messages) = channel();
    let files = send.clone();
    let mut second = Some(desk.sit(login));
    let office = Office::start(desk.sit(login), move |message| {
        let _ = send.send(message);
    });
    let office = office.expect("a thread").with_files(
        move || second.take().ok_or(Error::Busy),
        move |message| {
            let _ = files.send(message);
        },
    );
    (office.expect("another thread"), messages)
}

fn next(messages: &Receiver<Message>) -> Message {
    messages
        .recv_timeout(Duration::from_secs(20))
        .expect("a message")
}

fn search(text: &str) -> Request {
    Request::Count {
        query: Query {
            filter: Filter {
                texts: vec![vec![text.to_owned()]],
                ..Filter::default()
            },
            ..Query::default()
        },
    }
}

#[test]
fn questions_are_answered_in_order_and_each_answer_carries_its_question() {
    let desk = Desk::new();
    let (mut office, messages) = office(&desk, "cv.snv");
    for request in [Request::Facts, Request::Home, Request::Views] {
        office.ask(request.clone());
        match next(&messages) {
            Message::Reply { question, answer } => {
                assert_eq!(*question, request);
                assert!(answer.is_ok());
            }
            other => panic!("{other:?}"),
        }
    }
    office.close();
}

#[test]
fn what_others_change_is_told_without_asking() {
    let desk = Desk::new();
    let (office, messages) = office(&desk, "cv.vpub");
    let task = desk.sit("cv.snv").enter("Việc mới", "STTTT", "30/6/2023");
    match next(&messages) {
        Message::News(news) => assert!(news.is_much || news.tasks == [task.id], "{news:?}"),
        other => panic!("{other:?}"),
    }
    office.close();
}

#[test]
fn a_trouble_is_told_once_while_it_lasts_and_one_of_another_kind_is_told_too() {
    let desk = Desk::new();
    let (office, messages) = office(&desk, "cv.snv");
    let aside = desk.path().with_extension("aside");
    fs::rename(desk.path(), &aside).expect("moved");
    match next(&messages) {
        Message::Trouble(Error::Gone(_)) => {}
        other => panic!("{other:?}"),
    }
    let more = messages.recv_timeout(Duration::from_millis(2_500));
    assert!(more.is_err(), "{more:?}");
    // Somebody lays a copy in its place.
    fs::copy(&aside, desk.path()).expect("copied");
    match next(&messages) {
        Message::Trouble(Error::Replaced(_)) => {}
        other => panic!("{other:?}"),
    }
    // The file is the one of before again, and goes away anew.
    fs::rename(&aside, desk.path()).expect("moved back");
    let more = messages.recv_timeout(Duration::from_millis(2_500));
    assert!(more.is_err(), "{more:?}");
    fs::rename(desk.path(), &aside).expect("moved");
    match next(&messages) {
        Message::Trouble(Error::Gone(_)) => {}
        other => panic!("{other:?}"),
    }
    office.close();
}

#[test]
fn a_setting_that_is_changed_changes_conditions_and_the_reading_of_deadlines_at_once() {
    let desk = Desk::new();
    let mut monitor = desk.sit("cv.snv");
    let task = monitor.enter("Rà soát thủ tục", "STTTT", "Trước ngày 30/6/2023");
    assert_eq!(task.due, Some(day("2023-06-29")));
    let kind = |session: &Session| session.facts().day().judge(&task).kind();
    assert_eq!(kind(&monitor), ConditionKind::InTime);
    let settings = [
        (session::SOON, "10"),
        (session::LOUD, "5"),
        (session::BEFORE_IS_EXCLUSIVE, "false"),
    ];
    let mut store = Store::open(&desk.path(), Access::Write).expect("a store");
    let head = Head {
        key: "settings",
        at: noon(desk.day),
        who: "qt.snv",
        origin: "",
        kind: Kind::Frame,
        summary: "setting",
    };
    store
        .write(&head, |writer| {
            let mut all = settings.iter();
            all.try_for_each(|(name, value)| writer.set_setting(name, Some(value)))
        })
        .expect("settings");
    match monitor.ask(&Request::News) {
        Answer::News(news) => assert!(news.facts, "{news:?}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(monitor.facts().thresholds.loud, 5);
    assert_eq!(kind(&monitor), ConditionKind::DueSoon);
    let later = monitor.enter("Việc sau", "STTTT", "Trước ngày 30/6/2023");
    assert_eq!(later.due, Some(day("2023-06-30")));
}

#[test]
fn of_two_searches_for_different_words_the_later_is_answered_whatever_became_of_the_first() {
    let desk = Desk::new();
    desk.sit("cv.snv")
        .enter("Rà soát thủ tục", "STTTT", "30/6/2023");
    let (mut office, messages) = office(&desk, "cv.snv");
    office.ask(search("ra"));
    office.ask(search("ra soat"));
    for expected in [search("ra"), search("ra soat")] {
        match next(&messages) {
            Message::Reply { question, answer } => {
                assert_eq!(*question, expected);
                let is_last = *question == search("ra soat");
                let found = matches!(answer, Ok(Answer::Count(tally)) if tally.count == 1);
                let is_cancelled = matches!(answer, Err(Error::Cancelled));
                assert!(found || (!is_last && is_cancelled), "{answer:?}");
            }
            other => panic!("{other:?}"),
        }
    }
    office.close();
}

#[test]
fn a_file_is_read_beside_the_lists_and_its_rows_are_those_of_the_reader() {
    let desk = Desk::new();
    let rows: Vec<String> = (1..20_000)
        .map(|item| format!("{item},Việc {item},TTHC,,Sở Nội vụ,,15/12/2023,"))
        .collect();
    let path = desk.file("long.csv", &rows.join("\n"));
    let (mut office, messages) = with_files(&desk, "cv.snv");
    let spec = ImportSpec {
        path,
        ..ImportSpec::default()
    };
    office.ask(Request::Stage { spec, after: None });
    office.ask(Request::Home);
    let mut replies =
        std::iter::repeat_with(|| next(&messages)).filter_map(|message| match message {
            Message::Reply { answer, .. } => Some(answer.expect("an answer")),
            _ => None,
        });
    assert!(
        matches!(replies.next(), Some(Answer::Home(_))),
        "home waits for nothing"
    );
    let Some(Answer::Staged(staged)) = replies.next() else {
        panic!("the file was read")
    };
    office.ask(Request::StagedRows {
        stage: staged.stage,
        which: Which::All,
        from: 0,
        limit: 3,
    });
    match replies.next() {
        Some(Answer::StagedRows(page)) => assert_eq!(page.total, 19_999),
        other => panic!("{other:?}"),
    }
    drop(replies);
    office.close();
}

#[test]
fn the_session_for_files_is_closed_when_it_rests_but_not_while_a_file_is_looked_at() {
    let desk = Desk::new();
    let path = desk.file("short.csv", "1,Việc,TTHC,,Sở Nội vụ,,15/12/2023,");
    let (send, messages) = channel();
    let mut sessions = vec![desk.sit("cv.snv"), desk.sit("cv.snv")];
    let opened = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&opened);
    let office = Office::start(desk.sit("cv.snv"), |_| {}).expect("a thread");
    let open = move || {
        count.fetch_add(1, Ordering::SeqCst);
        sessions.pop().ok_or(Error::Busy)
    };
    let office = office.with_files(open, move |message| {
        let _ = send.send(message);
    });
    let mut office = office.expect("another thread");
    let mut ask = |request| {
        office.ask(request);
        std::iter::repeat_with(|| next(&messages)).find_map(|message| match message {
            Message::Reply { answer, .. } => Some(answer.expect("an answer")),
            _ => None,
        })
    };
    let rest = || std::thread::sleep(Duration::from_secs(6));
    let spec = ImportSpec {
        path,
        ..ImportSpec::default()
    };
    let read = Request::Stage { spec, after: None };
    let Some(Answer::Staged(staged)) = ask(read.clone()) else {
        panic!("the file was read")
    };
    let stage = staged.stage;
    let rows = |stage| Request::StagedRows {
        stage,
        which: Which::All,
        from: 0,
        limit: 3,
    };
    rest();
    assert!(matches!(ask(rows(stage)), Some(Answer::StagedRows(page)) if page.total == 1));
    assert_eq!(opened.load(Ordering::SeqCst), 1, "the preview is kept");
    ask(Request::DropStage { stage });
    rest();
    assert!(matches!(ask(read), Some(Answer::Staged(_))));
    assert_eq!(opened.load(Ordering::SeqCst), 2, "nothing was to be kept");
}

#[test]
fn whose_account_was_closed_writes_no_list_into_a_file_though_a_file_is_still_looked_at() {
    let desk = Desk::new();
    desk.sit("cv.snv").enter("Rà soát", "STTTT", "30/5/2023");
    let path = desk.file("short.csv", "1,Việc,TTHC,,Sở Nội vụ,,15/12/2023,");
    let (mut office, messages) = with_files(&desk, "cv.snv");
    let mut ask = |request| {
        office.ask(request);
        let answer = std::iter::repeat_with(|| next(&messages)).find_map(|message| match message {
            Message::Reply { answer, .. } => Some(answer),
            _ => None,
        });
        answer.expect("an answer")
    };
    let spec = ImportSpec {
        path,
        ..ImportSpec::default()
    };
    ask(Request::Stage { spec, after: None }).expect("the file was read");
    super::users::close(&mut desk.sit("qt.snv"), "cv.snv");
    let out = desk.directory.path().join("out.csv");
    let export = Request::Export {
        path: out.clone(),
        query: Query::default(),
        existing: Existing::Keep,
        table: TaskTable::Annex,
    };
    let report = Request::WriteRegister(registers::Ask {
        path: out.clone(),
        existing: Existing::Keep,
        register: registers::Register::Changes,
        language: registers::Language::Vietnamese,
    });
    for request in [export, report] {
        let answer = ask(request);
        assert!(matches!(answer, Err(Error::AccountClosed(_))), "{answer:?}");
        assert!(!out.exists());
    }
}

#[test]
fn letters_of_one_s_own_are_no_news_and_what_others_do_meanwhile_is() {
    let desk = Desk::new();
    let late = desk.sit("cv.snv").enter("Rà soát", "STTTT", "30/5/2023");
    let (mut office, messages) = with_files(&desk, "cv.snv");
    office.ask(Request::Letters(letters::Ask {
        key: OperationKey::fresh(),
        kind: LetterKind::Urge,
        query: Query::default(),
        only: vec![late.id],
        number: None,
        until: None,
        output: desk.directory.path().to_owned(),
        is_rehearsal: false,
    }));
    let written = std::iter::repeat_with(|| next(&messages)).find_map(|message| match message {
        Message::Reply { answer, .. } => Some(answer.expect("an answer")),
        _ => None,
    });
    assert!(written.is_some_and(|answer| answer.has_saved()));
    let other = desk.sit("cv.vpub").enter("Việc mới", "STP", "30/6/2023");
    let news = std::iter::repeat_with(|| next(&messages)).find_map(|message| match message {
        Message::News(news) => Some(news.tasks),
        _ => None,
    });
    assert_eq!(news, Some(vec![other.id]));
    office.close();
}

#[test]
fn an_import_of_one_s_own_is_no_news_nor_is_its_end_and_what_others_do_meanwhile_is() {
    let desk = Desk::new();
    desk.sit("cv.snv").enter("Rà soát", "STTTT", "30/5/2023");
    let (mut office, messages) = with_files(&desk, "cv.snv");
    // More than is read one by one, in several groups.
    let path = desk.file("own.csv", &many(600));
    let spec = ImportSpec {
        path,
        ..ImportSpec::default()
    };
    let mut ask = |request| {
        office.ask(request);
        let mut news = Vec::new();
        loop {
            match next(&messages) {
                Message::Reply { answer, .. } => return (answer.expect("an answer"), news),
                Message::News(more) => news.push(more),
                _ => {}
            }
        }
    };
    let (Answer::Staged(staged), _) = ask(Request::Stage { spec, after: None }) else {
        panic!("the file was read")
    };
    let (key, stage) = (OperationKey::fresh(), staged.stage);
    let (imported, mut news) = ask(Request::ImportStage { key, stage });
    let Answer::Imported(report) = imported else {
        panic!("{imported:?}")
    };
    assert_eq!(report.new, 600);
    let until_told = |news: &mut Vec<News>, number: usize| {
        while news.iter().map(|news| news.tasks.len()).sum::<usize>() < number {
            if let Message::News(more) = next(&messages) {
                news.push(more);
            }
        }
    };
    let mut others = vec![desk.sit("cv.vpub").enter("Việc mới", "STP", "30/6/2023").id];
    until_told(&mut news, 1);
    let (key, batch) = (OperationKey::fresh(), report.batch.expect("an import"));
    let (taken_back, more) = ask(Request::UndoBatch { key, batch });
    assert!(taken_back.has_saved());
    news.extend(more);
    others.push(desk.sit("cv.vpub").enter("Việc sau", "STP", "30/6/2023").id);
    until_told(&mut news, 2);
    let told: Vec<_> = news.iter().flat_map(|news| news.tasks.clone()).collect();
    assert_eq!(told, others);
    assert!(news.iter().all(|news| !news.is_much), "{news:?}");
    // Whoever shows documents or imports asks anew.
    assert!(news.iter().any(|news| news.facts), "{news:?}");
    office.close();
}

#[test]
fn a_session_that_rests_hears_of_others_in_the_room_of_two_pages_and_has_its_own_again_when_asked()
{
    let desk = Desk::new();
    let mut session = desk.sit("cv.snv");
    let usual = session.store.room();
    session.rest();
    for title in ["Rà soát", "Công bố"] {
        let task = desk.sit("cv.snv").enter(title, "STTTT", "30/5/2023");
        let news = session.answer(&Request::News).expect("news");
        let Answer::News(news) = news else {
            panic!("{news:?}");
        };
        assert_eq!(news.tasks, [task.id], "heard while it rests");
        assert_eq!(session.store.room(), 2, "and that is no reason to wake");
    }
    session.answer(&Request::Home).expect("home");
    assert_eq!(session.store.room(), usual);
}

#[test]
fn on_a_past_day_past_and_present_rest_and_wake_together() {
    let desk = Desk::new();
    let mut session = desk.sit("cv.snv");
    session.enter("Rà soát", "STTTT", "30/5/2023");
    let usual = session.store.room();
    let yesterday = session.facts().today.pred_opt();
    session
        .answer(&Request::AsOf { day: yesterday })
        .expect("yesterday");
    session.rest();
    let rooms = |session: &Session| {
        let present = session.present.as_ref().expect("beside the past");
        (session.store.room(), present.store.room())
    };
    assert_eq!(rooms(&session), (2, 2));
    session.answer(&Request::Home).expect("home");
    assert_eq!(rooms(&session), (usual, usual));
    session.rest();
    session
        .answer(&Request::AsOf { day: None })
        .expect("the present");
    assert_eq!(session.store.room(), usual);
}
