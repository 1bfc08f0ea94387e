//! The words of reports, documents, measures and past days as numbered prompts.

/// Texts of places that follow up.
#[derive(Debug)]
pub struct FollowWords {
    /// What may stand under the reports.
    pub help_reports: &'static str,
    /// What may stand under a report.
    pub help_report: &'static str,
    /// What may stand under the report of a period.
    pub help_period: &'static str,
    /// What may stand under the register.
    pub help_register: &'static str,
    /// What may stand under a document.
    pub help_document: &'static str,
    /// What may stand under what is measured.
    pub help_measures: &'static str,
    /// The question under the reports.
    pub prompt_reports: &'static str,
    /// The question under the report of a period, of this name.
    pub prompt_period: fn(&str) -> String,
    /// There is no window before or after this one.
    pub no_window: &'static str,
    /// The question under a document.
    pub prompt_document: fn(&str) -> String,
    /// A deed was named where there is no task.
    pub no_task_here: &'static str,
    /// A deed was named without the rows that it is for.
    pub which_rows: &'static str,
    /// No report has this name.
    pub no_report: fn(&str) -> String,
    /// No grouping of this report is called so.
    pub no_grouping: fn(&str) -> String,
    /// Which numbers of a row can be opened by themselves.
    pub opens_columns: fn(&str) -> String,
    /// A row that opens as a whole only.
    pub opens_whole: &'static str,
    /// Which columns a report can be sorted by.
    pub columns: fn(&str) -> String,
    /// So many rows.
    pub rows: fn(usize) -> String,
    /// So many documents; those that words mention.
    pub documents: fn(usize, &str) -> String,
    /// So many steps away in a chain of documents.
    pub depth: fn(usize) -> String,
    /// Said already, with what lies behind it.
    pub again: &'static str,
    /// No value is there.
    pub no_value: &'static str,
    /// The indicator has to be named.
    pub which_indicator: &'static str,
    /// This is no past day.
    pub bad_day: fn(&str) -> String,
    /// A past day is being made.
    pub looking_back: fn(&str) -> String,
    /// A past day shows, and how to come back.
    pub as_of: fn(&str) -> String,
    /// Today shows again.
    pub present: &'static str,
}

pub(super) const VI: FollowWords = FollowWords {
    help_reports: "Gõ số hoặc tên báo cáo để nghe. Ở nơi khác: gõ báo cáo rồi tên, ví dụ: báo cáo gia hạn.",
    help_report: "Gõ số dòng để mở những gì đã đếm cho dòng đó, kèm tên cột để chỉ mở số của cột, ví dụ: 3 quá hạn. Gõ xuất và tên tệp để ghi báo cáo ra tệp. Enter đọc tiếp, p đọc lại từ đầu. Gõ kỳ rồi khoảng thời gian, ví dụ: kỳ quý II/2023; kỳ không kèm gì để chọn cả cách tính. Gõ gộp theo rồi lĩnh vực, người đứng đầu, cơ quan. Gõ cơ quan rồi tên để chỉ nghe cơ quan đó. Gõ thứ tự rồi tên cột, tìm rồi từ. Vì sao: báo cáo này tính gì.",
    help_period: "Gõ số để mở một biểu. Gõ xuất để ghi cả bộ biểu ra một tệp, ví dụ: xuất bao-cao.docx. n kỳ sau, p kỳ trước; gõ kỳ rồi khoảng thời gian để nghe kỳ khác, ví dụ: kỳ quý II/2023. r đọc lại.",
    help_register: "Gõ số dòng để mở văn bản, Enter đọc tiếp. Gõ số ký hiệu hoặc từ trong trích yếu để tìm, tìm không kèm gì để nghe lại tất cả. Thêm: nhập văn bản mới.",
    help_document: "Enter mở các nhiệm vụ của văn bản. Gõ số của một căn cứ để mở văn bản đó. s sửa, l nhật ký.",
    help_measures: "Gõ số dòng để mở, Enter đọc tiếp, p đọc lại từ đầu. Gõ nhập số để nhập số liệu, nhập số 3 để nhập cho dòng 3. Gõ kỳ rồi khoảng thời gian để nghe kỳ khác, thứ tự để xếp hồ sơ theo cách khác, s để sửa chỉ tiêu hay thêm chỉ tiêu mới.",
    prompt_reports: "Báo cáo. Gõ số hoặc tên, q trở lại, ? giúp:",
    prompt_period: |name| format!("{name}. Gõ số của biểu, q trở lại, ? giúp:"),
    no_window: "Bảng kỳ báo cáo không có kỳ nào nữa.",
    prompt_document: |name| {
        format!("Văn bản {name}. Enter các nhiệm vụ, gõ số căn cứ, q trở lại, ? giúp:")
    },
    no_task_here: "Ở đây không có nhiệm vụ nào đang mở. Mở nhiệm vụ rồi gõ tên thao tác, hoặc ở danh sách gõ tên thao tác rồi số các dòng.",
    which_rows: "Cho những dòng nào? Gõ tên thao tác rồi số các dòng, ví dụ: phê bình 3,5.",
    no_report: |name| format!("Không có báo cáo \"{name}\". Gõ báo cáo để nghe tất cả."),
    no_grouping: |name| {
        format!("Báo cáo này không gộp được theo \"{name}\". Gõ gộp theo để sang cách gộp kế tiếp.")
    },
    opens_columns: |names| format!("Mở số ở cột nào của dòng này? Có: {names}."),
    opens_whole: "Dòng này chỉ mở được cả dòng: gõ số dòng.",
    columns: |names| format!("Thứ tự theo cột nào? Có: {names}."),
    rows: |count| match count {
        0 => "Không có dòng nào.".to_owned(),
        count => format!("{count} dòng."),
    },
    documents: |count, words| match (count, words) {
        (0, "") => "Chưa có văn bản nào.".to_owned(),
        (0, words) => format!("Không có văn bản nào khớp \"{words}\"."),
        (count, "") => format!("{count} văn bản, mới trước."),
        (count, words) => format!("{count} văn bản khớp \"{words}\", mới trước."),
    },
    depth: |steps| format!("bậc {steps}"),
    again: "đã nêu ở trên",
    no_value: "chưa có số liệu",
    which_indicator: "Cho chỉ tiêu nào? Gõ nhập số rồi số dòng, hoặc mở chỉ tiêu trước.",
    bad_day: |text| format!("\"{text}\" không phải một ngày đã qua. Ví dụ: như ngày 31/3/2023."),
    looking_back: |day| format!("Đang dựng lại {day} từ nhật ký."),
    as_of: |day| format!("Đang xem mọi thứ như cuối {day}, chỉ xem. Gõ như ngày để về hôm nay."),
    present: "Đã về hôm nay.",
};

