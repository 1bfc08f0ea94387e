//! "Quản trị": agencies in time, what is done to them, whose tasks have no lead, and the days off.

pub mod told;
