//! The texts of the help: what may be done in a place, and why it is so. Keys are not named here where the
//! table of keys can name them.

/// A page of help: paragraphs; one that begins with `# ` is a heading.
pub type Page = &'static [&'static str];

/// The texts of the help.
#[derive(Debug)]
#[allow(missing_docs)] // the pages are named after their places
pub struct HelpWords {
    /// The title.
    pub title: &'static str,
    /// Heads what the place itself explains.
    pub why: &'static str,
    /// Heads the keys of a place.
    pub keys: &'static str,
    /// Heads the words of the filter.
    pub filter_words: &'static str,
    /// Heads the commands.
    pub commands: &'static str,
    /// Alt-digits, said below every table of keys.
    pub alt: &'static str,
    pub home: Page,
    pub tasks: Page,
    pub sheet: Page,
    pub confirm: Page,
    pub form: Page,
    pub filter: Page,
    pub command: Page,
    pub calendar: Page,
    pub choice: Page,
    pub log: Page,
    pub help: Page,
    pub import: Page,
    pub start: Page,
    pub terminal: Page,
    pub practice: Page,
    pub report: Page,
    pub keeping: Page,
    pub documents: Page,
    pub measures: Page,
    pub settings: Page,
    pub users: Page,
    pub present: Page,
    pub export: Page,
    pub windows: Page,
}

