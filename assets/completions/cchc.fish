# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_cchc_global_optspecs
    string join \n h/help V/version db= lang= user= today= as-of= color= line plain headings
end

function __fish_cchc_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_cchc_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_cchc_using_subcommand
    set -l cmd (__fish_cchc_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c cchc -n "__fish_cchc_needs_command" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_needs_command" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_needs_command" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_needs_command" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_needs_command" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_needs_command" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_needs_command" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_needs_command" -s V -l version -d 'Xem phiên bản'
complete -c cchc -n "__fish_cchc_needs_command" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_needs_command" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_needs_command" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "demo" -d 'Mở dữ liệu mẫu: nhiệm vụ của Chỉ thị, ngày 15/06/2023'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "practice" -d 'Luyện phím: mười bài bấm giờ trên bản sao của dữ liệu mẫu'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "init" -d 'Tạo cơ sở dữ liệu trống (dùng với --db)'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "salvage" -d 'Xuất phần còn đọc được của cơ sở dữ liệu bị hỏng'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "deadline" -d 'Xem chương trình hiểu một thời hạn như thế nào'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "workdays" -d 'Đếm ngày làm việc: hai ngày, hoặc một ngày và +N'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "show" -d 'Xem một nhiệm vụ và nhật ký của nó'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "agencies" -d 'Liệt kê cơ quan với số nhiệm vụ'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "agency" -d 'Cơ quan theo thời gian: sắp xếp, bàn giao'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "calendar" -d 'Một tháng: ngày nghỉ, làm bù, số nhiệm vụ đến hạn từng ngày'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "document" -d 'Sổ văn bản và chuỗi căn cứ'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "config" -d 'Cài đặt dùng chung trong cơ sở dữ liệu'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "letter" -d 'Lập công văn cho các cơ quan có nhiệm vụ quá hạn, ghi vào nhật ký'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "indicator" -d 'Chỉ tiêu: mục tiêu, số liệu, mức đạt'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "caseload" -d 'Hồ sơ: số tổng theo tháng của từng cơ quan'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "window" -d 'Kỳ báo cáo: từ ngày, đến ngày, hạn gửi'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "holiday" -d 'Lịch nghỉ và làm bù'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "add" -d 'Thêm một nhiệm vụ'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "user" -d 'Tài khoản: ai được vào, với vai trò nào'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "do" -d 'Làm một thao tác trên các nhiệm vụ: gia hạn, chuyển, đôn đốc, hỏi, trả lời, giải trình, đính chính…'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "undo" -d 'Hoàn tác nhóm thao tác cuối cùng của mình'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "audit" -d 'Kiểm tra nhật ký'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "backup" -d 'Sao lưu cơ sở dữ liệu khi mọi người vẫn làm việc, có kiểm tra; không gồm tệp của put, nháp, cấu hình; --keep N giữ N bản mới nhất'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "doctor" -d 'Khám: dữ liệu, nhật ký, lịch, đồng hồ, đĩa, quyền, thiết bị, và nói phải làm gì'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "restore" -d 'Khôi phục từ bản sao: kiểm tra trước, giữ lại bản bị thay'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "keys" -d 'In bảng phím'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "list" -d 'Liệt kê nhiệm vụ theo bộ lọc'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "set" -d 'Chuyển trạng thái nhiệm vụ'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "note" -d 'Ghi tiến độ của một nhiệm vụ'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "extend" -d 'Gia hạn; không có --until thì đến ngày được đề nghị'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "transfer" -d 'Chuyển nhiệm vụ cho cơ quan khác chủ trì'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "urge" -d 'Đôn đốc nơi đang giữ nhiệm vụ'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "view" -d 'Bộ lọc đã lưu của mình, dùng chung với màn hình (F8)'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "import" -d 'Nhập từ tệp'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "export" -d 'Xuất dữ liệu ra tệp'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "report" -d 'In một báo cáo: completion, promise, late, heads, hands, waiting, urgings, ..., period'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "brief" -d 'Việc chờ mình hôm nay, ba dòng; mã thoát 3 nếu có việc'
complete -c cchc -n "__fish_cchc_needs_command" -f -a "schema" -d 'In mô tả (JSON Schema) của --json, cả bộ hoặc của một lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand demo" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand demo" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand practice" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand practice" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand init" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand init" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand init" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand init" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand init" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand init" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand init" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand init" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand init" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand init" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand salvage" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l from -d 'Ngày của văn bản giao hoặc ngày bắt đầu' -r
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand deadline" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand workdays" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand show" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand show" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand show" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand show" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand show" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand show" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand show" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand show" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand show" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand show" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand show" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l by -d 'Theo cơ quan lúc đó (then) nơi tiếp nhận hôm nay (today) hay người đứng đầu (head)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agencies" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "list" -d 'Liệt kê cơ quan của một ngày, hoặc mọi thời kỳ'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "show" -d 'Xem một cơ quan, trước và sau nó, và nhật ký'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "found" -d 'Thành lập cơ quan'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "correct" -d 'Đính chính lỗi ghi của cơ quan: tên, mã, loại, cấp trên, chức danh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "rename" -d 'Đổi tên cơ quan; nhiệm vụ đang mở đi theo'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "merge" -d 'Sáp nhập; nhiệm vụ đang mở chuyển cho nơi tiếp nhận'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "split" -d 'Chia tách; nhiệm vụ đang mở chờ phân lại'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "dissolve" -d 'Giải thể; nhiệm vụ đang mở chờ phân lại'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "hand-over" -d 'Bàn giao nhiệm vụ đang mở cho cơ quan khác'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "orphans" -d 'Liệt kê nơi có nhiệm vụ chưa có đơn vị tiếp nhận'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and not __fish_seen_subcommand_from list show found correct rename merge split dissolve hand-over orphans settle-orphans" -f -a "settle-orphans" -d 'Phân nhiệm vụ chưa có đơn vị tiếp nhận theo quy tắc; không có --to thì về nơi tiếp nhận duy nhất'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l on -d 'Ngày đầu của trạng thái mới; với list: ngày cần xem' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l all -d 'Mọi thời kỳ'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from show" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l on -d 'Ngày đầu của trạng thái mới; với list: ngày cần xem' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l code -d 'Mã mới (mặc định: theo tên)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l kind -d 'Loại: so, ban, nganh, quan, huyen, thanh_pho, tinh, phuong, xa, dac_khu, khac' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l parent -d 'Cơ quan cấp trên' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l head -d 'Chức danh người đứng đầu' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from found" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l name -d 'Tên đúng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l code -d 'Mã mới (mặc định: theo tên)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l kind -d 'Loại: so, ban, nganh, quan, huyen, thanh_pho, tinh, phuong, xa, dac_khu, khac' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l parent -d 'Cơ quan cấp trên' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l head -d 'Chức danh người đứng đầu' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from correct" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l on -d 'Ngày đầu của trạng thái mới; với list: ngày cần xem' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l code -d 'Mã mới (mặc định: theo tên)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l kind -d 'Loại: so, ban, nganh, quan, huyen, thanh_pho, tinh, phuong, xa, dac_khu, khac' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l parent -d 'Cơ quan cấp trên' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l head -d 'Chức danh người đứng đầu' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from rename" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l on -d 'Ngày đầu của trạng thái mới; với list: ngày cần xem' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l name -d 'Tên cơ quan mới thành lập từ việc sáp nhập' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l into -d 'Cơ quan tiếp nhận' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l code -d 'Mã mới (mặc định: theo tên)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l kind -d 'Loại: so, ban, nganh, quan, huyen, thanh_pho, tinh, phuong, xa, dac_khu, khac' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l parent -d 'Cơ quan cấp trên' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l head -d 'Chức danh người đứng đầu' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from merge" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l on -d 'Ngày đầu của trạng thái mới; với list: ngày cần xem' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l into -d 'Các cơ quan nhận: mã đã có, hoặc tên đầy đủ của cơ quan mới' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from split" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l on -d 'Ngày đầu của trạng thái mới; với list: ngày cần xem' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from dissolve" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from hand-over" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from orphans" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l area -d 'Lĩnh vực: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l from -d 'Cơ quan chủ trì đến nay' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l to -d 'Cơ quan tiếp nhận' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l words -d 'Từ có trong nội dung, ví dụ tên địa bàn' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand agency; and __fish_seen_subcommand_from settle-orphans" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l agency -d 'Cơ quan chủ trì: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l month -d 'Tháng; mặc định là tháng này' -r
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand calendar" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -f -a "list" -d 'Liệt kê văn bản, với số nhiệm vụ; tìm theo số hay chữ'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -f -a "show" -d 'Xem một văn bản, căn cứ của nó và văn bản dựa vào nó'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -f -a "add" -d 'Thêm một văn bản'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -f -a "set" -d 'Sửa một văn bản; bật, tắt bước xác nhận'
complete -c cchc -n "__fish_cchc_using_subcommand document; and not __fish_seen_subcommand_from list show add set base" -f -a "base" -d 'Thêm, bỏ căn cứ của một văn bản'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l twice -d 'Chỉ văn bản trùng số với văn bản khác'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from show" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l base -d 'Văn bản căn cứ (nhiều lần được)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l kind -d 'Loại: Kế hoạch, Chỉ thị...' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l date -d 'Ngày ký' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l issuer -d 'Nơi ban hành' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l summary -d 'Trích yếu' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l confirmation -d 'yes: báo cáo xong phải được xác nhận; no: báo cáo xong là hoàn thành; do quản trị đặt' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from add" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l number -d 'Số, ký hiệu đúng; mã giữ nguyên' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l kind -d 'Loại: Kế hoạch, Chỉ thị...' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l date -d 'Ngày ký' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l issuer -d 'Nơi ban hành' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l summary -d 'Trích yếu' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l confirmation -d 'yes: báo cáo xong phải được xác nhận; no: báo cáo xong là hoàn thành; do quản trị đặt' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from set" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l add -d 'Thêm căn cứ (nhiều lần được)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l remove -d 'Bỏ căn cứ (nhiều lần được)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand document; and __fish_seen_subcommand_from base" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -f -a "list" -d 'Liệt kê cài đặt đang dùng'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -f -a "get" -d 'In giá trị của một cài đặt'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -f -a "set" -d 'Đổi một cài đặt (quản trị)'
complete -c cchc -n "__fish_cchc_using_subcommand config; and not __fish_seen_subcommand_from list get set paper" -f -a "paper" -d 'Ghi mẫu báo cáo hoặc công văn ra tệp để sửa trong Word'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from get" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from set" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand config; and __fish_seen_subcommand_from paper" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l agency -d 'Chỉ cơ quan chủ trì này: mã hoặc tên; nêu được nhiều lần' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l number -d 'Số của công văn đầu; không nêu thì theo số đang đếm' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l until -d 'Phải trả lời chậm nhất ngày này' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l output -d 'Thư mục cho các công văn, hoặc tệp .docx nếu chỉ có một' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand letter" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand letter" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -f -a "list" -d 'Liệt kê chỉ tiêu với kết quả kỳ mới nhất'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -f -a "show" -d 'Xem một chỉ tiêu: mọi số liệu, số liệu chưa có'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -f -a "add" -d 'Thêm chỉ tiêu'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -f -a "set" -d 'Sửa chỉ tiêu'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -f -a "read" -d 'Ghi một số liệu của chỉ tiêu'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and not __fish_seen_subcommand_from list show add set read import" -f -a "import" -d 'Nhập số liệu chỉ tiêu từ tệp (CSV, XLSX, XLS, ODS)'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from show" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l target -d 'Mục tiêu: >=100, <=5, =5, 25-35' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l unit -d 'Đơn vị tính (mặc định: %)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l until -d 'Thời hạn, YYYY-MM-DD' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l agencies -d 'Đo ở: mã cơ quan, cách bằng dấu chấm phẩy; @SBN, @QH, @PX; để trống là toàn Thành phố' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l every -d 'Chu kỳ: month, quarter, half, year' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l since -d 'Đo từ ngày, YYYY-MM-DD' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l area -d 'Lĩnh vực: mã' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l document -d 'Văn bản: số, ký hiệu' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from add" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l name -d 'Tên đúng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l target -d 'Mục tiêu: >=100, <=5, =5, 25-35' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l unit -d 'Đơn vị tính (mặc định: %)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l until -d 'Thời hạn, YYYY-MM-DD' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l agencies -d 'Đo ở: mã cơ quan, cách bằng dấu chấm phẩy; @SBN, @QH, @PX; để trống là toàn Thành phố' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l every -d 'Chu kỳ: month, quarter, half, year' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l since -d 'Đo từ ngày, YYYY-MM-DD' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l area -d 'Lĩnh vực: mã' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l document -d 'Văn bản: số, ký hiệu' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l closed -d 'Thôi theo dõi: true hoặc false' -r -f -a "true\t''
false\t''"
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from set" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l agency -d 'Cơ quan: mã' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l note -d 'Ghi chú của số liệu' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l remove -d 'Gỡ số liệu của kỳ này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from read" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l indicator -d 'Chỉ tiêu, cho dòng không nêu chỉ tiêu' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l period -d 'Kỳ, nếu tệp không nêu' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand indicator; and __fish_seen_subcommand_from import" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -f -a "list" -d 'Liệt kê hồ sơ của một tháng, hoặc từng tháng của một cơ quan'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -f -a "set" -d 'Ghi số liệu hồ sơ một tháng'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -f -a "remove" -d 'Gỡ số liệu hồ sơ một tháng'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -f -a "alerts" -d 'Nơi tỷ lệ trễ giảm nhưng số hồ sơ trễ tăng'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and not __fish_seen_subcommand_from list set remove alerts import" -f -a "import" -d 'Nhập số liệu hồ sơ từ tệp (CSV, XLSX, XLS, ODS)'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l agency -d 'Cơ quan: mã' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l month -d 'Tháng: 2023-05 (mặc định: tháng mới nhất có số)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l opening -d 'Tồn đầu kỳ' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l received -d 'Tiếp nhận' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l solved-on-time -d 'Giải quyết đúng hạn' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l solved-late -d 'Giải quyết trễ hạn' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l open-in-time -d 'Đang giải quyết trong hạn' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l open-late -d 'Đang giải quyết trễ hạn' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l withdrawn -d 'Xin rút' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l waiting -d 'Chờ bổ sung' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from set" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from remove" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l month -d 'Tháng: 2023-05 (mặc định: tháng mới nhất có số)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from alerts" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l month -d 'Tháng, nếu tệp không nêu' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand caseload; and __fish_seen_subcommand_from import" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -f -a "list" -d 'Liệt kê kỳ báo cáo của một năm'
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -f -a "set" -d 'Ghi hoặc sửa một kỳ báo cáo'
complete -c cchc -n "__fish_cchc_using_subcommand window; and not __fish_seen_subcommand_from list set remove" -f -a "remove" -d 'Xóa một kỳ báo cáo'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l from -d 'Ngày đầu của số liệu' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l to -d 'Ngày chốt số liệu' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l due -d 'Hạn gửi báo cáo' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l series -d 'Loại kỳ (mặc định: theo tên)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from set" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand window; and __fish_seen_subcommand_from remove" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -f -a "list" -d 'Liệt kê lịch nghỉ của một năm'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -f -a "set" -d 'Ghi một ngày nghỉ hoặc làm bù'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -f -a "remove" -d 'Bỏ một ngày khỏi lịch nghỉ'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and not __fish_seen_subcommand_from list set remove import" -f -a "import" -d 'Nhập lịch nghỉ từ tệp CSV (date,name,kind,status)'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l kind -d 'Nghỉ lễ, nghỉ bù (hoán đổi), làm bù' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l projected -d 'Dự kiến, chưa công bố'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from set" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from remove" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand holiday; and __fish_seen_subcommand_from import" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand add" -l document -d 'Văn bản giao, cho dòng không nêu văn bản' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l agency -d 'Cơ quan chủ trì: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l deadline -d 'Thời hạn, như trong văn bản' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l area -d 'Lĩnh vực: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l product -d 'Sản phẩm' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l supporting -d 'Cơ quan phối hợp' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand add" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand add" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand add" -l draft -d 'Giữ làm nháp, chưa giao'
complete -c cchc -n "__fish_cchc_using_subcommand add" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand add" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand add" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand add" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -f -a "list" -d 'Liệt kê tài khoản'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -f -a "on" -d 'Ai đang mở chương trình, từ lúc nào, ở nhiệm vụ nào'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -f -a "add" -d 'Thêm một tài khoản (quản trị)'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -f -a "disable" -d 'Khóa một tài khoản; tên vẫn còn trong nhật ký'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -f -a "enable" -d 'Mở lại một tài khoản đã khóa'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -f -a "move" -d 'Chuyển sang cơ quan khác, đổi vai trò'
complete -c cchc -n "__fish_cchc_using_subcommand user; and not __fish_seen_subcommand_from list on add disable enable move key" -f -a "key" -d 'In dòng authorized_keys cho khóa SSH của một người dùng'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from on" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l agency -d 'Cơ quan chủ trì: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l role -d 'viewer, clerk, monitor, leader, administrator; hoặc tiếng Việt' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from add" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from disable" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from enable" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l agency -d 'Cơ quan chủ trì: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l role -d 'viewer, clerk, monitor, leader, administrator; hoặc tiếng Việt' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from move" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand user; and __fish_seen_subcommand_from key" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand do" -l note -d 'Ghi chú, tiến độ' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l evidence -d 'Minh chứng: số, ký hiệu, ngày văn bản' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l reason -d 'Lý do' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l until -d 'Hạn mới, hạn đúng, hoặc trả lời trước ngày này' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l agency -d 'Cơ quan chủ trì mới, hoặc cơ quan được hỏi' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l percent -d 'Tiến độ, 0 đến 100' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l date -d 'Ngày của minh chứng, ngày ban hành, ngày xong giai đoạn' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l value -d 'Giá trị đạt được' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l part -d 'Đề nghị hoặc giai đoạn thứ mấy, từ 1' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l filter -d 'Mọi nhiệm vụ tìm được (nhiều nhất 500) thay cho mã; hỏi trước khi ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand do" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand do" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand do" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand do" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand do" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand do" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand do" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand undo" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand undo" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -f -a "verify" -d 'Kiểm tra toàn bộ nhật ký: nêu từng dòng bị sửa, xóa, chèn'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and not __fish_seen_subcommand_from verify head" -f -a "head" -d 'In mã băm cuối của nhật ký, để giữ ở nơi khác'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l head -d 'Mã nhật ký đã giữ (trên bản xuất, báo cáo, từ audit head) để đối chiếu' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from verify" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand audit; and __fish_seen_subcommand_from head" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l keep -d 'Giữ N bản sao mới nhất trong thư mục, bỏ các bản cũ hơn' -r
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand backup" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand backup" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l full -d 'Khám toàn bộ: mọi chỉ mục, toàn bộ nhật ký'
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l repair -d 'Tạo lại số đếm, chỉ mục, tìm kiếm từ các nhiệm vụ rồi khám'
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand doctor" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand restore" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand restore" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand keys" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand keys" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand list" -l limit -d 'Nhiều nhất N dòng' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l by -d 'Theo cơ quan lúc đó (then) nơi tiếp nhận hôm nay (today) hay người đứng đầu (head)' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l view -d 'Bộ lọc đã lưu, theo tên; thêm bộ lọc để thu hẹp' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand set" -l note -d 'Ghi chú, tiến độ' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l evidence -d 'Minh chứng: số, ký hiệu, ngày văn bản' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l reason -d 'Lý do' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l filter -d 'Mọi nhiệm vụ tìm được (nhiều nhất 500) thay cho mã; hỏi trước khi ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand set" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand set" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand set" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand set" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand set" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand set" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand set" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand note" -l percent -d 'Tiến độ, 0 đến 100' -r
complete -c cchc -n "__fish_cchc_using_subcommand note" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand note" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand note" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand note" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand note" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand note" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand note" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand note" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand note" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand note" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand note" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l reason -d 'Lý do' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l until -d 'Hạn mới, hạn đúng, hoặc trả lời trước ngày này' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l filter -d 'Mọi nhiệm vụ tìm được (nhiều nhất 500) thay cho mã; hỏi trước khi ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand extend" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand extend" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l reason -d 'Lý do' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l filter -d 'Mọi nhiệm vụ tìm được (nhiều nhất 500) thay cho mã; hỏi trước khi ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand transfer" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l reason -d 'Lý do' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l document -d 'Văn bản quyết định' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l filter -d 'Mọi nhiệm vụ tìm được (nhiều nhất 500) thay cho mã; hỏi trước khi ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand urge" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand urge" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -f -a "list" -d 'Liệt kê bộ lọc đã lưu'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -f -a "show" -d 'Xem một bộ lọc đã lưu'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -f -a "remove" -d 'Bỏ một bộ lọc đã lưu'
complete -c cchc -n "__fish_cchc_using_subcommand view; and not __fish_seen_subcommand_from list show remove save" -f -a "save" -d 'Lưu bộ lọc; tên đã có thì thay'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from show" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from remove" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l order -d 'Thứ tự: khẩn trước, mới trước, theo văn bản' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand view; and __fish_seen_subcommand_from save" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -f -a "list" -d 'Các lần nhập, mới nhất trước'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -f -a "finish" -d 'Nhập tiếp một lần nhập còn dở, từ đúng tệp đó'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -f -a "undo" -d 'Hoàn tác cả một lần nhập'
complete -c cchc -n "__fish_cchc_using_subcommand import; and not __fish_seen_subcommand_from list finish undo tasks" -f -a "tasks" -d 'Nhập phụ lục nhiệm vụ (CSV, XLSX, XLS, ODS)'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from finish" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from undo" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l sheet -d 'Trang tính, theo tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l coding -d 'Bảng mã của cả tệp: auto tự nhận từng dòng, unicode, tcvn3, vni' -r -f -a "auto\t''
unicode\t''
tcvn3\t''
vni\t''"
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l column -d 'Cột C là gì: item, content, area, product, lead, support, deadline, document; - để bỏ' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l document -d 'Văn bản giao, cho dòng không nêu văn bản' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l date -d 'Ngày của văn bản đó' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l past-occurrences -d 'Tạo cả các kỳ đã qua của nhiệm vụ định kỳ'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l yes -d 'Ghi mà không hỏi'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l dry-run -d 'Chỉ xem trước, không ghi'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand import; and __fish_seen_subcommand_from tasks" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -f -a "list" -d 'Xuất danh sách để xem, lọc, tính: có trạng thái, tình trạng (.csv, .xlsx)'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -f -a "documents" -d 'Xuất sổ văn bản với số nhiệm vụ của từng văn bản (.csv, .xlsx)'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -f -a "changes" -d 'Xuất nhật ký thay đổi, dòng cũ trước (.csv, .xlsx)'
complete -c cchc -n "__fish_cchc_using_subcommand export; and not __fish_seen_subcommand_from list documents changes tasks" -f -a "tasks" -d 'Xuất nhiệm vụ theo mẫu phụ lục (.csv, .xlsx)'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l view -d 'Bộ lọc đã lưu, theo tên; thêm bộ lọc để thu hẹp' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l overwrite -d 'Ghi đè tệp đã có'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from list" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l overwrite -d 'Ghi đè tệp đã có'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from documents" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l overwrite -d 'Ghi đè tệp đã có'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from changes" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l view -d 'Bộ lọc đã lưu, theo tên; thêm bộ lọc để thu hẹp' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l overwrite -d 'Ghi đè tệp đã có'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand export; and __fish_seen_subcommand_from tasks" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand report" -l limit -d 'Nhiều nhất N dòng' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l period -d 'Kỳ: "quý II/2023", "6 tháng đầu năm 2023", "kỳ báo cáo quý I/2023" (15/12 đến 14/3)' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l from -d 'Ngày đầu của kỳ' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l to -d 'Ngày cuối của kỳ' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l by -d 'Gộp theo cơ quan, nơi tiếp nhận hôm nay, lĩnh vực, người đứng đầu, hay không gộp' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l basis -d 'Kỳ tính theo hạn (due) hay ngày giao (assigned)' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l of -d 'Của một nhiệm vụ, văn bản hay chỉ tiêu, theo số' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l format -d 'Dạng: text, markdown, csv, xlsx, docx, json; nếu không nêu thì theo đuôi tệp' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -s o -l output -d 'Ghi báo cáo vào tệp này' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand report" -l agency -d 'Cơ quan chủ trì: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l window -d 'Kỳ báo cáo theo bảng, ví dụ "Quý II/2023"' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand report" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand report" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand report" -l overwrite -d 'Ghi đè tệp đã có'
complete -c cchc -n "__fish_cchc_using_subcommand report" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand report" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand report" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand report" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l agency -d 'Cơ quan chủ trì: mã hoặc tên' -r
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l json -d 'In một đối tượng JSON'
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l quiet -d 'Cho lời chào đăng nhập: có gì trở ngại thì im lặng, mã thoát 0'
complete -c cchc -n "__fish_cchc_using_subcommand brief" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand brief" -l headings -d 'Với --plain: in cả dòng tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l db -d 'Cơ sở dữ liệu (hoặc CCHC_DB, hoặc tệp cấu hình)' -r -F
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l lang -d 'Ngôn ngữ (hoặc CCHC_LANG)' -r
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l user -d 'Tên ghi vào nhật ký (mặc định: tên đăng nhập)' -r
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l today -d 'Xem như ngày này, không ghi (hoặc CCHC_TODAY)' -r
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l as-of -d 'Xem như cuối ngày này, dựng từ nhật ký; không ghi' -r
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l color -d 'Màu: tự chọn, luôn có, không dùng' -r
complete -c cchc -n "__fish_cchc_using_subcommand schema" -s h -l help -d 'Xem hướng dẫn này'
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l line -d 'Làm việc từng dòng, không màn hình: cho trình đọc màn hình, chữ nổi, máy in, TERM=dumb, tập lệnh'
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l plain -d 'In dòng cho tập lệnh: ô cách bằng tab, không kẻ cột, không tiêu đề'
complete -c cchc -n "__fish_cchc_using_subcommand schema" -l headings -d 'Với --plain: in cả dòng tiêu đề'
