//! The `kontrakt` command: checks contracts and scores them. It exists natively only.

#[cfg(not(target_family = "wasm"))]
mod command;

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    command::run()
}

#[cfg(target_family = "wasm")]
fn main() {}
