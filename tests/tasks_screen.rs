//! The main screen: browsing by agency, digits, filters, what others change.

mod desk;

use desk::{Desk, Drawer, a_task, facts};

fn at(size: (u16, u16), tasks: Vec<cchc::domain::task::Task>) -> Desk<Drawer> {
    let screen = cchc::ui::screens::tasks(Default::default(), String::new(), None);
    Desk::new(
        size,
        facts(),
        screen,
        Drawer::new(facts(), tasks),
        Drawer::answer,
    )
}

#[test]
fn a_desk_shows_what_the_frame_draws() {
    let desk = at(
        (80, 24),
        vec![a_task("Rà soát thủ tục").due("2023-06-01").numbered(1)],
    );
    desk.shows("CCHC").shows("DỮ LIỆU MẪU T5 15/06/2023");
}
