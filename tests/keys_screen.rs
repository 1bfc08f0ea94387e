//! Keys and looks that a configuration changes, and what the screens then show.

#[path = "desk/mod.rs"]
mod desk;

use cchc::domain::query::Query;
use cchc::lang::VI;
use cchc::ui::keys::{self, Change};
use cchc::ui::setup::Setup;
use cchc::ui::theme::{Looks, ThemeName};
use desk::{Desk, Drawer, a_task, facts};
use ratatui::style::Color;

fn sit(setup: Setup) -> Desk<Drawer> {
    let tasks = vec![
        a_task("Rà soát thủ tục hành chính")
            .due("2023-05-12")
            .numbered(1),
        a_task("Cấp chữ ký số").due("2023-06-16").numbered(2),
    ];
    Desk::set_up(
        setup,
        (80, 24),
        facts(),
        cchc::ui::screens::tasks(Query::default(), String::new(), None),
        Drawer::new(facts(), tasks),
        Drawer::answer,
    )
}

fn with_keys(lines: &[(&str, &str, &str)]) -> Setup {
    let changes: Vec<Change> = lines
        .iter()
        .map(|(context, key, action)| Change {
            file: "config.toml".to_owned(),
            context: (*context).to_owned(),
            key: (*key).to_owned(),
            action: (*action).to_owned(),
        })
        .collect();
    let checked = keys::check(&changes);
    assert!(!checked.is_refused(), "{:?}", checked.faults);
    Setup {
        keymap: checked.keymap,
        ..Setup::plain(&VI)
    }
}

fn title(desk: &Desk<Drawer>) -> String {
    desk.screen().into_iter().next().unwrap_or_default()
}

fn has_ink(desk: &Desk<Drawer>, ink: Color) -> bool {
    desk.buffer().content().iter().any(|cell| cell.fg == ink)
}

fn in_colour(name: ThemeName) -> Setup {
    Setup {
        looks: Looks::new(name, Vec::new(), true),
        ..Setup::plain(&VI)
    }
}

#[test]
fn footer_and_help_show_the_keys_in_force() {
    let mut desk = sit(with_keys(&[
        ("tasks", "F2", "none"),
        ("tasks", "Ctrl-N", "status"),
        ("anywhere", "F1", "close"),
        ("anywhere", "F3", "help"),
    ]));
    desk.shows("Ctrl-N Trạng thái").shows("F3 Giúp");
    desk.press("<F2>")
        .shows("Phím F2 không dùng ở đây. F3 xem các phím.");
    desk.press("<F3>").shows("Giúp");
    desk.press("<End>").shows("Ctrl-N");
}

#[test]
fn a_changed_key_does_what_it_says_and_so_does_its_alt_twin() {
    let mut desk = sit(with_keys(&[
        ("tasks", "F2", "add"),
        ("tasks", "F6", "status"),
    ]));
    desk.press("<A-6>").shows("Trạng thái");
    desk.press("<Esc>");
    let mut other = sit(Setup::plain(&VI));
    other.press("<F6>");
    desk.press("<A-2>");
    assert_eq!(
        title(&desk),
        title(&other),
        "Alt-2 opens the new task, as F6 did"
    );
}

#[test]
fn ctrl_k_goes_through_the_themes_and_names_them() {
    let mut desk = sit(in_colour(ThemeName::Dark));
    assert!(has_ink(&desk, Color::Red));
    desk.press("<C-k>").shows("Giao diện: nền sáng (light).");
    desk.press("<C-k>").shows("tương phản (high-contrast)");
    desk.press("<C-k>").shows("đơn sắc (mono)");
    assert!(!has_ink(&desk, Color::Red));
    desk.press("<C-k>").shows("nền tối");
    assert!(has_ink(&desk, Color::Red));
    assert_eq!(desk.app().choices().theme, ThemeName::Dark);
}

