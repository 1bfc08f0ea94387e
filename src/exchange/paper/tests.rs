//! Papers as Word will find them, and skeletons that are none.

use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::domain::paper::Paper;
use crate::lang::VI;

fn head() -> Letterhead {
    Letterhead {
        superior: "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH".to_owned(),
        issuer: "SỞ NỘI VỤ".to_owned(),
        symbol: "SNV-CCHC".to_owned(),
        place: "Thành phố Hồ Chí Minh".to_owned(),
        authority: "KT. GIÁM ĐỐC".to_owned(),
        signer: "PHÓ GIÁM ĐỐC".to_owned(),
        recipients: vec!["Như trên".to_owned(), "Lưu: VT, CCHC".to_owned()],
    }
}

fn table(columns: usize) -> Table {
    let row = |at: usize| {
        (0..columns)
            .map(|it| format!("{}", at * 100 + it))
            .collect()
    };
    Table {
        title: "Kết quả <thực hiện> & theo dõi".to_owned(),
        columns: (0..columns)
            .map(|it| (Align::Right, format!("Cột {it}")))
            .collect(),
        rows: (1..=3).map(row).collect(),
        notes: vec!["Tính trên số được giao.".to_owned()],
        ..Table::default()
    }
}

fn content(head: &Letterhead, columns: usize) -> Content<'_> {
    Content {
        head,
        number: "      ".to_owned(),
        symbol: head.report_symbol(),
        day: "ngày 15 tháng 6 năm 2023".to_owned(),
        places: vec![("trich_yeu", "Kết quả thực hiện".to_owned())],
        tables: vec![table(columns)],
        seal: "3036 ab12".to_owned(),
        words: &VI,
    }
}

/// The parts of what was written.
fn parts(skeleton: &Skeleton, content: &Content<'_>) -> Result<Vec<(String, String)>> {
    let mut file = tempfile::tempfile().expect("a file");
    write(&mut file, skeleton, content, &Error::from)?;
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0)).expect("a beginning");
    file.read_to_end(&mut bytes).expect("bytes");
    Ok(book::texts(&bytes, LARGEST_PART, |_| true).expect("a package"))
}

fn part(parts: &[(String, String)], name: &str) -> String {
    let found = parts.iter().find(|(it, _)| it == name);
    found.map(|(_, text)| text.clone()).expect("the part")
}

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Skeleton {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    Skeleton {
        bytes: zip.finish().expect("a package").into_inner(),
        path: "mau.docx".into(),
    }
}

fn body(text: &str) -> String {
    format!("<w:document><w:body>{text}</w:body></w:document>")
}

#[test]
fn a_report_has_the_form_of_the_decree() {
    let head = head();
    let skeleton = Skeleton::built_in(Paper::Report).expect("a skeleton");
    let parts = parts(&skeleton, &content(&head, 5)).expect("a paper");
    let body = part(&parts, BODY);
    for said in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "SỞ NỘI VỤ",
        "Số:       /BC-SNV",
        "Thành phố Hồ Chí Minh, ngày 15 tháng 6 năm 2023",
        "BÁO CÁO",
        "./.",
        "- Như trên;</w:t><w:br/><w:t xml:space=\"preserve\">- Lưu: VT, CCHC.",
        "KT. GIÁM ĐỐC",
        "<w:tblHeader/>",
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
        "<w:titlePg/>",
    ] {
        assert!(body.contains(said), "{said}");
    }
    assert!(!body.contains("{{"), "a place was left: {body}");
    assert_eq!(body.matches("<w:cantSplit/>").count(), 4 + 2);
    assert!(part(&parts, "docProps/custom.xml").contains("3036 ab12"));
    assert!(part(&parts, "word/header1.xml").contains("PAGE"));
}

#[test]
fn a_broad_table_is_an_annex_on_pages_that_lie_across() {
    let head = head();
    let skeleton = Skeleton::built_in(Paper::Report).expect("a skeleton");
    let parts = parts(&skeleton, &content(&head, 9)).expect("a paper");
    let body = part(&parts, BODY);
    assert!(body.contains(
        "Kết quả &lt;thực hiện&gt; &amp; theo dõi: số liệu chi tiết tại Phụ lục kèm theo."
    ));
    let (upright, across) = body.split_once("PHỤ LỤC").expect("an annex");
    assert!(upright.contains("PHÓ GIÁM ĐỐC") && upright.contains("<w:titlePg/>"));
    assert!(across.contains("w:orient=\"landscape\"") && !across.contains("<w:titlePg/>"));
    assert!(across.contains("Mã nhật ký: 3036 ab12"));
    assert_eq!(body.matches("<w:sectPr").count(), 2);
}

