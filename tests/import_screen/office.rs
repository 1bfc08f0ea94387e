//! An office that has read a file of invented rows: settles, writes and takes back in the plainest way.

use std::path::PathBuf;

use cchc::domain::annex::Encoding;
use cchc::domain::change::News;
use cchc::domain::deadline::{self, Rules};
use cchc::domain::error::{Error, FileFault};
use cchc::domain::id::{AgencyId, BatchId, OperationId};
use cchc::work::request::import::{
    Batch, BatchState, Coding, Column, ColumnSource, FileForm, FileNote, Folder, FolderEntry,
    ImportReport, ImportSpec, Part, RowFate, RowKind, Settlement, SheetName, SkipReason,
    StageCounts, StageId, Staged, StagedCell, StagedColumn, StagedDoubt, StagedPage, StagedRow,
    StagedTask, Steps, Which,
};
use cchc::work::request::{Answer, Facts, Request, Saved};

use crate::desk::{Drawer, agency, day};

/// The office.
pub struct Reader {
    pub rows: Vec<StagedRow>,
    before: Vec<Vec<StagedRow>>,
    pub staged: Option<Staged>,
    pub batches: Vec<Batch>,
    pub files: Vec<FolderEntry>,
    /// The checksum of the file as it is now.
    pub checksum: String,
    /// The first line of a file without a header.
    pub first: Vec<&'static str>,
    /// The next request for this stage fails: it is gone.
    pub is_gone: bool,
    pub drawer: Drawer,
    stages: u64,
}

/// Says which file is bad, by its name.
fn fault(spec: &ImportSpec, first: &[&str]) -> Option<FileFault> {
    let path = spec.path.to_string_lossy().into_owned();
    let is_told = !spec.columns.is_empty();
    if path.ends_with("khong-tieu-de.csv") && !is_told {
        return Some(FileFault::NoHeader {
            found: first.iter().map(|cell| (*cell).to_owned()).collect(),
        });
    }
    if path.ends_with("thieu.csv") {
        return Some(FileFault::MissingColumns {
            missing: vec!["Nội dung".to_owned()],
            found: ["TT", "Việc", "Ai làm"].map(str::to_owned).to_vec(),
        });
    }
    if path.ends_with("giả.xlsx") {
        return Some(FileFault::NotText);
    }
    None
}

impl Reader {
    pub fn new(facts: Facts, rows: Vec<StagedRow>) -> Self {
        Self {
            rows,
            before: Vec::new(),
            staged: None,
            batches: Vec::new(),
            files: Vec::new(),
            checksum: "abc".to_owned(),
            first: vec!["1", "Rà soát thủ tục", "Sở Nội vụ", "15/12/2023"],
            is_gone: false,
            drawer: Drawer::new(facts, Vec::new()),
            stages: 0,
        }
    }

