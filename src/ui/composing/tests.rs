//! The syllables and words that the composer has to get right, and those it has to leave alone.

use super::*;

fn telex(keys: &str) -> String {
    typed(keys, Method::Telex)
}

fn vni(keys: &str) -> String {
    typed(keys, Method::Vni)
}

/// Word by word, as a field does it.
fn typed(keys: &str, method: Method) -> String {
    let mut text = String::new();
    let mut word = Vec::new();
    for key in keys.chars().chain(['\n']) {
        if method.takes(key, !word.is_empty()) {
            word.push(key);
        } else {
            text += &compose("", &word, method);
            text.push(key);
            word.clear();
        }
    }
    text.pop();
    text
}

#[test]
fn telex_writes_vietnamese() {
    for (keys, text) in [
        ("tooi gox tieengs Vieetj", "tôi gõ tiếng Việt"),
        ("cair cachs hanhf chinhs", "cải cách hành chính"),
        (
            "Uyr ban nhaan daan thanhf phoos",
            "Ủy ban nhân dân thành phố",
        ),
        ("Ddoong DDAATS", "Đông ĐẤT"),
        (
            "dduwowngf dduowngf duongwf dduongwf",
            "đường đường dường đường",
        ),
        ("DDuwowngf dduwowfng", "Đường đường"),
        (
            "nguwoif thuowng thuowr huow quow",
            "người thương thuở huơ quơ",
        ),
        ("quyeets quyr quaanj Quynhf", "quyết quỷ quận Quỳnh"),
        (
            "gif giaf giuwax gieengs giups ginf",
            "gì già giữa giếng giúp gìn",
        ),
        ("hoaf hoanf thuyr khoer ngoafi", "hòa hoàn thủy khỏe ngoài"),
        ("nghieepj vuj khuyeens khichs", "nghiệp vụ khuyến khích"),
        ("hoawcj loawngs muaw chuaw", "hoặc loắng mưa chưa"),
        (
            "ruouwj luuw huuw khuyur khuaays",
            "rượu lưu hưu khuỷu khuấy",
        ),
        ("dangd dangds vietej tienes", "đang đáng việt tiến"),
        ("(ddieemr 5, khoanr 2)", "(điểm 5, khoản 2)"),
        ("xuaats thuees ddieeuf khuyar", "xuất thuế điều khuỷa"),
        ("Ddawks Lawks Bawcs Kanj", "Đắk Lắk Bắc Kạn"),
        ("tw nhw w uw ow aw", "tư như ư ư ơ ă"),
        ("khoeof xooong", "khoèo xoong"),
        ("yeeus ys kyf", "yếu ý kỳ"),
    ] {
        assert_eq!(telex(keys), text, "{keys}");
    }
}

#[test]
fn vni_writes_vietnamese() {
    for (keys, text) in [
        ("to6i go4 tie6ng1 Vie6t5", "tôi gõ tiếng Việt"),
        (
            "d9u7o7ng2 d9uo7ng2 duong72 d9uong72",
            "đường đường dường đường",
        ),
        ("D9a6t1 D9A6T1 d9i", "Đất ĐẤT đi"),
        ("quye61t quy3 giu74a gie61ng", "quyết quỷ giữa giếng"),
        ("mua7 hoa8c5 hoa2 thua72", "mưa hoặc hòa thừa"),
        ("dang9 dan96", "đang đân"),
    ] {
        assert_eq!(vni(keys), text, "{keys}");
    }
}

#[test]
fn d_is_barred_anywhere_in_abbreviations() {
    assert_eq!(
        telex("15/2023/NDD-CP QDD-UBND HDDND"),
        "15/2023/NĐ-CP QĐ-UBND HĐND"
    );
    assert_eq!(telex("BDDATGT TDDKT ndd NDDD"), "BĐATGT TĐKT nđ NDD");
    assert_eq!(vni("ND9-CP QD9 HD9ND ND99"), "NĐ-CP QĐ HĐND ND9");
}

#[test]
fn what_is_no_vietnamese_stays_as_it_was_typed() {
    for keys in [
        "windows",
        "Windows",
        "excel",
        "Excel",
        "user",
        "users",
        "uses",
        "file",
        "www",
        "www.x.vn",
        "UBND",
        "KH",
        "STTTT",
        "emails",
        "email",
        "web",
        "wifi",
        "word",
        "add",
        "address",
        "report",
        "server",
        "ds.csv",
        "nguyenvana@tphcm.gov.vn",
        "online",
        "facebook",
        "zoom",
        "pdf",
        "KPI",
        "ISO",
        "USD",
        "SMS",
        "xls",
        "9125/KH-UBND",
        "KH9125/23",
        "T6",
        "15/6",
        "+7",
        "sldtbxh",
        "bogo",
        "telex",
        "vni",
        "snv",
        "[1]",
        "cq:stc",
    ] {
        assert_eq!(telex(keys), keys);
    }
    for keys in [
        "Q4",
        "KH9125/23",
        "TT02",
        "quy61",
        "15/6",
        "+7",
        "T6",
        "windows",
        "2023",
        "phuong1",
    ] {
        assert_eq!(vni(keys), keys);
    }
}

#[test]
fn striking_a_mark_again_takes_it_back() {
    for (keys, text) in [
        ("aaa", "aa"),
        ("ass", "as"),
        ("ddd", "dd"),
        ("asz", "a"),
        ("ww", "w"),
        ("eee", "ee"),
        ("ooo", "oo"),
        ("aww", "aw"),
        ("uww", "uw"),
        ("tww", "tw"),
        ("ffile", "ffile"),
        ("toanss", "toans"),
        ("tieengss", "tiêngs"),
        ("assas", "asas"),
        ("asf", "à"),
    ] {
        assert_eq!(telex(keys), text, "{keys}");
    }
    for (keys, text) in [
        ("a11", "a1"),
        ("a66", "a6"),
        ("d99", "d9"),
        ("a10", "a"),
        ("u77", "u7"),
    ] {
        assert_eq!(vni(keys), text, "{keys}");
    }
}

#[test]
fn keys_go_on_from_letters_that_stand() {
    let on =
        |given: &str, keys: &str| compose(given, &keys.chars().collect::<Vec<_>>(), Method::Telex);
    assert_eq!(on("đô", "i"), "đôi");
    assert_eq!(on("đô", "ir"), "đổi");
    assert_eq!(on("việ", "t"), "việt");
    assert_eq!(on("Nộ", "i"), "Nội");
    assert_eq!(on("họ", ""), "họ");
    assert_eq!(on("hoc", "j"), "học");
    assert_eq!(on("việ", "k"), "việk", "as it was typed");
    assert_eq!(on("á", "s"), "as");
}
