//! TCVN3 (ABC), after TCVN 5712:1993: one byte a letter, capitals with tones only in their own fonts.

/// The letters from 0xA1 on; blank where the coding has none. 0xAD, which Unicode reads as a soft
/// hyphen, is ư. From 0xB0 to 0xB4 tones stand alone, which no keyboard of that time wrote.
pub(super) const LETTERS: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', ' ', // A1-AF
    ' ', ' ', ' ', ' ', ' ', 'à', 'ả', 'ã', 'á', 'ạ', ' ', 'ằ', 'ẳ', 'ẵ', 'ắ', ' ', // B0-BF
    ' ', ' ', ' ', ' ', ' ', ' ', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', ' ', 'ẻ', 'ẽ', // C0-CF
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', ' ', ' ', ' ', 'ĩ', 'í', 'ị', 'ò', // D0-DF
    ' ', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', // E0-EF
    ' ', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ', // F0-FE
];

/// The letter of a character of a file.
fn letter(written: char) -> Option<char> {
    let place = u32::from(written).checked_sub(0xa1)?;
    let letter = *LETTERS.get(usize::try_from(place).ok()?)?;
    (letter != ' ').then_some(letter)
}

pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len() + text.len() / 2);
    for word in text.split_inclusive(|sign: char| sign.is_ascii() && !sign.is_ascii_alphabetic()) {
        let are_capitals = are_capitals(word, text);
        for written in word.chars() {
            match letter(written) {
                Some(letter) if are_capitals => decoded.extend(letter.to_uppercase()),
                Some(letter) => decoded.push(letter),
                None => decoded.push(super::windows_sign(written)),
            }
        }
    }
    decoded
}

/// True if the letters of a word without marks are capitals: then those with marks are too. A single
/// one ("Hµ") only counts where the whole text has no small letters.
fn are_capitals(word: &str, text: &str) -> bool {
    let has_small = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
    let capitals = |text: &str| text.bytes().filter(u8::is_ascii_uppercase).count();
    !word.is_ascii()
        && !has_small(word)
        && (capitals(word) > 1 || (capitals(text) > 1 && !has_small(text)))
}
