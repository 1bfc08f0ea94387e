//! Keys and themes of a configuration: what is wrong with them, what is in force.

/// The words about keys and themes. File, context and key stand before each sentence.
#[derive(Debug)]
pub struct SettingWords {
    /// No such context; the nearest, and all.
    pub unknown_context: fn(Option<&str>, &str) -> String,
    /// No such action; the nearest.
    pub unknown_action: fn(&str, Option<&str>) -> String,
    /// This action does nothing in this context.
    pub not_here: fn(&str) -> String,
    /// No such key; the nearest.
    pub unknown_key: fn(Option<&str>) -> String,
    /// Terminals cannot tell it from this key.
    pub same_key: fn(&str) -> String,
    /// The line keeps it for itself.
    pub kept_key: &'static str,
    /// Not every terminal sends it.
    pub unsent_key: &'static str,
    /// The same file has it twice, also written so.
    pub twice: fn(&str) -> String,
    /// Letters are text here.
    pub letters_are_text: &'static str,
    /// A digit of the option column.
    pub option_digit: &'static str,
    /// No key is left for this action.
    pub lost: fn(&str) -> String,
    /// This action must have a sure key.
    pub essential: fn(&str) -> String,
    /// A warning: only an unsure key is left for this action.
    pub weak: fn(&str) -> String,
    /// No such theme.
    pub unknown_theme: fn(&str) -> String,
    /// No such meaning; the nearest, and all.
    pub unknown_meaning: fn(Option<&str>, &str) -> String,
    /// No such word of style; the nearest.
    pub unknown_style: fn(&str, Option<&str>) -> String,
    /// Two colours in one style.
    pub two_colours: &'static str,
    /// A rule about terminals was left out: which, the word that is none, what is possible.
    pub terminal_rule: fn(Option<usize>, &str, &str) -> String,
    /// A background was asked for.
    pub no_background: &'static str,
    /// The theme that was switched to: what it is called, its code, and whether this terminal shows
    /// colours.
    pub theme_now: fn(&str, &str, bool) -> String,
    /// On the message line when the screens open: so many faults; built-in keys or looks are used.
    pub not_taken: fn(usize) -> String,
}

pub(super) const VI: SettingWords = SettingWords {
    unknown_context: |nearest, all| {
        format!(
            "không có nơi dùng phím này.{} Các nơi: {all}.",
            vi_near(nearest)
        )
    },
    unknown_action: |word, nearest| {
        format!(
            "không có thao tác \"{word}\".{} Lệnh cchc keys --json liệt kê tên các thao tác; none để bỏ phím.",
            vi_near(nearest)
        )
    },
    not_here: |action| {
        format!(
            "thao tác \"{action}\" không có tác dụng ở nơi này. Chuyển dòng này sang nơi khác hoặc xóa đi."
        )
    },
    unknown_key: |nearest| {
        format!(
            "không có phím tên như vậy.{} Viết như F2, Ctrl-N, Alt-x, Enter, PgUp hoặc một chữ.",
            vi_near(nearest)
        )
    },
    same_key: |other| {
        format!("thiết bị đầu cuối gửi phím này giống hệt phím {other}. Chọn phím khác.")
    },
    kept_key: "đường truyền giữ phím này để ngừng và tiếp tục màn hình. Chọn phím khác.",
    unsent_key: "không phải thiết bị đầu cuối nào cũng gửi được phím này. Chọn phím khác.",
    twice: |other| {
        format!("phím này đã được đặt trong cùng tệp, viết là \"{other}\". Chỉ giữ một dòng.")
    },
    letters_are_text: "ở nơi này chữ và số là nội dung nhập. Dùng phím F hoặc Ctrl.",
    option_digit: "số ở cột Chọn không đổi nghĩa được, kẻo bấm quen tay thành việc khác; chỉ bỏ được bằng none.",
    lost: |action| {
        format!(
            "thao tác \"{action}\" không còn phím nào. Đặt phím khác cho nó, hoặc bỏ phím cũ bằng none nếu cố ý."
        )
    },
    essential: |action| {
        format!(
            "thao tác \"{action}\" phải có phím mà mọi máy đều gửi được, không chỉ chữ cái hay F12. Đặt thêm phím."
        )
    },
    weak: |action| {
        format!(
            "lưu ý: thao tác \"{action}\" chỉ còn phím mà bộ gõ có thể đổi hoặc có máy không có. Nên đặt thêm phím."
        )
    },
    unknown_theme: |word| {
        format!("Không có giao diện \"{word}\". Chọn dark, light, high-contrast hoặc mono.")
    },
    unknown_meaning: |nearest, all| {
        format!(
            "không có mục này.{} Các mục: name, {all}.",
            vi_near(nearest)
        )
    },
    unknown_style: |word, nearest| {
        format!(
            "không hiểu \"{word}\".{} Dùng tám màu (red, blue…, bright-red…), bold, underline, reverse, plain.",
            vi_near(nearest)
        )
    },
    terminal_rule: |number, word, possible| {
        let which = number.map_or_else(String::new, |number| format!("thứ {number}: "));
        format!("{which}không dùng được \"{word}\", quy tắc này bị bỏ qua. Dùng được: {possible}.")
    },
    two_colours: "chỉ được một màu chữ. Bỏ bớt một màu.",
    no_background: "không đặt được màu nền, vì không biết nền của máy; dùng reverse để đảo màu.",
    theme_now: |name, code, has_colour| {
        let rest = if has_colour {
            ""
        } else {
            " Máy này không hiện màu."
        };
        format!("Giao diện: {name} ({code}).{rest}")
    },
    not_taken: |faults| {
        format!("Cấu hình có {faults} lỗi, phần đó dùng mặc định. Lệnh cchc keys nêu rõ.")
    },
};

