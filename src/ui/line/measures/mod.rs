//! What is measured, as it is read out: indicators and their values, files of agencies by month. Values are
//! entered with the forms of the screens.

mod said;

use super::asked;
use super::commands::{Command, Line};
use super::pages::Pages;
use super::place::{Place, Step};
use super::talk::{Said, Talk};
use super::words::{capital, sentence, spoken};
use crate::domain::caseload::Caseload as Files;
use crate::domain::fold::fold;
use crate::domain::id::{AgencyId, IndicatorId};
use crate::domain::interval::{Every, Interval};
use crate::ui::screen::{Screen, Ui};
use crate::ui::screens::measures::{
    Caseload, CaseloadForm, IndicatorForm, IndicatorSheet, ReadingForm, about, name,
};
use crate::work::request::measures::{Ask, Standing, Told};
use crate::work::request::{Answer, Request};
use said::{files, stands, values};

/// What is measured.
pub struct Measured {
    what: What,
    pages: Pages,
}

/// Of what is measured, this.
enum What {
    /// The indicators that words mention.
    Indicators {
        typed: String,
        standings: Vec<Standing>,
    },
    /// One of them.
    Indicator {
        id: IndicatorId,
        sheet: IndicatorSheet,
    },
    /// The files of the city in a month.
    Caseload(Caseload),
    /// The files of an agency, the latest month first.
    Months {
        agency: AgencyId,
        months: Vec<Files>,
    },
}

impl Measured {
    fn new(what: What) -> Self {
        Self {
            what,
            pages: Pages::default(),
        }
    }

    /// The indicators that these words mention; all where there are none.
    #[must_use]
    pub fn indicators(words: &str) -> Self {
        Self::new(What::Indicators {
            typed: words.to_owned(),
            standings: Vec::new(),
        })
    }

    /// The files of this month; of the latest where it is none.
    #[must_use]
    pub fn caseload(talk: &Talk, typed: &str) -> Self {
        let mut caseload = Caseload::default();
        if let Some(month) = Interval::read(typed, Every::Month, talk.facts().today) {
            caseload.show(month);
        }
        Self::new(What::Caseload(caseload))
    }

    fn ask(&self) -> Ask {
        match &self.what {
            What::Indicators { .. } => Ask::Indicators,
            What::Indicator { id, .. } => Ask::Indicator { id: *id },
            What::Caseload(caseload) => caseload.ask(),
            What::Months { agency, .. } => Ask::CaseloadOf { agency: *agency },
        }
    }

