//! Every way out: the terminal is given back as it was, and nothing that was typed is lost.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use cchc::store::{Access, Head, Kind, Store};
use rustix::fs::{FlockOperation, flock};
use rustix::process::Signal;
use rustix::termios::Termios;

use super::office::{Office, text};
use super::process;
use super::terminal::{Terminal, find};

/// Paste off, cursor on, attributes off, the shell's screen.
const FAREWELL: &[u8] = b"\x1b[?2004l\x1b[?25h\x1b[m\x1b[?1049l";

/// Opens the form that reports a late task done, and types into it.
fn type_evidence(terminal: &mut Terminal) {
    terminal.wait_for("Quá hạn của đơn vị");
    terminal.press("19<Enter>");
    terminal.wait_for("Báo cáo HT #");
    terminal.press("324/BC-STTTT");
    terminal.wait_for("324/BC-STTTT");
}

/// The next start offers what was typed, and F10 brings it back.
fn is_offered(office: &Office) {
    let mut next = office.open("cv.stttt");
    next.wait_for("F10 khôi phục");
    next.press("<F10>");
    next.wait_for("324/BC-STTTT");
}

fn same(one: &Termios, other: &Termios) -> bool {
    one.input_modes == other.input_modes
        && one.output_modes == other.output_modes
        && one.control_modes == other.control_modes
        && one.local_modes == other.local_modes
}

#[test]
fn a_closed_window_ends_the_program_within_a_second_and_keeps_what_was_typed() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.stttt");
    type_evidence(&mut terminal);
    let since = Instant::now();
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);
    let time = since.elapsed();
    assert!(time < Duration::from_millis(1500), "{time:?}");
    is_offered(&office);
}

#[test]
fn a_signal_ends_it_with_its_code_and_gives_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::QUIT, 131)] {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let mut terminal = office.open_in_a_shell("cv.stttt");
        let before = terminal.modes_at_start.clone();
        type_evidence(&mut terminal);
        assert!(!same(&before, &terminal.modes()), "raw mode");
        terminal.signal(signal);
        terminal.wait_for(&format!("[ended {code}]"));
        assert!(same(&before, &terminal.modes()));
        assert!(!terminal.is_alternate());
        assert!(find(&terminal.written, FAREWELL));
        is_offered(&office);
    }
}

#[test]
fn who_leaves_with_something_begun_is_told_and_finds_it_at_the_next_start_and_at_the_one_after() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open_in_a_shell("cv.stttt");
    type_evidence(&mut terminal);
    terminal.press("<F3>");
    terminal.wait_for("F9");
    terminal.press("<F3>");
    terminal.wait_for("F2 Nhập");
    terminal.press("<F3>");
    terminal.wait_for("[ended 0]");
    let said = terminal.screen();
    assert!(
        said.contains("nội dung nhập dở, được giữ cho lần sau"),
        "{said}"
    );
    // Who does not take it up keeps it.
    let mut next = office.open_in_a_shell("cv.stttt");
    next.wait_for("F10 khôi phục");
    next.press("<F3>");
    next.wait_for("[ended 0]");
    is_offered(&office);
}

/// A minute without a key, by the shortest time that can be set.
fn set_a_minute(office: &Office) {
    let set = ["config", "set", "idle_end", "1", "--user", "qt.snv"];
    assert_eq!(office.json(&set)["value"], "1");
}

#[test]
fn a_session_that_nobody_touches_warns_and_ends_with_a_code_of_its_own_and_keeps_what_was_typed() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    set_a_minute(&office);
    let mut terminal = office.open_in_a_shell("cv.stttt");
    let before = terminal.modes_at_start.clone();
    type_evidence(&mut terminal);
    let since = Instant::now();
    terminal.read_for(Duration::from_secs(25));
    assert!(!terminal.screen().contains("tự kết thúc"));
    terminal.wait_for("còn 30 giây thì tự kết thúc");
    assert!(since.elapsed() > Duration::from_secs(28));
    terminal.read_for(Duration::from_secs(25));
    assert!(terminal.is_alternate());
    terminal.wait_for("[ended 124]");
    let time = since.elapsed();
    assert!(
        time > Duration::from_secs(58) && time < Duration::from_secs(66),
        "{time:?}"
    );
    assert!(same(&before, &terminal.modes()) && find(&terminal.written, FAREWELL));
    let said = terminal.screen();
    assert!(said.contains("tự kết thúc sau 1 phút"), "{said}");
    is_offered(&office);
}

