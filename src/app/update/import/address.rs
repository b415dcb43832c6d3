//! Which field a row speaks of: the goal by identifier, label or title, and a part of it by name.

use std::collections::HashMap;
use std::rc::Rc;

use super::cell::Wanted;
use crate::app::state::Sheet;
use crate::app::update::expected::expected_of_goal;
use crate::domain::address::{EntryId, FieldId, ReportedField};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Baseline, Part, Target};
use crate::domain::contract::{Contract, Goal, Level, PartId};
use crate::domain::date::{Date, Period};
use crate::domain::judging::Ground;
use crate::domain::number::Decimal;
use crate::domain::outcome::{counting_period, counting_target};
use crate::domain::timing::Timing;
use crate::findings::RowFault;
use crate::findings::{as_seen, nearest};

/// What may stand between a goal and its part, and between a part and a part of it.
pub(in crate::app) const SEPARATORS: [char; 4] = ['›', '/', '>', ':'];

/// A field that rows speak of, with all that is needed to read them.
#[derive(Clone, Debug)]
pub(super) struct Address {
    /// The field for what was reached.
    pub(super) field: FieldId,
    /// What the goal is answered with.
    pub(super) wanted: Wanted,
    /// The period in which it is measured, where stated.
    pub(super) measured: Option<Period>,
    /// When it is settled.
    pub(super) time: Option<Date>,
    /// The figure that two counts give.
    pub(super) counted: Option<Decimal>,
    /// The levels by which a rated goal is answered.
    pub(super) levels: Option<Rc<[Level]>>,
    /// The magnitude that is expected.
    pub(super) expected: Option<Decimal>,
    /// The period of a baseline that the contract lacks, and the field for it.
    pub(super) baseline: Option<(Period, FieldId)>,
    /// The goal's name, and the part's.
    pub(super) name: Rc<str>,
    /// Where it stands in the contract.
    pub(super) order: Vec<usize>,
}

/// Finds addresses by what rows say, each text once.
pub(super) struct Addresses<'a> {
    sheet: &'a Sheet,
    timing: Timing,
    goals: Vec<(EntryId, &'a Goal)>,
    /// Places of goals by identifier.
    ids: HashMap<&'a str, usize>,
    /// Places of goals by identifier, label and title; none where several goals have the name.
    names: HashMap<String, Option<usize>>,
    /// What was found for a goal and a part, as rows write them.
    found: HashMap<(String, String), Result<usize, RowFault>>,
    all: Vec<Rc<Address>>,
    /// Places of addresses by field: several texts may lead to one.
    fields: HashMap<FieldId, usize>,
    suggested: usize,
}

/// How many rows are told which goal they probably mean; comparing takes its time.
const SUGGESTED: usize = 50;

impl<'a> Addresses<'a> {
    /// For a contract and the assessment on the screen.
    pub(super) fn new(contract: &'a Contract, sheet: &'a Sheet) -> Self {
        let goals = contract.goals.iter().map(|goal| (EntryId::goal(&goal.id), &**goal));
        let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
        let areas = areas.map(|area| (EntryId::area(&area.id), &**area));
        let goals: Vec<_> = goals.chain(areas).collect();
        let ids = goals.iter().enumerate().map(|(index, (_, goal))| (goal.id.as_str(), index)).collect();
        let mut names = HashMap::new();
        for (index, (_, goal)) in goals.iter().enumerate() {
            let all = [Some(goal.id.as_str()), goal.label.as_deref(), Some(goal.title.as_str())];
            for name in all.into_iter().flatten() {
                let known = names.entry(plain(name)).or_insert(Some(index));
                *known = known.filter(|other| *other == index);
            }
        }
        let (found, fields) = (HashMap::new(), HashMap::new());
        let timing = Timing::new(contract, sheet.assessment());
        Self { sheet, timing, goals, ids, names, found, all: Vec::new(), fields, suggested: 0 }
    }

    /// The place of a goal and perhaps a part of it, or why it has none.
    pub(super) fn find(&mut self, goal: &str, part: &str) -> Result<usize, RowFault> {
        let key = (goal.to_owned(), part.to_owned());
        if let Some(found) = self.found.get(&key) {
            return found.clone();
        }
        let found = self.resolve(goal, part).map(|address| self.placed(address));
        self.found.insert(key, found.clone());
        found
    }

