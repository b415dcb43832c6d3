//! What two contracts say differently, in words as short as a table cell.

use super::Words;
use super::text::ChangesText;
use crate::domain::changes::{AskedGoal, Change, ChangedPlace, Difference, Effect, Stated};
use crate::domain::contract::{
    AdjustmentTerms, Between, Direction, Goal, IndividualRule, LapsedRule, Part, Rule, ScaleStep, Target,
    Weight,
};
use crate::domain::counting::counting_target;
use crate::domain::number::{Decimal, Points, Span, difference};
use crate::i18n::text::ContractText;

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeWords {
    /// Where it is, such as `Mål 2`.
    pub place: String,
    /// What differs, such as `Krav`.
    pub what: String,
    /// What the first contract says; empty where it has no such thing.
    pub before: String,
    /// What the second contract says.
    pub after: String,
    /// What it means, such as `skærpes 6,5 pct.`; empty where nothing can be said.
    pub effect: String,
}

impl Words {
    /// A change between two contracts in words.
    pub fn change(self, change: &Change<'_>) -> ChangeWords {
        let place = self.changed_place(change.place);
        let say = |text: ChangesText| self.text(text).to_owned();
        let words = |what: String, before: String, after: String, effect: String| ChangeWords {
            place,
            what,
            before,
            after,
            effect,
        };
        match &change.what {
            Difference::New(weight) => {
                let name = self.changed_title(change.place);
                words(say(ChangesText::New), String::new(), name, self.weight_apart(None, *weight))
            }
            Difference::Gone(weight) => {
                let name = self.changed_title(change.place);
                words(say(ChangesText::Gone), name, String::new(), self.weight_apart(*weight, None))
            }
            Difference::Target(goals, effect) => {
                let [before, after] = self.both_targets(*goals);
                words(say(ChangesText::Target), before, after, self.effect_on(*goals, *effect))
            }
            Difference::Term(term, stated) => {
                let [before, after] = stated.map(|stated| {
                    stated.map_or_else(|| say(ChangesText::Silent), |stated| self.stated(stated))
                });
                words(self.term(*term).to_owned(), before, after, self.apart(stated))
            }
            Difference::Others(terms) => {
                let terms: Vec<&str> = terms.iter().map(|term| self.term(*term)).collect();
                words(say(ChangesText::Else), String::new(), terms.join(", "), String::new())
            }
        }
    }

    fn changed_place(self, place: ChangedPlace<'_>) -> String {
        match place {
            ChangedPlace::Contract => self.text(ChangesText::Contract).to_owned(),
            ChangedPlace::Group(group) => group.title.clone(),
            ChangedPlace::Goal(goal) | ChangedPlace::Area(goal) => goal.name().to_owned(),
            ChangedPlace::Pay => self.text(ChangesText::Pay).to_owned(),
            ChangedPlace::Risk(title, goal) => goal.map_or(title, |goal| goal.name()).to_owned(),
        }
    }

    /// What is new or gone: a goal's title with its requirement, a risk's title.
    fn changed_title(self, place: ChangedPlace<'_>) -> String {
        match place {
            ChangedPlace::Goal(goal) | ChangedPlace::Area(goal) => {
                format!("{}: {}", goal.title, self.goal_target(goal))
            }
            ChangedPlace::Risk(title, _) => title.to_owned(),
            ChangedPlace::Group(group) => group.title.clone(),
            ChangedPlace::Contract | ChangedPlace::Pay => self.changed_place(place),
        }
    }

