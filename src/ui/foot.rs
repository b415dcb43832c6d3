//! Draws the foot of every place, on the screen and on paper: which build of the page this is.

use yew::prelude::*;

use super::context::use_words;
use crate::app::release::Release;
use crate::i18n::text::PageText;
use crate::platform::page::meta_content;

/// Draws version, date, and the hash of what the page was made from.
#[component]
pub(crate) fn Foot() -> Html {
    let words = use_words();
    let built = use_memo((), |()| meta_content("release").as_deref().and_then(Release::parse));
    html! {
        <footer class="foot within small quiet" id="release">
            if let Some(built) = &*built {
                { words.release_named(&built.version, built.date.map(|date| words.date(date)).as_deref()) }
                { " " }
                <span class="foot__hash"><abbr title={words.text(PageText::SourceHash)}>{ "SHA-256" }</abbr>{ format!(" {}", built.sources) }</span>
            } else {
                { words.text(PageText::Development) }
            }
        </footer>
    }
}
