//! What is asked about before it counts: figures that can hardly be meant, and days that could be two.

use std::rc::Rc;

use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::app::{Action, Edit, EntryId, FieldId, FieldProblem, ReportedField, Unlikely};
use resultatkontrakt::domain::assessment::{AdjustmentChange, Entry};
use resultatkontrakt::domain::contract::{GoalId, PartId, Target};
use resultatkontrakt::domain::date::{iso, parse_date};
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::domain::number::{Decimal, Kroner, Percent};
use resultatkontrakt::domain::plausible::{Known, implausible_figures};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::date::DateProblem;

use crate::import::table;
use crate::page::{Page, date, n, today, value};

fn likely(page: &Page, field: &FieldId) -> Vec<Decimal> {
    match page.problem(field) {
        Some(FieldProblem::Unlikely(Unlikely { likely, .. })) => likely,
        other => panic!("{field}: {other:?}"),
    }
}

#[test]
fn a_slip_of_the_comma_is_asked_about_and_counts_once_it_is_confirmed() {
    for (text, expected) in [("26,210", Some("26210")), ("26.2", Some("26200")), ("-5", None)] {
        let mut page = Page::empty();
        let goal = value("goal-2");
        page.enters(&goal, text);
        let expected: Vec<Decimal> = expected.map(n).into_iter().collect();
        // `26,210` might be read as the whole number where that alone is near; then there is nothing to ask.
        if page.problem(&goal).is_some() {
            assert_eq!(likely(&page, &goal), expected, "{text}");
            let reported = |page: &Page| page.state.sheet().unwrap().number(&goal);
            assert_eq!(reported(&page), None, "{text} does not count");
            page.does(Edit::Clarify { field: goal.clone(), value: n("26.21") });
            assert_eq!((reported(&page), page.problem(&goal)), (Some(n("26.21")), None));
        } else {
            assert_eq!(page.text(&goal), "26.210", "{text}");
        }
        page.adds_up();
    }
}

