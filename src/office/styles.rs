//! How a document looks: its styles, its lists and its page, those of a template where one is given.

use super::template::{MAIN, Page, Template};
use super::write::HEAD;

/// The styles by their identifiers: what each is called, and its properties of paragraphs and letters. Those with names of
/// the word processor's own it translates, and lists headings by them; a template's style of the same name goes before.
const STYLES: [(&str, &str, &str, &str); 16] = [
    ("Title", "Title", "<w:keepNext/><w:spacing w:after=\"60\"/>", "<w:b/><w:sz w:val=\"40\"/>"),
    ("Subtitle", "Subtitle", "<w:spacing w:after=\"120\"/>", "<w:sz w:val=\"24\"/>"),
    (
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"0\"/>",
        LARGE,
    ),
    (
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/>",
    ),
    ("ListBullet", "List Bullet", "<w:spacing w:after=\"40\"/><w:ind w:left=\"360\" w:hanging=\"360\"/>", ""),
    ("PaperMark", "Paper mark", "<w:spacing w:after=\"40\"/>", "<w:b/>"),
    ("PaperStatus", "Paper status", "<w:spacing w:after=\"40\"/>", "<w:color w:val=\"404040\"/>"),
    (
        "PaperLead",
        "Paper lead",
        "<w:spacing w:before=\"160\" w:after=\"120\"/>",
        "<w:b/><w:sz w:val=\"24\"/>",
    ),
    (
        "PaperAside",
        "Paper aside",
        "<w:spacing w:after=\"100\"/>",
        "<w:color w:val=\"404040\"/><w:sz w:val=\"18\"/>",
    ),
    ("PaperFact", "Paper fact", "<w:spacing w:after=\"40\"/>", ""),
    ("PaperCell", "Paper cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", SMALL),
    (
        "PaperFigure",
        "Paper figure",
        "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"right\"/>",
        SMALL,
    ),
    ("PaperSignature", "Paper signature", SIGNATURE, ""),
    ("PaperRoom", "Paper room", ROOM, ""),
    (
        "PaperHead",
        "Paper head",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"WIDTH\"/></w:tabs>",
        "<w:sz w:val=\"18\"/>",
    ),
    (
        "PaperFoot",
        "Paper foot",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"WIDTH\"/></w:tabs>",
        "<w:sz w:val=\"16\"/>",
    ),
];

const LARGE: &str = "<w:b/><w:sz w:val=\"26\"/>";
const SMALL: &str = "<w:sz w:val=\"19\"/>";

/// A line above each name, to sign on: no empty paragraph has to be drawn for it, which would be read out.
const SIGNATURE: &str = "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"404040\"/>\
    <w:between w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"404040\"/></w:pBdr><w:spacing w:before=\"720\" w:after=\"160\"/>";

/// A box to write in.
const ROOM: &str = "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"808080\"/>\
    <w:left w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"808080\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"808080\"/>\
    <w:right w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"808080\"/></w:pBdr>\
    <w:spacing w:after=\"160\" w:line=\"1400\" w:lineRule=\"exact\"/>";

/// The number of our list, beyond those that templates count to.
const OWN_LIST: &str = "9001";

/// How a document looks.
pub(super) struct Looks {
    pub(super) styles: String,
    pub(super) numbering: String,
    pub(super) page: Page,
    /// Our identifiers of styles, and those that they have in the document.
    ids: Vec<(&'static str, String)>,
}

impl Looks {
    pub(super) fn new(language: &str, template: Option<&Template>) -> Self {
        let page = template.and_then(|template| template.page.clone()).unwrap_or_else(Page::a4);
        let list = template.and_then(|template| template.numbering.as_deref());
        let numbering = list.and_then(with_own_list).unwrap_or_else(numbering);
        let Some(template) = template else {
            let ids = STYLES.iter().map(|(id, ..)| (*id, (*id).to_owned()));
            let ids = ids.chain([("Normal", "Normal".to_owned()), (GRID, GRID.to_owned())]).collect();
            return Self { styles: styles(language, page.width), numbering, page, ids };
        };
        let normal = template.normal();
        let mut ids = vec![("Normal", normal.unwrap_or("Normal").to_owned())];
        let mut more = String::new();
        for (id, name, paragraph, letters) in STYLES {
            let missing = || {
                let id = template.free_id(id);
                more.push_str(&style((&id, name), (paragraph, letters), normal, page.width));
                id
            };
            let own = template.style("paragraph", name).map_or_else(missing, str::to_owned);
            ids.push((id, own));
        }
        let missing = || {
            let id = template.free_id(GRID);
            more.push_str(&grid(&id, None));
            id
        };
        let table = template.style("table", GRID_NAME).map_or_else(missing, str::to_owned);
        ids.push((GRID, table));
        let styles = in_language(&template.styles, language);
        let styles = before(&styles, "</w:styles>", &more).unwrap_or(styles);
        Self { styles, numbering, page, ids }
    }

