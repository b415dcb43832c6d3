//! A goal as its rows say it, and what a person has to decide about it.

use super::cells::{
    CellReading, figure, fits, fitting, plain, resources, says_something, split_resources, without_note,
};
use super::columns::PastedColumn;
use super::rows::GoalRows;
use super::{Asked, Place, ProposedGoal, Question};
use crate::domain::contract::{Figure, Goal, GroupId, Target, Weight};
use crate::domain::number::Decimal;
use crate::format::{MAX_TEXT, MAX_TITLE};
use crate::i18n::Lang;
use crate::i18n::requirement::{
    Doubt, Known, Requirement, RequirementReading, read_requirement, read_weight, says_percent,
};
use crate::i18n::short::cut;
use crate::small::small_letter;

/// The longest title that is proposed; all words stay in the wording.
const TITLE: usize = 200;

/// Reads what the rows of a goal say.
pub(super) fn proposed(
    rows: &GoalRows,
    place: Place,
    lang: Lang,
    year: Option<i32>,
    is_in_percent: bool,
) -> ProposedGoal {
    let mut questions = Vec::new();
    let history = figures(rows, lang, &mut questions, |column| match column {
        PastedColumn::History(period) => Some(period),
        _ => None,
    });
    let guidelines = figures(rows, lang, &mut questions, |column| match column {
        PastedColumn::Guideline(period) => Some(period),
        _ => None,
    });
    let weight = weight(rows, lang, &mut questions);
    let known = Known { year, expected: history.iter().rev().find_map(|figure| figure.value) };
    let (about, set_aside) = split_resources(&rows.text);
    let requirement = requirement(rows, about, lang, known, weight);
    let read = match requirement {
        RequirementReading::Clear(requirement) => requirement,
        RequirementReading::Doubt { doubt, readings } => {
            let words = requirement_words(rows, about).to_owned();
            questions.insert(0, Question { asked: Asked::Requirement(doubt), words, readings, chosen: None });
            Target::Undetermined.into()
        }
    };
    let unit = Some(plain(rows.said(PastedColumn::Unit))).filter(|unit| says_something(unit));
    let unit = unit.map(|unit| fitting(unit, MAX_TITLE));
    let mut goal = blank(rows, about, lang);
    (goal.history, goal.guidelines, goal.weight) = (history, guidelines, weight);
    goal.resources = set_aside_for(rows, set_aside, lang, &mut questions);
    let said = rows.said(PastedColumn::Weight);
    let is_in_percent = is_in_percent || says_percent(said);
    let percent = goal.weight.filter(|_| is_in_percent).map(|_| said.to_owned());
    let mut proposed = ProposedGoal { place, goal, unit, percent, questions };
    proposed.take(&read);
    proposed
}

/// A goal with its words alone.
fn blank(rows: &GoalRows, about: &str, lang: Lang) -> Goal {
    let first = about.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let sentence = first_sentence(without_note(first));
    let title = cut(sentence.trim_end_matches(['.', ',', ':', ' ']), TITLE).into_owned();
    let label = rows.label.clone().map(|label| fitting(label, MAX_TITLE));
    let unnamed = lang.words().pick("Mål uden titel", "Goal without a title");
    // What a field has no room for stands there too.
    let beyond = [rows.label.as_deref().unwrap_or_default(), rows.said(PastedColumn::Unit)];
    let beyond = beyond.into_iter().filter(|words| words.chars().nth(MAX_TITLE).is_some());
    let words = beyond.chain([rows.text.as_str(), rows.said(PastedColumn::Requirement)]);
    let wording: Vec<&str> = words.filter(|words| says_something(words)).collect();
    Goal {
        id: "".into(),
        group: rows.group.as_deref().map(GroupId::from),
        source: None,
        page: None,
        wording: (!wording.is_empty()).then(|| fitting(wording.join("\n\n"), MAX_TEXT)),
        title: if title.is_empty() { label.clone().unwrap_or_else(|| unnamed.to_owned()) } else { title },
        label,
        description: None,
        weight: None,
        unit: None,
        ratio: None,
        target: Target::Undetermined,
        measured: None,
        scoring: None,
        history: Vec::new(),
        guidelines: Vec::new(),
        resources: Vec::new(),
        contributes_to: Vec::new(),
        rollup: None,
        served_by: Vec::new(),
        also_stated: Vec::new(),
        note: None,
    }
}

/// A text up to the full stop of its first sentence; that of an ordinal, `2. kvartal`, is none.
fn first_sentence(text: &str) -> &str {
    let is_stop = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default();
        let behind = text.get(at + 2..).unwrap_or_default();
        let begins = behind.chars().next().is_some_and(|first| small_letter(first) != first);
        begins && !before.ends_with(|last: char| last.is_ascii_digit())
    };
    let stop = text.match_indices(". ").map(|(at, _)| at).find(is_stop);
    stop.and_then(|at| text.get(..at)).unwrap_or(text)
}

