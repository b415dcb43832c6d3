//! Begins next year's contract from what was decided.

use std::rc::Rc;

use crate::app::{Action, Case, Compared, Incoming, OtherContract, RenewalPlan};
use crate::domain::contract::GoalId;
use crate::domain::renewal::{Wishes, propose};
use crate::findings::Diagnostic;
use crate::format::renew;
use crate::platform::clock::unique;
use crate::ui::context::Page;
use crate::ui::moment::moment;

/// Why the new contract is not begun.
pub(super) enum Refusal {
    /// The figure or the day in this field of the goal cannot be read.
    Unread(GoalId, usize),
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
    let text = renew(&case.contract, &renewal).source;
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
