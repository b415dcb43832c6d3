//! The `kontrakt` command: checks contracts and scores them.

fn main() {}
