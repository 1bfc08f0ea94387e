//! How long things take with a million tasks: run by hand, `cargo test --release measure -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use super::{CREATE, a_task, furnish, head, key, note};
use crate::domain::calendar::Calendar;
use crate::domain::change::Fields;
use crate::domain::condition::ConditionKind;
use crate::domain::id::{AgencyId, AreaId};
use crate::domain::query::{Anchor, Filter, Order, Position, Query};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::domain::user::User;
use crate::store::{Kind, Note, Patience, Store};

/// Prints the median and the longest of some runs.
fn timed<T>(what: &str, runs: usize, mut run: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!(
        "{what:50} {:>10.3?} max {:>10.3?}",
        times[runs / 2],
        times[runs - 1]
    );
}

fn number(name: &str, otherwise: i64) -> i64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

fn fill(path: &std::path::Path, tasks: i64, changes: i64) -> Store {
    let words = [
        "rà soát",
        "thủ tục hành chính",
        "cải cách",
        "kế hoạch",
        "đổi mới",
        "đề án",
        "số hóa hồ sơ",
        "giải quyết",
        "tổ chức bộ máy",
        "công vụ",
        "dịch vụ công",
        "một cửa",
        "kiểm tra",
        "báo cáo",
        "quy trình nội bộ",
    ];
    let mut dice = fastrand::Rng::with_seed(1);
    let begun = Instant::now();
    let (store, loaded) = Store::load(path, |loader| {
        loader.write(&head("frame", Kind::Frame), furnish)?;
        let first = super::date("2022-01-01");
        let urging: Fields = [("urgings".to_owned(), 1.into())].into_iter().collect();
        for batch in 0..tasks / 500 {
            loader.write(&head(&format!("b{batch}"), Kind::Import), |writer| {
                for at in 0..500 {
                    let number = batch * 500 + at;
                    let picked: Vec<_> = (0..6).map(|_| words[dice.usize(..words.len())]).collect();
                    let rare = if number % 200_000 == 7 {
                        " trạm y tế"
                    } else {
                        ""
                    };
                    let due =
                        (dice.u8(..10) > 0).then(|| first + chrono::Days::new(dice.u64(..900)));
                    let open = dice.u8(..10) < 3;
                    let task = Task {
                        code: format!("KH{}/22-{number}", dice.u16(1..2000)),
                        title: format!("{}{rare}", picked.join(" ")),
                        agency: AgencyId(dice.i64(1..6)),
                        area: AreaId(dice.i64(1..4)),
                        status: if open {
                            Status::ALL[dice.usize(1..4)]
                        } else {
                            Status::Done
                        },
                        due,
                        original_due: due,
                        effective_due: due,
                        submitted_on: Some(first + chrono::Days::new(dice.u64(..900))),
                        ..a_task("")
                    };
                    let kept = writer.insert_task(&task, Some(&format!("k{number}")), CREATE)?;
                    for _ in 1..changes {
                        let why = Note {
                            why: "đôn đốc lần nữa",
                            ..note("urge")
                        };
                        writer.record(kept.id, &urging, &urging, why)?;
                    }
                }
                Ok(())
            })?;
        }
        Ok(begun.elapsed())
    })
    .unwrap();
    println!(
        "load {tasks} tasks, {changes} changes each: rows {loaded:.1?}, whole {:.1?}",
        begun.elapsed()
    );
    println!(
        "size {} MB",
        std::fs::metadata(path).unwrap().len() / 1_000_000
    );
    store
}

#[test]
#[ignore = "takes minutes; prints numbers instead of judging"]
fn measure() {
    let directory = tempfile::tempdir_in(".").unwrap();
    let path = directory.path().join("cchc.db");
    let mut store = fill(&path, number("TASKS", 100_000), number("CHANGES", 2));
    let calendar = Calendar::default();
    let day = super::day(&calendar, "2024-01-15");
    let user = User::owner("cv.snv");
    let page = |store: &Store, filter: &Filter, order, anchor| {
        let query = Query {
            filter: filter.clone(),
            order,
        };
        store
            .page(
                &query,
                &day,
                &user,
                anchor,
                20,
                Patience::of(Duration::from_millis(30)),
            )
            .unwrap()
    };
    let none = Filter::default();
    let agency = Filter {
        agencies: vec![AgencyId(2)],
        ..none.clone()
    };
    let group = Filter {
        agencies: vec![AgencyId(1), AgencyId(2), AgencyId(3)],
        ..none.clone()
    };
    let late = Filter {
        conditions: vec![ConditionKind::Overdue],
        ..agency.clone()
    };
    let word = |word: &str| Filter {
        texts: vec![vec![word.to_owned()]],
        ..none.clone()
    };
    let both = Filter {
        areas: vec![AreaId(2)],
        ..word("cai cach")
    };
    let nowhere = Filter {
        areas: vec![AreaId(3)],
        ..word("cai cach dich vu cong kiem tra")
    };
    let cases = [
        ("all", &none),
        ("one agency", &agency),
        ("three agencies", &group),
        ("overdue of one agency", &late),
        ("common word", &word("thu tuc")),
        ("rare word", &word("tram y te")),
        ("prefix", &word("ho")),
        ("common word and area", &both),
        ("seldom phrase and area", &nowhere),
        ("code", &word("kh7 22 1234")),
    ];
    for (name, filter) in cases {
        let first = page(&store, filter, Order::Urgency, Anchor::First);
        timed(&format!("first page, {name}"), 20, || {
            page(&store, filter, Order::Urgency, Anchor::First)
        });
        if let Some(at) = first.tasks.last().and_then(Position::of) {
            timed(&format!("next page, {name}"), 20, || {
                page(&store, filter, Order::Urgency, Anchor::After(at))
            });
        }
        timed(&format!("last page, {name}"), 20, || {
            page(&store, filter, Order::Urgency, Anchor::Last)
        });
        let query = Query {
            filter: filter.clone(),
            order: Order::Urgency,
        };
        timed(&format!("count, {name}"), 5, || {
            store
                .count(&query, &day, &user, Patience::of(Duration::from_millis(30)))
                .unwrap()
        });
    }
    timed("newest", 20, || {
        page(&store, &none, Order::Newest, Anchor::First)
    });
    timed("agency counts", 20, || store.agency_counts(&day).unwrap());
    timed("area counts", 20, || store.area_counts(None, &day).unwrap());
    timed("area counts of one agency", 20, || {
        store.area_counts(Some(AgencyId(1)), &day).unwrap()
    });
    timed("home", 20, || store.home(None, &day, &user).unwrap());
    timed("open", 20, || {
        Store::open(&path, crate::store::Access::Write).unwrap()
    });
    timed("news, none", 20, || store.news().unwrap());
    let task = store.task(crate::domain::id::TaskId(777)).unwrap().unwrap();
    timed("a task and its log", 20, || {
        store.log(Some(task.id), None, 50).unwrap()
    });
    let mut seen = task;
    timed("one save", 100, || {
        let after = Task {
            urgings: seen.urgings + 1,
            status: Status::ALL[1 + seen.urgings as usize % 2],
            ..seen.clone()
        };
        let saved = store
            .write(&head(&key(), Kind::Save), |w| {
                w.save_task(&seen, &after, note("urge"))
            })
            .unwrap();
        seen = super::written(saved);
    });
    timed("verify the log", 1, || {
        store.verify_log(|_, _| Ok(())).unwrap()
    });
    timed("check the tallies", 1, || {
        assert_eq!(store.check_tallies().unwrap(), [])
    });
}
