//! What somebody tries who has a clerk's key and wants more than the door gives.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::symlink;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::office::{said, text};
use super::server::{Server, finish};
use super::terminal::PATIENCE;

/// What no output may hold: what a shell, a database or somebody else's file would have said.
const SECRETS: [&str; 5] = ["uid=", "root:", "SQLite format", "bí mật", "PATH="];

/// What is asked, the exit code, and what the refusal says.
const WORDS: &[(&str, i32, &str)] = &[
    // Other programs.
    ("id", 2, "Không có lệnh \"id\""),
    ("/bin/sh", 2, "Không có lệnh"),
    ("sh -c id", 2, "Không có lệnh"),
    ("ls -la /", 2, "Không có lệnh"),
    ("env", 2, "Không có lệnh"),
    ("cat /etc/passwd", 2, "Không có lệnh"),
    ("cchc demo", 2, "Không có lệnh"),
    ("scp -t .", 2, "scp không dùng được"),
    ("scp -f /etc/passwd", 2, "scp không dùng được"),
    (
        "rsync --server --sender -e.L . /etc",
        2,
        "rsync không dùng được",
    ),
    (
        "/usr/lib/openssh/sftp-server",
        2,
        "sftp-server không dùng được",
    ),
    ("internal-sftp", 2, "internal-sftp không dùng được"),
    // What a shell would read.
    ("list; id", 2, "Không có lệnh"),
    ("list && id", 2, "Không có lệnh"),
    ("list | id", 2, "Không có lệnh"),
    ("list\nid", 2, "Không có lệnh"),
    ("`id`", 2, "Không có lệnh"),
    ("$(id)", 2, "Không có lệnh"),
    ("get `id`", 66, "Không có tệp"),
    ("get $(cat /etc/passwd)", 2, "không phải tên tệp"),
    ("get a.csv; id", 66, "Không có tệp"),
    ("get *", 66, "Không có tệp"),
    // Other people.
    ("--user ld.ubnd", 2, "Không có lệnh"),
    ("brief --user ld.ubnd", 2, "Không có lệnh"),
    ("cchc --user ld.ubnd brief", 2, "Không có lệnh"),
    ("list --db /etc/passwd", 2, "Không có lệnh"),
    // Other files.
    ("get /etc/passwd", 2, "không phải tên tệp"),
    ("get ../../cv.stc/files/riêng.csv", 2, "không phải tên tệp"),
    ("get ../../../cchc.db", 2, "không phải tên tệp"),
    ("get cchc.db", 66, "Không có tệp"),
    ("get riêng.csv", 66, "Không có tệp"),
    ("get ..", 2, "không phải tên tệp"),
    ("get .cchc-x", 2, "không phải tên tệp"),
    ("get ~/.ssh/authorized_keys", 2, "không phải tên tệp"),
    ("get link.csv", 66, "không phải tệp thường"),
    ("get device.csv", 66, "không phải tệp thường"),
    ("get twin.csv", 66, "không phải tệp thường"),
    ("put link.csv", 66, "không phải tệp thường"),
    ("replace link.csv", 66, "không phải tệp thường"),
    ("replace device.csv", 66, "không phải tệp thường"),
    ("replace twin.csv", 66, "không phải tệp thường"),
    ("remove link.csv", 66, "không phải tệp thường"),
    ("put ../x.csv", 2, "không phải tên tệp"),
    ("put a/../../x.csv", 2, "không phải tên tệp"),
    ("put /tmp/x.csv", 2, "không phải tên tệp"),
    ("put ..\\x.csv", 2, "không phải tên tệp"),
    ("put .bashrc", 2, "không phải tên tệp"),
    ("put -rf", 2, "không phải tên tệp"),
    ("put --replace a.csv", 2, "không phải tên tệp"),
    ("put a\nb.csv", 2, "không phải tên tệp"),
    ("put a\u{1b}[2J.csv", 2, "không phải tên tệp"),
    ("put \u{202e}vsc.a", 2, "không phải tên tệp"),
    ("put", 2, "không phải tên tệp"),
    ("put ''", 2, "không phải tên tệp"),
];

#[track_caller]
fn gives_nothing_away(tried: &str, output: &Output) {
    for part in [said(&output.stdout), said(&output.stderr)] {
        for secret in SECRETS {
            assert!(!part.contains(secret), "{tried:?}: {part}");
        }
        assert!(!part.contains('\u{1b}'), "{tried:?}: {part:?}");
    }
}

