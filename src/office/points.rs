//! Points as formulas of the cell with a goal's result, where its rule is a plain one.
//!
//! They follow `domain::judging` and `domain::scoring` kind by kind: whether the cell says a result, and the share that
//! it earns then. Where the formula would not come to what was worked out, there is none.

use super::write::{plain, serial};
use crate::domain::assessment::Entry;
use crate::domain::contract::{
    Between, Condition, Goal, GoalId, Rating, Relation, Rule, ScaleStep, Target, Threshold, Weight,
};
use crate::domain::date::Date;
use crate::domain::evaluation::GoalOutcome;
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, Points, Share, Span, difference, product, rounded, sum};
use crate::domain::outcome::{counting_period, counting_target};
use crate::domain::reported::Reported;
use crate::domain::scoring::{best, runs_one_way};
use crate::domain::timing::Timing;
use crate::i18n::{Lang, Words};

/// The words for yes and no in the page's own table.
pub(super) fn answers(words: Words) -> [&'static str; 2] {
    match words.lang {
        Lang::Da => ["ja", "nej"],
        Lang::En => ["yes", "no"],
    }
}

/// What the points of any goal depend on.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub(super) timing: Timing,
    /// How many decimals points have.
    pub(super) decimals: u32,
    pub(super) words: Words,
}

/// What a cell makes of a goal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LivePoints {
    answer: Answer,
    /// The points, once the cell says a result.
    points: String,
    /// The points until then.
    open: Span<Decimal>,
}

/// A cell as the answer to a target, in formulas.
#[derive(Clone, Debug, PartialEq)]
struct Answer {
    /// Whether it says a result.
    known: String,
    /// Whether it does so now.
    is_known: bool,
    earned: Earned,
    /// Tests of what the cell says, each with the share that is reached where it holds.
    reached: Vec<(String, Share)>,
    /// The share until it says a result.
    open: Span<Share>,
}

/// What an answer earns.
#[derive(Clone, Debug, PartialEq)]
enum Earned {
    /// All where this holds, else nothing.
    All(String),
    /// This share.
    Share(String),
}

impl LivePoints {
    /// The points of the worst or of the best that is still possible.
    pub(super) fn formula(&self, is_most: bool) -> String {
        let open = if is_most { self.open.max } else { self.open.min };
        format!("IF({},{},{})", self.answer.known, self.points, plain(open))
    }

    /// 1 where the goal does not make a condition hold, else 0.
    pub(super) fn contents(&self, condition: &Condition, goal: &GoalId, is_most: bool) -> String {
        let is_content = |share: Share| condition.is_content_with(goal, share);
        let tests = self.answer.reached.iter().filter(|(_, share)| is_content(*share));
        let tests: Vec<_> = tests.map(|(test, _)| test.as_str()).collect();
        let open = if is_most { self.answer.open.max } else { self.answer.open.min };
        let reached = if tests.is_empty() { "FALSE".to_owned() } else { any_of(&tests) };
        format!("IF({},IF({reached},1,0),{})", self.answer.known, u8::from(is_content(open)))
    }
}

