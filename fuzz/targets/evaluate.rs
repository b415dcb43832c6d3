//! Contracts with assessments: what they come to keeps the laws of the calculation.

#![no_main]

use libfuzzer_sys::{fuzz_crossover, fuzz_mutator, fuzz_target};

fuzz_target!(|bytes: &[u8]| {
    if let Some(document) = resultatkontrakt::format::read(bytes).document {
        fuzz::laws::evaluating(&document);
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    fuzz::mutate::replace(data, size, max_size, seed)
});

fuzz_crossover!(|first: &[u8], second: &[u8], out: &mut [u8], seed: u32| {
    fuzz::mutate::combine(first, second, out, seed)
});
