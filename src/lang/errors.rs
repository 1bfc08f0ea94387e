//! What can go wrong: what happened, where, what to do.

use std::path::Path;

use chrono::NaiveDate;

use super::format;
use crate::domain::calendar::DayOff;
use crate::domain::error::{Error, FileFault, FileKind};

/// Sentences for errors.
#[derive(Debug)]
pub struct ErrorWords {
    /// The sentence for an error: what happened, where, what to do.
    pub sentence: fn(&Error) -> String,
    /// Instead of it, what a command says that ends with the error: it keeps nothing that was typed and hears no key.
    pub of_command: fn(&Error) -> Option<String>,
    /// The program itself is wrong and ends; given is what it said and where, for whoever mends it.
    pub broken: fn(&str) -> String,
}

pub(super) const VI: ErrorWords = ErrorWords {
    broken: |what| {
        format!(
            "Chương trình gặp lỗi của chính nó và phải dừng; những gì đã báo là ghi vẫn còn nguyên, nội dung đang gõ dở thì mất. Mở lại để làm tiếp, và gửi dòng này cho quản trị hệ thống: {what}"
        )
    },
    of_command: |error| {
        Some(match error {
            Error::NotOnDisk(source) => format!("Đĩa máy chủ báo lỗi khi ghi ({source}). Thay đổi đã vào cơ sở dữ liệu nhưng có thể mất nếu máy mất điện. Báo quản trị hệ thống; khi đĩa đã tốt, xem lại và làm lại nếu chưa có."),
            Error::DiskFull => "Không ghi được: đĩa máy chủ đã đầy. Báo quản trị hệ thống; khi có chỗ, chạy lại lệnh này.".to_owned(),
            Error::Busy => "Không ghi được: cơ sở dữ liệu đang bận. Chờ một lát rồi chạy lại lệnh này.".to_owned(),
            Error::Fault(source) if source.is::<std::io::Error>() => format!("Không in được kết quả: {source}. Lệnh ghi có thể đã ghi xong: xem lại (cchc show, cchc list) trước khi chạy lại."),
            _ => return None,
        })
    },
    sentence: |error| {
        match error {
        Error::NoDatabase(path) => format!("Chưa có cơ sở dữ liệu {}. Tạo bằng: cchc init --db {}; lấy lại từ bản sao lưu: cchc restore", path.display(), path.display()),
        Error::IsDirectory(path) => format!("{} là thư mục, không phải tệp cơ sở dữ liệu. Nêu tên một tệp sau --db.", path.display()),
        Error::Foreign(path) => format!("{} không phải cơ sở dữ liệu của cchc. Tệp được giữ nguyên; kiểm tra lại tên sau --db.", path.display()),
        Error::Damaged(path) => format!("Cơ sở dữ liệu {} bị hỏng. Không ghi gì thêm; báo quản trị chạy cchc doctor, rồi cchc restore từ bản sao lưu (cchc salvage: xuất phần còn đọc được).", path.display()),
        Error::TablesLost(names) => format!("Cơ sở dữ liệu mất bảng {names}: không tạo lại được. Khôi phục bằng cchc restore từ bản sao lưu; trước đó xuất phần còn đọc được: cchc salvage, cchc export changes."),
        Error::Strange { what, text } => format!("Trong cơ sở dữ liệu có \"{text}\" ({what}) không phải do chương trình ghi. Báo quản trị: cchc audit verify nêu mục bị sửa."),
        Error::TooOld { found, known } => format!("Cơ sở dữ liệu có cấu trúc cũ ({found}; chương trình này cần {known}) và ở đây chỉ đọc được. Mở một lần bằng tài khoản được ghi để nâng cấp."),
        Error::TooNew { found, known, needs } => format!("Cơ sở dữ liệu do phiên bản mới hơn tạo (cấu trúc {found}, chương trình này biết {known}). Cài cchc {needs} trở lên."),
        Error::Exists(path) => format!("{} đã có và được giữ nguyên. Chọn tên khác.", path.display()),
        Error::NoPermission(path) => format!("Không có quyền đọc hoặc ghi {}. Nhờ quản trị hệ thống cấp quyền cho tài khoản này.", vi_place(path)),
        Error::ReadOnly => "Không ghi được: cơ sở dữ liệu chỉ cho đọc. Nội dung vừa gõ được giữ; báo quản trị hệ thống.".to_owned(),
        Error::Gone(path) => format!("Cơ sở dữ liệu {} đã bị xóa hoặc chuyển đi khi đang mở. Lần ghi này chưa vào; nội dung vừa gõ được giữ. Báo quản trị hệ thống; khi có lại tệp, nhấn F5 hoặc mở lại chương trình.", path.display()),
        Error::Replaced(path) => format!("Cơ sở dữ liệu {} đã bị thay bằng tệp khác khi đang mở. Lần ghi này chưa vào; nội dung vừa gõ được giữ. Nhấn F5 (hoặc mở lại chương trình) để mở tệp đang có.", path.display()),
        Error::LogTaken(path) => format!("{}-wal bị xóa hoặc bị cắt khi có phiên đang mở. Để mọi phiên tự thoát (không kill, không khởi động lại máy): bị xóa thì mọi thay đổi trở lại; bị cắt thì mất các thay đổi cuối, so với bản sao lưu. Rồi chạy cchc doctor.", path.display()),
        Error::NotOnDisk(source) => format!("Đĩa máy chủ báo lỗi khi ghi ({source}). Thay đổi đã vào cơ sở dữ liệu nhưng có thể mất nếu máy mất điện. Nhấn F10 để lưu lại lần nữa; vẫn lỗi thì báo quản trị hệ thống."),
        Error::DiskFull => "Không ghi được: đĩa máy chủ đã đầy. Nội dung vừa gõ được giữ; báo quản trị hệ thống rồi nhấn F10 để lưu.".to_owned(),
        Error::NoRoom(folder) if folder.as_os_str().is_empty() => "Nơi nhận kết quả đã đầy, kết quả bị cắt. Chọn nơi khác rồi làm lại; lệnh ghi thì đã ghi xong, chỉ cần xem lại.".to_owned(),
        Error::NoRoom(folder) => format!("Đĩa chứa {} đã đầy, chưa ghi được tệp. Không có gì dở dang để lại. Chọn nơi khác hoặc báo quản trị hệ thống, rồi làm lại.", vi_place(folder)),
        Error::NoRoomToOpen(folder) => format!("Đĩa chứa cơ sở dữ liệu ({}) đã đầy nên không mở được. Dọn đĩa ấy hoặc báo quản trị hệ thống, rồi làm lại.", vi_place(folder)),
        Error::DiskFailed { path, why } => format!("Máy chủ báo lỗi khi đọc hoặc ghi {}{}. Không có gì dở dang. Làm lại; vẫn lỗi thì báo quản trị hệ thống kiểm tra đĩa.", vi_place(path), in_brackets(why)),
        Error::InTheWay(path) => format!("{} không phải tệp thường (là thư mục, liên kết, đường ống hoặc thiết bị) nên không dùng được cơ sở dữ liệu. Chưa ghi gì; báo quản trị hệ thống chuyển nó đi nơi khác, rồi làm lại.", path.display()),
        Error::NoTemporary(folder) => format!("Không tạo được tệp tạm trong {}: thư mục không có hoặc không được ghi. Báo quản trị hệ thống (biến TMPDIR).", folder.display()),
        Error::Caution(caution) => (super::faults::VI.caution)(caution),
        Error::Exhausted => "Máy chủ không mở thêm được tệp hoặc luồng, hoặc hết bộ nhớ: quá nhiều phiên. Chờ một lát rồi mở lại, hoặc báo quản trị hệ thống (ulimit).".to_owned(),
        Error::Busy => "Không ghi được: cơ sở dữ liệu đang bận. Nội dung vừa gõ được giữ; nhấn F10 để thử lại.".to_owned(),
        Error::NoLocks(path) => format!("Đĩa chứa {} không khóa được tệp, như một số ổ mạng: không làm việc được với cơ sở dữ liệu ở đó, chờ cũng vậy. Chưa ghi gì. Báo quản trị hệ thống chuyển cơ sở dữ liệu về đĩa của máy chủ này.", path.display()),
        Error::Occupied(path) => format!("Chưa mở được {}: cơ sở dữ liệu đang bận, có thể đang nhập lần đầu. Chờ một lát rồi mở lại.", path.display()),
        Error::OtherName(path) => format!("Cơ sở dữ liệu này đang mở dưới tên khác: {}. Mở bằng tên ấy; hai tên cùng ghi sẽ làm hỏng tệp.", path.display()),
        Error::LogOfAnother(path) => format!("{file}-wal là của tệp trước đây ở chỗ này, không phải của tệp đang có. Chưa ghi gì, không mất gì. Đặt tệp cũ về; hoặc mọi người thoát rồi chạy: cchc restore BẢN_SAO; hoặc chuyển hai tệp -wal, -shm đi nơi khác, đừng xóa.", file = path.display()),
        Error::InUse(path) => format!("{} đang mở ở phiên khác nên chưa thay gì. Xem ai: cchc user on. Nhờ mọi người thoát chương trình rồi làm lại.", path.display()),
        Error::WentOn(path) => format!("{} đã có thay đổi mới từ lúc xem, nên chưa thay gì. Chạy lại lệnh để xem sẽ mất những gì.", path.display()),
        Error::NoTask(text) => format!("Không có nhiệm vụ {text}. Tìm theo nội dung bằng / hoặc: cchc list \"từ cần tìm\"."),
        Error::NoAgency(text) => format!("Không rõ cơ quan \"{text}\". Dùng mã (ví dụ STC) hoặc tên đầy đủ; xem cchc agency list."),
        Error::NotPermitted => "Vai trò của anh/chị không được làm việc này. Nhờ chuyên viên theo dõi hoặc quản trị.".to_owned(),
        Error::ForAdministrators => "Vai trò của anh/chị không được làm việc này. Nhờ quản trị.".to_owned(),
        Error::AccountClosed(login) => format!("Tài khoản {login} đã bị khóa. Nhờ quản trị mở lại; nội dung đang gõ được giữ."),
        Error::Refused(refusal) => super::refusals::vi_alone(refusal),
        Error::NothingToUndo => "Không còn thao tác nào của anh/chị để hoàn tác hoặc làm lại.".to_owned(),
        Error::LookingOnly => "Đang chỉ xem theo ngày khác, không ghi được. Mở lại không có --today để ghi.".to_owned(),
        Error::BadFile { path, fault } => format!("Không đọc được {}: {}", path.display(), vi_fault(fault)),
        Error::FileChanged(path) => format!("{} đã thay đổi từ khi xem trước; chưa ghi gì. Đọc lại tệp để xem trước rồi nhập.", path.display()),
        Error::NoStage => "Bản xem trước này không còn. Đọc lại tệp để xem trước.".to_owned(),
        Error::AtWork(number) => format!("Phiên khác đang ghi lần nhập số {number}. Chờ phiên đó xong, rồi xem lại bằng F5."),
        Error::NoBatch(number) => format!("Không có lần nhập số {number} nào để nhập tiếp hay hoàn tác. Xem: cchc import list."),
        Error::BadText { what: "config", text } => format!("Không đọc được tệp cấu hình, dòng này: {text}. Sửa hoặc bỏ dòng đó, hoặc báo quản trị hệ thống."),
        Error::BadText { what, text } => format!("Không hiểu \"{text}\" ở {}.", vi_field(what)),
        Error::Meant { error, nearest } => format!("{} Có phải {nearest}?", vi_again(error)),
        Error::BadFilter(fault) => (super::filter::VI.fault)(fault),
        Error::Reorganisation(flaw) => (super::agencies::VI.flaw)(flaw),
        Error::Document(flaw) => (super::documents::VI.flaw)(flaw),
        Error::Door(fault) => (super::door::VI.fault)(fault),
        Error::Measure(fault) => (super::measures::VI.fault)(fault),
        Error::SheetFull => "Một trang tính Excel chỉ chứa được 1.048.575 dòng, báo cáo này dài hơn. Không có tệp nào được ghi. Ghi ra tệp .csv, hoặc thu hẹp báo cáo rồi làm lại.".to_owned(),
        Error::Paper(fault) => (super::paper::VI.fault)(fault),
        Error::Account(fault) => (super::users::VI.fault)(fault),
        Error::Window(fault) => (super::windows::VI.fault)(fault),
        Error::DayChanged(date, now) => day_changed_vi(*date, now.as_deref()),
        Error::Setting(fault) => (super::office::VI.fault)(fault),
        Error::Cancelled => "Đã dừng theo yêu cầu; không ghi phần dở dang.".to_owned(),
        Error::Declined => "Chưa ghi gì.".to_owned(),
        Error::NobodyToAsk => "Không có thiết bị đầu cuối để hỏi, chưa ghi gì: thêm --yes để ghi. Xem trước: --dry-run nếu lệnh có, hoặc cchc list với bộ lọc đó.".to_owned(),
        Error::Fault(source) => format!("Lỗi ngoài dự kiến: {source}. Dữ liệu được giữ như trước; báo quản trị hệ thống."),
    }
    },
};

