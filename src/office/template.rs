//! A template of an authority (.docx, .dotx): its styles, its theme, its page, and its heads and feet where they are plain.
//!
//! Nothing else is taken: no text, no macro, no link. What a head or a foot shows are its words, its pictures and fields
//! that count or name; one that would fetch something is left out, and that is said.

use super::archive::{Archive, ArchiveRefusal};
use super::xml::{NotXml, Piece, Reader, Tag};
use crate::i18n::text::OfficeText;

/// The namespace of what stands in a document.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Why a file is not used as a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateRefusal {
    /// It is no Word document of today's form.
    OtherKind,
    /// Something in it is not as it has to be.
    Broken,
    /// It asks for a password.
    Encrypted,
    /// Unpacked it would be too large.
    TooLarge,
}

impl TemplateRefusal {
    /// What is wrong, and what helps.
    pub fn text(self) -> OfficeText {
        match self {
            Self::OtherKind => OfficeText::TemplateOtherKind,
            Self::Broken => OfficeText::TemplateBroken,
            Self::Encrypted => OfficeText::TemplateEncrypted,
            Self::TooLarge => OfficeText::TemplateTooLarge,
        }
    }
}

impl From<ArchiveRefusal> for TemplateRefusal {
    fn from(refusal: ArchiveRefusal) -> Self {
        match refusal {
            ArchiveRefusal::Broken => Self::Broken,
            ArchiveRefusal::Encrypted => Self::Encrypted,
            ArchiveRefusal::TooLarge => Self::TooLarge,
        }
    }
}

impl From<NotXml> for TemplateRefusal {
    fn from(_: NotXml) -> Self {
        Self::Broken
    }
}

/// The most bytes that the styles, the lists or the theme of a template may have, and all its pictures together.
const MAX_TEXT: usize = 4 * 1024 * 1024;
const MAX_PICTURES: usize = 4 * 1024 * 1024;

/// What is taken from a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub(super) styles: String,
    pub(super) numbering: Option<String>,
    pub(super) theme: Option<String>,
    pub(super) page: Option<Page>,
    /// Whether the first page has a head and a foot of its own.
    pub(super) is_first_other: bool,
    pub(super) bands: Vec<Band>,
    /// The pictures of heads and feet, by their names.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
    /// Whether a head or a foot was left out.
    pub is_partly_used: bool,
    names: Vec<StyleName>,
}

/// A head or a foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Band {
    pub(super) is_head: bool,
    pub(super) is_first: bool,
    pub(super) text: String,
    /// The pictures that it shows, each by its identifier and its name.
    pub(super) pictures: Vec<(String, String)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct StyleName {
    kind: String,
    id: String,
    /// In small letters, since programs differ in it.
    name: String,
    is_default: bool,
}

/// How files of an older Office begin, and those that a password locks.
const OLD_OFFICE: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

impl Template {
    /// Reads a template.
    pub fn read(bytes: &[u8]) -> Result<Self, TemplateRefusal> {
        if bytes.starts_with(&OLD_OFFICE) {
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_locked = bytes.windows(name.len()).any(|part| part == name);
            return Err(if is_locked { TemplateRefusal::Encrypted } else { TemplateRefusal::OtherKind });
        }
        let archive = Archive::read(bytes)?;
        let root = archive.unpack("_rels/.rels")?.ok_or(TemplateRefusal::OtherKind)?;
        let main = relations(&root, "")?.into_iter().find(|one| one.kind == "officeDocument");
        let main = main.and_then(|main| main.part).ok_or(TemplateRefusal::OtherKind)?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let document = text_of(&archive, &main)?.ok_or(TemplateRefusal::Broken)?;
        if !document.contains(MAIN) || !document.contains("<w:document") {
            return Err(TemplateRefusal::OtherKind);
        }
        let related =
            archive.unpack(&format!("{folder}/_rels/{file}.rels"))?.ok_or(TemplateRefusal::Broken)?;
        let related = relations(&related, folder)?;
        let of_kind = |kind: &str| -> Result<Option<String>, TemplateRefusal> {
            let part = related.iter().find(|one| one.kind == kind).and_then(|one| one.part.as_deref());
            Ok(part.map(|part| text_of(&archive, part)).transpose()?.flatten())
        };
        let styles = of_kind("styles")?.filter(|styles| styles.contains("</w:styles>"));
        let styles = styles.ok_or(TemplateRefusal::Broken)?;
        let section = section(&document)?;
        let mut template = Self {
            names: style_names(&styles)?,
            styles,
            // Pictures as points of a list, and fills of a theme, would lead to parts that are not taken.
            numbering: of_kind("numbering")?.filter(|list| !list.contains("<w:numPicBullet")),
            theme: of_kind("theme")?.filter(|theme| !theme.contains("r:embed") && !theme.contains("r:link")),
            page: section.page,
            is_first_other: section.is_first_other,
            bands: Vec::new(),
            pictures: Vec::new(),
            is_partly_used: false,
        };
        for wanted in section.bands {
            let related = related.iter().find(|one| one.id == wanted.id);
            let Some(part) = related.and_then(|one| one.part.as_deref()) else { continue };
            match template.band(&archive, part, &wanted)? {
                Some(band) => template.bands.push(band),
                None => template.is_partly_used = true,
            }
        }
        Ok(template)
    }

