//! Which files of the server a person may name. Asked once for every request, before anything is opened.
//!
//! Away from the door of a shared server that is for the operating system to say. At the door there is the tray of
//! the clerk and nothing else; every request that names a file is led there, or refused.

use std::borrow::Cow;
use std::path::PathBuf;

use super::request::{Answer, Request, measures, rescue};
use crate::domain::error::{Error, Result};
use crate::exchange::tray::Tray;

/// Which files of the server a person may name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Files {
    /// All that the account of the process may read and write.
    #[default]
    Anywhere,
    /// Those in this tray, by their plain names.
    Within(Tray),
}

/// What is done to the file that a request names.
enum Use {
    Read,
    Write,
}

impl Files {
    /// The tray, at the door.
    #[must_use]
    pub const fn tray(&self) -> Option<&Tray> {
        match self {
            Self::Anywhere => None,
            Self::Within(tray) => Some(tray),
        }
    }

    /// The request with its file in the tray.
    ///
    /// # Errors
    /// Where it names anything else than a file of the tray, or there is no room to write.
    pub(super) fn confine<'a>(&self, request: &'a Request) -> Result<Cow<'a, Request>> {
        let Self::Within(tray) = self else {
            return Ok(Cow::Borrowed(request));
        };
        let mut request = request.clone();
        if let Some((path, used)) = file_of(&mut request) {
            *path = match used {
                Use::Read => tray.find(path)?,
                Use::Write => {
                    tray.room()?;
                    tray.place(path)?
                }
            };
        }
        Ok(Cow::Owned(request))
    }

    /// An answer as the person may see it: at the door a file that was read has the name by which it was asked for.
    pub(super) fn shown(&self, mut answer: Answer) -> Answer {
        if let (Self::Within(_), Answer::Staged(staged)) = (self, &mut answer) {
            let path = &mut staged.spec.path;
            *path = path.file_name().map(PathBuf::from).unwrap_or_default();
        }
        answer
    }

    /// An error as the person may see it: at the door without paths of the server.
    pub(super) fn told(&self, error: Error) -> Error {
        match self {
            Self::Anywhere => error,
            Self::Within(tray) => tray.told(error),
        }
    }
}

/// The file that a request names. Every request stands here, so that none that names a file is forgotten.
fn file_of(request: &mut Request) -> Option<(&mut PathBuf, Use)> {
    match request {
        Request::Stage { spec, .. } => Some((&mut spec.path, Use::Read)),
        Request::FinishBatch { path, .. } => Some((path, Use::Read)),
        Request::Measures(measures::Ask::Read { path, .. }) => Some((path, Use::Read)),
        Request::Export { path, .. } | Request::Rescue(rescue::Ask::Salvage { path }) => {
            Some((path, Use::Write))
        }
        Request::WriteReport(ask) => Some((&mut ask.path, Use::Write)),
        Request::WriteRegister(ask) => Some((&mut ask.path, Use::Write)),
        // Shows the tray at the door, whatever it names.
        Request::Folder { .. } => None,
        Request::Facts
        | Request::Home
        | Request::Agencies
        | Request::DueDays { .. }
        | Request::Page { .. }
        | Request::Count { .. }
        | Request::Sheet { .. }
        | Request::Tasks { .. }
        | Request::Locate { .. }
        | Request::Log { .. }
        | Request::Perform { .. }
        | Request::Create { .. }
        | Request::Edit { .. }
        | Request::AsRead { .. }
        | Request::Undo { .. }
        | Request::Redo { .. }
        | Request::NextUndo
        | Request::NextRedo
        | Request::Views
        | Request::SaveView { .. }
        | Request::DropView { .. }
        | Request::StagedRows { .. }
        | Request::Settle { .. }
        | Request::Unsettle { .. }
        | Request::DropStage { .. }
        | Request::ImportStage { .. }
        | Request::Batches { .. }
        | Request::UndoBatch { .. }
        | Request::Documents(_)
        | Request::AgencySheet { .. }
        | Request::Reorganise { .. }
        | Request::HandOver { .. }
        | Request::SaveDays { .. }
        | Request::Report { .. }
        | Request::AsOf { .. }
        | Request::Measures(
            measures::Ask::Indicators
            | measures::Ask::Indicator { .. }
            | measures::Ask::SaveIndicator { .. }
            | measures::Ask::SaveReadings { .. }
            | measures::Ask::Caseload { .. }
            | measures::Ask::CaseloadOf { .. }
            | measures::Ask::SaveCaseload { .. },
        )
        | Request::Windows(_)
        | Request::Settings(_)
        // Their names are made by us: at the door they go into the tray, whatever is named.
        | Request::Letters(_)
        | Request::Users(_)
        | Request::Present(_)
        | Request::Rescue(rescue::Ask::Reopen)
        | Request::News
        | Request::Afresh => None,
    }
}
