//! The small words: before, from, until; weekdays and hours; events; labels; and words without weight.

use super::dates;
use super::frequency;
use super::phrases::{self, Mark, Phrase};
use super::spans;
use super::tokens::{Cursor, What};

const BY: [&str; 16] = [
    "cham nhat",
    "muon nhat",
    "tre nhat",
    "han chot",
    "han cuoi cung",
    "han cuoi",
    "khong qua",
    "khong muon hon",
    "khong cham hon",
    "khong tre hon",
    "khong sau",
    "xong trong",
    "toi da",
    "het",
    "deadline",
    "han den",
];
const FROM: [&str; 5] = ["bat dau tu", "ke tu", "tinh tu", "tu", "bat dau"];

/// Reads trước, chậm nhất, đến, từ, sau before a date.
pub(super) fn mark(at: &mut Cursor<'_>) -> Option<Phrase> {
    // "Từ nay" and "từ ngày ký" name no day: what counts is the end that follows.
    let mut ahead = *at;
    if ahead.any(&FROM) {
        ahead.phrase("ngay");
        let signing = ahead.any(&["nay", "ky ban hanh", "ky", "ban hanh"]);
        if signing && ahead.rest.first().is_some_and(|token| token.is("den")) {
            *at = ahead;
            return Some(Phrase::Mark(Mark::From));
        }
    }
    let found = if at.any(&["truoc"]) {
        Mark::Before
    } else if at.any(&BY) {
        Mark::By
    } else if at.phrase("den") {
        at.phrase("het");
        Mark::To
    } else if at.any(&FROM) {
        Mark::From
    } else if at.phrase("sau") {
        Mark::After
    } else {
        return None;
    };
    at.skip(&["la", "vao"]);
    Some(Phrase::Mark(found))
}

/// Reads "trước" or "sau" and an event that has no date of its own, whatever its name holds (D15).
pub(super) fn mark_before_event(at: &mut Cursor<'_>) -> Option<Phrase> {
    let mut ahead = *at;
    if !ahead.any(&["truoc", "ngay sau", "sau"]) {
        return None;
    }
    let before = at.rest.first().is_some_and(|token| token.is("truoc"));
    ahead.skip(&["la", "vao", "thoi diem", "het", "ngay thu", "cac"]);
    let mut dated = ahead;
    let number = dated.number();
    let names_a_day = sees_a_day(ahead)
        || number.is_some() && !before && spans::length(&mut at.clone()).is_some();
    if names_a_day {
        return None;
    }
    ahead.until(&[',', ';', '(', ')', '\n']);
    *at = ahead;
    Some(Phrase::Event)
}

pub(super) fn sees_a_day(at: Cursor<'_>) -> bool {
    let here = || at;
    let day = dates::part_of_year(&mut here()).is_some()
        || dates::edge(&mut here()).is_some()
        || dates::date(&mut here()).is_some()
        || dates::quarter(&mut here()).is_some()
        || dates::month(&mut here()).is_some()
        || dates::year(&mut here()).is_some()
        || dates::abbreviated_month(&mut here()).is_some();
    day || hour(&mut here()).is_some()
        || weekday(&mut here()).is_some()
        || here().phrase("thang sau")
        || phrases::day_of_every(&mut here()).is_some()
        || frequency::month_of(&mut here()).is_some()
}

/// Reads a weekday: thứ Sáu, thứ 6, chủ nhật; from Monday as 0.
pub(super) fn weekday(at: &mut Cursor<'_>) -> Option<u8> {
    let names: [&[&str]; 7] = [
        &["thu hai", "thu 2"],
        &["thu ba", "thu 3"],
        &["thu tu", "thu 4"],
        &["thu nam", "thu 5"],
        &["thu sau", "thu 6"],
        &["thu bay", "thu 7"],
        &["chu nhat", "cn"],
    ];
    let mut ahead = *at;
    ahead.skip(&["ngay", "vao"]);
    let found = names
        .iter()
        .position(|names| ahead.any(names))
        .or_else(|| {
            let digit = ahead.phrase("thu").then(|| ahead.small()).flatten()?;
            usize::try_from(digit)
                .ok()?
                .checked_sub(2)
                .filter(|index| *index < 6)
        })?;
    *at = ahead;
    u8::try_from(found).ok()
}

