//! Assessments of any content, for the properties.

use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::option;
use proptest::prelude::*;
use resultatkontrakt::domain::assessment::{
    Addendum, Adjustment, AdjustmentChange, Assessment, Assessor, CopiedReason, Decided, Decision, Entry,
    Event, EventKind, Individual, Notice, PayInputs, PayLine, Status, Struck,
};
use resultatkontrakt::domain::contract::{
    Baseline, BaselineChange, Between, Criterion, Level, LevelId, Part, Rating, Ratio, Relation, Rule,
    ScaleStep, Target, Threshold,
};
use resultatkontrakt::domain::contract::{ContractId, Figure, GoalId};
use resultatkontrakt::domain::date::{Date, Period, calendar_date};
use resultatkontrakt::domain::number::{Decimal, Kroner, Percent};
use resultatkontrakt::domain::reported::{Measurement, Reported};

fn number() -> impl Strategy<Value = Decimal> {
    (-999_999_999_999_999_i64..=999_999_999_999_999, 0..=9_u32)
        .prop_map(|(whole, scale)| Decimal::new(whole, scale))
}

fn points() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_i64..=1_000_000_000, 0..=9_u32).prop_map(|(whole, scale)| Decimal::new(whole, scale))
}

fn date() -> impl Strategy<Value = Date> {
    (1900..2200_i32, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| calendar_date(year, month, day).unwrap())
}

/// A text with what JSON has to escape.
pub(crate) fn text() -> impl Strategy<Value = String> {
    "[ -~æøåÆØÅ\n\"\\\\]{0,12}"
}

fn period() -> impl Strategy<Value = Period> {
    let period =
        prop_oneof![Just("2008"), Just("2008-Q3"), Just("2008-H1"), Just("2008-12"), Just("2008-12-31")];
    period.prop_map(|period| Period::parse(period).unwrap())
}

fn figures() -> impl Strategy<Value = Vec<Figure>> {
    let texts = [option::of(text()), option::of(text()), option::of(text())];
    let figure = (period(), option::of(number()), texts)
        .prop_map(|(period, value, [stated, source, note])| Figure { period, value, stated, source, note });
    proptest::collection::vec(figure, 0..3)
}

