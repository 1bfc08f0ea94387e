//! The words of follow-up: requests to others, explanations, discipline, what is reached.

use crate::domain::transition::Deed;

/// The words of follow-up.
#[derive(Debug)]
pub struct FollowWords {
    /// Label: who has the ball.
    pub waits: &'static str,
    /// Who has it, since which day, for so many working days.
    pub since: fn(&str, &str, i64) -> String,
    /// The monitor, as the one who has it.
    pub monitor: &'static str,
    /// The leader who assigned it.
    pub leader: &'static str,
    /// Label: what others were asked.
    pub requests: &'static str,
    /// Who was asked, when, until when, for what.
    pub requested: fn(&str, &str, Option<&str>, &str) -> String,
    /// Answered on this day, with this.
    pub answered: fn(&str, &str) -> String,
    /// Taken back on this day.
    pub withdrawn: fn(&str) -> String,
    /// No answer yet.
    pub unanswered: &'static str,
    /// Label: the delay.
    pub delay: &'static str,
    /// It is excused.
    pub excused: &'static str,
    /// An explanation is outstanding: asked when, until when.
    pub to_explain: fn(&str, Option<&str>) -> String,
    /// Label: how it was followed.
    pub followed: &'static str,
    /// Field: what the progress is so far.
    pub progress: &'static str,
    /// Field: which supporting agency.
    pub asked_agency: &'static str,
    /// Field: what it is asked for.
    pub question: &'static str,
    /// Field: until when an answer is wanted.
    pub wanted_by: &'static str,
    /// Field: which request.
    pub request: &'static str,
    /// Field: the answer.
    pub answer: &'static str,
    /// Field: what the head says.
    pub explanation: &'static str,
    /// Field: the date as it should have been.
    pub right_date: &'static str,
    /// Field: the day of issue.
    pub issued_on: &'static str,
    /// Field: which stage.
    pub stage: &'static str,
    /// Field: the day on which it was reached.
    pub reached_on: &'static str,
    /// Field: the value that is reached, in this unit.
    pub value: fn(&str) -> String,
    /// The agency of that code is asked.
    pub asks: fn(&str) -> String,
    /// It answers.
    pub answers: fn(&str) -> String,
    /// What it was asked is taken back.
    pub withdraws: fn(&str) -> String,
    /// The head is asked to explain, for the so-manieth time.
    pub asks_to_explain: fn(u32) -> String,
    /// Criticised.
    pub criticises: fn(u32) -> String,
    /// Responsibility is proposed.
    pub proposes: fn(u32) -> String,
    /// The stage of that name is reached.
    pub reaches: fn(&str) -> String,
    /// The document is issued.
    pub issues: fn(&str) -> String,
    /// What a deed without figures does.
    pub does: fn(Deed) -> &'static str,
}