/// Reads an hour or a part of the day; midnight, as exports write it, is passed over.
pub(super) fn hour(at: &mut Cursor<'_>) -> Option<Phrase> {
    let mut ahead = *at;
    if ahead.any(&[
        "gio hanh chinh",
        "gio lam viec",
        "cuoi gio",
        "buoi sang",
        "buoi chieu",
        "sang",
        "chieu",
        "trua",
    ]) {
        *at = ahead;
        return Some(Phrase::Hour);
    }
    ahead.phrase("t");
    let hour = ahead.small()?;
    let mut minutes = 0;
    if ahead.sign(':') {
        minutes += ahead.small()?;
        if ahead.sign(':') {
            minutes += ahead.small()?;
        }
        if ahead.sign('.') {
            ahead.number();
        }
        ahead.phrase("z");
        *at = ahead;
        return Some(if hour + minutes == 0 {
            Phrase::Join(super::phrases::Join::None)
        } else {
            Phrase::Hour
        });
    }
    if !ahead.any(&["gio", "h", "g"]) {
        return None;
    }
    let mut counted = ahead;
    if counted.any(&[
        "ke tu", "tu khi", "sau khi", "tu ngay", "tinh tu", "lam viec",
    ]) {
        return None;
    }
    if ahead.small().is_some() {
        ahead.any(&["phut", "p"]);
    }
    *at = ahead;
    Some(Phrase::Hour)
}

/// Reads work that goes on, and years that go on.
pub(super) fn onward(at: &mut Cursor<'_>) -> Option<Phrase> {
    if at.any(&["thuong xuyen", "lien tuc", "lau dai", "quanh nam"]) {
        return Some(Phrase::Ongoing);
    }
    let mut ahead = *at;
    ahead.phrase("va");
    ahead.sign(',');
    let several = ahead.any(&["cac nam", "nhung nam"]);
    let years = if several || ahead.any(&["hang nam", "nam"]) {
        let next = ["tiep theo", "ke tiep", "sau do", "tiep sau", "sau nua"];
        // "Các năm tới" is read as "các năm đến", which may also lead to a year.
        ahead.any(&next) || several && ahead.any(&["sau", "den"]) && !ahead.sees_numeral()
    } else {
        ahead.any(&["tro di", "ve sau", "va tiep theo"])
    };
    if !years {
        return None;
    }
    *at = ahead;
    Some(Phrase::Onward)
}

/// Reads an event without a number, a reference to something else, or a word of status (D15, D16).
pub(super) fn event(at: &mut Cursor<'_>) -> Option<Phrase> {
    let mut ahead = *at;
    if ahead.any(&[
        "nam sau",
        "quy sau",
        "thang ke tiep",
        "thang tiep theo",
        "nam ke tiep",
        "nam tiep theo",
        "quy tiep theo",
        "tuan sau",
        "ky sau",
    ]) {
        *at = ahead;
        return Some(Phrase::Next);
    }
    if ahead.phrase("ngay lam viec") {
        *at = ahead;
        return Some(Phrase::Unknown);
    }
    // No law divides a month into weeks or ten days.
    if ahead.any(&["trung tuan", "thuong tuan", "ha tuan", "tuan"]) {
        *at = ahead;
        return Some(Phrase::NoMeaning);
    }
    if ahead.phrase("ngay") && ahead.any(&["cua", "vao", "trong"]) {
        return None;
    }
    ahead = *at;
    let events = [
        "sau khi",
        "ngay",
        "khi",
        "den khi",
        "theo yeu cau",
        "dot xuat",
        "phat sinh",
        "truoc khi",
        "neu",
        "tuy",
        "ky hop",
        "phien hop",
        "hoi nghi",
        "dai hoi",
        "tet",
    ];
    let phrase = if ahead.any(&events) {
        Phrase::Event
    } else if ahead.any(&["theo", "nam hoc"]) {
        Phrase::Refers
    } else if ahead.any(&["da", "chua", "khong", "tru"]) {
        Phrase::Status
    } else {
        return None;
    };
    ahead.until(&[',', ';', '(', ')', '\n']);
    *at = ahead;
    Some(phrase)
}