    pub fn answer(&mut self, request: &Request) -> Result<Answer, Error> {
        Ok(match request {
            Request::Stage { spec, .. } => {
                self.is_gone = false;
                let is_missing = spec.path.to_string_lossy().contains("Phụ lục")
                    || spec.path.to_string_lossy().contains("không có");
                let fault = fault(spec, &self.first).or(is_missing.then_some(FileFault::Missing));
                if let Some(fault) = fault {
                    return Err(Error::BadFile {
                        path: spec.path.clone(),
                        fault,
                    });
                }
                self.stages += 1;
                self.before.clear();
                self.staged = Some(self.stage(spec));
                self.now()
            }
            Request::StagedRows {
                which, from, limit, ..
            } => {
                if self.is_gone {
                    return Err(Error::NoStage);
                }
                let found: Vec<&StagedRow> =
                    self.rows.iter().filter(|row| is(row, *which)).collect();
                Answer::StagedRows(Box::new(StagedPage {
                    total: found.len() as u64,
                    rows: found
                        .into_iter()
                        .skip(*from as usize)
                        .take(*limit)
                        .cloned()
                        .collect(),
                }))
            }
            Request::Settle { settlement, .. } => {
                if self.is_gone {
                    return Err(Error::NoStage);
                }
                self.before.push(self.rows.clone());
                for row in &mut self.rows {
                    settle(row, settlement, &self.drawer.facts);
                }
                self.now()
            }
            Request::Unsettle { .. } => {
                self.rows = self.before.pop().ok_or(Error::NothingToUndo)?;
                self.now()
            }
            Request::DropStage { .. } => Answer::Dropped,
            Request::ImportStage { .. } => {
                let counts = self.counts();
                self.batches
                    .insert(0, a_batch(7, BatchState::Finished, 123));
                Answer::Imported(Box::new(ImportReport {
                    batch: Some(BatchId(7)),
                    operation: Some(OperationId(9)),
                    counts,
                    new: 123,
                    changed: counts.changed,
                    unchanged: counts.unchanged,
                    first: None,
                }))
            }
            Request::Batches { .. } => Answer::Batches(self.batches.clone()),
            Request::UndoBatch { batch, .. } => {
                for known in &mut self.batches {
                    if known.id == *batch {
                        known.state = BatchState::TakenBack;
                    }
                }
                Answer::Saved(Saved::default())
            }
            Request::FinishBatch { batch, .. } => {
                for known in &mut self.batches {
                    if known.id == *batch {
                        known.state = BatchState::Finished;
                    }
                }
                Answer::Imported(Box::default())
            }
            Request::Folder { path } => Answer::Folder(Folder {
                path: PathBuf::from("/srv/phu-luc"),
                entries: match path.to_string_lossy().contains("không có") {
                    true => Vec::new(),
                    false => self.files.clone(),
                },
            }),
            Request::News => Answer::News(News::default()),
            other => return self.drawer.answer(other),
        })
    }

    fn now(&self) -> Answer {
        let mut staged = self.staged.clone().expect("a file was read");
        staged.counts = self.counts();
        staged.settlements = self.before.len();
        Answer::Staged(Box::new(staged))
    }

    fn counts(&self) -> StageCounts {
        let count = |which| self.rows.iter().filter(|row| is(row, which)).count() as u64;
        StageCounts {
            rows: self.rows.len() as u64,
            new: count(Which::New),
            changed: count(Which::Changed),
            unchanged: count(Which::Unchanged),
            review: count(Which::Review),
            skipped: count(Which::Skipped),
            agency_tasks: 1_234,
            parents: 2,
            ..StageCounts::default()
        }
    }

    fn stage(&self, spec: &ImportSpec) -> Staged {
        let is_text = spec.path.extension().is_some_and(|ending| ending == "csv");
        let column =
            |letter: &str, heading: &str, column: Option<Column>, example: &str| StagedColumn {
                letter: letter.to_owned(),
                heading: heading.to_owned(),
                column,
                source: match column {
                    Some(_) => ColumnSource::Heading,
                    None => ColumnSource::Unknown,
                },
                example: example.to_owned(),
                legacy_rows: u64::from(column == Some(Column::Content)),
            };
        Staged {
            stage: StageId(self.stages),
            spec: spec.clone(),
            form: match is_text {
                true => FileForm::Csv {
                    encoding: Encoding::Utf8,
                    delimiter: ';',
                },
                false => FileForm::Xlsx,
            },
            checksum: self.checksum.clone(),
            sheets: ["Phụ lục 1", "Phụ lục 2"]
                .map(|name| SheetName {
                    name: name.to_owned(),
                    is_hidden: name.ends_with('2'),
                })
                .to_vec(),
            sheet: usize::from(spec.sheet.as_deref() == Some("Phụ lục 2")),
            header_line: 6,
            columns: vec![
                column("A", "TT", Some(Column::Item), "1"),
                column("B", "Nội dung công việc", Some(Column::Content), "Rà soát"),
                column("C", "Đơn vị phụ trách", None, "Sở Nội vụ"),
                column("D", "Thời hạn", Some(Column::Deadline), "15/12"),
            ],
            counts: StageCounts::default(),
            notes: vec![FileNote::HiddenRows(3)],
            before: None,
            settlements: 0,
            steps: Steps::Many(5),
        }
    }
}

