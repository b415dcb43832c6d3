//! Files of older versions, brought up to the version that is read.
//!
//! What an older version had otherwise is changed in the parsed tree, step by step, before anything is read
//! from it. Values keep the places that they have in the text, so that whatever is said of a file points at
//! the file as it is. `format` and `version` themselves are the same in every version.

use jsonc_parser::ast::{NumberLit, Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::{ASSESSMENT_FORMAT, CASE_FORMAT, CONTRACT_FORMAT, VERSION};

/// Changes one object with a format of its own as the next version has it. It loses nothing: a key that it
/// does not know stays, and one that it has no place for does, too.
pub(super) type Change = for<'t> fn(&mut Object<'t>);

/// From one version to the next: the formats that it changed, each with its change.
pub(super) type Step = &'static [(&'static str, Change)];

/// The steps from the oldest version that is read to [`VERSION`], in order. Version 1 is the first there is.
pub(super) const STEPS: &[Step] = &[];

/// [`VERSION`], as it is written.
const NEWEST: &str = "1";

/// The oldest version that these steps begin at.
fn oldest(steps: &[Step]) -> u32 {
    VERSION.saturating_sub(u32::try_from(steps.len()).unwrap_or(VERSION))
}

/// Brings a file up to date, and in a case the files within it. Whether that changed anything.
///
/// A version that no step begins at stays, and is refused where the file is read.
pub(super) fn bring_up(file: &mut Value<'_>, steps: &[Step]) -> bool {
    let Value::Object(object) = file else { return false };
    let Some(format) = format(object) else { return false };
    let mut changed = step_by_step(object, format, steps);
    if format == CASE_FORMAT {
        for inner in object.properties.iter_mut().flat_map(files_within) {
            changed |= bring_up(inner, steps);
        }
    }
    changed
}

fn step_by_step(object: &mut Object<'_>, format: &str, steps: &[Step]) -> bool {
    let written = number(object).and_then(|number| number.parse::<u32>().ok());
    let behind = written.filter(|version| *version < VERSION);
    let Some(done) = behind.and_then(|version| version.checked_sub(oldest(steps))) else { return false };
    let ahead = steps.iter().skip(usize::try_from(done).unwrap_or(usize::MAX));
    for (_, change) in ahead.copied().flatten().filter(|(of, _)| *of == format) {
        change(object);
    }
    if let Some(version) = object.properties.iter_mut().find(|member| member.name.as_str() == "version") {
        let range = version.value.range();
        version.value = Value::NumberLit(NumberLit { range, value: NEWEST });
    }
    true
}

fn format(object: &Object<'_>) -> Option<&'static str> {
    let said = match &member(object, "format")?.value {
        Value::StringLit(text) => text.value.as_ref(),
        _ => return None,
    };
    [CONTRACT_FORMAT, ASSESSMENT_FORMAT, CASE_FORMAT].into_iter().find(|format| *format == said)
}

fn number<'o>(object: &'o Object<'_>) -> Option<&'o str> {
    match &member(object, "version")?.value {
        Value::NumberLit(number) => Some(number.value),
        Value::StringLit(text) => Some(&text.value),
        _ => None,
    }
}

fn member<'o, 't>(object: &'o Object<'t>, key: &str) -> Option<&'o ObjectProp<'t>> {
    object.properties.iter().find(|member| member.name.as_str() == key)
}

/// The contract or the assessments of a case.
fn files_within<'o, 't>(member: &'o mut ObjectProp<'t>) -> &'o mut [Value<'t>] {
    match (member.name.as_str(), &mut member.value) {
        ("contract", contract) => std::slice::from_mut(contract),
        ("assessments", Value::Array(list)) => &mut list.elements,
        _ => &mut [],
    }
}

#[cfg(test)]
mod tests;
