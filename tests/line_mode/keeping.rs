//! Agencies in time and days off by numbered prompts: the fields of the screens, what it would do, a yes.

use super::{Heard, Office, line, vietnamese};
use cchc::domain::agency::Agency;
use cchc::domain::agency::lineage::by_code;

fn agency(office: &Office, code: &str) -> Agency {
    let session = office.session("qt.snv");
    let found = by_code(&session.facts().agencies, code);
    found.expect("an agency").clone()
}

#[test]
fn an_agency_is_merged_after_what_it_does_was_read_out_and_a_word() {
    let office = Office::open();
    let talked = office.talk(
        "qt.snv",
        &[
            "quản trị sdl",
            "2",
            "svhtt",
            "",
            // Without a document nothing is reorganised.
            "",
            "QĐ 5/QĐ-UBND",
            "",
            "1",
            "ghi",
        ],
    );
    println!("{}", talked.text);
    talked
        .says("Sở Du lịch")
        .says("2. Sáp nhập")
        .says("SDL Sở Du lịch: kết thúc 14/06/2023.")
        .says("nhiệm vụ đang mở: SDL thành SVHTT")
        .says("Đã bàn giao")
        .does_not_say("→");
    assert!(agency(&office, "SDL").valid_to.is_some());
    let talked = office.talk("qt.snv", &["hoàn tác", "1"]);
    talked.says("Đã hoàn tác");
    assert_eq!(agency(&office, "SDL").valid_to, None);
}

#[test]
fn a_slip_in_a_name_is_corrected_and_what_was_not_said_stays() {
    let office = Office::open();
    let before = agency(&office, "SDL");
    let talked = office.talk(
        "qt.snv",
        &[
            "quản trị sdl",
            "7",
            "Sở Du lịch Thành phố",
            "",
            "",
            "",
            "",
            "",
            "1",
        ],
    );
    println!("{}", talked.text);
    talked
        .says("SDL, Tên: Sở Du lịch thành Sở Du lịch Thành phố.")
        .says("Đã ghi; không nhiệm vụ nào phải bàn giao.");
    let after = agency(&office, "SDL");
    assert_eq!(after.name, "Sở Du lịch Thành phố");
    assert_eq!(
        Agency {
            name: before.name.clone(),
            ..after
        },
        before
    );
    office.talk("qt.snv", &["hoàn tác", "1"]);
    assert_eq!(agency(&office, "SDL"), before);
}

#[test]
fn a_day_off_is_entered_changed_and_removed() {
    let office = Office::open();
    let named = |name: &str| {
        let session = office.session("qt.snv");
        session.facts().calendar.days().any(|day| day.name == name)
    };
    let talked = office.talk(
        "qt.snv",
        &["lịch nghỉ", "10/07/2023", "Nghỉ thử", "1", "1", "1"],
    );
    println!("{}", talked.text);
    talked
        .says("Lịch nghỉ năm 2023.")
        .says("Quốc khánh")
        .says("10/07/2023 Nghỉ thử: nghỉ lễ, dự kiến.");
    assert!(named("Nghỉ thử"));
    office.talk(
        "qt.snv",
        &["lịch nghỉ", "10/07/2023", "1", "Nghỉ khác", "", "2", "1"],
    );
    assert!(named("Nghỉ khác") && !named("Nghỉ thử"));
    let talked = office.talk("qt.snv", &["lịch nghỉ 2023", "10/07/2023", "2", "1"]);
    println!("{}", talked.text);
    talked.says("Bỏ 10/07/2023");
    assert!(!named("Nghỉ khác"));
}

#[test]
fn of_two_who_enter_a_day_off_the_slower_hears_it_and_finds_what_was_typed() {
    let office = Office::open();
    // Again from the name on, over what stands there by now.
    let mut lines = [
        "lịch nghỉ",
        "10/07/2023",
        "Nghỉ của tôi",
        "1",
        "1",
        "1",
        "",
        "",
        "",
        "1",
        "q",
    ]
    .into_iter()
    .enumerate();
    let mut listen = |_| {
        let Some((at, text)) = lines.next() else {
            return Heard::End;
        };
        // While the slower one reads what would be done.
        if at == 5 {
            let typed = ["lịch nghỉ", "10/07/2023", "Nghỉ thử", "1", "1", "1"];
            office.talk("qt.snv", &typed).says("Ghi 1 ngày");
        }
        line(text)
    };
    let talked = office.listen("qt.snv", vietnamese(), Vec::new(), &mut listen);
    talked
        .says("Người khác vừa ghi ngày 10/07/2023: nay là Nghỉ thử")
        .says("đang là Nghỉ của tôi, Enter giữ");
    let session = office.session("qt.snv");
    let now = session
        .facts()
        .calendar
        .day_off("2023-07-10".parse().expect("a day"));
    assert_eq!(now.map(|day| day.name.as_str()), Some("Nghỉ của tôi"));
}

#[test]
fn who_may_not_keep_the_frame_hears_it_and_may_listen_to_the_days_off() {
    let office = Office::open();
    let talked = office.talk("cv.snv", &["quản trị sdl", "lịch nghỉ"]);
    talked.says("Chỉ quản trị").says("Quốc khánh");
}

#[test]
fn a_month_is_read_out_and_a_day_gives_its_tasks() {
    let office = Office::open();
    let talked = office.talk("cv.snv", &["lịch 9/2023", "lịch 40/13"]);
    println!("{}", talked.text);
    talked
        .says("Tháng 9/2023.")
        .says("Quốc khánh")
        .says("Không đọc được tháng hay ngày");
    let talked = office.talk("cv.snv", &["lịch 30/6"]);
    println!("{}", talked.text);
    talked.says("30/06/2023, đến hạn");
}