    /// The identifier that one of our styles has in the document.
    pub(super) fn id(&self, style: &'static str) -> &str {
        self.ids.iter().find(|(id, _)| *id == style).map_or(style, |(_, own)| own.as_str())
    }

    /// What makes a paragraph a point of a list.
    pub(super) fn list() -> String {
        format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{OWN_LIST}\"/></w:numPr>")
    }
}

/// A text with more before the last place where this stands; none where it does not.
pub(super) fn before(text: &str, place: &str, more: &str) -> Option<String> {
    let (start, end) = text.rsplit_once(place)?;
    Some(format!("{start}{more}{place}{end}"))
}

pub(super) const GRID: &str = "TableGrid";
const GRID_NAME: &str = "Table Grid";

fn style(
    (id, name): (&str, &str),
    (paragraph, letters): (&str, &str),
    based_on: Option<&str>,
    width: usize,
) -> String {
    let based_on = based_on.map(|id| format!("<w:basedOn w:val=\"{id}\"/>")).unwrap_or_default();
    let paragraph = paragraph.replace("WIDTH", &width.to_string());
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based_on}<w:qFormat/>\
         <w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )
}

/// A table with lines around its cells.
fn grid(id: &str, based_on: Option<&str>) -> String {
    let based_on = based_on.map(|id| format!("<w:basedOn w:val=\"{id}\"/>")).unwrap_or_default();
    let side =
        |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>");
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).concat();
    format!(
        "<w:style w:type=\"table\" w:styleId=\"{id}\"><w:name w:val=\"{GRID_NAME}\"/>{based_on}<w:tblPr>\
         <w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>"
    )
}

/// Our own styles.
fn styles(language: &str, width: usize) -> String {
    let each = STYLES
        .map(|(id, name, paragraph, letters)| style((id, name), (paragraph, letters), Some("Normal"), width));
    format!(
        "{HEAD}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\" w:eastAsia=\"Calibri\"/><w:sz w:val=\"22\"/>\
         <w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style>{}<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
         <w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" \
         w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>{}</w:styles>",
        each.concat(),
        grid(GRID, Some("TableNormal"))
    )
}

/// A template's styles with this language, wherever they say one and for what says none.
fn in_language(styles: &str, language: &str) -> String {
    let own = format!("<w:lang w:val=\"{language}\"/>");
    let mut pieces = styles.split("<w:lang ");
    let mut with = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('>') {
            Some((tag, rest)) if tag.ends_with('/') => with.extend([&own, rest]),
            _ => with.extend(["<w:lang ", piece]),
        }
    }
    let Some((defaults, rest)) = with.split_once("</w:docDefaults>") else {
        let defaults =
            format!("<w:docDefaults><w:rPrDefault><w:rPr>{own}</w:rPr></w:rPrDefault></w:docDefaults>");
        let root = with.find("<w:styles").and_then(|at| Some(at + with.get(at..)?.find('>')? + 1));
        let split = root.and_then(|at| with.split_at_checked(at));
        return split.map_or_else(|| with.clone(), |(start, end)| format!("{start}{defaults}{end}"));
    };
    let missing =
        if defaults.contains(&own) { None } else { before(defaults, "</w:rPr></w:rPrDefault>", &own) };
    format!("{}</w:docDefaults>{rest}", missing.as_deref().unwrap_or(defaults))
}

/// Our list: what its points look like, and its number.
fn own_list() -> (String, String) {
    let points = format!(
        "<w:abstractNum w:abstractNumId=\"{OWN_LIST}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
         <w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr>\
         <w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>"
    );
    (points, format!("<w:num w:numId=\"{OWN_LIST}\"><w:abstractNumId w:val=\"{OWN_LIST}\"/></w:num>"))
}

fn numbering() -> String {
    let (points, number) = own_list();
    format!("{HEAD}<w:numbering xmlns:w=\"{MAIN}\">{points}{number}</w:numbering>")
}

/// A template's lists with ours among them: all descriptions stand before all numbers.
fn with_own_list(numbering: &str) -> Option<String> {
    let (points, number) = own_list();
    let first = numbering.find("<w:abstractNum ").or_else(|| numbering.find("<w:num "))?;
    let (start, end) = numbering.split_at_checked(first)?;
    let with = format!("{start}{points}{end}");
    let (start, end) = with.rsplit_once("</w:num>")?;
    Some(format!("{start}</w:num>{number}{end}"))
}
