//! Copies of the database, made and put back: what an administrator reads at the shell.

use super::doctor::listed;
use super::{faults, standing};
use crate::domain::proof::SchemaFault;
use crate::domain::seal::Missing;

/// What is wrong in a copy that can be worked with all the same, and what follows from it.
#[derive(Debug)]
pub struct CopyDoubtWords {
    /// Its kept numbers are wrong.
    pub counters: &'static str,
    /// Its log is broken at this row.
    pub log: fn(i64) -> String,
    /// Its schema is not as the program makes it: the parts.
    pub schema: fn(&[SchemaFault]) -> String,
    /// Rows of it stand otherwise than its log says: the first, how many.
    pub rows: fn(&str, &str) -> String,
    /// Saves that were acknowledged are not in it.
    pub missing: fn(&Missing) -> String,
    /// Its schema is an older one, whose rows are not proved.
    pub older: &'static str,
}

/// The words of backup and restore.
#[derive(Debug)]
pub struct CopyWords {
    /// A copy was made: file, megabytes, tasks, changes, seal.
    pub backed_up: fn(&str, &str, &str, &str, &str) -> String,
    /// So many older copies were removed.
    pub rotated: fn(usize) -> String,
    /// An older copy could not be removed: which.
    pub stuck: fn(&str) -> String,
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

pub(super) const VI: CopyWords = CopyWords {
    backed_up: |file, size, tasks, changes, seal| {
        format!(
            "Đã sao lưu vào {file}\n{size} MB, {tasks} nhiệm vụ, {changes} thay đổi; đã kiểm tra. Mã nhật ký: {seal}\nChỉ gồm cơ sở dữ liệu: không có tệp gửi bằng put, nháp chưa ghi, cấu hình."
        )
    },
    rotated: |count| format!("Đã bỏ {count} bản sao cũ."),
    stuck: |file| {
        format!("không bỏ được bản sao cũ {file}. Xóa bằng tay, hoặc báo quản trị hệ thống.")
    },
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
        schema: |faults| {
            format!(
                "cấu trúc tệp khác với chương trình tạo ra: {}; các bản sao cũ được giữ nguyên. Xem: cchc audit verify",
                listed(faults, standing::VI.unlike)
            )
        },
        rows: |first, count| {
            format!(
                "{count} mục bị sửa ngoài chương trình, đầu tiên: {first}; các bản sao cũ được giữ nguyên. Xem: cchc audit verify"
            )
        },
        missing: |missing| {
            format!(
                "{}; các bản sao cũ được giữ nguyên. Xem: cchc doctor",
                faults::missing_vi(missing)
            )
        },
        older: "cơ sở dữ liệu của phiên bản cũ nên chưa đối chiếu được với nhật ký; các bản sao cũ được giữ nguyên. Mở cchc một lần rồi sao lưu lại",
    },
    copy_doubts: CopyDoubtWords {
        counters: "số đếm trong bản sao bị sai. Khôi phục xong, chạy: cchc doctor --repair",
        log: |row| {
            format!(
                "nhật ký của bản sao không nguyên vẹn (dòng {row}). Nên chọn bản sao cũ hơn; xem: cchc audit verify --db với bản sao này"
            )
        },
        schema: |faults| {
            format!(
                "cấu trúc của bản sao khác với chương trình tạo ra: {}. Khôi phục xong, chạy: cchc doctor --repair",
                listed(faults, standing::VI.unlike)
            )
        },
        rows: |first, count| {
            format!(
                "{count} mục trong bản sao bị sửa ngoài chương trình, đầu tiên: {first}. Nên chọn bản sao cũ hơn; xem: cchc audit verify --db với bản sao này"
            )
        },
        missing: faults::missing_vi,
        older: "bản sao của phiên bản cũ nên chưa đối chiếu được với nhật ký. Khôi phục xong, mở cchc một lần rồi chạy: cchc audit verify",
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

pub(super) const EN: CopyWords = CopyWords {
    backed_up: |file, size, tasks, changes, seal| {
        format!(
            "Backed up to {file}\n{size} MB, {tasks} tasks, {changes} changes; checked. Log: {seal}\nThe database only: no files sent by put, no unsaved drafts, no configuration."
        )
    },
    rotated: |count| format!("{count} older backups were removed."),
    stuck: |file| {
        format!(
            "the older backup {file} could not be removed. Remove it by hand, or tell the system administrator."
        )
    },
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
        schema: |faults| {
            format!(
                "the schema is not as the program makes it: {}; older backups were all kept. See: cchc audit verify",
                listed(faults, standing::EN.unlike)
            )
        },
        rows: |first, count| {
            format!(
                "{count} things were changed outside of the program, the first: {first}; older backups were all kept. See: cchc audit verify"
            )
        },
        missing: |missing| {
            format!(
                "{}; older backups were all kept. See: cchc doctor",
                faults::missing_en(missing)
            )
        },
        older: "the database is of an older version, so it was not proved by its log; older backups were all kept. Open cchc once and back up again",
    },
    copy_doubts: CopyDoubtWords {
        counters: "numbers kept in the backup are wrong. Once it is restored, run: cchc doctor --repair",
        log: |row| {
            format!(
                "the log of the backup is not intact (row {row}). Better choose an older one; see: cchc audit verify --db with this backup"
            )
        },
        schema: |faults| {
            format!(
                "the schema of the backup is not as the program makes it: {}. Once it is restored, run: cchc doctor --repair",
                listed(faults, standing::EN.unlike)
            )
        },
        rows: |first, count| {
            format!(
                "{count} things in the backup were changed outside of the program, the first: {first}. Better choose an older one; see: cchc audit verify --db with this backup"
            )
        },
        missing: faults::missing_en,
        older: "the backup is of an older version, so it was not proved by its log. Once it is restored, open cchc once and run: cchc audit verify",
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
