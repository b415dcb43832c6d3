//! Any bytes as a workbook, and as a sheet of one: they are read or refused, and what they change can be undone.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fuzz::laws::workbook(bytes);
});
