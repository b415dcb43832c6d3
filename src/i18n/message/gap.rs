//! Words for where a contract is silent.

use super::{clause, together};
use crate::domain::number::{Decimal, Points};
use crate::findings::{Gap, ImpliedBaseline};
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::format_period;
use crate::i18n::number::format_number;

pub(super) fn message(gap: &Gap, lang: Lang) -> String {
    let number = |points: Points| format_number(points.0, lang);
    match (gap, lang) {
        (Gap::TotalNeedsMaximum { names, total }, Da) => {
            format!(
                "Vægtene giver kun {} point, hvis {} tæller med sit maksimum.",
                number(*total),
                together(names, lang)
            )
        }
        (Gap::TotalNeedsMaximum { names, total }, En) => {
            format!(
                "The weights add up to {} points only if {} counts at its maximum.",
                number(*total),
                together(names, lang)
            )
        }
        (Gap::GoalWithoutWeight { name, place }, Da) => {
            format!("{name} har ingen vægt og giver ingen point{}.", clause(place))
        }
        (Gap::GoalWithoutWeight { name, place }, En) => {
            format!("{name} has no weight and gives no points{}.", clause(place))
        }
        (Gap::NoGoals, Da) => "Kontrakten har ingen mål.".into(),
        (Gap::NoGoals, En) => "The contract has no goals.".into(),
        (Gap::WeightsWithoutTotal, Da) => {
            "Målene har vægte, men kontrakten siger ikke, hvor mange point der er i alt.".into()
        }
        (Gap::WeightsWithoutTotal, En) => {
            "The goals have weights, but the contract does not say how many points there are in all.".into()
        }
        (Gap::TargetUndetermined { name, points: Some(points), place }, Da) => {
            let are = if points.0 == Decimal::ONE { "er åbent" } else { "er åbne" };
            format!("{name}: målet er ikke fastlagt{}. {} point {are}.", clause(place), number(*points))
        }
        (Gap::TargetUndetermined { name, points: Some(points), place }, En) => {
            let are = if points.0 == Decimal::ONE { "point is" } else { "points are" };
            format!("{name}: the target is not fixed{}. {} {are} open.", clause(place), number(*points))
        }
        (Gap::TargetUndetermined { name, points: None, place }, Da) => {
            format!("{name}: målet er ikke fastlagt{}.", clause(place))
        }
        (Gap::TargetUndetermined { name, points: None, place }, En) => {
            format!("{name}: the target is not fixed{}.", clause(place))
        }
        (Gap::BaselineMissing { name, period, implied, place }, Da) => {
            let at = clause(place);
            let missing = match period.map(|period| format_period(period, lang)) {
                Some(period) => {
                    format!("målet regnes fra {period}, men kontrakten har intet tal for det{at}.")
                }
                None => format!("målet regnes fra et udgangspunkt, som kontrakten ikke oplyser{at}."),
            };
            format!("{name}: {missing}{}", implied_text(implied.as_ref(), lang))
        }
        (Gap::BaselineMissing { name, period, implied, place }, En) => {
            let at = clause(place);
            let missing = match period.map(|period| format_period(period, lang)) {
                Some(period) => {
                    format!("the target is counted from {period}, but the contract has no figure for it{at}.")
                }
                None => format!("the target is counted from a baseline that the contract does not give{at}."),
            };
            format!("{name}: {missing}{}", implied_text(implied.as_ref(), lang))
        }
        (Gap::RiskWithoutGoal { place }, Da) => {
            format!("Risikoen hører ikke til noget mål{}.", clause(place))
        }
        (Gap::RiskWithoutGoal { place }, En) => format!("The risk belongs to no goal{}.", clause(place)),
        (Gap::GoalWithoutRisk { name, place }, Da) => {
            format!("{name} har ingen risikovurdering, men andre af samme slags har{}.", clause(place))
        }
        (Gap::GoalWithoutRisk { name, place }, En) => {
            format!("{name} has no risk assessment, though others of its kind have{}.", clause(place))
        }
        (Gap::IndividualNotSplit { points, areas, place }, Da) => {
            let (points, at) = (number(*points), clause(place));
            format!("Aftalen fordeler ikke de {points} point på de {areas} individuelle områder{at}.")
        }
        (Gap::IndividualNotSplit { points, areas, place }, En) => {
            let (points, at) = (number(*points), clause(place));
            format!(
                "The agreement does not split the {points} points between the {areas} individual areas{at}."
            )
        }
        (Gap::NoMaximumPercent { place }, Da) => {
            let at = clause(place);
            format!("Aftalen siger ikke, hvor mange procent resultatlønnen højst kan udgøre{at}.")
        }
        (Gap::NoMaximumPercent { place }, En) => {
            let at = clause(place);
            format!("The agreement does not say what percent the performance pay can be at most{at}.")
        }
    }
}

