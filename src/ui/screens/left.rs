//! What was left in forms when a session ended: which of it a person may still go on with, and the screen that opens
//! with it. Roles and agencies may have changed since; what one may not use is kept, and not offered.

use super::{Screen, confirm, editing, import, views};
use crate::domain::id::AgencyId;
use crate::domain::user::{Role, User};
use crate::ui::screen::Unsaved;

/// True where the form of that place is this person's to save; so of all forms that save nothing.
#[must_use]
pub fn may_go_on(place: &str, user: &User) -> bool {
    let role = user.role;
    let mut parts = place.split([':', '.']);
    let form = parts.next().unwrap_or_default();
    match form {
        "add" | "edit" | "import" | "cell" | "caseload_file" | "readings_file" => {
            role.enters_tasks()
        }
        // Of one that is there administrators set whether its tasks have to be confirmed.
        "document" if parts.next().is_none() => role.enters_tasks(),
        "settings" | "account" | "day_off" | "report_window" | "agency" | "to_heirs" => {
            role.keeps_frame()
        }
        "document" | "indicator" => role.enters_tasks() || role.keeps_frame(),
        "reading" => is_of_theirs(parts.nth(1), user),
        "caseload" => is_of_theirs(parts.next(), user),
        "confirm" | "tasks" | "letters" => role != Role::Viewer,
        _ => true,
    }
}

/// Whose values they are, by the number in the name of the form.
fn is_of_theirs(agency: Option<&str>, user: &User) -> bool {
    let agency = agency.and_then(|number| number.parse().ok()).map(AgencyId);
    let is_own = user.role == Role::Clerk && agency.is_some_and(|agency| user.leads(agency));
    user.role.enters_tasks() || user.role.keeps_frame() || is_own
}

/// The form as it was typed before a hang-up; none where no screen knows the place.
#[must_use]
pub fn restore(draft: &Unsaved) -> Option<Box<dyn Screen>> {
    if let Some(confirm) = confirm::Confirm::restore(draft) {
        return Some(Box::new(confirm));
    }
    if let Some(add) = editing::Add::restore(draft) {
        return Some(Box::new(add));
    }
    if let Some(start) = import::Start::restore(draft) {
        return Some(Box::new(start));
    }
    if let Some(views) = views::Views::restore(draft) {
        return Some(Box::new(views));
    }
    Some(Box::new(editing::Edit::restore(draft)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_offered_to_whoever_may_save_it() {
        let roles = |place: &str| {
            let of = |role| User {
                login: "x".to_owned(),
                agency: Some(AgencyId(5)),
                role,
            };
            let letters = Role::ALL.into_iter().zip("VCMLAO".chars());
            let may = letters.filter(|(role, _)| may_go_on(place, &of(*role)));
            may.map(|(_, letter)| letter).collect::<String>()
        };
        for (place, expected) in [
            ("add", "MO"),
            ("edit:12", "MO"),
            ("import", "MO"),
            ("document", "MO"),
            ("document:3", "MAO"),
            ("settings", "AO"),
            ("account:cv.stp", "AO"),
            ("day_off:2023-09-02", "AO"),
            ("report_window:6 tháng", "AO"),
            ("agency.rename.5", "AO"),
            ("indicator:1", "MAO"),
            ("reading:1:5:2023-05-01", "CMAO"),
            ("reading:1:6:2023-05-01", "MAO"),
            ("caseload:5:2023-05-01", "CMAO"),
            ("caseload:6:2023-05-01", "MAO"),
            ("confirm", "CMLAO"),
            ("tasks.digits", "CMLAO"),
            ("to_file:x", "VCMLAO"),
            ("view", "VCMLAO"),
        ] {
            assert_eq!(roles(place), expected, "{place}");
        }
    }
}
