//! The titles of all reports, and what each answers.

use crate::domain::report::Kind;

pub(super) fn vi_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Completion => "Kết quả thực hiện nhiệm vụ",
        Kind::Promise => "Giữ lời: tỷ lệ đúng hạn",
        Kind::Superior => "Việc Chính phủ, Thủ tướng giao",
        Kind::Late => "Nhiệm vụ trễ hạn",
        Kind::Heads => "Trách nhiệm người đứng đầu",
        Kind::Hands => "Qua bao nhiêu tay",
        Kind::Loops => "Chuyển vòng",
        Kind::Waiting => "Đang chờ ai",
        Kind::Urgings => "Đôn đốc, giải trình",
        Kind::Extensions => "Gia hạn",
        Kind::Documents => "Văn bản nợ, ban hành chậm",
        Kind::Ongoing => "Nhiệm vụ thường xuyên",
        Kind::Series => "Nhiệm vụ định kỳ",
        Kind::Indicators => "Chỉ tiêu",
        Kind::MissingReadings => "Chỉ tiêu chưa có số liệu",
        Kind::Caseload => "Hồ sơ",
        Kind::CaseloadAlerts => "Hồ sơ: cảnh báo",
    }
}

pub(super) fn vi_answers(kind: Kind) -> &'static str {
    match kind {
        Kind::Completion => "bảng để ký: hoàn thành, chưa hoàn thành, đúng hạn, trễ hạn",
        Kind::Promise => "đúng hạn ban đầu và hiện hành, trên số giao và số đến hạn",
        Kind::Superior => "theo cơ quan ban hành: tổng số, đúng hạn, trễ hạn, quá hạn",
        Kind::Late => "việc trễ của ai, trễ bao lâu, vì sao; mở dòng xem từng việc",
        Kind::Heads => "đang trễ, số ngày, đôn đốc, giải trình của từng người đứng đầu",
        Kind::Hands => "ai giữ việc bao nhiêu ngày làm việc, lâu nhất trước",
        Kind::Loops => "việc chuyển đi rồi quay lại nơi cũ",
        Kind::Waiting => "ai đang chờ ai, từ bao giờ",
        Kind::Urgings => "ai bị đôn đốc mấy lần, lần cuối; giải trình yêu cầu và đã có",
        Kind::Extensions => "xin, xin sau khi quá hạn, được duyệt, bị từ chối",
        Kind::Documents => "văn bản phải ban hành: chậm, chưa ban hành",
        Kind::Ongoing => "việc không có hạn, theo tuổi của lần cập nhật cuối",
        Kind::Series => "mỗi việc định kỳ một dòng: kỳ đạt, kỳ lỡ",
        Kind::Indicators => "mức đạt và khoảng cách tới chỉ tiêu",
        Kind::MissingReadings => "số liệu phải có mà chưa có",
        Kind::Caseload => "hồ sơ nhận, giải quyết, trễ: số và tỷ lệ cạnh nhau",
        Kind::CaseloadAlerts => "nơi tỷ lệ trễ giảm mà số hồ sơ trễ tăng",
    }
}

pub(super) fn en_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Completion => "Completion of tasks",
        Kind::Promise => "Promise kept: shares on time",
        Kind::Superior => "Tasks of the Government",
        Kind::Late => "Late tasks",
        Kind::Heads => "Accountability of heads",
        Kind::Hands => "Through how many hands",
        Kind::Loops => "There and back",
        Kind::Waiting => "Who waits for whom",
        Kind::Urgings => "Urgings, explanations",
        Kind::Extensions => "Extensions",
        Kind::Documents => "Documents owed and late",
        Kind::Ongoing => "Ongoing tasks",
        Kind::Series => "Recurring tasks",
        Kind::Indicators => "Indicators",
        Kind::MissingReadings => "Indicators without readings",
        Kind::Caseload => "Caseload",
        Kind::CaseloadAlerts => "Caseload: alerts",
    }
}

pub(super) fn en_answers(kind: Kind) -> &'static str {
    match kind {
        Kind::Completion => "the table that is signed: done and open, on time and late",
        Kind::Promise => "on the first and the current date, of the given and the fallen due",
        Kind::Superior => "by who issued the document: all, on time, late, overdue",
        Kind::Late => "whose tasks are late, how long, and why; open a row for each",
        Kind::Heads => "late now, days, urgings, explanations of every head",
        Kind::Hands => "who held it for how many working days, the longest first",
        Kind::Loops => "tasks that went away and came back",
        Kind::Waiting => "who waits for whom, since when",
        Kind::Urgings => "who was urged how often, and when last; explanations",
        Kind::Extensions => "asked, asked late, granted, refused",
        Kind::Documents => "documents to be issued: late, or not at all",
        Kind::Ongoing => "tasks without end by the age of their last update",
        Kind::Series => "a line each: occurrences kept and missed",
        Kind::Indicators => "attainment and distance to the target",
        Kind::MissingReadings => "values that should be there and are not",
        Kind::Caseload => "files received, solved, late: count and share side by side",
        Kind::CaseloadAlerts => "where the late share falls and the number grows",
    }
}