#[test]
fn ctrl_z_gives_the_shell_its_screen_and_coming_back_paints_everything() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open_in_a_shell("cv.snv");
    let before = terminal.modes_at_start.clone();
    terminal.wait_for("Toàn Thành phố");
    terminal.settle();
    let picture = terminal.screen();

    terminal.press("<C-z>");
    terminal.wait_for("[stopped");
    assert_eq!(process::state(terminal.program()), Some('T'));
    assert!(!terminal.is_alternate() && same(&before, &terminal.modes()));
    terminal.press("<Enter>");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.settle();
    assert_eq!(terminal.screen(), picture);

    // Stopped from outside it cannot clean up first; the picture is whole again all the same.
    terminal.signal(Signal::STOP);
    terminal.wait_for("[stopped");
    terminal.press("<C-j>"); // the terminal is still raw, where Enter ends no line
    terminal.wait_without("[stopped");
    terminal.settle();
    assert_eq!(terminal.screen(), picture);
    assert!(!same(&before, &terminal.modes()), "raw mode again");

    terminal.press("<F3>");
    terminal.wait_for("[ended 0]");
    assert!(same(&before, &terminal.modes()));
}

#[test]
fn what_was_typed_into_a_new_task_comes_back_too() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("<F6>");
    terminal.wait_until("the form", |terminal| terminal.screen().contains('['));
    terminal.press("Rà soát thủ tục đất đai");
    terminal.wait_for("thủ tục đất đai");
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);
    let mut next = office.open("cv.snv");
    next.wait_for("F10 khôi phục");
    next.press("<F10>");
    next.wait_for("Rà soát thủ tục đất đai");
    // Taken back once, it is not offered for ever.
    next.press("<C-u><F12><F3>");
    assert_eq!(next.exit_code(), 0);
    let mut last = office.open("cv.snv");
    last.wait_for("Toàn Thành phố");
    assert!(
        !last.screen().contains("F10 khôi phục"),
        "{}",
        last.screen()
    );
}

#[test]
fn the_columns_of_a_file_that_were_being_said_are_offered_with_it_and_a_file_that_is_gone_is_named()
{
    let Some(office) = Office::with_sample() else {
        return;
    };
    let file = office.path("viec.csv");
    let rows =
        "1,Rà soát thủ tục đất đai,Sở Nội vụ,30/9/2023\n2,Số hóa hồ sơ,Sở Tư pháp,15/10/2023\n";
    std::fs::write(&file, rows).unwrap();
    let open = |next: &mut Terminal| {
        next.wait_for("còn 1 nội dung nhập dở: F10 khôi phục");
        next.press("<F10>");
        next.wait_for("viec.csv");
        next.press("<F10>");
    };
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press(":nhap<Enter>");
    terminal.wait_for("Nhập phụ lục");
    // The file is chosen from its folder, not typed.
    terminal.press(text(&office.path("")));
    terminal.press("<F4>");
    terminal.wait_for("viec.csv");
    terminal.press("viec<Enter>");
    terminal.wait_until("the file", |it| it.screen().contains("viec.csv"));
    terminal.press("<F10>");
    terminal.wait_for("Không thấy dòng tiêu đề");
    // What opens by itself hears no key from before.
    terminal.last_byte(Duration::from_millis(300));
    terminal.press("<Down>25");
    terminal.wait_for("5 Chủ trì (chọn tay)");
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);

    let aside = office.path("aside");
    std::fs::rename(&file, &aside).unwrap();
    let mut next = office.open("cv.snv");
    open(&mut next);
    next.wait_for("tệp không tồn tại");
    next.hang_up();
    assert_eq!(next.exit_code(), 129);

    std::fs::rename(&aside, &file).unwrap();
    let mut next = office.open("cv.snv");
    open(&mut next);
    next.wait_for("Các cột như đã chọn dở lần trước");
    next.wait_for("5 Chủ trì (chọn tay)");
    next.last_byte(Duration::from_millis(300));
    next.press("<End>7<F10>");
    next.wait_for("Nhập: xem trước");
    next.hang_up();
    assert_eq!(next.exit_code(), 129);

    // Read by these columns it is read by them again; another file is not, and that is said.
    let mut next = office.open("cv.snv");
    open(&mut next);
    next.wait_for("Nhập: xem trước");
    next.hang_up();
    assert_eq!(next.exit_code(), 129);
    std::fs::write(&file, format!("Ghi chú,Việc\n{rows}")).unwrap();
    let mut next = office.open("cv.snv");
    open(&mut next);
    next.wait_for("Tệp đã khác lần trước");
}

