//! Tables that nobody hopes for: of one cell, without weights, with figures in words, in English, of 5,000 rows.

use std::fmt::Write;
use std::time::{Duration, Instant};

use resultatkontrakt::format::after_change;
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::table::pasted::{PastedColumn, Proposals, Unused, propose, read_pasted};

use crate::contract;

/// Each goal: `label|title|target unit time|weight`, and how many questions it has.
fn goals(proposals: &Proposals) -> Vec<String> {
    let words = proposals.lang.words();
    let goal = |one: &resultatkontrakt::table::pasted::ProposedGoal| {
        let goal = &one.goal;
        let weight = goal.weight.map(|weight| words.number(weight.max().0)).unwrap_or_default();
        let label = goal.label.as_deref().unwrap_or_default();
        let open =
            if one.questions.is_empty() { String::new() } else { format!(" ?{}", one.questions.len()) };
        format!("{label}|{}|{}|{weight}{open}", goal.title, words.goal_target(goal))
    };
    proposals.goals.iter().map(goal).collect()
}

fn read(text: &str) -> Proposals {
    propose(&read_pasted("", text), Lang::Da, Some(2009))
}

#[test]
fn a_table_of_one_cell_is_shown_and_nothing_is_made_of_it() {
    for (html, text) in [("<table><tr><td>højst 5 klager</td></tr></table>", ""), ("", "højst 5 klager")] {
        let tables = read_pasted(html, text);
        let proposals = propose(&tables, Lang::Da, None);
        assert!(proposals.goals.is_empty());
        assert_eq!(proposals.unused.len(), 1);
        assert_eq!(proposals.unused[0].why, Unused::NoColumns);
        // A person says what the column is, and it is read.
        let table = tables[0].clone().with_column(0, PastedColumn::Goal);
        let proposals = propose(&[table], Lang::Da, None);
        assert_eq!(goals(&proposals), ["|højst 5 klager|Højst 5 klager|"]);
    }
    for text in ["", "\n\t\n", "–"] {
        assert!(read_pasted("", text).is_empty(), "{text:?}");
    }
}

#[test]
fn a_table_without_weights_gives_a_contract_without_points() {
    let proposals =
        read("Mål\tKrav\nFærre klager\thøjst 25 klager i 2009\nTilfredse borgere\tmindst 85 pct.");
    assert_eq!(
        goals(&proposals),
        ["|Færre klager|Højst 25 klager i 2009|", "|Tilfredse borgere|Mindst 85 pct.|"]
    );
    let contract = contract(&proposals.contract(|_| false, Words::DANISH, 2009));
    assert!(contract.points.is_none());
}

#[test]
fn figures_in_words_are_read_where_they_can_be_and_asked_about_where_not() {
    let proposals =
        read("Mål\tKrav\tVægt\nMøder\tmindst fem møder i 2009\t50\nPris\tunder halvtreds kr.\thalvtreds");
    assert_eq!(
        goals(&proposals),
        ["|Møder|Mindst 5 møder i 2009|50", "|Pris|Måltallet er ikke fastlagt endnu| ?2"]
    );
    let contract = contract(&proposals.contract(|_| false, Words::DANISH, 2009));
    let note = contract.goals[1].note.as_deref().unwrap();
    assert!(note.contains("»under halvtreds kr.«") && note.contains("»halvtreds«"), "{note}");
}

#[test]
fn weights_are_read_as_they_are_typed() {
    let proposals = read(
        "Mål\tKrav\tVægt\nA\tgennemført\t0-150\nB\tvurderes\t0–150\nC\tvurderes\top til 150\nD\tvurderes\t25 + 25",
    );
    assert_eq!(
        goals(&proposals),
        [
            "|A|Måltallet er ikke fastlagt endnu|150 ?1",
            "|B|Vurderes, 0–150 point|150",
            "|C|Vurderes, 0–150 point|150",
            "|D|Vurderes samlet| ?1",
        ]
    );
}

