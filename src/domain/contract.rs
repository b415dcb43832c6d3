//! What a contract is: goals with weights, a pay agreement, risks, and what stands around them.

use std::rc::Rc;

use super::date::{Date, Period};
use super::number::{Decimal, Percent, Points};
use super::target::{Part, Target};

/// Makes a newtype for an identifier, so that a goal's is never taken for a group's.
macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The identifier as it is written in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

identifier!(
    /// Names a contract, such as `ams-2009`.
    ContractId
);
identifier!(
    /// Names a goal or an individual area within its contract.
    GoalId
);
identifier!(
    /// Names a part of a composite target within its goal.
    PartId
);
identifier!(
    /// Names a group of goals.
    GroupId
);

/// A performance contract, as one file states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// Names the contract in assessments and drafts.
    pub id: ContractId,
    /// The contract's title.
    pub title: String,
    /// The language that titles are written in, `da` unless stated.
    pub language: String,
    /// The agency that is bound.
    pub institution: Option<String>,
    /// The department that it is agreed with.
    pub department: Option<String>,
    /// From the first to the last day of the contract.
    pub period: Option<DateRange>,
    /// The year whose targets bind; later years have guidelines.
    pub binding_year: Option<i32>,
    /// The documents that the contract is taken from.
    pub sources: Vec<Source>,
    /// The total and the rounding of points; none in an unweighted contract.
    pub points: Option<PointSystem>,
    /// What happens with the weight of a lapsed goal; `None` where the contract is silent.
    pub lapsed: Option<LapsedRule>,
    /// Groups of goals and of individual areas, in the contract's order.
    pub groups: Vec<Group>,
    /// Every line that is scored, in the contract's order.
    pub goals: Vec<Rc<Goal>>,
    /// The director's pay agreement.
    pub pay: Option<PayAgreement>,
    /// The risk assessment.
    pub risk: Option<RiskRegister>,
    /// Purposes with their appropriations.
    pub purposes: Vec<Purpose>,
    /// From main purpose through means to goals.
    pub strategy: Vec<Strategy>,
    /// Tables of development that the contract prints.
    pub trends: Vec<Trend>,
    /// The budget table.
    pub budget: Option<Budget>,
    /// When a status or a report is due.
    pub reporting: Vec<Report>,
    /// What the document says elsewhere about its own period.
    pub also_stated: Vec<ContractStatement>,
}

impl Contract {
    /// The goal with this identifier.
    pub fn goal(&self, id: &str) -> Option<&Rc<Goal>> {
        self.goals.iter().find(|goal| goal.id.as_str() == id)
    }

    /// The individual area with this identifier.
    pub fn area(&self, id: &str) -> Option<&Rc<Goal>> {
        self.pay.iter().flat_map(|pay| &pay.areas).find(|area| area.id.as_str() == id)
    }

    /// The group with this identifier.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id.as_str() == id)
    }

    /// Whether a group is `ancestor` or stands somewhere below it.
    pub fn is_within(&self, group: &str, ancestor: &str) -> bool {
        // A contract that was read has no circles; counting the steps keeps one that was made otherwise safe.
        let mut current = self.group(group);
        for _ in 0..=self.groups.len() {
            match current {
                Some(group) if group.id.as_str() == ancestor => return true,
                Some(group) => current = group.parent.as_ref().and_then(|id| self.group(id.as_str())),
                None => return false,
            }
        }
        false
    }

    /// The number of decimals that points are rounded to: the contract's, or 2.
    pub fn decimals(&self) -> u32 {
        self.points.map_or(2, |points| points.decimals)
    }
}

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// A document that the contract is taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date, as it is written.
    pub date: Option<String>,
}

/// How points are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointSystem {
    /// Full fulfilment of every goal, 1,000 as a rule.
    pub total: Points,
    /// Decimals that points are rounded to, 0 to 6, 2 unless stated.
    pub decimals: u32,
}

/// What happens with the weight of a goal that lapses by agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LapsedRule {
    /// The goals that remain share it in proportion to their weights.
    Redistribute,
    /// It is lost.
    Zero,
}

/// A heading that goals stand under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its identifier.
    pub id: GroupId,
    /// Its heading.
    pub title: String,
    /// The group that it belongs to.
    pub parent: Option<GroupId>,
    /// Where the document has it.
    pub source: Option<String>,
}

