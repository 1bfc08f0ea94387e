//! Accountability of heads.

use super::{Subject, heading};
use crate::domain::report::Kind;

const KINDS: &[Kind] = &[Kind::Heads];

pub(super) const VI: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("late_now", "Đang trễ", "Đang trễ"),
        heading("late_days", "Tổng ngày làm việc trễ", "Ngày trễ"),
        heading("longest", "Đang trễ lâu nhất (ngày làm việc)", "Lâu nhất"),
        heading("late_first", "Trễ theo hạn ban đầu", "Ban đầu"),
        heading("late_in_period", "Trễ trong kỳ", "Trong kỳ"),
        heading(
            "current_of_due",
            "Đúng hạn hiện hành / số đến hạn",
            "% đúng hạn",
        ),
        heading("urged", "Số lần đôn đốc", "Đôn đốc"),
        heading("asked_to_explain", "Yêu cầu giải trình", "Giải trình"),
        heading("explained", "Đã giải trình", "Đã GT"),
        heading("to_explain", "Chưa giải trình", "Chưa GT"),
        heading("disciplined", "Phê bình, kiến nghị xử lý", "Phê bình"),
        heading("worst", "Việc trễ lâu nhất", "Việc"),
        heading("what", "Nội dung", "Nội dung"),
        heading("figure", "Số", "Số"),
    ],
    words: &[
        ("late_now", "Đang trễ (bên phải: tổng ngày làm việc)"),
        (
            "late_first",
            "Trễ theo hạn ban đầu, kể cả việc đã được gia hạn",
        ),
        (
            "late_in_period",
            "Trễ trong kỳ: đã hoàn thành trễ và đang trễ",
        ),
        ("excused", "Trong đó trễ khách quan"),
        ("on_first", "Đúng hạn ban đầu / số đến hạn"),
        ("on_current", "Đúng hạn hiện hành / số đến hạn"),
        ("urged", "Số lần bị đôn đốc trong kỳ"),
        ("asked_to_explain", "Số lần yêu cầu giải trình trong kỳ"),
        ("explained", "Số lần đã giải trình trong kỳ"),
        ("to_explain", "Đang nợ giải trình"),
        ("criticised", "Phê bình trong kỳ"),
        ("proposed", "Kiến nghị xử lý trách nhiệm trong kỳ"),
    ],
    notes: &[
        (
            "late_now",
            "Đang trễ: đến hôm nay, không theo kỳ. Số ngày là ngày làm việc, cộng của mọi việc đang trễ.",
        ),
        (
            "late_in_period",
            "Trễ trong kỳ: nhiệm vụ của kỳ đã hoàn thành trễ hoặc đang trễ.",
        ),
        (
            "late_first",
            "Ban đầu: đang trễ nếu xét theo hạn giao lần đầu, kể cả việc đã được gia hạn.",
        ),
        (
            "ladder",
            "Đôn đốc, giải trình, phê bình: số lần trong kỳ, theo nhật ký; nợ giải trình: đến hôm nay.",
        ),
    ],
};

pub(super) const EN: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("late_now", "Late now", "Late now"),
        heading("late_days", "Working days late, all together", "Days late"),
        heading("longest", "Longest late now (working days)", "Longest"),
        heading("late_first", "Late by the first date", "By first"),
        heading("late_in_period", "Late in the period", "In period"),
        heading(
            "current_of_due",
            "On the current date / fallen due",
            "% on time",
        ),
        heading("urged", "Urgings", "Urged"),
        heading("asked_to_explain", "Explanations asked", "Asked"),
        heading("explained", "Explanations given", "Given"),
        heading("to_explain", "Explanations owed", "Owed"),
        heading(
            "disciplined",
            "Criticised, responsibility proposed",
            "Critic.",
        ),
        heading("worst", "Longest overdue task", "Task"),
        heading("what", "What", "What"),
        heading("figure", "Number", "Number"),
    ],
    words: &[
        (
            "late_now",
            "Late now (at the right: working days, all together)",
        ),
        (
            "late_first",
            "Late by the first date, also where it was extended",
        ),
        (
            "late_in_period",
            "Late in the period: done late, and late now",
        ),
        ("excused", "Of these excused"),
        ("on_first", "On the first date / fallen due"),
        ("on_current", "On the current date / fallen due"),
        ("urged", "Urgings in the period"),
        ("asked_to_explain", "Explanations asked in the period"),
        ("explained", "Explanations given in the period"),
        ("to_explain", "Explanations owed now"),
        ("criticised", "Criticisms in the period"),
        ("proposed", "Responsibility proposed in the period"),
    ],
    notes: &[
        (
            "late_now",
            "Late now: as of today, whatever the period. Days are working days, of all late tasks together.",
        ),
        (
            "late_in_period",
            "Late in the period: tasks of the period that were done late or are late now.",
        ),
        (
            "late_first",
            "By first: late now by the date that was given first, also where it was extended.",
        ),
        (
            "ladder",
            "Urgings, explanations, criticisms: how often in the period, by the log; owed: as of today.",
        ),
    ],
};