/// The paths of the numeric targets within one, the target itself included.
fn numeric(target: &Target, path: &[PartId], found: &mut Vec<Vec<PartId>>) {
    match target {
        Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. } => found.push(path.to_vec()),
        Target::AllOf(parts) | Target::AnyOf(parts) => {
            for part in parts {
                numeric(&part.target, &[path, std::slice::from_ref(&part.id)].concat(), found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_figure_ten_times_too_small_never_counts_without_having_been_asked_about() {
    let mut asked = 0;
    for example in EXAMPLES {
        let mut page = Page::start();
        page.open(example.open_blank(today(), "1"));
        let contract = page.case().contract.contract.clone();
        for goal in &contract.goals {
            let mut paths = Vec::new();
            numeric(&goal.target, &[], &mut paths);
            for path in paths {
                let known = Known::of_result(goal, None, &path);
                let Some(figure) =
                    known.history.last().or(known.target.first()).filter(|figure| !figure.is_zero())
                else {
                    continue;
                };
                let field = EntryId::goal(&goal.id).reported(&path, ReportedField::Value);
                let slip = (figure / Decimal::TEN).normalize();
                page.enters(&field, &Words::DANISH.number(slip));
                let is_near = known.target.iter().any(|target| {
                    let (slip, target) = (slip.abs(), target.abs());
                    slip < target * Decimal::from(5) && target < slip * Decimal::from(5)
                });
                if !is_near {
                    assert!(page.problem(&field).is_some(), "{field}: {slip} for {figure}");
                    in_a_table_it_is_asked_about(&mut page, &goal.id, &path, slip);
                    in_a_file_it_is_noted(&page, &goal.id, &path, slip);
                    asked += 1;
                }
            }
        }
    }
    assert!(asked >= 10, "{asked}");
}

fn in_a_table_it_is_asked_about(page: &mut Page, goal: &GoalId, path: &[PartId], slip: Decimal) {
    let field = EntryId::goal(goal).reported(path, ReportedField::Value);
    page.does(Edit::ClearEntry(EntryId::goal(goal)));
    let parts: Vec<_> = path.iter().map(PartId::as_str).collect();
    let written = Words::DANISH.number(slip);
    page.does(table(&format!("id;del;resultat\n{goal};{};{written}\n", parts.join("/"))));
    page.does(Action::ApplyImport);
    assert!(page.problem(&field).is_some(), "{field}: {slip}");
    assert!(matches!(page.status(goal.as_str()), GoalStatus::Open | GoalStatus::Undetermined), "{field}");
}

fn in_a_file_it_is_noted(page: &Page, goal: &GoalId, path: &[PartId], slip: Decimal) {
    let mut assessment = page.state.sheet().unwrap().assessment().clone();
    let mut entry = Entry::default();
    let part = path.iter().fold(&mut entry.reported, |of, part| of.parts.entry(part.clone()).or_default());
    part.value = Some(slip);
    assessment.results.insert(goal.clone(), Rc::new(entry));
    let field = EntryId::goal(goal).reported(path, ReportedField::Value);
    let noted = implausible_figures(page.state.contract().unwrap(), &assessment);
    assert!(noted.iter().any(|(place, ..)| *place == field), "{field}: {slip}");
}

#[test]
fn pay_that_can_hardly_be_meant_is_asked_about() {
    let mut page = Page::empty();
    page.does(Edit::AddBaseLine { title: "Lønrammeløn".into() });
    page.enters(&FieldId::BaseValue(0), "1.150");
    assert_eq!(likely(&page, &FieldId::BaseValue(0)), [n("1150000")]);
    page.does(Edit::Clarify { field: FieldId::BaseValue(0), value: n("1150000") });
    page.does(Edit::AddBaseLine { title: "Tillæg".into() });
    page.enters(&FieldId::BaseValue(1), "25.000");
    assert_eq!(page.problem(&FieldId::BaseValue(1)), None, "a supplement may be small");
    let base = |page: &Page| page.state.sheet().unwrap().assessment().pay.base[1].value;
    assert_eq!(base(&page), Some(Kroner(n("25000"))));
    for text in ["0,15", "150"] {
        page.enters(&FieldId::MaxPercent, text);
        assert_eq!(likely(&page, &FieldId::MaxPercent)[0], n("15"), "{text}");
    }
}

#[test]
fn an_adjustment_beyond_the_agreement_is_asked_about_and_then_flagged() {
    let mut page = Page::example();
    let field = FieldId::AdjustmentValue;
    page.enters(&field, "10");
    assert_eq!(likely(&page, &field)[0], n("-10"), "AMS agreed on reductions only");
    page.enters(&field, "-110");
    assert_eq!(likely(&page, &field), [n("-11")]);
    page.does(Edit::Clarify { field: field.clone(), value: n("10") });
    let change =
        |page: &Page| page.state.sheet().unwrap().assessment().pay.adjustment.clone().unwrap().change;
    assert_eq!(change(&page), Some(AdjustmentChange::Percent(Percent(n("10")))));
    assert!(matches!(page.problem(&field), Some(FieldProblem::Objection(_))), "{:?}", page.problem(&field));
}

#[test]
fn a_count_that_gives_an_odd_figure_is_asked_about() {
    let contract = r#"{"format": "resultatkontrakt", "version": 1, "id": "counted", "title": "Optalt", "points": {"total": 100},
        "goals": [{"id": "a", "title": "Til tiden", "weight": 100, "unit": "pct.", "target": {"kind": "at_least", "value": 95},
            "ratio": {"numerator": "Til tiden", "denominator": "I alt", "decimals": 1, "percent": true}}]}"#;
    let mut page = Page::start();
    page.open_text("optalt.json", contract, "1");
    let [numerator, denominator] = [ReportedField::Numerator, ReportedField::Denominator]
        .map(|field| EntryId::goal(&GoalId::from("a")).reported(&[], field));
    page.enters(&numerator, "950");
    assert_eq!(page.problem(&numerator), None, "one count alone gives nothing");
    page.enters(&denominator, "100");
    assert_eq!(likely(&page, &denominator), [n("1000")]);
    assert_eq!(page.status("a"), GoalStatus::Open, "it does not count");
    page.does(Edit::Clarify { field: denominator.clone(), value: n("1000") });
    assert_eq!((page.problem(&denominator), page.status("a")), (None, GoalStatus::Met));
    page.enters(&numerator, "95");
    assert_eq!(likely(&page, &numerator), [n("950")]);
    page.does(Edit::Clarify { field: numerator.clone(), value: n("95") });
    assert_eq!((page.problem(&numerator), page.status("a")), (None, GoalStatus::NotMet), "it may be meant");
}

#[test]
fn a_period_asks_for_its_last_day_and_a_short_day_is_the_contracts() {
    let mut page = Page::empty();
    let field = date("product-7");
    page.enters(&field, "30/6");
    assert_eq!(page.text(&field), "30.06.2009");
    page.enters(&field, "2. kvartal 2009");
    let Some(FieldProblem::Date(DateProblem::Period { last, .. })) = page.problem(&field) else {
        panic!("{:?}", page.problem(&field))
    };
    assert_eq!(iso(last), "2009-06-30");
    page.does(Edit::ClarifyDay { field: field.clone(), day: parse_date("2009-06-30").unwrap() });
    assert_eq!((page.text(&field).as_str(), page.problem(&field)), ("30.06.2009", None));
    page.adds_up();
}
