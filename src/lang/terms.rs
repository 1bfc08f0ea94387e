//! The words of the domain: statuses, conditions, deeds, roles.

use crate::domain::agency::Group;
use crate::domain::condition::{Condition, ConditionKind};
use crate::domain::status::Status;
use crate::domain::transition::Deed;
use crate::domain::user::Role;

/// The words of the domain in one language.
#[derive(Debug)]
pub struct Terms {
    /// A status in full: "Đang thực hiện".
    pub status: fn(Status) -> &'static str,
    /// A status in five cells: "Đang".
    pub short_status: fn(Status) -> &'static str,
    /// A condition without its days: "quá hạn".
    pub condition_kind: fn(ConditionKind) -> &'static str,
    /// A condition in words, with its days: "trễ 28 ngày".
    pub condition: fn(Condition) -> String,
    /// A deed as a heading: "Báo cáo HT".
    pub deed: fn(Deed) -> &'static str,
    /// A row of the log, by its code: deeds, and `create`, `edit`, `undo`, `redo`, `import`.
    pub log_entry: fn(&str) -> &'static str,
    /// A role: "chuyên viên theo dõi".
    pub role: fn(Role) -> &'static str,
    /// A group that a document names instead of its members.
    pub group: fn(Group) -> &'static str,
    /// Where the lead agency is not known.
    pub no_agency: &'static str,
    /// "Tất cả".
    pub all: &'static str,
}

impl Terms {
    /// The supporting agencies as they are written, groups in words.
    #[must_use]
    pub fn supporting(&self, written: &str) -> String {
        let names = written.split(';').map(str::trim);
        let names = names.filter(|name| !name.is_empty());
        let names: Vec<&str> = names
            .map(|name| Group::from_token(name).map_or(name, self.group))
            .collect();
        names.join(", ")
    }
}

pub(super) const VI: Terms = Terms {
    status: |status| match status {
        Status::Draft => "Nháp",
        Status::NotStarted => "Chưa thực hiện",
        Status::InProgress => "Đang thực hiện",
        Status::Awaiting => "Chờ xác nhận",
        Status::Done => "Hoàn thành",
        Status::Suspended => "Tạm dừng",
        Status::Dropped => "Thôi theo dõi",
    },
    short_status: |status| match status {
        Status::Draft => "Nháp",
        Status::NotStarted => "Chưa",
        Status::InProgress => "Đang",
        Status::Awaiting => "Chờ",
        Status::Done => "Xong",
        Status::Suspended => "Dừng",
        Status::Dropped => "Thôi",
    },
    condition_kind: |kind| match kind {
        ConditionKind::NoDue => "không hạn",
        ConditionKind::InTime => "trong hạn",
        ConditionKind::DueSoon => "sắp đến hạn",
        ConditionKind::Overdue => "quá hạn",
        ConditionKind::DoneOnTime => "hoàn thành đúng hạn",
        ConditionKind::DoneLate => "hoàn thành trễ hạn",
    },
    condition: |condition| match condition {
        Condition::NoDue => "không hạn".to_owned(),
        Condition::InTime { left } if left < 0 => "trong hạn".to_owned(),
        Condition::InTime { left } => format!("còn {left} ngày làm việc"),
        Condition::DueSoon { left: 0, .. } => "đến hạn hôm nay".to_owned(),
        Condition::DueSoon { left, .. } => format!("sắp đến hạn, còn {left} ngày làm việc"),
        Condition::Overdue { days: 0 } => "quá hạn".to_owned(),
        Condition::Overdue { days } => format!("trễ {days} ngày làm việc"),
        Condition::DoneOnTime => "đúng hạn".to_owned(),
        Condition::DoneLate { days: 0 } => "hoàn thành trễ".to_owned(),
        Condition::DoneLate { days } => format!("hoàn thành trễ {days} ngày làm việc"),
    },
    deed: |deed| match deed {
        Deed::Assign => "Giao",
        Deed::Accept => "Tiếp nhận",
        Deed::Dispute => "Trả lại vì giao sai",
        Deed::Progress => "Cập nhật tiến độ",
        Deed::Submit => "Báo cáo HT",
        Deed::Confirm => "Xác nhận",
        Deed::Return => "Trả lại",
        Deed::Transfer => "Chuyển đơn vị",
        Deed::Suspend => "Tạm dừng",
        Deed::Resume => "Tiếp tục",
        Deed::Drop => "Thôi theo dõi",
        Deed::Reopen => "Mở lại",
        Deed::AskExtension => "Xin gia hạn",
        Deed::Extend => "Gia hạn",
        Deed::RefuseExtension => "Không cho gia hạn",
        Deed::Urge => "Đôn đốc",
        Deed::Insist => "Giữ nguyên chủ trì",
        Deed::AskSupport => "Đề nghị phối hợp",
        Deed::AnswerSupport => "Trả lời phối hợp",
        Deed::WithdrawSupport => "Rút đề nghị",
        Deed::AskExplanation => "Yêu cầu giải trình",
        Deed::Explain => "Giải trình",
        Deed::Criticise => "Phê bình",
        Deed::Propose => "Kiến nghị xử lý",
        Deed::Excuse => "Trễ khách quan",
        Deed::Unexcuse => "Bỏ trễ khách quan",
        Deed::CorrectDue => "Đính chính hạn",
        Deed::Issue => "Ban hành văn bản",
        Deed::Measure => "Cập nhật chỉ tiêu",
        Deed::ReachStage => "Xong giai đoạn",
    },
    log_entry: |code| match Deed::from_code(code) {
        Some(deed) => (VI.deed)(deed),
        None => match code {
            "create" => "Tạo mới",
            "edit" => "Sửa",
            "undo" => "Hoàn tác",
            "redo" => "Làm lại",
            "import" => "Nhập",
            "occurrence" => "Mở kỳ mới",
            "calendar" | "day_off" => "Sửa lịch nghỉ",
            "report_window" => "Sửa kỳ báo cáo",
            "hand_over" => "Bàn giao",
            "agency" => "Sắp xếp cơ quan",
            "user" => "Sửa tài khoản",
            "indicator" => "Sửa chỉ tiêu",
            "reading" => "Nhập số liệu chỉ tiêu",
            "caseload" => "Nhập số liệu hồ sơ",
            "setting" => "Sửa cài đặt",
            "repair" => "Tạo lại số đếm",
            _ => "Thay đổi",
        },
    },
    role: |role| match role {
        Role::Viewer => "người xem",
        Role::Clerk => "chuyên viên đơn vị",
        Role::Monitor => "chuyên viên theo dõi",
        Role::Leader => "lãnh đạo",
        Role::Administrator => "quản trị",
        Role::Owner => "người dùng máy này",
    },
    group: |group| match group {
        Group::DepartmentsAndBoards => "các sở, ban, ngành",
        Group::Districts => "các quận, huyện",
        Group::Communes => "các phường, xã",
        Group::All => "các cơ quan, đơn vị",
        Group::Concerned => "các đơn vị liên quan",
    },
    no_agency: "Chưa rõ cơ quan",
    all: "Tất cả",
};

