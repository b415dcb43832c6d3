//! What tells one contract from every other: the SHA-256 of its content.

use std::cell::OnceCell;
use std::fmt::Write;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::json;
use super::json::{Member, Node, Value, write_text};
use crate::pace::{Progress, STRIDE, Stage, at_once, no_pause};

/// The fingerprint of a contract's text, worked out when it is asked for.
///
/// The canonical form has its keys in order, no white space between values, and not whether the contract is locked. So a contract keeps its fingerprint
/// when it is indented anew or put into a case file.
#[derive(Clone, Debug)]
pub struct Fingerprint {
    source: Rc<str>,
    canonical: OnceCell<String>,
    of_bytes: OnceCell<[String; 3]>,
}

impl Fingerprint {
    /// The fingerprint of this JSON text.
    pub fn of_text(source: Rc<str>) -> Self {
        Self { source, canonical: OnceCell::new(), of_bytes: OnceCell::new() }
    }

    /// SHA-256 of the canonical form, in lower-case hexadecimal digits. This is what assessments carry.
    pub fn canonical(&self) -> &str {
        if self.canonical.get().is_none()
            && let Ok(contract) = json::parse(&self.source)
        {
            at_once(self.work_out(&contract, &mut no_pause));
        }
        self.canonical.get().map_or("", String::as_str)
    }

    /// Works it out in slices, from the text as it was parsed: for a contract of several megabytes it takes a while.
    pub(super) async fn work_out(&self, contract: &Node<'_>, pause: &mut impl AsyncFnMut(Progress)) {
        if self.canonical.get().is_some() {
            return;
        }
        // One half for writing the canonical form, the other for the sum.
        let mut pause = async |half: usize, done: usize, of: usize| {
            let (done, of) = (half * of + done, 2 * of);
            pause(Progress { stage: Stage::Fingerprint, done, of }).await;
        };
        let of = self.source.len();
        let mut form = String::with_capacity(of);
        write_in_slices(contract, &mut form, &mut async |done| pause(0, done, of).await).await;
        let mut hash = Sha256::new();
        for (done, part) in form.as_bytes().chunks(PART).enumerate() {
            pause(1, done, form.len() / PART + 1).await;
            hash.update(part);
        }
        self.canonical.get_or_init(|| hexadecimal(hash));
    }

    /// Whether a fingerprint is this contract's: the canonical one, or that of the file's bytes as `sha256sum` prints
    /// it. A byte order mark and a last line break may be there or not.
    pub fn matches(&self, fingerprint: &str) -> bool {
        let wanted = fingerprint.trim();
        self.canonical().eq_ignore_ascii_case(wanted)
            || self.of_bytes().iter().any(|sum| sum.eq_ignore_ascii_case(wanted))
    }

    /// The sums of the file's bytes, worked out once: hundreds of assessments may ask.
    fn of_bytes(&self) -> &[String; 3] {
        let source = self.source.as_bytes();
        let variants: [&[&[u8]]; 3] = [&[source], &[source, b"\n"], &["\u{feff}".as_bytes(), source]];
        self.of_bytes.get_or_init(|| variants.map(sum))
    }
}

/// The key that says so.
const LOCKED: &str = "locked";

/// The SHA-256 of a file's bytes, as `sha256sum` prints it.
pub fn file_sum(bytes: &[u8]) -> String {
    at_once(file_sum_paced(bytes, &mut no_pause))
}

/// The same in slices: for a file of several megabytes it takes a while.
pub async fn file_sum_paced(bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> String {
    let mut hash = Sha256::new();
    for part in bytes.chunks(PART) {
        // The stage is all but over: a small part of its work.
        pause(Progress { stage: Stage::Fingerprint, done: 1, of: 1 }).await;
        hash.update(part);
    }
    hexadecimal(hash)
}

/// How many bytes are summed up in one go.
pub(super) const PART: usize = 64 * 1024;

fn sum(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hexadecimal(hash)
}

pub(super) fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes the canonical form, with a pause after every few items of the lists directly below the root. `pause` is
/// told how many bytes there are so far.
async fn write_in_slices(root: &Node<'_>, out: &mut String, pause: &mut impl AsyncFnMut(usize)) {
    let Value::Object(members) = &root.value else { return write_canonical(root, out) };
    out.push('{');
    // That a contract is locked changes nothing of what it says.
    let said = sorted(members).into_iter().filter(|member| member.name != LOCKED);
    for (place, member) in said.enumerate() {
        write_key(place, member, out);
        let Value::List(items) = &member.node.value else {
            write_canonical(&member.node, out);
            continue;
        };
        out.push('[');
        for (place, item) in items.iter().enumerate() {
            if place.is_multiple_of(STRIDE) {
                pause(out.len()).await;
            }
            if place > 0 {
                out.push(',');
            }
            write_canonical(item, out);
        }
        out.push(']');
    }
    out.push('}');
}

fn sorted<'o, 't>(members: &'o [Member<'t>]) -> Vec<&'o Member<'t>> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by_key(|member| &*member.name);
    members
}

fn write_key(place: usize, member: &Member<'_>, out: &mut String) {
    if place > 0 {
        out.push(',');
    }
    write_text(&member.name, out);
    out.push(':');
}

fn write_canonical(node: &Node<'_>, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => write_text(text, out),
        Value::List(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (place, member) in sorted(members).into_iter().enumerate() {
                write_key(place, member, out);
                write_canonical(&member.node, out);
            }
            out.push('}');
        }
    }
}
