//! A picture of the table that is signed: what became of everybody's tasks, a bar each, on a sheet of its own. It reads
//! the cells of the table, so that it follows what somebody corrects there.

use std::fmt::Write as _;

use super::super::{Sheet, Value};
use super::formulas::letters;
use super::page::FIRST;
use crate::exchange::write::escape::push_escaped;

/// The columns that make a bar, with their colours: dark is what asks for attention, told apart in grey, too.
const PARTS: [(&str, &str); 5] = [
    ("done_on_time", "548235"),
    ("done_late", "F4B183"),
    ("open_in_time", "BDD7EE"),
    ("open_late", "C00000"),
    ("not_judged", "D9D9D9"),
];

/// One bar alone says nothing, and more are no picture any more.
const BARS: std::ops::RangeInclusive<usize> = 2..=80;

/// The column of the names: the first one numbers the rows.
const NAMES: usize = 1;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// True where a picture of the sheet helps.
pub(super) fn helps(sheet: &Sheet) -> bool {
    let mut parts = PARTS.iter();
    BARS.contains(&sheet.rows.len()) && parts.all(|(name, _)| sheet.place_of(name).is_some())
}

/// The sheet that holds nothing but the picture.
pub(super) fn page() -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/><printOptions horizontalCentered="1"/><pageMargins left="1.2" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/><pageSetup paperSize="9" orientation="portrait"/><drawing r:id="rId1"/></worksheet>"#
    )
}

/// Where a part finds the one that it needs.
pub(super) fn relation(kind: &str, target: &str) -> String {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>"#
    )
}

/// Where the picture stands, as high as its bars need.
pub(super) fn drawing(sheet: &Sheet) -> String {
    let last = sheet.rows.len() * 6 / 5 + 10;
    format!(
        r#"<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="{DRAWING}"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>11</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{last}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"#
    )
}

/// The picture of a sheet of that name.
pub(super) fn part(sheet: &Sheet, name: &str) -> String {
    let mut text = format!(
        r#"<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="vi-VN" sz="1400" b="1"/><a:t>"#
    );
    push_escaped(&mut text, &sheet.title);
    text.push_str("</a:t></a:r></a:p><a:p><a:r><a:rPr lang=\"vi-VN\" sz=\"1000\"/><a:t>");
    push_escaped(&mut text, &sheet.asked);
    text.push_str(
        r#"</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>"#,
    );
    let parts = PARTS.iter().filter_map(|(column, colour)| {
        let place = sheet.place_of(column)?;
        Some((place, *colour))
    });
    for (number, (place, colour)) in parts.enumerate() {
        push_series(&mut text, sheet, name, (number, place, colour));
    }
    text.push_str(
        r##"<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:tickLblSkip val="1"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines/><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="max"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>"##,
    );
    text
}

fn push_series(
    text: &mut String,
    sheet: &Sheet,
    name: &str,
    (number, place, colour): (usize, usize, &str),
) {
    let last = FIRST + sheet.rows.len() - 1;
    let mut quoted = String::new();
    push_escaped(&mut quoted, name);
    let range = |place, first, last| {
        let column = letters(place);
        format!("'{quoted}'!${column}${first}:${column}${last}")
    };
    // Writing to a text cannot fail.
    let _ = write!(
        text,
        r#"<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>"#,
        range(place, FIRST - 1, FIRST - 1)
    );
    push_escaped(text, sheet.columns.get(place).map_or("", |it| &it.heading));
    let _ = write!(
        text,
        r#"</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val="{}"/>"#,
        range(NAMES, FIRST, last),
        sheet.rows.len()
    );
    for (row, cells) in sheet.rows.iter().enumerate() {
        let _ = write!(text, r#"<c:pt idx="{row}"><c:v>"#);
        push_escaped(text, cells.get(NAMES).map_or("", |it| &it.text));
        text.push_str("</c:v></c:pt>");
    }
    let _ = write!(
        text,
        r##"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="{}"/>"##,
        range(place, FIRST, last),
        sheet.rows.len()
    );
    for (row, cells) in sheet.rows.iter().enumerate() {
        if let Some(Value::Number(count)) = cells.get(place).map(|it| it.value) {
            let _ = write!(text, r#"<c:pt idx="{row}"><c:v>{count}</c:v></c:pt>"#);
        }
    }
    text.push_str("</c:numCache></c:numRef></c:val></c:ser>");
}
