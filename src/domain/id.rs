//! Ids are types of their own, so that an agency can never stand where a task is meant.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    };
}

id! {
    /// A task's short number, the one that a clerk types after `:`. Given once, never reused.
    TaskId
}
id! {
    /// An agency, in one of its versions in time.
    AgencyId
}
id! {
    /// One of the areas of reform.
    AreaId
}
id! {
    /// A document that assigns tasks.
    DocumentId
}
id! {
    /// Something that is measured.
    IndicatorId
}
id! {
    /// A row of the log.
    ChangeId
}
id! {
    /// A group of changes that were made with one Enter and are undone as one.
    OperationId
}
id! {
    /// An import: a file that was written in one group or in several, and is taken back as one.
    BatchId
}

impl AgencyId {
    /// Stands where no agency could be recognised; listed as "Chưa rõ cơ quan" (DESIGN 7.8).
    pub const UNRESOLVED: Self = Self(0);
}

impl AreaId {
    /// Stands where a task names no area.
    pub const NONE: Self = Self(0);
}
