//! What holds of every table of measured results.

use std::rc::Rc;

use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::app::{Action, IncomingTable, State, reduce};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::date::Date;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::table::{ResultRow, ResultTable, protected, read_table};

use super::findings;

thread_local! {
    /// The page with the first example, blank and filled in.
    static OPEN: [Rc<State>; 2] = {
        let first = |open: fn(&_, Date, &str) -> _| {
            let file = EXAMPLES.first().map(|example| open(example, Date::MIN, "1"));
            reduce(&Rc::default(), Action::Open(Rc::new(file.expect("there is an example"))))
        };
        [first(resultatkontrakt::app::example::Example::open_blank), first(resultatkontrakt::app::example::Example::open)]
    };
}

/// A table is read or refused; written anew it reads the same; what it changes is one change, which is undone
/// as a whole.
pub fn table(bytes: &[u8]) {
    let reading = read_table(bytes);
    findings(bytes, &reading.diagnostics);
    if let Some(table) = &reading.table {
        assert_eq!(cells(&rewritten(table)), cells(table), "written anew");
        let table = Rc::new(IncomingTable::read("t.csv", bytes));
        OPEN.with(|pages| pages.iter().for_each(|page| imported(page, &table)));
    }
}

/// What a table of a workbook changes, and what is said of it, on the page with the first example.
pub(super) fn brought_in(table: &Rc<IncomingTable>, told: impl Fn(&[Diagnostic])) {
    OPEN.with(|pages| {
        for page in pages {
            imported(page, table);
            let looked_at = reduce(page, Action::Import(Rc::clone(table)));
            told(looked_at.import.as_ref().map_or(&[], |import| &import.diagnostics));
        }
    });
}

fn texts(table: &ResultTable, row: &ResultRow) -> [String; 5] {
    [&row.goal, &row.part, &row.period, &row.value, &row.date].map(|cell| table.text(cell).into_owned())
}

/// What the rows say, without those that say nothing.
fn cells(table: &ResultTable) -> Vec<[String; 5]> {
    let rows = table.rows().iter().map(|row| texts(table, row));
    rows.filter(|row| row.iter().any(|text| !text.is_empty())).collect()
}

/// The table with a header of its own, and every cell as the page writes it: protected, in quotation marks.
fn rewritten(table: &ResultTable) -> ResultTable {
    let mut text = "\"id\";\"del\";\"periode\";\"resultat\";\"dato\"\r\n".to_owned();
    for row in cells(table) {
        let cells = row.map(|cell| format!("\"{}\"", protected(&cell).replace('"', "\"\"")));
        text += &(cells.join(";") + "\r\n");
    }
    read_table(text.as_bytes()).table.expect("a table that was written is one")
}

fn imported(page: &Rc<State>, table: &Rc<IncomingTable>) {
    let looked_at = reduce(page, Action::Import(Rc::clone(table)));
    assert_eq!(assessment(&looked_at), assessment(page), "nothing is applied before it is confirmed");
    let changes = looked_at.import.as_ref().map_or(0, |import| import.chosen().count());
    let applied = reduce(&looked_at, Action::ApplyImport);
    if changes == 0 {
        return;
    }
    let (Some(sheet), Some(contract)) = (applied.sheet(), applied.contract()) else {
        panic!("the case is still open");
    };
    assert_eq!(*sheet.evaluation, evaluate(contract, sheet.assessment()), "what it comes to is worked out");
    let undone = reduce(&applied, Action::Undo);
    assert_eq!(assessment(&undone), assessment(page), "one change");
}

fn assessment(state: &State) -> Option<&Assessment> {
    state.sheet().map(|sheet| sheet.assessment())
}
