//! The individual areas: one judgement of all of them, or each scored by itself.

use std::rc::Rc;

use yew::prelude::*;

use super::PayView;
use super::formula::points_fixed;
use super::line::Line;
use crate::app::{EntryId, FieldId};
use crate::domain::contract::{Goal, IndividualRule};
use crate::domain::evaluation::GoalOutcome;
use crate::i18n::text::{EntryText, PayText};
use crate::ui::fields::{NoteField, TextField};
use crate::ui::results::{EntryState, Row};

/// The line of the individual areas.
pub(super) fn individual(ground: PayView) -> Html {
    let words = ground.words;
    let rule = ground.agreement.individual_rule();
    // The one judgement says what it is beside its field.
    let formula = (rule == IndividualRule::Areas).then(|| AttrValue::from(words.text(PayText::OneByOne)));
    html! {
        <Line
            id="pay-individual"
            number={2}
            title={words.text(PayText::Individual)}
            result={points_fixed(ground, ground.outcome.individual)}
            {formula}
        >
            if rule == IndividualRule::Overall { { overall(ground) } } else { { each(ground) } }
        </Line>
    }
}

fn overall(ground: PayView) -> Html {
    let words = ground.words;
    let (field, reason) = (FieldId::Overall, FieldId::OverallReason);
    let max = words.number(ground.agreement.individual.0);
    html! { <>
        <TextField
            view={ground.view(&field)}
            {field}
            label={words.text(PayText::Overall)}
            unit={AttrValue::from(words.point_range("0", &max))}
        />
        <NoteField view={ground.view(&reason)} field={reason} label={words.text(EntryText::Reason)} rows={1} />
    </> }
}

fn each(ground: PayView) -> Html {
    let areas = ground.agreement.areas.iter().zip(&ground.outcome.areas);
    let row = |(area, outcome): (&Rc<Goal>, &Rc<GoalOutcome>)| {
        let state = EntryState {
            case: Rc::clone(&ground.case.0),
            sheet: Rc::clone(&ground.sheet.0),
            id: EntryId::area(&area.id),
            goal: Rc::clone(area),
            outcome: Rc::clone(outcome),
        };
        html! { <Row key={area.id.as_str()} {state} level={4} /> }
    };
    html! { <ul class="plain-list no-max-width area-rows">{ for areas.map(row) }</ul> }
}
