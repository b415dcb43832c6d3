//! What an assessment says that cannot count, or belongs to another contract.

use std::borrow::Cow;

use super::declare::{findings, said};
use super::written::Written;
use crate::domain::address::{FieldId, PayDecision, ReportedField};
use crate::domain::date::Date;
use crate::domain::number::{Decimal, Points, Span};
use crate::domain::objection::{Objection, ObjectionKind};
use crate::domain::plausible::Implausible;
use crate::i18n::Words;

findings! {
    /// What an assessment says that cannot count, or belongs to another contract.
    EntryFault

    Warning["other-contract"] OtherContract { found: String, wanted: String }
        title("Vurdering af en anden kontrakt", "Assessment of another contract")
        message(
            "Vurderingen hører til kontrakten »{found}«, ikke »{wanted}«.",
            "The assessment belongs to the contract “{found}”, not “{wanted}”.",
        )
        why("Resultaterne kan høre til andre mål.", "The results may belong to other goals.")
        hint(
            "Åbn den kontrakt, som vurderingen hører til.",
            "Open the contract that the assessment belongs to.",
        )

    Warning["contract-changed"] ContractChanged
        title("Kontrakten er ændret siden vurderingen", "The contract was changed since the assessment")
        message(
            "Kontrakten er ændret, siden vurderingen blev lavet.",
            "The contract was changed since the assessment was made.",
        )
        why(none)
        hint(
            "Se vurderingen igennem; tal kan have skiftet betydning.",
            "Look through the assessment; figures may have changed their meaning.",
        )

    Warning["unknown-entry"] Unknown { place: FieldId }
        title(
            "Resultat for noget, kontrakten ikke har",
            "Result for something that the contract does not have",
        )
        message(
            "{place}: kontrakten har intet, som det hører til.",
            "{place}: the contract has nothing that this belongs to.",
        )
        why(none)
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")

    Warning["other-kind-of-result"] OtherKind { place: FieldId, wanted: ReportedField }
        title("Resultat af en anden slags, end målet kræver", "Result of another kind than the target wants")
        message("{place}: målet kræver {wanted}.", "{place}: the target wants {wanted}.")
        why(none)
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")

    Warning["nothing-counted"] NothingCounted { place: FieldId }
        title("Optælling på nul under brøkstregen", "Count of zero below the line")
        message(
            "{place}: der kan ikke deles med 0.",
            "{place}: nothing can be divided by 0.",
        )
        why(none)
        hint("Resultatet tæller ikke med, før det er rettet.", "The result does not count until it is put right.")

    Warning["figure-beside-counts"] FigureGiven { place: FieldId }
        title("Tal ved siden af to optællinger", "Figure beside two counts")
        message(
            "{place}: der står både et tal og to optællinger, som giver et andet. Tallet tæller.",
            "{place}: there is a figure, and two counts that give another one. The figure counts.",
        )
        why(
            "Det kan ikke ses, hvilket af dem der er resultatet.",
            "It cannot be seen which of them is the result.",
        )
        hint("Slet det, der ikke gælder.", "Delete what does not hold.")

    Warning["unknown-level"] UnknownLevel { place: FieldId }
        title("Niveau, som skalaen ikke har", "Level that the scale does not have")
        message("{place}: skalaen har ikke dette niveau.", "{place}: the scale has no such level.")
        why(none)
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")

    Warning["points-outside-range"] OutsideRange { place: FieldId, min: Points, max: Points }
        title("Point uden for det mulige", "Points outside the range")
        message(|words| {
            let points = words.points(Span::new(*min.0, *max.0));
            said!(words, "{place}: der kan gives {points} point.", "{place}: {points} points can be given.")
        })
        why(
            "Et mål kan kun give de point, der er aftalt.",
            "A goal can only give the points that were agreed.",
        )
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")

    Warning["factor-outside-bounds"] OutsideBounds { place: FieldId, min: Decimal, max: Decimal }
        title("Faktor uden for det aftalte", "Factor outside what was agreed")
        message(
            "{place}: aftalen giver mulighed for en faktor fra {min} til {max}.",
            "{place}: the agreement allows for a factor from {min} to {max}.",
        )
        why(
            "En faktor kan kun være en, som aftalen giver mulighed for.",
            "A factor can only be one that the agreement allows for.",
        )
        hint("Den tæller ikke med, før den er rettet.", "It does not count until it is put right.")

    Warning["no-reason"] NoReason { place: FieldId }
        title("Point eller regulering uden begrundelse", "Points or adjustment without a reason")
        message("{place}: begrundelsen mangler.", "{place}: the reason is missing.")
        why(
            "Et skøn uden begrundelse kan ikke efterprøves.",
            "A judgement without a reason cannot be verified.",
        )
        hint("Det tæller med, men skal begrundes skriftligt.", "It counts, but needs a written reason.")

    Warning["reason-of-other"] ReasonOfOther { place: FieldId }
        title("En anden parts begrundelse for en anden bedømmelse", "Another party's reason for another judgement")
        message(
            "{place}: begrundelsen er en anden parts og er skrevet til andre point eller et andet niveau.",
            "{place}: the reason is another party's and was written for other points or another level.",
        )
        why(
            "Den, der bedømmer anderledes, skal selv sige hvorfor.",
            "Whoever judges otherwise has to say why.",
        )
        hint(
            "Pointene tæller med. Skriv en egen begrundelse, eller bekræft den.",
            "The points count. Write a reason of your own, or confirm this one.",
        )

    Warning["adjustment-not-agreed"] NotAgreed { place: FieldId }
        title("Regulering, som aftalen ikke giver mulighed for", "Adjustment that the agreement does not allow")
        message(
            "{place}: aftalen giver ikke mulighed for den.",
            "{place}: the agreement does not allow for it.",
        )
        why(
            "Resultatlønnen kan kun reguleres, som det er aftalt.",
            "The performance pay can only be adjusted as agreed.",
        )
        hint("Den tæller med. Kontrollér retning og størrelse.", "It counts. Check its direction and size.")

    Warning["text-unread"] Unread { place: FieldId, text: String }
        title("Tekst, der ikke tæller med", "Text that does not count")
        message(
            "{place}: »{text}« står i feltet og tæller ikke med.",
            "{place}: “{text}” stands in the field and does not count.",
        )
        why(
            "Teksten kan ikke læses, kan betyde flere ting eller mangler resten.",
            "The text cannot be read, could mean several things or lacks its rest.",
        )
        hint(
            "Åbn filen på siden, og svar, hvor feltet spørger.",
            "Open the file in the page, and answer where the field asks.",
        )

    Note["figure-unlikely"] Unlikely { place: FieldId, value: Decimal, why: Implausible }
        title("Tal, der næppe er ment", "Figure that can hardly be meant")
        message("{place}: {value} {why}.", "{place}: {value} {why}.")
        why(
            "Et forskudt komma kan gøre et mål opfyldt, som ikke er det.",
            "A comma in the wrong place can meet a goal that is not met.",
        )
        hint("Tallet tæller med. Kontrollér, om det er rigtigt.", "The figure counts. Check whether it is right.")

    Warning["outside-pay-period"] OutsidePayPeriod { from: Date, to: Date }
        title("Fratrædelse uden for lønperioden", "Leaving date outside the pay period")
        message(
            "Fratrædelsen ligger uden for lønperioden {from}–{to}.",
            "The last day of service lies outside the pay period {from}–{to}.",
        )
        why(none)
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")

    Warning["outside-years"] OutsideYears { place: FieldId, from: i32, to: i32 }
        title("Dato uden for kontraktens år", "Date outside the contract's years")
        message("{place}: datoen ligger uden for {from}–{to}.", "{place}: the date lies outside {from}–{to}.")
        why(none)
        hint(
            "Datoen tæller med. Kontrollér, om året er rigtigt.",
            "The date counts. Check whether the year is right.",
        )

    Warning["contract-decides"] ContractDecides { place: FieldId }
        title("Tal, som kontrakten selv fastsætter", "Figure that the contract itself gives")
        message(
            "{place}: kontrakten har selv et tal, og det gælder.",
            "{place}: the contract has a figure of its own, and that counts.",
        )
        why("Det aftalte går forud for det, der indtastes.", "What was agreed comes before what is entered.")
        hint("Slet det, der er indtastet.", "Delete what was entered.")

    Warning["target-already-fixed"] TargetIsFixed { place: FieldId }
        title("Allonge til et mål, der er fastlagt", "Addendum to a target that is fixed")
        message(
            "{place}: målet er allerede fastlagt i kontrakten.",
            "{place}: the contract has fixed the target already.",
        )
        why("Det aftalte går forud for det, der indtastes.", "What was agreed comes before what is entered.")
        hint("Slet det, der er indtastet.", "Delete what was entered.")

    Warning["rule-cannot-score"] RuleCannotScore { place: FieldId }
        title("Reglen kan ikke bruges på målet", "The rule cannot score the target")
        message(
            "{place}: kontraktens regel passer ikke til målet.",
            "{place}: the contract's rule does not fit the target.",
        )
        why(none)
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")

    Warning["negative-entry"] Negative { place: FieldId }
        title("Indtastning under nul", "Entry below zero")
        message("{place}: tallet kan ikke være under 0.", "{place}: the number cannot be below 0.")
        why(none)
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")

    Warning["figures-too-large"] TooLarge { place: FieldId }
        title("For store tal", "Figures too large")
        message(
            "{place}: tallene er for store til at regnes nøjagtigt.",
            "{place}: the figures are too large to be worked out exactly.",
        )
        why(none)
        hint("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")
}

