//! Writes a contract in code, says what is wrong with it, and works out what it comes to:
//!
//! ```sh
//! cargo run --example write_contract
//! ```

use std::error::Error;
use std::io::{self, Write};

use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::format::{Document, Reading, inspect, read};
use resultatkontrakt::i18n::Words;
use serde_json::{Value, json};

/// The lines of this example are in English; `Words::DANISH` makes them Danish.
const WORDS: Words = Words::ENGLISH;

/// A library's goals for a year: 60 points for opening hours, 40 for loans.
fn contract(hours_weight: u32) -> Value {
    json!({
        "format": "resultatkontrakt",
        "version": 1,
        "id": "library-2027",
        "title": "Resultatkontrakt for biblioteket 2027",
        "period": { "from": "2027-01-01", "to": "2027-12-31" },
        "points": { "total": 100, "decimals": 1 },
        "goals": [
            {
                "id": "hours",
                "title": "Længere åbningstid",
                "weight": hours_weight,
                "unit": "timer om ugen",
                "target": { "kind": "at_least", "value": 60, "measured": "2027-12" },
                "scoring": { "rule": "linear", "zero_at": 45 },
            },
            {
                "id": "loans",
                "title": "Nyt lånesystem i drift",
                "weight": 40,
                "target": { "kind": "by", "date": "2027-06-30" },
                "scoring": { "rule": "all_or_nothing" },
            },
        ],
    })
}

fn assessment() -> Value {
    json!({
        "format": "resultatvurdering",
        "version": 1,
        "contract": { "id": "library-2027" },
        "by": "director",
        "status": "final",
        "as_of": "2028-01-15",
        "results": { "hours": { "value": 55 }, "loans": { "date": "2027-06-14" } },
    })
}

/// Writes each finding with its place.
fn write_findings(reading: &Reading, out: &mut impl Write) -> io::Result<()> {
    for found in &reading.diagnostics {
        writeln!(out, "  {}:{} {}", found.line, found.column, found.code.message(WORDS))?;
    }
    Ok(())
}

pub(crate) fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    // The reader says everything that is wrong at once, each with its place in the text.
    writeln!(out, "With the weights 50 and 40:")?;
    write_findings(&inspect(format!("{:#}", contract(50)).as_bytes()), out)?;

    let reading = inspect(format!("{:#}", contract(60)).as_bytes());
    writeln!(out, "With the weights 60 and 40:")?;
    write_findings(&reading, out)?;
    let Some(Document::Contract(contract)) = reading.document else { return Err("no contract".into()) };
    let Some(Document::Assessment(assessment)) = read(assessment().to_string().as_bytes()).document else {
        return Err("no assessment".into());
    };

    // Everything is worked out at once, every figure with the steps that lead to it.
    let evaluation = evaluate(&contract.contract, &assessment.assessment);
    for (goal, outcome) in contract.contract.goals.iter().zip(&evaluation.goals) {
        let points = outcome.points.map(|points| WORDS.points(points)).unwrap_or_default();
        writeln!(out, "{}: {}, {points} points", goal.title, WORDS.outcome_status(outcome))?;
        for step in &outcome.steps {
            writeln!(out, "  {}", WORDS.step(step))?;
        }
    }
    if let Some(institution) = &evaluation.institution {
        let points = WORDS.points(institution.sum.points);
        writeln!(out, "{points} of {} points", institution.total.0)?;
    }
    Ok(())
}

#[allow(dead_code, reason = "the test of the examples calls `run`")]
fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}
