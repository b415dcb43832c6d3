//! Trying things out: on a marked copy, beside the real assessment, never saved.

use std::rc::Rc;

use resultatkontrakt::app::save::case_file;
use resultatkontrakt::app::{
    Action, DraftAction, Edit, EntryId, Moment, ReportedField, SheetAction, SheetKind,
};
use resultatkontrakt::app::{FoundDraft, write_draft};
use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::number::{Decimal, Percent, Points, Share};
use resultatkontrakt::domain::required::{Measure, Need, Order, Reach, plan};

use crate::page::{Page, value};

fn trying() -> Page {
    let mut page = Page::example();
    let of = page.case().current;
    page.does(SheetAction::Copy { of, kind: SheetKind::WhatIf });
    page
}

#[test]
fn a_slider_changes_the_copy_alone_and_is_one_step_back() {
    let mut page = trying();
    let field = value("goal-2");
    for number in [26_000, 27_000, 30_000] {
        page.does(Edit::Slide { field: field.clone(), value: Decimal::from(number) });
    }
    page.leaves(&field);
    assert_eq!((page.text(&field).as_str(), page.points().as_str()), ("30.000", "345 255 400"));
    let real = page.case().real_of(page.state.sheet().unwrap());
    assert_eq!(real.evaluation.institution.unwrap().sum.secured(), Points(Decimal::from(495)));
    page.does(Action::Undo);
    assert_eq!((page.text(&field).as_str(), page.points().as_str()), ("26.210", "495 105 400"));
    page.adds_up();
}

#[test]
fn a_trial_is_not_part_of_the_file_and_knows_its_assessment_after_a_draft() {
    let mut page = trying();
    page.does(Edit::Slide { field: value("goal-2"), value: Decimal::from(30_000) });
    let file = case_file(&page.state).unwrap();
    assert!(!file.text.contains("30000"), "{}", file.text);
    page.does(SheetAction::Select(page.case().sheets[0].id));
    page.does(SheetAction::AddBlank { as_of: crate::page::today() });
    let stored = write_draft(&page.state, Moment::parse("2010-01-15T14:32").unwrap()).unwrap();
    let found = FoundDraft::look(&stored.key, &stored.text);
    page.does(DraftAction::Found(Rc::from([found])));
    page.does(Action::Close);
    page.does(DraftAction::Resume { key: stored.key });
    let case = page.case();
    let what_if = case.sheets.last().unwrap();
    assert_eq!(what_if.kind, SheetKind::WhatIf);
    assert_eq!(case.real_of(what_if).id, case.sheets[0].id);
    assert_eq!(case.what_if_of(&case.sheets[0]).map(|sheet| sheet.id), Some(what_if.id));
    assert!(case.what_if_of(&case.sheets[1]).is_none());
}

#[test]
fn what_a_percent_needs_can_be_tried_out_and_then_reaches_it() {
    let mut page = Page::empty();
    let of = page.case().current;
    let planned = |page: &Page| {
        let sheet = page.state.sheet().unwrap();
        let contract = page.state.contract().unwrap();
        plan(
            contract,
            sheet.assessment(),
            &sheet.evaluation,
            Measure::Pay,
            // Beyond this it takes targets that are still to be fixed, which nobody can try out.
            Percent(Decimal::from(30)),
            Order::Nearest,
        )
        .unwrap()
    };
    let needs: Rc<[(LineId, Need)]> =
        planned(&page).lines.into_iter().map(|line| (line.id, line.need)).collect();
    page.does_in_vain(Edit::Meet(Rc::clone(&needs)));
    page.does(SheetAction::Copy { of, kind: SheetKind::WhatIf });
    page.does(Edit::Meet(needs));
    let reached = page.state.evaluation().unwrap().pay.as_ref().unwrap().fraction.min;
    assert_eq!(reached.reaches(Share::decimal(Decimal::new(3, 1))), Some(true));
    assert_eq!(planned(&page).reach, Reach::Certain);
    page.adds_up();
    page.does(Action::Undo);
    assert_eq!(planned(&page).reach, Reach::Possible);
}

#[test]
fn points_that_a_plan_asks_for_take_the_place_of_what_stands_in_the_field() {
    let mut page = Page::empty();
    let of = page.case().current;
    page.does(SheetAction::Copy { of, kind: SheetKind::WhatIf });
    let points = EntryId::goal(&"product-2".into()).reported(&[], ReportedField::Points);
    page.types(&points, "mange");
    let need = (LineId::goal(&"product-2".into()), Need::Points(Points(Decimal::from(120))));
    page.does(Edit::Meet(Rc::from([need])));
    assert_eq!(page.text(&points), "120");
}
