//! The frame around the screens: title line, message line, footer of keys; and which screens show.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::app::App;
use super::canvas::{fit, pad, put, rows, width, wrap};
use super::composing::Method;
use super::keys::{self, Context};
use super::screen::{Message, Tone, Ui};
use super::typing::Notice;
use crate::lang::format;

/// Below this size there is no frame: the screen has every row.
pub const SMALLEST: (u16, u16) = (60, 16);

/// The sentence of a drill takes no more rows than these.
const TASK_ROWS: usize = 2;

/// What went wrong, where, and what to do: a refusal that does not fit into the line has more, and no more than these.
const REFUSAL_ROWS: usize = 3;

impl App {
    /// Draws everything into the buffer; returns where the hardware cursor stands.
    pub fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        let area = buffer.area;
        let given = self.given();
        let ui = given.ui();
        let (message, is_working) = (self.message.clone(), !self.awaited.is_empty());
        let is_unreadable = self.notice == Notice::Shown;
        let is_practice = self.coach.is_some();
        let task = self.coach.as_ref().and_then(|coach| coach.task(&ui));
        let task = task.map_or_else(Vec::new, |task| {
            let mut lines = wrap(&task, usize::from(area.width.saturating_sub(2)));
            lines.truncate(TASK_ROWS);
            lines
        });
        let is_asking = self
            .screens
            .last()
            .is_some_and(|top| matches!(top.context(), Context::Confirm | Context::Form));
        let rows = (
            task.len(),
            message.as_ref().map_or(1, |said| rows_of(said, area)),
        );
        let parts = Parts::of(area, is_asking, rows);
        let body = parts.body;
        let screens = &mut self.screens;
        let base = screens
            .iter()
            .rposition(|screen| !screen.is_overlay())
            .unwrap_or(0);
        let mut cursor = None;
        for screen in screens.iter_mut().skip(base) {
            cursor = screen.draw(body, buffer, &ui);
        }
        let top = screens.last();
        if let (Some(line), Some(top)) = (parts.title, top) {
            title(buffer, line, &top.title(&ui), is_practice, &ui);
            for (y, line) in (1..).zip(&task) {
                put(buffer, area, 1, y, line, ui.theme.title);
            }
        }
        // What is typed on the message line is the work itself, and shows even where nothing else does.
        let is_on_line = cursor.is_some_and(|at| at.y >= body.bottom());
        let notice = || is_unreadable.then(|| Message::refusal(ui.t.app.not_utf8));
        let hint = || top.and_then(|top| top.hint(&ui)).map(Message::plain);
        let hint = || hint().filter(|_| is_on_line || area.height > 1);
        let working = || is_working.then(|| Message::plain(ui.t.app.working));
        let running = || {
            let running = ui.running.filter(|_| !is_on_line)?;
            let how = top.map_or("", |top| running.how_to_stop(top.context(), ui.t));
            Some(Message::plain(running.sentence(ui.t) + how))
        };
        let message = message
            .or_else(running)
            .or_else(working)
            .or_else(notice)
            .or_else(hint);
        if ui.meter.is_on {
            measured(buffer, parts.line, message.as_ref(), &ui);
        }
        if let Some(message) = &message {
            said(buffer, &parts, message, &ui);
        }
        let spare = Some(parts.line).filter(|_| message.is_none() && area.height > 1);
        if let (Some(line), Some(top)) = (parts.keys.or(spare.filter(|_| !parts.has_frame())), top)
        {
            footer(buffer, line, top.context(), &ui);
        }
        // A screen reader follows the cursor: there is always one, and always in the window.
        let at = cursor.unwrap_or_else(|| body.as_position());
        (!area.is_empty())
            .then(|| Position::new(at.x.min(area.right() - 1), at.y.min(area.bottom() - 1)))
    }
}

/// The rows of the window, as they are given out.
struct Parts {
    title: Option<Rect>,
    body: Rect,
    /// The message line; in a single row it covers the body.
    line: Rect,
    keys: Option<Rect>,
}

impl Parts {
    /// Where there is no frame, a question keeps the keys that answer it in a row of their own; a drill
    /// says what it asks for only where there is one, and a message has a single row.
    fn of(area: Rect, is_asking: bool, (task_rows, said_rows): (usize, usize)) -> Self {
        let high = area.height;
        let rows_high = |count: usize| u16::try_from(count).unwrap_or(0);
        let (task_rows, said_rows) = (rows_high(task_rows), rows_high(said_rows));
        if area.width >= SMALLEST.0 && high >= SMALLEST.1 {
            return Self {
                title: Some(rows(area, 0, 1)),
                body: rows(area, 1 + task_rows, high - 2 - said_rows - task_rows),
                line: rows(area, high - 1 - said_rows, said_rows),
                keys: Some(rows(area, high - 1, 1)),
            };
        }
        let below = match high {
            0 | 1 => 0,
            2..=5 => 1,
            _ => 1 + u16::from(is_asking),
        };
        Self {
            title: None,
            body: rows(area, 0, high - below),
            line: rows(area, high.saturating_sub(below.max(1)), 1),
            keys: (below == 2).then(|| rows(area, high - 1, 1)),
        }
    }

    fn has_frame(&self) -> bool {
        self.title.is_some()
    }
}

/// So many rows a message takes in a window of this size.
fn rows_of(message: &Message, area: Rect) -> usize {
    match message.tone {
        Tone::Plain => 1,
        Tone::Refusal => wrap(&message.text, usize::from(area.width.saturating_sub(2)))
            .len()
            .clamp(1, REFUSAL_ROWS),
    }
}

