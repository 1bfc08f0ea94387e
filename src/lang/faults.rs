//! What the program says about the place where the database is: what to be careful about, and that it was found again.

use crate::domain::caution::Caution;
use crate::domain::id::{ChangeId, TaskId};
use crate::domain::seal::Missing;

use super::{Language, format};

/// The words of the database's place.
#[derive(Debug)]
pub struct FaultWords {
    /// The file that is there now was opened; what was typed into forms is kept.
    pub reopened: &'static str,
    /// So many tasks could be read, as so many rows; those numbers could not; into this file.
    pub salvaged: fn((u64, u64), &[TaskId], &str) -> String,
    /// What is not in that file, whatever could be read.
    pub salvaged_without: &'static str,
    /// Changes that are not in the file with the log, from which to which: how many, and what to do.
    pub log_lost: fn(&[(ChangeId, ChangeId)]) -> String,
    /// What to be careful about, and what to do.
    pub caution: fn(&Caution) -> String,
}

pub(super) const VI: FaultWords = FaultWords {
    reopened: "Đã mở tệp đang có. Nội dung nhập dở được giữ, mở lại biểu mẫu để dùng.",
    salvaged: |(tasks, rows), lost, file| match lost {
        [] => format!("Đọc được tất cả {tasks} nhiệm vụ: đã xuất {rows} mục được giao ra {file}."),
        lost => format!(
            "Đọc được {tasks} nhiệm vụ: đã xuất {rows} mục được giao ra {file}. Không đọc được {} số nhiệm vụ: {}.",
            lost.len(),
            numbers(lost)
        ),
    },
    salvaged_without: "Tệp chỉ có nội dung giao, để nhập lại: KHÔNG có trạng thái, tiến độ, ngày nộp, từng kỳ, nhật ký. Những phần ấy chỉ có trong bản sao lưu (cchc restore).",
    log_lost: |lost| {
        format!(
            "Tệp KHÔNG ĐỦ: không đọc được {}thay đổi, số {}, vì cơ sở dữ liệu bị hỏng; chạy cchc doctor.",
            many(lost, Language::Vietnamese),
            spans(lost, "trở đi")
        )
    },
    caution: |caution| match caution {
        Caution::Missing(missing) => format!("MẤT DỮ LIỆU: {}. Báo quản trị.", missing_vi(missing)),
        Caution::NetworkDisk { path, kind } => format!(
            "Cơ sở dữ liệu nằm trên ổ mạng {kind}, khóa ghi không chắc. Chuyển {} về đĩa máy chủ.",
            path.display()
        ),
        Caution::OpenToOthers { path, mode } => format!(
            "Người khác trên máy chủ đọc được dữ liệu (quyền {mode:o}). Chạy: chmod 600 {}",
            path.display()
        ),
        Caution::ClockBehind { last, now } => format!(
            "Đồng hồ máy chủ ({}) chậm hơn lần ghi cuối ({}). Báo quản trị chỉnh giờ.",
            format::moment(*now),
            format::moment(*last)
        ),
    },
};

pub(super) const EN: FaultWords = FaultWords {
    reopened: "Opened the file that is there now. What was typed is kept in its form.",
    salvaged: |(tasks, rows), lost, file| match lost {
        [] => format!("All {tasks} tasks could be read: {rows} assigned items written to {file}."),
        lost => format!(
            "{tasks} tasks could be read: {rows} assigned items written to {file}. {} numbers of tasks cannot be read: {}.",
            lost.len(),
            numbers(lost)
        ),
    },
    salvaged_without: "The file has what was assigned, to be imported again: NOT status, progress, days of submission, single periods, or the log. Those only a backup has (cchc restore).",
    log_lost: |lost| {
        format!(
            "The file is NOT COMPLETE: {}changes cannot be read, numbers {}, since the database is damaged; run cchc doctor.",
            many(lost, Language::English),
            spans(lost, "and on")
        )
    },
    caution: |caution| match caution {
        Caution::Missing(missing) => {
            format!(
                "DATA LOST: {}. Tell the administrator.",
                missing_en(missing)
            )
        }
        Caution::NetworkDisk { path, kind } => format!(
            "The database is on a {kind} disk, where locks may not hold. Move {} to a local disk.",
            path.display()
        ),
        Caution::OpenToOthers { path, mode } => format!(
            "Others on this server can read the data (mode {mode:o}). Run: chmod 600 {}",
            path.display()
        ),
        Caution::ClockBehind { last, now } => format!(
            "The server's clock ({}) is behind the last save ({}). Have it set right.",
            format::moment(*now),
            format::moment(*last)
        ),
    },
};

/// What is missing, before what to do about it.
pub(super) fn missing_vi(missing: &Missing) -> String {
    let (row, found) = (missing.promised.row, missing.found);
    let number = |it| format::number(it, Language::Vietnamese);
    if found < row {
        let rows = rows(number(found + 1), number(row));
        return format!("thay đổi {rows} đã báo ghi xong nay không còn");
    }
    let row = number(row);
    format!("thay đổi {row} nay khác lúc đã báo ghi xong")
}

/// The same.
pub(super) fn missing_en(missing: &Missing) -> String {
    let (row, found) = (missing.promised.row, missing.found);
    let number = |it| format::number(it, Language::English);
    if found < row {
        let rows = rows(number(found + 1), number(row));
        return format!("changes {rows} were acknowledged and are gone");
    }
    let row = number(row);
    format!("change {row} is not the one that was acknowledged")
}

/// From a row to another.
fn rows(first: String, last: String) -> String {
    if first == last {
        return first;
    }
    format!("{first}-{last}")
}

/// Numbers as ranges: `:3, :7-:12`.
fn numbers(ids: &[TaskId]) -> String {
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    for id in ids {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == id.0 => *last = id.0,
            _ => ranges.push((id.0, id.0)),
        }
    }
    let told = ranges.iter().map(|(first, last)| match first == last {
        true => format!(":{first}"),
        false => format!(":{first}-:{last}"),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// How many changes these are, before their name; nothing where their end is not known.
fn many(lost: &[(ChangeId, ChangeId)], language: Language) -> String {
    let each = lost.iter().map(|(from, to)| to.0.saturating_sub(from.0));
    let many = each.fold(0, |all: i64, more| {
        all.saturating_add(more).saturating_add(1)
    });
    match many {
        i64::MAX => String::new(),
        many => format!("{} ", format::number(many, language)),
    }
}

/// Numbers from which to which: `3, 7-12`; `on` stands behind one from which on there is no end.
fn spans(lost: &[(ChangeId, ChangeId)], on: &str) -> String {
    let told = lost.iter().map(|(from, to)| match to.0 {
        i64::MAX => format!("{} {on}", from.0),
        to if to == from.0 => to.to_string(),
        to => format!("{}-{to}", from.0),
    });
    told.collect::<Vec<_>>().join(", ")
}