/// One line that is scored: a goal, a product requirement or an individual area.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Its identifier.
    pub id: GoalId,
    /// The document's name for it, such as `Mål 2`.
    pub label: Option<String>,
    /// The heading that it stands under.
    pub group: Option<GroupId>,
    /// Where the document has it, such as `Tabel 2`.
    pub source: Option<String>,
    /// What it is about, in short.
    pub title: String,
    /// What it is about, at length.
    pub description: Option<String>,
    /// The points that full fulfilment gives; none in an unweighted contract.
    pub weight: Option<Weight>,
    /// What the figures count.
    pub unit: Option<String>,
    /// What has to hold.
    pub target: Target,
    /// When the target is measured, where stated.
    pub measured: Option<Period>,
    /// How much fulfilment earns; `None` where the contract is silent.
    pub scoring: Option<Rule>,
    /// What was reached in earlier periods.
    pub history: Vec<Figure>,
    /// Non-binding figures for later years.
    pub guidelines: Vec<Figure>,
    /// Staff and money that are set aside.
    pub resources: Vec<Resource>,
    /// Goals of other contracts that this one serves, as `contract#goal`.
    pub contributes_to: Vec<String>,
    /// What the document says elsewhere about the same thing.
    pub also_stated: Vec<Statement>,
    /// A remark of whoever wrote the file.
    pub note: Option<String>,
}

impl Goal {
    /// The document's name for it where it has one, else its title.
    pub fn name(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.title)
    }

    /// The figure of its history that belongs to exactly this period.
    pub fn reached(&self, period: Period) -> Option<Decimal> {
        self.history.iter().find(|figure| figure.period == period).and_then(|figure| figure.value)
    }
}

/// The points that a goal gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// So many points at full fulfilment, 0 at none.
    Fixed(Points),
    /// From `min` at no fulfilment to `max` at full.
    Range {
        /// The points at no fulfilment.
        min: Points,
        /// The points at full fulfilment.
        max: Points,
    },
}

impl Weight {
    /// The points at no fulfilment.
    pub fn min(self) -> Points {
        match self {
            Self::Fixed(_) => Points::default(),
            Self::Range { min, .. } => min,
        }
    }

    /// The points at full fulfilment.
    pub fn max(self) -> Points {
        match self {
            Self::Fixed(points) | Self::Range { max: points, .. } => points,
        }
    }
}

/// How much fulfilment earns.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Everything when the target holds, else nothing.
    AllOrNothing,
    /// Nothing at `zero_at`, everything at the target, straight between, on to the cap.
    Linear {
        /// The result that earns nothing, on the worse side of the target.
        zero_at: Decimal,
        /// The highest share, 1 or more.
        cap: Decimal,
    },
    /// Result over target, or target over result for an at-most.
    Proportional {
        /// The highest share, 1 or more.
        cap: Decimal,
    },
    /// A table of results and shares, from the worst to the best.
    Scale {
        /// The table, with `at` strictly rising or strictly falling.
        steps: Vec<ScaleStep>,
        /// What a result between two steps earns.
        between: Between,
        /// The highest share, where the contract limits it.
        cap: Option<Decimal>,
    },
    /// The sum of the fulfilled parts' shares.
    Parts {
        /// A share for each part, together 1; equal where empty.
        shares: Vec<(PartId, Decimal)>,
    },
    /// The points that a person gave.
    Assessed,
}

/// One line of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleStep {
    /// The result.
    pub at: Decimal,
    /// The share that it earns.
    pub share: Decimal,
}

/// What a result between two steps of a scale earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// In proportion to where it lies between them.
    Linear,
    /// What the last step reached earns.
    Step,
}

/// A figure of a period: a result of the past or a guideline for the future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The period that it belongs to.
    pub period: Period,
    /// The figure; `None` where it is not fixed or cannot be read as a number.
    pub value: Option<Decimal>,
    /// The figure as the document prints it, where that is no number.
    pub stated: Option<String>,
    /// Where the document has it.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// How firmly a resource is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceKind {
    /// No more than.
    AtMost,
    /// No less than.
    AtLeast,
    /// About.
    About,
    /// Just so much.
    Exactly,
}

/// Staff or money that is set aside for a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// How firmly it is stated.
    pub kind: ResourceKind,
    /// How much.
    pub value: Decimal,
    /// Of what, such as `årsværk`.
    pub unit: String,
    /// What it is for.
    pub title: Option<String>,
}

/// What another place of the document says about a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The place.
    pub source: String,
    /// Its title there.
    pub title: Option<String>,
    /// Its weight there.
    pub weight: Option<Weight>,
    /// Its target there.
    pub target: Option<StatedTarget>,
    /// Its history there.
    pub history: Vec<Figure>,
    /// Its guidelines there.
    pub guidelines: Vec<Figure>,
    /// A remark.
    pub note: Option<String>,
}

/// A target as another place states it: whole, or some of its parts only.
#[derive(Clone, Debug, PartialEq)]
pub enum StatedTarget {
    /// The whole target.
    Whole(Target),
    /// Some of its parts.
    Parts(Vec<Part>),
}