pub(super) const EN: FollowWords = FollowWords {
    help_reports: "Type the number or name of a report to hear it. Elsewhere: type reports and a name, for example: reports extensions.",
    help_report: "Type the number of a row to open what it was counted from, with a heading to open that number only, for example: 3 overdue. Type export and a file to write the report. Enter reads on, p reads from the beginning. Type period and the days, for example: period q2/2023; period alone asks also how days are counted. Type group by and area, head or agency. Type agency and a name to hear that agency only. Type sort and a column, find and words. Why: what this report counts.",
    help_period: "Type the number of a part to open it. Type export to write all parts into a file, for example: export report.docx. n the next window, p the one before; type period and the days to hear others, for example: period q2/2023. r says it again.",
    help_register: "Type the number of a row to open a document, Enter reads on. Type a number or words of an abstract to find some, find alone for all. Add: enter a new document.",
    help_document: "Enter opens the tasks of the document. Type the number of a basis to open it. s corrects, l the log.",
    help_measures: "Type the number of a row to open it, Enter reads on, p reads from the beginning. Type enter to enter values, enter 3 for row 3. Type period and the days to hear another period, sort to order files in another way, s to edit the indicator or to add one.",
    prompt_reports: "Reports. Type a number or name, q back, ? help:",
    prompt_period: |name| format!("{name}. Type the number of a part, q back, ? help:"),
    no_window: "The table of windows has no further one.",
    prompt_document: |name| {
        format!("Document {name}. Enter its tasks, type the number of a basis, q back, ? help:")
    },
    no_task_here: "No task is open here. Open one and type the name of the deed, or type it with rows in a list.",
    which_rows: "For which rows? Type the name of the deed and the rows, for example: criticise 3,5.",
    no_report: |name| format!("There is no report \"{name}\". Type reports to hear all."),
    no_grouping: |name| {
        format!("This report cannot be grouped by \"{name}\". Type group by for the next way.")
    },
    opens_columns: |names| format!("Open which number of this row? There are: {names}."),
    opens_whole: "This row opens as a whole only: type its number.",
    columns: |names| format!("Sort by which column? There are: {names}."),
    rows: |count| match count {
        0 => "No rows.".to_owned(),
        1 => "1 row.".to_owned(),
        count => format!("{count} rows."),
    },
    documents: |count, words| match (count, words) {
        (0, "") => "There is no document yet.".to_owned(),
        (0, words) => format!("No document mentions \"{words}\"."),
        (1, "") => "1 document.".to_owned(),
        (count, "") => format!("{count} documents, newest first."),
        (1, words) => format!("1 document mentions \"{words}\"."),
        (count, words) => format!("{count} documents mention \"{words}\", newest first."),
    },
    depth: |steps| format!("step {steps}"),
    again: "said above",
    no_value: "no value yet",
    which_indicator: "For which indicator? Type enter and the row, or open the indicator first.",
    bad_day: |text| format!("\"{text}\" is no past day. For example: as of 31/3/2023."),
    looking_back: |day| format!("Making {day} again from the log."),
    as_of: |day| {
        format!("Everything shows as at the end of {day}, to look at. Type as of to come back.")
    },
    present: "Back to today.",
};
