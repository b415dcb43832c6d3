//! Prints the largest contract, for the tests and measurements of the page:
//! `cargo run --example large`.

#[path = "mod.rs"]
mod generated;

use resultatkontrakt::format::MAX_GOALS;

fn main() {
    println!("{}", generated::contract(MAX_GOALS));
}
