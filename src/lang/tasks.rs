//! The words of the main screen: tasks by agency.

use crate::domain::agency::Branch;
use crate::domain::agency::lineage::By;
use crate::domain::query::Order;

/// The words of the main screen.
#[derive(Debug)]
pub struct TaskWords {
    /// The title.
    pub title: &'static str,
    /// The title while tasks stand under today's successors.
    pub title_by_today: &'static str,
    /// The title, where the tree names heads.
    pub title_by_head: &'static str,
    /// Heading of the pane, where the tree names heads.
    pub head: &'static str,
    /// Says under which agency tasks stand: today's successor, or that of the time.
    pub counted_by: fn(By) -> &'static str,
    /// Heading of the pane.
    pub agency: &'static str,
    /// Heading of the numbers that are late, in three cells.
    pub late: &'static str,
    /// Heading of the numbers that are due soon, in three cells.
    pub soon: &'static str,
    /// Heading of the numbers that are open, in three cells.
    pub open: &'static str,
    /// A branch of the tree of agencies, in seven cells or a few more.
    pub branch: fn(Branch) -> &'static str,
    /// Where the lead is not known, in the pane.
    pub unresolved: &'static str,
    /// Late, due soon and open, as they stand in the first line.
    pub figures: fn(&str, &str, &str) -> String,
    /// The same, where there is little room.
    pub short_figures: fn(&str, &str, &str) -> String,
    /// Heading of the option column, in four cells.
    pub option: &'static str,
    /// Heading of due dates.
    pub due: &'static str,
    /// Heading of the working days that are left.
    pub left: &'static str,
    /// Heading of statuses, in six cells.
    pub status: &'static str,
    /// Heading of titles.
    pub content: &'static str,
    /// Heading of progress in percent.
    pub progress: &'static str,
    /// Heading of codes.
    pub code: &'static str,
    /// Heading of deliverables.
    pub product: &'static str,
    /// Heading of assigning documents.
    pub document: &'static str,
    /// A deadline without a day, in eight cells: the work never ends.
    pub ongoing: &'static str,
    /// A deadline that nobody could read, in eight cells.
    pub unclear: &'static str,
    /// The line of the filter: its words.
    pub filtered: fn(&str) -> String,
    /// How many tasks the filter finds; true where there may be more.
    pub found: fn(&str, bool) -> String,
    /// How one changes or leaves the filter.
    pub filter_keys: &'static str,
    /// An order that is not the usual one.
    pub ordered: fn(Order) -> &'static str,
    /// No task here.
    pub nothing: &'static str,
    /// No task that the filter lets pass.
    pub nothing_found: &'static str,
    /// A search goes on.
    pub searching: &'static str,
    /// Digits that stand beside rows: how many, and which.
    pub digits: fn(usize, &str) -> String,
    /// Marked rows.
    pub marked: fn(usize) -> String,
    /// Others changed so many tasks of this list.
    pub changes: fn(usize) -> String,
    /// Others changed more than one could count.
    pub many_changes: &'static str,
    /// Before the text that is being found.
    pub find: &'static str,
    /// How one ends finding.
    pub find_keys: &'static str,
    /// Before the letters by which one jumps to an agency.
    pub jump: &'static str,
    /// No agency begins so.
    pub no_jump: fn(&str) -> String,
    /// No overdue task in that direction.
    pub no_overdue: &'static str,
    /// The list was left while digits stand.
    pub digits_kept: fn(usize) -> String,
    /// The list reads by urgency, by number, by document.
    pub sorted: fn(Order) -> &'static str,
    /// The words of the preview.
    pub preview: PreviewWords,
}

/// The words beside or below the list, about the selected task.
#[derive(Debug)]
pub struct PreviewWords {
    /// Due on a date, that weekday.
    pub due: fn(&str, &str) -> String,
    /// Judged by another day, because the date is a day off.
    pub effective: fn(&str) -> String,
    /// The deadline as it was written.
    pub written: fn(&str) -> String,
    /// No due date.
    pub no_due: &'static str,
    /// The first due date.
    pub original: fn(&str) -> String,
    /// Extended so often.
    pub extended: fn(u32) -> String,
    /// Submitted on a date.
    pub submitted: fn(&str) -> String,
    /// Submitted late, by so many working days.
    pub submitted_late: fn(i64) -> String,
    /// The latest entry: its date.
    pub updated: fn(&str) -> String,
    /// An extension to a date waits for a decision.
    pub extension_asked: fn(&str) -> String,
    /// The lead says that it is not theirs.
    pub disputed: &'static str,
    /// Urged so often.
    pub urged: fn(u32) -> String,
    /// Returned so often.
    pub returned: fn(u32) -> String,
    /// Somebody has to look at it.
    pub review: &'static str,
    /// The deliverable.
    pub product: fn(&str) -> String,
    /// The supporting agencies.
    pub supporting: fn(&str) -> String,
    /// The evidence.
    pub evidence: fn(&str) -> String,
    /// A document: kind, symbol, date.
    pub document: fn(&str, &str, &str) -> String,
    /// The lead.
    pub lead: fn(&str) -> String,
}

