//! Contracts with changes that leave them JSON: what is found has its place, however the file is laid out.

#![no_main]

use libfuzzer_sys::{fuzz_crossover, fuzz_mutator, fuzz_target};

fuzz_target!(|bytes: &[u8]| {
    let reading = fuzz::laws::reading(bytes);
    fuzz::laws::layout(bytes, &reading);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    fuzz::mutate::replace(data, size, max_size, seed)
});

fuzz_crossover!(|first: &[u8], second: &[u8], out: &mut [u8], seed: u32| {
    fuzz::mutate::combine(first, second, out, seed)
});
