//! Indicators and files by month: headings, words and notes of their reports.

use super::{Subject, heading};
use crate::domain::report::Kind;

const KINDS: &[Kind] = &[
    Kind::Indicators,
    Kind::MissingReadings,
    Kind::Caseload,
    Kind::CaseloadAlerts,
];

pub(super) const VI: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("indicator", "Mã chỉ tiêu", "Mã"),
        heading("indicator_name", "Chỉ tiêu", "Chỉ tiêu"),
        heading("unit", "Đơn vị tính", "ĐVT"),
        heading("low", "Mục tiêu: từ", "Từ"),
        heading("high", "Mục tiêu: tối đa", "Tối đa"),
        heading("interval", "Kỳ", "Kỳ"),
        heading("value", "Kết quả", "Kết quả"),
        heading("distance", "Còn thiếu", "Còn thiếu"),
        heading("reached", "Tỷ lệ số liệu đạt mục tiêu", "% đạt"),
        heading("missing", "Số liệu chưa có", "Chưa có"),
        heading("agency", "Cơ quan", "Cơ quan"),
        heading("state", "Đánh giá", "Đánh giá"),
        heading("said", "Ghi chú", "Ghi chú"),
        heading("month", "Tháng", "Tháng"),
        heading("received", "Tiếp nhận", "Tiếp nhận"),
        heading("solved", "Đã giải quyết", "Đã GQ"),
        heading("late", "Hồ sơ trễ hạn", "Trễ"),
        heading("files", "Đã và đang giải quyết", "Trong số"),
        heading("late_share", "Tỷ lệ trễ hạn", "% trễ"),
        heading("late_before", "Trễ hạn tháng trước", "Trễ tháng trước"),
        heading(
            "late_share_before",
            "Tỷ lệ trễ tháng trước",
            "% tháng trước",
        ),
    ],
    words: &[
        ("city", "Toàn Thành phố"),
        ("reached", "đạt"),
        ("not_reached", "chưa đạt"),
    ],
    notes: &[
        (
            "reached_of_last",
            "Tỷ lệ đạt: số cơ quan (hoặc Thành phố) đạt mục tiêu trên số có số liệu ở kỳ mới nhất.",
        ),
        (
            "farthest",
            "Còn thiếu: của cơ quan xa mục tiêu nhất, nếu từng cơ quan có số liệu riêng; số âm là vượt quá.",
        ),
        (
            "distance",
            "Còn thiếu: số dương là thấp hơn mục tiêu, số âm là cao hơn, 0 là đạt.",
        ),
        (
            "missing_when_over",
            "Số liệu của các kỳ đã kết thúc; cơ quan không tồn tại suốt kỳ đó thì không tính.",
        ),
        (
            "late_is",
            "Trễ hạn: giải quyết trễ và đang giải quyết đã trễ; tỷ lệ trên số đã và đang giải quyết (không gồm rút).",
        ),
        ("month_before", "So với tháng liền trước."),
        (
            "alert",
            "Cảnh báo: tỷ lệ trễ giảm nhưng số hồ sơ trễ tăng so với tháng trước.",
        ),
    ],
};

pub(super) const EN: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("indicator", "Indicator code", "Code"),
        heading("indicator_name", "Indicator", "Indicator"),
        heading("unit", "Unit", "Unit"),
        heading("low", "Target: at least", "At least"),
        heading("high", "Target: at most", "At most"),
        heading("interval", "Period", "Period"),
        heading("value", "Value", "Value"),
        heading("distance", "Distance", "Distance"),
        heading(
            "reached",
            "Share of values that reach the target",
            "% reached",
        ),
        heading("missing", "Missing values", "Missing"),
        heading("agency", "Agency", "Agency"),
        heading("state", "Judged", "Judged"),
        heading("said", "Note", "Note"),
        heading("month", "Month", "Month"),
        heading("received", "Received", "Received"),
        heading("solved", "Solved", "Solved"),
        heading("late", "Late files", "Late"),
        heading("files", "Solved and open", "Of"),
        heading("late_share", "Late share", "% late"),
        heading("late_before", "Late the month before", "Late before"),
        heading(
            "late_share_before",
            "Late share the month before",
            "% before",
        ),
    ],
    words: &[
        ("city", "The city"),
        ("reached", "reached"),
        ("not_reached", "not reached"),
    ],
    notes: &[
        (
            "reached_of_last",
            "Reached: values that are as wanted, of those of the latest period.",
        ),
        (
            "farthest",
            "Distance: of the agency farthest away, where agencies have values of their own; negative above it.",
        ),
        (
            "distance",
            "Distance: positive below the target, negative above it, 0 where it is reached.",
        ),
        (
            "missing_when_over",
            "Of periods that are over; agencies that did not exist all through one owe nothing.",
        ),
        (
            "late_is",
            "Late: solved late and open late, of all solved and open (without withdrawn).",
        ),
        ("month_before", "Beside the month before."),
        (
            "alert",
            "Alert: the late share falls and yet more files are late than the month before.",
        ),
    ],
};
