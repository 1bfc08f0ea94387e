//! How the confirm list looks: the rows above, the form or the reasons below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Confirm;
use super::line::{Line, Standing};
use crate::domain::transition::Pick;
use crate::ui::canvas::{columns, fit, pad, put, rows, rule, width, wrap};
use crate::ui::screen::Ui;

/// The rows of the screen, as they are given out.
struct Plan {
    /// Summary and heading; blanks around them where there is room.
    head: u16,
    list: u16,
    /// The rule and what stands below it.
    lower: u16,
}

impl Confirm {
    /// Draws everything.
    pub(super) fn paint(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let notes = self.notes(ui, usize::from(area.width.saturating_sub(3)));
        let form_high = self.sections.get(self.section).map_or(0, |section| {
            let indent = if area.width < 34 { 0 } else { 3 };
            1 + section.form.height(area.width.saturating_sub(indent))
        });
        let notes_high = u16::try_from(notes.len()).unwrap_or(u16::MAX);
        let below = form_high.saturating_add(notes_high);
        let plan = self.plan(area.height, form_high, below);
        self.keep_in_view(usize::from(plan.list));
        self.head(area, buffer, &plan, ui);
        let list = rows(area, plan.head, plan.list);
        let at_row = self.list(list, buffer, ui);
        let lower = rows(area, plan.head + plan.list, plan.lower);
        let at_field = self.below(lower, buffer, &notes, ui);
        at_field.or(at_row)
    }

    fn plan(&self, high: u16, form: u16, below: u16) -> Plan {
        let head = match high {
            14.. => 4,
            6..=13 => 2,
            _ => 0,
        };
        let wanted = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let room = high.saturating_sub(head);
        let gap: u16 = if below == 0 {
            0
        } else if high >= 14 {
            2
        } else {
            1
        };
        // The form stands whole where that leaves three rows of the list; reasons take what is left.
        let most = room.saturating_sub(gap + form).max(3.min(room / 2));
        // A field keeps a row, below the row it is about where there are two.
        let spare = u16::from(form > 0);
        let list = wanted.min(most.max(1)).min(room.saturating_sub(spare));
        Plan {
            head,
            list,
            lower: room.saturating_sub(list),
        }
    }

    /// Scrolls by whole pages to the row of the cursor.
    fn keep_in_view(&mut self, high: usize) {
        self.height = high.max(1);
        if self.at < self.first || self.at >= self.first + self.height {
            self.first = self.at - self.at % self.height;
        }
    }

    fn head(&self, area: Rect, buffer: &mut Buffer, plan: &Plan, ui: &Ui) {
        if plan.head == 0 {
            return;
        }
        let t = &ui.t.confirm;
        let (summary_at, heading_at) = if plan.head == 4 { (1, 3) } else { (0, 1) };
        let summary = (t.summary)(self.lines.len());
        put(buffer, area, 1, summary_at, &summary, ui.theme.title);
        let [deed, task, change] = places(area.width, self.longest_deed(ui));
        let line = rows(area, heading_at, 1);
        if self.lines.len() > self.height && area.width >= 60 {
            let last = (self.first + self.height).min(self.lines.len());
            let shown = (t.shown)(self.first + 1, last, self.lines.len());
            let from = area
                .width
                .saturating_sub(u16::try_from(width(&shown) + 1).unwrap_or(0));
            put(buffer, line, from, 0, &shown, ui.theme.text);
        }
        for (place, text) in [(deed, t.deed), (task, t.task), (change, t.change)] {
            put(
                buffer,
                columns(line, place.0, place.1),
                0,
                0,
                text,
                ui.theme.heading,
            );
        }
    }

    fn list(&self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let mut cursor = None;
        let served = self.sections.get(self.section);
        let shown = self.lines.iter().enumerate().skip(self.first);
        for (y, (place, line)) in (0..area.height).zip(shown) {
            let is_marked = match served {
                Some(section) => section.rows.contains(&place),
                None => place == self.at,
            };
            let mark = if is_marked { ">" } else { " " };
            put(buffer, area, 1, y, mark, ui.theme.text);
            let sign = match line.pick {
                Pick::Digit(digit) => digit.to_string(),
                Pick::Deed(_) => "*".to_owned(),
            };
            put(buffer, area, 2, y, &sign, ui.theme.digit);
            self.row(rows(area, y, 1), buffer, place, line, ui);
            if place == self.at {
                cursor = Some(Position::new(
                    (area.x + 2).min(area.right().saturating_sub(1)),
                    area.y + y,
                ));
            }
        }
        cursor
    }

    /// How wide the longest name of a deed among the rows is.
    fn longest_deed(&self, ui: &Ui) -> u16 {
        let deeds = (0..self.lines.len()).filter_map(|place| self.given(place, ui).0);
        let longest = deeds.map(|deed| width((ui.t.terms.deed)(deed))).max();
        u16::try_from(longest.unwrap_or(0)).unwrap_or(u16::MAX)
    }

