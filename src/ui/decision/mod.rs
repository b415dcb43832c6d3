//! Shows the place »Afgørelse«: what was decided beyond the results, each with when and where.

mod record;

use yew::prelude::*;

pub(crate) use self::record::event_text;

use self::record::Record;
use crate::app::{AdjustmentKind, EntryField, EntryId, FieldId, PayDecision, Route};
use crate::domain::contract::{Goal, GoalId};
use crate::domain::number::{Kroner, Span};
use crate::domain::outcome::addendum_that_counts;
use crate::domain::pay::PayOutcome;
use crate::i18n::text::{DecideText, EntryText, OverviewText, PayText};
use crate::ui::context::use_page;
use crate::ui::fields::{Align, EntryForm, SelectField, full_name, options};
use crate::ui::focus::focus_field_soon;
use crate::ui::points::in_columns;
use crate::ui::shared::SheetProps;

/// Draws everything that can be decided, the events so far, and the link to the paper.
#[component]
pub(crate) fn Decision(props: &SheetProps) -> Html {
    let page = use_page();
    let lapsing = use_state(|| None::<GoalId>);
    let form = EntryForm { page: &page, case: &props.case, sheet: &props.sheet, words: page.words };
    let words = page.words;
    html! { <>
        <h1 class="place-heading">{ words.text(OverviewText::Decision) }</h1>
        <p>{ words.text(DecideText::DecisionIntro) }</p>
        if let Some(outcome) = &props.sheet.evaluation.pay {
            { adjustment(form, outcome) }
            { leaving(form) }
        } else {
            <p>{ words.text(DecideText::NoPay) }</p>
        }
        { lapsed(form, &lapsing) }
        { addenda(form) }
        <Record sheet={props.sheet.clone()} />
        <p class="screen-only"><a id="decision-paper" href="#papirer/afgoerelse">{ words.text(DecideText::DecisionPaper) }</a></p>
    </> }
}

fn section(id: &'static str, heading: &'static str, content: Html) -> Html {
    html! {
        <section key={id} {id} class="decided" aria-labelledby={format!("{id}-heading")}>
            <h2 class="small-heading" id={format!("{id}-heading")}>{ heading }</h2>
            { content }
        </section>
    }
}

/// Draws when and where something about the pay was decided.
fn when_and_where(form: EntryForm<'_>, of: PayDecision, about: PayText) -> Html {
    let (words, about) = (form.words, form.words.text(about));
    html! { <>
        { form.line(&FieldId::Agreed(of), words.text(DecideText::DecidedOn), about, Align::Date) }
        { form.line(&FieldId::AgreedIn(of), words.text(DecideText::DecidedIn), about, Align::Text) }
    </> }
}

fn adjustment(form: EntryForm<'_>, outcome: &PayOutcome) -> Html {
    let words = form.words;
    let about = words.text(PayText::Adjustment);
    let kind = FieldId::AdjustmentKind;
    let view = form.view(&kind);
    let options = options(|kind| match kind {
        AdjustmentKind::Percent => words.text(PayText::InPercent),
        AdjustmentKind::Amount => words.text(PayText::InKroner),
        AdjustmentKind::ToPercent => words.text(PayText::ToPercent),
    });
    let kroner = |amount: Option<Span<Kroner>>| amount.map(|amount| words.kroner_range(amount));
    let line = |id: &'static str, name: DecideText, amount: Option<Span<Kroner>>| {
        let amount = in_columns(&kroner(amount)?);
        Some(html! { <><dt>{ words.text(name) }</dt><dd {id}>{ amount }</dd></> })
    };
    let lines = [
        line("decided-earned", DecideText::Before, outcome.earned),
        line("decided-adjusted", DecideText::After, outcome.adjusted),
        line("decided-payable", DecideText::ToPay, outcome.payable),
    ];
    let figures: Vec<Html> = lines.into_iter().flatten().collect();
    section(
        "decide-adjustment",
        about,
        html! { <>
            <div class="decided__row">
                <SelectField field={kind} {view} label={words.text(PayText::Measure)} {options} />
                { form.line(&FieldId::AdjustmentValue, words.text(PayText::By), about, Align::Number) }
                { when_and_where(form, PayDecision::Adjustment, PayText::Adjustment) }
            </div>
            <p class="small quiet">{ words.text(PayText::SignHint) }</p>
            { form.note(&FieldId::AdjustmentReason, words.text(EntryText::Reason), about, None) }
            if figures.is_empty() {
                <p class="small">{ words.text(DecideText::NeedsBase) }</p>
            } else {
                <dl class="decided__figures">{ for figures }</dl>
            }
        </> },
    )
}

