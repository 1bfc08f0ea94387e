//! What lines, input methods and the clipboard do to keys.

use std::time::Duration;

use super::office::Office;
use super::terminal::{Terminal, bytes};

/// The line may hold back half a sequence that long.
const STALL: Duration = Duration::from_millis(20);

fn open_waiting(office: &Office) -> Terminal {
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("3");
    terminal.wait_for("tt:chờ");
    terminal.settle();
    terminal
}

#[test]
fn an_arrow_that_comes_in_two_pieces_moves_the_cursor_and_closes_nothing() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = open_waiting(&office);
    let (first, _) = terminal.cursor();
    for (pieces, row) in [
        ([&b"\x1b"[..], b"[B"], first + 1),
        ([b"\x1b[", b"B"], first + 2),
        ([b"\x1b", b"[A"], first + 1),
    ] {
        terminal.send_in_pieces(&pieces, STALL);
        terminal.wait_until("the cursor one row on", |terminal| {
            terminal.cursor().0 == row
        });
        assert!(
            terminal.screen().contains("Nhiệm vụ theo cơ quan"),
            "{}",
            terminal.screen()
        );
    }
}

/// `tooi gox tieengs Vieetj` as input methods send it: a letter that changes a word takes back what
/// stands there from the changed letter on, and types it anew.
const TELEX: &str = "to⌫ôi go⌫õ tie⌫êng⌫⌫⌫ếng Vie⌫êt⌫⌫ệt";

#[test]
fn telex_typing_gives_vietnamese_in_a_field_whichever_backspace_and_however_cut() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.stttt");
    terminal.wait_for("Quá hạn của đơn vị");
    terminal.press("19<Enter>");
    terminal.wait_for("Báo cáo HT #");
    for backspace in ["\x08", "\x7f"] {
        let typed = TELEX.replace('⌫', backspace);
        for size in [typed.len(), 1] {
            for piece in typed.as_bytes().chunks(size) {
                terminal.send_in_pieces(&[piece], Duration::from_millis(1));
            }
            terminal.wait_for("[tôi gõ tiếng Việt ");
            terminal.press("<C-u>");
            terminal.wait_without("tôi gõ");
        }
    }
}

#[test]
fn telex_typing_in_a_list_does_no_harm() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let before = office.tasks();
    let mut terminal = open_waiting(&office);
    for backspace in ["\x08", "\x7f"] {
        terminal.send(format!("d{backspace}đ").as_bytes());
        terminal.settle();
        assert!(
            terminal.screen().contains("tt:chờ"),
            "{}",
            terminal.screen()
        );
    }
    assert_eq!(office.tasks(), before);
}

#[test]
fn a_paste_into_a_list_runs_no_command() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let before = office.tasks();
    let mut terminal = open_waiting(&office);
    let text = b"qua han: 9 9 9 4\rThoi theo doi ca nam, uu tien so 4\r\rq\r";
    for paste in [
        [b"\x1b[200~", &text[..], b"\x1b[201~"].concat(),
        text.to_vec(),
    ] {
        terminal.send(&paste);
        terminal.wait_for("dán vào danh sách được bỏ qua");
        terminal.settle();
        assert!(
            terminal.screen().contains("tt:chờ"),
            "{}",
            terminal.screen()
        );
        assert!(
            !terminal.screen().contains("đã chọn thao tác"),
            "{}",
            terminal.screen()
        );
        terminal.press("<Down>");
        terminal.wait_without("dán vào danh sách được bỏ qua");
    }
    assert_eq!(office.tasks(), before);
    terminal.send(&bytes("<F3>"));
    terminal.wait_for("Chờ tôi xác nhận");
}
