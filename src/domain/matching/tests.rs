//! Cells as they stand in annexes, and who is meant by them.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::agency::official;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Parts as codes, tokens and `?text`, joined by a space and a bar; doubts as codes after `!`.
pub(super) fn told(directory: &Directory, reading: &CellReading) -> String {
    let part = |part: &Part| match part {
        Part::Agency(id) => directory
            .agency(*id)
            .map_or("???".to_owned(), |agency| agency.code.clone()),
        Part::Group(group) => group.token().to_owned(),
        Part::Unresolved(text) => format!("?{text}"),
    };
    let parts: Vec<String> = reading.parts.iter().map(part).collect();
    let doubts: String = reading
        .doubts
        .iter()
        .map(|doubt| format!(" !{}", doubt.code()))
        .collect();
    parts.join(" | ") + &doubts
}

fn expect(on: &str, cells: &[(&str, &str)]) {
    let directory = Directory::new(&official());
    let mut wrong = Vec::new();
    for (text, expected) in cells {
        let read = told(&directory, &directory.read_cell(text, day(on)));
        if read != *expected {
            wrong.push(format!("{text:?}\n   read {read:?}\n   not  {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn names_codes_and_abbreviations_are_one_agency() {
    expect(
        "2022-05-10",
        &[
            ("Sở Nội vụ", "SNV"),
            ("SỞ NỘI VỤ", "SNV"),
            ("SNV", "SNV"),
            ("Sở Nội vụ Thành phố", "SNV"),
            ("Sở TTTT", "STTTT"),
            ("Sở TT&TT", "STTTT"),
            ("Sở TT-TT", "STTTT"),
            ("TT&TT", "STTTT"),
            ("Sở Thông tin & Truyền thông", "STTTT"),
            ("Sở TN&MT", "STNMT"),
            ("TN&MT", "STNMT"),
            ("Sở KH&ĐT", "SKHDT"),
            ("Sở GDĐT", "SGDDT"),
            ("GD&ĐT", "SGDDT"),
            ("Sở LĐ-TB&XH", "SLDTBXH"),
            ("Sở LĐTBXH", "SLDTBXH"),
            ("NN&PTNT", "SNNPTNT"),
            ("Sở QH-KT", "SQHKT"),
            ("Sở VHTT", "SVHTT"),
            ("Sở Y tế", "SYT"),
            ("VP UBND TP", "VPUB"),
            ("Văn phòng UBND Thành phố", "VPUB"),
            ("Văn phòng Uỷ ban", "VPUB"),
            ("UBND Thành phố", "UBNDTP"),
            ("UBND TP.HCM", "UBNDTP"),
            ("UBND Q1", "Q1"),
            ("Q.1", "Q1"),
            ("Quận 1", "Q1"),
            ("TP.Thủ Đức", "TPTD"),
            ("TPTĐ", "TPTD"),
            ("UBND thành phố Thủ Đức", "TPTD"),
            ("H. Củ Chi", "HCC"),
            ("Q. Bình Thạnh", "QBTHANH"),
            ("BQL KCX-KCN", "HEPZA"),
            ("Ban Quản lý các Khu chế xuất và công nghiệp", "HEPZA"),
            ("Ban Quản lý Khu Công nghệ cao", "SHTP"),
            ("Khu CNC", "SHTP"),
            ("NNCNC", "AHTP"),
            ("ĐMQLDN", "BDMDN"),
            ("BQL KĐT Thủ Thiêm", "BQLTT !near_match"),
            ("CATP", "CATP"),
            ("Công an Thành phố", "CATP"),
            ("Công an", "CATP"),
            ("Thuế TP.HCM", "CTHUE"),
            ("MTTQ", "MTTQ"),
            ("MTTQ TP", "MTTQ"),
            ("HĐND Thành phố", "HDND"),
            ("Thành Đoàn", "THANHDOAN"),
            ("Kho bạc Nhà nước", "KBNN"),
            ("BTC Thành ủy", "BTCTU"),
            ("BTC", "BTCTU !near_match"),
            ("TT Báo chí", "TTBC"),
            ("Qui hoạch - Kiến trúc", "SQHKT"),
            ("Sở Giáo dục", "SGDDT !near_match"),
        ],
    );
}

#[test]
fn a_cell_of_several_is_parted_but_names_stay_whole() {
    expect(
        "2022-05-10",
        &[
            ("Sở Giáo dục và Đào tạo và Sở Nội vụ", "SGDDT | SNV"),
            (
                "Sở Lao động - Thương binh và Xã hội, Sở Y tế",
                "SLDTBXH | SYT",
            ),
            ("Sở Lao động, Thương binh và Xã hội", "SLDTBXH"),
            ("Sở Nội vụ; Thanh tra Thành phố", "SNV | TTTP"),
            ("Sở Nội vụ + Sở Tư pháp / STC", "SNV | STP | STC"),
            (
                "- Sở Nội vụ\n- Sở Thông tin\nvà Truyền thông",
                "SNV | STTTT",
            ),
            ("Sở TN&MT và Sở TT&TT", "STNMT | STTTT"),
            ("TN&MT và TT&TT", "STNMT | STTTT"),
            ("Sở Nội vụ - Sở Tài chính", "SNV | STC"),
            ("1. Sở Nội vụ; 2. Sở Tài chính", "SNV | STC"),
            ("Chủ trì: Sở Nội vụ", "SNV"),
            ("Sở Nội vụ, Sở Nội vụ", "SNV"),
            ("Quận 1, Quận 11, Q.12", "Q1 | Q11 | Q12"),
            ("Công an Thành phố, thành phố Thủ Đức", "CATP | TPTD"),
            (" , ;", ""),
        ],
    );
}

#[test]
fn groups_are_tokens_and_together_they_are_everyone() {
    expect(
        "2022-05-10",
        &[
            (
                "Các sở, ban, ngành; UBND các quận, huyện và thành phố Thủ Đức",
                "@ALL",
            ),
            ("Các sở, ban, ngành và UBND các quận, huyện", "@ALL"),
            ("Các sở, ban, ngành", "@SBN"),
            ("UBND các quận, huyện và TP Thủ Đức", "@QH"),
            (
                "Sở Thông tin và Truyền thông; Các sở, ban, ngành",
                "STTTT | @SBN",
            ),
            ("Các cơ quan, đơn vị liên quan", "@LQ"),
            ("Sở Nội vụ và các đơn vị liên quan", "SNV | @LQ"),
            ("24 quận, huyện", "@QH !outdated_number"),
            ("21 quận, huyện và thành phố Thủ Đức", "@QH"),
            (
                "Các sở - ban - ngành Thành phố, UBND 21 quận - huyện và TP. Thủ Đức",
                "@ALL",
            ),
            ("Các sở, Ban Dân tộc", "@SBN | BDT"),
            ("UBND các phường, xã, đặc khu", "@PX !no_members"),
            ("cac so, ban, nganh", "@SBN !without_accents"),
        ],
    );
    expect(
        "2025-07-15",
        &[
            ("Các sở, ngành; UBND các phường, xã, đặc khu", "@ALL"),
            ("168 phường, xã, đặc khu", "@PX"),
            ("UBND các quận, huyện", "@QH !no_members"),
        ],
    );
}

#[test]
fn roles_stay_unresolved_and_ask_for_review() {
    expect(
        "2022-05-10",
        &[
            (
                "Cơ quan chủ trì soạn thảo",
                "?Cơ quan chủ trì soạn thảo !not_an_agency",
            ),
            (
                "Cơ quan được giao soạn thảo",
                "?Cơ quan được giao soạn thảo !not_an_agency",
            ),
            (
                "Sở Tài chính; các sở quản lý ngành",
                "STC | ?các sở quản lý ngành !not_an_agency",
            ),
            ("các sở QLN", "?các sở QLN !not_an_agency"),
            ("Các chủ đầu tư", "?Các chủ đầu tư !not_an_agency"),
            (
                "Các sở thuộc diện hợp nhất",
                "?Các sở thuộc diện hợp nhất !not_an_agency",
            ),
            (
                "Hội đồng thẩm định; Viện Nghiên cứu phát triển Thành phố",
                "?Hội đồng thẩm định | VNCPT !not_an_agency",
            ),
            (
                "UBND quận nơi tổ chức",
                "?UBND quận nơi tổ chức !not_an_agency",
            ),
            (
                "các cơ quan, đơn vị thuộc Sở Nội vụ",
                "?các cơ quan, đơn vị thuộc Sở Nội vụ !not_an_agency",
            ),
            ("Bộ Tài chính", "?Bộ Tài chính !not_an_agency"),
            ("Phòng Nội vụ", "?Phòng Nội vụ !not_an_agency"),
            ("Quận 13", "?Quận 13 !not_an_agency"),
        ],
    );
}

#[test]
fn slips_are_read_over_and_named() {
    expect(
        "2022-05-10",
        &[
            ("Sỡ Tư pháp", "STP !near_match"),
            ("Sở Tài chinh", "STC !near_match"),
            ("Sở Tài chíng", "STC !near_match"),
            ("Sở Văn hoá và Thể thao", "SVHTT"),
            ("So Noi vu", "SNV !without_accents"),
            ("Ủy ban Mặt trận Tổ Quốc Việt Nam Thành phố", "MTTQ"),
        ],
    );
    let directory = Directory::new(&official());
    assert!(
        !directory
            .read_cell("Sỡ Tư pháp", day("2022-05-10"))
            .needs_review()
    );
}

#[test]
fn the_day_of_the_document_decides_who_is_meant() {
    expect(
        "2025-07-15",
        &[
            ("Sở Kế hoạch và Đầu tư", "STC !abolished_agency"),
            ("Sở Giao thông vận tải", "SXD !abolished_agency"),
            ("Sở Tài nguyên và Môi trường", "SNNMT !abolished_agency"),
            (
                "Sở Lao động - Thương binh và Xã hội",
                "SLDTBXH !abolished_agency",
            ),
            ("UBND Quận 1", "Q1 !abolished_agency"),
            ("UBND quận Bình Thạnh", "QBTHANH !abolished_agency"),
            ("UBND phường Bình Thạnh", "P-BINHTHANH"),
            ("Sở Quy hoạch - Kiến trúc", "SXD !abolished_agency"),
            ("Trung tâm Chuyển đổi số", "TTCDS"),
        ],
    );
    expect(
        "2025-11-01",
        &[
            ("Sở Quy hoạch - Kiến trúc", "SQHKT2"),
            ("Sở QHKT", "SQHKT2"),
            ("SQHKT", "SQHKT2"),
        ],
    );
    expect(
        "2022-05-10",
        &[
            ("Trung tâm Chuyển đổi số", "TTCDS !agency_not_yet_existing"),
            (
                "UBND phường Bình Thạnh",
                "P-BINHTHANH !agency_not_yet_existing",
            ),
            ("quận Thủ Đức", "TPTD !abolished_agency"),
            ("Sở Quy hoạch - Kiến trúc", "SQHKT"),
        ],
    );
}

#[test]
fn a_proper_name_alone_is_a_question() {
    let directory = Directory::new(&official());
    let reading = directory.read_cell("Bình Thạnh", day("2022-05-10"));
    let candidates = |code: &str| {
        directory
            .by_code(code)
            .map(|agency| agency.id)
            .expect("there")
    };
    assert_eq!(
        reading.doubts,
        [Doubt::Ambiguous {
            text: "Bình Thạnh".to_owned(),
            candidates: vec![candidates("QBTHANH"), candidates("P-BINHTHANH")]
        }]
    );
    assert_eq!(reading.parts, [Part::Unresolved("Bình Thạnh".to_owned())]);
}

#[test]
fn two_communes_that_differ_in_a_tone_are_a_choice_without_accents() {
    expect(
        "2025-08-01",
        &[
            ("UBND xã Thạnh An", "X-THANHAN-CG"),
            ("xã Thanh An", "X-THANHAN-DT"),
            ("xa Thanh An", "?xa Thanh An !ambiguous_agency"),
            ("UBND xã Thành An", "?UBND xã Thành An !ambiguous_agency"),
        ],
    );
}

#[test]
fn a_lead_is_one_and_a_support_is_another() {
    let directory = Directory::new(&official());
    let on = day("2022-05-10");
    let lead = directory.read_lead("Sở Nội vụ, Sở Tài chính", on);
    assert_eq!(told(&directory, &lead), "SNV | STC !several_leads");
    let lead = directory.read_lead("", on);
    assert_eq!(told(&directory, &lead), " !no_lead");
    let lead = directory.read_lead("Sở Tài chính", day("2025-07-15"));
    let support = directory.read_support("Sở KH&ĐT; Các sở, ban, ngành", day("2025-07-15"), &lead);
    assert_eq!(
        told(&directory, &support),
        "@SBN !abolished_agency !support_is_lead"
    );
}

#[test]
fn every_official_name_and_code_is_its_own_agency() {
    let directory = Directory::new(&official());
    for agency in directory.agencies() {
        let on = agency
            .valid_from
            .or(agency.valid_to)
            .unwrap_or(day("2022-05-10"));
        for text in [&agency.name, &agency.code, &agency.name.to_uppercase()] {
            let reading = directory.read_cell(text, on);
            assert_eq!(
                reading,
                CellReading {
                    parts: vec![Part::Agency(agency.id)],
                    doubts: vec![]
                },
                "{text}"
            );
        }
    }
}

#[test]
fn the_sample_of_ninety_six_items_fans_out_to_941_tasks() {
    let directory = Directory::new(&official());
    let mut reader = csv::Reader::from_reader(&include_bytes!("../../../assets/tasks.csv")[..]);
    let (mut items, mut tasks, mut parents, mut recurring) = (0, 0, 0, 0);
    for record in reader.records() {
        let record = record.expect("our own file");
        let document =
            crate::domain::document::DocumentReference::parse(&record[7]).expect("a document");
        let signed = document.date.expect("a date");
        if signed > day("2023-06-15") {
            continue;
        }
        let lead = directory.read_lead(&record[4], signed);
        let fanned: usize = lead
            .parts
            .iter()
            .map(|part| directory.members(part, signed).len().max(1))
            .sum();
        items += 1;
        tasks += fanned;
        parents += usize::from(matches!(lead.parts.as_slice(), [Part::Group(_)]));
        let deadline = crate::domain::fold::fold(&record[6]);
        let recurs =
            deadline.split(' ').any(|word| word == "hang") || deadline.starts_with("dinh ky");
        let has_dates = deadline == "thang 6 va thang 12 2022";
        recurring += if recurs || has_dates { fanned } else { 0 };
    }
    assert_eq!((items, tasks, parents, recurring), (96, 941, 17, 377));
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in ".{0,80}", words in "((Sở|và|các|UBND|quận|TT|&|,|;|-|1|thuộc|xã|\n) ?){0,14}") {
        let directory = Directory::new(&official()[..40]);
        for text in [&text, &words] {
            let reading = directory.read_lead(text, day("2022-05-10"));
            prop_assert!(!reading.parts.is_empty() || !reading.doubts.is_empty());
        }
    }
}
