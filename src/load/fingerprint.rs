//! What tells one contract from every other: the SHA-256 of its content.

use std::cell::OnceCell;
use std::fmt::Write;
use std::rc::Rc;

use jsonc_parser::ast::{ObjectProp, Value};
use sha2::{Digest, Sha256};

use super::json::write_text;
use super::syntax;

/// The fingerprint of a contract's text, worked out when it is asked for.
///
/// The canonical form has no white space between values and its keys in order, so that a contract
/// keeps its fingerprint when it is indented anew or put into a case file.
#[derive(Clone, Debug)]
pub struct Fingerprint {
    source: Rc<str>,
    canonical: OnceCell<String>,
    /// What a contract had before it was brought up to the newest version.
    former: Option<Rc<Fingerprint>>,
}

impl Fingerprint {
    /// The fingerprint of this JSON text.
    pub fn of(source: Rc<str>) -> Self {
        Self { source, canonical: OnceCell::new(), former: None }
    }

    /// The same, known by the fingerprint of a former text as well.
    pub(super) fn after(self, former: Rc<str>) -> Self {
        Self { former: Some(Rc::new(Self::of(former))), ..self }
    }

    /// SHA-256 of the canonical form, in lower-case hexadecimal digits. This is what assessments carry.
    pub fn canonical(&self) -> &str {
        self.canonical.get_or_init(|| {
            let mut form = String::with_capacity(self.source.len());
            if let Ok(root) = syntax::parse(&self.source) {
                write_canonical(&root, &mut form);
            }
            hexadecimal(&[form.as_bytes()])
        })
    }

    /// Whether a fingerprint is this contract's: the canonical one, or that of the file's bytes as
    /// `sha256sum` prints it, with or without a byte order mark and a last line break.
    pub fn matches(&self, fingerprint: &str) -> bool {
        let wanted = fingerprint.trim();
        let source = self.source.as_bytes();
        let is = |parts: &[&[u8]]| hexadecimal(parts).eq_ignore_ascii_case(wanted);
        self.canonical().eq_ignore_ascii_case(wanted)
            || is(&[source])
            || is(&[source, b"\n"])
            || is(&["\u{feff}".as_bytes(), source])
            || self.matches_former(wanted)
    }

    /// Whether a fingerprint is that of the text which the contract had before.
    pub(super) fn matches_former(&self, fingerprint: &str) -> bool {
        self.former.as_ref().is_some_and(|former| former.matches(fingerprint))
    }
}

fn hexadecimal(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn write_canonical(value: &Value<'_>, out: &mut String) {
    match value {
        Value::NullKeyword(_) => out.push_str("null"),
        Value::BooleanLit(truth) => out.push_str(if truth.value { "true" } else { "false" }),
        Value::NumberLit(number) => out.push_str(number.value),
        Value::StringLit(text) => write_text(&text.value, out),
        Value::Array(list) => {
            out.push('[');
            for (place, item) in list.elements.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        Value::Object(object) => {
            let mut members: Vec<&ObjectProp<'_>> = object.properties.iter().collect();
            members.sort_by_key(|member| member.name.as_str());
            out.push('{');
            for (place, member) in members.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_text(member.name.as_str(), out);
                out.push(':');
                write_canonical(&member.value, out);
            }
            out.push('}');
        }
    }
}
