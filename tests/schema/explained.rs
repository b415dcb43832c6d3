//! What an editor shows while a file is typed: at every key of every file the schema has a title and an
//! explanation, found as an editor finds them.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use super::{ASSESSMENT, CASE, CONTRACT, EVERY_KEY, case_of, examples, parse};

/// The three schemas by the name that they refer to each other by.
struct Schemas(BTreeMap<String, Value>);

/// A schema, and the file that its own references count from.
type Found<'s> = (&'s str, &'s Value);

impl Schemas {
    fn new() -> Self {
        let named = |schema: Value| (schema["$id"].as_str().unwrap().to_owned(), schema);
        Self([CONTRACT, ASSESSMENT, CASE].map(parse).map(named).into())
    }

    fn of(&self, file: &Value) -> Found<'_> {
        let name = match file["format"].as_str().unwrap() {
            "resultatkontrakt" => "contract.schema.json",
            "resultatvurdering" => "assessment.schema.json",
            _ => "case.schema.json",
        };
        let (name, schema) = self.0.get_key_value(name).unwrap();
        (name, schema)
    }

    /// A schema with everything that it refers to and is put together from.
    fn whole<'s>(&'s self, (file, schema): Found<'s>, all: &mut Vec<Found<'s>>) {
        all.push((file, schema));
        if let Some(reference) = schema["$ref"].as_str() {
            let (other, pointer) = reference.split_once('#').unwrap_or((reference, ""));
            let (file, root) =
                self.0.get_key_value(other).unwrap_or_else(|| self.0.get_key_value(file).unwrap());
            let schema = root.pointer(pointer).unwrap_or_else(|| panic!("{reference} leads nowhere"));
            self.whole((file, schema), all);
        }
        let lists = ["allOf", "anyOf", "oneOf"].map(|key| schema[key].as_array());
        let branches = ["then", "else"].map(|key| schema.get(key));
        for inner in lists.into_iter().flatten().flatten().chain(branches.into_iter().flatten()) {
            self.whole((file, inner), all);
        }
    }

    /// What the schemas of an object have for one of its keys, or the schemas of a list for its items.
    fn within<'s>(&'s self, around: &[Found<'s>], key: Option<&str>) -> Vec<Found<'s>> {
        let mut found = Vec::new();
        for (file, schema) in around {
            let own = match key {
                Some(key) => schema["properties"].get(key).or_else(|| schema.get("additionalProperties")),
                None => schema.get("items"),
            };
            if let Some(own) = own.filter(|own| own.is_object()) {
                self.whole((file, own), &mut found);
            }
        }
        found
    }

    /// Every key below a value that no schema explains. The keys of results and shares are the file's own:
    /// there the value is explained.
    fn unexplained(&self, value: &Value, around: &[Found<'_>], path: &str, missing: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (key, inner) in members {
                    let path = format!("{path}/{key}");
                    let found = self.within(around, Some(key));
                    let says = |word: &str| {
                        found.iter().any(|(_, schema)| {
                            schema[word].as_str().is_some_and(|text| !text.trim().is_empty())
                        })
                    };
                    let named = around.iter().any(|(_, schema)| schema["properties"].get(key).is_some());
                    if !says("description") || (named && !says("title")) {
                        missing.push(path.clone());
                    }
                    self.unexplained(inner, &found, &path, missing);
                }
            }
            Value::Array(items) => {
                let found = self.within(around, None);
                for (index, item) in items.iter().enumerate() {
                    self.unexplained(item, &found, &format!("{path}/{index}"), missing);
                }
            }
            _ => {}
        }
    }

    fn missing(&self, file: &Value) -> Vec<String> {
        let (mut all, mut missing) = (Vec::new(), Vec::new());
        self.whole(self.of(file), &mut all);
        self.unexplained(file, &all, "", &mut missing);
        missing
    }
}

#[test]
fn an_editor_finds_an_explanation_at_every_key_of_every_file() {
    let schemas = Schemas::new();
    let [contract, assessment] = EVERY_KEY.map(parse);
    let mut files = vec![case_of(&contract, &assessment), contract, assessment];
    files.extend(examples().iter().map(|path| parse(&fs::read_to_string(path).unwrap())));
    for file in files {
        assert_eq!(schemas.missing(&file), Vec::<String>::new(), "{} {}", file["format"], file["id"]);
    }
}

#[test]
fn a_key_that_no_schema_knows_is_not_explained() {
    let mut contract = parse(EVERY_KEY[0]);
    contract["goals"][5]["target"]["parts"][1]["parts"][1]["history"][0]["farve"] = json!("grøn");
    contract["budget"]["lines"][0]["colour"] = json!("green");
    let expected = ["/goals/5/target/parts/1/parts/1/history/0/farve", "/budget/lines/0/colour"];
    assert_eq!(Schemas::new().missing(&contract), expected);
}
