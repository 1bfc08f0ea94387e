//! Draws the pane of agencies: codes where it is narrow, full names where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::NAMES;
use super::pane::{Pane, Place, Row};
use crate::domain::agency::lineage::By;
use crate::domain::count::Counts;
use crate::domain::id::AgencyId;
use crate::lang::report::said;
use crate::ui::canvas::{clear, fit, pad_left, put, width};
use crate::ui::screen::Ui;

/// From this width on the numbers due soon join.
const SOON: u16 = 100;
/// The cells of names where codes stand.
const CODES: usize = 10;
/// The cells of names where full names stand.
const FULL: usize = 27;
/// The cells of heads.
const HEADS: usize = 33;

/// How wide the parts of a line are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// The whole pane, with a blank and the rule at its right.
    pub wide: u16,
    name: usize,
    late: usize,
    /// None where there is no room for it.
    soon: Option<usize>,
    open: usize,
    has_names: bool,
}

impl Shape {
    /// The shape beside a list, in a window so wide.
    pub(super) fn new(pane: &Pane, window: u16, ui: &Ui) -> Self {
        let has_names = window >= NAMES;
        let name = if has_names && pane.by() == By::Head {
            HEADS
        } else if has_names {
            FULL
        } else {
            let codes = pane.rows().iter();
            let codes = codes.map(|row| width(&label(row, pane.by(), false, ui)));
            codes.max().unwrap_or(0).clamp(CODES, CODES + 3)
        };
        Self::with(pane, name, window >= SOON, has_names)
    }

    /// The shape in place of the list, over its whole width.
    pub(super) fn whole(pane: &Pane, window: u16, _: &Ui) -> Self {
        let numbers = Self::with(pane, 0, window >= 40, true);
        let name = window.saturating_sub(numbers.wide);
        Self::with(pane, usize::from(name), window >= 40, true)
    }

    fn with(pane: &Pane, name: usize, has_soon: bool, has_names: bool) -> Self {
        let digits = |of: fn(&Counts) -> i64| {
            let numbers = pane.rows().iter().map(|row| of(&row.counts));
            let most = numbers.max().unwrap_or(0);
            most.to_string().len().max(3)
        };
        let late = digits(|counts| counts.late);
        // Three digits and more do not touch a name.
        let most_late = pane.rows().iter().map(|row| row.counts.late).max();
        let late = late + usize::from(most_late > Some(99));
        let soon = has_soon.then(|| digits(|counts| counts.due_soon));
        let open = digits(|counts| counts.open);
        let wide = 1 + name + late + soon.map_or(0, |cells| cells + 1) + 1 + open + 2;
        Self {
            wide: u16::try_from(wide).unwrap_or(u16::MAX),
            name,
            late,
            soon,
            open,
            has_names,
        }
    }

    /// Three numbers or their headings, right-aligned.
    fn numbers(&self, late: &str, soon: &str, open: &str) -> String {
        let mut text = pad_left(late, self.late);
        if let Some(cells) = self.soon {
            text.push(' ');
            text.push_str(&pad_left(soon, cells));
        }
        text.push(' ');
        text.push_str(&pad_left(open, self.open));
        text
    }
}

/// Draws heading and lines; pages turn here too. Returns where the selected line begins.
pub(super) fn paint(
    pane: &Pane,
    shape: Shape,
    is_focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    ui: &Ui,
) -> Option<Position> {
    let t = &ui.t.tasks;
    let heading = match pane.by() {
        By::Then | By::Today => t.agency,
        By::Head => t.head,
    };
    let x = u16::try_from(1 + shape.name).unwrap_or(u16::MAX);
    put(
        buffer,
        area,
        1,
        0,
        &fit(heading, shape.name.saturating_sub(1)),
        ui.theme.heading,
    );
    let numbers = shape.numbers(t.late, t.soon, t.open);
    put(buffer, area, x, 0, &numbers, ui.theme.heading);
    // A single row is the row of the cursor.
    let from = u16::from(area.height > 1);
    let height = usize::from(area.height - from.min(area.height)).max(1);
    if from == 0 {
        clear(buffer, area);
    }
    let selected = pane.line();
    let top = selected - selected % height;
    let mut cursor = None;
    for (y, (place, row)) in (from..area.height).zip(pane.rows().iter().enumerate().skip(top)) {
        let text = label(row, pane.by(), shape.has_names, ui);
        let text = fit(&text, shape.name);
        put(buffer, area, 1, y, &text, ui.theme.text);
        let blank_if_none = |number: i64| match number {
            0 => String::new(),
            _ => number.to_string(),
        };
        let counts = &row.counts;
        let numbers = shape.numbers(
            &blank_if_none(counts.late),
            &blank_if_none(counts.due_soon),
            &blank_if_none(counts.open),
        );
        put(buffer, area, x, y, &numbers, ui.theme.text);
        if place == selected {
            let indent = match row.place {
                Place::Agency(_) => 1,
                Place::All | Place::Branch(_) => 0,
            };
            let style = if is_focused {
                ui.theme.focus
            } else {
                ui.theme.text
            };
            put(buffer, area, indent, y, ">", style);
            if indent < area.width {
                cursor = Some(Position::new(area.x + indent, area.y + y));
            }
        }
    }
    cursor
}

/// What a line is called: agencies stand a little to the right of their branch.
fn label(row: &Row, by: By, has_names: bool, ui: &Ui) -> String {
    match row.place {
        Place::All => ui.t.terms.all.to_owned(),
        Place::Branch(branch) => format!("─ {}", (ui.t.tasks.branch)(branch)),
        Place::Agency(AgencyId::UNRESOLVED) if has_names => format!("  {}", ui.t.terms.no_agency),
        Place::Agency(id) => match ui.facts.agency(id) {
            Some(agency) if by == By::Head => {
                format!("  {}", said::short_head_of(agency, has_names))
            }
            Some(agency) if has_names => format!("  {}", own_name(&agency.name)),
            Some(agency) => format!("  {}", agency.code),
            None => format!("  {}", ui.t.tasks.unresolved),
        },
    }
}

/// A name without what the heading of its branch says already, and with the usual short forms: "Quận 4"
/// for "Ủy ban nhân dân Quận 4".
fn own_name(name: &str) -> String {
    let own = ["Ủy ban nhân dân ", "Sở "]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .unwrap_or(name);
    own.replace("Ủy ban nhân dân", "UBND")
        .replace("Ban Quản lý", "BQL")
}
