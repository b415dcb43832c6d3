//! The foot of every place, on the screen and on paper: which build of the page this is.

use yew::prelude::*;

use super::context::use_lang;
use crate::app::release::Release;
use crate::i18n::date::format_date;
use crate::i18n::text::PageText;
use crate::i18n::text::page::release;
use crate::platform::page::said;

/// The foot: version, date, and the hash of what the page was made from.
#[component]
pub(crate) fn Foot() -> Html {
    let lang = use_lang();
    let built = use_memo((), |()| said("release").as_deref().and_then(Release::parse));
    html! {
        <footer class="foot within small quiet" id="release">
            if let Some(built) = &*built {
                { release(&built.version, built.date.map(|date| format_date(date, lang)).as_deref(), lang) }
                { " " }
                <span class="foot__hash"><abbr title={PageText::SourceHash.text(lang)}>{ "SHA-256" }</abbr>{ format!(" {}", built.sources) }</span>
            } else {
                { PageText::Development.text(lang) }
            }
        </footer>
    }
}