/// The formulas for the points of a goal whose result stands in this cell.
pub(super) fn live_points(
    goal: &Goal,
    entry: Option<&Entry>,
    outcome: &GoalOutcome,
    setting: Setting,
    cell: &str,
) -> Option<LivePoints> {
    if entry.is_some_and(Entry::has_lapsed) || outcome.expected.is_some() {
        return None;
    }
    let (weight, points) = outcome.weight.zip(outcome.points)?;
    let nothing = Reported::default();
    let reported = entry.map_or(&nothing, |entry| &entry.reported);
    let target = counting_target(goal, entry);
    let time = setting.timing.time(target, counting_period(goal, entry));
    let is_time = setting.timing.as_of.zip(time).is_none_or(|(as_of, time)| as_of >= time);
    let question = Question { goal, reported, setting, is_time, cell };
    let answer = question.answer(target)?;
    let (least, most) = (weight.min().0, weight.max().0);
    let gain = difference(most, least).ok()?;
    let at = |share: Share| {
        let points = sum(least, product(gain, share.numerator()).ok()?).ok()?;
        Some(rounded(points, setting.decimals).normalize())
    };
    let open = Span::new(at(answer.open.min)?, at(answer.open.max)?);
    let is_as_worked_out = if answer.is_known {
        points.is_settled()
    } else {
        points == Span::new(Points(open.min), Points(open.max))
    };
    let points = match &answer.earned {
        Earned::All(test) => format!("IF({test},{},{})", plain(at(Share::FULL)?), plain(at(Share::NONE)?)),
        Earned::Share(share) => {
            let from = if matches!(weight, Weight::Range { .. }) {
                format!("{}+", plain(least))
            } else {
                String::new()
            };
            format!("ROUND({from}{}*({share}),{})", bracketed(gain), setting.decimals)
        }
    };
    let live = LivePoints { answer, points, open };
    (is_as_worked_out && live.formula(true).len() <= LONGEST_FORMULA).then_some(live)
}

/// What is asked of a cell.
#[derive(Clone, Copy)]
struct Question<'a> {
    goal: &'a Goal,
    reported: &'a Reported,
    setting: Setting,
    /// Whether what is entered is a result; before its time it is a reading, which settles nothing.
    is_time: bool,
    cell: &'a str,
}

