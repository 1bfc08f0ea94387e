//! What `?` says at each of the numbered prompts.

/// What `?` says.
#[derive(Debug)]
pub struct HelpWords {
    /// What may be answered to the question whether to save.
    pub save: fn(bool) -> &'static str,
    /// What may be typed in every field.
    pub field: &'static str,
    /// What a text field takes.
    pub text: &'static str,
    /// What a field with suggestions takes.
    pub suggest: &'static str,
    /// What a choice takes.
    pub choice: &'static str,
    /// What a day takes.
    pub date: &'static str,
    /// What a percentage takes.
    pub percent: &'static str,
    /// What may be answered where it is only yes or no.
    pub yes_or_no: &'static str,
    /// What may be answered to a doubt of a file.
    pub doubt: &'static str,
    /// What may be answered at the first start.
    pub start: &'static str,
    /// What may stand in a filter.
    pub words: &'static str,
    /// What a name is for.
    pub view: &'static str,
    /// What may stand at today's work.
    pub home: &'static str,
    /// What may stand under a list.
    pub list: &'static str,
    /// What may stand under a task.
    pub task: &'static str,
    /// What may stand under the agencies.
    pub agencies: &'static str,
    /// What may stand under a log.
    pub log: &'static str,
    /// What may stand under the views.
    pub views: &'static str,
    /// What may be typed everywhere.
    pub everywhere: &'static str,
    /// All commands.
    pub commands: fn(&str) -> String,
}

pub(super) const VI: HelpWords = HelpWords {
    save: |is_grave| {
        if is_grave {
            "Gõ chữ ghi để ghi; 2 hoặc q để không ghi, nội dung được giữ; 3 để sửa lại từng ô."
        } else {
            "Gõ 1 để ghi; 2 hoặc q để không ghi, nội dung được giữ; 3 để sửa lại từng ô."
        }
    },
    field: "Enter giữ nội dung đang có hoặc bỏ qua, dấu trừ xóa trống, dấu bằng lấy lại nội dung gõ lần trước, q trở lại mà vẫn giữ những gì đã gõ, :1234 mở nhiệm vụ số 1234.",
    text: "Gõ nội dung trên một dòng.",
    suggest: "Gõ số của một mục, hoặc gõ lời khác.",
    choice: "Gõ mã, chữ đầu hoặc tên, có dấu hay không dấu đều được.",
    date: "Gõ ngày như 30/6, 30/6/2023, mai, t6, cuối tháng, +5n là năm ngày làm việc nữa.",
    percent: "Gõ một số từ 0 đến 100.",
    yes_or_no: "Gõ 1 là có, 2 hoặc q là không.",
    doubt: "Gõ số của cơ quan đúng: mọi dòng viết như vậy đều theo. Gõ chữ để thay ô này, ô được đọc lại. Dấu = là đúng như đã đọc. Dấu trừ là bỏ dòng này. Enter để sau. u hoàn tác lần xử lý cuối. q thôi rà soát; dòng còn lại vẫn nhập và chờ rà soát.",
    start: "Gõ 1, 2 hoặc 3 rồi Enter; q thoát, không tạo gì.",
    words: "Gõ từ trong nội dung, có dấu hay không; hoặc cq:stc là cơ quan, tt:đang là trạng thái, quá hạn, sắp đến hạn, hạn<30/6. Ví dụ: cq:stc quá hạn cải cách.",
    view: "Bộ lọc đang xem được lưu dưới tên này, lần sau mở bằng bộ lọc đã lưu.",
    home: "Gõ số dòng để mở danh sách đó. Gõ cơ quan, tìm, thêm, báo cáo, văn bản, chỉ tiêu, hồ sơ, lịch, như ngày, nhập và tên tệp để nhập phụ lục, nhật ký, bộ lọc đã lưu; thoát hoặc q để ra.",
    list: "Gõ số dòng để mở nhiệm vụ, Enter hoặc n trang sau, p trang trước. Gõ số thao tác rồi các dòng để làm nhiều nhiệm vụ một lần: 9 3,5,7 hoặc 9 3-7. Thao tác: 1 nhận hoặc giao, 2 tiến độ, 3 chuyển đơn vị, 4 thôi theo dõi, 6 tạm dừng hoặc tiếp tục, 7 gia hạn, 8 đôn đốc, 9 báo cáo hoàn thành hoặc xác nhận, 0 trả lại hoặc mở lại; thao tác khác gọi bằng tên: phê bình 3,5. Gõ tìm và từ để thu hẹp, lọc và từ để lọc lại, thứ tự, lưu và tên. Gõ xuất và tên tệp để ghi danh sách ra tệp; công văn để lập công văn đôn đốc hoặc yêu cầu giải trình về các việc quá hạn, công văn 3,5 cho các dòng đó.",
    task: "Gõ số thao tác đã nêu. 5 đọc thêm, l nhật ký, vì sao để nghe cách tính ngày, s sửa nội dung, công văn để lập công văn về nhiệm vụ này, n nhiệm vụ sau và p nhiệm vụ trước trong danh sách, r đọc lại.",
    agencies: "Gõ số, mã hoặc tên cơ quan để mở nhiệm vụ của cơ quan đó. Enter đọc tiếp.",
    log: "Enter đọc các dòng cũ hơn.",
    views: "Gõ số hoặc tên để mở bộ lọc đó.",
    everywhere: "Ở mọi nơi: ? giúp, q trở lại, về đầu, thoát, :1234 mở nhiệm vụ số 1234, hoàn tác, làm lại. Không cần gõ dấu.",
    commands: |names| format!("Tất cả các lệnh: {names}."),
};

