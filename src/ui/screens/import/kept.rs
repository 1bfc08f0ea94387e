//! What was settled in a preview and said of columns, as texts: kept when it is left and over a hang-up, and settled
//! and said again when the same file is read again.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::start::unquoted;
use crate::domain::id::AgencyId;
use crate::ui::screen::Unsaved;
use crate::ui::widgets::form::Form;
use crate::work::request::import::{
    Coding, Column, ImportSpec, Part, Settlement, Staged, StagedColumn,
};

/// The name of the draft.
pub const PLACE: &str = "import";
/// The field that names the file.
const FILE: &str = "file";
/// The field that holds the checksum of the file for which the settlements were made.
const CHECKSUM: &str = "checksum";
/// The field that holds the settlements.
const SETTLED: &str = "settled";
/// The field that holds how the file was read.
const READ: &str = "read";
/// The field that holds what was said of columns and not read.
const BEGUN: &str = "begun";

/// What somebody said of the columns of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What stands over the columns: under other headings it means something else.
    headings: Vec<String>,
    sheet: Option<String>,
    columns: Vec<(String, Option<Column>)>,
    codings: Vec<(Column, Option<Coding>)>,
}

impl Said {
    /// As a file is read by this spec, with the columns that it has.
    pub fn of(spec: &ImportSpec, columns: &[StagedColumn]) -> Self {
        Self {
            headings: columns.iter().map(|it| it.heading.clone()).collect(),
            sheet: spec.sheet.clone(),
            columns: spec.columns.clone(),
            codings: spec.codings.clone(),
        }
    }

    /// True where a file would be read otherwise without it.
    pub fn says_something(&self) -> bool {
        self.sheet.is_some() || !self.columns.is_empty() || !self.codings.is_empty()
    }

    /// True where it was said of columns with these headings.
    pub fn fits(&self, columns: &[StagedColumn]) -> bool {
        let headings = columns.iter().map(|it| &it.heading);
        headings.eq(&self.headings)
    }

    /// Says the same for the next reading.
    pub fn lay_over(self, spec: &mut ImportSpec) {
        spec.sheet = self.sheet;
        spec.columns = self.columns;
        spec.codings = self.codings;
    }

    /// As the draft of a file whose columns are still being said; nothing where nothing is.
    pub fn begun(said: Option<&Self>) -> Unsaved {
        Unsaved {
            place: PLACE.to_owned(),
            fields: vec![(BEGUN.to_owned(), json!(said).to_string())],
        }
    }
}

/// What of a draft holds for a file that was read.
#[derive(Debug)]
pub struct Held {
    /// What was settled in it before, to be settled again.
    pub again: Vec<Settlement>,
    /// What was said of its columns and not read yet.
    pub begun: Option<Said>,
    /// The file is not the one of which something was kept.
    pub is_other: bool,
}

/// What was typed and settled for a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The fields of the form.
    pub fields: Vec<(String, String)>,
    /// The file that was read.
    pub checksum: String,
    /// What was settled in it, in order.
    pub settled: Vec<Settlement>,
    /// How it was read.
    pub read: Said,
    /// What was said of its columns and not read yet.
    pub begun: Option<Said>,
}

impl Kept {
    /// The file of which it is.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        let file = self.fields.iter().find(|(name, _)| name == FILE);
        file.map(|(_, file)| file.as_str())
    }

    /// True where it is of the file of this name, however that is written.
    #[must_use]
    pub fn is_of(&self, file: &str) -> bool {
        let whole = |text: &str| std::path::absolute(unquoted(text)).ok();
        self.file().is_some_and(|own| {
            own == file || whole(own).is_some_and(|own| Some(own) == whole(file))
        })
    }

    /// True where something was settled, or said of columns: what is not typed again in a moment.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !self.settled.is_empty() || self.read.says_something() || self.begun.is_some()
    }

    /// Takes up a file as it was read; says what of this holds for it.
    pub fn take_up(&mut self, staged: &Staged) -> Held {
        let is_same = self.checksum == staged.checksum && staged.settlements == 0;
        let settled = std::mem::take(&mut self.settled);
        let begun = self.begun.take();
        let fits = begun.as_ref().is_none_or(|it| it.fits(&staged.columns));
        let is_other = !fits || (self.checksum != staged.checksum && !settled.is_empty());
        self.read = Said::of(&staged.spec, &staged.columns);
        self.checksum.clone_from(&staged.checksum);
        Held {
            again: if is_same { settled } else { Vec::new() },
            begun: begun.filter(|_| fits),
            is_other,
        }
    }

    /// With what stands in the form now; what was settled in another file than that names is left out.
    #[must_use]
    pub fn with(&self, form: &Form) -> Self {
        let is_same = self.is_of(&form.value(FILE));
        let before = if is_same {
            self.clone()
        } else {
            Self::default()
        };
        Self {
            fields: form.filled(),
            ..before
        }
    }

    /// As a draft; one without fields where nothing was typed.
    pub fn draft(&self) -> Unsaved {
        let mut fields = self.fields.clone();
        // Of a file that was read also that nothing is settled in it: the form beneath may remember something.
        if !self.checksum.is_empty() && !fields.is_empty() {
            let settled: Vec<Value> = self.settled.iter().map(written).collect();
            fields.push((CHECKSUM.to_owned(), self.checksum.clone()));
            fields.push((SETTLED.to_owned(), Value::from(settled).to_string()));
            fields.push((READ.to_owned(), json!(self.read).to_string()));
        }
        if !fields.is_empty() {
            fields.extend(Said::begun(self.begun.as_ref()).fields);
        }
        Unsaved {
            place: PLACE.to_owned(),
            fields,
        }
    }

    /// From a draft; none where that is another place's. What cannot be read any more is left out.
    pub fn of(draft: &Unsaved) -> Option<Self> {
        if draft.place != PLACE {
            return None;
        }
        let mut kept = Self::default();
        for (name, value) in &draft.fields {
            match name.as_str() {
                CHECKSUM => kept.checksum.clone_from(value),
                SETTLED => {
                    let all: Vec<Value> = serde_json::from_str(value).unwrap_or_default();
                    kept.settled = all.iter().filter_map(read).collect();
                }
                READ => kept.read = serde_json::from_str(value).unwrap_or_default(),
                BEGUN => kept.begun = serde_json::from_str(value).unwrap_or_default(),
                _ => kept.fields.push((name.clone(), value.clone())),
            }
        }
        Some(kept)
    }
}

