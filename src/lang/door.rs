//! The words at the door of a shared server: what is refused there, and what a transfer says.

use super::Language::{self, English, Vietnamese};
use super::format::number;
use crate::domain::door::{DoorFault, KeyFault, LONGEST_NAME};

/// The words at the door.
#[derive(Debug)]
pub struct DoorWords {
    /// Why something is refused, and what to do.
    pub fault: fn(&DoorFault) -> String,
    /// What can be asked at the door; a line each.
    pub help: &'static [&'static str],
    /// Goes before the first line of the help, with the login.
    pub you_are: fn(&str) -> String,
    /// A file was received: its name and size.
    pub received: fn(&str, u64) -> String,
    /// A file was removed.
    pub removed: fn(&str) -> String,
    /// The heading of the list: size, changed, name.
    pub heading: [&'static str; 3],
    /// Nothing lies in the tray.
    pub empty: &'static str,
    /// So many files of so many bytes, and how long they are kept; no days for ever.
    pub kept: fn(usize, u64, Option<u64>) -> String,
    /// Stands for the path of the tray where a file is chosen.
    pub tray: &'static str,
    /// The title of the form for an export.
    pub export_title: &'static str,
    /// Its field.
    pub export_name: &'static str,
    /// Where the file will lie: anywhere, or at the door.
    pub export_notes: [&'static str; 2],
    /// What its keys do.
    pub export_hint: &'static str,
    /// Asks for that name at a prompt.
    pub export_prompt: &'static str,
    /// So many rows were exported, and how the file is fetched.
    pub exported: fn(u64, &str) -> String,
}

pub(super) const VI: DoorWords = DoorWords {
    fault: vi_fault,
    help: &[
        "ssh -t MÁY                       mở màn hình làm việc",
        "ssh MÁY list                     các tệp của anh/chị trên máy chủ",
        "ssh MÁY put TÊN < TỆP            gửi một tệp lên máy chủ",
        "ssh MÁY replace TÊN < TỆP        gửi và thay tệp cùng tên",
        "ssh MÁY get TÊN > TỆP            lấy một tệp về",
        "ssh MÁY remove TÊN               xóa một tệp trên máy chủ",
        "ssh MÁY brief                    việc cần làm hôm nay, ba dòng",
        "TÊN là tên tệp, không có thư mục: \"Phụ lục 1.xlsx\".",
    ],
    you_are: |login| format!("Người dùng: {login}"),
    received: |name, size| format!("Đã nhận {name}, {} byte.", n(size, Vietnamese)),
    removed: |name| format!("Đã xóa {name}."),
    heading: ["Cỡ (byte)", "Sửa lúc", "Tên"],
    empty: "Chưa có tệp nào. Gửi lên: ssh MÁY put TÊN < TỆP",
    kept: |files, bytes, days| {
        let size = n(bytes, Vietnamese);
        let kept = days.map_or_else(String::new, |days| format!(" Tệp được giữ {days} ngày."));
        format!("{files} tệp, {size} byte.{kept}")
    },
    tray: "Tệp của anh/chị (gửi lên: ssh MÁY put TÊN < TỆP)",
    export_title: "Xuất danh sách ra tệp",
    export_name: "Tên tệp",
    export_notes: [
        "Đuôi .xlsx hoặc .csv quyết định dạng tệp. Tệp nằm trên máy chủ, ở thư mục đang đứng hoặc đường dẫn nêu ở đây.",
        "Đuôi .xlsx hoặc .csv quyết định dạng tệp. Tệp nằm ở chỗ của anh/chị trên máy chủ; lấy về: ssh MÁY get TÊN",
    ],
    export_hint: "F10 ghi tệp · Esc quay lại",
    export_prompt: "Xuất danh sách. Gõ tên tệp (.xlsx hoặc .csv; phụ lục TÊN: theo mẫu để nhập lại), Enter thôi:",
    exported: |rows, name| {
        let rows = n(rows, Vietnamese);
        format!("Đã xuất {rows} dòng. Lấy về: ssh MÁY get {}", quoted(name))
    },
};

pub(super) const EN: DoorWords = DoorWords {
    fault: en_fault,
    help: &[
        "ssh -t HOST                      opens the screens",
        "ssh HOST list                    your files on the server",
        "ssh HOST put NAME < FILE         sends a file to the server",
        "ssh HOST replace NAME < FILE     sends it in place of the one of that name",
        "ssh HOST get NAME > FILE         fetches a file",
        "ssh HOST remove NAME             removes a file from the server",
        "ssh HOST brief                   what today needs you for, in three lines",
        "NAME is the name of a file, without folders: \"Annex 1.xlsx\".",
    ],
    you_are: |login| format!("User: {login}"),
    received: |name, size| format!("Received {name}, {} bytes.", n(size, English)),
    removed: |name| format!("Removed {name}."),
    heading: ["Size (bytes)", "Changed", "Name"],
    empty: "There are no files. Send one: ssh HOST put NAME < FILE",
    kept: |files, bytes, days| {
        let size = n(bytes, English);
        let kept = days.map_or_else(String::new, |days| {
            format!(" Files are kept for {days} days.")
        });
        format!("{files} files, {size} bytes.{kept}")
    },
    tray: "Your files (send: ssh HOST put NAME < FILE)",
    export_title: "List to a file",
    export_name: "File name",
    export_notes: [
        "The ending .xlsx or .csv says in which form. The file lies on the server, in the present folder or under the path given here.",
        "The ending .xlsx or .csv says in which form. It lies in your place on the server; fetch it: ssh HOST get NAME",
    ],
    export_hint: "F10 writes the file · Esc goes back",
    export_prompt: "List to a file. Type its name (.xlsx or .csv; annex NAME: the form to import again), Enter stops:",
    exported: |rows, name| {
        let rows = n(rows, English);
        format!(
            "{rows} rows are written. Fetch them: ssh HOST get {}",
            quoted(name)
        )
    },
};

fn n(value: u64, language: Language) -> String {
    number(i64::try_from(value).unwrap_or(i64::MAX), language)
}

/// The beginning of what was asked: somebody may ask for a megabyte.
fn short(text: &str) -> String {
    let mut letters = text.chars();
    let shown: String = letters.by_ref().take(60).collect();
    match letters.next() {
        Some(_) => format!("{shown}…"),
        None => shown,
    }
}

/// A name as it is typed to a shell.
fn quoted(name: &str) -> String {
    if name.contains(' ') {
        format!("\"{name}\"")
    } else {
        name.to_owned()
    }
}

fn vi_fault(fault: &DoorFault) -> String {
    match fault {
        DoorFault::Stranger(login) => format!(
            "\"{login}\" không có trong danh sách người dùng. Nhờ quản trị thêm: cchc user add."
        ),
        DoorFault::NoName(text) => format!(
            "\"{}\" không phải tên tệp. Chỉ nêu tên, không có thư mục, không bắt đầu bằng dấu chấm hay gạch, không quá {LONGEST_NAME} byte.",
            short(text)
        ),
        DoorFault::NoFile(name) => {
            format!("Không có tệp \"{name}\" trên máy chủ. Xem các tệp: ssh MÁY list")
        }
        DoorFault::NotAFile(name) => {
            format!("\"{name}\" không phải tệp thường nên không đọc, không ghi. Dùng tên khác.")
        }
        DoorFault::Taken(name) => format!(
            "Đã có tệp \"{name}\" và được giữ nguyên. Dùng tên khác, hoặc thay nó bằng replace."
        ),
        DoorFault::Full(left) => format!(
            "Tệp không vừa: chỗ của anh/chị còn {} byte. Xóa bớt: ssh MÁY remove TÊN",
            n(*left, Vietnamese)
        ),
        DoorFault::TooMany(most) => {
            format!("Mỗi người giữ nhiều nhất {most} tệp. Xóa bớt: ssh MÁY remove TÊN")
        }
        DoorFault::NoTray => {
            "Chỗ để tệp của anh/chị trên máy chủ không phải thư mục riêng nên không dùng. Báo quản trị máy chủ."
                .to_owned()
        }
        DoorFault::Crowded(most) => format!(
            "Anh/chị đang mở {most} phiên, nhiều nhất được {most}. Đóng bớt một phiên (F3 ở màn hình đầu) rồi vào lại; quản trị đổi số này ở Cài đặt."
        ),
        DoorFault::Underway => {
            "Đang nhận một tệp khác của anh/chị. Chờ xong rồi gửi lại.".to_owned()
        }
        DoorFault::Cut => "Mất kết nối khi đang chuyển tệp; không giữ phần nào. Làm lại.".to_owned(),
        DoorFault::Terminal => {
            "Tệp không đi qua màn hình. Gửi không có -t: ssh MÁY put TÊN < TỆP, ssh MÁY get TÊN > TỆP"
                .to_owned()
        }
        DoorFault::NoWord(word) => format!(
            "Không có lệnh \"{}\". Ở đây có: put, replace, get, list, remove, brief, help.",
            short(word)
        ),
        DoorFault::Copier(word) => format!(
            "{word} không dùng được ở đây. Gửi lên: ssh MÁY put TÊN < TỆP. Lấy về: ssh MÁY get TÊN > TỆP"
        ),
        DoorFault::NoScreen => {
            "Cần một màn hình: ssh -t MÁY. Việc không cần màn hình: ssh MÁY help".to_owned()
        }
        DoorFault::Settled => {
            "Khóa này chỉ làm một việc định sẵn. Chạy lại ssh không kèm lệnh.".to_owned()
        }
        DoorFault::BadKey(fault) => vi_key(*fault).to_owned(),
    }
}

fn vi_key(fault: KeyFault) -> &'static str {
    match fault {
        KeyFault::NotOneLine => "Cần đúng một dòng khóa công khai (nội dung một tệp .pub).",
        KeyFault::Private => {
            "Đây là khóa riêng, không bao giờ gửi đi. Cần tệp .pub bên cạnh; hãy tạo khóa mới."
        }
        KeyFault::NotAKind => {
            "Dòng phải bắt đầu bằng loại khóa, ví dụ ssh-ed25519; không nhận tùy chọn đứng trước."
        }
        KeyFault::Broken => "Khóa bị cắt hoặc bị sửa. Chép lại nguyên dòng từ tệp .pub.",
        KeyFault::Weak => "Khóa RSA ngắn hơn 2048 bit. Tạo khóa mới: ssh-keygen -t ed25519",
    }
}

