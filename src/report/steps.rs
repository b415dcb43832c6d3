//! The appendix: the steps of every goal, and the sums of the printed lines. Whoever has the paper can work out each
//! total again.

use super::document::{Block, Cell, Column, ColumnKind, Row, Table};
use super::matter::{Assessed, Matter};
use super::slices::each;
use super::words::{NOTHING, full_name, points, weight};
use crate::domain::assessment::{Decision, Entry};
use crate::domain::contract::{Goal, Part, Target, Weight};
use crate::domain::evaluation::{GoalOutcome, Institution};
use crate::domain::number::{Decimal, Points};
use crate::domain::outcome::{addendum_that_counts, counting_target};
use crate::i18n::Words;
use crate::i18n::number::MINUS;
use crate::i18n::text::ReportText;
use crate::i18n::text::report::equation;

/// The steps of each goal and the sums that make the totals.
pub(super) async fn appendix(
    matter: &Matter<'_>,
    of: Assessed<'_>,
    pause: &mut impl AsyncFnMut(),
) -> Vec<Block> {
    let words = matter.words;
    let goals = matter.goals(of).map(|(goal, outcome)| Entered {
        goal,
        outcome,
        entry: of.assessment.results.get(&goal.id).map(AsRef::as_ref),
    });
    let mut blocks = vec![
        Block::Appendix(matter.say(ReportText::Steps)),
        Block::Aside(matter.say(ReportText::StepsLead)),
        Block::Table(table(matter, matter.say(ReportText::Steps), goals, pause).await),
    ];
    if let Some(institution) = &of.evaluation.institution {
        let outcomes: Vec<_> = matter.goals(of).map(|(_, outcome)| outcome).collect();
        blocks.push(Block::Heading(matter.say(ReportText::Sums), None));
        blocks.push(Block::Facts(sums(institution, &outcomes, words)));
        pause().await;
    }
    blocks.extend(shared_out(matter, of));
    blocks.extend(areas(matter, of, pause).await);
    blocks
}

/// A goal with what was entered for it and what that comes to.
struct Entered<'a> {
    goal: &'a Goal,
    outcome: &'a GoalOutcome,
    entry: Option<&'a Entry>,
}

/// Each goal with its steps under each other, where the document has it, and below it in which words.
async fn table<'a>(
    matter: &Matter<'_>,
    caption: String,
    goals: impl Iterator<Item = Entered<'a>>,
    pause: &mut impl AsyncFnMut(),
) -> Table {
    let words = matter.words;
    let say = |text: ReportText| words.text(text);
    let row = |Entered { goal, outcome, entry }: Entered<'a>| {
        let steps = outcome.steps.iter().map(|step| words.step(step)).collect();
        let cells = Row::Cells(vec![
            Cell::Quoted(full_name(goal)),
            Cell::Text(weight(outcome.weight, words)),
            Cell::Lines(steps),
            Cell::Text(points(outcome.points, words)),
            Cell::Quoted(place_of(matter, goal, entry)),
        ]);
        let words = wording(goal, counting_target(goal, entry), words);
        std::iter::once(cells).chain((!words.is_empty()).then_some(Row::Quote(words)))
    };
    let rows = each(goals, pause, row).await;
    Table {
        caption,
        columns: vec![
            Column::new(say(ReportText::Goal), ColumnKind::Words),
            Column::new(say(ReportText::Weight), ColumnKind::Figure),
            Column::new(say(ReportText::Calculation), ColumnKind::Words),
            Column::new(say(ReportText::Points), ColumnKind::Figure),
            Column::new(say(ReportText::PlaceInDocument), ColumnKind::Narrow),
        ],
        rows,
    }
}

/// Where the target that counts is written: `Tabel 5, s. 14`, or the addendum that fixed it.
fn place_of(matter: &Matter<'_>, goal: &Goal, entry: Option<&Entry>) -> String {
    let words = matter.words;
    if let Some(addendum) = addendum_that_counts(goal, entry) {
        let Decision { agreed, source } = &addendum.decision;
        return words.addendum_place(*agreed, source.as_deref());
    }
    let group = goal.group.as_ref().and_then(|id| matter.terms().group(id.as_str()));
    let source = goal.source.as_deref().or(group.and_then(|group| group.source.as_deref()));
    words.place(source, goal.page).unwrap_or_else(|| NOTHING.to_owned())
}

