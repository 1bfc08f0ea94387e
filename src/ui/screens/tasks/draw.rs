//! Draws the main screen: head, filter, list, preview, rules.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{Layout, Wishes};
use super::pane::Place;
use super::{Focus, Tasks, columns, preview, tree};
use crate::domain::agency::lineage::By;
use crate::domain::status::Status;
use crate::lang::format;
use crate::lang::report::said;
use crate::ui::canvas::{fit, put, rows, width};
use crate::ui::screen::Ui;

impl Tasks {
    /// Draws everything; returns where the hardware cursor stands.
    pub(super) fn paint(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let shape = tree::Shape::new(&self.pane, area.width, ui);
        let layout = Layout::new(
            area,
            Wishes {
                has_filter: self.filter_line(ui).is_some(),
                has_preview: self.view.has_preview(),
                is_in_pane: self.focus == Focus::Pane,
                pane: shape.wide,
            },
        );
        self.has_pane = layout.pane.is_some() && layout.list.is_some();
        self.shown.wide = usize::from(area.width);
        self.shown.has_bare_signs =
            layout.list.is_some() && layout.preview.is_none_or(|preview| preview.height < 3);
        if let Some(line) = layout.head {
            self.paint_head(line, buffer, ui);
        }
        if let Some(line) = layout.filter {
            self.paint_filter(line, buffer, ui);
        }
        if let Some(y) = layout.rule {
            let line = rows(area, y - area.y, 1);
            put(
                buffer,
                line,
                0,
                0,
                &"─".repeat(usize::from(area.width)),
                ui.theme.rule,
            );
        }
        let mut cursor = None;
        if let Some(list) = layout.list {
            cursor = self.paint_list(list, layout, buffer, ui);
        }
        if let Some(pane) = layout.pane {
            let is_focused = self.focus == Focus::Pane;
            let shape = match layout.list {
                Some(_) => shape,
                None => tree::Shape::whole(&self.pane, pane.width, ui),
            };
            let at = tree::paint(&self.pane, shape, is_focused, pane, buffer, ui);
            if layout.list.is_some() {
                bar(buffer, pane, pane.width - 1, layout.rule.is_some(), ui);
            }
            if is_focused {
                cursor = at;
            }
        }
        if let Some(part) = layout.preview {
            self.paint_preview(part, layout, buffer, ui);
        }
        if let Some(find) = &self.find {
            let text = find.shown(usize::from(area.width), ui.t.tasks.find);
            let x = 1 + width(ui.t.tasks.find) + width(&text);
            let x = u16::try_from(x).unwrap_or(u16::MAX);
            cursor = Some(Position::new(
                area.x + x.min(area.width.saturating_sub(1)),
                area.bottom(),
            ));
        }
        cursor
    }

    /// Name and head to the left, numbers to the right; the shorter forms where both have no room.
    fn paint_head(&self, line: Rect, buffer: &mut Buffer, ui: &Ui) {
        let t = &ui.t.tasks;
        let counts = self.pane.selected_counts();
        let number = |value| format::number(value, ui.t.language);
        let (late, soon, open) = (
            number(counts.late),
            number(counts.due_soon),
            number(counts.open),
        );
        let wide = usize::from(line.width);
        let name = self.place_name(ui);
        let short_name = name.replace("Ủy ban nhân dân", "UBND");
        let figures = (t.figures)(&late, &soon, &open);
        let short_figures = (t.short_figures)(&late, &soon, &open);
        let forms = [
            (&name, &figures),
            (&short_name, &figures),
            (&short_name, &short_figures),
        ];
        let fitting = forms
            .into_iter()
            .find(|(name, figures)| width(name) + width(figures) + 4 <= wide);
        let (name, figures) = fitting.unwrap_or((&short_name, &short_figures));
        let room = wide.saturating_sub(width(figures) + 4);
        put(buffer, line, 1, 0, &fit(name, room), ui.theme.title);
        let x = wide.saturating_sub(width(figures) + 1);
        let x = u16::try_from(x).unwrap_or(0);
        put(buffer, line, x, 0, figures, ui.theme.text);
    }

    /// Whose tasks these are: the agency and its head's title.
    fn place_name(&self, ui: &Ui) -> String {
        match self.pane.place() {
            Place::All => ui.t.terms.all.to_owned(),
            Place::Branch(branch) => (ui.t.tasks.branch)(branch).to_owned(),
            Place::Agency(id) => match ui.facts.agency(id) {
                Some(agency) if self.pane.by() == By::Head => said::head_of(agency),
                Some(agency) if agency.head_title.is_empty() => agency.name.clone(),
                Some(agency) => format!("{} · {}", agency.name, agency.head_title),
                None => ui.t.terms.no_agency.to_owned(),
            },
        }
    }

