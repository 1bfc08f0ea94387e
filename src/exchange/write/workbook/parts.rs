//! The parts of a workbook beside its sheets: what they are, and how they belong together.

use std::fmt::Write as _;

use super::super::escape::push_escaped;

/// What declares the parts of a package and their relations.
const TYPES: &str = "application/vnd.openxmlformats-";
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";

/// What the package is.
pub(super) fn root() -> String {
    format!(
        r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>"#
    )
}

/// What every part is.
pub(super) fn types(sheets: u32) -> String {
    let mut text = format!(
        r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{TYPES}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#
    );
    let sheets = (1..=sheets).map(|number| {
        (
            format!("xl/worksheets/sheet{number}.xml"),
            "spreadsheetml.worksheet",
        )
    });
    let others = [
        ("xl/workbook.xml", "spreadsheetml.sheet.main"),
        ("xl/styles.xml", "spreadsheetml.styles"),
        ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"),
        ("docProps/custom.xml", "custom-properties"),
    ];
    let others = others.map(|(part, kind)| (part.to_owned(), kind));
    for (part, kind) in others.into_iter().chain(sheets) {
        // Writing to a text cannot fail; so for all below.
        let _ = write!(
            text,
            r#"<Override PartName="/{part}" ContentType="{TYPES}officedocument.{kind}+xml"/>"#
        );
    }
    text.push_str("</Types>");
    text
}

/// How the workbook calls its parts.
pub(super) fn relations(sheets: u32) -> String {
    let mut text = format!(r#"<Relationships xmlns="{PACKAGE}/relationships">"#);
    let mut add = |id: &str, kind: &str, target: &str| {
        let _ = write!(
            text,
            r#"<Relationship Id="{id}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>"#
        );
    };
    add("styles", "styles", "styles.xml");
    add("words", "sharedStrings", "sharedStrings.xml");
    for number in 1..=sheets {
        add(
            &format!("rId{number}"),
            "worksheet",
            &format!("worksheets/sheet{number}.xml"),
        );
    }
    text.push_str("</Relationships>");
    text
}

/// The sheets by their names, each with its header on every page.
pub(super) fn book(name: &str, sheets: u32) -> String {
    let mut text = format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><sheets>"#);
    let name_of = |number: u32| match number {
        1 => name.to_owned(),
        _ => format!("{name} {number}"),
    };
    for number in 1..=sheets {
        text.push_str(r#"<sheet name=""#);
        push_escaped(&mut text, &name_of(number));
        let _ = write!(text, r#"" sheetId="{number}" r:id="rId{number}"/>"#);
    }
    text.push_str("</sheets><definedNames>");
    for number in 1..=sheets {
        let place = number - 1;
        let _ = write!(
            text,
            r#"<definedName name="_xlnm.Print_Titles" localSheetId="{place}">'"#
        );
        push_escaped(&mut text, &name_of(number));
        text.push_str("'!$1:$1</definedName>");
    }
    text.push_str("</definedNames></workbook>");
    text
}

/// The mark among the properties of the workbook.
pub(in crate::exchange) fn properties(mark: &str) -> String {
    let mut text = format!(
        r#"<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="cchc.log"><vt:lpwstr>"#
    );
    push_escaped(&mut text, mark);
    text.push_str("</vt:lpwstr></property></Properties>");
    text
}

/// The texts that many cells share.
pub(super) fn shared(words: &[String]) -> String {
    let mut text = format!(r#"<sst xmlns="{MAIN}">"#);
    for word in words {
        text.push_str(r#"<si><t xml:space="preserve">"#);
        push_escaped(&mut text, word);
        text.push_str("</t></si>");
    }
    text.push_str("</sst>");
    text
}
