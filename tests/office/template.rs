//! Templates: a document takes their looks and nothing else, and what is no template is refused with what helps.

use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::{Template, TemplateRefusal, document};
use resultatkontrakt::report::{Paper, WrittenPaper};

use super::unpacked::{packed, unpacked};
use super::{Case, file};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A template with Danish identifiers of its styles, a picture in its head and a page of its own.
struct Made {
    styles: String,
    section: String,
    header: String,
    header_relations: String,
}

impl Made {
    fn new() -> Self {
        Self {
            styles: format!(
                "<?xml version=\"1.0\"?><w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
                 <w:rFonts w:ascii=\"Georgia\"/><w:lang w:val=\"en-US\" w:eastAsia=\"en-US\"/></w:rPr></w:rPrDefault>\
                 </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Brdtekst\"><w:name w:val=\"Normal\"/>\
                 </w:style><w:style w:type=\"paragraph\" w:styleId=\"Overskrift1\"><w:name w:val=\"heading 1\"/>\
                 <w:rPr><w:color w:val=\"003366\"/><w:lang w:val=\"en-US\" w:bidi=\"ar-SA\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"PaperCell\">\
                 <w:name w:val=\"Noget andet\"/></w:style></w:styles>"
            ),
            section: "<w:headerReference w:type=\"default\" r:id=\"rId7\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                      <w:pgMar w:top=\"2000\" w:right=\"1500\" w:bottom=\"1400\" w:left=\"2406\" w:header=\"708\" \
                      w:footer=\"708\" w:gutter=\"0\"/>"
                .to_owned(),
            header: format!(
                "<?xml version=\"1.0\"?><w:hdr xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:p><w:r><w:t>Styrelsen for \
                 Skabeloner</w:t></w:r></w:p></w:hdr>"
            ),
            header_relations: format!(
                "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/image\" Target=\"media/logo.png\"/></Relationships>"
            ),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let root = format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        );
        let related = format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>\
             <Relationship Id=\"rId7\" Type=\"{RELATIONS}/header\" Target=\"header3.xml\"/></Relationships>"
        );
        let document = format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body><w:p><w:r><w:t>Hemmelig \
             prøvetekst</w:t></w:r></w:p><w:sectPr>{}</w:sectPr></w:body></w:document>",
            self.section
        );
        packed(&[
            ("_rels/.rels", root.as_bytes()),
            ("word/_rels/document.xml.rels", related.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            ("word/styles.xml", self.styles.as_bytes()),
            ("word/header3.xml", self.header.as_bytes()),
            ("word/_rels/header3.xml.rels", self.header_relations.as_bytes()),
            ("word/media/logo.png", b"PNG"),
            ("word/vbaProject.bin", b"macro"),
        ])
    }

    fn template(&self) -> Template {
        Template::read(&self.bytes()).unwrap()
    }
}

fn paper() -> WrittenPaper {
    Case::example("ams-2009").with_matter(Words::DANISH, |matter| Paper::SelfAssessment.write(matter))
}

#[test]
fn a_document_takes_styles_page_and_head_and_no_text() {
    let template = Made::new().template();
    assert!(!template.is_partly_used);
    let parts = unpacked(&document(&paper(), Some(&template)));
    let (body, styles) = (&parts["word/document.xml"], &parts["word/styles.xml"]);
    assert!(body.contains("<w:pStyle w:val=\"Overskrift1\"/>") && !body.contains("\"Heading1\""));
    assert!(styles.contains("<w:basedOn w:val=\"Brdtekst\"/>") && !body.contains("w:val=\"Normal\""));
    assert!(styles.contains("Georgia") && styles.contains("003366"));
    assert!(styles.contains("<w:lang w:val=\"da-DK\"/>") && !styles.contains("en-US"));
    assert!(body.contains("w:left=\"2406\"") && body.contains("<w:tblW w:w=\"8000\""));
    let head = &parts["word/header1.xml"];
    assert!(head.contains("Styrelsen for Skabeloner") && head.contains("Fortroligt"));
    assert!(
        parts["word/_rels/header1.xml.rels"].contains("Id=\"rId1\"")
            && parts.contains_key("word/media/logo.png")
    );
    assert!(parts["[Content_Types].xml"].contains("Extension=\"png\" ContentType=\"image/png\""));
    assert!(!parts.values().any(|part| part.contains("prøvetekst")));
    assert!(!parts.keys().any(|name| name.contains("vba")));
    // What its styles lack is added to them, below a name that is free.
    assert!(styles.contains("w:styleId=\"PaperCellR\"") && styles.contains("<w:name w:val=\"Paper cell\"/>"));
    for used in body.split("<w:pStyle w:val=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0) {
        assert!(styles.contains(&format!("w:styleId=\"{used}\"")), "{used}");
    }
}