    /// The filter, what it finds, and how it is changed or left; an unusual order too.
    fn filter_line(&self, ui: &Ui) -> Option<(String, &'static str)> {
        let t = &ui.t.tasks;
        let mut parts = Vec::new();
        if self.is_filtered() {
            parts.push((t.filtered)(&self.words));
        }
        if let Some(tally) = self.tally().filter(|_| self.is_filtered()) {
            let count = format::number(tally.count, ui.t.language);
            parts.push((t.found)(&count, tally.is_partial));
        }
        let order = (t.ordered)(self.base.order);
        if !order.is_empty() {
            parts.push(order.to_owned());
        }
        let keys = if self.is_filtered() {
            t.filter_keys
        } else {
            ""
        };
        (!parts.is_empty()).then(|| (parts.join(" · "), keys))
    }

    fn paint_filter(&self, line: Rect, buffer: &mut Buffer, ui: &Ui) {
        let Some((text, keys)) = self.filter_line(ui) else {
            return;
        };
        let wide = usize::from(line.width);
        let room = wide.saturating_sub(width(keys) + 4);
        put(buffer, line, 1, 0, &fit(&text, room), ui.theme.title);
        let x = wide.saturating_sub(width(keys) + 1);
        put(
            buffer,
            line,
            u16::try_from(x).unwrap_or(0),
            0,
            keys,
            ui.theme.text,
        );
    }

    fn paint_list(
        &mut self,
        area: Rect,
        layout: Layout,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let has_many = !matches!(self.pane.place(), Place::Agency(_));
        let mut body = area;
        if layout.has_heading {
            body = rows(area, 1, area.height - 1);
        }
        self.list.fit(usize::from(body.height));
        let days = columns::longest_days(self.list.page(), ui);
        let due = columns::longest_due(self.list.page(), ui);
        let columns = columns::choose(usize::from(area.width), self.view, has_many, days, due);
        if layout.has_heading {
            let text = columns::headings(&columns, ui);
            put(buffer, area, 0, 0, &text, ui.theme.heading);
        }
        let is_focused = self.focus == Focus::List && self.find.is_none();
        let mut cursor = None;
        for (y, task) in (0..body.height).zip(self.list.page()) {
            let is_selected = usize::from(y) == self.list.line();
            let look = columns::RowLook {
                options: &self.options,
                is_selected,
                is_focused,
            };
            for (x, text, style) in columns::pieces(task, &columns, look, ui) {
                let x = u16::try_from(x).unwrap_or(u16::MAX);
                put(buffer, body, x, y, &text, style);
            }
            if is_selected && body.width > 2 {
                cursor = Some(Position::new(body.x + 2, body.y + y));
            }
        }
        // Where the question was not answered nobody says that there is nothing.
        if self.list.page().is_empty() && self.list.is_read() {
            let text = if self.is_filtered() || self.find.is_some() {
                ui.t.tasks.nothing_found
            } else {
                ui.t.tasks.nothing
            };
            put(
                buffer,
                body,
                1,
                1.min(body.height.saturating_sub(1)),
                text,
                ui.theme.text,
            );
        }
        cursor.or((body.width > 0 && body.height > 0).then(|| Position::new(body.x, body.y)))
    }

    /// What the sign of the selected row means, where nothing else on the screen says it. A deadline says
    /// itself by its days.
    pub(super) fn sign_in_words(&self, ui: &Ui) -> Option<String> {
        let task = self.list.current().filter(|_| self.shown.has_bare_signs)?;
        let mut words = Vec::new();
        if task.status == Status::Awaiting {
            words.push((ui.t.terms.status)(task.status));
        }
        if task.needs_review() {
            words.push(ui.t.tasks.preview.review);
        }
        (!words.is_empty()).then(|| format!("#{} {}", task.id.0, words.join(", ")))
    }

    fn paint_preview(&self, part: Rect, layout: Layout, buffer: &mut Buffer, ui: &Ui) {
        if layout.is_beside {
            bar(buffer, part, 0, false, ui);
        }
        // While other rows are on their way, those that stand there are not spoken of. On a slow line
        // the task before stays until the keys rest: it says itself which it is.
        let shown = if ui.is_moving {
            self.rested.as_ref()
        } else {
            self.list.current()
        };
        let Some(task) = shown else {
            return;
        };
        let height = usize::from(part.height);
        let (x, lines) = if layout.is_beside {
            let cells = usize::from(part.width.saturating_sub(3));
            (2, preview::beside(task, cells, height, ui))
        } else {
            let cells = usize::from(part.width.saturating_sub(1));
            (1, preview::below(task, cells, height, ui))
        };
        for (y, (text, style)) in (0..part.height).zip(lines) {
            put(buffer, part, x, y, &text, style);
        }
    }
}

/// A vertical rule over a part, joined to the horizontal one below it where there is one.
fn bar(buffer: &mut Buffer, part: Rect, x: u16, is_joined: bool, ui: &Ui) {
    for y in 0..part.height {
        put(buffer, part, x, y, "│", ui.theme.rule);
    }
    if is_joined {
        let below = Rect {
            height: part.height + 1,
            ..part
        };
        put(buffer, below, x, part.height, "┴", ui.theme.rule);
    }
}
