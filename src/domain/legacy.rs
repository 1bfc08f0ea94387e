//! Codings of the nineties, in which old files of the offices still hold their text (DOMAIN 7.1).

use serde::{Deserialize, Serialize};

/// A coding that is not Unicode: its letters arrive as other letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coding {
    /// TCVN3 (ABC): fonts `.VnTime`, `.VnArial`; one byte a letter.
    Tcvn3,
    /// VNI-Windows: fonts `VNI-Times`; a letter and its mark are two characters.
    Vni,
}