/// What another place of the document says about the contract itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractStatement {
    /// The place.
    pub source: String,
    /// The contract's period there.
    pub period: Option<DateRange>,
    /// A remark.
    pub note: Option<String>,
}

/// The director's pay agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct PayAgreement {
    /// The pay period.
    pub period: DateRange,
    /// Points that full fulfilment of the institution's goals gives, 700 as a rule.
    pub institution: Points,
    /// Points that full fulfilment of the individual areas gives, 300 as a rule.
    pub individual: Points,
    /// The individual areas: goals like any other.
    pub areas: Vec<Rc<Goal>>,
    /// How the individual areas are judged; `None` where the agreement is silent.
    pub individual_rule: Option<IndividualRule>,
    /// The supplement at full fulfilment as a percent of the base pay, where agreed.
    pub max_percent: Option<Percent>,
    /// Whether the supplement is pensionable, where agreed.
    pub pensionable: Option<bool>,
    /// Special holiday allowance as a percent of the supplement, where agreed.
    pub holiday_allowance_percent: Option<Percent>,
    /// Where the document has it.
    pub source: Option<String>,
}

/// How the individual areas are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndividualRule {
    /// One judgement of all of them together.
    Overall,
    /// Each area has a weight and is scored by the goals' rules.
    Areas,
}

/// The risk assessment: `p = v × s`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskRegister {
    /// The lowest and the highest materiality and vulnerability, 1 and 3 unless stated.
    pub scale: RiskScale,
    /// A word for each step of the scale, from the lowest.
    pub labels: Vec<String>,
    /// Words for priorities, from the lowest.
    pub bands: Vec<RiskBand>,
    /// The rows, in the document's order.
    pub entries: Vec<RiskEntry>,
}

/// The ends of a risk scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskScale {
    /// The lowest step.
    pub min: u32,
    /// The highest step.
    pub max: u32,
}

/// A word for priorities from `from` up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskBand {
    /// The lowest priority that it covers.
    pub from: u32,
    /// The word.
    pub label: String,
}

/// One row of the risk assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskEntry {
    /// The goal at risk.
    pub goal: Option<GoalId>,
    /// What may go wrong.
    pub title: String,
    /// Væsentlighed (v): how much it would matter.
    pub materiality: u32,
    /// Sårbarhed (s): how exposed the institution is.
    pub vulnerability: u32,
    /// The priority that the document prints.
    pub priority: Option<u32>,
    /// What is done about it.
    pub action: Option<String>,
    /// Where the document has it.
    pub source: Option<String>,
}

/// An amount with its unit, such as 84,5 mio. kr.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How much.
    pub value: Decimal,
    /// Of what.
    pub unit: String,
}

/// A purpose that money is granted for, with the goals that serve it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The grant.
    pub appropriation: Option<Amount>,
    /// Kinds of work under it.
    pub products: Vec<String>,
    /// The goals that serve it.
    pub goals: Vec<GoalId>,
    /// Aims that the document names here and that the contract has no goal for.
    pub other_goals: Vec<OtherGoal>,
    /// Where the document has it.
    pub source: Option<String>,
}

/// An aim that is named but not scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherGoal {
    /// What it is.
    pub title: String,
    /// Where the document has it.
    pub source: Option<String>,
}

/// One purpose of the strategy map with its means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strategy {
    /// Its identifier.
    pub id: String,
    /// The purpose.
    pub title: String,
    /// Where the document has it.
    pub source: Option<String>,
    /// The means to it.
    pub means: Vec<Means>,
}

/// A means of the strategy map with the goals under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Means {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The goals under it.
    pub goals: Vec<GoalId>,
}

/// A table of development.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Its identifier.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Where the document has it.
    pub source: Option<String>,
    /// The goal that it belongs to.
    pub goal: Option<GoalId>,
    /// What the figures count.
    pub unit: Option<String>,
    /// The figures.
    pub series: Vec<Figure>,
    /// What the document says elsewhere about the span of the table, such as in its caption.
    pub also_stated: Vec<TrendStatement>,
}

/// What another place says about the span of a trend table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendStatement {
    /// The place.
    pub source: String,
    /// The first period there.
    pub from: Period,
    /// The last period there.
    pub to: Period,
}

/// The budget table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// What the figures count.
    pub unit: Option<String>,
    /// The year whose prices they are in.
    pub price_level: Option<i32>,
    /// The lines.
    pub lines: Vec<BudgetLine>,
    /// Where the document has it.
    pub source: Option<String>,
}

/// One line of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// What it is for.
    pub title: String,
    /// Its figures.
    pub values: Vec<Figure>,
}

/// A status or report that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// When it is due, where stated.
    pub date: Option<Date>,
    /// Where the document has it.
    pub source: Option<String>,
}
