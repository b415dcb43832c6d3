//! Texts of two assessments side by side.

use super::overview::title;
use super::pick;
use super::results::assessor;
use crate::domain::assessment::{Assessment, Assessor, Entry};
use crate::domain::number::Decimal;
use crate::domain::reported::Reported;
use crate::i18n::Lang;
use crate::i18n::date::format_date;
use crate::i18n::number::format_number;
use crate::i18n::text::EntryText;

texts! {
    /// Texts of the comparison.
    CompareText {
        Intro: "Vælg to vurderinger. Forskellen er den anden minus den første.",
            "Choose two assessments. The difference is the second less the first.";
        First: "Første vurdering", "First assessment";
        Second: "Anden vurdering", "Second assessment";
        NeedsTwo: "Der skal være mindst to vurderinger i sagen for at sammenligne. Tilføj en under Vurderinger, eller åbn en vurderingsfil.",
            "A case needs at least two assessments to compare. Add one under Assessments, or open an assessment file.";
        OnlyDifferences: "Vis kun forskelle", "Show differences only";
        NoDifferences: "De to vurderinger siger det samme.", "The two assessments say the same.";
        Line: "Mål", "Goal";
        Difference: "Forskel", "Difference";
        Points: "point", "points";
        Overall: "Individuelle resultatområder", "Individual areas";
        Pay: "Løn og beslutninger", "Pay and decisions";
        PayDiffers: "Løngrundlag, procenter eller beslutninger er forskellige.", "Base pay, percents or decisions differ.";
        Same: "Ens", "The same";
        NotSaid: "intet oplyst", "nothing given";
        Unknown: "findes ikke i kontrakten", "not in the contract";
        Whole: "I alt", "In all";
        Payable: "Resultatløn til udbetaling", "Performance pay to be paid";
        Agreed: "Aftalt", "Agreed";
        MakeAgreed: "Lav den aftalte vurdering af de to", "Make the agreed assessment from the two";
        ShowAgreed: "Vis den aftalte vurdering", "Show the agreed assessment";
        AgreedIntro: "Den aftalte vurdering begynder med det, de to er enige om. Vælg for hver forskel, hvis linje der gælder.",
            "The agreed assessment begins with what the two have in common. Choose for each difference whose line holds.";
        Note: "Note", "Note";
        SameSheet: "Det er den samme vurdering to gange.", "That is the same assessment twice.";
        Locked: "Den aftalte vurdering er låst.", "The agreed assessment is locked.";
    }
}

/// `Tag direktørens`: takes a line as this party has it.
pub fn take_from(by: Assessor, lang: Lang) -> &'static str {
    match by {
        Assessor::Director => pick(lang, "Tag direktørens", "Take the director's"),
        Assessor::Department => pick(lang, "Tag departementets", "Take the department's"),
        Assessor::Agreed => pick(lang, "Tag den aftalte", "Take the agreed one"),
    }
}

/// `Tag Direktøren · Midtvejsstatus · 30.06.2009`, where both are of one party.
pub fn take_this(assessment: &str, lang: Lang) -> String {
    format!("{} {assessment}", pick(lang, "Tag", "Take"))
}

/// `Direktøren: … Departementet: …`: what both note on a line.
pub fn both_noted(by: [Assessor; 2], notes: [&str; 2], lang: Lang) -> String {
    let [first, second] = by.map(|by| assessor(by).text(lang));
    let [one, other] = notes;
    format!("{first}: {one} {second}: {other}")
}

/// `Direktøren · Årsstatus · 31.12.2009 og Departementet · Årsstatus · 31.12.2009`.
pub fn begun_from(sides: [&Assessment; 2], lang: Lang) -> String {
    let [first, second] = sides.map(|side| title(side, lang));
    pick(lang, format!("{first} og {second}"), format!("{first} and {second}"))
}

/// What an entry says was reached, in a few words; empty where it says nothing.
pub fn said(entry: &Entry, lang: Lang) -> String {
    let lapsed =
        entry.lapsed.what.as_ref().map(|reason| format!("{}: {reason}", EntryText::Lapsed.text(lang)));
    let fixed = entry.addendum.is_some().then(|| EntryText::FixedTarget.text(lang).to_owned());
    let reported = Some(reported(&entry.reported, lang)).filter(|text| !text.is_empty());
    [reported, fixed, lapsed].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn reported(of: &Reported, lang: Lang) -> String {
    let answer = |done: bool| if done { EntryText::Yes } else { EntryText::No }.text(lang).to_owned();
    let points =
        |points: Decimal| format!("{} {}", format_number(points, lang), EntryText::PointsUnit.text(lang));
    let baseline =
        |figure: Decimal| format!("{}: {}", EntryText::Baseline.text(lang), format_number(figure, lang));
    let own = [
        of.value.map(|value| format_number(value, lang)),
        of.baseline.map(baseline),
        of.date.map(|date| format_date(date, lang)),
        of.done.map(answer),
        of.points.map(points),
        of.reason.clone(),
    ];
    let parts = of.parts.iter().map(|(id, part)| format!("{id}: {}", reported(part, lang)));
    own.into_iter().flatten().chain(parts).collect::<Vec<_>>().join("; ")
}

/// `+25`, `−150`, `0`; `sikret +125 · højst 0` where what is certain and what is possible differ by something
/// else, as they do while one of the two is open.
pub fn apart(ends: [Decimal; 2], text: impl Fn(Decimal, Lang) -> String, lang: Lang) -> String {
    let signed = |figure: Decimal| {
        let sign = if figure > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", text(figure, lang))
    };
    let [low, high] = ends;
    if low == high {
        return signed(low);
    }
    let (low, high) = (signed(low), signed(high));
    pick(lang, format!("sikret {low} · højst {high}"), format!("secured {low} · at most {high}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::number::Kroner;
    use crate::i18n::number::format_kroner;

    #[test]
    fn a_difference_has_its_sign_and_both_ends_where_they_are_not_alike() {
        let [none, some, less] = [0, 25, -150].map(Decimal::from);
        assert_eq!(apart([none, none], format_number, Lang::Da), "0");
        assert_eq!(apart([some, some], format_number, Lang::Da), "+25");
        assert_eq!(apart([less, some], format_number, Lang::Da), "sikret −150 · højst +25");
        let kroner = |figure, lang| format_kroner(Kroner(figure), lang);
        assert_eq!(apart([some, some], kroner, Lang::Da), "+25,00\u{a0}kr.");
    }
}
