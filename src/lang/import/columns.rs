//! The columns of a file: what each is, and how it is coded.

use super::{coding, en_number, vi_number};
use crate::domain::annex::{Column, ColumnSource};
use crate::domain::legacy::Coding;

/// The words of the columns of a file.
#[derive(Debug)]
pub struct ColumnWords {
    /// A column of ours.
    pub column: fn(Column) -> &'static str,
    /// The title of the columns.
    pub title: &'static str,
    /// What the keys do there.
    pub columns_hint: &'static str,
    /// What was said before a hang-up stands there again.
    pub begun: &'static str,
    /// A column of the file that is not read.
    pub no_meaning: &'static str,
    /// How it is known what a column is.
    pub source: fn(ColumnSource) -> &'static str,
    /// There is no coding of a column that is not read.
    pub no_column: &'static str,
    /// Without content there are no tasks.
    pub needs_content: &'static str,
    /// How a column is coded: recognised row by row, or as it was said.
    pub coded: fn(Option<Option<Coding>>) -> String,
    /// So many of its rows are of an old coding.
    pub legacy_rows: fn(u64) -> String,
    /// A text before and after it was decoded.
    pub before_after: fn(&str, &str) -> String,
    /// The first text of a column.
    pub example: fn(&str) -> String,
}

pub(super) const VI: ColumnWords = ColumnWords {
    column: |column| match column {
        Column::Item => "STT",
        Column::Content => "Nội dung",
        Column::Area => "Lĩnh vực",
        Column::Product => "Sản phẩm",
        Column::Lead => "Chủ trì",
        Column::Support => "Phối hợp",
        Column::Deadline => "Thời hạn",
        Column::Document => "Văn bản",
    },
    title: "Cột",
    columns_hint: "1-8 nêu cột là gì, 0 không đọc · F11 Bảng mã · F5 như đã nhận ra · F10 Đọc lại",
    begun: "Các cột như đã chọn dở lần trước: F10 đọc lại, Esc bỏ.",
    no_meaning: "Không đọc",
    source: |source| match source {
        ColumnSource::Heading => "theo tiêu đề",
        ColumnSource::Remembered => "đã nhớ",
        ColumnSource::ByHand => "chọn tay",
        ColumnSource::Unknown => "chưa rõ",
    },
    no_column: "Cột này không được đọc, không cần bảng mã.",
    needs_content: "Cần ít nhất cột Nội dung: đặt con trỏ ở cột đó rồi nhập 2.",
    coded: |said| match said {
        None => "Bảng mã: tự nhận từng dòng (F11 đổi)".to_owned(),
        Some(None) => "Bảng mã: Unicode (F11 đổi)".to_owned(),
        Some(Some(old)) => format!("Bảng mã: {} (F11 đổi)", coding(old)),
    },
    legacy_rows: |count| {
        format!(
            "{count} dòng của cột này dùng bảng mã cũ.",
            count = vi_number(count)
        )
    },
    before_after: |before, after| format!("Trước: {before} → sau: {after}"),
    example: |text| format!("Ví dụ: {text}"),
};

pub(super) const EN: ColumnWords = ColumnWords {
    column: |column| match column {
        Column::Item => "No.",
        Column::Content => "Content",
        Column::Area => "Area",
        Column::Product => "Deliverable",
        Column::Lead => "Lead",
        Column::Support => "Support",
        Column::Deadline => "Deadline",
        Column::Document => "Document",
    },
    title: "Columns",
    columns_hint: "1-8 say what it is, 0 not read · F11 coding · F5 as recognised · F10 reads again",
    begun: "The columns as they were begun last time: F10 reads again, Esc drops that.",
    no_meaning: "Not read",
    source: |source| match source {
        ColumnSource::Heading => "by heading",
        ColumnSource::Remembered => "remembered",
        ColumnSource::ByHand => "by hand",
        ColumnSource::Unknown => "unknown",
    },
    no_column: "This column is not read and needs no coding.",
    needs_content: "The content is needed: go to its column and type 2.",
    coded: |said| match said {
        None => "Coding: recognised row by row (F11 changes)".to_owned(),
        Some(None) => "Coding: Unicode (F11 changes)".to_owned(),
        Some(Some(old)) => format!("Coding: {} (F11 changes)", coding(old)),
    },
    legacy_rows: |count| {
        format!(
            "{count} of its rows are of an old coding.",
            count = en_number(count)
        )
    },
    before_after: |before, after| format!("Before: {before} → after: {after}"),
    example: |text| format!("Example: {text}"),
};