#[test]
fn a_name_that_was_begun_for_a_filter_is_offered_with_its_filter() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("1");
    terminal.wait_for("Nhiệm vụ theo cơ quan");
    terminal.press("<F8>");
    terminal.wait_for("Bộ lọc đã lưu");
    terminal.press("<F6>");
    terminal.wait_for("Tên");
    terminal.press("Việc trễ chờ đôn đốc");
    terminal.wait_for("chờ đôn đốc");
    terminal.settle();
    let words = terminal.screen().lines().nth(2).unwrap().to_owned();
    assert!(words.contains("quá hạn"), "{words}");
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);
    let mut next = office.open("cv.snv");
    next.wait_for("còn 1 nội dung nhập dở: F10 khôi phục");
    next.press("<F10>");
    next.wait_for("chờ đôn đốc");
    assert!(next.screen().contains(words.trim()), "{}", next.screen());
    next.press(" tuần này<F10>");
    next.wait_for("Đã giữ bộ lọc");
    let views = office.json(&["view", "list", "--user", "cv.snv"]);
    let view = &views["views"][0];
    assert_eq!(view["name"], "Việc trễ chờ đôn đốc tuần này");
    assert_eq!(view["filter"], words.trim());
    // It is kept now, and nothing is left of it.
    next.press("<Esc>");
    next.wait_for("Chờ tôi xác nhận");
    next.settle();
    assert!(!next.screen().contains("khôi phục"), "{}", next.screen());
    next.press("<F3>");
    assert_eq!(next.exit_code(), 0);
}

#[test]
fn a_search_and_a_command_that_were_begun_are_not_offered_but_recalled_where_they_were_typed() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let find = |terminal: &mut Terminal| {
        terminal.wait_for("Chờ tôi xác nhận");
        terminal.press("/");
        terminal.wait_for("Enter giữ làm bộ lọc");
    };
    let mut terminal = office.open("cv.snv");
    find(&mut terminal);
    terminal.press("thủ tục đất đai");
    terminal.wait_for("Tìm: thủ tục đất đai");
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);
    // On a line that fails again and again it is kept, also by whoever does not recall it.
    let mut next = office.open("cv.snv");
    next.wait_for("Chờ tôi xác nhận");
    assert!(!next.screen().contains("khôi phục"), "{}", next.screen());
    next.press(":as of 1");
    next.wait_for(":[as of 1");
    next.hang_up();
    assert_eq!(next.exit_code(), 129);
    let mut next = office.open_in_a_shell("cv.snv");
    find(&mut next);
    next.press("<F9>");
    next.wait_for("Tìm: thủ tục đất đai");
    next.press("<Esc><F3>");
    next.wait_for("Chờ tôi xác nhận");
    next.press(":<F9>");
    next.wait_for(":[as of 1");
    // Who leaves is done with it, and hears nothing of it.
    next.press("<Esc><F3>");
    next.wait_for("[ended 0]");
    assert!(!next.screen().contains("dở"), "{}", next.screen());
    let mut last = office.open("cv.snv");
    find(&mut last);
    last.press("<F9>");
    last.settle();
    assert!(!last.screen().contains("đất đai"), "{}", last.screen());
}

