//! Shows what each goal is worth in the resultatløn, in points and in kroner.

use std::rc::Rc;

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use crate::app::{Case, Sheet, element_id};
use crate::domain::contract::{Contract, Goal, IndividualRule, PayAgreement};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::{Kroner, Points, Span};
use crate::domain::pay::{Stakes, Taken, Worth};
use crate::i18n::Words;
use crate::i18n::text::PayText;
use crate::ui::long_rows::LongRows;
use crate::ui::results::full_points;

/// Draws a row for each goal; nothing for an unweighted contract.
pub(super) fn worth(ground: PayView) -> Html {
    let words = ground.words;
    if ground.outcome.contract_points.is_none() {
        return Html::default();
    }
    let (case, sheet) = (ground.case.clone(), ground.sheet.clone());
    let stakes = Rc::clone(ground.stakes);
    let explained =
        if ground.agreement.has_pots_or_stages() { PayText::PerGoalNote } else { PayText::PerPointNote };
    let row = {
        let (case, sheet) = (case.clone(), sheet.clone());
        Callback::from(move |at| {
            worth_row(&case, &sheet, stakes.as_ref().as_ref(), at, words).unwrap_or_default()
        })
    };
    let columns = if ground.outcome.full.is_some() { 4 } else { 3 };
    let head = |text: PayText| html! { <th scope="col" class="number">{ words.text(text) }</th> };
    html! {
        <section id="worth">
            <h2 class="section-heading">{ words.text(PayText::WorthHeading) }</h2>
            <p class="small quiet">{ words.text(explained) }</p>
            <div class="scroll" role="region" tabindex="0" aria-label={words.text(PayText::WorthHeading)}>
                <table class="table table--compact table--borderless">
                    <caption class="sr-only">{ words.text(PayText::WorthHeading) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.text(PayText::Goal) }</th>
                            { head(PayText::FullPoints) }
                            if ground.outcome.full.is_some() { { head(PayText::FullKroner) } }
                            { head(PayText::StillOpen) }
                        </tr>
                    </thead>
                    <LongRows count={line_count(&case.contract.contract, ground.agreement)} columns={columns} {row} />
                </table>
            </div>
        </section>
    }
}

/// A line of the table: what it is called, the points that it gives at full fulfilment, and those that are open.
struct Line {
    id: String,
    name: String,
    taken: Taken,
    full: Points,
    open: Points,
}

/// Returns how many lines there are: goals, and where the pay goes through pots or stages what else earns it.
fn line_count(contract: &Contract, agreement: &PayAgreement) -> usize {
    let goals = contract.goals.len();
    if !agreement.has_pots_or_stages() {
        return goals;
    }
    goals + agreement.areas.len() + usize::from(agreement.individual_rule() == IndividualRule::Overall)
}

fn line(
    contract: &Contract,
    agreement: &PayAgreement,
    evaluation: &Evaluation,
    at: usize,
    words: Words,
) -> Option<Line> {
    let pay = evaluation.pay.as_ref()?;
    let of_goal = |goal: &Goal, outcome: &GoalOutcome, (of, taken): (&str, Taken)| {
        let (id, name) = (element_id(of, goal.id.as_str()), goal.name().to_owned());
        Some(Line { id, name, taken, full: full_points(outcome), open: outcome.open_points()? })
    };
    let Some(area) = at.checked_sub(contract.goals.len()) else {
        let (goal, outcome) = (contract.goals.get(at)?, evaluation.goals.get(at)?);
        return of_goal(goal, outcome, ("worth", Taken::Goal(at)));
    };
    if let Some((goal, outcome)) = agreement.areas.get(area).zip(pay.areas.get(area)) {
        return of_goal(goal, outcome, ("area-worth", Taken::Area(area)));
    }
    Some(Line {
        id: "overall-worth".to_owned(),
        name: words.text(PayText::Individual).to_owned(),
        taken: Taken::Overall,
        full: pay.individual_max,
        open: pay.individual.max - pay.individual.min,
    })
}

fn worth_row(case: &Case, sheet: &Sheet, stakes: Option<&Stakes>, at: usize, words: Words) -> Option<Html> {
    let (contract, evaluation) = (&*case.contract.contract, &sheet.evaluation);
    let (agreement, pay) = (contract.pay.as_ref()?, evaluation.pay.as_ref()?);
    let line = line(contract, agreement, evaluation, at, words)?;
    let stake = stakes.and_then(|stakes| stakes.of_line(contract, evaluation, line.taken));
    let worth = |points: Points, stake: Option<Kroner>| {
        if agreement.has_pots_or_stages() {
            return Some(Worth { points: Span::settled(points), kroner: stake.map(Span::settled) });
        }
        pay.worth(Span::settled(points), contract.decimals())
    };
    let full = worth(line.full, stake.map(|stake| stake.full))?;
    let open = worth(line.open, stake.map(|stake| stake.open))?;
    let open_text = match open.kroner {
        Some(amount) => kroner(amount, words),
        None => words.points(open.points).into(),
    };
    Some(html! {
        <tr key={line.id.clone()} id={line.id}>
            <th scope="row">{ line.name }</th>
            <td class="number">{ words.points(full.points) }</td>
            if pay.full.is_some() {
                <td class="number">{ full.kroner.map_or_else(|| "–".into(), |amount| kroner(amount, words)) }</td>
            }
            <td class="number">{ open_text }</td>
        </tr>
    })
}
