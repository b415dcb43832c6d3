//! What a contract is: goals with weights, a pay agreement, risks, and what stands around them.

mod band;
mod budget;
mod condition;
mod figure;
mod goal;
mod id;
mod pay;
mod pot;
mod rating;
mod ratio;
mod risk;
mod rollup;
mod rule;
mod surroundings;
mod target;
mod threshold;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use band::*;
pub use budget::*;
pub use condition::*;
pub use figure::*;
pub use goal::*;
pub use id::*;
pub use pay::*;
pub use pot::*;
pub use rating::*;
pub use ratio::*;
pub use risk::*;
pub use rollup::*;
pub use rule::*;
pub use surroundings::*;
pub use target::*;
pub use threshold::*;

use super::date::{Date, calendar_date};
use super::number::Points;

/// A performance contract, as one file states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// Names the contract in assessments and drafts.
    pub id: ContractId,
    /// Last year's contract that this one was made from, where stated.
    pub renews: Option<ContractId>,
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
    /// Who signs the contract, and the papers about it.
    pub signatories: Vec<Signatory>,
    /// The day on which it was signed.
    pub signed: Option<Date>,
    /// That it is locked: what changes afterwards is an addendum.
    pub locked: Option<Locked>,
    /// The total and the rounding of points; none in an unweighted contract.
    pub points: Option<PointSystem>,
    /// The levels of the institution's points, where the contract has them.
    pub bands: Option<Bands>,
    /// The scales that targets are rated on.
    pub scales: Vec<RatingScale>,
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
    /// Totals that the document states, with what they are made of.
    pub sums: Vec<Sum>,
    /// The units that the contract covers.
    pub units: Vec<CoveredUnit>,
    /// What is expected of the whole and gives no points.
    pub outcomes: Vec<ExpectedOutcome>,
    /// When a status, a report or a notice is due.
    pub reporting: Vec<Report>,
    /// What the document says elsewhere about its own period.
    pub also_stated: Vec<ContractStatement>,
}

/// That a contract is locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The day on which it was.
    pub on: Date,
    /// Its fingerprint on that day.
    pub sha256: String,
    /// Whether it still has that fingerprint.
    pub is_kept: bool,
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

    /// The identifiers of all goals and individual areas, which share their names.
    pub fn line_ids(&self) -> impl Iterator<Item = &str> {
        let areas = self.pay.iter().flat_map(|pay| &pay.areas);
        self.goals.iter().chain(areas).map(|line| line.id.as_str())
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

    /// The first who signs for a party.
    pub fn signatory(&self, party: Party) -> Option<&Signatory> {
        self.signatories.iter().find(|signatory| signatory.party == party)
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

impl DateRange {
    /// The calendar year that it is from end to end.
    pub fn whole_year(self) -> Option<i32> {
        let year = self.from.year();
        let whole = calendar_date(year, 1, 1).zip(calendar_date(year, 12, 31));
        (whole == Some((self.from, self.to))).then_some(year)
    }
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

/// Someone who signs for a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// The person's name.
    pub name: String,
    /// What the person signs as, such as `Direktør for Arbejdsmarkedsstyrelsen`.
    pub title: Option<String>,
    /// For whom.
    pub party: Party,
}

/// A side of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The one who is bound.
    Director,
    /// The one who decides.
    Department,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
