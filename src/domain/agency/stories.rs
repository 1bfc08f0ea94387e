//! Reorganisations on paper: what they do to the agencies, and what cannot be done.

// A story ends where it finds something else than it tells.
#![allow(clippy::panic)]

use chrono::NaiveDate;

use super::lineage::by_code;
use super::{
    Agency, AgencyKind, Consequences, Flaw, Heir, Newcomer, Reorganisation, Step, code_for,
    kind_of, official, work_out,
};
use crate::domain::id::AgencyId;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The agencies as they stood on a day: nobody knew yet what would come.
pub(crate) fn as_of(on: &str) -> Vec<Agency> {
    let on = day(on);
    let mut agencies = official();
    agencies.retain(|agency| !agency.begins_after(on));
    for agency in &mut agencies {
        if agency.valid_to.is_some_and(|last| last >= on) {
            agency.valid_to = None;
            agency.successors.clear();
        }
    }
    agencies
}

fn plan(on: &str, step: Step) -> Reorganisation {
    Reorganisation {
        on: day(on),
        document: "Nghị quyết số 01/NQ-HĐND".to_owned(),
        step,
    }
}

fn merge(codes: &[&str], into: Heir) -> Step {
    Step::Merge {
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        into,
    }
}

fn known(code: &str) -> Heir {
    Heir::Known(code.to_owned())
}

fn named(name: &str) -> Newcomer {
    Newcomer {
        name: name.to_owned(),
        ..Newcomer::default()
    }
}

fn try_on(agencies: &[Agency], on: &str, step: Step) -> Result<Consequences, Flaw> {
    work_out(agencies, &plan(on, step), day("2025-03-01"))
}

/// What a store does with it: ends rows, adds rows.
fn carried(agencies: &[Agency], made: &Consequences) -> Vec<Agency> {
    let mut all = agencies.to_vec();
    for agency in &made.ending {
        if let Some(row) = all.iter_mut().find(|row| row.id == agency.id) {
            *row = agency.clone();
        }
    }
    for agency in &made.beginning {
        let id = AgencyId(1 + all.iter().map(|row| row.id.0).max().unwrap_or(0));
        all.push(Agency {
            id,
            ..agency.clone()
        });
    }
    all
}

#[test]
fn two_departments_go_up_in_one_that_stays_and_one_that_is_new() {
    let agencies = as_of("2025-02-28");
    let made = try_on(
        &agencies,
        "2025-03-01",
        merge(&["SKHDT", "BDMDN", "STC"], known("STC")),
    );
    let made = made.expect("a sound plan");
    let ending: Vec<_> = made.ending.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(
        ending,
        ["SKHDT", "BDMDN"],
        "the one that stays does not end"
    );
    assert!(
        made.ending
            .iter()
            .all(|it| it.valid_to == Some(day("2025-02-28")))
    );
    assert!(made.ways.iter().all(|way| way.to.as_deref() == Some("STC")));

    let new = named("Sở Giao thông công chánh");
    let made = try_on(
        &agencies,
        "2025-03-01",
        merge(&["SGTVT", "VPATGT"], Heir::New(new)),
    );
    let made = made.expect("a sound plan");
    let [new] = made.beginning.as_slice() else {
        panic!("one begins: {made:?}");
    };
    assert_eq!(
        (new.code.as_str(), new.kind),
        ("SGTCC", AgencyKind::Department)
    );
    assert_eq!(new.head_title, "Giám đốc Sở");
    assert_eq!(new.parent_code.as_deref(), Some("UBNDTP"));
    assert_eq!(new.valid_from, Some(day("2025-03-01")));
}

