//! Restoring: what is wrong with the file that is named, and with the place that it should take.

/// The words of what keeps a restore from being begun.
#[derive(Debug)]
pub struct RestoringWords {
    /// There is no such backup: the file.
    pub missing: fn(&str) -> String,
    /// The file is no database of ours.
    pub foreign: fn(&str) -> String,
    /// The note beside the backup cannot be read: the backup.
    pub bad_note: fn(&str) -> String,
    /// There is no room for the database beside the one that is replaced: where.
    pub no_room: fn(&str) -> String,
}

pub(super) const VI: RestoringWords = RestoringWords {
    missing: |file| {
        format!("không có bản sao {file}. Xem tên các bản sao trong thư mục sao lưu rồi ghi lại.")
    },
    foreign: |file| {
        format!(
            "{file} không phải bản sao của cchc; chưa thay gì. Chọn tệp .db do cchc backup tạo."
        )
    },
    bad_note: |file| {
        format!("Ghi chú {file}.json bị hỏng, nên không biết tệp có còn như khi sao lưu không.")
    },
    no_room: |place| {
        format!(
            "không đủ chỗ trên đĩa chứa {place} để khôi phục; cơ sở dữ liệu vẫn như trước. Dọn đĩa ấy rồi làm lại."
        )
    },
};

pub(super) const EN: RestoringWords = RestoringWords {
    missing: |file| {
        format!("there is no backup {file}. Look up its name in the directory of backups.")
    },
    foreign: |file| {
        format!(
            "{file} is no backup of cchc; nothing was replaced. Choose a .db file that cchc backup made."
        )
    },
    bad_note: |file| {
        format!(
            "The note {file}.json is damaged, so nobody can tell whether the file is as it was backed up."
        )
    },
    no_room: |place| {
        format!(
            "there is no room on the disk of {place} to restore; the database is as it was. Make room there and try again."
        )
    },
};
