//! Shows the place »Kontrakt«: what it says from purpose to goal with what was found in it, what it says otherwise than
//! another one, and what is proposed for next year's.

mod assumptions;
mod budget;
mod calendar;
mod changes;
mod facts;
mod findings;
mod goal_list;
mod hierarchy;
mod mark;
mod renewal;
mod tables;

use std::rc::Rc;

use yew::prelude::*;

pub(crate) use assumptions::list as assumption_list;
pub(crate) use changes::Changes;
pub(crate) use facts::{facts, range};
pub(crate) use findings::{findings_of, refusal, severity_word};
pub(crate) use tables::figure_text;

use self::findings::Findings;
use self::goal_list::GoalList;
use self::mark::Marks;
use self::renewal::Renewing;
use super::context::use_words;
use super::focus::focus_element_soon;
use super::shared::{Shared, SheetProps};
use super::sharing::ShareLink;
use crate::app::findings::{Finding, FindingFilter};
use crate::app::{Case, ContractPart, Route, Sheet, WritingPart};
use crate::domain::contract::GoalId;
use crate::i18n::text::{ChangesText, ContractText, RenewalText, WritingText};

/// The case, its assessment on the screen, and which part is asked for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ContractPlaceProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    pub(crate) part: ContractPart,
}

/// Draws the part that the address names, below the links to all parts.
#[component]
pub(crate) fn ContractPlace(props: &ContractPlaceProps) -> Html {
    let words = use_words();
    let ContractPlaceProps { case, sheet, part } = props.clone();
    let contract = &case.contract.contract;
    let name = |part: ContractPart| match part {
        ContractPart::Said => words.text(ContractText::Facts),
        ContractPart::Changes => words.text(ChangesText::Heading),
        ContractPart::Renewal => words.text(RenewalText::Heading),
    };
    let link = |one: ContractPart| {
        let current = (one == part).then_some("page");
        html! {
            <li key={one.code()}>
                <a id={format!("contract-{}", one.code())} href={Route::Contract(one).address()} aria-current={current}>{ name(one) }</a>
            </li>
        }
    };
    html! { <>
        if part == ContractPart::Said {
            <h1 class="place-heading" lang={contract.language.clone()}>{ &contract.title }</h1>
        } else {
            <h1 class="place-heading">{ name(part) }</h1>
        }
        <nav class="parts screen-only" aria-label={words.text(ContractText::Parts)}>
            <ul class="parts__list no-max-width">{ for ContractPart::ALL.map(link) }</ul>
        </nav>
        <div key={part.code()}>
            {
                match part {
                    ContractPart::Said => html! { <Stated {case} {sheet} /> },
                    ContractPart::Changes => html! { <Changes {case} /> },
                    ContractPart::Renewal => html! { <Renewing {case} /> },
                }
            }
        </div>
    </> }
}

/// Draws what the contract says, and beside it the findings.
#[component]
fn Stated(props: &SheetProps) -> Html {
    let words = use_words();
    let case = &props.case;
    let contract = Shared::from(&case.contract.contract);
    let findings = use_memo(
        (contract.clone(), Shared::from(&case.findings), props.sheet.clone(), words),
        |(contract, found, sheet, words)| Shared(Finding::all(found, contract, sheet.assessment(), *words)),
    );
    let choice = use_state(|| Shared::from(&Rc::new(FindingFilter::default())));
    let is_open = use_state_eq(|| false);
    let choose = use_callback((), {
        let choice = choice.setter();
        move |chosen: FindingFilter, ()| choice.set(Shared(Rc::new(chosen)))
    });
    let toggle = use_callback(*is_open, {
        let setter = is_open.setter();
        move |_: MouseEvent, is_open| setter.set(!is_open)
    });
    let look = use_callback(((*choice).clone(), choose.clone()), {
        let open = is_open.setter();
        move |goal: GoalId, (choice, choose): &(Shared<FindingFilter>, Callback<FindingFilter>)| {
            choose.emit(FindingFilter {
                goal: Some(goal),
                grouping: choice.grouping,
                ..FindingFilter::default()
            });
            open.set(true);
            focus_element_soon(findings::LIST);
        }
    });
    html! { <>
        <p class="screen-only"><a id="edit-contract" href={Route::Writing(WritingPart::Basis).address()}>{ words.text(WritingText::EditContract) }</a></p>
        <div class="contract">
            <Findings
                {contract}
                findings={(*findings).clone()}
                choice={(*choice).clone()}
                {choose}
                is_open={*is_open}
                {toggle}
            />
            <Said case={case.clone()} sheet={props.sheet.clone()} findings={(*findings).clone()} {look} />
        </div>
    </> }
}

/// The case, its assessment, and the way to the findings of a goal.
#[derive(Clone, PartialEq, Properties)]
struct SaidProps {
    case: Shared<Case>,
    sheet: Shared<Sheet>,
    findings: Shared<[Finding]>,
    /// Called with a goal whose findings are asked for.
    look: Callback<GoalId>,
}

/// Draws the contract and the assumptions. It is not drawn anew while findings are filtered.
#[component]
fn Said(props: &SaidProps) -> Html {
    let words = use_words();
    let file = &props.case.contract;
    let contract = &*file.contract;
    let fingerprint = file.fingerprint.canonical().to_owned();
    let made_for = props.sheet.assessment().sha256.as_deref();
    let is_other = made_for.is_some_and(|made_for| !file.fingerprint.matches(made_for));
    let marks = Marks::from_findings(&props.findings, &props.look, words);
    html! {
        <div class="contract__said">
            if is_other {
                <div class="banner banner--caution"><p>{ words.text(ContractText::OtherFingerprint) }</p></div>
            }
            <section id="facts" tabindex="-1">
                <h2 class="section-heading">{ words.text(ContractText::Facts) }</h2>
                { facts(contract, &fingerprint, words) }
                <ShareLink
                    key={props.case.opening.to_string()}
                    contract={Shared::from(&file.contract)}
                    source={Shared::from(&file.source)}
                />
            </section>
            { calendar::calendar_section(&props.case, &props.sheet, words) }
            { hierarchy::strategy(contract, &marks, words) }
            <GoalList contract={Shared::from(&file.contract)} findings={props.findings.clone()} look={props.look.clone()} />
            { hierarchy::purposes(contract, words) }
            { tables::trends(contract, words) }
            { budget::budget(contract, words) }
            { budget::sums(contract, words) }
            { assumptions::assumptions(contract, &props.sheet.evaluation, words) }
        </div>
    }
}
