//! The settings of the installation: their names, what they mean, why one is not set.

use super::paper;
use crate::domain::setting::{Holds, Setting, SettingFault};

/// The words of the settings.
#[derive(Debug)]
#[allow(missing_docs)] // titles and labels are named after what they stand for
pub struct OfficeWords {
    pub title: &'static str,
    pub label: fn(Setting) -> &'static str,
    /// What it does, in a sentence.
    pub meaning: fn(Setting) -> &'static str,
    /// What may stand there, and what is usual.
    pub range: fn(Setting) -> String,
    /// A value as it is said.
    pub value: fn(Setting, &str) -> String,
    pub hint: &'static str,
    pub may_not: &'static str,
    pub unchanged: &'static str,
    /// So many were set.
    pub saved: fn(usize) -> String,
    pub fault: fn(&SettingFault) -> String,
}

pub(super) const VI: OfficeWords = OfficeWords {
    title: "Cài đặt",
    label: |setting| match setting {
        Setting::Soon => "Sắp đến hạn",
        Setting::Loud => "Sát hạn",
        Setting::UrgeGap => "Đôn đốc lại",
        Setting::BeforeIsExclusive => "\"Trước ngày\"",
        Setting::IdleEnd => "Tự kết thúc",
        Setting::Sessions => "Số phiên",
        setting @ (Setting::PaperSuperior
        | Setting::PaperIssuer
        | Setting::PaperSymbol
        | Setting::PaperPlace
        | Setting::PaperAuthority
        | Setting::PaperSigner
        | Setting::PaperRecipients
        | Setting::PaperNumber) => paper::vi_label(setting),
    },
    meaning: |setting| match setting {
        Setting::Soon => "Còn ngần ấy ngày làm việc thì nhiệm vụ là sắp đến hạn (dấu ~).",
        Setting::Loud => "Còn ngần ấy ngày làm việc thì được đánh dấu rõ hơn.",
        Setting::UrgeGap => {
            "Phải qua ngần ấy ngày làm việc mới đôn đốc lại một nhiệm vụ; 0 là lúc nào cũng được."
        }
        Setting::BeforeIsExclusive => {
            "\"Trước ngày 15/12\" không tính ngày 15; chỉ cho văn bản nhập từ nay."
        }
        Setting::IdleEnd => {
            "Qua ngần ấy phút không thao tác thì phiên tự kết thúc, nội dung đang gõ được giữ; 0 là không bao giờ."
        }
        Setting::Sessions => {
            "Qua SSH, mỗi tài khoản mở cùng lúc nhiều nhất ngần ấy phiên; 0 là không giới hạn."
        }
        setting @ (Setting::PaperSuperior
        | Setting::PaperIssuer
        | Setting::PaperSymbol
        | Setting::PaperPlace
        | Setting::PaperAuthority
        | Setting::PaperSigner
        | Setting::PaperRecipients
        | Setting::PaperNumber) => paper::vi_meaning(setting),
    },
    range: |setting| match setting.holds() {
        Holds::Days { least, most } => {
            format!("{least} đến {most} ngày; thường là {}", setting.usual())
        }
        Holds::Minutes { most } => {
            format!("0 đến {most} phút; thường là {}", setting.usual())
        }
        Holds::Count { most } => format!("0 đến {most}; thường là {}", setting.usual()),
        Holds::Flag => "có hoặc không; thường là có".to_owned(),
        Holds::Number { most } => format!("số từ 1 đến {most}"),
        Holds::Line { most } if setting == Setting::PaperSymbol => {
            format!("không có dấu / và dấu cách, dài nhất {most} chữ; bỏ trống thì theo cơ quan")
        }
        Holds::Line { most } => {
            format!("một dòng, dài nhất {most} chữ; bỏ trống thì theo cơ quan của người lập")
        }
        Holds::Lines { most } => {
            format!("các dòng cách nhau bằng dấu ; dài nhất {most} chữ; bỏ trống thì như thường lệ")
        }
    },
    value: |setting, value| match setting.holds() {
        Holds::Days { .. } => format!("{value} ngày làm việc"),
        Holds::Minutes { .. } => format!("{value} phút"),
        Holds::Count { .. } => format!("{value} phiên"),
        Holds::Flag if value == "true" => "có".to_owned(),
        Holds::Flag => "không".to_owned(),
        Holds::Number { .. } | Holds::Line { .. } | Holds::Lines { .. } => format!("\"{value}\""),
    },
    hint: "F10 ghi cho mọi người; Esc quay lại, không ghi",
    may_not: "Chỉ quản trị được sửa cài đặt; anh/chị xem được.",
    unchanged: "Chưa thay đổi gì.",
    saved: |count| format!("Đã ghi {count} cài đặt. Lệnh :hoàn tác để lấy lại."),
    fault: |fault| match fault {
        SettingFault::Unknown(key) => {
            let keys = Setting::ALL.map(Setting::key);
            format!("Không có cài đặt \"{key}\". Có: {}.", keys.join(", "))
        }
        SettingFault::BadValue(setting, text) => {
            let (label, range) = ((VI.label)(*setting), (VI.range)(*setting));
            format!("{label}: \"{text}\" không được; {range}.")
        }
        SettingFault::Changed(setting, now) => {
            let (label, now) = ((VI.label)(*setting), (VI.value)(*setting, now));
            format!("{label}: người khác vừa đổi, nay là {now}. Xem lại rồi ghi.")
        }
    },
};

