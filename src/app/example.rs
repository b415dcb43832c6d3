//! The examples that the page carries, to be opened from the start screen.

use std::rc::Rc;

use super::state::Incoming;
use crate::domain::contract::Goal;
use crate::domain::date::Date;
use crate::format::{Document, read};
use crate::i18n::text::StartText;

/// A contract from the sources, with an example of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The contract's identifier.
    pub id: &'static str,
    /// What the start screen calls it: the contract's own title.
    pub title: &'static str,
    /// What there is to see in it.
    pub about: StartText,
    contract: &'static str,
    assessment: &'static str,
}

/// The example with this identifier; its files are named after it.
macro_rules! example {
    ($id:literal, $title:literal, $about:expr) => {
        Example {
            id: $id,
            title: $title,
            about: $about,
            contract: include_str!(concat!("../../contracts/", $id, ".json")),
            assessment: include_str!(concat!("../../contracts/", $id, ".assessment.json")),
        }
    };
}

/// Every example: first the contract with weights and pay, then those around it.
pub const EXAMPLES: &[Example] = &[
    example!("ams-2009", "Resultatkontrakt for AMS 2009–2012", StartText::AboutAms2009),
    example!("ministry-2009", "Ministerens beskæftigelsesmål 2009", StartText::AboutMinistry2009),
    example!(
        "copenhagen-2009",
        "Resultatkontrakter i Københavns beskæftigelsesforvaltning 2009",
        StartText::AboutCopenhagen2009
    ),
    example!(
        "debureaucratisation-2009",
        "Afbureaukratisering af jobcentrene, fase 1",
        StartText::AboutDebureaucratisation2009
    ),
    example!("ams-2003", "Resultatkontrakt for AMS 2003–2006", StartText::AboutAms2003),
    example!(
        "vejlefjord-2015",
        "Rektors resultatløn på Vejlefjordskolen 2015/16",
        StartText::AboutVejlefjord2015
    ),
    example!(
        "trafikstyrelsen-2023",
        "Trafikstyrelsens driftsdokument 2023",
        StartText::AboutTrafikstyrelsen2023
    ),
    example!("ses-ratings", "Lederbedømmelse som i den amerikanske stat", StartText::AboutSesRatings),
    example!("scorecard-2023", "En koncerndirektørs målkort 2023", StartText::AboutScorecard2023),
];

/// The goal that a reference such as `ministry-2009#goal-1` leads to, with its contract's title. `None` where the
/// page does not carry that contract.
pub fn goal_elsewhere(reference: &str) -> Option<(Rc<Goal>, &'static str)> {
    let (contract, goal) = reference.split_once('#')?;
    let example = EXAMPLES.iter().find(|example| example.id == contract)?;
    let Some(Document::Contract(file)) = read(example.contract.as_bytes()).document else { return None };
    Some((Rc::clone(file.contract.goal(goal)?), example.title))
}

impl Example {
    /// The example as if it had been chosen as a file, with its assessment.
    pub fn open(&self, today: Date, opening: &str) -> Incoming {
        self.open_blank(today, opening).with_assessment(self.assessment.as_bytes())
    }

    /// The example's contract alone, to be assessed by whoever opens it.
    pub fn open_blank(&self, today: Date, opening: &str) -> Incoming {
        let name = format!("{}.json", self.id);
        Incoming::read(&name, self.contract.as_bytes(), today, opening)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_of_another_contract_is_known_where_the_page_carries_that() {
        let named = |reference: &str| {
            goal_elsewhere(reference).map(|(goal, contract)| (goal.name().to_owned(), contract))
        };
        let goal = "Mindre arbejdskraftreserve".to_owned();
        assert_eq!(named("ministry-2009#goal-1"), Some((goal, "Ministerens beskæftigelsesmål 2009")));
        for unknown in ["ministry-2009#goal-99", "ministry-2010#goal-1", "goal-1"] {
            assert_eq!(named(unknown), None, "{unknown}");
        }
    }
}
