//! The columns of a list of tasks in a file: what a person reads, sorts and counts by.

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // named as the fields of a task are
pub enum ListColumn {
    Code,
    Item,
    Title,
    Area,
    Lead,
    Supporting,
    Document,
    AssignedOn,
    DeadlineText,
    Due,
    Status,
    Condition,
    /// Working days late; nothing where it is not late.
    DaysLate,
    Progress,
    ProgressNote,
    ClosedOn,
    DelayCause,
    Product,
}

impl ListColumn {
    /// Every column, in the order in which they are written.
    pub const ALL: [Self; 18] = [
        Self::Code,
        Self::Item,
        Self::Title,
        Self::Area,
        Self::Lead,
        Self::Supporting,
        Self::Document,
        Self::AssignedOn,
        Self::DeadlineText,
        Self::Due,
        Self::Status,
        Self::Condition,
        Self::DaysLate,
        Self::Progress,
        Self::ProgressNote,
        Self::ClosedOn,
        Self::DelayCause,
        Self::Product,
    ];

    /// How wide it is in a workbook, in characters.
    #[must_use]
    pub const fn width(self) -> usize {
        match self {
            Self::Item | Self::DaysLate | Self::Progress => 9,
            Self::AssignedOn | Self::Due | Self::ClosedOn => 12,
            Self::Status => 17,
            Self::Code | Self::Area | Self::DeadlineText | Self::Condition => 22,
            Self::Lead | Self::Supporting | Self::Document => 28,
            Self::ProgressNote | Self::DelayCause | Self::Product => 30,
            Self::Title => 55,
        }
    }
}