/// What the system says, behind the name of a file.
fn in_brackets(why: &str) -> String {
    match why {
        "" => String::new(),
        why => format!(" ({why})"),
    }
}

/// A place; the one in which a person is has no name that says anything.
fn vi_place(folder: &Path) -> String {
    match folder.to_str() {
        Some(".") => "thư mục hiện tại".to_owned(),
        _ => folder.display().to_string(),
    }
}

fn en_place(folder: &Path) -> String {
    match folder.to_str() {
        Some(".") => "the current directory".to_owned(),
        _ => folder.display().to_string(),
    }
}

/// What a nearest word is put to.
fn vi_again(error: &Error) -> String {
    (VI.sentence)(error)
}

fn vi_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Missing => "tệp không tồn tại. Kiểm tra lại tên tệp.".to_owned(),
        FileFault::Unreadable => "không có quyền đọc tệp này.".to_owned(),
        FileFault::IsDirectory => "đây là thư mục. Nêu tên tệp bên trong.".to_owned(),
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
        FileFault::MissingColumns { missing, found } => format!(
            "thiếu cột: {}. Các cột của tệp là: {}",
            missing.join(", "),
            found.join(" | ")
        ),
        FileFault::TooLarge { limit } => format!("tệp lớn quá {} MiB.", limit / (1 << 20)),
        FileFault::Malformed { line } => format!("dòng {line} sai dạng CSV (thiếu dấu nháy kép?)."),
        FileFault::NotAFile => "đây là thiết bị hoặc đường ống, không phải tệp.".to_owned(),
        FileFault::OtherKind(kind) => format!(
            "đây là {}. {}",
            vi_kind(*kind),
            match kind {
                FileKind::Archive => "Giải nén rồi chọn tệp bảng bên trong.",
                FileKind::Picture => "Xin tệp .xlsx của nơi gửi hoặc gõ lại bảng.",
                FileKind::Pdf => "Xin tệp .xlsx của nơi gửi, hoặc chép bảng sang bảng tính.",
                FileKind::Word | FileKind::Presentation =>
                    "Chép bảng sang bảng tính, lưu thành .xlsx.",
                FileKind::WebPage | FileKind::Xml | FileKind::Xlsb | FileKind::OldExcel =>
                    "Mở bằng bảng tính và lưu thành .xlsx.",
            }
        ),
        FileFault::Encrypted => {
            "tệp đặt mật khẩu. Mở bằng bảng tính, bỏ mật khẩu rồi lưu lại.".to_owned()
        }
        FileFault::Broken { part } => format!(
            "tệp hỏng hoặc bị cắt cụt (phần {part}). Xin lại tệp, hoặc mở bằng bảng tính và lưu lại."
        ),
        FileFault::UnpacksTooLarge { limit } => format!(
            "tệp nén bung ra quá {} MiB, không mở để giữ máy chủ. Báo quản trị hệ thống.",
            limit / (1 << 20)
        ),
        FileFault::RowTooLong { line } => {
            format!("dòng {line} dài quá mức một bảng (thiếu dấu xuống dòng?).")
        }
        FileFault::ZeroByte { line } => {
            format!("dòng {line} có byte 0: tệp hỏng. Mở bằng bảng tính và lưu lại.")
        }
        FileFault::Interrupted => {
            "tệp bị sửa, bị gỡ hoặc lỗi đĩa khi đang đọc. Hãy đọc lại.".to_owned()
        }
        FileFault::NoSheet => "bảng tính không có trang này. Chọn trang khác.".to_owned(),
    }
}