    /// The targets of both; of composites the parts that differ.
    fn both_targets(self, goals: [AskedGoal<'_>; 2]) -> [String; 2] {
        let targets = goals.map(|of| counting_target(of.goal, of.entry));
        let [Some(before), Some(after)] = targets.map(Target::parts) else {
            return goals.map(|of| self.fixed_target_text(of.goal, of.entry));
        };
        let differing = |parts: &[Part], others: &[Part], goal: &Goal| {
            let differ = |part: &&Part| {
                let asks = |one: &Part| (one.target.clone(), one.measured, one.title.clone());
                others.iter().find(|other| other.id == part.id).is_none_or(|other| asks(other) != asks(part))
            };
            let text = |part: &Part| {
                let unit = part.unit.as_deref().or(goal.unit.as_deref());
                let target = self.target(&part.target, unit, None);
                format!("{}: {target}", part.title.as_deref().unwrap_or(part.id.as_str()))
            };
            parts.iter().filter(differ).map(text).collect::<Vec<_>>().join("; ")
        };
        let [old, new] = goals;
        let said = [differing(before, after, old.goal), differing(after, before, new.goal)];
        // All or any of the same parts is what differs where none of them does.
        let is_silent = said.iter().all(String::is_empty);
        if is_silent { goals.map(|of| self.fixed_target_text(of.goal, of.entry)) } else { said }
    }

    /// Which way a target moved: `skærpes 6,5 pct.`
    fn effect_on(self, goals: [AskedGoal<'_>; 2], effect: Effect) -> String {
        let targets = goals.map(|of| counting_target(of.goal, of.entry));
        match effect {
            Effect::Other if matches!(targets, [Target::By(_), Target::By(_)]) => {
                self.text(ChangesText::NewDeadline).to_owned()
            }
            Effect::Tightened(percent) => self.moved_by(ChangesText::Tightened, percent),
            Effect::Loosened(percent) => self.moved_by(ChangesText::Loosened, percent),
            Effect::Fixed => self.text(ChangesText::Fixed).to_owned(),
            Effect::Opened => self.text(ChangesText::Opened).to_owned(),
            Effect::Alike => self.text(ChangesText::Alike).to_owned(),
            Effect::Other => self.text(ChangesText::Other).to_owned(),
        }
    }

    /// What a contract says of a term: `ned og op, højst 20 %`.
    pub fn stated(self, stated: Stated<'_>) -> String {
        match stated {
            Stated::Text(text) => text.to_owned(),
            Stated::Weight(Weight::Fixed(points)) | Stated::Points(points) => self.number(points.0),
            Stated::Weight(Weight::Range { min, max }) => self.points(Span::new(min, max)),
            Stated::Percent(percent) => self.percent(percent.0),
            Stated::Days(days) => format!("{} – {}", self.date(days.from), self.date(days.to)),
            Stated::Year(year) => year.to_string(),
            Stated::Truth(truth) => {
                self.text(if truth { ChangesText::Yes } else { ChangesText::No }).to_owned()
            }
            Stated::Priority(priority) => self.number(Decimal::from(priority)),
            Stated::Rule(rule) => self.rule(rule),
            Stated::Lapsed(LapsedRule::Redistribute) => self.text(ContractText::LapsedShared).to_owned(),
            Stated::Lapsed(LapsedRule::Zero) => self.text(ContractText::LapsedLost).to_owned(),
            Stated::IndividualRule(IndividualRule::Overall) => self.text(ChangesText::Overall).to_owned(),
            Stated::IndividualRule(IndividualRule::Areas) => self.text(ChangesText::OneByOne).to_owned(),
            Stated::Adjustment(terms) => self.adjustment_terms(terms),
        }
    }

    /// `kun ned`, `ned og op, højst 20 %`.
    fn adjustment_terms(self, terms: AdjustmentTerms) -> String {
        let direction = self.text(match terms.direction {
            Direction::Down => ChangesText::Down,
            Direction::Up => ChangesText::Up,
            Direction::Both => ChangesText::DownAndUp,
        });
        let most = terms.max_percent.map(|most| {
            let most = self.percent(most.0);
            self.pick(format!("højst {most}"), format!("at most {most}"))
        });
        std::iter::once(direction.to_owned()).chain(most).collect::<Vec<_>>().join(", ")
    }

    fn rule(self, rule: &Rule) -> String {
        let cap = |cap: Decimal| (cap != Decimal::ONE).then(|| self.number(cap));
        match rule {
            Rule::AllOrNothing => self.text(ChangesText::AllOrNothing).to_owned(),
            Rule::Linear { zero_at, cap: most } => {
                self.linear_rule(&self.threshold(zero_at), cap(*most).as_deref())
            }
            Rule::Proportional { cap: most } => self.proportional_rule(cap(*most).as_deref()),
            Rule::Scale { steps, between, .. } => {
                let step = |step: &ScaleStep| (self.threshold(&step.at), self.number(step.share));
                self.scale_rule(*between == Between::Step, &steps.iter().map(step).collect::<Vec<_>>())
            }
            Rule::Parts { .. } => self.text(ChangesText::ByParts).to_owned(),
            Rule::Assessed => self.text(ChangesText::Judged).to_owned(),
        }
    }

    /// How far two figures lie apart, with their sign: `+50`.
    fn apart(self, stated: &[Option<Stated<'_>>; 2]) -> String {
        match stated {
            [Some(Stated::Weight(before)), Some(Stated::Weight(after))] => {
                self.weight_apart(Some(*before), Some(*after))
            }
            [Some(Stated::Points(before)), Some(Stated::Points(after))] => self.points_apart(*before, *after),
            _ => String::new(),
        }
    }

    /// How much more a goal can give; empty where its most stays, or it never had a weight.
    fn weight_apart(self, before: Option<Weight>, after: Option<Weight>) -> String {
        let most = |weight: Option<Weight>| weight.map(Weight::max).unwrap_or_default();
        self.points_apart(most(before), most(after))
    }

    fn points_apart(self, before: Points, after: Points) -> String {
        match difference(after.0, before.0) {
            Ok(apart) if apart > Decimal::ZERO => format!("+{}", self.number(apart)),
            Ok(apart) if apart < Decimal::ZERO => self.number(apart),
            _ => String::new(),
        }
    }
}
