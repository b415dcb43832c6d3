//! A contract: docs/format.md, "A contract".

mod anew;
mod band;
mod budget;
mod condition;
mod figure;
pub(super) mod goal;
mod pay;
mod pot;
mod rating;
mod ratio;
mod references;
mod risk;
pub(super) mod scoring;
mod surroundings;
pub(super) mod target;
mod threshold;

use std::rc::Rc;

pub(super) use self::anew::{is_taken_for_rated, with_goal, with_goals_of};
use self::band::bands;
use self::budget::{budget, sum};
use self::goal::{GoalForm, goal};
use self::pay::pay;
pub use self::pot::stage_keys;
use self::rating::{look_up_scales, scale};
pub(super) use self::references::ALL_REMARKS;
use self::references::references;
use self::risk::risk;
use self::surroundings::{outcome, purpose, report, strategy, trend, unit};
use crate::domain::contract::{
    Bands, Contract, ContractStatement, DateRange, Goal, Group, Locked, PayAgreement, PointSystem,
    RatingScale, Signatory, Source, StageKind,
};
use crate::findings::{JsonKind, RuleFault};
use crate::format::CONTRACT_FORMAT;
use crate::format::fields::Fields;
use crate::format::json::{Member, Node, compact, parse};
use crate::format::log::Log;
use crate::format::scalar::{date, id, name, points, short_text, text, whole, word, year};
use crate::format::version::version;
use crate::pace::{Progress, STRIDE, Stage};

/// The keys of a contract, in the order in which they are written.
pub(super) const CONTRACT_KEYS: &[&str] = &[
    "$schema",
    "format",
    "version",
    "id",
    "renews",
    "language",
    "title",
    "institution",
    "department",
    "period",
    "sources",
    "signatories",
    "signed",
    "locked",
    "points",
    "scales",
    "lapsed",
    "groups",
    "goals",
    "pay",
    "risk",
    "purposes",
    "strategy",
    "trends",
    "budget",
    "sums",
    "units",
    "outcomes",
    "reporting",
    "also_stated",
];

/// A contract of a known format and version.
pub(in crate::format) async fn contract(
    value: &Node<'_>,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Contract> {
    let mut fields = Fields::with_keys(value, CONTRACT_KEYS, log)?;
    version(&mut fields, CONTRACT_FORMAT)?;
    references(value, fields.log);
    let (id, title) = (fields.required("id", id), fields.required("title", short_text));
    let points = fields.optional("points", point_system);
    let form = GoalForm { decimals: points.map_or(2, |points| points.decimals), default_target: None };
    let scales = fields.list("scales", scale);
    // What stands under a key that was meant so is read for what is wrong with it: without goals the file is refused.
    let list = fields.needed_or_meant("goals").map(|(list, _)| list);
    let items = fields.items_of(list);
    let mut goals = Vec::with_capacity(items.len());
    for (done, item) in items.iter().enumerate() {
        if done.is_multiple_of(STRIDE) {
            pause(Progress { stage: Stage::Goals, done, of: items.len() }).await;
        }
        let mut goal = goal(item, form, fields.log);
        if let Some(goal) = goal.as_mut().filter(|_| !scales.is_empty()) {
            look_up_scales(goal, &scales);
        }
        goals.extend(goal.map(Rc::new));
    }
    let mut pay = fields.optional("pay", |value, log| pay(value, form.decimals, log));
    let mut bands = match points {
        Some(_) => fields.optional("points", bands),
        None => None,
    };
    look_up_elsewhere(&mut pay, &mut bands, &goals, &scales);
    let contract = Contract {
        language: fields.optional("language", short_text).unwrap_or_else(|| "da".to_owned()),
        renews: fields.optional("renews", crate::format::scalar::id),
        institution: fields.optional("institution", short_text),
        department: fields.optional("department", short_text),
        period: fields.optional("period", |value, log| range(value, &["from", "to", "binding_year"], log)),
        binding_year: fields.optional("period", binding_year),
        sources: fields.list("sources", source),
        signatories: fields.list("signatories", signatory),
        signed: fields.optional("signed", date),
        locked: fields.optional("locked", locked),
        points,
        bands,
        scales,
        lapsed: fields.optional("lapsed", word),
        groups: fields.list("groups", group),
        goals,
        pay,
        risk: fields.optional("risk", risk),
        purposes: fields.list("purposes", purpose),
        strategy: fields.list("strategy", strategy),
        trends: fields.list("trends", trend),
        budget: fields.optional("budget", budget),
        sums: fields.list("sums", sum),
        units: fields.list("units", unit),
        outcomes: fields.list("outcomes", outcome),
        reporting: fields.list("reporting", report),
        also_stated: fields.list("also_stated", statement),
        id: id?,
        title: title?,
    };
    Some(contract)
}

