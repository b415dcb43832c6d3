//! Writing long papers in slices, so that whoever waits for one is answered meanwhile.

use crate::pace::STRIDE;

/// All that is made of each of these, with a pause after every few of them.
pub(super) async fn each<T, R: IntoIterator>(
    things: impl IntoIterator<Item = T>,
    pause: &mut impl AsyncFnMut(),
    mut of: impl FnMut(T) -> R,
) -> Vec<R::Item> {
    let mut made = Vec::new();
    let mut left = STRIDE;
    for thing in things {
        made.extend(of(thing));
        left -= 1;
        if left == 0 {
            pause().await;
            left = STRIDE;
        }
    }
    made
}
