//! The sample has the figures that the screens were designed with.

use super::*;
use crate::domain::change::Subject;
use crate::domain::condition::{Condition, Day, Thresholds};
use crate::domain::status::Status;
use crate::domain::task::{Form, Task};

/// The sample's tasks, read one by one.
fn tasks(store: &Store) -> Vec<Task> {
    (1..)
        .map_while(|id| store.task(crate::domain::id::TaskId(id)).expect("readable"))
        .collect()
}

#[test]
fn the_sample_is_neither_empty_nor_a_sea_of_red() {
    let directory = tempfile::tempdir().expect("a directory");
    let begun = std::time::Instant::now();
    let store = make(&directory.path().join("sample.db")).expect("a sample");
    println!("made in {:?}", begun.elapsed());
    let tasks = tasks(&store);
    let calendar = Calendar::new(store.days_off().expect("days"));
    let day = Day {
        today: day(),
        calendar: &calendar,
        thresholds: Thresholds::default(),
    };
    let is_agency_task = |task: &&Task| task.form != Form::Parent && task.series.is_none();
    let count = |fits: &dyn Fn(&Task) -> bool| tasks.iter().filter(|task| fits(task)).count();
    println!(
        "agency tasks {}",
        tasks.iter().filter(is_agency_task).count()
    );
    println!("parents {}", count(&|task| task.form == Form::Parent));
    println!("series {}", count(&|task| task.form == Form::Series));
    println!("occurrences {}", count(&|task| task.series.is_some()));
    println!("listed {}", count(&|task| task.form == Form::Task));
    let listed: Vec<&Task> = tasks
        .iter()
        .filter(|task| task.form == Form::Task)
        .collect();
    for status in Status::ALL {
        println!(
            "{status:?} {}",
            listed.iter().filter(|task| task.status == status).count()
        );
    }
    let mut late: std::collections::BTreeMap<_, usize> = Default::default();
    let (mut loud, mut soon, mut done_late, mut on_time) = (0, 0, 0, 0);
    let mut days_late = Vec::new();
    for task in &listed {
        match day.judge(task) {
            Condition::Overdue { days } if task.status != Status::Awaiting => {
                *late.entry(task.agency).or_default() += 1;
                days_late.push(days);
            }
            Condition::DueSoon { loud: true, .. } => loud += 1,
            Condition::DueSoon { .. } => soon += 1,
            Condition::DoneLate { .. } => done_late += 1,
            Condition::DoneOnTime => on_time += 1,
            _ => {}
        }
    }
    days_late.sort_unstable();
    println!(
        "late {} in {} agencies, most {:?}",
        late.values().sum::<usize>(),
        late.len(),
        late.values().max()
    );
    println!("days {days_late:?}");
    println!("loud {loud} soon {soon} done late {done_late} on time {on_time}");
    println!(
        "review {}",
        listed.iter().filter(|task| task.needs_review()).count()
    );
    println!(
        "asked {}",
        listed
            .iter()
            .filter(|task| task.extension_asked.is_some())
            .count()
    );
    println!(
        "disputed {}",
        listed.iter().filter(|task| task.is_disputed).count()
    );
    println!(
        "extended {} transferred {} returned {} urged {}",
        listed.iter().filter(|task| task.extensions > 0).count(),
        listed.iter().filter(|task| task.transfers > 0).count(),
        listed.iter().filter(|task| task.returns > 0).count(),
        listed.iter().filter(|task| task.urgings > 0).count()
    );
    let mut doubts: std::collections::BTreeMap<String, usize> = Default::default();
    for task in &listed {
        for doubt in &task.doubts {
            *doubts
                .entry(format!("{} {}", doubt.code, task.title))
                .or_default() += 1;
        }
    }
    println!("{doubts:#?}");
    let changes = store.log(None, None, 100_000).expect("log");
    println!(
        "changes {}",
        changes
            .iter()
            .filter(|change| matches!(change.subject, Subject::Task(_)))
            .count()
    );
}

#[test]
fn histogram() {
    let directory = tempfile::tempdir().expect("a directory");
    let store = make(&directory.path().join("sample.db")).expect("a sample");
    let mut h: std::collections::BTreeMap<_, (usize, usize, usize)> = Default::default();
    for task in tasks(&store).iter().filter(|t| t.form == Form::Task) {
        let e = h.entry(task.original_due).or_default();
        if task.series.is_some() && task.parent.is_some() {
            e.0 += 1
        } else if task.parent.is_some() {
            e.1 += 1
        } else {
            e.2 += 1
        }
    }
    for (d, e) in h {
        println!(
            "{d:?} group occurrences {} members {} singles {}",
            e.0, e.1, e.2
        );
    }
}
