//! Stories of the door: which files and which accounts a session knows that came through it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::*;
use crate::domain::door::DoorFault;
use crate::domain::error::Error;
use crate::domain::id::BatchId;
use crate::domain::paper::{LetterKind, PaperFault, Skeletons};
use crate::domain::present::Standing;
use crate::domain::setting::Setting;
use crate::exchange::tray::Tray;
use crate::work::files::Files;
use crate::work::request::{TaskTable, letters, measures, present};

impl Desk {
    fn tray(&self, most: u64) -> Files {
        let folder = self.directory.path().join("users/cv.snv/files");
        Files::Within(Tray::open(folder, most, 10).expect("a tray"))
    }

    fn at_the_door(&self, login: &str, files: Files) -> Result<Session> {
        let day = self.day;
        let setup = SessionSetup {
            login: login.to_owned(),
            today: None,
            origin: "ssh 10.0.0.1".to_owned(),
            is_own_file: true,
            is_named: true,
            files,
            clock: Box::new(move || noon(day)),
        };
        Session::open(Store::open(&self.path(), Access::Write)?, setup)
    }
}

/// Every request that names a file, with this one.
fn with_file(path: &Path) -> Vec<Request> {
    let path = path.to_path_buf();
    vec![
        Request::Stage {
            spec: ImportSpec {
                path: path.clone(),
                ..ImportSpec::default()
            },
            after: None,
        },
        Request::FinishBatch {
            key: OperationKey::fresh(),
            batch: BatchId(1),
            path: path.clone(),
        },
        Request::Measures(measures::Ask::Read {
            path: path.clone(),
            what: measures::What::Caseload,
            interval: None,
        }),
        Request::Export {
            path,
            query: Query::default(),
            existing: crate::work::request::Existing::Replace,
            table: TaskTable::Annex,
        },
    ]
}

#[test]
fn no_request_reaches_a_file_outside_of_the_tray() {
    let desk = Desk::new();
    let outside = desk.file("ngoài.csv", "1,Rà soát,TTHC,,Sở Nội vụ,,30/6/2023,");
    let before = fs::read(&outside).expect("a file");
    let mut session = desk.at_the_door("cv.snv", desk.tray(100_000)).expect("in");
    let tray = desk.directory.path().join("users/cv.snv/files");
    symlink(&outside, tray.join("liên kết.csv")).expect("a link");
    let tried = [
        outside.clone(),
        PathBuf::from("../../../ngoài.csv"),
        tray.join("../../../ngoài.csv"),
        desk.path(),
        PathBuf::from("/dev/zero"),
        PathBuf::from("/etc/passwd"),
        PathBuf::from(""),
        PathBuf::from("."),
        PathBuf::from("liên kết.csv"),
        tray.join("liên kết.csv"),
    ];
    for path in &tried {
        for request in with_file(path) {
            let answer = session.answer(&request);
            assert!(
                matches!(
                    answer,
                    Err(Error::Door(DoorFault::NoName(_) | DoorFault::NotAFile(_)))
                ),
                "{request:?}: {answer:?}"
            );
        }
    }
    assert_eq!(fs::read(&outside).expect("a file"), before);
    // Whatever folder is named, the tray is shown: names, nothing around them.
    for path in ["/", "..", "/etc/passwd", ""] {
        let folder = session.ask(&Request::Folder { path: path.into() });
        let Answer::Folder(folder) = folder else {
            panic!("no folder: {folder:?}");
        };
        assert_eq!((folder.path, folder.entries.len()), (PathBuf::new(), 0));
    }
}

#[test]
fn a_file_of_the_tray_is_named_by_its_bare_name_and_never_by_a_path_that_leads_there() {
    let desk = Desk::new();
    let mut session = desk.at_the_door("cv.snv", desk.tray(100_000)).expect("in");
    let tray = desk.directory.path().join("users/cv.snv/files");
    let annex = "1,Rà soát,TTHC,,Sở Nội vụ,,30/6/2023,";
    fs::write(tray.join("ok.csv"), annex).expect("a file");
    for path in [
        tray.join("ok.csv"),
        tray.join("mới.csv"),
        PathBuf::from("./ok.csv"),
        PathBuf::from("ok.csv/"),
    ] {
        for request in with_file(&path) {
            let answer = session.answer(&request);
            let is_no_name = matches!(answer, Err(Error::Door(DoorFault::NoName(_))));
            assert!(is_no_name, "{request:?}: {answer:?}");
        }
    }
    assert_eq!(fs::read_to_string(tray.join("ok.csv")).unwrap(), annex);
    assert_eq!(fs::read_dir(&tray).expect("the tray").count(), 1);
}

