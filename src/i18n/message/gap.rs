//! Words for where a contract is silent.

use super::together;
use crate::domain::number::Points;
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::format_period;
use crate::i18n::number::format_number;
use crate::load::diagnostic::Gap;

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
        (Gap::GoalWithoutWeight { name }, Da) => format!("{name} har ingen vægt og giver ingen point."),
        (Gap::GoalWithoutWeight { name }, En) => format!("{name} has no weight and gives no points."),
        (Gap::WeightsWithoutTotal, Da) => {
            "Målene har vægte, men kontrakten siger ikke, hvor mange point der er i alt.".into()
        }
        (Gap::WeightsWithoutTotal, En) => {
            "The goals have weights, but the contract does not say how many points there are in all.".into()
        }
        (Gap::TargetUndetermined { name, points: Some(points) }, Da) => {
            format!("{name}: målet er ikke fastlagt. {} point er åbne.", number(*points))
        }
        (Gap::TargetUndetermined { name, points: Some(points) }, En) => {
            format!("{name}: the target is not fixed. {} points are open.", number(*points))
        }
        (Gap::TargetUndetermined { name, points: None }, Da) => format!("{name}: målet er ikke fastlagt."),
        (Gap::TargetUndetermined { name, points: None }, En) => format!("{name}: the target is not fixed."),
        (Gap::BaselineMissing { name, period: Some(period) }, Da) => {
            format!(
                "{name}: målet regnes fra {}, men kontrakten har intet tal for det.",
                format_period(*period, lang)
            )
        }
        (Gap::BaselineMissing { name, period: Some(period) }, En) => {
            format!(
                "{name}: the target is counted from {}, but the contract has no figure for it.",
                format_period(*period, lang)
            )
        }
        (Gap::BaselineMissing { name, period: None }, Da) => {
            format!("{name}: målet regnes fra et udgangspunkt, som kontrakten ikke oplyser.")
        }
        (Gap::BaselineMissing { name, period: None }, En) => {
            format!("{name}: the target is counted from a baseline that the contract does not give.")
        }
        (Gap::RiskWithoutGoal, Da) => "Risikoen hører ikke til noget mål.".into(),
        (Gap::RiskWithoutGoal, En) => "The risk belongs to no goal.".into(),
        (Gap::GoalWithoutRisk { name }, Da) => {
            format!("{name} har ingen risikovurdering, men andre af samme slags har.")
        }
        (Gap::GoalWithoutRisk { name }, En) => {
            format!("{name} has no risk assessment, though others of its kind have.")
        }
        (Gap::IndividualNotSplit { points, areas }, Da) => {
            format!("Aftalen fordeler ikke de {} point på de {areas} individuelle områder.", number(*points))
        }
        (Gap::IndividualNotSplit { points, areas }, En) => {
            format!(
                "The agreement does not split the {} points between the {areas} individual areas.",
                number(*points)
            )
        }
        (Gap::NoMaximumPercent, Da) => {
            "Aftalen siger ikke, hvor mange procent resultatlønnen højst kan udgøre.".into()
        }
        (Gap::NoMaximumPercent, En) => {
            "The agreement does not say what percent the performance pay can be at most.".into()
        }
    }
}

pub(super) fn hint(gap: &Gap, lang: Lang) -> Option<&'static str> {
    let (da, en) = match gap {
        Gap::TargetUndetermined { .. } => (
            "Målet kan fastsættes i vurderingen med en allonge.",
            "The target can be fixed in the assessment by an addendum.",
        ),
        Gap::BaselineMissing { .. } => (
            "Udgangspunktet kan oplyses i vurderingen; indtil da er målet ikke fastlagt.",
            "The baseline can be given in the assessment; until then the target is not fixed.",
        ),
        Gap::WeightsWithoutTotal => ("Tilføj »points«.", "Add “points”."),
        Gap::IndividualNotSplit { .. } => ("De vurderes under ét.", "They are judged as one."),
        Gap::NoMaximumPercent => {
            ("Procenten indtastes i vurderingen.", "The percent is entered in the assessment.")
        }
        Gap::TotalNeedsMaximum { .. }
        | Gap::GoalWithoutWeight { .. }
        | Gap::RiskWithoutGoal
        | Gap::GoalWithoutRisk { .. } => return None,
    };
    Some(if lang == Da { da } else { en })
}
