//! The words that files are made of: what the schemas name, and values at the edge of what is read.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

const SCHEMAS: [&str; 3] = [
    include_str!("../../schema/contract.schema.json"),
    include_str!("../../schema/assessment.schema.json"),
    include_str!("../../schema/case.schema.json"),
];

/// JSON values that ask for a decision: bounds of numbers, days that do not exist, periods, wrong types.
const EDGES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "2",
    "3",
    "0.5",
    "0.1",
    "100",
    "1000",
    "0.000000001",
    "999999999999999",
    "999999999999999.999999999",
    "-999999999999999.999999999",
    "9999999999999999",
    "1e15",
    "1e400",
    "\"1.5\"",
    "\"1,5\"",
    "\"\"",
    "\" \"",
    "\"a\"",
    "\"xx\"",
    "\"34.7100\"",
    "\"2009\"",
    "\"2009-12\"",
    "\"2009-Q3\"",
    "\"2009-H1\"",
    "\"2009-06-30\"",
    "\"2009-02-29\"",
    "\"2008-02-29\"",
    "\"0001-01-01\"",
    "\"9999-12-31\"",
    "\"ministry-2009#goal-1\"",
    "\"\\u0000\\u2028\\ud83d\\ude00<b>\"",
    "[]",
    "{}",
    "[[]]",
];

/// What tables of measured results are made of.
const COLUMNS: &[&str] = &[
    "mål;periode;resultat",
    "id,period,value,part,date",
    "goal-2",
    "Produktkrav 4",
    "live",
    "1. kvartal 2009",
    "sep=;",
    "\"\"",
    "30.06.2009",
    "1.234,5",
    "ja",
];

/// Everything that a file may name, by where it stands.
#[derive(Debug)]
pub struct Words {
    /// Keys of objects.
    pub keys: Vec<String>,
    /// Texts with a meaning, such as `at_most`.
    pub texts: Vec<String>,
    /// Values at an edge.
    pub edges: Vec<Value>,
}

/// The words of all three schemas.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut keys, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for schema in SCHEMAS {
        collect(&serde_json::from_str(schema).unwrap_or_default(), &mut keys, &mut texts);
    }
    let edges = EDGES.iter().filter_map(|edge| serde_json::from_str(edge).ok());
    Words { keys: keys.into_iter().collect(), texts: texts.into_iter().collect(), edges: edges.collect() }
});

fn collect(schema: &Value, keys: &mut BTreeSet<String>, texts: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("properties", Value::Object(properties)) => keys.extend(properties.keys().cloned()),
                    ("enum", Value::Array(words)) => {
                        texts.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    ("const", Value::String(word)) => {
                        texts.insert(word.clone());
                    }
                    _ => {}
                }
                collect(value, keys, texts);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys, texts)),
        _ => {}
    }
}

/// The words in the form of a dictionary of libFuzzer.
pub fn dictionary() -> String {
    let quoted = WORDS.keys.iter().chain(&WORDS.texts).map(|word| Value::from(word.as_str()).to_string());
    let keys = WORDS.keys.iter().map(|key| format!("{}:", Value::from(key.as_str())));
    let edges = EDGES.iter().chain(COLUMNS).map(|edge| (*edge).to_owned());
    let lines = quoted.chain(keys).chain(edges).map(|word| {
        let escaped: String = word.bytes().map(escape).collect();
        format!("\"{escaped}\"\n")
    });
    lines.collect()
}

fn escape(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("\\x{byte:02x}") }
}
