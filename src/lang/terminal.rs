//! The terminal itself: characters, colours, the speed of the line, and the page on which they are tried.

/// What is said of the terminal; speeds come in bits a second.
#[derive(Debug)]
pub struct TerminalWords {
    /// The title of the page.
    pub title: &'static str,
    /// The first line of the page, in letters that every terminal shows: what to do where the next
    /// line cannot be read.
    pub unreadable: &'static str,
    /// Before the letters that are tried.
    pub letters: &'static str,
    /// The letters that are tried.
    pub letters_sample: &'static str,
    /// Before the signs that are tried.
    pub signs: &'static str,
    /// Before the colours that are tried.
    pub colours: &'static str,
    /// The names of the seven colours, black left out, and of bold, underline, reverse.
    pub colour_names: [&'static str; 7],
    /// Bold, underlined, reversed.
    pub attributes: [&'static str; 3],
    /// The lines that can be changed: characters, colours, theme, line, composing.
    pub lines: [&'static str; 5],
    /// The sets of characters, the richest first.
    pub glyphs: [&'static str; 4],
    /// The amounts of colour, the least first.
    pub amounts: [&'static str; 3],
    /// The themes: dark, light, high contrast, mono.
    pub themes: [&'static str; 4],
    /// Composing: off, Telex, VNI.
    pub composing: [&'static str; 3],
    /// A line that keeps up.
    pub fast: &'static str,
    /// A slow line, in bits a second.
    pub speed: fn(u32) -> String,
    /// The measure is shown on the message line; the line that changes it.
    pub measure: &'static str,
    /// Off and on.
    pub switch: [&'static str; 2],
    /// Before the keys that were pressed.
    pub keys: &'static str,
    /// No key was pressed yet.
    pub press: &'static str,
    /// Before what the last frames have cost.
    pub frames: &'static str,
    /// A frame: bytes, milliseconds until written, milliseconds on the line where it is slow.
    pub frame: fn(usize, u128, Option<u128>) -> String,
    /// The mean of the last ten, in bytes.
    pub mean: fn(usize) -> String,
    /// Before the name of the terminal.
    pub terminal: &'static str,
    /// Name, client, columns, rows, and what the line says of its speed.
    pub facts: fn(&str, &str, u16, u16, u32) -> String,
    /// What was chosen is remembered for this terminal and client.
    pub remembered: fn(&str, &str) -> String,
    /// After a change of characters; the keys of the next set and of the page.
    pub glyphs_are: fn(&str, &str, &str) -> String,
    /// After a change of colours; the keys of the next amount and of the page.
    pub colours_are: fn(&str, &str, &str) -> String,
    /// After a change of the line: its speed where it is slow, the key of the next one.
    pub line_is: fn(Option<u32>, &str) -> String,
    /// A terminal that was never seen before.
    pub first_seen: &'static str,
    /// Keys were typed before a dialog could be seen.
    pub unheard: fn(usize) -> String,
}

pub(super) const VI: TerminalWords = TerminalWords {
    title: "Kiểm tra màn hình",
    unreadable: "Dong duoi doc khong ra chu? Nhan 1 cho toi khi doc duoc.",
    letters: "Chữ",
    letters_sample: "Đặng Thị Ngọc Huyền ờ ỡ ợ ẳ ẵ ặ ữ ự ỷ ỹ QUYẾT ĐỊNH, CẢI CÁCH",
    signs: "Nét",
    colours: "Màu",
    colour_names: ["đỏ", "lục", "vàng", "lam", "tím", "lơ", "trắng"],
    attributes: ["đậm", "gạch chân", "đảo"],
    lines: ["Ký tự", "Màu", "Giao diện", "Đường truyền", "Bộ gõ"],
    glyphs: ["đầy đủ", "an toàn", "không dấu", "ASCII"],
    amounts: ["không màu", "8 màu", "16 màu"],
    themes: ["nền tối", "nền sáng", "tương phản", "đơn sắc"],
    composing: ["tắt", "Telex", "VNI"],
    fast: "nhanh",
    speed: |bits| format!("{bits} bit/giây, tiết kiệm"),
    measure: "Đo khung hình",
    switch: ["tắt", "bật"],
    keys: "Phím",
    press: "nhấn phím nào, ở đây hiện tên phím và mã mà thiết bị gửi",
    frames: "Khung",
    frame: |bytes, took, on_line| match on_line {
        Some(line) => format!("{bytes} B {took} ms, {line} ms trên đường truyền"),
        None => format!("{bytes} B {took} ms"),
    },
    mean: |bytes| format!("trung bình {bytes} B"),
    terminal: "Thiết bị",
    facts: |term, client, columns, rows, speed| {
        let client = match client {
            "local" => "tại máy chủ".to_owned(),
            host => format!("từ máy {host}"),
        };
        format!("{term} {client}, {columns}x{rows}, báo {speed} bit/giây")
    },
    remembered: |term, client| match client {
        "local" => format!("Lựa chọn được nhớ cho {term} tại máy chủ."),
        host => format!("Lựa chọn được nhớ cho {term} từ máy {host}."),
    },
    glyphs_are: |name, next, check| {
        format!("Ký tự: {name}. {next} đổi tiếp, {check} kiểm tra màn hình.")
    },
    colours_are: |name, next, check| {
        format!("Màu: {name}. {next} đổi tiếp, {check} kiểm tra màn hình.")
    },
    line_is: |speed, next| match speed {
        Some(bits) => format!("Tiết kiệm đường truyền: {bits} bit/giây. {next} đổi tiếp."),
        None => format!("Đường truyền nhanh, không tiết kiệm. {next} đổi tiếp."),
    },
    first_seen: "Thiết bị mới: Ctrl-O kiểm tra màn hình. Doc khong ra chu: nhan Ctrl-G.",
    unheard: |keys| format!("{keys} phím gõ trước khi hộp này hiện ra đã được bỏ qua."),
};

pub(super) const EN: TerminalWords = TerminalWords {
    title: "Screen check",
    unreadable: "The line below cannot be read? Press 1 until it can.",
    letters: "Text",
    letters_sample: "Đặng Thị Ngọc Huyền ờ ỡ ợ ẳ ẵ ặ ữ ự ỷ ỹ QUYẾT ĐỊNH, CẢI CÁCH",
    signs: "Lines",
    colours: "Colours",
    colour_names: ["red", "green", "yellow", "blue", "purple", "cyan", "white"],
    attributes: ["bold", "underlined", "reversed"],
    lines: ["Characters", "Colours", "Theme", "Line", "Composing"],
    glyphs: ["full", "safe", "no accents", "ASCII"],
    amounts: ["no colour", "8 colours", "16 colours"],
    themes: ["dark", "light", "high contrast", "mono"],
    composing: ["off", "Telex", "VNI"],
    fast: "fast",
    speed: |bits| format!("{bits} bit/s, economy"),
    measure: "Measure frames",
    switch: ["off", "on"],
    keys: "Keys",
    press: "press any key: its name and what the terminal sends for it stand here",
    frames: "Frames",
    frame: |bytes, took, on_line| match on_line {
        Some(line) => format!("{bytes} B {took} ms, {line} ms on the line"),
        None => format!("{bytes} B {took} ms"),
    },
    mean: |bytes| format!("mean {bytes} B"),
    terminal: "Terminal",
    facts: |term, client, columns, rows, speed| {
        let client = match client {
            "local" => "at the server".to_owned(),
            host => format!("from {host}"),
        };
        format!("{term} {client}, {columns}x{rows}, says {speed} bit/s")
    },
    remembered: |term, client| match client {
        "local" => format!("Remembered for {term} at the server."),
        host => format!("Remembered for {term} from {host}."),
    },
    glyphs_are: |name, next, check| {
        format!("Characters: {name}. {next} for the next, {check} checks the screen.")
    },
    colours_are: |name, next, check| {
        format!("Colours: {name}. {next} for the next, {check} checks the screen.")
    },
    line_is: |speed, next| match speed {
        Some(bits) => format!("Economy for a line of {bits} bit/s. {next} for the next."),
        None => format!("Fast line, no economy. {next} for the next."),
    },
    first_seen: "A new terminal: Ctrl-O checks the screen, Ctrl-G changes the characters.",
    unheard: |keys| format!("{keys} keys typed before this box could be seen were ignored."),
};