#[test]
fn the_sample_that_nobody_keeps_is_gone_when_the_window_is_closed() {
    let Some(office) = Office::empty() else {
        return;
    };
    let folder = office.path("tmp");
    std::fs::create_dir(&folder).unwrap();
    let variables = [("TMPDIR", folder.to_str().unwrap())];
    let mut terminal = Terminal::start_with(&office, &["demo"], (80, 24), &variables);
    terminal.wait_for("Toàn Thành phố");
    let files = || std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(files(), 1);
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);
    assert_eq!(files(), 0);
}

/// Keeps others from writing until something is sent; the second is told once it does.
fn writes_on(path: std::path::PathBuf) -> (Sender<()>, Receiver<()>, JoinHandle<()>) {
    let (tell, told) = channel();
    let (end, ended) = channel();
    let writer = std::thread::spawn(move || {
        let mut store = Store::open(&path, Access::Write).unwrap();
        let head = Head {
            key: "long",
            at: chrono::Utc::now(),
            who: "qt.snv",
            origin: "",
            kind: Kind::Frame,
            summary: "user",
        };
        store
            .write(&head, |_| {
                tell.send(()).unwrap();
                ended.recv().unwrap();
                Ok(())
            })
            .unwrap();
    });
    (end, told, writer)
}

#[test]
fn what_was_sent_when_the_line_broke_is_saved_and_not_offered_to_be_saved_again() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("<F6>");
    terminal.wait_until("the form", |terminal| terminal.screen().contains('['));
    terminal.press("Rà soát thủ tục đất đai<Tab><Tab><Tab>snv");
    terminal.wait_for("Sở Nội vụ");
    let before = office.tasks().len();
    let (end, told, writer) = writes_on(office.db());
    told.recv().unwrap();
    terminal.press("<F10>");
    terminal.read_for(Duration::from_millis(300));
    terminal.hang_up();
    std::thread::sleep(Duration::from_millis(300));
    end.send(()).unwrap();
    writer.join().unwrap();
    assert_eq!(terminal.exit_code(), 129);
    assert_eq!(office.tasks().len(), before + 1);
    let mut next = office.open("cv.snv");
    next.wait_for("Toàn Thành phố");
    let screen = next.screen();
    assert!(!screen.contains("F10 khôi phục"), "{screen}");
}

/// A cut connection is over within this time, whatever the database does.
const LONGEST: Duration = Duration::from_secs(2);

/// Nobody saves as long as it is held.
pub fn hold_the_turn(office: &Office) -> std::fs::File {
    let path = format!("{}.lock", text(&office.db()));
    let ticket = std::fs::File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .unwrap();
    flock(&ticket, FlockOperation::LockExclusive).unwrap();
    ticket
}

/// Opens the form of a new task and fills it in, all that it needs.
fn type_a_task(terminal: &mut Terminal) {
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("<F6>");
    terminal.wait_until("the form", |terminal| terminal.screen().contains('['));
    terminal.press("Rà soát thủ tục đất đai<Tab><Tab><Tab>snv");
    terminal.wait_for("Sở Nội vụ");
}

/// What sessions of this office have left for the next start.
pub fn left_behind(office: &Office) -> Vec<std::path::PathBuf> {
    let folder = office.path("state").join("cchc");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| text(path).contains("/unsaved-"))
        .collect()
}

