//! Shows the goals that the department has to be told of (»Orientering«), with cause and measures.

use std::collections::HashSet;

use yew::prelude::*;

use crate::app::{EntryField, EntryId, Route, Sheet, SheetAction, element_id};
use crate::domain::assessment::{Event, EventKind};
use crate::domain::contract::{Goal, GoalId};
use crate::domain::duty::{Duty, duty, planned_actions};
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::Points;
use crate::format::MAX_TEXT;
use crate::i18n::short::cut;
use crate::i18n::text::{DecideText, EntryText};
use crate::ui::context::{Page, use_page};
use crate::ui::fields::{Align, EntryForm, enter_text, full_name, plain_field, typed_day};
use crate::ui::focus::focus_field_soon;
use crate::ui::long_rows::LongRows;
use crate::ui::moment::moment;
use crate::ui::shared::SheetProps;

/// What is written of a goal, in the order in which it is shown.
const WRITTEN: [EntryField; 3] = [EntryField::NoticeCause, EntryField::NoticeMeasures, EntryField::NoticeOn];

/// Draws the goals, the fields of the notices that were begun, and the link to the paper.
#[component]
pub(super) fn DutyPart(props: &SheetProps) -> Html {
    let page = use_page();
    let begun = use_state(Vec::<GoalId>::new);
    let told_on = use_state_eq(String::new);
    let form = EntryForm { page: &page, case: &props.case, sheet: &props.sheet, words: page.words };
    let words = page.words;
    let duties = form.goals().map(|(goal, outcome)| (goal, duty(outcome).is_some())).enumerate();
    let shown: Vec<_> =
        duties.filter(|(_, (goal, is_due))| *is_due || is_begun(&begun, &props.sheet, &goal.id)).collect();
    let due = shown.iter().filter(|(_, (_, is_due))| *is_due).count();
    let lead = if due == 0 { words.text(DecideText::NoDuty).to_owned() } else { words.goals_concerned(due) };
    let ids: HashSet<&GoalId> = shown.iter().map(|(_, (goal, _))| &goal.id).collect();
    let rest = form.goals().map(|(goal, _)| goal).filter(|goal| !ids.contains(&goal.id));
    let places: Vec<usize> = shown.iter().map(|(at, _)| *at).collect();
    let asked = begun.last().and_then(|last| shown.iter().position(|(_, (goal, _))| goal.id == *last));
    let add = {
        let begun = begun.clone();
        move |goal: GoalId| begin(&begun, goal)
    };
    html! { <>
        <p>{ words.text(DecideText::DutyIntro) }</p>
        <p id="count-of-duties"><strong>{ lead }</strong></p>
        <LongRows count={places.len()} row={sections(&page, props, &begun, places)} {asked} />
        <div class="decided screen-only">
            { form.choice("other-duty", (DecideText::OtherGoal, DecideText::Write), rest, add) }
            { notice_day_form(form, &told_on) }
        </div>
        <p class="screen-only"><a id="notice-paper" href="#papirer/orientering">{ words.text(DecideText::NoticePaper) }</a></p>
    </> }
}

/// Draws the sections of these goals, which are given by their places in the contract.
fn sections(
    page: &Page,
    props: &SheetProps,
    begun: &UseStateHandle<Vec<GoalId>>,
    places: Vec<usize>,
) -> Callback<usize, Html> {
    let (page, props, begun) = (page.clone(), props.clone(), begun.clone());
    Callback::from(move |at: usize| {
        let form = EntryForm { page: &page, case: &props.case, sheet: &props.sheet, words: page.words };
        let found = places.get(at).and_then(|place| {
            let goal = props.case.contract.contract.goals.get(*place)?;
            Some((goal, props.sheet.evaluation.goals.get(*place)?))
        });
        found.map_or_else(Html::default, |(goal, outcome)| {
            let is_begun = is_begun(&begun, &props.sheet, &goal.id);
            duty_of_goal(form, &begun, goal, outcome, duty(outcome).as_ref(), is_begun)
        })
    })
}

fn is_begun(begun: &[GoalId], sheet: &Sheet, goal: &GoalId) -> bool {
    begun.contains(goal) || is_written(sheet, goal)
}

fn is_written(sheet: &Sheet, goal: &GoalId) -> bool {
    sheet.assessment().results.get(goal).is_some_and(|entry| !entry.notice.is_empty())
}

fn begin(begun: &UseStateHandle<Vec<GoalId>>, goal: GoalId) {
    focus_field_soon(&EntryId::goal(&goal).field(EntryField::NoticeCause));
    let mut all = (**begun).clone();
    all.push(goal);
    begun.set(all);
}

