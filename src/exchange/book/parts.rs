//! The texts of a package that is no table: the parts of a document of Word, unpacked while they are counted.

use super::package::Package;
use super::source::Source;
use crate::domain::error::FileFault;

/// The texts of the parts whose names are wanted, in the order of the package; each of so many bytes at the most.
///
/// # Errors
/// Where it is no package, a part is broken or no text, or one is larger.
pub(in crate::exchange) fn texts(
    bytes: &[u8],
    most: u64,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, String)>, FileFault> {
    let package = Package::open(&Source::of_bytes(bytes)?)?;
    let names: Vec<String> = package
        .names()
        .filter(|name| is_wanted(name))
        .map(str::to_owned)
        .collect();
    let mut texts = Vec::with_capacity(names.len());
    for name in names {
        let text = package.text(&name, most + 1)?;
        if text.len() as u64 > most {
            return Err(FileFault::UnpacksTooLarge { limit: most });
        }
        texts.push((name, text));
    }
    Ok(texts)
}
