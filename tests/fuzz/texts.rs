//! Readers of what people type and what stands in cells.

use std::sync::OnceLock;
use std::time::Duration;

use cchc::domain::agency::Agency;
use cchc::domain::amount::Amount;
use cchc::domain::area::Area;
use cchc::domain::calendar::Calendar;
use cchc::domain::deadline::{self, Rules};
use cchc::domain::document::{self, DocumentKind, DocumentReference};
use cchc::domain::filter::{self, FilterContext};
use cchc::domain::fold::{clean, fold, initials, shown, without_accents};
use cchc::domain::interval::{Every, Interval};
use cchc::domain::matching::Directory;
use cchc::domain::period::Period;
use cchc::domain::typed_date::{self, Toward};
use cchc::domain::{legacy, target};
use cchc::exchange::{read_agencies, read_areas, read_days_off};
use cchc::ui::canvas::{fit, pad, width, wrap};
use cchc::ui::keys;
use cchc::ui::theme::ThemeName;
use chrono::NaiveDate;

use crate::{dice, seeds, survives};

/// No text of a field takes a reader longer, in a build for tests.
const LONGEST: Duration = Duration::from_secs(4);

/// What the readers read against.
struct World {
    agencies: Vec<Agency>,
    areas: Vec<Area>,
    calendar: Calendar,
    directory: Directory,
    today: NaiveDate,
}

impl World {
    fn context(&self, in_english: bool) -> FilterContext<'_> {
        FilterContext {
            agencies: &self.agencies,
            areas: &self.areas,
            documents: &[],
            calendar: &self.calendar,
            today: self.today,
            in_english,
        }
    }
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let agencies = read_agencies(include_bytes!("../../assets/agencies.csv")).unwrap();
        World {
            directory: Directory::new(&agencies),
            agencies,
            areas: read_areas(include_bytes!("../../assets/areas.csv")).unwrap(),
            calendar: Calendar::new(
                read_days_off(include_bytes!("../../assets/holidays.csv")).unwrap(),
            ),
            today: NaiveDate::from_ymd_opt(2023, 6, 15).unwrap(),
        }
    })
}

