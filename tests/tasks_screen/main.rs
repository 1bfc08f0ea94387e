//! The main screen: browsing by agency, digits, filters, what others change.
//!
//! One file a subject; what they set the table with stands here.

#[path = "../desk/mod.rs"]
mod desk;

mod agencies;
mod finding;
mod letters;
mod looks;
mod options;
mod others;
mod pages;
mod sample;

use cchc::domain::deadline::Kind;
use cchc::domain::id::{AgencyId, DocumentId};
use cchc::domain::query::Query;
use cchc::domain::status::Status;
use cchc::domain::task::Task;
use cchc::work::request::Request;
use desk::{Desk, Drawer, a_task, agency, day, facts};

fn sit(size: (u16, u16), tasks: Vec<Task>, at: Option<AgencyId>) -> Desk<Drawer> {
    let screen = cchc::ui::screens::tasks(Query::default(), String::new(), at);
    Desk::new(
        size,
        facts(),
        screen,
        Drawer::new(facts(), tasks),
        Drawer::answer,
    )
}

/// The tasks of the designed picture.
fn the_picture() -> Vec<Task> {
    let mut sketches = vec![
        a_task("Xây dựng kho dữ liệu dùng chung của Thành phố").due("2023-05-12"),
        a_task("Cấp chữ ký số cho lãnh đạo cấp phòng, đơn vị")
            .due("2023-05-31")
            .with(|task| {
                task.code = "KH9125/23-041.STTTT".to_owned();
                task.original_due = Some(day("2023-04-30"));
                task.extensions = 1;
                task.progress = Some(60);
                task.updated_on = Some(day("2023-06-02"));
                task.progress_note = "Đã cấp 41/58, chờ danh sách Q.3".to_owned();
                task.product = "Danh sách".to_owned();
                task.supporting = "VPUB; SNV".to_owned();
                task.document = Some(DocumentId(1));
            }),
        a_task("Đánh giá chuyển đổi số các cơ quan, đơn vị năm 2023")
            .due("2023-06-09")
            .status(Status::NotStarted),
        a_task("Tái cấu trúc quy trình trước khi đưa lên trực tuyến").due("2023-06-16"),
        a_task("Báo cáo tình hình triển khai đô thị thông minh").due("2023-06-20"),
        a_task("Công khai tiến độ giải quyết hồ sơ trên Cổng dịch vụ").due("2023-06-30"),
        a_task("Hoàn thiện nền tảng tích hợp, chia sẻ dữ liệu").due("2023-09-30"),
        a_task("Tập huấn kỹ năng số cho công chức")
            .due("2023-09-30")
            .status(Status::NotStarted),
        a_task("Nâng tỷ lệ hồ sơ trực tuyến toàn trình")
            .due("2023-12-31")
            .status(Status::NotStarted),
        a_task("Giám sát an toàn thông tin hệ thống").kind(Kind::Ongoing, "Thường xuyên"),
        a_task("Triển khai theo hướng dẫn của Bộ")
            .kind(Kind::Unknown, "Theo hướng dẫn")
            .doubtful("no_date")
            .status(Status::NotStarted),
        a_task("Vận hành hệ thống phản ánh kiến nghị")
            .due("2023-06-30")
            .status(Status::Awaiting),
        a_task("Bố trí công chức theo vị trí việc làm")
            .of("SNV")
            .due("2023-06-01"),
        a_task("Rà soát thủ tục hành chính nội bộ")
            .of("VPUB")
            .due("2023-06-12"),
        a_task("Công bố thủ tục hành chính")
            .of("VPUB")
            .due("2023-07-12"),
        a_task("Giải quyết hồ sơ đất đai đúng hạn")
            .of("Q4")
            .due("2023-04-12"),
    ];
    sketches.push(
        a_task("Khảo sát hài lòng của người dân")
            .of("Q1")
            .due("2023-06-30"),
    );
    (1234..)
        .zip(sketches)
        .map(|(id, sketch)| sketch.numbered(id))
        .collect()
}

/// So many tasks in progress of one agency, due one after the other; the first ten are overdue.
fn a_pile(count: i64) -> Vec<Task> {
    (1..=count)
        .map(|id| {
            let due = day("2023-06-05") + chrono::Duration::days(id - 1);
            a_task(&format!("Việc thứ {id:03}"))
                .due(&due.to_string())
                .numbered(id)
        })
        .collect()
}

fn at_sttt(tasks: Vec<Task>) -> Desk<Drawer> {
    sit((80, 24), tasks, Some(agency("STTTT")))
}

fn pages(desk: &Desk<Drawer>) -> usize {
    let pages = desk.asked().iter();
    pages
        .filter(|request| matches!(request, Request::Page { .. }))
        .count()
}