#[test]
fn no_words_get_more_than_the_door_gives() {
    let Some(server) = Server::with(&["cv.stttt", "cv.stc"]) else {
        return;
    };
    server.get("cv.stc", &["put", "riêng.csv"], "bí mật".as_bytes());
    server.get("cv.stttt", &["help"], b"");
    let tray = server.tray("cv.stttt");
    symlink(server.office.db(), tray.join("link.csv")).unwrap();
    symlink("/dev/zero", tray.join("device.csv")).unwrap();
    fs::hard_link(server.office.db(), tray.join("twin.csv")).unwrap();
    let kept = server.kept("cv.stttt");
    for (words, code, sentence) in WORDS {
        let output = server.ask("cv.stttt", &[words], b"x");
        let complaint = said(&output.stderr);
        assert_eq!(output.status.code(), Some(*code), "{words:?}: {complaint}");
        assert!(complaint.contains(sentence), "{words:?}: {complaint}");
        assert!(output.stdout.is_empty(), "{words:?}");
        gives_nothing_away(words, &output);
    }
    assert_eq!(server.kept("cv.stttt"), kept);
    let noted = fs::read_to_string(server.office.path("users/door.log")).unwrap();
    assert!(
        noted.lines().count() >= WORDS.len(),
        "what was tried is noted"
    );
    fs::remove_file(tray.join("twin.csv")).unwrap();
    server.office.verify();
}

#[test]
fn nobody_keeps_more_than_their_share() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    // The share in this test is a megabyte in five files.
    let most = server.ask("cv.stttt", &["put", "a.csv"], &vec![b'x'; 1_000_001]);
    assert_eq!(most.status.code(), Some(73));
    assert!(
        said(&most.stderr).contains("còn 1.000.000 byte"),
        "{}",
        said(&most.stderr)
    );
    assert_eq!(server.kept("cv.stttt"), [""; 0]);
    for name in ["1.csv", "2.csv", "3.csv", "4.csv", "5.csv"] {
        server.get("cv.stttt", &["put", name], b"x");
    }
    let more = server.ask("cv.stttt", &["put", "6.csv"], b"x");
    assert!(said(&more.stderr).contains("nhiều nhất 5 tệp"));
    assert_eq!(server.kept("cv.stttt").len(), 5);
}

#[test]
fn a_terminal_shows_the_screens_or_a_sentence_and_no_shell() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let output = server.ask("cv.stttt", &[], b"id\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output.stderr).contains("ssh -t"),
        "{}",
        said(&output.stderr)
    );
    for (words, sentence) in [
        (&["/bin/sh"][..], "Không có lệnh"),
        (&["put", "a.csv"], "không đi qua màn hình"),
        (&["get", "a.csv"], "không đi qua màn hình"),
    ] {
        let output = server.run_with("cv.stttt", &["-tt"], words, b"id\n");
        let told = said(&output.stdout) + &said(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{words:?} {told}");
        assert!(told.contains(sentence), "{told}");
        assert!(!told.contains("uid="), "{told}");
    }
    // Neither a job control key nor a shell's words leave the screens.
    let mut screen = server.open("cv.stttt");
    screen.wait_for("Việc hôm nay");
    screen.settle();
    screen.press("<C-z>!sh<Enter>:!id<Enter>");
    screen.settle();
    assert!(!screen.screen().contains("uid="), "{}", screen.screen());
    assert!(screen.is_running());
}

#[test]
fn what_the_client_puts_into_the_environment_changes_nothing() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let plain = server.get("cv.stttt", &["help"], b"");
    assert!(said(&plain).contains("Người dùng: cv.stttt"));
    let brief = server.ask("cv.stttt", &["brief"], b"").stdout;
    for variable in [
        "CCHC_USER=ld.ubnd",
        "CCHC_DB=/tmp/other.db",
        "CCHC_LANG=en",
        "CCHC_TODAY=2020-01-01",
        "EDITOR=id",
        "PAGER=id",
        "LD_PRELOAD=/tmp/evil.so",
        "XDG_STATE_HOME=/tmp",
        "SSH_ORIGINAL_COMMAND=",
        "SSH_CONNECTION=",
    ] {
        let option = format!("SetEnv={variable}");
        for (words, expected) in [("help", &plain), ("brief", &brief)] {
            let output = server.run_with("cv.stttt", &["-o", &option], &[words], b"");
            assert_eq!(
                &output.stdout,
                expected,
                "{variable}: {}",
                said(&output.stderr)
            );
            assert!(
                output.stderr.is_empty(),
                "{variable}: {}",
                said(&output.stderr)
            );
        }
    }
}

