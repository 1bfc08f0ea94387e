//! Every screen at every size: nothing is cut in a way that misleads, the focus shows and has the cursor,
//! and colour says nothing that letters do not say.
//!
//! A journey goes through the screens; at every stop the window takes many sizes. `CCHC_SIZES=all` takes
//! every size from 1x1 to 200x60.

#[path = "../desk/mod.rs"]
mod desk;

#[path = "../import_screen/office.rs"]
mod office;

mod focus;
mod journeys;
mod looks;
mod signs;
mod sweep;
mod words;