/// The document's own words for a goal and for the parts of the target that counts, with their names.
fn wording(goal: &Goal, counting: &Target, words: Words) -> Vec<(String, String)> {
    let name = words.text(ReportText::Wording);
    let mut said: Vec<_> = goal.wording.iter().map(|words| (name.to_owned(), words.clone())).collect();
    let (Target::AllOf(parts) | Target::AnyOf(parts)) = counting else { return said };
    let mut rest: Vec<&Part> = parts.iter().rev().collect();
    while let Some(part) = rest.pop() {
        let title = part.title.as_deref().unwrap_or(part.id.as_str());
        let title = match words.place(None, part.page) {
            Some(page) => format!("{title}, {page}"),
            None => title.to_owned(),
        };
        said.extend(part.wording.iter().map(|words| (title.clone(), words.clone())));
        if let Target::AllOf(parts) | Target::AnyOf(parts) = &part.target {
            rest.extend(parts.iter().rev());
        }
    }
    said
}

/// `150 + 25 = 175` for what is secured, what can be reached, and the weights; then what is lost and open.
fn sums(institution: &Institution, outcomes: &[&GoalOutcome], words: Words) -> Vec<(String, String)> {
    let n = |points: Points| words.number(points.0);
    let ends: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.points).collect();
    let least = ends.iter().map(|points| points.min);
    let most = ends.iter().map(|points| points.max);
    let weights = outcomes.iter().filter_map(|outcome| outcome.weight).map(Weight::max);
    let (secured, best, whole) =
        (institution.sum.secured(), institution.sum.points.max, institution.sum.weights);
    let rows = [
        (ReportText::Secured, sum(least, secured, words)),
        (ReportText::Reachable, sum(most, best, words)),
        (ReportText::Weights, sum(weights, whole, words)),
        (ReportText::Lost, format!("{} {MINUS} {} = {}", n(whole), n(best), n(institution.sum.lost()))),
        (ReportText::Open, format!("{} {MINUS} {} = {}", n(best), n(secured), n(institution.sum.open()))),
    ];
    rows.map(|(name, equation)| (words.text(name).to_owned(), equation)).into()
}

/// `a + b + c = total`, leaving out what is zero.
pub(super) fn sum(parts: impl Iterator<Item = Points>, total: Points, words: Words) -> String {
    let parts: Vec<_> =
        parts.filter(|points| points.0 != Decimal::ZERO).map(|points| words.number(points.0)).collect();
    equation(&parts, &words.number(total.0))
}

/// How the weight of lapsed goals was shared out, where it was.
fn shared_out(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let words = matter.words;
    let changed = matter.goals(of).any(|(goal, outcome)| goal.weight != outcome.weight);
    let own = |remaining: bool| -> Decimal {
        let counted = matter.goals(of).filter(|(goal, outcome)| {
            !remaining
                || goal.weight == outcome.weight
                || outcome.weight.is_some_and(|to| !to.max().0.is_zero())
        });
        counted.filter_map(|(goal, _)| goal.weight).map(|weight| weight.max().0).sum()
    };
    if !changed {
        return Vec::new();
    }
    let (whole, remaining) = (words.number(own(false)), words.number(own(true)));
    vec![
        Block::Heading(matter.say(ReportText::SharedOut), None),
        Block::Text(words.weight_shared_out(&whole, &remaining)),
    ]
}

/// The steps of the individual areas: of all that have points, else of those that something was entered for.
async fn areas(matter: &Matter<'_>, of: Assessed<'_>, pause: &mut impl AsyncFnMut()) -> Vec<Block> {
    let (words, pay) = (matter.words, of.evaluation.pay.as_ref());
    let agreement = matter.terms().pay.as_ref();
    let Some((agreement, pay)) = agreement.zip(pay) else {
        return Vec::new();
    };
    let has_points = pay.areas.iter().any(|area| area.points.is_some());
    let goals = agreement.areas.iter().zip(&pay.areas).map(|(goal, outcome)| Entered {
        goal,
        outcome,
        entry: of.assessment.individual.areas.get(&goal.id).map(AsRef::as_ref),
    });
    let is_told = |one: &Entered<'_>| one.entry.is_some_and(|entry| !entry.reported.is_empty());
    let goals: Vec<_> = goals.filter(|one| has_points || is_told(one)).collect();
    if goals.is_empty() {
        return Vec::new();
    }
    let caption = matter.say(ReportText::IndividualAreas);
    let ends = pay.areas.iter().filter_map(|area| area.points);
    let table = table(matter, caption.clone(), goals.into_iter(), pause).await;
    let mut blocks = vec![Block::Heading(caption, None), Block::Table(table)];
    if has_points {
        blocks.push(Block::Facts(vec![
            (words.name_of_sum(false), sum(ends.clone().map(|points| points.min), pay.individual.min, words)),
            (words.name_of_sum(true), sum(ends.map(|points| points.max), pay.individual.max, words)),
        ]));
    }
    blocks
}