fn vi_near(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |word| format!(" Có phải \"{word}\"?"))
}

pub(super) const EN: SettingWords = SettingWords {
    unknown_context: |nearest, all| {
        format!(
            "there is no such place for keys.{} Places: {all}.",
            en_near(nearest)
        )
    },
    unknown_action: |word, nearest| {
        format!(
            "there is no action \"{word}\".{} cchc keys --json names all; none takes the key away.",
            en_near(nearest)
        )
    },
    not_here: |action| {
        format!("the action \"{action}\" does nothing in this place. Move this line or remove it.")
    },
    unknown_key: |nearest| {
        format!(
            "there is no key of that name.{} Write F2, Ctrl-N, Alt-x, Enter, PgUp or one letter.",
            en_near(nearest)
        )
    },
    same_key: |other| {
        format!("terminals send the same for this key as for {other}. Choose another key.")
    },
    kept_key: "the line keeps this key to stop and resume the screen. Choose another key.",
    unsent_key: "not every terminal sends this key. Choose another key.",
    twice: |other| {
        format!("this file has the same key twice here, also as \"{other}\". Keep one line.")
    },
    letters_are_text: "letters and digits are text in this place. Use a function key or a Ctrl-key.",
    option_digit: "digits of the option column cannot mean something else, or habit does the wrong deed; none takes one away.",
    lost: |action| {
        format!(
            "no key is left for the action \"{action}\". Give it a key, or take its old one away with none on purpose."
        )
    },
    essential: |action| {
        format!(
            "the action \"{action}\" must have a key that every terminal sends, not only a letter or F12. Give it one."
        )
    },
    weak: |action| {
        format!(
            "note: for the action \"{action}\" only keys are left that an input method may rewrite or some terminals lack. Better give it another."
        )
    },
    unknown_theme: |word| {
        format!("There is no theme \"{word}\". Choose dark, light, high-contrast or mono.")
    },
    unknown_meaning: |nearest, all| {
        format!(
            "there is no such meaning.{} Meanings: name, {all}.",
            en_near(nearest)
        )
    },
    unknown_style: |word, nearest| {
        format!(
            "cannot understand \"{word}\".{} Use the eight colours (red, blue…, bright-red…), bold, underline, reverse, plain.",
            en_near(nearest)
        )
    },
    terminal_rule: |number, word, possible| {
        let which = number.map_or_else(String::new, |number| format!("number {number}: "));
        format!("{which}\"{word}\" is not possible, this rule is left out. Possible: {possible}.")
    },
    two_colours: "one colour of letters only. Remove one.",
    no_background: "a background cannot be set, the terminal's own is not known; use reverse.",
    theme_now: |_, code, has_colour| {
        let rest = if has_colour {
            ""
        } else {
            " This terminal shows no colours."
        };
        format!("Theme: {code}.{rest}")
    },
    not_taken: |faults| {
        let noun = if faults == 1 { "fault" } else { "faults" };
        format!("The configuration has {faults} {noun}: defaults are used. cchc keys names them.")
    },
};

fn en_near(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |word| format!(" Is it \"{word}\"?"))
}
