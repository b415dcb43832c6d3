//! A contract of any number of goals, the same one each time: every kind of target and rule, headings on two
//! levels, history, guidelines, resources, risks, and places of the document that say the same or differ.

use std::fmt::Write;

/// Words that titles are made of; two lists of coprime lengths do not repeat soon.
const DEEDS: &[&str] =
    &["Kortere", "Færre", "Bedre", "Hurtigere", "Flere afsluttede", "Dokumenterede", "Fælles"];
const THINGS: &[&str] = &[
    "sagsbehandlingstider i de regionale enheder",
    "forløb over 26 uger på landsplan",
    "svar til borgere og virksomheder inden for fristen",
    "tilsynsbesøg med skriftlig opfølgning",
    "ansøgninger, der afgøres uden yderligere oplysninger",
];

/// The text of a contract with so many goals, about 750 bytes each.
pub(crate) fn contract(goals: usize) -> String {
    let mut text = head(goals);
    for number in 1..=goals {
        text += &goal(number);
        text += if number < goals { ",\n" } else { "\n  ],\n" };
    }
    text += &risk(goals);
    text += PAY;
    text + "}\n"
}

fn head(goals: usize) -> String {
    let mut text = format!(
        r#"{{
  "format": "resultatkontrakt",
  "version": 1,
  "id": "stor-{goals}",
  "language": "da",
  "title": "Resultatkontrakt med {goals} mål",
  "institution": "Styrelsen",
  "department": "Departementet",
  "period": {{ "from": "2009-01-01", "to": "2012-12-31", "binding_year": 2009 }},
  "sources": [{{ "id": "kontrakt", "title": "Resultatkontrakt", "date": "2009" }}],
  "points": {{ "total": {goals}, "decimals": 2 }},
  "groups": [
"#
    );
    for area in 1..=10 {
        let _ = writeln!(
            text,
            r#"    {{ "id": "omraade-{area}", "title": "Område {area}", "source": "Afsnit {area}" }},"#
        );
        for field in 1..=10 {
            let end = if (area, field) == (10, 10) { "\n  ],\n  \"goals\": [" } else { "," };
            let _ = writeln!(
                text,
                r#"    {{ "id": "omraade-{area}-{field}", "title": "Opgave {area}.{field}", "parent": "omraade-{area}", "source": "Tabel {field}" }}{end}"#
            );
        }
    }
    text
}

fn goal(number: usize) -> String {
    let (area, field) = (number % 10 + 1, number / 10 % 10 + 1);
    let (page, year) = (number / 40 + 3, 2005 + number % 3);
    let deed = DEEDS.iter().cycle().nth(number).copied().unwrap_or_default();
    let thing = THINGS.iter().cycle().nth(number).copied().unwrap_or_default();
    let weight = if number % 13 == 12 { r#"{ "min": 0, "max": 1 }"# } else { "1" };
    let level = 1000 + number % 97 * 250;
    let (a, b, c, d) = (level + 340, level + 215, level + 90, level + number % 7 * 10);
    let mut text = format!(
        r#"    {{
      "id": "maal-{number}",
      "label": "Mål {number}",
      "group": "omraade-{area}-{field}",
      "source": "Tabel {field}, side {page}",
      "title": "{deed} {thing}",
      "weight": {weight},
      "unit": "sager",
      "target": {},
      "history": [
        {{ "period": "{year}", "value": {a} }},
        {{ "period": "{}", "value": {b} }},
        {{ "period": "{}", "value": {c}, "note": "Foreløbigt tal" }}
      ],
      "guidelines": [{{ "period": "2010", "value": {d} }}, {{ "period": "2011", "value": {level} }}]"#,
        target(number, level),
        year + 1,
        year + 2,
    );
    for (key, value) in more(number, c) {
        let _ = write!(text, ",\n      \"{key}\": {value}");
    }
    text + "\n    }"
}

/// The kinds of targets take turns; those with a rule of their own stand beside those without.
fn target(number: usize, level: usize) -> String {
    let (day, done) = (number % 28 + 1, level / 2);
    match number % 13 {
        0 => format!(r#"{{ "kind": "at_most", "value": {level}, "measured": "2009-12" }}"#),
        1 => format!(r#"{{ "kind": "at_most", "percent": -{}.5, "baseline": "2007" }}"#, number % 20),
        2 => format!(r#"{{ "kind": "by", "date": "2009-06-{day:02}" }}"#),
        3 => format!(r#"{{ "kind": "at_least", "value": {level}.{:02} }}"#, number % 100),
        4 => r#"{ "kind": "done" }"#.to_owned(),
        5 => format!(r#"{{ "kind": "between", "min": {done}, "max": {level} }}"#),
        6 => format!(
            r#"{{ "kind": "all_of", "parts": [
          {{ "id": "koncept", "title": "Koncept", "kind": "by", "date": "2009-04-{day:02}" }},
          {{ "id": "drift", "title": "I drift", "kind": "by", "date": "2009-11-{day:02}" }},
          {{ "id": "andel", "title": "Andel", "kind": "at_least", "value": {} }}
        ] }}"#,
            number % 100
        ),
        7 => r#"{ "kind": "undetermined" }"#.to_owned(),
        8 => format!(r#"{{ "kind": "below", "points": -{}, "baseline": {level} }}"#, number % 9 + 1),
        9 => format!(r#"{{ "kind": "above", "value": {done} }}"#),
        10 => format!(r#"{{ "kind": "unchanged", "baseline": {level}, "tolerance": {} }}"#, number % 50),
        11 => format!(
            r#"{{ "kind": "any_of", "parts": [
          {{ "id": "vaekst", "kind": "at_least", "percent": 10, "baseline": {done} }},
          {{ "id": "niveau", "kind": "at_least", "value": {level} }}
        ] }}"#
        ),
        _ => r#"{ "kind": "assessed" }"#.to_owned(),
    }
}

/// What only some goals say.
fn more(number: usize, latest: usize) -> Vec<(&'static str, String)> {
    let mut more = Vec::new();
    match number % 13 {
        0 => more.push(("scoring", format!(r#"{{ "rule": "linear", "zero_at": {} }}"#, latest + 30_000))),
        3 => more.push((
            "scoring",
            r#"{ "rule": "scale", "between": "linear", "steps": [{ "at": 10, "share": 0 }, { "at": 900, "share": 0.6 }, { "at": 50000, "share": 1 }] }"#.to_owned(),
        )),
        6 => more.push(("scoring", r#"{ "rule": "parts" }"#.to_owned())),
        9 => more.push(("scoring", r#"{ "rule": "proportional" }"#.to_owned())),
        _ => {}
    }
    if number.is_multiple_of(3) {
        more.push((
            "description",
            format!("\"Opgøres af styrelsen efter årets udgang på grundlag af bilag {}.\"", number % 9),
        ));
    }
    if number.is_multiple_of(4) {
        more.push((
            "resources",
            format!(r#"[{{ "kind": "about", "value": {}, "unit": "årsværk" }}]"#, number % 30),
        ));
    }
    if number.is_multiple_of(5) {
        // One place in ten says something else.
        let stated = latest + usize::from(number.is_multiple_of(50));
        let history = format!(r#"[{{ "period": "{}", "value": {stated} }}]"#, 2007 + number % 3);
        more.push((
            "also_stated",
            format!(r#"[{{ "source": "Bilag {}", "history": {history} }}]"#, number % 9),
        ));
    }
    if number.is_multiple_of(6) {
        more.push(("note", "\"Måltallet er aftalt på mødet i marts; se referatets punkt 4.\"".to_owned()));
    }
    more
}

/// Every third goal has a risk.
fn risk(goals: usize) -> String {
    let entry = |number: usize| {
        let (materiality, vulnerability) = (number % 3 + 1, number / 3 % 3 + 1);
        format!(
            r#"      {{ "goal": "maal-{number}", "title": "Opgaven forsinkes", "materiality": {materiality}, "vulnerability": {vulnerability}, "priority": {}, "action": "Månedlig opfølgning", "source": "Bilag 5" }}"#,
            materiality * vulnerability
        )
    };
    let entries: Vec<String> = (1..=goals).step_by(3).map(entry).collect();
    format!(
        "  \"risk\": {{\n    \"scale\": {{ \"min\": 1, \"max\": 3 }},\n    \"entries\": [\n{}\n    ]\n  }},\n",
        entries.join(",\n")
    )
}

const PAY: &str = r#"  "pay": {
    "from": "2009-01-01",
    "to": "2009-12-31",
    "points": { "institution": 700, "individual": 300 },
    "individual_rule": "overall",
    "max_percent": 15,
    "areas": [{ "id": "ledelse", "title": "Ledelse" }, { "id": "samarbejde", "title": "Samarbejde" }]
  }
"#;
