//! Resultatoversigt: everything on one A4 page, for up to forty goals.

use super::Paper;
use super::document::{Amounts, Block, Cell, Column, ColumnKind, Density, Row, Table, WrittenPaper};
use super::fit::{fit_on_page, loosest_density};
use super::goals::{Grouped, Scored, grouped, in_group, status_counts};
use super::matter::{Assessed, Matter};
use super::slices::each;
use super::words::{points_of, short_result, short_target, shortened, sign};
use crate::domain::contract::GoalId;
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::Decimal;
use crate::i18n::text::{EntryText, PageText, ReportText, ResultsText};
use crate::small::sort_by_key;

/// How many risks, and how many open goals without one, have room below the goals.
const RISKS: usize = 3;

/// How long titles may be, and whether headings stand over the goals: on a page with room first, then with less and
/// less.
const FORMS: [(usize, bool); 6] = [(120, true), (80, true), (60, true), (44, true), (44, false), (30, false)];
/// More goals than this fit on a page in no form, which need not be tried out then.
const MOST: usize = 200;
/// How long the list of assumptions may be.
const ASSUMPTIONS: usize = 600;

/// The paper: titles are shortened and lines moved together as far as one page asks for.
pub(super) async fn overview(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let of = matter.current;
    let groups = grouped(matter, of);
    let mut document = matter.document(Paper::Overview, of);
    let is_long = matter.terms().goals.len() > MOST;
    let (_, forms) = FORMS.split_at(if is_long { FORMS.len() - 1 } else { 0 });
    for form in forms {
        document.blocks = blocks(matter, of, &groups, *form, pause).await;
        if is_long || fit_on_page(&document.blocks, Density::Tight) {
            break;
        }
    }
    document.density = if is_long { Density::Tight } else { loosest_density(&document.blocks) };
    document
}

