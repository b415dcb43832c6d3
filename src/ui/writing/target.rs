//! Draws what has to hold for a goal, of every kind, and the rule that turns it into points.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{Form, field_id};
use super::item::{choices, figures, truths};
use crate::app::{WritingEdit, free_id};
use crate::domain::contract::{Between, RuleKind, Target, TargetKind};
use crate::format::words::{entries, parse_word, word};
use crate::format::{ContractChange, quoted};
use crate::i18n::text::WritingText;
use crate::ui::focus::focus_element_soon;

/// How deep parts are written within parts.
const DEEPEST: usize = 3;

/// Draws a target: its kind, and the fields of that kind. `within` is its object, or that of a part.
pub(super) fn target(form: Form<'_>, within: &str, known: &Target, depth: usize) -> Html {
    let at = |key: &str| format!("{within}/{key}");
    let kind = kind_of(form, within);
    // A goal's phrase stands in its row.
    let has_phrase = depth > 0 || !form.base.starts_with("/goals/");
    html! { <>
        if has_phrase { { form.line(&at("phrase"), WritingText::Phrase) } }
        <div class="writing__fields">
            { kinds(form, within, kind, depth) }
            <div class="writing__contents">{ for fields(form, within, kind) }</div>
            if !matches!(kind, TargetKind::By | TargetKind::Done) { { form.line(&at("measured"), WritingText::Measured) } }
        </div>
        if matches!(kind, TargetKind::AtMost | TargetKind::AtLeast | TargetKind::Below | TargetKind::Above) { { relative(form, within) } }
        if matches!(kind, TargetKind::AllOf | TargetKind::AnyOf) { { parts(form, within, known, depth) } }
        if kind == TargetKind::Assessed { { criteria(form, within) } }
        if kind == TargetKind::Rated { { levels(form, within) } }
    </> }
}

/// The kind that is chosen, or that the contract says.
fn kind_of(form: Form<'_>, within: &str) -> TargetKind {
    parse_word(&form.text(&format!("{within}/kind"))).unwrap_or(TargetKind::Undetermined)
}

/// What a kind of target is called.
fn kind_name(kind: TargetKind) -> WritingText {
    match kind {
        TargetKind::AtMost => WritingText::AtMost,
        TargetKind::AtLeast => WritingText::AtLeast,
        TargetKind::Below => WritingText::Below,
        TargetKind::Above => WritingText::Above,
        TargetKind::Between => WritingText::Between,
        TargetKind::Unchanged => WritingText::Unchanged,
        TargetKind::By => WritingText::By,
        TargetKind::Done => WritingText::DoneOrNot,
        TargetKind::AllOf => WritingText::AllOf,
        TargetKind::AnyOf => WritingText::AnyOf,
        TargetKind::Assessed => WritingText::Assessed,
        TargetKind::Rated => WritingText::Rated,
        TargetKind::Undetermined => WritingText::Undetermined,
    }
}

/// Draws the kinds. One with parts or levels begins with some.
fn kinds(form: Form<'_>, within: &str, kind: TargetKind, depth: usize) -> Html {
    let offered = entries::<TargetKind>().filter(|(_, one)| {
        depth < DEEPEST || *one == kind || !matches!(one, TargetKind::AllOf | TargetKind::AnyOf)
    });
    let names = offered.map(|(word, one)| (word.to_owned(), form.words.text(kind_name(one)).to_owned()));
    let names: Vec<_> = names.collect();
    let (page, place) = (form.page.clone(), form.place(within));
    let (has_parts, has_levels) =
        (form.items(&format!("{within}/parts")) > 0, form.items(&format!("{within}/levels")) > 0);
    let has_scale = !form.text(&format!("{within}/scale")).is_empty();
    let [yes, no] = [WritingText::Met, WritingText::NotMet].map(|text| quoted(form.words.text(text)));
    form.select(&format!("{within}/kind"), WritingText::Kind, &names, word(kind), move |code| {
        let kind = Some(ContractChange::Set { at: format!("{place}/kind").into(), value: quoted(&code).into() });
        let begins = |key: &str, value: String| Some(ContractChange::Set { at: format!("{place}/{key}").into(), value: value.into() });
        let first = match parse_word(&code) {
            Ok(TargetKind::AllOf | TargetKind::AnyOf) if !has_parts => {
                begins("parts", format!("[{}]", new_part("part-1")))
            }
            Ok(TargetKind::Rated) if !has_levels && !has_scale => begins(
                "levels",
                format!("[{{\"id\":\"level-1\",\"title\":{no},\"share\":0}},{{\"id\":\"level-2\",\"title\":{yes},\"share\":1}}]"),
            ),
            _ => None,
        };
        let at = format!("{place}/kind").into();
        if first.is_some() {
            let changes: Vec<_> = first.into_iter().chain(kind).collect();
            page.send(WritingEdit::Change(changes.into()));
        } else {
            page.send(WritingEdit::Type { at, text: code.into() });
            page.send(WritingEdit::Leave { at: format!("{place}/kind").into() });
        }
    })
}