#[test]
fn copying_programs_get_a_sentence_and_no_file() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let line = server.client("cv.stttt", &[]);
    let (target, options) = line.split_last().unwrap();
    // The client's name, `-p` and the port: these programs write the port with another letter.
    let port = server.port.to_string();
    let rest: Vec<&String> = options[1..]
        .iter()
        .filter(|word| !["-p", &port].contains(&word.as_str()))
        .collect();
    let here = server.office.path("here.csv");
    fs::write(&here, "x").unwrap();
    let there = format!("{target}:x.csv");
    let passwd = format!("{target}:/etc/passwd");
    let back = server.office.path("back");
    for (program, words) in [
        ("scp", vec!["-O", text(&here), &there]),
        ("scp", vec!["-O", &passwd, text(&back)]),
        ("scp", vec!["-s", text(&here), &there]),
        ("scp", vec!["-s", &passwd, text(&back)]),
        ("sftp", vec![target]),
    ] {
        let mut command = Command::new(program);
        server.office.clean(&mut command);
        let child = command
            .args(["-P", &port])
            .args(&rest)
            .args(&words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let output = finish(child.unwrap(), b"get /etc/passwd\n");
        assert!(!output.status.success(), "{program} {words:?}");
        gives_nothing_away(program, &output);
        let complaint = said(&output.stderr);
        // What is said to the subsystem of sftp, sshd does not hand on.
        let is_heard = words.first() == Some(&"-O");
        assert_eq!(
            complaint.contains("put TÊN"),
            is_heard,
            "{program} {words:?}: {complaint}"
        );
        assert!(!back.exists());
    }
    assert_eq!(server.kept("cv.stttt"), [""; 0]);
}

#[test]
fn nothing_is_forwarded() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let port = server.port;
    let there = format!("127.0.0.1:{port}");
    let through = server.run_with("cv.stttt", &["-W", &there], &[], b"");
    assert!(!through.status.success());
    assert!(!said(&through.stdout).contains("SSH-2.0"), "-W");
    let back = server.run_with(
        "cv.stttt",
        &[
            "-o",
            "ExitOnForwardFailure=yes",
            "-R",
            &format!("0:{there}"),
        ],
        &["help"],
        b"",
    );
    assert_eq!(back.status.code(), Some(255), "-R: {}", said(&back.stdout));
    for (option, word) in [
        ("-L", format!("{}:{there}", port + 1)),
        ("-D", (port + 1).to_string()),
    ] {
        let line = server.client("cv.stttt", &["-N", option, &word]);
        let mut command = Command::new(&line[0]);
        server.office.clean(&mut command);
        let mut client = command
            .args(&line[1..])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let heard = listen(port + 1, option == "-D", port);
        client.kill().unwrap();
        client.wait().unwrap();
        assert!(!heard.contains("SSH-2.0"), "{option}: {heard}");
    }
}

/// What comes back over a port that a client forwards; as a proxy it is asked for this other port first.
fn listen(port: u16, is_proxy: bool, other: u16) -> String {
    let since = Instant::now();
    let mut stream = loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => break stream,
            Err(_) if since.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(20)),
            Err(error) => panic!("{error}"),
        }
    };
    stream
        .set_read_timeout(Some(Duration::from_secs(3)))
        .unwrap();
    if is_proxy {
        let [high, low] = other.to_be_bytes();
        stream
            .write_all(&[5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1, high, low])
            .unwrap();
    }
    let mut heard = Vec::new();
    let _ = stream.read_to_end(&mut heard); // what came until it was closed, or until nobody says more
    said(&heard)
}

#[test]
fn neither_an_agent_nor_a_display_reaches_the_program() {
    let Some(server) = Server::with(&["cv.stttt"]) else {
        return;
    };
    let mut screen = server.open_with("cv.stttt", &["-A", "-X"]);
    screen.wait_for("Việc hôm nay");
    let [program] = server.programs()[..] else {
        panic!("{:?}", server.programs());
    };
    let environment = said(&fs::read(format!("/proc/{program}/environ")).unwrap());
    assert!(environment.contains("SSH_CONNECTION="));
    for name in ["SSH_AUTH_SOCK=", "DISPLAY="] {
        assert!(!environment.contains(name), "{environment}");
    }
    let children = fs::read_to_string(format!("/proc/{program}/task/{program}/children"));
    assert_eq!(
        children.unwrap_or_default(),
        "",
        "it starts no other program"
    );
}
