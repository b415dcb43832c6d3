//! How long the engine takes natively.

fn main() {
    divan::main();
}
