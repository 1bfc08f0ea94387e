//! Why something is late: the causes of the pick list (DOMAIN 2.7), read from what the lead wrote.
//!
//! The text is kept as it was written; a cause is what reports count it under.

use super::fold::fold;

/// A cause of delay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// An opinion of another agency is waited for: "chờ ý kiến".
    Opinion,
    /// Guidance of a superior level is waited for: "chờ hướng dẫn cấp trên".
    Guidance,
    /// Money is missing: "thiếu kinh phí".
    Money,
    /// People are missing: "thiếu nhân lực".
    People,
    /// The lead's own fault: "chủ quan".
    Negligence,
    /// Something else.
    Other,
    /// Nobody said.
    Unstated,
}

/// By what words a cause is known, folded; the first that occurs counts. Guidance stands before opinion: who waits
/// for "ý kiến hướng dẫn" waits for guidance.
const WORDS: [(&str, Cause); 15] = [
    ("huong dan", Cause::Guidance),
    ("guidance", Cause::Guidance),
    ("y kien", Cause::Opinion),
    ("gop y", Cause::Opinion),
    ("phoi hop", Cause::Opinion),
    ("opinion", Cause::Opinion),
    ("other agenc", Cause::Opinion),
    ("kinh phi", Cause::Money),
    ("du toan", Cause::Money),
    ("fund", Cause::Money),
    ("nhan luc", Cause::People),
    ("nhan su", Cause::People),
    ("staff", Cause::People),
    ("chu quan", Cause::Negligence),
    ("own fault", Cause::Negligence),
];

impl Cause {
    /// Every cause, in the order of the pick list.
    pub const ALL: [Self; 7] = [
        Self::Opinion,
        Self::Guidance,
        Self::Money,
        Self::People,
        Self::Negligence,
        Self::Other,
        Self::Unstated,
    ];

    /// The cause that a text names.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = fold(text);
        if text.trim().is_empty() {
            return Self::Unstated;
        }
        let known = WORDS.iter().find(|(word, _)| text.contains(word));
        known.map_or(Self::Other, |(_, cause)| *cause)
    }

    /// The word by which reports and JSON call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opinion => "cause_opinion",
            Self::Guidance => "cause_guidance",
            Self::Money => "cause_money",
            Self::People => "cause_people",
            Self::Negligence => "cause_negligence",
            Self::Other => "cause_other",
            Self::Unstated => "cause_unstated",
        }
    }

    /// The cause of that code, if it is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_read_from_what_the_lead_wrote() {
        for (text, cause) in [
            ("Chờ ý kiến cơ quan phối hợp", Cause::Opinion),
            ("Chờ hướng dẫn của cấp trên", Cause::Guidance),
            ("Chờ ý kiến hướng dẫn của Bộ Nội vụ", Cause::Guidance),
            ("Thiếu kinh phí, đang chờ bổ sung dự toán", Cause::Money),
            ("thiếu nhân lực", Cause::People),
            ("CHỦ QUAN, chậm phân công", Cause::Negligence),
            ("Số liệu phải đối chiếu lại nhiều lần", Cause::Other),
            ("Khác", Cause::Other),
            ("", Cause::Unstated),
            ("  ", Cause::Unstated),
        ] {
            assert_eq!(Cause::of(text), cause, "{text}");
        }
    }

    #[test]
    fn codes_name_one_cause_each() {
        for cause in Cause::ALL {
            assert_eq!(Cause::from_code(cause.code()), Some(cause));
        }
    }
}
