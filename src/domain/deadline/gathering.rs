//! What a text states, phrase by phrase put together: which dates, how often, how long, what is doubtful.
//!
//! Nothing is computed here but the binding of small words: a "trước" holds for the dates that follow it, a
//! label for the stage it stands beside, a day without a month takes that of its neighbour (D2, D11).

use super::phrases::{Found, Join, Length, Mark, Phrase, Unit};
use super::point::{Edge, Named, Point};
use super::tokens::quote;
use super::{Context, Kind, Why};
use chrono::Datelike;

/// One date of the text, and how it is tied to the one before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) point: Point,
    pub(super) mark: Option<Mark>,
    pub(super) from: bool,
    pub(super) join: Join,
    pub(super) label: bool,
}

/// All that a text states.
#[derive(Default)]
pub(super) struct Gathering {
    pub(super) entries: Vec<Entry>,
    pub(super) units: Option<Vec<Unit>>,
    /// Months from the end of the period back, or one on (-1), where "tháng cuối quý" is said.
    pub(super) month_of: Option<i8>,
    pub(super) weekdays: Vec<(u8, Option<Mark>)>,
    pub(super) edges: Vec<(Edge, u32, Option<Mark>)>,
    pub(super) lengths: Vec<Length>,
    pub(super) events: usize,
    event_first: bool,
    pub(super) refers: bool,
    pub(super) is_ongoing: bool,
    pub(super) goes_on: bool,
    pub(super) has_hour: bool,
    pub(super) is_status: bool,
    pub(super) labels: usize,
    pub(super) no_meaning: bool,
    pub(super) impossible: Option<Why>,
    pub(super) says_next: bool,
    pub(super) after: bool,
    pub(super) why: Vec<Why>,
    june: bool,
    short_month: bool,
    pending: Pending,
}

#[derive(Clone, Copy)]
struct Pending {
    mark: Option<Mark>,
    from: bool,
    join: Join,
    label: bool,
    /// True until something parts the last date from what follows.
    beside: bool,
}

impl Default for Pending {
    fn default() -> Self {
        Self {
            mark: None,
            from: false,
            join: Join::None,
            label: false,
            beside: false,
        }
    }
}

