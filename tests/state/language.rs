//! A change of language: values are shown in it, and no number is misread.

use resultatkontrakt::app::{Action, Edit, FieldId, FieldProblem};
use resultatkontrakt::i18n::Lang;
use resultatkontrakt::i18n::number::NumberProblem;

use crate::page::{Page, date, n, value};

#[test]
fn values_are_shown_in_the_new_language() {
    let mut page = Page::example();
    let shown = |page: &Page| {
        [value("product-8"), value("goal-2"), date("product-1"), FieldId::BaseValue(0)]
            .map(|field| page.text(&field))
    };
    assert_eq!(shown(&page), ["3,9", "26.210", "20.11.2009", "1.150.000,00"]);
    page.does(Action::Language(Lang::En));
    assert_eq!(shown(&page), ["3.9", "26,210", "20 November 2009", "1,150,000.00"]);
    page.does(Action::Language(Lang::Da));
    assert_eq!(shown(&page), ["3,9", "26.210", "20.11.2009", "1.150.000,00"]);
    page.does_in_vain(Action::Language(Lang::Da));
    assert_eq!(page.points(), "495 105 400");
}

#[test]
fn a_number_that_is_being_typed_keeps_its_meaning() {
    let mut page = Page::example();
    page.types(&value("product-8"), "1,5");
    page.does(Action::Language(Lang::En));
    assert_eq!(page.text(&value("product-8")), "1.5");
    let results = &page.state.sheet().unwrap().assessment().results;
    assert_eq!(results["product-8"].reported.value, Some(n("1.5")));
}

#[test]
fn an_open_question_stays_the_same_question() {
    let mut page = Page::empty();
    page.enters(&value("goal-5"), "1.234");
    page.does(Action::Language(Lang::En));
    let ambiguous = NumberProblem::Ambiguous { grouped: n("1234"), decimal: n("1.234") };
    assert_eq!(page.text(&value("goal-5")), "1.234");
    assert_eq!(page.problem(&value("goal-5")), Some(FieldProblem::Number(ambiguous)));
    page.does(Edit::Clarify { field: value("goal-5"), value: n("1234") });
    assert_eq!(page.text(&value("goal-5")), "1,234");
}

#[test]
fn what_is_done_again_is_shown_in_the_language_of_the_page() {
    let mut page = Page::example();
    page.types(&value("product-8"), "1,5");
    page.does(Action::Undo);
    page.does(Action::Language(Lang::En));
    page.does(Action::Redo);
    assert_eq!(page.text(&value("product-8")), "1.5");
}