/// Draws one goal: why the department is told, how that shows, and what is written about it.
fn duty_of_goal(
    form: EntryForm<'_>,
    begun: &UseStateHandle<Vec<GoalId>>,
    goal: &Goal,
    outcome: &GoalOutcome,
    duty: Option<&Duty>,
    is_begun: bool,
) -> Html {
    let words = form.words;
    let id = goal.id.as_str();
    html! {
        <section key={id.to_owned()} id={element_id("duty", id)} class="decided" aria-labelledby={element_id("name-of-duty", id)}>
            <h2 class="small-heading" id={element_id("name-of-duty", id)}>
                <a href={Route::goal(&goal.id).address()}>{ full_name(goal) }</a>
            </h2>
            if let Some(duty) = duty {
                <p>{ words.duty_reason(duty.reason) }{ " " }<span class="quiet">{ stake(duty, form) }</span></p>
                <details class="with-details small">
                    <summary>{ words.text(DecideText::HowSeen) }<span class="sr-only">{ format!(": {}", goal.name()) }</span></summary>
                    <ul>{ for outcome.steps.iter().map(|step| html! { <li>{ words.step(step) }</li> }) }</ul>
                </details>
            }
            if is_begun { { notice_fields(form, begun, goal) } } else { { begin_notice_button(form, begun, goal) } }
        </section>
    }
}

fn stake(duty: &Duty, form: EntryForm<'_>) -> String {
    let some = |points: Option<Points>| {
        points.filter(|points| points.0 > 0.into()).map(|points| form.words.number(points.0))
    };
    form.words.at_stake(some(duty.lost).as_deref(), some(duty.open).as_deref())
}

/// Draws the button that begins a notice. The notice starts from the contract's words about the risks and from the
/// remark on the result.
fn begin_notice_button(form: EntryForm<'_>, begun: &UseStateHandle<Vec<GoalId>>, goal: &Goal) -> Html {
    let entry = EntryId::goal(&goal.id);
    let remark = form.sheet.assessment().results.get(&goal.id).and_then(|entry| entry.note.clone());
    let measures = planned_actions(&form.case.contract.contract, &goal.id).join("\n");
    let (page, begun, id) = (form.page.clone(), begun.clone(), goal.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        for (field, text) in [
            (EntryField::NoticeCause, remark.as_deref()),
            (EntryField::NoticeMeasures, Some(measures.as_str())),
        ] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                enter_text(&page, entry.field(field), text);
            }
        }
        begin(&begun, id.clone());
    });
    html! {
        <button id={element_id("write", goal.id.as_str())} type="button" class="text-button small screen-only" disabled={form.page.locked} {onclick}>
            { form.words.text(DecideText::Write) }<span class="sr-only">{ format!(": {}", goal.name()) }</span>
        </button>
    }
}

fn notice_fields(form: EntryForm<'_>, begun: &UseStateHandle<Vec<GoalId>>, goal: &Goal) -> Html {
    let words = form.words;
    let entry = EntryId::goal(&goal.id);
    let [cause, measures, on] = WRITTEN.map(|field| entry.field(field));
    let (page, begun, id) = (form.page.clone(), begun.clone(), goal.id.clone());
    let remove = Callback::from(move |_: MouseEvent| {
        for field in WRITTEN {
            enter_text(&page, entry.field(field), "");
        }
        begun.set(begun.iter().filter(|goal| **goal != id).cloned().collect());
    });
    html! { <>
        { form.note(&cause, words.text(EntryText::NoticeCause), goal.name(), Some(words.text(DecideText::CauseHint))) }
        { form.note(&measures, words.text(EntryText::NoticeMeasures), goal.name(), Some(words.text(DecideText::MeasuresHint))) }
        { form.line(&on, words.text(EntryText::NoticeOn), goal.name(), Align::Date) }
        <button id={element_id("unwrite", goal.id.as_str())} type="button" class="text-button small screen-only" disabled={form.page.locked} onclick={remove}>
            { words.text(DecideText::Take) }<span class="sr-only">{ format!(": {}", goal.name()) }</span>
        </button>
    </> }
}

/// Draws the day and the button that enters it in every notice without one, and records the event.
fn notice_day_form(form: EntryForm<'_>, told_on: &UseStateHandle<String>) -> Html {
    let open = form.goals().filter(|(goal, _)| {
        let entry = form.sheet.assessment().results.get(&goal.id);
        entry.is_some_and(|entry| !entry.notice.is_empty() && entry.notice.on.is_none())
    });
    let open: Vec<(GoalId, String)> =
        open.map(|(goal, _)| (goal.id.clone(), goal.name().to_owned())).collect();
    if open.is_empty() || form.page.locked {
        return Html::default();
    }
    let page = form.page.clone();
    let (day, day_said) = typed_day(told_on, form.words);
    let is_wrong = day_said.1;
    let onclick = Callback::from(move |_: MouseEvent| {
        let Some(on) = moment().and_then(|now| day(now.date)) else {
            return;
        };
        for (goal, _) in &open {
            let field = EntryId::goal(goal).field(EntryField::NoticeOn);
            enter_text(&page, field, &page.words.date(on));
        }
        let names: Vec<&str> = open.iter().map(|(_, name)| name.as_str()).collect();
        let note = Some(cut(&names.join(", "), MAX_TEXT - 1).into_owned());
        page.send(SheetAction::Record(Event {
            kind: EventKind::Informed,
            on: Some(on),
            note,
            ..Event::default()
        }));
    });
    let setter = told_on.setter();
    let told = (**told_on).clone();
    html! {
        <div class="results-head screen-only">
            { plain_field(("told-on", form.words.text(DecideText::ToldOn)), Some(day_said), told, move |text| setter.set(text)) }
            <button id="tell" type="button" class="button button-secondary button-small" disabled={is_wrong} {onclick}>
                { form.words.text(DecideText::Tell) }
            </button>
        </div>
    }
}
