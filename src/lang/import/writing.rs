//! Writing a file: what will be written, how far it is, how it is stopped, what it has done.

use super::{Far, en_far, en_number, vi_far, vi_number};
use crate::domain::batch::Steps;

/// The words of writing a file, and of every long work with files.
#[derive(Debug)]
pub struct WritingWords {
    /// How far it is: reading, writing, taking back, looking back, letters.
    pub running: [fn(Far<'_>) -> String; 5],
    /// How far the orders, counts and search of everything that was written are made.
    pub ordering: fn(Far<'_>) -> String,
    /// Behind how far it is: how it is ended by its own screen, and from everywhere else.
    pub how_to_stop: [&'static str; 2],
    /// Asks whether to end it, likewise.
    pub end_running: [&'static str; 5],
    /// Nothing goes on that could be ended.
    pub nothing_runs: &'static str,
    /// The title of that question.
    pub stop: &'static str,
    /// It was ended by a person, likewise.
    pub stopped: [&'static str; 5],
    /// A file was written, said wherever one is: new, changed, to review, and the key that takes it back.
    pub imported: fn(&str, &str, u64, &str) -> String,
    /// The file is being read or written: keys on its rows wait.
    pub wait: &'static str,
    /// The program would be left while tasks are written.
    pub still_writing: &'static str,
    /// The title of the last step.
    pub write: &'static str,
    /// So many agency-tasks will be written from this file.
    pub will_write: fn(&str, &str) -> String,
    /// Rows: new, changed, unchanged, skipped.
    pub will_counts: fn([&str; 4]) -> String,
    /// Parents among the new.
    pub will_parents: fn(u64) -> String,
    /// Occurrences among the new.
    pub will_occurrences: fn(u64) -> String,
    /// In how many steps.
    pub steps: fn(Steps) -> String,
    /// So many rows stay doubtful, and where they will be found.
    pub will_review: fn(&str) -> String,
    /// Nothing is new or changed.
    pub nothing_to_write: &'static str,
    /// How one goes back.
    pub back: &'static str,
    /// F10 writes.
    pub write_keys: &'static str,
    /// The same on the message line.
    pub write_hint: &'static str,
    /// The writing begins.
    pub beginning: &'static str,
    /// The writing goes on when the screen is left.
    pub goes_on: &'static str,
    /// It is written: new, changed, unchanged.
    pub done: fn([&str; 3]) -> String,
    /// So many rows wait on home.
    pub done_review: fn(u64) -> String,
    /// What can be done then.
    pub done_keys: &'static str,
}

pub(super) const VI: WritingWords = WritingWords {
    running: [
        |far| vi_far("Đang đọc", "dòng", far, ""),
        |far| vi_far("Đang ghi", "nhiệm vụ", far, ""),
        |far| vi_far("Đang lấy lại", "nhiệm vụ", far, ""),
        |far| vi_far("Đang dựng lại ngày đã qua", "nhiệm vụ", far, ""),
        |far| vi_far("Đang lập", "công văn", far, ""),
    ],
    ordering: |far| vi_far("Đang sắp xếp, đếm và lập chỉ mục", "bước", far, ""),
    how_to_stop: [" · Esc dừng", " · :dừng"],
    end_running: [
        "Dừng đọc tệp? Chưa ghi gì. F10 dừng · Esc đọc tiếp",
        "Dừng nhập? Phần đã ghi sẽ được lấy lại. F10 dừng · Esc ghi tiếp",
        "Dừng lấy lại? Phần còn lại có thể lấy lại sau. F10 dừng · Esc lấy tiếp",
        "Dừng dựng lại ngày đã qua? F10 dừng · Esc tiếp tục",
        "Dừng lập công văn? Chưa ghi gì. F10 dừng · Esc lập tiếp",
    ],
    nothing_runs: "Không có việc dài nào đang chạy.",
    stop: "Dừng việc đang chạy",
    stopped: [
        "Đã dừng đọc tệp; không ghi gì.",
        "Đã dừng nhập; phần đã ghi được lấy lại.",
        "Đã dừng lấy lại; có thể lấy lại tiếp ở màn hình Nhập.",
        "Đã dừng; vẫn là hôm nay.",
        "Đã dừng lập công văn; không ghi gì.",
    ],
    imported: |new, changed, review, undo| {
        let review = match review {
            0 => String::new(),
            count => format!(", {count} dòng cần rà soát", count = vi_number(count)),
        };
        format!("Đã nhập {new} nhiệm vụ mới, đổi {changed}{review}. {undo} lấy lại.")
    },
    wait: "Đang đọc hoặc ghi tệp này: Esc rời màn hình, các việc khác vẫn làm được.",
    still_writing: "Đang ghi tệp: thoát thì máy vẫn đợi ghi xong. Lệnh thoát lần nữa để thoát.",
    write: "Nhập: ghi vào cơ sở dữ liệu",
    will_write: |count, file| format!("Sẽ ghi {count} nhiệm vụ của cơ quan từ tệp {file}."),
    will_counts: |[new, changed, unchanged, skipped]| {
        format!("Dòng mới {new} · đổi {changed} · giữ nguyên {unchanged} · bỏ qua {skipped}")
    },
    will_parents: |count| {
        format!(
            "Trong đó {count} nhiệm vụ giao cho nhóm, theo dõi từng cơ quan.",
            count = vi_number(count)
        )
    },
    will_occurrences: |count| {
        format!(
            "Trong đó {count} kỳ của nhiệm vụ định kỳ.",
            count = vi_number(count)
        )
    },
    steps: |steps| {
        match steps {
        Steps::One => "Ghi một lần, lấy lại được cả lần nhập.".to_owned(),
        Steps::OneIfAlone(many) => format!(
            "Ghi một lần nếu không ai khác đang dùng, nếu có thì tối đa {many} đợt; lấy lại được cả lần nhập.",
            many = vi_number(many)
        ),
        Steps::Many(many) => format!(
            "Ghi tối đa {many} đợt để người khác vẫn làm việc được; lấy lại được cả lần nhập.",
            many = vi_number(many)
        ),
        Steps::Filling => "Cơ sở dữ liệu còn trống nên ghi một lần; người khác muốn lưu phải đợi. Lấy lại được cả lần nhập.".to_owned(),
    }
    },
    will_review: |count| {
        format!(
            "Còn {count} dòng cần rà soát: vẫn ghi, và nằm ở \"Cần rà soát sau khi nhập\" của Việc hôm nay."
        )
    },
    nothing_to_write: "Tệp không có gì mới hay thay đổi, không ghi gì.",
    back: "Esc quay lại.",
    write_keys: "F10 ghi. Esc quay lại, chưa ghi gì.",
    write_hint: "F10 Ghi · Esc quay lại, chưa ghi gì",
    beginning: "Đang bắt đầu ghi…",
    goes_on: "F3 về Việc hôm nay, việc ghi vẫn tiếp tục · Esc dừng nhập",
    done: |[new, changed, unchanged]| {
        format!("Đã nhập xong: {new} nhiệm vụ mới, {changed} đổi, {unchanged} giữ nguyên.")
    },
    done_review: |count| {
        format!(
            "{count} dòng cần rà soát nằm ở dòng 6 của Việc hôm nay.",
            count = vi_number(count)
        )
    },
    done_keys: "Enter xem nhiệm vụ · F9 lấy lại cả lần nhập · Esc về",
};

pub(super) const EN: WritingWords = WritingWords {
    running: [
        |far| en_far("Reading", "rows", far, ""),
        |far| en_far("Writing", "tasks", far, ""),
        |far| en_far("Taking back", "tasks", far, ""),
        |far| en_far("Making the past day", "tasks", far, ""),
        |far| en_far("Writing", "letters", far, ""),
    ],
    ordering: |far| en_far("Ordering, counting and indexing", "steps", far, ""),
    how_to_stop: [" · Esc stops", " · :stop"],
    end_running: [
        "Stop reading? Nothing was written. F10 stops · Esc reads on",
        "End the import? What was written is taken back. F10 ends · Esc goes on",
        "Stop taking back? The rest can be taken back later. F10 stops · Esc goes on",
        "Stop making the past day? F10 stops · Esc goes on",
        "Stop writing letters? Nothing was saved. F10 stops · Esc goes on",
    ],
    nothing_runs: "No long work is going on.",
    stop: "Stop the running work",
    stopped: [
        "Reading was stopped; nothing was written.",
        "The import was stopped; what was written is taken back.",
        "Taking back was stopped; it can be finished on the import screen.",
        "Stopped; this is still today.",
        "Letters were stopped; nothing was saved.",
    ],
    imported: |new, changed, review, undo| {
        let review = match review {
            0 => String::new(),
            count => format!(", {count} rows to review", count = en_number(count)),
        };
        format!("Imported: {new} new tasks, {changed} changed{review}. {undo} takes it back.")
    },
    wait: "This file is being read or written: Esc leaves, other work goes on.",
    still_writing: "A file is being written and will be to its end. Leave again to leave.",
    write: "Import: write",
    will_write: |count, file| format!("{count} agency-tasks of {file} will be written."),
    will_counts: |[new, changed, unchanged, skipped]| {
        format!("Rows: {new} new · {changed} changed · {unchanged} unchanged · {skipped} skipped")
    },
    will_parents: |count| {
        format!(
            "Of these {count} are given to a group and followed by agency.",
            count = en_number(count)
        )
    },
    will_occurrences: |count| {
        format!(
            "Of these {count} are occurrences of recurring tasks.",
            count = en_number(count)
        )
    },
    steps: |steps| {
        match steps {
        Steps::One => "Written at once; the import can be taken back as one.".to_owned(),
        Steps::OneIfAlone(many) => format!(
            "Written at once if nobody else is on, else in up to {many} steps; taken back as one.",
            many = en_number(many)
        ),
        Steps::Many(many) => format!(
            "Written in up to {many} steps, so that others go on working; taken back as one.",
            many = en_number(many)
        ),
        Steps::Filling => "The database is empty, so it is written at once; who saves meanwhile waits. Taken back as one.".to_owned(),
    }
    },
    will_review: |count| {
        format!(
            "{count} rows are still to be reviewed: they are written, and stand on home under \"To review after import\"."
        )
    },
    nothing_to_write: "The file holds nothing new or changed; nothing is written.",
    back: "Esc goes back.",
    write_keys: "F10 writes. Esc goes back, nothing is written.",
    write_hint: "F10 writes · Esc goes back, nothing is written",
    beginning: "Writing begins…",
    goes_on: "F3 goes home, the writing goes on · Esc ends the import",
    done: |[new, changed, unchanged]| {
        format!("Imported: {new} new tasks, {changed} changed, {unchanged} unchanged.")
    },
    done_review: |count| {
        format!(
            "{count} rows to review stand on line 6 of home.",
            count = en_number(count)
        )
    },
    done_keys: "Enter shows the tasks · F9 takes the import back · Esc back",
};