fn written(settlement: &Settlement) -> Value {
    match settlement {
        Settlement::Means { text, parts } => {
            let parts: Vec<Value> = parts.iter().map(written_part).collect();
            json!({"means": text, "parts": parts})
        }
        Settlement::Text {
            place,
            column,
            text,
        } => json!({"place": place, "column": column.code(), "text": text}),
        Settlement::AsRead { places } => json!({"as_read": places}),
        Settlement::AllAsRead { code } => json!({"all_as_read": code}),
        Settlement::LeaveOut { places, out } => json!({"leave_out": places, "out": out}),
    }
}

fn written_part(part: &Part) -> Value {
    match part {
        Part::Agency(id) => json!(id.0),
        Part::Group(group) => json!({"group": group}),
        Part::Unresolved(text) => json!(text),
    }
}

fn read(value: &Value) -> Option<Settlement> {
    let text = |name: &str| value.get(name)?.as_str().map(str::to_owned);
    let places = |name: &str| -> Option<Vec<u64>> {
        value
            .get(name)?
            .as_array()?
            .iter()
            .map(Value::as_u64)
            .collect()
    };
    if let Some(text) = text("means") {
        let parts = value.get("parts")?.as_array()?;
        let parts = parts.iter().map(read_part).collect::<Option<Vec<_>>>()?;
        return Some(Settlement::Means { text, parts });
    }
    if let Some(places) = places("as_read") {
        return Some(Settlement::AsRead { places });
    }
    if let Some(code) = text("all_as_read") {
        return Some(Settlement::AllAsRead { code });
    }
    if let Some(places) = places("leave_out") {
        let out = value.get("out")?.as_bool()?;
        return Some(Settlement::LeaveOut { places, out });
    }
    Some(Settlement::Text {
        place: value.get("place")?.as_u64()?,
        column: Column::from_code(&text("column")?)?,
        text: text("text")?,
    })
}

fn read_part(value: &Value) -> Option<Part> {
    if let Some(group) = value.get("group") {
        return serde_json::from_value(group.clone()).ok().map(Part::Group);
    }
    match value {
        Value::Number(number) => number.as_i64().map(|id| Part::Agency(AgencyId(id))),
        Value::String(text) => Some(Part::Unresolved(text.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agency::Group;

    #[test]
    fn what_was_settled_comes_back_as_it_was() {
        let said = Said {
            headings: vec!["Ai làm".to_owned(), String::new()],
            sheet: Some("Phụ lục 2".to_owned()),
            columns: vec![("A".to_owned(), Some(Column::Lead)), ("B".to_owned(), None)],
            codings: vec![(Column::Lead, Some(Coding::Vni)), (Column::Content, None)],
        };
        let kept = Kept {
            read: said.clone(),
            begun: Some(said),
            fields: vec![("file".to_owned(), "/tmp/a.csv".to_owned())],
            checksum: "ab".to_owned(),
            settled: vec![
                Settlement::Means {
                    text: "Sở TT".to_owned(),
                    parts: vec![
                        Part::Agency(AgencyId(7)),
                        Part::Group(Group::Districts),
                        Part::Unresolved("chủ đầu tư".to_owned()),
                    ],
                },
                Settlement::Text {
                    place: 3,
                    column: Column::Deadline,
                    text: "15/12/2023".to_owned(),
                },
                Settlement::AsRead { places: vec![1, 9] },
                Settlement::AllAsRead {
                    code: "no_year".to_owned(),
                },
                Settlement::LeaveOut {
                    places: vec![4],
                    out: false,
                },
            ],
        };
        assert_eq!(Kept::of(&kept.draft()), Some(kept));
        let draft = |place: &str, settled: &str| Unsaved {
            place: place.to_owned(),
            fields: vec![(SETTLED.to_owned(), settled.to_owned())],
        };
        assert_eq!(Kept::of(&draft("add", "[]")), None);
        let broken = Kept::of(&draft(PLACE, "[{\"means\":1},{\"as_read\":[2]}]"));
        let broken = broken.expect("the place is ours");
        assert_eq!(broken.settled, [Settlement::AsRead { places: vec![2] }]);
    }
}
