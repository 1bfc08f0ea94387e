//! The way: the places that one has come through, and what means the same in each of them (help, back, home,
//! out, the task of a number, undo).

use super::agencies::{self, Agencies};
use super::commands::{COMMANDS, Command, Line, meant, read};
use super::documents::Register;
use super::home::Home;
use super::list::{self, List};
use super::log::Log;
use super::measures::Measured;
use super::place::{Place, Step};
use super::reports;
use super::talk::{Away, Said, Talk};
use super::task::TaskPlace;
use super::views;
use super::{asked, calendar, entry, import, keeping, left, past, undo, users, windows};
use crate::domain::error::Error;
use crate::domain::query::Order;
use crate::lang::Language;
use crate::ui::screens::settings::Settings;
use crate::work::request::{Answer, Request};

/// So many places are remembered; who goes deeper comes back to a later one.
const DEEPEST: usize = 30;

/// The places that one has come through.
pub struct Way {
    places: Vec<Place>,
    /// The place on top has to say itself.
    is_new: bool,
}

impl Way {
    /// Begins at today's work.
    #[must_use]
    pub fn new() -> Self {
        Self {
            places: vec![Place::Home(Home::default())],
            is_new: true,
        }
    }

    /// Goes on until the program is left; says why.
    pub fn walk(&mut self, talk: &mut Talk) -> Away {
        loop {
            match self.step(talk).or_else(|away| self.leave(talk, away)) {
                Ok(()) => {}
                Err(away) => return away,
            }
        }
    }

    fn step(&mut self, talk: &mut Talk) -> Said<()> {
        let Some(place) = self.places.last_mut() else {
            return Err(Away::Leave);
        };
        if std::mem::take(&mut self.is_new) {
            place.announce(talk)?;
        }
        let question = place.prompt(talk);
        let typed = talk.hear(&question)?;
        let step = place.obey(talk, read(&typed))?;
        self.follow(talk, step)
    }

    fn follow(&mut self, talk: &mut Talk, step: Step) -> Said<()> {
        match step {
            Step::Stay => {}
            Step::Again => self.is_new = true,
            Step::Open(place) => self.open(place),
            Step::Replace(place) => {
                if self.places.len() > 1 {
                    self.places.pop();
                }
                self.open(place);
            }
            Step::Neighbour(forward) => self.go_beside(talk, forward)?,
            Step::Other(line) => self.obey(talk, line)?,
        }
        Ok(())
    }

    fn open(&mut self, place: Place) {
        if self.places.len() >= DEEPEST {
            self.places.remove(1);
        }
        self.places.push(place);
        self.is_new = true;
    }

    /// Back, home, to a task; or out, which is handed on.
    fn leave(&mut self, talk: &mut Talk, away: Away) -> Said<()> {
        match away {
            Away::Back if self.places.len() > 1 => {
                self.places.pop();
                // What one comes back to is still in the ear; today's figures may have changed.
                self.is_new = matches!(self.places.last(), Some(Place::Home(_)));
                match self.places.last() {
                    Some(Place::List(list)) => list.watch(talk),
                    Some(Place::Task(task)) => talk.watched = vec![task.id],
                    Some(
                        Place::Home(_)
                        | Place::Agencies(_)
                        | Place::Log(_)
                        | Place::Views(_)
                        | Place::Reports(_)
                        | Place::Report(_)
                        | Place::Period(_)
                        | Place::Register(_)
                        | Place::Document(_)
                        | Place::Measured(_),
                    )
                    | None => talk.watched.clear(),
                }
                Ok(())
            }
            Away::Home => {
                self.places.truncate(1);
                self.is_new = true;
                Ok(())
            }
            Away::Task(text) => self.go_to(talk, &text),
            Away::Back | Away::Leave => Err(Away::Leave),
            other @ (Away::End | Away::Cut(_) | Away::Deaf) => Err(other),
        }
    }

    fn go_to(&mut self, talk: &mut Talk, text: &str) -> Said<()> {
        let request = Request::Locate {
            text: text.to_owned(),
        };
        match talk.answer(&request) {
            Ok(Answer::Located(id)) => self.open(Place::Task(TaskPlace::new(id))),
            Ok(_) => {}
            Err(Error::NoTask(text)) => talk.refuse(&(talk.t.line.no_task)(&text))?,
            Err(error) => talk.complain(&error)?,
        }
        Ok(())
    }

    /// From a task to its neighbour in the list beneath it.
    fn go_beside(&mut self, talk: &mut Talk, forward: bool) -> Said<()> {
        let t = &talk.t.line;
        let next = match self.places.as_mut_slice() {
            [.., Place::List(list), Place::Task(task)] => list.neighbour(talk, task.id, forward)?,
            _ => return talk.refuse(t.no_list),
        };
        match next {
            Some(id) => {
                self.places.pop();
                self.open(Place::Task(TaskPlace::new(id)));
                Ok(())
            }
            None if forward => talk.say(t.end_of_list),
            None => talk.say(t.first_row),
        }
    }