pub(super) const EN: HelpWords = HelpWords {
    save: |is_grave| {
        if is_grave {
            "Type the word save to save; 2 or q not to, what you typed is kept; 3 to go through the fields again."
        } else {
            "Type 1 to save; 2 or q not to, what you typed is kept; 3 to go through the fields again."
        }
    },
    field: "Enter keeps what is there or skips, a minus clears, an equals sign takes what was typed last time, q goes back and keeps what was typed, :1234 opens task 1234.",
    text: "Type the text in one line.",
    suggest: "Type the number of an item, or other words.",
    choice: "Type the code, the initials or the name, with or without accents.",
    date: "Type a day such as 30/6, 30/6/2023, tomorrow, fri, end of month, +5n for five working days from now.",
    percent: "Type a number from 0 to 100.",
    yes_or_no: "Type 1 for yes, 2 or q for no.",
    doubt: "Type the number of the right agency: every row that writes it so follows. Type a text to put it into this cell, which is read anew. An equals sign means right as read. A minus sign leaves this row out. Enter is later. u takes the last one back. q ends the review; rows that are left are imported and wait for review.",
    start: "Type 1, 2 or 3 and Enter; q leaves, nothing is made.",
    words: "Type words of the text, with or without accents; or agency:stc, status:in_progress, overdue, due soon, due<30/6. For example: agency:stc overdue reform.",
    view: "The present filter is kept under this name and opened from the views.",
    home: "Type the number of a line to open its list. Type agency, find, add, reports, documents, indicators, caseload, calendar, as of, import and a file to import an annex, log, views; exit or q to leave.",
    list: "Type the number of a row to open its task, Enter or n for the next page, p for the one before. Type an option and rows to work on several at once: 9 3,5,7 or 9 3-7. Options: 1 accept or assign, 2 progress, 3 transfer, 4 drop, 6 suspend or resume, 7 extend, 8 urge, 9 report done or confirm, 0 return or reopen; others by name: criticise 3,5. Type find and words to narrow, filter and words to filter anew, sort, keep and a name. Type export and a file to write the list; letters to write to the leads about what is late, letters 3,5 about these rows.",
    task: "Type the number of an option. 5 reads more, l the log, why explains the days, s edits the texts, letters writes to its lead, n next and p previous task of the list, r says it again.",
    agencies: "Type number, code or name of an agency to open its tasks. Enter reads on.",
    log: "Enter reads older rows.",
    views: "Type number or name to open a view.",
    everywhere: "Everywhere: ? help, q back, home, exit, :1234 opens task 1234, undo, redo.",
    commands: |names| format!("All commands: {names}."),
};