    /// The style of this kind with this name, by its identifier.
    pub(super) fn style(&self, kind: &str, name: &str) -> Option<&str> {
        let name = name.to_lowercase();
        let found = self.names.iter().find(|style| style.kind == kind && style.name == name);
        found.map(|style| style.id.as_str())
    }

    /// The style of paragraphs that say none; not every program marks it.
    pub(super) fn normal(&self) -> Option<&str> {
        let marked = self.names.iter().find(|style| style.kind == "paragraph" && style.is_default);
        marked.map(|style| style.id.as_str()).or_else(|| self.style("paragraph", "normal"))
    }

    /// This identifier, or one like it where the template has it for something else.
    pub(super) fn free_id(&self, id: &str) -> String {
        let mut free = id.to_owned();
        while self.names.iter().any(|style| style.id == free) {
            free.push('R');
        }
        free
    }

    /// A head or a foot, with its pictures; none where it leads to anything else.
    fn band(
        &mut self,
        archive: &Archive<'_>,
        part: &str,
        wanted: &WantedBand,
    ) -> Result<Option<Band>, TemplateRefusal> {
        let Some(text) = text_of(archive, part)? else { return Ok(None) };
        let end = if wanted.is_head { "</w:hdr>" } else { "</w:ftr>" };
        if !text.contains(MAIN) || !text.contains(end) || fetches(&text)? {
            return Ok(None);
        }
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let related = archive.unpack(&format!("{folder}/_rels/{file}.rels"))?;
        let related = related.map(|related| relations(&related, folder)).transpose()?.unwrap_or_default();
        let mut pictures = Vec::new();
        for one in related {
            let Some(part) = one.part.filter(|part| one.kind == "image" && picture_type(part).is_some())
            else {
                return Ok(None);
            };
            let name = part.rsplit('/').next().unwrap_or_default().to_owned();
            if !self.take_picture(archive, &part, &name)? {
                return Ok(None);
            }
            pictures.push((one.id, name));
        }
        Ok(Some(Band { is_head: wanted.is_head, is_first: wanted.is_first, text, pictures }))
    }

    /// Takes a picture, unless it is there already; says whether it is there.
    fn take_picture(
        &mut self,
        archive: &Archive<'_>,
        part: &str,
        name: &str,
    ) -> Result<bool, TemplateRefusal> {
        if self.pictures.iter().any(|(taken, _)| taken == name) {
            return Ok(true);
        }
        let is_plain =
            name.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-'));
        let Some(bytes) = archive.unpack(part)?.filter(|_| is_plain) else { return Ok(false) };
        let whole: usize = self.pictures.iter().map(|(_, bytes)| bytes.len()).sum();
        let fits = whole + bytes.len() <= MAX_PICTURES;
        if fits {
            self.pictures.push((name.to_owned(), bytes));
        }
        Ok(fits)
    }
}

/// What a picture is by the end of its name; none where it is none that documents show.
pub(super) fn picture_type(name: &str) -> Option<(&str, &'static str)> {
    let (_, end) = name.rsplit_once('.')?;
    let known = match end.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        "emf" => "image/x-emf",
        "wmf" => "image/x-wmf",
        _ => return None,
    };
    Some((end, known))
}

/// A part as a text that is XML; none where there is no such part.
fn text_of(archive: &Archive<'_>, part: &str) -> Result<Option<String>, TemplateRefusal> {
    let Some(bytes) = archive.unpack(part)? else { return Ok(None) };
    if bytes.len() > MAX_TEXT {
        return Err(TemplateRefusal::TooLarge);
    }
    each_tag(Reader::new(&bytes)?, |_| {})?;
    let text = String::from_utf8(bytes).map_err(|_| TemplateRefusal::Broken)?;
    Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
}

/// What a part refers to.
struct Relation {
    id: String,
    /// The last word of its kind, such as `styles`.
    kind: String,
    /// The part; none where it lies outside the file.
    part: Option<String>,
}

fn relations(bytes: &[u8], folder: &str) -> Result<Vec<Relation>, NotXml> {
    let mut found = Vec::new();
    each_tag(Reader::new(bytes)?, |tag| {
        let (Some(id), Some(kind), Some(target)) =
            (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
        else {
            return;
        };
        let is_outside = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let part = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{folder}/{target}").trim_start_matches('/').to_owned(),
        };
        found.push(Relation { id, kind, part: (!is_outside).then_some(part) });
    })?;
    Ok(found)
}

