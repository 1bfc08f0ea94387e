//! Which index a hot statement walks. The planner moves to worse ones after statistics were made
//! (1 to 70 ms instead of 0.01), so they are named, and a test reads the plans.

/// An order in which tasks lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Pin {
    /// `(agency_id, rank, effective_due)` and, as in every index, the number.
    Agency,
    /// `(rank, effective_due)`.
    Due,
    /// `(document_id)`.
    Document,
    /// The numbers themselves.
    Number,
    /// `(parent_id)`.
    Parent,
    /// `(series_id)`.
    Series,
    /// Running clocks, `(agency_id, area_id, effective_due)`.
    Area,
    /// Those with doubts.
    Review,
    /// Those with an extension asked for.
    Asked,
    /// Those returned as wrongly assigned.
    Disputed,
    /// Those whose submission was returned.
    Returned,
    /// Those for which a supporting agency was asked.
    Support,
    /// Those whose document was issued.
    Issued,
    /// Those with an explanation outstanding.
    ToExplain,
    /// Those that were urged, `(agency_id, rank, step)`.
    Urged,
    /// Those with a request to a supporting agency, by who was asked.
    AskedOf,
    /// Those with a stage that is not reached, by its day.
    StageDue,
    /// Those whose explanation was given, and nothing decided since.
    Explained,
    /// Open ones for which responsibility was proposed.
    Proposed,
    /// Open ones that owe a document, by due date.
    Owing,
    /// Suspended ones, by lead and since when.
    Suspended,
    /// Those whose delay is excused.
    Excused,
    /// Those with their lead, by lead and since when.
    Held,
    /// Those with their lead, by since when.
    HeldSince,
    /// Those with their lead, by area, lead and since when.
    HeldByArea,
    /// Those awaiting, `(submitted_on, agency_id, submitted_by)`.
    Awaiting,
}

impl Pin {
    /// The table, held to this index.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Agency => "task INDEXED BY task_by_agency",
            Self::Due => "task INDEXED BY task_by_due",
            Self::Document => "task INDEXED BY task_by_document",
            Self::Number => "task NOT INDEXED",
            Self::Parent => "task INDEXED BY task_by_parent",
            Self::Series => "task INDEXED BY task_by_series",
            Self::Area => "task INDEXED BY task_by_area",
            Self::Review => "task INDEXED BY task_to_review",
            Self::Asked => "task INDEXED BY task_asked",
            Self::Disputed => "task INDEXED BY task_disputed",
            Self::Returned => "task INDEXED BY task_returned",
            Self::Support => "task INDEXED BY task_support_asked",
            Self::Issued => "task INDEXED BY task_issued",
            Self::ToExplain => "task INDEXED BY task_to_explain",
            Self::Urged => "task INDEXED BY task_urged",
            Self::AskedOf => "task INDEXED BY task_asked_of",
            Self::StageDue => "task INDEXED BY task_stage_due",
            Self::Explained => "task INDEXED BY task_explained",
            Self::Proposed => "task INDEXED BY task_proposed",
            Self::Owing => "task INDEXED BY task_owing",
            Self::Suspended => "task INDEXED BY task_suspended",
            Self::Excused => "task INDEXED BY task_excused",
            Self::Held => "task INDEXED BY task_held",
            Self::HeldByArea => "task INDEXED BY task_held_by_area",
            Self::HeldSince => "task INDEXED BY task_held_since",
            Self::Awaiting => "task INDEXED BY task_awaiting",
        }
    }
}

/// The members of a fan-out, beside the task that stands for them.
pub(in crate::store) const MEMBERS: &str = "task AS member INDEXED BY task_by_parent";

/// The occurrences of a series, beside the series.
pub(in crate::store) const OCCURRENCES: &str = "task AS member INDEXED BY task_by_series";

/// The log, held to the index by task.
pub(in crate::store) const CHANGES_OF_TASK: &str = "change INDEXED BY change_by_task";

/// What reports count, held to the index by task.
pub(in crate::store) const EVENTS_OF_TASK: &str = "event INDEXED BY event_by_task";

/// The log, held to the index by group.
pub(in crate::store) const CHANGES_OF_GROUP: &str = "change INDEXED BY change_by_operation";

/// The log of the frame, held to the index by what is told.
pub(in crate::store) const CHANGES_OF_FRAME: &str = "change INDEXED BY change_of_frame";