/// Begins an import that waits for its turn as long as somebody holds that.
fn import_that_waits(office: &Office, terminal: &mut Terminal) -> std::fs::File {
    let file = office.path("viec.csv");
    let rows = "STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời gian hoàn thành\n1,Rà soát thủ tục đất đai,Sở Nội vụ,30/9/2023\n";
    std::fs::write(&file, rows).unwrap();
    terminal.press(":nhap<Enter>");
    terminal.wait_for("Nhập phụ lục");
    terminal.press(text(&file));
    terminal.press("<F10>");
    terminal.wait_for("Nhập: xem trước");
    let ticket = hold_the_turn(office);
    terminal.last_byte(Duration::from_millis(300));
    terminal.press("<F10>");
    terminal.wait_for("Sẽ ghi");
    terminal.last_byte(Duration::from_millis(300));
    terminal.press("<F10>");
    terminal.read_for(Duration::from_millis(500));
    ticket
}

/// Two ways in which a session is cut off, by the code that it ends with.
pub const CUTS: [i32; 2] = [129, 143];

/// Cuts a session off; it is over in time, and with its code.
pub fn is_over_in_time(terminal: &mut Terminal, code: i32) {
    let since = Instant::now();
    match code {
        129 => terminal.hang_up(),
        _ => terminal.signal(Signal::TERM),
    }
    assert_eq!(terminal.exit_code(), code);
    let time = since.elapsed();
    assert!(time < LONGEST, "{time:?}");
    println!("ended with {code} after {time:?}");
}

#[test]
fn what_was_sent_while_the_database_was_busy_is_kept_when_the_line_breaks_and_saved_once() {
    for code in CUTS {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let before = office.tasks().len();
        let mut terminal = office.open("cv.snv");
        type_a_task(&mut terminal);
        let ticket = hold_the_turn(&office);
        terminal.press("<F10>");
        terminal.read_for(Duration::from_millis(300));
        is_over_in_time(&mut terminal, code);
        assert_eq!(left_behind(&office).len(), 1);
        drop(ticket);
        assert_eq!(office.tasks().len(), before);
        let mut next = office.open("cv.snv");
        next.wait_for("F10 khôi phục");
        next.press("<F10>");
        next.wait_for("Rà soát thủ tục đất đai");
        next.press("<F10>");
        next.wait_for("Đã giao nhiệm vụ");
        next.hang_up();
        assert_eq!(next.exit_code(), 129);
        assert_eq!(office.tasks().len(), before + 1);
        assert_eq!(left_behind(&office).len(), 0);
    }
}

#[test]
fn what_was_sent_and_saved_after_all_once_the_line_was_broken_is_not_offered_to_be_saved_again() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    type_a_task(&mut terminal);
    let ticket = hold_the_turn(&office);
    terminal.press("<F10>");
    terminal.read_for(Duration::from_millis(300));
    terminal.hang_up();
    assert_eq!(terminal.exit_code(), 129);
    drop(ticket);
    // Between the last look and the end of the process its turn came.
    let [kept] = left_behind(&office).try_into().unwrap();
    let told: serde_json::Value = serde_json::from_slice(&std::fs::read(kept).unwrap()).unwrap();
    let mut store = Store::open(&office.db(), Access::Write).unwrap();
    let head = Head {
        key: told["sent"]["key"].as_str().unwrap(),
        at: chrono::Utc::now(),
        who: "cv.snv",
        origin: "",
        kind: Kind::Frame,
        summary: "setting",
    };
    store
        .write(&head, |writer| writer.set_setting("paper_place", Some("x")))
        .unwrap();
    drop(store);
    let mut next = office.open("cv.snv");
    next.wait_for("Toàn Thành phố");
    next.settle();
    let screen = next.screen();
    assert!(!screen.contains("khôi phục"), "{screen}");
    next.press("<F3>");
    assert_eq!(next.exit_code(), 0);
    assert_eq!(left_behind(&office).len(), 0);
}

#[test]
fn who_is_killed_while_a_cut_session_ends_has_lost_nothing_that_was_typed() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    type_a_task(&mut terminal);
    let ticket = hold_the_turn(&office);
    terminal.press("<F10>");
    terminal.read_for(Duration::from_millis(300));
    terminal.signal(Signal::TERM);
    let since = Instant::now();
    while left_behind(&office).is_empty() && since.elapsed() < LONGEST {
        std::thread::sleep(Duration::from_millis(5));
    }
    // Long before the wait for what was sent is over.
    let time = since.elapsed();
    terminal.signal(Signal::KILL);
    assert!(time < Duration::from_millis(500), "{time:?}");
    drop(ticket);
    let mut next = office.open("cv.snv");
    next.wait_for("F10 khôi phục");
}

