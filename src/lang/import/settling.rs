//! The doubts of a file and how they are settled.

use super::{en_number, vi_number};

/// The words of settling doubts.
#[derive(Debug)]
pub struct SettlingWords {
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
    /// So many settlements of an earlier reading do not fit any more.
    pub no_longer_fits: fn(usize) -> String,
    /// Columns that were begun to be said on the screens are not used without them.
    pub begun_on_screens: &'static str,
    /// Nothing is doubted here.
    pub nothing_doubted: &'static str,
    /// The last doubt was settled.
    pub all_settled: &'static str,
    /// No doubtful row in this direction.
    pub no_more_doubts: &'static str,
    /// The row is no task.
    pub no_task: &'static str,
    /// The preview was left.
    pub left: &'static str,
    /// The title of the field for another text.
    pub cell: &'static str,
    /// What the keys do there.
    pub cell_hint: &'static str,
    /// What the file says.
    pub in_file: fn(&str) -> String,
}

pub(super) const VI: SettlingWords = SettlingWords {
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
    choose_any: "Enter hoặc F4 chọn cơ quan, nhóm cơ quan · F6 gõ lại ô này",
    one_leads: "Cơ quan được chọn là chủ trì, các cơ quan còn lại là phối hợp.",
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
    no_longer_fits: |count| {
        format!("{count} chỗ đã xử lý lần trước không còn khớp, cần rà soát lại.")
    },
    begun_on_screens: "Các cột đang nêu dở trên màn hình không dùng ở đây; muốn dùng thì mở nhập trên màn hình.",
    nothing_doubted: "Dòng này không có chỗ nghi. F6 gõ lại một ô.",
    all_settled: "Đã rà soát hết. Esc về danh sách, F10 nhập.",
    no_more_doubts: "Không còn dòng cần rà soát ở phía này.",
    no_task: "Dòng này không phải nhiệm vụ.",
    left: "Chưa ghi gì. Chỗ đã xử lý được giữ; mở lại bằng :nhập.",
    cell: "Gõ lại ô",
    cell_hint: "Enter Đọc lại ô này · F4 lịch (ô thời hạn) · Esc để nguyên",
    in_file: |text| format!("Trong tệp: {text}"),
};

pub(super) const EN: SettlingWords = SettlingWords {
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
    choose_any: "Enter or F4 chooses an agency or a group · F6 types another text",
    one_leads: "Who is chosen leads, the others support.",
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
    no_longer_fits: |count| {
        format!("{count} settled before do not fit any more and are to be reviewed again.")
    },
    begun_on_screens: "The columns that you began to say on the screens are not used here; open the import there to use them.",
    nothing_doubted: "Nothing is doubted here. F6 types another text for a cell.",
    all_settled: "Everything is reviewed. Esc to the list, F10 imports.",
    no_more_doubts: "No more rows to review in this direction.",
    no_task: "This row is no task.",
    left: "Nothing was written. What you settled is kept; open it again with :import.",
    cell: "Another text",
    cell_hint: "Enter reads it anew · F4 calendar (deadline) · Esc leaves it",
    in_file: |text| format!("In the file: {text}"),
};