fn is(row: &StagedRow, which: Which) -> bool {
    let task = row.task.as_deref().filter(|_| row.skipped.is_none());
    match which {
        Which::All => true,
        Which::Skipped => task.is_none(),
        Which::Review => task.is_some_and(StagedTask::needs_review),
        Which::New => task.is_some_and(|task| task.fate == RowFate::New),
        Which::Changed => task.is_some_and(|task| matches!(task.fate, RowFate::Changed(_))),
        Which::Unchanged => task.is_some_and(|task| task.fate == RowFate::Unchanged),
    }
}

fn settle(row: &mut StagedRow, settlement: &Settlement, facts: &Facts) {
    let place = row.place;
    if let Settlement::LeaveOut { places, out } = settlement
        && places.contains(&place)
    {
        row.skipped = out.then_some(SkipReason::LeftOut);
    }
    let Some(task) = row.task.as_deref_mut() else {
        return;
    };
    match settlement {
        Settlement::Means { text, parts } => {
            let count = task.doubts.len();
            let of_agency = |doubt: &StagedDoubt| doubt.column == Some(Column::Lead);
            let cell = row.cells.iter().find(|cell| cell.column == Column::Lead);
            let is_cell = cell.is_some_and(|cell| cell.text == *text);
            task.doubts
                .retain(|doubt| !(of_agency(doubt) && (doubt.detail == *text || is_cell)));
            if task.doubts.len() < count {
                task.leads.clone_from(parts);
            }
        }
        Settlement::Text {
            place: wanted,
            column,
            text,
        } if *wanted == place => {
            for cell in row.cells.iter_mut().filter(|cell| cell.column == *column) {
                cell.text.clone_from(text);
                cell.is_by_hand = true;
            }
            task.doubts.retain(|doubt| doubt.column != Some(*column));
            if *column == Column::Deadline {
                let from = day("2023-01-12");
                task.deadline = deadline::parse(text, from, &facts.calendar, Rules::default());
            }
        }
        Settlement::AsRead { places } if places.contains(&place) => task.is_settled = true,
        Settlement::AllAsRead { code } => {
            let only = task.doubts.iter().all(|doubt| doubt.code == *code);
            task.is_settled |= only && !task.doubts.is_empty();
        }
        Settlement::Text { .. } | Settlement::AsRead { .. } | Settlement::LeaveOut { .. } => {}
    }
}

/// A past import.
pub fn a_batch(id: i64, state: BatchState, written: u64) -> Batch {
    Batch {
        id: BatchId(id),
        file: "phu-luc.xlsx".to_owned(),
        checksum: "abc".to_owned(),
        who: "cv.snv".to_owned(),
        at: "2023-06-14T02:30:00Z".parse().expect("a moment"),
        state,
        written,
        planned: 1_500,
    }
}

/// A file or folder.
pub fn an_entry(name: &str, size: u64, is_folder: bool) -> FolderEntry {
    FolderEntry {
        name: name.to_owned(),
        path: PathBuf::from("/srv/phu-luc").join(name),
        is_folder,
        is_table: name.ends_with(".xlsx") || name.ends_with(".csv"),
        size,
        changed: Some("2023-06-10T03:00:00Z".parse().expect("a moment")),
    }
}

/// A row in the making.
pub struct Sketch(StagedRow);

/// A new task without doubt, led by Sở Nội vụ, due on 15/12/2023.
pub fn a_row(line: u64, content: &str) -> Sketch {
    let facts = crate::desk::facts();
    let from = day("2023-01-12");
    let text = "15/12/2023";
    let cell = |column, letter: char, text: &str| StagedCell {
        column,
        place: format!("{letter}{line}"),
        text: text.to_owned(),
        from: None,
        before: None,
        is_by_hand: false,
    };
    Sketch(StagedRow {
        place: line - 7,
        row: line - 6,
        line,
        kind: RowKind::Task,
        skipped: None,
        cells: vec![
            cell(Column::Content, 'B', content),
            cell(Column::Lead, 'E', "Sở Nội vụ"),
            cell(Column::Deadline, 'F', text),
        ],
        task: Some(Box::new(StagedTask {
            number: (line - 6).to_string(),
            content: content.to_owned(),
            area: None,
            product: String::new(),
            leads: vec![Part::Agency(agency("SNV"))],
            supports: Vec::new(),
            deadline_text: text.to_owned(),
            deadline: deadline::parse(text, from, &facts.calendar, Rules::default()),
            document: "9125/KH-UBND".to_owned(),
            fate: RowFate::New,
            agency_tasks: 1,
            passed_over: 0,
            doubts: Vec::new(),
            is_settled: false,
        })),
    })
}

