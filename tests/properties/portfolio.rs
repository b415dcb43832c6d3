//! Laws of a folder: every file counts once, and goals that serve goals are followed to their end, however they lead.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::portfolio::{
    Order, Portfolio, PortfolioOutcome, Sorting, WhyLeftOut, combine, csv, level_tables, look, taken_from,
};
use resultatkontrakt::report::{PortfolioMatter, portfolio_paper};

/// A file of a folder by its name.
type NamedFile = (String, String);

fn portfolio(mut files: Vec<NamedFile>) -> Portfolio {
    files.sort();
    let looked = files.iter().map(|(name, text)| look(name, text.as_bytes())).collect();
    let sorting = Sorting::new(looked);
    let done = sorting.jobs().into_iter().map(|job| {
        let beside = job.assessments.iter().map(|at| (&*files[*at].0, files[*at].1.as_bytes().to_vec()));
        let beside: Vec<_> = beside.collect();
        let (name, text) = &files[job.contract];
        let combined = combine((name, text.as_bytes()), &beside, &job.named);
        (job, combined)
    });
    let done = done.collect();
    sorting.finish(done)
}

/// A goal: its identifier, what it says further, and its result.
fn goal() -> impl Strategy<Value = (String, String, String)> {
    let names = || select(vec!["a", "b", "c"]);
    let reference = (0_usize..6, names()).prop_map(|(contract, goal)| format!("\"k{contract}#{goal}\""));
    let contribution =
        (reference.clone(), prop::option::of(0_u32..3)).prop_map(|(goal, weight)| match weight {
            Some(weight) => format!(r#"{{"goal": {goal}, "weight": {weight}}}"#),
            None => goal,
        });
    let lists = (vec(contribution, 0..3), vec(reference, 0..3));
    let rollup = prop::option::of(select(vec!["sum", "mean", "weighted_mean", "met_share", "all_met"]));
    let target = select(vec![
        r#"{"kind": "at_most", "value": 10}"#,
        r#"{"kind": "at_most", "value": 9, "measured": "2009-12"}"#,
        r#"{"kind": "done"}"#,
        r#"{"kind": "undetermined"}"#,
        r#"{"kind": "by", "date": "2009-06-30"}"#,
    ]);
    let result = select(vec![
        "",
        r#"{"value": 4}"#,
        r#"{"value": 999999999999999}"#,
        r#"{"done": true}"#,
        r#"{"lapsed": "Aftalt"}"#,
    ]);
    (names(), lists, rollup, target, result).prop_map(|(id, (serves, served), rollup, target, result)| {
        let mut more = format!(r#", "target": {target}, "contributes_to": [{}]"#, serves.join(", "));
        write!(more, r#", "served_by": [{}]"#, served.join(", ")).unwrap();
        if let Some(rollup) = rollup {
            write!(more, r#", "rollup": "{rollup}""#).unwrap();
        }
        (id.to_owned(), more, result.to_owned())
    })
}

fn assessment(id: &str, results: &str) -> String {
    format!(
        r#"{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "{id}"}}, "by": "agreed", "status": "final",
            "as_of": "2010-01-15", "results": {{{results}}}}}"#
    )
}

/// A file: a contract, a case, an assessment alone, or something else.
fn file() -> impl Strategy<Value = NamedFile> {
    let name = (0_usize..30, select(vec!["", "nord/", "nord/syd/"]));
    let name = name.prop_map(|(number, folder)| format!("{folder}{number}.json"));
    (name, 0_usize..6, vec(goal(), 0..3), 2008..2010, 0_u8..10).prop_map(|(name, id, goals, year, kind)| {
        let mut seen = BTreeSet::new();
        let goals: Vec<_> = goals.into_iter().filter(|(id, ..)| seen.insert(id.clone())).collect();
        let listed = goals.iter().map(|(id, more, _)| format!(r#"{{"id": "{id}", "title": "Mål {id}", "unit": "sager"{more}}}"#));
        let listed: Vec<_> = listed.collect();
        let contract = format!(
            r#"{{"format": "resultatkontrakt", "version": 1, "id": "k{id}", "title": "Kontrakt", "institution": "Enhed {}",
                "period": {{"from": "{year}-01-01", "to": "{year}-12-31"}}, "goals": [{}]}}"#,
            id % 3,
            listed.join(", ")
        );
        let results = goals.iter().filter(|(_, _, result)| !result.is_empty());
        let results: Vec<_> = results.map(|(id, _, result)| format!(r#""{id}": {result}"#)).collect();
        let assessment = assessment(&format!("k{id}"), &results.join(", "));
        let text = match kind {
            0 => "{\"other\": 1}".to_owned(),
            1 => contract.chars().take(contract.chars().count() / 2).collect(),
            2 => assessment,
            3..6 => contract,
            _ => format!(
                r#"{{"format": "resultatsag", "version": 1, "contract": {contract}, "assessments": [{assessment}]}}"#
            ),
        };
        (name, text)
    })
}

/// Everything that is made of a portfolio can be made.
fn is_written(portfolio: &Portfolio) {
    for words in [Words::DANISH, Words::ENGLISH] {
        let tables = level_tables(portfolio, words);
        assert!(tables.iter().all(|table| table.rows.len() <= 200 && table.notes.len() <= 201));
        for level in &portfolio.levels {
            assert!(!taken_from(portfolio, level, words).is_empty());
        }
        serde_json::to_string(&PortfolioOutcome::new(portfolio, true, words)).unwrap();
        let matter = PortfolioMatter {
            portfolio,
            order: Order::default(),
            with_pay: true,
            printed: None,
            version: "0",
            words,
        };
        portfolio_paper(&matter);
        assert_eq!(
            csv(portfolio, true, words.lang == Words::DANISH.lang).trim_end().lines().count(),
            portfolio.rows.len() + 1
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn every_file_of_a_folder_counts_once(files in vec(file(), 0..14)) {
        let mut names = BTreeSet::new();
        let files: Vec<NamedFile> = files.into_iter().filter(|(name, _)| names.insert(name.clone())).collect();
        let count = files.len();
        let found = portfolio(files);
        prop_assert_eq!(found.files, count);
        let beside: BTreeSet<&str> = found.rows.iter().flat_map(|row| &row.beside).map(String::as_str).collect();
        let rows: BTreeSet<&str> = found.rows.iter().map(|row| row.file.as_str()).collect();
        let left: BTreeSet<&str> = found.left_out.iter().map(|file| file.file.as_str()).collect();
        prop_assert_eq!(rows.len() + left.len() + beside.len(), count, "{:#?}", found);
        prop_assert_eq!(rows.len(), found.rows.len());
        prop_assert!(rows.is_disjoint(&left) && rows.is_disjoint(&beside) && left.is_disjoint(&beside));
        for file in &found.left_out {
            if let WhyLeftOut::Copy { of, .. } | WhyLeftOut::OtherEdition { of } = &file.why {
                prop_assert!(rows.contains(of.as_str()));
            }
        }
        is_written(&found);
    }
}

/// A contract of one goal that serves these.
fn link(id: usize, serves: &[usize], result: &str) -> NamedFile {
    let serves: Vec<String> = serves.iter().map(|to| format!("\"k{to}#a\"")).collect();
    let contract = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "k{id}", "title": "Kontrakt {id}",
            "period": {{"from": "2009-01-01", "to": "2009-12-31"}}, "goals": [{{"id": "a", "title": "A", "unit": "sager",
            "target": {{"kind": "at_most", "value": 10}}, "rollup": "sum", "contributes_to": [{}]}}]}}"#,
        serves.join(", ")
    );
    let assessment = assessment(&format!("k{id}"), result);
    let text = format!(
        r#"{{"format": "resultatsag", "version": 1, "contract": {contract}, "assessments": [{assessment}]}}"#
    );
    (format!("{id}.json"), text)
}

#[test]
fn a_chain_of_a_thousand_levels_is_followed_to_its_end() {
    let chain: Vec<_> = (0..1_000)
        .map(|at| {
            if at == 999 {
                link(at, &[998], r#""a": {"value": 7}"#)
            } else {
                link(at, &[at.wrapping_sub(1)][usize::from(at == 0)..], "")
            }
        })
        .collect();
    let found = portfolio(chain);
    assert_eq!((found.rows.len(), found.levels.len()), (1_000, 999));
    let highest = found.levels.iter().find(|level| level.is_highest).unwrap();
    let combined = highest.combined.clone().unwrap().unwrap();
    assert!(combined.is_provisional && combined.step.figure().unwrap().min == 7.into());
    is_written(&found);
    let tables = level_tables(&found, Words::DANISH);
    assert_eq!((tables.len(), tables[0].rows.len(), tables[0].left), (1, 200, 799));
}

#[test]
fn levels_that_share_all_that_is_below_them_are_walked_once() {
    // Each goal of a level serves every goal of the level above: 2 to the power of 60 ways lead from top to bottom.
    let wide =
        |at: usize| (at / 2).checked_sub(1).map_or_else(Vec::new, |above| vec![above * 2, above * 2 + 1]);
    let found = portfolio((0..120).map(|at| link(at, &wide(at), r#""a": {"value": 1}"#)).collect());
    assert_eq!((found.levels.len(), found.across.len()), (118, 0));
    is_written(&found);
    // And a circle of them all: none is above another.
    let circle = portfolio((0..200).map(|at| link(at, &[(at + 1) % 200], "")).collect());
    assert_eq!(circle.across.len(), 1);
    is_written(&circle);
}