    fn row(&self, area: Rect, buffer: &mut Buffer, place: usize, line: &Line, ui: &Ui) {
        let t = &ui.t.confirm;
        let (deed, given) = self.given(place, ui);
        let name = deed.map_or("", |deed| (ui.t.terms.deed)(deed));
        let title = line.task.as_ref().map_or("", |task| task.title.as_str());
        let (text, style) = match self.standing(place, ui) {
            _ if line.conflict.is_some() => (t.changed.to_owned(), ui.theme.refusal),
            Standing::Refused(why) => {
                let why = (ui.t.refusals.short)(&why);
                (format!("{} {why}", t.refused), ui.theme.refusal)
            }
            Standing::Gone => (t.gone.to_owned(), ui.theme.refusal),
            Standing::NoDeed => (t.no_deed.to_owned(), ui.theme.text),
            Standing::Ready | Standing::Incomplete(_) => match deed {
                Some(deed) => (line.change(deed, &given, ui), ui.theme.text),
                None => (String::new(), ui.theme.text),
            },
        };
        let task = format!("#{}  {title}", line.id.0);
        let spots = places(area.width, self.longest_deed(ui));
        let cells = [
            (name, ui.theme.text),
            (task.as_str(), ui.theme.text),
            (text.as_str(), style),
        ];
        for ((x, wide), (text, style)) in spots.into_iter().zip(cells) {
            let text = pad(text, usize::from(wide));
            put(buffer, area, x, 0, &text, style);
        }
    }

    fn below(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        notes: &[String],
        ui: &Ui,
    ) -> Option<Position> {
        if notes.is_empty() && self.sections.is_empty() {
            return None;
        }
        let gap = u16::from(area.height > 8);
        // In a low window the fields come first, then the rule above them, then their heading.
        let has_rule = area.height > 2;
        let has_heading = area.height > 3;
        let indent = if area.width < 34 { 0 } else { 2 };
        if has_rule {
            let line = columns(area, 1, area.width.saturating_sub(2));
            rule(buffer, line, gap, ui.theme.rule);
        }
        let mut y = gap + u16::from(has_rule);
        let many = self.sections.len();
        let mut cursor = None;
        if let Some(section) = self.sections.get_mut(self.section) {
            let mut heading = section.heading(&self.lines, ui);
            if many > 1 {
                let of = (ui.t.confirm.form_of)(self.section + 1, many);
                heading = format!("{heading} · {of}");
            }
            let wide = usize::from(area.width.saturating_sub(3));
            if has_heading {
                let heading = fit(&heading, wide);
                put(buffer, area, indent, y, &heading, ui.theme.heading);
                y += 1;
            }
            let wide = area.width.saturating_sub(indent + indent / 2);
            let fields = columns(rows(area, y, area.height), indent, wide);
            let high = section.form.height(fields.width).min(fields.height);
            cursor = section.form.draw(rows(fields, 0, high), buffer, true, ui);
            y += high + 1;
        }
        for (y, note) in (y..area.height).zip(notes) {
            put(buffer, area, 2, y, note, ui.theme.text);
        }
        cursor
    }

    /// What the form answers, the reasons of refused rows and both versions of those that others changed.
    fn notes(&self, ui: &Ui, wide: usize) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(section) = self.sections.get(self.section) {
            let to_know = section.to_know(&self.lines, ui);
            notes.extend(to_know.iter().flat_map(|text| wrap(text, wide)));
        }
        for (place, line) in self.lines.iter().enumerate() {
            let number = line.id.0;
            if let (Some(conflict), Some(now)) = (&line.conflict, &line.task) {
                notes.extend(wrap(&(ui.t.refusals.sentence)(&conflict.why, number), wide));
                let then = Line::version(&conflict.seen, ui);
                let now = Line::version(now, ui);
                notes.extend(wrap(&(ui.t.confirm.versions)(&then, &now), wide));
            }
            if let Standing::Refused(why) = self.standing(place, ui) {
                notes.extend(wrap(&(ui.t.refusals.sentence)(&why, number), wide));
            }
        }
        notes
    }
}

/// Where the three columns stand, and how wide they are.
///
/// The names of deeds have the room that the longest of them needs, from 60 cells on, and a third at the most.
fn places(wide: u16, longest: u16) -> [(u16, u16); 3] {
    let deed = if wide >= 60 {
        longest.clamp(17, 20.max(wide / 3))
    } else {
        (wide / 4).max(4)
    };
    let change = match wide {
        100.. => 46,
        76..100 => 34_u16.saturating_sub((deed - 17) / 2),
        _ => wide * 2 / 5,
    };
    let task_at = 4 + deed + 1;
    let change_at = wide.saturating_sub(change).max(task_at + 4);
    let task = change_at.saturating_sub(task_at + 1);
    [(4, deed), (task_at, task), (change_at, change)]
}
