//! Names a field where it does not stand beside its label: in the summary of errors.

use crate::app::{Case, EntryField, EntryId, FieldId, PayDecision, ReportedField};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, Part, PartId, StageId};
use crate::domain::outcome::counting_target;
use crate::i18n::Words;
use crate::i18n::text::entry::field_of;
use crate::i18n::text::{EntryText, PayText};

/// Names a field with its goal: `Mål 2: resultat`.
pub(crate) fn field_name(case: &Case, field: &FieldId, words: Words) -> String {
    match field {
        FieldId::Reported(entry, path, of) => {
            field_of(&part_name(case, entry, path, words), words.text(reported(*of)))
        }
        FieldId::Whole(entry, path) => part_name(case, entry, path, words),
        FieldId::Entry(entry, of) => field_of(&entry_name(case, entry), words.text(entry_field(*of))),
        FieldId::Overall => words.text(PayText::Individual).to_owned(),
        FieldId::OverallReason => field_of(words.text(PayText::Individual), words.text(EntryText::Reason)),
        FieldId::BaseTitle(line) => words.base_line(line + 1),
        FieldId::BaseValue(line) => field_of(&words.base_line(line + 1), words.text(EntryText::Amount)),
        FieldId::MaxPercent => words.text(PayText::MaxPercent).to_owned(),
        FieldId::AdjustmentKind | FieldId::AdjustmentValue => words.text(PayText::Adjustment).to_owned(),
        FieldId::AdjustmentReason => field_of(words.text(PayText::Adjustment), words.text(EntryText::Reason)),
        FieldId::LeftOn => words.text(PayText::LeavingOn).to_owned(),
        FieldId::Breach => words.text(PayText::Breach).to_owned(),
        FieldId::HolidayPercent => words.text(PayText::HolidayPercent).to_owned(),
        FieldId::PensionPercent => words.text(PayText::PensionPercent).to_owned(),
        FieldId::Regulation => words.text(PayText::Regulation).to_owned(),
        FieldId::PotPercent(id) => {
            let pot =
                case.contract.contract.pay.as_ref().and_then(|pay| pay.pots.iter().find(|pot| pot.id == *id));
            words.percent_of_pot(pot.map_or(id.as_str(), |pot| &pot.title))
        }
        FieldId::Factor(stage) => stage_title(case, stage, words),
        FieldId::FactorReason(stage) => {
            field_of(&stage_title(case, stage, words), words.text(EntryText::Reason))
        }
        FieldId::Agreed(of) => field_of(words.text(decision(*of)), words.text(EntryText::Agreed)),
        FieldId::AgreedIn(of) => field_of(words.text(decision(*of)), words.text(EntryText::AgreedIn)),
        FieldId::AsOf => words.text(EntryText::AsOf).to_owned(),
        FieldId::By => words.text(EntryText::By).to_owned(),
        FieldId::Status => words.text(EntryText::Status).to_owned(),
    }
}

/// Returns the title of a stage that multiplies, or its general name.
fn stage_title(case: &Case, id: &StageId, words: Words) -> String {
    let pay = case.contract.contract.pay.as_ref();
    let stage = pay.and_then(|pay| pay.stages.iter().find(|stage| stage.id == *id));
    let title = stage.and_then(|stage| stage.title.clone());
    title.unwrap_or_else(|| words.text(PayText::Factor).to_owned())
}

/// Names a field of an answer beside its goal: `Dato for opfyldelse`.
pub(crate) fn answer_name(field: &FieldId, words: Words) -> &'static str {
    match field {
        FieldId::Reported(_, _, of) => words.text(reported(*of)),
        FieldId::Entry(_, of) => words.text(entry_field(*of)),
        _ => words.text(EntryText::Result),
    }
}

/// Names a part of a goal by its title, or else its target; `None` where there is no such part.
pub(crate) fn part_title(
    goal: &Goal,
    entry: Option<&Entry>,
    path: &[PartId],
    words: Words,
) -> Option<String> {
    let mut target = counting_target(goal, entry);
    let mut last: Option<&Part> = None;
    for id in path {
        let part = target.parts()?.iter().find(|part| part.id == *id)?;
        (target, last) = (&part.target, Some(part));
    }
    let part = last?;
    Some(part.title.clone().unwrap_or_else(|| words.target(&part.target, part.unit.as_deref(), None)))
}

/// Names a part with its goal, `Mål 2 (Koncept)`; the goal alone where the path is empty.
fn part_name(case: &Case, entry: &EntryId, path: &[PartId], words: Words) -> String {
    let name = entry_name(case, entry);
    let goal = entry.goal_in(&case.contract.contract);
    let entered = || case.sheet()?.assessment().entry(entry).map(AsRef::as_ref);
    match goal.and_then(|goal| part_title(goal, entered(), path, words)) {
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
        ReportedField::Reading(_) => EntryText::Reading,
        ReportedField::Final => EntryText::Final,
        ReportedField::Baseline => EntryText::Baseline,
        ReportedField::Date => EntryText::DateReached,
        ReportedField::Done => EntryText::Done,
        ReportedField::Points => EntryText::Points,
        ReportedField::Numerator => EntryText::Numerator,
        ReportedField::Denominator => EntryText::Denominator,
        ReportedField::Level => EntryText::Level,
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
