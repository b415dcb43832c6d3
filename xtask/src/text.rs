//! Changes to the text of a built page, each of which must find its place.

use anyhow::{Result, bail};

/// The text with the one place that says `from` saying `to` instead.
pub fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        count => bail!("the built page has {count} places that say {from:?}, not one"),
    }
}

/// What stands between two marks, the first time; and the text without marks
/// and content.
pub fn cut<'t>(text: &'t str, start: &str, end: &str) -> Result<(&'t str, String)> {
    let found = text.split_once(start).and_then(|(before, rest)| {
        let (inside, after) = rest.split_once(end)?;
        Some((inside, format!("{before}{after}")))
    });
    match found {
        Some(found) => Ok(found),
        None => bail!("the built page has nothing between {start:?} and {end:?}"),
    }
}

/// A script without the lines that are comments alone: addresses may stand in
/// them.
pub fn without_comments(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod checks {
    use super::{cut, replaced, without_comments};

    #[test]
    fn comments_may_name_addresses_and_code_may_not() {
        let script = "  // see https://example.org\nfetch(\"https://example.org\");\n";
        assert_eq!(without_comments(script), "fetch(\"https://example.org\");\n");
    }

    #[test]
    fn a_place_that_is_missing_or_not_the_only_one_is_refused() -> anyhow::Result<()> {
        assert_eq!(replaced("a b c", "b", "x")?, "a x c");
        assert!(replaced("a b b", "b", "x").is_err());
        assert!(replaced("a", "b", "x").is_err());
        assert_eq!(cut("a<b>c", "<", ">")?, ("b", "ac".to_owned()));
        assert!(cut("a<b", "<", ">").is_err());
        Ok(())
    }
}
