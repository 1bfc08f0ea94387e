//! Files of tasks: read, understood, fanned out, merged with what is stored (DOMAIN 3.4, DESIGN 4).

pub(crate) mod family;
pub(crate) mod understand;

/// A row's cells, cleaned, carried down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    /// The record's number after the header, from 1.
    pub row: usize,
    /// STT.
    pub item: String,
    /// Nội dung.
    pub title: String,
    /// Lĩnh vực.
    pub area: String,
    /// Sản phẩm.
    pub product: String,
    /// Cơ quan chủ trì.
    pub lead: String,
    /// Cơ quan phối hợp.
    pub supporting: String,
    /// Thời hạn.
    pub deadline: String,
    /// Văn bản giao.
    pub document: String,
}
