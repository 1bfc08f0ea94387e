//! What an import or the deadline parser doubts, or notes, in a sentence each.

/// Sentences for doubts.
#[derive(Debug)]
pub struct DoubtWords {
    /// The sentence for a doubt, by its code, with the text that is doubted (may be empty). A code that
    /// this program does not know is shown as it is.
    pub sentence: fn(&str, &str) -> String,
    /// What every sentence of a review ends with: how to settle it.
    pub settle: &'static str,
}

/// The codes and their sentences in Vietnamese and English; the detail follows in quotes.
const SENTENCES: &[(&str, &str, &str)] = &[
    // Rules that were applied by the reading of deadlines.
    (
        "exclusive_before",
        "\"Trước\" không tính chính ngày đó",
        "\"before\" leaves the day itself out",
    ),
    (
        "period_end",
        "Tính đến ngày cuối của kỳ",
        "a period falls due on its last day",
    ),
    (
        "civil_code_day",
        "Đầu, giữa, cuối kỳ theo Điều 146 Bộ luật Dân sự 2015",
        "early, mid and late as in the Civil Code 2015, art. 146",
    ),
    (
        "reference_year",
        "Lấy năm của văn bản",
        "the year of the document is meant",
    ),
    (
        "last_day_of_period",
        "Không ghi ngày, lấy ngày cuối kỳ",
        "no day is named, the last of the period was taken",
    ),
    (
        "next_of_several",
        "Nhiều ngày, lấy ngày gần nhất sắp tới",
        "of several dates the next one is due",
    ),
    (
        "last_stage",
        "Nhiều giai đoạn, lấy giai đoạn cuối",
        "the stages end with the last one",
    ),
    (
        "counted_from_event",
        "Tính từ ngày kế tiếp của sự kiện",
        "counted from the day after the event",
    ),
    (
        "working_days",
        "Tính theo ngày làm việc",
        "working days are counted",
    ),
    (
        "event_not_named",
        "Không ghi tính từ đâu, tính từ ngày văn bản",
        "no event is named, counted from the document",
    ),
    (
        "ongoing_work",
        "Việc thường xuyên, không có ngày đến hạn",
        "ongoing work, never overdue",
    ),
    (
        "excel_serial",
        "Số ngày của bảng tính Excel",
        "a spreadsheet's number of a day",
    ),
    (
        "hour_of_date",
        "Có ghi giờ, tính trọn ngày đó",
        "an hour is named, the whole day counts",
    ),
    // What the reading of deadlines doubts.
    (
        "no_year",
        "Thời hạn không ghi năm",
        "the deadline names no year",
    ),
    (
        "no_month",
        "Thời hạn không ghi tháng",
        "the deadline names no month",
    ),
    ("impossible", "Ngày không có thật", "there is no such day"),
    (
        "too_far",
        "Hạn quá xa, sau văn bản hơn 25 năm",
        "due more than 25 years after the document",
    ),
    (
        "before_document",
        "Hạn trước cả ngày văn bản giao",
        "due before the document that assigns it",
    ),
    (
        "event_without_number",
        "Hạn theo một sự kiện, không ghi số ngày",
        "due after an event, without a number of days",
    ),
    (
        "refers_elsewhere",
        "Hạn theo kế hoạch, quy định khác",
        "another plan or rule decides the deadline",
    ),
    ("empty", "Không ghi thời hạn", "no deadline is written"),
    (
        "status_word",
        "Ô thời hạn ghi trạng thái, không ghi hạn",
        "a status stands in the place of the deadline",
    ),
    (
        "empty_export_date",
        "Ngày rỗng của phần mềm xuất ra",
        "an empty date of an exporting program",
    ),
    (
        "extension_in_brackets",
        "Gia hạn ghi trong ngoặc, lấy ngày sau",
        "an extension in brackets, the later date was taken",
    ),
    (
        "hour_of_day",
        "Có ghi giờ, lấy cả ngày đó",
        "an hour is named, the day itself was taken",
    ),
    (
        "ambiguous_t6",
        "T2 đến T7 có thể là tháng hoặc thứ",
        "T2 to T7 may be a month or a weekday",
    ),
    (
        "ambiguous_sau",
        "\"thang sau\" không dấu: tháng sáu hay tháng sau",
        "without accents it is June or next month",
    ),
    (
        "no_legal_meaning",
        "Đầu quý, giữa quý: luật không định ngày",
        "no law says which day that is",
    ),
    (
        "dash_as_range",
        "Dấu gạch được hiểu là từ ... đến",
        "a dash was taken for from ... to",
    ),
    (
        "limited_period",
        "Chỉ định kỳ trong một số năm",
        "it recurs within some years only",
    ),
    (
        "not_expressible",
        "Kiểu định kỳ chưa hỗ trợ",
        "it recurs in a way that cannot be kept",
    ),
    (
        "ongoing_with_end",
        "Thường xuyên nhưng có ghi ngày kết thúc",
        "ongoing work with an end",
    ),
    (
        "weekday_differs",
        "Thứ ghi không khớp với ngày",
        "the weekday is not that of the date",
    ),
    (
        "bare_length",
        "Chỉ ghi số ngày, không rõ tính thế nào",
        "only a number of days, no word how to count",
    ),
    (
        "stages_out_of_order",
        "Các giai đoạn không theo thứ tự",
        "the stages are not in order",
    ),
    (
        "no_last_day",
        "\"Sau ngày\" không cho ngày cuối",
        "after a date names no last day",
    ),
    (
        "undated_part",
        "Có phần chưa hiểu",
        "a part was not understood",
    ),
    (
        "not_understood",
        "Chưa hiểu thời hạn",
        "the deadline was not understood",
    ),
    (
        "too_long",
        "Ô thời hạn quá dài, chưa đọc",
        "far too long for a deadline, not read",
    ),
    // What the reading of agencies doubts.
    (
        "no_lead",
        "Không ghi cơ quan chủ trì",
        "no lead agency is named",
    ),
    (
        "several_leads",
        "Nhiều cơ quan chủ trì, tạm lấy cơ quan đầu",
        "several leads, the first was taken",
    ),
    (
        "not_an_agency",
        "Không phải tên cơ quan",
        "this is no agency",
    ),
    (
        "ambiguous_agency",
        "Có thể là nhiều cơ quan",
        "several agencies fit",
    ),
    (
        "abolished_agency",
        "Cơ quan đã giải thể, sáp nhập",
        "the agency was abolished",
    ),
    (
        "agency_not_yet_existing",
        "Cơ quan chưa thành lập vào ngày văn bản",
        "the agency did not exist yet",
    ),
    (
        "near_match",
        "Tên cơ quan viết khác, đã nhận ra",
        "an unusual writing of the agency's name",
    ),
    (
        "outdated_number",
        "Số đơn vị không khớp tại ngày văn bản",
        "the number of members does not fit the day",
    ),
    (
        "no_members",
        "Nhóm không có đơn vị nào tại ngày văn bản",
        "the group had no members on that day",
    ),
    (
        "without_accents",
        "Tên cơ quan gõ không dấu",
        "the agency was typed without accents",
    ),
    (
        "support_is_lead",
        "Cơ quan phối hợp trùng cơ quan chủ trì",
        "a supporting agency is the lead",
    ),
    // What the import doubts.
    (
        "target_read",
        "Chỉ tiêu đọc từ nội dung, cần xem lại",
        "a target was read from the text, look at it",
    ),
    (
        "area_differs_from_heading",
        "Lĩnh vực ở ô khác với tiêu đề nhóm, lấy theo ô",
        "the cell names another area than the heading, the cell was taken",
    ),
    (
        "legacy_coding",
        "Chữ theo bảng mã cũ, đã chuyển sang Unicode",
        "written in an old coding, decoded",
    ),
    (
        "hidden_row",
        "Dòng bị ẩn trong tệp",
        "the file does not show this row",
    ),
    (
        "failed_formula",
        "Công thức trong ô bị lỗi",
        "the cell's formula failed",
    ),
    (
        "merged_cell",
        "Ô gộp với dòng trên",
        "the cell is merged with one above",
    ),
    (
        "no_document",
        "Không ghi văn bản giao",
        "no assigning document is named",
    ),
    (
        "no_document_date",
        "Văn bản giao không ghi ngày",
        "the document has no date",
    ),
    (
        "counts_from_another_event",
        "Hạn tính từ một sự kiện khác",
        "the deadline counts from another event",
    ),
    (
        "possible_duplicate",
        "Có thể trùng với dòng khác",
        "may be the same as another row",
    ),
];

pub(super) const VI: DoubtWords = DoubtWords {
    sentence: |code, detail| {
        let found = SENTENCES.iter().find(|(known, ..)| *known == code);
        quoted(found.map_or(code, |(_, vietnamese, _)| vietnamese), detail)
    },
    settle: "nhấn 5 để sửa thời hạn, cơ quan, hoặc giữ nguyên",
};

pub(super) const EN: DoubtWords = DoubtWords {
    sentence: |code, detail| {
        let found = SENTENCES.iter().find(|(known, ..)| *known == code);
        quoted(found.map_or(code, |(_, _, english)| english), detail)
    },
    settle: "press 5 to correct the deadline or the agency, or to let it stand",
};

fn quoted(sentence: &str, detail: &str) -> String {
    match detail {
        "" => sentence.to_owned(),
        detail => format!("{sentence}: \"{detail}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_once_and_an_unknown_one_is_shown() {
        let mut seen = std::collections::HashSet::new();
        assert!(SENTENCES.iter().all(|(code, ..)| seen.insert(code)));
        assert_eq!(
            (VI.sentence)("no_year", "15/12"),
            "Thời hạn không ghi năm: \"15/12\""
        );
        assert_eq!((EN.sentence)("new_code", ""), "new_code");
    }
}
