//! What commands print: the help of the command line, headings of tables, closing sentences.

use super::import::{Far, en_far, vi_far};

/// The words of the shell's side.
#[derive(Debug)]
pub struct ConsoleWords {
    /// What the program is, in a line.
    pub about: &'static str,
    /// Examples below the help.
    pub after_help: &'static str,
    /// `--help`.
    pub help_flag: &'static str,
    /// `--version`.
    pub version_flag: &'static str,
    /// Every command by its path, with its line of help.
    pub commands: &'static [(&'static str, &'static str)],
    /// Every option and value by its name, with its line of help.
    pub options: &'static [(&'static str, &'static str)],
    /// The heading of a list of tasks.
    pub list_heading: [&'static str; 6],
    /// The heading of a list of agencies.
    pub agencies_heading: [&'static str; 9],
    /// So many tasks were listed.
    pub listed: fn(usize) -> String,
    /// The list was limited.
    pub limited: fn(usize) -> String,
    /// The names of what `show` prints, in its order.
    pub show_labels: [&'static str; 15],
    /// The log's heading in `show`.
    pub log: &'static str,
    /// A deed was done to a task: its code, the deed.
    pub done: fn(&str, &str) -> String,
    /// A task was entered: its code, its number.
    pub added: fn(&str, i64) -> String,
    /// Practice was given a database.
    pub practice_has_no_db: &'static str,
    /// The results of practice could not be kept.
    pub practice_not_kept: &'static str,
    /// A database was made.
    pub created: fn(&str) -> String,
    /// Working days between two days.
    pub workdays: fn(i64, &str, &str) -> String,
    /// What was skipped.
    pub skipped: &'static str,
    /// A weekend.
    pub weekend: &'static str,
    /// The names of what `deadline` prints: kind, start, due, original due, effective due,
    /// recurrence, to review, why.
    pub deadline_labels: [&'static str; 8],
    /// Yes and no.
    pub yes_no: [&'static str; 2],
    /// The chain holds: so many changes, the last hash.
    pub chain_holds: fn(i64, &str) -> String,
    /// The chain is broken at this change.
    pub chain_broken: fn(i64, &str) -> String,
    /// Import counts: new, changed, unchanged, to review, skipped.
    pub import_counts: fn([u64; 5]) -> String,
    /// The file was imported before: when, by whom.
    pub import_before: fn(&str, &str) -> String,
    /// The heading of the list of imports: number, when, who, state, tasks, file.
    pub batches_heading: [&'static str; 6],
    /// How far the reading of a file is.
    pub reading: fn(Far<'_>) -> String,
    /// Ctrl-C ended it: what is to be known.
    pub interrupted: &'static str,
    /// How far an export is.
    pub exporting: fn(Far<'_>) -> String,
    /// Ctrl-C ended an export.
    pub export_interrupted: &'static str,
    /// So many rows were written into this file.
    pub exported: fn(u64, &str) -> String,
    /// So many rows to review are not shown, and how all are.
    pub import_more: fn(u64) -> String,
    /// Asks whether to write the import.
    pub import_ask: &'static str,
    /// Nothing was written.
    pub nothing_written: &'static str,
    /// Not asked without a terminal.
    pub say_yes: &'static str,
    /// There is no usable terminal.
    pub no_terminal: &'static str,
    /// What is missing, and the option that gives it.
    pub needs: fn(&str, &str) -> String,
    /// A task was taken back.
    pub taken_back: fn(usize, usize) -> String,
    /// Generating: done, total.
    pub generating: fn(usize, usize) -> String,
    /// A database looked at as of another day.
    pub looking_only: fn(&str) -> String,
    /// The beginning of every complaint.
    pub complaint: &'static str,
    /// A command line that is none: what is wrong in it, and the nearest that exists.
    pub usage: fn(&str, Option<&str>) -> String,
}

pub(super) const VI: ConsoleWords = ConsoleWords {
    about: "Theo dõi nhiệm vụ cải cách hành chính theo từng cơ quan, từng thời hạn",
    after_help: "Ví dụ:\n  cchc demo                      mở dữ liệu mẫu\n  cchc                           mở cơ sở dữ liệu làm việc\n  cchc list 'cq:stc \"quá hạn\"'   nhiệm vụ quá hạn của Sở Tài chính\n  cchc set in_progress KH9125/23-041 --json\n  cchc deadline \"Quý II/2023\" --from 2023-01-12\n\nMã thoát: 0 xong; 1 không làm được; 2 sai cú pháp; 66 không có cơ sở dữ liệu hoặc tệp;\n73 không tạo được; 75 đang bận, thử lại; 77 không có quyền; 129 mất kết nối, 143 bị dừng.",
    help_flag: "Xem hướng dẫn này",
    version_flag: "Xem phiên bản",
    commands: &[
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
            "export tasks",
            "Xuất nhiệm vụ theo mẫu phụ lục (.csv, .xlsx)",
        ),
        ("deadline", "Xem chương trình hiểu một thời hạn như thế nào"),
        (
            "workdays",
            "Đếm ngày làm việc: hai ngày, hoặc một ngày và +N",
        ),
        ("list", "Liệt kê nhiệm vụ theo bộ lọc"),
        ("show", "Xem một nhiệm vụ và nhật ký của nó"),
        ("agencies", "Liệt kê cơ quan với số nhiệm vụ"),
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
        ("undo", "Hoàn tác nhóm thao tác cuối cùng của mình"),
        ("audit", "Kiểm tra nhật ký"),
        ("audit verify", "Kiểm tra chuỗi băm của toàn bộ nhật ký"),
        ("keys", "In bảng phím"),
    ],
    options: &[
        ("db", "Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)"),
        ("lang", "Ngôn ngữ (hoặc CCHC_LANG)"),
        ("user", "Tên ghi vào nhật ký (mặc định: tên đăng nhập)"),
        ("today", "Xem như ngày này, không ghi (hoặc CCHC_TODAY)"),
        ("color", "Màu: tự chọn, luôn có, không dùng"),
        (
            "line",
            "Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh",
        ),
        ("json", "In một đối tượng JSON"),
        ("limit", "Nhiều nhất N dòng"),
        (
            "filter",
            "Bộ lọc: cq:stc tt:đang \"quá hạn\" hạn<30/6 \"cải cách\"",
        ),
        ("code", "Mã hoặc số của nhiệm vụ"),
        ("codes", "Mã hoặc số của nhiệm vụ"),
        (
            "status",
            "draft, not_started, in_progress, awaiting, done, suspended, dropped",
        ),
        ("note", "Ghi chú, tiến độ"),
        ("evidence", "Minh chứng: số, ký hiệu, ngày văn bản"),
        ("reason", "Lý do"),
        ("text", "Thời hạn như trong văn bản"),
        ("from", "Ngày của văn bản giao hoặc ngày bắt đầu"),
        ("to", "Ngày kết thúc, hoặc +N ngày làm việc"),
        ("file", "Tệp CSV, XLSX, XLS hoặc ODS"),
        ("sheet", "Trang tính, theo tên"),
        (
            "coding",
            "Bảng mã của cả tệp: auto tự nhận từng dòng, unicode, tcvn3, vni",
        ),
        (
            "column",
            "Cột C là gì: item, content, area, product, lead, support, deadline, document; - để bỏ",
        ),
        ("number", "Số của lần nhập"),
        ("document", "Văn bản giao, cho dòng không nêu văn bản"),
        ("date", "Ngày của văn bản đó"),
        (
            "past_occurrences",
            "Tạo cả các kỳ đã qua của nhiệm vụ định kỳ",
        ),
        ("overwrite", "Ghi đè tệp đã có"),
        ("yes", "Ghi mà không hỏi"),
        ("dry_run", "Chỉ xem trước, không ghi"),
        ("title", "Nội dung nhiệm vụ"),
        ("agency", "Cơ quan chủ trì: mã hoặc tên"),
        ("deadline", "Thời hạn, như trong văn bản"),
        ("area", "Lĩnh vực: mã hoặc tên"),
        ("product", "Sản phẩm"),
        ("supporting", "Cơ quan phối hợp"),
        ("draft", "Giữ làm nháp, chưa giao"),
        (
            "by",
            "Theo cơ quan lúc đó (then) hay nơi tiếp nhận hôm nay (today)",
        ),
        ("on", "Ngày đầu của trạng thái mới; với list: ngày cần xem"),
        ("all", "Mọi thời kỳ"),
        ("agency_code", "Mã hoặc tên cơ quan"),
        ("agency_codes", "Mã các cơ quan"),
        ("agency_name", "Tên đầy đủ"),
        ("new_name", "Tên cơ quan mới thành lập từ việc sáp nhập"),
        ("into", "Cơ quan tiếp nhận"),
        (
            "parts",
            "Các cơ quan nhận: mã đã có, hoặc tên đầy đủ của cơ quan mới",
        ),
        ("new_code", "Mã mới (mặc định: theo tên)"),
        (
            "agency_kind",
            "Loại: so, ban, nganh, quan, huyen, thanh_pho, tinh, phuong, xa, dac_khu, khac",
        ),
        ("parent", "Cơ quan cấp trên"),
        ("head", "Chức danh người đứng đầu"),
        ("from_agency", "Cơ quan chủ trì đến nay"),
        ("to_agency", "Cơ quan tiếp nhận"),
        ("words", "Từ có trong nội dung, ví dụ tên địa bàn"),
        ("by_document", "Văn bản quyết định"),
        ("year", "Năm (mặc định: năm nay)"),
        ("day", "Ngày, YYYY-MM-DD"),
        ("day_name", "Tên ngày nghỉ"),
        ("day_kind", "Nghỉ lễ, nghỉ bù (hoán đổi), làm bù"),
        ("projected", "Dự kiến, chưa công bố"),
    ],
    list_heading: ["Số", "Mã", "Cơ quan", "Hạn", "Tình trạng", "Nội dung"],
    agencies_heading: [
        "Mã",
        "Cơ quan",
        "Trễ",
        "Sắp hạn",
        "Chưa HT",
        "Không hạn",
        "Dừng",
        "Đúng hạn",
        "HT trễ",
    ],
    listed: |count| format!("{count} nhiệm vụ."),
    limited: |limit| format!("Chỉ in {limit} dòng đầu; bỏ --limit để in hết."),
    show_labels: [
        "Mã",
        "Số",
        "Nội dung",
        "Cơ quan chủ trì",
        "Người đứng đầu",
        "Phối hợp",
        "Lĩnh vực",
        "Sản phẩm",
        "Văn bản giao",
        "Thời hạn",
        "Hạn",
        "Hạn ban đầu",
        "Trạng thái",
        "Tiến độ",
        "Minh chứng",
    ],
    log: "Nhật ký",
    done: |code, deed| format!("{code}: {deed}."),
    added: |code, number| format!("Đã thêm {code} (:{number})."),
    practice_has_no_db: "practice không nhận --db: bài tập luôn chạy trên một bản sao của dữ liệu mẫu và bỏ đi khi thoát, không đụng đến cơ sở dữ liệu nào. Hãy chạy: cchc practice",
    practice_not_kept: "Không giữ được kết quả bài tập: thư mục trạng thái không ghi được.",
    created: |path| format!("Đã tạo cơ sở dữ liệu {path}."),
    workdays: |days, from, to| {
        format!("{days} ngày làm việc từ sau ngày {from} đến hết ngày {to}.")
    },
    skipped: "Không tính:",
    weekend: "cuối tuần",
    deadline_labels: [
        "Loại",
        "Bắt đầu",
        "Hạn",
        "Hạn ban đầu",
        "Hạn tính trễ",
        "Chu kỳ",
        "Cần rà soát",
        "Vì",
    ],
    yes_no: ["có", "không"],
    chain_holds: |count, head| format!("Nhật ký nguyên vẹn: {count} thay đổi. Mã băm cuối: {head}"),
    chain_broken: |id, what| {
        format!(
            "Nhật ký KHÔNG nguyên vẹn từ thay đổi số {id} ({what}). Giữ nguyên tệp, báo quản trị và lấy bản sao lưu gần nhất ra đối chiếu."
        )
    },
    import_counts: |[new, changed, unchanged, review, skipped]| {
        format!(
            "{new} mới, {changed} thay đổi, {unchanged} giữ nguyên, {review} dòng cần rà soát, {skipped} dòng bỏ qua."
        )
    },
    import_before: |at, who| format!("Tệp này đã được {who} nhập lúc {at}."),
    batches_heading: ["Số", "Lúc", "Người nhập", "Tình trạng", "Nhiệm vụ", "Tệp"],
    reading: |far| vi_far("Đang đọc", "dòng", far, ""),
    interrupted: "Đã dừng. Xem còn gì dở bằng: cchc import list",
    exporting: |far| vi_far("Đang xuất", "dòng", far, ""),
    export_interrupted: "Đã dừng; không để lại tệp nào.",
    exported: |rows, file| format!("Đã xuất {rows} dòng vào {file}."),
    import_more: |more| format!("… còn {more} dòng cần rà soát nữa. Xem mọi dòng bằng --dry-run."),
    import_ask: "Ghi vào cơ sở dữ liệu? [c/K] ",
    nothing_written: "Chưa ghi gì.",
    say_yes: "Không có thiết bị đầu cuối để hỏi: thêm --yes để ghi, hoặc --dry-run để chỉ xem trước.",
    no_terminal: "Không mở được màn hình: đầu vào hoặc đầu ra không phải thiết bị đầu cuối, hoặc TERM là dumb hay trống. Dùng các lệnh (cchc --help), hoặc đặt TERM đúng với thiết bị, ví dụ TERM=xterm.",
    needs: |what, option| format!("{what}. Thêm {option} \"...\"."),
    taken_back: |done, left| match left {
        0 => format!("Đã hoàn tác {done} nhiệm vụ."),
        _ => format!("Đã hoàn tác {done} nhiệm vụ; {left} để nguyên vì người khác đã sửa sau đó."),
    },
    generating: |done, total| format!("{done}/{total}"),
    looking_only: |day| format!("Chỉ xem, tính theo ngày {day}."),
    complaint: "cchc: ",
    usage: |what, nearest| {
        let what = if what.is_empty() {
            "thiếu hoặc thừa tham số".to_owned()
        } else {
            format!("không hiểu hoặc thiếu {what}")
        };
        let nearest = nearest.map_or_else(String::new, |nearest| format!(" Có phải {nearest}?"));
        format!("sai cú pháp: {what}.{nearest} Xem: cchc --help")
    },
};

pub(super) const EN: ConsoleWords = ConsoleWords {
    about: "Follows the tasks of administrative reform, agency by agency, deadline by deadline",
    after_help: "Examples:\n  cchc demo                      open the sample\n  cchc                           open the working database\n  cchc list 'agency:stc overdue' overdue tasks of the Department of Finance\n  cchc set in_progress KH9125/23-041 --json\n  cchc deadline \"Quý II/2023\" --from 2023-01-12\n\nExit codes: 0 done; 1 could not; 2 usage; 66 no database or file; 73 cannot create;\n75 busy, try again; 77 no permission; 129 hang-up, 143 terminated.",
    help_flag: "Print this help",
    version_flag: "Print the version",
    commands: &[
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
            "export tasks",
            "Export tasks in the form of an annex (.csv, .xlsx)",
        ),
        ("deadline", "Say how a deadline is understood"),
        ("workdays", "Count working days: two days, or a day and +N"),
        ("list", "List tasks by a filter"),
        ("show", "Show a task and its log"),
        ("agencies", "List agencies with the numbers of their tasks"),
        ("agency", "Agencies in time: reorganise, hand over"),
        ("agency list", "List the agencies of a day, or of all times"),
        (
            "agency show",
            "Show an agency, before and after it, and its log",
        ),
        ("agency found", "Found an agency"),
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
        ("undo", "Take back one's own last group"),
        ("audit", "Check the log"),
        ("audit verify", "Check the hash chain of the whole log"),
        ("keys", "Print the table of keys"),
    ],
    options: &[
        ("db", "The database (or CCHC_DB, or the configuration file)"),
        ("lang", "The language (or CCHC_LANG)"),
        ("user", "The name in the log (otherwise the login name)"),
        (
            "today",
            "Look as of this day, write nothing (or CCHC_TODAY)",
        ),
        ("color", "Colour: as the terminal has it, always, never"),
        (
            "line",
            "Numbered prompts instead of screens: for screen readers, braille, printers, TERM=dumb, scripts",
        ),
        ("json", "Print one JSON object"),
        ("limit", "At most N rows"),
        (
            "filter",
            "Filter: agency:stc status:in_progress overdue due<30/6 \"text\"",
        ),
        ("code", "Code or number of the task"),
        ("codes", "Codes or numbers of tasks"),
        (
            "status",
            "draft, not_started, in_progress, awaiting, done, suspended, dropped",
        ),
        ("note", "A note, progress"),
        ("evidence", "Evidence: number, symbol, date of the document"),
        ("reason", "The reason"),
        ("text", "The deadline as the document has it"),
        (
            "from",
            "The day of the assigning document, or the first day",
        ),
        ("to", "The last day, or +N working days"),
        ("file", "CSV, XLSX, XLS or ODS file"),
        ("sheet", "The sheet, by its name"),
        (
            "coding",
            "Coding of the whole file: auto recognises each row, unicode, tcvn3, vni",
        ),
        (
            "column",
            "What column C is: item, content, area, product, lead, support, deadline, document; - leaves it out",
        ),
        ("number", "The number of the import"),
        (
            "document",
            "The assigning document, for rows that name none",
        ),
        ("date", "The date of that document"),
        (
            "past_occurrences",
            "Make the past occurrences of recurring tasks too",
        ),
        ("overwrite", "Replace a file that is there"),
        ("yes", "Write without asking"),
        ("dry_run", "Preview only, write nothing"),
        ("title", "What is to be done"),
        ("agency", "The lead agency: code or name"),
        ("deadline", "The deadline, as the document has it"),
        ("area", "The area: code or name"),
        ("product", "The deliverable"),
        ("supporting", "The supporting agencies"),
        ("draft", "Keep it as a draft, do not give it yet"),
        (
            "by",
            "By the agency of the time (then) or today's successor (today)",
        ),
        (
            "on",
            "First day of the new state; with list: the day to look at",
        ),
        ("all", "All times"),
        ("agency_code", "Code or name of an agency"),
        ("agency_codes", "Codes of agencies"),
        ("agency_name", "Full name"),
        ("new_name", "Name of the agency that the merger founds"),
        ("into", "Who takes over"),
        (
            "parts",
            "The parts: codes that exist, or full names of new ones",
        ),
        ("new_code", "Its code (usually after its name)"),
        (
            "agency_kind",
            "Kind: so, ban, nganh, quan, huyen, thanh_pho, tinh, phuong, xa, dac_khu, khac",
        ),
        ("parent", "The agency above it"),
        ("head", "The title of its head"),
        ("from_agency", "The lead so far"),
        ("to_agency", "The new lead"),
        ("words", "Words of the text, such as a place"),
        ("by_document", "The document that decides it"),
        ("year", "The year (usually this one)"),
        ("day", "The day, YYYY-MM-DD"),
        ("day_name", "Its name"),
        ("day_kind", "Holiday, day off in lieu, make-up day"),
        ("projected", "Projected, not announced"),
    ],
    list_heading: ["No", "Code", "Agency", "Due", "Condition", "Content"],
    agencies_heading: [
        "Code",
        "Agency",
        "Late",
        "Due soon",
        "Open",
        "No due",
        "Susp.",
        "On time",
        "Done late",
    ],
    listed: |count| format!("{count} tasks."),
    limited: |limit| format!("The first {limit} rows only; without --limit all are printed."),
    show_labels: [
        "Code",
        "Number",
        "Content",
        "Lead agency",
        "Head",
        "Supporting",
        "Area",
        "Deliverable",
        "Document",
        "Deadline",
        "Due",
        "First due",
        "Status",
        "Progress",
        "Evidence",
    ],
    log: "Log",
    done: |code, deed| format!("{code}: {deed}."),
    added: |code, number| format!("Entered {code} (:{number})."),
    practice_has_no_db: "practice takes no --db: the drills always run on a throw-away copy of the sample and touch no database. Run: cchc practice",
    practice_not_kept: "The results of practice could not be kept: the state directory cannot be written.",
    created: |path| format!("Made the database {path}."),
    workdays: |days, from, to| {
        format!("{days} working days after {from} up to and including {to}.")
    },
    skipped: "Not counted:",
    weekend: "weekend",
    deadline_labels: [
        "Kind",
        "Start",
        "Due",
        "First due",
        "Judged by",
        "Recurrence",
        "To review",
        "Why",
    ],
    yes_no: ["yes", "no"],
    chain_holds: |count, head| format!("The log is intact: {count} changes. Last hash: {head}"),
    chain_broken: |id, what| {
        format!(
            "The log is NOT intact from change {id} on ({what}). Keep the file as it is, tell the administrator and compare with the latest backup."
        )
    },
    import_counts: |[new, changed, unchanged, review, skipped]| {
        format!(
            "{new} new, {changed} changed, {unchanged} unchanged, {review} rows to review, {skipped} rows skipped."
        )
    },
    import_before: |at, who| format!("This file was imported by {who} at {at}."),
    batches_heading: ["No", "When", "Who", "State", "Tasks", "File"],
    reading: |far| en_far("Reading", "rows", far, ""),
    interrupted: "Stopped. See what is left undone: cchc import list",
    exporting: |far| en_far("Exporting", "rows", far, ""),
    export_interrupted: "Stopped; no file was left.",
    exported: |rows, file| format!("{rows} rows were written to {file}."),
    import_more: |more| format!("… and {more} more rows to review. See every row with --dry-run."),
    import_ask: "Write to the database? [y/N] ",
    nothing_written: "Nothing was written.",
    say_yes: "There is no terminal to ask on: add --yes to write, or --dry-run to preview only.",
    no_terminal: "Cannot open the screen: input or output is not a terminal, or TERM is dumb or empty. Use the commands (cchc --help), or set TERM to what the terminal is, for example TERM=xterm.",
    needs: |what, option| format!("{what}. Add {option} \"...\"."),
    taken_back: |done, left| match left {
        0 => format!("Undone: {done} tasks."),
        _ => format!("Undone: {done} tasks; {left} left alone, others changed them since."),
    },
    generating: |done, total| format!("{done}/{total}"),
    looking_only: |day| format!("Looking only, as of {day}."),
    complaint: "cchc: ",
    usage: |what, nearest| {
        let what = if what.is_empty() {
            "an argument is missing or too many".to_owned()
        } else {
            format!("{what} is not known or missing")
        };
        let nearest =
            nearest.map_or_else(String::new, |nearest| format!(" Did you mean {nearest}?"));
        format!("usage: {what}.{nearest} See: cchc --help")
    },
};