fn leaving(form: EntryForm<'_>) -> Html {
    let words = form.words;
    let breach = words.text(PayText::Breach);
    section(
        "decide-leaving",
        words.text(DecideText::Leaving),
        html! { <>
            <div class="decided__row">
                { form.line(&FieldId::LeftOn, words.text(PayText::LeavingOn), "", Align::Date) }
                { when_and_where(form, PayDecision::Leaving, PayText::Leaving) }
            </div>
            { form.note(&FieldId::Breach, breach, "", Some(words.text(PayText::BreachHint))) }
            <div class="decided__row">{ when_and_where(form, PayDecision::Breach, PayText::Breach) }</div>
        </> },
    )
}

/// Draws the goals that lapsed by agreement, and one more that is about to.
fn lapsed(form: EntryForm<'_>, lapsing: &UseStateHandle<Option<GoalId>>) -> Html {
    let words = form.words;
    let has_lapsed = |goal: &Goal| {
        let entry = form.sheet.assessment().results.get(&goal.id);
        lapsing.as_ref() == Some(&goal.id) || entry.is_some_and(|entry| !entry.lapsed.is_empty())
    };
    let one = |goal: &Goal| {
        let entry = EntryId::goal(&goal.id);
        let field = |field: EntryField| entry.field(field);
        html! {
            <li key={goal.id.as_str()}>
                <p><a href={Route::goal(&goal.id).address()}>{ full_name(goal) }</a></p>
                { form.note(&field(EntryField::Lapsed), words.text(EntryText::Reason), goal.name(), Some(words.text(EntryText::LapsedReason))) }
                <div class="decided__row">
                    { form.line(&field(EntryField::LapseAgreed), words.text(EntryText::Agreed), goal.name(), Align::Date) }
                    { form.line(&field(EntryField::LapseSource), words.text(EntryText::AgreedIn), goal.name(), Align::Text) }
                </div>
            </li>
        }
    };
    let (gone, rest): (Vec<_>, Vec<_>) =
        form.goals().map(|(goal, _)| goal).partition(|goal| has_lapsed(goal));
    let lapsing = lapsing.setter();
    let choose = move |goal: GoalId| {
        focus_field_soon(&EntryId::goal(&goal).field(EntryField::Lapsed));
        lapsing.set(Some(goal));
    };
    section(
        "decide-lapsed",
        words.text(DecideText::Lapsed),
        html! { <>
            if gone.is_empty() {
                <p>{ words.text(DecideText::NoLapsed) }</p>
            } else {
                <ul class="plain-list no-max-width">{ for gone.into_iter().map(|goal| one(goal)) }</ul>
            }
            { form.choice("lapse-goal", (DecideText::AddLapsed, DecideText::LetLapse), rest.into_iter(), choose) }
        </> },
    )
}

/// Draws the targets that were fixed after the signing, and those that still have to be.
fn addenda(form: EntryForm<'_>) -> Html {
    let words = form.words;
    let entry = |goal: &Goal| form.sheet.assessment().results.get(&goal.id).map(AsRef::as_ref);
    let fixed = form.goals().filter_map(|(goal, _)| Some((goal, addendum_that_counts(goal, entry(goal))?)));
    let fixed: Vec<Html> = fixed
        .map(|(goal, addendum)| {
            let id = EntryId::goal(&goal.id);
            html! {
                <li key={goal.id.as_str()}>
                    <p>
                        <a href={Route::goal(&goal.id).address()}>{ full_name(goal) }</a>{ ": " }
                        { words.target(&addendum.target, goal.unit.as_deref(), None) }
                    </p>
                    <div class="decided__row">
                        { form.line(&id.field(EntryField::AddendumAgreed), words.text(EntryText::Agreed), goal.name(), Align::Date) }
                        { form.line(&id.field(EntryField::AddendumSource), words.text(EntryText::AgreedIn), goal.name(), Align::Text) }
                    </div>
                </li>
            }
        })
        .collect();
    let open = form
        .goals()
        .filter(|(_, outcome)| outcome.status == crate::domain::evaluation::GoalStatus::Undetermined);
    let open: Vec<Html> = open
        .map(|(goal, _)| html! { <li key={goal.id.as_str()}><a href={Route::goal(&goal.id).address()}>{ full_name(goal) }</a></li> })
        .collect();
    section(
        "decide-addenda",
        words.text(DecideText::Addenda),
        html! { <>
            if fixed.is_empty() {
                <p>{ words.text(DecideText::NoAddenda) }</p>
            } else {
                <ul class="plain-list no-max-width">{ for fixed }</ul>
            }
            if !open.is_empty() {
                <p class="small">{ words.text(DecideText::NotFixed) }</p>
                <ul class="no-max-width small">{ for open }</ul>
            }
        </> },
    )
}
