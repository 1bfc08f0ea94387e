//! "Hồ sơ": the files of a month by agency, count and share side by side, the city's trend of both above.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::caseload_form::CaseloadForm;
use super::import::Import;
use super::months::Months;
use super::{change, code, fetch, is_written, late_bars, name, points, share, told};
use crate::domain::caseload::{self, Files};
use crate::domain::change::News;
use crate::domain::id::AgencyId;
use crate::domain::interval::{Every, Interval};
use crate::lang::format::{self, number};
use crate::ui::action::Action;
use crate::ui::canvas::{columns, fit, put, rows};
use crate::ui::keys::Context;
use crate::ui::screen::{Effect, Message, Reply, Screen, Topic, Ui};
use crate::ui::screens::agencies::rows::{Rows, row};
use crate::ui::widgets::plot;
use crate::work::request::Request;
use crate::work::request::measures::{Ask, CityFiles, Told, What};

/// Rows of the plots, where there is room.
const PLOT: u16 = 7;

/// The files of a month.
#[derive(Default)]
pub struct Caseload {
    rows: Rows,
    /// Which month was asked for; none for the latest.
    month: Option<Interval>,
    city: Option<CityFiles>,
    order: Order,
}

/// In which order agencies stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Official,
    MostLate,
    HighestShare,
    LowestShare,
}

impl Order {
    const ALL: [Self; 4] = [
        Self::Official,
        Self::MostLate,
        Self::HighestShare,
        Self::LowestShare,
    ];

    const fn next(self) -> Self {
        match self {
            Self::Official => Self::MostLate,
            Self::MostLate => Self::HighestShare,
            Self::HighestShare => Self::LowestShare,
            Self::LowestShare => Self::Official,
        }
    }
}

/// The files of an agency, and those of the month before.
pub type Line = (caseload::Caseload, Option<caseload::Caseload>);

impl Caseload {
    /// The question for what shows.
    #[must_use]
    pub fn ask(&self) -> Ask {
        Ask::Caseload { month: self.month }
    }

    /// Shows this month.
    pub fn show(&mut self, month: Interval) {
        self.month = Some(month);
    }

    /// Goes over to the next order; says which.
    pub fn turn_order(&mut self, ui: &Ui) -> &'static str {
        self.order = self.order.next();
        let mut orders = Order::ALL.into_iter().zip(ui.t.measures.orders);
        let said = orders.find(|(order, _)| *order == self.order);
        said.map_or("", |(_, text)| text)
    }

    /// Which month shows.
    #[must_use]
    pub fn month(&self) -> Option<Interval> {
        self.month.or(self.city.as_ref()?.month)
    }

    /// The agencies, in their order.
    #[must_use]
    pub fn shown(&self, ui: &Ui) -> Vec<Line> {
        let all = self.city.iter().flat_map(|city| city.rows.iter().copied());
        let mut shown: Vec<Line> = all
            .filter(|(one, _)| {
                let agency = one.agency;
                self.rows
                    .shows(&format!("{} {}", code(agency, ui), name(agency, ui)))
            })
            .collect();
        let files = |(one, _): &Line| one.files();
        match self.order {
            Order::Official => {}
            Order::MostLate => shown.sort_by_key(|it| std::cmp::Reverse(files(it).late)),
            Order::HighestShare => shown.sort_by_key(|it| std::cmp::Reverse(share(files(it)))),
            Order::LowestShare => {
                shown.sort_by_key(|it| (share(files(it)).is_none(), share(files(it))));
            }
        }
        shown
    }

    fn selected(&self, ui: &Ui) -> Option<AgencyId> {
        self.shown(ui)
            .get(self.rows.at())
            .map(|(one, _)| one.agency)
    }

    fn line((one, before): &Line, wide: usize, ui: &Ui) -> String {
        let (now, then) = (one.files(), before.map(|it| it.files()));
        let language = ui.t.language;
        let right = [
            number(now.late, language),
            number(now.all, language),
            format::share(now.late, now.all, language),
            change(now.late, then.map(|it| it.late), ui),
            points(share(now), then.and_then(share), ui),
        ];
        let [late, all, part, more, up] = right.each_ref().map(String::as_str);
        let sign = if then.is_some_and(|then| now.hides_more(then)) {
            "!"
        } else {
            " "
        };
        row(
            (&format!("{sign} {}", code(one.agency, ui)), 9),
            &name(one.agency, ui),
            &[(late, 6), (all, 8), (part, 6), (more, 8), (up, 7)],
            wide,
        )
    }

    fn alerts(&self) -> usize {
        let rows = self.city.iter().flat_map(|city| city.rows.iter());
        let hides = |(one, before): &&Line| {
            before.is_some_and(|before| one.files().hides_more(before.files()))
        };
        rows.filter(hides).count()
    }

    /// The city as a whole, and what has to be said about its agencies; nothing without files.
    #[must_use]
    pub fn summary(&self, ui: &Ui) -> Vec<String> {
        let Some(city) = self.city.as_ref().filter(|city| !city.rows.is_empty()) else {
            return Vec::new();
        };
        let t = &ui.t.measures;
        let files = city.rows.iter().map(|(one, _)| one.files());
        let total = files.fold(Files::default(), Files::plus);
        let language = ui.t.language;
        let mut texts = vec![format!(
            "{}: {}/{} ({})",
            t.city,
            number(total.late, language),
            number(total.all, language),
            format::share(total.late, total.all, language)
        )];
        let alerts = self.alerts();
        if alerts > 0 {
            texts.push((t.alerts)(alerts));
        }
        if !city.missing.is_empty() {
            texts.push((t.lacking)(city.missing.len()));
        }
        texts
    }

    /// The city's trend and what has to be said, where there is room; how many rows that took.
    fn draw_head(&self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> u16 {
        let Some(city) = self.city.as_ref().filter(|city| !city.rows.is_empty()) else {
            return 0;
        };
        let t = &ui.t.measures;
        let mut y = 0;
        if area.height >= PLOT + 8 {
            let (counts, shares) = late_bars(&city.months, ui);
            let plots = columns(rows(area, 0, PLOT), 2, area.width.saturating_sub(2));
            let half = plots.width / 2;
            let [late, part] = t.late_plots;
            let left = columns(plots, 0, half.saturating_sub(1));
            plot::draw(late, &counts, left, buffer, ui);
            plot::draw(part, &shares, columns(plots, half, half), buffer, ui);
            y = PLOT;
        }
        let texts = self.summary(ui);
        let wide = usize::from(area.width.saturating_sub(2));
        let room = area.height.saturating_sub(y + 4);
        for text in texts.iter().take(usize::from(room)) {
            put(buffer, area, 2, y, &fit(text, wide), ui.theme.text);
            y += 1;
        }
        y
    }

    fn turn(&mut self, by: i32, ui: &Ui) -> Vec<Effect> {
        let now = || Interval::of(Every::Month, ui.facts.today);
        self.month = Some(self.month().unwrap_or_else(now).after(by));
        fetch(self.ask())
    }
}

