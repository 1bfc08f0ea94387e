//! The words of the filter and of the saved views: what a line means, what it does not.

use chrono::NaiveDate;

use super::Language::{English, Vietnamese};
use super::format::{date, number};
use crate::domain::filter::{FilterFault, Key};
use crate::domain::query::Mark;

/// The words of the filter and of the saved views.
#[derive(Debug)]
pub struct FilterWords {
    /// The title.
    pub title: &'static str,
    /// Stands before the line.
    pub prompt: &'static str,
    /// An example, while nothing is typed.
    pub example: &'static str,
    /// No filter.
    pub everything: &'static str,
    /// Heads the lists: conditions, statuses, areas, agencies.
    pub lists: [&'static str; 4],
    /// The sentence for a word that is not understood.
    pub fault: fn(&FilterFault) -> String,
    /// What a key narrows by.
    pub key: fn(Key) -> &'static str,
    /// A mark in words.
    pub mark: fn(Mark) -> &'static str,
    /// Due from a day, to a day.
    pub due: fn(Option<NaiveDate>, Option<NaiveDate>) -> String,
    /// The next stage from a day, to a day.
    pub stage: fn(Option<NaiveDate>, Option<NaiveDate>) -> String,
    /// These agencies were asked and have not answered.
    pub asked: fn(&str) -> String,
    /// Given from a day, to a day.
    pub assigned: fn(Option<NaiveDate>, Option<NaiveDate>) -> String,
    /// Changed since a day.
    pub changed: fn(NaiveDate) -> String,
    /// Written by the import of this number.
    pub import: fn(i64) -> String,
    /// So many tasks are found; perhaps more.
    pub found: fn(i64, bool) -> String,
    /// What the keys do on the line and in the lists.
    pub hints: [&'static str; 2],
    /// The title of the saved views.
    pub views: &'static str,
    /// No view was saved yet.
    pub no_views: &'static str,
    /// Asks for the name under which the present filter is kept.
    pub name: &'static str,
    /// There is no view of this name; the nearest one, if any.
    pub no_view: fn(&str, Option<&str>) -> String,
    /// What the keys do among the views.
    pub views_hint: &'static str,
    /// A view is about to be dropped.
    pub drop: fn(&str) -> String,
    /// A view was kept.
    pub kept: fn(&str) -> String,
    /// A name is needed.
    pub needs_name: &'static str,
}

pub(super) const VI: FilterWords = FilterWords {
    title: "Lọc nhiệm vụ",
    prompt: "Lọc",
    example: "Ví dụ: cq:stc tt:đang \"quá hạn\" hạn<30/6 \"cải cách\"",
    everything: "Không lọc: mọi nhiệm vụ",
    lists: ["Tình trạng", "Trạng thái", "Lĩnh vực", "Cơ quan"],
    fault: |fault| match fault {
        FilterFault::UnknownKey { word, nearest } => match nearest {
            Some(nearest) => format!("Chưa hiểu \"{word}:\". Có phải \"{nearest}:\"?"),
            None => format!("Chưa hiểu \"{word}:\". Dùng được: cq, tt, lv, vb, hạn, nd."),
        },
        FilterFault::UnknownValue { key, word, nearest } => {
            let what = (VI.key)(*key);
            match nearest {
                Some(nearest) => format!("Không có {what} \"{word}\". Có phải \"{nearest}\"?"),
                None => format!("Không có {what} \"{word}\"."),
            }
        }
        FilterFault::MissingValue { key } => {
            format!("Cần ghi {} sau dấu hai chấm.", (VI.key)(*key))
        }
        FilterFault::BadDate { word } => {
            format!("Chưa hiểu ngày \"{word}\". Ghi 30/6, 30/6/2023, 6/2023, quý2/2023 hoặc 2023.")
        }
        FilterFault::NotComparable { key } => {
            format!(
                "Dấu < > chỉ dùng với hạn, không dùng với {}.",
                (VI.key)(*key)
            )
        }
    },
    key: |key| match key {
        Key::Agency => "cơ quan",
        Key::Held => "đã hoặc đang chủ trì",
        Key::Supporting => "phối hợp",
        Key::Status => "trạng thái",
        Key::Area => "lĩnh vực",
        Key::Document => "văn bản",
        Key::Due => "hạn",
        Key::Assigned => "ngày giao",
        Key::Changed => "thay đổi từ ngày",
        Key::Text => "nội dung",
        Key::Parent => "nhiệm vụ giao chung",
        Key::Series => "nhiệm vụ định kỳ",
        Key::Import => "lần nhập",
        Key::Urged => "số lần đôn đốc",
        Key::Extended => "số lần gia hạn",
        Key::Asked => "cơ quan được hỏi phối hợp",
        Key::Stage => "giai đoạn tới",
    },
    mark: |mark| match mark {
        Mark::Review => "cần rà soát",
        Mark::ExtensionAsked => "đơn vị xin gia hạn",
        Mark::Disputed => "đơn vị báo giao sai",
        Mark::Held => "đang ở đơn vị chủ trì",
        Mark::SupportAsked => "chờ trả lời phối hợp",
        Mark::ToIssue => "phải ban hành văn bản",
        Mark::IssuedLate => "ban hành văn bản trễ",
        Mark::ToExplain => "chưa giải trình",
        Mark::NotAskedToExplain => "chưa yêu cầu giải trình",
        Mark::Criticised => "đã phê bình",
        Mark::Proposed => "đã kiến nghị xử lý trách nhiệm",
        Mark::Explained => "đã giải trình, chờ xem xét",
        Mark::Owing => "còn nợ văn bản phải ban hành",
        Mark::NewlyOverdue => "mới quá hạn từ ngày làm việc trước",
        Mark::OnFirst => "đúng hạn ban đầu",
        Mark::LateFirst => "trễ theo hạn ban đầu",
        Mark::OpenInTime => "chưa hoàn thành, còn trong hạn",
        Mark::Excused => "trễ khách quan",
        Mark::Orphan => "chưa có đơn vị tiếp nhận",
        Mark::Returned => "báo cáo bị trả lại",
        Mark::MayConfirm => "chờ tôi xác nhận",
    },
    due: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => format!("hạn {}", date(from)),
        (Some(from), Some(to)) => format!("hạn từ {} đến {}", date(from), date(to)),
        (Some(from), None) => format!("hạn từ {}", date(from)),
        (None, Some(to)) => format!("hạn đến hết {}", date(to)),
        (None, None) => String::new(),
    },
    stage: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("giai đoạn từ {} đến {}", date(from), date(to)),
        (Some(from), None) => format!("giai đoạn từ {}", date(from)),
        (None, Some(to)) => format!("giai đoạn đến hết {}", date(to)),
        (None, None) => String::new(),
    },
    asked: |names| format!("chờ {names} trả lời phối hợp"),
    assigned: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("giao từ {} đến {}", date(from), date(to)),
        (Some(from), None) => format!("giao từ {}", date(from)),
        (None, Some(to)) => format!("giao đến hết {}", date(to)),
        (None, None) => String::new(),
    },
    changed: |from| format!("có thay đổi từ {}", date(from)),
    import: |number| format!("lần nhập {number}"),
    found: |count, is_partial| {
        let more = if is_partial { "ít nhất " } else { "" };
        format!("{more}{} nhiệm vụ", number(count, Vietnamese))
    },
    hints: [
        "Enter áp dụng · để trống là bỏ lọc · ↓ danh sách · F4 sau hạn<: lịch · Esc giữ bộ lọc cũ",
        "Space chọn, bỏ chọn · ←→ danh sách khác · F10 áp dụng · gõ chữ: về dòng lọc",
    ],
    views: "Bộ lọc đã lưu",
    no_views: "Chưa lưu bộ lọc nào. F6 giữ bộ lọc hiện tại dưới một tên.",
    no_view: |name, nearest| match nearest {
        Some(nearest) => {
            format!("Không có bộ lọc đã lưu \"{name}\". Có phải \"{nearest}\"?")
        }
        None => format!("Không có bộ lọc đã lưu \"{name}\"."),
    },
    name: "Tên bộ lọc",
    views_hint: "Enter dùng · F6 giữ bộ lọc hiện tại · Delete bỏ",
    drop: |name| format!("F10 bỏ, Esc giữ lại: bộ lọc \"{name}\""),
    kept: |name| format!("Đã giữ bộ lọc \"{name}\"."),
    needs_name: "Cần một tên cho bộ lọc.",
};

