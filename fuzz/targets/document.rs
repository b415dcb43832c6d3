//! Any bytes as a document or a workbook with a contract's tables, and as the text of one: they are read or refused, and what
//! they propose is read as well.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fuzz::laws::document(bytes);
});