impl Screen for Caseload {
    fn context(&self) -> Context {
        Context::Measures
    }

    fn title(&self, ui: &Ui) -> String {
        let t = &ui.t.measures;
        self.month().map_or_else(
            || t.no_caseload_title.to_owned(),
            |month| (t.caseload)(month),
        )
    }

    fn open(&mut self, _: &Ui) -> Vec<Effect> {
        fetch(self.ask())
    }

    fn act(&mut self, action: Action, ui: &Ui) -> Vec<Effect> {
        let selected = self.selected(ui);
        match (action, selected) {
            (Action::Close | Action::Back, _) => vec![Effect::Close],
            (Action::Refresh, _) => fetch(self.ask()),
            (Action::Left, _) => self.turn(-1, ui),
            (Action::Right, _) => self.turn(1, ui),
            (Action::Sort, _) => {
                self.rows.go_to(0);
                let order = self.turn_order(ui);
                vec![Effect::Say(Message::plain(order))]
            }
            (Action::Enter, Some(agency)) => vec![Effect::Open(Box::new(Months::new(agency)))],
            (Action::Add | Action::Edit, _) => {
                let form = CaseloadForm::new(selected, self.month());
                vec![Effect::Open(Box::new(form))]
            }
            (Action::Import, _) => vec![Effect::Open(Box::new(Import::new(What::Caseload)))],
            (action, _) => {
                let total = self.shown(ui).len();
                if self.rows.act(action, total) {
                    Vec::new()
                } else {
                    vec![Effect::Useless]
                }
            }
        }
    }

    fn write(&mut self, letter: char, ui: &Ui) -> Vec<Effect> {
        self.rows.write(letter, ui);
        Vec::new()
    }

    fn reply(&mut self, question: &Request, answer: Reply, _: &Ui) -> Vec<Effect> {
        if let Some(Told::Caseload(city)) = told(question, &answer, &self.ask()) {
            self.city = Some(city.clone());
        } else if is_written(question, &answer) {
            return fetch(self.ask());
        }
        Vec::new()
    }

    fn news(&mut self, _: &News, _: &Ui) -> Vec<Effect> {
        fetch(self.ask())
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, ui: &Ui) -> Option<Position> {
        let head = self.draw_head(area, buffer, ui);
        let list = rows(area, head, area.height);
        let wide = usize::from(area.width.saturating_sub(2));
        let lines: Vec<String> = self
            .shown(ui)
            .iter()
            .map(|one| Self::line(one, wide, ui))
            .collect();
        let t = &ui.t.measures;
        let [agency, late, all, part, more, up] = t.caseload_heading;
        let heading = row(
            (&format!("  {agency}"), 9),
            "",
            &[(late, 6), (all, 8), (part, 6), (more, 8), (up, 7)],
            wide,
        );
        self.rows
            .draw(&heading, &lines, t.no_caseload, list, buffer, ui)
    }

    fn hint(&self, ui: &Ui) -> Option<String> {
        Some(ui.t.measures.caseload_hint.to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Measures
    }
}
