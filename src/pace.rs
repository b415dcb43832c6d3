//! Reading a large file in slices, so that whoever reads it can do other things in between.
//!
//! There is one reader, and it is asynchronous: every so often it says how far it is and waits to go on. The
//! page answers its person meanwhile; [`at_once`] never waits.

use std::future::ready;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// After how many goals, or as many other things, the reader says how far it is. Even a slow machine is done
/// with so many in a few milliseconds.
pub(crate) const STRIDE: usize = 64;

/// How far the reading of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much of it is done, in goals, bytes or other steps.
    pub done: usize,
    /// How much there is of it.
    pub of: usize,
}

/// What is done with a file, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The text is taken apart into values.
    Text,
    /// The values are looked through for repeated keys.
    Keys,
    /// Goals are made of the values.
    Goals,
    /// The contract is checked, one rule after the other.
    Checks,
    /// What tells the contract from others is worked out.
    Fingerprint,
    /// What the assessments come to is worked out.
    Results,
}

impl Stage {
    /// About how much of the time has passed when it begins, and when it ends, in percent.
    fn span(self) -> (usize, usize) {
        match self {
            Self::Text => (0, 40),
            Self::Keys => (40, 50),
            Self::Goals => (50, 75),
            Self::Checks => (75, 90),
            Self::Fingerprint => (90, 95),
            Self::Results => (95, 100),
        }
    }
}

impl Progress {
    /// How far the whole is, from 0 to 100. It never falls while a file is read.
    pub fn percent(self) -> usize {
        let (from, to) = self.stage.span();
        from + (to - from) * self.done.min(self.of) / self.of.max(1)
    }
}

/// Runs what never waits to its end.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

/// The pause of a reader that never waits.
pub(crate) async fn no_pause(_: Progress) {}

/// What a writer of drafts waits for between two slices. It is boxed, so that there is one such writer: drafts are written at
/// once, too, as the page is left.
pub type Wait = Pin<Box<dyn Future<Output = ()>>>;

/// The wait of a writer that never waits.
pub(crate) fn no_wait() -> Wait {
    Box::pin(ready(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_percent_rises_from_stage_to_stage() {
        let stages =
            [Stage::Text, Stage::Keys, Stage::Goals, Stage::Checks, Stage::Fingerprint, Stage::Results];
        let points =
            stages.into_iter().flat_map(|stage| [0, 5, 10].map(|done| Progress { stage, done, of: 10 }));
        let percents: Vec<usize> = points.map(Progress::percent).collect();
        assert!(percents.is_sorted(), "{percents:?}");
        assert_eq!((percents.first(), percents.last()), (Some(&0), Some(&100)));
        assert_eq!(Progress { stage: Stage::Text, done: 0, of: 0 }.percent(), 0);
    }
}
