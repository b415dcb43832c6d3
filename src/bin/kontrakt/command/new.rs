//! `kontrakt new`: a contract to begin from, as a template or of tables.

use std::path::Path;

use resultatkontrakt::findings::OfficeFault;
use resultatkontrakt::format::{Locator, TEMPLATES, Template};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::PasteText;
use resultatkontrakt::office::{is_office_file, read_tables};
use resultatkontrakt::table::SheetChoice;
use resultatkontrakt::table::pasted::{Asked, PastedTable, ProposedGoal, propose, read_pasted_file};

use super::files::{finding, open, write_new};
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

/// Writes a contract of the goals and risks in a file's tables, and says what a person has to decide about them.
pub(super) fn from_table(
    path: &Path,
    choice: &SheetChoice,
    year: Option<i32>,
    output: Option<&Path>,
    words: Words,
) -> Ending {
    let Some(tables) = tables(path, choice, words) else { return Ending::NotDone };
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

/// The tables of a workbook, a document, a page or a text; what is wrong with the file is said.
fn tables(path: &Path, choice: &SheetChoice, words: Words) -> Option<Vec<PastedTable>> {
    let bytes = open(path, words)?;
    if !is_office_file(&path.to_string_lossy(), &bytes) {
        return Some(read_pasted_file(&bytes));
    }
    let say = |fault: OfficeFault| {
        complain(finding(path, &Locator::without_root("").diagnostic_at(0..0, fault), words));
    };
    match read_tables(&bytes, choice, words.lang) {
        Ok(found) => {
            found.findings.into_iter().for_each(say);
            Some(found.tables.into_iter().map(|one| one.table).collect())
        }
        Err(fault) => {
            say(fault);
            None
        }
    }
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
