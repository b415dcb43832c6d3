//! A person with the paper and a pocket calculator gets every total.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use resultatkontrakt::domain::number::{Decimal, Points, Span};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::{PayText, ReportText};
use resultatkontrakt::report::{Block, Cell, Paper, Row, Table, WrittenPaper};

use super::calculator::{equations, holds, value};
use super::revision::compared;
use super::{Case, EXAMPLES};

/// A contract with every rule, and what an assessment of it can bring.
const RULES: &str = r#"{
  "format": "resultatkontrakt", "version": 1, "id": "rules", "title": "Regler",
  "period": { "from": "2009-01-01", "to": "2009-12-31" },
  "points": { "total": 860, "decimals": 2 },
  "goals": [
    { "id": "linear", "title": "Lineær", "weight": 150, "target": { "kind": "at_most", "value": 26675 }, "scoring": { "rule": "linear", "zero_at": 32533 } },
    { "id": "parts", "title": "Dele", "weight": 125, "target": { "kind": "all_of", "parts": [
      { "id": "a", "title": "A = B; C", "kind": "done" }, { "id": "b", "kind": "done" }, { "id": "c", "kind": "at_most", "baseline": 16.3, "percent": -15 } ] },
      "scoring": { "rule": "parts" } },
    { "id": "proportional", "title": "Forhold", "weight": 100, "target": { "kind": "at_least", "value": 70 }, "scoring": { "rule": "proportional", "cap": 1.2 } },
    { "id": "scale", "title": "Skala", "weight": 75, "target": { "kind": "at_least", "value": 30 },
      "scoring": { "rule": "scale", "between": "linear", "steps": [{ "at": 5, "share": 0.6 }, { "at": 30, "share": 1 }] } },
    { "id": "degrees", "title": "Dele med regler", "weight": 60, "target": { "kind": "all_of", "parts": [
      { "id": "a", "title": "Ventetid", "kind": "at_most", "value": 20, "scoring": { "rule": "linear", "zero_at": 37 } },
      { "id": "b", "kind": "rated", "levels": [{ "id": "low", "title": "Lav", "share": 0.3 }, { "id": "high", "title": "Høj", "share": 1 }] },
      { "id": "c", "kind": "all_of", "parts": [{ "id": "x", "kind": "done" }, { "id": "y", "kind": "done" }, { "id": "z", "kind": "done" }], "scoring": { "rule": "parts" } } ] },
      "scoring": { "rule": "parts", "shares": { "a": 0.45, "b": 0.3, "c": 0.25 } } },
    { "id": "range", "title": "Interval", "weight": { "min": 50, "max": 150 }, "target": { "kind": "at_least", "value": 7 }, "scoring": { "rule": "proportional" } },
    { "id": "lapsed", "title": "Bortfaldet", "weight": 100, "target": { "kind": "done" } },
    { "id": "open", "title": "Åbent", "weight": 100, "target": { "kind": "undetermined" } }
  ],
  "pay": {
    "from": "2009-01-01", "to": "2009-12-31", "points": { "institution": 600, "individual": 300 },
    "individual_rule": "areas", "max_percent": 12.5, "holiday_allowance_percent": 1.5,
    "pensionable": true, "pension_percent": 17.3,
    "areas": [
      { "id": "led", "title": "Ledelse", "weight": 200, "target": { "kind": "at_least", "value": 3 }, "scoring": { "rule": "proportional" } },
      { "id": "fravær", "title": "Fravær", "weight": 100, "target": { "kind": "done" } } ]
  }
}"#;

const RESULTS: &str = r#"
    "linear": { "value": 29000 },
    "parts": { "parts": { "a": { "done": true }, "b": { "done": false }, "c": { "value": 13 } } },
    "degrees": { "parts": { "a": { "value": 25 }, "b": { "level": "low", "reason": "Målt" }, "c": { "parts": { "x": { "done": true }, "y": { "done": false }, "z": { "done": false } } } } },
    "proportional": { "value": 64 }, "scale": { "value": 12.5 }, "range": { "value": 3 },
    "lapsed": { "lapsed": "Opgaven er flyttet" }"#;

