//! Which questions belong to the session of files, which want it as it is by now, and under which key it saves.

use crate::work::request::{OperationKey, Request, letters};

/// What belongs to a stage, and what writes or takes back an import.
pub(super) const fn is_about_files(request: &Request) -> bool {
    matches!(
        request,
        Request::Stage { .. }
            | Request::StagedRows { .. }
            | Request::Settle { .. }
            | Request::Unsettle { .. }
            | Request::DropStage { .. }
            | Request::ImportStage { .. }
            | Request::FinishBatch { .. }
            | Request::UndoBatch { .. }
            | Request::Letters(_)
            | Request::Export { .. }
            | Request::WriteReport(_)
            | Request::WriteRegister(_)
    )
}

/// What should know of agencies, accounts and days off as they are by now: whose account was closed takes nothing along
/// either.
pub(super) const fn is_begun_afresh(request: &Request) -> bool {
    matches!(
        request,
        Request::Stage { .. }
            | Request::ImportStage { .. }
            | Request::FinishBatch { .. }
            | Request::UndoBatch { .. }
            | Request::Letters(_)
            | Request::Export { .. }
            | Request::WriteReport(_)
            | Request::WriteRegister(_)
            | Request::AsOf { .. }
    )
}

/// The key under which the session of files saves tasks for whoever asks; a long work goes on from it.
pub(in crate::work) const fn key_of(request: &Request) -> Option<&OperationKey> {
    match request {
        Request::ImportStage { key, .. }
        | Request::FinishBatch { key, .. }
        | Request::UndoBatch { key, .. }
        | Request::Letters(letters::Ask { key, .. }) => Some(key),
        _ => None,
    }
}
