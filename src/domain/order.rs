//! Putting things in order, compiled once for everything that is put in order.
//!
//! The standard library's stable sort is compiled anew for every kind of items and keys, at some four kilobytes
//! each in the page, and so is what a map or a set does when it is collected. What is sorted here are places,
//! whatever stands in them; what is collected is put in one by one. Where thousands are collected on a path whose
//! instructions are counted, the standard library's way is kept, which is quicker for them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by a key, the least first; items with equal keys stay in the order that they have. Each item's key is
/// worked out once.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    if keys.is_sorted() {
        return;
    }
    let order = sorted(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// The places from 0 to `count`, in the order that is asked for; equal ones as they come.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// A map of these pairs; of those with equal keys, the last.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// A set of these items.
pub fn set_of<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;

    #[test]
    fn items_are_sorted_by_their_keys_and_equal_ones_stay_in_order() {
        let mut words = vec!["mål", "a", "krav", "vægt", "b"];
        sort_by_key(&mut words, |word| Reverse(word.chars().count()));
        assert_eq!(words, ["krav", "vægt", "mål", "a", "b"]);
        let mut many: Vec<u32> = (0..1_000).map(|number| number * 7_919 % 1_009).collect();
        let mut expected = many.clone();
        expected.sort_unstable();
        sort_by_key(&mut many, |number| *number);
        assert_eq!(many, expected);
    }

    #[test]
    fn of_equal_keys_the_last_counts() {
        assert_eq!(map_of([(2, 'a'), (1, 'b'), (2, 'c')]), BTreeMap::from([(1, 'b'), (2, 'c')]));
        assert_eq!(set_of([3, 1, 3]), BTreeSet::from([1, 3]));
    }
}
