//! Vietnamese typing at the real screens: what input methods on the PC send, and the composer of our
//! own for terminals without one. The byte streams go through the parser and the guard to the desk.

#[path = "../desk/mod.rs"]
mod desk;

mod composer;
mod engine;
mod fields;
mod lists;
mod unreadable;

use cchc::domain::query::Query;
use cchc::domain::task::Task;
use cchc::ui::screen::Screen;
use desk::{Desk, Drawer, a_task, agency, facts};

const SIZE: (u16, u16) = (80, 24);

fn sit(screen: Box<dyn Screen>) -> Desk<Drawer> {
    let office = Drawer::new(facts(), tasks());
    Desk::new(SIZE, facts(), screen, office, Drawer::answer)
}

fn at_list() -> Desk<Drawer> {
    let at = Some(agency("STTTT"));
    sit(cchc::ui::screens::tasks(
        Query::default(),
        String::new(),
        at,
    ))
}

fn tasks() -> Vec<Task> {
    let dues = [
        "2023-05-12",
        "2023-05-31",
        "2023-06-09",
        "2023-06-20",
        "2023-06-30",
    ];
    (1234..)
        .zip(dues)
        .map(|(id, due)| {
            a_task(&format!("Rà soát thủ tục số {id}"))
                .due(due)
                .numbered(id)
        })
        .collect()
}

/// What stands in the title field of the form in which a task is entered.
fn title(desk: &Desk<Drawer>) -> String {
    let unsaved = desk.app().unsaved();
    let mut fields = unsaved.into_iter().flat_map(|form| form.fields);
    let title = fields.find(|(name, _)| name == "title");
    title.map(|(_, text)| text).unwrap_or_default()
}