fn each_tag<'t>(mut reader: Reader<'t>, mut with: impl FnMut(&Tag<'t>)) -> Result<(), NotXml> {
    while let Some(piece) = reader.next()? {
        if let Piece::Begin(tag) = piece {
            with(&tag);
        }
    }
    Ok(())
}

fn style_names(styles: &str) -> Result<Vec<StyleName>, NotXml> {
    let mut names: Vec<StyleName> = Vec::new();
    each_tag(Reader::new(styles.as_bytes())?, |tag| match tag.name {
        "style" => names.push(StyleName {
            kind: tag.attribute("type").unwrap_or_default(),
            id: tag.attribute("styleId").unwrap_or_default(),
            name: String::new(),
            is_default: tag.attribute("default").is_some_and(|said| said == "1" || said == "true"),
        }),
        "name" => {
            if let Some((last, name)) = names.last_mut().zip(tag.attribute("val")) {
                last.name = name.to_lowercase();
            }
        }
        _ => {}
    })?;
    Ok(names)
}

/// The page: A4 with our margins, or what a template says, in twentieths of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its properties, as a section has them.
    pub(super) properties: String,
    /// How wide the text is.
    pub(super) width: usize,
}

impl Page {
    pub(super) fn a4() -> Self {
        let properties = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1247\" w:right=\"1134\" \
                          w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/>";
        Self { properties: properties.to_owned(), width: 9_638 }
    }
}

/// The last section of a document, which is that of its end.
#[derive(Default)]
struct Section {
    page: Option<Page>,
    is_first_other: bool,
    bands: Vec<WantedBand>,
}

struct WantedBand {
    is_head: bool,
    is_first: bool,
    id: String,
}

fn section(document: &str) -> Result<Section, NotXml> {
    let mut section = Section::default();
    let mut size = None;
    each_tag(Reader::new(document.as_bytes())?, |tag| match tag.name {
        "sectPr" => (section, size) = (Section::default(), None),
        "headerReference" | "footerReference" => {
            let kind = tag.attribute("type").unwrap_or_default();
            if let Some(id) = tag.attribute("id").filter(|_| kind != "even") {
                let (is_head, is_first) = (tag.name == "headerReference", kind == "first");
                section.bands.push(WantedBand { is_head, is_first, id });
            }
        }
        "titlePg" => {
            section.is_first_other = tag.attribute("val").is_none_or(|said| said != "0" && said != "false");
        }
        "pgSz" => size = tag.number("w").zip(tag.number("h")),
        "pgMar" => section.page = size.and_then(|size| page(size, tag)),
        _ => {}
    })?;
    Ok(section)
}

/// The narrowest text, and the largest side of a page.
const NARROWEST: usize = 4_000;
const LARGEST: usize = 31_680;

fn page((width, height): (usize, usize), margins: &Tag<'_>) -> Option<Page> {
    const SIDES: [&str; 7] = ["top", "right", "bottom", "left", "header", "footer", "gutter"];
    let sides = SIDES.map(|side| margins.number(side).unwrap_or_default());
    let [_, right, _, left, .., gutter] = sides;
    let text = width.checked_sub(right)?.checked_sub(left)?.checked_sub(gutter)?;
    let is_sound =
        text >= NARROWEST && width.max(height) <= LARGEST && sides.iter().all(|side| *side < height / 2);
    let margins = SIDES.iter().zip(sides).map(|(side, size)| format!(" w:{side}=\"{size}\""));
    let across = if width > height { " w:orient=\"landscape\"" } else { "" };
    let properties = format!(
        "<w:pgSz w:w=\"{width}\" w:h=\"{height}\"{across}/><w:pgMar{}/>",
        margins.collect::<Vec<_>>().concat()
    );
    is_sound.then_some(Page { properties, width: text })
}

/// Words of fields that fetch or run something.
const FETCHING: [&str; 6] = ["INCLUDE", "LINK", "DDE", "IMPORT", "MACRO", "DATABASE"];

/// Whether a field of a part would fetch or run something.
fn fetches(part: &str) -> Result<bool, NotXml> {
    let mut reader = Reader::new(part.as_bytes())?;
    let (mut fields, mut is_field) = (String::new(), false);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Begin(tag) => {
                is_field = tag.name == "instrText";
                fields.extend(tag.attribute("instr"));
            }
            Piece::Text(text) if is_field => fields.push_str(&text),
            Piece::End(_) => is_field = false,
            Piece::Text(_) => {}
        }
    }
    let fields = fields.to_uppercase();
    Ok(FETCHING.iter().any(|word| fields.contains(word)))
}
