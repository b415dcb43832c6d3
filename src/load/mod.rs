//! Text to model, or a list of all that is wrong with it; and back to text.

pub mod diagnostic;
