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

/// What people write, mostly in Danish, and the words of the files that they may mean by it.
const DANISH: &[(&str, &[&str])] = &[
    ("<=", &["at_most"]),
    (">=", &["at_least"]),
    ("<", &["below"]),
    (">", &["above"]),
    ("≤", &["at_most"]),
    ("≥", &["at_least"]),
    ("af", &["by"]),
    ("aftalt", &["agreed"]),
    ("alle", &["all_of"]),
    ("alt_eller_intet", &["all_or_nothing"]),
    ("andel", &["share"]),
    ("art", &["kind"]),
    ("bedømmes", &["rated"]),
    ("begrundelse", &["reason"]),
    ("beløb", &["amount"]),
    ("bemærkning", &["note"]),
    ("beskrivelse", &["description"]),
    ("bidrager_til", &["contributes_to"]),
    ("bindende_år", &["binding_year"]),
    ("dato", &["date"]),
    ("deadline", &["date", "by"]),
    ("dele", &["parts"]),
    ("departement", &["department"]),
    ("departementet", &["department"]),
    ("direktør", &["director"]),
    ("direktøren", &["director"]),
    ("dokumentation", &["evidence"]),
    ("dokumenter", &["sources"]),
    ("en_af", &["any_of"]),
    ("endelig", &["final"]),
    ("enhed", &["unit"]),
    ("forholdsmæssigt", &["proportional"]),
    ("formål", &["purposes"]),
    ("fra", &["from", "min"]),
    ("frist", &["date", "deadline", "by"]),
    ("færdig", &["done"]),
    ("gennemført", &["done"]),
    ("gruppe", &["group"]),
    ("grupper", &["groups"]),
    ("handling", &["action"]),
    ("historik", &["history"]),
    ("hændelser", &["events"]),
    ("højest", &["at_most"]),
    ("højst", &["at_most"]),
    ("i_alt", &["total"]),
    ("ikke_fastlagt", &["undetermined"]),
    ("kilde", &["source"]),
    ("kilder", &["sources"]),
    ("konsekvens", &["materiality"]),
    ("krav", &["target"]),
    ("kriterier", &["criteria"]),
    ("lineær", &["linear"]),
    ("loft", &["cap"]),
    ("løn", &["pay"]),
    ("låst", &["locked"]),
    ("maks", &["max", "at_most"]),
    ("maksimum", &["max"]),
    ("max", &["at_most"]),
    ("mellem", &["between"]),
    ("midtvejs", &["midterm"]),
    ("min", &["at_least"]),
    ("mindst", &["at_least"]),
    ("minimum", &["min"]),
    ("mål", &["goals", "goal", "target"]),
    ("måles", &["measured"]),
    ("måltal", &["value", "target"]),
    ("name", &["title"]),
    ("navn", &["name", "title"]),
    ("ned", &["down"]),
    ("niveauer", &["levels"]),
    ("nr", &["label"]),
    ("nul_ved", &["zero_at"]),
    ("nummer", &["label"]),
    ("nævner", &["denominator"]),
    ("nået", &["done"]),
    ("omkring", &["about"]),
    ("områder", &["areas"]),
    ("op", &["up"]),
    ("opfyldt", &["done"]),
    ("ordlyd", &["wording"]),
    ("over", &["above"]),
    ("overskrifter", &["groups"]),
    ("pensionsgivende", &["pensionable"]),
    ("periode", &["period"]),
    ("pr", &["as_of"]),
    ("prioritet", &["priority"]),
    ("pulje", &["pots"]),
    ("puljer", &["pots"]),
    ("rapportering", &["reporting"]),
    ("regel", &["rule"]),
    ("regulering", &["adjustment"]),
    ("relation", &["kind"]),
    ("resultat", &["value"]),
    ("resultater", &["results"]),
    ("resultatløn", &["pay"]),
    ("ret_linje", &["linear"]),
    ("risici", &["risk"]),
    ("risiko", &["risk"]),
    ("sandsynlighed", &["vulnerability"]),
    ("senest", &["by", "date"]),
    ("side", &["page"]),
    ("sigtelinjer", &["guidelines"]),
    ("skala", &["scale"]),
    ("slags", &["kind"]),
    ("slut", &["to"]),
    ("sprog", &["language"]),
    ("start", &["from"]),
    ("sårbarhed", &["vulnerability"]),
    ("tal", &["value"]),
    ("threshold", &["value"]),
    ("til", &["to", "max"]),
    ("titel", &["title"]),
    ("trappe", &["scale"]),
    ("trin", &["steps", "stages"]),
    ("type", &["kind"]),
    ("tæller", &["numerator"]),
    ("udgangspunkt", &["baseline"]),
    ("udkast", &["draft"]),
    ("under", &["below"]),
    ("underskrevet", &["signed"]),
    ("underskrivere", &["signatories"]),
    ("uændret", &["unchanged"]),
    ("vurderes", &["assessed"]),
    ("vurderinger", &["assessments"]),
    ("vægt", &["weight"]),
    ("værdi", &["value"]),
    ("væsentlighed", &["materiality"]),
    ("år", &["period", "binding_year"]),
    ("årsag", &["reason"]),
];

/// The word of the files that was probably meant: what a Danish word stands for, else a slip or two away.
pub fn meant(found: &str, words: &[&'static str]) -> Option<&'static str> {
    let plain: String = found.trim().chars().map(plain_letter).collect();
    let danish = DANISH.iter().find(|(danish, _)| *danish == plain);
    let known = |word: &&str| words.iter().copied().find(|known| known == word);
    danish
        .and_then(|(_, meant)| meant.iter().find_map(known))
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

    /// What stands for a Danish word in files.
    fn words_for(danish: &str) -> &'static [&'static str] {
        DANISH.iter().find(|(one, _)| *one == danish).unwrap().1
    }

    #[test]
    fn a_danish_word_leads_to_the_one_of_the_files() {
        let keys = ["title", "weight", "goals", "target"];
        for (danish, all) in DANISH {
            assert_eq!(meant(danish, all), all.first().copied(), "{danish}");
        }
        let kinds = words_for("ikke_fastlagt");
        assert_eq!(meant("Ikke fastlagt", kinds), kinds.first().copied());
        assert_eq!(meant("Senest", &["date"]), Some("date"));
        assert_eq!(meant("Ret linje", words_for("ret_linje")), words_for("ret_linje").first().copied());
        assert_eq!(meant("fra", &["min", "max"]), Some("min"));
        assert_eq!(meant("vægt", &keys), Some("weight"));
        assert_eq!(meant(" VÆGT ", &keys), Some("weight"));
        assert_eq!(meant("mål", &keys), Some("goals"));
        assert_eq!(meant("mål", &["goal", "target"]), Some("goal"));
        assert_eq!(meant("vægt", kinds), None);
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
