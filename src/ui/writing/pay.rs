//! Draws the station »Resultatløn«: the pay agreement, its pots and stages, its individual areas, and a try of it.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{Form, field_id};
use super::goal::goal_fields;
use super::item::{choices, kept, problems, truths};
use super::pots::pots;
use super::stages::stages;
use super::try_pay::PayTrial;
use crate::app::{Sheet, free_id};
use crate::domain::assessment::{Individual, PayInputs};
use crate::domain::contract::{Direction, IndividualRule};
use crate::format::{ContractChange, Written, quoted};
use crate::i18n::text::WritingText;
use crate::ui::shared::Shared;

/// Draws the agreement.
pub(super) fn pay(form: Form<'_>) -> Html {
    let source = form.written.and_then(|written| written.source("/pay")).unwrap_or("{}");
    let written = Written::parse(source);
    let form = Form { written: written.as_ref(), base: "/pay", ..form };
    let has_pots = form.items("/pots") > 0;
    let rules = choices(form, Some(WritingText::ByWeights), |rule| {
        Some(match rule {
            IndividualRule::Overall => WritingText::Overall,
            IndividualRule::Areas => WritingText::AreaByArea,
        })
    });
    let directions = choices(form, Some(WritingText::NotSaid), |direction| {
        Some(match direction {
            Direction::Down => WritingText::OnlyDown,
            Direction::Up => WritingText::OnlyUp,
            Direction::Both => WritingText::BothWays,
        })
    });
    let is_there = form.case.contract.contract.pay.is_some();
    html! { <>
        if !is_there && !form.waits() { <p>{ form.words.text(WritingText::NoPay) }</p> }
        <div class="writing__fields">
            { form.needed("/from", WritingText::From) }
            { form.needed("/to", WritingText::To) }
            if !has_pots {
                { form.needed("/points/institution", WritingText::InstitutionPoints) }
                { form.needed("/points/individual", WritingText::IndividualPoints) }
                { form.line("/max_percent", WritingText::MaxPercent) }
                { form.choice("/individual_rule", WritingText::IndividualRule, &rules) }
            }
            { form.choice("/adjustment/direction", WritingText::Direction, &directions) }
            { form.line("/adjustment/max_percent", WritingText::AdjustmentMost) }
            { form.choice("/pensionable", WritingText::Pensionable, &truths(form)) }
            { form.line("/pension_percent", WritingText::PensionPercent) }
            { form.line("/holiday_allowance_percent", WritingText::HolidayPercent) }
            { form.line("/source", WritingText::Source) }
        </div>
        { problems(form, &[""]) }
        if let Some(pay) = &form.case.contract.contract.pay {
            { pots(form, pay) }
            { stages(form, pay) }
            { areas(form) }
            <PayTrial contract={Shared::from(&form.case.contract.contract)} />
        }
        { kept(form, &["from", "to", "points", "pots", "stages", "max_percent", "individual_rule", "adjustment", "pensionable", "pension_percent", "holiday_allowance_percent", "source", "areas"]) }
        if is_there {
            { inputs_kept(form) }
            <p>{ form.button("remove-pay", form.words.text(WritingText::RemovePay), vec![ContractChange::Remove { at: "/pay".into() }], Some(field_id("/pay/from"))) }</p>
        }
    </> }
}

/// Says that assessments have entries for the pay, before something that they are about is removed.
fn inputs_kept(form: Form<'_>) -> Html {
    let has_entries = |sheet: &&Rc<Sheet>| {
        let assessment = sheet.assessment();
        assessment.pay != PayInputs::default() || assessment.individual != Individual::default()
    };
    let count = form.case.sheets.iter().filter(has_entries).count();
    html! { if count > 0 { <p class="small" id="pay-kept">{ form.words.pay_kept(count) }</p> } }
}

fn areas(form: Form<'_>) -> Html {
    let contract = &form.case.contract.contract;
    let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
    let id = free_id("area", contract.line_ids());
    let count = areas.clone().count();
    let value = format!("{{\"id\":{},\"title\":\"\"}}", quoted(&id));
    let insert = ContractChange::Insert { list: "/pay/areas".into(), index: count, value: value.into() };
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(WritingText::Areas) }</legend>
            <div>{ for areas.enumerate().map(|(index, area)| {
                let base = format!("/pay/areas/{index}");
                let source = form.written.and_then(|written| written.source(&format!("/areas/{index}")));
                let written = source.and_then(Written::parse);
                let of_area = Form { written: written.as_ref(), base: &base, ..form };
                html! {
                    <section class="writing__area" key={area.id.as_str()} aria-label={area.title.clone()}>
                        <div class="writing__fields">
                            { of_area.needed("/title", WritingText::GoalTitle) }
                            { of_area.line("/weight", WritingText::Weight) }
                            <div class="writing__end">{ form.remove("/areas", index, &area.title) }</div>
                        </div>
                        <details>
                            <summary>{ form.words.text(WritingText::MoreOfArea) }</summary>
                            { goal_fields(of_area, area) }
                        </details>
                    </section>
                }
            }) }</div>
            { form.button("add-area", form.words.text(WritingText::AddArea), vec![insert], Some(field_id(&format!("/pay/areas/{count}/title")))) }
        </fieldset>
    }
}
