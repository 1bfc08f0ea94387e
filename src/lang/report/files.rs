//! What is said around a report that goes into a file.

use crate::lang::Language;
use crate::lang::format::number;

/// Words of reports in files and of the form that asks for one.
#[derive(Debug)]
pub struct ReportFileWords {
    /// The title of the form that asks for a file.
    pub title: &'static str,
    /// Which forms there are and where the file will lie: anywhere, or at the door.
    pub notes: [&'static str; 2],
    /// Asks for the name at a prompt.
    pub prompt: &'static str,
    /// The ending of a name says no form.
    pub no_form: fn(&str) -> String,
    /// The name of the sheet with the picture.
    pub chart: &'static str,
    /// Bytes are not shown on a terminal; the word of the form.
    pub not_on_terminal: fn(&str) -> String,
    /// So many of the late ones of a row are excused: a remark.
    pub excused: fn(i64) -> String,
    /// On time of all that were given and of those that have fallen due: parts, wholes and shares (DOMAIN 2.8).
    pub both: fn(i64, [(i64, &str); 2]) -> String,
}

pub(in crate::lang) const VI: ReportFileWords = ReportFileWords {
    title: "Xuất báo cáo ra tệp",
    notes: [
        "Đuôi .docx, .xlsx, .csv, .md hoặc .txt quyết định dạng tệp. Tệp nằm trên máy chủ, ở thư mục đang đứng hoặc đường dẫn nêu ở đây.",
        "Đuôi .docx, .xlsx, .csv, .md hoặc .txt quyết định dạng tệp. Tệp nằm ở chỗ của anh/chị trên máy chủ; lấy về: ssh MÁY get TÊN",
    ],
    prompt: "Xuất báo cáo. Gõ tên tệp (.docx, .xlsx, .csv, .md hoặc .txt), Enter thôi:",
    no_form: |name| {
        format!("Chưa rõ dạng tệp của \"{name}\". Đặt đuôi .docx, .xlsx, .csv, .md hoặc .txt.")
    },
    chart: "Biểu đồ",
    not_on_terminal: |form| {
        format!("Dạng {form} không xem được trên màn hình. Ghi ra tệp: --output TÊN.{form}")
    },
    excused: |count| format!("{} trễ khách quan", number(count, Language::Vietnamese)),
    both: |done, [(given, of_given), (due, of_due)]| {
        let number = |it| number(it, Language::Vietnamese);
        format!(
            "HT trong hạn {}: trên số được giao {} là {of_given}; trên số đã đến hạn {} là {of_due}.",
            number(done),
            number(given),
            number(due)
        )
    },
};

pub(in crate::lang) const EN: ReportFileWords = ReportFileWords {
    title: "Report to a file",
    notes: [
        "The ending .docx, .xlsx, .csv, .md or .txt says in which form. The file lies on the server, in the present folder or under the path given here.",
        "The ending .docx, .xlsx, .csv, .md or .txt says in which form. It lies in your place on the server; fetch it: ssh HOST get NAME",
    ],
    prompt: "Report to a file. Type its name (.docx, .xlsx, .csv, .md or .txt), Enter stops:",
    no_form: |name| {
        format!(
            "The form of \"{name}\" is not clear. Let it end in .docx, .xlsx, .csv, .md or .txt."
        )
    },
    chart: "Chart",
    not_on_terminal: |form| {
        format!("{form} cannot be shown on a terminal. Write it to a file: --output NAME.{form}")
    },
    excused: |count| format!("{} late but excused", number(count, Language::English)),
    both: |done, [(given, of_given), (due, of_due)]| {
        let number = |it| number(it, Language::English);
        format!(
            "Done on time {}: of {} given {of_given}; of {} fallen due {of_due}.",
            number(done),
            number(given),
            number(due)
        )
    },
};