pub(super) const EN: OfficeWords = OfficeWords {
    title: "Settings",
    label: |setting| match setting {
        Setting::Soon => "Due soon",
        Setting::Loud => "Very soon",
        Setting::UrgeGap => "Urge again",
        Setting::BeforeIsExclusive => "\"Trước ngày\"",
        Setting::IdleEnd => "Ends by itself",
        Setting::Sessions => "Sessions",
        setting @ (Setting::PaperSuperior
        | Setting::PaperIssuer
        | Setting::PaperSymbol
        | Setting::PaperPlace
        | Setting::PaperAuthority
        | Setting::PaperSigner
        | Setting::PaperRecipients
        | Setting::PaperNumber) => paper::en_label(setting),
    },
    meaning: |setting| match setting {
        Setting::Soon => "So many working days before its due date a task is due soon (sign ~).",
        Setting::Loud => "So many working days before it, it is marked louder.",
        Setting::UrgeGap => {
            "So many working days have to pass before a task is urged again; 0 is at any time."
        }
        Setting::BeforeIsExclusive => {
            "\"Trước ngày 15/12\" leaves the 15th out; for documents entered from now on."
        }
        Setting::IdleEnd => {
            "After so many minutes without a key a session ends, what is being typed is kept; 0 is never."
        }
        Setting::Sessions => {
            "Through SSH each account has so many sessions at once at the most; 0 is without end."
        }
        setting @ (Setting::PaperSuperior
        | Setting::PaperIssuer
        | Setting::PaperSymbol
        | Setting::PaperPlace
        | Setting::PaperAuthority
        | Setting::PaperSigner
        | Setting::PaperRecipients
        | Setting::PaperNumber) => paper::en_meaning(setting),
    },
    range: |setting| match setting.holds() {
        Holds::Days { least, most } => {
            format!("{least} to {most} days; usually {}", setting.usual())
        }
        Holds::Minutes { most } => {
            format!("0 to {most} minutes; usually {}", setting.usual())
        }
        Holds::Count { most } => format!("0 to {most}; usually {}", setting.usual()),
        Holds::Flag => "yes or no; usually yes".to_owned(),
        Holds::Number { most } => format!("a number from 1 to {most}"),
        Holds::Line { most } if setting == Setting::PaperSymbol => {
            format!("without / and spaces, {most} letters at most; empty goes by the agency")
        }
        Holds::Line { most } => {
            format!("one line, {most} letters at most; empty goes by the agency of who writes")
        }
        Holds::Lines { most } => {
            format!("lines with ; between them, {most} letters at most; empty is as usual")
        }
    },
    value: |setting, value| match setting.holds() {
        Holds::Days { .. } => format!("{value} working days"),
        Holds::Minutes { .. } => format!("{value} minutes"),
        Holds::Count { .. } => format!("{value} sessions"),
        Holds::Flag if value == "true" => "yes".to_owned(),
        Holds::Flag => "no".to_owned(),
        Holds::Number { .. } | Holds::Line { .. } | Holds::Lines { .. } => format!("\"{value}\""),
    },
    hint: "F10 saves for everybody; Esc goes back, saves nothing",
    may_not: "Only administrators change settings; you may look.",
    unchanged: "Nothing was changed yet.",
    saved: |count| match count {
        1 => "1 setting was saved. The command :undo takes it back.".to_owned(),
        _ => format!("{count} settings were saved. The command :undo takes them back."),
    },
    fault: |fault| match fault {
        SettingFault::Unknown(key) => {
            let keys = Setting::ALL.map(Setting::key);
            format!(
                "There is no setting \"{key}\". There are: {}.",
                keys.join(", ")
            )
        }
        SettingFault::BadValue(setting, text) => {
            let (label, range) = ((EN.label)(*setting), (EN.range)(*setting));
            format!("{label}: \"{text}\" will not do; {range}.")
        }
        SettingFault::Changed(setting, now) => {
            let (label, now) = ((EN.label)(*setting), (EN.value)(*setting, now));
            format!(
                "{label}: somebody has just changed it, it is {now} now. Look again, then save."
            )
        }
    },
};