#[test]
fn what_does_not_say_its_language_gets_ours_and_an_unmarked_base_is_known_by_its_name() {
    let mut made = Made::new();
    let (start, rest) = made.styles.split_once("<w:docDefaults>").unwrap();
    let rest = rest.split_once("</w:docDefaults>").unwrap().1.replace(" w:default=\"1\"", "");
    made.styles = format!("{start}{rest}");
    let parts = unpacked(&document(&paper(), Some(&made.template())));
    let styles = &parts["word/styles.xml"];
    assert!(styles.contains("<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"da-DK\"/>"), "{styles}");
    assert!(styles.contains("<w:basedOn w:val=\"Brdtekst\"/>") && !styles.contains("en-US"));
}

#[test]
fn a_document_is_a_template_for_another() {
    let own = document(&paper(), Some(&Made::new().template()));
    let again = Template::read(&own).unwrap();
    assert!(!again.is_partly_used);
    let parts = unpacked(&document(&paper(), Some(&again)));
    assert_eq!(parts["word/header1.xml"].matches("Styrelsen for Skabeloner").count(), 1);
}

#[test]
fn a_head_that_would_fetch_something_is_left_out_and_that_is_said() {
    let with = |change: &dyn Fn(&mut Made)| {
        let mut made = Made::new();
        change(&mut made);
        made.template()
    };
    let field = |code: &str| {
        format!("<w:r><w:instrText> {code} \"http://example.org/x\" </w:instrText></w:r></w:p></w:hdr>")
    };
    for template in [
        with(&|made| made.header = made.header.replace("</w:p></w:hdr>", &field("INCLUDEPICTURE"))),
        with(&|made| made.header = made.header.replace("</w:p></w:hdr>", &field("DDEAUTO"))),
        with(&|made| {
            let outside = "Target=\"http://example.org/logo.png\" TargetMode=\"External\"";
            made.header_relations = made.header_relations.replace("Target=\"media/logo.png\"", outside);
        }),
        with(&|made| made.header_relations = made.header_relations.replace("/image", "/oleObject")),
    ] {
        assert!(template.is_partly_used);
        let parts = unpacked(&document(&paper(), Some(&template)));
        assert!(!parts.values().any(|part| part.contains("example.org")));
        assert!(parts["word/header1.xml"].contains("Fortroligt"), "ours is there");
    }
}

#[test]
fn a_first_page_of_its_own_says_that_it_is_confidential_too() {
    let mut made = Made::new();
    made.section.push_str("<w:titlePg/>");
    let parts = unpacked(&document(&paper(), Some(&made.template())));
    assert!(parts["word/document.xml"].contains("<w:titlePg/>"));
    assert!(parts["word/header2.xml"].contains("Fortroligt") && parts["word/footer2.xml"].contains(" PAGE "));
}

#[test]
fn a_page_that_leaves_no_room_is_ours() {
    let mut made = Made::new();
    made.section = made.section.replace("w:left=\"2406\"", "w:left=\"9000\"");
    let parts = unpacked(&document(&paper(), Some(&made.template())));
    assert!(parts["word/document.xml"].contains("w:left=\"1134\""));
}

#[test]
fn what_is_no_template_is_refused() {
    let read = |bytes: &[u8]| Template::read(bytes).unwrap_err();
    let whole = Made::new().bytes();
    assert_eq!(read(b"id;resultat"), TemplateRefusal::Broken);
    assert_eq!(read(&whole[..whole.len() - 30]), TemplateRefusal::Broken);
    assert_eq!(read(&file("tests/office/openpyxl.xlsx")), TemplateRefusal::OtherKind);
    assert_eq!(read(&file("tests/golden/bad/office-encrypted.xlsx")), TemplateRefusal::Encrypted);
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), TemplateRefusal::OtherKind);
    let mut made = Made::new();
    made.styles = made.styles.replace("</w:styles>", "");
    assert_eq!(read(&made.bytes()), TemplateRefusal::Broken);
    assert_eq!(read(&packed(&[("content.xml", b"<a/>")])), TemplateRefusal::OtherKind);
}

#[test]
fn a_template_that_is_damaged_anywhere_is_read_or_refused() {
    let whole = Made::new().bytes();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x15;
        let _ = Template::read(&changed);
        let _ = Template::read(&whole[..at]);
    }
    let deep = format!("<w:document xmlns:w=\"{MAIN}\">{}", "<w:p>".repeat(100_000));
    let root =
        format!("<R><R Id=\"a\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/></R>");
    let bytes = packed(&[("_rels/.rels", root.as_bytes()), ("word/document.xml", deep.as_bytes())]);
    assert_eq!(Template::read(&bytes).unwrap_err(), TemplateRefusal::Broken);
    let long = vec![b' '; 5 * 1024 * 1024];
    let bytes = packed(&[("_rels/.rels", root.as_bytes()), ("word/document.xml", &long)]);
    assert_eq!(Template::read(&bytes).unwrap_err(), TemplateRefusal::TooLarge);
}
