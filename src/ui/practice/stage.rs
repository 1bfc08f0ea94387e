//! The coach at the stack of screens: lays a drill out, looks whether its goal is reached, ends it.
//!
//! Another part of [`App`]; without a coach nothing here does anything.

use std::sync::Arc;

use super::board::Board;
use super::drills::{DRILLS, Start};
use super::result::Finish;
use super::{Coach, Phase, Run, Wish};
use crate::domain::error::Error;
use crate::domain::filter::parse;
use crate::domain::query::{Anchor, Order, Query};
use crate::ui::app::{App, Command};
use crate::ui::screen::{Effect, Message, Screen, Sight, Ui};
use crate::ui::screens;
use crate::ui::setup::Setup;
use crate::ui::terminal::Stamped;
use crate::work::request::{Answer, Facts, Request};

impl App {
    /// Begins with the list of drills.
    pub fn practising(facts: Arc<Facts>, setup: Setup, coach: Coach) -> (Self, Vec<Command>) {
        let board = Box::new(Board::new(coach.records.clone(), coach.place));
        let (mut app, commands) = Self::new(facts, setup, board);
        app.coach = Some(coach);
        (app, commands)
    }

    /// Counts what was typed, for the drill that runs.
    pub(in crate::ui) fn count(&mut self, typed: &Stamped) {
        if let Some(coach) = &mut self.coach {
            coach.count(typed);
        }
    }

    /// Does what a screen of practice wants.
    pub(in crate::ui) fn heed(&mut self, wish: Wish, commands: &mut Vec<Command>) {
        match wish {
            Wish::List => self.show_board(commands),
            Wish::Begin(place) => {
                let (Some(coach), Some(drill)) = (&mut self.coach, DRILLS.get(place)) else {
                    return;
                };
                coach.place = place;
                coach.run = Some(Run::new(place, drill));
                self.carry_out(vec![Effect::Ask(Request::Afresh)], commands);
            }
        }
    }

    /// Where the program would be left: practice goes back to its list. False without a coach.
    pub(in crate::ui) fn goes_to_board(&mut self, commands: &mut Vec<Command>) -> bool {
        let Some(coach) = &self.coach else {
            return false;
        };
        let was_running = coach.running().is_some();
        self.show_board(commands);
        if was_running {
            self.message = Some(Message::plain(self.words().practice.left));
        }
        true
    }

    fn show_board(&mut self, commands: &mut Vec<Command>) {
        let Some(coach) = &mut self.coach else {
            return;
        };
        coach.run = None;
        let board = Board::new(coach.records.clone(), coach.place);
        self.stand(vec![Box::new(board)], commands);
    }

    /// Puts these screens in place of all others.
    fn stand(&mut self, screens: Vec<Box<dyn Screen>>, commands: &mut Vec<Command>) {
        self.screens.clear();
        self.memory = Arc::default();
        self.message = None;
        for screen in screens {
            self.open(screen, commands);
        }
    }

    /// An answer, for the drill that is laid out or runs.
    pub(in crate::ui) fn coach_hears(
        &mut self,
        question: &Request,
        answer: &Result<Answer, Arc<Error>>,
        commands: &mut Vec<Command>,
    ) {
        let Some(run) = self.coach.as_mut().and_then(|coach| coach.run.as_mut()) else {
            return;
        };
        match (&run.phase, question, answer) {
            (Phase::Running, _, Ok(answer)) => run.course.hear(question, answer),
            (Phase::Running, _, Err(_)) => {}
            (Phase::Laying, Request::Afresh, Ok(_)) if run.drill.picks.is_empty() => {
                self.begin(commands);
            }
            (Phase::Laying, Request::Afresh, Ok(_)) => {
                let (words, order) = run.drill.cast;
                let limit = run.drill.picks.iter().max().map_or(0, |most| most + 1);
                let given = self.given();
                let ask = Request::Page {
                    query: query(words, order, &given.ui()),
                    anchor: Anchor::First,
                    limit,
                };
                self.carry_out(vec![Effect::Ask(ask)], commands);
            }
            (Phase::Laying, Request::Page { .. }, Ok(Answer::Page(page))) => {
                let found = |place: &usize| page.tasks.get(*place).cloned();
                run.cast = run.drill.picks.iter().filter_map(found).collect();
                self.begin(commands);
            }
            // The sentence about it stands on the message line already.
            (Phase::Laying, Request::Afresh | Request::Page { .. }, Err(_)) => {
                let message = self.message.take();
                self.show_board(commands);
                self.message = message;
            }
            (Phase::Laying, _, _) => {}
        }
    }

    fn begin(&mut self, commands: &mut Vec<Command>) {
        let Some(run) = self.coach.as_mut().and_then(|coach| coach.run.as_mut()) else {
            return;
        };
        if run.cast.len() < run.drill.picks.len() {
            self.show_board(commands);
            self.message = Some(Message::refusal(self.words().practice.no_cast));
            return;
        }
        run.phase = Phase::Running;
        let mut stack = vec![screens::home(Vec::new(), None)];
        match run.drill.start {
            Start::Home => {}
            Start::List(words, order) => {
                let given = self.given();
                let query = query(words, order, &given.ui());
                stack.push(screens::tasks(query, words.to_owned(), None));
            }
        }
        self.stand(stack, commands);
        self.message = Some(Message::plain(self.words().practice.begin));
    }

    /// Looks whether the goal is reached, where nothing is outstanding.
    pub(in crate::ui) fn coach_looks(&mut self, commands: &mut Vec<Command>) {
        if !self.awaited.is_empty() {
            return;
        }
        let given = self.given();
        let ui = given.ui();
        let Some(coach) = &mut self.coach else {
            return;
        };
        // A goal that is there before the first key is nobody's.
        let Some(run) = coach.run.as_mut().filter(|run| run.keys > 0) else {
            return;
        };
        let seen: Vec<Sight> = self.screens.iter().rev().map(|it| it.sight()).collect();
        if !run.course.go_on(run.drill.goal, &run.cast, &seen, &ui) {
            return;
        }
        let (place, number, score) = (run.place, run.number(), run.score());
        coach.run = None;
        coach.records.add(place, score);
        let finish = Finish::new(place, number, score, coach.records.of(place));
        self.message = None;
        self.open(Box::new(finish), commands);
    }
}

/// A filter in words and an order; our own words are always understood, which a test checks.
fn query(words: &str, order: Order, ui: &Ui) -> Query {
    Query {
        filter: parse(words, &ui.filter_context()).unwrap_or_default(),
        order,
    }
}