impl Question<'_> {
    fn answer(self, target: &Target) -> Option<Answer> {
        match target {
            Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. } => {
                self.is_time.then(|| self.figure(target)).flatten()
            }
            Target::By(deadline) => self.by(*deadline),
            Target::Done => self.done(),
            Target::Rated(rating) => self.is_time.then(|| self.rated(rating)).flatten(),
            Target::AllOf(_) | Target::AnyOf(_) | Target::Assessed { .. } | Target::Undetermined => None,
        }
    }

    fn at(self, threshold: Threshold) -> Option<Decimal> {
        Ground::of_goal(self.goal, None).figure(threshold, self.reported).ok().flatten()
    }

    /// A test of the cell against a figure.
    fn test(self, sign: &str, figure: Decimal) -> String {
        format!("{}{sign}{}", self.cell, plain(figure))
    }

    /// A figure: whether it holds, or how far it is.
    fn figure(self, target: &Target) -> Option<Answer> {
        let known = format!("ISNUMBER({})", self.cell);
        let is_known = self.reported.figure(self.goal.ratio.as_deref()).is_some();
        let rule = self.goal.scoring.as_ref().filter(|rule| **rule != Rule::AllOrNothing);
        let Some(rule) = rule else {
            return Some(all_or_nothing(known, is_known, self.holds(target)?));
        };
        let (share, full) = match rule {
            Rule::Linear { zero_at, cap } => self.linear(target, *zero_at, *cap)?,
            Rule::Proportional { cap } => self.proportional(target, *cap)?,
            Rule::Scale { steps, between, .. } => {
                let share = self.scale(steps, *between, best(target, Some(rule)).numerator())?;
                let full = format!("ROUND({share},{DIGITS})>=1");
                (share, full)
            }
            Rule::AllOrNothing | Rule::Parts { .. } | Rule::Assessed => return None,
        };
        let reached = vec![(full, Share::FULL)];
        let open = Span::new(Share::NONE, best(target, Some(rule)));
        Some(Answer { known, is_known, earned: Earned::Share(share), reached, open })
    }

    /// Whether the figure in the cell holds against the target.
    fn holds(self, target: &Target) -> Option<String> {
        let within =
            |low: Decimal, high: Decimal| format!("AND({},{})", self.test(">=", low), self.test("<=", high));
        match target {
            Target::Limit { relation, threshold } => Some(self.test(sign(*relation), self.at(*threshold)?)),
            Target::Between { min, max } => Some(within(self.at(*min)?, self.at(*max)?)),
            Target::Unchanged { baseline, tolerance } => {
                let ground = Ground::of_goal(self.goal, None);
                let baseline = ground.baseline(*baseline, self.reported)?;
                let (low, high) = (difference(baseline, *tolerance), sum(baseline, *tolerance));
                Some(within(low.ok()?, high.ok()?))
            }
            _ => None,
        }
    }

    /// The relation of a one-sided target, and its figure.
    fn one_sided(self, target: &Target) -> Option<(Relation, Decimal)> {
        match target {
            Target::Limit { relation, threshold } => Some((*relation, self.at(*threshold)?)),
            _ => None,
        }
    }

    fn linear(self, target: &Target, zero_at: Threshold, cap: Decimal) -> Option<(String, String)> {
        let (relation, at) = self.one_sided(target)?;
        let zero = self.at(zero_at).filter(|zero| relation.is_worse(*zero, at))?;
        let whole = difference(at, zero).ok()?;
        let (zero, whole) = (bracketed(zero), bracketed(whole));
        let share = held(&format!("({}-{zero})/{whole}", self.cell), cap);
        Some((share, self.test(as_good_as(relation), at)))
    }

    fn proportional(self, target: &Target, cap: Decimal) -> Option<(String, String)> {
        let (relation, at) = self.one_sided(target)?;
        if at <= Decimal::ZERO {
            return None;
        }
        let (cell, limit) = (self.cell, plain(at));
        let share = if relation.falls() {
            let share = held(&format!("{limit}/{cell}"), cap);
            format!("IF({cell}<=0,{},{share})", plain(cap))
        } else {
            held(&format!("{cell}/{limit}"), cap)
        };
        Some((share, self.test(as_good_as(relation), at)))
    }

    fn scale(self, steps: &[ScaleStep], between: Between, most: Decimal) -> Option<String> {
        let figures = steps.iter().map(|step| Some((self.at(step.at)?, step.share)));
        let figures: Option<Vec<_>> = figures.collect();
        Some(held(&table(&figures?, between, self.cell)?, most))
    }

    /// A day, or no where it was not reached.
    fn by(self, deadline: Date) -> Option<Answer> {
        let [_, no] = answers(self.setting.words);
        let known = self.known_by(&format!("{}=\"{no}\"", self.cell), self.is_time);
        let is_known = self.reported.date.is_some() || (self.is_time && self.reported.done == Some(false));
        let holds = format!("AND(ISNUMBER({0}),{0}<={1})", self.cell, serial(deadline));
        self.is_plain().then(|| all_or_nothing(known, is_known, holds))
    }

    /// Yes or no, or the day on which it was done.
    fn done(self) -> Option<Answer> {
        let [yes, no] = answers(self.setting.words);
        let is = |answer: &str| format!("{}=\"{answer}\"", self.cell);
        let known = self.known_by(&any_of(&[&is(yes), &is(no)]), true);
        let known = if self.is_time { known } else { self.known_by(&is(yes), true) };
        let Reported { date, done, .. } = *self.reported;
        let is_known = date.is_some() || done == Some(true) || (self.is_time && done == Some(false));
        let holds = any_of(&[&is(yes), &format!("ISNUMBER({})", self.cell)]);
        // The cell shows the day, although the no counts.
        let is_contradicted = date.is_some() && done == Some(false);
        (self.is_plain() && !is_contradicted).then(|| all_or_nothing(known, is_known, holds))
    }

    /// Whether the cell has a day that has come, or this answer where it counts.
    fn known_by(self, answer: &str, counts: bool) -> String {
        let number = format!("ISNUMBER({})", self.cell);
        let day = match self.setting.timing.as_of {
            Some(as_of) => format!("AND({number},{}<={})", self.cell, serial(as_of)),
            None => number,
        };
        if counts { any_of(&[&day, answer]) } else { day }
    }

    /// Whether the goal is scored all or nothing.
    fn is_plain(self) -> bool {
        matches!(self.goal.scoring, None | Some(Rule::AllOrNothing))
    }

    /// A level by its title. Titles that differ in nothing but capitals a spreadsheet cannot tell.
    fn rated(self, rating: &Rating) -> Option<Answer> {
        let titles: Vec<_> = rating.levels.iter().map(|level| level.title.to_lowercase()).collect();
        let is_told = (1..).zip(&titles).all(|(next, title)| {
            title.encode_utf16().count() <= LONGEST_TEXT
                && !titles.iter().skip(next).any(|other| other == title)
        });
        let is = |title: &str| format!("{}=\"{}\"", self.cell, title.replace('"', "\"\""));
        let tests: Vec<_> =
            rating.levels.iter().map(|level| (is(&level.title), Share::decimal(level.share))).collect();
        let all: Vec<_> = tests.iter().map(|(test, _)| test.as_str()).collect();
        let terms: Vec<_> =
            tests.iter().map(|(test, share)| format!("IF({test},{},0)", plain(share.numerator()))).collect();
        let is_known = self.reported.level.as_ref().is_some_and(|level| rating.level(level).is_some());
        let (known, earned) = (any_of(&all), Earned::Share(terms.join("+")));
        let open = Span::new(rating.lowest(), rating.highest());
        is_told.then_some(Answer { known, is_known, earned, reached: tests, open })
    }
}