pub(super) const VI: TaskWords = TaskWords {
    title: "Nhiệm vụ theo cơ quan",
    title_by_today: "Nhiệm vụ theo nơi tiếp nhận",
    title_by_head: "Nhiệm vụ theo người đứng đầu",
    head: "Đứng đầu",
    counted_by: |by| match by {
        By::Then => "Tính theo cơ quan lúc đó.",
        By::Today => "Tính theo nơi tiếp nhận hôm nay: gồm cả việc của cơ quan cũ.",
        By::Head => "Theo người đứng đầu cơ quan chủ trì lúc đó.",
    },
    agency: "Cơ quan",
    late: "Trễ",
    soon: "Sắp",
    open: "CHT",
    branch: |branch| match branch {
        Branch::Committee => "UBND",
        Branch::Departments => "Sở",
        Branch::Boards => "Ban",
        Branch::Sectors => "Ngành",
        Branch::Districts => "Quận",
        Branch::RuralDistrictsAndCity => "Huyện, TP",
        Branch::Wards => "Phường",
        Branch::Communes => "Xã",
        Branch::SpecialZones => "Đặc khu",
        Branch::Others => "Khác",
    },
    unresolved: "Chưa rõ",
    figures: |late, soon, open| format!("{late} trễ · {soon} sắp đến hạn · {open} chưa HT"),
    short_figures: |late, soon, open| format!("{late} trễ · {soon} sắp · {open} CHT"),
    option: "Chọn",
    due: "Hạn",
    left: "Còn",
    status: "T.thái",
    content: "Nội dung",
    progress: "%",
    code: "Mã",
    product: "Sản phẩm",
    document: "Văn bản",
    ongoing: "th.xuyên",
    unclear: "chưa rõ",
    filtered: |words| format!("Lọc: {words}"),
    found: |count, is_partial| match is_partial {
        true => format!("trên {count} nhiệm vụ"),
        false => format!("{count} nhiệm vụ"),
    },
    filter_keys: "F7 sửa · Esc bỏ lọc",
    ordered: |order| match order {
        Order::Urgency => "",
        Order::Newest => "thứ tự: số mới trước",
        Order::Document => "thứ tự: theo văn bản",
    },
    nothing: "Không có nhiệm vụ nào. F6 thêm nhiệm vụ.",
    nothing_found: "Không có nhiệm vụ nào khớp. Esc bỏ lọc, F7 sửa.",
    searching: "đang tìm…",
    digits: |count, digits| {
        format!("{count} dòng đã chọn thao tác: {digits} · Enter xem lại · Del xóa số")
    },
    marked: |count| format!("đánh dấu {count} dòng (F2)"),
    changes: |count| format!("{count} thay đổi – F5"),
    many_changes: "nhiều thay đổi – F5",
    find: "Tìm: ",
    find_keys: "Enter giữ làm bộ lọc · Esc bỏ",
    jump: "Đến cơ quan: ",
    no_jump: |typed| format!("Không có cơ quan nào là \"{typed}\"."),
    no_overdue: "Không còn nhiệm vụ quá hạn ở phía này.",
    digits_kept: |count| format!("{count} thao tác chưa ghi được giữ, mở lại danh sách sẽ thấy."),
    sorted: |order| match order {
        Order::Urgency => "Thứ tự: quá hạn trước, rồi theo hạn.",
        Order::Newest => "Thứ tự: số mới trước.",
        Order::Document => "Thứ tự: theo văn bản giao.",
    },
    preview: PreviewWords {
        due: |date, weekday| format!("Hạn {date} ({weekday})"),
        effective: |date| format!("tính đến {date}"),
        written: |text| format!("văn bản ghi \"{text}\""),
        no_due: "Không có hạn",
        original: |date| format!("ban đầu {date}"),
        extended: |count| format!("gia hạn {count}"),
        submitted: |date| format!("nộp {date}"),
        submitted_late: |days| format!("nộp trễ {days}"),
        updated: |date| format!("cập nhật {date}"),
        extension_asked: |date| format!("xin gia hạn đến {date}"),
        disputed: "trả lại vì giao sai",
        urged: |count| format!("đôn đốc {count}"),
        returned: |count| format!("bị trả lại {count}"),
        review: "cần rà soát",
        product: |text| format!("Sản phẩm: {text}"),
        supporting: |text| format!("Phối hợp: {text}"),
        evidence: |text| format!("Minh chứng: {text}"),
        document: |kind, symbol, date| format!("{kind} số {symbol} {date}"),
        lead: |name| format!("Chủ trì: {name}"),
    },
};

