//! Bytes of another encoding become UTF-8 while they are read.

use std::io::{self, ErrorKind, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

/// So many bytes are decoded at once.
const CHUNK: usize = 32 * 1024;

/// Reads a text of another encoding as UTF-8. What is no letter of it is an error of the kind
/// `InvalidData`, and so is a text that ends within a letter.
pub(super) struct Decoded<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    at: usize,
    is_last: bool,
    /// Decoded and not handed out: three bytes of a letter for which there was no room.
    text: Vec<u8>,
    text_at: usize,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(input: R, encoding: &'static Encoding) -> Self {
        Self {
            input,
            decoder: encoding.new_decoder_without_bom_handling(),
            raw: Vec::new(),
            at: 0,
            is_last: false,
            text: Vec::new(),
            text_at: 0,
        }
    }

    fn decode(&mut self) -> io::Result<()> {
        while self.text_at == self.text.len() && !(self.is_last && self.at == self.raw.len()) {
            if self.at == self.raw.len() {
                self.raw.resize(CHUNK, 0);
                let many = self.input.read(&mut self.raw)?;
                self.raw.truncate(many);
                self.at = 0;
                self.is_last = many == 0;
            }
            // Three bytes a letter at the most, and some room for what the decoder held back.
            self.text.resize(3 * CHUNK + 16, 0);
            let rest = self.raw.get(self.at..).unwrap_or_default();
            let (result, read, written) =
                self.decoder
                    .decode_to_utf8_without_replacement(rest, &mut self.text, self.is_last);
            self.at += read;
            self.text.truncate(written);
            self.text_at = 0;
            if let DecoderResult::Malformed(..) = result {
                return Err(ErrorKind::InvalidData.into());
            }
            if self.is_last {
                break;
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.decode()?;
        let rest = self.text.get(self.text_at..).unwrap_or_default();
        let many = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..many), rest.get(..many)) {
            to.copy_from_slice(from);
        }
        self.text_at += many;
        Ok(many)
    }
}
