//! "Đang làm việc": who has the program open, on which task, since when, from where. It tells, it locks nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::present::Present;
use crate::ui::action::Action;
use crate::ui::canvas::width;
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Reply, Screen, Topic, Ui};
use crate::ui::screens;
use crate::ui::screens::agencies::rows::{Rows, row};
use crate::work::request::present::{Ask, Told};
use crate::work::request::{Answer, Request};

/// The list of those who are on.
#[derive(Default)]
pub struct On {
    rows: Rows,
    /// This session first, where it has said that it is there.
    present: Option<Vec<Present>>,
    has_own: bool,
}

/// A column is never wider.
const MOST: usize = 24;

impl On {
    fn shown(&self) -> Vec<(bool, &Present)> {
        let all = self.present.iter().flatten().enumerate();
        all.map(|(place, one)| (self.has_own && place == 0, one))
            .filter(|(_, one)| {
                let parts = one.login.replace(['.', '-', '_'], " ");
                self.rows
                    .shows(&format!("{} {parts} {}", one.login, one.origin))
            })
            .collect()
    }

    /// Login, on what, since when on that, from where, since when.
    fn cells((is_own, one): (bool, &Present), ui: &Ui) -> [String; 5] {
        let t = &ui.t.present;
        let login = if is_own {
            format!("{} {}", one.login, t.own)
        } else {
            one.login.clone()
        };
        [
            login,
            (t.standing)(one.standing),
            (t.moment)(one.standing_since, one.since),
            one.origin.clone(),
            (t.moment)(one.since, one.standing_since),
        ]
    }

    fn ask() -> Request {
        Request::Present(Ask::List)
    }
}

impl Screen for On {
    fn context(&self) -> Context {
        Context::Present
    }

    fn title(&self, ui: &Ui) -> String {
        ui.t.present.title.to_owned()
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        vec![Effect::Ask(Self::ask())]
    }

    fn act(&mut self, action: Action, _: &Ui) -> Vec<Effect> {
        let shown = self.shown();
        let selected = shown.get(self.rows.at());
        let task = selected.and_then(|(_, one)| one.standing.task());
        let total = shown.len();
        match (action, task) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Refresh, _) => vec![Effect::Ask(Self::ask())],
            (Action::Enter, Some(id)) => vec![Effect::Open(screens::sheet(id))],
            (action, _) if self.rows.act(action, total) => Vec::new(),
            _ => vec![Effect::Useless],
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        if *question != Self::ask() {
            return Vec::new();
        }
        if let Ok(Answer::Present(Told::List { own, others })) = answer {
            self.has_own = own.is_some();
            self.present = Some(own.iter().chain(others).cloned().collect());
        }
        Vec::new()
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let wide = usize::from(area.width.saturating_sub(2));
        let t = &ui.t.present;
        let all: Vec<[String; 5]> = self
            .shown()
            .into_iter()
            .map(|shown| Self::cells(shown, ui))
            .collect();
        let heading = t.heading.map(str::to_owned);
        // Columns are as wide as what stands in them: who came yesterday has a day beside the hour.
        let wides: [usize; 5] = std::array::from_fn(|column| {
            let cells = all.iter().chain([&heading]);
            let wides = cells
                .filter_map(|row| row.get(column))
                .map(|cell| width(cell));
            wides.max().unwrap_or(0).min(MOST)
        });
        let line = |cells: &[String; 5]| {
            let [login, on, standing_since, origin, since] = cells;
            let [login_wide, _, standing_wide, origin_wide, since_wide] = wides;
            let right = [
                (standing_since.as_str(), standing_wide),
                (origin, origin_wide),
                (since, since_wide),
            ];
            row((login, login_wide + 1), on, &right, wide)
        };
        let lines: Vec<String> = all.iter().map(line).collect();
        let heading = line(&heading);
        let none = self.present.as_ref().map_or("", |_| t.none);
        self.rows.draw(&heading, &lines, none, area, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.present.hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Present
    }
}