fn vi_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "tệp PDF",
        FileKind::Word => "văn bản Word",
        FileKind::Presentation => "tệp trình chiếu",
        FileKind::Picture => "tệp ảnh",
        FileKind::Archive => "tệp nén",
        FileKind::WebPage => "trang web",
        FileKind::Xml => "tệp XML",
        FileKind::Xlsb => "tệp .xlsb",
        FileKind::OldExcel => "tệp Excel trước năm 1997",
    }
}

fn vi_field(what: &str) -> String {
    match what {
        "date" | "from" | "to" | "today" => "ngày (viết YYYY-MM-DD, ví dụ 2023-06-15)".to_owned(),
        "month" => "tháng (viết YYYY-MM, ví dụ 2023-06)".to_owned(),
        "lang" => "ngôn ngữ (vi hoặc en)".to_owned(),
        "color" => "màu (auto, always hoặc never)".to_owned(),
        "status" => {
            "trạng thái (draft, not_started, in_progress, awaiting, done, suspended, dropped)"
                .to_owned()
        }
        "deed" => "thao tác (xem --help của do)".to_owned(),
        "value" => "giá trị (ví dụ 95,13)".to_owned(),
        "report" => "tên báo cáo (xem --help của report)".to_owned(),
        "as_of" => "ngày đã qua (phải trước hôm nay)".to_owned(),
        "grouping" => "--by (agency, successor, area, head, none)".to_owned(),
        "basis" => "--basis (due hoặc assigned)".to_owned(),
        "period" => "kỳ: ví dụ \"quý II/2023\", \"1/1/2023-31/3/2023\"".to_owned(),
        "by" => "--by (then hoặc today)".to_owned(),
        "kind" => "loại (xem --help của lệnh)".to_owned(),
        "document" => "văn bản giao (ví dụ 771/KH-UBND)".to_owned(),
        "day_off" => "lịch nghỉ: không có ngày này".to_owned(),
        "filter" => "bộ lọc".to_owned(),
        "column" => "cột (ví dụ C=lead; hoặc C=- để bỏ cột)".to_owned(),
        "head" => "mã nhật ký (16 đến 64 chữ số thập lục phân, có thể kèm @dòng)".to_owned(),
        "format" => "dạng báo cáo (text, markdown, csv, xlsx, docx)".to_owned(),
        "too_many" => "một nhóm: mỗi lần nhiều nhất 500 nhiệm vụ, hãy thu hẹp".to_owned(),
        "transfer" => "transfer: nêu mã nhiệm vụ, rồi cơ quan nhận sau cùng".to_owned(),
        "view" => "tên khung nhìn đã lưu (xem: cchc view list)".to_owned(),
        "order" => "--order (urgency, newest, document)".to_owned(),
        "schema" => "tên lệnh có --json (xem: cchc schema --help)".to_owned(),
        "both" => "dòng lệnh: --plain và --json loại trừ nhau".to_owned(),
        "export" => "tên tệp xuất (.csv hoặc .xlsx)".to_owned(),
        "user" => "tên người dùng của dữ liệu mẫu (cv.snv, cv.stttt, cv.vpub, ld.ubnd)".to_owned(),
        other => other.to_owned(),
    }
}