pub(super) const EN: TaskWords = TaskWords {
    title: "Tasks by agency",
    title_by_today: "Tasks by successor",
    title_by_head: "Tasks by head",
    head: "Head",
    counted_by: |by| match by {
        By::Then => "By the agency of the time.",
        By::Today => "By today's successor: with the tasks of the old agencies.",
        By::Head => "By the head of the lead of the time.",
    },
    agency: "Agency",
    late: "Ovd",
    soon: "Sn",
    open: "Opn",
    branch: |branch| match branch {
        Branch::Committee => "Committees",
        Branch::Departments => "Depts",
        Branch::Boards => "Boards",
        Branch::Sectors => "Sectors",
        Branch::Districts => "Districts",
        Branch::RuralDistrictsAndCity => "Rural, TĐ",
        Branch::Wards => "Wards",
        Branch::Communes => "Communes",
        Branch::SpecialZones => "Zones",
        Branch::Others => "Others",
    },
    unresolved: "Unknown",
    figures: |late, soon, open| format!("{late} overdue · {soon} due soon · {open} open"),
    short_figures: |late, soon, open| format!("{late} ovd · {soon} soon · {open} open"),
    option: "Opt",
    due: "Due",
    left: "Left",
    status: "Status",
    content: "Task",
    progress: "%",
    code: "Code",
    product: "Product",
    document: "Document",
    ongoing: "ongoing",
    unclear: "unclear",
    filtered: |words| format!("Filter: {words}"),
    found: |count, is_partial| match is_partial {
        true => format!("over {count} tasks"),
        false => format!("{count} tasks"),
    },
    filter_keys: "F7 edit · Esc clear",
    ordered: |order| match order {
        Order::Urgency => "",
        Order::Newest => "order: newest first",
        Order::Document => "order: by document",
    },
    nothing: "No tasks. F6 enters one.",
    nothing_found: "No task fits. Esc clears the filter, F7 edits it.",
    searching: "searching…",
    digits: |count, digits| {
        format!("{count} rows with an option: {digits} · Enter reviews · Del clears")
    },
    marked: |count| format!("{count} marked (F2)"),
    changes: |count| format!("{count} changes – F5"),
    many_changes: "many changes – F5",
    find: "Find: ",
    find_keys: "Enter keeps it as filter · Esc drops it",
    jump: "To agency: ",
    no_jump: |typed| format!("No agency is called \"{typed}\"."),
    no_overdue: "No more overdue tasks this way.",
    digits_kept: |count| {
        format!("{count} options not saved are kept for when the list opens again.")
    },
    sorted: |order| match order {
        Order::Urgency => "Order: overdue first, then by due date.",
        Order::Newest => "Order: newest number first.",
        Order::Document => "Order: by assigning document.",
    },
    preview: PreviewWords {
        due: |date, weekday| format!("Due {date} ({weekday})"),
        effective: |date| format!("counted to {date}"),
        written: |text| format!("written \"{text}\""),
        no_due: "No due date",
        original: |date| format!("first {date}"),
        extended: |count| format!("extended {count}"),
        submitted: |date| format!("submitted {date}"),
        submitted_late: |days| format!("submitted {days} late"),
        updated: |date| format!("updated {date}"),
        extension_asked: |date| format!("extension to {date} asked for"),
        disputed: "returned as not theirs",
        urged: |count| format!("urged {count}"),
        returned: |count| format!("returned {count}"),
        review: "to be reviewed",
        product: |text| format!("Product: {text}"),
        supporting: |text| format!("With: {text}"),
        evidence: |text| format!("Evidence: {text}"),
        document: |kind, symbol, date| format!("{kind} {symbol} {date}"),
        lead: |name| format!("Lead: {name}"),
    },
};
