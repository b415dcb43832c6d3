//! A goal or an individual area in two contracts.

use super::target::{bare, effect, parts_differ};
use super::{AskedGoal, Change, ChangedPlace, Difference, Edition, Stated, Term, compare_term, note_others};
use crate::domain::contract::{Goal, Part, Rule, Target};

/// Notes what differs of a goal, or that only one edition has it.
pub(super) fn changes<'a>(
    asked: [Option<AskedGoal<'a>>; 2],
    editions: [Edition<'a>; 2],
    place: fn(&'a Goal) -> ChangedPlace<'a>,
    found: &mut Vec<Change<'a>>,
) {
    let (before, after) = match asked {
        [Some(before), Some(after)] => (before, after),
        [None, Some(after)] => {
            let what = Difference::New(after.goal.weight);
            return found.push(Change { place: place(after.goal), what });
        }
        [Some(before), None] => {
            let what = Difference::Gone(before.goal.weight);
            return found.push(Change { place: place(before.goal), what });
        }
        [None, None] => return,
    };
    let place = place(after.goal);
    let goals = [before.goal, after.goal];
    compare_term(place, Term::Label, goals.map(|goal| goal.label.as_deref().map(Stated::Text)), found);
    compare_term(place, Term::Title, goals.map(|goal| Some(Stated::Text(&goal.title))), found);
    let groups = [(before, editions[0]), (after, editions[1])].map(|(asked, edition)| {
        let group = asked.goal.group.as_ref().and_then(|id| edition.contract.group(id.as_str()));
        group.map(|group| (&group.id, Stated::Text(&group.title)))
    });
    if groups[0].map(|(id, _)| id) != groups[1].map(|(id, _)| id) {
        compare_term(place, Term::Group, groups.map(|group| group.map(|(_, title)| title)), found);
    }
    if let Some(effect) = effect([before, after], editions) {
        found.push(Change { place, what: Difference::Target([before, after], effect) });
    }
    compare_term(place, Term::Unit, goals.map(|goal| goal.unit.as_deref().map(Stated::Text)), found);
    compare_term(place, Term::Weight, goals.map(|goal| goal.weight.map(Stated::Weight)), found);
    compare_term(place, Term::Rule, goals.map(stated_rule), found);
    note_others(place, &others(before.goal, after.goal), found);
}

/// The rule where it is another than what counts when the contract is silent.
fn stated_rule(goal: &Goal) -> Option<Stated<'_>> {
    let is_judged = matches!(goal.target, Target::Assessed { .. });
    goal.scoring.as_ref().filter(|rule| !is_judged && **rule != Rule::AllOrNothing).map(Stated::Rule)
}

/// What is compared and not shown.
fn others(before: &Goal, after: &Goal) -> [(Term, bool); 7] {
    let contributions = |goal: &Goal| (goal.contributes_to.clone(), goal.rollup, goal.served_by.clone());
    let words = |goal: &Goal| (goal.wording.clone(), goal.description.clone());
    let targets = [&before.target, &after.target];
    // What the parts say beside their requirements is mostly their history.
    let within_parts = bare(&before.target) == bare(&after.target)
        && parts_differ(targets, |one, other| {
            let besides = |part: &Part| {
                (part.history.clone(), part.guidelines.clone(), part.wording.clone(), part.page)
            };
            besides(one) != besides(other)
        });
    [
        (Term::PartRules, parts_differ(targets, |one, other| one.scoring != other.scoring)),
        (Term::Wording, words(before) != words(after)),
        (Term::History, before.history != after.history || within_parts),
        (Term::Ratio, before.ratio != after.ratio),
        (Term::Guidelines, before.guidelines != after.guidelines),
        (Term::Resources, before.resources != after.resources),
        (Term::ContributesTo, contributions(before) != contributions(after)),
    ]
}
