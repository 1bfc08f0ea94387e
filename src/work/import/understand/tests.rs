//! Rows as a careful clerk reads them.

use chrono::NaiveDate;

use super::*;
use crate::domain::{agency, area, id::DocumentId};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Understands a row of the plan 9010/KH-UBND.
fn read(texts: Texts<'_>) -> Understood {
    read_knowing(texts, &Variants::default())
}

/// The same, with what a person has settled.
fn read_knowing(texts: Texts<'_>, variants: &Variants) -> Understood {
    let directory = Directory::new(&agency::official());
    let known = [Document {
        id: DocumentId(1),
        kind: "Chỉ thị".to_owned(),
        symbol: "901/CT-UBND".to_owned(),
        date: Some(day("2022-05-10")),
        issuer: "UBND".to_owned(),
        summary: String::new(),
        code: "CT901/22".to_owned(),
        bases: Vec::new(),
        skips_confirmation: false,
    }];
    let knowledge = Knowledge {
        directory: &directory,
        areas: &area::official(),
        calendar: &Calendar::new(Vec::new()),
        rules: Rules::default(),
        document: DocumentReference::parse("Kế hoạch số 9010/KH-UBND ngày 25/01/2022"),
        documents: &known,
        today: day("2026-01-05"),
        variants,
        memory: Memory::default(),
    };
    understand(texts, &knowledge)
}

fn codes(row: &Understood) -> Vec<&str> {
    row.remarks
        .iter()
        .map(|remark| remark.code.as_str())
        .collect()
}

fn a_row<'a>() -> Texts<'a> {
    Texts {
        row: 1,
        content: "Rà soát",
        lead: "Sở Nội vụ",
        deadline: "30/6/2022",
        ..Texts::default()
    }
}

#[test]
fn a_cell_that_names_another_area_than_its_heading_wins_and_somebody_looks() {
    let area_of = |cell, heading| {
        let row = read(Texts {
            area: cell,
            heading,
            ..a_row()
        });
        let code = |id: AreaId| area::official().into_iter().find(|it| it.id == id);
        let code = row.area.and_then(code).map(|area| area.code);
        (code.unwrap_or_default(), codes(&row).join(" "))
    };
    let plain = |code: &str| (code.to_owned(), String::new());
    assert_eq!(area_of("", Some("II. Cải cách thể chế")), plain("TC"));
    assert_eq!(area_of("Thể chế", Some("Cải cách thể chế")), plain("TC"));
    assert_eq!(area_of("CCHC", Some("Cải cách thể chế")), plain("TC"));
    assert_eq!(area_of("TTHC", Some("Nhiệm vụ chung")), plain("TTHC"));
    assert_eq!(area_of("", Some("Nhiệm vụ chung")), plain(""));
    let contradicted = ("TTHC".to_owned(), "area_differs_from_heading".to_owned());
    assert_eq!(area_of("TTHC", Some("Cải cách thể chế")), contradicted);
}

#[test]
fn a_blank_cell_has_the_area_of_the_heading_and_not_of_a_cell_that_contradicted_it() {
    let area_of = |heading| {
        let row = read(Texts {
            area: "Tài chính công",
            is_area_carried: true,
            heading,
            ..a_row()
        });
        let area = area::official()
            .into_iter()
            .find(|it| Some(it.id) == row.area);
        area.map(|area| area.code).unwrap_or_default()
    };
    assert_eq!(area_of(Some("Đẩy mạnh cải cách thể chế")), "TC");
    assert_eq!(area_of(Some("Nhiệm vụ chung")), "TCC");
    assert_eq!(area_of(None), "TCC");
}

#[test]
fn a_slip_is_named_and_needs_no_review() {
    let row = read(Texts {
        lead: "Sỡ Tư pháp",
        ..a_row()
    });
    let [note] = row.remarks.as_slice() else {
        panic!("{:?}", row.remarks);
    };
    assert!(note.is_note);
    assert_eq!(note.detail, "Sỡ Tư pháp = Sở Tư pháp (STP)");
    assert_eq!(row.doubts(), []);
}

#[test]
fn a_document_cited_without_its_day_has_the_day_of_the_one_that_is_known() {
    let date = |document| {
        let row = read(Texts {
            document,
            ..a_row()
        });
        row.document_date
    };
    assert_eq!(date("901/CT-UBND"), Some(day("2022-05-10")));
    assert_eq!(date("KH 9010/KH-UBND"), Some(day("2022-01-25")));
    assert_eq!(date("902/CT-UBND"), None);
    assert_eq!(date(""), Some(day("2022-01-25")));
}

#[test]
fn what_the_file_did_to_a_row_is_said() {
    let row = read(Texts {
        decoded: Some(Coding::Tcvn3),
        merged: vec![Column::Support],
        failed: vec![Column::Product],
        is_hidden: true,
        support: "Sở Tài chính",
        product: "#REF!",
        ..a_row()
    });
    assert_eq!(
        codes(&row),
        [
            "legacy_coding",
            "hidden_row",
            "failed_formula",
            "merged_cell"
        ]
    );
}

#[test]
fn work_is_the_same_where_it_falls_due_on_the_same_day() {
    let agencies = agency::official();
    let key = |deadline, lead| {
        let texts = Texts {
            deadline,
            lead,
            ..a_row()
        };
        read(texts).twin_key(&agencies)
    };
    assert_eq!(key("30/6/2022", "SNV"), key("Quý II/2022", "Sở Nội vụ"));
    assert_ne!(key("30/6/2022", "SNV"), key("30/6/2022", "STC"));
    assert_ne!(key("Thường xuyên", "SNV"), key("", "SNV"));
}

#[test]
fn of_several_leads_the_one_that_a_person_chose_leads_and_the_others_support() {
    let official = agency::official();
    let id = |code: &str| {
        let found = official.iter().find(|agency| agency.code == code);
        found.expect("an agency").id
    };
    let texts = || Texts {
        lead: "Sở Nội vụ; Sở Tài chính",
        support: "Sở Y tế",
        ..a_row()
    };
    assert!(codes(&read(texts())).contains(&"several_leads"));
    let mut variants = Variants::default();
    let parts = ["STC", "SNV"].map(|code| Part::Agency(id(code)));
    variants.insert("Sở Nội vụ; Sở Tài chính", parts.to_vec());
    let row = read_knowing(texts(), &variants);
    assert_eq!(row.lead, Some(id("STC")));
    assert_eq!(row.lead_names(&official), ["STC"]);
    assert_eq!(row.supporting, "SNV; SYT");
    assert!(!codes(&row).contains(&"several_leads"));
}
