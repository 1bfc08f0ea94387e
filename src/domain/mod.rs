//! What the offices mean by a task, an agency, a deadline, a working day, and who may do what.
//!
//! Pure: no I/O, no clock, no words for people. It reads Vietnamese; `lang` speaks it.

pub mod agency;
pub mod agenda;
pub mod amount;
pub mod annex;
pub mod area;
pub mod batch;
pub mod calendar;
pub mod caseload;
pub mod change;
pub mod completion;
pub mod concern;
pub mod condition;
pub mod count;
pub mod deadline;
pub mod document;
pub mod door;
pub mod error;
pub mod event;
pub mod filter;
pub mod fold;
pub mod follow_up;
pub mod hand_over;
pub mod id;
pub mod indicator;
pub mod interval;
pub mod legacy;
pub mod long;
pub mod matching;
pub mod measure;
pub mod owed;
pub mod period;
pub mod query;
pub mod recurrence;
pub mod report;
pub mod setting;
pub mod status;
pub mod syllable;
pub mod synonyms;
pub mod target;
pub mod task;
pub mod transition;
pub mod typed_date;
pub mod user;
