//! Begins next year's contract from what was decided.

use std::rc::Rc;

use crate::app::{Action, Case, Compared, Incoming, OtherContract, RenewalPlan, is_of_hundred};
use crate::domain::contract::{Contract, GoalId};
use crate::domain::renewal::{Renewal, Wishes, propose};
use crate::findings::Diagnostic;
use crate::format::draft::DraftFile;
use crate::format::{ContractChange, after_change, read_kept, renew, with_served_renewed};
use crate::pace::{at_once, no_wait};
use crate::platform::clock::unique;
use crate::ui::context::Page;
use crate::ui::keeping::latest;
use crate::ui::moment::moment;

/// Why the new contract is not begun.
pub(super) enum Refusal {
    /// The figure or the day in this field of the goal cannot be read.
    Unread(GoalId, usize),
    /// The weight of this goal cannot be read.
    Weight(GoalId),
    /// It would have mistakes, such as a goal that is gone although something names it.
    Mistakes(Rc<[Diagnostic]>),
}

/// Opens the new contract as a draft of its own, beside the one that it was made from.
pub(super) fn begin_contract(page: &Page, case: &Case, plan: &RenewalPlan) -> Result<(), Refusal> {
    let (contract, year) = (&case.contract.contract, plan.chosen_year().unwrap_or_default());
    let before = propose(contract, case.deciding(), Wishes { year, goals: None });
    // A contract without a year has no proposals, and the page no button.
    let Ok(before) = before else { return Ok(()) };
    let proposals: Vec<_> = before.goals.iter().chain(&before.areas).collect();
    let (wished, unread) = plan.wishes(&proposals);
    if let Some((goal, place)) = unread.into_iter().next() {
        return Err(Refusal::Unread(goal, place));
    }
    let after = propose(contract, case.deciding(), Wishes { year, goals: Some(&wished) });
    let (Ok(renewal), Some(now)) = (after, moment()) else { return Ok(()) };
    let kept = kept_contracts(&renewal);
    let text = with_own_weights(renew(&case.contract, &renewal).source, &renewal, plan)?;
    let text = with_served_renewed(&text, |served, goal| {
        renewal.successor(kept.iter().map(Rc::as_ref), served, goal)
    });
    let name = format!("{}.json", renewal.new_id());
    let incoming = Incoming::read(&name, text.as_bytes(), now.date, &unique());
    if incoming.document.is_none() {
        return Err(Refusal::Mistakes(incoming.diagnostics));
    }
    let from =
        OtherContract { file: case.contract.clone(), assessment: case.deciding().cloned(), is_newer: false };
    page.send(Action::Open(Rc::new(incoming.as_new(Some(Rc::new(Compared::Contract(Box::new(from))))))));
    Ok(())
}

/// Reads the contracts that the browser keeps as drafts, where a goal serves one of another contract or is served by it.
fn kept_contracts(renewal: &Renewal<'_>) -> Vec<Rc<Contract>> {
    if renewal.references().is_empty() {
        return Vec::new();
    }
    let drafts = latest().drafts.clone();
    let kept = drafts.iter().filter_map(|draft| {
        let (read, _) = at_once(DraftFile::unseal(&draft.text, &mut no_wait)).ok()?;
        let document = read_kept(&read.case).document?;
        Some(Rc::clone(&document.contract()?.0.contract))
    });
    kept.collect()
}

/// Writes the weights of the person's own into the goals and areas that go on.
fn with_own_weights(mut text: String, renewal: &Renewal<'_>, plan: &RenewalPlan) -> Result<String, Refusal> {
    for (list, proposals) in [("/goals", &renewal.goals), ("/pay/areas", &renewal.areas)] {
        let is_of_hundred = is_of_hundred(renewal.contract, &format!("{list}/"));
        let kept = proposals.iter().filter(|one| one.goes_on()).enumerate();
        for (at, goal) in kept.map(|(at, one)| (at, &one.goal.id)) {
            let weight = plan.own_weight(goal, is_of_hundred).map_err(|_| Refusal::Weight(goal.clone()))?;
            let set = |value: String| ContractChange::Set {
                at: format!("{list}/{at}/weight").into(),
                value: value.into(),
            };
            if let Some(changed) = weight.and_then(|value| after_change(&text, &set(value))) {
                text = changed;
            }
        }
    }
    Ok(text)
}
