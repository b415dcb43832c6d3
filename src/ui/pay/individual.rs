//! Draws the individual areas in the chain: the one judgement of all of them, or each scored by itself.

use yew::prelude::*;

use super::PayView;
use super::formula::points_fixed;
use super::line::Line;
use crate::domain::contract::IndividualRule;
use crate::i18n::text::PayText;
use crate::ui::results::{area_rows, judgement};

/// Draws the line of the individual areas.
pub(super) fn individual(ground: PayView) -> Html {
    let words = ground.words;
    let is_together = ground.agreement.individual_rule() == IndividualRule::Overall;
    let text = if is_together { PayText::Together } else { PayText::OneByOne };
    let formula = (!ground.agreement.areas.is_empty()).then(|| AttrValue::from(words.text(text)));
    let (case, sheet, pay) = (&ground.case.0, &ground.sheet.0, (ground.agreement, ground.outcome));
    html! {
        <Line
            id="pay-individual"
            title={words.text(PayText::Individual)}
            result={points_fixed(ground, ground.outcome.individual)}
            {formula}
        >
            if is_together { { judgement(case, sheet, pay, words) } }
            { area_rows((case, sheet), pay, None, 4) }
        </Line>
    }
}