/// Draws the fields that one kind has.
fn fields(form: Form<'_>, within: &str, kind: TargetKind) -> Vec<Html> {
    let at = |key: &str| format!("{within}/{key}");
    match kind {
        TargetKind::AtMost | TargetKind::AtLeast | TargetKind::Below | TargetKind::Above => {
            let is_relative = ["percent", "points", "baseline/period", "baseline"]
                .iter()
                .any(|key| !form.text(&at(key)).is_empty());
            let value = if is_relative {
                form.line(&at("value"), WritingText::Value)
            } else {
                form.needed(&at("value"), WritingText::Value)
            };
            vec![value]
        }
        TargetKind::Between => {
            vec![end(form, &at("min"), WritingText::Least), end(form, &at("max"), WritingText::Most)]
        }
        TargetKind::Unchanged => vec![
            form.line(&at("baseline"), WritingText::Baseline),
            form.line(&at("baseline/period"), WritingText::BaselinePeriod),
            form.line(&at("tolerance"), WritingText::Tolerance),
        ],
        TargetKind::By => vec![form.needed(&at("date"), WritingText::Deadline)],
        TargetKind::Rated if form.items(&at("levels")) == 0 => {
            let scales = form.case.contract.contract.scales.iter();
            let scales: Vec<_> = scales.map(|scale| (scale.id.to_string(), scale.title.clone())).collect();
            vec![form.choice(&at("scale"), WritingText::Scale, &scales)]
        }
        _ => Vec::new(),
    }
}

/// Draws what a threshold is counted from where it is no figure of its own.
fn relative(form: Form<'_>, within: &str) -> Html {
    html! {
        <details>
            <summary>{ form.words.text(WritingText::Relative) }</summary>
            { relative_fields(form, within) }
        </details>
    }
}

fn relative_fields(form: Form<'_>, within: &str) -> Html {
    let at = |key: &str| format!("{within}/{key}");
    html! {
        <div class="writing__fields">
            { form.line(&at("baseline/period"), WritingText::BaselinePeriod) }
            { form.line(&at("baseline"), WritingText::Baseline) }
            { form.line(&at("percent"), WritingText::ChangePercent) }
            { form.line(&at("points"), WritingText::ChangePoints) }
        </div>
    }
}

/// Draws one end of a range or a figure of a rule. A file may count it from a baseline.
fn end(form: Form<'_>, at: &str, label: WritingText) -> Html {
    if !form.holds_others(at) {
        return form.needed(at, label);
    }
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(label) }</legend>
            { relative_fields(form, at) }
        </fieldset>
    }
}

/// A part that says nothing yet, as JSON.
fn new_part(id: &str) -> String {
    let kind = quoted(word(TargetKind::Undetermined));
    format!("{{\"id\":{},\"title\":\"\",\"kind\":{kind}}}", quoted(id))
}

