//! The register of documents of the sample: what the documents that assign tasks are about and rest on, and what
//! rests on them. Laws and resolutions are those that offices cite; numbers of the city are invented.

use chrono::NaiveDate;

use crate::domain::document::{Document, DocumentKind, DocumentReference, number_key};
use crate::domain::error::Result;
use crate::domain::id::DocumentId;
use crate::store::Writer;

/// A document as it is entered, with what it rests on, by number.
struct Paper {
    kind: DocumentKind,
    symbol: &'static str,
    /// Year, month, day.
    date: (i32, u32, u32),
    issuer: &'static str,
    summary: &'static str,
    bases: &'static [&'static str],
}

const fn paper(
    kind: DocumentKind,
    symbol: &'static str,
    date: (i32, u32, u32),
    issuer: &'static str,
    summary: &'static str,
    bases: &'static [&'static str],
) -> Paper {
    Paper {
        kind,
        symbol,
        date,
        issuer,
        summary,
        bases,
    }
}

const CITY: &str = "UBND Thành phố";

/// What is submitted for it is done (DOMAIN 2.3): to name a telephone number nobody needs to confirm.
const SKIPPING: &str = "9502/UBND-NCPC";

/// What others rest on stands before them. The resolution on officials was entered twice, under two spellings of
/// its number, as it happens where a register is older than its program.
const PAPERS: &[Paper] = &[
    paper(
        DocumentKind::Law,
        "22/2008/QH12",
        (2008, 11, 13),
        "Quốc hội",
        "Luật Cán bộ, công chức",
        &[],
    ),
    paper(
        DocumentKind::Law,
        "77/2015/QH13",
        (2015, 6, 19),
        "Quốc hội",
        "Luật Tổ chức chính quyền địa phương",
        &[],
    ),
    paper(
        DocumentKind::Decree,
        "61/2018/NĐ-CP",
        (2018, 4, 23),
        "Chính phủ",
        "Thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
        &["77/2015/QH13"],
    ),
    paper(
        DocumentKind::Resolution,
        "26-NQ/TW",
        (2018, 5, 19),
        "Ban Chấp hành Trung ương",
        "Tập trung xây dựng đội ngũ cán bộ các cấp, nhất là cấp chiến lược",
        &[],
    ),
    paper(
        DocumentKind::Resolution,
        "26-NQ/TƯ",
        (2018, 5, 19),
        "Trung ương",
        "Nghị quyết về xây dựng đội ngũ cán bộ",
        &[],
    ),
    paper(
        DocumentKind::Resolution,
        "76/NQ-CP",
        (2021, 7, 15),
        "Chính phủ",
        "Ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030",
        &["77/2015/QH13"],
    ),
    paper(
        DocumentKind::Plan,
        "9010/KH-UBND",
        (2022, 1, 25),
        CITY,
        "Kế hoạch cải cách hành chính năm 2022",
        &["76/NQ-CP", "61/2018/NĐ-CP"],
    ),
    paper(
        DocumentKind::Directive,
        "901/CT-UBND",
        (2022, 5, 10),
        CITY,
        "Thực hiện hiệu quả công tác cải cách hành chính giai đoạn 2022-2025",
        &["76/NQ-CP", "26-NQ/TW", "22/2008/QH12"],
    ),
    paper(
        DocumentKind::Decision,
        "766/QĐ-TTg",
        (2022, 6, 23),
        "Thủ tướng Chính phủ",
        "Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp",
        &["61/2018/NĐ-CP"],
    ),
    paper(
        DocumentKind::Notice,
        "9451/TB-VP",
        (2022, 8, 5),
        "Văn phòng UBND Thành phố",
        "Kết luận giao ban về nhiệm vụ quá hạn và trách nhiệm người đứng đầu",
        &["901/CT-UBND"],
    ),
    paper(
        DocumentKind::Letter,
        SKIPPING,
        (2022, 9, 16),
        CITY,
        "Chấn chỉnh việc giải quyết hồ sơ trễ hạn, công khai người phụ trách",
        &["901/CT-UBND", "61/2018/NĐ-CP"],
    ),
    paper(
        DocumentKind::Plan,
        "9125/KH-UBND",
        (2023, 1, 12),
        CITY,
        "Kế hoạch cải cách hành chính năm 2023",
        &["76/NQ-CP", "901/CT-UBND", "766/QĐ-TTg"],
    ),
    paper(
        DocumentKind::Decision,
        "9188/QĐ-UBND",
        (2023, 1, 12),
        CITY,
        "Phân công trách nhiệm người đứng đầu theo từng chỉ tiêu của Kế hoạch năm 2023",
        &["9125/KH-UBND"],
    ),
];

/// Enters what the documents of an import rest on and what rests on them, and completes these; which of them
/// need no confirmation is returned.
pub(super) fn enter(writer: &mut Writer<'_>, imported: &[Document]) -> Result<Vec<DocumentId>> {
    let last = imported.iter().filter_map(|it| it.date).max();
    let mut skipping = Vec::new();
    for paper in PAPERS {
        let (year, month, day) = paper.date;
        let date = NaiveDate::from_ymd_opt(year, month, day);
        if date > last {
            continue;
        }
        let documents = writer.documents()?;
        let known = documents.iter().find(|it| it.symbol == paper.symbol);
        let reference = DocumentReference {
            kind_word: Some(paper.kind),
            symbol: paper.symbol.to_owned(),
            date,
        };
        let code = match known {
            Some(known) => known.code.clone(),
            None => writer.free_document_code(&reference)?,
        };
        let id = known.map_or(DocumentId(0), |known| known.id);
        let basis = |number: &&str| {
            let key = number_key(number);
            documents.iter().find(|it| it.key() == key).map(|it| it.id)
        };
        let document = Document {
            id,
            kind: paper.kind.word().to_owned(),
            symbol: paper.symbol.to_owned(),
            date,
            issuer: paper.issuer.to_owned(),
            summary: paper.summary.to_owned(),
            code,
            bases: paper.bases.iter().filter_map(basis).collect(),
            skips_confirmation: paper.symbol == SKIPPING,
        };
        if known != Some(&document) {
            let id = writer.save_document(&document)?;
            skipping.extend((paper.symbol == SKIPPING).then_some(id));
        }
    }
    Ok(skipping)
}
