//! Where things stand on the main screen, for every size of window.

use ratatui::layout::Rect;

use crate::ui::canvas::{columns, rows};

/// Below this width the pane takes the place of the list when it is wanted.
const BESIDE: u16 = 80;
/// From this width on the task stands beside the list; before, titles would be too short to be read.
const WIDE: u16 = 126;
/// From this width on agencies have their full names.
pub(super) const NAMES: u16 = 130;
/// The list is at least so wide beside a task.
const LIST: u16 = 50;

/// What the window and the person ask for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wishes {
    /// A filter or order needs a line.
    pub has_filter: bool,
    /// The selected task is to be shown.
    pub has_preview: bool,
    /// The person is in the pane.
    pub is_in_pane: bool,
    /// So wide is the pane, its rule included.
    pub pane: u16,
}

/// The parts of the screen; what has no room is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// Agency, head, numbers.
    pub head: Option<Rect>,
    /// The filter.
    pub filter: Option<Rect>,
    /// The agencies, heading included.
    pub pane: Option<Rect>,
    /// The list, heading included where it has one.
    pub list: Option<Rect>,
    /// Whether the list has a heading.
    pub has_heading: bool,
    /// The selected task.
    pub preview: Option<Rect>,
    /// The selected task stands beside the list.
    pub is_beside: bool,
    /// The row of the horizontal rule above the preview.
    pub rule: Option<u16>,
}

impl Layout {
    pub(super) fn new(area: Rect, wishes: Wishes) -> Self {
        if area.width < 60 || area.height < 13 {
            return Self::plain(area, wishes);
        }
        let mut layout = Self {
            head: Some(rows(area, 0, 1)),
            has_heading: true,
            ..Self::default()
        };
        let mut body = rows(area, 1, area.height - 1);
        if wishes.has_filter {
            layout.filter = Some(rows(area, 1, 1));
            body = rows(area, 2, area.height - 2);
        }
        let is_pane_beside = area.width >= BESIDE;
        if wishes.is_in_pane && !is_pane_beside {
            layout.pane = Some(body);
            return layout;
        }
        let pane = if is_pane_beside { wishes.pane } else { 0 };
        let beside = area.width >= WIDE && area.width >= pane + LIST + 30;
        if wishes.has_preview && !beside {
            let height = match area.height {
                ..19 => 2,
                19..26 => 4,
                _ => 6,
            };
            let top = body.height.saturating_sub(height);
            layout.preview = Some(rows(body, top, height));
            layout.rule = Some(body.y + top - 1);
            body = rows(body, 0, top - 1);
        }
        if is_pane_beside {
            layout.pane = Some(columns(body, 0, pane));
            body = columns(body, pane, body.width - pane);
        }
        if wishes.has_preview && beside {
            // A good third of what is beside the pane; titles stay as long as on a small screen.
            let wide = (body.width * 36 / 100).max(30);
            layout.preview = Some(columns(body, body.width - wide, wide));
            layout.is_beside = true;
            body = columns(body, 0, body.width - wide);
        }
        layout.list = Some(body);
        layout
    }

    /// One plain list, or the plain list of agencies.
    fn plain(area: Rect, wishes: Wishes) -> Self {
        if wishes.is_in_pane {
            return Self {
                pane: Some(area),
                ..Self::default()
            };
        }
        Self {
            list: Some(area),
            ..Self::default()
        }
    }
}
