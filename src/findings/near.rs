//! The word that was probably meant.

/// The most letters of a word that is compared: two words take the product of their lengths.
const LONGEST: usize = 200;

/// The candidate that is a slip or two away, the nearest one first.
pub fn nearest<C: AsRef<str>>(found: &str, candidates: impl IntoIterator<Item = C>) -> Option<C> {
    let length = found.chars().count();
    if length > LONGEST {
        return None;
    }
    let allowed = (length / 3).min(2);
    candidates
        .into_iter()
        .filter(|candidate| candidate.as_ref().chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::osa_distance(found, candidate.as_ref()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_seen_and_another_word_is_not() {
        let keys = ["title", "weight", "target", "id"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("wieght", keys), Some("weight"));
        assert_eq!(nearest("targets", keys), Some("target"));
        assert_eq!(nearest("ie", keys), None);
        assert_eq!(nearest("vægt", keys), None);
        let long = "a".repeat(1_000_000);
        assert_eq!(nearest(&long, [format!("{long}b"), format!("b{long}")]), None);
    }
}
