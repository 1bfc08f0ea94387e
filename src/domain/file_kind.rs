//! What a file is that was taken for a table and is none, so that a person hears what to do with it.

/// What a file is that is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// A text document: Word, LibreOffice Writer, RTF.
    Word,
    /// A presentation.
    Presentation,
    /// A picture or a scan.
    Picture,
    /// An archive: zip, gzip, 7z, rar.
    Archive,
    /// A web page, as some programs save under `.xls`.
    WebPage,
    /// XML: the spreadsheet of 2003, among others.
    Xml,
    /// Excel's binary workbook.
    Xlsb,
    /// A workbook of the nineties, before Excel 97.
    OldExcel,
}