#[test]
fn letters_and_an_import_that_wait_for_their_turn_hold_up_no_end_and_leave_nothing_half_done() {
    for code in CUTS {
        let Some(office) = Office::with_sample() else {
            return;
        };
        let folder = office.path("letters");
        std::fs::create_dir(&folder).unwrap();
        let before = office.tasks();
        let mut terminal = office.open("cv.snv");
        terminal.wait_for("Chờ tôi xác nhận");
        terminal.press("1");
        terminal.wait_for("Nhiệm vụ theo cơ quan");
        terminal.press(":công văn<Enter>");
        terminal.wait_for("Sẽ lập");
        terminal.press("<Enter><Enter><Enter>");
        terminal.press(text(&folder));
        terminal.press("<Up>");
        terminal.wait_for("Sẽ lập");
        terminal.settle();
        let ticket = hold_the_turn(&office);
        terminal.press("<F10>");
        terminal.wait_for("Đang lập");
        terminal.read_for(Duration::from_millis(500));
        is_over_in_time(&mut terminal, code);
        drop(ticket);
        let files = std::fs::read_dir(&folder).unwrap().flatten();
        let whole = files.filter(|file| text(&file.path()).ends_with(".docx"));
        assert_eq!(whole.count(), 0);
        assert_eq!(office.tasks(), before);
        office.verify();

        let mut terminal = office.open("cv.snv");
        terminal.wait_for("Chờ tôi xác nhận");
        let ticket = import_that_waits(&office, &mut terminal);
        is_over_in_time(&mut terminal, code);
        drop(ticket);
        assert_eq!(office.tasks(), before);
        office.verify();
    }
}

#[test]
fn who_leaves_and_is_cut_off_while_an_import_still_waits_finds_what_was_begun() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let mut terminal = office.open("cv.snv");
    type_a_task(&mut terminal);
    terminal.press("<F3>");
    terminal.wait_for("Chờ tôi xác nhận");
    let ticket = import_that_waits(&office, &mut terminal);
    terminal.press("<F3>");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press("<F3><F3>");
    terminal.wait_until("the shell's screen", |it| !it.is_alternate());
    is_over_in_time(&mut terminal, 129);
    drop(ticket);
    let mut next = office.open("cv.snv");
    next.wait_for("F10 khôi phục");
}

#[test]
fn an_import_that_is_being_written_when_the_line_breaks_ends_with_it_and_is_finished_later() {
    let Some(office) = Office::with_sample() else {
        return;
    };
    let file = office.path("viec.csv");
    let mut rows = "STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời gian hoàn thành\n".to_owned();
    let many = 12_000;
    for number in 1..=many {
        rows += &format!("{number},Rà soát thủ tục số {number},Sở Nội vụ,30/9/2023\n");
    }
    std::fs::write(&file, rows).unwrap();
    let before = office.tasks().len();
    let mut terminal = office.open("cv.snv");
    terminal.wait_for("Chờ tôi xác nhận");
    terminal.press(":nhap<Enter>");
    terminal.wait_for("Nhập phụ lục");
    terminal.press(text(&file));
    terminal.press("<F10>");
    terminal.wait_for("Nhập: xem trước");
    terminal.last_byte(Duration::from_millis(300));
    terminal.press("<F10>");
    terminal.wait_for("Sẽ ghi");
    terminal.last_byte(Duration::from_millis(300));
    terminal.press("<F10>");
    terminal.wait_for("Đang ghi");
    is_over_in_time(&mut terminal, 129);
    office.verify();
    // Importing the same file again writes what is missing.
    let again = ["import", "tasks", text(&file), "--yes", "--user", "cv.snv"];
    office.json(&again);
    assert_eq!(office.tasks().len(), before + many);
    office.verify();
}
