//! Late tasks with heads and causes.

use super::{Subject, heading};
use crate::domain::report::Kind;

const KINDS: &[Kind] = &[Kind::Late];

pub(super) const VI: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("late", "Tổng số trễ hạn", "Trễ"),
        heading("late_now", "Chưa HT, đang trễ", "Đang trễ"),
        heading("done_late", "HT trễ hạn", "HT trễ"),
        heading("excused", "Trong đó trễ khách quan", "Khách quan"),
        heading("longest", "Đang trễ lâu nhất (ngày làm việc)", "Lâu nhất"),
        heading("cause_opinion", "Chờ ý kiến", "Chờ ý kiến"),
        heading("cause_guidance", "Chờ hướng dẫn cấp trên", "Chờ h.dẫn"),
        heading("cause_money", "Thiếu kinh phí", "Thiếu k.phí"),
        heading("cause_people", "Thiếu nhân lực", "Thiếu người"),
        heading("cause_negligence", "Chủ quan", "Chủ quan"),
        heading("cause_other", "Nguyên nhân khác", "Khác"),
        heading("cause_unstated", "Chưa nêu nguyên nhân", "Chưa nêu"),
        heading("original_due", "Hạn ban đầu", "Hạn đầu"),
        heading("extensions", "Số lần gia hạn", "Gia hạn"),
        heading("due", "Hạn hiện hành", "Hạn"),
        heading("state", "Tình trạng", "Tình trạng"),
        heading("late_days", "Số ngày làm việc trễ", "Ngày trễ"),
        heading("cause", "Nguyên nhân", "Nguyên nhân"),
        heading("urgings", "Số lần đôn đốc", "Đôn đốc"),
        heading("urged_on", "Đôn đốc lần cuối", "Lần cuối"),
        heading("explanations_asked", "Yêu cầu giải trình", "Y/c g.trình"),
        heading("explanations", "Đã giải trình", "Đã g.trình"),
    ],
    words: &[
        ("late_now", "đang trễ"),
        ("done_late", "HT trễ"),
        ("cause_unstated", "chưa nêu"),
    ],
    notes: &[
        (
            "late_of_now",
            "Không chọn kỳ: chỉ tính việc đang trễ đến hôm nay.",
        ),
        (
            "late_of_period",
            "Việc của kỳ đang trễ hoặc đã hoàn thành trễ; số bằng cột chưa HT trễ hạn và HT trễ hạn của bảng ký.",
        ),
        (
            "causes",
            "Nguyên nhân do cơ quan chủ trì nêu khi báo cáo hoàn thành trễ; việc chưa báo cáo thường chưa nêu.",
        ),
    ],
};

pub(super) const EN: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("late", "Late, all together", "Late"),
        heading("late_now", "Open and late now", "Late now"),
        heading("done_late", "Done late", "Done late"),
        heading("excused", "Of these excused", "Excused"),
        heading("longest", "Longest late now (working days)", "Longest"),
        heading("cause_opinion", "Waiting for other agencies", "Others"),
        heading("cause_guidance", "Waiting for guidance", "Guidance"),
        heading("cause_money", "Lack of funds", "Funds"),
        heading("cause_people", "Lack of staff", "Staff"),
        heading("cause_negligence", "Own fault", "Own fault"),
        heading("cause_other", "Other causes", "Other"),
        heading("cause_unstated", "No cause given", "None given"),
        heading("original_due", "First due date", "First due"),
        heading("extensions", "Extensions", "Ext."),
        heading("due", "Due date now", "Due"),
        heading("state", "State", "State"),
        heading("late_days", "Working days late", "Days late"),
        heading("cause", "Cause", "Cause"),
        heading("urgings", "Urgings", "Urged"),
        heading("urged_on", "Last urged on", "Last"),
        heading("explanations_asked", "Explanations asked", "Asked"),
        heading("explanations", "Explanations given", "Given"),
    ],
    words: &[
        ("late_now", "late now"),
        ("done_late", "done late"),
        ("cause_unstated", "none given"),
    ],
    notes: &[
        (
            "late_of_now",
            "Without a period: what is late now, as of today.",
        ),
        (
            "late_of_period",
            "Tasks of the period that are late now or were done late; the numbers are those of the signed table.",
        ),
        (
            "causes",
            "Causes as the lead gave them when it reported late; what is not reported yet seldom has one.",
        ),
    ],
};