#[test]
fn a_further_annex_begins_a_page_without_a_paragraph_that_could_fill_one_alone() {
    let head = head();
    let skeleton = Skeleton::built_in(Paper::Report).expect("a skeleton");
    let mut content = content(&head, 9);
    content.tables.push(table(9));
    let parts = parts(&skeleton, &content).expect("a paper");
    let body = part(&parts, BODY);
    assert!(!body.contains("w:type=\"page\""), "{body}");
    assert_eq!(body.matches("<w:pageBreakBefore/>").count(), 1);
    let (_, second) = body.split_once("<w:pageBreakBefore/>").expect("a page");
    let heading = second.split_once("</w:p>").expect("a heading").0;
    assert!(heading.contains("PHỤ LỤC II"), "{heading}");
}

#[test]
fn the_name_of_an_agency_is_not_cut_within_the_word_for_a_city() {
    let head = head();
    let skeleton = Skeleton::built_in(Paper::Report).expect("a skeleton");
    let parts = parts(&skeleton, &content(&head, 5)).expect("a paper");
    let body = part(&parts, BODY);
    assert!(body.contains("ỦY BAN NHÂN DÂN THÀNH\u{a0}PHỐ HỒ CHÍ MINH"));
}

#[test]
fn a_skeleton_that_is_none_is_refused_in_words_and_nothing_is_filled() {
    let head = head();
    let content = content(&head, 5);
    let fault = |skeleton: &Skeleton| match parts(skeleton, &content) {
        Err(Error::Paper(fault)) => fault,
        other => panic!("{other:?}"),
    };
    let path = std::path::PathBuf::from("mau.docx");
    let text = |bytes: &[u8]| Skeleton {
        bytes: bytes.to_vec(),
        path: path.clone(),
    };
    assert_eq!(fault(&text(b"%PDF-1.7")), PaperFault::NotDocx(path.clone()));
    assert_eq!(
        fault(&package(&[("xl/workbook.xml", "<a/>")])),
        PaperFault::NotDocx(path.clone())
    );
    let none = body("<w:p><w:r><w:t>{{ngay}}</w:t></w:r></w:p>");
    assert_eq!(
        fault(&package(&[(BODY, none.as_str())])),
        PaperFault::NoTable(path.clone())
    );
    let wrong = body("<w:p><w:r><w:t>{{ngya}}</w:t></w:r></w:p>");
    assert_eq!(
        fault(&package(&[(BODY, wrong.as_str())])),
        PaperFault::UnknownPlace(path.clone(), "ngya".to_owned())
    );
    let bomb = " ".repeat(usize::try_from(LARGEST_PART).expect("a size") + 1);
    let refused = parts(&package(&[(BODY, bomb.as_str())]), &content);
    assert!(matches!(
        refused,
        Err(Error::BadFile {
            fault: FileFault::UnpacksTooLarge { .. },
            ..
        })
    ));
    for fault in [PaperFault::NotDocx(path.clone()), PaperFault::NoTable(path)] {
        assert!((VI.paper.fault)(&fault).contains("mau.docx"));
    }
}

#[test]
fn what_an_office_put_into_its_skeleton_comes_out_as_it_was() {
    let head = head();
    let own = body(
        "<w:p><w:r><w:t>{{bang}}</w:t></w:r></w:p><w:p><w:r><w:t>Của &amp; riêng</w:t></w:r></w:p>",
    );
    let skeleton = package(&[("word/media/huy.png", "\u{1}bytes"), (BODY, own.as_str())]);
    let parts = parts(&skeleton, &content(&head, 3)).expect("a paper");
    assert_eq!(part(&parts, "word/media/huy.png"), "\u{1}bytes");
    assert!(
        part(&parts, BODY)
            .ends_with("<w:t>Của &amp; riêng</w:t></w:r></w:p></w:body></w:document>")
    );
}
