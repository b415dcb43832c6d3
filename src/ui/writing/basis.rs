//! Draws the station »Grundlag«: what the contract says of itself, its headings and documents.

use yew::prelude::*;

use super::form::{Form, field_id};
use super::item::{choices, kept, problems};
use crate::app::free_id;
use crate::domain::contract::{LapsedRule, Party};
use crate::format::words::word;
use crate::format::{ContractChange, quoted};
use crate::i18n::text::WritingText;

/// Draws the fields of the station.
pub(super) fn basis(form: Form<'_>) -> Html {
    let contract = &form.case.contract.contract;
    let lapsed = choices(form, Some(WritingText::NotSaid), |rule| {
        Some(match rule {
            LapsedRule::Redistribute => WritingText::LapsedShared,
            LapsedRule::Zero => WritingText::LapsedLost,
        })
    });
    html! { <>
        <div class="writing__fields">
            { form.needed("/title", WritingText::Title) }
            { form.line("/institution", WritingText::Institution) }
            { form.line("/department", WritingText::Department) }
            { form.needed("/period/from", WritingText::From) }
            { form.needed("/period/to", WritingText::To) }
            { form.line("/period/binding_year", WritingText::BindingYear) }
            { form.line("/signed", WritingText::Signed) }
            { form.line("/points/total", WritingText::Total) }
            { form.line("/points/decimals", WritingText::Decimals) }
            { form.choice("/lapsed", WritingText::Lapsed, &lapsed) }
        </div>
        <p class="small quiet">{ form.words.contract_id(contract.id.as_str()) }</p>
        { problems(form, &["/title", "/period", "/points"]) }
        { groups(form) }
        { list(form, "/sources", WritingText::Sources, WritingText::AddSource, ("source", "title"), &[("/title", WritingText::SourceTitle), ("/date", WritingText::SourceDate)]) }
        { signatories(form) }
        { list(form, "/reporting", WritingText::Reporting, WritingText::AddReport, ("report", "title"), &[("/title", WritingText::ReportTitle), ("/date", WritingText::Date)]) }
        { kept(form, &["$schema", "format", "version", "id", "language", "title", "institution", "department", "period", "signed", "points", "lapsed", "groups", "sources", "signatories", "reporting", "pay", "risk"]) }
    </> }
}

/// Draws a list of the contract whose items are a few lines.
fn list(
    form: Form<'_>,
    at: &str,
    heading: WritingText,
    add: WritingText,
    (prefix, title): (&str, &str),
    fields: &[(&str, WritingText)],
) -> Html {
    let count = form.items(at);
    let ids: Vec<String> = (0..count).map(|index| form.text(&format!("{at}/{index}/id"))).collect();
    let id = free_id(prefix, ids.iter().map(String::as_str));
    let value = format!("{{\"id\":{},{}:\"\"}}", quoted(&id), quoted(title));
    let insert = ContractChange::Insert { list: at.into(), index: count, value: value.into() };
    let focus = field_id(&format!("{at}/{count}/{title}"));
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(heading) }</legend>
            <div>{ for (0..count).map(|index| html! {
                <div class="writing__fields" key={index}>
                    { for fields.iter().map(|(within, label)| form.line(&format!("{at}/{index}{within}"), *label)) }
                    <div class="writing__end">{ form.remove(at, index, &form.text(&format!("{at}/{index}/{title}"))) }</div>
                </div>
            }) }</div>
            { form.button(&format!("add{}", at.replace('/', "-")), form.words.text(add), vec![insert], Some(focus)) }
        </fieldset>
    }
}

fn groups(form: Form<'_>) -> Html {
    let contract = &form.case.contract.contract;
    let ids = contract.groups.iter().map(|group| group.id.as_str());
    let id = free_id("group", ids);
    let count = contract.groups.len();
    let value = format!("{{\"id\":{},\"title\":\"\"}}", quoted(&id));
    let insert = ContractChange::Insert { list: "/groups".into(), index: count, value: value.into() };
    let parents = |own: usize| {
        let others = contract.groups.iter().enumerate().filter(move |(index, _)| *index != own);
        let unset = (String::new(), form.words.text(WritingText::NoParent).to_owned());
        [unset]
            .into_iter()
            .chain(others.map(|(_, group)| (group.id.to_string(), group.title.clone())))
            .collect::<Vec<_>>()
    };
    let remove = |index: usize, id: &str, title: &str| {
        let goals = contract
            .goals
            .iter()
            .enumerate()
            .filter(|(_, goal)| goal.group.as_ref().is_some_and(|group| group.as_str() == id));
        let goals = goals.map(|(goal, _)| format!("/goals/{goal}/group"));
        let below = contract.groups.iter().enumerate();
        let below =
            below.filter(|(_, group)| group.parent.as_ref().is_some_and(|parent| parent.as_str() == id));
        let below = below.map(|(group, _)| format!("/groups/{group}/parent"));
        let gone = goals.chain(below).chain([format!("/groups/{index}")]);
        let changes = gone.map(|at| ContractChange::Remove { at: at.into() }).collect();
        form.button(
            &format!("remove-group-{index}"),
            form.words.remove_item(title),
            changes,
            Some("add-groups".to_owned()),
        )
    };
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(WritingText::Groups) }</legend>
            <div>{ for contract.groups.iter().enumerate().map(|(index, group)| html! {
                <div class="writing__fields" key={group.id.as_str()}>
                    { form.needed(&format!("/groups/{index}/title"), WritingText::GroupTitle) }
                    { form.choice(&format!("/groups/{index}/parent"), WritingText::Parent, &parents(index)) }
                    <div class="writing__end">{ remove(index, group.id.as_str(), &group.title) }</div>
                </div>
            }) }</div>
            { form.button("add-groups", form.words.text(WritingText::AddGroup), vec![insert], Some(field_id(&format!("/groups/{count}/title")))) }
        </fieldset>
    }
}

fn signatories(form: Form<'_>) -> Html {
    let count = form.items("/signatories");
    let parties = choices(form, None, |party| {
        Some(match party {
            Party::Director => WritingText::Director,
            Party::Department => WritingText::TheDepartment,
        })
    });
    let value = format!("{{\"name\":\"\",\"party\":{}}}", quoted(word(Party::Director)));
    let insert = ContractChange::Insert { list: "/signatories".into(), index: count, value: value.into() };
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(WritingText::Signatories) }</legend>
            <div>{ for (0..count).map(|index| html! {
                <div class="writing__fields" key={index}>
                    { form.line(&format!("/signatories/{index}/name"), WritingText::PersonName) }
                    { form.line(&format!("/signatories/{index}/title"), WritingText::PersonTitle) }
                    { form.choice(&format!("/signatories/{index}/party"), WritingText::Party, &parties) }
                    <div class="writing__end">{ form.remove("/signatories", index, &form.text(&format!("/signatories/{index}/name"))) }</div>
                </div>
            }) }</div>
            { form.button("add-signatories", form.words.text(WritingText::AddSignatory), vec![insert], Some(field_id(&format!("/signatories/{count}/name")))) }
        </fieldset>
    }
}