    /// Asks for what is there now, and reads the first rows.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn announce(&mut self, talk: &mut Talk) -> Said<()> {
        talk.watched.clear();
        let request = Request::Measures(self.ask());
        let Some(answer) = talk.obtain(&request)? else {
            return Ok(());
        };
        let frame = talk.frame();
        match (&mut self.what, &answer) {
            (What::Indicators { standings, .. }, Answer::Measures(Told::Indicators(all))) => {
                standings.clone_from(all);
            }
            (What::Months { months, .. }, Answer::Measures(Told::CaseloadOf(all))) => {
                months.clone_from(all);
            }
            (What::Indicator { sheet, .. }, answer) => {
                sheet.reply(&request, Ok(answer), &frame.ui());
            }
            (What::Caseload(caseload), answer) => {
                caseload.reply(&request, Ok(answer), &frame.ui());
            }
            (What::Indicators { .. } | What::Months { .. }, _) => {}
        }
        self.begin(talk)
    }

    fn begin(&mut self, talk: &mut Talk) -> Said<()> {
        let frame = talk.frame();
        let ui = frame.ui();
        let rows = self.rows(&ui);
        let mut texts = vec![sentence(&self.name(&ui))];
        texts.extend(self.head(&ui).iter().map(|text| sentence(&capital(text))));
        texts.push((ui.t.line.follow.rows)(rows.len()));
        talk.say(&texts.join(" "))?;
        self.pages.begin();
        if rows.is_empty() {
            return Ok(());
        }
        self.pages.go_on(talk, &rows)
    }

    fn name(&self, ui: &Ui) -> String {
        let t = &ui.t.measures;
        match &self.what {
            What::Indicators { .. } => t.indicators.to_owned(),
            What::Indicator { sheet, .. } => {
                let title = spoken(&sheet.title(ui));
                match sheet.whose().filter(|whose| *whose != AgencyId::UNRESOLVED) {
                    Some(whose) => format!("{title}, {}", name(whose, ui)),
                    None => title,
                }
            }
            What::Caseload(caseload) => spoken(&caseload.title(ui)),
            What::Months { agency, .. } => {
                format!("{}: {}", t.no_caseload_title, name(*agency, ui))
            }
        }
    }

    /// What has to be said before the rows.
    fn head(&self, ui: &Ui) -> Vec<String> {
        match &self.what {
            What::Indicators { .. } | What::Months { .. } => Vec::new(),
            What::Indicator { sheet, .. } => sheet
                .measured()
                .map(|it| about(it, ui))
                .into_iter()
                .collect(),
            What::Caseload(caseload) => caseload.summary(ui),
        }
    }

    fn rows(&self, ui: &Ui) -> Vec<String> {
        let texts: Vec<String> = match &self.what {
            What::Indicators { .. } => {
                let shown = self.shown().into_iter();
                shown.map(|standing| stands(standing, ui)).collect()
            }
            What::Indicator { sheet, .. } => values(sheet, ui),
            What::Caseload(caseload) => {
                let shown = caseload.shown(ui);
                shown
                    .iter()
                    .map(|(now, then)| files(now, then.as_ref(), false, ui))
                    .collect()
            }
            What::Months { months, .. } => {
                let before = |one: &Files| {
                    let month = one.month.before();
                    months.iter().find(|it| it.month == month)
                };
                months
                    .iter()
                    .map(|one| files(one, before(one), true, ui))
                    .collect()
            }
        };
        let numbered = texts.iter().zip(1..);
        numbered
            .map(|(text, number)| sentence(&format!("{number}. {text}")))
            .collect()
    }

    /// The indicators that are listed.
    fn shown(&self) -> Vec<&Standing> {
        let What::Indicators { typed, standings } = &self.what else {
            return Vec::new();
        };
        let wanted = fold(typed);
        let named = standings.iter().filter(|one| {
            let (code, name) = (&one.indicator.code, &one.indicator.name);
            fold(&format!("{code} {name}")).contains(&wanted)
        });
        named.collect()
    }

    /// The question under it.
    #[must_use]
    pub fn prompt(&self, talk: &Talk) -> String {
        let frame = talk.frame();
        let ui = frame.ui();
        self.pages
            .prompt(talk, &self.name(&ui), self.rows(&ui).len())
    }

    /// Does what was typed.
    ///
    /// # Errors
    /// As for [`Talk::hear`].
    pub fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<Step> {
        match line {
            Line::Nothing | Line::Command(Command::Next, _) => {
                let frame = talk.frame();
                let rows = self.rows(&frame.ui());
                self.pages.go_on(talk, &rows)?;
            }
            Line::Command(Command::Previous, _) => self.begin(talk)?,
            Line::Number(number) => return self.open(talk, number),
            Line::Command(Command::Enter | Command::Add, row) => return self.enter(talk, &row),
            Line::Command(Command::Edit, _) => return self.edit(talk),
            Line::Command(Command::Period, text) => return self.turn_to(talk, &text),
            Line::Command(Command::Find, words) => return Ok(self.find(&words)),
            Line::Command(Command::Sort, _) => return self.sort(talk),
            other => return Ok(Step::Other(other)),
        }
        Ok(Step::Stay)
    }

    fn find(&mut self, words: &str) -> Step {
        match &mut self.what {
            What::Indicators { typed, .. } => {
                words.clone_into(typed);
                Step::Again
            }
            What::Indicator { .. } | What::Caseload(_) | What::Months { .. } => {
                Step::Other(Line::Command(Command::Find, words.to_owned()))
            }
        }
    }

    fn sort(&mut self, talk: &mut Talk) -> Said<Step> {
        let frame = talk.frame();
        match &mut self.what {
            What::Caseload(caseload) => {
                let order = caseload.turn_order(&frame.ui());
                talk.say(&sentence(&capital(order)))?;
                self.begin(talk)?;
            }
            What::Indicators { .. } | What::Indicator { .. } | What::Months { .. } => {
                talk.refuse(talk.t.line.not_here)?;
            }
        }
        Ok(Step::Stay)
    }

    /// What stands behind a row.
    fn open(&self, talk: &mut Talk, number: usize) -> Said<Step> {
        let frame = talk.frame();
        let ui = frame.ui();
        let all = self.rows(&ui).len();
        let Some(place) = self.pages.place(talk, number, all)? else {
            return Ok(Step::Stay);
        };
        let what = match &self.what {
            What::Indicators { .. } => self.shown().get(place).map(|one| {
                let id = one.indicator.id;
                let sheet = IndicatorSheet::new(id);
                What::Indicator { id, sheet }
            }),
            What::Indicator { id, sheet } => {
                let agency = sheet.lines(&ui).get(place).map(|(agency, ..)| *agency);
                let agency = agency.filter(|_| sheet.whose().is_none());
                agency.map(|agency| {
                    let mut sheet = IndicatorSheet::new(*id);
                    sheet.show_agency(Some(agency));
                    What::Indicator { id: *id, sheet }
                })
            }
            What::Caseload(caseload) => caseload.shown(&ui).get(place).map(|(one, _)| {
                let (agency, months) = (one.agency, Vec::new());
                What::Months { agency, months }
            }),
            What::Months { .. } => None,
        };
        match what {
            Some(what) => Ok(Step::Open(Place::Measured(Self::new(what)))),
            None => {
                talk.say(talk.t.report.screen.opens_nothing)?;
                Ok(Step::Stay)
            }
        }
    }

    /// The form of values or files; for the row that is named.
    fn enter(&self, talk: &mut Talk, row: &str) -> Said<Step> {
        let frame = talk.frame();
        let ui = frame.ui();
        let place = row
            .parse()
            .ok()
            .and_then(|number: usize| number.checked_sub(1));
        match &self.what {
            What::Indicators { .. } => {
                let shown = self.shown();
                let Some(id) = place.and_then(|it| shown.get(it)).map(|it| it.indicator.id) else {
                    talk.refuse(talk.t.line.follow.which_indicator)?;
                    return Ok(Step::Stay);
                };
                asked::run(talk, &mut ReadingForm::new(id, None, None), |_, _| false)?
            }
            What::Indicator { id, sheet } => {
                let lines = sheet.lines(&ui);
                let line = place.and_then(|it| lines.get(it));
                let (agency, interval) = line
                    .map(|(agency, interval, _)| (*agency, *interval))
                    .unzip();
                let agency = agency.or(sheet.whose());
                let agency = agency.filter(|agency| *agency != AgencyId::UNRESOLVED);
                let mut form = ReadingForm::new(*id, agency, interval);
                asked::run(talk, &mut form, |_, _| false)?
            }
            What::Caseload(caseload) => {
                let shown = caseload.shown(&ui);
                let agency = place
                    .and_then(|it| shown.get(it))
                    .map(|(one, _)| one.agency);
                let mut form = CaseloadForm::new(agency, caseload.month());
                asked::run(talk, &mut form, |_, _| false)?
            }
            What::Months { agency, months } => {
                let month = place.and_then(|it| months.get(it)).map(|one| one.month);
                let next = months.first().map(|it| it.month.after(1));
                let mut form = CaseloadForm::new(Some(*agency), month.or(next));
                asked::run(talk, &mut form, |_, _| false)?
            }
        };
        // Also a form that was left may have saved some agencies before.
        Ok(Step::Again)
    }

    /// A new indicator, or the one that is open.
    fn edit(&self, talk: &mut Talk) -> Said<Step> {
        let old = match &self.what {
            What::Indicators { .. } => None,
            What::Indicator { sheet, .. } => sheet.measured().map(|it| it.indicator.clone()),
            What::Caseload(_) | What::Months { .. } => {
                talk.refuse(talk.t.line.not_here)?;
                return Ok(Step::Stay);
            }
        };
        let facts = talk.facts();
        if !facts.user.role.enters_tasks() && !facts.user.role.keeps_frame() {
            talk.refuse(talk.t.measures.form.may_not)?;
            return Ok(Step::Stay);
        }
        asked::run(talk, &mut IndicatorForm::new(old), |_, _| false)?;
        Ok(Step::Again)
    }

    fn turn_to(&mut self, talk: &mut Talk, text: &str) -> Said<Step> {
        let today = talk.facts().today;
        let every = match &self.what {
            What::Indicator { sheet, .. } => sheet.measured().map(|it| it.indicator.every),
            What::Caseload(_) => Some(Every::Month),
            What::Indicators { .. } | What::Months { .. } => None,
        };
        let Some(every) = every else {
            talk.refuse(talk.t.line.not_here)?;
            return Ok(Step::Stay);
        };
        let Some(interval) = Interval::read(text, every, today) else {
            talk.refuse(&(talk.t.report.screen.bad_period)(text))?;
            return Ok(Step::Stay);
        };
        match &mut self.what {
            What::Indicator { sheet, .. } => sheet.show(interval),
            What::Caseload(caseload) => caseload.show(interval),
            What::Indicators { .. } | What::Months { .. } => {}
        }
        Ok(Step::Again)
    }
}
