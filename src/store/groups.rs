//! The proof of groups: each says of its rows of the log when, who and from where, as the rows themselves say.
//!
//! The chain seals the rows and not their groups.

use crate::domain::error::Result;
use crate::domain::proof::Breach;

use super::db::{Db, values};
use super::strides::Strides;
use super::walk::Spot;

/// Rows that are looked at in one statement: no reader holds the file for long.
const CHUNK: i64 = 100_000;

/// So many findings are kept; more are only counted.
const KEPT: usize = if cfg!(test) { 8 } else { 10_000 };

/// Rows whose group says something else, or is not there, from the first number to the last; and how much more there
/// is of it than is kept. `step` is heard between pieces and ends it by an error.
pub(super) fn differing(
    db: &Db,
    (first, last): (i64, i64),
    mut step: impl FnMut() -> Result<()>,
) -> Result<(Vec<Spot>, u64)> {
    let sql = "SELECT MIN(change.id), MAX(change.id)
        FROM change LEFT JOIN operation ON operation.id = change.operation_id
        WHERE change.id >= ?1 AND change.id <= ?2 AND (operation.id IS NULL
            OR operation.at IS NOT change.at OR operation.login IS NOT change.login
            OR operation.origin IS NOT change.origin)
        GROUP BY change.operation_id
        ORDER BY 1";
    let (mut spots, mut more) = (Vec::new(), 0);
    let mut strides = Strides::new("change", CHUNK, (first, last));
    while let Some((first, upto)) = strides.next(db)? {
        step()?;
        db.rows(sql, &values![first, upto], |row| {
            if spots.len() < KEPT {
                spots.push((Breach::Group, row.number()?, row.number()?));
            } else {
                more += 1;
            }
            Ok(())
        })?;
    }
    Ok((spots, more))
}

/// Puts those among the findings that no other finding speaks of, in the order of the rows.
pub(super) fn put_among(spots: &mut Vec<Spot>, mut differing: Vec<Spot>) {
    differing.retain(|(_, from, to)| {
        let mut others = spots.iter();
        !others.any(|(_, first, last)| first <= to && from <= last)
    });
    if !differing.is_empty() {
        spots.extend(differing);
        spots.sort_by_key(|spot| spot.1);
    }
}