fn parts(form: Form<'_>, within: &str, known: &Target, depth: usize) -> Html {
    let list = format!("{within}/parts");
    let count = form.items(&list);
    let ids: Vec<String> = (0..count).map(|index| form.text(&format!("{list}/{index}/id"))).collect();
    let id = free_id("part", ids.iter().map(String::as_str));
    let whole = form.place(&list);
    let value = new_part(&id).into();
    let insert = ContractChange::Insert { list: whole.as_str().into(), index: count, value };
    let nothing = Target::Undetermined;
    html! { <>
        { for (0..count).map(|index| {
            let part = format!("{list}/{index}");
            let known = known.parts().and_then(|parts| parts.get(index)).map_or(&nothing, |part| &part.target);
            let title = form.text(&format!("{part}/title"));
            html! {
                <fieldset class="writing__group writing__part" key={ids.get(index).cloned().unwrap_or_default()}>
                    <legend>{ form.words.part_number(index + 1) }</legend>
                    <div class="writing__fields">
                        { form.line(&format!("{part}/title"), WritingText::PartTitle) }
                        { form.line(&format!("{part}/unit"), WritingText::Unit) }
                        <div class="writing__end">
                            if index > 0 { { form.button(&format!("{}/up", field_id(&form.place(&part))), form.words.text(WritingText::MoveUp), vec![ContractChange::Move { list: whole.as_str().into(), from: index, to: index - 1 }], None) } }
                            if count > 1 { { form.remove(&list, index, &title) } }
                        </div>
                    </div>
                    { target(form, &part, known, depth + 1) }
                    <details>
                        <summary>{ form.words.text(WritingText::MoreOfPart) }</summary>
                        { form.long(&format!("{part}/wording"), WritingText::Wording) }
                        { form.line(&format!("{part}/page"), WritingText::Page) }
                        { figures(form, &format!("{part}/history"), WritingText::History) }
                        { figures(form, &format!("{part}/guidelines"), WritingText::Guidelines) }
                        { ratio(form, &format!("{part}/ratio")) }
                        if rule_of(form, "") == Some(RuleKind::Parts) {
                            <fieldset class="writing__group">
                                <legend>{ form.words.text(WritingText::PartRule) }</legend>
                                { rule(form, &part, known) }
                            </fieldset>
                        }
                    </details>
                </fieldset>
            }
        }) }
        { form.button(&format!("{}/add", field_id(&whole)), form.words.text(WritingText::AddPart), vec![insert], Some(field_id(&format!("{whole}/{count}/title")))) }
    </> }
}

fn criteria(form: Form<'_>, within: &str) -> Html {
    let list = format!("{within}/criteria");
    let count = form.items(&list);
    let ids: Vec<String> = (0..count).map(|index| form.text(&format!("{list}/{index}/id"))).collect();
    let id = free_id("criterion", ids.iter().map(String::as_str));
    let whole = form.place(&list);
    let value = format!("{{\"id\":{},\"title\":\"\"}}", quoted(&id));
    let insert = ContractChange::Insert { list: whole.as_str().into(), index: count, value: value.into() };
    html! { <>
        { for (0..count).map(|index| html! {
            <div class="writing__fields" key={ids.get(index).cloned().unwrap_or_default()}>
                { form.line(&format!("{list}/{index}/title"), WritingText::Criterion) }
                { form.line(&format!("{list}/{index}/deadline"), WritingText::Deadline) }
                <div class="writing__end">{ form.remove(&list, index, &form.text(&format!("{list}/{index}/title"))) }</div>
            </div>
        }) }
        { form.button(&format!("{}/add", field_id(&whole)), form.words.text(WritingText::AddCriterion), vec![insert], Some(field_id(&format!("{whole}/{count}/title")))) }
    </> }
}

fn levels(form: Form<'_>, within: &str) -> Html {
    let list = format!("{within}/levels");
    let count = form.items(&list);
    if count == 0 {
        return Html::default();
    }
    let ids: Vec<String> = (0..count).map(|index| form.text(&format!("{list}/{index}/id"))).collect();
    let id = free_id("level", ids.iter().map(String::as_str));
    let whole = form.place(&list);
    let value = format!("{{\"id\":{},\"title\":\"\",\"share\":0}}", quoted(&id));
    let insert =
        ContractChange::Insert { list: whole.as_str().into(), index: count - 1, value: value.into() };
    html! { <>
        { for (0..count).map(|index| html! {
            <div class="writing__fields" key={ids.get(index).cloned().unwrap_or_default()}>
                { form.line(&format!("{list}/{index}/title"), WritingText::Level) }
                { form.needed(&format!("{list}/{index}/share"), WritingText::SharePercent) }
                <div class="writing__end">
                    if count > 2 { { form.remove(&list, index, &form.text(&format!("{list}/{index}/title"))) } }
                </div>
            </div>
        }) }
        { form.button(&format!("{}/add", field_id(&whole)), form.words.text(WritingText::AddLevel), vec![insert], Some(field_id(&format!("{whole}/{}/title", count - 1)))) }
    </> }
}

/// What a rule is called.
pub(super) fn rule_name(rule: Option<RuleKind>) -> WritingText {
    match rule {
        None => WritingText::NotSaid,
        Some(RuleKind::AllOrNothing) => WritingText::AllOrNothing,
        Some(RuleKind::Linear) => WritingText::StraightLine,
        Some(RuleKind::Proportional) => WritingText::Proportional,
        Some(RuleKind::Scale) => WritingText::Steps,
        Some(RuleKind::Parts) => WritingText::ShareOfParts,
        Some(RuleKind::Assessed) => WritingText::AssessedRule,
    }
}