#[test]
fn weights_in_percent_are_points_of_a_hundred_alone() {
    let table = |heading: &str, weights: [&str; 2]| {
        let [first, second] = weights;
        read(&format!("Mål\tKrav\t{heading}\nA\tgennemført\t{first}\nB\tgennemført\t{second}"))
    };
    let weights = |proposals: &Proposals| -> Vec<_> {
        proposals.goals.iter().map(|one| one.goal.weight.map(|weight| weight.max().0.to_string())).collect()
    };
    let whole = table("Vægt", ["60 %", "40 pct."]);
    assert_eq!(weights(&whole), [Some("60".to_owned()), Some("40".to_owned())]);
    for (heading, said) in
        [("Vægt", ["60 %", "30 %"]), ("Vægt", ["600", "40 %"]), ("Vægt i pct.", ["60", "30"])]
    {
        let proposals = table(heading, said);
        let last = &proposals.goals[1];
        assert_eq!((last.goal.weight, last.questions.len()), (None, 1), "{heading} {said:?}");
    }
    assert_eq!(weights(&table("Vægt (%)", ["60", "40"])), weights(&whole));

    // Beside goals of 1,000 points nobody can say what they are.
    let of = |total: u32| {
        let text = format!(
            r#"{{"format": "resultatkontrakt", "version": 1, "id": "a", "title": "A", "points": {{"total": {total}}}, "goals": []}}"#
        );
        format!("{:?}", whole.added_to(&contract(&text), |_| false, Words::DANISH))
    };
    assert!(of(100).contains("weight"));
    assert!(!of(1000).contains("weight") && of(1000).contains("»60 %«"), "{}", of(1000));
}

#[test]
fn an_english_table_is_read_with_english_numbers_on_a_danish_page() {
    let text = "Goal\tUnit\tResults 2008\tTarget 2009\tGuideline 2010\tWeight\n\
                Goal 1: Fewer cases\tcases\t1,234\tat most 1,100 in December 2009\t1,050\t60\n\
                Goal 2: Satisfied citizens\t\t3.9\tabove 3.95\t\t40\nTotal\t\t\t\t\t100";
    let proposals = read(text);
    assert_eq!(proposals.lang, Lang::En);
    assert_eq!(
        goals(&proposals),
        [
            "Goal 1|Fewer cases|At most 1,100 cases in December 2009|60",
            "Goal 2|Satisfied citizens|Above 3.95|40"
        ]
    );
    let contract = contract(&proposals.contract(|_| false, Words::DANISH, 2026));
    assert_eq!((contract.language.as_str(), contract.title.as_str()), ("en", "Performance contract 2009"));
    let figures = |goal: usize| contract.goals[goal].history[0].value.unwrap().to_string();
    assert_eq!([figures(0), figures(1)], ["1234", "3.9"]);
}

#[test]
fn two_rows_of_headings_are_one_and_a_row_below_them_is_none() {
    let text = "Mål\tResultater\tResultater\tKrav\tVægt\n\t2007\t2008\t2009\t\nFærre klager\t40\t30\thøjst 25 klager\t60\n\
                Svar\t12\t11\thøjst 10 dage\t40";
    let html = "<table><tr><th rowspan=2>Mål<th colspan=2>Resultater<th>Krav<th rowspan=2>Vægt<tr><th>2007<th>2008<th>2009\
                <tr><td>Færre klager<td>40<td>30<td>højst 25 klager<td>60<tr><td>Svar<td>12<td>11<td>højst 10 dage<td>40</table>";
    for proposals in [read(text), propose(&read_pasted(html, ""), Lang::Da, None)] {
        assert_eq!(goals(&proposals), ["|Færre klager|Højst 25 klager|60", "|Svar|Højst 10 dage|40"]);
        assert_eq!((proposals.year, proposals.unused.len()), (Some(2009), 0));
        let history = &proposals.goals[1].goal.history;
        let figures: Vec<_> =
            history.iter().map(|one| (one.period.year(), one.value.unwrap().to_string())).collect();
        assert_eq!(figures, [(2007, "12".to_owned()), (2008, "11".to_owned())]);
    }
}

