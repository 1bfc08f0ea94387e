//! The proof of the log: what an administrator reads at the shell; and what all long works on a whole database say.

use crate::domain::proof::{Breach, Part};
use crate::domain::seal::Missing;

use super::faults;
use super::import::{Far, en_far, vi_far};

/// The words of proof.
#[derive(Debug)]
pub struct ProofWords {
    /// Options of these commands by their names, with their lines of help.
    pub options: &'static [(&'static str, &'static str)],
    /// What a long work is at, and how far.
    pub part: fn(Part, Far<'_>) -> String,
    /// Ctrl-C ended a check or a copy: nothing is left of it.
    pub interrupted: &'static str,
    /// The log holds: so many changes, the row and hash of its end.
    pub holds: fn(&str, i64, &str) -> String,
    /// The log does not hold: so many places.
    pub broken: fn(&str) -> String,
    /// What to do then.
    pub broken_then: &'static str,
    /// How rows are not as they were written: the way, the first row, the last row.
    pub breach: fn(Breach, i64, i64) -> String,
    /// Whose row it is: task, when, who, what; empty where nothing is known.
    pub trace: fn(&str, &str, &str, &str) -> String,
    /// So many findings more.
    pub more: fn(&str) -> String,
    /// So many findings more; of all of them `--json` names so many.
    pub more_than_named: fn(&str, &str) -> String,
    /// The seal that was kept holds: its row.
    pub claim_holds: fn(i64) -> String,
    /// The row has the hash that was kept, and the log is broken at or before it: its row.
    pub claim_doubtful: fn(i64) -> String,
    /// The row has another hash: the row, the hash.
    pub claim_differs: fn(i64, &str) -> String,
    /// The row cannot be read.
    pub claim_unread: fn(i64) -> String,
    /// The log ends before that row.
    pub claim_beyond: fn(i64) -> String,
    /// No row has this hash.
    pub claim_nowhere: &'static str,
    /// Saves that were acknowledged are not in it any more.
    pub missing: fn(&Missing) -> String,
    /// What reports count does not follow from the log: of so many tasks, the first of them.
    pub events_broken: fn(&str, i64) -> String,
    /// Numbers that are kept beside the tasks are not what counting gives; the names of their tables.
    pub counters_broken: fn(&str) -> String,
    /// The log up to here, on exports and reports: a seal.
    pub sealed: fn(&str) -> String,
}

pub(super) const VI: ProofWords = ProofWords {
    options: &[
        (
            "copy_to",
            "Thư mục hoặc tệp của bản sao; bỏ trống: như cấu hình, hoặc backup/ bên cạnh cơ sở dữ liệu",
        ),
        (
            "keep",
            "Giữ N bản sao mới nhất trong thư mục, bỏ các bản cũ hơn",
        ),
        ("copy", "Bản sao lưu để khôi phục"),
        ("full", "Khám toàn bộ: mọi chỉ mục, toàn bộ nhật ký"),
        (
            "repair",
            "Tạo lại số đếm, chỉ mục, tìm kiếm từ các nhiệm vụ rồi khám",
        ),
        (
            "kept_head",
            "Mã nhật ký đã giữ (trên bản xuất, báo cáo, từ audit head) để đối chiếu",
        ),
    ],
    part: |part, far| match part {
        Part::Copying => vi_far("Đang sao chép", "MB", far, ""),
        Part::Checking => "Đang kiểm tra tệp…".to_owned(),
        Part::Counting => "Đang đếm lại số liệu…".to_owned(),
        Part::Chain => vi_far("Đang kiểm tra nhật ký", "dòng", far, ""),
        Part::Events => vi_far("Đang đối chiếu số liệu", "nhiệm vụ", far, ""),
        Part::Summing => vi_far("Đang tính mã của tệp", "MB", far, ""),
        Part::Repairing => "Đang tạo lại số đếm và chỉ mục…".to_owned(),
    },
    interrupted: "Đã dừng; mọi thứ vẫn như trước.",
    holds: |changes, row, hash| {
        format!("Nhật ký nguyên vẹn: {changes} thay đổi. Mã băm cuối (dòng {row}): {hash}")
    },
    broken: |count| format!("Nhật ký KHÔNG nguyên vẹn, {count} chỗ:"),
    broken_then: "Giữ nguyên tệp, báo quản trị và đối chiếu với bản sao lưu gần nhất (cchc restore).",
    breach: |breach, from, to| match breach {
        Breach::Changed if from > 1 => format!(
            "dòng {from} đã bị sửa (hoặc dòng {} bị sửa rồi băm lại)",
            from - 1
        ),
        Breach::Changed => format!("dòng {from} đã bị sửa"),
        Breach::HashChanged => format!("dòng {from}: mã băm bị sửa, nội dung vẫn đúng"),
        Breach::Removed if from == to => format!("dòng {from} đã bị xóa"),
        Breach::Removed => format!("dòng {from}-{to} đã bị xóa"),
        Breach::Inserted if from == to => format!("dòng {from} bị chèn thêm"),
        Breach::Inserted => format!("dòng {from}-{to} bị chèn thêm"),
        Breach::Swapped => format!("dòng {from} và {to} bị đổi chỗ cho nhau"),
        Breach::MovedUp(by) => {
            format!("{by} dòng trước dòng {from} đã bị xóa, các dòng sau bị đánh số lại")
        }
        Breach::MovedDown(by) => {
            format!("{by} dòng bị chèn vào trước dòng {from}, các dòng sau bị đánh số lại")
        }
        Breach::CutOff if from == to => format!("dòng cuối {from} đã bị cắt mất"),
        Breach::CutOff => format!("phần cuối, dòng {from}-{to}, đã bị cắt mất"),
        Breach::Gone => "toàn bộ nhật ký đã bị xóa".to_owned(),
        Breach::Appended if from == to => format!("dòng {from} bị ghi thêm vào sau cuối nhật ký"),
        Breach::Appended => format!("dòng {from}-{to} bị ghi thêm vào sau cuối nhật ký"),
        Breach::Unreadable if from == to => format!("dòng {from} không đọc được, tệp bị hỏng"),
        Breach::Unreadable => format!("dòng {from}-{to} không đọc được, tệp bị hỏng"),
        Breach::Group => {
            format!("dòng {from}-{to}: nhóm đã mất hoặc ghi giờ, người, nơi làm khác")
        }
        Breach::End => format!("cuối nhật ký được ghi lại không phải là dòng {from}"),
    },
    trace: |task, at, who, what| joined([task, what, who, at]),
    more: |count| format!("… và {count} chỗ nữa (xem --json)."),
    more_than_named: |count, named| format!("… và {count} chỗ nữa (--json chỉ nêu {named} chỗ)."),
    claim_holds: |row| {
        format!("Mã đã giữ khớp với dòng {row}: nhật ký đến dòng này đúng là nhật ký khi ấy.")
    },
    claim_doubtful: |row| {
        format!(
            "Dòng {row} vẫn có mã đã giữ, nhưng nhật ký đến dòng này KHÔNG còn như khi ấy: xem các chỗ ở trên."
        )
    },
    claim_differs: |row, hash| {
        format!(
            "Mã đã giữ KHÔNG khớp: dòng {row} nay có mã {hash}. Nhật ký đã bị viết lại từ dòng này hoặc trước đó."
        )
    },
    claim_unread: |row| format!("Không đối chiếu được mã đã giữ: dòng {row} không đọc được."),
    claim_beyond: |row| {
        format!(
            "Mã đã giữ là của dòng {row}, nhưng nhật ký kết thúc trước dòng ấy: phần cuối đã mất."
        )
    },
    claim_nowhere: "Không dòng nào có mã đã giữ: nhật ký đã bị viết lại, bị cắt, hoặc mã của cơ sở dữ liệu khác.",
    missing: |missing| {
        format!(
            "Nhật ký KHÔNG còn đủ: {} (mã {}). Xem: cchc doctor",
            faults::missing_vi(missing),
            missing.promised.short()
        )
    },
    events_broken: |count, first| {
        format!(
            "Số liệu theo dõi KHÔNG khớp nhật ký ở {count} nhiệm vụ, đầu tiên #{first}. Báo quản trị."
        )
    },
    counters_broken: |tables| {
        format!("Số đếm lưu sẵn KHÔNG khớp nhiệm vụ: {tables}. Tạo lại: cchc doctor --repair")
    },
    sealed: |seal| format!("Mã nhật ký: {seal}"),
};

pub(super) const EN: ProofWords = ProofWords {
    options: &[
        (
            "copy_to",
            "Directory or file of the backup; without it as configured, or backup/ beside the database",
        ),
        (
            "keep",
            "Keep the newest N backups of the directory, remove older ones",
        ),
        ("copy", "The backup to restore from"),
        ("full", "Check everything: all indexes, the whole log"),
        (
            "repair",
            "Make counters, indexes and the search anew from the tasks, then check",
        ),
        (
            "kept_head",
            "A hash of the log that was kept (from an export, a report, audit head) to hold against it",
        ),
    ],
    part: |part, far| match part {
        Part::Copying => en_far("Copying", "MB", far, ""),
        Part::Checking => "Checking the file…".to_owned(),
        Part::Counting => "Counting anew…".to_owned(),
        Part::Chain => en_far("Checking the log", "rows", far, ""),
        Part::Events => en_far("Comparing figures", "tasks", far, ""),
        Part::Summing => en_far("Taking the sum of the file", "MB", far, ""),
        Part::Repairing => "Making counters and indexes anew…".to_owned(),
    },
    interrupted: "Stopped; everything is as it was.",
    holds: |changes, row, hash| {
        format!("The log is intact: {changes} changes. Last hash (row {row}): {hash}")
    },
    broken: |count| format!("The log is NOT intact, in {count} places:"),
    broken_then: "Keep the file as it is, tell the administrator and compare with the latest backup (cchc restore).",
    breach: |breach, from, to| match breach {
        Breach::Changed if from > 1 => format!(
            "row {from} was changed (or row {} was changed and hashed anew)",
            from - 1
        ),
        Breach::Changed => format!("row {from} was changed"),
        Breach::HashChanged => format!("row {from}: its hash was changed, what it says was not"),
        Breach::Removed if from == to => format!("row {from} was removed"),
        Breach::Removed => format!("rows {from}-{to} were removed"),
        Breach::Inserted if from == to => format!("row {from} was inserted"),
        Breach::Inserted => format!("rows {from}-{to} were inserted"),
        Breach::Swapped => format!("rows {from} and {to} stand in each other's place"),
        Breach::MovedUp(by) => {
            format!("{by} rows before row {from} were removed and the following numbered anew")
        }
        Breach::MovedDown(by) => {
            format!("{by} rows were inserted before row {from} and the following numbered anew")
        }
        Breach::CutOff if from == to => format!("the last row {from} was cut off"),
        Breach::CutOff => format!("the end, rows {from}-{to}, was cut off"),
        Breach::Gone => "the whole log was removed".to_owned(),
        Breach::Appended if from == to => format!("row {from} was added behind the end of the log"),
        Breach::Appended => format!("rows {from}-{to} were added behind the end of the log"),
        Breach::Unreadable if from == to => {
            format!("row {from} cannot be read, the file is damaged")
        }
        Breach::Unreadable => format!("rows {from}-{to} cannot be read, the file is damaged"),
        Breach::Group => {
            format!("rows {from}-{to}: their group is gone or tells another hour, login or origin")
        }
        Breach::End => format!("the end of the log as it was noted is not row {from}"),
    },
    trace: |task, at, who, what| joined([task, what, who, at]),
    more: |count| format!("… and {count} places more (see --json)."),
    more_than_named: |count, named| {
        format!("… and {count} places more (--json names {named} of all).")
    },
    claim_holds: |row| {
        format!("The kept hash is that of row {row}: the log up to there is the one of then.")
    },
    claim_doubtful: |row| {
        format!(
            "Row {row} still has the kept hash, but the log up to there is NOT the one of then: see the places above."
        )
    },
    claim_differs: |row, hash| {
        format!(
            "The kept hash does NOT fit: row {row} has {hash} now. The log was written anew at or before it."
        )
    },
    claim_unread: |row| {
        format!("The kept hash cannot be held against row {row}, which cannot be read.")
    },
    claim_beyond: |row| {
        format!("The kept hash is of row {row}, but the log ends before it: its end is gone.")
    },
    claim_nowhere: "No row has the kept hash: the log was written anew or cut off, or the hash is another database's.",
    missing: |missing| {
        format!(
            "The log is NOT all there: {} (seal {}). See: cchc doctor",
            faults::missing_en(missing),
            missing.promised.short()
        )
    },
    events_broken: |count, first| {
        format!(
            "What reports count does NOT follow from the log for {count} tasks, first #{first}. Tell the administrator."
        )
    },
    counters_broken: |tables| {
        format!(
            "Numbers kept beside the tasks are NOT what counting gives: {tables}. Make them anew: cchc doctor --repair"
        )
    },
    sealed: |seal| format!("Log: {seal}"),
};

fn joined(parts: [&str; 4]) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
