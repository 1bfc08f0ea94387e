//! The city at a glance, or the own agency: who is most late, as a table by agency, area or head.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Home, lines};
use crate::domain::count::{Counts, Home as Figures};
use crate::domain::id::{AgencyId, AreaId};
use crate::lang::Language;
use crate::lang::format::{number, share};
use crate::lang::report::said;
use crate::ui::canvas::{clear, fit, pad, pad_left, put, rows, rule, width};
use crate::ui::screen::Ui;

/// By what the table is gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glance {
    /// By agency.
    Agency,
    /// By area of reform.
    Area,
    /// By the head who answers for it.
    Head,
}

/// Whose a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// An agency's, or its head's.
    Agency(AgencyId),
    /// An area's.
    Area(AreaId),
}

impl Glance {
    const ALL: [Self; 3] = [Self::Agency, Self::Area, Self::Head];

    /// The next one, or the one before; round and round.
    pub fn after(self, by: isize) -> Self {
        let here = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        let count = isize::try_from(Self::ALL.len()).unwrap_or(1);
        let next = (isize::try_from(here).unwrap_or(0) + by).rem_euclid(count);
        let next = usize::try_from(next).unwrap_or(0);
        Self::ALL.get(next).copied().unwrap_or(self)
    }

    /// How many rows there are.
    pub fn len(self, figures: &Figures) -> usize {
        match self {
            Self::Agency | Self::Head => figures.worst.len(),
            Self::Area => figures.areas.len(),
        }
    }

    /// Whose the row at a place is.
    pub fn whose(self, figures: &Figures, place: usize) -> Option<Whose> {
        match self {
            Self::Agency | Self::Head => {
                let row = figures.worst.get(place)?;
                Some(Whose::Agency(row.agency))
            }
            Self::Area => Some(Whose::Area(figures.areas.get(place)?.area)),
        }
    }

    /// What the row at a place is called in so many cells, and its cells.
    fn row(
        self,
        figures: &Figures,
        place: usize,
        room: usize,
        ui: &Ui,
    ) -> Option<(String, [String; 6])> {
        match self {
            Self::Agency | Self::Head => {
                let row = figures.worst.get(place)?;
                let name = match ui.facts.agency(row.agency) {
                    Some(agency) if self == Self::Head => {
                        let whole = said::head_of(agency);
                        if width(&whole) > room {
                            said::short_head_of(agency, true)
                        } else {
                            whole
                        }
                    }
                    Some(agency) => agency.name.clone(),
                    None => ui.t.terms.no_agency.to_owned(),
                };
                let newly = figures.newly_by_agency.get(&row.agency);
                let newly = newly.copied().unwrap_or(0);
                Some((name, cells(&row.counts, newly, row.oldest_overdue, ui)))
            }
            Self::Area => {
                let row = figures.areas.get(place)?;
                let name = ui.facts.area(row.area).map(|area| match ui.t.language {
                    Language::Vietnamese => area.name_vi.clone(),
                    Language::English => area.name_en.clone(),
                });
                let name = name.unwrap_or_else(|| ui.t.home.no_area.to_owned());
                let (newly, oldest) = (row.newly_overdue, row.oldest_overdue);
                Some((name, cells(&row.counts, newly, oldest, ui)))
            }
        }
    }
}

/// Late, newly late, longest, open, due soon, done by the first date.
fn cells(counts: &Counts, newly: i64, oldest: Option<NaiveDate>, ui: &Ui) -> [String; 6] {
    let language = ui.t.language;
    let longest = oldest.map(|due| {
        let calendar = &ui.facts.calendar;
        (ui.t.home.days)(calendar.working_days_between(due, ui.facts.today))
    });
    let judged = counts.done_on_time + counts.done_late;
    let on_first = match judged {
        0 => said::DASH.to_owned(),
        _ => {
            let first = counts.done_on_original;
            format!("{} ({first}/{judged})", share(first, judged, language))
        }
    };
    let newly = match newly {
        0 => String::new(),
        _ => number(newly, language),
    };
    [
        number(counts.late, language),
        newly,
        longest.unwrap_or_default(),
        number(counts.open, language),
        number(counts.due_soon, language),
        on_first,
    ]
}

