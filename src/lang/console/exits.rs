//! What the exit codes mean; the help and the manual are made from it. The numbers are given out in `cli/exit.rs`, in
//! the loop of the screens and where a session rested too long.

/// Numbers, and what each means.
type Table = &'static [(u8, &'static str)];

pub(super) const VI: Table = &[
    (0, "xong"),
    (1, "không làm được, câu báo nói vì sao"),
    (2, "sai cú pháp, hoặc không có màn hình dùng được"),
    (3, "xong, và có việc cần xem (brief, doctor)"),
    (66, "không có cơ sở dữ liệu hoặc tệp"),
    (70, "lỗi của chính chương trình; báo quản trị hệ thống"),
    (73, "không tạo được: đã có, hoặc vướng thứ khác ở đó"),
    (75, "đang bận, thử lại"),
    (77, "không có quyền"),
    (
        124,
        "nghỉ quá lâu, phiên tự kết thúc; nội dung đang gõ được giữ",
    ),
    (129, "mất kết nối; nội dung đang gõ được giữ"),
    (130, "dừng bằng Ctrl-C"),
    (131, "bị thoát (SIGQUIT); nội dung đang gõ được giữ"),
    (143, "bị dừng; nội dung đang gõ được giữ"),
];

pub(super) const EN: Table = &[
    (0, "done"),
    (1, "could not, the sentence says why"),
    (2, "wrong usage, or no usable terminal"),
    (3, "done, and something is to be seen to (brief, doctor)"),
    (66, "no such database or file"),
    (70, "a fault of the program itself; tell the administrator"),
    (73, "cannot create: it exists, or something is in the way"),
    (75, "busy, try again"),
    (77, "no permission"),
    (
        124,
        "the session rested too long and was ended; what was typed is kept",
    ),
    (129, "the terminal went away; what was typed is kept"),
    (130, "ended by Ctrl-C"),
    (131, "told to quit (SIGQUIT); what was typed is kept"),
    (143, "terminated; what was typed is kept"),
];
