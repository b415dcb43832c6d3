//! Makes »Del kontrakten som link«: the contract in an address, only when somebody asks for it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::save::contract_file_name;
use crate::app::share::{LONGEST, link};
use crate::domain::contract::Contract;
use crate::format::write_shared;
use crate::i18n::Words;
use crate::i18n::text::{PageText, ShareText};
use crate::platform::clipboard::{copy, select};
use crate::platform::deflate::pack;
use crate::platform::{address, download, page as browser};
use crate::ui::context::use_page;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// The `id` of the field that holds the link.
const FIELD: &str = "share-link";

/// The contract that is open.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ShareLinkProps {
    pub(crate) contract: Shared<Contract>,
    /// Its text, word for word.
    pub(crate) source: Shared<str>,
}

/// A link, where one was asked for.
#[derive(Clone, PartialEq)]
enum Made {
    /// A link that is short enough.
    Link(AttrValue),
    /// A link of so many characters, which is too long.
    TooLong(usize),
    /// The browser cannot make one.
    Failed,
}

/// Draws the button, and below it the link with what there is to know about it.
#[component]
pub(crate) fn ShareLink(props: &ShareLinkProps) -> Html {
    let page = use_page();
    let words = page.words;
    let made = use_state_eq(|| None::<Made>);
    let make = use_callback(props.source.clone(), {
        let made = made.setter();
        move |_: MouseEvent, source| {
            let (text, made) = (write_shared(source), made.clone());
            spawn_local(async move {
                made.set(Some(make_link(&text).await));
                focus_element_soon("share");
            });
        }
    });
    let close = use_callback((), {
        let made = made.setter();
        move |_: MouseEvent, ()| {
            made.set(None);
            focus_element_soon("share-contract");
        }
    });
    html! {
        <div class="share screen-only">
            if let Some(made) = &*made {
                <section id="share" class="share__panel" tabindex="-1" aria-labelledby="share-heading">
                    <h2 class="section-heading" id="share-heading">{ words.text(ShareText::Share) }</h2>
                    { about(&props.contract, made, words) }
                    { handing_over(props, made, words) }
                    <button id="share-close" type="button" class="text-button" onclick={close}>{ words.text(PageText::Close) }</button>
                </section>
            } else {
                <button id="share-contract" type="button" class="button button-secondary button-small" onclick={make}>
                    { words.text(ShareText::Share) }
                </button>
            }
        </div>
    }
}

async fn make_link(text: &str) -> Made {
    let (Some(address), Ok(packed)) = (address::of_page(), pack(text.as_bytes()).await) else {
        return Made::Failed;
    };
    let link = link(&address, &packed);
    let length = link.chars().count();
    if length > LONGEST { Made::TooLong(length) } else { Made::Link(link.into()) }
}

/// Says what is in the link, what is not, and how long it is.
fn about(contract: &Contract, made: &Made, words: Words) -> Html {
    let length = match made {
        Made::Link(link) => words.link_length(link.chars().count()),
        Made::TooLong(length) => words.link_too_long(*length, LONGEST),
        Made::Failed => words.text(ShareText::CannotPack).to_owned(),
    };
    html! { <>
        <p>{ words.text(ShareText::Holds) }</p>
        if contract.pay.is_some() {
            <p>{ words.text(ShareText::WithoutPay) }</p>
        }
        if browser::is_local_file() {
            <p>{ words.text(ShareText::LocalFile) }</p>
        }
        <p id="share-length">{ length }</p>
    </> }
}

/// Draws the link with a button that copies it; without a link, the same contract as a file.
fn handing_over(props: &ShareLinkProps, made: &Made, words: Words) -> Html {
    if let Made::Link(link) = made {
        return html! { <LinkField link={link.clone()} /> };
    }
    let props = props.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let (name, text) = (contract_file_name(&props.contract), write_shared(&props.source));
        // A browser that refuses a download says so itself.
        let _ = download::save(&name, &text, "application/json");
    });
    html! {
        <button id="share-file" type="button" class="button button-primary button-small" {onclick}>{ words.text(ShareText::AsFile) }</button>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinkFieldProps {
    link: AttrValue,
}

/// Draws a field to read and copy from.
#[component]
fn LinkField(props: &LinkFieldProps) -> Html {
    let words = use_page().words;
    let said = use_state_eq(|| None::<ShareText>);
    let onclick = use_callback(props.link.clone(), {
        let said = said.setter();
        move |_: MouseEvent, link| {
            let (link, said) = (link.clone(), said.clone());
            spawn_local(async move {
                let is_copied = copy(&link).await;
                if !is_copied {
                    select(FIELD);
                }
                said.set(Some(if is_copied { ShareText::Copied } else { ShareText::CopyYourself }));
            });
        }
    });
    html! { <>
        <label class="field__label" for={FIELD}>{ words.text(ShareText::Address) }</label>
        <input id={FIELD} type="text" autocomplete="off" class="form-input share__link" readonly=true value={props.link.clone()} />
        <button id="share-copy" type="button" class="button button-primary button-small" {onclick}>{ words.text(ShareText::Copy) }</button>
        <p role="status" id="share-said">{ said.map(|said| words.text(said)).unwrap_or_default() }</p>
    </> }
}
