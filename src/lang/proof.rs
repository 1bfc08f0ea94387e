//! Proof, backup and restore: what an administrator reads at the shell.

use crate::domain::proof::{Breach, Part};

use super::import::{Far, en_far, vi_far};

/// What is wrong in a copy that can be worked with all the same, and what follows from it.
#[derive(Debug)]
pub struct CopyDoubtWords {
    /// Its kept numbers are wrong.
    pub counters: &'static str,
    /// Its log is broken at this row.
    pub log: fn(i64) -> String,
}

/// The words of backup and proof.
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
    /// The seal that was kept holds: its row.
    pub claim_holds: fn(i64) -> String,
    /// The row has the hash that was kept, and the log is broken at or before it: its row.
    pub claim_doubtful: fn(i64) -> String,
    /// The row has another hash: the row, the hash.
    pub claim_differs: fn(i64, &str) -> String,
    /// The log ends before that row.
    pub claim_beyond: fn(i64) -> String,
    /// No row has this hash.
    pub claim_nowhere: &'static str,
    /// What reports count does not follow from the log: of so many tasks, the first of them.
    pub events_broken: fn(usize, i64) -> String,
    /// Numbers that are kept beside the tasks are not what counting gives; the names of their tables.
    pub counters_broken: fn(&str) -> String,
    /// The log up to here, on exports and reports: a seal.
    pub sealed: fn(&str) -> String,
    /// A copy was made: file, megabytes, tasks, changes, seal.
    pub backed_up: fn(&str, &str, &str, &str, &str) -> String,
    /// So many older copies were removed.
    pub rotated: fn(usize) -> String,
    /// The copy could not be noted beside the database.
    pub not_noted: &'static str,
    /// So many copies have this name and are not known to be of this log.
    pub strange_copies: fn(usize) -> String,
    /// What was copied is not as it should be.
    pub doubts: CopyDoubtWords,
    /// What is to be put in place is not as it should be.
    pub copy_doubts: CopyDoubtWords,
    /// There is no room for a copy: where.
    pub no_room: fn(&str) -> String,
    /// There is no directory for copies: which.
    pub no_folder: fn(&str) -> String,
    /// `--keep` with a file.
    pub keep_of_file: &'static str,
    /// What a copy holds: file, day and hour of the last change, tasks, changes, seal.
    pub copy_holds: fn(&str, &str, &str, &str, &str) -> String,
    /// The note beside it says when it was made, and that it is unchanged since.
    pub copy_noted: fn(&str) -> String,
    /// There is no note beside it.
    pub copy_not_noted: &'static str,
    /// Nothing would be lost.
    pub nothing_lost: &'static str,
    /// So many changes would be lost, from this row and hour on.
    pub lost: fn(&str, i64, &str) -> String,
    /// The copy has so many changes that the present database has not.
    pub strange: fn(&str) -> String,
    /// There is no present database.
    pub no_present: &'static str,
    /// The present database cannot be read.
    pub lost_unknown: &'static str,
    /// Asks whether to put it in place.
    pub restore_ask: &'static str,
    /// Not asked without a terminal.
    pub restore_say_yes: &'static str,
    /// It was put in place: the database; what it replaced, if there was something.
    pub restored: fn(&str, Option<&str>) -> String,
    /// The copy is damaged: file, the engine's first words.
    pub copy_damaged: fn(&str, &str) -> String,
    /// The copy is not the file that its note speaks of.
    pub copy_not_as_noted: fn(&str) -> String,
    /// The copy is the working database itself.
    pub copy_is_same: &'static str,
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
        Breach::End => format!("cuối nhật ký được ghi lại không phải là dòng {from}"),
    },
    trace: |task, at, who, what| joined([task, what, who, at]),
    more: |count| format!("… và {count} chỗ nữa (xem --json)."),
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
    claim_beyond: |row| {
        format!(
            "Mã đã giữ là của dòng {row}, nhưng nhật ký kết thúc trước dòng ấy: phần cuối đã mất."
        )
    },
    claim_nowhere: "Không dòng nào có mã đã giữ: nhật ký đã bị viết lại, bị cắt, hoặc mã của cơ sở dữ liệu khác.",
    events_broken: |count, first| {
        format!(
            "Số liệu theo dõi KHÔNG khớp nhật ký ở {count} nhiệm vụ, đầu tiên #{first}. Báo quản trị."
        )
    },
    counters_broken: |tables| {
        format!("Số đếm lưu sẵn KHÔNG khớp nhiệm vụ: {tables}. Tạo lại: cchc doctor --repair")
    },
    sealed: |seal| format!("Mã nhật ký: {seal}"),
    backed_up: |file, size, tasks, changes, seal| {
        format!(
            "Đã sao lưu vào {file}\n{size} MB, {tasks} nhiệm vụ, {changes} thay đổi; đã kiểm tra. Mã nhật ký: {seal}"
        )
    },
    rotated: |count| format!("Đã bỏ {count} bản sao cũ."),
    not_noted: "không ghi được thông tin bản sao bên cạnh cơ sở dữ liệu, nên cchc doctor sẽ không biết đến bản này.",
    strange_copies: |count| {
        format!(
            "Giữ nguyên {count} bản cùng tên nhưng không rõ có thuộc nhật ký này không (cơ sở dữ liệu khác, hoặc thiếu tệp .json)."
        )
    },
    doubts: CopyDoubtWords {
        counters: "số đếm trong cơ sở dữ liệu bị sai; bản sao cũng vậy, các bản cũ được giữ nguyên. Chạy: cchc doctor --repair",
        log: |row| {
            format!(
                "nhật ký không nguyên vẹn (dòng {row}); các bản sao cũ được giữ nguyên. Chạy: cchc audit verify"
            )
        },
    },
    copy_doubts: CopyDoubtWords {
        counters: "số đếm trong bản sao bị sai. Khôi phục xong, chạy: cchc doctor --repair",
        log: |row| {
            format!(
                "nhật ký của bản sao không nguyên vẹn (dòng {row}). Nên chọn bản sao cũ hơn; xem: cchc audit verify --db với bản sao này"
            )
        },
    },
    no_room: |place| {
        format!(
            "không đủ chỗ trên đĩa để sao lưu vào {place}; không để lại gì, các bản cũ còn nguyên. Dọn đĩa hoặc chọn thư mục khác."
        )
    },
    no_folder: |place| {
        format!(
            "không có thư mục {place}. Tạo thư mục ấy trước, hoặc ghi tên thư mục khác sau cchc backup."
        )
    },
    keep_of_file: "--keep chỉ dùng khi sao lưu vào thư mục.",
    copy_holds: |file, last, tasks, changes, seal| {
        format!(
            "{file}\n{tasks} nhiệm vụ, {changes} thay đổi, thay đổi cuối lúc {last}.\nMã nhật ký: {seal}"
        )
    },
    copy_noted: |at| format!("Sao lưu lúc {at}; tệp đúng như khi ấy."),
    copy_not_noted: "Không có ghi chú .json bên cạnh, nên không biết tệp có còn như khi sao lưu không.",
    nothing_lost: "Không mất thay đổi nào của cơ sở dữ liệu hiện tại.",
    lost: |count, row, at| {
        format!("SẼ MẤT {count} thay đổi của cơ sở dữ liệu hiện tại, từ dòng {row} ({at}).")
    },
    strange: |count| {
        format!(
            "Bản sao có {count} thay đổi mà cơ sở dữ liệu hiện tại không có: hai nhật ký khác nhau."
        )
    },
    no_present: "Hiện không có cơ sở dữ liệu nào ở đó.",
    lost_unknown: "Không đọc được cơ sở dữ liệu hiện tại, nên không biết sẽ mất những gì; tệp ấy được giữ lại.",
    restore_ask: "Thay cơ sở dữ liệu bằng bản sao này? [c/K] ",
    restore_say_yes: "Không có thiết bị đầu cuối để hỏi: thêm --yes để thay. Chưa làm gì.",
    restored: |database, kept| match kept {
        Some(kept) => format!("Đã khôi phục {database}.\nBản bị thay được giữ ở {kept}"),
        None => format!("Đã khôi phục {database}."),
    },
    copy_damaged: |file, said| {
        let said = if said.is_empty() {
            String::new()
        } else {
            format!(" ({said})")
        };
        format!(
            "{file} bị hỏng{said}; chưa thay gì. Chọn bản sao khác, hoặc xem: cchc doctor --full --db {file}"
        )
    },
    copy_not_as_noted: |file| {
        format!(
            "{file} không còn như ghi chú .json bên cạnh: đã bị sửa hoặc chép thiếu. Chưa thay gì; chọn bản sao khác."
        )
    },
    copy_is_same: "đó chính là cơ sở dữ liệu đang dùng; hãy ghi tên một bản sao.",
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
        Breach::End => format!("the end of the log as it was noted is not row {from}"),
    },
    trace: |task, at, who, what| joined([task, what, who, at]),
    more: |count| format!("… and {count} places more (see --json)."),
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
    claim_beyond: |row| {
        format!("The kept hash is of row {row}, but the log ends before it: its end is gone.")
    },
    claim_nowhere: "No row has the kept hash: the log was written anew or cut off, or the hash is another database's.",
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
    backed_up: |file, size, tasks, changes, seal| {
        format!(
            "Backed up to {file}\n{size} MB, {tasks} tasks, {changes} changes; checked. Log: {seal}"
        )
    },
    rotated: |count| format!("{count} older backups were removed."),
    not_noted: "the backup could not be noted beside the database, so cchc doctor will not know of it.",
    strange_copies: |count| {
        format!(
            "{count} backups of this name were kept: they are not known to be of this log (another database, or no .json note)."
        )
    },
    doubts: CopyDoubtWords {
        counters: "numbers kept in the database are wrong, and so are the backup's; older backups were all kept. Run: cchc doctor --repair",
        log: |row| {
            format!(
                "the log is not intact (row {row}); older backups were all kept. Run: cchc audit verify"
            )
        },
    },
    copy_doubts: CopyDoubtWords {
        counters: "numbers kept in the backup are wrong. Once it is restored, run: cchc doctor --repair",
        log: |row| {
            format!(
                "the log of the backup is not intact (row {row}). Better choose an older one; see: cchc audit verify --db with this backup"
            )
        },
    },
    no_room: |place| {
        format!(
            "there is no room on the disk to back up to {place}; nothing was left, older backups are untouched. Make room or choose another directory."
        )
    },
    no_folder: |place| {
        format!(
            "there is no directory {place}. Make it first, or name another one after cchc backup."
        )
    },
    keep_of_file: "--keep goes with a directory only.",
    copy_holds: |file, last, tasks, changes, seal| {
        format!("{file}\n{tasks} tasks, {changes} changes, the last one at {last}.\nLog: {seal}")
    },
    copy_noted: |at| format!("Backed up at {at}; the file is as it was then."),
    copy_not_noted: "There is no .json note beside it, so nobody can tell whether it is as it was backed up.",
    nothing_lost: "No change of the present database would be lost.",
    lost: |count, row, at| {
        format!("{count} changes of the present database WOULD BE LOST, from row {row} on ({at}).")
    },
    strange: |count| {
        format!(
            "The backup has {count} changes that the present database has not: the logs are different ones."
        )
    },
    no_present: "There is no database there at present.",
    lost_unknown: "The present database cannot be read, so nobody can tell what would be lost; the file is kept.",
    restore_ask: "Replace the database by this backup? [y/N] ",
    restore_say_yes: "There is no terminal to ask on: add --yes to replace. Nothing was done.",
    restored: |database, kept| match kept {
        Some(kept) => format!("Restored {database}.\nWhat it replaced is kept at {kept}"),
        None => format!("Restored {database}."),
    },
    copy_damaged: |file, said| {
        let said = if said.is_empty() {
            String::new()
        } else {
            format!(" ({said})")
        };
        format!(
            "{file} is damaged{said}; nothing was replaced. Choose another backup, or see: cchc doctor --full --db {file}"
        )
    },
    copy_not_as_noted: |file| {
        format!(
            "{file} is not what the .json note beside it speaks of: changed, or copied in part. Nothing was replaced; choose another backup."
        )
    },
    copy_is_same: "that is the working database itself; name a backup.",
};

fn joined(parts: [&str; 4]) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
