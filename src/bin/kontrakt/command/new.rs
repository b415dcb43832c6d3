//! `kontrakt new`: a contract to begin from.

use std::path::Path;

use resultatkontrakt::format::{TEMPLATES, Template};
use resultatkontrakt::i18n::Words;

use super::files::write_new;
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
    let text = template.for_year(year);
    if let Some(path) = output {
        return write_new(path, &text, words);
    }
    print_paper(text.as_bytes());
    Ending::Good
}
