//! Completion and promise kept: the table that offices sign, and the shares on time.

use super::{Subject, heading};
use crate::domain::report::Kind;

const KINDS: &[Kind] = &[Kind::Completion, Kind::Promise, Kind::Superior];

pub(super) const VI: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("agency", "Tên đơn vị", "Cơ quan"),
        heading("done_on_time", "HT trong hạn", "HT trong hạn"),
        heading("done_late", "HT trễ hạn", "HT trễ hạn"),
        heading("open_in_time", "Chưa HT trong hạn", "Chưa HT trong hạn"),
        heading("open_late", "Chưa HT trễ hạn", "Chưa HT trễ hạn"),
        heading("not_judged", "Không hạn / tạm dừng", "Không hạn, dừng"),
        heading("share_on_time", "Tỷ lệ HT đúng hạn", "% HT đúng hạn"),
        heading("share_late", "Tỷ lệ HT trễ hạn", "% HT trễ hạn"),
        heading("share_open_late", "Tỷ lệ chưa HT trễ hạn", "% chưa HT trễ"),
        heading("excused", "Trong đó trễ khách quan", "Khách quan"),
        heading(
            "issuer",
            "Cơ quan ban hành văn bản giao",
            "Cơ quan ban hành",
        ),
        heading("given", "Số được giao", "Giao"),
        heading("fallen_due", "Số đã đến hạn", "Đến hạn"),
        heading(
            "first_of_given",
            "Đúng hạn ban đầu / số giao",
            "Ban đầu /giao",
        ),
        heading(
            "first_of_due",
            "Đúng hạn ban đầu / số đến hạn",
            "Ban đầu /đến hạn",
        ),
        heading(
            "current_of_given",
            "Đúng hạn hiện hành / số giao",
            "Hiện hành /giao",
        ),
        heading(
            "current_of_due",
            "Đúng hạn hiện hành / số đến hạn",
            "Hiện hành /đến hạn",
        ),
        heading("returned", "Báo cáo bị trả lại", "Bị trả lại"),
    ],
    words: &[],
    notes: &[
        (
            "superior",
            "Nhiệm vụ của văn bản do Chính phủ hoặc Thủ tướng Chính phủ ban hành, theo sổ văn bản.",
        ),
        (
            "classes",
            "Tổng số = HT trong hạn + HT trễ hạn + chưa HT trong hạn + chưa HT trễ hạn + không hạn / tạm dừng; không gồm nháp và thôi theo dõi.",
        ),
        (
            "shares",
            "Tỷ lệ HT trên số HT có hạn; tỷ lệ chưa HT trễ hạn trên số chưa HT có hạn.",
        ),
        (
            "awaiting",
            "Chờ xác nhận xét theo ngày báo cáo, không tính là đang trễ.",
        ),
        (
            "excused",
            "Trễ khách quan vẫn nằm trong số trễ và được nêu riêng.",
        ),
        (
            "denominators",
            "Số giao: mọi nhiệm vụ trừ nháp và thôi theo dõi. Số đến hạn: đã HT có hạn và đang trễ.",
        ),
        (
            "first_date",
            "Ban đầu: xét theo hạn giao lần đầu, gia hạn không làm thay đổi. Hiện hành: theo hạn đã gia.",
        ),
        (
            "returned",
            "Bị trả lại: số lần báo cáo bị trả lại trong kỳ, là thước đo chất lượng.",
        ),
        (
            "no_due_in_period",
            "Kỳ tính theo hạn nên không gồm nhiệm vụ không có hạn.",
        ),
    ],
};

pub(super) const EN: Subject = Subject {
    kinds: KINDS,
    headings: &[
        heading("agency", "Agency", "Agency"),
        heading("done_on_time", "Done on time", "Done on time"),
        heading("done_late", "Done late", "Done late"),
        heading("open_in_time", "Open in time", "Open in time"),
        heading("open_late", "Open late", "Open late"),
        heading("not_judged", "No due date / suspended", "No due, susp."),
        heading("share_on_time", "Share done on time", "% done on time"),
        heading("share_late", "Share done late", "% done late"),
        heading("share_open_late", "Share open late", "% open late"),
        heading("excused", "Of these excused", "Excused"),
        heading("issuer", "Issuer of the document", "Issuer"),
        heading("given", "Given", "Given"),
        heading("fallen_due", "Fallen due", "Fallen due"),
        heading(
            "first_of_given",
            "On the first date / given",
            "First /given",
        ),
        heading(
            "first_of_due",
            "On the first date / fallen due",
            "First /due",
        ),
        heading(
            "current_of_given",
            "On the current date / given",
            "Current /given",
        ),
        heading(
            "current_of_due",
            "On the current date / fallen due",
            "Current /due",
        ),
        heading("returned", "Submissions returned", "Re- turned"),
    ],
    words: &[],
    notes: &[
        (
            "superior",
            "Tasks of documents that the Government or the Prime Minister issued, by the register.",
        ),
        (
            "classes",
            "Total = done on time + done late + open in time + open late + no due date / suspended; without drafts and dropped tasks.",
        ),
        (
            "shares",
            "Shares of the done: of those done with a due date; share open late: of those open with one.",
        ),
        (
            "awaiting",
            "What awaits confirmation is judged on the day of submission and is not late now.",
        ),
        (
            "excused",
            "What was excused is still among the late and is named apart.",
        ),
        (
            "denominators",
            "Given: all tasks but drafts and dropped ones. Fallen due: done with a due date, and late now.",
        ),
        (
            "first_date",
            "First: by the date that was given first, whatever was extended. Current: by the extended one.",
        ),
        (
            "returned",
            "Returned: submissions that were returned in the period, a measure of quality.",
        ),
        (
            "no_due_in_period",
            "The period is by due date: tasks without one are not in it.",
        ),
    ],
};