pub(super) const VI: HelpWords = HelpWords {
    title: "Giúp",
    why: "Vì sao",
    keys: "Phím ở đây",
    filter_words: "Từ dùng để lọc",
    commands: "Lệnh",
    alt: "Alt-1 đến Alt-0 thay F1 đến F10, Alt-trừ thay F11. F12 và Esc như nhau.",
    home: &[
        "Màn hình này trả lời: hôm nay tôi phải làm gì. Nhập số của dòng, hoặc ↑↓ rồi Enter, để mở đúng các nhiệm vụ đã được đếm. Các dòng tùy vai trò; số của dòng không đổi, dòng bằng 0 nhường chỗ khi cửa sổ thấp.",
        "Bảng dưới nêu ai trễ nhiều nhất: ← → đổi cơ quan, lĩnh vực, người đứng đầu. \"Mới\" là quá hạn từ ngày làm việc trước; quá hạn lâu là từ 30 ngày làm việc trở lên.",
        "Quá hạn tính từ 0 giờ ngày sau ngày đến hạn, giờ Việt Nam. Nhiệm vụ chờ xác nhận được xét theo ngày báo cáo nên không tính là đang trễ. Số ngày là ngày làm việc.",
        "Tỷ lệ trễ nêu hai mẫu số: số đã đến hạn và số được giao, vì một con số không nói đủ. \"Đúng hạn ban đầu\" xét theo hạn giao lần đầu, không theo hạn đã gia.",
        "Số liệu tự cập nhật khi người khác ghi.",
    ],
    tasks: &[
        "Bên trái là cơ quan, bên phải là nhiệm vụ của cơ quan đang chọn, trễ nhất lên đầu. Nhập số vào cột Chọn cạnh từng dòng; số ở yên khi lật trang; Enter mở một bảng xem lại chung; ghi một lần, hoàn tác một lần.",
        "Dấu: ! quá hạn, ~ sắp đến hạn, = chờ xác nhận, ? cần rà soát.",
        "Dòng do người khác sửa được cập nhật tại chỗ, không nhảy đi; F5 xếp lại thứ tự.",
        "b đổi cách gộp bên trái: theo cơ quan lúc đó, theo nơi tiếp nhận hôm nay, theo người đứng đầu lúc đó.",
    ],
    sheet: &[
        "Tất cả về một nhiệm vụ, rồi đến nhật ký. Nhập số để làm việc với nhiệm vụ này; 5 để sửa nội dung, thời hạn, cơ quan.",
        "Hạn ban đầu không bao giờ bị ghi đè; mỗi lần gia hạn là một dòng nhật ký có lý do và văn bản.",
        "Nhật ký chỉ thêm, không sửa, không xóa: ai, lúc nào, từ đâu, trước và sau, vì sao.",
    ],
    confirm: &[
        "Mỗi dòng là một thao tác sẽ ghi. Dòng nào chưa được thì để lại cùng lý do, các dòng khác vẫn ghi. Cả nhóm ghi một lần và hoàn tác một lần. Nhóm ghi ở phiên làm việc khác thì F9 nêu trước, F9 lần nữa mới hoàn tác.",
        "Thôi theo dõi và chuyển đơn vị chỉ ghi bằng F10, không bằng Enter.",
    ],
    form: &[
        "Nội dung đang nhập không mất khi rời biểu mẫu; mở lại sẽ thấy. F4 chọn từ danh sách, F7 chép giá trị của dòng trên, F9 gọi lại điều đã gõ.",
        "Thời hạn ghi đúng như văn bản; chương trình hiểu thế nào sẽ hiện ngay bên dưới, không đoán thầm.",
    ],
    filter: &[
        "Gõ các từ nối nhau bằng dấu cách. Cùng một khóa với nhiều giá trị thì lấy cả (cq:stc,snv); khác khóa thì phải đúng tất cả. Có dấu hay không dấu đều được.",
        "Từ không phải khóa hay tình trạng sẽ được tìm trong nội dung; chữ viết tắt (TTHC, CNTT...) tìm cả dạng đầy đủ. Đặt trong ngoặc kép để tìm nguyên cụm.",
        "Ngày luôn ghi ngày trước, tháng sau: 30/6, 30/6/2023, 6/2023, quý2/2023, 2023, hôm nay, +5n (năm ngày làm việc nữa).",
        "\"rà soát\" đứng một mình là các dòng cần rà soát; đi cùng từ khác thì là chữ trong nội dung.",
        "F8 giữ bộ lọc dưới một tên để dùng lại.",
    ],
    command: &[
        "Gõ số nhiệm vụ (:1234) hoặc mã để đến thẳng nhiệm vụ đó. Hoặc gõ tên lệnh, có dấu hay không dấu; Tab điền tiếp; F9 gọi lại lệnh trước.",
        "\":lọc\" kèm từ lọc áp dụng ngay: :lọc cq:stc quá hạn.",
    ],
    calendar: &[
        "Mỗi ngày ghi số nhiệm vụ chưa xong đến hạn ngày đó; ngày đã qua thì số ấy là đang trễ, có dấu !. Ngày tính theo hạn tính trễ: hạn tính theo ngày rơi vào ngày nghỉ thì lùi sang ngày làm việc kế tiếp.",
        "Enter mở đúng các nhiệm vụ đã được đếm của ngày; Tab xuống danh sách của ngày rồi Enter để mở một nhiệm vụ. F4 chọn cơ quan. F1 ở một ngày cho biết vì sao làm việc hay nghỉ.",
        "Gõ ngày để đến thẳng: 15 là ngày 15 của tháng đang xem; 15/6, 15/6/23, mai, t6 như trong biểu mẫu. Backspace về hôm nay.",
    ],
    choice: &[
        "Gõ vài chữ để thu hẹp danh sách, có dấu hay không dấu, hoặc chữ đầu (stttt). Enter chọn, Esc để nguyên.",
    ],
    log: &[
        "Mới nhất lên đầu. Không dòng nào bị sửa hay xóa; mỗi dòng mang mã băm của dòng trước, \"cchc audit verify\" kiểm tra được.",
    ],
    help: &[
        "Phím số, phím chức năng, mũi tên, Enter, Esc, Tab, Space, Delete dùng được với mọi bộ gõ tiếng Việt. Chữ cái chỉ là cách thứ hai.",
        "Esc không làm mất gì. Không phím đơn nào xóa dữ liệu.",
    ],
    import: &[
        "Nêu tệp phụ lục (XLSX, XLS, ODS, CSV) trên máy chủ; F4 liệt kê tệp của thư mục. Văn bản giao và ngày của văn bản dùng cho dòng không ghi văn bản. F10 chỉ đọc và cho xem trước; chưa ghi gì.",
        "Dấu trước dòng: ? cần rà soát, + mới, ~ đã có nhưng nội dung đổi, = giữ nguyên, - bỏ qua (kèm lý do). Nhập số 1 đến 6 hoặc Tab để xem từng loại.",
        "Enter vào chỗ nghi của dòng. Cơ quan: nhập số của cơ quan đúng, F4 chọn cơ quan hay nhóm khác; mặc định mọi dòng viết như vậy đều theo, và lần sau chương trình nhớ. Thời hạn: F6 gõ lại, bên dưới hiện cách hiểu; F4 mở lịch. F2: đúng như đã đọc, cho dòng này hoặc các dòng đã đánh dấu. Xong một chỗ, con trỏ sang chỗ nghi kế.",
        "F9 hoàn tác lần xử lý cuối. Del bỏ qua một dòng, nhấn lần nữa ở loại Bỏ qua để lấy lại.",
        "F11 mở bảng Cột: mỗi cột của tệp được hiểu là gì, vì sao; nhập số để sửa. Chữ của bảng mã cũ (TCVN3, VNI) tự được giải mã và hiện cả trước lẫn sau.",
        "F10 nêu rõ sẽ ghi gì; F10 lần nữa mới ghi. Trên 500 nhiệm vụ thì ghi từng đợt để người khác vẫn làm việc; dừng giữa chừng thì phần đã ghi được lấy lại. Cả lần nhập lấy lại được một lần, ở danh sách các lần nhập (F9).",
    ],
    start: &[
        "Dữ liệu mẫu để xem thử, không giữ lại. Nhập tệp và bắt đầu trống tạo cơ sở dữ liệu mới; không có gì bị ghi đè.",
    ],
    terminal: &[
        "Trang này cho thấy thiết bị hiện được gì: chữ có dấu, nét kẻ, màu; và phím nào gửi mã gì.",
        "Số 1 đổi bộ ký tự: đầy đủ; an toàn (chỉ những dấu mà phông Linux và Windows cũ có); không dấu (phông thiếu chữ Việt); \
         ASCII (thiết bị không có UTF-8). Chữ lưu trong cơ sở dữ liệu luôn đủ dấu.",
        "Số 4 cho biết đường truyền chậm: khung hình được gửi vừa sức, phần xem trước chỉ hiện khi ngừng gõ.",
        "Điều đã chọn được nhớ cho loại thiết bị này từ máy này.",
    ],
    practice: &[
        "Chọn một bài; yêu cầu của bài ở yên dưới dòng tiêu đề. Mọi phím dùng như khi làm việc thật, và cách nào đến đích cũng được tính.",
        "Giờ tính từ phím đầu đến phím đạt yêu cầu. Ít nhất là số phím của cách ngắn nhất đã biết. Mỗi bài bắt đầu lại từ dữ liệu mẫu còn nguyên. Muốn bỏ dở: lệnh thoát, hoặc F3 ở Việc hôm nay.",
        "Chỉ giữ lại số phím và số giây, theo tên đăng nhập của bạn. Cơ sở dữ liệu làm việc không bị ghi gì.",
    ],
    documents: &[
        "Sổ văn bản giao việc và các văn bản làm căn cứ. Gõ chữ hoặc số để thu hẹp: 26-NQ/TW, 26 - nq/tư, 026-NQ/TW là một văn bản. F7 đổi: tất cả, còn việc đang mở, có việc trễ, trùng số.",
        "Văn bản có thể dựa vào nhiều văn bản khác; cả chuỗi căn cứ vẽ thành cây, cũng hiện ở từng nhiệm vụ. Căn cứ không được thành vòng tròn và không ký sau văn bản dựa vào nó.",
        "Mặc định nhiệm vụ báo cáo xong phải có người khác xác nhận. Văn bản được quản trị đánh dấu \"Bỏ xác nhận\" thì báo cáo xong là hoàn thành; việc đang chờ xác nhận từ trước vẫn phải xác nhận.",
        "Mã đặt một lần, không đổi khi sửa số. F9 hoàn tác; văn bản đã có nhiệm vụ dựa vào thì không bỏ được.",
    ],
    report: &[
        "Mỗi báo cáo là một bảng; dòng tổng tính đủ mọi dòng. Enter mở đúng các nhiệm vụ mà dòng đó được đếm từ đó, nên con số nào cũng kiểm tra được.",
        "F7 chọn kỳ: tháng, quý, 6 tháng, năm, hoặc từ ngày đến ngày. \"kỳ báo cáo quý I/2023\" là 15/12/2022 đến 14/03/2023 theo quy định về kỳ báo cáo. Kỳ tính theo hạn của nhiệm vụ hoặc theo ngày giao; dòng đầu nói rõ cách đang dùng.",
        "F11 gộp theo cơ quan lúc đó, nơi tiếp nhận hôm nay, lĩnh vực hay người đứng đầu. F4 chỉ một cơ quan. s xếp theo cột kế, ← → chọn cột, s lần nữa đổi chiều. Khi đã chọn một cột, Enter mở đúng con số của cột đó.",
        "Tỷ lệ luôn giữ tử số và mẫu số; không có gì để tính thì là gạch ngang, không phải 0 %. Mẫu số nào được dùng ghi ở dưới bảng.",
    ],
    users: &[
        "Mỗi người vào bằng một tài khoản, là chức danh chứ không phải tên người: cv.stp, ld.ubnd. Vai trò cho biết được làm gì; chương trình kiểm tra ở mọi yêu cầu, không chỉ trên màn hình. Ai cũng xem được; chỉ quản trị được sửa.",
        "F6 thêm, F2 hoặc Enter sửa, F4 chuyển cơ quan, F10 khóa hay mở lại; F9 hoàn tác. Khóa không xóa: tên vẫn còn trong nhật ký. Người đang mở chương trình thôi ghi được ngay.",
        "Không ai tự đổi vai trò hay tự khóa; luôn còn ít nhất một quản trị; chuyên viên đơn vị phải có cơ quan đang hoạt động. Người báo cáo không tự xác nhận; chuyên viên theo dõi không xác nhận việc của cơ quan mình.",
        "Trên máy chủ dùng chung, có tài khoản chưa đủ: người đó còn cần khóa SSH. Quản trị hệ thống làm: cchc user key cv.stp TỆP.pub.",
        "Từ dòng lệnh: cchc user list, cchc user add cv.stp --agency STP --role clerk, cchc user on.",
    ],
    present: &[
        "Ai đang mở chương trình, từ lúc nào, từ đâu, ở nhiệm vụ nào. Đó chỉ là thông tin, không khóa gì: hai người cùng mở một việc vẫn làm được, người ghi sau được báo là người trước đã đổi gì.",
        "Phiên của anh/chị ở dòng đầu. Gõ chữ để thu hẹp theo tài khoản hoặc máy; Enter mở nhiệm vụ của dòng; F5 xem lại. Phiên mất kết nối tự biến khỏi danh sách.",
        "Từ dòng lệnh: cchc user on.",
    ],
    windows: &[
        "Kỳ báo cáo là một bảng: tên, ngày đầu, ngày chốt số liệu, hạn gửi. Năm báo cáo không trùng năm kế hoạch: quý I/2023 lấy số liệu từ 15/12/2022 đến 14/03/2023, nên việc xong ngày 20/12/2022 thuộc báo cáo quý I/2023.",
        "Các năm 2022 đến 2025 có sẵn theo Nghị định 09/2019/NĐ-CP, hạn gửi ngày 20. Cơ quan cấp trên định ngày khác thì sửa ở đây; báo cáo và \"kỳ báo cáo quý I/2023\" ở ô kỳ theo bảng này. Hai kỳ cùng loại không được trùng ngày.",
        "Enter sửa, F6 thêm, Delete hỏi rồi mới xóa; F9 hoàn tác. Chỉ quản trị sửa được. Báo cáo sắp đến hạn gửi hiện ở Việc hôm nay và ở lịch; :báo cáo kỳ gộp các biểu của một kỳ.",
    ],
    export: &[
        "Ctrl-X hoặc :xuất ghi mọi nhiệm vụ của danh sách đang lọc ra một tệp. Để làm gì: 1 danh sách để xem, lọc, tính, theo đúng thứ tự trên màn hình, có trạng thái, tình trạng, số ngày trễ; 2 phụ lục theo mẫu để nhập lại, không có trạng thái. Đuôi .xlsx hoặc .csv quyết định dạng tệp; tệp đã có thì không bị ghi đè.",
        "Báo cáo, cả bộ biểu của một kỳ: .docx là văn bản theo Nghị định 30/2020 để ký, đầu văn bản và nơi nhận lấy ở :cài đặt; .xlsx có số, ngày và công thức; .csv, .md, .txt. Số liệu ở mọi dạng là một.",
        ":công văn ở danh sách lập công văn đôn đốc hoặc yêu cầu giải trình, mỗi cơ quan chủ trì một công văn về các việc quá hạn trong danh sách, hoặc chỉ các dòng đã đánh dấu; ở một nhiệm vụ thì về nhiệm vụ đó. Màn hình nêu trước sẽ lập gì. Số đếm trong năm, ký hiệu và nơi nhận ở :cài đặt; mỗi nhiệm vụ ghi số công văn vào nhật ký, F9 lấy lại.",
        "Tệp nằm trên máy chủ, không phải trên máy của anh/chị. Vào bằng khóa SSH thì tệp nằm ở chỗ riêng của anh/chị; lấy về từ máy mình: ssh MÁY get TÊN > TÊN; xem các tệp: ssh MÁY list. Tệp cũ tự được dọn.",
    ],
    settings: &[
        "Cài đặt dùng chung cho mọi người trong cơ sở dữ liệu này: khi nào là sắp đến hạn, bao lâu mới đôn đốc lại, sau bao lâu không gõ phím thì phiên tự kết thúc. Ai cũng xem được; chỉ quản trị được sửa.",
        "F10 ghi các ô đã đổi thành một nhóm; sau đó lệnh \":hoàn tác\" lấy lại nhóm đó. Trạng thái trễ không lưu sẵn nên đổi ngưỡng là thấy ngay trên mọi danh sách.",
        "Cách đọc \"trước ngày\" chỉ áp dụng cho văn bản nhập từ nay; hạn đã ghi giữ nguyên.",
        "Tự kết thúc: phiên không ai gõ phím thì báo trước rồi thoát, nội dung đang gõ được giữ cho lần mở sau; 0 là không bao giờ. Phiên đang mở theo ngay số mới.",
        "Từ dòng lệnh: cchc config list, cchc config set urge_gap 3.",
    ],
    measures: &[
        "Chỉ tiêu có mục tiêu (từ, tối đa, bằng, khoảng), đơn vị, chu kỳ; số liệu theo Thành phố hoặc từng cơ quan. Danh sách nêu kết quả kỳ mới nhất, còn thiếu bao nhiêu, kỳ nào chưa có số.",
        "Hồ sơ là số tổng theo tháng của từng cơ quan. Số lượng và tỷ lệ luôn đứng cạnh nhau: dấu ! là nơi tỷ lệ trễ giảm nhưng số hồ sơ trễ tăng so với tháng trước.",
        "Tồn đầu kỳ + tiếp nhận phải bằng đã giải quyết + đang giải quyết + rút; không khớp thì không ghi. Tồn đầu kỳ khác cuối tháng trước thì vẫn ghi và được nêu rõ.",
        "Nhập bằng bàn phím số: gõ số, Enter sang ô sau; F7 chép số kỳ trước. Mỗi lần Enter ở ô cuối là một lần ghi, F9 hoàn tác lần đó.",
        "Gõ chữ để thu hẹp danh sách theo mã hoặc tên.",
    ],
    keeping: &[
        "Cơ quan có nhiều phiên bản theo thời gian: đổi tên, sáp nhập, chia tách, giải thể đều kết thúc phiên bản cũ và giữ nó trong lịch sử. Ai cũng xem được; chỉ quản trị được sửa.",
        "F6 chọn việc cần làm với cơ quan dưới con trỏ. Điền ngày và văn bản, F10 xem trước: cơ quan nào kết thúc, bao nhiêu nhiệm vụ đang mở chuyển đi, bao nhiêu giữ nguyên; F10 lần nữa để thực hiện. F9 hoàn tác tất cả một lần.",
        "Khi chỉ có một nơi tiếp nhận, nhiệm vụ đang mở và tài khoản đi theo. Khi chia tách hoặc giải thể, chúng chờ ở \"Chưa có nơi nhận\" (F7): phân từng việc, theo lĩnh vực hay địa bàn.",
        "Bàn giao không phải gia hạn: thời hạn và số ngày trễ giữ nguyên. Nhiệm vụ đã kết thúc ở lại với cơ quan cũ.",
        "Lịch nghỉ (F8): ngày dự kiến được đánh dấu. Sửa lịch thì hạn tính trễ của nhiệm vụ tính theo ngày được tính lại ngay.",
    ],
};

