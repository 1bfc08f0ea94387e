//! Tasks, histories and queries as the dice fall; the same seed gives the same.

use chrono::{Days, NaiveDate};

use super::{CREATE, House, key, note};
use crate::domain::condition::ConditionKind;
use crate::domain::document::Document;
use crate::domain::follow_up::{ExplanationRequest, Stage, SupportRequest};
use crate::domain::id::{AgencyId, AreaId, DocumentId, TaskId};
use crate::domain::query::{Filter, Mark, Order, Query};
use crate::domain::status::Status;
use crate::domain::task::{Doubt, ExtensionRequest, Form, Task};
use crate::domain::user::{Role, User};

pub(super) type Dice = fastrand::Rng;

const WORDS: [&str; 12] = [
    "Rà soát",
    "thủ tục",
    "hành chính",
    "Kế hoạch",
    "đổi mới",
    "Đề án",
    "số hóa",
    "hồ sơ",
    "giải quyết",
    "tổ chức",
    "bộ máy",
    "công vụ",
];

pub(super) fn some_date(dice: &mut Dice) -> NaiveDate {
    super::date("2023-01-01") + Days::new(dice.u64(0..120))
}

fn maybe<T>(dice: &mut Dice, of_ten: u8, make: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    (dice.u8(0..10) < of_ten).then(|| make(dice))
}

fn random_task(dice: &mut Dice) -> Task {
    // Beside the others, so that the same seeds go on telling the same stories.
    let mut aside = dice.clone();
    aside.u64(..);
    let due = maybe(dice, 8, some_date);
    let effective_due = due.map(|due| due + Days::new(dice.u64(0..2)));
    let words: Vec<_> = (0..3).map(|_| WORDS[dice.usize(..WORDS.len())]).collect();
    let form = if dice.u8(0..12) == 0 {
        Form::Parent
    } else {
        Form::Task
    };
    // What is followed has dice of its own: the rest of the tasks stays as the tests know it.
    let more = &mut dice.clone();
    Task {
        code: format!("KH{}/{}", dice.u8(1..4), key()),
        title: words.join(" "),
        product: WORDS[dice.usize(..WORDS.len())].to_owned(),
        agency: AgencyId(dice.i64(0..6)),
        area: AreaId(dice.i64(0..4)),
        document: maybe(dice, 6, |dice| DocumentId(dice.i64(1..4))),
        status: Status::ALL[dice.usize(..7)],
        due,
        original_due: maybe(dice, 5, some_date).or(due),
        effective_due,
        assigned_on: maybe(&mut aside, 8, some_date),
        submitted_on: maybe(dice, 6, some_date),
        submitted_by: if dice.bool() {
            "cv.snv".to_owned()
        } else {
            "tt.vp".to_owned()
        },
        closed_on: maybe(dice, 5, some_date),
        doubts: maybe(dice, 2, |_| Doubt {
            code: "no_year".to_owned(),
            detail: String::new(),
        })
        .into_iter()
        .collect(),
        extension_asked: maybe(dice, 1, |dice| ExtensionRequest {
            due: some_date(dice),
            reason: "chờ ý kiến".to_owned(),
            asked_on: some_date(dice),
            is_late: false,
        }),
        is_disputed: dice.u8(0..8) == 0,
        is_gone: dice.u8(0..15) == 0,
        returns: dice.u32(0..2),
        urgings: more.u32(0..3),
        extensions: more.u32(0..3),
        explanations: more.u32(0..2),
        criticisms: u32::from(more.u8(0..6) == 0),
        is_excused: more.u8(0..6) == 0,
        explanation_asked: maybe(more, 2, |more| ExplanationRequest {
            asked_on: some_date(more),
            due: None,
        }),
        requests: maybe(more, 3, |more| request(1, more))
            .into_iter()
            .chain(maybe(&mut aside, 3, |aside| {
                request(aside.i64(2..4), aside)
            }))
            .collect(),
        proposals: u32::from(aside.u8(0..6) == 0),
        owes_document: aside.bool(),
        issued_on: maybe(&mut aside, 3, some_date),
        stages: (0..aside.usize(0..3))
            .map(|_| Stage {
                label: "trình".to_owned(),
                due: some_date(&mut aside),
                done_on: maybe(&mut aside, 5, some_date),
            })
            .collect(),
        ..Task::blank(form)
    }
}

fn request(agency: i64, dice: &mut Dice) -> SupportRequest {
    SupportRequest {
        agency: AgencyId(agency),
        text: "cho ý kiến".to_owned(),
        asked_on: some_date(dice),
        due: None,
        ended_on: maybe(dice, 5, some_date),
        answer: String::new(),
        is_withdrawn: false,
    }
}

fn some<T: Copy>(dice: &mut Dice, of_ten: u8, all: &[T]) -> Vec<T> {
    let count = maybe(dice, of_ten, |dice| dice.usize(1..3)).unwrap_or(0);
    let chosen = dice.choose_multiple(all, count);
    chosen.into_iter().copied().collect()
}

