//! Packed files (ZIP), as office programs write them: parts with names, deflated.
//!
//! A file of strangers is measured before anything is unpacked: how many parts it has, how large each says it becomes,
//! and how much larger than packed. What becomes larger than it says is refused as well.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The most parts of a packed file.
const MAX_PARTS: usize = 2_000;
/// The most that one part may become, in bytes.
const MAX_PART: usize = 64 * 1024 * 1024;
/// The most that all parts together may become.
const MAX_WHOLE: usize = 256 * 1024 * 1024;
/// How many times larger than packed a part may become, where it becomes larger than [`UNSUSPICIOUS`].
const MAX_RATIO: usize = 300;
const UNSUSPICIOUS: usize = 1024 * 1024;

/// How densely parts are packed, from 0 to 10.
const LEVEL: u8 = 6;

/// Why a packed file is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ArchiveRefusal {
    /// Something in it is not as a packed file has it, or it ends too early.
    Broken,
    /// It asks for a password.
    Encrypted,
    /// Unpacked it would be too large.
    TooLarge,
}

/// A packed file whose list of parts was read.
#[derive(Debug)]
pub(super) struct Archive<'b> {
    bytes: &'b [u8],
    parts: Vec<PackedPart<'b>>,
}

#[derive(Debug)]
struct PackedPart<'b> {
    name: &'b str,
    is_deflated: bool,
    packed: usize,
    unpacked: usize,
    /// Where its own head begins.
    at: usize,
}

/// What begins the head of a part, an entry of the list, and the end of the list.
const PART: u32 = 0x0403_4b50;
const ENTRY: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// How long the end of the list is without its remark, and the longest remark.
const END_LENGTH: usize = 22;
const MAX_REMARK: usize = 0xffff;

impl<'b> Archive<'b> {
    /// Reads the list of parts and holds it against the limits.
    pub(super) fn read(bytes: &'b [u8]) -> Result<Self, ArchiveRefusal> {
        let end = find_end(bytes).ok_or(ArchiveRefusal::Broken)?;
        let broken = || ArchiveRefusal::Broken;
        let count = usize::from(short(bytes, end + 10).ok_or_else(broken)?);
        let mut at = offset(bytes, end + 16).ok_or_else(broken)?;
        if count > MAX_PARTS {
            return Err(ArchiveRefusal::TooLarge);
        }
        let (mut parts, mut whole) = (Vec::new(), 0_usize);
        for _ in 0..count {
            let (part, next) = entry(bytes, at)?;
            let is_bomb = part.unpacked > UNSUSPICIOUS && part.unpacked / MAX_RATIO > part.packed;
            whole = whole.saturating_add(part.unpacked);
            if part.unpacked > MAX_PART || whole > MAX_WHOLE || is_bomb {
                return Err(ArchiveRefusal::TooLarge);
            }
            parts.push(part);
            at = next;
        }
        Ok(Self { bytes, parts })
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &'b str> {
        self.parts.iter().map(|part| part.name)
    }

    /// Unpacks a part; none where there is no part of this name.
    pub(super) fn unpack(&self, name: &str) -> Result<Option<Vec<u8>>, ArchiveRefusal> {
        let Some(part) = self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let packed = self.packed(part).ok_or(ArchiveRefusal::Broken)?;
        if !part.is_deflated || part.unpacked == 0 {
            return Ok(Some(packed.get(..part.unpacked).unwrap_or_default().to_vec()));
        }
        let unpacked =
            decompress_to_vec_with_limit(packed, part.unpacked).map_err(|_| ArchiveRefusal::Broken)?;
        if unpacked.len() == part.unpacked { Ok(Some(unpacked)) } else { Err(ArchiveRefusal::Broken) }
    }

    fn packed(&self, part: &PackedPart<'_>) -> Option<&'b [u8]> {
        if long(self.bytes, part.at)? != PART {
            return None;
        }
        let name = usize::from(short(self.bytes, part.at + 26)?);
        let extra = usize::from(short(self.bytes, part.at + 28)?);
        let start = part.at + 30 + name + extra;
        self.bytes.get(start..start.checked_add(part.packed)?)
    }
}

/// Where the end of the list begins: the last place that looks like it, before a remark.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    (last.saturating_sub(MAX_REMARK)..=last).rev().find(|at| long(bytes, *at) == Some(END))
}

