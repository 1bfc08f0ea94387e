//! Workbooks of LibreOffice.
