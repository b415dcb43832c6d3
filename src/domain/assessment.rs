//! What was reached, who says so, and what the director's pay is worked out from.

mod copied;
mod record;

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use record::{Decided, Decision, Event, EventKind, Notice, Struck};

pub use super::assessor::{Assessor, CopiedReason};

use super::address::{EntryId, Scope};
use super::contract::{ContractId, GoalId, PotId, StageId, Target};
use super::date::{Date, Period};
use super::number::{Decimal, Kroner, Percent};
use super::reported::Reported;

/// One assessment of one contract, as of one date.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The contract that it belongs to.
    pub contract: ContractId,
    /// The fingerprint of the contract that it was made for, where it has one.
    pub sha256: Option<String>,
    /// Whose assessment it is.
    pub by: Assessor,
    /// How far along it is.
    pub status: Status,
    /// The day that it describes. Deadlines before it are overdue; no clock is read.
    pub as_of: Option<Date>,
    /// An entry for each goal that something was said about.
    pub results: BTreeMap<GoalId, Rc<Entry>>,
    /// The individual areas.
    pub individual: Individual,
    /// What the pay is worked out from.
    pub pay: PayInputs,
    /// What happened to it, the oldest first.
    pub events: Vec<Event>,
}

impl Assessment {
    /// An empty draft by the director.
    pub fn new(contract: ContractId) -> Self {
        Self {
            contract,
            sha256: None,
            by: Assessor::Director,
            status: Status::Draft,
            as_of: None,
            results: BTreeMap::new(),
            individual: Individual::default(),
            pay: PayInputs::default(),
            events: Vec::new(),
        }
    }

    /// What is said about a goal or an individual area.
    pub fn entry(&self, id: &EntryId) -> Option<&Rc<Entry>> {
        match id.scope {
            Scope::Goal => self.results.get(&id.goal),
            Scope::Area => self.individual.areas.get(&id.goal),
        }
    }

    /// All that is said about goals, or about individual areas.
    pub fn entries_mut(&mut self, scope: Scope) -> &mut BTreeMap<GoalId, Rc<Entry>> {
        match scope {
            Scope::Goal => &mut self.results,
            Scope::Area => &mut self.individual.areas,
        }
    }

    /// How much it counts beside others of its contract; the greatest decides. An agreed one goes before the
    /// department's, that before the director's; then a final one before a mid-year one before a draft, then the later
    /// day.
    pub fn precedence(&self) -> (u8, u8, Option<Date>) {
        let party = match self.by {
            Assessor::Director => 0,
            Assessor::Department => 1,
            Assessor::Agreed => 2,
        };
        let stage = match self.status {
            Status::Draft => 0,
            Status::Midterm => 1,
            Status::Final => 2,
        };
        (party, stage, self.as_of)
    }

    /// Whether nothing was entered in it and nothing happened to it.
    pub fn is_blank(&self) -> bool {
        self.results.is_empty()
            && self.individual == Individual::default()
            && self.pay == PayInputs::default()
            && self.events.is_empty()
    }

    /// Whether it is closed to changes: it was locked, and not unlocked since.
    pub fn is_locked(&self) -> bool {
        let mut standing = self.events.iter().rev().filter(|event| event.struck.is_none());
        let last = standing.find_map(|event| match event.kind {
            EventKind::Locked => Some(true),
            EventKind::Unlocked => Some(false),
            _ => None,
        });
        last.unwrap_or_default()
    }
}

/// How far along an assessment is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being written.
    #[default]
    Draft,
    /// The status at mid-year.
    Midterm,
    /// The year's end.
    Final,
}

/// Everything that is said about one goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What was reached.
    pub reported: Reported,
    /// An addendum that fixes an undetermined target.
    pub addendum: Option<Addendum>,
    /// Why the goal lapsed by agreement, where it did.
    pub lapsed: Decided<String>,
    /// A remark.
    pub note: Option<String>,
    /// Who wrote it, where another party took it over and did not confirm it.
    pub note_by: Option<Assessor>,
    /// Where the result can be looked up.
    pub evidence: Option<String>,
    /// What the department is told where the goal will be missed.
    pub notice: Notice,
}

impl Entry {
    /// Whether the goal lapsed by agreement.
    pub fn has_lapsed(&self) -> bool {
        self.lapsed.what.is_some()
    }

    /// The entry without what no figure follows from: note, evidence, notice, and when and where the goal lapsed.
    #[must_use]
    pub fn counted(mut self) -> Self {
        (self.note, self.note_by, self.evidence, self.notice) = (None, None, None, Notice::default());
        self.lapsed.decision = Decision::default();
        self
    }
}

/// A target that was fixed after the contract was signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Addendum {
    /// The target.
    pub target: Target,
    /// When the target is measured; where the addendum is silent, the contract's period stands.
    pub measured: Option<Period>,
    /// When and where it was agreed.
    pub decision: Decision,
}

/// The individual areas of the pay agreement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Individual {
    /// One judgement of all areas together, in points.
    pub overall: Option<Decimal>,
    /// Why just so many points.
    pub reason: Option<String>,
    /// Whose reason it is, where it is another party's.
    pub copied: Option<Box<CopiedReason>>,
    /// An entry for each area that something was said about.
    pub areas: BTreeMap<GoalId, Rc<Entry>>,
}

/// What the director's pay is worked out from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PayInputs {
    /// The lines of the base pay: lønrammeløn and permanent supplements, without the top-manager supplement.
    pub base: Vec<PayLine>,
    /// The maximum percent, where the agreement gives none.
    pub max_percent: Option<Percent>,
    /// The permanent secretary's adjustment.
    pub adjustment: Option<Adjustment>,
    /// The last day of service, where the director left early.
    pub left_on: Decided<Date>,
    /// The material breach for which the supplement lapses.
    pub breach: Decided<String>,
    /// Special holiday allowance as a percent, where the agreement gives none.
    pub holiday_allowance_percent: Option<Percent>,
    /// The percent of each pot whose percent the agreement leaves open.
    pub pot_percents: BTreeMap<PotId, Percent>,
    /// By how many percent the pay level of the agreement was regulated.
    pub regulation_percent: Option<Percent>,
    /// The judgements that multiply what was reached.
    pub factors: BTreeMap<StageId, JudgedFactor>,
    /// The pension contribution as a percent, where the agreement gives none.
    pub pension_percent: Option<Percent>,
}

/// A person's judgement that multiplies what was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JudgedFactor {
    /// The multiplier; `None` while it is not entered.
    pub value: Option<Decimal>,
    /// The written reason.
    pub reason: Option<String>,
}

/// One line of the base pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayLine {
    /// What it is.
    pub title: String,
    /// The yearly amount; `None` while it is not entered.
    pub value: Option<Kroner>,
}

/// The permanent secretary's adjustment of what was earned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjustment {
    /// By how much; `None` while it is not entered.
    pub change: Option<AdjustmentChange>,
    /// The written reason.
    pub reason: Option<String>,
    /// When and where it was decided.
    pub decision: Decision,
}

/// By how much an adjustment changes what was earned; below zero is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdjustmentChange {
    /// By a percent of it.
    Percent(Percent),
    /// By an amount.
    Amount(Kroner),
    /// To this percent of the full supplement, whatever was earned.
    ToPercent(Percent),
}
