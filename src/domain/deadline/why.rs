//! Every reason that a reading can give: which rule was applied, and what is doubtful, as data.
//!
//! `lang` turns them into sentences; the import shows the doubts in its preview. Nothing is decided here.

/// Why a deadline was read as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// "Trước" leaves the day itself out (D2).
    ExclusiveBefore,
    /// A period falls due on its last day (D3 to D8).
    PeriodEnd,
    /// Đầu, giữa or cuối, as Civil Code 2015 art. 146 defines them (D9).
    CivilCodeDay,
    /// The year of the document is meant (D7, "trong năm").
    ReferenceYear,
    /// No day was named, so the last day of the period is due (D10).
    LastDayOfPeriod,
    /// Of several dates the next one is due (D10, D11).
    NextOfSeveral,
    /// The stages end with the last one (D11).
    LastStage,
    /// Calendar days, months or years are counted from the day after the event (D13).
    CountedFromEvent,
    /// Working days are counted (D14).
    WorkingDays,
    /// The text names no event; it was counted from the document (D13).
    EventNotNamed,
    /// The work goes on and is never overdue (D12).
    OngoingWork,
    /// A spreadsheet's number of a day (D20).
    ExcelSerial,

    /// No year is written: the first such date from the document on was taken (D17).
    NoYear,
    /// No month is written: the last one of the period, or that of the document, was taken.
    NoMonth,
    /// There is no such day, month or quarter (D18).
    Impossible(String),
    /// Due more than 25 years after the document (D18).
    TooFar,
    /// Due earlier than the document that assigns it (D18).
    BeforeDocument,
    /// An event without a number of days: dated when somebody records the event (D15).
    EventWithoutNumber,
    /// A plan, a regulation or somebody else's progress decides (D16).
    RefersElsewhere,
    /// Nothing is written, or a dash (D16).
    Empty,
    /// The cell holds a status, not a deadline (D16).
    StatusWord,
    /// The day that exports write for "no date" (D21).
    EmptyExportDate,
    /// An extension written as a remark: the later date was taken (D19).
    ExtensionInBrackets,
    /// An hour of a recurring day: the day itself was taken (D10).
    HourOfDay,
    /// An hour of one day: that day itself, also after "trước" (D2).
    HourOfDate,
    /// T2 to T7 may be a month or a weekday (D4).
    AmbiguousT6,
    /// Without its accents, "tháng sáu" is also "next month".
    AmbiguousSau,
    /// Đầu quý, giữa quý: no law says which day that is (D9).
    NoLegalMeaning,
    /// A dash between periods that are not neighbours was taken for "from ... to" (D8).
    DashAsRange,
    /// The dates recur only within some years, which a recurrence cannot say.
    LimitedPeriod,
    /// It recurs in a way that a recurrence cannot say.
    NotExpressible,
    /// Ongoing work for which the text also names an end (D12).
    OngoingWithEnd,
    /// The weekday written is not that of the date.
    WeekdayDiffers,
    /// Only a number of days, months or years, and no word that says how to count it.
    BareLength,
    /// The stages are not in order (D11).
    StagesOutOfOrder,
    /// "After" a date names no last day.
    NoLastDay,
    /// These words were not understood and may change the meaning.
    UndatedPart(String),
    /// Nothing was understood.
    NotUnderstood,
    /// Far longer than a deadline; not read.
    TooLong,
}

impl Why {
    /// True where a person must look at it before it counts.
    #[must_use]
    pub fn is_doubt(&self) -> bool {
        !matches!(
            self,
            Self::ExclusiveBefore
                | Self::PeriodEnd
                | Self::CivilCodeDay
                | Self::ReferenceYear
                | Self::LastDayOfPeriod
                | Self::NextOfSeveral
                | Self::LastStage
                | Self::CountedFromEvent
                | Self::WorkingDays
                | Self::EventNotNamed
                | Self::OngoingWork
                | Self::ExcelSerial
                | Self::HourOfDate
        )
    }

    /// Names the reason in JSON, for ever.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ExclusiveBefore => "exclusive_before",
            Self::PeriodEnd => "period_end",
            Self::CivilCodeDay => "civil_code_day",
            Self::ReferenceYear => "reference_year",
            Self::LastDayOfPeriod => "last_day_of_period",
            Self::NextOfSeveral => "next_of_several",
            Self::LastStage => "last_stage",
            Self::CountedFromEvent => "counted_from_event",
            Self::WorkingDays => "working_days",
            Self::EventNotNamed => "event_not_named",
            Self::OngoingWork => "ongoing_work",
            Self::ExcelSerial => "excel_serial",
            Self::NoYear => "no_year",
            Self::NoMonth => "no_month",
            Self::Impossible(_) => "impossible",
            Self::TooFar => "too_far",
            Self::BeforeDocument => "before_document",
            Self::EventWithoutNumber => "event_without_number",
            Self::RefersElsewhere => "refers_elsewhere",
            Self::Empty => "empty",
            Self::StatusWord => "status_word",
            Self::EmptyExportDate => "empty_export_date",
            Self::ExtensionInBrackets => "extension_in_brackets",
            Self::HourOfDay => "hour_of_day",
            Self::HourOfDate => "hour_of_date",
            Self::AmbiguousT6 => "ambiguous_t6",
            Self::AmbiguousSau => "ambiguous_sau",
            Self::NoLegalMeaning => "no_legal_meaning",
            Self::DashAsRange => "dash_as_range",
            Self::LimitedPeriod => "limited_period",
            Self::NotExpressible => "not_expressible",
            Self::OngoingWithEnd => "ongoing_with_end",
            Self::WeekdayDiffers => "weekday_differs",
            Self::BareLength => "bare_length",
            Self::StagesOutOfOrder => "stages_out_of_order",
            Self::NoLastDay => "no_last_day",
            Self::UndatedPart(_) => "undated_part",
            Self::NotUnderstood => "not_understood",
            Self::TooLong => "too_long",
        }
    }

    /// The part of the text that the reason is about; empty where it is the whole.
    #[must_use]
    pub fn detail(&self) -> &str {
        match self {
            Self::Impossible(part) | Self::UndatedPart(part) => part,
            _ => "",
        }
    }
}