pub(super) const EN: Terms = Terms {
    status: |status| match status {
        Status::Draft => "Draft",
        Status::NotStarted => "Not started",
        Status::InProgress => "In progress",
        Status::Awaiting => "Awaiting confirmation",
        Status::Done => "Done",
        Status::Suspended => "Suspended",
        Status::Dropped => "Dropped",
    },
    short_status: |status| match status {
        Status::Draft => "Draft",
        Status::NotStarted => "New",
        Status::InProgress => "Work",
        Status::Awaiting => "Await",
        Status::Done => "Done",
        Status::Suspended => "Susp",
        Status::Dropped => "Drop",
    },
    condition_kind: |kind| match kind {
        ConditionKind::NoDue => "no due date",
        ConditionKind::InTime => "in time",
        ConditionKind::DueSoon => "due soon",
        ConditionKind::Overdue => "overdue",
        ConditionKind::DoneOnTime => "done on time",
        ConditionKind::DoneLate => "done late",
    },
    condition: |condition| match condition {
        Condition::NoDue => "no due date".to_owned(),
        Condition::InTime { left } if left < 0 => "in time".to_owned(),
        Condition::InTime { left } => format!("{left} working days left"),
        Condition::DueSoon { left: 0, .. } => "due today".to_owned(),
        Condition::DueSoon { left, .. } => format!("due soon, {left} working days left"),
        Condition::Overdue { days: 0 } => "overdue".to_owned(),
        Condition::Overdue { days } => format!("{days} working days late"),
        Condition::DoneOnTime => "on time".to_owned(),
        Condition::DoneLate { days: 0 } => "done late".to_owned(),
        Condition::DoneLate { days } => format!("done {days} working days late"),
    },
    deed: |deed| match deed {
        Deed::Assign => "Assign",
        Deed::Accept => "Accept",
        Deed::Dispute => "Not ours",
        Deed::Progress => "Progress",
        Deed::Submit => "Report done",
        Deed::Confirm => "Confirm",
        Deed::Return => "Return",
        Deed::Transfer => "Transfer",
        Deed::Suspend => "Suspend",
        Deed::Resume => "Resume",
        Deed::Drop => "Drop",
        Deed::Reopen => "Reopen",
        Deed::AskExtension => "Ask for extension",
        Deed::Extend => "Extend",
        Deed::RefuseExtension => "Refuse extension",
        Deed::Urge => "Urge",
        Deed::Insist => "Insist",
        Deed::AskSupport => "Ask for support",
        Deed::AnswerSupport => "Answer request",
        Deed::WithdrawSupport => "Take request back",
        Deed::AskExplanation => "Ask to explain",
        Deed::Explain => "Explain",
        Deed::Criticise => "Criticise",
        Deed::Propose => "Propose responsibility",
        Deed::Excuse => "Excuse delay",
        Deed::Unexcuse => "Excuse no more",
        Deed::CorrectDue => "Correct due date",
        Deed::Issue => "Document issued",
        Deed::Measure => "Value reached",
        Deed::ReachStage => "Stage reached",
    },
    log_entry: |code| match Deed::from_code(code) {
        Some(deed) => (EN.deed)(deed),
        None => match code {
            "create" => "Created",
            "edit" => "Edited",
            "undo" => "Undone",
            "redo" => "Redone",
            "import" => "Imported",
            "occurrence" => "New period",
            "calendar" | "day_off" => "Calendar edited",
            "report_window" => "Reporting window edited",
            "hand_over" => "Handed over",
            "agency" => "Agency reorganised",
            "user" => "Account edited",
            "indicator" => "Indicator edited",
            "setting" => "Setting changed",
            "repair" => "Counters made anew",
            "reading" => "Values entered",
            "caseload" => "Files entered",
            _ => "Changed",
        },
    },
    role: |role| match role {
        Role::Viewer => "viewer",
        Role::Clerk => "agency clerk",
        Role::Monitor => "monitor",
        Role::Leader => "leader",
        Role::Administrator => "administrator",
        Role::Owner => "this machine's user",
    },
    group: |group| match group {
        Group::DepartmentsAndBoards => "all departments and boards",
        Group::Districts => "all districts",
        Group::Communes => "all communes",
        Group::All => "all agencies",
        Group::Concerned => "the agencies concerned",
    },
    no_agency: "Agency unknown",
    all: "All",
};