    /// Whether a text names a goal, and not what is at this place: another goal, or another part of it. What
    /// names no goal says nothing.
    pub(super) fn is_other(&mut self, text: &str, place: usize) -> bool {
        let heads = text.match_indices(SEPARATORS).filter_map(|(at, _)| text.get(..at));
        let mut goals = [text].into_iter().chain(heads).map(|name| self.goal_named(name.trim()));
        let Some(named) = goals.find_map(|goal| goal.ok().flatten()) else {
            return false;
        };
        let meant = self.all.get(place).and_then(|address| address.order.first());
        meant != Some(&named) || self.find(text, "").is_ok_and(|other| other != place)
    }

    /// The address at a place.
    pub(super) fn get(&self, place: usize) -> Option<Rc<Address>> {
        self.all.get(place).cloned()
    }

    fn placed(&mut self, address: Address) -> usize {
        let next = self.all.len();
        let place = *self.fields.entry(address.field.clone()).or_insert(next);
        if place == next {
            self.all.push(Rc::new(address));
        }
        place
    }

    fn resolve(&mut self, goal: &str, part: &str) -> Result<Address, RowFault> {
        if let Some(index) = self.goal_named(goal)? {
            return self.within(index, part);
        }
        for (at, separator) in goal.match_indices(SEPARATORS) {
            let (head, rest) = goal.split_at_checked(at).unwrap_or((goal, ""));
            let tail = rest.strip_prefix(separator).unwrap_or(rest);
            if let Some(index) = self.goal_named(head.trim())? {
                let path = if part.is_empty() { tail.to_owned() } else { format!("{tail}/{part}") };
                return self.within(index, path.trim());
            }
        }
        let suggestion = self.suggestion(goal);
        Err(RowFault::UnknownGoal { found: goal.to_owned(), suggestion })
    }

    /// The goal of this name. A goal's own identifier goes before what others are called.
    fn goal_named(&self, name: &str) -> Result<Option<usize>, RowFault> {
        if let Some(index) = self.ids.get(name) {
            return Ok(Some(*index));
        }
        match self.names.get(&plain(name)) {
            Some(None) => Err(RowFault::AmbiguousGoal { found: name.to_owned() }),
            Some(Some(index)) => Ok(Some(*index)),
            None => Ok(None),
        }
    }

    fn suggestion(&mut self, found: &str) -> Option<String> {
        self.suggested += 1;
        if self.suggested > SUGGESTED {
            return None;
        }
        let wanted = plain(found);
        let names = self.goals.iter().flat_map(|(_, goal)| {
            [Some(goal.id.as_str()), goal.label.as_deref(), Some(goal.title.as_str())].into_iter().flatten()
        });
        // Another number is another goal and no slip.
        let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
        let alike = names.clone().map(plain).filter(|name| digits(name) == digits(&wanted));
        let near = nearest(&wanted, alike)?;
        names.into_iter().find(|name| plain(name) == near).map(str::to_owned)
    }

    /// The address within a goal; `path` names the part, and parts of it behind a separator.
    fn within(&self, index: usize, path: &str) -> Result<Address, RowFault> {
        let Some((entry, goal)) = self.goals.get(index) else {
            return Err(RowFault::NoGoal);
        };
        let given = self.sheet.assessment().entry(entry).map(Rc::as_ref);
        let own = || goal.name().to_owned();
        if given.is_some_and(Entry::has_lapsed) {
            return Err(RowFault::GoalHasLapsed { goal: own() });
        }
        let target = counting_target(goal, given);
        let measured = counting_period(goal, given);
        let descent =
            Descent { goal, entry, measured, name: own(), target, path: Vec::new(), order: vec![index] };
        self.resolve_part(descent, Ground::of_goal(goal, None), path)
    }