/// The cells of a column of a table that the program carries.
fn cells(table: &'static [u8], column: usize) -> Vec<&'static str> {
    let mut reader = csv::Reader::from_reader(table);
    let records = reader.records().map(Result::unwrap);
    let texts = records.filter_map(|record| record.get(column).map(str::to_owned));
    texts.take(400).map(|text| &*text.leak()).collect()
}

/// Tries a reader with texts of these words and samples.
fn try_texts(what: &str, words: &[&str], samples: &[&str], mut read: impl FnMut(&str)) {
    for seed in seeds(8) {
        let mut random = fastrand::Rng::with_seed(seed);
        let text = dice::text(&mut random, words, samples);
        survives(
            &format!("{what} {:?}", text.chars().take(200).collect::<String>()),
            seed,
            LONGEST,
            || read(&text),
        );
    }
}

const TIMES: &[&str] = &[
    "trước",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "hằng",
    "hàng",
    "tuần",
    "cuối",
    "đầu",
    "giữa",
    "từ",
    "đến",
    "chậm nhất",
    "trong",
    "kể từ",
    "I",
    "II",
    "III",
    "IV",
    "1",
    "2022",
    "30/6",
    "15/12/2023",
    "31/02",
    "29/2/2023",
    "thường xuyên",
    "theo",
    "yêu cầu",
    "và",
    "hoặc",
    "đợt",
    "06 tháng",
    "05 ngày làm việc",
    "không quá",
    "giai đoạn",
    "2021-2025",
    "hoàn thành",
    "thứ",
    "bảy",
    "before",
    "end",
    "of",
    "quarter",
    "weekly",
    "định kỳ",
    "sơ kết",
    "tổng kết",
    "trước 30/11 hằng năm",
];

#[test]
fn deadlines_of_any_text_end() {
    let samples = cells(include_bytes!("../../assets/deadlines.csv"), 1);
    let world = world();
    try_texts("deadline", TIMES, &samples, |text| {
        for before_is_exclusive in [true, false] {
            let read = deadline::parse(
                text,
                world.today,
                &world.calendar,
                Rules {
                    before_is_exclusive,
                },
            );
            let _ = (
                read.effective_due(&world.calendar),
                deadline::stages(text, &read),
            );
        }
    });
}

const FILTERS: &[&str] = &[
    "cq:",
    "tt:",
    "hạn<",
    "hạn>",
    "hạn=",
    "lv:",
    "vb:",
    "\"quá hạn\"",
    "\"",
    "stc",
    "stttt",
    "đang",
    "chờ",
    "chưa",
    "xong",
    "30/6",
    "+5n",
    "-3",
    "tháng 6",
    "quý II/2023",
    "..",
    "2023-01-01",
    "!",
    "-",
    "trễ",
    ">",
    "10",
    "sở",
    "quận",
    "agency:",
    "status:",
    "due<",
    "overdue",
    "done",
    "q1",
    ",",
    "|",
    "ngày",
    "sắp",
    "đến",
    "tuần",
    "này",
];

#[test]
fn filters_of_any_words_end_and_their_shortest_words_mean_the_same() {
    let samples = [
        "cq:stc tt:đang \"quá hạn\" hạn<30/6 \"cải cách\"",
        "agency:stc due<2023-06-30 overdue",
        "hạn<+5n trễ>10",
        "cq:stttt,stc lv:tthc vb:9125/KH-UBND",
        "hạn:tháng 6 tt:chờ",
    ];
    let world = world();
    try_texts("filter", FILTERS, &samples, |text| {
        for in_english in [false, true] {
            let context = world.context(in_english);
            if let Ok(read) = filter::parse(text, &context) {
                let words = filter::describe(&read, &context);
                let again = filter::parse(&words, &context);
                assert_eq!(again.as_ref().ok(), Some(&read), "{text:?} is {words:?}");
            }
        }
    });
}

#[test]
fn days_months_and_numbers_of_any_text_end() {
    let samples = [
        "15/06/2023",
        "hôm nay",
        "thứ 6",
        "+5",
        "+5n",
        "cuối tháng",
        "15.6",
        "2023-06-15",
        "quý II/2023",
        "1/1/2023-31/3/2023",
        "6 tháng đầu năm 2023",
        "tháng 5",
        "2023-Q2",
        "95,13",
        "1.234.567,8",
        "-0,0001",
        "25-35 %",
        "tối thiểu 90%",
        "100% hồ sơ",
        "không quá 5 %",
        "98,5%",
    ];
    let world = world();
    let words = [
        TIMES,
        &[
            "%",
            "tối thiểu",
            "ít nhất",
            "đạt",
            "trên",
            "dưới",
            "từ",
            "đến",
            "+",
            "n",
            "quý",
            "/",
        ],
    ]
    .concat();
    try_texts("day or number", &words, &samples, |text| {
        for toward in [Toward::Past, Toward::Future] {
            let _ = typed_date::read(text, toward, world.today, &world.calendar);
        }
        let _ = Period::read(text, world.today);
        for every in [Every::Month, Every::Quarter, Every::Half, Every::Year] {
            if let Some(read) = Interval::read(text, every, world.today) {
                let _ = (
                    read.period(),
                    read.last(),
                    read.before(),
                    read.after(5),
                    read.is_future(world.today),
                );
            }
        }
        if let Some(amount) = Amount::read(text) {
            assert_eq!(amount.to_string().parse().ok(), Some(amount), "{text:?}");
        }
        for read in [target::read(text), target::proposed(text)]
            .into_iter()
            .flatten()
        {
            let _ = target::written(&read);
        }
    });
}

#[test]
fn names_of_agencies_in_any_cell_end() {
    let leads = cells(include_bytes!("../../assets/tasks.csv"), 4);
    let supports = cells(include_bytes!("../../assets/tasks.csv"), 5);
    let samples = [leads, supports].concat();
    let words = [
        "Sở",
        "Ban",
        "Ủy ban nhân dân",
        "UBND",
        "các",
        "quận",
        "huyện",
        "thành phố Thủ Đức",
        "Quận 1",
        "Q.3",
        "SNV",
        "STTTT",
        "và",
        ";",
        ",",
        "-",
        "(",
        ")",
        "ngành",
        "đơn vị",
        "chủ trì",
        "phối hợp",
        "Văn phòng",
        "Công an",
        "trừ",
        "24",
        "1, 3, 5",
        "Thủ trưởng",
        "liên quan",
        "\n",
        "Tư pháp",
        "Tài chính",
    ];
    let world = world();
    try_texts("agencies", &words, &samples, |text| {
        let read = world.directory.read_lead(text, world.today);
        let _ = world.directory.read_cell(text, world.today);
        let _ = world.directory.read_support(text, world.today, &read);
        let _ = world.directory.suggest(text);
    });
}

#[test]
fn numbers_of_documents_in_any_text_end() {
    let samples = cells(include_bytes!("../../assets/tasks.csv"), 7);
    let words = [
        "Kế hoạch",
        "số",
        "9125/KH-UBND",
        "Quyết định",
        "QĐ-TTg",
        "ngày",
        "12/01/2023",
        "Nghị quyết",
        "/",
        "-",
        "NQ/TW",
        "của",
        "Chính phủ",
        "Công văn",
        "CT",
        "UBND",
        "năm",
        "Điều",
        "khoản",
    ];
    try_texts("document", &words, &samples, |text| {
        let _ = document::number_key(text);
        if let Some(read) = DocumentReference::parse(text) {
            let _ = (read.kind(), read.issuer(), read.number(), read.year());
            let code = document::short_code(&read, |_| false).unwrap_or_default();
            let _ = document::free_code(code.clone(), |taken| taken == code);
            let _ = document::task_code(&code, text);
        }
        let _ = DocumentKind::from_beginning(text);
        let _ = DocumentKind::from_letters(text);
        let _ = document::owes(text);
        let _ = document::cited(&[], text);
    });
}

#[test]
fn old_codings_folding_and_cells_of_a_screen_take_any_text() {
    let titles = cells(include_bytes!("../../assets/tasks.csv"), 1);
    let samples = [
        &titles[..],
        &[
            "C¶i c¸ch hµnh chÝnh",
            "Caûi caùch haønh chính",
            "ti\u{ea}\u{301}n",
        ],
    ]
    .concat();
    try_texts(
        "text",
        &["Cải", "cách", "766/QĐ-TTg", "98,5%", "1.234"],
        &samples,
        |text| {
            let coding = legacy::recognise(&[(text, None)]);
            if let Some(coding) = coding {
                let _ = (legacy::decode(text, coding), legacy::needs(text, coding));
            }
            let kept = clean(text);
            assert_eq!(clean(&kept), kept, "{text:?}");
            assert_eq!(shown(&kept), kept, "{text:?}");
            assert_eq!(fold(&fold(text)), fold(text), "{text:?}");
            let _ = (initials(text), without_accents(text));
            for cells in [0, 1, 2, 7, 40, 300] {
                assert!(width(&fit(text, cells)) <= cells, "{text:?} in {cells}");
                let _ = pad(&kept, cells);
            }
            let _ = wrap(&kept, 20);
        },
    );
}

#[test]
fn names_of_keys_and_themes_of_any_text_end() {
    let samples = [
        "F10",
        "Ctrl-R",
        "Alt-1",
        "Shift-Tab",
        "ctrl-alt-delete",
        "á",
        "<",
        "Space",
    ];
    let words = [
        "Ctrl", "Alt", "Shift", "-", "+", "F", "1", "12", "13", "Tab", "Enter", "Esc", "Space",
        "đ", "r",
    ];
    try_texts("key", &words, &samples, |text| {
        if let Ok((code, with)) = keys::named(text) {
            let name = keys::name(code, with);
            assert_eq!(
                keys::named(&name).ok(),
                Some((code, with)),
                "{text:?} is {name:?}"
            );
        }
        let _ = ThemeName::read(text);
        let _ = keys::Context::from_code(text);
    });
}
