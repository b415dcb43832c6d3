//! The XML of office files: writing it, and reading it tag by tag.
//!
//! The reader knows what office programs write: elements, attributes, texts and the five names of signs. A document
//! type is refused, so that no name can stand for a text of the file's own.

/// A text within an element or an attribute. What XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// What a text of XML cannot be taken apart for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotXml;

/// A piece of a text of XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// An element begins; where it is empty, its end follows.
    Begin(Tag<'t>),
    /// An element ends, by its name without a prefix.
    End(&'t str),
    /// A text, its signs put in.
    Text(String),
}

/// The beginning of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// The name without its prefix.
    pub(super) name: &'t str,
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// The value of the attribute of this name; one with a prefix is found without it.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.raw(name).and_then(|value| unescaped(value).ok())
    }

    /// The same where the value stands for a number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.raw(name)?.parse().ok()
    }

    fn raw(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.attributes;
        while let Some((called, behind)) = rest.split_once('=') {
            let behind = behind.trim_start();
            let quote = behind.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, further) = behind.get(1..)?.split_once(quote)?;
            if local(called.trim()) == name {
                return Some(value);
            }
            rest = further;
        }
        None
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Reads a text of XML piece by piece.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    rest: &'t str,
    /// The element that has begun and is empty.
    empty: Option<&'t str>,
    depth: usize,
}

/// The deepest nesting; office files stay far below.
const MAX_DEPTH: usize = 256;

impl<'t> Reader<'t> {
    /// Begins at the beginning.
    pub(super) fn new(bytes: &'t [u8]) -> Result<Self, NotXml> {
        let text = std::str::from_utf8(bytes).map_err(|_| NotXml)?;
        Ok(Self { rest: text.strip_prefix('\u{feff}').unwrap_or(text), empty: None, depth: 0 })
    }

    /// The next piece; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'t>>, NotXml> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(Piece::End(name)));
        }
        loop {
            let Some(behind) = self.rest.strip_prefix('<') else {
                return self.text();
            };
            if let Some(comment) = behind.strip_prefix("!--") {
                self.rest = comment.split_once("-->").ok_or(NotXml)?.1;
            } else if let Some(data) = behind.strip_prefix("![CDATA[") {
                let (text, rest) = data.split_once("]]>").ok_or(NotXml)?;
                self.rest = rest;
                return Ok(Some(Piece::Text(text.to_owned())));
            } else if let Some(instruction) = behind.strip_prefix('?') {
                self.rest = instruction.split_once("?>").ok_or(NotXml)?.1;
            } else if behind.starts_with('!') {
                return Err(NotXml);
            } else {
                return self.tag(behind).map(Some);
            }
        }
    }

    fn text(&mut self) -> Result<Option<Piece<'t>>, NotXml> {
        if self.rest.is_empty() {
            return if self.depth == 0 { Ok(None) } else { Err(NotXml) };
        }
        let end = self.rest.find('<').unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Ok(Some(Piece::Text(unescaped(text)?)))
    }

    fn tag(&mut self, behind: &'t str) -> Result<Piece<'t>, NotXml> {
        let end = end_of_tag(behind).ok_or(NotXml)?;
        let (inner, rest) = behind.split_at(end);
        self.rest = rest.get(1..).unwrap_or_default();
        if let Some(name) = inner.strip_prefix('/') {
            self.depth = self.depth.checked_sub(1).ok_or(NotXml)?;
            return Ok(Piece::End(local(name.trim_end())));
        }
        let (inner, is_empty) = inner.strip_suffix('/').map_or((inner, false), |inner| (inner, true));
        let (name, attributes) =
            inner.split_once(|sign: char| sign.is_ascii_whitespace()).unwrap_or((inner, ""));
        let name = local(name);
        if name.is_empty() {
            return Err(NotXml);
        }
        if is_empty {
            self.empty = Some(name);
        } else {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return Err(NotXml);
            }
        }
        Ok(Piece::Begin(Tag { name, attributes }))
    }
}

/// Where a tag ends: the first `>` that stands in no quotation marks.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    })
}

/// A text with its signs put in.
fn unescaped(text: &str) -> Result<String, NotXml> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let (name, further) = behind.split_once(';').ok_or(NotXml)?;
        out.push(sign(name).ok_or(NotXml)?);
        rest = further;
    }
    out.push_str(rest);
    Ok(out)
}

fn sign(name: &str) -> Option<char> {
    let number = |digits: &str, radix| char::from_u32(u32::from_str_radix(digits, radix).ok()?);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match name.strip_prefix("#x") {
            Some(digits) => number(digits, 16),
            None => number(name.strip_prefix('#')?, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces in short: `<a`, `/a`, texts.
    fn pieces(text: &str) -> Result<Vec<String>, NotXml> {
        let mut reader = Reader::new(text.as_bytes())?;
        let mut pieces = Vec::new();
        while let Some(piece) = reader.next()? {
            pieces.push(match piece {
                Piece::Begin(tag) => format!("<{}", tag.name),
                Piece::End(name) => format!("/{name}"),
                Piece::Text(text) => text,
            });
        }
        Ok(pieces)
    }

    #[test]
    fn elements_texts_and_signs_are_read() {
        let text = "\u{feff}<?xml version=\"1.0\"?><!-- no --><x:a b='>'><c/>1 &lt; 2 &#230;&#xf8;<![CDATA[<&>]]></x:a>";
        assert_eq!(pieces(text).unwrap(), ["<a", "<c", "/c", "1 < 2 æø", "<&>", "/a"]);
    }

    #[test]
    fn attributes_are_found_by_their_names() {
        let mut reader = Reader::new(b"<c r=\"A1\" xml:s = '3' t=\"a &amp; b\" note=\"r='no'\"/>").unwrap();
        let Ok(Some(Piece::Begin(tag))) = reader.next() else { unreachable!() };
        assert_eq!(tag.attribute("r").as_deref(), Some("A1"));
        assert_eq!(tag.number("s"), Some(3));
        assert_eq!(tag.attribute("t").as_deref(), Some("a & b"));
        assert_eq!(tag.attribute("x"), None);
    }

    #[test]
    fn what_is_no_xml_is_refused_and_so_is_a_document_type() {
        for text in [
            "<a>",
            "</a>",
            "<a",
            "<a b=\"></a>",
            "<a>&x;</a>",
            "<a>&#x110000;</a>",
            "<a>& </a>",
            "<>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>",
            "<!-- <a/>",
        ] {
            assert_eq!(pieces(text), Err(NotXml), "{text}");
        }
        assert_eq!(pieces(&"<a>".repeat(MAX_DEPTH + 1)), Err(NotXml));
        assert!(Reader::new(&[0xff, 0xfe, b'<', 0]).is_err());
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        for text in ["a & b < c > \"d\" 'e'", "to\nlinjer\tmed", "æøå €", ""] {
            let written = format!("<a b=\"{0}\">{0}</a>", escaped(text));
            let mut reader = Reader::new(written.as_bytes()).unwrap();
            let Ok(Some(Piece::Begin(tag))) = reader.next() else { unreachable!() };
            assert_eq!(tag.attribute("b").as_deref(), Some(text));
            if !text.is_empty() {
                assert_eq!(reader.next(), Ok(Some(Piece::Text(text.to_owned()))));
            }
        }
        assert_eq!(escaped("a\u{0}\u{8}b\u{fffe}"), "ab");
    }
}