pub(super) const EN: ErrorWords = ErrorWords {
    broken: |what| {
        format!(
            "The program met a fault of its own and had to end; what was told to be saved is safe, what was being typed is lost. Open it again to go on, and send this line to the administrator: {what}"
        )
    },
    of_command: |error| {
        Some(match error {
            Error::NotOnDisk(source) => format!("The server's disk failed while it wrote ({source}). The change is in the database and may be lost if the power is. Tell the administrator; once the disk is sound, look again and do it anew if it is not there."),
            Error::DiskFull => "Not saved: the server's disk is full. Tell the administrator; once there is room, run this command again.".to_owned(),
            Error::Busy => "Not saved: the database is busy. Wait a moment and run this command again.".to_owned(),
            Error::Fault(source) if source.is::<std::io::Error>() => format!("The output could not be printed: {source}. What was to be saved may be saved: look again (cchc show, cchc list) before you run this again."),
            _ => return None,
        })
    },
    sentence: |error| {
        match error {
        Error::NoDatabase(path) => format!("There is no database {}. Make one: cchc init --db {}; from a backup: cchc restore", path.display(), path.display()),
        Error::IsDirectory(path) => format!("{} is a directory, not a database file. Name a file after --db.", path.display()),
        Error::Foreign(path) => format!("{} is not a cchc database. It was left as it is; check the name after --db.", path.display()),
        Error::Damaged(path) => format!("The database {} is damaged. Nothing more is written; have the administrator run cchc doctor, then cchc restore from a backup (cchc salvage exports what can be read).", path.display()),
        Error::TablesLost(names) => format!("The database has lost the table {names}, which cannot be made anew. Put a backup in its place with cchc restore; first export what can be read: cchc salvage, cchc export changes."),
        Error::Strange { what, text } => format!("In the database stands \"{text}\" ({what}), which the program did not write. Tell the administrator: cchc audit verify names what was changed."),
        Error::TooOld { found, known } => format!("The database has an older schema ({found}; this program needs {known}) and can only be read here. Open it once as somebody who may write, to bring it up to date."),
        Error::TooNew { found, known, needs } => format!("The database was made by a newer version (schema {found}, this program knows {known}). Install cchc {needs} or later."),
        Error::Exists(path) => format!("{} exists already and was left as it is. Choose another name.", path.display()),
        Error::NoPermission(path) => format!("No permission to read or write {}. Ask the administrator.", en_place(path)),
        Error::ReadOnly => "Not saved: the database is read-only. What you typed is kept; tell the administrator.".to_owned(),
        Error::Gone(path) => format!("The database {} was removed or moved away while it was open. This was not saved; what was typed is kept. Tell the system administrator; once the file is back, press F5 or start the program again.", path.display()),
        Error::Replaced(path) => format!("The database {} was replaced by another file while it was open. This was not saved; what was typed is kept. Press F5 (or start the program again) to open the file that is there now.", path.display()),
        Error::LogTaken(path) => format!("{}-wal was removed or cut while sessions have it open. Let all end by themselves (no kill, no restart): if removed, all changes come back; if cut, the last ones are lost: compare with a backup. Then run cchc doctor.", path.display()),
        Error::NotOnDisk(source) => format!("The server's disk failed while it wrote ({source}). The change is in the database and may be lost if the power is. Press F10 to save once more; if that fails too, tell the administrator."),
        Error::DiskFull => "Not saved: the server's disk is full. What you typed is kept; tell the administrator, then press F10 to save.".to_owned(),
        Error::NoRoom(folder) if folder.as_os_str().is_empty() => "What takes the output is full, the output is cut off. Choose another place and try again; what was to be saved is saved, only look again.".to_owned(),
        Error::NoRoom(folder) => format!("The disk of {} is full, the file was not written. Nothing unfinished is left. Choose another place or tell the system administrator, then try again.", en_place(folder)),
        Error::NoRoomToOpen(folder) => format!("The disk of the database ({}) is full, so it cannot be opened. Make room there or tell the system administrator, then try again.", en_place(folder)),
        Error::DiskFailed { path, why } => format!("The server failed to read or write {}{}. Nothing is half-done. Try again; if it fails again, have the system administrator look at the disk.", en_place(path), in_brackets(why)),
        Error::InTheWay(path) => format!("{} is no regular file (but a directory, a link, a pipe or a device), so the database cannot be used. Nothing was saved; have the system administrator move it elsewhere, then try again.", path.display()),
        Error::NoTemporary(folder) => format!("No temporary file can be made in {}: the directory is missing or may not be written. Tell the system administrator (variable TMPDIR).", folder.display()),
        Error::Caution(caution) => (super::faults::EN.caution)(caution),
        Error::Exhausted => "The server opens no further file or thread, or has no memory left: too many sessions. Wait a little and start again, or tell the system administrator (ulimit).".to_owned(),
        Error::Busy => "Not saved: the database is busy. What you typed is kept; press F10 to try again.".to_owned(),
        Error::NoLocks(path) => format!("The disk of {} cannot lock files, as some network disks: nobody can work on a database there, and waiting does not help. Nothing was saved. Have the system administrator move it to a disk of this server.", path.display()),
        Error::Occupied(path) => format!("Cannot open {} yet: the database is busy, perhaps with its first import. Wait a little and open it again.", path.display()),
        Error::OtherName(path) => format!("This database is open under another name: {}. Open it by that one; saves under both would damage the file.", path.display()),
        Error::LogOfAnother(path) => format!("{file}-wal belongs to the file that stood here before, not to the one here now. Nothing was applied or lost. Put the old file back; or, once all have left: cchc restore BACKUP; or move the two files -wal and -shm elsewhere, without deleting them.", file = path.display()),
        Error::InUse(path) => format!("{} is open in other sessions, so nothing was replaced. Who: cchc user on. Ask everybody to leave the program, then do it again.", path.display()),
        Error::WentOn(path) => format!("{} has gone on since it was looked at, so nothing was replaced. Run it again to see what would be lost.", path.display()),
        Error::NoTask(text) => format!("There is no task {text}. Find it by its text with / or: cchc list \"words\"."),
        Error::NoAgency(text) => format!("Agency \"{text}\" is not known. Use its code (STC) or full name; see cchc agency list."),
        Error::NotPermitted => "Your role may not do this. Ask a monitor or the administrator.".to_owned(),
        Error::ForAdministrators => "Your role may not do this. Ask an administrator.".to_owned(),
        Error::AccountClosed(login) => format!("The account {login} is disabled. Ask an administrator to enable it; what you are typing is kept."),
        Error::Refused(refusal) => super::refusals::en_alone(refusal),
        Error::NothingToUndo => "There is nothing of yours left to take back or to do again.".to_owned(),
        Error::LookingOnly => "Looking as of another day: nothing is written. Open without --today to write.".to_owned(),
        Error::BadFile { path, fault } => format!("Cannot read {}: {}", path.display(), en_fault(fault)),
        Error::FileChanged(path) => format!("{} has changed since it was previewed; nothing was written. Read it again, look, then import.", path.display()),
        Error::NoStage => "This preview is gone. Read the file again.".to_owned(),
        Error::AtWork(number) => format!("Another session is writing import {number}. Wait until it is done, then look again with F5."),
        Error::NoBatch(number) => format!("There is no import {number} to finish or take back. See cchc import list."),
        Error::BadText { what: "config", text } => format!("The configuration cannot be read, at this line: {text}. Mend or remove it, or tell the administrator."),
        Error::BadText { what, text } => format!("Cannot understand \"{text}\" as {}.", en_field(what)),
        Error::Meant { error, nearest } => format!("{} Did you mean {nearest}?", en_again(error)),
        Error::BadFilter(fault) => (super::filter::EN.fault)(fault),
        Error::Reorganisation(flaw) => (super::agencies::EN.flaw)(flaw),
        Error::Document(flaw) => (super::documents::EN.flaw)(flaw),
        Error::Door(fault) => (super::door::EN.fault)(fault),
        Error::Measure(fault) => (super::measures::EN.fault)(fault),
        Error::SheetFull => "A sheet of Excel holds 1,048,575 rows, and this report has more. No file was written. Write a .csv file, or narrow the report and try again.".to_owned(),
        Error::Paper(fault) => (super::paper::EN.fault)(fault),
        Error::Account(fault) => (super::users::EN.fault)(fault),
        Error::Window(fault) => (super::windows::EN.fault)(fault),
        Error::DayChanged(date, now) => day_changed_en(*date, now.as_deref()),
        Error::Setting(fault) => (super::office::EN.fault)(fault),
        Error::Cancelled => "Stopped as asked; nothing half-done was written.".to_owned(),
        Error::Declined => "Nothing was written.".to_owned(),
        Error::NobodyToAsk => "There is no terminal to ask on, nothing is written: add --yes to write. To preview: --dry-run where the command has it, or cchc list with that filter.".to_owned(),
        Error::Fault(source) => format!("Unexpected failure: {source}. The data are as before; tell the administrator."),
    }
    },
};

