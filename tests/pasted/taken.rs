//! What holds of every pasted table, whatever its cells say: what is taken of it is a contract without errors.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use resultatkontrakt::domain::contract::{Contract, Goal, Target};
use resultatkontrakt::format::after_change;
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::table::pasted::{PastedTable, Proposals, propose, read_pasted};

use crate::contract;

const HEADINGS: [&str; 24] = [
    "Mål",
    "Mål",
    "Krav 2009",
    "Krav 2009",
    "Vægt",
    "Nr.",
    "Område",
    "Enhed",
    "Resultater 2007",
    "Resultater 2008",
    "Resultater september 2008",
    "Sigtelinje 2010",
    "Ressourcer",
    "Risiko",
    "V",
    "S",
    "P",
    "Handling",
    "Goal",
    "Target 2009",
    "Weight",
    "Results 2008",
    "",
    "Bemærkninger \u{200f}שלום\u{200e}",
];

const CELLS: [&str; 48] = [
    "",
    "",
    "–",
    "Færre klager",
    "Færre klager",
    "Mål 2: Antallet af langvarige forløb nedbringes. Det er 2. kvartal",
    "Mål 2: Antallet af langvarige forløb nedbringes. Det er 2. kvartal",
    "Produktkrav 4 Der udvikles et koncept\nRessourceforbrug: Ikke over 1 årsværk og 1,1 mio. kr. til konsulenter",
    "højst 25 klager i december 2009",
    "mindst 85 pct.",
    "Højst 25, mindst 85 pct. eller senest 30. juni",
    "senest 30.6.2009",
    "senest 30. juni",
    "gennemført",
    "vurderes",
    "mellem 5 og 10",
    "mellem 10 og 5",
    "uændret",
    "A: senest 1.6.2009; B: højst 5",
    "mindst 99.999.999.999.999.999.999.999.999.999",
    "under 0,0000000000000000001",
    "5 pct. lavere end 2008",
    "0-150",
    "150-0",
    "op til 150",
    "25 + 25",
    "100",
    "-5",
    "1e9",
    "10000000000",
    "4294967296",
    "4294967295",
    "9",
    "3",
    "12 (september)",
    "26.445 (september) (41.978 personer)",
    "32.533³",
    "Ej fastlagt",
    "i alt",
    "Total",
    "שלום עולם",
    "\u{202e}Højst 5\u{202c}",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "🧑\u{200d}🚀🧑\u{200d}🚀",
    "\u{0}\u{7}|\\\"'{}[]",
    "Drift og styring",
    "Ressourcer: 2 årsværk til 99999999999999999999999999999 ting",
    "1.1.2009–31.12.2009",
];

/// A contract whose areas have the names that goals get, and whose points have no decimals.
const OWN: &str = r#"{"format": "resultatkontrakt", "version": 1, "id": "egen", "title": "Egen",
    "points": {"total": 1000, "decimals": 0}, "groups": [{"id": "drift-og-styring", "title": "Andet"}],
    "goals": [{"id": "goal", "title": "A", "weight": 1000, "target": {"kind": "done"}}],
    "pay": {"from": "2009-01-01", "to": "2009-12-31", "points": {"institution": 700, "individual": 300}, "max_percent": 15,
        "areas": [{"id": "maal-2", "title": "B"}, {"id": "faerre-klager", "title": "C"}]}}"#;

fn cell() -> impl Strategy<Value = String> {
    let odd = "\\PC{0,12}";
    let long = (
        select(vec!["Andelen af forløb ", "Mål 2 ", "x", "æ ", "Mål 1: ", "højst 5 klager i "]),
        1_usize..3_000,
    )
        .prop_map(|(text, count)| text.repeat(count));
    prop_oneof![30 => select(CELLS.to_vec()).prop_map(str::to_owned), 2 => odd, 1 => long]
}

/// A table as HTML, with cells that reach over others, or as text with tabs.
fn table() -> impl Strategy<Value = (String, String)> {
    let reach = prop_oneof![12 => Just((1_u32, 1_u32)), 1 => (1_u32..4, 1_u32..4)];
    let row = vec((cell(), reach), 0..9);
    let heading = vec(select(HEADINGS.to_vec()), 1..9);
    (heading, vec(row, 0..12), any::<bool>(), select(vec!["", "Tabel 3: Drift og styring", "Bilag"]))
        .prop_map(|(heading, rows, is_html, before)| {
            if is_html {
                let escaped =
                    |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>");
                let cell = |(text, (down, across)): &(String, (u32, u32))| {
                    format!("<td rowspan={down} colspan={across}>{}</td>", escaped(text))
                };
                let heading: Vec<String> = heading.iter().map(|text| format!("<th>{text}</th>")).collect();
                let heading = heading.concat();
                let rows = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().concat());
                let rows = rows.map(|row| format!("<tr>{row}</tr>")).collect::<Vec<_>>().concat();
                return (format!("<p>{before}</p><table><tr>{heading}</tr>{rows}</table>"), String::new());
            }
            let quoted = |(text, _): &(String, (u32, u32))| format!("\"{}\"", text.replace('"', "\"\""));
            let rows = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join("\t"));
            let lines: Vec<String> =
                [before.to_owned(), heading.join("\t")].into_iter().chain(rows).collect();
            (String::new(), lines.join("\n"))
        })
}

