//! A form of the screens, asked field by field: it checks, saves and goes on as it does on the screen, and what
//! it wants is carried out here.

use std::collections::VecDeque;
use std::sync::Arc;

use super::deeds::ask_to_save;
use super::form::{self, Skip};
use super::talk::{Away, Said, Talk};
use super::words::{aloud, sentence, small, without_keys};
use crate::domain::error::Error;
use crate::ui::action::Action;
use crate::ui::given::Given;
use crate::ui::screen::{Effect, Outcome, Tone};
use crate::ui::screens::asked::Asked;
use crate::work::request::documents::Told as DocumentTold;
use crate::work::request::measures::Told as MeasureTold;
use crate::work::request::settings::Told as SettingTold;
use crate::work::request::users::Told as UserTold;
use crate::work::request::windows::Told as WindowTold;
use crate::work::request::{Answer, Request};

/// What became of what a form wanted.
#[derive(Default)]
struct Carried {
    /// It was closed, perhaps with a choice.
    closed: Option<Outcome>,
    /// Something was refused.
    is_refused: bool,
    /// Something was written.
    is_saved: bool,
}

/// Asks for the fields of a form, and saves; a form that goes on by itself goes on until it is left. Gives what
/// it was closed with; none where it was left.
///
/// # Errors
/// Where it is left for another place; what was typed is kept.
pub fn run(talk: &mut Talk, form: &mut impl Asked, skip: Skip) -> Said<Option<Outcome>> {
    if talk.facts().is_looking_only {
        talk.complain(&Error::LookingOnly)?;
        return Ok(None);
    }
    match ask(talk, form, skip, true) {
        Ok(outcome) => Ok(Some(outcome)),
        Err(away) => {
            let kept = form.unsaved();
            let is_kept = kept.iter().any(|draft| !draft.fields.is_empty());
            kept.into_iter().for_each(|draft| talk.keep(draft));
            talk.leave(away, is_kept)?;
            Ok(None)
        }
    }
}

/// The same for a form that writes nothing: nobody is asked whether to save.
///
/// # Errors
/// Where it is left for another place.
pub fn choose(talk: &mut Talk, form: &mut impl Asked) -> Said<Option<Outcome>> {
    match ask(talk, form, |_, _| false, false) {
        Ok(outcome) => Ok(Some(outcome)),
        Err(Away::Back) => Ok(None),
        Err(away) => Err(away),
    }
}

fn ask(talk: &mut Talk, form: &mut impl Asked, skip: Skip, writes: bool) -> Said<Outcome> {
    let effects = form.open(&given(talk).ui());
    // Where it does not even open, nobody fills it.
    if carry_out(talk, form, effects)?.is_refused {
        return Err(Away::Back);
    }
    let mut from: Option<&'static str> = None;
    loop {
        fill(talk, form, skip, from)?;
        let frame = given(talk);
        let title = form.title(&frame.ui());
        let outlook = form.outlook(&frame.ui());
        let outlook = outlook.iter().map(|text| aloud(text, talk.t));
        talk.read_out(&outlook.collect::<Vec<_>>())?;
        if writes && !ask_to_save(talk, &small(&title), false)? {
            from = None;
            continue;
        }
        let effects = form.act(Action::DoIt, &frame.ui());
        let carried = carry_out(talk, form, effects)?;
        if let Some(outcome) = carried.closed {
            return Ok(outcome);
        }
        if form.is_done() {
            return Ok(Outcome::Nothing);
        }
        // A form that goes on stands in the field that comes next: what is above it is said, not asked again.
        let goes_on = carried.is_saved && !carried.is_refused;
        from = form.fields_mut().current().map(|row| row.name);
        from = from.filter(|_| goes_on);
    }
}

/// Asks for every field, or from this one on.
fn fill(
    talk: &mut Talk,
    form: &mut impl Asked,
    skip: Skip,
    from: Option<&'static str>,
) -> Said<()> {
    let names: Vec<&'static str> = form
        .fields_mut()
        .rows()
        .iter()
        .map(|row| row.name)
        .collect();
    let begin = from.and_then(|from| names.iter().position(|name| *name == from));
    let (above, below) = names.split_at(begin.unwrap_or(0));
    if let Some(row) = above.first().and_then(|name| form.fields_mut().row(name)) {
        let text = format!("{}: {}", row.label, row.shown());
        talk.say(&sentence(&text))?;
    }
    for name in below {
        if skip(name, form.fields_mut()) {
            continue;
        }
        form::ask_field(talk, form.fields_mut(), name)?;
        let frame = given(talk);
        let effects = form.filled(&frame.ui());
        carry_out(talk, form, effects)?;
    }
    Ok(())
}

/// What texts and forms are made from, with what was typed before.
pub(super) fn given(talk: &Talk) -> Given {
    Given {
        memory: Arc::new(talk.memory.clone()),
        ..talk.frame()
    }
}

fn carry_out(talk: &mut Talk, form: &mut impl Asked, effects: Vec<Effect>) -> Said<Carried> {
    let mut carried = Carried::default();
    let mut waiting = VecDeque::from(effects);
    while let Some(effect) = waiting.pop_front() {
        match effect {
            Effect::Ask(request) | Effect::Fetch(request) => {
                let more = put(talk, form, &request, &mut carried)?;
                waiting.extend(more);
            }
            Effect::Say(message) if message.tone == Tone::Refusal => {
                carried.is_refused = true;
                talk.refuse(&message.text)?;
            }
            Effect::Say(message) => talk.say(&without_keys(&message.text))?,
            Effect::Keep(draft) => talk.keep(draft),
            Effect::Remember(fields) => talk.memory.remember(fields),
            Effect::Close => carried.closed = Some(Outcome::Nothing),
            Effect::Choose(outcome) => carried.closed = Some(outcome),
            // Of what belongs to a screen there is nothing here.
            Effect::Cancel
            | Effect::Open(_)
            | Effect::Replace(_)
            | Effect::Home
            | Effect::Quit
            | Effect::Repaint
            | Effect::Compose(_)
            | Effect::Suspend
            | Effect::Treat(_)
            | Effect::Unasked
            | Effect::Measure
            | Effect::Theme(_)
            | Effect::Pass(_)
            | Effect::Later(_)
            | Effect::Coach(_)
            | Effect::Useless => {}
        }
    }
    Ok(carried)
}

/// Puts a question of the form and hands it the answer.
fn put(
    talk: &mut Talk,
    form: &mut impl Asked,
    request: &Request,
    carried: &mut Carried,
) -> Said<Vec<Effect>> {
    match talk.answer(request) {
        Ok(answer) => {
            carried.is_saved |= matches!(
                &answer,
                Answer::Measures(MeasureTold::Saved(_))
                    | Answer::Documents(DocumentTold::Saved(_))
                    | Answer::Users(UserTold::Saved(_))
                    | Answer::Windows(WindowTold::Saved(_))
                    | Answer::Settings(SettingTold::Saved(_))
            );
            let frame = given(talk);
            Ok(form.reply(request, Ok(&answer), &frame.ui()))
        }
        Err(error) => {
            carried.is_refused = true;
            talk.complain(&error)?;
            let frame = given(talk);
            Ok(form.reply(request, Err(&Arc::new(error)), &frame.ui()))
        }
    }
}
