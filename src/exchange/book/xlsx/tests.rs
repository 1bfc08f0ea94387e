//! Workbooks of Excel.
