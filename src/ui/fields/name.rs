//! What a field is called where it does not stand beside its label: in the summary of errors.

use crate::app::{Case, EntryField, EntryId, FieldId, PayDecision, ReportedField};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, Part, PartId};
use crate::domain::outcome::counting_target;
use crate::i18n::Lang;
use crate::i18n::target::target_text;
use crate::i18n::text::entry::field_of;
use crate::i18n::text::{EntryText, PayText, pay};

/// `Mål 2: resultat`.
pub(crate) fn field_name(case: &Case, field: &FieldId, lang: Lang) -> String {
    match field {
        FieldId::Reported(entry, path, of) => {
            field_of(&part_name(case, entry, path, lang), reported(*of).text(lang))
        }
        FieldId::Whole(entry, path) => part_name(case, entry, path, lang),
        FieldId::Entry(entry, of) => field_of(&entry_name(case, entry), entry_field(*of).text(lang)),
        FieldId::Overall => PayText::Individual.text(lang).to_owned(),
        FieldId::OverallReason => field_of(PayText::Individual.text(lang), EntryText::Reason.text(lang)),
        FieldId::BaseTitle(line) => pay::line(line + 1, lang),
        FieldId::BaseValue(line) => field_of(&pay::line(line + 1, lang), EntryText::Amount.text(lang)),
        FieldId::MaxPercent => PayText::MaxPercent.text(lang).to_owned(),
        FieldId::AdjustmentKind | FieldId::AdjustmentValue => PayText::Adjustment.text(lang).to_owned(),
        FieldId::AdjustmentReason => field_of(PayText::Adjustment.text(lang), EntryText::Reason.text(lang)),
        FieldId::LeftOn => PayText::LeavingOn.text(lang).to_owned(),
        FieldId::Breach => PayText::Breach.text(lang).to_owned(),
        FieldId::HolidayPercent => PayText::HolidayPercent.text(lang).to_owned(),
        FieldId::Agreed(of) => field_of(decision(*of).text(lang), EntryText::Agreed.text(lang)),
        FieldId::AgreedIn(of) => field_of(decision(*of).text(lang), EntryText::AgreedIn.text(lang)),
        FieldId::AsOf => EntryText::AsOf.text(lang).to_owned(),
        FieldId::By => EntryText::By.text(lang).to_owned(),
        FieldId::Status => EntryText::Status.text(lang).to_owned(),
    }
}

/// What a field of an answer is called beside its goal: `Dato for opfyldelse`.
pub(crate) fn answer_name(field: &FieldId, lang: Lang) -> &'static str {
    match field {
        FieldId::Reported(_, _, of) => reported(*of).text(lang),
        FieldId::Entry(_, of) => entry_field(*of).text(lang),
        _ => EntryText::Result.text(lang),
    }
}

/// What a part of a goal is called: its title, or else its target; none where there is no such part.
pub(crate) fn part_title(goal: &Goal, entry: Option<&Entry>, path: &[PartId], lang: Lang) -> Option<String> {
    let mut target = counting_target(goal, entry);
    let mut last: Option<&Part> = None;
    for id in path {
        let part = target.parts()?.iter().find(|part| part.id == *id)?;
        (target, last) = (&part.target, Some(part));
    }
    let part = last?;
    Some(part.title.clone().unwrap_or_else(|| target_text(&part.target, part.unit.as_deref(), None, lang)))
}

/// `Mål 2 (Koncept)`; the goal alone where the path is empty.
fn part_name(case: &Case, entry: &EntryId, path: &[PartId], lang: Lang) -> String {
    let name = entry_name(case, entry);
    let goal = entry.goal_in(&case.contract.contract);
    let entered = || case.sheet()?.assessment().entry(entry).map(AsRef::as_ref);
    match goal.and_then(|goal| part_title(goal, entered(), path, lang)) {
        Some(part) => format!("{name} ({part})"),
        None => path.last().map_or(name.clone(), |part| format!("{name} ({part})")),
    }
}

fn entry_name(case: &Case, entry: &EntryId) -> String {
    let goal = entry.goal_in(&case.contract.contract);
    goal.map_or_else(|| entry.goal.to_string(), |goal| goal.name().to_owned())
}

fn decision(of: PayDecision) -> PayText {
    match of {
        PayDecision::Adjustment => PayText::Adjustment,
        PayDecision::Leaving => PayText::LeavingOn,
        PayDecision::Breach => PayText::Breach,
    }
}

fn reported(field: ReportedField) -> EntryText {
    match field {
        ReportedField::Value | ReportedField::Parts => EntryText::Result,
        ReportedField::Period => EntryText::ReadingOf,
        ReportedField::Final => EntryText::Final,
        ReportedField::Baseline => EntryText::Baseline,
        ReportedField::Date => EntryText::DateReached,
        ReportedField::Done => EntryText::Done,
        ReportedField::Points => EntryText::Points,
        ReportedField::Reason => EntryText::Reason,
    }
}

fn entry_field(field: EntryField) -> EntryText {
    match field {
        EntryField::Note => EntryText::Note,
        EntryField::Evidence => EntryText::Evidence,
        EntryField::Lapsed => EntryText::Lapsed,
        EntryField::AddendumKind => EntryText::Relation,
        EntryField::AddendumValue | EntryField::AddendumMax => EntryText::Value,
        EntryField::AddendumDate => EntryText::Deadline,
        EntryField::AddendumMeasured => EntryText::MeasuredIn,
        EntryField::AddendumAgreed | EntryField::LapseAgreed => EntryText::Agreed,
        EntryField::AddendumSource | EntryField::LapseSource => EntryText::AgreedIn,
        EntryField::NoticeCause => EntryText::NoticeCause,
        EntryField::NoticeMeasures => EntryText::NoticeMeasures,
        EntryField::NoticeOn => EntryText::NoticeOn,
    }
}