/// An assessment of [`RULES`] with this in its pay.
fn rules(results: &str, pay: &str) -> Case {
    let assessment = format!(
        r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "rules" }}, "by": "agreed",
            "status": "final", "as_of": "2009-12-31", "results": {{ {RESULTS}{results} }},
            "individual": {{ "areas": {{ "led": {{ "value": 2 }}, "fravær": {{ "done": true }} }} }},
            "pay": {{ "base": [{{ "title": "Løn", "value": "987654.32" }}, {{ "title": "Tillæg", "value": "12345.67" }}]{pay} }} }}"#
    );
    Case::of(RULES.as_bytes(), &[assessment.as_bytes()])
}

/// Pots with every kind of stage.
const POTS: &str = r#"
    "pots": [
      { "id": "basis", "title": "Basisramme", "amount": 60000.5, "level": "2012-03-31", "earned_by": { "goals": ["linear", "parts", "open"] } },
      { "id": "ekstra", "title": "Ekstraramme", "amount": 40000, "earned_by": { "goals": ["proportional", "scale", "range"] } },
      { "id": "areas", "title": "Områder", "earned_by": "individual" } ],
    "stages": [
      { "id": "least", "stage": "gate", "when": { "fraction_below": 0.7 }, "factor": 0.5, "together": "add" },
      { "id": "met", "stage": "gate", "when": { "not_met": ["linear"] }, "factor": 0.75, "together": "add" },
      { "id": "table", "stage": "curve", "between": "linear", "steps": [{ "at": 0.1, "to": 0.2 }, { "at": 0.9, "to": 1 }], "pots": ["basis", "areas"] },
      { "id": "judged", "stage": "factor", "title": "Skøn", "min": 0.8, "max": 1.2 },
      { "id": "most", "stage": "cap", "fraction": 0.9 },
      { "id": "two", "stage": "cap", "amount": 40000, "pots": ["basis", "ekstra"] },
      { "id": "all", "stage": "cap", "percent": 6.5 } ],
    "holiday_allowance_percent""#;

/// [`rules`] of which each goal earns a pot.
fn pots(results: &str, pay: &str) -> Case {
    let (before, after) = RULES.split_once(r#", "points": { "institution": 600"#).unwrap();
    let (_, after) = after.split_once(r#""holiday_allowance_percent""#).unwrap();
    let contract = format!("{before},{POTS}{after}");
    let assessment = format!(
        r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "rules" }}, "by": "agreed",
            "status": "final", "as_of": "2009-12-31", "results": {{ {RESULTS}{results} }},
            "individual": {{ "areas": {{ "led": {{ "value": 2 }}, "fravær": {{ "done": true }} }} }},
            "pay": {{ "base": [{{ "title": "Løn", "value": "987654.32" }}], "max_percent": {{ "areas": 3.5 }}, "regulation_percent": 12.3456{pay} }} }}"#
    );
    Case::of(contract.as_bytes(), &[assessment.as_bytes()])
}

#[test]
fn the_way_through_pots_and_stages_can_be_worked_out_again() {
    let judged = r#", "factors": { "judged": { "value": 1.15, "reason": "Skøn" } }, "adjustment": { "percent": -7.5, "reason": "Forhold" }"#;
    let closed = r#", "open": { "value": 3, "addendum": { "target": { "kind": "at_least", "value": 2 }, "agreed": "2009-03-20" } }"#;
    for case in [pots("", ""), pots("", judged), pots(closed, judged)] {
        let pay = case.evaluation().pay.clone().unwrap();
        for words in [Words::DANISH, Words::ENGLISH] {
            for paper in [Paper::SelfAssessment, Paper::Decision] {
                let document = case.paper(paper, words);
                let table = captioned(&document, words.text(PayText::Pots));
                assert_eq!(table.columns.len(), 4, "a column for each pot");
                let ends = |name: &str, end: usize| -> Vec<String> {
                    let rows = cells(table).filter(|row| row[0].words()[0].starts_with(name));
                    let rows: Vec<_> = rows.collect();
                    let row = rows[end.min(rows.len() - 1)];
                    let last = |cell: &Cell| cell.words()[0].rsplit(" = ").next().unwrap().to_owned();
                    row[1..].iter().map(last).collect()
                };
                let mut printed = 0;
                for line in lines(&document) {
                    for equation in equations(&line) {
                        assert!(
                            holds(&equation, words),
                            "{equation}
in: {line}"
                        );
                        printed += 1;
                    }
                }
                assert!(printed > 30, "only {printed} equations");
                // What each pot earns, less what the caps took, is what is earned.
                let earned = pay.earned.unwrap();
                for (end, expected) in [earned.min, earned.max].into_iter().enumerate() {
                    let sum = ends(words.text(PayText::Earned), end).join(" + ");
                    let cuts = pay.pots.caps.iter().map(|cap| {
                        let of = |span: Span<resultatkontrakt::domain::number::Kroner>| {
                            [span.min, span.max][end].0
                        };
                        of(cap.before) - of(cap.after)
                    });
                    let cut: Decimal = cuts.sum();
                    let formula = format!("{sum} − {}", words.fixed(cut, 2));
                    assert_eq!(
                        value(&formula, words),
                        value(&words.fixed(expected.0, 2), words),
                        "{formula}"
                    );
                    let chain = captioned(&document, words.text(PayText::Chain));
                    let together = words.text(PayText::EarnedTogether);
                    let row = cells(chain).find(|row| row[0].words()[0] == together).unwrap();
                    let column = (end + 1).min(row.len() - 1);
                    assert!(row[column].words()[0].starts_with(&sum), "{sum} is not in {:?}", row[column]);
                    assert!(row[column].words()[0].ends_with(&words.fixed(expected.0, 2)));
                }
            }
        }
    }
}

