//! Doubts settled in the preview: kept by the stage in order, so that the last can be taken back.

use std::collections::HashSet;

use super::assess::{Assessor, DUPLICATE_BIT};
use super::stage::Stage;
use crate::domain::error::Result;
use crate::domain::fold::clean;
use crate::domain::matching::Variants;
use crate::store::Store;
use crate::work::progress::Progress;
use crate::work::request::import::Settlement;

impl Settlement {
    /// True if rows mean something else after it.
    pub(super) const fn changes_meaning(&self) -> bool {
        match self {
            Self::Means { .. } | Self::Text { .. } => true,
            Self::AsRead { .. } | Self::AllAsRead { .. } | Self::LeaveOut { .. } => false,
        }
    }
}

impl Stage {
    /// The texts and writings that are settled by now.
    pub(super) fn take_settled_texts(&mut self, remembered: &Variants) {
        self.texts.clear();
        self.variants = remembered.clone();
        for settlement in &self.settlements {
            match settlement {
                Settlement::Means { text, parts } => self.variants.insert(text, parts.clone()),
                Settlement::Text {
                    place,
                    column,
                    text,
                } => {
                    let text = clean(text);
                    self.texts.insert((*place, *column), text);
                }
                Settlement::AsRead { .. }
                | Settlement::AllAsRead { .. }
                | Settlement::LeaveOut { .. } => {}
            }
        }
    }

    /// Brings the marks to what is settled, after rows were assessed or a settlement was taken back.
    pub(super) fn mark_settled(&mut self) -> Result<()> {
        self.spool.change(|_, mark| {
            mark.is_settled = false;
            mark.is_left_out = false;
            Ok(())
        })?;
        for settlement in &self.settlements {
            self.mark_one(settlement)?;
        }
        self.mark_twins()
    }

    /// Brings the marks to one more settlement.
    pub(super) fn mark_last(&mut self) -> Result<()> {
        if let Some(settlement) = self.settlements.last() {
            self.mark_one(settlement)?;
        }
        self.mark_twins()
    }

    fn mark_one(&self, settlement: &Settlement) -> Result<()> {
        match settlement {
            Settlement::Means { .. } | Settlement::Text { .. } => Ok(()),
            Settlement::AsRead { places } => {
                self.mark_places(places, |mark| mark.is_settled = true)
            }
            Settlement::LeaveOut { places, out } => {
                self.mark_places(places, |mark| mark.is_left_out = *out)
            }
            Settlement::AllAsRead { code } => {
                let Some(bit) = self.codes.known(code) else {
                    return Ok(());
                };
                self.spool.change(|_, mark| {
                    mark.is_settled |= mark.doubts == bit;
                    Ok(())
                })
            }
        }
    }

    fn mark_places(&self, places: &[u64], change: impl Fn(&mut super::mark::Mark)) -> Result<()> {
        for place in places {
            if let Some(mut mark) = self.spool.mark(*place)? {
                change(&mut mark);
                self.spool.set_mark(*place, &mark)?;
            }
        }
        Ok(())
    }

    /// A row is a duplicate as long as the one that it repeats is taken.
    fn mark_twins(&mut self) -> Result<()> {
        let mut out: HashSet<u32> = HashSet::new();
        for settlement in &self.settlements {
            if let Settlement::LeaveOut { places, .. } = settlement {
                for place in places {
                    let is_out = self.spool.mark(*place)?.is_some_and(|it| it.is_left_out);
                    let number = u32::try_from(place + 1).unwrap_or(0);
                    if is_out {
                        out.insert(number);
                    }
                }
            }
        }
        self.spool.change(|_, mark| {
            if mark.twin != 0 {
                mark.doubts &= !DUPLICATE_BIT;
                if !out.contains(&mark.twin) {
                    mark.doubts |= DUPLICATE_BIT;
                }
            }
            Ok(())
        })?;
        self.count()
    }

    /// Reads the rows anew with all that is settled.
    pub(super) fn settle_all(
        &mut self,
        assessor: &Assessor<'_>,
        store: Option<&Store>,
        progress: &mut Progress<'_>,
    ) -> Result<()> {
        self.assess_again(assessor, store, progress)?;
        self.mark_settled()
    }
}
