//! The hardware cursor stands on the focus: screen readers follow it, and eyes too.

use crate::desk::Desk;
use crate::journeys::Focus;

/// What is wrong with the focus.
pub fn fault<O>(desk: &Desk<O>, focus: Focus) -> Option<String> {
    let area = desk.buffer().area;
    let Some(at) = desk.cursor() else {
        return Some("no cursor".to_owned());
    };
    if !area.contains(at) {
        return Some("the cursor is outside".to_owned());
    }
    // In so small a window a field is nothing but its cursor.
    if area.width < 5 || area.height < 2 {
        return None;
    }
    let cells: Vec<String> = (0..area.width)
        .filter_map(|x| desk.buffer().cell((x, at.y)))
        .map(|cell| cell.symbol().to_owned())
        .collect();
    let here = usize::from(at.x);
    let has =
        |part: &[String], signs: &[&str]| part.iter().any(|cell| signs.contains(&cell.as_str()));
    let (left, right) = (cells.get(..here)?, cells.get(here..)?);
    let is_marked = has(cells.get(here.saturating_sub(2)..=here)?, &[">"]);
    let is_framed = (has(left, &["[", "‹"]) && has(right, &["]", "›"])) || has(left, &[":"]);
    let is_last = at.y + 1 == area.height || at.y + 2 == area.height;
    let is_right = match focus {
        Focus::Row => is_marked,
        Focus::Field => is_framed,
        Focus::Form => is_marked || is_framed,
        Focus::Page => true,
        Focus::Find => is_last,
        Focus::Typed => at.y <= 1,
    };
    (!is_right).then(|| format!("the cursor is not on the {focus:?}"))
}
