//! What holds whatever a person does.

use proptest::prelude::*;
use resultatkontrakt::app::{
    ADDENDUM_KINDS, Action, AdjustmentKind, Choice, Edit, EntryField, EntryId, FieldId, FieldKind,
    ReportedField, SheetAction, SheetKind, reduce,
};
use resultatkontrakt::domain::assessment::{Assessor, Status};
use resultatkontrakt::domain::contract::PartId;
use resultatkontrakt::i18n::Lang;

use crate::page::{Page, today};

const TEXTS: [&str; 17] = [
    "",
    "4. kvartal 2009",
    "1",
    "1.234",
    "1,234",
    "26.210",
    "26.2100",
    "-9,4",
    "x",
    "30.06.2009",
    "30/6-09",
    "31.6.2009",
    "3 June 2009",
    "true",
    "false",
    "percent",
    "amount",
];

const REPORTED: [ReportedField; 6] = [
    ReportedField::Value,
    ReportedField::Baseline,
    ReportedField::Date,
    ReportedField::Done,
    ReportedField::Points,
    ReportedField::Reason,
];

const ENTRY: [EntryField; 10] = [
    EntryField::Note,
    EntryField::Evidence,
    EntryField::Lapsed,
    EntryField::AddendumKind,
    EntryField::AddendumValue,
    EntryField::AddendumMax,
    EntryField::AddendumDate,
    EntryField::AddendumMeasured,
    EntryField::AddendumAgreed,
    EntryField::AddendumSource,
];

const SINGLE: [FieldId; 14] = [
    FieldId::Overall,
    FieldId::OverallReason,
    FieldId::BaseTitle(0),
    FieldId::BaseValue(1),
    FieldId::MaxPercent,
    FieldId::AdjustmentKind,
    FieldId::AdjustmentValue,
    FieldId::AdjustmentReason,
    FieldId::LeftOn,
    FieldId::Breach,
    FieldId::HolidayPercent,
    FieldId::AsOf,
    FieldId::By,
    FieldId::Status,
];

/// Any field, most of them of a few goals, so that the same ones are met again.
fn field() -> impl Strategy<Value = FieldId> {
    let entry = prop_oneof![
        3 => prop::sample::select(vec!["goal-1", "goal-2", "goal-5", "product-4", "product-8", "no-goal"])
            .prop_map(|goal| EntryId::goal(&goal.into())),
        1 => prop::sample::select(vec!["recruitment", "sickness"]).prop_map(|area| EntryId::area(&area.into())),
    ];
    let part = prop::option::of(prop::sample::select(vec!["concept", "live", "turnover"]));
    let reported =
        (entry.clone(), part, prop::sample::select(REPORTED.to_vec())).prop_map(|(entry, part, field)| {
            let path: Vec<PartId> = part.map(PartId::from).into_iter().collect();
            entry.reported(&path, field)
        });
    let others = (entry, prop::sample::select(ENTRY.to_vec())).prop_map(|(entry, field)| entry.field(field));
    prop_oneof![4 => reported, 4 => others, 2 => prop::sample::select(SINGLE.to_vec())]
}

pub(crate) fn action() -> impl Strategy<Value = Action> {
    let heads = [Assessor::Agreed.into(), Status::Final.into(), AdjustmentKind::Amount.into()];
    let done = [true, false].map(Choice::Done);
    let choices = ADDENDUM_KINDS.map(Choice::from).into_iter().chain(heads).chain(done).map(Some);
    let chosen = (field(), prop::sample::select(choices.chain([None]).collect::<Vec<_>>()));
    let typed = (field(), prop::sample::select(TEXTS.to_vec()));
    let edit = prop_oneof![
        8 => typed.prop_map(|(field, text)| Edit::Type { field, text: text.into() }),
        4 => chosen.prop_map(|(field, choice)| Edit::Choose { field, choice }),
        1 => field().prop_map(|field| Edit::Clarify { field, value: 1234.into() }),
        1 => Just(Edit::AddBaseLine { title: "Tillæg".into() }),
        1 => (0_usize..3).prop_map(Edit::RemoveBaseLine),
    ];
    prop_oneof![
        15 => edit.prop_map(Action::Edit),
        4 => field().prop_map(|field| Action::Blur { field }),
        1 => Just(Action::Undo),
        1 => Just(Action::Redo),
        1 => prop::sample::select(vec![Lang::Da, Lang::En]).prop_map(Action::Language),
        1 => Just(SheetAction::AddBlank { as_of: today() }.into()),
    ]
}

/// What the assessments say and the fields show; the texts in the language of the page.
fn shown(page: &Page) -> String {
    let sheets = &page.case().sheets;
    let texts: Vec<_> = sheets.iter().map(|sheet| (sheet.assessment(), &sheet.typed)).collect();
    format!("{texts:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn the_score_is_that_of_the_values_and_a_text_is_never_behind_its_value(
        actions in prop::collection::vec(action(), 1..40),
    ) {
        let mut page = Page::example();
        for action in actions {
            page.state = reduce(&page.state, action.clone());
            page.adds_up();
            let sheet = page.state.sheet().unwrap();
            for (field, typed) in sheet.typed.iter() {
                let is_choice = matches!(sheet.kind_of(field), FieldKind::Choice(_));
                prop_assert!(typed.reading.is_err() || sheet.text(field, page.state.lang) == *typed.text || is_choice);
            }
        }
    }

    #[test]
    fn undoing_everything_leads_back_and_doing_it_again_leads_on(
        actions in prop::collection::vec(action(), 1..40),
    ) {
        let mut page = Page::example();
        let copy = SheetAction::Copy { of: page.case().current, kind: SheetKind::WhatIf };
        let begin = shown(&page);
        let changes = actions.into_iter().filter(|action| {
            !matches!(action, Action::Undo | Action::Redo | Action::Language(_))
        });
        for action in changes.chain([copy.into()]) {
            page.state = reduce(&page.state, action);
        }
        let end = shown(&page);
        let mut steps = 0;
        while page.case().history.can_undo() {
            page.does(Action::Undo);
            page.adds_up();
            steps += 1;
        }
        prop_assert_eq!(shown(&page), begin);
        for _ in 0..steps {
            page.does(Action::Redo);
            page.adds_up();
        }
        prop_assert_eq!(shown(&page), end);
        prop_assert!(!page.case().history.can_redo());
    }
}