/// An entry of the list, and where the next one begins.
fn entry(bytes: &[u8], at: usize) -> Result<(PackedPart<'_>, usize), ArchiveRefusal> {
    let read = || {
        let (flags, method) = (short(bytes, at + 8)?, short(bytes, at + 10)?);
        let (packed, unpacked) = (offset(bytes, at + 20)?, offset(bytes, at + 24)?);
        let lengths = [28, 30, 32].map(|place| short(bytes, at + place).map(usize::from));
        let [Some(name), Some(extra), Some(remark)] = lengths else { return None };
        let start = at + 46;
        let called = std::str::from_utf8(bytes.get(start..start + name)?).ok()?;
        let head = offset(bytes, at + 42)?;
        let part = PackedPart { name: called, is_deflated: method == 8, packed, unpacked, at: head };
        Some((part, flags, method, start + name + extra + remark))
    };
    if long(bytes, at) != Some(ENTRY) {
        return Err(ArchiveRefusal::Broken);
    }
    let (part, flags, method, next) = read().ok_or(ArchiveRefusal::Broken)?;
    match method {
        _ if flags & 1 == 1 => Err(ArchiveRefusal::Encrypted),
        0 | 8 if method == 8 || part.packed == part.unpacked => Ok((part, next)),
        _ => Err(ArchiveRefusal::Broken),
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn offset(bytes: &[u8], at: usize) -> Option<usize> {
    long(bytes, at).and_then(|long| usize::try_from(long).ok())
}

/// Packs parts into one file. The same parts give the same bytes: no clock is asked.
pub(super) fn pack(parts: &[(&str, impl AsRef<[u8]>)]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        let bytes = part.as_ref();
        let packed = compress_to_vec(bytes, LEVEL);
        let at = file.len();
        // Version 2.0, names in UTF-8, deflated, midnight of the first day that the format knows.
        let mut about: Vec<u8> =
            [20_u16, 0x0800, 8, 0, 0x0021].iter().flat_map(|two| two.to_le_bytes()).collect();
        about.extend(checksum(bytes).to_le_bytes());
        about.extend([packed.len(), bytes.len()].into_iter().flat_map(four));
        about.extend(two(name.len()));
        about.extend(two(0));
        file.extend(PART.to_le_bytes());
        file.extend(&about);
        file.extend(name.as_bytes());
        file.extend(&packed);
        list.extend(ENTRY.to_le_bytes());
        list.extend(two(20));
        list.extend(&about);
        // No remark, the first disk, no attributes.
        list.extend([0; 10]);
        list.extend(four(at));
        list.extend(name.as_bytes());
    }
    let at = file.len();
    file.extend(&list);
    file.extend(END.to_le_bytes());
    file.extend([0; 4]);
    file.extend([two(parts.len()), two(parts.len())].concat());
    file.extend([four(list.len()), four(at)].concat());
    file.extend(two(0));
    file
}

/// Nothing that is packed here comes near what two or four bytes can count.
fn two(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn four(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// The CRC-32 of a part, bit by bit, since a table would be larger than what it saves.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> Vec<u8> {
        pack(&[("a/one.xml", "<a>æøå</a>".repeat(500)), ("two.xml", String::new())])
    }

    #[test]
    fn what_is_packed_is_unpacked_as_it_was() {
        let bytes = packed();
        let archive = Archive::read(&bytes).unwrap();
        assert_eq!(archive.names().collect::<Vec<_>>(), ["a/one.xml", "two.xml"]);
        assert_eq!(archive.unpack("A/One.xml"), Ok(Some("<a>æøå</a>".repeat(500).into_bytes())));
        assert_eq!(archive.unpack("two.xml"), Ok(Some(Vec::new())));
        assert_eq!(archive.unpack("three.xml"), Ok(None));
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_file_that_ends_too_early_is_broken_wherever_it_ends() {
        let bytes = packed();
        for end in 0..bytes.len() {
            let cut = bytes.get(..end).unwrap();
            assert!(Archive::read(cut).is_err(), "cut at {end}");
        }
    }

    /// The place of the first entry of the list.
    fn list(bytes: &[u8]) -> usize {
        (0..bytes.len()).find(|at| long(bytes, *at) == Some(ENTRY)).unwrap()
    }

    fn with(change: impl Fn(&mut Vec<u8>, usize)) -> Result<Option<Vec<u8>>, ArchiveRefusal> {
        let mut bytes = packed();
        let at = list(&bytes);
        change(&mut bytes, at);
        Archive::read(&bytes)?.unpack("a/one.xml")
    }

    fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
        bytes.get_mut(at..at + value.len()).unwrap().copy_from_slice(value);
    }

    #[test]
    fn sizes_are_held_against_what_they_say_and_against_the_limits() {
        let sized = |size: u32| with(move |bytes, at| put(bytes, at + 24, &size.to_le_bytes()));
        assert_eq!(sized(100), Err(ArchiveRefusal::Broken), "it becomes larger than it says");
        assert_eq!(sized(100_000), Err(ArchiveRefusal::Broken), "it becomes smaller than it says");
        assert_eq!(sized(2 * 1024 * 1024), Err(ArchiveRefusal::TooLarge), "so many times larger than packed");
        assert_eq!(sized(u32::MAX), Err(ArchiveRefusal::TooLarge));
        assert_eq!(with(|bytes, at| put(bytes, at + 8, &[1])), Err(ArchiveRefusal::Encrypted));
        assert_eq!(
            with(|bytes, at| put(bytes, at + 10, &[12])),
            Err(ArchiveRefusal::Broken),
            "packed otherwise"
        );
        assert_eq!(with(|bytes, at| put(bytes, at + 42, &[9])), Err(ArchiveRefusal::Broken), "no head there");
    }

    #[test]
    fn more_parts_than_a_workbook_has_are_refused_before_they_are_read() {
        let names: Vec<String> = (0..=MAX_PARTS).map(|number| format!("{number}.xml")).collect();
        let parts: Vec<_> = names.iter().map(|name| (name.as_str(), String::new())).collect();
        assert_eq!(Archive::read(&pack(&parts)).err(), Some(ArchiveRefusal::TooLarge));
    }
}
