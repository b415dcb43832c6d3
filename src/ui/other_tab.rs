//! Says that another tab has the same contract open, as long as it does.

use yew::prelude::*;

use super::context::Page;
use super::keeping::follow;
use super::shared::Shared;
use crate::app::{DraftAction, State, Tabs};
use crate::i18n::text::PageText;

/// Says who keeps the draft, with buttons to see it and to take it over.
pub(crate) fn other_tab(page: &Page, state: &Shared<State>) -> Html {
    let words = page.words;
    let Some(case) = &state.case else { return Html::default() };
    let (text, can_follow) = match &case.tabs {
        Tabs::Keeping => return Html::default(),
        Tabs::Following { .. } => (PageText::TabsFollowing, false),
        Tabs::Beside { .. } => (PageText::TabsBeside, state.kept_elsewhere().is_some()),
    };
    let take_over = page.sending(DraftAction::TakeOver);
    let show = {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| follow(&page, &state.0))
    };
    html! {
        <div class="banner banner--caution" id="other-tab">
            <p>{ words.text(text) }</p>
            if can_follow {
                <button id="follow" type="button" class="button button-secondary button-small" onclick={show}>{ words.text(PageText::Follow) }</button>
            }
            <button id="take-over" type="button" class="button button-secondary button-small" onclick={take_over}>{ words.text(PageText::TakeOver) }</button>
        </div>
    }
}
