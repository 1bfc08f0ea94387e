//! What screens and the makers of texts are handed, held for as long as they look at it.

use std::sync::Arc;

use super::memory::Memory;
use super::meter::Meter;
use super::running::Running;
use super::screen::Ui;
use super::setup::Setup;
use crate::domain::present::Beside;
use crate::work::request::Facts;

/// The owners behind a [`Ui`].
#[derive(Debug)]
pub struct Given {
    pub(super) facts: Arc<Facts>,
    pub(super) setup: Arc<Setup>,
    pub(super) memory: Arc<Memory>,
    pub(super) meter: Meter,
    pub(super) is_moving: bool,
    pub(super) running: Option<Arc<Running>>,
    pub(super) beside: Arc<[Beside]>,
}

impl Given {
    /// For texts that no screen shows: nothing typed before, no frame.
    #[must_use]
    pub fn plain(setup: &Arc<Setup>, facts: Arc<Facts>) -> Self {
        Self {
            facts,
            setup: Arc::clone(setup),
            memory: Arc::default(),
            meter: Meter::default(),
            is_moving: false,
            running: None,
            beside: Arc::from([]),
        }
    }

    /// As it is handed on.
    #[must_use]
    pub fn ui(&self) -> Ui<'_> {
        Ui {
            t: self.setup.words,
            facts: &self.facts,
            theme: self.setup.looks.theme(),
            theme_name: self.setup.looks.name(),
            keymap: &self.setup.keymap,
            memory: &self.memory,
            terminal: &self.setup.terminal,
            meter: &self.meter,
            is_moving: self.is_moving,
            running: self.running.as_deref(),
            beside: &self.beside,
            composing: self.setup.composing,
        }
    }
}