#[test]
fn a_name_comes_back_as_another_agency_under_another_code() {
    let agencies = official();
    let before: Vec<_> = agencies
        .iter()
        .filter(|it| it.code != "SQHKT2")
        .cloned()
        .collect();
    let step = Step::Found {
        new: named("Sở Quy hoạch - Kiến trúc"),
    };
    let on = plan("2025-10-01", step);
    let made = work_out(&before, &on, day("2025-10-01")).expect("a sound plan");
    assert_eq!(
        made.beginning.first().map(|it| it.code.as_str()),
        Some("SQHKT2")
    );
    // But not while it is there.
    let again = work_out(&official(), &on, day("2025-10-01"));
    assert!(matches!(again, Err(Flaw::NameTaken { code, .. }) if code == "SQHKT2"));
}

#[test]
fn a_commune_may_bear_the_name_of_its_district() {
    let agencies = as_of("2025-06-30");
    let parts = ["Gia Định", "Bình Thạnh"];
    let parts = parts.map(|name| Heir::New(named(&format!("Ủy ban nhân dân phường {name}"))));
    let step = Step::Split {
        code: "QBTHANH".to_owned(),
        into: parts.to_vec(),
    };
    let made = work_out(&agencies, &plan("2025-07-01", step), day("2025-07-01")).expect("sound");
    let codes: Vec<_> = made.beginning.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["P-GIADINH", "P-BINHTHANH"]);
    assert_eq!(
        made.ways.first().map(|way| way.to.clone()),
        Some(None),
        "nobody takes over by itself"
    );
}

#[test]
fn what_cannot_be_is_said() {
    let agencies = as_of("2025-02-28");
    let refuse = |on: &str, step: Step| try_on(&agencies, on, step).expect_err("a flaw");
    let code = |text: &str| text.to_owned();
    assert_eq!(
        refuse("2025-03-01", merge(&["STC"], known("STC"))),
        Flaw::IntoItself(code("STC"))
    );
    assert_eq!(
        refuse("2025-03-01", merge(&["STC", "STC"], known("SNV"))),
        Flaw::Twice(code("STC"))
    );
    assert_eq!(
        refuse("2025-03-01", merge(&["NIX"], known("STC"))),
        Flaw::Unknown(code("NIX"))
    );
    assert_eq!(refuse("2025-03-01", merge(&[], known("STC"))), Flaw::Nobody);
    assert_eq!(
        refuse("2027-03-01", merge(&["STTTT"], known("SKHCN"))),
        Flaw::FarAhead(day("2027-03-01"))
    );
    let ended = refuse("2025-03-01", merge(&["BQLATTP"], known("SYT")));
    assert_eq!(
        ended,
        Flaw::Ended {
            code: code("BQLATTP"),
            on: day("2023-12-31")
        }
    );
    let no_heir = refuse("2025-03-01", merge(&["STTTT"], known("BQLATTP")));
    assert_eq!(
        no_heir,
        Flaw::NoHeir {
            code: code("BQLATTP"),
            on: day("2025-03-01")
        }
    );
    let early = refuse("2023-06-01", merge(&["SATTP"], known("SYT")));
    assert_eq!(
        early,
        Flaw::NotYet {
            code: code("SATTP"),
            from: day("2024-01-01")
        }
    );
    let split = |into| Step::Split {
        code: code("STC"),
        into,
    };
    assert_eq!(
        refuse("2025-03-01", split(vec![known("SNV")])),
        Flaw::TooFewParts
    );
    assert_eq!(
        refuse("2025-03-01", split(vec![known("SNV"), known("SNV")])),
        Flaw::Twice(code("SNV"))
    );
    let rename = |name: &str| Step::Rename {
        code: code("STC"),
        new: named(name),
    };
    assert_eq!(
        refuse("2025-03-01", rename("Sở Tài chính")),
        Flaw::NothingNew(code("STC"))
    );
    assert_eq!(refuse("2025-03-01", rename(" ")), Flaw::NoName);
    let found = |given: &str| Step::Found {
        new: Newcomer {
            code: Some(code(given)),
            ..named("Sở Mới")
        },
    };
    assert_eq!(
        refuse("2025-03-01", found("stc")),
        Flaw::CodeTaken(code("STC"))
    );
    assert_eq!(
        refuse("2025-03-01", found("SỞ MỚI")),
        Flaw::BadCode(code("SỞ MỚI"))
    );
    let without = Reorganisation {
        document: " ".to_owned(),
        ..plan("2025-03-01", found("SM"))
    };
    assert_eq!(
        work_out(&agencies, &without, day("2025-03-01")),
        Err(Flaw::NoDocument)
    );
}

