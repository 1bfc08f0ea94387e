//! Pictures of the sample at the three sizes that were designed.

use cchc::ui::screens;

use crate::journeys;

#[test]
fn home_and_a_task_look_as_designed() {
    for (wide, high) in [(60, 16), (80, 24), (132, 43)] {
        let setup = journeys::looks()[0].clone();
        let screen = screens::home(Vec::new(), None);
        let mut desk = journeys::before_sample(setup, "cv.snv", screen);
        desk.resize((wide, high))
            .looks_like(&format!("home-{wide}x{high}"));
        desk.press(":20<Enter>")
            .looks_like(&format!("sheet-{wide}x{high}"));
    }
}

#[test]
fn a_list_in_a_small_window_looks_as_designed() {
    for (wide, high) in [(40, 10), (20, 5)] {
        let setup = journeys::looks()[0].clone();
        let mut desk = journeys::before_sample(setup, "cv.snv", journeys::tasks());
        desk.resize((wide, high))
            .looks_like(&format!("tasks-{wide}x{high}"));
    }
}
