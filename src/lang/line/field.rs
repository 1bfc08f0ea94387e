//! The fields of a form as questions.

/// The fields of a form as questions.
#[derive(Debug)]
pub struct FieldWords {
    /// Asks for a yes or no: label, and what Enter keeps.
    pub flag: fn(&str, &str) -> String,
    /// Asks for a field: label, what may stand there, what stands there, whether it must.
    pub question: fn(&str, &str, &str, bool) -> String,
    /// May be one of the list.
    pub hint_suggest: &'static str,
    /// Is one of the list.
    pub hint_number: &'static str,
    /// Is one of a long list.
    pub hint_choice: &'static str,
    /// Is a day.
    pub hint_date: &'static str,
    /// Is a percentage.
    pub hint_percent: &'static str,
    /// A flag that is set, and one that is not.
    pub flag_state: [&'static str; 2],
    /// What may be answered to yes or no.
    pub yes_or_no: &'static str,
    /// What was understood.
    pub understood: fn(&str) -> String,
    /// Nothing in the list fits.
    pub no_such_choice: fn(&str) -> String,
    /// So many fit; so many are read.
    pub several: fn(usize, usize) -> String,
}

pub(super) const VI: FieldWords = FieldWords {
    flag: |label, there| format!("{label}? 1 có, 2 không, Enter là {there}:"),
    question: |label, hint, there, is_needed| {
        question(
            label,
            hint,
            &match there {
                "" if is_needed => String::new(),
                "" => "Enter bỏ qua".to_owned(),
                there => format!("đang là {there}, Enter giữ"),
            },
        )
    },
    hint_suggest: "gõ số hoặc lời",
    hint_number: "gõ số",
    hint_choice: "mã hoặc tên",
    hint_date: "như 30/6",
    hint_percent: "0 đến 100",
    flag_state: ["có", "không"],
    yes_or_no: "Gõ 1 là có, 2 là không, Enter giữ như đang có.",
    understood: |text| format!("Hiểu là {text}."),
    no_such_choice: |text| format!("Không có mục nào khớp \"{text}\". Gõ ? để nghe danh sách."),
    several: |found, shown| {
        if found > shown {
            format!("Có {found} mục khớp, {shown} mục đầu là:")
        } else {
            format!("Có {found} mục khớp:")
        }
    },
};

pub(super) const EN: FieldWords = FieldWords {
    flag: |label, there| format!("{label}? 1 yes, 2 no, Enter {there}:"),
    question: |label, hint, there, is_needed| {
        question(
            label,
            hint,
            &match there {
                "" if is_needed => String::new(),
                "" => "Enter skips".to_owned(),
                there => format!("now {there}, Enter keeps"),
            },
        )
    },
    hint_suggest: "a number or words",
    hint_number: "a number",
    hint_choice: "code or name",
    hint_date: "such as 30/6",
    hint_percent: "0 to 100",
    flag_state: ["yes", "no"],
    yes_or_no: "Type 1 for yes, 2 for no, Enter keeps what is there.",
    understood: |text| format!("Understood as {text}."),
    no_such_choice: |text| format!("Nothing fits \"{text}\". Type ? to hear the list."),
    several: |found, shown| {
        if found > shown {
            format!("{found} fit, the first {shown} are:")
        } else {
            format!("{found} fit:")
        }
    },
};

/// A question with what may be answered, in one line.
fn question(label: &str, hint: &str, there: &str) -> String {
    let parts = [label, hint, there]
        .into_iter()
        .filter(|part| !part.is_empty());
    format!("{}:", parts.collect::<Vec<_>>().join(", "))
}
