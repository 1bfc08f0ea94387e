//! Stories of the words of a filter: what a line means, what it does not, and back into words.

#![allow(clippy::panic)] // a test that fails panics

use super::*;
use crate::domain::agency::AgencyKind;
use crate::domain::condition::ConditionKind;
use crate::domain::id::{AgencyId, AreaId, BatchId, DocumentId, TaskId};
use crate::domain::query::Mark;
use crate::domain::status::Status;
use proptest::prelude::*;

struct Office {
    agencies: Vec<Agency>,
    areas: Vec<Area>,
    documents: Vec<Document>,
    calendar: Calendar,
}

impl Office {
    fn new() -> Self {
        let mut reader =
            csv::Reader::from_reader(&include_bytes!("../../../assets/agencies.csv")[..]);
        let agencies = (1..)
            .zip(reader.records())
            .map(|(id, record)| {
                let record = record.expect("our own file");
                let fields =
                    std::array::from_fn(|column| record.get(column).expect("eight columns"));
                Agency::from_fields(AgencyId(id), fields).expect("a sound row")
            })
            .collect();
        let document = |id, symbol: &str, code: &str| Document {
            id: DocumentId(id),
            kind: "Kế hoạch".to_owned(),
            symbol: symbol.to_owned(),
            date: None,
            issuer: String::new(),
            summary: String::new(),
            code: code.to_owned(),
            bases: Vec::new(),
            skips_confirmation: false,
        };
        Self {
            agencies,
            areas: crate::domain::area::official(),
            documents: vec![
                document(1, "901/CT-UBND", "CT901/22"),
                document(2, "9125/KH-UBND", "KH9125/23"),
                document(3, "125/KH-UBND", "KH125/22"),
                document(4, "125/KH-UBND", "KH125/23"),
            ],
            calendar: Calendar::default(),
        }
    }