    /// What means the same everywhere.
    fn obey(&mut self, talk: &mut Talk, line: Line) -> Said<()> {
        match line {
            Line::Nothing => talk.say(talk.t.line.nothing_typed),
            Line::Task(text) => self.go_to(talk, &text),
            Line::Number(number) => talk.refuse(&(talk.t.line.no_number)(number)),
            Line::Deeds(..) => talk.refuse(talk.t.line.no_rows),
            Line::Deed(_) => talk.refuse(talk.t.line.follow.no_task_here),
            Line::Unknown(text) => {
                let in_english = talk.t.language == Language::English;
                let text = (talk.t.line.unknown)(&text, meant(&text, in_english));
                talk.refuse(&text)
            }
            Line::Command(command, more) => self.command(talk, command, &more),
        }
    }

    fn command(&mut self, talk: &mut Talk, command: Command, more: &str) -> Said<()> {
        match command {
            Command::Help => self.help(talk),
            Command::Back => Err(Away::Back),
            Command::Home => Err(Away::Home),
            Command::Leave => Err(Away::Leave),
            Command::Again => {
                self.is_new = true;
                Ok(())
            }
            Command::Agencies if more.is_empty() => {
                self.open(Place::Agencies(Agencies::default()));
                Ok(())
            }
            Command::Agencies => {
                let step = agencies::named(talk, more)?;
                self.follow(talk, step)
            }
            Command::Find | Command::Filter => {
                if let Some(words) = list::ask_words(talk, more)? {
                    match List::of_words(talk, &words, Order::Urgency) {
                        Ok(list) => self.open(Place::List(list)),
                        Err(error) => talk.complain(&error)?,
                    }
                }
                Ok(())
            }
            Command::Views => {
                let step = views::named(talk, more)?;
                self.follow(talk, step)
            }
            Command::Add => {
                if let Some(id) = entry::add(talk, None)? {
                    talk.say(&(talk.t.line.go_to)(id.0))?;
                }
                Ok(())
            }
            Command::Import => import::run(talk, more),
            Command::Keeping => keeping::agency(talk, more),
            Command::Calendar => {
                if let Some(list) = calendar::tell(talk, more)? {
                    self.open(Place::List(list));
                }
                Ok(())
            }
            Command::DaysOff => keeping::days_off(talk, more),
            Command::Windows => windows::windows(talk, more),
            Command::Practice => talk.refuse(talk.t.line.practice),
            Command::Log => {
                self.open(Place::Log(Log::new(None)));
                Ok(())
            }
            Command::Reports => {
                let step = reports::named(talk, more)?;
                self.follow(talk, step)
            }
            Command::Documents => {
                self.open(Place::Register(Register::of(more)));
                Ok(())
            }
            Command::Indicators => {
                self.open(Place::Measured(Measured::indicators(more)));
                Ok(())
            }
            Command::Caseload => {
                self.open(Place::Measured(Measured::caseload(talk, more)));
                Ok(())
            }
            Command::AsOf => {
                if past::look_back(talk, more)? {
                    self.places.truncate(1);
                    self.is_new = true;
                }
                Ok(())
            }
            Command::Settings => {
                if !talk.facts().user.role.keeps_frame() {
                    return talk.refuse(talk.t.office.may_not);
                }
                asked::run(talk, &mut Settings::default(), |_, _| false).map(|_| ())
            }
            Command::Users => users::users(talk, more),
            Command::On => users::on(talk),
            Command::Undo => self.take_back(talk, true),
            Command::Redo => self.take_back(talk, false),
            Command::Recover => left::recover(talk),
            Command::LetGo => left::let_go(talk),
            Command::Next
            | Command::Previous
            | Command::Sort
            | Command::Keep
            | Command::Export
            | Command::Letters
            | Command::Edit
            | Command::Period
            | Command::Grouping
            | Command::Enter
            | Command::Why => talk.refuse(talk.t.line.not_here),
        }
    }

    fn help(&self, talk: &mut Talk) -> Said<()> {
        let about = self.places.last().map_or("", |place| place.help(talk));
        let in_english = talk.t.language == Language::English;
        let names: Vec<&str> = COMMANDS
            .iter()
            .map(|row| if in_english { row.english } else { row.word })
            .collect();
        let texts = [
            about.to_owned(),
            talk.t.line.help.everywhere.to_owned(),
            (talk.t.line.help.commands)(&names.join(", ")),
        ];
        talk.read_out(&texts)
    }

    /// Takes back or does again; then how the task stands on which one is, where it was one of them.
    fn take_back(&mut self, talk: &mut Talk, back: bool) -> Said<()> {
        let done = undo::take_back(talk, back)?;
        if let Some(Place::Task(task)) = self.places.last()
            && done.contains(&task.id)
        {
            task.tell_now(talk)?;
        }
        Ok(())
    }
}
