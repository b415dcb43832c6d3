//! `all_of` and `any_of`: parts are targets, nested freely. A composite settles as soon as it can.
//!
//! A part with a rule of its own, or with levels, is reached in part; it holds where its share is 1 or more.

use super::{Fault, Ground, JudgedPart, Judgement};
use crate::domain::contract::{Part, Rule, Target};
use crate::domain::number::{Share, Span};
use crate::domain::objection::ObjectionKind;
use crate::domain::reported::Reported;
use crate::domain::scoring::{Scored, Scoring, best};
use crate::domain::trace::{Step, Verdict};

pub(super) fn judge(all: bool, parts: &[Part], reported: &Reported, ground: Ground) -> Judgement {
    let mut whole = Judgement::unsettled(Verdict::Open, Vec::new());
    for part in parts {
        let (judged, of_part) = judge_part(part, reported, ground);
        let (verdict, share) = (of_part.verdict, part.has_degrees().then(|| Box::new(of_part.share)));
        whole.parts.push(of_part);
        whole.faults.extend(judged.faults.into_iter().map(|fault| fault.within(&part.id)));
        whole.overdue = whole.overdue.into_iter().chain(judged.overdue).min();
        whole.steps.push(Step::Part {
            id: part.id.clone(),
            title: part.title.clone(),
            verdict,
            share,
            steps: judged.steps,
        });
    }
    let unknown = reported.parts.keys().filter(|id| parts.iter().all(|part| part.id != **id));
    whole.faults.extend(unknown.map(|id| Fault::of_whole(ObjectionKind::Unknown).within(id)));
    let count = |verdict| whole.parts.iter().filter(|part| part.verdict == verdict).count();
    let (holding, failing) = (count(Verdict::Holds), count(Verdict::Fails));
    whole.verdict = verdict(all, holding, failing, count(Verdict::Open), parts.len());
    whole.steps.push(Step::Parts { all, holding, failing, of: parts.len(), verdict: whole.verdict });
    whole
}

/// What is said of one part, with its steps and faults. `reported` is what was entered for the whole, which stands on
/// this ground.
pub(in crate::domain) fn judge_part(
    part: &Part,
    reported: &Reported,
    ground: Ground,
) -> (Judgement, JudgedPart) {
    let nothing = Reported::default();
    let reported = reported.parts.get(&part.id).unwrap_or(&nothing);
    let (target, ground) = (as_part(&part.target), ground.of_part(part));
    let mut judged = target.judge(reported, ground);
    let id = part.id.clone();
    if !part.has_degrees() {
        let verdict = judged.verdict;
        let share = match verdict {
            Verdict::Holds => Span::settled(Share::FULL),
            Verdict::Fails => Span::settled(Share::NONE),
            Verdict::Open | Verdict::Undetermined => Span::new(Share::NONE, Share::FULL),
        };
        return (judged, JudgedPart { id, verdict, share, is_waiting: verdict == Verdict::Open });
    }
    let rule = part.scoring.as_ref().unwrap_or(&Rule::AllOrNothing);
    let scoring = Scoring { target, reported, judgement: &judged, ground, weight: None, stated: None };
    let mut scored = scoring.score(rule).unwrap_or_else(|error| {
        let mut scored = Scored::open(best(target, Some(rule)), Verdict::Open);
        scored.faults.extend(Judgement::too_large(error).faults);
        scored.steps.push(Step::TooLarge);
        scored
    });
    judged.steps.append(&mut scored.steps);
    judged.faults.append(&mut scored.faults);
    let share = scored.share;
    judged.verdict = match share {
        Span { min, .. } if min.is_full() => Verdict::Holds,
        Span { max, .. } if !max.is_full() => Verdict::Fails,
        _ if scored.undetermined => Verdict::Undetermined,
        _ => Verdict::Open,
    };
    let is_waiting = !share.is_settled() && !scored.undetermined;
    let verdict = judged.verdict;
    (judged, JudgedPart { id, verdict, share, is_waiting })
}

/// A part has no weight to give points within, so a judgement of it says yes or no.
fn as_part(target: &Target) -> &Target {
    if matches!(target, Target::Assessed { .. }) { &Target::Done } else { target }
}

/// One failed part settles an `all_of`, one that holds an `any_of`. While a result is missing the whole is
/// open; it is undetermined when nothing but targets is missing.
fn verdict(all: bool, holding: usize, failing: usize, open: usize, of: usize) -> Verdict {
    let (deciding, agreeing) = if all { (failing, holding) } else { (holding, failing) };
    match (deciding > 0, agreeing == of, open > 0) {
        (true, ..) if all => Verdict::Fails,
        (true, ..) => Verdict::Holds,
        (false, true, _) if all => Verdict::Holds,
        (false, true, _) => Verdict::Fails,
        (false, false, true) => Verdict::Open,
        (false, false, false) => Verdict::Undetermined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_composite_settles_as_soon_as_it_can() {
        for (all, holding, failing, open, of, expected) in [
            (true, 2, 0, 0, 2, Verdict::Holds),
            (true, 0, 1, 1, 2, Verdict::Fails),
            (true, 1, 1, 0, 2, Verdict::Fails),
            (true, 1, 0, 1, 2, Verdict::Open),
            (true, 1, 0, 0, 2, Verdict::Undetermined),
            (true, 0, 0, 1, 2, Verdict::Open),
            (false, 1, 0, 1, 2, Verdict::Holds),
            (false, 0, 2, 0, 2, Verdict::Fails),
            (false, 0, 1, 1, 2, Verdict::Open),
            (false, 0, 1, 0, 2, Verdict::Undetermined),
        ] {
            assert_eq!(verdict(all, holding, failing, open, of), expected, "all {all}: {holding}, {failing}");
        }
    }
}