    /// The address of the part that a text names, or of the place itself where it names none. A name that
    /// has a separator in it is tried as a whole first.
    fn resolve_part(
        &self,
        mut descent: Descent<'_>,
        ground: Ground<'_>,
        path: &str,
    ) -> Result<Address, RowFault> {
        let path = path.trim();
        if path.is_empty() {
            return self.address(descent, ground);
        }
        let (Target::AllOf(parts) | Target::AnyOf(parts)) = descent.target else {
            return Err(descent.unknown(path, &[]));
        };
        let ends = path.match_indices(SEPARATORS).map(|(at, separator)| (at, at + separator.len()));
        for (end, next) in [(path.len(), path.len())].into_iter().chain(ends) {
            let name = plain(path.get(..end).unwrap_or_default());
            let is_meant = |part: &Part| part_names(part).any(|known| plain(known) == name);
            if let Some((index, part)) = parts.iter().enumerate().find(|(_, part)| is_meant(part)) {
                descent.name = format!("{} › {}", descent.name, part_name(part));
                descent.target = &part.target;
                descent.measured = part.measured.or(descent.measured);
                descent.path.push(part.id.clone());
                descent.order.push(index);
                return self.resolve_part(
                    descent,
                    ground.of_part(part),
                    path.get(next..).unwrap_or_default(),
                );
            }
        }
        Err(descent.unknown(path, parts))
    }

    fn address(&self, descent: Descent<'_>, ground: Ground<'_>) -> Result<Address, RowFault> {
        let Descent { goal, entry, measured, name, target, path, order } = descent;
        let wanted = match target {
            Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. } => Wanted::Figure,
            Target::By(_) => Wanted::Date,
            Target::Done => Wanted::YesNo,
            Target::Rated(_) => Wanted::Level,
            Target::Assessed { .. } => return Err(RowFault::GoalIsJudged { goal: name }),
            Target::Undetermined => return Err(RowFault::GoalIsUndetermined { goal: name }),
            Target::AllOf(parts) | Target::AnyOf(parts) => {
                let parts = parts.iter().map(|part| part_name(part).to_owned()).collect();
                return Err(RowFault::PartMissing { goal: name, parts });
            }
        };
        let field = entry.reported(&path, wanted.field());
        let baseline = missing_baseline(target, ground)
            .map(|period| (period, entry.reported(&path, ReportedField::Baseline)));
        let levels = match target {
            Target::Rated(rating) => Some(Rc::clone(&rating.levels)),
            _ => None,
        };
        let given = self.sheet.assessment().entry(entry).and_then(|entry| entry.reported.of_part(&path));
        let counted = ground.ratio.and_then(|ratio| given?.counted(ratio));
        Ok(Address {
            levels,
            counted,
            expected: expected_of_goal(goal, self.sheet, &field),
            time: self.timing.time(target, measured),
            measured,
            name: name.into(),
            field,
            wanted,
            baseline,
            order,
        })
    }
}

/// A target on the way down from a goal to a part.
struct Descent<'a> {
    goal: &'a Goal,
    entry: &'a EntryId,
    measured: Option<Period>,
    name: String,
    target: &'a Target,
    path: Vec<PartId>,
    order: Vec<usize>,
}

impl Descent<'_> {
    fn unknown(&self, found: &str, parts: &[Part]) -> RowFault {
        let names =
            || parts.iter().flat_map(|part| [Some(part.id.as_str()), part.title.as_deref()]).flatten();
        let near = nearest(&plain(found), names().map(plain));
        let suggestion = near.and_then(|near| names().find(|name| plain(name) == near)).map(str::to_owned);
        RowFault::UnknownPart { goal: self.name.clone(), found: found.to_owned(), suggestion }
    }
}

/// A name without what people write differently: capitals, blanks, and what looks the same.
fn plain(name: &str) -> String {
    as_seen(name).to_lowercase()
}

/// What a part is called.
pub(super) fn part_name(part: &Part) -> &str {
    part.title.as_deref().unwrap_or(part.id.as_str())
}

fn part_names(part: &Part) -> impl Iterator<Item = &str> {
    [Some(part.id.as_str()), part.title.as_deref()].into_iter().flatten()
}

/// The period of the baseline that the contract has no figure for, where it names one.
fn missing_baseline(target: &Target, ground: Ground<'_>) -> Option<Period> {
    match ground.unstated_baseline(target)? {
        Some(Baseline::Of(period)) => Some(period),
        _ => None,
    }
}