/// A message on its line.
fn said(buffer: &mut Buffer, parts: &Parts, message: &Message, ui: &Ui) {
    let style = match message.tone {
        Tone::Plain => ui.theme.text,
        Tone::Refusal => ui.theme.refusal,
    };
    // In a single row it stands over the body, which must not show behind it.
    let is_over = parts.line.y < parts.body.bottom();
    if parts.line.height > 1 {
        let wide = usize::from(parts.line.width.saturating_sub(2));
        let mut lines = wrap(&message.text, wide);
        let last = usize::from(parts.line.height - 1);
        let rest = lines.split_off(last.min(lines.len())).join(" ");
        lines.push(fit(&rest, wide));
        for (y, line) in (0..).zip(&lines) {
            put(buffer, parts.line, 1, y, line, style);
        }
        return;
    }
    let text = format!(" {}", message.text);
    let text = if is_over {
        pad(&text, usize::from(parts.line.width))
    } else {
        text
    };
    put(buffer, parts.line, 0, 0, &text, style);
}

/// What frames have cost, at the right end of the message line, as far as the message leaves room.
fn measured(buffer: &mut Buffer, line: Rect, said: Option<&Message>, ui: &Ui) {
    let t = &ui.t.terminal;
    let Some((last, mean)) = ui.meter.last().next().zip(ui.meter.mean()) else {
        return;
    };
    let on_line = ui.terminal.profile.speed.map(|_| last.on_line.as_millis());
    let text = (t.frame)(last.bytes, last.took.as_millis(), on_line);
    let texts = [format!("{text} · {}", (t.mean)(mean)), text];
    let taken = said.map_or(0, |message| width(&message.text) + 2);
    let room = usize::from(line.width).saturating_sub(taken + 2);
    if let Some(text) = texts.iter().find(|text| width(text) <= room) {
        let x = usize::from(line.width).saturating_sub(width(text) + 1);
        put(
            buffer,
            line,
            u16::try_from(x).unwrap_or(0),
            0,
            text,
            ui.theme.text,
        );
    }
}

/// ` CCHC  Title   DỮ LIỆU MẪU T5 15/06/2023    login · Agency`: the left is kept, the right is cut.
fn title(buffer: &mut Buffer, area: Rect, title: &str, is_practice: bool, ui: &Ui) {
    let wide = usize::from(area.width);
    let left = format!(" {}  {title}", ui.t.app.name);
    let day = format!(
        "{} {}",
        format::weekday(ui.facts.today, ui.t.language),
        format::date(ui.facts.today)
    );
    let mark = if is_practice {
        ui.t.practice.mark
    } else if ui.facts.is_sample {
        ui.t.app.sample
    } else if ui.facts.is_looking_only {
        ui.t.app.looking
    } else {
        ""
    };
    let agency = ui.facts.user.agency.and_then(|id| ui.facts.agency(id));
    let who = match agency {
        Some(agency) => format!("{} · {}", ui.facts.user.login, agency.name),
        None => ui.facts.user.login.clone(),
    };
    let composing = ui.composing.map_or("", Method::name);
    let middle: Vec<&str> = [composing, mark, &day]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let middle = middle.join(" ");
    // Who one is gives way first, then the day; the title is cut last.
    let after = |text: &str| if text.is_empty() { 0 } else { width(text) + 3 };
    let middle = if width(&left) + after(&middle) < wide {
        middle
    } else {
        String::new()
    };
    let room = wide.saturating_sub(width(&left) + after(&middle) + 4);
    let who = if room < 4 {
        String::new()
    } else {
        fit(&who, room)
    };
    let left = fit(&left, wide.saturating_sub(after(&middle) + after(&who)));
    put(buffer, area, 0, 0, &left, ui.theme.title);
    let right = wide.saturating_sub(width(&who) + 1);
    let centre = (width(&left) + 3).max(right.saturating_sub(width(&middle) + 4));
    let centre = centre.min(wide.saturating_sub(width(&middle) + usize::from(who.is_empty())));
    if let (Ok(centre), Ok(right)) = (u16::try_from(centre), u16::try_from(right)) {
        put(buffer, area, centre, 0, &middle, ui.theme.title);
        put(buffer, area, right, 0, &who, ui.theme.text);
    }
}

/// The keys of the context, as many as fit: the most wanted stay, in the order of the table.
fn footer(buffer: &mut Buffer, area: Rect, context: Context, ui: &Ui) {
    let mut shown: Vec<_> = ui
        .keymap
        .bindings(context)
        .into_iter()
        .filter_map(|row| row.footer.map(|place| (place, row)))
        .collect();
    let text_of = |row: &keys::Binding| {
        let name = keys::name(row.key, row.with);
        (name, (row.label)(&ui.t.keys))
    };
    let wide = |rows: &[(u8, keys::Binding)]| -> usize {
        rows.iter()
            .map(|(_, row)| {
                let (name, label) = text_of(row);
                width(&name) + width(label) + 2
            })
            .sum()
    };
    while wide(&shown) > usize::from(area.width) {
        let Some(least) = shown.iter().map(|(place, _)| *place).max() else {
            break;
        };
        let Some(last) = shown.iter().rposition(|(place, _)| *place == least) else {
            break;
        };
        shown.remove(last);
    }
    shown.sort_by_key(|(_, row)| match row.key {
        crossterm::event::KeyCode::F(number) => u32::from(number),
        _ => 6,
    });
    let mut x = 1;
    for (_, row) in shown {
        let (name, label) = text_of(&row);
        put(buffer, area, x, 0, &name, ui.theme.key);
        x += u16::try_from(width(&name)).unwrap_or(0) + 1;
        put(buffer, area, x, 0, label, ui.theme.text);
        x += u16::try_from(width(label)).unwrap_or(0) + 1;
    }
}
