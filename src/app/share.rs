//! What stands in an address: a whole contract, or the name of one that lies beside the page.
//!
//! A link carries a contract as [`crate::format::write_shared`] writes it, deflated and in the letters of base64url,
//! after [`MARK`]. Those are RFC 4648, section 5, without padding. It stands in the fragment, which browsers send to
//! nobody.

/// What the fragment of a link begins with.
pub const MARK: &str = "#del=";

/// The longest link that is made, in characters. Windows hands on at most 32,767, the program's own name included; a
/// link that is cut opens for nobody.
pub const LONGEST: usize = 32_000;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The folder beside the page that named contracts lie in.
const FOLDER: &str = "./contracts/";

/// The longest name that is looked for.
const LONGEST_NAME: usize = 120;

/// A link to the page at `address` that opens what was packed.
pub fn link(address: &str, packed: &[u8]) -> String {
    format!("{address}{MARK}{}", encode(packed))
}

/// What is packed in a fragment; `None` where it is no link, an error where it was cut or changed.
pub fn packed(fragment: &str) -> Option<Result<Vec<u8>, Damaged>> {
    let text = fragment.strip_prefix(MARK)?;
    Some(decode(text).filter(|bytes| !bytes.is_empty()).ok_or(Damaged))
}

/// A link that holds letters which none has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// The address of a contract beside the page: letters, digits, `-`, `_` and `.`, in folders if need be. It can
/// lead nowhere but below the page's own folder; every other name is refused.
pub fn beside(name: &str) -> Option<String> {
    let name = name.strip_suffix(".json").unwrap_or(name);
    let is_plain = |part: &str| {
        let letters = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(letters)
    };
    let is_short = name.chars().count() <= LONGEST_NAME;
    (is_short && name.split('/').all(is_plain)).then(|| format!("{FOLDER}{name}.json"))
}

fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            group.iter().chain([0, 0].iter()).take(3).fold(0, |bits, byte| bits << 8 | u32::from(*byte));
        let letters = [18, 12, 6, 0].into_iter().take(group.len() + 1);
        text.extend(letters.filter_map(|shift| {
            let place = usize::try_from(bits >> shift & 63).ok()?;
            LETTERS.get(place).map(|letter| char::from(*letter))
        }));
    }
    text
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits: u32 = 0;
        for letter in group {
            let place = LETTERS.iter().position(|known| known == letter)?;
            bits = bits << 6 | u32::try_from(place).ok()?;
        }
        let missing = 4 - group.len();
        let [_, first, second, third] = (bits << (6 * missing)).to_be_bytes();
        let kept = 3_usize.checked_sub(missing).filter(|kept| *kept > 0)?;
        let whole = [first, second, third];
        // Bits beyond the last byte are nothing that `encode` writes.
        let (kept, rest) = whole.split_at_checked(kept)?;
        if rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(kept);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_as_they_went() {
        // RFC 4648, section 10, without padding.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn what_no_link_has_is_damaged() {
        for text in ["", "A", "Zg==", "Zm9v+", "Zm9v/", "Zm9 v", "Zh", "Zm9vYmG", "æ", "Zm9v%20"] {
            assert_eq!(packed(&format!("{MARK}{text}")), Some(Err(Damaged)), "{text}");
        }
        assert_eq!(packed("#resultater"), None);
        assert_eq!(packed(&link("", b"x")), Some(Ok(b"x".to_vec())));
    }

    #[test]
    fn a_name_leads_below_the_pages_own_folder_or_nowhere() {
        for (name, address) in [
            ("ams-2009", "./contracts/ams-2009.json"),
            ("ams-2009.json", "./contracts/ams-2009.json"),
            ("2009/københavn_1.2", "./contracts/2009/københavn_1.2.json"),
        ] {
            assert_eq!(beside(name).as_deref(), Some(address));
        }
        for name in [
            "",
            ".json",
            "..",
            "../x",
            "a/../b",
            "a//b",
            "/etc/passwd",
            "//evil.example/x",
            "https://evil.example",
            "https:x",
            "blob:x",
            "data:,x",
            "a\\b",
            "..\\x",
            "%2e%2e",
            "a?b",
            "a#b",
            "a b",
            "a\n",
            "\u{ff0e}\u{ff0e}/x",
            ".hidden",
            "a/.git/config",
            "a/",
            "a\0",
        ] {
            assert_eq!(beside(name), None, "{name}");
        }
        assert_eq!(beside(&"a".repeat(LONGEST_NAME + 1)), None);
    }
}
