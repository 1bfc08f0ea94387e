//! Owed documents, long tasks, series.

use super::{Subject, heading};
use crate::domain::report::Kind;

const KINDS: &[Kind] = &[Kind::Documents, Kind::Ongoing, Kind::Series];

pub(super) const VI: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("owed", "Phải ban hành", "Phải BH"),
        heading("issued_on_time", "Ban hành đúng hạn", "BH đúng hạn"),
        heading("issued_late", "Ban hành trễ", "BH trễ"),
        heading("owed_overdue", "Chưa ban hành, quá hạn", "Quá hạn"),
        heading("pending", "Chưa đến hạn", "Chưa đến hạn"),
        heading("unnamed", "Hoàn thành, chưa ghi văn bản", "Chưa ghi VB"),
        heading(
            "share_issued_on_time",
            "Tỷ lệ ban hành đúng hạn",
            "% đúng hạn",
        ),
        heading("due", "Hạn", "Hạn"),
        heading("state", "Tình trạng", "Tình trạng"),
        heading("issued", "Văn bản đã ban hành", "Số, ký hiệu"),
        heading("issued_on", "Ngày ban hành", "Ngày BH"),
        heading("to_30", "Cập nhật trong 30 ngày", "≤ 30 ngày"),
        heading("to_90", "31 đến 90 ngày", "31-90"),
        heading("to_180", "91 đến 180 ngày", "91-180"),
        heading("older", "Trên 180 ngày hoặc chưa từng", "> 180"),
        heading("oldest_update", "Cập nhật cũ nhất", "Cũ nhất"),
        heading("last_update", "Cập nhật gần nhất", "Cập nhật"),
        heading("progress_note", "Nội dung cập nhật", "Nội dung cập nhật"),
        heading("series", "Nhiệm vụ định kỳ", "Mã"),
        heading("occurrences", "Số kỳ", "Số kỳ"),
        heading("kept", "Đúng hạn", "Đúng hạn"),
        heading("missed_late", "Hoàn thành trễ", "HT trễ"),
        heading("missed_overdue", "Đang quá hạn", "Quá hạn"),
        heading("still_open", "Đang mở, chưa đến hạn", "Đang mở"),
        heading("share_kept", "Tỷ lệ kỳ đúng hạn", "% đúng hạn"),
        heading("next_due", "Hạn kỳ tới", "Kỳ tới"),
    ],
    words: &[
        ("owed_overdue", "chưa ban hành, quá hạn"),
        ("issued_late", "ban hành trễ"),
        ("unnamed", "xong, chưa ghi văn bản"),
        ("pending", "chưa đến hạn"),
        ("issued_on_time", "đúng hạn"),
    ],
    notes: &[
        (
            "owed_classes",
            "Phải ban hành = đúng hạn + trễ + quá hạn + chưa đến hạn + chưa ghi văn bản; không gồm nháp và thôi theo dõi. Kỳ tính theo hạn.",
        ),
        (
            "owed_share",
            "Tỷ lệ đúng hạn trên số đã ban hành và số quá hạn chưa ban hành.",
        ),
        (
            "ongoing_ages",
            "Tuổi tính theo ngày lịch từ lần cập nhật gần nhất, hoặc từ ngày giao; cột Ngày là ngày làm việc.",
        ),
        (
            "series_share",
            "Tỷ lệ trên số kỳ đúng hạn, hoàn thành trễ và đang quá hạn; kỳ thôi theo dõi không tính.",
        ),
        ("all_times", "Báo cáo này không theo kỳ."),
    ],
};

pub(super) const EN: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("owed", "Documents owed", "Owed"),
        heading("issued_on_time", "Issued on time", "On time"),
        heading("issued_late", "Issued late", "Late"),
        heading("owed_overdue", "Not issued, overdue", "Overdue"),
        heading("pending", "Not yet due", "Not yet due"),
        heading("unnamed", "Done, no document named", "Not named"),
        heading("share_issued_on_time", "Share issued on time", "% on time"),
        heading("due", "Due", "Due"),
        heading("state", "State", "State"),
        heading("issued", "Document issued", "Number"),
        heading("issued_on", "Issued on", "Issued"),
        heading("to_30", "Updated within 30 days", "≤ 30 days"),
        heading("to_90", "31 to 90 days", "31-90"),
        heading("to_180", "91 to 180 days", "91-180"),
        heading("older", "More than 180 days, or never", "> 180"),
        heading("oldest_update", "Oldest update", "Oldest"),
        heading("last_update", "Last update", "Updated"),
        heading("progress_note", "What was updated", "What was updated"),
        heading("series", "Recurring task", "Code"),
        heading("occurrences", "Occurrences", "Times"),
        heading("kept", "On time", "On time"),
        heading("missed_late", "Done late", "Late"),
        heading("missed_overdue", "Overdue now", "Overdue"),
        heading("still_open", "Open, not yet due", "Open"),
        heading("share_kept", "Share on time", "% on time"),
        heading("next_due", "Next due", "Next"),
    ],
    words: &[
        ("owed_overdue", "not issued, overdue"),
        ("issued_late", "issued late"),
        ("unnamed", "done, not named"),
        ("pending", "not yet due"),
        ("issued_on_time", "on time"),
    ],
    notes: &[
        (
            "owed_classes",
            "Owed = on time + late + overdue + not yet due + not named; drafts and what was dropped are left out. The period is that of the due date.",
        ),
        (
            "owed_share",
            "Share on time of what was issued and what is overdue.",
        ),
        (
            "ongoing_ages",
            "Ages are calendar days since the last update, or since the assignment; the column of days has working days.",
        ),
        (
            "series_share",
            "Share of what was on time, done late or is overdue; what was dropped is left out.",
        ),
        ("all_times", "This report has no period."),
    ],
};
