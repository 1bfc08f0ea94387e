//! What a key would do to a word, by Telex and by VNI.

use super::Method;

/// The five tones that are written, as their combining marks.
const TONES: [char; 5] = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];

/// What a key would do.
pub(super) enum Meaning {
    Tone(char),
    NoTone,
    /// On an a, an e or an o: on this one only, or on any.
    Hat(Option<char>),
    /// Horns on o and u, a breve on a; the second says whether it may make a ư by itself.
    Horn {
        horn: bool,
        breve: bool,
        alone: bool,
    },
    Bar,
    Letter,
}

/// What a key would do.
pub(super) fn meaning(key: char, method: Method) -> Meaning {
    let tone = |keys: &str| {
        keys.find(key.to_ascii_lowercase())
            .and_then(|at| TONES.get(at))
    };
    let of_tone = match method {
        Method::Telex => tone("sfrxj"),
        Method::Vni => tone("12345"),
    };
    if let Some(tone) = of_tone {
        return Meaning::Tone(*tone);
    }
    let horn = |horn, breve, alone| Meaning::Horn { horn, breve, alone };
    match (method, key.to_ascii_lowercase()) {
        (Method::Telex, 'z') | (Method::Vni, '0') => Meaning::NoTone,
        (Method::Telex, base @ ('a' | 'e' | 'o')) => Meaning::Hat(Some(base)),
        (Method::Vni, '6') => Meaning::Hat(None),
        (Method::Telex, 'w') => horn(true, true, true),
        (Method::Vni, '7') => horn(true, false, false),
        (Method::Vni, '8') => horn(false, true, false),
        (Method::Telex, 'd') | (Method::Vni, '9') => Meaning::Bar,
        (Method::Telex | Method::Vni, _) => Meaning::Letter,
    }
}
