//! The seal of a log: the hash of a row, which stands for everything that was written up to it. Whoever keeps it
//! outside of the database can tell later whether what was written before has stayed as it was.

/// The end of the log at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The number of the row; 0 where nothing is written yet.
    pub row: i64,
    /// Its hash, 64 hexadecimal digits.
    pub hash: String,
}

impl Seal {
    /// So many digits of the hash are printed: 64 bits, which nobody meets by trying while the row is fixed.
    const SHORT: usize = 16;

    /// As it stands on exports: the first 16 digits and the row, `0123456789abcdef@1234`.
    #[must_use]
    pub fn short(&self) -> String {
        let digits = self.hash.get(..Self::SHORT).unwrap_or(&self.hash);
        format!("{digits}@{}", self.row)
    }
}

/// A seal that somebody kept outside and holds against the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The first digits of the hash, 16 at the least.
    pub digits: String,
    /// Its row, where it is known.
    pub row: Option<i64>,
}

impl Claim {
    /// Reads `HASH` or `HASH@ROW`, the hash whole or its first 16 digits or more; none where it is neither.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, row) = match text.split_once('@') {
            Some((digits, row)) => (digits, Some(row.parse().ok().filter(|row| *row > 0)?)),
            None => (text, None),
        };
        let is_hash = (Seal::SHORT..=64).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_hash.then(|| Self {
            digits: digits.to_ascii_lowercase(),
            row,
        })
    }

    /// True where the hash of a row is the one that is meant.
    #[must_use]
    pub fn fits(&self, hash: &str) -> bool {
        hash.starts_with(&self.digits)
    }
}

/// Saves that were acknowledged and are not in the log any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The end of the log as it was when the last of them was acknowledged.
    pub promised: Seal,
    /// The last row that was there when it was missed: at or behind the promised one where that is another by now.
    pub found: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_on_an_export_is_read_back() {
        let hash = "0123456789abcdef".repeat(4);
        let seal = Seal { row: 12, hash };
        assert_eq!(seal.short(), "0123456789abcdef@12");
        let claim = Claim::read(&seal.short()).expect("a seal");
        assert_eq!((claim.row, claim.fits(&seal.hash)), (Some(12), true));
        let whole = Claim::read(&seal.hash.to_uppercase()).expect("a seal");
        assert_eq!((whole.row, whole.fits(&seal.hash)), (None, true));
        for wrong in [
            "",
            "0123",
            "0123456789abcdeg",
            "0123456789abcdef@",
            "0123456789abcdef@0",
            "0123456789abcdef@x",
        ] {
            assert_eq!(Claim::read(wrong), None, "{wrong}");
        }
    }
}
