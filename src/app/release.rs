//! Which build of the page this is, as its head says.

use crate::domain::date::{Date, parse_date};

/// A build of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The version.
    pub version: String,
    /// The day of the last change; none where the build could not know it.
    pub date: Option<Date>,
    /// The SHA-256 of all that the page was made from, as 64 hexadecimal digits.
    pub sources: String,
}

impl Release {
    /// Reads `0.1.0 2026-11-22 <64 hexadecimal digits>`, with `-` for a day that is not known.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (version, date, sources) = (words.next()?, words.next()?, words.next()?);
        let is_hash = sources.len() == 64 && sources.bytes().all(|digit| digit.is_ascii_hexdigit());
        let is_whole = !version.is_empty() && is_hash && words.next().is_none();
        let date = if date == "-" { None } else { Some(parse_date(date)?) };
        is_whole.then(|| Self { version: version.to_owned(), date, sources: sources.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_read_whole_or_not_at_all() {
        let hash = "0123456789abcdef".repeat(4);
        let release = Release::parse(&format!("0.1.0 2026-11-22 {hash}")).unwrap();
        assert_eq!((release.version.as_str(), release.sources.as_str()), ("0.1.0", hash.as_str()));
        assert_eq!(release.date, parse_date("2026-11-22"));
        assert_eq!(Release::parse(&format!("0.1.0 - {hash}")).unwrap().date, None);
        for text in [
            String::new(),
            "0.1.0".to_owned(),
            format!("0.1.0 2026-02-30 {hash}"),
            format!("0.1.0 2026-11-22 {hash}0"),
            format!("0.1.0 2026-11-22 {hash} x"),
            format!(" 2026-11-22 {hash}"),
        ] {
            assert_eq!(Release::parse(&text), None, "{text}");
        }
    }
}
