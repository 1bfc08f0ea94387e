//! The doctor: one line for each check, in plain words, with what to do.

use std::path::Path;

use crate::domain::health::{Check, Seen};
use crate::domain::proof::SchemaFault;

use super::Language;
use super::{faults, format, standing};

/// The words of the doctor.
#[derive(Debug)]
pub struct DoctorWords {
    /// How a check stands: fine, a warning, a failure; five cells at the most.
    pub levels: [&'static str; 3],
    /// What is looked at; twelve cells at the most.
    pub check: fn(Check) -> &'static str,
    /// What was seen, and what to do.
    pub seen: fn(&Seen) -> String,
    /// The log is broken: the first place in words, and how many there are.
    pub log_broken: fn(&str, usize) -> String,
    /// So many warnings, so many failures.
    pub sum: fn(usize, usize) -> String,
    /// Counters, indexes and search were made anew.
    pub repaired: &'static str,
}

pub(super) const VI: DoctorWords = DoctorWords {
    levels: ["tốt", "lưu ý", "LỖI"],
    check: |check| match check {
        Check::File => "tệp",
        Check::Schema => "phiên bản",
        Check::Pages => "dữ liệu",
        Check::Counters => "số đếm",
        Check::Log => "nhật ký",
        Check::Calendar => "lịch nghỉ",
        Check::Clock => "đồng hồ",
        Check::Room => "đĩa",
        Check::Backup => "sao lưu",
        Check::Imports => "nhập tệp",
        Check::Users => "tài khoản",
        Check::Agencies => "cơ quan",
        Check::Terminal => "thiết bị",
    },
    seen: vi_seen,
    log_broken: |first, count| {
        let count = format::number(
            i64::try_from(count).unwrap_or(i64::MAX),
            Language::Vietnamese,
        );
        format!("không nguyên vẹn ở {count} chỗ, đầu tiên: {first}. Xem: cchc audit verify")
    },
    sum: |warnings, failures| match (warnings, failures) {
        (0, 0) => "Mọi thứ đều tốt.".to_owned(),
        _ => format!("{failures} lỗi, {warnings} lưu ý."),
    },
    repaired: "đã tạo lại số đếm, chỉ mục và tìm kiếm từ các nhiệm vụ.",
};

/// So many parts of the schema are named.
const LISTED: usize = 20;

fn vi_seen(seen: &Seen) -> String {
    let number = |value: i64| format::number(value, Language::Vietnamese);
    let size = |bytes: u64| format!("{} MB", number(megabytes(bytes)));
    match seen {
        Seen::FilePrivate => "chỉ tài khoản này đọc được".to_owned(),
        Seen::OpenToOthers(path, mode, should) => format!(
            "{} đang để quyền {mode:o}: tài khoản khác đọc được. Sửa: chmod {should:o} {}",
            path.display(),
            path.display()
        ),
        Seen::OwnerShutOut(file, folder) => format!(
            "{} thuộc một tài khoản không vào được thư mục {}, chủ thư mục cũng không mở được tệp. Sửa: chown --reference={} {}",
            file.display(),
            folder.display(),
            folder.display(),
            file.display()
        ),
        Seen::RestoreBrokenOff(path) => format!(
            "một lần khôi phục bị ngắt giữa chừng (còn lại {}); cơ sở dữ liệu còn nguyên. Khôi phục lại: cchc restore TỆP",
            path.display()
        ),
        Seen::CannotOpen(why) => why.clone(),
        Seen::NetworkDisk(kind) => format!(
            "nằm trên đĩa mạng ({kind}): khóa tệp không tin cậy, dữ liệu có thể hỏng. Chuyển về đĩa của máy chủ này"
        ),
        Seen::SchemaKnown(number, program) => format!("cấu trúc {number}, cchc {program}"),
        Seen::SchemaOlder(found, known) => format!(
            "cấu trúc {found} cũ hơn {known}: phiên ghi tiếp theo sẽ nâng cấp. Sao lưu trước: cchc backup"
        ),
        Seen::SchemaGaps(faults) => format!(
            "{}. {} Rồi xem ai đã sửa gì: cchc audit verify",
            listed(faults, standing::VI.unlike),
            (standing::VI.schema_then)(faults)
        ),
        Seen::PagesSound(true) => "tệp và mọi chỉ mục đều lành".to_owned(),
        Seen::PagesSound(false) => "tệp lành (kiểm tra cả chỉ mục: --full)".to_owned(),
        Seen::PagesDamaged(count, first) => format!(
            "hỏng ({count} chỗ: {first}). Khôi phục: cchc restore; trước đó có thể xuất những gì còn đọc được: cchc salvage TỆP.csv. Nếu chỉ hỏng chỉ mục: cchc doctor --repair"
        ),
        Seen::StrangeWord(what, word) => format!(
            "\"{word}\" ({what}) không phải do chương trình ghi, tệp thì lành. Xem mục bị sửa: cchc audit verify"
        ),
        Seen::CountersRight => "khớp với nhiệm vụ".to_owned(),
        Seen::CountersWrong(tables) => format!(
            "không khớp nhiệm vụ ({}). Tạo lại: cchc doctor --repair",
            tables.join(", ")
        ),
        Seen::LogHolds(rows, true) => format!("nguyên vẹn, {} thay đổi", number(*rows)),
        Seen::LogHolds(rows, false) => format!(
            "{} thay đổi cuối nguyên vẹn (toàn bộ: --full)",
            number(*rows)
        ),
        Seen::NotAsLogged(count, first) => format!(
            "{} mục bị sửa ngoài chương trình, đầu tiên: {first}. Xem: cchc audit verify",
            number(i64::try_from(*count).unwrap_or(i64::MAX))
        ),
        // Said with what only the command line knows of it.
        Seen::LogBroken(..) => String::new(),
        Seen::SavesMissing(missing) => format!(
            "{}. Bản sao lưu nào còn đủ thì khôi phục: cchc restore. Chấp nhận mất: sao lưu ngay rồi khôi phục chính bản ấy",
            faults::missing_vi(missing)
        ),
        Seen::CalendarUpTo(year) => format!("có ngày nghỉ và Tết đến hết năm {year}"),
        Seen::NoDaysOff(year) => {
            format!("chưa có ngày nghỉ nào của năm {year}: hạn tính sai. Nhập: cchc holiday import")
        }
        Seen::NoTet(year) => {
            format!("chưa có Tết Nguyên đán năm {year}: hạn tính sai. Nhập: cchc holiday import")
        }
        Seen::ClockRight => "không chậm hơn thay đổi cuối".to_owned(),
        Seen::ClockBehind(last) => format!(
            "chậm hơn thay đổi cuối (lúc {}). Chỉnh giờ máy chủ (NTP) trước khi làm tiếp",
            format::moment(*last)
        ),
        Seen::RoomEnough(free, takes) => {
            format!("còn trống {}; cơ sở dữ liệu {}", size(*free), size(*takes))
        }
        Seen::RoomShort(free, takes) => format!(
            "chỉ còn trống {}, cơ sở dữ liệu {}: dọn đĩa sớm",
            size(*free),
            size(*takes)
        ),
        Seen::WalLong(bytes) => format!(
            "tệp -wal dài {}: có phiên đọc quá lâu. Tìm phiên bị treo và đóng lại",
            size(*bytes)
        ),
        Seen::BackedUp(at, path) => {
            format!("gần nhất lúc {}: {}", format::moment(*at), named(path))
        }
        Seen::BackupOld(days, path) => format!(
            "gần nhất đã {days} ngày ({}). Chạy: cchc backup",
            shown(path)
        ),
        Seen::BackupGone(path) => format!(
            "bản gần nhất không còn nguyên ở {}. Chạy: cchc backup",
            shown(path)
        ),
        Seen::BackupUnread(path) => format!(
            "không đọc được {}: tệp của tài khoản khác. Đổi chủ: chown --reference=CƠ_SỞ_DỮ_LIỆU {}",
            shown(path),
            shown(path)
        ),
        Seen::NeverBackedUp => "chưa sao lưu lần nào. Chạy: cchc backup".to_owned(),
        Seen::ImportsDone => "không có lần nhập nào dở".to_owned(),
        Seen::ImportsUnfinished(count, id) => format!(
            "{count} lần nhập còn dở. Xem: cchc import list; làm tiếp: cchc import finish {id}"
        ),
        Seen::UsersRight(count) => format!("{count} tài khoản dùng được, có quản trị"),
        Seen::NoUsers => "không có tài khoản: tệp của một người".to_owned(),
        Seen::NoAdministrator => {
            "không có quản trị nào dùng được: không ai sửa được tài khoản, lịch, cơ quan. Bằng tài khoản dịch vụ, không có --user: cchc user add TÊN --role administrator"
                .to_owned()
        }
        Seen::LeadsRight => "nhiệm vụ nào cũng có cơ quan chủ trì".to_owned(),
        Seen::Orphans(count) => format!(
            "{} nhiệm vụ chưa xong mà cơ quan chủ trì đã thôi hoặc chưa rõ. Bàn giao: màn hình Cơ quan",
            number(*count)
        ),
        Seen::TerminalRight(term, columns, rows) => format!("{term}, {columns}x{rows}, UTF-8"),
        Seen::NoUtf8(locale) => format!(
            "môi trường không nói là UTF-8 ({locale}): chữ có dấu có thể sai. Đặt: LANG=C.UTF-8"
        ),
        Seen::TerminalSmall(columns, rows) => {
            format!("chỉ {columns}x{rows}: phóng to cửa sổ đến 80x24")
        }
        Seen::NoScreens(term) => format!(
            "TERM={term} không mở được màn hình. Dùng cchc --line, hoặc đặt TERM đúng với thiết bị"
        ),
        Seen::NotLookedAt => "không xem (không ngồi ở thiết bị đầu cuối)".to_owned(),
    }
}

pub(super) const EN: DoctorWords = DoctorWords {
    levels: ["ok", "warn", "FAIL"],
    check: |check| match check {
        Check::File => "file",
        Check::Schema => "version",
        Check::Pages => "data",
        Check::Counters => "counters",
        Check::Log => "log",
        Check::Calendar => "days off",
        Check::Clock => "clock",
        Check::Room => "disk",
        Check::Backup => "backup",
        Check::Imports => "imports",
        Check::Users => "accounts",
        Check::Agencies => "agencies",
        Check::Terminal => "terminal",
    },
    seen: en_seen,
    log_broken: |first, count| {
        let count = format::number(i64::try_from(count).unwrap_or(i64::MAX), Language::English);
        format!("not intact in {count} places, the first: {first}. See: cchc audit verify")
    },
    sum: |warnings, failures| match (warnings, failures) {
        (0, 0) => "Everything is fine.".to_owned(),
        _ => {
            let some = |count: usize, one: &str| match count {
                1 => format!("1 {one}"),
                _ => format!("{count} {one}s"),
            };
            format!(
                "{}, {}.",
                some(failures, "failure"),
                some(warnings, "warning")
            )
        }
    },
    repaired: "counters, indexes and the search were made anew from the tasks.",
};

fn en_seen(seen: &Seen) -> String {
    let number = |value: i64| format::number(value, Language::English);
    let size = |bytes: u64| format!("{} MB", number(megabytes(bytes)));
    match seen {
        Seen::FilePrivate => "only this account can read it".to_owned(),
        Seen::OpenToOthers(path, mode, should) => format!(
            "{} has mode {mode:o}: other accounts can read it. Mend: chmod {should:o} {}",
            path.display(),
            path.display()
        ),
        Seen::OwnerShutOut(file, folder) => format!(
            "{} belongs to an account that cannot enter the directory {}, whose owner cannot open the file. Mend: chown --reference={} {}",
            file.display(),
            folder.display(),
            folder.display(),
            file.display()
        ),
        Seen::RestoreBrokenOff(path) => format!(
            "a restore was broken off (it left {}); the database is whole. Restore again: cchc restore FILE",
            path.display()
        ),
        Seen::CannotOpen(why) => why.clone(),
        Seen::NetworkDisk(kind) => format!(
            "it lies on a network disk ({kind}): locks do not hold there and data may be damaged. Move it to a disk of this server"
        ),
        Seen::SchemaKnown(number, program) => format!("schema {number}, cchc {program}"),
        Seen::SchemaOlder(found, known) => format!(
            "schema {found} is older than {known}: the next session that writes brings it up to date. Back up first: cchc backup"
        ),
        Seen::SchemaGaps(faults) => format!(
            "{}. {} Then see what was done meanwhile: cchc audit verify",
            listed(faults, standing::EN.unlike),
            (standing::EN.schema_then)(faults)
        ),
        Seen::PagesSound(true) => "the file and all indexes are sound".to_owned(),
        Seen::PagesSound(false) => "the file is sound (indexes too: --full)".to_owned(),
        Seen::PagesDamaged(count, first) => format!(
            "damaged ({count}: {first}). Restore: cchc restore; before that, export what can still be read: cchc salvage FILE.csv. If only indexes are damaged: cchc doctor --repair"
        ),
        Seen::StrangeWord(what, word) => format!(
            "\"{word}\" ({what}) was not written by the program; the file itself is sound. See what was changed: cchc audit verify"
        ),
        Seen::CountersRight => "as counting the tasks gives them".to_owned(),
        Seen::CountersWrong(tables) => format!(
            "not what counting gives ({}). Make them anew: cchc doctor --repair",
            tables.join(", ")
        ),
        Seen::LogHolds(rows, true) => format!("intact, {} changes", number(*rows)),
        Seen::LogHolds(rows, false) => format!(
            "the last {} changes are intact (all: --full)",
            number(*rows)
        ),
        Seen::NotAsLogged(count, first) => format!(
            "{} things were changed outside of the program, the first: {first}. See: cchc audit verify",
            number(i64::try_from(*count).unwrap_or(i64::MAX))
        ),
        // Said with what only the command line knows of it.
        Seen::LogBroken(..) => String::new(),
        Seen::SavesMissing(missing) => format!(
            "{}. Restore a backup that has it: cchc restore. To go on without: back up now, and restore that backup",
            faults::missing_en(missing)
        ),
        Seen::CalendarUpTo(year) => format!("days off and Tết are entered until the end of {year}"),
        Seen::NoDaysOff(year) => format!(
            "no day off is entered for {year}: deadlines come out wrong. Enter them: cchc holiday import"
        ),
        Seen::NoTet(year) => format!(
            "Tết {year} is not entered: deadlines come out wrong. Enter it: cchc holiday import"
        ),
        Seen::ClockRight => "not behind the last change".to_owned(),
        Seen::ClockBehind(last) => format!(
            "behind the last change (at {}). Set the server's clock (NTP) before going on",
            format::moment(*last)
        ),
        Seen::RoomEnough(free, takes) => {
            format!("{} free; the database takes {}", size(*free), size(*takes))
        }
        Seen::RoomShort(free, takes) => format!(
            "only {} free, the database takes {}: make room soon",
            size(*free),
            size(*takes)
        ),
        Seen::WalLong(bytes) => format!(
            "the -wal file has {}: a session has been reading for too long. Find the one that hangs and end it",
            size(*bytes)
        ),
        Seen::BackedUp(at, path) => format!("the last at {}: {}", format::moment(*at), named(path)),
        Seen::BackupOld(days, path) => format!(
            "the last is {days} days old ({}). Run: cchc backup",
            shown(path)
        ),
        Seen::BackupGone(path) => format!(
            "the last is not at {} any more as it was. Run: cchc backup",
            shown(path)
        ),
        Seen::BackupUnread(path) => format!(
            "{} cannot be read: it is another account's. Give it away: chown --reference=DATABASE {}",
            shown(path),
            shown(path)
        ),
        Seen::NeverBackedUp => "never made. Run: cchc backup".to_owned(),
        Seen::ImportsDone => "none is unfinished".to_owned(),
        Seen::ImportsUnfinished(count, id) => {
            format!("{count} unfinished. See: cchc import list; go on: cchc import finish {id}")
        }
        Seen::UsersRight(count) => format!("{count} enabled accounts, an administrator among them"),
        Seen::NoUsers => "no accounts: the file is one person's".to_owned(),
        Seen::NoAdministrator => {
            "no administrator may come in: nobody can mend accounts, days off, agencies. As the service account, without --user: cchc user add LOGIN --role administrator".to_owned()
        }
        Seen::LeadsRight => "every open task has a lead".to_owned(),
        Seen::Orphans(count) => format!(
            "the lead of {} open tasks ended or is unknown. Hand them over: the screen Agencies",
            number(*count)
        ),
        Seen::TerminalRight(term, columns, rows) => format!("{term}, {columns}x{rows}, UTF-8"),
        Seen::NoUtf8(locale) => format!(
            "the environment does not say UTF-8 ({locale}): letters may come out wrong. Set: LANG=C.UTF-8"
        ),
        Seen::TerminalSmall(columns, rows) => {
            format!("only {columns}x{rows}: make the window 80x24")
        }
        Seen::NoScreens(term) => format!(
            "TERM={term} cannot show screens. Use cchc --line, or set TERM to what the terminal is"
        ),
        Seen::NotLookedAt => "not looked at (nobody sits at a terminal)".to_owned(),
    }
}

/// Parts of the schema in words, the first few.
pub(super) fn listed(faults: &[SchemaFault], unlike: fn(&SchemaFault) -> String) -> String {
    let named: Vec<String> = faults.iter().take(LISTED).map(unlike).collect();
    let more = faults.len().saturating_sub(LISTED);
    let more = if more > 0 {
        format!(", … (+{more})")
    } else {
        String::new()
    };
    format!("{}{more}", named.join(", "))
}

fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes.div_ceil(1 << 20)).unwrap_or(i64::MAX)
}

/// The file alone: where backups lie is known.
fn named(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