#[test]
fn a_theme_can_be_called_by_its_name() {
    let mut desk = sit(in_colour(ThemeName::Dark));
    desk.press(":giao diện nền sáng<Enter>").shows("(light)");
    desk.press(":theme mono<Enter>").shows("(mono)");
    assert_eq!(desk.app().choices().theme, ThemeName::Mono);
    desk.press(":theme blue<Enter>").shows("Không có giao diện");
}

#[test]
fn on_a_terminal_without_colour_every_theme_has_none() {
    let mut desk = sit(Setup::plain(&VI));
    for _ in ThemeName::ALL {
        desk.press("<C-k>").shows("Máy này không hiện màu.");
        for ink in [
            Color::Red,
            Color::Blue,
            Color::Yellow,
            Color::Magenta,
            Color::Cyan,
        ] {
            assert!(!has_ink(&desk, ink));
        }
    }
}

#[test]
fn a_configuration_that_was_not_taken_over_is_said_until_a_key_is_pressed() {
    let mut desk = sit(Setup {
        notice: Some((VI.settings.not_taken)(2)),
        ..Setup::plain(&VI)
    });
    desk.shows("Cấu hình có 2 lỗi, phần đó dùng mặc định. Lệnh cchc keys nêu rõ.");
    desk.press("<Down>").hides("Cấu hình phím");
}

/// What `cchc keys` ends with, prints and complains, with this configuration of a user.
fn keys_with(configuration: &str, more: &[&str]) -> (Option<i32>, String, String) {
    let home = tempfile::tempdir().expect("a directory");
    let folder = home.path().join(".config/cchc");
    std::fs::create_dir_all(&folder).expect("a directory");
    std::fs::write(folder.join("config.toml"), configuration).expect("a file");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_cchc"))
        .env_clear()
        .env("HOME", home.path())
        .arg("keys")
        .args(more)
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn the_printed_table_is_the_one_in_force() {
    let configured = "[keys.tasks]\n\"Ctrl-N\" = \"status\"\n[theme]\nname = \"light\"";
    let (code, out, err) = keys_with(configured, &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains("| `Ctrl-N` | Trạng thái |"), "{out}");
    let (_, out, _) = keys_with(configured, &["--json"]);
    let whole: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(whole["theme"], "light");
    let rows = whole["keys"].as_array().expect("rows");
    let of = |context: &str, key: &str| {
        let is_it = |row: &&serde_json::Value| row["context"] == context && row["key"] == key;
        rows.iter().find(is_it).expect("a row")
    };
    assert_eq!(of("tasks", "Ctrl-N")["action"], "status");
    assert_eq!(of("list", "F2")["twins"][0], "Alt-2");
}

#[test]
fn every_fault_of_a_configuration_is_complained_of_at_once() {
    let configured = "[keys.tasks]\n\"F22\" = \"add\"\nx = \"ad\"\n[keys.form]\ny = \"do-it\"\n\
                      [theme]\nsoon = \"on red\"";
    let (code, out, err) = keys_with(configured, &[]);
    assert_eq!(code, Some(2));
    assert_eq!(err.lines().count(), 4, "{err}");
    for part in [
        "\"F22\"",
        "Có phải \"add\"?",
        "chữ và số là nội dung nhập",
        "màu nền",
    ] {
        assert!(err.contains(part), "{part}: {err}");
    }
    assert!(
        err.contains(".config/cchc/config.toml: [keys.tasks]"),
        "{err}"
    );
    assert!(
        out.contains("`F2` | Trạng thái"),
        "the built-in table is in force: {out}"
    );
}

#[test]
fn what_follows_a_change_names_the_keys_in_force() {
    let mut desk = sit(with_keys(&[
        ("anywhere", "Ctrl-G", "none"),
        ("anywhere", "Ctrl-B", "next-characters"),
    ]));
    desk.press("<C-b>").shows("Ký tự: an toàn. Ctrl-B đổi tiếp");
}
