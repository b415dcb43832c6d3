//! Timing by samples: as many runs in each as a coarse clock needs, as many samples as a short while allows, so
//! that others soon have their turn.

use std::hint::black_box;

/// The shortest sample, in milliseconds.
const LEAST_SAMPLE: f64 = 20.0;
const FEWEST: usize = 3;
const MOST: usize = 9;
/// When a case has had enough samples, in milliseconds.
const LONG_ENOUGH: f64 = 600.0;

/// Prints what a run takes, in milliseconds, as often as it was measured.
pub(crate) fn sample<T>(name: &str, mut run: impl FnMut() -> T) {
    let mut timed = |runs: u32| {
        let start = clock::now();
        for _ in 0..runs {
            black_box(run());
        }
        clock::now() - start
    };
    let mut runs = 1;
    while timed(runs) < LEAST_SAMPLE {
        runs *= 2;
    }
    let (mut samples, mut spent) = (Vec::new(), 0.0);
    while samples.len() < FEWEST || (samples.len() < MOST && spent < LONG_ENOUGH) {
        let taken = timed(runs);
        spent += taken;
        samples.push(format!("{:.6}", taken / f64::from(runs)));
    }
    clock::print(&format!(r#"{{"case":"{name}","ms":[{}]}}"#, samples.join(",")));
}

#[cfg(not(target_family = "wasm"))]
mod clock {
    use std::sync::LazyLock;
    use std::time::Instant;

    static START: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// Milliseconds since the first call.
    pub(super) fn now() -> f64 {
        START.elapsed().as_secs_f64() * 1_000.0
    }

    pub(super) fn print(line: &str) {
        println!("{line}");
    }
}

#[cfg(target_family = "wasm")]
mod clock {
    use wasm_bindgen::JsValue;

    /// Milliseconds since the page was asked for.
    pub(super) fn now() -> f64 {
        web_sys::window().unwrap().performance().unwrap().now()
    }

    pub(super) fn print(line: &str) {
        web_sys::console::log_1(&JsValue::from_str(line));
    }
}