impl Sketch {
    /// Led by whoever this text names; these fit.
    pub fn led_by(mut self, text: &str, codes: &[&str]) -> Self {
        self.cell(Column::Lead, text);
        let candidates: Vec<AgencyId> = codes.iter().map(|code| agency(code)).collect();
        let code = match codes.len() {
            0 => "not_an_agency",
            _ => "ambiguous_agency",
        };
        self.doubt(code, text, Some(Column::Lead), candidates)
    }

    /// Led by several; the doubt names them by their codes, not as they are written.
    #[allow(
        dead_code,
        reason = "the sweep of sizes shares this office and needs none"
    )]
    pub fn led_by_several(mut self, text: &str, codes: &[&str]) -> Self {
        self.cell(Column::Lead, text);
        let leads: Vec<AgencyId> = codes.iter().map(|code| agency(code)).collect();
        self.task().leads = leads.iter().copied().map(Part::Agency).collect();
        self.doubt(
            "several_leads",
            &codes.join("; "),
            Some(Column::Lead),
            leads,
        )
    }

    /// Led by an agency that is no more; the doubt says its name and who took over.
    #[allow(
        dead_code,
        reason = "the sweep of sizes shares this office and needs none"
    )]
    pub fn led_by_former(mut self, text: &str, named: &str, codes: &[&str]) -> Self {
        self.cell(Column::Lead, text);
        let candidates: Vec<AgencyId> = codes.iter().map(|code| agency(code)).collect();
        self.task().leads = candidates
            .iter()
            .take(1)
            .copied()
            .map(Part::Agency)
            .collect();
        self.doubt("abolished_agency", named, Some(Column::Lead), candidates)
    }

    /// Due by this text, which is doubted.
    pub fn due(mut self, text: &str, code: &str) -> Self {
        self.cell(Column::Deadline, text);
        let facts = crate::desk::facts();
        let from = day("2023-01-12");
        let read = deadline::parse(text, from, &facts.calendar, Rules::default());
        self.task().deadline = read;
        self.task().deadline_text = text.to_owned();
        self.doubt(code, text, Some(Column::Deadline), Vec::new())
    }

    /// Stored already.
    pub fn stored(mut self, fate: RowFate) -> Self {
        self.task().fate = fate;
        self
    }

    /// No task, for this reason.
    pub fn skipped(mut self, why: SkipReason) -> Self {
        self.0.skipped = Some(why);
        self.0.task = None;
        self
    }

    /// Its content was written in an old coding.
    pub fn decoded(mut self, before: &str) -> Self {
        for cell in &mut self.0.cells {
            if cell.column == Column::Content {
                cell.before = Some((Coding::Tcvn3, before.to_owned()));
            }
        }
        self.doubt("legacy", "", Some(Column::Content), Vec::new())
    }

    /// Its lead was carried down from this cell.
    pub fn carried(mut self, from: &str) -> Self {
        for cell in &mut self.0.cells {
            if cell.column == Column::Lead {
                cell.from = Some(from.to_owned());
            }
        }
        self
    }

    fn task(&mut self) -> &mut StagedTask {
        self.0.task.as_deref_mut().expect("it is a task")
    }

    fn cell(&mut self, column: Column, text: &str) {
        for cell in &mut self.0.cells {
            if cell.column == column {
                cell.text = text.to_owned();
            }
        }
    }

    fn doubt(
        mut self,
        code: &str,
        detail: &str,
        column: Option<Column>,
        candidates: Vec<AgencyId>,
    ) -> Self {
        self.task().doubts.push(StagedDoubt {
            code: code.to_owned(),
            detail: detail.to_owned(),
            column,
            candidates,
            is_note: false,
        });
        self
    }

    /// The row.
    pub fn row(self) -> StagedRow {
        self.0
    }
}
