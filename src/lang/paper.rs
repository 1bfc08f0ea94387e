//! Papers: the letterhead among the settings, letters made from rows, what is wrong with a skeleton.
//!
//! What stands in a letter itself is Vietnamese whatever the language of the screens: it goes to offices.

use crate::domain::paper::{LetterKind, PaperFault};
use crate::domain::setting::Setting;

/// The words about papers.
#[derive(Debug)]
pub struct PaperWords {
    /// The texts of options, by their names.
    pub options: &'static [(&'static str, &'static str)],
    /// Why a paper is not made.
    pub fault: fn(&PaperFault) -> String,
    /// So many letters about so many tasks were written, with these numbers, into this place.
    pub written: fn(usize, usize, &str, &str) -> String,
    /// The same, if it were done.
    pub would: fn(usize, usize, &str) -> String,
    /// A letter in a line: number, agency, tasks, file.
    pub letter: fn(&str, &str, usize, &str) -> String,
    /// The form that asks for letters, and what it says.
    pub form: LetterFormWords,
    /// The skeleton was written into this file.
    pub skeleton: fn(&str) -> String,
    /// A table that stands in an annex: its title, the number of the annex.
    pub see_annex: fn(&str, &str) -> String,
    /// The heading of an annex, by its number; without one where it is the only one.
    pub annex: fn(Option<&str>) -> String,
    /// To which paper an annex belongs: its number with symbol, its day.
    pub annexed_to: fn(&str, &str) -> String,
}

