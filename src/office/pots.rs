//! The way through pots and stages in the sheet of the resultatløn: what is reached of each pot, what the stages make
//! of it, and what caps leave.
//!
//! It follows `domain::pay` step by step. A condition on goals asks the cells with their results, where their points are
//! formulas too.

use super::pay::{Chain, ENDS, End, PayCase, amounts, fraction_of};
use super::points::{DIGITS, Setting, live_points, table};
use super::results::RESULT;
use super::write::{Look, place, plain};
use crate::domain::contract::{Condition, EarnedBy, Goal, IndividualRule, Pot, Stage, StageKind};
use crate::domain::evaluation::GoalStatus;
use crate::domain::number::{Decimal, Kroner, Points, Share, Span, difference};
use crate::domain::pay::{CapOutcome, PotGround, PotOutcome, StageStep, goals_of_pot};
use crate::domain::timing::Timing;
use crate::i18n::text::{PayText, ReportText};
use crate::small::sort_by_key;

/// How long the formula of a condition may be, so that those of four still make one formula.
const LONGEST_CONDITION: usize = 2_000;

/// A formula for each end.
type Formulas = [String; 2];

fn both(formula: &dyn Fn(End) -> String) -> Formulas {
    ENDS.map(formula)
}

fn pick(formulas: &Formulas, end: End) -> &str {
    let [least, most] = formulas;
    if end.is_most { most } else { least }
}

/// A pot on its way through the stages.
struct Running {
    /// The row with the fraction.
    fraction: usize,
    /// The row before the gates whose cuts add up, and what they cut so far.
    gates: Option<(usize, Formulas)>,
}

/// A pot on its way through the caps.
#[derive(Clone, Copy)]
struct Earned {
    /// The pot, by its place.
    pot: usize,
    /// The row with the whole pot.
    full: usize,
    /// The row with what is earned of it, and what that is.
    row: usize,
    value: Span<Decimal>,
}

