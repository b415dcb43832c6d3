//! The inputs of the pay.

use resultatkontrakt::app::{Action, Edit, EntryId, FieldId, FieldKind, FieldProblem, ReportedField};
use resultatkontrakt::domain::assessment::AdjustmentChange;
use resultatkontrakt::domain::number::{Kroner, Percent};
use resultatkontrakt::i18n::number::NumberProblem;

use crate::page::{Page, n};

fn payable(page: &Page) -> String {
    let pay = page.state.evaluation().unwrap().pay.as_ref().unwrap();
    pay.payable.map_or("open".to_owned(), |span| format!("{} {}", span.min.0, span.max.0))
}

fn change(page: &Page) -> Option<AdjustmentChange> {
    page.state.sheet().unwrap().assessment().pay.adjustment.as_ref().and_then(|adjustment| adjustment.change)
}

#[test]
fn the_worked_example_is_entered_by_hand() {
    let mut page = Page::example();
    assert_eq!(payable(&page), "50169.85 74121.36");
    page.enters(&FieldId::AdjustmentValue, "-10 %");
    page.enters(&FieldId::AdjustmentReason, "Efter aftale");
    assert_eq!(payable(&page).split_once(' ').unwrap().0, "45152.87");
    page.adds_up();
}

#[test]
fn an_adjustment_is_a_percent_until_an_amount_is_chosen() {
    let mut page = Page::example();
    page.enters(&FieldId::AdjustmentValue, "-1,125");
    assert_eq!(change(&page), Some(AdjustmentChange::Percent(Percent(n("-1.125")))));
    assert_eq!(page.text(&FieldId::AdjustmentKind), "percent");
    page.picks(&FieldId::AdjustmentKind, "amount");
    assert_eq!(change(&page), None, "an amount has no parts of an øre");
    let problem = FieldProblem::Number(NumberProblem::PartsOfOere);
    assert_eq!(page.problem(&FieldId::AdjustmentValue), Some(problem));
    page.enters(&FieldId::AdjustmentValue, "-5.000");
    assert_eq!(change(&page), Some(AdjustmentChange::Amount(Kroner(n("-5000")))));
    assert_eq!(page.text(&FieldId::AdjustmentValue), "−5.000,00");
    page.adds_up();
}

#[test]
fn the_kind_of_an_adjustment_can_be_chosen_before_its_size() {
    let mut page = Page::example();
    page.picks(&FieldId::AdjustmentKind, "amount");
    assert_eq!((page.text(&FieldId::AdjustmentKind).as_str(), change(&page)), ("amount", None));
    page.enters(&FieldId::AdjustmentValue, "-1000");
    assert_eq!(change(&page), Some(AdjustmentChange::Amount(Kroner(n("-1000")))));
    page.enters(&FieldId::AdjustmentValue, "");
    assert_eq!((page.text(&FieldId::AdjustmentKind).as_str(), change(&page)), ("amount", None));
    assert_eq!(page.state.sheet().unwrap().kind_of(&FieldId::AdjustmentValue), FieldKind::Kroner);
}

#[test]
fn a_removed_line_takes_its_texts_and_the_others_move_up() {
    let mut page = Page::example();
    for title in ["Første tillæg", "Andet tillæg"] {
        page.does(Edit::AddBaseLine { title: title.into() });
    }
    page.enters(&FieldId::BaseValue(1), "x");
    page.enters(&FieldId::BaseValue(2), "y");
    page.does(Edit::RemoveBaseLine(1));
    assert_eq!(page.text(&FieldId::BaseTitle(1)), "Andet tillæg");
    assert_eq!(
        (page.text(&FieldId::BaseValue(1)).as_str(), page.text(&FieldId::BaseValue(2)).as_str()),
        ("y", "")
    );
    page.does_in_vain(Edit::RemoveBaseLine(2));
    page.adds_up();
}

#[test]
fn a_line_is_made_when_something_is_entered_into_it() {
    let mut page = Page::empty();
    page.enters(&FieldId::BaseValue(0), "1.150.000,-");
    assert_eq!(page.text(&FieldId::BaseValue(0)), "1.150.000,00");
    assert_eq!(page.state.evaluation().unwrap().pay.as_ref().unwrap().base, Some(Kroner(n("1150000"))));
    page.adds_up();
}

#[test]
fn leaving_and_breach_change_what_is_paid() {
    let mut page = Page::example();
    page.enters(&FieldId::LeftOn, "");
    assert_eq!(payable(&page), "101171.25 149471.25");
    page.enters(&FieldId::Breach, "Væsentlig misligholdelse");
    assert_eq!(payable(&page), "0 0");
    page.enters(&FieldId::Breach, "");
    page.enters(&FieldId::MaxPercent, "20.000");
    assert_eq!(page.text(&FieldId::MaxPercent), "20", "no supplement is twenty thousand percent");
    page.enters(&FieldId::HolidayPercent, "1,5 pct.");
    page.adds_up();
}

#[test]
fn an_individual_area_has_fields_like_any_goal() {
    let mut page = Page::empty();
    let area = page.state.contract().unwrap().pay.as_ref().unwrap().areas[0].id.clone();
    let value = EntryId::area(&area).reported(&[], ReportedField::Value);
    page.enters(&value, "7,5");
    assert_eq!(page.text(&value), "7,5");
    page.adds_up();
    page.does(Action::Undo);
    assert_eq!(page.text(&value), "");
    page.adds_up();
}
