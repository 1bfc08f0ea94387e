//! Collects what stands between the marks of a bracketed paste.
//!
//! Only the parser enters. Memory is bounded, and what comes out is fit for a field: NFC, no control
//! characters but newline and tab, so that a pasted escape sequence can do nothing.

use unicode_normalization::UnicodeNormalization;

use super::parser::Input;
use crate::domain::fold::is_invisible;

/// How much of one paste is kept; the rest is counted. No field takes a tenth of it.
pub const PASTE_KEPT: usize = 1 << 20;

const END: &[u8] = b"\x1b[201~";

/// A paste that has begun and not ended.
#[derive(Debug, Default)]
pub(super) struct Collector {
    kept: Vec<u8>,
    dropped: usize,
    /// How many bytes of the end mark have just gone by.
    matched: usize,
}

impl Collector {
    /// Takes one byte and tells whether the paste has ended with it.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        if END.get(self.matched) == Some(&byte) {
            self.matched += 1;
            return self.matched == END.len();
        }
        self.keep(END.get(..self.matched).unwrap_or_default());
        // ESC stands only at the head of the mark, so nothing but a new ESC can restart it.
        self.matched = usize::from(byte == END[0]);
        if self.matched == 0 {
            self.keep(&[byte]);
        }
        false
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = PASTE_KEPT.saturating_sub(self.kept.len()).min(bytes.len());
        let (fits, rest) = bytes.split_at(room);
        self.kept.extend_from_slice(fits);
        self.dropped += rest.len();
    }

    /// The text for the one who asked for it.
    pub(super) fn finish(self) -> Input {
        let text: String = self.kept.utf8_chunks().map(|chunk| chunk.valid()).collect();
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = lines
            .nfc()
            .filter(|letter| matches!(letter, '\n' | '\t') || !is_invisible(*letter))
            .collect();
        Input::Paste {
            text,
            dropped: self.dropped,
        }
    }
}