pub(super) const VI: FollowWords = FollowWords {
    waits: "Đang chờ",
    since: |who, day, days| format!("{who} từ {day}, {days} ngày làm việc"),
    monitor: "bên theo dõi",
    leader: "lãnh đạo",
    requests: "Phối hợp",
    requested: |agency, day, due, text| match due {
        Some(due) => format!("{agency}, hỏi {day}, trước {due}: {text}"),
        None => format!("{agency}, hỏi {day}: {text}"),
    },
    answered: |day, text| format!("trả lời {day}: {text}"),
    withdrawn: |day| format!("đã rút {day}"),
    unanswered: "chưa trả lời",
    delay: "Trễ",
    excused: "khách quan, thống kê riêng",
    to_explain: |day, due| match due {
        Some(due) => format!("yêu cầu {day}, trước {due}, chưa có"),
        None => format!("yêu cầu {day}, chưa có"),
    },
    followed: "Theo dõi",
    progress: "Tiến độ đến nay",
    asked_agency: "Hỏi cơ quan",
    question: "Nội dung đề nghị",
    wanted_by: "Trả lời trước",
    request: "Đề nghị",
    answer: "Trả lời",
    explanation: "Giải trình",
    right_date: "Hạn đúng",
    issued_on: "Ngày ban hành",
    stage: "Giai đoạn",
    reached_on: "Ngày xong",
    value: |unit| match unit {
        "" => "Đạt được".to_owned(),
        unit => format!("Đạt được ({unit})"),
    },
    asks: |agency| format!("đề nghị {agency} phối hợp"),
    answers: |agency| format!("{agency} trả lời"),
    withdraws: |agency| format!("rút đề nghị gửi {agency}"),
    asks_to_explain: |count| format!("yêu cầu giải trình lần {count}"),
    criticises: |count| format!("phê bình lần {count}"),
    proposes: |count| format!("kiến nghị xử lý trách nhiệm lần {count}"),
    reaches: |label| format!("xong giai đoạn {label}"),
    issues: |number| format!("ban hành {number}"),
    does: |deed| match deed {
        Deed::Insist => "giữ nguyên cơ quan chủ trì",
        Deed::Explain => "đã giải trình",
        Deed::Excuse => "trễ khách quan, thống kê riêng",
        Deed::Unexcuse => "không còn là trễ khách quan",
        Deed::Issue => "ban hành …",
        // These say what they do by status, date or note.
        Deed::Assign
        | Deed::Accept
        | Deed::Dispute
        | Deed::Progress
        | Deed::Submit
        | Deed::Confirm
        | Deed::Return
        | Deed::Transfer
        | Deed::Suspend
        | Deed::Resume
        | Deed::Drop
        | Deed::Reopen
        | Deed::AskExtension
        | Deed::Extend
        | Deed::RefuseExtension
        | Deed::Urge
        | Deed::AskSupport
        | Deed::AnswerSupport
        | Deed::WithdrawSupport
        | Deed::AskExplanation
        | Deed::Criticise
        | Deed::Propose
        | Deed::CorrectDue
        | Deed::Measure
        | Deed::ReachStage => "",
    },
};

pub(super) const EN: FollowWords = FollowWords {
    waits: "Waits for",
    since: |who, day, days| format!("{who} since {day}, {days} working days"),
    monitor: "the monitor",
    leader: "the leader",
    requests: "Support",
    requested: |agency, day, due, text| match due {
        Some(due) => format!("{agency}, asked {day}, by {due}: {text}"),
        None => format!("{agency}, asked {day}: {text}"),
    },
    answered: |day, text| format!("answered {day}: {text}"),
    withdrawn: |day| format!("taken back {day}"),
    unanswered: "no answer yet",
    delay: "Delay",
    excused: "excused, counted apart",
    to_explain: |day, due| match due {
        Some(due) => format!("asked {day}, by {due}, outstanding"),
        None => format!("asked {day}, outstanding"),
    },
    followed: "Follow-up",
    progress: "Progress so far",
    asked_agency: "Asked agency",
    question: "Request",
    wanted_by: "Answer by",
    request: "Request",
    answer: "Answer",
    explanation: "Explanation",
    right_date: "Right date",
    issued_on: "Date of issue",
    stage: "Stage",
    reached_on: "Reached on",
    value: |unit| match unit {
        "" => "Reached".to_owned(),
        unit => format!("Reached ({unit})"),
    },
    asks: |agency| format!("{agency} is asked"),
    answers: |agency| format!("{agency} answers"),
    withdraws: |agency| format!("request to {agency} taken back"),
    asks_to_explain: |count| format!("explanation asked, no. {count}"),
    criticises: |count| format!("criticised, no. {count}"),
    proposes: |count| format!("responsibility proposed, no. {count}"),
    reaches: |label| format!("stage reached: {label}"),
    issues: |number| format!("issued: {number}"),
    does: |deed| match deed {
        Deed::Insist => "stays with its lead",
        Deed::Explain => "explained",
        Deed::Excuse => "delay excused, counted apart",
        Deed::Unexcuse => "delay not excused any more",
        Deed::Issue => "issued: …",
        Deed::Assign
        | Deed::Accept
        | Deed::Dispute
        | Deed::Progress
        | Deed::Submit
        | Deed::Confirm
        | Deed::Return
        | Deed::Transfer
        | Deed::Suspend
        | Deed::Resume
        | Deed::Drop
        | Deed::Reopen
        | Deed::AskExtension
        | Deed::Extend
        | Deed::RefuseExtension
        | Deed::Urge
        | Deed::AskSupport
        | Deed::AnswerSupport
        | Deed::WithdrawSupport
        | Deed::AskExplanation
        | Deed::Criticise
        | Deed::Propose
        | Deed::CorrectDue
        | Deed::Measure
        | Deed::ReachStage => "",
    },
};
