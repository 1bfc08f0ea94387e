//! What can go wrong: what happened, where, what to do.

use crate::domain::error::{Error, FileFault};

/// Sentences for errors.
#[derive(Debug)]
pub struct ErrorWords {
    /// The sentence for an error: what happened, where, what to do.
    pub sentence: fn(&Error) -> String,
}

pub(super) const VI: ErrorWords = ErrorWords {
    sentence: |error| {
        match error {
        Error::NoDatabase(path) => format!("Chưa có cơ sở dữ liệu {}. Tạo bằng: cchc init --db {}", path.display(), path.display()),
        Error::IsDirectory(path) => format!("{} là thư mục, không phải tệp cơ sở dữ liệu. Nêu tên một tệp sau --db.", path.display()),
        Error::Foreign(path) => format!("{} không phải cơ sở dữ liệu của cchc. Tệp được giữ nguyên; kiểm tra lại tên sau --db.", path.display()),
        Error::Damaged(path) => format!("Cơ sở dữ liệu {} bị hỏng. Không ghi gì thêm; báo quản trị hệ thống lấy bản sao lưu gần nhất.", path.display()),
        Error::TooNew { found, known, needs } => format!("Cơ sở dữ liệu do phiên bản mới hơn tạo (cấu trúc {found}, chương trình này biết {known}). Cài cchc {needs} trở lên."),
        Error::Exists(path) => format!("{} đã có và được giữ nguyên. Chọn tên khác.", path.display()),
        Error::NoPermission(path) => format!("Không có quyền đọc hoặc ghi {}. Nhờ quản trị hệ thống cấp quyền cho tài khoản này.", path.display()),
        Error::ReadOnly => "Không ghi được: cơ sở dữ liệu chỉ cho đọc. Nội dung vừa gõ được giữ; báo quản trị hệ thống.".to_owned(),
        Error::DiskFull => "Không ghi được: đĩa máy chủ đã đầy. Nội dung vừa gõ được giữ; báo quản trị hệ thống rồi nhấn F10 để lưu.".to_owned(),
        Error::Busy => "Không ghi được: cơ sở dữ liệu đang bận. Nội dung vừa gõ được giữ; nhấn F10 để thử lại.".to_owned(),
        Error::NoTask(text) => format!("Không có nhiệm vụ {text}. Tìm theo nội dung bằng / hoặc: cchc list \"từ cần tìm\"."),
        Error::NoAgency(text) => format!("Không rõ cơ quan \"{text}\". Dùng mã (ví dụ STC) hoặc tên đầy đủ; xem cchc agencies."),
        Error::NotPermitted => "Vai trò của anh/chị không được làm việc này. Nhờ chuyên viên theo dõi hoặc quản trị.".to_owned(),
        Error::Refused(refusal) => (super::refusals::VI.short)(refusal),
        Error::NothingToUndo => "Không còn thao tác nào của anh/chị để hoàn tác hoặc làm lại.".to_owned(),
        Error::LookingOnly => "Đang chỉ xem theo ngày khác, không ghi được. Mở lại không có --today để ghi.".to_owned(),
        Error::BadFile { path, fault } => format!("Không đọc được {}: {}", path.display(), vi_fault(fault)),
        Error::BadText { what: "config", text } => format!("Không đọc được tệp cấu hình, dòng này: {text}. Sửa hoặc bỏ dòng đó, hoặc báo quản trị hệ thống."),
        Error::BadText { what, text } => format!("Không hiểu \"{text}\" ở {}.", vi_field(what)),
        Error::BadFilter(fault) => (super::filter::VI.fault)(fault),
        Error::Reorganisation(flaw) => (super::agencies::VI.flaw)(flaw),
        Error::Cancelled => "Đã dừng theo yêu cầu; không ghi phần dở dang.".to_owned(),
        Error::Fault(source) => format!("Lỗi ngoài dự kiến: {source}. Dữ liệu được giữ như trước; báo quản trị hệ thống."),
    }
    },
};

fn vi_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Missing => "tệp không tồn tại. Kiểm tra lại tên tệp.".to_owned(),
        FileFault::Unreadable => "không có quyền đọc tệp này.".to_owned(),
        FileFault::IsDirectory => "đây là thư mục. Nêu tên tệp CSV bên trong.".to_owned(),
        FileFault::NotText => {
            "tệp không phải văn bản CSV. Mở bằng bảng tính và lưu thành CSV UTF-8.".to_owned()
        }
        FileFault::NotUtf8 { line } => {
            format!("dòng {line} không phải mã UTF-8. Lưu lại thành \"CSV UTF-8\".")
        }
        FileFault::Empty => "tệp trống.".to_owned(),
        FileFault::NoHeader { found } => format!(
            "không thấy dòng tiêu đề (Nội dung nhiệm vụ, Cơ quan chủ trì, Thời gian hoàn thành…). Dòng đầu là: {}",
            found.join(" | ")
        ),
        FileFault::MissingColumns(columns) => format!("thiếu cột: {}.", columns.join(", ")),
        FileFault::CellTooLong {
            line,
            column,
            limit,
        } => format!("dòng {line}, cột {column}: ô dài quá {limit} ký tự."),
        FileFault::TooLarge { limit } => format!("tệp lớn quá {} MiB.", limit / (1 << 20)),
        FileFault::Malformed { line } => format!("dòng {line} sai dạng CSV (thiếu dấu nháy kép?)."),
    }
}

