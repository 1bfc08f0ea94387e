//! The words of practice: the ten drills, their list, the result.

/// A drill in words. `{n}` stands for the numbers of its tasks, `{cq}` for their agencies.
#[derive(Debug)]
pub struct DrillWords {
    /// What it trains, for the list.
    pub title: &'static str,
    /// What is to be done, in one sentence; stays on the screen.
    pub task: &'static str,
}

/// The words of practice.
#[derive(Debug)]
pub struct PracticeWords {
    /// Stands in the title line instead of the mark of the sample.
    pub mark: &'static str,
    /// The title of the list.
    pub title: &'static str,
    /// What this is.
    pub opening: &'static str,
    /// Heads the least number of keys.
    pub shortest: &'static str,
    /// Heads the last result.
    pub last: &'static str,
    /// Heads the best result of this session.
    pub best: &'static str,
    /// Heads the best result of former sessions.
    pub former: &'static str,
    /// The message line of the list.
    pub hint: &'static str,
    /// Said when a drill begins.
    pub begin: &'static str,
    /// Said when a drill was left.
    pub left: &'static str,
    /// The sample has no task of the kind that a drill needs.
    pub no_cast: &'static str,
    /// Heads the sentence of a drill; takes its key.
    pub drill: fn(char) -> String,
    /// Keys and thousandths of a second, in few cells.
    pub score: fn(usize, u64) -> String,
    /// The result: the drill's key, keys, thousandths of a second.
    pub done: fn(char, usize, u64) -> String,
    /// The shortest way: how many keys, and which.
    pub way: fn(usize, &str) -> String,
    /// What a text of one's own choice is called in a way.
    pub own_text: &'static str,
    /// One's own best: keys, thousandths of a second.
    pub own_best: fn(usize, u64) -> String,
    /// Said of a result with as few keys as are known.
    pub is_shortest: &'static str,
    /// The title of the result.
    pub result: &'static str,
    /// What to do after a drill.
    pub next: &'static str,
    /// The same, after the last drill.
    pub next_is_first: &'static str,
    /// The drills, in the order of their keys.
    pub drills: [DrillWords; 10],
}

