//! Totals and shares as formulas. A formula is written only where it gives the very figure that the report has: where
//! rows were left out, or a total is no sum, the figure stands there as it is.

use super::super::{Said, Sheet, Value};

/// From which columns a share is computed: its name, those that are its part, those that are its whole.
const QUOTIENTS: [(&str, &[&str], &[&str]); 6] = [
    (
        "share_on_time",
        &["done_on_time"],
        &["done_on_time", "done_late"],
    ),
    ("share_late", &["done_late"], &["done_on_time", "done_late"]),
    (
        "share_open_late",
        &["open_late"],
        &["open_in_time", "open_late"],
    ),
    ("late_share", &["late"], &["files"]),
    (
        "share_issued_on_time",
        &["issued_on_time"],
        &["issued_on_time", "issued_late", "owed_overdue"],
    ),
    (
        "share_kept",
        &["kept"],
        &["kept", "missed_late", "missed_overdue"],
    ),
];

/// The letters of a column, counted from 0.
pub(super) fn letters(place: usize) -> String {
    let mut letters = String::new();
    let mut left = place + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters
}

/// The formula of a share in this row of the workbook, where its parts stand beside it.
pub(super) fn quotient(sheet: &Sheet, cells: &[Said], place: usize, row: usize) -> Option<String> {
    let Value::Share { part, whole } = cells.get(place)?.value else {
        return None;
    };
    let name = sheet.columns.get(place)?.name;
    let (_, parts, wholes) = QUOTIENTS.iter().find(|it| it.0 == name)?;
    let (above, is_part) = sum_of(sheet, cells, parts, part, row)?;
    let (beneath, is_whole) = sum_of(sheet, cells, wholes, whole, row)?;
    (is_part && is_whole).then(|| format!("{above}/{beneath}"))
}

/// The sum of some cells of a row, and whether it is this number.
fn sum_of(
    sheet: &Sheet,
    cells: &[Said],
    names: &[&str],
    wanted: i64,
    row: usize,
) -> Option<(String, bool)> {
    let mut sum = 0;
    let mut places = Vec::new();
    for name in names {
        let place = sheet.place_of(name)?;
        let Value::Number(number) = cells.get(place)?.value else {
            return None;
        };
        sum += number;
        places.push(format!("{}{row}", letters(place)));
    }
    let text = match places.as_slice() {
        [one] => one.clone(),
        many => format!("({})", many.join("+")),
    };
    Some((text, sum == wanted))
}

/// The formula of a cell of the total: the sum of the rows above it, `first` to `last` of the workbook.
pub(super) fn sum(sheet: &Sheet, place: usize, first: usize, last: usize) -> Option<String> {
    let Value::Number(total) = sheet.total.as_ref()?.get(place)?.value else {
        return None;
    };
    let mut sum = 0;
    for row in &sheet.rows {
        match row.get(place)?.value {
            Value::Number(number) => sum += number,
            // A dash adds nothing.
            Value::None => {}
            Value::Text | Value::Amount(_) | Value::Share { .. } | Value::Date(_) => return None,
        }
    }
    let column = letters(place);
    (sum == total && last >= first).then(|| format!("SUM({column}{first}:{column}{last})"))
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let named: Vec<String> = [0, 25, 26, 51, 701, 702].map(letters).to_vec();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }
}
