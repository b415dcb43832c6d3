//! The word that was probably meant.

use crate::small::small_letter;

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

/// The words of the files, and what people write, mostly in Danish, who may mean them. Of several that may be meant the first
/// that can stand there is.
const DANISH: &[(&str, &[&str])] = &[
    ("about", &["omkring"]),
    ("above", &[">", "over"]),
    ("action", &["handling"]),
    ("adjustment", &["regulering"]),
    ("agreed", &["aftalt"]),
    ("all_of", &["alle"]),
    ("all_or_nothing", &["alt_eller_intet"]),
    ("amount", &["beløb"]),
    ("any_of", &["en_af"]),
    ("areas", &["områder"]),
    ("as_of", &["pr"]),
    ("assessed", &["vurderes"]),
    ("assessments", &["vurderinger"]),
    ("at_least", &[">=", "≥", "min", "mindst"]),
    ("baseline", &["udgangspunkt"]),
    ("below", &["<", "under"]),
    ("between", &["mellem"]),
    ("cap", &["loft"]),
    ("contributes_to", &["bidrager_til"]),
    ("criteria", &["kriterier"]),
    ("date", &["dato", "deadline", "frist", "senest"]),
    ("deadline", &["frist"]),
    ("by", &["af", "deadline", "frist", "senest"]),
    ("denominator", &["nævner"]),
    ("department", &["departement", "departementet"]),
    ("description", &["beskrivelse"]),
    ("director", &["direktør", "direktøren"]),
    ("done", &["færdig", "gennemført", "nået", "opfyldt"]),
    ("down", &["ned"]),
    ("draft", &["udkast"]),
    ("events", &["hændelser"]),
    ("evidence", &["dokumentation"]),
    ("final", &["endelig"]),
    ("from", &["fra", "start"]),
    ("goals", &["mål"]),
    ("goal", &["mål"]),
    ("group", &["gruppe"]),
    ("groups", &["grupper", "overskrifter"]),
    ("guidelines", &["sigtelinjer"]),
    ("history", &["historik"]),
    ("kind", &["art", "relation", "slags", "type"]),
    ("label", &["nr", "nummer"]),
    ("language", &["sprog"]),
    ("levels", &["niveauer"]),
    ("linear", &["lineær", "ret_linje"]),
    ("locked", &["låst"]),
    ("materiality", &["konsekvens", "væsentlighed"]),
    ("measured", &["måles"]),
    ("midterm", &["midtvejs"]),
    ("min", &["fra", "minimum"]),
    ("name", &["navn"]),
    ("note", &["bemærkning"]),
    ("numerator", &["tæller"]),
    ("page", &["side"]),
    ("parts", &["dele"]),
    ("pay", &["løn", "resultatløn"]),
    ("pensionable", &["pensionsgivende"]),
    ("period", &["periode", "år"]),
    ("binding_year", &["bindende_år", "år"]),
    ("pots", &["pulje", "puljer"]),
    ("priority", &["prioritet"]),
    ("proportional", &["forholdsmæssigt"]),
    ("purposes", &["formål"]),
    ("rated", &["bedømmes"]),
    ("reason", &["begrundelse", "årsag"]),
    ("reporting", &["rapportering"]),
    ("results", &["resultater"]),
    ("risk", &["risici", "risiko"]),
    ("rule", &["regel"]),
    ("scale", &["skala", "trappe"]),
    ("share", &["andel"]),
    ("signatories", &["underskrivere"]),
    ("signed", &["underskrevet"]),
    ("source", &["kilde"]),
    ("sources", &["dokumenter", "kilder"]),
    ("steps", &["trin"]),
    ("stages", &["trin"]),
    ("title", &["name", "navn", "titel"]),
    ("to", &["slut", "til"]),
    ("max", &["maks", "maksimum", "til"]),
    ("at_most", &["<=", "≤", "højest", "højst", "maks", "max"]),
    ("total", &["i_alt"]),
    ("unchanged", &["uændret"]),
    ("undetermined", &["ikke_fastlagt"]),
    ("unit", &["enhed"]),
    ("up", &["op"]),
    ("value", &["måltal", "resultat", "tal", "threshold", "værdi"]),
    ("target", &["krav", "mål", "måltal"]),
    ("vulnerability", &["sandsynlighed", "sårbarhed"]),
    ("weight", &["vægt"]),
    ("wording", &["ordlyd"]),
    ("zero_at", &["nul_ved"]),
];

/// The word of the files that was probably meant: what a Danish word stands for, else a slip or two away.
pub fn meant(found: &str, words: &[&'static str]) -> Option<&'static str> {
    let plain: String = found.trim().chars().map(plain_letter).collect();
    let mut danish = DANISH.iter().filter(|(_, danish)| danish.contains(&&*plain));
    danish
        .find_map(|(word, _)| words.iter().copied().find(|known| known == word))
        .or_else(|| nearest(found, words.iter().copied()))
}

/// A letter of a word as the words of the files are written: small, and joined by an underscore.
fn plain_letter(letter: char) -> char {
    match letter {
        ' ' | '-' => '_',
        other => small_letter(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a Danish word stands for alone.
    fn word_for(danish: &str) -> &'static str {
        DANISH.iter().find(|(_, all)| all.contains(&danish)).unwrap().0
    }

    #[test]
    fn a_danish_word_leads_to_the_one_of_the_files() {
        let keys = ["title", "weight", "goals", "target"];
        for (word, all) in DANISH {
            assert!(all.iter().all(|danish| meant(danish, &[word]) == Some(word)), "{word}");
        }
        let kinds = [word_for("ikke_fastlagt"), word_for("ret_linje")];
        assert_eq!(meant("Ikke fastlagt", &kinds), Some(kinds[0]));
        assert_eq!(meant("Senest", &["date"]), Some("date"));
        assert_eq!(meant("Ret linje", &kinds), Some(kinds[1]));
        assert_eq!(meant("frist", &["by", "date"]), Some("date"), "the order of the table counts");
        assert_eq!(meant("fra", &["min", "max"]), Some("min"));
        assert_eq!(meant("vægt", &keys), Some("weight"));
        assert_eq!(meant(" VÆGT ", &keys), Some("weight"));
        assert_eq!(meant("mål", &keys), Some("goals"));
        assert_eq!(meant("mål", &["goal", "target"]), Some("goal"));
        assert_eq!(meant("vægt", &kinds), None);
        assert_eq!(meant("wieght", &keys), Some("weight"));
    }

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