/// The rule that is chosen for a part or the goal itself, or that the contract says.
fn rule_of(form: Form<'_>, within: &str) -> Option<RuleKind> {
    parse_word(&form.text(&format!("{within}/scoring/rule"))).ok()
}

/// Draws how two counts give the result, where they do.
pub(super) fn ratio(form: Form<'_>, at: &str) -> Html {
    html! {
        <details>
            <summary>{ form.words.text(WritingText::Ratio) }</summary>
            <div class="writing__fields">
                { form.line(&format!("{at}/numerator"), WritingText::Numerator) }
                { form.line(&format!("{at}/denominator"), WritingText::Denominator) }
                { form.choice(&format!("{at}/percent"), WritingText::InPercent, &truths(form)) }
                { form.line(&format!("{at}/decimals"), WritingText::RatioDecimals) }
            </div>
        </details>
    }
}

/// Draws the rules that fit the target, and the fields of the one that is chosen. `within` is the part that it is for, or
/// the goal itself.
pub(super) fn rule(form: Form<'_>, within: &str, target: &Target) -> Html {
    let at = |key: &str| format!("{within}/scoring/{key}");
    let chosen = rule_of(form, within);
    if matches!(target, Target::Rated(_)) && chosen.is_none() {
        return html! { <p>{ form.words.text(WritingText::LevelsEarn) }</p> };
    }
    let name = |rule| form.words.text(rule_name(rule)).to_owned();
    let fitting = entries::<RuleKind>().filter(|(_, rule)| target.takes(*rule) || chosen == Some(*rule));
    let fitting = fitting.map(|(word, rule)| (word.to_owned(), name(Some(rule))));
    let names: Vec<_> = [(String::new(), name(None))].into_iter().chain(fitting).collect();
    let (page, place) = (form.page.clone(), form.place(&format!("{within}/scoring")));
    let select = form.select(&at("rule"), WritingText::Rule, &names, chosen.map_or("", word), move |code| {
        let at = format!("{place}/rule");
        if code.is_empty() {
            let gone = ContractChange::Remove { at: place.as_str().into() };
            return page.send(WritingEdit::Change(Rc::new([gone])));
        }
        page.send(WritingEdit::Type { at: at.as_str().into(), text: code.into() });
        page.send(WritingEdit::Leave { at: at.as_str().into() });
        focus_element_soon(&field_id(&at));
    });
    html! { <>
        <div class="writing__fields">
            { select }
            if chosen == Some(RuleKind::Linear) { { end(form, &at("zero_at"), WritingText::ZeroAt) } }
            if matches!(chosen, Some(RuleKind::Linear | RuleKind::Proportional | RuleKind::Scale)) { { form.line(&at("cap"), WritingText::Cap) } }
        </div>
        if chosen == Some(RuleKind::Scale) { { steps(form, &at("steps"), &at("between")) } }
        if chosen == Some(RuleKind::Parts) { { shares(form, &at("shares"), target) } }
    </> }
}

/// Draws the steps of a table, and an empty one for the next.
fn steps(form: Form<'_>, list: &str, between: &str) -> Html {
    let count = form.items(list);
    let ways = choices(form, Some(WritingText::InProportion), |between: Between| {
        (between == Between::Step).then_some(WritingText::AsLastStep)
    });
    html! { <>
        <div class="writing__fields">{ form.choice(between, WritingText::BetweenSteps, &ways) }</div>
        <div>{ for (0..=count.max(1)).map(|index| html! {
            <div class="writing__fields" key={index}>
                { end(form, &format!("{list}/{index}/at"), WritingText::StepAt) }
                { form.needed(&format!("{list}/{index}/share"), WritingText::SharePercent) }
                <div class="writing__end">
                    if index < count && count > 2 { { form.remove(list, index, &form.text(&format!("{list}/{index}/at"))) } }
                </div>
            </div>
        }) }</div>
    </> }
}

/// Draws the share of each part; left empty they are equal.
fn shares(form: Form<'_>, at: &str, target: &Target) -> Html {
    let parts = target.parts().into_iter().flatten();
    html! {
        <div class="writing__fields">
            { for parts.map(|part| {
                let id = part.id.as_str().replace('~', "~0").replace('/', "~1");
                let name = part.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(part.id.as_str());
                form.named(&format!("{at}/{id}"), &form.words.share_of(name))
            }) }
        </div>
    }
}