/// The row of `agencies.csv` of this code, as a newcomer.
fn of_file(code: &str) -> Newcomer {
    let all = official();
    let row = by_code(&all, code).expect("a row");
    Newcomer {
        code: Some(row.code.clone()),
        name: row.name.clone(),
        kind: Some(row.kind),
        parent_code: row.parent_code.clone(),
        head_title: Some(row.head_title.clone()),
    }
}

#[test]
fn a_name_says_the_code_and_the_kind_of_most_of_our_agencies() {
    let none: Vec<Agency> = Vec::new();
    for code in [
        "SNNMT",
        "SDTTG",
        "SGTCC",
        "SKHDT",
        "P-SAIGON",
        "X-CANGIO",
        "DK-CONDAO",
    ] {
        assert_eq!(code_for(&of_file(code).name, &none), code);
    }
    let wrong: Vec<_> = official()
        .into_iter()
        .filter(|it| it.code != "BTG" && kind_of(&it.name) != it.kind)
        .map(|it| it.code)
        .collect();
    // Names that do not say it are entered with their kind.
    assert!(wrong.len() < 20, "{wrong:?}");
}

#[test]
fn the_reorganisations_of_2025_lead_from_the_agencies_of_february_to_those_of_the_file() {
    let file = official();
    let mut agencies = as_of("2025-02-28");
    for on in [
        "2025-03-01",
        "2025-05-01",
        "2025-07-01",
        "2025-07-28",
        "2025-10-01",
    ] {
        for step in steps_of(&file, day(on)) {
            let plan = plan(on, step);
            let made = work_out(&agencies, &plan, day(on));
            let made = made.unwrap_or_else(|flaw| panic!("{plan:?}: {flaw:?}"));
            agencies = carried(&agencies, &made);
        }
    }
    for row in &file {
        let found = by_code(&agencies, &row.code).expect("a version");
        let same = Agency {
            id: row.id,
            ..found.clone()
        };
        assert_eq!(&same, row);
    }
    assert_eq!(agencies.len(), file.len());
}

/// What the file says happened on a day, as steps: who begins and has no predecessor, then who ends.
pub(crate) fn steps_of(file: &[Agency], on: NaiveDate) -> Vec<Step> {
    let eve = on.pred_opt();
    let begins =
        |code: &str| by_code(file, code).is_some_and(|agency| agency.valid_from == Some(on));
    let ending: Vec<&Agency> = file.iter().filter(|it| it.valid_to == eve).collect();
    let is_sole_heir = |code: &str| ending.iter().any(|it| it.successors == [code]);
    let mut steps: Vec<Step> = file
        .iter()
        .filter(|it| it.valid_from == Some(on) && !is_sole_heir(&it.code))
        .map(|it| Step::Found {
            new: of_file(&it.code),
        })
        .collect();
    let mut heirs: Vec<&str> = Vec::new();
    for agency in &ending {
        match agency.successors.as_slice() {
            [] => steps.push(Step::Dissolve {
                code: agency.code.clone(),
            }),
            [heir] => {
                if !heirs.contains(&heir.as_str()) {
                    heirs.push(heir);
                }
            }
            several => steps.push(Step::Split {
                code: agency.code.clone(),
                into: several.iter().map(|code| known(code)).collect(),
            }),
        }
    }
    for heir in heirs {
        let codes: Vec<&str> = ending
            .iter()
            .filter(|it| it.successors == [heir])
            .map(|it| it.code.as_str())
            .collect();
        let into = if begins(heir) {
            Heir::New(of_file(heir))
        } else {
            known(heir)
        };
        steps.push(merge(&codes, into));
    }
    steps
}