pub(super) const EN: FilterWords = FilterWords {
    title: "Filter tasks",
    prompt: "Filter",
    example: "Example: agency:stc status:open overdue due<30/6 \"reform\"",
    everything: "No filter: every task",
    lists: ["Condition", "Status", "Area", "Agency"],
    fault: |fault| match fault {
        FilterFault::UnknownKey { word, nearest } => match nearest {
            Some(nearest) => format!("\"{word}:\" is not known. Is it \"{nearest}:\"?"),
            None => format!(
                "\"{word}:\" is not known. There are agency, status, area, document, due, text."
            ),
        },
        FilterFault::UnknownValue { key, word, nearest } => {
            let what = (EN.key)(*key);
            match nearest {
                Some(nearest) => format!("There is no {what} \"{word}\". Is it \"{nearest}\"?"),
                None => format!("There is no {what} \"{word}\"."),
            }
        }
        FilterFault::MissingValue { key } => {
            format!("The {} is missing behind the colon.", (EN.key)(*key))
        }
        FilterFault::BadDate { word } => {
            format!("\"{word}\" is no date. Write 30/6, 30/6/2023, 6/2023, q2/2023 or 2023.")
        }
        FilterFault::NotComparable { key } => {
            format!(
                "< and > stand behind due only, not behind {}.",
                (EN.key)(*key)
            )
        }
    },
    key: |key| match key {
        Key::Agency => "agency",
        Key::Held => "leads or led",
        Key::Supporting => "supporting",
        Key::Status => "status",
        Key::Area => "area",
        Key::Document => "document",
        Key::Due => "due date",
        Key::Assigned => "day of assignment",
        Key::Changed => "changed since",
        Key::Text => "text",
        Key::Parent => "parent",
        Key::Series => "series",
        Key::Import => "import",
        Key::Urged => "times urged",
        Key::Extended => "times extended",
        Key::Asked => "agency that was asked",
        Key::Stage => "next stage",
    },
    mark: |mark| match mark {
        Mark::Review => "to be reviewed",
        Mark::ExtensionAsked => "extension asked for",
        Mark::Disputed => "returned as wrongly assigned",
        Mark::Held => "with the lead",
        Mark::SupportAsked => "support asked",
        Mark::ToIssue => "a document to issue",
        Mark::IssuedLate => "document issued late",
        Mark::ToExplain => "explanation outstanding",
        Mark::NotAskedToExplain => "not asked to explain",
        Mark::Criticised => "criticised",
        Mark::Proposed => "responsibility proposed",
        Mark::Explained => "explained, to be considered",
        Mark::Owing => "owes a document",
        Mark::NewlyOverdue => "overdue since the last working day",
        Mark::OnFirst => "done by the first date",
        Mark::LateFirst => "late by the first date",
        Mark::OpenInTime => "open and in time",
        Mark::Excused => "delay excused",
        Mark::Orphan => "without a lead",
        Mark::Returned => "submission returned",
        Mark::MayConfirm => "waiting for my confirmation",
    },
    due: |from, to| match (from, to) {
        (Some(from), Some(to)) if from == to => format!("due {}", date(from)),
        (Some(from), Some(to)) => format!("due from {} to {}", date(from), date(to)),
        (Some(from), None) => format!("due from {}", date(from)),
        (None, Some(to)) => format!("due by {}", date(to)),
        (None, None) => String::new(),
    },
    stage: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("stage from {} to {}", date(from), date(to)),
        (Some(from), None) => format!("stage from {}", date(from)),
        (None, Some(to)) => format!("stage by {}", date(to)),
        (None, None) => String::new(),
    },
    asked: |names| format!("waiting for an answer of {names}"),
    assigned: |from, to| match (from, to) {
        (Some(from), Some(to)) => format!("given from {} to {}", date(from), date(to)),
        (Some(from), None) => format!("given from {}", date(from)),
        (None, Some(to)) => format!("given by {}", date(to)),
        (None, None) => String::new(),
    },
    changed: |from| format!("changed since {}", date(from)),
    import: |number| format!("import {number}"),
    found: |count, is_partial| {
        let more = if is_partial { "at least " } else { "" };
        format!("{more}{} tasks", number(count, English))
    },
    hints: [
        "Enter applies · empty means no filter · ↓ lists · F4 behind due<: month · Esc keeps the old one",
        "Space chooses · ←→ another list · F10 applies · letters: back to the line",
    ],
    views: "Saved views",
    no_views: "No view was saved yet. F6 keeps the present filter under a name.",
    no_view: |name, nearest| match nearest {
        Some(nearest) => format!("There is no view \"{name}\". Is it \"{nearest}\"?"),
        None => format!("There is no view \"{name}\"."),
    },
    name: "Name of the view",
    views_hint: "Enter uses it · F6 keeps the present filter · Delete drops",
    drop: |name| format!("F10 drops, Esc keeps: view \"{name}\""),
    kept: |name| format!("The view \"{name}\" is kept."),
    needs_name: "The view needs a name.",
};