pub(super) const EN: HelpWords = HelpWords {
    title: "Help",
    why: "Why",
    keys: "Keys here",
    filter_words: "Words of the filter",
    commands: "Commands",
    alt: "Alt-1 to Alt-0 stand for F1 to F10, Alt-minus for F11. F12 and Esc are the same.",
    home: &[
        "This screen answers: what do I have to do today. Type the number of a line, or ↑↓ and Enter, to open exactly the tasks that were counted. Which lines there are depends on the role; a line keeps its number, and lines that count nothing give way in low windows.",
        "The table below says who is most late: ← → change between agencies, areas and heads. \"New\" is overdue since the last working day; overdue for long is 30 working days or more.",
        "A task is overdue from midnight (UTC+7) after its due day. One that awaits confirmation is judged on the day it was reported, so it is not late now. Days are working days.",
        "Late shares name both denominators: those fallen due and those given, since one figure does not say enough. \"On the first date\" is judged by the due date that was given first, not by an extended one.",
        "The figures follow what others save.",
    ],
    tasks: &[
        "Agencies at the left, the tasks of the selected one at the right, the most overdue first. Digits typed beside rows stay there while you page; Enter reviews them all; one save, one undo.",
        "Signs: ! overdue, ~ due soon, = awaiting confirmation, ? to be reviewed.",
        "Rows that others change are updated where they stand; F5 sorts them in.",
        "b changes what the tree names: the agency of the time, today's successor, the head of the time.",
    ],
    sheet: &[
        "Everything about one task, then its log. Digits act on it; 5 corrects its text, deadline or agency.",
        "The first due date is never overwritten; each extension is a row of the log with its reason and document.",
        "The log only grows: who, when, from where, before and after, why.",
    ],
    confirm: &[
        "Each row is a deed that will be saved. Rows that may not are left with the reason, the others are saved. One save, one undo for all. What another session of yours saved F9 names first, and takes back when pressed once more.",
        "Dropping and transferring take F10 only, never a second Enter.",
    ],
    form: &[
        "What was typed is not lost when the form is left; it is there when it opens again. F4 chooses, F7 copies the value above, F9 recalls what was typed before.",
        "The deadline is written as the document has it; what the program makes of it shows at once below, never a silent guess.",
    ],
    filter: &[
        "Words with blanks between them. Several values of one key widen (agency:stc,snv), several keys narrow. Accents may be left out.",
        "What is no key and no condition is looked for in the text; short forms (TTHC, CNTT) find their long ones. Quotes keep words together.",
        "Days stand before months: 30/6, 30/6/2023, 6/2023, q2/2023, 2023, today, +5n (in five working days).",
        "\"review\" alone means the rows to be reviewed; \"rà soát\" beside other words is text.",
        "F8 keeps a filter under a name.",
    ],
    command: &[
        "A task's number (:1234) or code goes to it. Or a command, with or without accents; Tab completes, F9 recalls.",
        "\":filter\" with words applies them at once: :filter agency:stc overdue.",
    ],
    calendar: &[
        "Beside each day stands how many unfinished tasks fall due on it; once it has passed they are late, with the sign !. The day is the one after which a task is late: relative deadlines that fall on a day off roll to the next working day.",
        "Enter opens exactly the tasks that were counted; Tab goes down to the tasks of the day, Enter opens one. F4 chooses the agency. F1 says why a day is worked or off.",
        "Type a date to go there: 15 is the 15th of the month that shows; 15/6, 15/6/23 as in forms. Backspace goes to today.",
    ],
    choice: &[
        "Letters narrow the list, with or without accents, initials too (stttt). Enter chooses, Esc leaves it as it was.",
    ],
    log: &[
        "Newest first. No row is ever changed or removed; each carries the hash of the one before, which \"cchc audit verify\" checks.",
    ],
    help: &[
        "Digits, function keys, arrows, Enter, Esc, Tab, Space and Delete work with every input method. Letters are second ways.",
        "Esc destroys nothing. No single key removes data.",
    ],
    import: &[
        "Name the file of the annex (XLSX, XLS, ODS, CSV) on the server; F4 lists a folder. The document and its date are for rows that name none. F10 reads and shows; nothing is written.",
        "Signs before rows: ? to review, + new, ~ stored with another text, = stored as it is, - skipped, with the reason. Type 1 to 6 or Tab for each sort.",
        "Enter goes into the doubts of a row. Agency: type the digit of the right one, F4 chooses any agency or group; every row that writes it so follows, and it is remembered. Deadline: F6 types another text, read as you type; F4 is the calendar. F2: right as read, for this row or the marked ones. The next doubt follows by itself.",
        "F9 takes back the last settlement. Del leaves a row out; among the skipped ones it takes it in again.",
        "F11 shows the columns: what each was taken for, and why; digits change it. Text of old codings (TCVN3, VNI) is decoded and shown before and after.",
        "F10 says what will be written; F10 again writes. More than 500 tasks are written in steps so that others go on working; ended half-way, what was written is taken back. An import is taken back as one, in the list of imports (F9).",
    ],
    start: &[
        "The sample is for looking around and is not kept. A file or an empty start makes a new database; nothing is overwritten.",
    ],
    terminal: &[
        "This page shows what the terminal can show: accented letters, lines, colours; and what each key sends.",
        "1 changes the characters: full; safe (only signs that the fonts of Linux consoles and old Windows have); no accents \
         (a font without Vietnamese letters); ASCII (a terminal without UTF-8). Text in the database always keeps its accents.",
        "4 says that the line is slow: frames are paced to it, and the preview shows only when typing rests.",
        "What is chosen is remembered for this kind of terminal from this host.",
    ],
    practice: &[
        "Choose a drill; what it asks for stays below the title line. Every key works as in real work, and any way to the goal counts.",
        "The clock runs from the first key to the one that reached the goal. Fewest is the shortest way known. Each drill begins anew on an untouched sample. To give up: the command quit, or F3 at home.",
        "Only keys and seconds are kept, by your login; nothing is written into a working database.",
    ],
    documents: &[
        "The register of documents that assign tasks, and of what they rest on. Type letters or a number to narrow: 26-NQ/TW, 26 - nq/tư and 026-NQ/TW are one document. F7 changes: all, with open tasks, with late tasks, entered twice.",
        "A document may rest on several; the whole chain is drawn as a tree, on every task too. It never goes in a circle, and no basis is younger than what rests on it.",
        "Tasks that are reported done are confirmed by somebody else. Where an administrator marks a document \"No confirmation\", reported is done; what awaits from before is still confirmed.",
        "A code is given once and stays when the number is corrected. F9 takes back; what has tasks cannot be removed.",
    ],
    report: &[
        "Each report is a table; its total has every row. Enter opens exactly the tasks that a row was counted from, so that each number can be checked.",
        "F7 chooses the period: a month, a quarter, half a year, a year, or from a day to a day. \"report q1/2023\" is 15/12/2022 to 14/03/2023, as reporting periods are laid down. A period is by due date or by day of assignment; the first line says which.",
        "F11 groups by the agency of the time, today's successor, area or head. F4 is one agency only. s sorts by the next column, ← → choose the column, s again turns it round. With a column chosen, Enter opens exactly the number in that column.",
        "Shares keep part and whole; with nothing to compute from there is a dash, not 0 %. Which denominator was used stands below the table.",
    ],
    users: &[
        "Everybody comes in by an account, which is a title and never a person's name: cv.stp, ld.ubnd. The role says what one may do, and is checked for every request, whatever the screen shows. Everybody may look; only administrators change accounts.",
        "F6 enters one, F2 or Enter changes it, F4 moves it to another agency, F10 disables or enables it; F9 takes that back. Nothing is removed: the name stays in the log. Who has the program open saves nothing more from then on.",
        "Nobody changes the own role or disables oneself; one administrator always stays; a clerk needs an agency of today. Who submitted does not confirm; a monitor does not confirm the own agency's task.",
        "On a shared server an account is not enough: its person needs an SSH key as well. The system administrator enters it: cchc user key cv.stp FILE.pub.",
        "From the shell: cchc user list, cchc user add cv.stp --agency STP --role clerk, cchc user on.",
    ],
    present: &[
        "Who has the program open, since when, from where, on which task. It tells and locks nothing: two may open the same task, and who saves second hears what the first has changed.",
        "Your own session stands first. Letters narrow the list by login or place; Enter opens the task of the row; F5 looks again. A session whose line is lost goes by itself.",
        "From the shell: cchc user on.",
    ],
    windows: &[
        "Reporting windows are a table: name, first day, last day of the figures, day by which the report is due. The reporting year is not the plan year: quarter I/2023 is about 15/12/2022 to 14/03/2023, and what was done on 20/12/2022 belongs to it.",
        "The years 2022 to 2025 are there by Nghị định 09/2019/NĐ-CP, due on the 20th. Where other days were set, change them here; reports, and \"report quarter I/2023\" in the field of the period, follow this table. Windows of one series may not overlap.",
        "Enter edits, F6 adds, Delete asks and then removes; F9 takes back. Administrators may. What is due soon stands on the home screen and in the calendar; :period report puts the tables of a window together.",
    ],
    export: &[
        "Ctrl-X or :export writes every task of the list as it is narrowed to a file. What for: 1 a list to read and sort, in the order of the screen, with status, condition and days late; 2 an annex to import again, without status. The ending .xlsx or .csv says in which form; a file that is there is never written over.",
        "A report, or all those of a window: .docx is a document in the form of Nghị định 30/2020 to be signed, letterhead and recipients are set in :settings; .xlsx has numbers, dates and formulas; .csv, .md, .txt. The figures are the same in each.",
        ":letters in a list writes to the leads: urging, or asking for an explanation, a letter for each about its late tasks of the list, or about the marked rows only; in a task about that one. What would be written shows first. Numbers count within the year, symbol and recipients are set in :settings; each task has the number in its log, F9 takes it back.",
        "The file lies on the server, not on your own machine. Who comes by an SSH key has a place there; fetch it from your machine: ssh HOST get NAME > NAME; see all: ssh HOST list. Old files go by themselves.",
    ],
    settings: &[
        "Settings are shared by everybody on this database: when a task is due soon, when it may be urged again, when a session that nobody touches ends. Everybody may look; administrators set them.",
        "F10 saves what was changed as one group; the command \":undo\" takes it back afterwards. Lateness is not stored, so a new threshold shows on every list at once.",
        "How \"trước ngày\" is read counts for documents entered from now on; due dates that are there stay.",
        "Ends by itself: a session that nobody touches warns and ends, what is being typed is kept for the next start; 0 is never. Open sessions go by a new number at once.",
        "From the shell: cchc config list, cchc config set urge_gap 3.",
    ],
    measures: &[
        "An indicator has a target (at least, at most, exactly, a band), a unit and a period; values are the city's or those of single agencies. The list shows the last value, how far away it is, and what is missing.",
        "Caseload are monthly totals per agency. Count and share stand side by side: the sign ! is where the late share falls and yet more files are late than in the month before.",
        "Opening + received must be solved + open + withdrawn, else nothing is saved. An opening that differs from what was open the month before is saved and pointed out.",
        "On the numeric pad: digits, Enter for the next field; F7 copies the value before. Each Enter on the last field is one save, which F9 takes back.",
        "Letters narrow the list by code or name.",
    ],
    keeping: &[
        "Agencies have versions in time: whatever is done to them ends a version and keeps it. Everybody may look; only administrators change.",
        "F6 chooses what is to be done to the agency under the cursor. Give the day and the document; F10 shows what will happen: which agencies end, how many open tasks go over, how many stay; F10 again does it. F9 takes all of it back as one.",
        "Where there is one successor, open tasks and accounts follow. After a split or a dissolution they wait under \"Without a lead\" (F7): settle them one by one, by area or by place.",
        "A hand-over is no extension: due dates and days late stay. Closed tasks stay with the old agency.",
        "Days off (F8): projected ones are marked. When the calendar is edited, relative deadlines roll with it at once.",
    ],
};