    fn context(&self) -> FilterContext<'_> {
        FilterContext {
            agencies: &self.agencies,
            areas: &self.areas,
            documents: &self.documents,
            calendar: &self.calendar,
            today: day("2023-06-15"),
            in_english: false,
        }
    }

    fn read(&self, words: &str) -> Filter {
        parse(words, &self.context()).unwrap_or_else(|fault| panic!("{words}: {fault:?}"))
    }

    fn fault(&self, words: &str) -> FilterFault {
        parse(words, &self.context()).expect_err(words)
    }

    fn codes(&self, words: &str) -> Vec<&str> {
        let ids = self.read(words).agencies;
        let code = |id| {
            self.agencies
                .iter()
                .find(|agency| agency.id == id)
                .map_or("?", |agency| agency.code.as_str())
        };
        ids.into_iter().map(code).collect()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn a_blank_that_breaks_no_line_parts_words_as_any_other() {
    let office = Office::new();
    let filter = office.read("\"thủ\u{a0}tục\" điện\u{a0}tử");
    assert_eq!(
        filter.texts.first(),
        Some(&vec!["thu tuc".to_owned()]),
        "a phrase in a row"
    );
    assert_eq!(filter.texts.len(), 3);
    let words = describe(&filter, &office.context());
    assert_eq!(office.read(&words), filter, "{words:?}");
}

#[test]
fn the_example_of_the_design_is_understood_whole() {
    let office = Office::new();
    let filter = office.read(r#"cq:stc "quá hạn" hạn<30/6 "cải cách""#);
    assert_eq!(office.codes("cq:stc"), ["STC"]);
    assert_eq!(filter.conditions, [ConditionKind::Overdue]);
    assert_eq!(filter.due_to, Some(day("2023-06-29")));
    assert_eq!(filter.texts, [["cai cach"]]);
    assert_eq!(filter.typed, ["cải cách"]);
    let english = office.read(r#"agency:STC overdue due<30/6 "cai cach""#);
    assert_eq!(english.texts, filter.texts);
    assert_eq!(
        (english.agencies, english.conditions, english.due_to),
        (filter.agencies, filter.conditions, filter.due_to)
    );
}

#[test]
fn agencies_are_found_by_code_name_initials_and_kind() {
    let office = Office::new();
    assert_eq!(office.codes("cq:stc,snv"), ["STC", "SNV"]);
    assert_eq!(office.codes("CQ:\"Sở Nội vụ\""), ["SNV"]);
    assert_eq!(office.codes("cq:\"noi vu\""), ["SNV"]);
    assert_eq!(office.codes("cq:\"thông tin truyền thông\""), ["STTTT"]);
    assert_eq!(office.codes("cq:q1"), ["Q1"]);
    assert_eq!(office.codes("cq:\"quận 1\""), ["Q1"]);
    assert_eq!(office.read("cq:?").agencies, [AgencyId::UNRESOLVED]);
    let districts = office.read("cq:quận").agencies;
    assert!(districts.len() > 10);
    assert!(districts.iter().all(|id| {
        office
            .agencies
            .iter()
            .any(|agency| agency.id == *id && agency.kind == AgencyKind::District)
    }));
}

#[test]
fn conditions_marks_and_statuses_are_terms_quoted_or_not() {
    let office = Office::new();
    for words in [
        "quá hạn",
        "trễ",
        "trễ hạn",
        "\"tre han\"",
        "overdue",
        "Qua Han",
        "late",
    ] {
        assert_eq!(
            office.read(words).conditions,
            [ConditionKind::Overdue],
            "{words}"
        );
        assert!(office.read(words).texts.is_empty(), "{words}");
    }
    for words in [
        "sắp đến hạn",
        "sắp quá hạn",
        "sap het han",
        "due soon",
        "due_soon",
    ] {
        assert_eq!(
            office.read(words).conditions,
            [ConditionKind::DueSoon],
            "{words}"
        );
    }
    assert_eq!(
        office.read("hoàn thành trễ").conditions,
        [ConditionKind::DoneLate]
    );
    assert_eq!(
        office.read("đúng hạn").conditions,
        [ConditionKind::DoneOnTime]
    );
    assert_eq!(office.read("chờ tôi").marks, [Mark::MayConfirm]);
    assert_eq!(office.read("chờ duyệt").statuses, [Status::Awaiting]);
    assert_eq!(office.read("xin gia hạn").marks, [Mark::ExtensionAsked]);
    assert_eq!(office.read("giao sai").marks, [Mark::Disputed]);
    assert_eq!(
        office.read("tt:đang,chưa").statuses,
        [Status::InProgress, Status::NotStarted]
    );
    assert_eq!(office.read("tt:\"tạm hoãn\"").statuses, [Status::Suspended]);
    assert_eq!(
        office.read("status:not_started").statuses,
        [Status::NotStarted]
    );
}

#[test]
fn ra_soat_alone_is_the_mark_and_before_other_words_a_text() {
    let office = Office::new();
    assert_eq!(office.read("rà soát").marks, [Mark::Review]);
    assert_eq!(office.read("cq:stc rà soát").marks, [Mark::Review]);
    let titles = office.read("rà soát thủ tục hành chính");
    assert!(titles.marks.is_empty());
    assert_eq!(titles.texts[0], ["ra"]);
    assert_eq!(titles.texts[2], ["thu tuc hanh chinh", "tthc"]);
}

#[test]
fn days_and_periods_are_read_day_first() {
    let office = Office::new();
    let span = |words: &str| {
        let filter = office.read(words);
        (
            filter.due_from.map(|d| d.to_string()),
            filter.due_to.map(|d| d.to_string()),
        )
    };
    let both = |from: &str, to: &str| (Some(from.to_owned()), Some(to.to_owned()));
    assert_eq!(span("hạn>=2023-01-01"), (Some("2023-01-01".into()), None));
    assert_eq!(span("hạn > 10/8"), (Some("2023-08-11".into()), None));
    assert_eq!(span("hạn <= 1.6.23"), (None, Some("2023-06-01".into())));
    assert_eq!(span("han:6/2023"), both("2023-06-01", "2023-06-30"));
    assert_eq!(span("hạn:quý2/2023"), both("2023-04-01", "2023-06-30"));
    assert_eq!(span("hạn: quý IV"), both("2023-10-01", "2023-12-31"));
    assert_eq!(span("hạn:2024"), both("2024-01-01", "2024-12-31"));
    assert_eq!(span("due:30062023"), both("2023-06-30", "2023-06-30"));
    assert_eq!(span("due:\"hôm nay\""), both("2023-06-15", "2023-06-15"));
    assert_eq!(span("hạn<=+5n"), (None, Some("2023-06-22".into())));
    assert_eq!(span("hạn:1/6..15/6"), both("2023-06-01", "2023-06-15"));
    assert_eq!(span("hạn>=1/6 hạn<=30/6"), both("2023-06-01", "2023-06-30"));
    assert_eq!(
        office.fault("hạn<31/2"),
        FilterFault::BadDate {
            word: "31/2".into()
        }
    );
}

#[test]
fn what_is_not_known_is_said_with_what_is_nearest() {
    let office = Office::new();
    assert_eq!(
        office.fault("qc:stc"),
        FilterFault::UnknownKey {
            word: "qc".into(),
            nearest: None
        }
    );
    assert_eq!(
        office.fault("hạm<30/6"),
        FilterFault::UnknownKey {
            word: "hạm".into(),
            nearest: Some("hạn")
        }
    );
    assert_eq!(
        office.fault("cq:stttx"),
        FilterFault::UnknownValue {
            key: Key::Agency,
            word: "stttx".into(),
            nearest: Some("STTTT".into())
        }
    );
    assert_eq!(
        office.fault("cq:"),
        FilterFault::MissingValue { key: Key::Agency }
    );
    assert_eq!(
        office.fault("cq<stc"),
        FilterFault::NotComparable { key: Key::Agency }
    );
}

#[test]
fn a_document_is_found_by_its_number_and_an_area_by_its_name() {
    let office = Office::new();
    assert_eq!(office.read("vb:9125").documents, [DocumentId(2)]);
    assert_eq!(
        office.read("vb:125").documents,
        [DocumentId(3), DocumentId(4)]
    );
    assert_eq!(office.read("vb:KH125/23").documents, [DocumentId(4)]);
    let tthc = office.read("lv:tthc").areas;
    assert_eq!(office.read("lv:\"thủ tục hành chính\"").areas, tthc);
    assert_eq!(office.read("lv:không").areas, [AreaId::NONE]);
    assert_eq!(office.read("cha:#18").parent, Some(TaskId(18)));
    assert_eq!(office.read("nhập:12,7").batches, [BatchId(12), BatchId(7)]);
    assert_eq!(office.read("import:12"), office.read("lannhap:12"));
}

#[test]
fn every_row_of_the_tables_is_read_as_what_it_says_and_no_word_means_two() {
    let office = Office::new();
    let mut seen = std::collections::HashMap::new();
    for row in PHRASES {
        let folded = crate::domain::fold::fold(row.word);
        for word in [folded.as_str(), row.english].iter().chain(row.also) {
            assert_eq!(&crate::domain::fold::fold(word), word);
            let before = seen.insert((*word).to_owned(), row.meaning);
            assert!(
                before.is_none_or(|meaning| meaning == row.meaning),
                "{word}"
            );
            assert!(
                !office.read(word).is_empty() && office.read(word).texts.is_empty(),
                "{word}"
            );
        }
    }
    for row in KEYS {
        office.read(row.example);
    }
}

#[test]
fn what_is_described_reads_as_the_same_filter() {
    let office = Office::new();
    let context = office.context();
    for words in [
        "",
        r#"cq:stc tt:đang "quá hạn" hạn<30/6 "cải cách""#,
        "cq:quận cq:snv",
        "cq:quận",
        "cq:qh,? lv:tthc,không",
        "tt:mở rà soát",
        "vb:125 vb:9125",
        "hạn:quý2/2023",
        "hạn:2023 hạn>5/5",
        "nd:\"quá hạn\" nd:trễ",
        "nd:quá nd:hạn",
        "rà soát tthc \"số hóa hồ sơ\" tt&tt",
        "cha:12 kỳ:13",
        "nhập:12",
        "cq:stc nhập:12,7",
        "chờ tôi giao sai",
        "giữ:stc \"nợ văn bản\"",
        "ph:stc \"ban hành trễ\" \"phải ban hành văn bản\"",
        "đđ>=2 gh>1 đổi:31/3/2023",
    ] {
        let filter = office.read(words);
        let described = describe(&filter, &context);
        assert_eq!(office.read(&described), filter, "{words} -> {described}");
        assert_eq!(describe(&office.read(&described), &context), described);
        let english = FilterContext {
            in_english: true,
            ..context
        };
        let described = describe(&filter, &english);
        assert_eq!(office.read(&described), filter, "{words} -> {described}");
    }
    let filter = office.read("overdue agency:stc status:open");
    assert_eq!(describe(&filter, &context), "cq:STC tt:cht \"quá hạn\"");
    let english = FilterContext {
        in_english: true,
        ..context
    };
    assert_eq!(
        describe(&filter, &english),
        "agency:STC status:open \"overdue\""
    );
}

proptest! {
    #[test]
    fn no_line_is_too_strange(line in "[a-zđăạ:<>=\"',/. 0-9“”≤+-]{0,40}") {
        let office = Office::new();
        if let Ok(filter) = parse(&line, &office.context()) {
            let described = describe(&filter, &office.context());
            prop_assert_eq!(parse(&described, &office.context()).ok(), Some(filter), "{} -> {}", line, described);
        }
    }
}
