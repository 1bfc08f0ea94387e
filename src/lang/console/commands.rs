//! The help of every command of the command line, by its path.

/// Names, and what each is.
type Table = &'static [(&'static str, &'static str)];

pub(super) const VI: Table = &[
    (
        "demo",
        "Mở dữ liệu mẫu: nhiệm vụ của Chỉ thị, ngày 15/06/2023",
    ),
    (
        "practice",
        "Luyện phím: mười bài bấm giờ trên bản sao của dữ liệu mẫu",
    ),
    ("init", "Tạo cơ sở dữ liệu trống (dùng với --db)"),
    ("import", "Nhập từ tệp"),
    (
        "import tasks",
        "Nhập phụ lục nhiệm vụ (CSV, XLSX, XLS, ODS)",
    ),
    ("import list", "Các lần nhập, mới nhất trước"),
    (
        "import finish",
        "Nhập tiếp một lần nhập còn dở, từ đúng tệp đó",
    ),
    ("import undo", "Hoàn tác cả một lần nhập"),
    ("export", "Xuất dữ liệu ra tệp"),
    (
        "export list",
        "Xuất danh sách để xem, lọc, tính: có trạng thái, tình trạng (.csv, .xlsx)",
    ),
    (
        "export tasks",
        "Xuất nhiệm vụ theo mẫu phụ lục (.csv, .xlsx)",
    ),
    (
        "salvage",
        "Xuất phần còn đọc được của cơ sở dữ liệu bị hỏng",
    ),
    ("deadline", "Xem chương trình hiểu một thời hạn như thế nào"),
    (
        "workdays",
        "Đếm ngày làm việc: hai ngày, hoặc một ngày và +N",
    ),
    ("list", "Liệt kê nhiệm vụ theo bộ lọc"),
    ("show", "Xem một nhiệm vụ và nhật ký của nó"),
    ("agencies", "Liệt kê cơ quan với số nhiệm vụ"),
    (
        "report",
        "In một báo cáo: completion, promise, late, heads, hands, waiting, urgings, ..., period",
    ),
    ("agency", "Cơ quan theo thời gian: sắp xếp, bàn giao"),
    (
        "agency list",
        "Liệt kê cơ quan của một ngày, hoặc mọi thời kỳ",
    ),
    (
        "agency show",
        "Xem một cơ quan, trước và sau nó, và nhật ký",
    ),
    ("agency found", "Thành lập cơ quan"),
    (
        "agency correct",
        "Đính chính lỗi ghi của cơ quan: tên, mã, loại, cấp trên, chức danh",
    ),
    ("agency rename", "Đổi tên cơ quan; nhiệm vụ đang mở đi theo"),
    (
        "agency merge",
        "Sáp nhập; nhiệm vụ đang mở chuyển cho nơi tiếp nhận",
    ),
    ("agency split", "Chia tách; nhiệm vụ đang mở chờ phân lại"),
    ("agency dissolve", "Giải thể; nhiệm vụ đang mở chờ phân lại"),
    (
        "agency hand-over",
        "Bàn giao nhiệm vụ đang mở cho cơ quan khác",
    ),
    (
        "agency orphans",
        "Liệt kê nơi có nhiệm vụ chưa có đơn vị tiếp nhận",
    ),
    (
        "agency settle-orphans",
        "Phân nhiệm vụ chưa có đơn vị tiếp nhận theo quy tắc; không có --to thì về nơi tiếp nhận duy nhất",
    ),
    (
        "calendar",
        "Một tháng: ngày nghỉ, làm bù, số nhiệm vụ đến hạn từng ngày",
    ),
    ("document", "Sổ văn bản và chuỗi căn cứ"),
    (
        "document list",
        "Liệt kê văn bản, với số nhiệm vụ; tìm theo số hay chữ",
    ),
    (
        "document show",
        "Xem một văn bản, căn cứ của nó và văn bản dựa vào nó",
    ),
    ("document add", "Thêm một văn bản"),
    ("document set", "Sửa một văn bản; bật, tắt bước xác nhận"),
    ("document base", "Thêm, bỏ căn cứ của một văn bản"),
    ("config", "Cài đặt dùng chung trong cơ sở dữ liệu"),
    ("config list", "Liệt kê cài đặt đang dùng"),
    ("config get", "In giá trị của một cài đặt"),
    ("config set", "Đổi một cài đặt (quản trị)"),
    (
        "config paper",
        "Ghi mẫu báo cáo hoặc công văn ra tệp để sửa trong Word",
    ),
    (
        "letter",
        "Lập công văn cho các cơ quan có nhiệm vụ quá hạn, ghi vào nhật ký",
    ),
    ("user", "Tài khoản: ai được vào, với vai trò nào"),
    ("user list", "Liệt kê tài khoản"),
    (
        "user on",
        "Ai đang mở chương trình, từ lúc nào, ở nhiệm vụ nào",
    ),
    ("user add", "Thêm một tài khoản (quản trị)"),
    (
        "user disable",
        "Khóa một tài khoản; tên vẫn còn trong nhật ký",
    ),
    ("user enable", "Mở lại một tài khoản đã khóa"),
    ("user move", "Chuyển sang cơ quan khác, đổi vai trò"),
    ("indicator", "Chỉ tiêu: mục tiêu, số liệu, mức đạt"),
    ("indicator list", "Liệt kê chỉ tiêu với kết quả kỳ mới nhất"),
    (
        "indicator show",
        "Xem một chỉ tiêu: mọi số liệu, số liệu chưa có",
    ),
    ("indicator add", "Thêm chỉ tiêu"),
    ("indicator set", "Sửa chỉ tiêu"),
    ("indicator read", "Ghi một số liệu của chỉ tiêu"),
    (
        "indicator import",
        "Nhập số liệu chỉ tiêu từ tệp (CSV, XLSX, XLS, ODS)",
    ),
    ("caseload", "Hồ sơ: số tổng theo tháng của từng cơ quan"),
    (
        "caseload list",
        "Liệt kê hồ sơ của một tháng, hoặc từng tháng của một cơ quan",
    ),
    ("caseload set", "Ghi số liệu hồ sơ một tháng"),
    ("caseload remove", "Gỡ số liệu hồ sơ một tháng"),
    (
        "caseload alerts",
        "Nơi tỷ lệ trễ giảm nhưng số hồ sơ trễ tăng",
    ),
    (
        "caseload import",
        "Nhập số liệu hồ sơ từ tệp (CSV, XLSX, XLS, ODS)",
    ),
    ("window", "Kỳ báo cáo: từ ngày, đến ngày, hạn gửi"),
    ("window list", "Liệt kê kỳ báo cáo của một năm"),
    ("window set", "Ghi hoặc sửa một kỳ báo cáo"),
    ("window remove", "Xóa một kỳ báo cáo"),
    ("holiday", "Lịch nghỉ và làm bù"),
    ("holiday list", "Liệt kê lịch nghỉ của một năm"),
    ("holiday set", "Ghi một ngày nghỉ hoặc làm bù"),
    ("holiday remove", "Bỏ một ngày khỏi lịch nghỉ"),
    (
        "holiday import",
        "Nhập lịch nghỉ từ tệp CSV (date,name,kind,status)",
    ),
    ("set", "Chuyển trạng thái nhiệm vụ"),
    ("add", "Thêm một nhiệm vụ"),
    (
        "brief",
        "Việc chờ mình hôm nay, ba dòng; mã thoát 3 nếu có việc",
    ),
    (
        "user key",
        "In dòng authorized_keys cho khóa SSH của một người dùng",
    ),
    (
        "do",
        "Làm một thao tác trên các nhiệm vụ: gia hạn, chuyển, đôn đốc, hỏi, trả lời, giải trình, đính chính…",
    ),
    ("undo", "Hoàn tác nhóm thao tác cuối cùng của mình"),
    ("audit", "Kiểm tra nhật ký"),
    (
        "audit verify",
        "Kiểm tra toàn bộ nhật ký: nêu từng dòng bị sửa, xóa, chèn",
    ),
    (
        "audit head",
        "In mã băm cuối của nhật ký, để giữ ở nơi khác",
    ),
    (
        "backup",
        "Sao lưu cơ sở dữ liệu khi mọi người vẫn làm việc, có kiểm tra; không gồm tệp của put, nháp, cấu hình; --keep N giữ N bản mới nhất",
    ),
    (
        "doctor",
        "Khám: dữ liệu, nhật ký, lịch, đồng hồ, đĩa, quyền, thiết bị, và nói phải làm gì",
    ),
    (
        "restore",
        "Khôi phục từ bản sao: kiểm tra trước, giữ lại bản bị thay",
    ),
    ("keys", "In bảng phím"),
];