/// Cases in which every kind of step and every link of the chain occurs.
fn cases() -> Vec<Case> {
    let addendum = r#", "open": { "value": 3, "addendum": { "target": { "kind": "at_least", "value": 2 }, "agreed": "2009-03-20" } }"#;
    let mut cases: Vec<_> = EXAMPLES.map(Case::example).into();
    cases.push(rules("", ""));
    cases.push(rules(addendum, r#", "adjustment": { "percent": -7.5, "reason": "Særlige forhold" }"#));
    cases.push(rules(
        addendum,
        r#", "adjustment": { "amount": "-1234.56", "reason": "Efter aftale" }, "left_on": "2009-06-30""#,
    ));
    cases.push(rules("", r#", "adjustment": { "amount": "5000", "reason": "Ekstra" }"#));
    cases.push(rules("", r#", "adjustment": { "to_percent": 92.5, "reason": "Bestyrelsens afgørelse" }"#));
    cases.push(rules(addendum, r#", "adjustment": { "amount": "-900000", "reason": "Bortfald" }"#));
    cases.push(rules(addendum, r#", "breach": "Misligholdelse""#));
    cases.push(with_an_open_part());
    cases.extend(year());
    cases.extend(today());
    cases.extend(compared());
    cases
}

/// The rules with a part that is open, so that both ends are printed.
fn with_an_open_part() -> Case {
    let assessment = r#"{ "format": "resultatvurdering", "version": 1, "contract": { "id": "rules" }, "by": "agreed",
        "status": "final", "as_of": "2009-12-31", "results": { "degrees": { "parts": { "a": { "value": 25 } } } } }"#;
    Case::of(RULES.as_bytes(), &[assessment.as_bytes()])
}

/// Each agreement of today as `tests/e2e/today.test.mjs` fills it in and decides it on the page.
fn today() -> Vec<Case> {
    let said: BTreeMap<String, Vec<serde_json::Value>> =
        serde_json::from_str(include_str!("today.json")).unwrap();
    assert_eq!(said.len(), 4);
    let case = |(id, assessments): (String, Vec<serde_json::Value>)| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts").join(format!("{id}.json"));
        let texts: Vec<_> = assessments.iter().rev().map(ToString::to_string).collect();
        let texts: Vec<_> = texts.iter().map(String::as_bytes).collect();
        Case::of(&fs::read(path).unwrap(), &texts)
    };
    said.into_iter().map(case).collect()
}

/// The year that `tests/e2e/whole_year.test.mjs` plays on the page: what each party's assessment said when it was saved.
fn year() -> Vec<Case> {
    let contract = include_bytes!("../../contracts/ams-2009.json");
    let said: Vec<serde_json::Value> = serde_json::from_str(include_str!("year.json")).unwrap();
    let texts: Vec<_> = said.iter().map(ToString::to_string).collect();
    let alone = texts.iter().map(|text| Case::of(contract, &[text.as_bytes()]));
    // The one that decides stands first, as it does on the page.
    let all: Vec<_> = texts.iter().rev().map(String::as_bytes).collect();
    alone.chain([Case::of(contract, &all)]).collect()
}

fn tables(document: &WrittenPaper) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

fn cells(table: &Table) -> impl Iterator<Item = &Vec<Cell>> {
    table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) => Some(cells),
        _ => None,
    })
}

/// Every line of a paper that can hold an equation.
fn lines(document: &WrittenPaper) -> Vec<String> {
    let in_tables = tables(document).flat_map(cells).flatten().flat_map(Cell::words).map(str::to_owned);
    let facts = document.blocks.iter().filter_map(|block| match block {
        Block::Facts(facts) => Some(facts.iter().map(|(_, value)| value.clone())),
        _ => None,
    });
    in_tables.chain(facts.flatten()).collect()
}

#[test]
fn every_printed_equation_holds() {
    let mut checked = 0;
    for case in cases() {
        for words in [Words::DANISH, Words::ENGLISH] {
            for paper in Paper::ALL {
                for line in lines(&case.paper(paper, words)) {
                    for equation in equations(&line) {
                        assert!(holds(&equation, words), "{equation}\nin: {line}");
                        checked += 1;
                    }
                }
            }
        }
    }
    assert!(checked > 800, "only {checked} equations were found");
}

/// The fact with this name.
fn fact(document: &WrittenPaper, name: ReportText, words: Words) -> String {
    // A goal may be called the same as a sum; the sums stand last.
    let facts = document.blocks.iter().rev().filter_map(|block| match block {
        Block::Facts(facts) => facts.iter().find(|(one, _)| one == words.text(name)),
        _ => None,
    });
    facts.map(|(_, value)| value.clone()).next().unwrap()
}

/// The rows of the first table with this caption.
fn captioned<'d>(document: &'d WrittenPaper, caption: &str) -> &'d Table {
    tables(document).find(|table| table.caption == caption).unwrap()
}

#[test]
fn totals_are_sums_of_the_printed_points_and_those_points_are_what_the_steps_end_with() {
    for case in cases() {
        let Some(institution) = case.evaluation().institution else { continue };
        let words = Words::DANISH;
        let document = case.paper(Paper::Decision, words);
        let table = captioned(&document, words.text(ReportText::Steps));
        let (mut least, mut most) = (Vec::new(), Vec::new());
        for row in cells(table) {
            let points = row[3].words()[0].to_owned();
            // What a reading would come to follows what is settled.
            let mut steps = row[2].words();
            steps.retain(|step| !["på vej", "bagud"].iter().any(|outlook| step.ends_with(outlook)));
            let end = steps.last().copied().unwrap_or_default().to_owned();
            let is_told = end.ends_with(&format!("= {points}"))
                || end.contains(&format!("{points} point"))
                || end.starts_with("Bortfaldet");
            assert!(is_told, "{end} does not end with {points}");
            let (min, max) = points.split_once('–').unwrap_or((&points, &points));
            least.push(min.to_owned());
            most.push(max.to_owned());
        }
        let same = |points: &[String], expected: Points| {
            assert_eq!(value(&points.join("+"), words), value(&words.number(expected.0), words));
        };
        same(&least, institution.sum.points.min);
        same(&most, institution.sum.points.max);
        for (name, expected) in [
            (ReportText::Secured, institution.sum.secured()),
            (ReportText::Lost, institution.sum.lost()),
            (ReportText::Open, institution.sum.open()),
            (ReportText::Weights, institution.sum.weights),
        ] {
            let said = fact(&document, name, words);
            assert_eq!(said.rsplit(" = ").next().unwrap(), words.number(expected.0), "{said}");
        }
    }
}

/// What the table of several pots says of each, a column for each; nothing where there are no several.
fn of_several_pots(case: &Case, document: &WrittenPaper, words: Words) -> Vec<String> {
    if case.contract.contract.pay.as_ref().is_none_or(|pay| pay.pots.len() < 2) {
        return Vec::new();
    }
    let caption = words.text(resultatkontrakt::i18n::text::PayText::Pots);
    let lines = cells(captioned(document, caption)).flat_map(|row| row[1..].to_vec());
    lines.map(|cell| cell.words()[0].rsplit(" = ").next().unwrap().to_owned()).collect()
}

#[test]
fn each_link_of_the_chain_starts_from_a_figure_that_is_printed_before_it() {
    let mut links = 0;
    for case in cases() {
        let Some(pay) = case.evaluation().pay.as_ref().filter(|pay| pay.full.is_some()) else { continue };
        for words in [Words::DANISH, Words::ENGLISH] {
            let document = case.paper(Paper::Decision, words);
            let caption = words.text(PayText::Chain);
            let rows: Vec<Vec<String>> = cells(captioned(&document, caption))
                .map(|row| row[1..].iter().map(|cell| cell.words()[0].to_owned()).collect())
                .collect();
            let whole = words.points(case.evaluation().institution.unwrap().sum.points);
            for column in 0..rows[0].len() {
                // Either the whole range is settled, or the column is one of its ends.
                let ends: Vec<&str> = whole.split('–').collect();
                let mut printed = vec![ends[column.min(ends.len() - 1)].to_owned()];
                printed.extend(of_several_pots(&case, &document, words));
                for (at, row) in rows.iter().enumerate() {
                    let formula = &row[column];
                    let (left, right) = formula.split_once(" = ").unwrap_or((formula, formula));
                    // What the individual areas and the base pay come to begins anew.
                    if at != 1 && at != 4 && left != right && !formula.contains('→') {
                        let known = printed.iter().any(|figure| left.contains(figure.as_str()));
                        assert!(known, "{formula} starts from none of {printed:?}");
                        links += 1;
                    }
                    // Words may follow in parentheses.
                    printed.push(right.split(" (").next().unwrap().to_owned());
                }
            }
            let kroner = |amount: Option<Span<resultatkontrakt::domain::number::Kroner>>| {
                amount.map(|amount| words.fixed(amount.min.0, 2))
            };
            let text = rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>().join("\n");
            for amount in
                [kroner(pay.earned), kroner(pay.adjusted), kroner(pay.payable), kroner(pay.holiday_allowance)]
            {
                assert!(
                    amount.clone().is_none_or(|amount| text.contains(&amount)),
                    "{amount:?} is not in\n{text}"
                );
            }
        }
    }
    assert!(links > 50, "only {links} links were found");
}

#[test]
fn the_weight_of_lapsed_goals_can_be_shared_out_again() {
    let case = rules("", "");
    let document = case.paper(Paper::Decision, Words::DANISH);
    let told = document.blocks.iter().find_map(|block| match block {
        Block::Text(text) if text.contains("vægt × ") => Some(text),
        _ => None,
    });
    assert!(told.unwrap().contains("vægt × 860 / 760"), "{told:?}");
    let goals = &case.evaluation().goals;
    let sum: Decimal = goals.iter().filter_map(|goal| goal.weight).map(|weight| weight.max().0).sum();
    assert_eq!(sum, Decimal::from(860));
}

#[test]
fn the_level_of_the_total_is_printed_with_the_limits_that_decide_it() {
    let contract = RULES.replace(
        r#""decimals": 2"#,
        r#""decimals": 2, "bands": [{ "at": 0, "title": "Lavt" }, { "at": 120.5, "title": "Middel" }, { "at": 700, "title": "Højt" }]"#,
    );
    let assessment = |results: &str| {
        format!(
            r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "rules" }}, "by": "agreed",
                "status": "final", "as_of": "2009-12-31", "results": {{ {results} }} }}"#
        )
    };
    let closed = r#""open": { "value": 3, "addendum": { "target": { "kind": "at_least", "value": 2 }, "agreed": "2009-03-20" } }"#;
    let settled = Case::of(contract.as_bytes(), &[assessment(&format!("{RESULTS}, {closed}")).as_bytes()]);
    let open = Case::of(contract.as_bytes(), &[assessment("").as_bytes()]);
    for paper in [Paper::SelfAssessment, Paper::Decision] {
        let words = Words::DANISH;
        let said = |case: &Case| {
            let document = case.paper(paper, words);
            let facts = document.blocks.iter().filter_map(|block| match block {
                Block::Facts(facts) => facts.iter().find(|(name, _)| {
                    name == words.text(resultatkontrakt::i18n::text::PageText::BandReached)
                }),
                _ => None,
            });
            facts.map(|(_, value)| value.clone()).next().unwrap()
        };
        let limits = said(&settled);
        let limits = limits.strip_prefix("Middel (").unwrap().strip_suffix(')').unwrap();
        let points = settled.evaluation().institution.unwrap().sum.points.min;
        let [above, below] = limits.split("; ").collect::<Vec<_>>()[..] else { unreachable!("{limits}") };
        let (reached, at) = above.split_once(" ≥ ").unwrap();
        assert_eq!((value(reached, words), at), (value(&words.number(points.0), words), "120,5"));
        assert_eq!(below, format!("{reached} < 700"));
        assert_eq!(said(&open), "Lavt – Højt");
    }
}