#[test]
fn groups_are_headings_or_a_column_whose_cells_reach_down() {
    let text = "Mål\tKrav\tVægt\nDrift\t\t\nA\thøjst 5\t50\nKvalitet\t\t\nB\thøjst 6\t50";
    let groups = |proposals: &Proposals| {
        let title = |goal: &resultatkontrakt::table::pasted::ProposedGoal| {
            let group = goal.goal.group.clone()?;
            proposals.groups.iter().find(|(id, _)| *id == group).map(|(_, title)| title.clone())
        };
        proposals.goals.iter().map(|goal| title(goal).unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(groups(&read(text)), ["Drift", "Kvalitet"]);
    let html = "<table><tr><th>Område<th>Mål<th>Krav<tr><td rowspan=2>Drift<td>A<td>højst 5<tr><td>B<td>højst 6\
                <tr><td>Kvalitet<td>C<td>højst 7</table>";
    assert_eq!(groups(&propose(&read_pasted(html, ""), Lang::Da, None)), ["Drift", "Drift", "Kvalitet"]);
}

#[test]
fn five_thousand_rows_are_read_at_once() {
    let mut text = "Mål\tResultater 2008\tKrav 2009\tVægt\n".to_owned();
    for number in 1..=5_000 {
        writeln!(
            text,
            "Mål {number}: Færre sager af slags {number}\t{number}\thøjst {number} sager i december 2009\t0,2"
        )
        .unwrap();
    }
    let begun = Instant::now();
    let proposals = read(&text);
    assert_eq!((proposals.goals.len(), proposals.counts()), (5_000, (5_000, 0)));
    let written = proposals.contract(|_| false, Words::DANISH, 2009);
    // A machine that is shared and unoptimized code have room; what grows with the square of the rows has not.
    assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", begun.elapsed());
    let contract = contract(&written);
    assert_eq!(contract.goals.len(), 5_000);
    assert_eq!(contract.points.unwrap().total.0.to_string(), "1000");
}

#[test]
fn a_weight_that_the_points_have_no_room_for_is_asked_about_and_kept() {
    let proposals = read(
        "Mål\tKrav\tVægt\nA\thøjst 5\t33,333\nB\thøjst 6\t2.700.000.000\nC\thøjst 7\t33,33\nI alt\t\t-5",
    );
    assert_eq!(goals(&proposals), ["|A|Højst 5| ?1", "|B|Højst 6| ?1", "|C|Højst 7|33,33"]);
    let taken = contract(&proposals.contract(|_| false, Words::DANISH, 2009));
    assert_eq!(taken.points.unwrap().total.0.to_string(), "33.33", "a sum below 0 is none");
    assert!(taken.goals[0].note.as_deref().unwrap().contains("»33,333«"));
    // A contract of whole points takes them without the weight that is finer.
    let whole = r#"{"format": "resultatkontrakt", "version": 1, "id": "hel", "title": "Hel", "points": {"total": 100, "decimals": 0},
        "goals": []}"#;
    let changes = proposals.added_to(&contract(whole), |_| false, Words::DANISH);
    let text = changes.iter().try_fold(whole.to_owned(), |text, change| after_change(&text, change)).unwrap();
    let notes: Vec<_> = contract(&text).goals.iter().map(|goal| (goal.weight, goal.note.clone())).collect();
    assert!(notes[2].0.is_none() && notes[2].1.as_deref().unwrap().contains("»33,33«"), "{notes:?}");
}

#[test]
fn a_goal_may_be_called_what_an_individual_area_is_called() {
    let own = r#"{"format": "resultatkontrakt", "version": 1, "id": "egen", "title": "Egen", "points": {"total": 100}, "goals": [],
        "pay": {"from": "2009-01-01", "to": "2009-12-31", "points": {"institution": 70, "individual": 30}, "max_percent": 15,
            "areas": [{"id": "maal-2", "title": "Et område"}]}}"#;
    let changes =
        read("Mål\tKrav\nMål 2: Klager\thøjst 5").added_to(&contract(own), |_| false, Words::DANISH);
    let text = changes.iter().try_fold(own.to_owned(), |text, change| after_change(&text, change)).unwrap();
    assert_eq!(contract(&text).goals[0].id.as_str(), "maal-2-2");
}

#[test]
fn a_goal_of_thousands_of_rows_is_left_to_a_person_at_once() {
    let mut text = "Mål\tKrav\tEnhed\nSager\thøjst 1 sag\tsager\n".to_owned();
    for number in 2..=5_000 {
        writeln!(text, "\thøjst {number} sager i\t").unwrap();
    }
    let begun = Instant::now();
    let proposals = read(&text);
    // What every figure is held against grows with the rows, so that all of it would take hours.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_eq!((proposals.goals.len(), proposals.counts()), (1, (0, 1)));
    let taken = contract(&proposals.contract(|_| false, Words::DANISH, 2009));
    assert!(taken.goals[0].wording.as_deref().unwrap().starts_with("Sager\n\nhøjst 1 sag\nhøjst 2 sager i"));
}
