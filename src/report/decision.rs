//! Afgørelse: first what was decided, then what director, department and both together say of each goal, and the
//! chain of pay.

use std::rc::Rc;

use super::document::{Block, Cell, Column, ColumnKind, Row, Table, WrittenPaper};
use super::matter::{Assessed, Matter, whose};
use super::self_assessment::{assumed, individual, objections};
use super::slices::each;
use super::steps::appendix;
use super::verdict::open_with_verdict;
use super::words::{NOTHING, full_name, points};
use super::{Paper, goals, pay};
use crate::domain::assessment::{Assessor, EventKind};
use crate::domain::contract::{Goal, GoalId};
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::domain::number::{Points, Span};
use crate::i18n::text::report::said_by;
use crate::i18n::text::{EntryText, OverviewText, PageText, PayText, ReportText};

/// The paper, about the assessment that decides.
pub(super) async fn decision(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let sides = [Assessor::Director, Assessor::Department, Assessor::Agreed].map(|by| latest(matter, by));
    let [director, department, agreed] = sides;
    let of = agreed.or(department).or(director).unwrap_or(matter.current);
    let mut document = matter.document(Paper::Decision, of);
    open_with_verdict(&mut document, matter, of);
    let sides: Vec<_> = sides.into_iter().flatten().collect();
    document.blocks.extend(compared(matter, &sides, pause).await);
    document.blocks.extend(individual(matter, of));
    document.blocks.extend(pay::chain(matter, of));
    document.blocks.extend(decided(matter, of));
    document.blocks.extend(happenings(matter, of));
    document.blocks.extend(objections(matter, of, pause).await);
    document.blocks.extend(appendix(matter, of, pause).await);
    document.blocks.extend(assumed(matter, of));
    document
}

/// The assessment of this side that is furthest along: final before mid-year before draft. Of two alike the later day
/// counts, then the later place in the file.
fn latest<'a>(matter: &Matter<'a>, by: Assessor) -> Option<Assessed<'a>> {
    let of_side = matter.all.iter().copied().filter(|one| one.assessment.by == by);
    of_side.max_by_key(|one| one.assessment.precedence())
}

/// Goal by goal what each side gives, with the words of each where they differ.
async fn compared(matter: &Matter<'_>, sides: &[Assessed<'_>], pause: &mut impl AsyncFnMut()) -> Vec<Block> {
    let words = matter.words;
    let caption = words.text(PageText::Results).to_owned();
    let mut columns = vec![Column::new(matter.say(ReportText::Goal), ColumnKind::Words)];
    let heads = sides.iter().map(|side| matter.say(whose(side.assessment.by)));
    columns.extend(heads.map(|head| Column::new(head, ColumnKind::Figure)));
    let of_goal = |(at, goal): (usize, &Rc<Goal>)| {
        let outcomes: Vec<_> = sides.iter().map(|side| side.evaluation.goals.get(at)).collect();
        let cells = outcomes.iter().map(|one| {
            Cell::Text(one.map_or_else(|| NOTHING.to_owned(), |one| points_or_status(one, matter)))
        });
        let row = Row::Cells(std::iter::once(Cell::Quoted(full_name(goal))).chain(cells).collect());
        let differ = outcomes.windows(2).any(|pair| match pair {
            [a, b] => a.map(|one| (one.points, one.status)) != b.map(|one| (one.points, one.status)),
            _ => false,
        });
        let said = (sides.len() < 2 || differ).then(|| notes_of(matter, sides, &goal.id)).flatten();
        std::iter::once(row).chain(said)
    };
    let mut rows = each(matter.terms().goals.iter().enumerate(), pause, of_goal).await;
    rows.extend(totals(matter, sides));
    vec![Block::Heading(caption.clone(), None), Block::Table(Table { caption, columns, rows })]
}