#[test]
fn an_annex_of_the_tray_is_imported_and_exported_by_its_name() {
    let desk = Desk::new();
    let file = desk.file("x.csv", "1,Rà soát,TTHC,,Sở Nội vụ,,30/6/2023,");
    let mut session = desk.at_the_door("cv.snv", desk.tray(100_000)).expect("in");
    let tray = desk.directory.path().join("users/cv.snv/files");
    fs::rename(file, tray.join("Phụ lục.csv")).expect("moved");
    let folder = session.ask(&Request::Folder { path: "/".into() });
    let Answer::Folder(folder) = folder else {
        panic!("no folder: {folder:?}");
    };
    assert_eq!(folder.entries[0].path, Path::new("Phụ lục.csv"));
    // The name as it is, and as an input method composes it.
    for name in ["Phụ lục.csv", "Phu\u{323} lu\u{323}c.csv"] {
        let staged = session.stage(ImportSpec {
            path: name.into(),
            ..ImportSpec::default()
        });
        // What was read may be read again, under the name that came back.
        session.stage(staged.spec);
    }
    assert_eq!(session.import("Phụ lục.csv".into(), false).new, 1);
    let [.., export] = &with_file(Path::new("xuất.xlsx"))[..] else {
        panic!("no export");
    };
    assert!(matches!(session.ask(export), Answer::Exported(1, _)));
    assert!(tray.join("xuất.xlsx").is_file());
}

#[test]
fn an_export_that_does_not_fit_leaves_nothing_and_names_no_path() {
    let desk = Desk::new();
    let mut session = desk.at_the_door("cv.snv", desk.tray(300)).expect("in");
    let title = "Rà soát thủ tục hành chính ".repeat(20);
    session.enter(title.trim(), "STC", "30/6/2023");
    let [.., export] = &with_file(Path::new("xuất.csv"))[..] else {
        panic!("no export");
    };
    let refused = session.answer(export);
    assert!(
        matches!(refused, Err(Error::Door(DoorFault::Full(300)))),
        "{refused:?}"
    );
    let tray = desk.directory.path().join("users/cv.snv/files");
    assert_eq!(fs::read_dir(&tray).expect("a tray").count(), 0);
    fs::write(tray.join("ảnh.csv"), [0x89, b'P', b'N', b'G', 0]).expect("a file");
    let refused = session.answer(&with_file(Path::new("ảnh.csv"))[0]);
    let Err(Error::BadFile { path, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(path, Path::new("ảnh.csv"));
}

#[test]
fn who_comes_through_the_door_has_an_open_account_and_is_never_the_owner() {
    let desk = Desk::new();
    let files = || desk.tray(1_000);
    let session = desk.at_the_door("cv.stttt", files()).expect("in");
    assert_eq!(session.user().role, Role::Clerk);
    let refused = desk.at_the_door("ai.do", files()).map(|_| ());
    assert!(
        matches!(&refused, Err(Error::Door(DoorFault::Stranger(login))) if login == "ai.do"),
        "{refused:?}"
    );
    // Away from the door: who was named must be known too, who was found on an own file need not.
    let refused = desk.at_the_door("ai.do", Files::Anywhere).map(|_| ());
    assert!(
        matches!(refused, Err(Error::Door(DoorFault::Stranger(_)))),
        "{refused:?}"
    );
    let mut admin = desk.sit("qt.snv");
    admin
        .write(&OperationKey::fresh(), Kind::Frame, "user", |writer| {
            writer.save_user(&Account {
                user: User::owner("chu"),
                is_disabled: false,
            })
        })
        .expect("an account of an owner");
    let refused = desk.at_the_door("chu", files()).map(|_| ());
    assert!(
        matches!(refused, Err(Error::Door(DoorFault::Stranger(_)))),
        "{refused:?}"
    );
}

/// Says that a session is there, as its first screen does.
fn arrive(session: &mut Session) -> Result<()> {
    let standing = present::Ask::Stand(Standing::Elsewhere);
    session.answer(&Request::Present(standing)).map(drop)
}

fn allow(desk: &Desk, sessions: &str) {
    let mut admin = desk.sit("qt.snv");
    admin
        .write(&OperationKey::fresh(), Kind::Frame, "setting", |writer| {
            writer.set_setting(Setting::Sessions.key(), Some(sessions))
        })
        .expect("a setting");
}

#[test]
fn one_login_has_so_many_sessions_through_the_door_and_those_that_died_do_not_count() {
    let desk = Desk::new();
    let come = |login: &str| {
        let mut session = desk.at_the_door(login, desk.tray(1_000)).expect("in");
        arrive(&mut session).map(|()| session)
    };
    let crowded = |refused: Result<Session>| match refused.map(drop) {
        Err(Error::Door(DoorFault::Crowded(most))) => most,
        other => panic!("{other:?}"),
    };
    allow(&desk, "2");
    let first = come("cv.stttt").expect("room");
    let mut second = come("cv.stttt").expect("room");
    assert_eq!(crowded(come("cv.stttt")), 2);
    // Who was refused is not there; another login has room of its own, and who is not at the door is not counted out.
    let entries = || {
        let folder = desk.directory.path().join("cchc.db.on");
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|it| it.path()).collect::<Vec<_>>()
    };
    assert_eq!(entries().len(), 2);
    let other = come("cv.vpub").expect("room");
    let mut beside = desk.sit("cv.stttt");
    arrive(&mut beside).expect("room");
    drop((beside, other));
    // Where it stands next is said by who is in, however many there are.
    allow(&desk, "1");
    let open = Request::Present(present::Ask::Stand(Standing::Open(TaskId(1))));
    second.ask(&open);
    // As a process leaves it that was killed: there, and held by nobody.
    let left = entries();
    drop((first, second));
    for entry in left {
        fs::write(
            entry,
            r#"{"login":"cv.stttt","origin":"","since":"2023-06-15T05:00:00Z"}"#,
        )
        .expect("written");
    }
    let alone = come("cv.stttt").expect("room");
    assert_eq!(crowded(come("cv.stttt")), 1);
    allow(&desk, "0");
    let many: Vec<Session> = (0..12).map(|_| come("cv.stttt").expect("room")).collect();
    drop((alone, many));
    // Where nothing was set: ten.
    let desk = Desk::new();
    let come = || {
        let mut session = desk.at_the_door("cv.stttt", desk.tray(1_000)).expect("in");
        arrive(&mut session).map(|()| session)
    };
    let ten: Vec<Session> = (0..10).map(|_| come().expect("room")).collect();
    assert_eq!(crowded(come()), 10);
    drop(ten);
}

#[test]
fn a_database_without_accounts_lets_nobody_in_through_the_door() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("cchc.db");
    drop(super::super::sample::begin(&path, "chu", noon(day("2023-06-01"))).expect("made"));
    let open = |files| {
        let setup = SessionSetup {
            login: "chu".to_owned(),
            today: None,
            origin: String::new(),
            is_own_file: true,
            is_named: true,
            files,
            clock: Box::new(|| noon(day("2023-06-15"))),
        };
        Session::open(Store::open(&path, Access::Write)?, setup)
    };
    let tray = Tray::open(directory.path().join("files"), 1, 1).expect("a tray");
    assert!(matches!(
        open(Files::Within(tray)).map(|_| ()),
        Err(Error::Door(DoorFault::Stranger(_)))
    ));
    assert_eq!(open(Files::Anywhere).expect("in").user().role, Role::Owner);
}