/// Thousandths of a second as seconds with one place.
fn seconds(millis: u64, point: char) -> String {
    let tenths = (millis + 50) / 100;
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

const fn drill(title: &'static str, task: &'static str) -> DrillWords {
    DrillWords { title, task }
}

pub(super) const VI: PracticeWords = PracticeWords {
    mark: "THỰC HÀNH",
    title: "Bài tập phím",
    opening: "Mười bài trên bản sao của dữ liệu mẫu; làm gì cũng không ảnh hưởng ai. Cách nào đến đích cũng được: máy đếm phím và bấm giờ từ phím đầu.",
    shortest: "Ít nhất",
    last: "Vừa rồi",
    best: "Tốt nhất",
    former: "Trước đây",
    hint: "Nhập số của bài, hoặc ↑↓ rồi Enter · F3 thoát",
    begin: "Giờ tính từ phím đầu. Bỏ dở: :q rồi Enter.",
    left: "Đã bỏ dở, không tính kết quả.",
    no_cast: "Dữ liệu mẫu không có nhiệm vụ cho bài này.",
    drill: |key| format!("Bài {key}: "),
    score: |keys, millis| format!("{keys} · {}s", seconds(millis, ',')),
    done: |key, keys, millis| {
        format!(
            "Xong bài {key}: {keys} phím, {} giây.",
            seconds(millis, ',')
        )
    },
    way: |keys, way| format!("Ngắn nhất {keys} phím: {way}"),
    own_text: "chữ",
    own_best: |keys, millis| {
        format!(
            "Tốt nhất của bạn: {keys} phím, {} giây.",
            seconds(millis, ',')
        )
    },
    is_shortest: "Đúng bằng số phím ít nhất đã biết.",
    result: "Kết quả",
    next: "Enter bài kế tiếp · F5 làm lại bài này · Esc danh sách bài",
    next_is_first: "Enter về bài 1 · F5 làm lại bài này · Esc danh sách bài",
    drills: [
        drill(
            "Đến nhiệm vụ quá hạn kế tiếp",
            "Danh sách xếp mới nhất trước: đưa con trỏ đến nhiệm vụ quá hạn kế tiếp.",
        ),
        drill(
            "Mở nhiệm vụ của một cơ quan",
            "Mở danh sách nhiệm vụ của Sở Xây dựng (SXD).",
        ),
        drill(
            "Mở theo số, xem vì sao trễ",
            "Mở nhiệm vụ số {n}, rồi xem vì sao trễ từng ấy ngày.",
        ),
        drill(
            "Ghi tiến độ kèm ghi chú",
            "Nhiệm vụ số {n}: ghi tiến độ 70% kèm một câu ghi chú.",
        ),
        drill(
            "Tiếp nhận ba việc, ghi một lần",
            "Tiếp nhận ba nhiệm vụ đầu danh sách trong một lần ghi.",
        ),
        drill("Xác nhận tám dòng rải rác", "Xác nhận việc chờ của {cq}."),
        drill(
            "Tìm không dấu, giữ kết quả",
            "Tìm các nhiệm vụ có chữ \"thư xin lỗi\" và giữ lại làm bộ lọc.",
        ),
        drill(
            "Lọc bằng từ, lưu bộ lọc",
            "Lọc việc quá hạn của Sở Tài chính (STC), rồi lưu bộ lọc, tên tùy ý.",
        ),
        drill(
            "Đôn đốc rồi hoàn tác",
            "Đôn đốc nhiệm vụ số {n} (trễ nhiều nhất), rồi hoàn tác.",
        ),
        drill(
            "Thêm nhiệm vụ có thời hạn",
            "Thêm nhiệm vụ, nội dung tùy ý, giao Sở Tài chính (STC), hạn 30/06/2023.",
        ),
    ],
};

pub(super) const EN: PracticeWords = PracticeWords {
    mark: "PRACTICE",
    title: "Key drills",
    opening: "Ten drills on a copy of the sample; nothing here touches anybody's work. Any way to the goal counts: keys are counted and timed from the first one.",
    shortest: "Fewest",
    last: "Last",
    best: "Best",
    former: "Before",
    hint: "The drill's digit, or ↑↓ and Enter · F3 leaves",
    begin: "The clock starts with your first key. To give up: :q and Enter.",
    left: "Given up; nothing is recorded.",
    no_cast: "The sample has no task for this drill.",
    drill: |key| format!("Drill {key}: "),
    score: |keys, millis| format!("{keys} · {}s", seconds(millis, '.')),
    done: |key, keys, millis| {
        format!(
            "Drill {key} done: {keys} keys, {} seconds.",
            seconds(millis, '.')
        )
    },
    way: |keys, way| format!("Shortest, {keys} keys: {way}"),
    own_text: "text",
    own_best: |keys, millis| format!("Your best: {keys} keys, {} seconds.", seconds(millis, '.')),
    is_shortest: "As few keys as anybody knows.",
    result: "Result",
    next: "Enter next drill · F5 this one again · Esc list of drills",
    next_is_first: "Enter drill 1 · F5 this one again · Esc list of drills",
    drills: [
        drill(
            "To the next overdue task",
            "The list has the newest first: put the cursor on the next overdue task.",
        ),
        drill(
            "Open one agency's tasks",
            "Open the list of tasks of Sở Xây dựng (SXD).",
        ),
        drill(
            "Open by number, ask why late",
            "Open task number {n}, then see why it is so many days late.",
        ),
        drill(
            "Record progress with a note",
            "Task number {n}: record progress of 70% with a note.",
        ),
        drill(
            "Accept three in one save",
            "Accept the first three tasks of the list in one save.",
        ),
        drill(
            "Confirm eight scattered rows",
            "Confirm what waits of {cq}.",
        ),
        drill(
            "Find without accents, keep it",
            "Find the tasks that say \"thư xin lỗi\" and keep that as the filter.",
        ),
        drill(
            "Filter in words, save the view",
            "Filter the overdue tasks of Sở Tài chính (STC); save the view, any name.",
        ),
        drill(
            "Urge, then take it back",
            "Urge task number {n} (the latest of all), then take that back.",
        ),
        drill(
            "Add a task with a deadline",
            "Add a task, any content, lead Sở Tài chính (STC), due 30/06/2023.",
        ),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_rounded_to_tenths_and_written_as_the_language_does() {
        assert_eq!((VI.score)(12, 8_449), "12 · 8,4s");
        assert_eq!((EN.score)(9, 59_950), "9 · 60.0s");
    }
}
