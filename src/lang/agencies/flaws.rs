//! Why agencies cannot be reorganised as somebody asked.

use crate::domain::agency::Flaw;
use crate::lang::format::date;

pub(super) fn vi(flaw: &Flaw) -> String {
    match flaw {
        Flaw::NoDocument => {
            "Chưa có số văn bản. Ghi văn bản quyết định việc sắp xếp này.".to_owned()
        }
        Flaw::Nobody => "Chưa chọn cơ quan nào.".to_owned(),
        Flaw::Unknown(code) => format!("Không có cơ quan mã {code}. Xem: cchc agency list --all."),
        Flaw::NotYet { code, from } => format!(
            "{code} chỉ thành lập ngày {}; chọn ngày sau đó.",
            date(*from)
        ),
        Flaw::Ended { code, on } => format!(
            "{code} đã có ngày kết thúc {}. Nếu nhiệm vụ chưa chuyển, dùng bàn giao (cchc agency hand-over).",
            date(*on)
        ),
        Flaw::IntoItself(code) => {
            format!("{code} không thể tiếp nhận chính mình. Chọn cơ quan khác.")
        }
        Flaw::NoHeir { code, on } => format!(
            "{code} không hoạt động ngày {}; chọn cơ quan khác hoặc thành lập mới.",
            date(*on)
        ),
        Flaw::TooFewParts => {
            "Chia tách cần ít nhất hai cơ quan nhận; nếu chỉ một, dùng sáp nhập.".to_owned()
        }
        Flaw::Twice(code) => format!("{code} được nêu hai lần. Bỏ một lần."),
        Flaw::CodeTaken(code) => {
            format!("Mã {code} đã dùng cho một cơ quan khác. Đặt mã khác, ví dụ {code}2.")
        }
        Flaw::BadCode(code) => {
            format!("Mã \"{code}\" không đúng: chỉ chữ cái không dấu, số và gạch nối, tối đa 16.")
        }
        Flaw::NoName => "Chưa có tên cơ quan.".to_owned(),
        Flaw::NameTaken { code, name } => {
            format!("Ngày đó đã có {name} ({code}). Chọn cơ quan ấy hoặc đặt tên khác.")
        }
        Flaw::NothingNew(code) => format!("{code} đã mang tên này. Ghi tên mới."),
        Flaw::AsItIs(code) => format!("{code} đã ghi đúng như vậy: không có gì để đính chính."),
        Flaw::AboveItself(code) => {
            format!("{code} không thể trực thuộc chính mình hoặc đơn vị dưới mình.")
        }
        Flaw::FixedCode(code) => {
            format!("Mã {code} không đổi được: các nhóm cơ quan của thành phố tính theo mã này.")
        }
        Flaw::CodeCited(code) => format!(
            "Mã {code} đã có trong mục phối hợp của nhiệm vụ, không sửa được nữa. Sửa các mục khác thì được; nếu cần mã mới, dùng đổi tên."
        ),
        Flaw::FarAhead(on) => format!("Ngày {} còn hơn một năm nữa. Kiểm tra lại năm.", date(*on)),
        Flaw::ChangedSince(code) => {
            format!("Không hoàn tác được: {code} đã được sửa sau đó. Hoàn tác việc sau trước.")
        }
        Flaw::AccountChanged(login) => {
            format!("Không hoàn tác được: tài khoản {login} đã được sửa sau đó.")
        }
        Flaw::DayChanged(day) => format!(
            "Không hoàn tác được: ngày {} đã được sửa sau đó.",
            date(*day)
        ),
        Flaw::HeirEnded(code) => {
            format!("{code} không còn hoạt động hôm nay. Chọn cơ quan đang hoạt động.")
        }
        Flaw::NoTasks => "Không có nhiệm vụ nào phù hợp để bàn giao.".to_owned(),
    }
}

pub(super) fn en(flaw: &Flaw) -> String {
    match flaw {
        Flaw::NoDocument => "No document is named. Give the document that decides it.".to_owned(),
        Flaw::Nobody => "No agency is chosen.".to_owned(),
        Flaw::Unknown(code) => {
            format!("No agency has the code {code}. See: cchc agency list --all.")
        }
        Flaw::NotYet { code, from } => {
            format!("{code} begins on {}; choose a later day.", date(*from))
        }
        Flaw::Ended { code, on } => format!(
            "{code} has an end already: {}. If its tasks are still there, hand them over (cchc agency hand-over).",
            date(*on)
        ),
        Flaw::IntoItself(code) => {
            format!("{code} cannot take over from itself. Choose another one.")
        }
        Flaw::NoHeir { code, on } => format!(
            "{code} does not exist on {}; choose another one or found it.",
            date(*on)
        ),
        Flaw::TooFewParts => {
            "A split needs two parts at least; with one it is a merger.".to_owned()
        }
        Flaw::Twice(code) => format!("{code} is named twice. Leave one out."),
        Flaw::CodeTaken(code) => format!(
            "The code {code} belongs to another agency. Choose another one, such as {code}2."
        ),
        Flaw::BadCode(code) => {
            format!("\"{code}\" is no code: plain letters, digits and dashes, 16 at the most.")
        }
        Flaw::NoName => "The agency has no name.".to_owned(),
        Flaw::NameTaken { code, name } => {
            format!("{name} ({code}) exists on that day. Choose it, or another name.")
        }
        Flaw::NothingNew(code) => format!("{code} has this name already. Give the new one."),
        Flaw::AsItIs(code) => format!("{code} says so already: nothing to correct."),
        Flaw::AboveItself(code) => {
            format!("{code} cannot stand below itself or below what is below it.")
        }
        Flaw::FixedCode(code) => {
            format!("The code {code} stays: the groups of the city's agencies are counted by it.")
        }
        Flaw::CodeCited(code) => format!(
            "Tasks name {code} as supporting, so the code stays. The rest can be corrected; for a new code, rename."
        ),
        Flaw::FarAhead(on) => format!("{} is more than a year ahead. Check the year.", date(*on)),
        Flaw::ChangedSince(code) => {
            format!("Not taken back: {code} was changed since. Take the later change back first.")
        }
        Flaw::AccountChanged(login) => {
            format!("Not taken back: the account {login} was changed since.")
        }
        Flaw::DayChanged(day) => format!("Not taken back: {} was changed since.", date(*day)),
        Flaw::HeirEnded(code) => format!("{code} does not exist today. Choose one that does."),
        Flaw::NoTasks => "No task fits: nothing to hand over.".to_owned(),
    }
}
