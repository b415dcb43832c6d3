//! What the standard library does with more code than the page has room for: sorting and collecting, compiled once for every
//! type, and small letters.
//!
//! Each instance of the standard library's stable sort costs about 4 KB of WebAssembly; collecting into a map or a set
//! sorts as well. Here indices are sorted, and pairs are put in one by one. Paths whose instructions are counted, and
//! that sort thousands, use the standard library, which is faster.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by a key, the least first; items with equal keys keep their order. Each key is made once.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    if keys.is_sorted() {
        return;
    }
    let order = sorted_indices(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| taken.get_mut(index)?.take()));
}

/// The indices from 0 to `count` in this order; equal ones as they come.
fn sorted_indices(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// A map of these pairs; of equal keys the last counts.
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

/// A letter in its small form, of those that our own words are written in: the tables of all others take 12 KB in the page.
pub fn small_letter(letter: char) -> char {
    match letter {
        'Å' => 'å',
        'Æ' => 'æ',
        'Ø' => 'ø',
        other => other.to_ascii_lowercase(),
    }
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
