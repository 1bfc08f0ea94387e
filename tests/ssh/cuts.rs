//! Connections that break.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use super::office::said;
use super::server::Server;
use super::terminal::PATIENCE;

/// A cut connection ends the program within this time.
const SOON: Duration = Duration::from_secs(2);

fn kill(id: u32) {
    kill_process(
        Pid::from_raw(i32::try_from(id).unwrap()).unwrap(),
        Signal::KILL,
    )
    .unwrap();
}

/// The process whose child this is.
fn parent_of(id: u32) -> u32 {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
    let fields = stat.rsplit_once(')').unwrap().1;
    fields.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn a_killed_client_ends_the_program_and_what_was_typed_is_offered_again() {
    let Some(server) = Server::with(&["cv.snv"]) else {
        return;
    };
    let mut screen = server.open("cv.snv");
    screen.wait_for("Việc hôm nay");
    screen.settle();
    screen.press("<F6>");
    screen.wait_for("Nội dung");
    screen.settle();
    screen.press("Rà soát thủ tục mới");
    screen.wait_for("Rà soát thủ tục mới");
    assert_eq!(server.programs().len(), 1);
    kill(screen.id());
    let time = server.wait_for_nobody();
    assert!(time < SOON, "{time:?}");
    drop(screen);
    let mut screen = server.open("cv.snv");
    screen.wait_for("Việc hôm nay");
    screen.wait_for("nhập dở");
}

#[test]
fn a_killed_server_process_ends_the_program() {
    let Some(server) = Server::with(&["cv.snv"]) else {
        return;
    };
    let mut screen = server.open("cv.snv");
    screen.wait_for("Việc hôm nay");
    screen.settle();
    let [program] = server.programs()[..] else {
        panic!("{:?}", server.programs());
    };
    kill(parent_of(program));
    let time = server.wait_for_nobody();
    assert!(time < SOON, "{time:?}");
}

#[test]
fn of_a_transfer_that_is_cut_nothing_is_kept() {
    let Some(server) = Server::with(&["cv.snv"]) else {
        return;
    };
    server.get("cv.snv", &["help"], b"");
    for does_client_die in [true, false] {
        let line = server.client("cv.snv", &[]);
        let mut command = Command::new(&line[0]);
        server.office.clean(&mut command);
        let mut client = command
            .args(&line[1..])
            .args(["put", "dở.csv"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut pipe = client.stdin.take().unwrap();
        pipe.write_all(&[b'x'; 100_000]).unwrap();
        let since = std::time::Instant::now();
        while server.kept("cv.snv").is_empty() || server.programs().is_empty() {
            assert!(since.elapsed() < PATIENCE, "nothing arrives");
            std::thread::sleep(Duration::from_millis(20));
        }
        if does_client_die {
            kill(client.id());
        } else {
            kill(parent_of(server.programs()[0]));
        }
        let time = server.wait_for_nobody();
        assert!(time < SOON, "{time:?}");
        let _ = client.kill();
        client.wait().unwrap();
        drop(pipe);
        assert_eq!(server.kept("cv.snv"), [""; 0]);
    }
    let list = said(&server.get("cv.snv", &["list"], b""));
    assert!(list.contains("Chưa có tệp nào"), "{list}");
}