/// What a table gives for a figure: each step adds what it has more than the one before. None where it runs no one way.
pub(super) fn table(steps: &[(Decimal, Decimal)], between: Between, figure: &str) -> Option<String> {
    let (first, first_share) = steps.first()?;
    if !runs_one_way(steps.iter().map(|(at, _)| *at)) {
        return None;
    }
    let falls = steps.get(1).is_some_and(|(second, _)| second < first);
    let reached = |at: Decimal| format!("{figure}{}{}", if falls { "<=" } else { ">=" }, plain(at));
    let mut terms = vec![plain(*first_share)];
    for ((at, share), (next, next_share)) in steps.iter().zip(steps.iter().skip(1)) {
        let more = bracketed(difference(*next_share, *share).ok()?);
        terms.push(match between {
            Between::Step => format!("IF({},{more},0)", reached(*next)),
            Between::Linear => {
                let (at, width) = (bracketed(*at), bracketed(difference(*next, *at).ok()?));
                format!("{more}*MAX(0,MIN(1,({figure}-{at})/{width}))")
            }
        });
    }
    Some(format!("IF({},{},0)", reached(*first), terms.join("+")))
}

fn all_or_nothing(known: String, is_known: bool, test: String) -> Answer {
    let reached = vec![(test.clone(), Share::FULL)];
    Answer { known, is_known, earned: Earned::All(test), reached, open: Span::new(Share::NONE, Share::FULL) }
}

/// The longest formula, and the longest text that one may hold.
const LONGEST_FORMULA: usize = 8_192;
const LONGEST_TEXT: usize = 255;

/// How many digits behind the comma a share is compared by: what counting in halves leaves lies beyond.
pub(super) const DIGITS: u8 = 12;

fn any_of(tests: &[&str]) -> String {
    if let [one] = tests { (*one).to_owned() } else { format!("OR({})", tests.join(",")) }
}

/// A share from 0 to the most that the rule gives.
fn held(share: &str, most: Decimal) -> String {
    format!("MAX(0,MIN({},{share}))", plain(most))
}

/// A number below zero is put in brackets, so that two signs do not meet.
fn bracketed(number: Decimal) -> String {
    if number < Decimal::ZERO { format!("({})", plain(number)) } else { plain(number) }
}

fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::AtMost => "<=",
        Relation::AtLeast => ">=",
        Relation::Below => "<",
        Relation::Above => ">",
    }
}

/// On which side of the figure a result earns everything; there also those targets earn it that exclude the figure.
fn as_good_as(relation: Relation) -> &'static str {
    if relation.falls() { "<=" } else { ">=" }
}
