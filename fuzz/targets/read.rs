//! Any bytes: they are read or refused, and what was read is saved with nothing lost.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fuzz::laws::file(bytes);
});
