//! Annexes as offices send them.

mod files;
mod headers;
mod legacy;
mod rows;
mod sheets;

use super::*;
use crate::domain::error::FileFault;
use crate::exchange::book::{Cell, Record};

const HEADER: &str = "STT|Nội dung nhiệm vụ|Lĩnh vực|Sản phẩm|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian hoàn thành|Văn bản giao";

/// Records of lines whose cells are parted by bars; `\n` is a line break within a cell.
fn records(text: &str) -> Vec<Record> {
    let record = |(place, line): (usize, &str)| Record {
        line: u64::try_from(place).expect("few") + 1,
        cells: line
            .split('|')
            .map(|cell| Cell::text(cell.replace("\\n", "\n")))
            .collect(),
        is_hidden: false,
    };
    text.lines().enumerate().map(record).collect()
}

fn read_with(records: Vec<Record>, options: &Options) -> Vec<ReadRow> {
    let top: Vec<Record> = records.iter().take(60).cloned().collect();
    let layout = find_layout(&top, options).expect("a header");
    let below = records.into_iter().skip(layout.after).map(Ok);
    Annex::new(&layout, options, below)
        .collect::<Result<_, _>>()
        .expect("no fault")
}

/// The rows below our own header.
fn read(rows: &str) -> Vec<ReadRow> {
    read_with(records(&format!("{HEADER}\n{rows}")), &Options::default())
}

fn tasks(rows: &[ReadRow]) -> Vec<&ReadRow> {
    let is_task = |row: &&ReadRow| row.kind == RowKind::Task;
    rows.iter().filter(is_task).collect()
}

fn kinds(rows: &[ReadRow]) -> Vec<&'static str> {
    rows.iter().map(|row| row.kind.code()).collect()
}
