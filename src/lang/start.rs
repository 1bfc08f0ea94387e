//! The words of the first start.

/// The words of the first start.
#[derive(Debug)]
pub struct StartWords {
    /// The title.
    pub title: &'static str,
    /// What happened: there is no database yet.
    pub opening: &'static str,
    /// The three ways: a heading and what it means.
    pub ways: [(&'static str, &'static str); 3],
    /// Asks for the file.
    pub file: &'static str,
    /// What the file has to be.
    pub file_hint: &'static str,
    /// A file is needed.
    pub needs_file: &'static str,
    /// What the keys do.
    pub hint: &'static str,
}

pub(super) const VI: StartWords = StartWords {
    title: "Bắt đầu",
    opening: "Chưa có cơ sở dữ liệu. Bắt đầu bằng cách nào?",
    ways: [
        (
            "Xem thử với dữ liệu mẫu",
            "nhiệm vụ CCHC của Thành phố đến 15/06/2023; không giữ lại",
        ),
        (
            "Nhập phụ lục từ tệp XLSX, XLS, ODS, CSV",
            "xem trước những chỗ chưa chắc rồi mới ghi",
        ),
        ("Bắt đầu trống", "tự thêm nhiệm vụ bằng F6"),
    ],
    file: "Tệp phụ lục",
    file_hint: "Tệp trên máy chủ, ví dụ /home/cv/phu-luc.xlsx · Enter nhập · Esc quay lại",
    needs_file: "Cần đường dẫn đến tệp phụ lục (XLSX, XLS, ODS, CSV).",
    hint: "1, 2, 3 hoặc ↑↓ Enter · F3 thoát, không tạo gì",
};

pub(super) const EN: StartWords = StartWords {
    title: "Begin",
    opening: "There is no database yet. How shall it begin?",
    ways: [
        (
            "Look around in the sample",
            "the city's reform tasks up to 15/06/2023; nothing is kept",
        ),
        (
            "Import an annex: XLSX, XLS, ODS or CSV",
            "what is doubtful is shown before anything is written",
        ),
        ("Begin empty", "enter tasks by hand with F6"),
    ],
    file: "Annex file",
    file_hint: "A file on the server, such as /home/cv/annex.xlsx · Enter imports · Esc back",
    needs_file: "The path of an annex is needed (XLSX, XLS, ODS, CSV).",
    hint: "1, 2, 3 or ↑↓ Enter · F3 leaves, nothing is made",
};
