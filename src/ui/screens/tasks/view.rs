//! The ways of looking at the list that F11 goes through.

/// What is shown of tasks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum View {
    /// The list and the selected task.
    #[default]
    Preview,
    /// The list alone: more rows.
    List,
    /// With codes, and the selected task.
    Codes,
    /// With documents and deliverables, and the selected task.
    Documents,
}

impl View {
    /// The one after it.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Preview => Self::List,
            Self::List => Self::Codes,
            Self::Codes => Self::Documents,
            Self::Documents => Self::Preview,
        }
    }

    /// True where the selected task stands below or beside the list.
    pub(super) const fn has_preview(self) -> bool {
        !matches!(self, Self::List)
    }
}
