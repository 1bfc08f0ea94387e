//! One letter wrong, missing, too many, or two changed about.

/// True if one text becomes the other by at most one insertion, deletion, substitution or swap of
/// neighbours (Damerau). Letters are bytes: both texts are folded. Digits must agree, for Quận 1 is
/// not Quận 11, and so must the first letter, for Bộ Tài chính is not Sở Tài chính.
pub(super) fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > 1 || one.first() != other.first() {
        return false;
    }
    let same_begin = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let same_end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    // The two runs may overlap where a letter is doubled.
    let room = one.len().min(other.len()) - same_begin;
    let same_end = same_end.min(room);
    let middle = |text: &'_ [u8]| {
        text.get(same_begin..text.len() - same_end)
            .unwrap_or_default()
            .to_vec()
    };
    let (left, right) = (middle(one), middle(other));
    let is_slip = match (left.as_slice(), right.as_slice()) {
        ([], [] | [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    };
    is_slip && !left.iter().chain(&right).any(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for (one, other) in [
            ("sotuphap", "sotuphap"),
            ("sotupha", "sotuphap"),
            ("sottuphap", "sotuphap"),
            ("sotupahp", "sotuphap"),
            ("sotuphep", "sotuphap"),
        ] {
            assert!(is_one_slip(one, other), "{one}");
            assert!(is_one_slip(other, one), "{one}");
        }
        for (one, other) in [
            ("botuphap", "sotuphap"),
            ("quan1", "quan11"),
            ("quan1", "quan3"),
            ("sotuhpep", "sotuphap"),
            ("sotupha", "sotuphapp"),
        ] {
            assert!(!is_one_slip(one, other), "{one}");
        }
    }
}
