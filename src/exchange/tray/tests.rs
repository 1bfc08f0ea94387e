//! Stories of a tray: what is put comes back, and nothing gets in or out beside it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

fn tray(most_bytes: u64, most_files: u64) -> (tempfile::TempDir, Tray) {
    let folder = tempfile::tempdir().unwrap();
    let tray = Tray::open(folder.path().join("cv.stp"), most_bytes, most_files).unwrap();
    (folder, tray)
}

fn name(text: &str) -> PlainName {
    PlainName::read(text).unwrap()
}

fn put(tray: &Tray, called: &str, bytes: &[u8]) -> Result<u64> {
    tray.receive(&name(called), Existing::Keep, &mut &bytes[..], || Ok(()))
}

fn get(tray: &Tray, called: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    tray.send(&name(called))?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn everything(tray: &Tray) -> Vec<String> {
    tray.entries().unwrap().map(|(name, _)| name).collect()
}

#[test]
fn what_is_put_comes_back_byte_by_byte_and_nobody_else_may_read_it() {
    let (_folder, tray) = tray(1_000, 10);
    let bytes: Vec<u8> = (0..=255).collect();
    assert_eq!(put(&tray, "Phụ lục 1.xlsx", &bytes).unwrap(), 256);
    assert_eq!(get(&tray, "Phụ lục 1.xlsx").unwrap(), bytes);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&tray.folder), 0o700);
    assert_eq!(mode(&tray.folder.join("Phụ lục 1.xlsx")), 0o600);
    assert!(matches!(
        put(&tray, "Phụ lục 1.xlsx", b"x"),
        Err(Error::Door(DoorFault::Taken(_)))
    ));
    let replaced = tray.receive(
        &name("Phụ lục 1.xlsx"),
        Existing::Replace,
        &mut &b"new"[..],
        || Ok(()),
    );
    assert_eq!(replaced.unwrap(), 3);
    assert_eq!(get(&tray, "Phụ lục 1.xlsx").unwrap(), b"new");
    tray.remove(&name("Phụ lục 1.xlsx")).unwrap();
    assert!(everything(&tray).is_empty());
}

#[test]
fn a_file_that_does_not_fit_leaves_nothing_behind() {
    let (_folder, tray) = tray(100, 2);
    put(&tray, "a.csv", &[b'x'; 60]).unwrap();
    let over = put(&tray, "b.csv", &[b'x'; 41]);
    assert!(matches!(over, Err(Error::Door(DoorFault::Full(40)))));
    assert_eq!(everything(&tray), ["a.csv"]);
    // What is replaced makes room, though it stays until the new one is whole.
    let other = tray.receive(
        &name("a.csv"),
        Existing::Replace,
        &mut &[b'y'; 100][..],
        || Ok(()),
    );
    assert_eq!(other.unwrap(), 100);
    assert!(matches!(
        put(&tray, "b.csv", b"x"),
        Err(Error::Door(DoorFault::Full(0)))
    ));
    let again = tray.receive(&name("a.csv"), Existing::Replace, &mut &b"z"[..], || Ok(()));
    assert_eq!(again.unwrap(), 1);
    put(&tray, "b.csv", b"x").unwrap();
    assert!(matches!(
        put(&tray, "c.csv", b"x"),
        Err(Error::Door(DoorFault::TooMany(2)))
    ));
}

#[test]
fn of_a_cut_transfer_nothing_is_kept_and_what_was_there_stays() {
    let (_folder, tray) = tray(1_000, 10);
    put(&tray, "a.csv", b"before").unwrap();
    let cut = tray.receive(&name("a.csv"), Existing::Replace, &mut &b"half"[..], || {
        Err(DoorFault::Cut.into())
    });
    assert!(matches!(cut, Err(Error::Door(DoorFault::Cut))));
    assert_eq!(get(&tray, "a.csv").unwrap(), b"before");
    assert_eq!(everything(&tray), ["a.csv"]);
}

#[test]
fn two_files_that_are_written_at_once_do_not_take_the_same_room() {
    let (_folder, tray) = tray(100, 3);
    put(&tray, "a.csv", &[b'x'; 60]).unwrap();
    // The other was moved into place while this one was written.
    let beside = tray.folder.join(".cchc-1");
    std::fs::write(&beside, [b'y'; 60]).unwrap();
    let taken = |size, place: &str| tray.takes(size, [&beside, Path::new(place)]);
    assert!(matches!(
        taken(60, "b.csv"),
        Err(Error::Door(DoorFault::Full(40)))
    ));
    taken(40, "b.csv").unwrap();
    taken(60, "a.csv").unwrap();
    let held = tray.lock_soon().unwrap();
    assert!(matches!(
        tray.lock_soon(),
        Err(Error::Door(DoorFault::Underway))
    ));
    drop(held);
    // What lies beside counts as well.
    assert!(put(&tray, "c.csv", b"x").is_err());
}

#[test]
fn no_path_of_the_server_is_told() {
    let (_folder, tray) = tray(100, 3);
    let bare = |error| tray.told(error);
    let inside = tray.folder.join("a.csv");
    for (error, name) in [
        (bare(Error::NoRoom(tray.folder.clone())), "cv.stp"),
        (bare(Error::NoPermission(inside)), "a.csv"),
        (
            bare(Error::NoPermission("/srv/cchc/cchc.db".into())),
            "cchc.db",
        ),
    ] {
        let (Error::NoRoom(path) | Error::NoPermission(path)) = error else {
            panic!("{error:?}");
        };
        assert_eq!(path, Path::new(name));
    }
}

