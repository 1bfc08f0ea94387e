//! What clerks write: notes, reasons, causes of delay, symbols of documents, for the sample's history.
//!
//! Data only. Titles instead of names, as everywhere; the wording is that of offices.

/// Progress entries while a draft is being prepared.
pub(super) const EARLY: &[&str] = &[
    "Đã giao phòng chuyên môn tham mưu, đang xây dựng đề cương",
    "Đã ban hành kế hoạch triển khai và phân công đầu mối",
    "Đã thành lập tổ soạn thảo, họp triển khai lần 1",
    "Đang rà soát số liệu của các phòng, đơn vị trực thuộc",
    "Đã có văn bản đề nghị các đơn vị cung cấp số liệu",
    "Đang khảo sát hiện trạng, tổng hợp khó khăn, vướng mắc",
    "Đã phân công đầu mối theo dõi, lập bảng tiến độ từng tuần",
    "Đã tổ chức hội nghị triển khai đến các phòng, ban",
];

/// Progress entries in the middle of the work.
pub(super) const MIDDLE: &[&str] = &[
    "Đã có dự thảo lần 1, đang lấy ý kiến các đơn vị phối hợp",
    "Đã nhận 14/22 ý kiến góp ý, đang tổng hợp, tiếp thu",
    "Đang phối hợp Sở Tài chính thẩm định dự toán",
    "Đã triển khai tại 9/16 đơn vị, còn lại hoàn thành trong tháng",
    "Đã gửi Sở Tư pháp thẩm định dự thảo",
    "Đang hoàn thiện số liệu, còn chờ 3 đơn vị gửi báo cáo",
    "Đã trình lãnh đạo xem xét dự thảo, chỉnh sửa theo ý kiến chỉ đạo",
    "Đã tổ chức tập huấn đợt 1 cho 120 công chức",
    "Đã công khai trên trang thông tin điện tử, đang theo dõi phản hồi",
    "Đã kiểm tra 4/10 đơn vị theo kế hoạch",
];

/// Progress entries near the end.
pub(super) const LATE: &[&str] = &[
    "Đã hoàn chỉnh dự thảo, đang trình ký",
    "Đã tổng hợp đủ số liệu, đang hoàn thiện báo cáo",
    "Cơ bản hoàn thành, còn chờ xác nhận số liệu của một đơn vị",
    "Đã tiếp thu, giải trình ý kiến thẩm định, trình lãnh đạo phê duyệt",
    "Hoàn thành phần việc của cơ quan, đang chờ ý kiến của bộ, ngành",
    "Đã nghiệm thu nội bộ, chuẩn bị ban hành",
];

/// Notes on ongoing work, which never ends.
pub(super) const ONGOING: &[&str] = &[
    "Thực hiện thường xuyên, chưa phát sinh vướng mắc",
    "Đã lồng ghép vào giao ban hằng tuần, theo dõi theo bảng phân công",
    "Đã kiểm tra đột xuất 2 bộ phận một cửa, nhắc nhở 1 trường hợp",
    "Tiếp tục duy trì, kết quả tháng này tốt hơn tháng trước",
    "Đã cập nhật danh mục, công khai tại nơi tiếp nhận hồ sơ",
];

/// Why something is late, as the lead says (DOMAIN 2.7).
pub(super) const CAUSES: &[&str] = &[
    "Chờ ý kiến cơ quan phối hợp",
    "Chờ hướng dẫn của cấp trên",
    "Thiếu kinh phí, đang chờ bổ sung dự toán",
    "Thiếu nhân lực, công chức phụ trách kiêm nhiệm nhiều việc",
    "Chủ quan, chậm phân công",
    "Chờ ý kiến góp ý của các quận, huyện",
    "Số liệu phải đối chiếu lại nhiều lần",
];

/// Why a monitor returns a submission.
pub(super) const RETURNS: &[&str] = &[
    "Báo cáo thiếu số liệu quý, đề nghị bổ sung phụ lục",
    "Minh chứng chưa đúng sản phẩm được giao",
    "Văn bản chưa ký ban hành, mới là dự thảo",
    "Chưa nêu rõ kết quả của các đơn vị trực thuộc",
    "Số liệu chưa khớp với báo cáo kỳ trước",
];

/// Why the lead asks for more time.
pub(super) const EXTENSIONS: &[&str] = &[
    "Bộ chuyên ngành chưa ban hành hướng dẫn, đề nghị lùi hạn",
    "Cần thêm thời gian lấy ý kiến Hội đồng nhân dân",
    "Gói thầu phải gia hạn do thay đổi cấu hình",
    "Còn 5 đơn vị chưa gửi số liệu, đề nghị gia hạn để tổng hợp đủ",
    "Trùng đợt cao điểm kiểm tra công vụ, không bố trí đủ nhân sự",
];

/// Why an extension is refused.
pub(super) const REFUSALS: &[&str] = &[
    "Nội dung không phức tạp, đề nghị hoàn thành đúng hạn",
    "Đã gia hạn trước đây, yêu cầu tập trung hoàn thành",
];

/// Why a task is stopped for a time.
pub(super) const SUSPENSIONS: &[&str] = &[
    "Tạm dừng chờ nghị quyết của Hội đồng nhân dân Thành phố",
    "Tạm dừng theo ý kiến chỉ đạo, chờ phương án sắp xếp bộ máy",
    "Tạm dừng chờ Bộ Nội vụ ban hành thông tư mới",
];

/// Why it goes on.
pub(super) const RESUMPTIONS: &[&str] = &[
    "Đã có văn bản hướng dẫn, tiếp tục thực hiện",
    "Tiếp tục theo kết luận của lãnh đạo Thành phố",
];

/// Why tracking ends without completion.
pub(super) const DROPS: &[&str] = &[
    "Nội dung đã lồng ghép vào kế hoạch mới, thôi theo dõi riêng",
    "Không còn phù hợp sau khi văn bản cấp trên thay thế",
    "Trùng với nhiệm vụ đã giao tại Chỉ thị số 901/CT-UBND",
];

/// Why the lead says that a task is not theirs.
pub(super) const DISPUTES: &[&str] = &[
    "Nội dung thuộc chức năng của Sở Thông tin và Truyền thông, đề nghị chuyển",
    "Đơn vị không có chức năng quản lý lĩnh vực này, đề nghị giao lại",
    "Nhiệm vụ đã giao cho đơn vị khác tại văn bản trước",
];

/// Why the lead changes.
pub(super) const TRANSFERS: &[&str] = &[
    "Giao lại đúng chức năng, nhiệm vụ theo đề nghị của cơ quan",
    "Điều chỉnh cơ quan chủ trì theo kết luận họp giao ban",
];

/// With what one is urged.
pub(super) const URGINGS: &[&str] = &[
    "Đề nghị báo cáo tiến độ và nguyên nhân chậm trước thứ Sáu",
    "Đôn đốc lần này theo chỉ đạo tại giao ban Ủy ban",
    "Nhiệm vụ đã quá hạn, đề nghị người đứng đầu chỉ đạo hoàn thành",
    "Đề nghị khẩn trương hoàn thành, tổng hợp báo cáo Chủ tịch",
];

/// Which letters a product's document carries, by the word with which the product begins.
pub(super) const SYMBOLS: &[(&str, &str)] = &[
    ("quyet dinh", "QĐ"),
    ("ke hoach", "KH"),
    ("huong dan", "HD"),
    ("thong bao", "TB"),
    ("to trinh", "TTr"),
    ("de an", "TTr"),
    ("quy che", "QĐ"),
    ("quy dinh", "QĐ"),
    ("chi thi", "CT"),
    ("van ban", "CV"),
];
