//! Starts the page. The page exists in a browser only; natively there is the `kontrakt` command.

#[cfg(target_family = "wasm")]
fn main() {
    yew::Renderer::<resultatkontrakt::ui::App>::new().render();
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    println!("The page runs in a browser: cargo xtask serve. The command is called kontrakt.");
}