pub(super) fn random_query(dice: &mut Dice) -> Query {
    let mut aside = dice.clone();
    aside.u64(..);
    let agencies: Vec<_> = (0..6).map(AgencyId).collect();
    let areas: Vec<_> = (0..4).map(AreaId).collect();
    let documents: Vec<_> = (1..4).map(DocumentId).collect();
    let marks = [
        Mark::Review,
        Mark::ExtensionAsked,
        Mark::Disputed,
        Mark::Returned,
        Mark::MayConfirm,
        Mark::Held,
        Mark::SupportAsked,
        Mark::ToIssue,
        Mark::IssuedLate,
        Mark::ToExplain,
        Mark::NotAskedToExplain,
        Mark::Criticised,
        Mark::Excused,
        Mark::Proposed,
        Mark::Explained,
        Mark::Owing,
        Mark::OnFirst,
        Mark::LateFirst,
        Mark::OpenInTime,
    ];
    let texts = [
        "thu tuc",
        "ho so",
        "de",
        "doi m",
        "h",
        "so hoa ho so",
        "kh2",
        "may cong",
    ];
    let one_text = |dice: &mut Dice| {
        let forms = (0..dice.usize(1..3)).map(|_| texts[dice.usize(..texts.len())].to_owned());
        forms.collect::<Vec<String>>()
    };
    let filter = Filter {
        agencies: some(dice, 4, &agencies),
        areas: some(dice, 2, &areas),
        statuses: some(dice, 3, &Status::ALL),
        conditions: some(dice, 4, &ConditionKind::ALL),
        documents: some(dice, 2, &documents),
        due_from: maybe(dice, 2, some_date),
        assigned_from: maybe(&mut aside, 1, some_date),
        assigned_to: maybe(&mut aside, 1, some_date),
        changed_from: None,
        due_to: maybe(dice, 2, some_date),
        texts: (0..dice.usize(0..3).saturating_sub(dice.usize(0..2)))
            .map(|_| one_text(dice))
            .collect(),
        typed: Vec::new(),
        urged: maybe(dice, 1, |dice| dice.u32(0..3)),
        extended: maybe(dice, 1, |dice| dice.u32(0..3)),
        marks: some(dice, 2, &marks),
        parent: maybe(dice, 1, |_| TaskId(1)),
        asked: some(&mut aside, 1, &[AgencyId(1), AgencyId(2), AgencyId(3)]),
        stage_from: maybe(&mut aside, 1, some_date),
        stage_to: maybe(&mut aside, 1, some_date),
        ..Filter::default()
    };
    let order = [
        Order::Urgency,
        Order::Urgency,
        Order::Newest,
        Order::Document,
    ][dice.usize(..4)];
    Query { filter, order }
}

pub(super) fn filled(dice: &mut Dice, count: usize) -> House {
    let mut house = House::new();
    house.write(|writer| {
        for number in 1..=3 {
            writer.save_document(&Document {
                id: DocumentId(0),
                kind: "Kế hoạch".to_owned(),
                symbol: format!("{number}/KH-UBND"),
                date: None,
                issuer: String::new(),
                summary: String::new(),
                code: format!("KH{number}/23"),
                bases: Vec::new(),
                skips_confirmation: false,
            })?;
        }
        writer.insert_task(
            &Task {
                code: "P1".to_owned(),
                ..Task::blank(Form::Parent)
            },
            None,
            CREATE,
        )?;
        for _ in 0..count {
            let mut task = random_task(dice);
            task.parent = maybe(dice, 2, |_| TaskId(1));
            writer.insert_task(&task, None, CREATE)?;
        }
        Ok(())
    });
    house
}

/// Some rows become other rows, as saves, undos and edits of the calendar do.
pub(super) fn shaken(house: &mut House, dice: &mut Dice, times: usize) {
    let count = all_tasks(house).len() as i64;
    house.write(|writer| {
        for _ in 0..times {
            let before = writer.task(TaskId(dice.i64(1..=count)))?.unwrap();
            let other = random_task(dice);
            let after = match dice.u8(0..3) {
                0 => Task {
                    effective_due: other.effective_due.or(before.due),
                    ..before.clone()
                },
                1 => Task {
                    is_gone: !before.is_gone,
                    ..before.clone()
                },
                _ => Task {
                    id: before.id,
                    form: before.form,
                    parent: before.parent,
                    version: before.version,
                    ..other
                },
            };
            writer.save_task(&before, &after, note("edit"))?;
        }
        Ok(())
    });
}

pub(super) fn all_tasks(house: &House) -> Vec<Task> {
    (1..)
        .map_while(|id| house.store.task(TaskId(id)).unwrap())
        .collect()
}

pub(super) fn users() -> [User; 4] {
    let of = |role, agency| User {
        login: "cv.snv".to_owned(),
        agency,
        role,
    };
    [
        of(Role::Owner, None),
        of(Role::Monitor, Some(AgencyId(2))),
        of(Role::Clerk, Some(AgencyId(1))),
        of(Role::Leader, None),
    ]
}
