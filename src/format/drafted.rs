//! A contract that begins with goals and risks alone, as a text: the template without weights and pay, filled in.

use serde::{Serialize, Serializer};

use super::contract::target::TimedTarget;
use super::json::{Exact, Splice, filled, object, remove, set, to_text, write_text, written};
use super::limits::MAX_POINTS;
use super::template::Template;
use crate::domain::contract::{Goal, GroupId, Resource, RiskEntry, Weight};
use crate::domain::number::{Decimal, Points, sum};
use crate::findings::JsonPath;
use crate::i18n::Lang;

/// What a new contract begins with.
#[derive(Clone, Copy, Debug)]
pub struct NewContract<'a> {
    /// The language of its words.
    pub lang: Lang,
    /// The year that it binds.
    pub year: i32,
    /// The headings of the goals.
    pub groups: &'a [(GroupId, String)],
    /// Its goals; of their targets, weights, figures, resources and words nothing is left out.
    pub goals: &'a [Goal],
    /// Its risks.
    pub risks: &'a [RiskEntry],
    /// What the weights come to, where a document states it; else what they are.
    pub total: Option<Decimal>,
}

/// Where a key stands that the template does not have.
const ORDER: &[&str] = &[
    "format",
    "version",
    "id",
    "language",
    "title",
    "institution",
    "department",
    "period",
    "points",
    "groups",
    "goals",
    "risk",
];

impl NewContract<'_> {
    /// The JSON text.
    pub fn text(&self) -> String {
        let mut text =
            Template::of_code("uden-vaegte").map_or_else(String::new, |one| one.for_year(self.year));
        let root = JsonPath::root;
        let mut apply = |change: &dyn Fn(&str) -> Option<Splice>| {
            if let Some(next) = change(&text).and_then(|splice| splice.applied_to(&text)) {
                text = next;
            }
        };
        let groups: Vec<NamedGroup<'_>> = self.groups.iter().map(NamedGroup).collect();
        let goals: Vec<NewGoal<'_>> = self.goals.iter().map(NewGoal).collect();
        apply(&|text| set(text, &root().key("goals"), &to_text(&goals), ORDER));
        apply(&|text| set(text, &root().key("groups"), &to_text(&groups), ORDER));
        apply(&|text| remove(text, &root().key("reporting")));
        if groups.is_empty() {
            apply(&|text| remove(text, &root().key("groups")));
        }
        if let Some(total) = self.total() {
            let points = to_text(&PointsOf(total));
            apply(&|text| set(text, &root().key("points"), &points, ORDER));
        }
        if !self.risks.is_empty() {
            let risks: Vec<NewRisk<'_>> = self.risks.iter().map(NewRisk).collect();
            let register = to_text(&Register(risks));
            apply(&|text| set(text, &root().key("risk"), &register, ORDER));
        }
        if self.lang == Lang::En {
            let title = format!("Performance contract {}", self.year);
            let english = [
                ("language", "en"),
                ("title", title.as_str()),
                ("institution", "The institution"),
                ("department", "The department"),
            ];
            for (key, value) in english {
                let mut written = String::new();
                write_text(value, &mut written);
                apply(&|text| set(text, &root().key(key), &written, ORDER));
            }
        }
        text
    }

    /// What the weights come to; `None` where no goal has one.
    fn total(&self) -> Option<Decimal> {
        let mut weights = self.goals.iter().filter_map(|goal| goal.weight).peekable();
        weights.peek()?;
        let together = |total, weight: Weight| sum(total, weight.max().0);
        let own = weights.try_fold(Decimal::ZERO, together).ok();
        let fits = |total: &Decimal| (Decimal::ZERO..=MAX_POINTS).contains(total);
        self.total.filter(fits).or(own.filter(fits)).map(|total| total.normalize())
    }
}

/// A goal that a contract begins with, as JSON.
pub fn new_goal_text(goal: &Goal) -> String {
    to_text(&NewGoal(goal))
}

/// A heading of goals as JSON.
pub fn group_text(group: &(GroupId, String)) -> String {
    to_text(&NamedGroup(group))
}

/// A risk as JSON.
pub fn risk_text(risk: &RiskEntry) -> String {
    to_text(&NewRisk(risk))
}

struct NamedGroup<'a>(&'a (GroupId, String));

written!(NamedGroup<'_>, group => { "id": Some(&group.0.0), "title": Some(&group.0.1) });

struct NewGoal<'a>(&'a Goal);

written!(NewGoal<'_>, new => {
    "id": Some(&new.0.id),
    "label": new.0.label,
    "group": new.0.group,
    "source": new.0.source,
    "wording": new.0.wording,
    "title": Some(&new.0.title),
    "weight": new.0.weight.map(Given),
    "unit": new.0.unit,
    "target": Some(TimedTarget { target: &new.0.target, measured: new.0.measured }),
    "history": filled(&new.0.history),
    "guidelines": filled(&new.0.guidelines),
    "resources": Some(new.0.resources.iter().map(SetAside).collect::<Vec<_>>()).filter(|list| !list.is_empty()),
    "note": new.0.note,
});

pub(super) struct Given(pub(super) Weight);

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Weight::Fixed(points) => Exact(points.0).serialize(out),
            Weight::Range { min, max } => object(&Ends(min, max), out),
        }
    }
}

struct Ends(Points, Points);

written!(Ends, ends => { "min": Some(Exact(ends.0.0)), "max": Some(Exact(ends.1.0)) });

struct SetAside<'a>(&'a Resource);

written!(SetAside<'_>, one => {
    "kind": Some(one.0.kind),
    "value": Some(Exact(one.0.value)),
    "unit": Some(&one.0.unit),
    "title": one.0.title,
});

struct PointsOf(Decimal);

written!(PointsOf, points => { "total": Some(Exact(points.0)), "decimals": Some(2) });

struct Register<'a>(Vec<NewRisk<'a>>);

written!(Register<'_>, register => { "entries": Some(&register.0) });

struct NewRisk<'a>(&'a RiskEntry);

written!(NewRisk<'_>, risk => {
    "goal": risk.0.goal,
    "title": Some(&risk.0.title),
    "materiality": Some(risk.0.materiality),
    "vulnerability": Some(risk.0.vulnerability),
    "priority": risk.0.priority,
    "action": risk.0.action,
});
