//! How a bulk save is cut, so that working clerks come in between, and how its parts find each other again.

/// So many tasks go into one transaction beside working clerks (DESIGN 5).
pub(super) const SLICE: usize = 500;

/// The name of a part in the list of groups; a save that is whole has no number.
pub(super) fn named(name: &str, number: usize, of: usize) -> String {
    if of == 1 {
        name.to_owned()
    } else {
        format!("{name} ({number}/{of})")
    }
}

/// The name, number and count of a part; none where the save was whole.
pub(super) fn part_of(summary: &str) -> Option<(&str, usize, usize)> {
    let (name, rest) = summary.rsplit_once(" (")?;
    let (number, of) = rest.strip_suffix(')')?.split_once('/')?;
    Some((name, number.parse().ok()?, of.parse().ok()?))
}