pub(super) const EN: Table = &[
    (
        "demo",
        "Open the sample: the directive's tasks on 15/06/2023",
    ),
    (
        "practice",
        "Practise the keys: ten timed drills on a copy of the sample",
    ),
    ("init", "Make an empty database (with --db)"),
    ("import", "Import from a file"),
    (
        "import tasks",
        "Import an annex of tasks (CSV, XLSX, XLS, ODS)",
    ),
    ("import list", "The imports, newest first"),
    (
        "import finish",
        "Finish an import that broke off, from the same file",
    ),
    ("import undo", "Take a whole import back"),
    ("export", "Export data to a file"),
    (
        "export list",
        "Export a list to read, sort and count: with status and condition (.csv, .xlsx)",
    ),
    (
        "export tasks",
        "Export tasks in the form of an annex (.csv, .xlsx)",
    ),
    ("salvage", "Export what can be read of a damaged database"),
    ("deadline", "Say how a deadline is understood"),
    ("workdays", "Count working days: two days, or a day and +N"),
    ("list", "List tasks by a filter"),
    ("show", "Show a task and its log"),
    ("agencies", "List agencies with the numbers of their tasks"),
    (
        "report",
        "Print a report: completion, promise, late, heads, hands, waiting, urgings, ..., period",
    ),
    ("agency", "Agencies in time: reorganise, hand over"),
    ("agency list", "List the agencies of a day, or of all times"),
    (
        "agency show",
        "Show an agency, before and after it, and its log",
    ),
    ("agency found", "Found an agency"),
    (
        "agency correct",
        "Correct a slip in an agency: name, code, kind, parent, head",
    ),
    ("agency rename", "Rename an agency; open tasks go along"),
    ("agency merge", "Merge; open tasks go to who takes over"),
    ("agency split", "Split; open tasks wait for a lead"),
    ("agency dissolve", "Dissolve; open tasks wait for a lead"),
    ("agency hand-over", "Hand open tasks over to another agency"),
    ("agency orphans", "List whose open tasks have no lead"),
    (
        "agency settle-orphans",
        "Give tasks without a lead one by a rule; without --to the sole successor",
    ),
    (
        "calendar",
        "A month: days off, make-up days, what falls due on each day",
    ),
    (
        "document",
        "The register of documents and what they rest on",
    ),
    (
        "document list",
        "List documents with the numbers of their tasks; find by number or words",
    ),
    (
        "document show",
        "Show a document, what it rests on and what rests on it",
    ),
    ("document add", "Enter a document"),
    (
        "document set",
        "Correct a document; switch its confirmation on or off",
    ),
    ("document base", "Add or remove what a document rests on"),
    ("config", "Settings shared by everybody on the database"),
    ("config list", "List the settings in force"),
    ("config get", "Print the value of a setting"),
    ("config set", "Set one (administrators)"),
    (
        "config paper",
        "Write the skeleton of a report or letter, to edit in Word",
    ),
    (
        "letter",
        "Write letters to agencies with late tasks, and record them",
    ),
    ("user", "Accounts: who may come in, in which role"),
    ("user list", "List the accounts"),
    (
        "user on",
        "Who has the program open, since when, on which task",
    ),
    ("user add", "Enter an account (administrators)"),
    (
        "user disable",
        "Disable an account; its name stays in the log",
    ),
    ("user enable", "Enable an account again"),
    ("user move", "Move to another agency, change the role"),
    ("indicator", "Indicators: targets, values, attainment"),
    ("indicator list", "List indicators with their last value"),
    (
        "indicator show",
        "Show an indicator: all values, missing ones",
    ),
    ("indicator add", "Add an indicator"),
    ("indicator set", "Change an indicator"),
    ("indicator read", "Record a value of an indicator"),
    (
        "indicator import",
        "Import values from a file (CSV, XLSX, XLS, ODS)",
    ),
    ("caseload", "Caseload: monthly totals of files per agency"),
    (
        "caseload list",
        "List the files of a month, or month by month of an agency",
    ),
    ("caseload set", "Record the files of a month"),
    ("caseload remove", "Remove the files of a month"),
    (
        "caseload alerts",
        "Where the late share falls and late files grow",
    ),
    (
        "caseload import",
        "Import files by month (CSV, XLSX, XLS, ODS)",
    ),
    ("window", "Reporting windows: from, to, due"),
    ("window list", "List the reporting windows of a year"),
    ("window set", "Enter or change a reporting window"),
    ("window remove", "Remove a reporting window"),
    ("holiday", "Days off and make-up days"),
    ("holiday list", "List the days off of a year"),
    ("holiday set", "Enter a day off or a make-up day"),
    ("holiday remove", "Remove a day"),
    (
        "holiday import",
        "Import days off from a CSV file (date,name,kind,status)",
    ),
    ("set", "Change the status of tasks"),
    ("add", "Enter a task"),
    (
        "brief",
        "What waits for one today, in three lines; exit code 3 where something does",
    ),
    (
        "user key",
        "Print the authorized_keys line for the SSH key of a user",
    ),
    (
        "do",
        "Do something to tasks: extend, transfer, urge, ask, answer, explain, correct...",
    ),
    ("undo", "Take back one's own last group"),
    ("audit", "Check the log"),
    (
        "audit verify",
        "Check the whole log: name every row that was changed, removed, inserted",
    ),
    (
        "audit head",
        "Print the last hash of the log, to be kept elsewhere",
    ),
    (
        "backup",
        "Back up the database while others work, checked; without files of put, drafts, configuration; --keep N keeps the newest N",
    ),
    (
        "doctor",
        "Check data, log, days off, clock, disk, rights, terminal, and say what to do",
    ),
    (
        "restore",
        "Restore from a backup: checked first, what it replaces is kept",
    ),
    ("keys", "Print the table of keys"),
];