impl From<&Objection> for EntryFault {
    fn from(objection: &Objection) -> Self {
        let place = objection.place.clone();
        match objection.kind {
            ObjectionKind::Unknown => Self::Unknown { place },
            ObjectionKind::OtherKind { wanted } => Self::OtherKind { place, wanted },
            ObjectionKind::NothingCounted => Self::NothingCounted { place },
            ObjectionKind::FigureGiven => Self::FigureGiven { place },
            ObjectionKind::UnknownLevel => Self::UnknownLevel { place },
            ObjectionKind::OutsideRange { min, max } => Self::OutsideRange { place, min, max },
            ObjectionKind::OutsideBounds { min, max } => Self::OutsideBounds { place, min, max },
            ObjectionKind::NoReason => Self::NoReason { place },
            ObjectionKind::ReasonOfOther => Self::ReasonOfOther { place },
            ObjectionKind::NotAgreed => Self::NotAgreed { place },
            ObjectionKind::OutsidePayPeriod { from, to } => Self::OutsidePayPeriod { from, to },
            ObjectionKind::OutsideYears { from, to } => Self::OutsideYears { place, from, to },
            ObjectionKind::ContractDecides => Self::ContractDecides { place },
            ObjectionKind::TargetIsFixed => Self::TargetIsFixed { place },
            ObjectionKind::RuleDoesNotFit => Self::RuleCannotScore { place },
            ObjectionKind::Negative => Self::Negative { place },
            ObjectionKind::TooLarge => Self::TooLarge { place },
        }
    }
}

