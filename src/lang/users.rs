//! Accounts: who may come in, in which role; why one is not saved.

use super::office;
use crate::domain::account::AccountFault;
use crate::domain::change::Thing;

/// The words of accounts.
#[derive(Debug)]
#[allow(missing_docs)] // titles and labels are named after what they stand for
pub struct UserWords {
    /// What stands behind options and values of the command line, by their names.
    pub options: &'static [(&'static str, &'static str)],
    pub title: &'static str,
    /// Login, agency, role, state, last save.
    pub heading: [&'static str; 5],
    pub none: &'static str,
    /// May come in, may not.
    pub state: [&'static str; 2],
    pub hint: &'static str,
    pub may_not: &'static str,
    /// A new account, a change of one.
    pub titles: [&'static str; 2],
    /// Login, role, agency, closed.
    pub fields: [&'static str; 4],
    /// What each of them means: of the login, of the role, of the agency, of closing.
    pub notes: [&'static str; 4],
    /// For a new account, and for one that is there.
    pub form_hints: [&'static str; 2],
    pub unchanged: &'static str,
    /// The account of this login was saved.
    pub saved: fn(&str) -> String,
    /// Whether the account of this login is to be closed, or opened again.
    pub question: fn(&str, bool) -> String,
    /// What the question is called.
    pub question_titles: [&'static str; 2],
    /// The account of this login was closed, or opened again.
    pub switched: fn(&str, bool) -> String,
    pub fault: fn(&AccountFault) -> String,
    /// What was taken back or done again.
    pub thing: fn(&Thing) -> String,
}

impl UserWords {
    /// What was taken back or done again, one after the other; empty where that were tasks or anything else.
    #[must_use]
    pub fn things(&self, things: &[Thing]) -> String {
        let each: Vec<String> = things.iter().map(self.thing).collect();
        each.join(", ")
    }
}

pub(super) const VI: UserWords = UserWords {
    options: &[
        (
            "user_login",
            "Tên tài khoản, ví dụ cv.stp; không dùng tên người",
        ),
        (
            "user_role",
            "viewer, clerk, monitor, leader, administrator; hoặc tiếng Việt",
        ),
    ],
    title: "Quản trị: người dùng",
    heading: [
        "Tài khoản",
        "Cơ quan",
        "Vai trò",
        "Trạng thái",
        "Ghi lần cuối",
    ],
    none: "Chưa có tài khoản nào.",
    state: ["đang dùng", "đã khóa"],
    hint: "Gõ để thu hẹp; Enter sửa; F4 chuyển; F10 khóa, mở",
    may_not: "Chỉ quản trị được sửa tài khoản; anh/chị xem được.",
    titles: ["Thêm người dùng", "Sửa người dùng"],
    fields: ["Tài khoản", "Vai trò", "Cơ quan", "Khóa"],
    notes: [
        "2 đến 32 chữ thường không dấu, số, chấm, gạch; không dùng tên người. Ví dụ cv.stp.",
        "Chuyên viên đơn vị làm việc của cơ quan mình; chuyên viên theo dõi giao, xác nhận, trả lại; lãnh đạo quyết định gia hạn; quản trị giữ danh mục; người xem chỉ xem.",
        "Cơ quan đang hoạt động. Chuyên viên đơn vị phải có cơ quan.",
        "Tài khoản đã khóa không vào được; tên vẫn còn trong nhật ký.",
    ],
    form_hints: [
        "F4 chọn; F10 ghi; Esc quay lại, giữ nội dung đang gõ",
        "F4 chọn; F10 ghi; Esc quay lại, không ghi",
    ],
    unchanged: "Chưa thay đổi gì.",
    saved: |login| format!("Đã ghi tài khoản {login}. F9 để hoàn tác."),
    question: |login, closes| {
        if closes {
            format!(
                "Khóa tài khoản {login}? Người đó không vào được nữa; phiên đang mở thôi ghi được. Enter đồng ý, Esc thôi."
            )
        } else {
            format!("Mở lại tài khoản {login}? F10 đồng ý, Esc thôi.")
        }
    },
    question_titles: ["Khóa tài khoản", "Mở lại tài khoản"],
    switched: |login, closes| {
        let what = if closes { "khóa" } else { "mở lại" };
        format!("Đã {what} tài khoản {login}. F9 để hoàn tác.")
    },
    fault: |fault| match fault {
        AccountFault::BadLogin(login) => {
            format!("Không dùng được \"{login}\": tên tài khoản là 2-32 chữ thường, số, . - _")
        }
        AccountFault::Taken(login) => {
            format!("Đã có tài khoản {login}. Chọn tên khác, hoặc sửa tài khoản đó.")
        }
        AccountFault::Unknown(login) => {
            format!("Không có tài khoản {login}. Xem: cchc user list.")
        }
        AccountFault::Changed(login) => {
            format!("Người khác vừa sửa tài khoản {login}. Xem lại rồi ghi.")
        }
        AccountFault::NoSuchRole(text) => format!(
            "Không có vai trò \"{text}\". Có: viewer (người xem), clerk (chuyên viên đơn vị), monitor (theo dõi), leader (lãnh đạo), administrator (quản trị)."
        ),
        AccountFault::NeedsAgency(login) => {
            format!("{login} là chuyên viên đơn vị, phải thuộc một cơ quan. Chọn cơ quan rồi ghi.")
        }
        AccountFault::NoSuchAgency(code) => {
            format!("Cơ quan {code} không còn hoạt động. Chọn cơ quan hiện nay.")
        }
        AccountFault::Oneself(login) => {
            format!("{login} là tài khoản của anh/chị: không tự đổi vai trò, không tự khóa.")
        }
        AccountFault::LastAdministrator(login) => {
            format!("{login} là quản trị cuối cùng. Đặt một quản trị khác trước đã.")
        }
        AccountFault::AdministratorFirst(login) => format!(
            "Chưa thêm {login}: chưa có quản trị nào. Trước hết: cchc user add TÊN --role administrator"
        ),
    },
    thing: |thing| match thing {
        Thing::Account(login) => format!("tài khoản {login}"),
        Thing::Setting(setting) => format!("cài đặt \"{}\"", (office::VI.label)(*setting)),
    },
};

pub(super) const EN: UserWords = UserWords {
    options: &[
        (
            "user_login",
            "The login, for example cv.stp; never a person's name",
        ),
        (
            "user_role",
            "viewer, clerk, monitor, leader, administrator; or in Vietnamese",
        ),
    ],
    title: "Administration: users",
    heading: ["Login", "Agency", "Role", "State", "Last save"],
    none: "There are no accounts yet.",
    state: ["in use", "disabled"],
    hint: "Type to narrow; Enter changes; F4 moves; F10 switches",
    may_not: "Only administrators change accounts; you may look.",
    titles: ["New user", "Change a user"],
    fields: ["Login", "Role", "Agency", "Disabled"],
    notes: [
        "2 to 32 small letters, digits, dot, dash, underscore; never a person's name. For example cv.stp.",
        "A clerk works on the own agency's tasks; a monitor assigns, confirms, returns; a leader decides extensions; an administrator keeps the lists; a viewer looks.",
        "An agency of today. A clerk needs one.",
        "Who is disabled cannot come in; the name stays in the log.",
    ],
    form_hints: [
        "F4 chooses; F10 saves; Esc goes back and keeps what was typed",
        "F4 chooses; F10 saves; Esc goes back, saves nothing",
    ],
    unchanged: "Nothing was changed yet.",
    saved: |login| format!("The account {login} was saved. F9 takes it back."),
    question: |login, closes| {
        if closes {
            format!(
                "Disable the account {login}? They cannot come in any more; a session that is open saves nothing more. Enter yes, Esc no."
            )
        } else {
            format!("Enable the account {login} again? F10 yes, Esc no.")
        }
    },
    question_titles: ["Disable an account", "Enable an account"],
    switched: |login, closes| {
        let what = if closes { "disabled" } else { "enabled" };
        format!("The account {login} was {what}. F9 takes it back.")
    },
    fault: |fault| match fault {
        AccountFault::BadLogin(login) => {
            format!("\"{login}\" is no login: 2 to 32 small letters, digits, . - _")
        }
        AccountFault::Taken(login) => {
            format!("There is an account {login} already. Choose another, or change that one.")
        }
        AccountFault::Unknown(login) => {
            format!("There is no account {login}. See: cchc user list.")
        }
        AccountFault::Changed(login) => {
            format!("Somebody has just changed the account {login}. Look again, then save.")
        }
        AccountFault::NoSuchRole(text) => format!(
            "There is no role \"{text}\". There are: viewer, clerk, monitor, leader, administrator."
        ),
        AccountFault::NeedsAgency(login) => {
            format!("{login} is an agency's clerk and needs an agency. Choose one, then save.")
        }
        AccountFault::NoSuchAgency(code) => {
            format!("The agency {code} is no more. Choose one of today; see cchc agency list.")
        }
        AccountFault::Oneself(login) => {
            format!("{login} is your own account: nobody changes the own role or disables oneself.")
        }
        AccountFault::LastAdministrator(login) => {
            format!("{login} is the last administrator. Make somebody else one first.")
        }
        AccountFault::AdministratorFirst(login) => format!(
            "{login} was not entered: there is no administrator yet. First: cchc user add LOGIN --role administrator"
        ),
    },
    thing: |thing| match thing {
        Thing::Account(login) => format!("the account {login}"),
        Thing::Setting(setting) => format!("the setting \"{}\"", (office::EN.label)(*setting)),
    },
};