impl Chain<'_> {
    /// Adds all steps behind the points. `fraction` is the row of the one that there is where no pots are listed.
    pub(super) fn follow_pots(&mut self, case: PayCase<'_>, fraction: Option<usize>) {
        let PayCase { agreement, assessment, outcome, .. } = case;
        let points = self.points_asked_for(case);
        let base = outcome.base.filter(|_| agreement.needs_base());
        let base = base.map(|base| self.base(assessment, base));
        let mut all = Vec::new();
        for (place, pot) in outcome.pots.pots.iter().enumerate() {
            if agreement.pots.len() > 1 {
                self.heading(&self.words.pot_title(agreement, place));
            }
            let stated = agreement.pots.get(place);
            let fraction = stated.map(|stated| self.fraction_of_pot(case, stated, pot)).or(fraction);
            let Some(fraction) = fraction else { continue };
            let mut running = Running { fraction, gates: None };
            for (stage, done) in agreement.stages.iter().zip(&outcome.pots.stages) {
                if let Some(step) = done.steps.iter().find(|step| step.pot == place) {
                    running = self.stage(case, stage, (step, running, points));
                }
            }
            all.extend(self.kroner_of_pot(place, pot, base, running.fraction));
        }
        if outcome.earned.is_some()
            && let Some(rows) = self.together(case, all, base)
        {
            self.after_earned(case, rows);
        }
    }

    /// The sum of the contract's points, where a condition asks for it.
    fn points_asked_for(&mut self, case: PayCase<'_>) -> Option<usize> {
        let asks = |stage: &Stage| matches!(stage.condition(), Some(Condition::PointsBelow(_)));
        let reached = case.evaluation.institution.map(|institution| institution.sum.points);
        let reached = reached.filter(|_| case.agreement.stages.iter().any(asks))?;
        let results = self.results;
        let goals = (&results.goals[..], vec![true; results.goals.len()]);
        Some(self.sum_of_results(self.words.text(ReportText::InTotal), &[goals], reached))
    }

    /// The points that earn a pot, the most that they can be, and the fraction.
    fn fraction_of_pot(&mut self, case: PayCase<'_>, stated: &Pot, pot: &PotOutcome) -> usize {
        let (words, results) = (self.words, self.results);
        let by_area = case.agreement.individual_rule() == IndividualRule::Areas;
        let earns = |area: &Goal| match &stated.earned_by {
            EarnedBy::Areas(named) => named.contains(&area.id),
            EarnedBy::Individual => true,
            EarnedBy::Judged(_) => by_area,
            EarnedBy::Groups(_) | EarnedBy::Goals(_) | EarnedBy::Institution => false,
        };
        let areas = case.agreement.areas.iter().map(|area| earns(area)).collect();
        let goals = goals_of_pot(case.contract, stated);
        let rows = [(&results.goals[..], goals), (&results.areas[..], areas)];
        let name = words.text(PayText::FullPoints);
        let points = self.sum_of_results(name, &rows, pot.points);
        let most = self.fixed(&words.most_of(name), pot.most.0, Look::Points);
        let fraction = pot.points.map(|points| fraction_of(points, pot.most));
        let is_nothing = pot.most == Points::default();
        self.step(words.text(PayText::Fraction), Look::Share, fraction, &|end| {
            if is_nothing { "0".to_owned() } else { format!("{}/{}", end.at(points), end.at(most)) }
        })
    }

    /// What a stage makes of the fraction of a pot.
    fn stage(
        &mut self,
        case: PayCase<'_>,
        stage: &Stage,
        (step, running, points): (&StageStep, Running, Option<usize>),
    ) -> Running {
        let before = running.fraction;
        let mut gates = None;
        let formulas = match &stage.kind {
            StageKind::Gate { when, factor, adds } => {
                let cut = plain(difference(Decimal::ONE, *factor).unwrap_or_default());
                let holds = self.holds(case, when, (step, before, points));
                let own = both(&|end| format!("IF({},{cut},0)", pick(&holds, end)));
                let (base, cuts) = match running.gates.filter(|_| *adds) {
                    Some((base, earlier)) => {
                        (base, both(&|end| format!("{}+{}", pick(&earlier, end), pick(&own, end))))
                    }
                    None => (before, own),
                };
                let left = both(&|end| format!("{}*(1-MIN(1,{}))", end.at(base), pick(&cuts, end)));
                gates = adds.then_some((base, cuts));
                left
            }
            StageKind::Curve { steps, between } => {
                let steps: Vec<_> = steps.iter().map(|step| (step.at, step.to)).collect();
                both(&|end| table(&steps, *between, &compared(end, before)).unwrap_or_else(|| "0".to_owned()))
            }
            StageKind::Factor { .. } => {
                let factor = step.factor.unwrap_or(Span::settled(Decimal::ONE));
                both(&|end| format!("{}*{}", end.at(before), plain(end.of(factor))))
            }
            StageKind::CapFraction(most) => both(&|end| format!("MIN({},{})", end.at(before), plain(*most))),
            StageKind::CapAmount(_) | StageKind::CapPercent(_) => return running,
        };
        let name = self.words.stage(case.contract, stage);
        let after = step.after.map(|share| share.times(Decimal::ONE, SHARE_DIGITS).unwrap_or_default());
        let fraction = self.step(&name, Look::Share, after, &|end| pick(&formulas, end).to_owned());
        Running { fraction, gates }
    }

    /// Whether a condition holds. What the sheet cannot work out stands as it was worked out.
    fn holds(
        &self,
        case: PayCase<'_>,
        when: &Condition,
        (step, before, points): (&StageStep, usize, Option<usize>),
    ) -> Formulas {
        let asked = self.contented(case, when);
        let fewer =
            |end: End, than: usize| asked.as_ref().map(|(met, _)| format!("{}<{than}", pick(met, end)));
        let counting = asked.as_ref().map_or(0, |(_, counting)| *counting);
        both(&|end| {
            let test = match when {
                Condition::FractionBelow(least) => {
                    Some(format!("{}<{}", compared(end, before), plain(*least)))
                }
                Condition::PointsBelow(Points(least)) => {
                    points.map(|row| format!("{}<{}", compared(end, row), plain(*least)))
                }
                Condition::NotMet(_) | Condition::RatedLowest(_) => fewer(end, counting),
                Condition::FewerMetThan { count, .. } => {
                    usize::try_from(*count).ok().and_then(|count| fewer(end, count))
                }
            };
            let is_so = step.holds.is_some_and(|holds| end.of(holds));
            test.unwrap_or_else(|| if is_so { "TRUE" } else { "FALSE" }.to_owned())
        })
    }

    /// How many of the goals that a condition names do not make it hold, and how many count; none where it names no goals,
    /// or too many.
    fn contented(&self, case: PayCase<'_>, condition: &Condition) -> Option<(Formulas, usize)> {
        condition.count_named()?;
        let PayCase { contract, assessment, evaluation, .. } = case;
        let timing = Timing::new(contract, assessment);
        let setting = Setting { timing, decimals: contract.decimals(), words: self.words };
        let (mut live, mut settled, mut counting) = (Vec::new(), Span::settled(0_usize), 0);
        let goals = contract.goals.iter().zip(&evaluation.goals).zip(&self.results.goals);
        for ((goal, outcome), row) in goals {
            if !condition.names(&goal.id) || outcome.status == GoalStatus::Lapsed {
                continue;
            }
            counting += 1;
            let cell = self.results.reference(&place(row.row, RESULT));
            let entry = assessment.results.get(&goal.id).map(AsRef::as_ref);
            if let Some(points) = live_points(goal, entry, outcome, setting, &cell) {
                live.push(both(&|end| points.contents(condition, &goal.id, end.is_most)));
            } else {
                let met = |share: Share| usize::from(condition.is_content_with(&goal.id, share));
                settled = settled + outcome.share.map(met);
            }
        }
        let sum = both(&|end| {
            let live = live.iter().map(|formulas| pick(formulas, end).to_owned());
            std::iter::once(end.of(settled).to_string()).chain(live).collect::<Vec<_>>().join("+")
        });
        sum.iter().all(|sum| sum.len() <= LONGEST_CONDITION).then_some((sum, counting))
    }

    /// The whole of a pot in kroner, and what is earned of it; none while an amount is missing.
    fn kroner_of_pot(
        &mut self,
        place: usize,
        pot: &PotOutcome,
        base: Option<usize>,
        fraction: usize,
    ) -> Option<Earned> {
        let words = self.words;
        let (whole, earned) = pot.full.zip(pot.earned)?;
        let full = match pot.ground {
            PotGround::Stated(amount) => self.fixed(words.text(PayText::Full), amount.0, Look::Kroner),
            PotGround::Regulated(Kroner(amount), percent) => {
                let percent = self.fixed(words.text(PayText::Regulation), percent?.0, Look::Number);
                self.step(words.text(PayText::Full), Look::Kroner, Span::settled(whole.0), &|end| {
                    format!("ROUND({}*(100+{})/100,2)", plain(amount), end.at(percent))
                })
            }
            PotGround::OfBase(percent) => {
                self.percent_of(base?, words.text(PayText::MaxPercent), percent?.0, whole)
            }
        };
        let value = amounts(earned);
        let row = self.step(words.text(PayText::Earned), Look::Kroner, value, &|end| {
            format!("ROUND({}*{},2)", end.at(full), end.at(fraction))
        });
        Some(Earned { pot: place, full, row, value })
    }

    /// The rows of all pots together: the whole, and what is earned behind the caps.
    fn together(
        &mut self,
        case: PayCase<'_>,
        mut all: Vec<Earned>,
        base: Option<usize>,
    ) -> Option<(usize, usize)> {
        let (words, outcome) = (self.words, case.outcome);
        let (whole, earned) = outcome.full.zip(outcome.earned)?;
        if let [only] = all[..]
            && outcome.pots.caps.is_empty()
        {
            return Some((only.full, only.row));
        }
        if all.len() > 1 {
            self.heading(words.text(ReportText::InTotal));
        }
        let fulls: Vec<usize> = all.iter().map(|pot| pot.full).collect();
        let full = match fulls[..] {
            [only] => only,
            _ => self.step(words.text(PayText::Full), Look::Kroner, Span::settled(whole.0), &|end| {
                sum(end, &fulls)
            }),
        };
        for cap in &outcome.pots.caps {
            self.cap(case, cap, &mut all, base)?;
        }
        let rows: Vec<usize> = all.iter().map(|pot| pot.row).collect();
        let row = match rows[..] {
            [only] => only,
            _ => self.step(words.text(PayText::EarnedTogether), Look::Kroner, amounts(earned), &|end| {
                sum(end, &rows)
            }),
        };
        Some((full, row))
    }

    /// What a cap leaves of the pots that it names, which keep theirs one after the other as long as there is some left.
    fn cap(
        &mut self,
        case: PayCase<'_>,
        cap: &CapOutcome,
        all: &mut [Earned],
        base: Option<usize>,
    ) -> Option<()> {
        let stages = &case.agreement.stages;
        let at = stages.iter().position(|stage| stage.id == cap.id)?;
        let (stage, later) = (stages.get(at)?, stages.get(at + 1..).unwrap_or_default());
        let covers = |stage: &Stage, pot: &Earned| {
            let outcome = case.outcome.pots.pots.get(pot.pot);
            outcome.is_some_and(|outcome| stage.covers(&outcome.id))
        };
        let mut named: Vec<&mut Earned> = all.iter_mut().filter(|pot| covers(stage, pot)).collect();
        // Pots that fewer caps still look at keep theirs first, as in the calculation.
        sort_by_key(&mut named, |pot| later.iter().filter(|cap| covers(cap, pot)).count());
        let rows: Vec<usize> = named.iter().map(|pot| pot.row).collect();
        if rows.is_empty() {
            return Some(());
        }
        let most = |end: End| match (&stage.kind, base) {
            (StageKind::CapPercent(percent), Some(base)) => {
                format!("ROUND({}*{}/100,2)", end.at(base), plain(percent.0))
            }
            _ => plain(cap.most.0),
        };
        let name = self.words.stage(case.contract, stage);
        let after = self.step(&name, Look::Kroner, amounts(cap.after), &|end| {
            format!("MIN({},{})", sum(end, &rows), most(end))
        });
        if let [only] = &mut named[..] {
            (only.row, only.value) = (after, amounts(cap.after));
            return Some(());
        }
        let mut left = amounts(cap.after);
        for (place, pot) in named.into_iter().enumerate() {
            let own = Span::new(pot.value.min.min(left.min), pot.value.max.min(left.max));
            left = Span::new(difference(left.min, own.min).ok()?, difference(left.max, own.max).ok()?);
            let earlier = rows.get(..place).unwrap_or_default();
            let title = self.words.pot_title(case.agreement, pot.pot);
            let name = format!("{title} ({})", self.words.stage_name(stage));
            let kept = pot.row;
            pot.row = self.step(&name, Look::Kroner, own, &|end| {
                let taken =
                    if earlier.is_empty() { String::new() } else { format!("-({})", sum(end, earlier)) };
                format!("MIN({},MAX(0,ROUND({}{taken},2)))", end.at(kept), end.at(after))
            });
            pot.value = own;
        }
        Some(())
    }
}

/// With how many digits a spreadsheet keeps a fraction.
const SHARE_DIGITS: u32 = 15;

/// The figure of a row without the noise that counting in halves leaves, which could turn a comparison.
fn compared(end: End, row: usize) -> String {
    format!("ROUND({},{DIGITS})", end.at(row))
}

fn sum(end: End, rows: &[usize]) -> String {
    rows.iter().map(|row| end.at(*row)).collect::<Vec<_>>().join("+")
}
