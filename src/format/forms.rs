//! The forms that the parts of a contract and of an assessment have, for whoever writes one by hand: each as an example to copy.

use super::subject::within;
use super::{ASSESSMENT_FORMAT, CASE_FORMAT};
use crate::findings::{Code, Diagnostic, JsonPath, PathStep, ShapeFault};

/// A line for each form: where it stands, as the end of a path, and the example. Behind a `+` stands the key that is
/// missing where another form is meant.
const FORMS: &str = include_str!("../../schema/forms.txt");

/// What the paths of an assessment begin with.
const ASSESSED: &str = "assessment";

/// What a file says that it is, as far as its text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenAs {
    /// A contract, or nothing that is known.
    Contract,
    /// A case, whose contract stands under a key of its own.
    Case,
    /// An assessment.
    Assessment,
}

impl WrittenAs {
    /// Looks for the word of its format in a text that may have any mistake.
    pub fn in_text(text: &str) -> Self {
        let says = |format: &str| text.contains(&format!("\"{format}\""));
        match (says(CASE_FORMAT), says(ASSESSMENT_FORMAT)) {
            (true, _) => Self::Case,
            (false, true) => Self::Assessment,
            (false, false) => Self::Contract,
        }
    }

    /// Returns the whole form that belongs at the place of a finding, where the form is what is wrong.
    pub fn form_wanted(self, found: &Diagnostic) -> Option<&'static str> {
        let missing = match &found.code {
            Code::Shape(ShapeFault::Missing { key }) => Some(*key),
            Code::Shape(
                ShapeFault::WrongType { .. }
                | ShapeFault::NotANumber { .. }
                | ShapeFault::UnknownFormat { .. },
            ) => None,
            _ => return None,
        };
        let path = self.path_of_form(&found.path)?;
        let is_assessment = path.starts_with(ASSESSED);
        let fit = |at: &str| {
            let (end, key) = at.split_once('+').map_or((at, None), |(end, key)| (end, Some(key)));
            // What an assessment says of parts and goals has other forms than the contract's.
            if at.starts_with(ASSESSED) != is_assessment {
                return None;
            }
            let is_here = path.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
            (is_here && (key.is_none() || key == missing)).then_some((key.is_some(), end.len()))
        };
        let forms = FORMS.lines().filter_map(|line| line.split_once('\t'));
        let fitting = forms.filter_map(|(at, form)| Some((fit(at)?, form)));
        fitting.max_by_key(|(fit, _)| *fit).map(|(_, form)| form)
    }

    /// The path from the contract or the assessment on, such as `contract/goals/*/target` or `assessment/results/*`.
    fn path_of_form(self, path: &JsonPath) -> Option<String> {
        let (from, steps) = match (self, path.steps()) {
            (Self::Contract, steps) => ("contract", steps),
            (Self::Case, [PathStep::Key(key), ..]) if key == "contract" => ("contract", within(path)),
            (Self::Assessment, steps) | (Self::Case, [PathStep::Key(_), PathStep::Index(_), steps @ ..]) => {
                (ASSESSED, steps)
            }
            _ => return None,
        };
        let mut said = from.to_owned();
        for step in steps {
            said.push('/');
            said.push_str(match step {
                // The keys of the results are the file's own.
                PathStep::Key(key) if !said.ends_with("/results/") => key,
                _ => "*",
            });
        }
        Some(said)
    }
}
