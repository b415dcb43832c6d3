//! A contract of every kind of goal, for tables of measured results to be held against.

use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use resultatkontrakt::app::{
    Action, Edit, EntryId, Import, Incoming, IncomingTable, ReportedField, State, reduce,
};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::office::{is_workbook, read_sheet};
use resultatkontrakt::pace::Progress;
use resultatkontrakt::table::SheetChoice;

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
    { "id": "product-6", "label": "Rapport", "title": "Rapport i juni", "target": { "kind": "done" } },
    { "id": "product-7", "label": "Krav 7", "title": "Tilsyn", "target": { "kind": "rated", "levels": [
      { "id": "not", "title": "Ikke opfyldt", "share": 0 }, { "id": "partly", "title": "Delvist opfyldt", "share": 0.5 },
      { "id": "full", "title": "Opfyldt", "share": 1 }] } }
  ]
}"#;

const ASSESSMENT: &str = r#"{
  "format": "resultatvurdering", "version": 1, "contract": { "id": "test" },
  "by": "director", "status": "draft", "as_of": "2009-12-31",
  "results": { "goal-5": { "lapsed": "Aftalt" } }
}"#;

/// The contract above with its assessment.
fn opened() -> Rc<State> {
    let mut state = Rc::new(State::default());
    for (file, text) in [("kontrakt.json", CONTRACT), ("vurdering.json", ASSESSMENT)] {
        let file = Incoming::read(file, text.as_bytes(), parse_date("2009-12-31").unwrap(), "1");
        state = reduce(&state, Action::Open(Rc::new(file)));
    }
    state
}

fn taken_in(state: &Rc<State>, table: IncomingTable) -> Rc<Import> {
    let state = reduce(state, Action::Import(Rc::new(table)));
    Rc::clone(state.import.as_ref().unwrap())
}

/// What a table would change in an assessment of the contract above.
pub(crate) fn import(name: &str, bytes: &[u8]) -> Rc<Import> {
    let table = if is_workbook(name, bytes) {
        // The only finding that needs a choice of a sheet.
        let sheet = name.starts_with("workbook-without-sheet").then(|| "Resultater".to_owned());
        IncomingTable::of_sheet(name, bytes.into(), read_sheet(bytes, &SheetChoice { sheet, header: None }))
    } else {
        IncomingTable::read(name, bytes)
    };
    taken_in(&opened(), table)
}

/// Lets others have a turn, once.
async fn turn() {
    let mut waited = false;
    poll_fn(|_| if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

#[test]
fn a_long_table_is_read_and_held_against_the_assessment_in_slices() {
    let rows: Vec<String> =
        (0..10_000).map(|row| format!("goal-{};2009-{:02};{row}", row % 5 + 1, row % 12 + 1)).collect();
    let text = format!("mål;periode;resultat\n{}\n", rows.join("\n"));
    let state = opened();
    let percents = RefCell::new(Vec::new());
    let mut pause = async |progress: Progress| {
        percents.borrow_mut().push(progress.percent());
        turn().await;
    };
    let work = async {
        let table = IncomingTable::read_paced("tal.csv", text.as_bytes(), &mut pause).await;
        table.held_against(state.case.as_ref().unwrap(), &mut pause).await
    };
    let (mut work, mut context) = (pin!(work), Context::from_waker(Waker::noop()));
    let mut polls = 0;
    let table = loop {
        polls += 1;
        if let Poll::Ready(table) = work.as_mut().poll(&mut context) {
            break table;
        }
    };
    // Once for every few rows while they are read, and once more while they are held against the goals.
    assert!(polls > 2 * rows.len() / 100, "{polls} slices");
    assert!(percents.borrow().is_sorted(), "{percents:?}");
    let (slowly, at_once) = (taken_in(&state, table), import("tal.csv", text.as_bytes()));
    assert_eq!(slowly.preview, at_once.preview);
    assert_eq!(slowly.diagnostics, at_once.diagnostics);
    assert!(slowly.preview.as_ref().unwrap().rows == rows.len() && !slowly.diagnostics.is_empty());
}

#[test]
fn a_table_is_held_against_the_assessment_as_it_is_when_it_comes_in() {
    let state = opened();
    let table = IncomingTable::read("tal.csv", "mål;periode;resultat\ngoal-2;2009-12;26210\n".as_bytes());
    let mut pause = async |_| ();
    let held = table.held_against(state.case.as_ref().unwrap(), &mut pause);
    let (mut held, mut context) = (pin!(held), Context::from_waker(Waker::noop()));
    let Poll::Ready(table) = held.as_mut().poll(&mut context) else { panic!("nothing to wait for") };
    let field = EntryId::goal(&"goal-2".into()).reported(&[], ReportedField::Value);
    let typed = reduce(&state, Edit::Type { field, text: "26.210".into() });
    assert_eq!(taken_in(&state, table.clone()).preview.as_ref().unwrap().changes.len(), 1);
    let preview = taken_in(&typed, table).preview.clone().unwrap();
    assert_eq!((preview.changes.len(), preview.same.total), (0, 1));
}
