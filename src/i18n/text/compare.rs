//! Texts of two assessments side by side.

use super::results::assessor;
use crate::domain::assessment::{Assessment, Assessor, Entry, Individual};
use crate::domain::contract::{PartId, Target};
use crate::domain::number::Decimal;
use crate::domain::reported::Reported;
use crate::i18n::Words;
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
        KronerNote: "Kroner er det, målet gør af resultatlønnen gennem puljer og trin, når alt andet er opfyldt.",
            "Kroner are what the goal makes of the performance pay through pots and stages, where everything else is fulfilled.";
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

impl Words {
    /// `Tag direktørens`: takes a line as this party has it.
    pub fn take_from(self, by: Assessor) -> &'static str {
        match by {
            Assessor::Director => self.pick("Tag direktørens", "Take the director's"),
            Assessor::Department => self.pick("Tag departementets", "Take the department's"),
            Assessor::Agreed => self.pick("Tag den aftalte", "Take the agreed one"),
        }
    }

    /// `Tag Direktøren · Midtvejsstatus · 30.06.2009`, where both are of one party.
    pub fn take_this(self, assessment: &str) -> String {
        format!("{} {assessment}", self.pick("Tag", "Take"))
    }

    /// `Direktøren: … Departementet: …`: what both note on a line.
    pub fn both_noted(self, by: [Assessor; 2], notes: [&str; 2]) -> String {
        let [first, second] = by.map(|by| self.text(assessor(by)));
        let [one, other] = notes;
        format!("{first}: {one} {second}: {other}")
    }

    /// `Direktøren · Årsstatus · 31.12.2009 og Departementet · Årsstatus · 31.12.2009`.
    pub fn begun_from(self, sides: [&Assessment; 2]) -> String {
        let [first, second] = sides.map(|side| self.assessment_title(side));
        self.pick(format!("{first} og {second}"), format!("{first} and {second}"))
    }

    /// What an entry says was reached of a target, in a few words; empty where it says nothing.
    pub fn entry_result(self, entry: &Entry, target: Option<&Target>) -> String {
        let lapsed =
            entry.lapsed.what.as_ref().map(|reason| format!("{}: {reason}", self.text(EntryText::Lapsed)));
        let fixed = entry.addendum.is_some().then(|| self.text(EntryText::FixedTarget).to_owned());
        let reported = Some(self.reported_result(&entry.reported, target)).filter(|text| !text.is_empty());
        [reported, fixed, lapsed].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// Why all areas were judged so, with whose reason it is where it is another party's.
    pub fn overall_reason(self, individual: &Individual) -> Option<String> {
        let reason = individual.reason.as_ref()?;
        Some(match individual.copied.as_deref() {
            Some(copied) => format!("{}: {reason}", self.reason_of(copied.by)),
            None => reason.clone(),
        })
    }

    fn reported_result(self, of: &Reported, target: Option<&Target>) -> String {
        let answer = |done: bool| self.text(if done { EntryText::Yes } else { EntryText::No }).to_owned();
        let points =
            |points: Decimal| format!("{} {}", self.number(points), self.text(EntryText::PointsUnit));
        let baseline =
            |figure: Decimal| format!("{}: {}", self.text(EntryText::Baseline), self.number(figure));
        let count = |count: Option<Decimal>| count.map_or_else(|| "–".to_owned(), |count| self.number(count));
        let own = [
            of.value.map(|value| self.number(value)),
            of.has_counts().then(|| [of.numerator, of.denominator].map(count).join(" / ")),
            of.baseline.map(baseline),
            of.date.map(|date| self.date(date)),
            of.done.map(answer),
            of.points.map(points),
            of.level
                .as_ref()
                .map(|level| target.map_or(level.as_str(), |target| target.level_title(level)).to_owned()),
            of.reason.as_ref().map(|reason| match of.copied.as_deref() {
                Some(copied) => format!("{}: {reason}", self.reason_of(copied.by)),
                None => reason.clone(),
            }),
        ];
        let of_part = |(id, entered): (&PartId, &Reported)| {
            let part =
                target.and_then(Target::parts).and_then(|parts| parts.iter().find(|part| part.id == *id));
            let title = part.and_then(|part| part.title.as_deref()).unwrap_or(id.as_str());
            format!("{title}: {}", self.reported_result(entered, part.map(|part| &part.target)))
        };
        let parts = of.parts.iter().map(of_part);
        own.into_iter().flatten().chain(parts).collect::<Vec<_>>().join("; ")
    }

    /// `+25`, `−150`, `0`; `sikret +125 · højst 0` where what is certain and what is possible differ by something
    /// else.
    pub fn difference_of_ends(self, ends: [Decimal; 2], text: impl Fn(Self, Decimal) -> String) -> String {
        let signed = |figure: Decimal| {
            let sign = if figure > Decimal::ZERO { "+" } else { "" };
            format!("{sign}{}", text(self, figure))
        };
        let [low, high] = ends;
        if low == high {
            return signed(low);
        }
        let (low, high) = (signed(low), signed(high));
        self.pick(format!("sikret {low} · højst {high}"), format!("secured {low} · at most {high}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::number::Kroner;

    #[test]
    fn a_difference_has_its_sign_and_both_ends_where_they_are_not_alike() {
        let [none, some, less] = [0, 25, -150].map(Decimal::from);
        assert_eq!(Words::DANISH.difference_of_ends([none, none], Words::number), "0");
        assert_eq!(Words::DANISH.difference_of_ends([some, some], Words::number), "+25");
        assert_eq!(Words::DANISH.difference_of_ends([less, some], Words::number), "sikret −150 · højst +25");
        let kroner = |words: Words, figure| words.kroner(Kroner(figure));
        assert_eq!(Words::DANISH.difference_of_ends([some, some], kroner), "+25,00\u{a0}kr.");
    }
}