/// What a person says about the tables: what a column is about, whether there are headings, an answer, a goal left out.
#[derive(Clone, Debug)]
enum Said {
    Column(Index, Index, Index),
    Headings(Index, bool),
    Answer(Index, Option<usize>),
    LeaveOut(Index),
}

fn said() -> impl Strategy<Value = Said> {
    let index = any::<Index>;
    prop_oneof![
        2 => (index(), index(), index()).prop_map(|(table, at, column)| Said::Column(table, at, column)),
        1 => (index(), any::<bool>()).prop_map(|(table, has)| Said::Headings(table, has)),
        4 => (index(), prop::option::of(0_usize..4)).prop_map(|(goal, answer)| Said::Answer(goal, answer)),
        1 => index().prop_map(Said::LeaveOut),
    ]
}

fn said_about(tables: &mut [PastedTable], all: &[Said]) {
    if tables.is_empty() {
        return;
    }
    for one in all {
        match one {
            Said::Column(table, at, column) => {
                let table = table.get_mut(tables);
                let at = at.index(table.columns.len());
                let column = *column.get(&table.choices(at));
                *table = table.clone().with_column(at, column);
            }
            Said::Headings(table, has) => {
                let table = table.get_mut(tables);
                *table = table.clone().with_headings(*has);
            }
            Said::Answer(..) | Said::LeaveOut(_) => {}
        }
    }
}

/// The proposals once questions are answered, and the goals that are left out.
fn answered(mut proposals: Proposals, all: &[Said]) -> (Proposals, BTreeSet<usize>) {
    let mut left_out = BTreeSet::new();
    for one in all.iter().take(if proposals.goals.is_empty() { 0 } else { all.len() }) {
        match one {
            Said::Answer(goal, chosen) => {
                let goal = goal.get_mut(&mut proposals.goals);
                *goal = goal.clone().answered(*chosen);
            }
            Said::LeaveOut(goal) => {
                left_out.insert(goal.index(proposals.goals.len()));
            }
            Said::Column(..) | Said::Headings(..) => {}
        }
    }
    (proposals, left_out)
}

/// What of a goal has to be the same in the contract: everything but its identifier, its group's and its notes.
fn bare(goal: &Goal) -> Goal {
    Goal { id: "".into(), group: None, ..goal.clone() }
}

fn is_taken_as_it_was_read(taken: &[&Goal], contract: &Contract) {
    assert_eq!(taken.len(), contract.goals.len());
    for (one, other) in taken.iter().zip(&contract.goals) {
        let (one, mut other) = (bare(one), bare(other));
        if let (Target::AllOf(parts) | Target::AnyOf(parts), Some(own)) =
            (&mut other.target, one.target.parts())
        {
            assert_eq!(parts.len(), own.len());
        }
        other.scoring.clone_from(&one.scoring);
        assert_eq!(one, other);
    }
}

/// Every row that says something belongs to a goal or to a risk, is a heading, or is named as not used; none is both.
fn every_row_counts_once(tables: &[PastedTable], proposals: &Proposals) {
    let unused: Vec<(usize, usize)> = proposals.unused.iter().map(|row| (row.table, row.row)).collect();
    let goals: Vec<(usize, usize)> =
        proposals.goals.iter().map(|goal| (goal.place.table, goal.place.row)).collect();
    let all: BTreeSet<(usize, usize)> = unused.iter().chain(&goals).copied().collect();
    assert_eq!(all.len(), unused.len() + goals.len(), "a row is used or it is not");
    assert!(
        all.iter().all(|(table, row)| tables.get(*table).is_some_and(|table| *row < table.grid.rows.len()))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_of_a_table_is_a_contract_without_errors(
        tables in vec(table(), 1..3),
        more in table(),
        all in vec(said(), 0..12),
        lang in select(vec![Lang::Da, Lang::En]),
    ) {
        let mut tables: Vec<PastedTable> = tables.iter().flat_map(|(html, text)| read_pasted(html, text)).collect();
        let more = read_pasted(&more.0, &more.1);
        said_about(&mut tables, &all);
        let (proposals, left_out) = answered(propose(&tables, lang, Some(2009)), &all);
        every_row_counts_once(&tables, &proposals);
        let ids: BTreeSet<&str> = proposals.goals.iter().map(|goal| goal.goal.id.as_str()).collect();
        prop_assert_eq!(ids.len(), proposals.goals.len(), "each has an identifier of its own");
        for words in [Words::DANISH, Words::ENGLISH] {
            let text = proposals.contract(|at| left_out.contains(&at), words, 2009);
            let first = contract(&text);
            let settled: Vec<Goal> = proposals.goals.iter().enumerate()
                .filter(|(at, _)| !left_out.contains(at))
                .map(|(_, goal)| Proposals::settled(goal, words)).collect();
            is_taken_as_it_was_read(&settled.iter().collect::<Vec<_>>(), &first);
            // Taken once more, and other tables behind it: nothing that was there is another afterwards.
            for (mut whole, mut before) in [(text, first), (OWN.to_owned(), contract(OWN))] {
                for more in [propose(&tables, lang, Some(2009)), propose(&more, lang, None)] {
                    let changes = more.added_to(&before, |_| false, words);
                    whole = changes.iter().try_fold(whole, |text, change| after_change(&text, change)).unwrap();
                    let after = contract(&whole);
                    prop_assert_eq!(after.goals.len(), before.goals.len() + more.goals.len());
                    prop_assert_eq!(after.goals.get(..before.goals.len()), Some(before.goals.as_slice()));
                    before = after;
                }
            }
        }
    }
}
