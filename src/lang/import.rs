//! The words of importing a file: asking for it, its rows and doubts, its columns, writing it.

use crate::domain::annex::{Column, ColumnSource, Encoding, FileForm, SkipReason};
use crate::domain::batch::{BatchState, Steps};
use crate::domain::deadline::Kind;
use crate::domain::error::FileFault;
use crate::domain::legacy::Coding;

use super::{Language, format};

/// How far a long work is, in numbers as they are written: done, of how many, how many a second, and the
/// seconds that are left; none where that is not known.
#[derive(Debug, Clone, Copy)]
pub struct Far<'a> {
    /// Rows or tasks that are done.
    pub done: &'a str,
    /// Of so many.
    pub total: Option<&'a str>,
    /// So many a second.
    pub rate: Option<&'a str>,
    /// Seconds.
    pub left: Option<usize>,
}

/// The words of importing a file.
#[derive(Debug)]
pub struct ImportWords {
    /// The title of the first screen.
    pub title: &'static str,
    /// Label: the file.
    pub file: &'static str,
    /// Label: the document of rows that name none.
    pub document: &'static str,
    /// Label: its date.
    pub date: &'static str,
    /// Label: occurrences that are over are made too.
    pub past: &'static str,
    /// What the keys do there.
    pub start_hint: &'static str,
    /// A file is being read, and how that is ended.
    pub reading: &'static str,
    /// What can be done about a file that cannot be read; empty where the fault says it.
    pub what_to_do: fn(&FileFault) -> &'static str,
    /// Columns are shown because no header was found.
    pub no_header: &'static str,
    /// Above the past imports.
    pub batches: &'static str,
    /// Nothing was imported yet.
    pub no_batches: &'static str,
    /// What the keys do on a past import.
    pub batches_hint: &'static str,
    /// The same where it broke off.
    pub unfinished_hint: &'static str,
    /// Asks whether to take an import back: the file and its tasks.
    pub ask_take_back: fn(&str, &str) -> String,
    /// It is taken back already.
    pub is_taken_back: &'static str,
    /// To finish an import its file has to be named: its name.
    pub name_the_file: fn(&str) -> String,
    /// The same where its taking back broke off.
    pub half_back_hint: &'static str,
    /// How far an import came.
    pub state: fn(BatchState) -> &'static str,
    /// An import was taken back: so many tasks, so many left.
    pub batch_taken_back: fn(usize, usize) -> String,
    /// The title of the list of files.
    pub files: &'static str,
    /// What the keys do there.
    pub files_hint: &'static str,
    /// How far it is: reading, writing, taking back.
    pub running: [fn(Far<'_>) -> String; 3],
    /// Behind how far it is: how it is ended by its own screen, and from everywhere else.
    pub how_to_stop: [&'static str; 2],
    /// Asks whether to end it: reading, writing, taking back.
    pub end_running: [&'static str; 3],
    /// Nothing goes on that could be ended.
    pub nothing_runs: &'static str,
    /// The title of that question.
    pub stop: &'static str,
    /// It was ended by a person: reading, writing, taking back.
    pub stopped: [&'static str; 3],
    /// A file was written, said wherever one is: new, changed, to review, and the key that takes it back.
    pub imported: fn(&str, &str, u64, &str) -> String,
    /// The title of the preview.
    pub preview: &'static str,
    /// In which form a file holds its tables.
    pub form: fn(FileForm) -> String,
    /// A sheet: its name, which of how many.
    pub sheet: fn(&str, usize, usize) -> String,
    /// The sorts of rows: new, changed, unchanged, to review, skipped, all.
    pub sorts: [&'static str; 6],
    /// The same in few cells.
    pub short_sorts: [&'static str; 6],
    /// Above the columns of the list: row, number, content, lead, due.
    pub headings: [&'static str; 5],
    /// A column of ours.
    pub column: fn(Column) -> &'static str,
    /// Why a row is no task.
    pub skipped: fn(SkipReason) -> &'static str,
    /// What becomes of a row: new, changed, unchanged.
    pub fates: [&'static str; 3],
    /// A row by its number.
    pub line: fn(u64) -> String,
    /// It makes so many agency-tasks.
    pub agency_tasks: fn(u64) -> String,
    /// So many occurrences are over and are not made.
    pub passed_over: fn(u64) -> String,
    /// A person let the row stand as it was read.
    pub is_settled: &'static str,
    /// A text was taken from this cell above.
    pub carried: fn(&str) -> String,
    /// A text was typed in the preview.
    pub by_hand: &'static str,
    /// A cell was decoded: from which coding, and what stood there.
    pub decoded: fn(Coding, &str) -> String,
    /// A sort of deadline.
    pub deadline_kind: fn(Kind) -> &'static str,
    /// Due on this day.
    pub due: fn(&str) -> String,
    /// Due before an extension on this day.
    pub original: fn(&str) -> String,
    /// What a deadline was read as.
    pub read_as: fn(&str) -> String,
    /// Ongoing work, in eight cells.
    pub ongoing_short: &'static str,
    /// A deadline that is not clear, in eight cells.
    pub unclear_short: &'static str,
    /// There are no rows of this sort.
    pub no_rows: &'static str,
    /// Which row of how many.
    pub place: fn(&str, &str) -> String,
    /// What the keys do on a row that is doubted.
    pub review_hint: &'static str,
    /// On a row that is skipped.
    pub skipped_hint: &'static str,
    /// On any other row.
    pub rows_hint: &'static str,
    /// What the keys do in the doubts of a row.
    pub doubts_hint: &'static str,
    /// Which doubt of how many, in which row.
    pub doubt: fn(usize, usize, u64) -> String,
    /// What is chosen holds for every row that writes it so.
    pub everywhere: &'static str,
    /// What is chosen holds for this row.
    pub only_here: &'static str,
    /// Nobody fits: any agency can be chosen.
    pub choose_any: &'static str,
    /// Below several leads: what becomes of those that are not chosen.
    pub one_leads: &'static str,
    /// Another text can be typed.
    pub type_again: &'static str,
    /// What was settled: meant, typed, as read, all as read, left out, taken in.
    pub settlements: [&'static str; 6],
    /// After a settlement: what, so many rows are left to review, so many fewer.
    pub settled: fn(&str, u64, u64) -> String,
    /// All of a sort were right as read: so many rows are left to review, so many fewer. Those that have another
    /// doubt too stay.
    pub settled_of_a_sort: fn(u64, u64) -> String,
    /// A settlement was taken back: so many rows are to be reviewed.
    pub unsettled: fn(u64) -> String,
    /// A settlement was taken back, in few words.
    pub taken_back: &'static str,
    /// There is nothing to take back.
    pub nothing_settled: &'static str,
    /// Settlements of before are made again.
    pub settled_again: fn(usize) -> String,
    /// Nothing is doubted here.
    pub nothing_doubted: &'static str,
    /// The last doubt was settled.
    pub all_settled: &'static str,
    /// No doubtful row in this direction.
    pub no_more_doubts: &'static str,
    /// The row is no task.
    pub no_task: &'static str,
    /// The file is being read or written: keys on its rows wait.
    pub wait: &'static str,
    /// The program would be left while tasks are written.
    pub still_writing: &'static str,
    /// The preview was left.
    pub left: &'static str,
    /// The file has one sheet.
    pub one_sheet: &'static str,
    /// The title of the list of sheets.
    pub sheets: &'static str,
    /// Behind the name of a sheet that the workbook does not show.
    pub hidden: &'static str,
    /// The file was read again.
    pub read_again: &'static str,
    /// This file was imported before: when, by whom.
    pub before: fn(&str, &str) -> String,
    /// So many hidden rows were read.
    pub hidden_rows: fn(u64) -> String,
    /// Hidden columns were read: their letters.
    pub hidden_columns: fn(&str) -> String,
    /// Formulas that failed: how many, the first cell.
    pub cell_errors: fn(u64, &str) -> String,
    /// Other sheets have a header too.
    pub other_sheets: fn(&str) -> String,
    /// So many rows were decoded.
    pub decoded_rows: fn(u64) -> String,
    /// So many rows name no document.
    pub no_document: fn(u64) -> String,
    /// The title of the field for another text.
    pub cell: &'static str,
    /// What the keys do there.
    pub cell_hint: &'static str,
    /// What the file says.
    pub in_file: fn(&str) -> String,
    /// The title of the columns.
    pub columns: &'static str,
    /// What the keys do there.
    pub columns_hint: &'static str,
    /// A column of the file that is not read.
    pub no_meaning: &'static str,
    /// How it is known what a column is.
    pub source: fn(ColumnSource) -> &'static str,
    /// There is no coding of a column that is not read.
    pub no_column: &'static str,
    /// Without content there are no tasks.
    pub needs_content: &'static str,
    /// How a column is coded: recognised row by row, or as it was said.
    pub coded: fn(Option<Option<Coding>>) -> String,
    /// So many of its rows are of an old coding.
    pub legacy_rows: fn(u64) -> String,
    /// A text before and after it was decoded.
    pub before_after: fn(&str, &str) -> String,
    /// The first text of a column.
    pub example: fn(&str) -> String,
    /// The title of the last step.
    pub write: &'static str,
    /// So many agency-tasks will be written from this file.
    pub will_write: fn(&str, &str) -> String,
    /// Rows: new, changed, unchanged, skipped.
    pub will_counts: fn([&str; 4]) -> String,
    /// Parents among the new.
    pub will_parents: fn(u64) -> String,
    /// Occurrences among the new.
    pub will_occurrences: fn(u64) -> String,
    /// In how many steps.
    pub steps: fn(Steps) -> String,
    /// So many rows stay doubtful, and where they will be found.
    pub will_review: fn(&str) -> String,
    /// Nothing is new or changed.
    pub nothing_to_write: &'static str,
    /// How one goes back.
    pub back: &'static str,
    /// F10 writes.
    pub write_keys: &'static str,
    /// The same on the message line.
    pub write_hint: &'static str,
    /// The writing begins.
    pub beginning: &'static str,
    /// The writing goes on when the screen is left.
    pub goes_on: &'static str,
    /// It is written: new, changed, unchanged.
    pub done: fn([&str; 3]) -> String,
    /// So many rows wait on home.
    pub done_review: fn(u64) -> String,
    /// What can be done then.
    pub done_keys: &'static str,
}

fn vi_number(count: u64) -> String {
    format::number(
        i64::try_from(count).unwrap_or(i64::MAX),
        Language::Vietnamese,
    )
}

fn en_number(count: u64) -> String {
    format::number(i64::try_from(count).unwrap_or(i64::MAX), Language::English)
}

pub(super) fn vi_far(deed: &str, things: &str, far: Far<'_>, end: &str) -> String {
    let total = far
        .total
        .map_or_else(String::new, |total| format!("/{total}"));
    let rate = far
        .rate
        .map_or_else(String::new, |rate| format!(" · {rate}/giây"));
    let left = far.left.map_or_else(String::new, |left| match left {
        ..90 => format!(" · còn {left} giây"),
        _ => format!(" · còn {} phút", left.div_ceil(60)),
    });
    format!("{deed} {}{total} {things}{rate}{left}{end}", far.done)
}

pub(super) fn en_far(deed: &str, things: &str, far: Far<'_>, end: &str) -> String {
    let total = far
        .total
        .map_or_else(String::new, |total| format!("/{total}"));
    let rate = far
        .rate
        .map_or_else(String::new, |rate| format!(" · {rate} a second"));
    let left = far.left.map_or_else(String::new, |left| match left {
        ..90 => format!(" · {left} s left"),
        _ => format!(" · {} min left", left.div_ceil(60)),
    });
    format!("{deed} {}{total} {things}{rate}{left}{end}", far.done)
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16 => "UTF-16",
        Encoding::Windows1258 => "Windows-1258",
        Encoding::Windows1252 => "Windows-1252",
    }
}

fn coding(coding: Coding) -> &'static str {
    match coding {
        Coding::Tcvn3 => "TCVN3 (ABC)",
        Coding::Vni => "VNI",
    }
}

fn sign(delimiter: char) -> String {
    match delimiter {
        '\t' => "Tab".to_owned(),
        sign => sign.to_string(),
    }
}

fn form(form: FileForm) -> String {
    match form {
        FileForm::Csv {
            encoding: letters,
            delimiter,
        } => format!("CSV {} \"{}\"", encoding(letters), sign(delimiter)),
        FileForm::Xlsx => "XLSX".to_owned(),
        FileForm::Xls => "XLS".to_owned(),
        FileForm::Ods => "ODS".to_owned(),
    }
}

pub(super) const VI: ImportWords = ImportWords {
    title: "Nhập phụ lục",
    file: "Tệp",
    document: "Văn bản giao",
    date: "Ngày văn bản",
    past: "Tạo cả kỳ đã qua",
    start_hint: "F10 Đọc tệp, chưa ghi gì · F4 chọn tệp trên máy chủ · Tab sang ô khác",
    reading: "Đang đọc tệp… Esc dừng",
    what_to_do: |fault| match fault {
        FileFault::MissingColumns { .. } => {
            "Thêm dòng tiêu đề có đủ các cột đó vào bảng rồi đọc lại; hoặc chọn đúng trang tính."
        }
        FileFault::NoHeader { .. } => {
            "Kiểm tra đúng tệp, đúng trang tính; hoặc nêu từng cột là gì ở bảng Cột."
        }
        _ => "",
    },
    no_header: "Không thấy dòng tiêu đề đủ cột. Dưới đây là các ô của dòng đầu: nhập số để nêu mỗi cột là gì, rồi F10 đọc lại. Esc quay lại chọn tệp khác.",
    batches: "Các lần nhập gần đây",
    no_batches: "Chưa nhập tệp nào.",
    batches_hint: "Enter xem nhiệm vụ của lần nhập · F9 lấy lại cả lần nhập · Esc về ô tệp",
    unfinished_hint: "Lần nhập này còn dở: F10 nhập tiếp · F9 lấy lại phần đã ghi",
    ask_take_back: |file, count| {
        format!("Lấy lại lần nhập {file} ({count} nhiệm vụ)? F10 lấy lại · Esc giữ nguyên")
    },
    is_taken_back: "Lần nhập này đã được lấy lại.",
    name_the_file: |file| format!("Để nhập tiếp, nêu tệp {file} ở ô Tệp, rồi nhấn F10 tại đây."),
    half_back_hint: "Lần nhập này mới lấy lại được một phần: F9 lấy lại tiếp · Enter xem phần còn lại",
    state: |state| match state {
        BatchState::Unfinished => "còn dở",
        BatchState::Finished => "đã nhập",
        BatchState::Cancelled => "đã dừng",
        BatchState::TakingBack => "lấy lại dở",
        BatchState::TakenBack => "đã lấy lại",
    },
    batch_taken_back: |done, left| match left {
        0 => format!("Đã lấy lại cả lần nhập: {done} nhiệm vụ."),
        _ => format!("Đã lấy lại {done} nhiệm vụ; {left} để nguyên vì người khác đã sửa sau đó."),
    },
    files: "Chọn tệp",
    files_hint: "Gõ để lọc · Enter chọn, vào thư mục · Backspace lên thư mục trên · Esc thôi",
    running: [
        |far| vi_far("Đang đọc", "dòng", far, ""),
        |far| vi_far("Đang ghi", "nhiệm vụ", far, ""),
        |far| vi_far("Đang lấy lại", "nhiệm vụ", far, ""),
    ],
    how_to_stop: [" · Esc dừng", " · :dừng"],
    end_running: [
        "Dừng đọc tệp? Chưa ghi gì. F10 dừng · Esc đọc tiếp",
        "Dừng nhập? Phần đã ghi sẽ được lấy lại. F10 dừng · Esc ghi tiếp",
        "Dừng lấy lại? Phần còn lại lấy lại sau ở màn hình Nhập. F10 dừng · Esc lấy tiếp",
    ],
    nothing_runs: "Không có việc dài nào đang chạy.",
    stop: "Dừng việc đang chạy",
    stopped: [
        "Đã dừng đọc tệp; không ghi gì.",
        "Đã dừng nhập; phần đã ghi được lấy lại.",
        "Đã dừng lấy lại; có thể lấy lại tiếp ở màn hình Nhập.",
    ],
    imported: |new, changed, review, undo| {
        let review = match review {
            0 => String::new(),
            count => format!(", {count} dòng cần rà soát", count = vi_number(count)),
        };
        format!("Đã nhập {new} nhiệm vụ mới, đổi {changed}{review}. {undo} lấy lại.")
    },
    preview: "Nhập: xem trước",
    form,
    sheet: |name, at, of| match of {
        1 => format!("trang tính \"{name}\""),
        _ => format!("trang tính \"{name}\" ({at}/{of}), F4 đổi"),
    },
    sorts: [
        "Mới",
        "Đổi",
        "Giữ nguyên",
        "Cần rà soát",
        "Bỏ qua",
        "Tất cả",
    ],
    short_sorts: ["Mới", "Đổi", "Giữ", "Rà", "Bỏ", "Tất cả"],
    headings: ["Dòng", "STT", "Nội dung", "Chủ trì", "Hạn"],
    column: |column| match column {
        Column::Item => "STT",
        Column::Content => "Nội dung",
        Column::Area => "Lĩnh vực",
        Column::Product => "Sản phẩm",
        Column::Lead => "Chủ trì",
        Column::Support => "Phối hợp",
        Column::Deadline => "Thời hạn",
        Column::Document => "Văn bản",
    },
    skipped: |why| match why {
        SkipReason::Blank => "Dòng trống",
        SkipReason::RepeatedHeader => "Lặp tiêu đề",
        SkipReason::Heading => "Tiêu đề nhóm",
        SkipReason::Total => "Dòng tổng cộng",
        SkipReason::Footnote => "Ghi chú, chữ ký",
        SkipReason::Continuation => "Phần tiếp của dòng trên",
        SkipReason::NoContent => "Không có nội dung",
        SkipReason::TooManyCells => "Thừa ô so với tiêu đề",
        SkipReason::CellTooLong => "Có ô quá dài",
        SkipReason::LeftOut => "Đã bỏ qua",
    },
    fates: ["nhiệm vụ mới", "đã có, nội dung đổi", "đã có, giữ nguyên"],
    line: |line| format!("Dòng {line}"),
    agency_tasks: |count| format!("giao {count} cơ quan", count = vi_number(count)),
    passed_over: |count| format!("{count} kỳ đã qua không tạo", count = vi_number(count)),
    is_settled: "đúng như đã đọc",
    carried: |from| format!("(lấy từ {from})"),
    by_hand: "(gõ lại)",
    decoded: |from, before| format!("  giải mã {}, trước đó: {before}", coding(from)),
    deadline_kind: |kind| match kind {
        Kind::Date => "một ngày",
        Kind::Month => "cả tháng",
        Kind::Quarter => "cả quý",
        Kind::Half => "nửa năm",
        Kind::Year => "cả năm",
        Kind::Range => "một khoảng",
        Kind::Recurring => "định kỳ",
        Kind::Ongoing => "thường xuyên, không hạn",
        Kind::Relative => "tính từ sự kiện",
        Kind::Unknown => "chưa rõ hạn",
    },
    due: |day| format!("hạn {day}"),
    original: |day| format!(" (ban đầu {day})"),
    read_as: |text| format!("Đọc là: {text}"),
    ongoing_short: "th.xuyên",
    unclear_short: "chưa rõ",
    no_rows: "Không có dòng nào loại này.",
    place: |at, of| format!("{at}/{of}"),
    review_hint: "Enter rà soát · F2 Đúng như đã đọc · Dấu cách đánh dấu · F10 Nhập",
    skipped_hint: "Del lấy lại dòng đã bỏ qua · Tab xem loại khác · F10 Nhập",
    rows_hint: "+ nghi kế · Del Bỏ qua · Tab xem loại khác · F11 Cột · F10 Nhập",
    doubts_hint: "Số chọn · F4 chọn khác · F6 gõ lại · F2 Đúng như đã đọc · Esc về",
    doubt: |at, of, line| match of {
        1 => format!("Dòng {line}"),
        _ => format!("Dòng {line} · chỗ nghi {at}/{of} (Tab chỗ khác)"),
    },
    everywhere: "Áp dụng cho mọi dòng viết như vậy (dấu cách: chỉ dòng này)",
    only_here: "Chỉ áp dụng cho dòng này (dấu cách: mọi dòng viết như vậy)",
    one_leads: "Cơ quan được chọn là chủ trì, các cơ quan còn lại là phối hợp.",
    choose_any: "Enter hoặc F4 chọn cơ quan, nhóm cơ quan · F6 gõ lại ô này",
    type_again: "Enter hoặc F6 gõ lại ô này · F2 đúng như đã đọc · F4 chọn",
    settlements: [
        "Đã nhận cách viết này",
        "Đã đọc lại ô",
        "Đúng như đã đọc",
        "Đúng cả loại này",
        "Đã bỏ qua",
        "Đã lấy lại",
    ],
    settled: |what, left, fewer| match fewer {
        0 => format!(
            "{what}. Còn {left} dòng cần rà soát. F9 hoàn tác.",
            left = vi_number(left)
        ),
        _ => format!(
            "{what}. Còn {left} dòng cần rà soát (bớt {fewer}). F9 hoàn tác.",
            left = vi_number(left),
            fewer = vi_number(fewer)
        ),
    },
    settled_of_a_sort: |left, fewer| match fewer {
        0 => format!(
            "Chưa bớt dòng nào: dòng loại này còn điều khác cần rà soát. Còn {left} dòng.",
            left = vi_number(left)
        ),
        _ => format!(
            "Đúng cả loại này: bớt {fewer} dòng. Còn {left} dòng có điều khác cần rà soát.",
            left = vi_number(left),
            fewer = vi_number(fewer)
        ),
    },
    unsettled: |left| {
        format!(
            "Đã hoàn tác. Còn {left} dòng cần rà soát.",
            left = vi_number(left)
        )
    },
    taken_back: "Đã hoàn tác",
    nothing_settled: "Chưa xử lý chỗ nào để hoàn tác.",
    settled_again: |count| format!("Đang đặt lại {count} chỗ đã xử lý lần trước…"),
    nothing_doubted: "Dòng này không có chỗ nghi. F6 gõ lại một ô.",
    all_settled: "Đã rà soát hết. Esc về danh sách, F10 nhập.",
    no_more_doubts: "Không còn dòng cần rà soát ở phía này.",
    no_task: "Dòng này không phải nhiệm vụ.",
    wait: "Đang đọc hoặc ghi tệp này: Esc rời màn hình, các việc khác vẫn làm được.",
    still_writing: "Đang ghi tệp: thoát thì máy vẫn đợi ghi xong. Lệnh thoát lần nữa để thoát.",
    left: "Chưa ghi gì. Chỗ đã xử lý được giữ; mở lại bằng :nhập.",
    one_sheet: "Tệp này chỉ có một trang tính.",
    sheets: "Trang tính",
    hidden: " (đang ẩn)",
    read_again: "Đã đọc lại tệp.",
    before: |at, who| format!("Tệp này đã nhập lúc {at} ({who}); nhập lại chỉ ghi phần khác."),
    hidden_rows: |count| {
        format!(
            "Có {count} dòng ẩn, vẫn được đọc.",
            count = vi_number(count)
        )
    },
    hidden_columns: |letters| format!("Có cột ẩn, vẫn được đọc: {letters}."),
    cell_errors: |count, first| {
        format!(
            "Có {count} ô công thức bị lỗi, ô đầu là {first}.",
            count = vi_number(count)
        )
    },
    other_sheets: |names| format!("Trang tính khác cũng có bảng: {names}. F4 để đổi."),
    decoded_rows: |count| {
        format!(
            "Đã giải mã {count} dòng dùng bảng mã cũ (TCVN3, VNI).",
            count = vi_number(count)
        )
    },
    no_document: |count| {
        format!(
            "{count} dòng không ghi văn bản giao; nêu văn bản ở màn hình trước rồi đọc lại.",
            count = vi_number(count)
        )
    },
    cell: "Gõ lại ô",
    cell_hint: "Enter Đọc lại ô này · F4 lịch (ô thời hạn) · Esc để nguyên",
    in_file: |text| format!("Trong tệp: {text}"),
    columns: "Cột",
    columns_hint: "1-8 nêu cột là gì, 0 không đọc · F11 Bảng mã · F5 như đã nhận ra · F10 Đọc lại",
    no_meaning: "Không đọc",
    source: |source| match source {
        ColumnSource::Heading => "theo tiêu đề",
        ColumnSource::Remembered => "đã nhớ",
        ColumnSource::ByHand => "chọn tay",
        ColumnSource::Unknown => "chưa rõ",
    },
    no_column: "Cột này không được đọc, không cần bảng mã.",
    needs_content: "Cần ít nhất cột Nội dung: đặt con trỏ ở cột đó rồi nhập 2.",
    coded: |said| match said {
        None => "Bảng mã: tự nhận từng dòng (F11 đổi)".to_owned(),
        Some(None) => "Bảng mã: Unicode (F11 đổi)".to_owned(),
        Some(Some(old)) => format!("Bảng mã: {} (F11 đổi)", coding(old)),
    },
    legacy_rows: |count| {
        format!(
            "{count} dòng của cột này dùng bảng mã cũ.",
            count = vi_number(count)
        )
    },
    before_after: |before, after| format!("Trước: {before} → sau: {after}"),
    example: |text| format!("Ví dụ: {text}"),
    write: "Nhập: ghi vào cơ sở dữ liệu",
    will_write: |count, file| format!("Sẽ ghi {count} nhiệm vụ của cơ quan từ tệp {file}."),
    will_counts: |[new, changed, unchanged, skipped]| {
        format!("Dòng mới {new} · đổi {changed} · giữ nguyên {unchanged} · bỏ qua {skipped}")
    },
    will_parents: |count| {
        format!(
            "Trong đó {count} nhiệm vụ giao cho nhóm, theo dõi từng cơ quan.",
            count = vi_number(count)
        )
    },
    will_occurrences: |count| {
        format!(
            "Trong đó {count} kỳ của nhiệm vụ định kỳ.",
            count = vi_number(count)
        )
    },
    steps: |steps| {
        match steps {
        Steps::One => "Ghi một lần, lấy lại được cả lần nhập.".to_owned(),
        Steps::OneIfAlone(many) => format!(
            "Ghi một lần nếu không ai khác đang dùng, nếu có thì tối đa {many} đợt; lấy lại được cả lần nhập.",
            many = vi_number(many)
        ),
        Steps::Many(many) => format!(
            "Ghi tối đa {many} đợt để người khác vẫn làm việc được; lấy lại được cả lần nhập.",
            many = vi_number(many)
        ),
        Steps::Filling => "Cơ sở dữ liệu còn trống nên ghi một lần; người khác muốn lưu phải đợi. Lấy lại được cả lần nhập.".to_owned(),
    }
    },
    will_review: |count| {
        format!(
            "Còn {count} dòng cần rà soát: vẫn ghi, và nằm ở \"Cần rà soát sau khi nhập\" của Việc hôm nay."
        )
    },
    nothing_to_write: "Tệp không có gì mới hay thay đổi, không ghi gì.",
    back: "Esc quay lại.",
    write_keys: "F10 ghi. Esc quay lại, chưa ghi gì.",
    write_hint: "F10 Ghi · Esc quay lại, chưa ghi gì",
    beginning: "Đang bắt đầu ghi…",
    goes_on: "F3 về Việc hôm nay, việc ghi vẫn tiếp tục · Esc dừng nhập",
    done: |[new, changed, unchanged]| {
        format!("Đã nhập xong: {new} nhiệm vụ mới, {changed} đổi, {unchanged} giữ nguyên.")
    },
    done_review: |count| {
        format!(
            "{count} dòng cần rà soát nằm ở dòng 6 của Việc hôm nay.",
            count = vi_number(count)
        )
    },
    done_keys: "Enter xem nhiệm vụ · F9 lấy lại cả lần nhập · Esc về",
};

pub(super) const EN: ImportWords = ImportWords {
    title: "Import an annex",
    file: "File",
    document: "Document",
    date: "Its date",
    past: "Make past occurrences",
    start_hint: "F10 reads the file, nothing is written · F4 files of the server · Tab next",
    reading: "Reading the file… Esc stops",
    what_to_do: |fault| match fault {
        FileFault::MissingColumns { .. } => {
            "Give the table a header with these columns and read it again; or choose another sheet."
        }
        FileFault::NoHeader { .. } => {
            "See that it is the right file and sheet; or say what each column is."
        }
        _ => "",
    },
    no_header: "No header with the columns that are needed was found. These are the cells of that line: type digits to say what each column is, then F10 reads again. Esc goes back to choose another file.",
    batches: "The last imports",
    no_batches: "Nothing was imported yet.",
    batches_hint: "Enter shows its tasks · F9 takes the import back · Esc to the file",
    unfinished_hint: "This import broke off: F10 finishes it · F9 takes back what was written",
    ask_take_back: |file, count| {
        format!("Take back the import of {file} ({count} tasks)? F10 takes it back · Esc keeps it")
    },
    is_taken_back: "This import was taken back already.",
    name_the_file: |file| format!("To finish it, name the file {file} above, then press F10 here."),
    half_back_hint: "Only a part of it is taken back: F9 takes back the rest · Enter shows the rest",
    state: |state| match state {
        BatchState::Unfinished => "unfinished",
        BatchState::Finished => "imported",
        BatchState::Cancelled => "stopped",
        BatchState::TakingBack => "half back",
        BatchState::TakenBack => "taken back",
    },
    batch_taken_back: |done, left| match left {
        0 => format!("The import was taken back: {done} tasks."),
        _ => format!("Taken back: {done} tasks; {left} left alone, others changed them since."),
    },
    files: "Choose a file",
    files_hint: "Type to narrow · Enter chooses, opens folders · Backspace folder above · Esc",
    running: [
        |far| en_far("Reading", "rows", far, ""),
        |far| en_far("Writing", "tasks", far, ""),
        |far| en_far("Taking back", "tasks", far, ""),
    ],
    how_to_stop: [" · Esc stops", " · :stop"],
    end_running: [
        "Stop reading? Nothing was written. F10 stops · Esc reads on",
        "End the import? What was written is taken back. F10 ends · Esc goes on",
        "Stop taking back? The rest can be taken back later. F10 stops · Esc goes on",
    ],
    nothing_runs: "No long work is going on.",
    stop: "Stop the running work",
    stopped: [
        "Reading was stopped; nothing was written.",
        "The import was stopped; what was written is taken back.",
        "Taking back was stopped; it can be finished on the import screen.",
    ],
    imported: |new, changed, review, undo| {
        let review = match review {
            0 => String::new(),
            count => format!(", {count} rows to review", count = en_number(count)),
        };
        format!("Imported: {new} new tasks, {changed} changed{review}. {undo} takes it back.")
    },
    preview: "Import: preview",
    form,
    sheet: |name, at, of| match of {
        1 => format!("sheet \"{name}\""),
        _ => format!("sheet \"{name}\" ({at}/{of}), F4 changes"),
    },
    sorts: ["New", "Changed", "Unchanged", "To review", "Skipped", "All"],
    short_sorts: ["New", "Chan…", "Unch…", "Revi…", "Skip…", "All"],
    headings: ["Row", "No.", "Content", "Lead", "Due"],
    column: |column| match column {
        Column::Item => "No.",
        Column::Content => "Content",
        Column::Area => "Area",
        Column::Product => "Deliverable",
        Column::Lead => "Lead",
        Column::Support => "Support",
        Column::Deadline => "Deadline",
        Column::Document => "Document",
    },
    skipped: |why| match why {
        SkipReason::Blank => "Blank row",
        SkipReason::RepeatedHeader => "Header again",
        SkipReason::Heading => "Group heading",
        SkipReason::Total => "Totals",
        SkipReason::Footnote => "Note, signature",
        SkipReason::Continuation => "Rest of the row above",
        SkipReason::NoContent => "No content",
        SkipReason::TooManyCells => "More cells than the header",
        SkipReason::CellTooLong => "A cell is too long",
        SkipReason::LeftOut => "Left out",
    },
    fates: ["new task", "stored, its text changes", "stored as it is"],
    line: |line| format!("Row {line}"),
    agency_tasks: |count| format!("for {count} agencies", count = en_number(count)),
    passed_over: |count| {
        format!(
            "{count} past occurrences are not made",
            count = en_number(count)
        )
    },
    is_settled: "right as read",
    carried: |from| format!("(from {from})"),
    by_hand: "(typed)",
    decoded: |from, before| format!("  decoded from {}, before: {before}", coding(from)),
    deadline_kind: |kind| match kind {
        Kind::Date => "a day",
        Kind::Month => "a month",
        Kind::Quarter => "a quarter",
        Kind::Half => "half a year",
        Kind::Year => "a year",
        Kind::Range => "a range",
        Kind::Recurring => "recurring",
        Kind::Ongoing => "ongoing, never due",
        Kind::Relative => "counted from an event",
        Kind::Unknown => "not clear",
    },
    due: |day| format!("due {day}"),
    original: |day| format!(" (first {day})"),
    read_as: |text| format!("Read as: {text}"),
    ongoing_short: "ongoing",
    unclear_short: "unclear",
    no_rows: "There are no rows of this sort.",
    place: |at, of| format!("{at}/{of}"),
    review_hint: "Enter reviews · F2 right as read · Space marks · F10 imports",
    skipped_hint: "Del takes a left-out row in · Tab other rows · F10 imports",
    rows_hint: "+ next doubt · Del leaves out · Tab other rows · F11 columns · F10 imports",
    doubts_hint: "Digit chooses · F4 others · F6 type · F2 right as read · Esc back",
    doubt: |at, of, line| match of {
        1 => format!("Row {line}"),
        _ => format!("Row {line} · doubt {at}/{of} (Tab the other)"),
    },
    everywhere: "Holds for every row that writes it so (Space: this row only)",
    only_here: "Holds for this row only (Space: every row that writes it so)",
    one_leads: "Who is chosen leads, the others support.",
    choose_any: "Enter or F4 chooses an agency or a group · F6 types another text",
    type_again: "Enter or F6 types another text · F2 right as read · F4 chooses",
    settlements: [
        "This writing is known now",
        "The cell was read anew",
        "Right as read",
        "All of this kind right as read",
        "Left out",
        "Taken in",
    ],
    settled: |what, left, fewer| match fewer {
        0 => format!(
            "{what}. {left} rows to review. F9 undoes.",
            left = en_number(left)
        ),
        _ => format!(
            "{what}. {left} rows to review ({fewer} fewer). F9 undoes.",
            left = en_number(left),
            fewer = en_number(fewer)
        ),
    },
    settled_of_a_sort: |left, fewer| match fewer {
        0 => format!(
            "None fewer: these rows have other doubts too. {left} rows to review.",
            left = en_number(left)
        ),
        _ => format!(
            "All of this kind right as read: {fewer} fewer. {left} with other doubts.",
            left = en_number(left),
            fewer = en_number(fewer)
        ),
    },
    unsettled: |left| format!("Undone. {left} rows to review.", left = en_number(left)),
    taken_back: "Undone",
    nothing_settled: "Nothing was settled yet.",
    settled_again: |count| format!("Settling {count} doubts again as before…"),
    nothing_doubted: "Nothing is doubted here. F6 types another text for a cell.",
    all_settled: "Everything is reviewed. Esc to the list, F10 imports.",
    no_more_doubts: "No more rows to review in this direction.",
    no_task: "This row is no task.",
    wait: "This file is being read or written: Esc leaves, other work goes on.",
    still_writing: "A file is being written and will be to its end. Leave again to leave.",
    left: "Nothing was written. What you settled is kept; open it again with :import.",
    one_sheet: "This file has one sheet.",
    sheets: "Sheets",
    hidden: " (hidden)",
    read_again: "The file was read again.",
    before: |at, who| {
        format!("This file was imported {at} ({who}); again, only what differs is written.")
    },
    hidden_rows: |count| {
        format!(
            "{count} hidden rows were read too.",
            count = en_number(count)
        )
    },
    hidden_columns: |letters| format!("Hidden columns were read too: {letters}."),
    cell_errors: |count, first| {
        format!(
            "{count} cells hold failed formulas, the first is {first}.",
            count = en_number(count)
        )
    },
    other_sheets: |names| format!("Other sheets hold a table too: {names}. F4 changes."),
    decoded_rows: |count| {
        format!(
            "{count} rows of an old coding (TCVN3, VNI) were decoded.",
            count = en_number(count)
        )
    },
    no_document: |count| {
        format!(
            "{count} rows name no document; name it on the screen before and read again.",
            count = en_number(count)
        )
    },
    cell: "Another text",
    cell_hint: "Enter reads it anew · F4 calendar (deadline) · Esc leaves it",
    in_file: |text| format!("In the file: {text}"),
    columns: "Columns",
    columns_hint: "1-8 say what it is, 0 not read · F11 coding · F5 as recognised · F10 reads again",
    no_meaning: "Not read",
    source: |source| match source {
        ColumnSource::Heading => "by heading",
        ColumnSource::Remembered => "remembered",
        ColumnSource::ByHand => "by hand",
        ColumnSource::Unknown => "unknown",
    },
    no_column: "This column is not read and needs no coding.",
    needs_content: "The content is needed: go to its column and type 2.",
    coded: |said| match said {
        None => "Coding: recognised row by row (F11 changes)".to_owned(),
        Some(None) => "Coding: Unicode (F11 changes)".to_owned(),
        Some(Some(old)) => format!("Coding: {} (F11 changes)", coding(old)),
    },
    legacy_rows: |count| {
        format!(
            "{count} of its rows are of an old coding.",
            count = en_number(count)
        )
    },
    before_after: |before, after| format!("Before: {before} → after: {after}"),
    example: |text| format!("Example: {text}"),
    write: "Import: write",
    will_write: |count, file| format!("{count} agency-tasks of {file} will be written."),
    will_counts: |[new, changed, unchanged, skipped]| {
        format!("Rows: {new} new · {changed} changed · {unchanged} unchanged · {skipped} skipped")
    },
    will_parents: |count| {
        format!(
            "Of these {count} are given to a group and followed by agency.",
            count = en_number(count)
        )
    },
    will_occurrences: |count| {
        format!(
            "Of these {count} are occurrences of recurring tasks.",
            count = en_number(count)
        )
    },
    steps: |steps| {
        match steps {
        Steps::One => "Written at once; the import can be taken back as one.".to_owned(),
        Steps::OneIfAlone(many) => format!(
            "Written at once if nobody else is on, else in up to {many} steps; taken back as one.",
            many = en_number(many)
        ),
        Steps::Many(many) => format!(
            "Written in up to {many} steps, so that others go on working; taken back as one.",
            many = en_number(many)
        ),
        Steps::Filling => "The database is empty, so it is written at once; who saves meanwhile waits. Taken back as one.".to_owned(),
    }
    },
    will_review: |count| {
        format!(
            "{count} rows are still to be reviewed: they are written, and stand on home under \"To review after import\"."
        )
    },
    nothing_to_write: "The file holds nothing new or changed; nothing is written.",
    back: "Esc goes back.",
    write_keys: "F10 writes. Esc goes back, nothing is written.",
    write_hint: "F10 writes · Esc goes back, nothing is written",
    beginning: "Writing begins…",
    goes_on: "F3 goes home, the writing goes on · Esc ends the import",
    done: |[new, changed, unchanged]| {
        format!("Imported: {new} new tasks, {changed} changed, {unchanged} unchanged.")
    },
    done_review: |count| {
        format!(
            "{count} rows to review stand on line 6 of home.",
            count = en_number(count)
        )
    },
    done_keys: "Enter shows the tasks · F9 takes the import back · Esc back",
};
