//! The main screen before a real session and the sample that new users see.

use crate::*;

#[test]
fn a_look() {
    let screen = cchc::ui::screens::tasks(Query::default(), String::new(), Some(agency("SNV")));
    let begun = std::time::Instant::now();
    let mut desk = Desk::at_sample((80, 24), "cv.snv", screen);
    println!("{:?}", begun.elapsed());
    println!("{}", desk.picture());
    desk.press("<Tab><Home>");
    println!("{}", desk.picture());
    desk.press("<Enter><PgDn><PgDn><PgDn>+");
    println!("{}", desk.picture());
    desk.press("<End>");
    println!("{}", desk.picture());
    desk.press("<Home>/chuyen doi so");
    println!("{}", desk.picture());
    desk.press("<Enter>");
    desk.resize((132, 43)).press("<F5><Down>");
    println!("{}", desk.picture());
    desk.press("<F11><F11>");
    println!("{}", desk.picture());
    desk.press("<F11><Esc><Up>");
    println!("{}", desk.picture());
}