/// Reads the label of a stage: trình, ban hành, đợt 1 (D11).
pub(super) fn label(at: &mut Cursor<'_>) -> Option<Phrase> {
    let mut ahead = *at;
    let ordinal = ahead.any(&["giai doan", "dot", "lan", "buoc", "ky", "vong"]);
    if ordinal
        && (ahead.any(&["dau", "cuoi", "thu nhat", "thu hai", "thu ba"])
            || ahead.roman().is_some()
            || ahead.small().is_some())
    {
        *at = ahead;
        return Some(Phrase::Label);
    }
    let labels = [
        "trinh",
        "ban hanh",
        "du thao",
        "hoan thien",
        "hoan thanh",
        "hoan tat",
        "tham dinh",
        "phe duyet",
        "lay y kien",
        "xay dung",
        "trien khai",
        "so ket",
        "tong ket",
        "nghiem thu",
        "thi diem",
        "chinh thuc",
        "khao sat",
        "bao cao",
        "cong bo",
        "thong qua",
        "soan thao",
    ];
    if !at.any(&labels) {
        return None;
    }
    pass_rest_of_label(at);
    Some(Phrase::Label)
}

/// "Trình Thành ủy: quý II": what stands before the colon, or in the brackets, is all of the label.
fn pass_rest_of_label(at: &mut Cursor<'_>) {
    let times = [
        "ngay", "thang", "quy", "nam", "tuan", "gio", "truoc", "sau", "khi", "hang", "moi", "dinh",
        "thuong", "theo", "den", "tu", "dot", "cham", "muon", "han", "xong", "het", "trong", "dau",
        "giua", "cuoi", "lien", "khong", "chua", "da",
    ];
    let plain = at.rest.iter().take_while(|token| match &token.what {
        What::Word(word) => !times.contains(&word.as_str()),
        What::Number(..) | What::Sign(_) => false,
    });
    let (rest, sign) = at.rest.split_at(plain.count());
    if matches!(sign.first(), Some(sign) if matches!(sign.what, What::Sign(':' | ')'))) {
        rest.iter().for_each(|_| {
            at.next();
        });
    }
}

/// Passes words that do not change a date.
pub(super) fn harmless(at: &mut Cursor<'_>) {
    let words = [
        "thuc hien",
        "nhiem vu",
        "xong",
        "trong",
        "vao",
        "cac",
        "nhung",
        "thoi gian",
        "thoi han",
        "thoi diem",
        "tien do",
        "han xu ly",
        "han",
        "la",
        "cua",
        "duoc",
        "de",
        "phai",
        "ket thuc",
        "giai doan",
        "thoi ky",
        "ky bao cao",
        "nop",
        "gui",
        "ve",
        "voi",
        "ket qua",
    ];
    let numeral = at
        .rest
        .first()
        .is_some_and(|token| matches!(token.what, What::Number(..)));
    if !numeral && !at.any(&words) {
        // "Ngày của tháng": the word alone names nothing.
        let mut ahead = *at;
        if ahead.phrase("ngay")
            && ahead
                .rest
                .first()
                .is_some_and(|token| ["cua", "vao", "trong"].iter().any(|word| token.is(word)))
        {
            *at = ahead;
        }
    }
}
