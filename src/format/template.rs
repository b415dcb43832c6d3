//! Contracts to begin from, in `contracts/templates/`.

use super::json::{Splice, remove, write_text};
use super::{CONTRACT_FORMAT, VERSION};
use crate::domain::renewal::years_moved;
use crate::findings::JsonPath;

/// A contract to begin from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name on the command line, and that of its file.
    pub code: &'static str,
    /// What it is for, in Danish and in English.
    pub purpose: [&'static str; 2],
    source: &'static str,
}

/// The template of this name.
macro_rules! template {
    ($code:literal, $da:literal, $en:literal) => {
        Template {
            code: $code,
            purpose: [$da, $en],
            source: include_str!(concat!("../../contracts/templates/", $code, ".json")),
        }
    };
}

/// Every template.
pub const TEMPLATES: [Template; 4] = [
    template!(
        "styrelse",
        "En styrelse: 1.000 point, resultatløn af 700 og 300 point, risici",
        "An agency: 1,000 points, pay from 700 and 300 points, risks"
    ),
    template!(
        "maalplan",
        "En mål- og resultatplan: seks mål à 100 point",
        "A plan of goals: six of 100 points"
    ),
    template!(
        "skole",
        "En skole: basisramme og ekstraramme i kroner",
        "A school: a basic and an extra pot in kroner"
    ),
    template!("uden-vaegte", "En kontrakt uden vægte og løn", "A contract without weights and pay"),
];

/// A contract that says nothing yet but its name, as a JSON text.
pub fn empty_contract(id: &str, lang: &str, title: &str) -> String {
    let mut text = format!("{{\n  \"format\": \"{CONTRACT_FORMAT}\",\n  \"version\": {VERSION}");
    for (key, value) in [("id", id), ("language", lang), ("title", title)] {
        text.push_str(",\n  \"");
        text.push_str(key);
        text.push_str("\": ");
        write_text(value, &mut text);
    }
    text.push_str(",\n  \"goals\": []\n}\n");
    text
}

/// The year that the templates are written for.
const WRITTEN_FOR: i32 = 2000;

impl Template {
    /// The template with this name.
    pub fn of_code(code: &str) -> Option<Self> {
        TEMPLATES.into_iter().find(|template| template.code == code)
    }

    /// A contract for this year, as a JSON text.
    pub fn for_year(&self, year: i32) -> String {
        let years = WRITTEN_FOR - 1..=WRITTEN_FOR + 1;
        let text = years_moved(self.source, &years, year.saturating_sub(WRITTEN_FOR));
        // The path to the schema leads nowhere from another folder.
        let schema = remove(&text, &JsonPath::root().key("$schema"));
        schema.and_then(|splice: Splice| splice.applied_to(&text)).unwrap_or(text)
    }
}
