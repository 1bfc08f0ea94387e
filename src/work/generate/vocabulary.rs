//! Words of which titles of 40 to 120 characters are made.

use fastrand::Rng;

const VERBS: &[&str] = &[
    "Báo cáo kết quả",
    "Tham mưu UBND Thành phố ban hành kế hoạch",
    "Xây dựng dự thảo nghị quyết về",
    "Rà soát, tổng hợp",
    "Kiểm tra việc chấp hành quy định về",
    "Đề xuất giải pháp",
    "Trả lời kiến nghị cử tri về",
    "Tổ chức hội nghị tổng kết",
    "Hướng dẫn các đơn vị về",
    "Thẩm định hồ sơ",
    "Góp ý dự thảo thông tư về",
    "Chuẩn bị nội dung họp về",
    "Đôn đốc tiến độ",
    "Cập nhật số liệu",
    "Công bố danh mục thủ tục về",
];

const MATTERS: &[&str] = &[
    "giải ngân vốn đầu tư công",
    "giải phóng mặt bằng đường Vành đai 3",
    "cải cách thủ tục hành chính",
    "chuyển đổi số và dịch vụ công trực tuyến",
    "phòng, chống thiên tai và tìm kiếm cứu nạn",
    "giảm nghèo bền vững",
    "xây dựng nông thôn mới nâng cao",
    "quản lý đất đai, tài nguyên khoáng sản",
    "an toàn thực phẩm dịp Tết Nguyên đán",
    "thu ngân sách nhà nước",
    "tinh giản biên chế, sắp xếp bộ máy",
    "bảo vệ môi trường khu dân cư",
    "tiêm chủng mở rộng cho trẻ em",
    "kỳ thi tốt nghiệp trung học phổ thông",
    "trật tự an toàn giao thông",
    "nhà ở xã hội cho công nhân",
    "chính sách người có công",
    "quy hoạch sử dụng đất",
    "kết luận thanh tra về quản lý đất công",
    "dữ liệu dân cư và định danh điện tử",
    "tiếp công dân định kỳ",
    "vị trí việc làm và cơ cấu ngạch công chức",
];

const RARE: &str = "duy tu, bảo dưỡng hệ thống đê điều";
const RAREST: &str = "phục hồi rừng ngập mặn";

const TAILS: &[&str] = &[
    "",
    "",
    " trên địa bàn Thành phố",
    " quý I",
    " quý II",
    " quý III",
    " 6 tháng đầu năm",
    " năm 2023",
    " năm 2024",
    " năm 2025",
    " giai đoạn 2021-2025",
    " giai đoạn 2026-2030",
    " theo kết luận giao ban tuần",
];

/// Latest progress entries.
pub(super) const NOTES: &[&str] = &[
    "Đã giao phòng chuyên môn tham mưu",
    "Đang lấy ý kiến các đơn vị phối hợp",
    "Đã tổng hợp số liệu, đang hoàn thiện báo cáo",
    "Đã trình lãnh đạo xem xét dự thảo",
    "Đang chờ ý kiến thẩm định",
    "Đã họp thống nhất nội dung, chỉnh sửa lần cuối",
];

/// A title; one in a thousand is about dikes, one in ten thousand about mangroves, for searches.
pub(super) fn title(rng: &mut Rng) -> String {
    let word = |list: &[&'static str], rng: &mut Rng| rng.choice(list).copied().unwrap_or_default();
    let verb = word(VERBS, rng);
    let matter = match rng.u16(..10_000) {
        0 => RAREST,
        1..=10 => RARE,
        _ => word(MATTERS, rng),
    };
    let tail = word(TAILS, rng);
    format!("{verb} {matter}{tail}")
}
