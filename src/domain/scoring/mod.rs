//! How much fulfilment earns: one rule a file.
