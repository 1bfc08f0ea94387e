//! Merged areas: the first cell has the text, the others are blank and know where it stands.

use super::record::Cell;

/// Cells that merged areas may cover together. Honest sheets merge some thousands; a file that merges
/// everything with everything would keep the reader busy for days.
const MOST_CELLS: u64 = 16_000_000;

/// An area, rows and columns from 1, both ends within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub top: u64,
    pub bottom: u64,
    pub left: usize,
    pub right: usize,
}

/// The areas of a sheet, met from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Merges {
    /// Those further below, the next one last.
    waiting: Vec<Area>,
    /// Those that reach into the row that is read.
    active: Vec<Area>,
    covered: u64,
}

impl Merges {
    /// The areas of a sheet where they are known beforehand, in any order.
    pub(super) fn new(areas: Vec<Area>) -> Self {
        let mut merges = Self::default();
        for area in areas {
            if merges.has_room_for(area) {
                merges.waiting.push(area);
            }
        }
        merges
            .waiting
            .sort_by_key(|area| std::cmp::Reverse(area.top));
        merges
    }

    /// An area that begins in the row that is being read.
    pub(super) fn add(&mut self, area: Area) {
        if self.has_room_for(area) {
            self.active.push(area);
        }
    }

    fn has_room_for(&mut self, area: Area) -> bool {
        if area.bottom < area.top || area.right < area.left {
            return false;
        }
        let width = u64::try_from(area.right - area.left + 1).unwrap_or(u64::MAX);
        let cells = width.saturating_mul(area.bottom - area.top + 1);
        let covered = self.covered.saturating_add(cells);
        let has_room = covered <= MOST_CELLS;
        if has_room {
            self.covered = covered;
        }
        has_room
    }

    /// Marks the merged cells of a row. Rows come in their order.
    pub(super) fn mark(&mut self, row: u64, cells: &mut Vec<Cell>) {
        while let Some(area) = self.waiting.pop_if(|area| area.top <= row) {
            self.active.push(area);
        }
        self.active.retain(|area| area.bottom >= row);
        for area in &self.active {
            let is_below = row > area.top;
            if is_below && cells.len() < area.right {
                cells.resize(area.right, Cell::default());
            }
            let first = area.left.saturating_sub(1);
            let covered = cells.iter_mut().take(area.right).skip(first);
            // Programs leave texts under a merged area that no spreadsheet shows.
            for cell in covered.skip(usize::from(!is_below)) {
                cell.text.clear();
                cell.coding = None;
                cell.is_error = false;
                cell.merged_from = is_below.then_some((area.top, area.left));
            }
        }
    }
}