/// What a nearest word is put to.
fn en_again(error: &Error) -> String {
    (EN.sentence)(error)
}

fn en_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Missing => "there is no such file. Check the name.".to_owned(),
        FileFault::Unreadable => "no permission to read it.".to_owned(),
        FileFault::IsDirectory => "it is a directory. Name the file in it.".to_owned(),
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
        FileFault::MissingColumns { missing, found } => format!(
            "columns are missing: {}. The columns of the file are: {}",
            missing.join(", "),
            found.join(" | ")
        ),
        FileFault::TooLarge { limit } => format!("it is larger than {} MiB.", limit / (1 << 20)),
        FileFault::Malformed { line } => {
            format!("line {line} is no CSV (a quotation mark missing?).")
        }
        FileFault::NotAFile => "it is a device or a pipe, not a file.".to_owned(),
        FileFault::OtherKind(kind) => format!(
            "this is {}. {}",
            en_kind(*kind),
            match kind {
                FileKind::Archive => "Unpack it and choose the table in it.",
                FileKind::Picture => "Ask the sender for the .xlsx, or type the table.",
                FileKind::Pdf =>
                    "Ask the sender for the .xlsx, or copy the table to a spreadsheet.",
                FileKind::Word | FileKind::Presentation =>
                    "Copy the table to a spreadsheet and save it as .xlsx.",
                FileKind::WebPage | FileKind::Xml | FileKind::Xlsb | FileKind::OldExcel =>
                    "Open it in a spreadsheet and save it as .xlsx.",
            }
        ),
        FileFault::Encrypted => {
            "it has a password. Open it in a spreadsheet and save it without one.".to_owned()
        }
        FileFault::Broken { part } => format!(
            "it is damaged or cut off ({part}). Ask for it again, or open and save it in a spreadsheet."
        ),
        FileFault::UnpacksTooLarge { limit } => format!(
            "it unpacks to more than {} MiB and was not opened. Tell the administrator.",
            limit / (1 << 20)
        ),
        FileFault::RowTooLong { line } => {
            format!("line {line} is longer than any table's (line breaks missing?).")
        }
        FileFault::ZeroByte { line } => {
            format!("line {line} has a zero byte: damaged. Open and save it in a spreadsheet.")
        }
        FileFault::Interrupted => {
            "it was changed, removed or unreadable while being read. Read it again.".to_owned()
        }
        FileFault::NoSheet => "the workbook has no such sheet. Choose another.".to_owned(),
    }
}