#[test]
fn of_the_office_s_skeletons_only_the_name_is_told() {
    let (_folder, tray) = tray(100, 3);
    let path = || PathBuf::from("/srv/cchc/papers/cong-van.docx");
    for fault in [
        PaperFault::NotDocx(path()),
        PaperFault::NoTable(path()),
        PaperFault::UnknownPlace(path(), "ngay".to_owned()),
    ] {
        let told = (crate::lang::VI.errors.sentence)(&tray.told(fault.into()));
        assert!(told.contains("Mẫu cong-van.docx "), "{told}");
        assert!(!told.contains("/srv"), "{told}");
    }
}

#[test]
fn links_devices_and_directories_are_neither_read_nor_written_nor_listed() {
    let (folder, tray) = tray(1_000, 20);
    let secret = folder.path().join("cchc.db");
    fs::write(&secret, "secret").unwrap();
    symlink(&secret, tray.folder.join("link.csv")).unwrap();
    symlink("/dev/zero", tray.folder.join("device.csv")).unwrap();
    fs::hard_link(&secret, tray.folder.join("twin.csv")).unwrap();
    fs::create_dir(tray.folder.join("folder.csv")).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        tray.folder.join("pipe.csv"),
        rustix::fs::FileType::Fifo,
        Mode::from_raw_mode(0o600),
        0,
    )
    .unwrap();
    for called in [
        "link.csv",
        "device.csv",
        "twin.csv",
        "folder.csv",
        "pipe.csv",
    ] {
        let is_refused = |error: Error| matches!(error, Error::Door(DoorFault::NotAFile(_)));
        assert!(is_refused(get(&tray, called).unwrap_err()), "{called}");
        assert!(
            is_refused(tray.find(Path::new(called)).unwrap_err()),
            "{called}"
        );
        let over = tray.receive(&name(called), Existing::Replace, &mut &b"x"[..], || Ok(()));
        assert!(is_refused(over.unwrap_err()), "{called}");
        assert!(is_refused(tray.remove(&name(called)).unwrap_err()));
    }
    assert_eq!(fs::read_to_string(&secret).unwrap(), "secret");
    assert!(tray.files().unwrap().is_empty());
}

#[test]
fn a_link_to_the_tray_of_somebody_else_is_no_tray() {
    let (folder, other) = tray(1_000, 10);
    put(&other, "a.csv", b"theirs").unwrap();
    let is_refused = |error: Error| matches!(error, Error::Door(DoorFault::NoTray));
    let mine = folder.path().join("vw.snv");
    symlink(&other.folder, &mine).unwrap();
    assert!(is_refused(Tray::open(mine.clone(), 1_000, 10).unwrap_err()));
    // One that leads nowhere, and what is no directory at all.
    let nowhere = folder.path().join("nowhere");
    symlink(folder.path().join("missing"), &nowhere).unwrap();
    assert!(is_refused(Tray::open(nowhere, 1_000, 10).unwrap_err()));
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    assert!(is_refused(Tray::open(file, 1_000, 10).unwrap_err()));
    // Where it took the place of a tray that is open: nothing is put there, nothing taken away.
    fs::remove_file(&mine).unwrap();
    let tray = Tray::open(mine.clone(), 1_000, 10).unwrap();
    fs::remove_dir(&mine).unwrap();
    symlink(&other.folder, &mine).unwrap();
    assert!(is_refused(put(&tray, "b.csv", b"x").unwrap_err()));
    assert!(is_refused(get(&tray, "a.csv").unwrap_err()));
    assert!(is_refused(tray.remove(&name("a.csv")).unwrap_err()));
    assert!(is_refused(tray.files().unwrap_err()));
    assert!(is_refused(tray.place(Path::new("b.csv")).unwrap_err()));
    assert_eq!(get(&other, "a.csv").unwrap(), b"theirs");
    assert_eq!(everything(&other), ["a.csv"]);
}

#[test]
fn one_file_arrives_at_a_time() {
    let (_folder, tray) = tray(1_000, 20);
    let held = tray.lock().unwrap();
    assert!(matches!(
        put(&tray, "a.csv", b"x"),
        Err(Error::Door(DoorFault::Underway))
    ));
    drop(held);
    put(&tray, "a.csv", b"x").unwrap();
}

#[test]
fn what_is_old_goes_and_what_a_killed_writer_left() {
    let (_folder, tray) = tray(1_000, 20);
    put(&tray, "a.csv", b"x").unwrap();
    fs::write(tray.folder.join(".cchc-half"), "half").unwrap();
    let day = Duration::from_secs(86_400);
    let later = SystemTime::now() + 3 * day;
    assert_eq!(tray.sweep(SystemTime::now(), Some(day)).unwrap(), 0);
    assert_eq!(tray.sweep(later, None).unwrap(), 1);
    assert_eq!(everything(&tray), ["a.csv"]);
    assert_eq!(tray.sweep(later, Some(2 * day)).unwrap(), 1);
    assert!(everything(&tray).is_empty());
}
