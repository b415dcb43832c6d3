//! Acts on the page as a whole: print, focus, language, title, address.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, HtmlSelectElement};

/// Opens the browser's print dialogue. Listeners hear of the print first: the browser's own event may come too late
/// for long work.
pub fn print() {
    if let Some(window) = web_sys::window() {
        if let Ok(event) = Event::new("beforeprint") {
            // Nobody prevents it.
            let _ = window.dispatch_event(&event);
        }
        // A browser that cannot print, such as one in a kiosk, does nothing.
        let _ = window.print();
    }
}

/// Moves the focus to the element with this `id` and unfolds what hides it; returns false where there is none.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    // What is folded away could not take the focus.
    if let Ok(Some(fold)) = element.closest("details:not([open])") {
        let _ = fold.set_attribute("open", "");
    }
    element.focus().is_ok()
}

/// Moves the focus to the element with this `id`, and scrolls to the top of the page.
pub fn begin_at(id: &str) {
    if focus(id)
        && let Some(window) = web_sys::window()
    {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Returns the `id` of the element that has the focus.
pub fn focused() -> Option<String> {
    document()?.active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Returns the field that has the focus, the place where keys go; `None` where something else has it.
pub fn focused_field() -> Option<Element> {
    document()?.active_element().filter(|element| element.matches("input, select, textarea") == Ok(true))
}

/// Returns the value that is chosen in the list of this `id`.
pub fn chosen_value(id: &str) -> Option<String> {
    let list = document()?.get_element_by_id(id)?.dyn_into::<HtmlSelectElement>().ok()?;
    Some(list.value())
}

/// Sets the title and the language of the page, for the browser and for screen readers.
pub fn describe(language: &str, title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // Setting an attribute with a plain name cannot be refused.
            let _ = root.set_attribute("lang", language);
        }
    }
}

/// Lists the languages that the person prefers, such as `da-DK`, the first choice first.
pub fn languages() -> Vec<String> {
    let navigator = web_sys::window().map(|window| window.navigator());
    let list = navigator.map(|navigator| navigator.languages());
    list.map(|list| list.iter().filter_map(|language| language.as_string()).collect()).unwrap_or_default()
}

/// Returns the content of the `meta` element of this name, where the build wrote one.
pub fn meta_content(name: &str) -> Option<String> {
    let element = document()?.query_selector(&format!("meta[name=\"{name}\"]")).ok().flatten()?;
    element.get_attribute("content")
}

/// Converts a text to lower case with the browser's tables, which the page would need 12 KB for.
pub fn in_small_letters(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// Returns the path of the folder that the page lies in, with a slash at its end.
pub fn folder() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    path.get(..end).unwrap_or_default().to_owned()
}

/// Removes the shell that was painted before the code was there; see `shell.js`.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Whether the page was opened as a local file, where all local pages may share one storage.
pub fn is_local_file() -> bool {
    let protocol = web_sys::window().and_then(|window| window.location().protocol().ok());
    protocol.as_deref() == Some("file:")
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