async fn blocks(
    matter: &Matter<'_>,
    of: Assessed<'_>,
    groups: &[Grouped<'_>],
    (longest, with_headings): (usize, bool),
    pause: &mut impl AsyncFnMut(),
) -> Vec<Block> {
    let words = matter.words;
    let mut blocks = totals(matter, of);
    let mut table = goals(matter, of, groups, longest, pause).await;
    table.rows.retain(|row| with_headings || !matches!(row, Row::Group(..)));
    blocks.push(Block::Table(table));
    blocks.extend(risks(matter, of, longest));
    let assumptions = words.assumptions(&of.evaluation.assumptions, matter.terms());
    if !assumptions.is_empty() {
        blocks.push(Block::Heading(words.text(PageText::Assumptions).to_owned(), None));
        blocks.push(Block::Aside(shortened(&assumptions.join(" "), ASSUMPTIONS)));
    }
    blocks
}

/// The large figures and the bar; counts where there are no points.
fn totals(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let words = matter.words;
    let say = |text: PageText| words.text(text).to_owned();
    let Some(institution) = &of.evaluation.institution else {
        return vec![Block::Text(status_counts(of, words))];
    };
    let n = |points: crate::domain::number::Points| words.number(points.0);
    let (secured, lost, open) = (institution.sum.secured(), institution.sum.lost(), institution.sum.open());
    let mut figures = vec![
        (n(secured), say(PageText::PointsSecured)),
        (n(lost), say(PageText::PointsLost)),
        (n(open), say(PageText::PointsOpen)),
    ];
    let expected = institution.sum.expected_of_open().map(n);
    figures.extend(expected.clone().map(|points| (points, say(PageText::PointsExpected))));
    let pay = of.evaluation.pay.as_ref().map(|pay| words.share_percent(pay.fraction));
    figures.extend(pay.map(|percent| (percent, matter.say(ReportText::OfFullPay))));
    let amounts = Amounts { secured: secured.0, open: open.0, lost: lost.0 };
    let label = words.bar_label(&n(secured), &n(lost), &n(open), expected.as_deref());
    let band = of.evaluation.band.as_ref().and_then(|band| words.band(matter.terms(), band));
    let band = band.map(|band| Block::Facts(vec![(words.text(PageText::BandReached).to_owned(), band)]));
    [Block::Figures(figures), Block::Bar(amounts, label)].into_iter().chain(band).collect()
}

async fn goals(
    matter: &Matter<'_>,
    of: Assessed<'_>,
    groups: &[Grouped<'_>],
    longest: usize,
    pause: &mut impl AsyncFnMut(),
) -> Table {
    let words = matter.words;
    let has_names = matter.terms().goals.iter().any(|goal| goal.label.is_some());
    let has_points = of.evaluation.institution.is_some();
    let has_trend = matter.terms().goals.iter().any(|goal| goal.history.len() > 1);
    let say = |text: ReportText| words.text(text).to_owned();
    let columns = [
        (has_names, Column::new(say(ReportText::Number), ColumnKind::Name)),
        (true, Column::new(say(ReportText::Goal), ColumnKind::Words)),
        (true, Column::new(words.text(ResultsText::Target), ColumnKind::Short)),
        (has_trend, Column::new(say(ReportText::Trend), ColumnKind::Picture)),
        (true, Column::new(words.text(EntryText::Result), ColumnKind::Figure)),
        (true, Column::new(say(ReportText::StatusColumn), ColumnKind::Short)),
        (has_points, Column::new(say(ReportText::ShareColumn), ColumnKind::Picture)),
        (has_points, Column::new(say(ReportText::Points), ColumnKind::Figure)),
    ];
    let row = |(goal, outcome): &Scored<'_>| {
        let entry = of.assessment.results.get(&goal.id).map(AsRef::as_ref);
        let history: Vec<_> = goal.history.iter().filter_map(|figure| figure.value).collect();
        let said = history.iter().map(|value| words.number(*value)).collect::<Vec<_>>().join(" → ");
        let trend = if history.len() > 1 { Cell::Trend(history, said) } else { Cell::empty() };
        let cells = [
            (has_names, Cell::Quoted(shortened(goal.label.as_deref().unwrap_or_default(), 16))),
            (true, Cell::Quoted(shortened(&goal.title, longest))),
            (true, Cell::Text(shortened(&short_target(goal, entry, outcome, words), 22))),
            (has_trend, trend),
            (true, Cell::Text(shortened(&short_result(goal, entry, outcome, words), 16))),
            (true, Cell::Status(sign(outcome), words.outcome_status(outcome).to_owned())),
            (has_points, bar(outcome)),
            (has_points, Cell::Text(points_of(outcome, words))),
        ];
        Some(Row::Cells(applicable(cells)))
    };
    let mut rows = Vec::new();
    for group in groups {
        if let Some(title) = &group.title {
            rows.push(Row::Group(shortened(title, 90), in_group(&group.goals, words)));
        }
        rows.extend(each(&group.goals, pause, row).await);
        pause().await;
    }
    Table { caption: say(ReportText::GoalsCaption), columns: applicable(columns), rows }
}

fn applicable<T, const N: usize>(parts: [(bool, T); N]) -> Vec<T> {
    parts.into_iter().filter_map(|(has, part)| has.then_some(part)).collect()
}

fn bar(outcome: &GoalOutcome) -> Cell {
    let amounts = outcome.points.zip(outcome.open_points()).zip(outcome.lost_points());
    let Some(((points, open), lost)) = amounts else { return Cell::empty() };
    Cell::Bar(Amounts { secured: points.min.0, open: open.0, lost: lost.0.max(Decimal::ZERO) })
}

/// Where the most points are at risk, without points where the priority is highest; then what is most open.
fn risks(matter: &Matter<'_>, of: Assessed<'_>, longest: usize) -> Vec<Block> {
    let words = matter.words;
    let at_risk = of.evaluation.risks.iter();
    let at_risk: Vec<_> = at_risk
        .filter(|risk| risk.points_at_risk.is_none_or(|points| points.0 > Decimal::ZERO))
        .take(RISKS)
        .collect();
    let name = |goal: &GoalId| shortened(&matter.name_of(goal.as_str()), longest + 16);
    let risks = at_risk.iter().map(|risk| {
        let points = risk.points_at_risk.map(|points| words.number(points.0));
        words.goal_risk(&name(&risk.goal), risk.priority, points.as_deref())
    });
    let width = |outcome: &GoalOutcome| outcome.open_points().map(|points| points.0);
    let mut open: Vec<_> =
        matter.goals(of).filter_map(|(_, outcome)| Some((width(outcome)?, outcome))).collect();
    open.retain(|(points, outcome)| {
        *points > Decimal::ZERO && at_risk.iter().all(|risk| risk.goal != outcome.goal)
    });
    sort_by_key(&mut open, |(points, _)| std::cmp::Reverse(*points));
    let open = open.into_iter().take(RISKS).map(|(points, outcome)| {
        words.open_goal(&name(&outcome.goal), words.outcome_status(outcome), &words.number(points))
    });
    let items: Vec<_> = risks.chain(open).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(matter.say(ReportText::LargestRisks), None), Block::List(items)]
}
