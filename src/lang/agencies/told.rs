//! What a reorganisation does, in sentences.

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::calendar::DayKind;
use crate::lang::Language::{English, Vietnamese};
use crate::lang::format::{date, number};

/// What goes from one agency to another, as it is told.
#[derive(Debug, Clone, Copy)]
pub struct Going<'a> {
    /// The code of the lead so far.
    pub from: &'a str,
    /// The code of the new lead.
    pub to: Option<&'a str>,
    /// Open tasks.
    pub open: i64,
    /// Series.
    pub series: i64,
    /// Closed tasks that stay.
    pub closed: Option<i64>,
}

/// Sentences about what a reorganisation or an edit of the calendar does.
#[derive(Debug)]
pub struct ToldWords {
    /// A version ends.
    pub ends: fn(&Agency) -> String,
    /// A version begins.
    pub begins: fn(&Agency) -> String,
    /// Tasks go to a successor, or wait for one.
    pub goes: fn(&Going<'_>) -> String,
    /// An account goes along, or somebody has to decide: login, old code, new code.
    pub account: fn(&str, &str, Option<&str>) -> String,
    /// The day is still to come.
    pub later: &'static str,
    /// Nothing that is open is touched.
    pub nothing_open: &'static str,
    /// It is done.
    pub done: fn(i64, i64) -> String,
    /// It is done, and nothing had to be handed over.
    pub kept: &'static str,
    /// It was done before under the same key.
    pub done_before: &'static str,
    /// From when to when a version is valid; open ends are left open.
    pub validity: fn(&Agency) -> String,
    /// A kind of agency.
    pub kind: fn(AgencyKind) -> &'static str,
    /// What a row of the calendar makes of its day.
    pub day_kind: fn(DayKind) -> &'static str,
    /// A projected day, an official one.
    pub standing: fn(bool) -> &'static str,
    /// So many days are set, removed, and so many tasks roll.
    pub days: fn(usize, usize, i64) -> String,
}

pub(super) const VI: ToldWords = ToldWords {
    ends: |agency| {
        let last = agency.valid_to.map_or_else(String::new, date);
        format!("{} {}: kết thúc {last}", agency.code, agency.name)
    },
    begins: |agency| {
        let first = agency.valid_from.map_or_else(String::new, date);
        format!("{} {}: bắt đầu {first}", agency.code, agency.name)
    },
    goes: |going| {
        let n = |value| number(value, Vietnamese);
        let mut text = match going.to {
            Some(to) => format!("{} nhiệm vụ đang mở: {} → {to}", n(going.open), going.from),
            None => format!(
                "{} nhiệm vụ đang mở của {}: chưa có đơn vị tiếp nhận",
                n(going.open),
                going.from
            ),
        };
        if going.series > 0 {
            text.push_str(&format!("; {} nhiệm vụ định kỳ", n(going.series)));
        }
        if let Some(closed) = going.closed {
            text.push_str(&format!("; {} đã kết thúc giữ nguyên", n(closed)));
        }
        text
    },
    account: |login, from, to| match to {
        Some(to) => format!("Tài khoản {login}: {from} → {to}"),
        None => format!("Tài khoản {login} ({from}): cần chuyển hoặc đóng"),
    },
    later: "Ngày này chưa đến: nhiệm vụ và tài khoản bàn giao sau, khi đến ngày.",
    nothing_open: "Không có nhiệm vụ đang mở nào.",
    done: |handed, orphans| {
        let n = |value| number(value, Vietnamese);
        match orphans {
            0 => format!("Đã bàn giao {} nhiệm vụ.", n(handed)),
            _ => format!(
                "Đã bàn giao {} nhiệm vụ; {} chưa có đơn vị tiếp nhận.",
                n(handed),
                n(orphans)
            ),
        }
    },
    kept: "Đã ghi; không nhiệm vụ nào phải bàn giao.",
    done_before: "Đã thực hiện trước đó.",
    validity: |agency| match (agency.valid_from, agency.valid_to) {
        (Some(from), Some(to)) => format!("{} - {}", date(from), date(to)),
        (Some(from), None) => format!("từ {}", date(from)),
        (None, Some(to)) => format!("đến {}", date(to)),
        (None, None) => String::new(),
    },
    kind: |kind| match kind {
        AgencyKind::Department => "sở",
        AgencyKind::Board => "ban",
        AgencyKind::Sector => "ngành",
        AgencyKind::District => "quận",
        AgencyKind::RuralDistrict => "huyện",
        AgencyKind::City => "thành phố",
        AgencyKind::Province => "tỉnh",
        AgencyKind::Ward => "phường",
        AgencyKind::Commune => "xã",
        AgencyKind::SpecialZone => "đặc khu",
        AgencyKind::Other => "khác",
    },
    day_kind: |kind| match kind {
        DayKind::Holiday => "nghỉ lễ",
        DayKind::SwapOff => "nghỉ bù",
        DayKind::SwapWork => "làm bù",
    },
    standing: |projected| {
        if projected {
            "dự kiến"
        } else {
            "chính thức"
        }
    },
    days: |set, removed, moved| {
        let days = match (set, removed) {
            (set, 0) => format!("Ghi {set} ngày"),
            (0, removed) => format!("Bỏ {removed} ngày"),
            (set, removed) => format!("Ghi {set} ngày, bỏ {removed} ngày"),
        };
        match moved {
            0 => format!("{days}; không nhiệm vụ nào dời hạn."),
            _ => format!(
                "{days}; {} nhiệm vụ dời hạn tính trễ.",
                number(moved, Vietnamese)
            ),
        }
    },
};

pub(super) const EN: ToldWords = ToldWords {
    ends: |agency| {
        let last = agency.valid_to.map_or_else(String::new, date);
        format!("{} {}: ends {last}", agency.code, agency.name)
    },
    begins: |agency| {
        let first = agency.valid_from.map_or_else(String::new, date);
        format!("{} {}: begins {first}", agency.code, agency.name)
    },
    goes: |going| {
        let n = |value| number(value, English);
        let mut text = match going.to {
            Some(to) => format!("{} open: {} → {to}", n(going.open), going.from),
            None => format!("{} open of {}: without a lead", n(going.open), going.from),
        };
        if going.series > 0 {
            text.push_str(&format!("; {} recurring", n(going.series)));
        }
        if let Some(closed) = going.closed {
            text.push_str(&format!("; {} closed stay", n(closed)));
        }
        text
    },
    account: |login, from, to| match to {
        Some(to) => format!("Account {login}: {from} → {to}"),
        None => format!("Account {login} ({from}): to be moved or closed"),
    },
    later: "The day has not come: tasks and accounts are handed over later, when it has.",
    nothing_open: "Nothing is open.",
    done: |handed, orphans| {
        let n = |value| number(value, English);
        match orphans {
            0 => format!("{} tasks handed over.", n(handed)),
            _ => format!(
                "{} tasks handed over; {} without a lead.",
                n(handed),
                n(orphans)
            ),
        }
    },
    kept: "Saved; no task had to be handed over.",
    done_before: "It was done before.",
    validity: |agency| match (agency.valid_from, agency.valid_to) {
        (Some(from), Some(to)) => format!("{} - {}", date(from), date(to)),
        (Some(from), None) => format!("from {}", date(from)),
        (None, Some(to)) => format!("until {}", date(to)),
        (None, None) => String::new(),
    },
    kind: |kind| match kind {
        AgencyKind::Department => "department",
        AgencyKind::Board => "board",
        AgencyKind::Sector => "sector",
        AgencyKind::District => "district",
        AgencyKind::RuralDistrict => "rural district",
        AgencyKind::City => "city",
        AgencyKind::Province => "province",
        AgencyKind::Ward => "ward",
        AgencyKind::Commune => "commune",
        AgencyKind::SpecialZone => "special zone",
        AgencyKind::Other => "other",
    },
    day_kind: |kind| match kind {
        DayKind::Holiday => "holiday",
        DayKind::SwapOff => "day off in lieu",
        DayKind::SwapWork => "make-up day",
    },
    standing: |projected| if projected { "projected" } else { "official" },
    days: |set, removed, moved| {
        let days = match (set, removed) {
            (set, 0) => format!("Days set: {set}"),
            (0, removed) => format!("Days removed: {removed}"),
            (set, removed) => format!("Days set: {set}, removed: {removed}"),
        };
        match moved {
            0 => format!("{days}; no task falls due otherwise."),
            _ => format!(
                "{days}; tasks late by another date: {}.",
                number(moved, English)
            ),
        }
    },
};