/// The figures of the columns that `period` picks, in the order of the table.
fn figures(
    rows: &GoalRows,
    lang: Lang,
    questions: &mut Vec<Question>,
    period: fn(PastedColumn) -> Option<crate::domain::date::Period>,
) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (column, text) in &rows.cells {
        let Some(period) = period(*column) else { continue };
        if let Some(CellReading { value, is_whole }) = figure(text, period, lang) {
            if !is_whole {
                questions.push(Question::about(Asked::Figure(period), text));
            }
            figures.push(value);
        }
    }
    figures
}

/// The weight; one that cannot be read is asked about and left out.
fn weight(rows: &GoalRows, lang: Lang, questions: &mut Vec<Question>) -> Option<Weight> {
    let text = rows.said(PastedColumn::Weight);
    if !says_something(text) {
        return None;
    }
    // Two weights of a goal are not one with a blank in it.
    let weight = read_weight(text, lang).filter(|weight| !text.contains('\n') && fits(*weight));
    if weight.is_none() {
        questions.push(Question::about(Asked::Weight, text));
    }
    weight
}

fn set_aside_for(
    rows: &GoalRows,
    set_aside: Option<&str>,
    lang: Lang,
    questions: &mut Vec<Question>,
) -> Vec<crate::domain::contract::Resource> {
    let own = rows.said(PastedColumn::Resources);
    let Some(text) = set_aside.or(says_something(own).then_some(own)) else { return Vec::new() };
    let CellReading { value, is_whole } = resources(text, lang);
    if !is_whole {
        questions.push(Question::about(Asked::Resources, text));
    }
    value
}

/// What the requirement is read from: its column, or the goal's own text where it says nothing.
fn requirement_words<'r>(rows: &'r GoalRows, about: &'r str) -> &'r str {
    let own = rows.said(PastedColumn::Requirement);
    if says_something(own) { own } else { about }
}

/// The requirement, held against what the goal's text says of it and against its weight.
fn requirement(
    rows: &GoalRows,
    about: &str,
    lang: Lang,
    known: Known,
    weight: Option<Weight>,
) -> RequirementReading {
    let words = requirement_words(rows, about);
    let nothing = || RequirementReading::Doubt { doubt: Doubt::Unread, readings: Vec::new() };
    let read = read_requirement(words, lang, known).unwrap_or_else(nothing);
    let elsewhere = match read_requirement(about, lang, known) {
        Some(RequirementReading::Clear(other)) if words != about => Some(other),
        _ => None,
    };
    let read = against(read, elsewhere);
    let is_range =
        weight.is_some_and(|weight| weight.min().0 > Decimal::ZERO || matches!(weight, Weight::Range { .. }));
    if is_range { with_judgement(read) } else { read }
}

/// Asks where the goal's text says something else than its requirement.
fn against(read: RequirementReading, elsewhere: Option<Requirement>) -> RequirementReading {
    let Some(other) = elsewhere.filter(|other| other.target != Target::Undetermined) else { return read };
    match read {
        RequirementReading::Clear(own) if agree(&own, &other) => RequirementReading::Clear(own),
        RequirementReading::Clear(own) => {
            RequirementReading::Doubt { doubt: Doubt::Elsewhere, readings: vec![own, other] }
        }
        RequirementReading::Doubt { doubt, mut readings } => {
            if !readings.contains(&other) {
                readings.push(other);
            }
            RequirementReading::Doubt { doubt, readings }
        }
    }
}

/// Whether two places ask for the same; one may say more exactly when and what is counted.
fn agree(own: &Requirement, other: &Requirement) -> bool {
    own.target == other.target && (other.measured.is_none() || own.measured == other.measured)
}

/// A weight with a range is given by a judgement, which the requirement does not say by itself.
fn with_judgement(read: RequirementReading) -> RequirementReading {
    let is_judged = |one: &Requirement| matches!(one.target, Target::Assessed { .. });
    let (doubt, mut readings) = match read {
        RequirementReading::Clear(one) if is_judged(&one) => return RequirementReading::Clear(one),
        RequirementReading::Clear(one) => (Doubt::Judged, vec![one]),
        RequirementReading::Doubt { doubt, readings } => (doubt, readings),
    };
    if !readings.iter().any(is_judged) {
        readings.insert(0, Target::Assessed { criteria: Vec::new() }.into());
    }
    RequirementReading::Doubt { doubt, readings }
}
