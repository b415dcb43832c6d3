//! Draws the individual areas, each with what its target wants and a text of what was done. The judgement of all of
//! them follows where the agreement has one.

use std::rc::Rc;

use yew::prelude::*;

use super::entry::EntryState;
use super::filters::Goals;
use super::row::Row;
use crate::app::{Case, EntryId, FieldId, Sheet};
use crate::domain::contract::{Goal, IndividualRule, PayAgreement};
use crate::domain::evaluation::GoalOutcome;
use crate::domain::pay::PayOutcome;
use crate::i18n::Words;
use crate::i18n::text::{EntryText, PayText};
use crate::ui::fields::{FieldView, NoteField, TextField};

/// Draws the last group of the results: the areas that were found, or all without a search, and the judgement. Nothing
/// without an agreement on pay that has any of it.
pub(super) fn group(case: &Rc<Case>, sheet: &Rc<Sheet>, found: Option<&Goals>, words: Words) -> Html {
    let terms = &case.contract.contract;
    let agreement = terms.pay.as_ref().filter(|agreement| agreement.has_individual());
    let Some((agreement, outcome)) = agreement.zip(sheet.evaluation.pay.as_ref()) else {
        return Html::default();
    };
    let points = words.points(outcome.individual);
    let total = words.points_out_of(&points, &words.number(agreement.individual.0));
    html! {
        <section class="goal-group" id="individual">
            <div class="goal-group__head">
                <h2 class="goal-group__title">{ words.text(PayText::Individual) }</h2>
                <span class="goal-group__total" id="individual-points">{ total }</span>
            </div>
            { area_rows((case, sheet), (agreement, outcome), found, 3) }
            if agreement.individual_rule() == IndividualRule::Overall {
                <div class="judgement">{ judgement(case, sheet, (agreement, outcome), words) }</div>
            }
        </section>
    }
}

/// Counts the areas among those that were found.
pub(super) fn found_areas(case: &Case, found: Option<&Goals>) -> usize {
    let areas = case.contract.contract.pay.iter().flat_map(|pay| &pay.areas);
    areas.filter(|area| found.is_none_or(|found| found.contains(&area.id))).count()
}

/// Draws a row for each area, headed at this level.
pub(crate) fn area_rows(
    (case, sheet): (&Rc<Case>, &Rc<Sheet>),
    (agreement, outcome): (&PayAgreement, &PayOutcome),
    found: Option<&Goals>,
    level: u8,
) -> Html {
    let row = |(area, outcome): (&Rc<Goal>, &Rc<GoalOutcome>)| {
        let state = EntryState {
            case: Rc::clone(case),
            sheet: Rc::clone(sheet),
            id: EntryId::area(&area.id),
            goal: Rc::clone(area),
            outcome: Rc::clone(outcome),
        };
        html! { <Row key={area.id.as_str()} {state} {level} /> }
    };
    let areas = agreement.areas.iter().zip(&outcome.areas);
    let areas = areas.filter(|(area, _)| found.is_none_or(|found| found.contains(&area.id)));
    html! { <ul class="plain-list no-max-width area-rows">{ for areas.map(row) }</ul> }
}

/// Draws the fields of the one judgement of all areas.
pub(crate) fn judgement(
    case: &Case,
    sheet: &Sheet,
    (agreement, outcome): (&PayAgreement, &PayOutcome),
    words: Words,
) -> Html {
    let view = |field: &FieldId| FieldView::in_sheet(case, sheet, field, &outcome.objections, words);
    let (field, reason) = (FieldId::Overall, FieldId::OverallReason);
    let max = words.number(agreement.individual.0);
    html! { <>
        <TextField
            view={view(&field)}
            {field}
            label={words.text(PayText::Overall)}
            unit={AttrValue::from(words.point_range("0", &max))}
        />
        <NoteField view={view(&reason)} field={reason} label={words.text(EntryText::Reason)} rows={1} />
    </> }
}
