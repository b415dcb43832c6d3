//! Changes to a JSON text that leave it JSON, so that what is tried gets past the parser.

use serde_json::{Map, Number, Value};

use crate::random::Random;
use crate::words::WORDS;

/// The most changes that are made at once.
const CHANGES: usize = 5;

/// The text with a few changes; `None` where it is no JSON text.
pub fn mutated(text: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut document: Value = serde_json::from_slice(text).ok()?;
    for _ in 0..=random.below(CHANGES) {
        let borrowed = any_node(&document, random);
        change_any(&mut document, borrowed, random);
    }
    serde_json::to_vec(&document).ok()
}

/// The first text with something of the second in it; `None` where one is no JSON text.
pub fn crossed(text: &[u8], other: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut document: Value = serde_json::from_slice(text).ok()?;
    let other: Value = serde_json::from_slice(other).ok()?;
    let borrowed = any_node(&other, random);
    change_any(&mut document, borrowed, random);
    serde_json::to_vec(&document).ok()
}

fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}

/// The way to any value within, each with the same chance: which member to take at each level.
fn any_way(root: &Value, random: &mut Random) -> Vec<usize> {
    let mut left = random.below(size(root));
    let (mut here, mut way) = (root, Vec::new());
    while left > 0 {
        left -= 1;
        let inner: Vec<&Value> = match here {
            Value::Array(items) => items.iter().collect(),
            Value::Object(members) => members.values().collect(),
            _ => break,
        };
        let mut places = inner.into_iter().enumerate();
        let holds = |(_, value): &(usize, &Value)| {
            let own = size(value);
            let within = left < own;
            left -= if within { 0 } else { own };
            within
        };
        let Some((place, value)) = places.find(holds) else { break };
        way.push(place);
        here = value;
    }
    way
}

fn any_node<'v>(root: &'v Value, random: &mut Random) -> Value {
    let down = |here: &'v Value, place: &usize| match here {
        Value::Array(items) => items.get(*place),
        Value::Object(members) => members.values().nth(*place),
        _ => None,
    };
    any_way(root, random).iter().fold(root, |here, place| down(here, place).unwrap_or(here)).clone()
}

fn change_any(root: &mut Value, borrowed: Value, random: &mut Random) {
    let mut here = root;
    for place in any_way(here, random) {
        let inner = match here {
            Value::Array(items) => items.get_mut(place),
            Value::Object(members) => members.values_mut().nth(place),
            _ => None,
        };
        let Some(value) = inner else { return };
        here = value;
    }
    change(here, borrowed, random);
}

/// Changes one value in a way that suits it, or puts something else into its place.
fn change(value: &mut Value, borrowed: Value, random: &mut Random) {
    if random.one_in(6) {
        *value = something(borrowed, random);
        return;
    }
    match value {
        Value::Object(members) => change_object(members, borrowed, random),
        Value::Array(items) => change_list(items, borrowed, random),
        Value::String(text) => change_text(text, borrowed, random),
        Value::Number(number) => {
            if let Some(changed) = changed_number(number, random) {
                *value = Value::Number(changed);
            }
        }
        Value::Bool(truth) => *truth = !*truth,
        Value::Null => *value = something(borrowed, random),
    }
}

fn something(borrowed: Value, random: &mut Random) -> Value {
    let edge = random.pick(&WORDS.edges).filter(|_| random.one_in(2));
    edge.cloned().unwrap_or(borrowed)
}

fn change_object(members: &mut Map<String, Value>, borrowed: Value, random: &mut Random) {
    let place = random.below(members.len());
    let own = members.keys().nth(place).cloned();
    let word = random.pick(&WORDS.keys).cloned().unwrap_or_default();
    match (random.below(4), own) {
        (0, Some(key)) => {
            members.shift_remove(&key);
        }
        (1, Some(key)) => {
            let value = members.shift_remove(&key).unwrap_or_default();
            members.insert(word, value);
        }
        (2, Some(key)) => {
            members.insert(key, borrowed);
        }
        _ => {
            let value = something(borrowed, random);
            members.insert(word, value);
        }
    }
}

fn change_list(items: &mut Vec<Value>, borrowed: Value, random: &mut Random) {
    let (one, other) = (random.below(items.len()), random.below(items.len()));
    match (random.below(4), items.get(one).cloned()) {
        (0, Some(_)) => {
            items.remove(one);
        }
        (1, Some(item)) => items.insert(other, item),
        (2, Some(_)) => items.swap(one, other),
        _ => items.push(something(borrowed, random)),
    }
}

fn change_text(text: &mut String, borrowed: Value, random: &mut Random) {
    match (random.below(5), borrowed) {
        (0, _) => text.push_str(random.pick(&["x", " ", "0", "æ", "9", "-"]).copied().unwrap_or_default()),
        (1, _) => {
            let place = random.below(text.chars().count());
            *text =
                text.chars().enumerate().filter(|(at, _)| *at != place).map(|(_, letter)| letter).collect();
        }
        // A date or a figure that is another, but still one.
        (2, _) => {
            let place = random.below(text.chars().count());
            let digit = random.pick(&['0', '1', '2', '3', '6', '9']).copied().unwrap_or('5');
            let swap = |(at, letter): (usize, char)| {
                if at >= place && letter.is_ascii_digit() && at < place + 2 { digit } else { letter }
            };
            *text = text.chars().enumerate().map(swap).collect();
        }
        (3, Value::String(other)) => *text = other,
        _ => {
            if let Some(word) = random.pick(&WORDS.texts) {
                word.clone_into(text);
            }
        }
    }
}

fn changed_number(number: &Number, random: &mut Random) -> Option<Number> {
    let text = number.to_string();
    let changed = match random.below(6) {
        0 => format!("{text}0"),
        1 => text.strip_prefix('-').map_or_else(|| format!("-{text}"), str::to_owned),
        2 if text.contains('.') => text.replace('.', ""),
        2 | 3 => format!("{text}{}", random.pick(&[".5", ".05", ".000000001", "1", "9"])?),
        4 => text.get(..text.len() / 2)?.to_owned(),
        _ => WORDS.edges.get(random.below(WORDS.edges.len()))?.as_number()?.to_string(),
    };
    changed.parse().ok()
}

/// For `fuzz_mutator!`: changes the first `size` bytes in place and returns how many they are now. What is no
/// JSON text, or one change in many, is left to libFuzzer.
pub fn replace(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = Random::new(seed);
    let changed =
        if random.one_in(32) { None } else { data.get(..size).and_then(|text| mutated(text, &mut random)) };
    match changed {
        Some(text) => fill(data, &text).filter(|length| *length <= max_size).unwrap_or(size.min(max_size)),
        None => libfuzzer_sys::fuzzer_mutate(data, size, max_size),
    }
}

/// For `fuzz_crossover!`: writes one of the first text with something of the second, and returns its length.
pub fn combine(first: &[u8], second: &[u8], out: &mut [u8], seed: u32) -> usize {
    let text = crossed(first, second, &mut Random::new(seed)).unwrap_or_else(|| first.to_vec());
    fill(out, &text).unwrap_or_default()
}

/// Puts a text at the start of a place, where it fits.
fn fill(place: &mut [u8], text: &[u8]) -> Option<usize> {
    place.get_mut(..text.len())?.copy_from_slice(text);
    Some(text.len())
}
