//! Starts the page. The page exists in a browser only; natively there is the `kontrakt` command.

#[cfg(target_family = "wasm")]
fn main() {
    resultatkontrakt::platform::panic::show_panics(resultatkontrakt::ui::last_state);
    #[cfg(debug_assertions)]
    resultatkontrakt::platform::panic::panic_on_request();
    let document = web_sys::window().and_then(|window| window.document());
    // Not the body: it also holds the screen for when the page has stopped.
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        wasm_bindgen_futures::spawn_local(resultatkontrakt::ui::begin(root));
    }
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    println!("The page runs in a browser: cargo xtask serve. The command is called kontrakt.");
}
