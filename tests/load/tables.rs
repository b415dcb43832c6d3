//! A contract of every kind of goal, for tables of measured results to be held against.

use std::rc::Rc;

use resultatkontrakt::app::{Action, Import, Incoming, IncomingTable, State, reduce};
use resultatkontrakt::domain::date::parse_date;

const CONTRACT: &str = r#"{
  "format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve",
  "period": { "from": "2009-01-01", "to": "2012-12-31", "binding_year": 2009 },
  "goals": [
    { "id": "goal-2", "label": "Mål 2", "title": "Færre forløb", "target": { "kind": "at_most", "value": 26675, "measured": "2009-12" } },
    { "id": "goal-3", "label": "Mål 3", "title": "Flere tilfredse", "target": { "kind": "at_least", "value": 3.7 } },
    { "id": "goal-4", "label": "Mål 4", "title": "Ikke fastlagt", "target": { "kind": "undetermined" } },
    { "id": "goal-5", "label": "Mål 5", "title": "Bortfaldet", "target": { "kind": "at_least", "value": 95 } },
    { "id": "product-1", "label": "Krav 1", "title": "Sat i gang", "target": { "kind": "by", "date": "2009-11-30" } },
    { "id": "product-2", "label": "Krav 2", "title": "Bedømt", "target": { "kind": "assessed" } },
    { "id": "product-3", "label": "Krav 3", "title": "Udgivet", "target": { "kind": "done" } },
    { "id": "product-4", "label": "Krav 4", "title": "To skridt", "target": { "kind": "all_of", "parts": [
      { "id": "concept", "title": "Koncept", "kind": "by", "date": "2009-06-30" },
      { "id": "live", "title": "I drift", "kind": "by", "date": "2009-12-31" } ] } },
    { "id": "product-5", "label": "Rapport", "title": "Rapport i marts", "target": { "kind": "done" } },
    { "id": "product-6", "label": "Rapport", "title": "Rapport i juni", "target": { "kind": "done" } }
  ]
}"#;

const ASSESSMENT: &str = r#"{
  "format": "resultatvurdering", "version": 1, "contract": { "id": "test" },
  "by": "director", "status": "draft", "as_of": "2009-12-31",
  "results": { "goal-5": { "lapsed": "Aftalt" } }
}"#;

/// What a table would change in an assessment of the contract above.
pub(crate) fn import(name: &str, bytes: &[u8]) -> Rc<Import> {
    let mut state = Rc::new(State::default());
    for (file, text) in [("kontrakt.json", CONTRACT), ("vurdering.json", ASSESSMENT)] {
        let file = Incoming::read(file, text.as_bytes(), parse_date("2009-12-31").unwrap(), "1");
        state = reduce(&state, Action::Open(Rc::new(file)));
    }
    let state = reduce(&state, Action::Import(Rc::new(IncomingTable::read(name, bytes))));
    Rc::clone(state.import.as_ref().unwrap())
}
