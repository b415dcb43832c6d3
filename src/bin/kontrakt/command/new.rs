//! `kontrakt new`: a contract to begin from, as a template or of a table.

use std::path::Path;

use resultatkontrakt::format::{TEMPLATES, Template};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::PasteText;
use resultatkontrakt::table::pasted::{Asked, ProposedGoal, propose, read_pasted_file};

use super::files::{open, write_new};
use super::output::{Ending, complain, print, print_paper};
use super::table::columns;

/// Writes the template for a year; without a name it lists the templates.
pub(super) fn new(code: Option<&str>, year: Option<i32>, output: Option<&Path>, words: Words) -> Ending {
    let Some(code) = code else {
        print(columns(
            TEMPLATES.iter().map(|one| [one.code.to_owned(), words.purpose(one.purpose)]).collect(),
        ));
        return Ending::Good;
    };
    let (Some(template), Some(year)) = (Template::of_code(code), year) else {
        complain([words.no_such_template(code)]);
        return Ending::NotDone;
    };
    write(&template.for_year(year), output, words)
}

/// Writes a contract of the goals and risks in a table, and says what a person has to decide about them.
pub(super) fn from_table(table: &Path, year: Option<i32>, output: Option<&Path>, words: Words) -> Ending {
    let Some(bytes) = open(table, words) else { return Ending::NotDone };
    let tables = read_pasted_file(&bytes);
    let mut proposals = propose(&tables, words.lang, year);
    proposals.year = year.or(proposals.year);
    let Some(year) = proposals.year.filter(|_| !proposals.goals.is_empty()) else {
        let missing = if proposals.goals.is_empty() { PasteText::NoGoals } else { PasteText::NoYear };
        complain([words.text(missing).to_owned()]);
        return Ending::NotDone;
    };
    let (clear, open) = proposals.counts();
    complain([words.pasted_overview(clear, open, proposals.risks.len())]);
    complain(proposals.goals.iter().flat_map(|goal| questions(goal, words)));
    write(&proposals.contract(|_| false, words, year), output, words)
}

/// What is left open of a goal, a line each: `Mål 2: Kravet er ikke afgjort: »…«.`
fn questions(goal: &ProposedGoal, words: Words) -> Vec<String> {
    let line = |asked: Asked, said: &str| {
        let why = match asked {
            Asked::Requirement(doubt) => format!(" {}", words.requirement_doubt(doubt)),
            _ => String::new(),
        };
        format!("{}: {}{why}", goal.goal.name(), words.left_open(asked.text(), said))
    };
    goal.questions.iter().map(|one| line(one.asked, &one.words)).collect()
}

fn write(text: &str, output: Option<&Path>, words: Words) -> Ending {
    if let Some(path) = output {
        return write_new(path, text, words);
    }
    print_paper(text.as_bytes());
    Ending::Good
}