/// The baseline that another place implies, as a sentence of its own.
fn implied_text(implied: Option<&ImpliedBaseline>, lang: Lang) -> String {
    let Some(ImpliedBaseline { place, change, baseline }) = implied else { return String::new() };
    let (change, baseline) = (format_number(*change, lang), format_number(*baseline, lang));
    match lang {
        Da => format!(
            " {place} siger en ændring på {change}; det svarer til et udgangspunkt på omkring {baseline}."
        ),
        En => format!(" {place} says a change of {change}, which implies a baseline of about {baseline}."),
    }
}

pub(super) fn why(gap: &Gap, lang: Lang) -> &'static str {
    let (da, en) = match gap {
        Gap::TotalNeedsMaximum { .. } => (
            "Er det ikke meningen, kan fuld opfyldelse aldrig give alle point.",
            "If that is not meant, full fulfilment can never give all points.",
        ),
        Gap::GoalWithoutWeight { .. } => (
            "Målet tæller ikke med, uanset hvad der bliver nået.",
            "The goal does not count, whatever is reached.",
        ),
        Gap::NoGoals => {
            ("Uden mål er der ikke noget at vurdere.", "Without goals there is nothing to assess.")
        }
        Gap::WeightsWithoutTotal => (
            "Uden et samlet pointtal er der intet at regne institutionens andel af.",
            "Without a total there is nothing to take the institution's share of.",
        ),
        Gap::TargetUndetermined { .. } => {
            ("Uden et måltal kan resultatet ikke bedømmes.", "Without a target the result cannot be judged.")
        }
        Gap::BaselineMissing { .. } => (
            "Uden et udgangspunkt kan målet ikke bedømmes.",
            "Without a baseline the target cannot be judged.",
        ),
        Gap::RiskWithoutGoal { .. } => (
            "Det kan ikke ses, hvor mange point der er på spil.",
            "It cannot be seen how many points are at stake.",
        ),
        Gap::GoalWithoutRisk { .. } => (
            "Det kan ikke ses, om målet er uden risiko eller er glemt.",
            "It cannot be seen whether the goal is without risk or was forgotten.",
        ),
        Gap::IndividualNotSplit { .. } => {
            ("Det er uklart, hvad hvert område er værd.", "It is unclear what each area is worth.")
        }
        Gap::NoMaximumPercent { .. } => (
            "Uden procenten kan resultatlønnen ikke regnes ud i kroner.",
            "Without the percent the performance pay cannot be worked out in kroner.",
        ),
    };
    if lang == Da { da } else { en }
}

pub(super) fn hint(gap: &Gap, lang: Lang) -> &'static str {
    let (da, en) = match gap {
        Gap::TotalNeedsMaximum { .. } => (
            "Se efter, om det er meningen, at maksimum er regnet med i det samlede pointtal.",
            "See whether the total is meant to count the maximum.",
        ),
        Gap::GoalWithoutWeight { .. } => (
            "Giv målet en vægt; skriv 0, hvis det ikke skal tælle.",
            "Give the goal a weight; write 0 if it is not to count.",
        ),
        Gap::NoGoals => ("Skriv målene under »goals«.", "Write the goals under “goals”."),
        Gap::WeightsWithoutTotal => ("Tilføj »points«.", "Add “points”."),
        Gap::TargetUndetermined { .. } => (
            "Skriv måltallet i kontrakten; ellers kan det fastsættes i vurderingen med en allonge.",
            "Write the target into the contract; otherwise it can be fixed in the assessment by an addendum.",
        ),
        Gap::BaselineMissing { .. } => (
            "Skriv udgangspunktet i kontrakten; ellers kan det oplyses i vurderingen, når det kendes.",
            "Write the baseline into the contract; otherwise it can be given in the assessment once it is known.",
        ),
        Gap::RiskWithoutGoal { .. } => ("Skriv målets id under »goal«.", "Write the goal's id under “goal”."),
        Gap::GoalWithoutRisk { .. } => ("Tilføj en risiko for målet.", "Add a risk for the goal."),
        Gap::IndividualNotSplit { .. } => (
            "De vurderes under ét. Giv hvert område en vægt, hvis de skal tælle hver for sig.",
            "They are judged as one. Give each area a weight if they are to count one by one.",
        ),
        Gap::NoMaximumPercent { .. } => (
            "Skriv procenten i aftalen; ellers indtastes den i vurderingen.",
            "Write the percent into the agreement; otherwise it is entered in the assessment.",
        ),
    };
    if lang == Da { da } else { en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_point_is_open_and_two_are() {
        let said = |points: i64, lang| {
            let points = Some(Points(points.into()));
            message(&Gap::TargetUndetermined { name: "Mål 1".into(), points, place: None }, lang)
        };
        assert_eq!(said(1, Da), "Mål 1: målet er ikke fastlagt. 1 point er åbent.");
        assert_eq!(said(2, Da), "Mål 1: målet er ikke fastlagt. 2 point er åbne.");
        assert_eq!(said(1, En), "Mål 1: the target is not fixed. 1 point is open.");
        assert_eq!(said(2, En), "Mål 1: the target is not fixed. 2 points are open.");
    }
}
