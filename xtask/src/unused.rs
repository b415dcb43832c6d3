//! Style rules that nothing on the page can match are left out: the design
//! system has more in each of its parts than the page shows.

/// The words in which a source can name a class: whole, or up to where a
/// format puts the rest of the name in.
pub struct Names {
    text: String,
}

impl Names {
    /// The names in these sources.
    pub fn in_sources(sources: impl IntoIterator<Item = String>) -> Self {
        Self { text: sources.into_iter().collect() }
    }

    /// Whether a source names the class, or composes a name that may be it.
    fn have(&self, class: &str) -> bool {
        let beginnings = class.match_indices('-').filter_map(|(place, _)| class.get(..=place));
        self.text.contains(class)
            || beginnings.into_iter().any(|beginning| self.text.contains(&format!("{beginning}{{")))
    }
}

/// The compressed style sheet without selectors that ask for a class which
/// no source names, and without rules that have no other.
pub fn without_unused(css: &str, names: &Names) -> String {
    let (mut kept, mut rest) = (String::new(), css);
    while let Some((head, block)) = rest.split_once('{') {
        let end = closing(block);
        let (inner, after) = (block.get(..end).unwrap_or(block), block.get(end + 1..).unwrap_or_default());
        // What stands before a rule and ends with a semicolon is a statement of its own.
        let (statements, head) = head.rsplit_once(';').map_or(("", head), |(before, head)| (before, head));
        if !statements.is_empty() {
            kept.extend([statements, ";"]);
        }
        if head.starts_with("@media") || head.starts_with("@supports") {
            let inner = without_unused(inner, names);
            if !inner.is_empty() {
                kept.extend([head, "{", &inner, "}"]);
            }
        } else {
            let selectors: Vec<&str> =
                parts(head).into_iter().filter(|selector| can_match(selector, names)).collect();
            if !selectors.is_empty() {
                kept.extend([&selectors.join(","), "{", inner, "}"]);
            }
        }
        rest = after;
    }
    kept + rest
}

/// Where the block that has just begun ends: the place of its closing brace.
fn closing(block: &str) -> usize {
    let mut open = 1;
    for (place, sign) in block.char_indices() {
        match sign {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return place;
        }
    }
    block.len()
}

/// The selectors of a list; commas within parentheses are parts of one.
fn parts(list: &str) -> Vec<&str> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0);
    for (place, sign) in list.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                found.extend(list.get(start..place));
                start = place + 1;
            }
            _ => {}
        }
    }
    found.extend(list.get(start..));
    found
}

/// Whether every class that a selector asks for is named; what stands in parentheses or brackets asks for none.
fn can_match(selector: &str, names: &Names) -> bool {
    let mut depth = 0;
    let outside: String = selector
        .chars()
        .filter(|sign| {
            depth += i32::from(['(', '['].contains(sign));
            let is_outside = depth == 0;
            depth -= i32::from([')', ']'].contains(sign));
            is_outside
        })
        .collect();
    let name = |rest: &str| -> String {
        rest.chars().take_while(|sign| sign.is_alphanumeric() || ['-', '_'].contains(sign)).collect()
    };
    outside.split('.').skip(1).map(name).all(|class| names.have(&class))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(css: &str) -> String {
        let sources = ["class=\"row row--open\"", "format!(\"sign-{kind}\")"];
        without_unused(css, &Names::in_sources(sources.map(str::to_owned)))
    }

    #[test]
    fn rules_that_nothing_can_match_go_and_the_others_stay() {
        assert_eq!(kept("a{b:c}.row{d:e}.tab,.tab .row{f:g}"), "a{b:c}.row{d:e}");
        assert_eq!(kept(".tab,.row:hover,a.tab{b:c}"), ".row:hover{b:c}");
        assert_eq!(kept(".sign-met{b:c}.sign{d:e}.signal-x{f:g}"), ".sign-met{b:c}.sign{d:e}");
    }

    #[test]
    fn what_a_selector_excludes_need_not_be_there() {
        let css = ".row:not(.tab,.list){b:c}a:is(.tab,.row){d:e}a[href=\"x.tab\"]{f:g}";
        assert_eq!(kept(css), css);
    }

    #[test]
    fn media_are_looked_into_and_other_blocks_are_left_alone() {
        let css =
            "@charset \"UTF-8\";@media print{.tab{b:c}}@media screen{.row{d:e}.tab{f:g}}@font-face{h:i}";
        assert_eq!(kept(css), "@charset \"UTF-8\";@media screen{.row{d:e}}@font-face{h:i}");
        assert_eq!(kept("@keyframes turn{from{a:b}to{a:c}}"), "@keyframes turn{from{a:b}to{a:c}}");
    }
}