/// The points of a goal; its status where there are no points.
fn points_or_status(outcome: &GoalOutcome, matter: &Matter<'_>) -> String {
    match outcome.points {
        Some(_) if outcome.status == GoalStatus::Lapsed => {
            matter.words.goal_status(outcome.status).to_owned()
        }
        Some(_) => points(outcome.points, matter.words),
        None => matter.words.goal_status(outcome.status).to_owned(),
    }
}

/// What each side wrote about a goal.
fn notes_of(matter: &Matter<'_>, sides: &[Assessed<'_>], goal: &GoalId) -> Option<Row> {
    let words = matter.words;
    let mut said = Vec::new();
    for side in sides {
        let entry = side.assessment.results.get(goal);
        let remarks = entry.map(|entry| goals::remarks(entry, words)).unwrap_or_default();
        let by = matter.say(whose(side.assessment.by));
        let of_side = |(name, text): (String, String)| {
            if sides.len() > 1 { (said_by(&by, &name), text) } else { (name, text) }
        };
        said.extend(remarks.into_iter().map(of_side));
    }
    (!said.is_empty()).then_some(Row::Note(said))
}

/// The institution's points, the individual points and both together in the pay.
fn totals(matter: &Matter<'_>, sides: &[Assessed<'_>]) -> Vec<Row> {
    type Of = fn(&Assessed<'_>) -> Option<Span<Points>>;
    let words = matter.words;
    let rows: [(String, Of); 4] = [
        (matter.say(ReportText::InTotal), |side| side.evaluation.institution.map(|found| found.sum.points)),
        (words.text(PayText::Institution).to_owned(), |side| {
            side.evaluation.pay.as_ref().map(|pay| pay.institution)
        }),
        (words.text(PayText::Individual).to_owned(), |side| {
            side.evaluation.pay.as_ref().map(|pay| pay.individual)
        }),
        (words.text(PayText::PayPoints).to_owned(), |side| {
            side.evaluation.pay.as_ref().map(|pay| pay.points)
        }),
    ];
    // Pots are earned by points of their own.
    let has_pots = matter.terms().pay.as_ref().is_some_and(|agreement| !agreement.pots.is_empty());
    let rows = rows.into_iter().take(if has_pots { 1 } else { 4 });
    let is_there = |of: Of| sides.iter().any(|side| of(side).is_some());
    let row = |(name, of): (String, Of)| {
        let cells = sides.iter().map(|side| Cell::Text(points(of(side), words)));
        Row::Total(std::iter::once(Cell::Text(name)).chain(cells).collect())
    };
    rows.filter(|(_, of)| is_there(*of)).map(row).collect()
}

/// What was decided about single goals: which lapsed, and which targets were fixed by an addendum.
fn decided(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let words = matter.words;
    let mut said: Vec<(String, String)> = Vec::new();
    for (goal, entry) in &of.assessment.results {
        let name = matter.name_of(goal.as_str());
        let remarks = goals::remarks(entry, words).into_iter();
        let kinds = [EntryText::FixedTarget, EntryText::Lapsed].map(|kind| words.text(kind));
        let decisions = remarks.filter(|(kind, _)| kinds.contains(&kind.as_str()));
        said.extend(decisions.map(|(kind, text)| (name.clone(), format!("{kind}: {text}"))));
    }
    if said.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(matter.say(ReportText::Decided), None), Block::Facts(said)]
}

/// What happened on the way. How the file was kept, such as when it was copied or locked, is no part of a decision;
/// nor is what was struck out.
fn happenings(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let tells = |kind| matches!(kind, EventKind::Decided | EventKind::Informed | EventKind::Other);
    let events = of.assessment.events.iter().filter(|event| tells(event.kind) && event.struck.is_none());
    let events: Vec<_> = events.map(|event| matter.words.event(event)).collect();
    if events.is_empty() {
        return Vec::new();
    }
    let heading = matter.words.text(OverviewText::Events).to_owned();
    vec![Block::Heading(heading, None), Block::List(events)]
}