fn en_fault(fault: &DoorFault) -> String {
    match fault {
        DoorFault::Stranger(login) => format!(
            "\"{login}\" is not among the users of this database. Ask the administrator: cchc user add."
        ),
        DoorFault::NoName(text) => format!(
            "\"{}\" is not the name of a file. Give a name alone: no folder, no dot or dash at its beginning, no more than {LONGEST_NAME} bytes.",
            short(text)
        ),
        DoorFault::NoFile(name) => {
            format!("There is no file \"{name}\" on the server. See: ssh HOST list")
        }
        DoorFault::NotAFile(name) => {
            format!("\"{name}\" is no regular file; it is not read or written. Use another name.")
        }
        DoorFault::Taken(name) => format!(
            "There is a file \"{name}\" already, and it stays. Use another name, or replace it with: replace."
        ),
        DoorFault::Full(left) => format!(
            "It does not fit: you have room for {} bytes. Remove something: ssh HOST remove NAME",
            n(*left, English)
        ),
        DoorFault::NoTray => {
            "Where your files lie on the server is no directory of your own; it is not used. Tell who looks after the server."
                .to_owned()
        }
        DoorFault::TooMany(most) => {
            format!("Everybody keeps {most} files at the most. Remove one: ssh HOST remove NAME")
        }
        DoorFault::Crowded(most) => format!(
            "You have {most} sessions open, and may have no more. End one of them (F3 on the first screen) and come again; an administrator changes the number in Settings."
        ),
        DoorFault::Underway => {
            "Another file of yours is being received. Wait for it, then send again.".to_owned()
        }
        DoorFault::Cut => {
            "The connection ended within the file; nothing of it is kept. Do it again.".to_owned()
        }
        DoorFault::Terminal => {
            "A file does not pass through a terminal. Without -t: ssh HOST put NAME < FILE, ssh HOST get NAME > FILE"
                .to_owned()
        }
        DoorFault::NoWord(word) => format!(
            "There is no \"{}\" here. There are: put, replace, get, list, remove, brief, help.",
            short(word)
        ),
        DoorFault::Copier(word) => format!(
            "{word} cannot be used here. Send: ssh HOST put NAME < FILE. Fetch: ssh HOST get NAME > FILE"
        ),
        DoorFault::NoScreen => {
            "The screens need a terminal: ssh -t HOST. Without one: ssh HOST help".to_owned()
        }
        DoorFault::Settled => {
            "This key does one thing that is set for it. Run ssh without a command.".to_owned()
        }
        DoorFault::BadKey(fault) => en_key(*fault).to_owned(),
    }
}

fn en_key(fault: KeyFault) -> &'static str {
    match fault {
        KeyFault::NotOneLine => "One line with a public key is needed (what a .pub file holds).",
        KeyFault::Private => {
            "This is the private half, which is never handed out. Take the .pub file; make a new key."
        }
        KeyFault::NotAKind => {
            "The line must begin with the kind of key, such as ssh-ed25519; no options before it."
        }
        KeyFault::Broken => "The key is cut off or changed. Copy the whole line of the .pub file.",
        KeyFault::Weak => "RSA of less than 2048 bits. Make a new key: ssh-keygen -t ed25519",
    }
}