fn vi_field(what: &str) -> String {
    match what {
        "date" | "from" | "to" | "today" => "ngày (viết YYYY-MM-DD, ví dụ 2023-06-15)".to_owned(),
        "lang" => "ngôn ngữ (vi hoặc en)".to_owned(),
        "color" => "màu (auto, always hoặc never)".to_owned(),
        "status" => {
            "trạng thái (draft, not_started, in_progress, awaiting, done, suspended, dropped)"
                .to_owned()
        }
        "by" => "--by (then hoặc today)".to_owned(),
        "kind" => "loại (xem --help của lệnh)".to_owned(),
        "day_off" => "lịch nghỉ: không có ngày này".to_owned(),
        "filter" => "bộ lọc".to_owned(),
        "user" => "tên người dùng của dữ liệu mẫu (cv.snv, cv.stttt, cv.vpub, ld.ubnd)".to_owned(),
        other => other.to_owned(),
    }
}

pub(super) const EN: ErrorWords = ErrorWords {
    sentence: |error| {
        match error {
        Error::NoDatabase(path) => format!("There is no database {}. Make one: cchc init --db {}", path.display(), path.display()),
        Error::IsDirectory(path) => format!("{} is a directory, not a database file. Name a file after --db.", path.display()),
        Error::Foreign(path) => format!("{} is not a cchc database. It was left as it is; check the name after --db.", path.display()),
        Error::Damaged(path) => format!("The database {} is damaged. Nothing more is written; ask the administrator for the latest backup.", path.display()),
        Error::TooNew { found, known, needs } => format!("The database was made by a newer version (schema {found}, this program knows {known}). Install cchc {needs} or later."),
        Error::Exists(path) => format!("{} exists already and was left as it is. Choose another name.", path.display()),
        Error::NoPermission(path) => format!("No permission to read or write {}. Ask the administrator.", path.display()),
        Error::ReadOnly => "Not saved: the database is read-only. What you typed is kept; tell the administrator.".to_owned(),
        Error::DiskFull => "Not saved: the server's disk is full. What you typed is kept; tell the administrator, then press F10 to save.".to_owned(),
        Error::Busy => "Not saved: the database is busy. What you typed is kept; press F10 to try again.".to_owned(),
        Error::NoTask(text) => format!("There is no task {text}. Find it by its text with / or: cchc list \"words\"."),
        Error::NoAgency(text) => format!("Agency \"{text}\" is not known. Use its code (STC) or full name; see cchc agencies."),
        Error::NotPermitted => "Your role may not do this. Ask a monitor or the administrator.".to_owned(),
        Error::Refused(refusal) => (super::refusals::EN.short)(refusal),
        Error::NothingToUndo => "There is nothing of yours left to take back or to do again.".to_owned(),
        Error::LookingOnly => "Looking as of another day: nothing is written. Open without --today to write.".to_owned(),
        Error::BadFile { path, fault } => format!("Cannot read {}: {}", path.display(), en_fault(fault)),
        Error::BadText { what: "config", text } => format!("The configuration cannot be read, at this line: {text}. Mend or remove it, or tell the administrator."),
        Error::BadText { what, text } => format!("Cannot understand \"{text}\" as {}.", en_field(what)),
        Error::BadFilter(fault) => (super::filter::EN.fault)(fault),
        Error::Reorganisation(flaw) => (super::agencies::EN.flaw)(flaw),
        Error::Cancelled => "Stopped as asked; nothing half-done was written.".to_owned(),
        Error::Fault(source) => format!("Unexpected failure: {source}. The data are as before; tell the administrator."),
    }
    },
};

fn en_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Missing => "there is no such file. Check the name.".to_owned(),
        FileFault::Unreadable => "no permission to read it.".to_owned(),
        FileFault::IsDirectory => "it is a directory. Name the CSV file in it.".to_owned(),
        FileFault::NotText => {
            "it is no CSV text. Open it in a spreadsheet and save it as CSV UTF-8.".to_owned()
        }
        FileFault::NotUtf8 { line } => {
            format!("line {line} is not UTF-8. Save it again as \"CSV UTF-8\".")
        }
        FileFault::Empty => "it is empty.".to_owned(),
        FileFault::NoHeader { found } => format!(
            "no header line was found (Nội dung nhiệm vụ, Cơ quan chủ trì, Thời gian hoàn thành…). The first line is: {}",
            found.join(" | ")
        ),
        FileFault::MissingColumns(columns) => {
            format!("columns are missing: {}.", columns.join(", "))
        }
        FileFault::CellTooLong {
            line,
            column,
            limit,
        } => format!("line {line}, column {column}: the cell is longer than {limit} characters."),
        FileFault::TooLarge { limit } => format!("it is larger than {} MiB.", limit / (1 << 20)),
        FileFault::Malformed { line } => {
            format!("line {line} is no CSV (a quotation mark missing?).")
        }
    }
}

fn en_field(what: &str) -> String {
    match what {
        "date" | "from" | "to" | "today" => {
            "a date (write YYYY-MM-DD, such as 2023-06-15)".to_owned()
        }
        "lang" => "a language (vi or en)".to_owned(),
        "color" => "colour (auto, always or never)".to_owned(),
        "status" => {
            "a status (draft, not_started, in_progress, awaiting, done, suspended, dropped)"
                .to_owned()
        }
        "by" => "--by (then or today)".to_owned(),
        "kind" => "a kind (see --help of the command)".to_owned(),
        "day_off" => "a day of the calendar: there is no such row".to_owned(),
        "filter" => "a filter".to_owned(),
        "user" => "a user of the sample (cv.snv, cv.stttt, cv.vpub, ld.ubnd)".to_owned(),
        other => other.to_owned(),
    }
}