/// Puts the phrases of a text together.
pub(super) fn gather(found: &[Found<'_>], context: &Context<'_>) -> Gathering {
    let mut gathering = Gathering::default();
    let weekly = found
        .iter()
        .any(|found| matches!(&found.phrase, Phrase::Every(units) if units.contains(&Unit::Week)));
    let mut unknown: Vec<String> = Vec::new();
    for found in found {
        gathering.take(&found.phrase, weekly, context);
        match &found.phrase {
            Phrase::Unknown => unknown.push(quote(context.text, found.tokens)),
            Phrase::Impossible => {
                gathering.impossible = Some(Why::Impossible(quote(context.text, found.tokens)))
            }
            Phrase::Next
                if !gathering.is_recurring() && !gathering.take_next_year(found, context) =>
            {
                unknown.push(quote(context.text, found.tokens))
            }
            Phrase::Edge(..) => gathering.why.push(Why::CivilCodeDay),
            Phrase::Point(point) if point.kind() == Kind::Date && names_an_edge(found) => {
                gathering.why.push(Why::CivilCodeDay)
            }
            _ => {}
        }
    }
    if !unknown.is_empty() {
        gathering.why.push(Why::UndatedPart(unknown.join(" ")));
    }
    gathering.finish(context);
    gathering
}

impl Gathering {
    /// True where the text says that it comes again.
    pub(super) fn is_recurring(&self) -> bool {
        self.units.is_some() || self.month_of.is_some()
    }

    /// True where the text names a day or a period.
    pub(super) fn has_dates(&self) -> bool {
        !(self.entries.is_empty() && self.edges.is_empty())
    }

    /// True where an event decides and the dates after it only belong to its name.
    pub(super) fn waits_for_event(&self) -> bool {
        self.events > 0 && self.event_first && self.entries.iter().all(|entry| entry.mark.is_none())
    }

    fn take(&mut self, phrase: &Phrase, weekly: bool, context: &Context<'_>) {
        match phrase {
            Phrase::Point(point) => self.add(*point),
            Phrase::Edge(edge, months) => self.edges.push((*edge, *months, self.pending.mark)),
            Phrase::This(months) => self.add_this(*months, context),
            Phrase::JuneOrNext => self.june = true,
            Phrase::Next => self.says_next = true,
            Phrase::ShortMonth(number) if weekly => {
                self.why.push(Why::AmbiguousT6);
                if let Some(weekday) = u8::try_from(*number)
                    .ok()
                    .and_then(|number| number.checked_sub(2))
                    .filter(|day| *day < 6)
                {
                    self.weekdays.push((weekday, self.pending.mark));
                }
            }
            Phrase::ShortMonth(number) => {
                self.short_month = true;
                self.add(Point::month(*number));
            }
            Phrase::Mark(mark) => self.mark(*mark),
            Phrase::Join(join) => self.join(*join),
            Phrase::Every(units) => self.units.get_or_insert_default().extend(units),
            Phrase::EveryPerhaps(units) => self.units.get_or_insert_default().extend(units),
            Phrase::MonthOf(back) => self.month_of = i8::try_from(*back).ok(),
            Phrase::FirstMonthOfNext => self.month_of = Some(-1),
            Phrase::Weekday(day) => self.weekdays.push((*day, self.pending.mark)),
            Phrase::Hour => {
                self.has_hour = true;
                self.why.push(Why::HourOfDay);
            }
            Phrase::Length(length) => self.lengths.push(*length),
            Phrase::Event => {
                self.event_first |= self.entries.is_empty();
                self.events += 1;
                self.why.push(Why::EventWithoutNumber);
                self.pending = Pending::default();
            }
            Phrase::Refers => {
                self.refers = true;
                self.why.push(Why::RefersElsewhere);
            }
            Phrase::Ongoing => self.is_ongoing = true,
            Phrase::Onward => {
                self.is_ongoing = true;
                self.goes_on = true;
            }
            Phrase::Label => self.label(),
            Phrase::Status => self.is_status = true,
            Phrase::NoMeaning => {
                self.no_meaning = true;
                self.why.push(Why::NoLegalMeaning);
            }
            Phrase::Impossible | Phrase::Unknown => {}
        }
    }

    /// "Quý I năm sau": the date beside it lies in the year after that of the document.
    fn take_next_year(&mut self, found: &Found<'_>, context: &Context<'_>) -> bool {
        let year = context.reference.year().checked_add(1);
        match self.entries.last_mut() {
            Some(last)
                if self.pending.beside
                    && last.point.year.is_none()
                    && found.tokens.first().is_some_and(|token| token.is("nam")) =>
            {
                last.point = last.point.in_year(year);
                self.why.push(Why::NoYear);
                true
            }
            _ => false,
        }
    }

    fn add(&mut self, point: Point) {
        let Pending {
            mark,
            from,
            join,
            label,
            ..
        } = self.pending;
        if mark == Some(Mark::After) {
            self.after = true;
            self.why.push(Why::NoLastDay);
            return;
        }
        self.entries.push(Entry {
            point,
            mark,
            from,
            join,
            label,
        });
        self.pending = Pending {
            mark: mark.filter(|mark| *mark != Mark::To),
            beside: true,
            ..Pending::default()
        };
    }

    fn add_this(&mut self, months: u32, context: &Context<'_>) {
        let year = Some(context.reference.year());
        let month = context.reference.month();
        let point = match months {
            12 => Point::whole_year(),
            3 => Point::quarter(month.div_ceil(3)),
            _ => Point::month(month),
        };
        self.why.push(if months == 12 {
            Why::ReferenceYear
        } else {
            Why::NoYear
        });
        self.add(point.in_year(year));
    }

    fn mark(&mut self, mark: Mark) {
        match mark {
            Mark::From => self.pending.from = true,
            Mark::To => {
                let opened = self.entries.last().is_some_and(|entry| entry.from);
                if self.pending.beside || opened {
                    self.pending.join = Join::To;
                    self.pending.mark = None;
                } else if !matches!(self.pending.mark, Some(Mark::By | Mark::Before)) {
                    self.pending.mark = Some(mark);
                }
                self.pending.from = false;
            }
            Mark::Before | Mark::By | Mark::After => self.pending.mark = Some(mark),
        }
    }

    fn join(&mut self, join: Join) {
        let named = self.pending.label && self.pending.beside;
        match join {
            Join::None => {}
            Join::Bracket => {
                self.pending.join = if self.pending.beside {
                    Join::Bracket
                } else {
                    self.pending.join
                }
            }
            Join::Semicolon => {
                self.pending = Pending {
                    join,
                    label: self.pending.label && !self.attach_label(),
                    ..Pending::default()
                };
            }
            Join::Comma | Join::And | Join::Dash | Join::Or | Join::To => {
                self.pending.join = if self.pending.join == Join::Semicolon {
                    Join::Semicolon
                } else {
                    join
                };
                self.pending.beside = false;
                self.pending.label &= !named;
            }
        }
    }

    /// A label goes with the date it stands beside, else with the next one.
    fn label(&mut self) {
        self.labels += 1;
        if self.pending.beside {
            self.attach_label();
        } else {
            // A new stage: the "trước" of the one before does not hold for it.
            self.pending.label = true;
            self.pending.mark = None;
        }
    }

    fn attach_label(&mut self) -> bool {
        match self.entries.last_mut() {
            Some(entry) if !entry.label => {
                entry.label = true;
                true
            }
            _ => false,
        }
    }

    fn finish(&mut self, context: &Context<'_>) {
        self.take_june();
        if self.short_month
            && self
                .entries
                .iter()
                .any(|entry| entry.point.kind() == Kind::Month && entry.point.year.is_none())
        {
            let dated = self.entries.iter().any(|entry| entry.point.year.is_some());
            if !dated {
                self.why.push(Why::AmbiguousT6);
            }
        }
        self.join_days_to_months();
        self.join_years_in_brackets();
        if self.entries.iter().any(|entry| !entry.point.is_possible()) {
            self.impossible = Some(Why::Impossible(context.text.to_owned()));
        }
    }

    /// "Tháng sáu" is June unless something recurs; then it is the month after the period.
    fn take_june(&mut self) {
        if !self.june {
            return;
        }
        if self.units.is_some() {
            self.says_next = true;
            return;
        }
        self.why.push(Why::AmbiguousSau);
        self.add(Point::month(6));
    }

    fn join_days_to_months(&mut self) {
        let mut kept: Vec<Entry> = Vec::new();
        for entry in self.entries.drain(..) {
            match kept.last_mut() {
                Some(day)
                    if is_day_only(day)
                        && entry.point.kind() == Kind::Month
                        && entry.join == Join::None =>
                {
                    day.point = day.point.completed_by(&entry.point);
                    day.label |= entry.label;
                }
                _ => kept.push(entry),
            }
        }
        let mut month: Option<Point> = None;
        for entry in kept.iter_mut().rev() {
            if let Some(named) = month.filter(|_| is_day_only(entry)) {
                entry.point = entry.point.completed_by(&named);
            } else {
                month = Some(entry.point)
                    .filter(|point| point.kind() == Kind::Date && !is_day_only(entry));
            }
        }
        self.entries = kept;
    }

    /// "Quý II (2022)".
    fn join_years_in_brackets(&mut self) {
        if let [first, second] = self.entries.as_slice()
            && second.join == Join::Bracket
            && second.point.kind() == Kind::Year
            && first.point.year.is_none()
        {
            let whole = Entry {
                point: first.point.in_year(second.point.year),
                ..*first
            };
            self.entries = vec![whole];
        }
    }
}

fn names_an_edge(found: &Found<'_>) -> bool {
    let edges = ["dau", "giua", "cuoi"];
    let is_edge = |word: &&str| found.tokens.iter().any(|token| token.is(word));
    edges.iter().any(is_edge)
}

/// True for "ngày 15" whose month nothing named yet.
pub(super) fn is_day_only(entry: &Entry) -> bool {
    matches!(entry.point.named, Named::DayOnly(_))
}