/// The words of the form that asks for letters.
#[derive(Debug)]
pub struct LetterFormWords {
    /// Its title.
    pub title: &'static str,
    /// What a letter asks.
    pub kind: fn(LetterKind) -> &'static str,
    /// Its fields: what is asked, number, answer by, folder.
    pub fields: [&'static str; 4],
    /// Where the files will lie: anywhere, or at the door.
    pub notes: [&'static str; 2],
    /// What its keys do.
    pub hint: &'static str,
    /// What would be written is looked for.
    pub looking: &'static str,
    /// The fields say something else than what was looked at.
    pub look_again: &'static str,
    /// This is no number of a letter.
    pub bad_number: fn(&str) -> String,
    /// Another long work goes on.
    pub busy: &'static str,
    /// So many agencies more.
    pub more: fn(usize) -> String,
    /// So many tasks are left out; the sentence that says why the first one is.
    pub left: fn(usize, &str) -> String,
    /// How one goes on while letters are written.
    pub goes_on: &'static str,
    /// Letters about tasks were written, in one line: so many, about so many, and the key that takes them back.
    pub done: fn(usize, usize, &str) -> String,
    /// Where files lie that no folder was named for, and at the door.
    pub places: [&'static str; 2],
    /// What stands in the log of each task.
    pub recorded: &'static str,
    /// How files are fetched at the door.
    pub fetch: &'static str,
    /// How one goes back from what was written.
    pub done_keys: &'static str,
}

pub(super) const VI: PaperWords = PaperWords {
    options: &[
        ("asks", "urge: đôn đốc; explain: yêu cầu giải trình"),
        (
            "leads",
            "Chỉ cơ quan chủ trì này: mã hoặc tên; nêu được nhiều lần",
        ),
        (
            "first_number",
            "Số của công văn đầu; không nêu thì theo số đang đếm",
        ),
        ("answer_by", "Phải trả lời chậm nhất ngày này"),
        (
            "letters_to",
            "Thư mục cho các công văn, hoặc tệp .docx nếu chỉ có một",
        ),
        ("paper", "report: báo cáo; letter: công văn"),
        ("paper_file", "Tệp .docx sẽ ghi; tệp đã có được giữ nguyên"),
    ],
    fault: |fault| {
        match fault {
        PaperFault::NotDocx(path) => format!(
            "Mẫu {} không phải tệp Word (.docx). Lấy mẫu gốc bằng cchc config paper rồi sửa trong Word.",
            path.display()
        ),
        PaperFault::NoTable(path) => format!(
            "Mẫu {} không có chỗ cho bảng. Thêm một dòng {{{{bang}}}} vào mẫu.",
            path.display()
        ),
        PaperFault::UnknownPlace(path, name) => format!(
            "Mẫu {} có chỗ {{{{{name}}}}} mà chương trình không biết. Sửa lại tên hoặc xóa đi; các tên có trong mẫu gốc (cchc config paper).",
            path.display()
        ),
        PaperFault::NothingToSay => {
            "Không có nhiệm vụ nào để lập công văn; chưa ghi gì. Xem lại bộ lọc và lý do từng nhiệm vụ.".to_owned()
        }
        PaperFault::OneFile(count) => format!(
            "Có {count} công văn, mỗi cơ quan một tệp. Nêu một thư mục, hoặc chọn một cơ quan."
        ),
        PaperFault::NoSymbol => {
            "Chưa có ký hiệu văn bản nên chưa đánh số được. Quản trị đặt ở :cài đặt, hoặc: cchc config set paper.symbol SNV-CCHC".to_owned()
        }
        PaperFault::Overtaken => {
            "Người khác vừa lập công văn hoặc sửa các nhiệm vụ này; chưa ghi gì. Làm lại.".to_owned()
        }
    }
    },
    written: |letters, tasks, numbers, place| {
        format!(
            "Đã lập {letters} công văn về {tasks} nhiệm vụ, số {numbers}, ở {place}. Hoàn tác được."
        )
    },
    would: |letters, tasks, numbers| {
        format!("Sẽ lập {letters} công văn về {tasks} nhiệm vụ, số {numbers}; chưa ghi gì.")
    },
    letter: |number, agency, tasks, file| format!("{number}  {agency}: {tasks} nhiệm vụ  {file}"),
    form: LetterFormWords {
        title: "Công văn về nhiệm vụ quá hạn",
        kind: |kind| match kind {
            LetterKind::Urge => "đôn đốc",
            LetterKind::Explain => "yêu cầu giải trình",
        },
        fields: ["Công văn", "Số bắt đầu", "Hạn trả lời", "Thư mục hoặc tệp"],
        notes: [
            "Bỏ trống số: số kế tiếp trong năm. Bỏ trống thư mục: thư mục đang đứng trên máy chủ; chỉ một công văn thì nêu được tên tệp .docx.",
            "Bỏ trống số: số kế tiếp trong năm. Tệp nằm ở chỗ của anh/chị trên máy chủ; lấy về: ssh MÁY get TÊN",
        ],
        hint: "F10 lập công văn và ghi · Esc quay lại, chưa ghi gì",
        looking: "Đang xem sẽ lập những công văn nào…",
        look_again: "Xem lại sẽ lập gì, rồi F10 lần nữa để ghi.",
        bad_number: |text| {
            format!("\"{text}\" không phải số công văn. Nhập từ 1 đến 99.999, hoặc bỏ trống.")
        },
        busy: "Đang có việc dài khác; xong việc đó rồi F10.",
        more: |count| format!("và {count} cơ quan nữa"),
        left: |count, why| format!("Bỏ qua {count} nhiệm vụ. {why}"),
        goes_on: "F3 về Việc hôm nay, việc lập công văn vẫn tiếp tục · Esc dừng",
        done: |letters, tasks, undo| {
            format!("Đã lập {letters} công văn về {tasks} nhiệm vụ. {undo} lấy lại.")
        },
        places: ["thư mục đang đứng", "chỗ của anh/chị trên máy chủ"],
        recorded: "Mỗi nhiệm vụ có số công văn của nó trong nhật ký.",
        fetch: "Lấy từng tệp về từ máy mình: ssh MÁY get TÊN > TÊN",
        done_keys: "Esc về; ở danh sách F9 lấy lại. Lấy lại thì số và nhật ký trở về như trước, tệp đã ghi vẫn nằm đó.",
    },
    skeleton: |path| {
        format!(
            "Đã ghi mẫu vào {path}. Sửa trong Word, rồi nêu tệp ở mục [paper] của tệp cấu hình."
        )
    },
    see_annex: |title, annex| format!("{title}: số liệu chi tiết tại {annex} kèm theo."),
    annex: |number| match number {
        Some(number) => format!("Phụ lục {number}"),
        None => "Phụ lục".to_owned(),
    },
    annexed_to: |number, day| format!("(Kèm theo Báo cáo số {number} {day})"),
};

pub(super) const EN: PaperWords = PaperWords {
    options: &[
        ("asks", "urge, or explain: ask for an explanation"),
        (
            "leads",
            "This lead agency only: code or name; may be given several times",
        ),
        (
            "first_number",
            "The number of the first letter; else the one that is counted",
        ),
        ("answer_by", "The answer is wanted by this day"),
        (
            "letters_to",
            "The directory of the letters, or a .docx file where it is one",
        ),
        ("paper", "report, or letter"),
        (
            "paper_file",
            "The .docx file to write; one that is there stays",
        ),
    ],
    fault: |fault| {
        match fault {
        PaperFault::NotDocx(path) => format!(
            "The skeleton {} is no Word file (.docx). Begin with the one of cchc config paper and edit it in Word.",
            path.display()
        ),
        PaperFault::NoTable(path) => format!(
            "The skeleton {} has no place for the table. Add a line {{{{bang}}}} to it.",
            path.display()
        ),
        PaperFault::UnknownPlace(path, name) => format!(
            "The skeleton {} has a place {{{{{name}}}}} that is unknown. Correct the name or remove it; the names stand in the skeleton of cchc config paper.",
            path.display()
        ),
        PaperFault::NothingToSay => {
            "There is no task to write a letter about; nothing was saved. Look at the filter and at the reason of each task.".to_owned()
        }
        PaperFault::OneFile(count) => format!(
            "There are {count} letters, a file for each agency. Name a directory, or choose one agency."
        ),
        PaperFault::NoSymbol => {
            "There is no symbol yet, so letters have no number. An administrator sets it in :settings, or: cchc config set paper.symbol SNV-CCHC".to_owned()
        }
        PaperFault::Overtaken => {
            "Somebody has just written letters or changed these tasks; nothing was saved. Do it again.".to_owned()
        }
    }
    },
    written: |letters, tasks, numbers, place| {
        format!(
            "{} about {}, number {numbers}, in {place}. Can be taken back.",
            count_of(letters, "letter"),
            count_of(tasks, "task")
        )
    },
    would: |letters, tasks, numbers| {
        format!(
            "It would be {} about {}, number {numbers}; nothing was saved.",
            count_of(letters, "letter"),
            count_of(tasks, "task")
        )
    },
    letter: |number, agency, tasks, file| {
        format!("{number}  {agency}: {}  {file}", count_of(tasks, "task"))
    },
    form: LetterFormWords {
        title: "Letters about late tasks",
        kind: |kind| match kind {
            LetterKind::Urge => "urging",
            LetterKind::Explain => "asking for an explanation",
        },
        fields: ["Letter", "First number", "Answer by", "Folder or file"],
        notes: [
            "No number: the next one of the year. No folder: the present one on the server; for a single letter a .docx file may be named.",
            "No number: the next one of the year. They lie in your place on the server; fetch them: ssh HOST get NAME",
        ],
        hint: "F10 writes and records them · Esc goes back, nothing is saved",
        looking: "Looking which letters there would be…",
        look_again: "Look at what would be written, then F10 again writes it.",
        bad_number: |text| {
            format!("\"{text}\" is no number of a letter. Enter 1 to 99,999, or nothing.")
        },
        busy: "Another long work goes on; F10 when it is done.",
        more: |count| format!("and {count} more agencies"),
        left: |count, why| format!("{} left out. {why}", count_of(count, "task")),
        goes_on: "F3 goes home, the letters go on · Esc stops",
        done: |letters, tasks, undo| {
            format!(
                "{} about {}. {undo} takes them back.",
                count_of(letters, "letter"),
                count_of(tasks, "task")
            )
        },
        places: ["the present folder", "your place on the server"],
        recorded: "Each task has the number of its letter in its log.",
        fetch: "Fetch each from your own machine: ssh HOST get NAME > NAME",
        done_keys: "Esc goes back; F9 in the list takes them back. Numbers and logs are then as before, the files stay.",
    },
    skeleton: |path| {
        format!(
            "The skeleton is in {path}. Edit it in Word, then name it in [paper] of the configuration."
        )
    },
    see_annex: |title, annex| format!("{title}: see {annex}."),
    annex: |number| match number {
        Some(number) => format!("Annex {number}"),
        None => "Annex".to_owned(),
    },
    annexed_to: |number, day| format!("(Kèm theo Báo cáo số {number} {day})"),
};

fn count_of(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

/// A letter to a lead: what stands in it besides letterhead and table.
#[derive(Debug, Clone, Copy)]
pub struct LetterTexts<'a> {
    /// What it asks.
    pub kind: LetterKind,
    /// The agency that it goes to.
    pub agency: &'a str,
    /// Its head, by title.
    pub head: &'a str,
    /// Who asks.
    pub issuer: &'a str,
    /// As of which day, as papers write it.
    pub today: &'a str,
    /// The day by which an answer is wanted, likewise.
    pub until: Option<&'a str>,
    /// So many tasks.
    pub tasks: usize,
}

impl LetterTexts<'_> {
    /// The abstract, beneath the number: "V/v ...".
    #[must_use]
    pub fn subject(&self) -> String {
        match self.kind {
            LetterKind::Urge => "đôn đốc thực hiện nhiệm vụ cải cách hành chính quá hạn",
            LetterKind::Explain => {
                "yêu cầu giải trình việc chậm thực hiện nhiệm vụ cải cách hành chính"
            }
        }
        .to_owned()
    }

    /// What stands before the table.
    #[must_use]
    pub fn opening(&self) -> String {
        format!(
            "Qua theo dõi việc thực hiện các nhiệm vụ cải cách hành chính được giao, tính đến {}, {} chủ trì {} nhiệm vụ đã quá hạn nhưng chưa hoàn thành, cụ thể như sau:",
            self.today,
            self.agency,
            two_digits(self.tasks)
        )
    }

    /// What is asked, after the table; the sign of the end is part of it.
    #[must_use]
    pub fn request(&self) -> String {
        let until = match self.until {
            Some(day) => format!("chậm nhất {day}"),
            None => "trong thời gian sớm nhất".to_owned(),
        };
        match self.kind {
            LetterKind::Urge => format!(
                "{} đề nghị {} khẩn trương chỉ đạo hoàn thành các nhiệm vụ nêu trên, cập nhật kết quả trên hệ thống theo dõi và báo cáo bằng văn bản {until}./.",
                self.issuer, self.agency
            ),
            LetterKind::Explain => format!(
                "{} đề nghị {} giải trình bằng văn bản nguyên nhân chậm, trách nhiệm của tập thể, cá nhân có liên quan và thời hạn hoàn thành từng nhiệm vụ nêu trên, gửi {until}./.",
                self.issuer, self.head
            ),
        }
    }

    /// The headings of the table.
    #[must_use]
    pub const fn headings() -> [&'static str; 5] {
        [
            "Số hiệu",
            "Nội dung nhiệm vụ",
            "Thời hạn",
            "Số ngày làm việc trễ",
            "Nội dung đề nghị",
        ]
    }

    /// What is asked about a task; the how manieth urging it is.
    #[must_use]
    pub fn asked(&self, urging: u32) -> String {
        match self.kind {
            LetterKind::Urge if urging > 1 => {
                format!("Hoàn thành, báo cáo kết quả (đôn đốc lần {urging})")
            }
            LetterKind::Urge => "Hoàn thành, báo cáo kết quả".to_owned(),
            LetterKind::Explain => "Giải trình nguyên nhân chậm".to_owned(),
        }
    }
}

/// Numbers below 10 are written with a zero before them.
fn two_digits(number: usize) -> String {
    format!("{number:02}")
}

/// What a setting about papers is called.
pub(super) const fn vi_label(setting: Setting) -> &'static str {
    match setting {
        Setting::PaperSuperior => "Cấp trên",
        Setting::PaperIssuer => "Nơi ban hành",
        Setting::PaperSymbol => "Ký hiệu",
        Setting::PaperPlace => "Địa danh",
        Setting::PaperAuthority => "Quyền hạn ký",
        Setting::PaperSigner => "Chức vụ ký",
        Setting::PaperRecipients => "Nơi nhận",
        Setting::PaperNumber => "Số công văn",
        Setting::Soon
        | Setting::Loud
        | Setting::UrgeGap
        | Setting::BeforeIsExclusive
        | Setting::IdleEnd
        | Setting::Sessions => "",
    }
}

/// What it does.
pub(super) const fn vi_meaning(setting: Setting) -> &'static str {
    match setting {
        Setting::PaperSuperior => "Cơ quan chủ quản, ở góc trái đầu văn bản, viết hoa.",
        Setting::PaperIssuer => "Cơ quan ban hành văn bản, viết hoa: SỞ NỘI VỤ.",
        Setting::PaperSymbol => "Ký hiệu công văn: SNV-CCHC; báo cáo lấy phần đầu: BC-SNV.",
        Setting::PaperPlace => "Địa danh trước ngày tháng: Thành phố Hồ Chí Minh.",
        Setting::PaperAuthority => {
            "Quyền hạn của người ký, viết hoa: KT. GIÁM ĐỐC, TL. CHỦ TỊCH; bỏ trống là không có."
        }
        Setting::PaperSigner => "Chức vụ người ký, viết hoa, không ghi tên: PHÓ GIÁM ĐỐC.",
        Setting::PaperRecipients => "Các dòng nơi nhận: Như trên; Lưu: VT, CCHC.",
        Setting::PaperNumber => {
            "Số của công văn kế tiếp; mỗi công văn lập ra thì tăng một. Sang năm bắt đầu lại từ 01."
        }
        Setting::Soon
        | Setting::Loud
        | Setting::UrgeGap
        | Setting::BeforeIsExclusive
        | Setting::IdleEnd
        | Setting::Sessions => "",
    }
}