/// Gives areas the levels of the scales that they name, and conditions those of the goals.
fn look_up_elsewhere(
    pay: &mut Option<PayAgreement>,
    bands: &mut Option<Bands>,
    goals: &[Rc<Goal>],
    scales: &[RatingScale],
) {
    for area in pay.iter_mut().flat_map(|pay| &mut pay.areas).filter(|_| !scales.is_empty()) {
        look_up_scales(Rc::make_mut(area), scales);
    }
    let gates = pay.iter_mut().flat_map(|pay| &mut pay.stages).filter_map(|stage| match &mut stage.kind {
        StageKind::Gate { when, .. } => Some(when),
        _ => None,
    });
    let lowest = bands.iter_mut().filter_map(|bands| bands.lowest_when.as_mut());
    for condition in gates.chain(lowest) {
        condition.look_up_levels(goals);
    }
}

/// The text of a contract as it is handed on to others: what the format knows of a contract, and nothing of pay.
/// What else a file may hold is left out, since nobody can say what it is.
pub fn write_shared(source: &str) -> String {
    let Ok(root) = parse(source) else {
        return String::new();
    };
    let is_shared = |member: &&Member<'_>| {
        !matches!(&*member.name, "pay" | "locked") && CONTRACT_KEYS.contains(&&*member.name)
    };
    let shared = root.members().iter().filter(is_shared).filter_map(|member| source.get(member.range()));
    compact(&format!("{{{}}}", shared.collect::<Vec<_>>().join(",")))
}

/// From one day to another.
pub(in crate::format) fn range(
    value: &Node<'_>,
    keys: &[&'static str],
    log: &mut Log<'_>,
) -> Option<DateRange> {
    date_range(&mut Fields::with_keys(value, keys, log)?)
}

/// The keys `from` and `to` of an object that has others, too.
pub(in crate::format) fn date_range(fields: &mut Fields<'_, '_, '_>) -> Option<DateRange> {
    let (from, to) = (fields.required("from", date), fields.required("to", date));
    let (from, to) = (from?, to?);
    if from > to {
        let at = fields.get("to").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::PeriodReversed { from, to });
    }
    Some(DateRange { from, to })
}

fn binding_year(period: &Node<'_>, log: &mut Log<'_>) -> Option<i32> {
    match period.kind() {
        JsonKind::Object => Fields::with_any_keys(period, log)?.optional("binding_year", year),
        _ => None,
    }
}

fn point_system(value: &Node<'_>, log: &mut Log<'_>) -> Option<PointSystem> {
    let mut fields = Fields::with_keys(value, &["total", "decimals", "bands", "lowest_when"], log)?;
    let total = fields.required("total", points);
    let decimals = fields.optional("decimals", |value, log| whole(value, [0, 6], log)).unwrap_or(2);
    let total = total?;
    if total.0.is_zero() {
        let at = fields.get("total").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::NotPositive { value: total.0 });
    }
    Some(PointSystem { total, decimals })
}

fn source(value: &Node<'_>, log: &mut Log<'_>) -> Option<Source> {
    let mut fields = Fields::with_keys(value, &["id", "title", "date"], log)?;
    let (id, title) = (fields.required("id", name), fields.required("title", short_text));
    Some(Source { date: fields.optional("date", text), id: id?, title: title? })
}

fn signatory(value: &Node<'_>, log: &mut Log<'_>) -> Option<Signatory> {
    let mut fields = Fields::with_keys(value, &["name", "title", "party"], log)?;
    let (name, party) = (fields.required("name", short_text), fields.required("party", word));
    Some(Signatory { title: fields.optional("title", short_text), name: name?, party: party? })
}

/// When the contract was locked; whether it has changed since is for whoever knows its text.
fn locked(value: &Node<'_>, log: &mut Log<'_>) -> Option<Locked> {
    let mut fields = Fields::with_keys(value, &["on", "sha256"], log)?;
    let (on, sha256) = (fields.required("on", date), fields.required("sha256", name));
    Some(Locked { on: on?, sha256: sha256?, is_kept: true })
}

fn group(value: &Node<'_>, log: &mut Log<'_>) -> Option<Group> {
    let mut fields = Fields::with_keys(value, &["id", "title", "parent", "source"], log)?;
    let (id, title) = (fields.required("id", id), fields.required("title", short_text));
    let parent = fields.optional("parent", crate::format::scalar::id);
    Some(Group { parent, source: fields.optional("source", text), id: id?, title: title? })
}

fn statement(value: &Node<'_>, log: &mut Log<'_>) -> Option<ContractStatement> {
    let mut fields = Fields::with_keys(value, &["source", "period", "note"], log)?;
    let source = fields.required("source", text);
    let period = fields.optional("period", |value, log| range(value, &["from", "to"], log));
    Some(ContractStatement { period, note: fields.optional("note", text), source: source? })
}