impl Home {
    pub(super) fn draw_glance(
        &mut self,
        area: Rect,
        buffer: &mut Buffer,
        ui: &Ui,
    ) -> Option<Position> {
        let t = &ui.t.home;
        let line = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            ..area
        };
        rule(buffer, line, 0, ui.theme.rule);
        let figures = self.figures.as_deref()?;
        let count = self.glance.len(figures);
        if figures.worst.is_empty() {
            put(buffer, area, 2, 1, t.nobody_late, ui.theme.text);
            return None;
        }
        let tabs = tabs(self.glance, ui);
        if width(&tabs) + 4 <= usize::from(area.width) && area.height > 1 {
            put(buffer, area, 3, 0, &tabs, ui.theme.text);
        }
        let table = Table::of(area.width);
        let head_rows = area.height.saturating_sub(1).min(2);
        let head = table.row(t.worst, t.columns);
        put(buffer, area, 2, 1, &head, ui.theme.heading);
        let list = rows(area, head_rows, area.height);
        clear(buffer, list);
        let high = usize::from(list.height);
        let selected = self.at.checked_sub(lines(ui).len());
        if let Some(place) = selected {
            self.top = self.top.min(place).max((place + 1).saturating_sub(high));
        }
        let mut cursor = None;
        for (y, place) in (0..list.height).zip(self.top..count) {
            let Some((name, cells)) = self.glance.row(figures, place, table.name, ui) else {
                continue;
            };
            let text = table.row(&name, cells.each_ref().map(String::as_str));
            put(buffer, list, 2, y, &text, ui.theme.text);
            if selected == Some(place) {
                put(buffer, list, 1, y, ">", ui.theme.focus);
                cursor = Some(Position::new(list.x + 1, list.y + y));
            }
        }
        cursor
    }
}

/// The ways of gathering, the present one in brackets.
fn tabs(now: Glance, ui: &Ui) -> String {
    let names = ui.t.home.glances;
    let shown = Glance::ALL.iter().zip(names).map(|(glance, name)| {
        if *glance == now {
            format!("[{name}]")
        } else {
            format!(" {name} ")
        }
    });
    let shown: Vec<String> = shown.collect();
    format!(" ←→ {} ", shown.join(" "))
}

/// The widths of the columns, by the width of the screen.
struct Table {
    name: usize,
    newly: usize,
    soon: usize,
    share: usize,
}

impl Table {
    fn of(wide: u16) -> Self {
        let wide = usize::from(wide);
        let share = if wide >= 76 { 19 } else { 0 };
        let soon = if wide >= 100 { 9 } else { 0 };
        let newly = if wide >= 60 { 6 } else { 0 };
        Self {
            name: wide
                .saturating_sub(4 + 6 + newly + 10 + 7 + soon + share)
                .min(60),
            newly,
            soon,
            share,
        }
    }

    fn row(&self, name: &str, [late, newly, longest, open, soon, share]: [&str; 6]) -> String {
        let cells = [
            (late, 6),
            (newly, self.newly),
            (longest, 10),
            (open, 7),
            (soon, self.soon),
            (share, self.share),
        ];
        let name = if width(name) > self.name {
            fit(&said::shortened(name), self.name)
        } else {
            name.to_owned()
        };
        let mut text = pad(&name, self.name);
        for (cell, wide) in cells {
            // What fills its column would stand against the one before: a share goes without what it is made of.
            let is_full = wide > 0 && width(cell) >= wide;
            let short = cell.split_once(" (").filter(|_| is_full);
            text.push_str(&pad_left(short.map_or(cell, |(share, _)| share), wide));
        }
        text
    }
}
