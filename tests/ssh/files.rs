//! Files through the door: in, out, and what the program makes of them.

use std::fs;
use std::time::Duration;

use super::office::said;
use super::server::Server;

#[test]
fn what_is_put_is_listed_and_comes_back_byte_by_byte() {
    let Some(server) = Server::with(&["cv.snv"]) else {
        return;
    };
    let bytes: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    for (words, name) in [
        (&["put", "Phụ lục 1.xlsx"][..], "Phụ lục 1.xlsx"),
        (
            &["put 'Kế hoạch \u{111}ợt 2.xlsx'"][..],
            "Kế hoạch đợt 2.xlsx",
        ),
        (&["put", "\"Phu\u{323} luc.csv\""][..], "Phụ luc.csv"),
    ] {
        let told = said(&server.get("cv.snv", words, &bytes));
        assert!(told.contains("300.000 byte"), "{told}");
        assert_eq!(server.get("cv.snv", &["get", name], b""), bytes, "{name}");
    }
    let list = said(&server.get("cv.snv", &["list"], b""));
    for text in [
        "Phụ lục 1.xlsx",
        "Kế hoạch đợt 2.xlsx",
        "300.000",
        "30 ngày",
    ] {
        assert!(list.contains(text), "{list}");
    }
    let again = server.ask("cv.snv", &["put", "Phụ lục 1.xlsx"], b"x");
    assert_eq!(again.status.code(), Some(73));
    assert!(
        said(&again.stderr).contains("replace"),
        "{}",
        said(&again.stderr)
    );
    server.get("cv.snv", &["replace", "Phụ lục 1.xlsx"], b"moi");
    assert_eq!(
        server.get("cv.snv", &["get", "Phụ lục 1.xlsx"], b""),
        b"moi"
    );
    server.get("cv.snv", &["remove", "Phụ lục 1.xlsx"], b"");
    let gone = server.ask("cv.snv", &["get", "Phụ lục 1.xlsx"], b"");
    assert_eq!(gone.status.code(), Some(66));
    let noted = fs::read_to_string(server.office.path("users/door.log")).unwrap();
    assert!(
        noted.contains("\tcv.snv\tget Phụ lục 1.xlsx\t66\t0"),
        "{noted}"
    );
}

#[test]
fn an_annex_that_was_put_is_chosen_on_the_screen_which_shows_nothing_else() {
    let Some(server) = Server::with(&["cv.snv"]) else {
        return;
    };
    let annex = fs::read("tests/files/annex.xlsx").unwrap();
    server.get("cv.snv", &["put", "Phụ lục.xlsx"], &annex);
    let mut screen = server.open("cv.snv");
    screen.wait_for("Việc hôm nay");
    screen.settle();
    screen.press(":import<Enter>");
    screen.wait_for("Tệp");
    screen.settle();
    screen.press("<F4>");
    screen.wait_for("Phụ lục.xlsx");
    let shown = screen.screen();
    assert!(!shown.contains("..") && !shown.contains("/tmp"), "{shown}");
    screen.press("<Enter>");
    screen.settle();
    screen.press("<F10>");
    screen.wait_for("Nhập: xem trước");
    // It opened by itself: what is struck before its first frame is whole is not meant for it.
    screen.last_byte(Duration::from_millis(700));
    screen.press("<F3>");
    screen.wait_without("xem trước");
    screen.settle();
    // A path that is typed is refused, whatever lies there.
    screen.press("<Up><Home>");
    for _ in 0..20 {
        screen.press("<Del>");
    }
    screen.press("/etc/passwd<F10>");
    screen.wait_for("không phải tên tệp");
    assert!(!screen.screen().contains("root:"), "{}", screen.screen());
}

#[test]
fn a_list_goes_out_by_the_screen_and_is_fetched_from_the_tray() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let mut screen = server.open("cv.stttt");
    screen.wait_for("Việc hôm nay");
    screen.settle();
    screen.press("<F7>cq:stttt \"quá hạn\"<Enter>");
    screen.wait_for("Lọc: cq:stttt");
    screen.settle();
    screen.press(":export<Enter>");
    screen.wait_for("Tên tệp");
    screen.settle();
    screen.press("<F10>");
    screen.wait_for("ssh MÁY get nhiem-vu-2023-06-15.xlsx");
    let file = server.get("cv.stttt", &["get", "nhiem-vu-2023-06-15.xlsx"], b"");
    assert!(file.starts_with(b"PK"), "a workbook");
    // Another folder is refused there too.
    screen.settle();
    screen.press(":export<Enter>");
    screen.wait_for("Tên tệp");
    screen.settle();
    screen.press("<Home>/tmp/<F10>");
    screen.wait_for("không phải tên tệp");
}

#[test]
fn the_brief_tells_what_home_tells_in_three_lines() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let output = server.ask("cv.stttt", &["brief"], b"");
    assert_eq!(output.status.code(), Some(3), "{}", said(&output.stderr));
    let told = said(&output.stdout);
    assert_eq!(told.lines().count(), 3, "{told}");
    assert!(
        told.contains("Thông tin và Truyền thông") && told.contains("Quá hạn: "),
        "{told}"
    );
}
