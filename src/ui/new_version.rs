//! Offers a new version of the page calmly, and lets it in without losing work.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::context::{Page, use_page};
use super::file::save;
use super::keeping::store;
use super::shared::StateProps;
use crate::app::{Action, NewVersion, State, Tabs};
use crate::i18n::text::PageText;
use crate::platform::{storage, version};

/// Offers the new version in a banner.
#[component]
pub(crate) fn NewVersionBanner(props: &StateProps) -> Html {
    let page = use_page();
    let words = page.words;
    let state = &props.state;
    let text = match state.new_version {
        NewVersion::None => return Html::default(),
        NewVersion::Waits => PageText::NewVersionWaits,
        NewVersion::SaveFirst => PageText::NewVersionSaveFirst,
    };
    let let_in = {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| let_in(&page, &state.0))
    };
    let save = {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| save(&page, &state))
    };
    let later = page.sending(Action::NewVersion(NewVersion::None));
    html! {
        <div class="banner" id="new-version">
            <p>{ words.text(text) }</p>
            if state.new_version == NewVersion::SaveFirst {
                <button id="new-version-save" type="button" class="button button-secondary button-small" onclick={save}>{ words.text(PageText::SaveFile) }</button>
            }
            <button id="new-version-reload" type="button" class="button button-primary button-small" onclick={let_in}>{ words.text(PageText::NewVersion) }</button>
            <button id="new-version-later" type="button" class="text-button" onclick={later}>{ words.text(PageText::NotNow) }</button>
        </div>
    }
}

/// Stores the open work, to be opened again, and lets the new version in. Where the browser cannot keep changes, the
/// person is asked to save them first.
fn let_in(page: &Page, state: &Rc<State>) {
    let (page, state) = (page.clone(), Rc::clone(state));
    spawn_local(async move {
        if let Some(case) = &state.case {
            if matches!(case.tabs, Tabs::Following { .. }) {
                storage::resume_after_reload(Some(&case.draft_key));
            } else if state.may_store() && store(&page, &state).await {
                storage::resume_after_reload(None);
            } else if case.is_unsaved() {
                page.send(Action::NewVersion(NewVersion::SaveFirst));
                return;
            }
        }
        version::take_over();
    });
}