#[test]
fn letters_lie_in_the_tray_under_plain_names_and_no_path_of_a_skeleton_is_told() {
    let desk = Desk::new();
    let skeleton = desk.file("mẫu công văn.docx", "không phải Word");
    desk.sit("cv.snv").enter("Rà soát", "STTTT", "30/5/2023");
    let mut session = desk
        .at_the_door("cv.snv", desk.tray(1_000_000))
        .expect("in");
    let letters = |number| {
        Request::Letters(letters::Ask {
            key: OperationKey::fresh(),
            kind: LetterKind::Urge,
            query: Query::default(),
            only: Vec::new(),
            number: Some(number),
            until: None,
            output: PathBuf::from("/etc"),
            is_rehearsal: false,
        })
    };
    session.use_skeletons(Skeletons {
        letter: Some(skeleton),
        ..Skeletons::default()
    });
    let refused = session.answer(&letters(7)).expect_err("no skeleton");
    let Error::Paper(PaperFault::NotDocx(told)) = refused else {
        panic!("another error: {refused:?}");
    };
    assert_eq!(told, Path::new("mẫu công văn.docx"));
    session.use_skeletons(Skeletons::default());
    let Answer::Letters(told) = session.ask(&letters(7)) else {
        panic!("no letters");
    };
    let name = Path::new("cong-van-2023-07-don-doc-STTTT.docx");
    assert_eq!(told.letters[0].file, name);
    let tray = desk.directory.path().join("users/cv.snv/files");
    assert!(tray.join(name).is_file());
}