fn en_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "a PDF",
        FileKind::Word => "a Word document",
        FileKind::Presentation => "a presentation",
        FileKind::Picture => "a picture",
        FileKind::Archive => "an archive",
        FileKind::WebPage => "a web page",
        FileKind::Xml => "an XML file",
        FileKind::Xlsb => "an .xlsb workbook",
        FileKind::OldExcel => "a workbook from before Excel 97",
    }
}

fn en_field(what: &str) -> String {
    match what {
        "date" | "from" | "to" | "today" => {
            "a date (write YYYY-MM-DD, such as 2023-06-15)".to_owned()
        }
        "month" => "a month (YYYY-MM, as 2023-06)".to_owned(),
        "lang" => "a language (vi or en)".to_owned(),
        "color" => "colour (auto, always or never)".to_owned(),
        "status" => {
            "a status (draft, not_started, in_progress, awaiting, done, suspended, dropped)"
                .to_owned()
        }
        "deed" => "a deed (see --help of do)".to_owned(),
        "value" => "a value (such as 95.13)".to_owned(),
        "report" => "a report (see --help of report)".to_owned(),
        "as_of" => "a past day (it must be before today)".to_owned(),
        "grouping" => "--by (agency, successor, area, head, none)".to_owned(),
        "basis" => "--basis (due or assigned)".to_owned(),
        "period" => "a period: for example \"q2/2023\", \"1/1/2023-31/3/2023\"".to_owned(),
        "by" => "--by (then or today)".to_owned(),
        "document" => "a document (such as 771/KH-UBND)".to_owned(),
        "kind" => "a kind (see --help of the command)".to_owned(),
        "day_off" => "a day of the calendar: there is no such row".to_owned(),
        "filter" => "a filter".to_owned(),
        "column" => "a column (such as C=lead, or C=- to leave it out)".to_owned(),
        "head" => "a hash of the log (16 to 64 hexadecimal digits, perhaps with @row)".to_owned(),
        "format" => "a form of report (text, markdown, csv, xlsx, docx)".to_owned(),
        "too_many" => "one group: 500 tasks at once at the most, narrow it".to_owned(),
        "transfer" => "transfer: name the tasks, then the agency last".to_owned(),
        "view" => "the name of a saved view (see: cchc view list)".to_owned(),
        "order" => "--order (urgency, newest, document)".to_owned(),
        "schema" => "a command that has --json (see: cchc schema --help)".to_owned(),
        "both" => "a command line: --plain and --json exclude each other".to_owned(),
        "export" => "a file to write (.csv or .xlsx)".to_owned(),
        "user" => "a user of the sample (cv.snv, cv.stttt, cv.vpub, ld.ubnd)".to_owned(),
        other => other.to_owned(),
    }
}

fn day_changed_vi(date: NaiveDate, now: Option<&DayOff>) -> String {
    let date = format::date(date);
    match now {
        Some(now) => {
            let kind = (super::agencies::VI.told.day_kind)(now.kind);
            let name = &now.name;
            format!(
                "Người khác vừa ghi ngày {date}: nay là {name}, {kind}. Xem lại; ghi lần nữa thì thay ngày đó."
            )
        }
        None => {
            format!("Người khác vừa bỏ ngày nghỉ {date}. Xem lại; ghi lần nữa thì có lại ngày đó.")
        }
    }
}

fn day_changed_en(date: NaiveDate, now: Option<&DayOff>) -> String {
    let date = format::date(date);
    match now {
        Some(now) => {
            let kind = (super::agencies::EN.told.day_kind)(now.kind);
            let name = &now.name;
            format!(
                "Somebody else has just saved {date}: it is {name}, {kind}, by now. Look again; saved once more, yours takes its place."
            )
        }
        None => format!(
            "Somebody else has just removed the day off {date}. Look again; saved once more, it is there again."
        ),
    }
}