impl Written for Implausible {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.implausible_figure(*self).into()
    }
}

impl Written for FieldId {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let part = |text, part| format!("{text} › {part}");
        let text = match self {
            Self::Reported(entry, parts, _) | Self::Whole(entry, parts) => {
                return parts.iter().fold(entry.goal.to_string(), part).into();
            }
            Self::Entry(entry, _) => return entry.goal.to_string().into(),
            Self::BaseTitle(line) | Self::BaseValue(line) => {
                return format!("{} {}", words.pick("Lønlinje", "Pay line"), line + 1).into();
            }
            Self::Overall | Self::OverallReason => {
                words.pick("Den samlede vurdering", "The overall judgement")
            }
            Self::AsOf => words.pick("Vurderingens dag", "The assessment's day"),
            Self::By | Self::Status => words.pick("Vurderingen", "The assessment"),
            Self::AdjustmentKind
            | Self::AdjustmentValue
            | Self::AdjustmentReason
            | Self::Agreed(PayDecision::Adjustment)
            | Self::AgreedIn(PayDecision::Adjustment) => words.pick("Reguleringen", "The adjustment"),
            Self::LeftOn | Self::Agreed(PayDecision::Leaving) | Self::AgreedIn(PayDecision::Leaving) => {
                words.pick("Fratrædelsen", "The last day of service")
            }
            Self::Breach | Self::Agreed(PayDecision::Breach) | Self::AgreedIn(PayDecision::Breach) => {
                words.pick("Misligholdelsen", "The breach")
            }
            Self::MaxPercent => words.pick("Den højeste procent", "The maximum percent"),
            Self::PotPercent(pot) => {
                return format!("{} {pot}", words.pick("Procenten for", "The percent of")).into();
            }
            Self::Factor(stage) | Self::FactorReason(stage) => {
                return format!("{} {stage}", words.pick("Faktoren", "The factor")).into();
            }
            Self::Regulation => words.pick("Reguleringsprocenten", "The regulation percent"),
            Self::PensionPercent => words.pick("Pensionsprocenten", "The pension percent"),
            Self::HolidayPercent => words.pick("Feriegodtgørelsen", "The holiday allowance"),
        };
        text.into()
    }
}

/// What a target wants to be told.
impl Written for ReportedField {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let text = match self {
            Self::Value | Self::Numerator | Self::Denominator | Self::Reading(_) => {
                words.pick("et tal", "a figure")
            }
            Self::Baseline => words.pick("et udgangspunkt", "a baseline"),
            Self::Date => words.pick("en dato", "a date"),
            Self::Period => words.pick("en periode", "a period"),
            Self::Done | Self::Final => words.pick("ja eller nej", "yes or no"),
            Self::Points => words.pick("point", "points"),
            Self::Level => words.pick("et niveau", "a level"),
            Self::Reason => words.pick("en begrundelse", "a reason"),
            Self::Parts => words.pick("et resultat for hver del", "a result for each part"),
        };
        text.into()
    }
}
