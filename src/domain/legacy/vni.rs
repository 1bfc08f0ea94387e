//! VNI-Windows: a vowel and the sign behind it are one letter; a few letters stand for themselves.

/// The signs behind a vowel, small and capital.
const SIGNS: [(char, char, Sign); 17] = [
    ('ù', 'Ù', Sign::Tone(0)),
    ('ø', 'Ø', Sign::Tone(1)),
    ('û', 'Û', Sign::Tone(2)),
    ('õ', 'Õ', Sign::Tone(3)),
    ('ï', 'Ï', Sign::Tone(4)),
    ('â', 'Â', Sign::Hat(None)),
    ('á', 'Á', Sign::Hat(Some(0))),
    ('à', 'À', Sign::Hat(Some(1))),
    ('å', 'Å', Sign::Hat(Some(2))),
    ('ã', 'Ã', Sign::Hat(Some(3))),
    ('ä', 'Ä', Sign::Hat(Some(4))),
    ('ê', 'Ê', Sign::Bowl(None)),
    ('é', 'É', Sign::Bowl(Some(0))),
    ('è', 'È', Sign::Bowl(Some(1))),
    ('ú', 'Ú', Sign::Bowl(Some(2))),
    ('ü', 'Ü', Sign::Bowl(Some(3))),
    ('ë', 'Ë', Sign::Bowl(Some(4))),
];

/// Tones are numbered sắc, huyền, hỏi, ngã, nặng.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Tone(usize),
    Hat(Option<usize>),
    Bowl(Option<usize>),
}

/// A vowel as it is written, as it reads without a tone, and with the five tones.
const VOWELS: [(char, char, [char; 5]); 7] = [
    ('a', 'a', ['á', 'à', 'ả', 'ã', 'ạ']),
    ('e', 'e', ['é', 'è', 'ẻ', 'ẽ', 'ẹ']),
    ('o', 'o', ['ó', 'ò', 'ỏ', 'õ', 'ọ']),
    ('u', 'u', ['ú', 'ù', 'ủ', 'ũ', 'ụ']),
    ('y', 'y', ['ý', 'ỳ', 'ỷ', 'ỹ', 'ỵ']),
    ('ô', 'ơ', ['ớ', 'ờ', 'ở', 'ỡ', 'ợ']),
    ('ö', 'ư', ['ứ', 'ừ', 'ử', 'ữ', 'ự']),
];

/// Vowels with the hat (â, ê, ô) and with the bowl (ă).
const HATS: [(char, char, [char; 5]); 3] = [
    ('a', 'â', ['ấ', 'ầ', 'ẩ', 'ẫ', 'ậ']),
    ('e', 'ê', ['ế', 'ề', 'ể', 'ễ', 'ệ']),
    ('o', 'ô', ['ố', 'ồ', 'ổ', 'ỗ', 'ộ']),
];
const BOWL: (char, char, [char; 5]) = ('a', 'ă', ['ắ', 'ằ', 'ẳ', 'ẵ', 'ặ']);

/// Letters that stand for themselves.
pub(super) const ALONE: [(char, char); 8] = [
    ('ñ', 'đ'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
    ('ö', 'ư'),
];

pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len() + text.len() / 2);
    let mut rest = text.chars().peekable();
    while let Some(written) = rest.next() {
        if let Some(letter) = rest.peek().and_then(|sign| pair(written, *sign)) {
            rest.next();
            decoded.push(letter);
        } else {
            decoded.push(single(written));
        }
    }
    decoded
}

/// The letter of a vowel and its sign; the vowel says whether it is a capital.
fn pair(vowel: char, sign: char) -> Option<char> {
    let small = small(vowel);
    let sign = SIGNS
        .iter()
        .find(|(one, other, _)| *one == sign || *other == sign)?
        .2;
    let of = |row: &(char, char, [char; 5]), tone: Option<usize>| match tone {
        Some(tone) => row.2.get(tone).copied(),
        None => Some(row.1),
    };
    let letter = match sign {
        Sign::Tone(tone) => of(VOWELS.iter().find(|row| row.0 == small)?, Some(tone)),
        Sign::Hat(tone) => of(HATS.iter().find(|row| row.0 == small)?, tone),
        Sign::Bowl(tone) => of(Some(&BOWL).filter(|row| row.0 == small)?, tone),
    }?;
    Some(like(vowel, letter))
}

fn single(written: char) -> char {
    let small = small(written);
    let alone = ALONE.iter().find(|(sign, _)| *sign == small);
    let letter = alone.map(|(_, letter)| *letter).or(match small {
        'ô' => Some('ơ'),
        _ => None,
    });
    letter.map_or_else(
        || super::windows_sign(written),
        |letter| like(written, letter),
    )
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// The letter as a capital if the written one is.
fn like(written: char, letter: char) -> char {
    if written.is_uppercase() {
        letter.to_uppercase().next().unwrap_or(letter)
    } else {
        letter
    }
}

#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for letter in text.chars() {
        let small = small(letter);
        let vowels = VOWELS.iter().map(|row| (row, 0));
        let hats = HATS.iter().map(|row| (row, 1));
        let all = vowels.chain(hats).chain([(&BOWL, 2)]);
        let written: Option<String> = all
            .filter_map(|(row, family)| {
                let tone = row.2.iter().position(|toned| *toned == small);
                if tone.is_none() && row.1 != small {
                    return None;
                }
                let sign = SIGNS.iter().find(|(_, _, sign)| match (family, sign) {
                    (0, Sign::Tone(it)) => Some(*it) == tone,
                    (1, Sign::Hat(it)) | (2, Sign::Bowl(it)) => *it == tone,
                    _ => false,
                });
                let mut text = row.0.to_string();
                text.extend(sign.map(|sign| sign.0));
                Some(text)
            })
            .next();
        let alone = ALONE
            .iter()
            .find(|(_, own)| *own == small)
            .map(|(sign, _)| sign.to_string());
        let written = alone.or(written).unwrap_or_else(|| small.to_string());
        if letter.is_uppercase() {
            encoded.push_str(&written.to_uppercase());
        } else {
            encoded.push_str(&written);
        }
    }
    encoded
}
