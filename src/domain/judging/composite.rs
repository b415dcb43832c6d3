//! `all_of` and `any_of`: parts are targets, nested freely. A composite settles as soon as it can.

use super::{Fault, Ground, Judgement};
use crate::domain::contract::{Part, Target};
use crate::domain::objection::ObjectionKind;
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

pub(super) fn judge(all: bool, parts: &[Part], reported: &Reported, ground: Ground) -> Judgement {
    let mut whole = Judgement::unsettled(Verdict::Open, Vec::new());
    let nothing = Reported::default();
    for part in parts {
        let judged = as_part(&part.target)
            .judge(reported.parts.get(&part.id).unwrap_or(&nothing), ground.of_part(part));
        whole.parts.push((part.id.clone(), judged.verdict));
        whole.faults.extend(judged.faults.into_iter().map(|fault| fault.within(&part.id)));
        whole.overdue = whole.overdue.into_iter().chain(judged.overdue).min();
        whole.steps.push(Step::Part {
            id: part.id.clone(),
            title: part.title.clone(),
            verdict: judged.verdict,
            steps: judged.steps,
        });
    }
    let unknown = reported.parts.keys().filter(|id| parts.iter().all(|part| part.id != **id));
    whole.faults.extend(unknown.map(|id| Fault::of_whole(ObjectionKind::Unknown).within(id)));
    let count = |verdict| whole.parts.iter().filter(|(_, found)| *found == verdict).count();
    let (holding, failing) = (count(Verdict::Holds), count(Verdict::Fails));
    whole.verdict = verdict(all, holding, failing, count(Verdict::Open), parts.len());
    whole.steps.push(Step::Parts { all, holding, failing, of: parts.len(), verdict: whole.verdict });
    whole
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