fn threshold() -> impl Strategy<Value = Threshold> {
    let baseline = prop_oneof![number().prop_map(Baseline::Figure), period().prop_map(Baseline::Of),];
    let change =
        prop_oneof![number().prop_map(BaselineChange::Percent), number().prop_map(BaselineChange::Points)];
    prop_oneof![
        number().prop_map(Threshold::Absolute),
        (option::of(baseline), change)
            .prop_map(|(baseline, change)| Threshold::Relative { baseline, change }),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let relation = prop_oneof![
        Just(Relation::AtMost),
        Just(Relation::AtLeast),
        Just(Relation::Below),
        Just(Relation::Above)
    ];
    let band = (number(), 0..1000_u32).prop_map(|(min, width)| Target::Between {
        min: Threshold::Absolute(min),
        max: Threshold::Absolute(min + Decimal::from(width)),
    });
    let criterion = (text(), option::of(date())).prop_map(|(title, deadline)| Criterion {
        id: "k".into(),
        title,
        deadline,
    });
    let simple = prop_oneof![
        (relation, threshold()).prop_map(|(relation, threshold)| Target::Limit { relation, threshold }),
        band,
        (option::of(number()), 0..9_u32).prop_map(|(baseline, tolerance)| Target::Unchanged {
            baseline: baseline.map(Baseline::Figure),
            tolerance: Decimal::from(tolerance),
        }),
        date().prop_map(Target::By),
        Just(Target::Done),
        option::of(criterion)
            .prop_map(|criterion| Target::Assessed { criteria: criterion.into_iter().collect() }),
        (0..=100_u32).prop_map(|share| {
            let level = |id: &str, share| Level { id: id.into(), title: format!("Niveau {id}"), share };
            let levels = vec![level("low", Decimal::from(share)), level("high", Decimal::ONE)];
            Target::Rated(Rating { scale: None, levels: levels.into() })
        }),
        Just(Target::Undetermined),
    ];
    simple.prop_recursive(3, 12, 3, |inner| {
        let place = (option::of(text()), option::of(1..1_000_u32));
        let names = ("[a-z]{1,6}", option::of(text()), option::of(text()), place);
        let part = (names, inner, option::of(period()), figures(), figures());
        let part =
            part.prop_map(|((id, title, unit, (wording, page)), target, measured, history, guidelines)| {
                let scoring = rule_for(&target);
                let id = id.as_str().into();
                let ratio = page.map(|page| {
                    let [numerator, denominator] = ["Til tiden", "I alt"].map(str::to_owned);
                    Box::new(Ratio { numerator, denominator, decimals: page % 7, is_percent: page % 2 == 0 })
                });
                Part { id, title, wording, page, unit, ratio, target, scoring, measured, history, guidelines }
            });
        (proptest::collection::vec(part, 1..4), any::<bool>())
            .prop_map(|(parts, all)| if all { Target::AllOf(parts) } else { Target::AnyOf(parts) })
    })
}

/// A rule of a part's own that fits its target.
fn rule_for(target: &Target) -> Option<Rule> {
    let two = Decimal::TWO;
    let last_year = Threshold::Relative {
        baseline: Some(Baseline::Of(Period::Year(2008))),
        change: BaselineChange::Percent(two),
    };
    Some(match target {
        Target::Undetermined => Rule::Linear { zero_at: last_year, cap: two },
        Target::Between { .. } | Target::Unchanged { .. } => {
            let step = |at, share| ScaleStep { at, share };
            let steps =
                vec![step(Threshold::Absolute(two), Decimal::new(5, 1)), step(last_year, Decimal::ONE)];
            Rule::Scale { steps, between: Between::Step, cap: Some(Decimal::ONE) }
        }
        Target::Done => Rule::AllOrNothing,
        Target::Assessed { .. } => Rule::Assessed,
        Target::AllOf(parts) => {
            let first = parts.first().map(|part| (part.id.clone(), Decimal::ONE));
            Rule::Parts { shares: first.into_iter().collect() }
        }
        _ => return None,
    })
}

fn reported() -> impl Strategy<Value = Reported> {
    let fields = (
        option::of(number()),
        option::of(number()),
        option::of(date()),
        option::of(any::<bool>()),
        option::of(points()),
        option::of("[a-z]{1,6}"),
        option::of([number(), number()]),
        option::of(text()),
        option::of((party(), option::of(points()), option::of("[a-z]{1,6}"))),
    );
    let reading = (period(), number(), option::of(text())).prop_map(|(period, value, note)| Measurement {
        period,
        value,
        note,
    });
    let timing = (option::of(period()), any::<bool>(), proptest::collection::vec(reading, 0..3));
    let plain = (fields, timing).prop_map(|(fields, (period, is_final, readings))| {
        let (value, baseline, date, done, points, level, counts, reason, copied) = fields;
        let level_id = |level: Option<String>| level.map(|level| LevelId::from(level.as_str()));
        let level = level_id(level);
        let copied =
            copied.map(|(by, points, level)| Box::new(CopiedReason { by, points, level: level_id(level) }));
        Reported {
            value,
            numerator: counts.map(|[numerator, _]| numerator),
            denominator: counts.map(|[_, denominator]| denominator),
            period,
            is_final,
            readings,
            baseline,
            date,
            done,
            points,
            level,
            reason,
            copied,
            parts: BTreeMap::new(),
        }
    });
    plain.prop_recursive(2, 6, 3, |inner| {
        let parts = proptest::collection::btree_map("[a-z]{1,6}", inner, 0..3);
        parts.prop_map(|parts| Reported {
            parts: parts.into_iter().map(|(id, part)| (id.as_str().into(), part)).collect(),
            ..Reported::default()
        })
    })
}

fn entries() -> impl Strategy<Value = BTreeMap<GoalId, Rc<Entry>>> {
    let addendum = (target(), option::of(period()), decision())
        .prop_map(|(target, measured, decision)| Addendum { target, measured, decision });
    let notice = (option::of(text()), option::of(text()), option::of(date()))
        .prop_map(|(cause, measures, on)| Notice { cause, measures, on });
    let lapsed = decided(text());
    let note = (option::of(text()), option::of(party()));
    let entry = (reported(), option::of(addendum), lapsed, note, option::of(text()), notice);
    let entry = entry.prop_map(|(reported, addendum, lapsed, (note, note_by), evidence, notice)| {
        Rc::new(Entry { reported, addendum, lapsed, note, note_by, evidence, notice })
    });
    proptest::collection::vec(("[a-zæøå-]{1,8}", entry), 0..4)
        .prop_map(|list| list.into_iter().map(|(id, entry)| (id.as_str().into(), entry)).collect())
}

fn party() -> impl Strategy<Value = Assessor> {
    prop_oneof![Just(Assessor::Director), Just(Assessor::Department), Just(Assessor::Agreed)]
}

fn decision() -> impl Strategy<Value = Decision> {
    (option::of(date()), option::of(text())).prop_map(|(agreed, source)| Decision { agreed, source })
}

fn decided<T: std::fmt::Debug>(what: impl Strategy<Value = T>) -> impl Strategy<Value = Decided<T>> {
    (option::of(what), decision()).prop_map(|(what, decision)| Decided { what, decision })
}

fn event() -> impl Strategy<Value = Event> {
    let kind = prop_oneof![
        Just(EventKind::Locked),
        Just(EventKind::Unlocked),
        Just(EventKind::Copied),
        Just(EventKind::Taken),
        Just(EventKind::Decided),
        Just(EventKind::Informed),
        Just(EventKind::Other),
    ];
    let struck = (option::of(date()), option::of(text())).prop_map(|(on, by)| Struck { on, by });
    (kind, option::of(date()), option::of(text()), option::of(text()), option::of(struck))
        .prop_map(|(kind, on, by, note, struck)| Event { kind, on, by, note, struck })
}

fn pay() -> impl Strategy<Value = PayInputs> {
    let line =
        (text(), option::of(number())).prop_map(|(title, value)| PayLine { title, value: value.map(Kroner) });
    let change = prop_oneof![
        number().prop_map(|percent| AdjustmentChange::Percent(Percent(percent))),
        number().prop_map(|amount| AdjustmentChange::Amount(Kroner(amount))),
        number().prop_map(|percent| AdjustmentChange::ToPercent(Percent(percent))),
    ];
    let adjustment = (option::of(change), option::of(text()), decision())
        .prop_map(|(change, reason, decision)| Adjustment { change, reason, decision });
    let fields = (
        proptest::collection::vec(line, 0..3),
        option::of(number()),
        option::of(adjustment),
        decided(date()),
        decided(text()),
        option::of(number()),
        option::of(number()),
    );
    fields.prop_map(|(base, max_percent, adjustment, left_on, breach, holiday, pension)| PayInputs {
        base,
        max_percent: max_percent.map(Percent),
        adjustment,
        left_on,
        breach,
        holiday_allowance_percent: holiday.map(Percent),
        pension_percent: pension.map(Percent),
        ..PayInputs::default()
    })
}

/// An assessment of any content.
pub(crate) fn any_assessment() -> impl Strategy<Value = Assessment> {
    let by = party();
    let status = prop_oneof![Just(Status::Draft), Just(Status::Midterm), Just(Status::Final)];
    let individual = (option::of(points()), option::of(text()), entries())
        .prop_map(|(overall, reason, areas)| Individual { overall, reason, copied: None, areas });
    let events = proptest::collection::vec(event(), 0..3);
    (by, status, option::of(date()), option::of(text()), entries(), individual, pay(), events).prop_map(
        |(by, status, as_of, sha256, results, individual, pay, events)| Assessment {
            contract: ContractId::from("t"),
            sha256,
            by,
            status,
            as_of,
            results,
            individual,
            pay,
            events,
        },
    )
}