/// What a setting about papers is called.
pub(super) const fn en_label(setting: Setting) -> &'static str {
    match setting {
        Setting::PaperSuperior => "Superior",
        Setting::PaperIssuer => "Issuer",
        Setting::PaperSymbol => "Symbol",
        Setting::PaperPlace => "Place",
        Setting::PaperAuthority => "Authority",
        Setting::PaperSigner => "Signer",
        Setting::PaperRecipients => "Recipients",
        Setting::PaperNumber => "Next letter",
        Setting::Soon
        | Setting::Loud
        | Setting::UrgeGap
        | Setting::BeforeIsExclusive
        | Setting::IdleEnd
        | Setting::Sessions => "",
    }
}

/// What it does.
pub(super) const fn en_meaning(setting: Setting) -> &'static str {
    match setting {
        Setting::PaperSuperior => "The agency above, at the head of papers, in capitals.",
        Setting::PaperIssuer => "The agency that issues papers, in capitals: SỞ NỘI VỤ.",
        Setting::PaperSymbol => {
            "The symbol of letters: SNV-CCHC; reports take its beginning: BC-SNV."
        }
        Setting::PaperPlace => "The place before the date: Thành phố Hồ Chí Minh.",
        Setting::PaperAuthority => {
            "In whose name papers are signed: KT. GIÁM ĐỐC, TL. CHỦ TỊCH; empty is none."
        }
        Setting::PaperSigner => "The title of who signs, in capitals, no name: PHÓ GIÁM ĐỐC.",
        Setting::PaperRecipients => "The lines of recipients: Như trên; Lưu: VT, CCHC.",
        Setting::PaperNumber => {
            "The number of the next letter; each letter counts it up. A new year begins with 01."
        }
        Setting::Soon
        | Setting::Loud
        | Setting::UrgeGap
        | Setting::BeforeIsExclusive
        | Setting::IdleEnd
        | Setting::Sessions => "",
    }
}
