//! Says above every place that a what-if is on the screen, and leads back.

use yew::prelude::*;

use crate::app::{Case, Sheet, SheetAction};
use crate::i18n::text::{OverviewText, WhatIfText};
use crate::ui::context::use_page;
use crate::ui::shared::Shared;

/// The case and its what-if on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WhatIfBannerProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
}

/// Draws the mark, which is printed too.
#[component]
pub(crate) fn WhatIfBanner(props: &WhatIfBannerProps) -> Html {
    let page = use_page();
    let words = page.words;
    let real = props.case.real_of(&props.sheet.0);
    let button = |id: &'static str, word: WhatIfText, action: SheetAction| {
        html! { <button {id} type="button" class="text-button" onclick={page.sending(action)}>{ words.text(word) }</button> }
    };
    html! {
        <section id="trial" class="trial within" aria-label={words.text(OverviewText::WhatIf)}>
            <p><strong>{ words.text(OverviewText::WhatIf) }</strong>{ " " }{ words.trial_banner(&words.assessment_title(real.assessment())) }</p>
            <p class="trial__actions screen-only">
                { button("leave-trial", WhatIfText::Back, SheetAction::Select(real.id)) }
                { button("remove-trial", WhatIfText::Remove, SheetAction::Remove(props.sheet.id)) }
            </p>
        </section>
    }
}
